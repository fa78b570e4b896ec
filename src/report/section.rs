//! Within a section: its title, its guiding sentences, its tasks and their measures.

use std::ops::Range;

use crate::words::report::{Weight, Why};

use super::duty;
use super::lead::{clause, is_call, is_lead, like_leads, run_in};
use super::letter::{fold, is_space, length};
use super::line::Para;
use super::sentence::{sentences, split_stop};
use super::table::cells;
use super::writer::Writer;

mod marked;
mod running;
mod tabled;

/// A title of a section has at most so many characters; a longer sentence is cut at its comma.
const LONGEST_TITLE: usize = 60;

/// Below a title that stands alone are at least so many characters.
const LEAST_BODY: usize = 24;

/// A paragraph shorter than this, without a lead, goes on with the task before it.
const SHORT: usize = 40;

/// Reads a section whose first paragraph begins with its title.
pub(super) fn read(writer: &mut Writer, text: &str, paras: &[Para]) {
    let [head, rest @ ..] = paras else { return };
    let all = sentences(text, head.body()..head.at.end);
    let (title, behind) = match all.split_first() {
        Some((first, behind)) => (title_of(text, first), behind),
        None => (head.body()..head.at.end, [].as_slice()),
    };
    writer.section(head.at.start..head.body(), title.clone());
    let left = all.first().map(|first| title.end..first.end).filter(|at| {
        text.get(at.clone()).is_some_and(|rest| rest.chars().any(char::is_alphanumeric))
    });
    let mut behind: Vec<Range<usize>> = behind.to_vec();
    if let Some(left) = left {
        behind.insert(0, after_comma(text, left));
    }
    let mut section = Reader { writer, text, paras: rest, bold: false };
    section.read(behind);
    section.empty(&head.at);
}

/// Reads a section without a title of its own.
pub(super) fn untitled(writer: &mut Writer, text: &str, title: String, paras: &[Para]) {
    writer.untitled(title);
    Reader { writer, text, paras, bold: false }.read(Vec::new());
}

fn title_of(text: &str, first: &Range<usize>) -> Range<usize> {
    let (title, _) = split_stop(text, first);
    let long = length(text.get(title.clone()).unwrap_or_default()) > LONGEST_TITLE;
    let cut = clause(text, first, LONGEST_TITLE).filter(|_| long);
    cut.unwrap_or(title)
}

/// What stands behind a comma.
fn after_comma(text: &str, at: Range<usize>) -> Range<usize> {
    let part = text.get(at.clone()).unwrap_or_default();
    let words =
        part.trim_start_matches(|c: char| !c.is_alphanumeric() && !"“「《（(【".contains(c));
    at.end - words.len()..at.end
}

/// The bold print that a paragraph begins with, when it can be a title: a few words, and a mark or
/// nothing behind them.
fn bold(text: &str, para: &Para) -> Option<Range<usize>> {
    let at = para.body()..para.strong?;
    let words = text.get(at.clone())?;
    let (title, _) = split_stop(text, &at);
    let behind = text.get(at.end..para.at.end)?.trim_start_matches(is_space);
    let parts = |c: char| matches!(fold(c), '。' | ',' | ':' | ';' | '!');
    let parted = words.ends_with(parts) || behind.starts_with(parts) || words.ends_with(is_space);
    let count = length(text.get(title.clone())?);
    (parted && (4..=LONGEST_TITLE).contains(&count)).then_some(title)
}

/// How many paragraphs are tasks by their form.
pub(super) fn leads_in(text: &str, paras: &[Para]) -> usize {
    let led = |para: &&Para| is_lead(text, &sentences(text, para.body()..para.at.end));
    let dashed = |para: &&Para| para.marker.is_some();
    paras.iter().filter(|para| led(para) || dashed(para)).count()
}

/// Short lines that stand alone above the text that they are the title of.
pub(super) fn own_titles(text: &str, paras: &[Para]) -> Vec<usize> {
    let short = |para: &Para| {
        let count = sentences(text, para.body()..para.at.end).len();
        let colon = text
            .get(para.at.clone())
            .is_some_and(|line| line.ends_with([':', '：', '！', '!', ',', '，', ';', '；']));
        (3..=30).contains(&para.chars)
            && count == 1
            && !colon
            && para.marker.is_none()
            && cells(text, &para.at).is_empty()
    };
    let long = |at: usize, title: &Para| {
        paras
            .get(at)
            .is_some_and(|para| para.chars >= LEAST_BODY.max(2 * title.chars) && para.prose)
    };
    let headed = |at: usize, title: &Para| {
        title.heading.is_some() && paras.get(at).is_some_and(|para| para.heading.is_none())
    };
    let alone = |at: &usize| {
        paras.get(*at).is_some_and(|para| {
            short(para) && long(*at + 1, para) || para.marker.is_none() && headed(*at + 1, para)
        })
    };
    (0..paras.len()).filter(alone).collect()
}

struct Reader<'a, 'w, 't> {
    writer: &'w mut Writer<'t>,
    text: &'a str,
    /// The paragraphs below the one with the title.
    paras: &'a [Para],
    /// Whether several of them begin in bold print.
    bold: bool,
}

