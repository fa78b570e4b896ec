//! Within a section: its title, its guiding sentences, its tasks and their measures.

use std::ops::Range;

use crate::words::report::{Weight, Why};

use super::duty;
use super::lead::{clause, is_call, is_lead, like_leads, missing_stop, run_in};
use super::letter::{fold, is_space, length};
use super::line::Para;
use super::marker::Style;
use super::sentence::{sentences, split_stop};
use super::writer::Writer;

/// A title of a section has at most so many characters; a longer sentence is cut at its comma.
const LONGEST_TITLE: usize = 60;

/// A title of a task with a marker has at most so many characters.
const LONGEST_MARKED: usize = 40;

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
    let mut section = Reader { writer, text, paras: rest };
    section.read(behind);
    section.empty(&head.at);
}

/// Reads a section without a title of its own.
pub(super) fn untitled(writer: &mut Writer, text: &str, title: String, paras: &[Para]) {
    writer.section(0..0, 0..0);
    if let Some(section) = writer.plan.sections.last_mut().filter(|_| !title.is_empty()) {
        section.title = title;
    }
    Reader { writer, text, paras }.read(Vec::new());
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
        (3..=30).contains(&para.chars) && count == 1 && !colon && para.marker.is_none()
    };
    let long = |at: usize, title: &Para| {
        paras
            .get(at)
            .is_some_and(|para| para.chars >= LEAST_BODY.max(2 * title.chars) && para.prose)
    };
    let alone = |at: &usize| paras.get(*at).is_some_and(|para| short(para) && long(*at + 1, para));
    (0..paras.len()).filter(alone).collect()
}

struct Reader<'a, 'w, 't> {
    writer: &'w mut Writer<'t>,
    text: &'a str,
    paras: &'a [Para],
}

