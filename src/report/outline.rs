//! From parts to sections: which markers stand for sections, what is guidance, what is closing.

use std::ops::Range;

use crate::words::report::{Role, Weight, Why};

use super::draft::Bridge;
use super::letter::{bare, head};
use super::line::Para;
use super::parts::{Headed, Kind, Part};
use super::section::{self, leads_in};
use super::sentence::sentences;
use super::table;
use super::tail::is_closing;
use super::writer::Writer;

mod bridge;
mod starts;

use bridge::{Said, is_headline, opens, said};

/// Reads every part but the first page and the page furniture, in order.
pub(super) fn read(writer: &mut Writer, text: &str, paras: &[Para], parts: &[Part]) {
    let mut outline = Outline { text, paras, writer, planned: false };
    for part in parts {
        match part.kind {
            Kind::Front | Kind::Back => {}
            Kind::Review => outline.kept(part, Role::Review),
            Kind::Outlook => outline.kept(part, Role::Outlook),
            Kind::Glossary => outline.kept(part, Role::Glossary),
            Kind::Plan => outline.plan(part),
            Kind::Own => outline.own(part),
            Kind::More => outline.more(part),
            Kind::Appendix => outline.appendix(part),
        }
    }
}

/// Whether a heading has begun a list of targets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Listing {
    No,
    Begun,
}

struct Outline<'a, 'w, 't> {
    text: &'a str,
    paras: &'a [Para],
    writer: &'w mut Writer<'t>,
    /// Whether a part with sections has been read.
    planned: bool,
}

