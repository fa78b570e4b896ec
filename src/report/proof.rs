//! Does the plan say what the report says: every character of the report's body, once, in order?
//!
//! The plan's texts are looked for in the report one after the other. What lies between two of them
//! is structure when it is a marker or a stop, and otherwise text that the plan lacks; what lies
//! before the first and after the last are the page's own lines. Nothing here knows which markers
//! a report uses, and nothing here can fail: what does not fit is a doubt.

use std::ops::Range;

use crate::plan::{Path, Plan};
use crate::words::proof::Doubt;

#[cfg(test)]
mod tests;

/// What comparing a plan with its report showed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// How many texts of the plan stand in the report, in order.
    pub proven: usize,
    /// Markers and stops between them: `(一)`, `——`, `。`.
    pub structure: Vec<Piece>,
    /// Lines around the body: navigation, the page's title, footer.
    pub outside: Vec<Piece>,
    /// Text of the report's body that the plan does not have there.
    pub missing: Vec<Piece>,
    /// Texts of the plan that the report does not have there.
    pub altered: Vec<Altered>,
}

/// Some text of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it begins.
    pub spot: Spot,
    /// The text, without white space around it.
    pub text: String,
}

/// A place in the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

/// A text of the plan that is not the report's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Altered {
    /// Where in the plan.
    pub at: Path,
    /// Where in the report it should have stood; none when it stands in no place.
    pub spot: Option<Spot>,
    /// What is doubted.
    pub doubt: Doubt,
}

impl Proof {
    /// Whether the plan's text is the report's text.
    pub fn holds(&self) -> bool {
        self.missing.is_empty() && self.altered.is_empty()
    }
}

/// Compares a plan with the text of its report.
pub fn prove(plan: &Plan, report: &str) -> Proof {
    let report = report.strip_prefix('\u{feff}').unwrap_or(report);
    let mut reader = Reader { report, at: 0, lost: Vec::new(), proof: Proof::default() };
    for (at, text) in texts(plan) {
        match reader.next(text) {
            Some(found) => {
                let from =
                    if reader.proof.proven == 0 { Stretch::Before } else { Stretch::Between };
                reader.stretch(from, reader.at..found.start);
                reader.at = found.end;
                reader.proof.proven += 1;
            }
            None => reader.lost.push((at, text)),
        }
    }
    reader.stretch(Stretch::After, reader.at..report.len());
    quotes(plan, &mut reader.proof);
    reader.proof
}

/// Every text of the plan that the report must say, in its order.
fn texts(plan: &Plan) -> Vec<(Path, &str)> {
    let mut texts: Vec<(Path, &str)> = Vec::new();
    let top = Path::default();
    for (nth, text) in plan.guidance.iter().enumerate() {
        texts.push((top.field("guidance").index(nth), text));
    }
    for (nth, section) in plan.sections.iter().enumerate() {
        let at = top.field("sections").index(nth);
        texts.push((at.field("title"), &section.title));
        for (nth, text) in section.lead.iter().enumerate() {
            texts.push((at.field("lead").index(nth), text));
        }
        for (nth, task) in section.tasks.iter().enumerate() {
            let at = at.field("tasks").index(nth);
            texts.push((at.field("title"), &task.title));
            for (nth, measure) in task.measures.iter().enumerate() {
                let at = at.field("measures").index(nth).field("text");
                texts.push((at, &measure.text));
            }
        }
    }
    texts.retain(|(_, text)| !text.trim().is_empty());
    texts
}

/// Where in the report a stretch lies that no text of the plan covers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stretch {
    Before,
    Between,
    After,
}

struct Reader<'a> {
    report: &'a str,
    /// The end of what was found last.
    at: usize,
    /// Texts of the plan that were not found since.
    lost: Vec<(Path, &'a str)>,
    proof: Proof,
}

impl<'a> Reader<'a> {
    /// Where a text stands next: right here, or else first behind something that is no letter, so
    /// that a short title is not found inside a sentence.
    fn next(&self, text: &str) -> Option<Range<usize>> {
        let rest = self.report.get(self.at..)?;
        let free = |found: &usize| {
            let before = rest.get(..*found).and_then(|before| before.chars().next_back());
            before.is_none_or(|letter| !letter.is_alphanumeric())
        };
        let mut places = rest.match_indices(text).map(|(found, _)| found);
        let found = places.find(free).or_else(|| rest.find(text))?;
        Some(self.at + found..self.at + found + text.len())
    }

    /// Sorts a stretch that no text of the plan covers.
    fn stretch(&mut self, which: Stretch, span: Range<usize>) {
        let explained = self.explain(&span);
        for part in lines(self.report, &span) {
            let text = self.words(&part);
            let piece = Piece { spot: spot(self.report, part.start), text: text.into() };
            let alone = self.is_whole_line(&part);
            if explained.iter().any(|place| part.contains(place)) {
                continue;
            }
            if which != Stretch::Between && alone && !is_body(text) {
                self.proof.outside.push(piece);
            } else if is_structure(text) {
                self.proof.structure.push(piece);
            } else {
                self.proof.missing.push(piece);
            }
        }
    }