impl Reader<'_, '_, '_> {
    /// `behind`: the sentences that stand on the line of the title.
    fn read(&mut self, behind: Vec<Range<usize>>) {
        if self.is_table() {
            self.writer.leads(behind);
            return self.tabled();
        }
        if let Some(style) = self.style() {
            self.writer.leads(behind);
            return self.marked(style);
        }
        let led = self.paras.iter().any(|para| is_lead(self.text, &self.sentences(para)));
        let bold = self.paras.iter().filter(|para| bold(self.text, para).is_some()).count();
        self.bold = bold >= 2;
        let led = led || self.bold;
        let mut titled = own_titles(self.text, self.paras);
        // One line above paragraphs with leads of their own is a guiding sentence.
        let next = self.paras.get(1).map(|para| self.sentences(para));
        if titled == [0] && next.is_some_and(|next| is_lead(self.text, &next)) {
            titled.clear();
        }
        let split = self.is_one() && !behind.is_empty() && self.splits();
        if (led || !titled.is_empty()) && !split {
            let guided = !behind.is_empty();
            self.writer.leads(behind);
            self.bare(guided, &titled);
        } else {
            self.running(behind);
        }
    }

    /// Whether a single paragraph stands below the title.
    fn is_one(&self) -> bool {
        let duties = self.paras.iter().filter(|para| duty::is_duty(self.line(para))).count();
        self.paras.len() == duties + 1
    }

    /// Whether the leads of that paragraph are sure, the first of them its first sentence.
    fn splits(&self) -> bool {
        let all = self.paras.iter().find(|para| !duty::is_duty(self.line(para)));
        all.is_some_and(|para| run_in(self.text, &self.sentences(para)).first() == Some(&0))
    }

    fn sentences(&self, para: &Para) -> Vec<Range<usize>> {
        sentences(self.text, para.body()..para.at.end)
    }

    fn line(&self, para: &Para) -> &str {
        self.text.get(para.at.clone()).unwrap_or_default()
    }

    /// The sentences of a paragraph that is no task: its marker is one of its words.
    fn whole(&self, para: &Para) -> Vec<Range<usize>> {
        sentences(self.text, para.at.clone())
    }

    /// Paragraphs with bare lead sentences, or below titles that stand alone.
    fn bare(&mut self, guided: bool, titled: &[usize]) {
        let first_task = self.paras.iter().enumerate().position(|(at, para)| {
            titled.binary_search(&at).is_ok()
                || is_lead(self.text, &self.sentences(para))
                || self.bold_title(para).is_some()
        });
        let guiding = if guided { 0 } else { first_task.unwrap_or(0).min(2) };
        for (at, para) in self.paras.iter().enumerate() {
            let all = self.sentences(para);
            if duty::is_duty(self.line(para)) && self.writer.has_task() {
                self.writer.duty(para.at.clone(), "");
            } else if at < guiding {
                self.writer.leads(self.whole(para));
            } else if titled.binary_search(&at).is_ok() {
                let title = all.first().map_or(para.at.clone(), |at| split_stop(self.text, at).0);
                self.writer.task(para.at.start..para.body(), title);
            } else if at > 0 && titled.binary_search(&(at - 1)).is_ok() {
                let all = self.whole(para);
                self.writer.measures(all);
            } else {
                self.paragraph(para, &all);
            }
        }
    }

    /// A paragraph that is a task by its lead, or by its first clause, or goes on with the last one.
    fn paragraph(&mut self, para: &Para, all: &[Range<usize>]) {
        if let Some(title) = self.bold_title(para) {
            return self.bolded(para, title);
        }
        let marked = para.marker.is_some() && self.writer.has_task();
        let call = self.writer.has_task() && is_call(self.text, all);
        if is_lead(self.text, all) && !marked && !call {
            let Some((first, rest)) = all.split_first() else { return };
            let (title, _) = split_stop(self.text, first);
            self.writer.task(para.at.start..para.body(), title);
            let more = like_leads(self.text, rest);
            if more >= 3 {
                let why = Why::RunInLeft { count: more.to_string() };
                self.writer.doubt(para.at.clone(), Weight::Light, why);
            }
            self.writer.measures(rest.iter().cloned());
        } else if self.writer.has_task()
            && (marked || para.chars < SHORT || is_call(self.text, all))
        {
            let all = self.whole(para);
            self.writer.measures(all);
            self.writer.doubt(para.at.clone(), Weight::Light, Why::Continued);
        } else {
            self.clause(para.at.start..para.body(), all);
        }
    }

    /// The title in bold print of a paragraph, in a section where several begin so.
    fn bold_title(&self, para: &Para) -> Option<Range<usize>> {
        bold(self.text, para).filter(|_| self.bold)
    }

    fn bolded(&mut self, para: &Para, title: Range<usize>) {
        let left = after_comma(self.text, title.end..para.at.end);
        self.writer.task(para.at.start..para.body(), title);
        self.writer.measures(sentences(self.text, left));
    }

    /// A task without a lead sentence: its first clause is the title.
    fn clause(&mut self, marker: Range<usize>, all: &[Range<usize>]) {
        let Some((first, rest)) = all.split_first() else { return };
        if let Some(title) = clause(self.text, first, 32) {
            let words = self.writer.words(&title);
            self.cut(marker, first, title.clone());
            self.writer.doubt(title, Weight::Middle, Why::ClauseTitle { title: words });
        } else {
            self.borrow(marker, first);
        }
        self.writer.measures(rest.iter().cloned());
    }

    fn empty(&mut self, head: &Range<usize>) {
        if !self.writer.has_task() {
            self.writer.doubt(head.clone(), Weight::Middle, Why::EmptySection);
        }
    }
}
