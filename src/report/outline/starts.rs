//! Where the sections of a part begin, and which parts are a list instead.

use std::ops::Range;

use super::super::duty;
use super::super::letter::bare;
use super::super::line::Para;
use super::super::marker::Style;
use super::super::parts::{Headed, Part};
use super::super::sentence::sentences;
use super::super::tail::is_closing;
use super::Outline;
use super::bridge::{Said, said};

impl Outline<'_, '_, '_> {
    /// Whether a part is a list of the targets of the year: 1.地区生产总值增长6%左右；
    pub(super) fn lists_goals(&self, part: &Part, body: &Range<usize>) -> bool {
        let words = |at: &Range<usize>| bare(self.text.get(at.clone()).unwrap_or_default());
        let heading = self.paras.get(part.paras.start).filter(|_| part.headed != Headed::Not);
        let named = heading.is_some_and(|para| {
            let words = words(&para.at);
            words.contains("目标") && !["任务", "工作", "措施"].iter().any(|it| words.contains(it))
        });
        let paras = self.paras(body);
        let goal = |para: &&Para| {
            let words = words(&para.at);
            let counts = words.contains(|c: char| c.is_ascii_digit()) || words.contains("完成");
            para.marker.is_some() && para.chars <= 80 && counts
        };
        let goals = paras.iter().filter(goal).count();
        named && goals >= 3 && goals * 4 >= paras.len() * 3
    }

    /// Whether what begins at each of these is one line that says how much, and who answers for it:
    /// a list of items and no sections.
    pub(super) fn is_list(&self, starts: &[usize], end: usize) -> bool {
        let ends = starts.iter().skip(1).copied().chain([end]);
        let alone = |(start, end): (usize, usize)| {
            let below = self.paras.get(start + 1..end).unwrap_or_default();
            let line = |para: &Para| self.text.get(para.at.clone()).unwrap_or_default();
            below.iter().all(|para| duty::is_duty(line(para)) || is_closing(line(para)))
        };
        let counts = |at: &&usize| {
            let words =
                self.paras.get(**at).and_then(|para| self.text.get(para.body()..para.at.end));
            let first = bare(words.unwrap_or_default());
            let first = first.split([',', ';', '。']).next().unwrap_or_default();
            first.contains(|c: char| c.is_ascii_digit())
        };
        let counted = starts.iter().filter(counts).count();
        starts.len() >= 3
            && counted * 2 >= starts.len()
            && starts.iter().copied().zip(ends).all(alone)
    }

    /// Where the sections of a part begin: at the markers of the highest style that counts. 一是 is
    /// a section where the bridge sentence speaks of as many.
    pub(super) fn starts(&self, body: &Range<usize>) -> Vec<usize> {
        let run = |style| self.run(body, style);
        // A single 壹、 over several 一、 is the heading of a part.
        let part = |style: &Style| {
            *style == Style::Grand && run(*style).len() == 1 && run(Style::Han).len() >= 2
        };
        let styles = SECTIONS.into_iter().filter(|style| !part(style));
        let found = styles.map(run).find(|run| !run.is_empty());
        found.unwrap_or_else(|| {
            let items = self.run(body, Style::Item);
            if self.speaks_of(body, items.len()) { items } else { self.headings(body) }
        })
    }

    /// Where no marker says so, the headings of the highest level that the form of the source gives
    /// more than once.
    fn headings(&self, body: &Range<usize>) -> Vec<usize> {
        let level = |at: &usize| self.paras.get(*at).and_then(|para| para.heading);
        let of = |wanted: u8| body.clone().filter(move |at| level(at) == Some(wanted));
        let found = (1..=6).map(|wanted| of(wanted).collect::<Vec<_>>());
        found.into_iter().find(|found| found.len() >= 2).unwrap_or_default()
    }

    /// Whether a bridge sentence of the part speaks of so many sections.
    fn speaks_of(&self, body: &Range<usize>, count: usize) -> bool {
        let sentences = self.paras(body).iter().take(12);
        sentences.flat_map(|para| sentences_of(self.text, para)).any(|words| match said(&words) {
            Some(Said::Count(said)) => usize::try_from(said) == Ok(count),
            _ => false,
        })
    }

    /// The paragraphs with markers of a style, when they count from one.
    fn run(&self, body: &Range<usize>, style: Style) -> Vec<usize> {
        let numbers: Vec<(usize, u32)> = body
            .clone()
            .filter_map(|at| {
                let marker = self.paras.get(at)?.marker.filter(|marker| marker.style == style)?;
                Some((at, marker.number))
            })
            .collect();
        let many = numbers.len() >= 2 || style <= Style::HanBracket && !numbers.is_empty();
        let counts = numbers.first().is_some_and(|(_, number)| *number == 1)
            || numbers.len() >= 3 && style <= Style::HanBracket;
        if !many || !counts {
            return Vec::new();
        }
        numbers.into_iter().map(|(at, _)| at).collect()
    }
}

/// The styles that sections are marked with, the highest first.
const SECTIONS: [Style; 6] =
    [Style::Chapter, Style::Grand, Style::Han, Style::HanBracket, Style::Ordinal, Style::Digit];

/// The sentences of a paragraph, folded.
fn sentences_of(text: &str, para: &Para) -> Vec<String> {
    let all = sentences(text, para.at.clone());
    all.into_iter().map(|at| bare(text.get(at).unwrap_or_default())).collect()
}
