//! Tasks behind markers, and where their titles end.

use std::ops::Range;

use crate::words::report::{Weight, Why};

use super::super::clause::{Setting, targets};
use super::super::duty;
use super::super::lead::{clause, is_lead, missing_stop};
use super::super::letter::{fold, is_space, length};
use super::super::line::Para;
use super::super::marker::Style;
use super::super::sentence::split_stop;
use super::{Reader, after_comma};

/// A title of a task with a marker has at most so many characters.
const LONGEST_MARKED: usize = 40;

impl Reader<'_, '_, '_> {
    /// The style of the markers that stand before tasks: the highest that counts from one, or a
    /// dash. Where paragraphs with lead sentences stand between them, they are below tasks.
    pub(super) fn style(&self) -> Option<Style> {
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
            let first = of(*style).next().map_or(0, |(_, para)| number(para));
            // Tasks may be counted on from one section to the next, or one section have only one.
            let goes_on = self.writer.counted.is_some_and(|(last, number)| {
                last == *style && (first == number + 1 || first == 1)
            });
            if style.counts() { count >= 2 && first == 1 || goes_on } else { count >= 1 }
        })?;
        let first = of(found).next().map_or(0, |(at, _)| at);
        let unmarked = |para: &&Para| para.marker.is_none();
        let leads = self.paras.iter().filter(unmarked);
        let leads = leads.filter(|para| is_lead(self.text, &self.sentences(para))).count();
        let below = leads >= 2 && first > 0 && found >= Style::Digit;
        (!below).then_some(found)
    }

    pub(super) fn marked(&mut self, style: Style) {
        let usual = self.usual(style);
        let mut begun = false;
        for (at, para) in self.paras.iter().enumerate() {
            let here = para.marker.is_some_and(|marker| marker.style == style);
            let all = self.sentences(para);
            if duty::is_duty(self.line(para)) && self.writer.has_task() {
                self.writer.duty(para.at.clone(), "");
            } else if here {
                let next = self.paras.get(at + 1).filter(|next| next.marker.is_none());
                let titled = next.is_some_and(|next| !duty::is_duty(self.line(next)) && next.prose);
                self.begin(para.at.start..para.body(), &all, usual, titled);
                self.writer.counted = para.marker.map(|marker| (marker.style, marker.number));
                begun = true;
            } else if begun {
                let all = self.whole(para);
                self.writer.measures(all);
            } else {
                self.writer.leads(self.whole(para));
            }
        }
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
    pub(super) fn begin(
        &mut self,
        marker: Range<usize>,
        all: &[Range<usize>],
        usual: Option<usize>,
        titled: bool,
    ) {
        let Some((first, rest)) = all.split_first() else { return };
        let (title, _) = split_stop(self.text, first);
        let words = self.text.get(title.clone()).unwrap_or_default();
        let count = length(words);
        // A sentence that says how much is a measure, whatever stands behind it.
        let promises = !titled && count <= LONGEST_MARKED && is_promise(words);
        let alone = rest.is_empty() && !titled || promises;
        let named = clause(self.text, first, 32).filter(|_| promises);
        if let Some(title) = named {
            self.cut(marker, first, title);
        } else if promises {
            self.borrow(marker, first);
        } else if count <= LONGEST_MARKED && !alone {
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
    pub(super) fn cut(&mut self, marker: Range<usize>, first: &Range<usize>, title: Range<usize>) {
        let left = after_comma(self.text, title.end..first.end);
        self.writer.task(marker, title);
        self.writer.measures([left]);
    }

    pub(super) fn borrow(&mut self, marker: Range<usize>, first: &Range<usize>) {
        let (whole, _) = split_stop(self.text, first);
        let part = self.text.get(whole.clone()).unwrap_or_default();
        let digit = |rest: &str| rest.starts_with(|c: char| fold(c).is_ascii_digit());
        // `3,000` is one number.
        let mark = |at: usize, c: char| {
            let grouped = part.get(at + c.len_utf8()..).is_some_and(digit);
            fold(c) == ';' || fold(c) == ',' && !grouped
        };
        let short = part.char_indices().take_while(|(at, c)| *at == 0 || !mark(*at, *c));
        let seen = short.filter(|(_, c)| !is_space(*c));
        let end = seen.take(LONGEST_MARKED).last().map_or(0, |(at, c)| at + c.len_utf8());
        self.writer.borrowed(marker, &(whole.start..whole.start + end));
        self.writer.measures([first.clone()]);
    }
}

/// Whether a sentence that could be a title says how much of what: 新建学校3所.
fn is_promise(words: &str) -> bool {
    let clauses = targets(words, Setting::Measure);
    clauses.found.iter().any(|found| found.value.is_some() && found.doubt.is_none())
}
