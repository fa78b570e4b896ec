//! A section that is one running text: cut at what is counted in it, or at sure leads, or left whole.

use std::ops::Range;

use crate::words::report::{Weight, Why};

use super::super::duty;
use super::super::lead::{clause, is_lead, run_in, states};
use super::super::marker::{Marker, Style, marker};
use super::super::sentence::split_stop;
use super::{Reader, after_comma};

impl Reader<'_, '_, '_> {
    /// A section that is one running text, on the line of its title or below it.
    pub(super) fn running(&mut self, mut behind: Vec<Range<usize>>) {
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
        let counted = self.counted(&behind);
        if !counted.is_empty() {
            return self.items(&behind, &counted, &duties);
        }
        let found = run_in(self.text, &behind);
        if found.is_empty() {
            self.whole_text(&behind);
        } else {
            self.split(&behind, &found);
        }
        for duty in duties {
            self.writer.duty(duty, "");
        }
    }

    /// Sentences that are counted within a running text: 一是…。二是…。
    fn counted(&self, all: &[Range<usize>]) -> Vec<usize> {
        let first = all.iter().find_map(|at| self.counter(at).filter(|it| it.number == 1));
        let Some(style) = first.map(|marker| marker.style) else { return Vec::new() };
        let mut next = 1;
        let mut found = Vec::new();
        for (nth, at) in all.iter().enumerate() {
            if self.counter(at).is_some_and(|it| it.style == style && it.number == next) {
                found.push(nth);
                next += 1;
            }
        }
        if found.len() >= 2 { found } else { Vec::new() }
    }

    fn counter(&self, at: &Range<usize>) -> Option<Marker> {
        let words = self.text.get(at.clone()).unwrap_or_default();
        let low = |style| {
            matches!(
                style,
                Style::Item | Style::Digit | Style::DigitBracket | Style::Circle | Style::Ordinal
            )
        };
        marker(words).filter(|marker| low(marker.style))
    }

    fn items(&mut self, all: &[Range<usize>], found: &[usize], duties: &[Range<usize>]) {
        let first = found.first().copied().unwrap_or(0);
        self.writer.leads(all.iter().take(first).cloned());
        for (nth, from) in found.iter().enumerate() {
            let to = found.get(nth + 1).copied().unwrap_or(all.len());
            let Some(item) = all.get(*from..to) else { continue };
            let Some((head, rest)) = item.split_first() else { continue };
            let len = self.counter(head).map_or(0, |marker| marker.len);
            let first = std::iter::once(head.start + len..head.end);
            let sentences: Vec<Range<usize>> = first.chain(rest.iter().cloned()).collect();
            self.begin(head.start..head.start + len, &sentences, None, false);
        }
        for duty in duties {
            self.writer.duty(duty.clone(), "");
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

    fn whole_text(&mut self, all: &[Range<usize>]) {
        let guiding = all.iter().take_while(|at| states(self.text, at)).count();
        let (guiding, all) = all.split_at(guiding.min(all.len().saturating_sub(1)));
        self.writer.leads(guiding.iter().cloned());
        let Some(first) = all.first().cloned() else { return };
        if is_lead(self.text, all) {
            let (title, _) = split_stop(self.text, &first);
            self.writer.task(first.start..first.start, title);
            self.writer.measures(all.iter().skip(1).cloned());
        } else {
            self.clause(first.start..first.start, all);
        }
        self.writer.doubt(first, Weight::Middle, Why::WholeText);
    }
}