impl Reader<'_, '_, '_> {
    /// `behind`: the sentences that stand on the line of the title.
    fn read(&mut self, behind: Vec<Range<usize>>) {
        if let Some(style) = self.style() {
            self.writer.leads(behind);
            return self.marked(style);
        }
        let led = self.paras.iter().any(|para| is_lead(self.text, &self.sentences(para)));
        let mut titled = own_titles(self.text, self.paras);
        // A line above a paragraph with a lead of its own is a guiding sentence.
        let next = |at: &usize| self.paras.get(at + 1).map(|para| self.sentences(para));
        titled.retain(|at| next(at).is_some_and(|next| !is_lead(self.text, &next)));
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

    /// The style of the markers that stand before tasks: the highest that counts from one, or a
    /// dash. Where paragraphs with lead sentences stand between them, they are below tasks.
    fn style(&self) -> Option<Style> {
        let styles = [
            Style::Han,
            Style::HanBracket,
            Style::Ordinal,
            Style::Digit,
            Style::DigitBracket,
            Style::Circle,
            Style::Item,
            Style::Dash,
            Style::Bullet,
        ];
        let of = |style: Style| {
            self.paras
                .iter()
                .enumerate()
                .filter(move |(_, para)| para.marker.is_some_and(|marker| marker.style == style))
        };
        let number = |para: &Para| para.marker.map_or(0, |marker| marker.number);
        let found = styles.into_iter().find(|style| {
            let count = of(*style).count();
            let from_one = of(*style).next().is_some_and(|(_, para)| number(para) == 1);
            if style.counts() { count >= 2 && from_one } else { count >= 1 }
        })?;
        let first = of(found).next().map_or(0, |(at, _)| at);
        let unmarked = |para: &&Para| para.marker.is_none();
        let leads = self.paras.iter().filter(unmarked);
        let leads = leads.filter(|para| is_lead(self.text, &self.sentences(para))).count();
        let below = leads >= 2 && first > 0 && found >= Style::Digit;
        (!below).then_some(found)
    }

    fn marked(&mut self, style: Style) {
        let usual = self.usual(style);
        let mut begun = false;
        for (at, para) in self.paras.iter().enumerate() {
            let here = para.marker.is_some_and(|marker| marker.style == style);
            let all = self.sentences(para);
            if duty::is_duty(self.line(para)) && self.writer.has_task() {
                self.writer.duty(para.at.clone());
            } else if here {
                let next = self.paras.get(at + 1).filter(|next| next.marker.is_none());
                let titled = next.is_some_and(|next| !duty::is_duty(self.line(next)) && next.prose);
                self.begin(para, &all, usual, titled);
                begun = true;
            } else if begun {
                let all = self.whole(para);
                self.writer.measures(all);
            } else {
                self.writer.leads(self.whole(para));
            }
        }
    }

    /// The sentences of a paragraph that is no task: its marker is one of its words.
    fn whole(&self, para: &Para) -> Vec<Range<usize>> {
        sentences(self.text, para.at.clone())
    }

    /// How long the titles behind markers of this style usually are.
    fn usual(&self, style: Style) -> Option<usize> {
        let marked = self.paras.iter().filter(|para| para.marker.is_some_and(|m| m.style == style));
        let mut lengths: Vec<usize> = marked
            .filter_map(|para| {
                let all = self.sentences(para);
                let first = split_stop(self.text, all.first().filter(|_| all.len() > 1)?).0;
                let count = length(self.text.get(first).unwrap_or_default());
                (count <= LONGEST_MARKED).then_some(count)
            })
            .collect();
        lengths.sort_unstable();
        lengths.get(lengths.len() / 2).copied().filter(|_| lengths.len() >= 2)
    }

    /// A task behind a marker.
    fn begin(&mut self, para: &Para, all: &[Range<usize>], usual: Option<usize>, titled: bool) {
        let marker = para.at.start..para.body();
        let Some((first, rest)) = all.split_first() else { return };
        let (title, _) = split_stop(self.text, first);
        let count = length(self.text.get(title.clone()).unwrap_or_default());
        let alone = rest.is_empty() && !titled;
        if count <= LONGEST_MARKED && !alone {
            self.writer.task(marker, title);
        } else if let Some(title) = clause(self.text, first, 32) {
            self.cut(marker, first, title);
        } else if let Some(end) = self.unstopped(first, usual).filter(|_| !alone) {
            let title = first.start..end;
            let words = self.writer.words(&title);
            self.writer.task(marker, title.clone());
            self.writer.doubt(title, Weight::Heavy, Why::NoStop { title: words });
            self.writer.measure(end..first.end);
        } else {
            self.borrow(marker, first);
        }
        self.writer.measures(rest.iter().cloned());
    }

    fn unstopped(&self, first: &Range<usize>, usual: Option<usize>) -> Option<usize> {
        missing_stop(self.text, first, usual?)
    }

    /// A clause is the title, the rest of its sentence the first measure.
    fn cut(&mut self, marker: Range<usize>, first: &Range<usize>, title: Range<usize>) {
        let left = after_comma(self.text, title.end..first.end);
        self.writer.task(marker, title);
        self.writer.measures([left]);
    }

    fn borrow(&mut self, marker: Range<usize>, first: &Range<usize>) {
        let (whole, _) = split_stop(self.text, first);
        let part = self.text.get(whole.clone()).unwrap_or_default();
        let mark = |c: char| matches!(fold(c), ',' | ';');
        let short = part.char_indices().take_while(|(at, c)| *at == 0 || !mark(*c));
        let seen = short.filter(|(_, c)| !is_space(*c));
        let end = seen.take(LONGEST_MARKED).last().map_or(0, |(at, c)| at + c.len_utf8());
        self.writer.borrowed(marker, &(whole.start..whole.start + end));
        self.writer.measures([first.clone()]);
    }

    /// Paragraphs with bare lead sentences, or below titles that stand alone.
    fn bare(&mut self, guided: bool, titled: &[usize]) {
        let first_task = self.paras.iter().enumerate().position(|(at, para)| {
            titled.binary_search(&at).is_ok() || is_lead(self.text, &self.sentences(para))
        });
        let guiding = if guided { 0 } else { first_task.unwrap_or(0).min(2) };
        for (at, para) in self.paras.iter().enumerate() {
            let all = self.sentences(para);
            if duty::is_duty(self.line(para)) && self.writer.has_task() {
                self.writer.duty(para.at.clone());
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

    /// A section that is one running text, on the line of its title or below it.
    fn running(&mut self, mut behind: Vec<Range<usize>>) {
        let guided = behind.len().min(2) > 0 && !self.paras.is_empty();
        if guided {
            self.writer.leads(std::mem::take(&mut behind));
        }
        let mut duties = Vec::new();
        for para in self.paras {
            if duty::is_duty(self.line(para)) {
                duties.push(para.at.clone());
            } else {
                behind.extend(self.whole(para));
            }
        }
        let found = run_in(self.text, &behind);
        if found.is_empty() {
            self.whole_text(&behind, guided);
        } else {
            self.split(&behind, &found);
        }
        for duty in duties {
            self.writer.duty(duty);
        }
    }

    fn split(&mut self, all: &[Range<usize>], found: &[usize]) {
        let first = found.first().copied().unwrap_or(0);
        self.writer.leads(all.iter().take(first).cloned());
        for (nth, sentence) in all.iter().enumerate().skip(first) {
            if found.binary_search(&nth).is_ok() {
                let field = clause(self.text, sentence, 24);
                let title = split_stop(self.text, sentence).0;
                let title = field.unwrap_or(title);
                let left = after_comma(self.text, title.end..sentence.end);
                self.writer.task(sentence.start..sentence.start, title);
                self.writer.measure(left);
            } else {
                self.writer.measure(sentence.clone());
            }
        }
        let at = all.get(first).cloned().unwrap_or_default();
        let count = found.len().to_string();
        self.writer.doubt(at, Weight::Middle, Why::RunIn { count });
    }

    fn whole_text(&mut self, all: &[Range<usize>], guided: bool) {
        let from = usize::from(!guided && all.len() > 2 && !is_lead(self.text, all));
        let (guiding, rest) = all.split_at(from.min(all.len()));
        self.writer.leads(guiding.iter().cloned());
        let Some(first) = rest.first().cloned() else { return };
        if is_lead(self.text, rest) {
            let (title, _) = split_stop(self.text, &first);
            self.writer.task(first.start..first.start, title);
            self.writer.measures(rest.iter().skip(1).cloned());
        } else {
            self.clause(first.start..first.start, rest);
        }
        self.writer.doubt(first, Weight::Middle, Why::WholeText);
    }

    fn empty(&mut self, head: &Range<usize>) {
        if !self.writer.has_task() {
            self.writer.doubt(head.clone(), Weight::Middle, Why::EmptySection);
        }
    }
}