    /// Says of each lost text what the report has instead, and gives the places that this explains.
    fn explain(&mut self, span: &Range<usize>) -> Vec<usize> {
        let mut explained = Vec::new();
        for (at, text) in std::mem::take(&mut self.lost) {
            let (place, doubt) = match self.resembling(text, span) {
                Some((place, doubt)) => {
                    explained.push(place);
                    (Some(place), doubt)
                }
                None => match self.report.find(text) {
                    Some(place) => (Some(place), Doubt::Elsewhere { text: text.into() }),
                    None => (None, Doubt::NotThere { text: text.into() }),
                },
            };
            let spot = place.map(|place| spot(self.report, place));
            self.proof.altered.push(Altered { at, spot, doubt });
        }
        explained
    }

    /// The place in the stretch where a text begins or ends like the lost one, and how they differ.
    fn resembling(&self, text: &str, span: &Range<usize>) -> Option<(usize, Doubt)> {
        let stretch = self.words(span);
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(ALIKE).collect();
        let heads = starts.iter().rev().filter_map(|end| text.get(..*end));
        for head in heads {
            if let Some(found) = stretch.find(head) {
                let rest =
                    |whole: &str, from: usize| excerpt(whole.get(from..).unwrap_or_default());
                let doubt = Doubt::Differs {
                    after: tail(head),
                    plan: rest(text, head.len()),
                    report: rest(stretch, found + head.len()),
                };
                return Some((span.start + found + head.len(), doubt));
            }
        }
        let tails = text.char_indices().skip(1).filter_map(|(at, _)| text.get(at..));
        let mut alike = tails.take_while(|tail| tail.chars().count() >= ALIKE);
        let (tail, found) = alike.find_map(|tail| Some((tail, stretch.find(tail)?)))?;
        let line = stretch.get(..found).and_then(|before| before.rfind('\n')).map_or(0, |n| n + 1);
        let doubt = Doubt::Begins {
            plan: excerpt(text.strip_suffix(tail).unwrap_or(text)),
            report: excerpt(stretch.get(line..found).unwrap_or_default()),
        };
        Some((span.start + found, doubt))
    }

    fn words(&self, span: &Range<usize>) -> &'a str {
        self.report.get(span.clone()).unwrap_or_default()
    }

    /// Whether nothing but this part stands on its line.
    fn is_whole_line(&self, part: &Range<usize>) -> bool {
        let before = self.words(&(0..part.start)).rsplit('\n').next().unwrap_or_default();
        let after = self.words(&(part.end..self.report.len())).split('\n').next();
        before.trim().is_empty() && after.unwrap_or_default().trim().is_empty()
    }
}

/// Two texts with so many characters in common at one end are taken for one that was changed.
const ALIKE: usize = 4;

/// The parts of a stretch, line by line, without white space around them.
fn lines(report: &str, span: &Range<usize>) -> Vec<Range<usize>> {
    let mut start = span.start;
    let mut parts = Vec::new();
    for line in report.get(span.clone()).unwrap_or_default().split_inclusive('\n') {
        let from = start + line.len() - line.trim_start().len();
        let text = line.trim();
        if !text.is_empty() {
            parts.push(from..from + text.len());
        }
        start += line.len();
    }
    parts
}

/// A marker or a stop: a few marks and numbers, no words.
fn is_structure(text: &str) -> bool {
    let counts = |c: char| "一二三四五六七八九十百〇零第章节条".contains(c) || c.is_ascii_digit();
    text.chars().count() <= 12 && text.chars().all(|c| counts(c) || !c.is_alphanumeric())
}

/// Whether a line around the body reads like a part of it: it has the full stop of a sentence.
fn is_body(line: &str) -> bool {
    let sentence = line.ends_with('.') && line.split_whitespace().count() >= 8;
    line.contains('。') || sentence
}

fn spot(report: &str, byte: usize) -> Spot {
    let before = report.get(..byte).unwrap_or(report);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
    Spot { line, column }
}

/// The first characters of a text, enough to see what differs.
fn excerpt(text: &str) -> String {
    text.lines().next().unwrap_or_default().chars().take(12).collect()
}

/// The last characters of a text.
fn tail(text: &str) -> String {
    let skipped = text.chars().count().saturating_sub(ALIKE);
    text.chars().skip(skipped).collect()
}

/// Every phrase of a target quotes its sentence.
fn quotes(plan: &Plan, proof: &mut Proof) {
    let mut doubt = |at: Path, phrase: &str| {
        let doubt = Doubt::NotQuoted { text: phrase.into() };
        proof.altered.push(Altered { at: at.field("text"), spot: None, doubt });
    };
    let top = Path::default();
    for (nth, target) in plan.headline.iter().enumerate() {
        if !plan.guidance.iter().any(|sentence| sentence.contains(&target.text)) {
            doubt(top.field("headline").index(nth), &target.text);
        }
    }
    for (section_nth, section) in plan.sections.iter().enumerate() {
        let at = top.field("sections").index(section_nth);
        for (task_nth, task) in section.tasks.iter().enumerate() {
            let at = at.field("tasks").index(task_nth);
            for (measure_nth, measure) in task.measures.iter().enumerate() {
                let at = at.field("measures").index(measure_nth).field("targets");
                for (nth, target) in measure.targets.iter().enumerate() {
                    if !measure.text.contains(&target.text) {
                        doubt(at.index(nth), &target.text);
                    }
                }
            }
        }
    }
}
