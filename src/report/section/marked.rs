//! Tasks behind markers, and where their titles end.

use std::ops::Range;

use crate::words::report::{Weight, Why};

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
    pub(super) fn cut(&mut self, marker: Range<usize>, first: &Range<usize>, title: Range<usize>) {
        let left = after_comma(self.text, title.end..first.end);
        self.writer.task(marker, title);
        self.writer.measures([left]);
    }

    pub(super) fn borrow(&mut self, marker: Range<usize>, first: &Range<usize>) {
        let (whole, _) = split_stop(self.text, first);
        let part = self.text.get(whole.clone()).unwrap_or_default();
        let mark = |c: char| matches!(fold(c), ',' | ';');
        let short = part.char_indices().take_while(|(at, c)| *at == 0 || !mark(*c));
        let seen = short.filter(|(_, c)| !is_space(*c));
        let end = seen.take(LONGEST_MARKED).last().map_or(0, |(at, c)| at + c.len_utf8());
        self.writer.borrowed(marker, &(whole.start..whole.start + end));
        self.writer.measures([first.clone()]);
    }
}