impl<'a> Outline<'a, '_, '_> {
    fn paras(&self, within: &Range<usize>) -> &'a [Para] {
        self.paras.get(within.clone()).unwrap_or_default()
    }

    /// A part that is kept and not read.
    fn kept(&mut self, part: &Part, role: Role) {
        let body = if part.headed == Headed::Not { part.paras.clone() } else { self.headed(part) };
        for para in self.paras(&body) {
            self.writer.claim(para.at.clone(), role);
        }
    }

    /// What is to be done this year.
    fn plan(&mut self, part: &Part) {
        let body = self.headed(part);
        if self.lists_goals(part, &body) {
            return self.goals(body, Listing::Begun);
        }
        let starts = self.starts(&body);
        let Some(first) = starts.first().copied() else {
            return self.without_sections(part, body);
        };
        self.guidance(body.start..first);
        if self.is_list(&starts, body.end) {
            let end = self.closing(first..body.end, true);
            self.one_section(part, first..end);
            self.planned = true;
            return;
        }
        let before = self.writer.plan.sections.len();
        self.sections(&starts, body.end);
        let found = self.writer.plan.sections.len() - before;
        self.check(found);
        self.planned = true;
    }

    /// The heading of a part, and the paragraphs behind it.
    fn headed(&mut self, part: &Part) -> Range<usize> {
        let (headed, start) = (part.headed, part.paras.start);
        let Some(para) = self.paras.get(start).filter(|_| headed != Headed::Not) else {
            return part.paras.clone();
        };
        self.writer.claim(para.at.clone(), Role::PartTitle);
        if headed == Headed::Vaguely && part.kind == Kind::Plan {
            let title = self.writer.words(&(para.body()..para.at.end));
            self.writer.doubt(para.at.clone(), Weight::Heavy, Why::GuessedPart { title });
        }
        start + 1..part.paras.end
    }

    fn sections(&mut self, starts: &[usize], end: usize) {
        let mut expected = 1;
        for (nth, start) in starts.iter().enumerate() {
            let end = starts.get(nth + 1).copied().unwrap_or(end);
            let Some(para) = self.paras.get(*start) else { continue };
            let number = para.marker.map_or(expected, |marker| marker.number);
            if self.is_guidance(para) {
                self.guidance(*start..end);
                expected = number + 1;
                continue;
            }
            let end = self.closing(*start + 1..end, nth + 1 == starts.len());
            section::read(self.writer, self.text, self.paras(&(*start..end)));
            if number != expected && number != 1 {
                let (found, expected) = (number.to_string(), expected.to_string());
                let why = Why::Numbering { found, expected };
                self.writer.doubt(para.at.start..para.body(), Weight::Middle, why);
            }
            expected = number + 1;
        }
    }

    /// A section that is 总体要求 or 预期目标: it says nothing that is done.
    fn is_guidance(&self, para: &Para) -> bool {
        let all = sentences(self.text, para.body()..para.at.end);
        let Some(first) = all.first() else { return false };
        let words = bare(self.text.get(first.clone()).unwrap_or_default());
        let words = words.trim_end_matches(['。', ':']);
        let short = words.chars().count() <= 18;
        let names = [
            "总体要求",
            "指导思想",
            "总体思路",
            "预期目标",
            "主要目标",
            "发展目标",
            "工作目标",
            "基本原则",
        ];
        short && names.iter().any(|name| words.contains(name))
    }

    /// Claims what follows the last word of the plan, and says where the section ends.
    fn closing(&mut self, within: Range<usize>, last: bool) -> usize {
        let words = |at: &usize| {
            let at = self.paras.get(*at).map(|para| para.at.clone()).unwrap_or_default();
            self.text.get(at).unwrap_or_default()
        };
        let turn = within.clone().find(|at| is_closing(words(at)));
        let ours = |at: &usize| {
            let words = head(words(at), 4);
            last && (words.starts_with("我们将") || words.starts_with("我们要"))
        };
        let end = turn.unwrap_or(within.end);
        let end = (within.start..end).rev().take_while(ours).last().unwrap_or(end);
        for para in self.paras.get(end..within.end).unwrap_or_default() {
            self.writer.claim(para.at.clone(), Role::Closing);
        }
        end
    }

    /// A part in which nothing is numbered.
    fn without_sections(&mut self, part: &Part, body: Range<usize>) {
        let end = self.closing(body.clone(), true);
        let body = body.start..end;
        let titled = section::own_titles(self.text, self.paras(&body));
        if titled.len() >= 2 {
            let starts: Vec<usize> = titled.iter().map(|at| body.start + at).collect();
            self.guidance(body.start..starts.first().copied().unwrap_or(body.end));
            for (nth, start) in starts.iter().enumerate() {
                let end = starts.get(nth + 1).copied().unwrap_or(body.end);
                let paras = self.paras(&(*start..end));
                section::read(self.writer, self.text, paras);
            }
            self.check(starts.len());
            self.planned = true;
            return;
        }
        let work = (body.start..body.end).find(|at| self.is_work(*at));
        let only = part.headed == Headed::Plainly && work.is_none();
        self.guidance(body.start..work.unwrap_or(body.end));
        if only || work.is_none() {
            return;
        }
        self.one_section(part, work.unwrap_or(body.end)..body.end);
        self.planned = true;
    }

    /// Whether a paragraph is a task by its form.
    fn is_work(&self, at: usize) -> bool {
        let Some(para) = self.paras.get(at) else { return false };
        let marked = para.marker.is_some();
        let all = sentences(self.text, para.body()..para.at.end);
        let words = bare(self.text.get(para.at.clone()).unwrap_or_default());
        let row = table::heading(self.text, &table::cells(self.text, &para.at)).is_some()
            || table::opens_stack(self.text, para);
        marked || row || super::lead::is_lead(self.text, &all) && !is_headline(&words)
    }

    fn one_section(&mut self, part: &Part, body: Range<usize>) {
        let heading = self.paras.get(part.paras.start).filter(|_| part.headed != Headed::Not);
        let title = heading.map_or_else(
            || self.writer.plan.title.clone(),
            |para| self.writer.words(&(para.body()..para.at.end)),
        );
        let paras = self.paras(&body);
        let before = self.writer.plan.sections.len();
        section::untitled(self.writer, self.text, title, paras);
        let at = paras.first().map(|para| para.at.start..para.body()).unwrap_or_default();
        if self.writer.plan.sections.len() == before + 1 {
            self.writer.doubt(at, Weight::Heavy, Why::NoSections);
        }
    }

    /// A part behind the plan: sections of its own, or one section.
    fn more(&mut self, part: &Part) {
        let body = part.paras.start + 1..part.paras.end;
        let starts = self.starts(&body);
        let tasks: usize = starts
            .iter()
            .enumerate()
            .map(|(nth, start)| {
                let end = starts.get(nth + 1).copied().unwrap_or(body.end);
                leads_in(self.text, self.paras(&(*start + 1..end)))
            })
            .sum();
        if starts.len() >= 2 && tasks * 2 >= starts.len() * 3 {
            let body = self.headed(part);
            self.guidance(body.start..starts.first().copied().unwrap_or(body.end));
            self.sections(&starts, body.end);
            return;
        }
        let end = self.closing(body, true);
        let paras = self.paras(&(part.paras.start..end));
        section::read(self.writer, self.text, paras);
    }

    /// 政府自身建设 beside the plan: one section, whatever stands in it.
    fn own(&mut self, part: &Part) {
        let end = self.closing(part.paras.start + 1..part.paras.end, true);
        let paras = self.paras(&(part.paras.start..end));
        let Some(at) = paras.first().map(|para| para.at.clone()) else { return };
        section::read(self.writer, self.text, paras);
        if self.planned {
            self.writer.doubt(at, Weight::Light, Why::BesidePart);
        }
    }

    /// A list behind the body, as a section.
    fn appendix(&mut self, part: &Part) {
        let paras = self.paras(&part.paras);
        let Some(at) = paras.first().map(|para| para.at.clone()) else { return };
        section::read(self.writer, self.text, paras);
        self.writer.doubt(at, Weight::Light, Why::Appendix);
    }

    /// Sentences before the first section; one gives the headline targets, one says how many
    /// sections follow.
    fn guidance(&mut self, within: Range<usize>) {
        self.goals(within, Listing::No);
    }

    /// The same, where a heading may have begun a list of targets.
    fn goals(&mut self, within: Range<usize>, listing: Listing) {
        let mut listing = listing == Listing::Begun;
        for at in within {
            let Some(para) = self.paras.get(at) else { continue };
            let cells = table::cells(self.text, &para.at);
            if let Some(columns) = table::heading(self.text, &cells) {
                self.writer.claim(para.at.clone(), Role::TableHead);
                self.writer.columns = Some(columns);
                continue;
            }
            let words = bare(self.text.get(para.at.clone()).unwrap_or_default());
            let mut headline = listing && para.marker.is_some();
            let item = headline && !opens(&words);
            if item {
                self.writer.claim(para.at.start..para.body(), Role::Stop);
            }
            let from = if item { para.body() } else { para.at.start };
            for sentence in sentences(self.text, from..para.at.end) {
                let words = bare(self.text.get(sentence.clone()).unwrap_or_default());
                let bridge = said(&words);
                headline |= is_headline(&words);
                let counted = is_headline(&words) || words.contains(|c: char| c.is_ascii_digit());
                let opening = opens(&words);
                let role = match (&bridge, headline && counted) {
                    (Some(_), _) => Role::Bridge,
                    (None, true) => Role::Headline,
                    (None, false) => Role::Guidance,
                };
                if opening {
                    self.writer.claim(sentence, Role::Opening);
                    continue;
                }
                if let Some(said) = bridge {
                    headline = false;
                    let said = if let Said::Count(said) = said { Some(said) } else { None };
                    self.writer.bridge = Some(Bridge { at: sentence.clone(), said, found: 0 });
                } else if headline && counted {
                    self.writer.headlines.push(sentence.clone());
                }
                self.writer.guidance(sentence, role);
            }
            listing = headline && (words.ends_with([':', ';']) || para.marker.is_some());
        }
    }

    /// Holds the number of sections against what the bridge sentence says.
    fn check(&mut self, found: usize) {
        let Some(bridge) = &mut self.writer.bridge else { return };
        bridge.found = found;
        let Some(said) = bridge.said.filter(|said| usize::try_from(*said) != Ok(found)) else {
            return;
        };
        let (at, said, found) = (bridge.at.clone(), said.to_string(), found.to_string());
        self.writer.doubt(at, Weight::Heavy, Why::SectionCount { said, found });
    }
}
