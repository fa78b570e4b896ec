//! Everything that can be wrong with a plan that could be read.
//!
//! A problem is told, never mended, and never stops the program: a plan with problems can still be
//! looked at while a person puts it right.

use std::collections::{BTreeMap, BTreeSet};

use super::place::Level;
use super::plain::{is_hidden, mark};
use super::{Measure, Path, Place, Plan, Problem, Section, Target, Task};
use crate::words::Wrong;

mod judging;
mod letterhead;
mod people;
#[cfg(test)]
pub(super) mod tests;

/// All problems of a plan, in the order of the file.
pub fn problems(plan: &Plan) -> Vec<Problem> {
    let mut walk = Walk::default();
    let top = Path::default();
    walk.cover(plan);
    for (index, sentence) in plan.guidance.iter().enumerate() {
        walk.needed(top.field("guidance").index(index), sentence);
    }
    for (index, target) in plan.headline.iter().enumerate() {
        let at = top.field("headline").index(index);
        walk.target(&at, target, None);
        if !plan.guidance.iter().any(|sentence| sentence.contains(&target.text)) {
            let quote = target.text.clone();
            walk.say(at.field("text"), Wrong::NotInGuidance { quote });
        }
    }
    for (index, section) in plan.sections.iter().enumerate() {
        walk.section(&top.field("sections").index(index), section);
    }
    walk.judged(plan);
    walk.defects(plan);
    walk.series(plan);
    walk.letterhead(&top.field("letterhead"), &plan.letterhead);
    walk.rules(plan);
    walk.roster(plan);
    walk.problems
}

#[derive(Default)]
struct Walk {
    seen: BTreeSet<Place>,
    /// The last row of each level: rows of one level stand in the order of their numbers.
    latest: BTreeMap<u8, Place>,
    problems: Vec<Problem>,
}

impl Walk {
    fn say(&mut self, at: Path, what: Wrong) {
        self.problems.push(Problem { at, what });
    }

    /// A text that may be empty: nothing in it may hide.
    fn text(&mut self, at: Path, text: &str) {
        if let Some(hidden) = text.chars().find(|c| is_hidden(*c)) {
            self.say(at, Wrong::Hidden { mark: mark(hidden) });
        }
    }

    /// A text that must say something.
    fn needed(&mut self, at: Path, text: &str) {
        if text.trim().is_empty() {
            self.say(at, Wrong::Empty);
        } else {
            self.text(at, text);
        }
    }

    /// A short name beside the long one that it stands for.
    fn short(&mut self, at: Path, short: &str, long: &str) {
        if !long.is_empty() && short.chars().count() > long.chars().count() {
            let (short, long) = (short.into(), long.into());
            self.say(at, Wrong::ShortIsLonger { short, long });
        } else {
            self.text(at, short);
        }
    }

    fn cover(&mut self, plan: &Plan) {
        let top = Path::default();
        let ascii = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if plan.id.is_empty() || !plan.id.bytes().all(ascii) {
            self.say(top.field("id"), Wrong::BadPlanId { id: plan.id.clone() });
        }
        self.needed(top.field("title"), &plan.title);
        self.text(top.field("short"), &plan.short);
        self.text(top.field("organ"), &plan.organ);
        if plan.period.from > plan.period.to {
            self.say(top.field("period"), Wrong::PeriodBackwards);
        }
    }

    fn section(&mut self, at: &Path, section: &Section) {
        self.row(at, section.id, Level::Section, None);
        self.needed(at.field("title"), &section.title);
        self.short(at.field("short"), &section.short, &section.title);
        for (index, sentence) in section.lead.iter().enumerate() {
            self.needed(at.field("lead").index(index), sentence);
        }
        for (index, task) in section.tasks.iter().enumerate() {
            self.task(&at.field("tasks").index(index), task, section.id);
        }
    }

    fn task(&mut self, at: &Path, task: &Task, above: Place) {
        self.row(at, task.id, Level::Task, Some(above));
        self.needed(at.field("title"), &task.title);
        self.short(at.field("short"), &task.short, &task.title);
        for (index, measure) in task.measures.iter().enumerate() {
            self.measure(&at.field("measures").index(index), measure, task.id);
        }
    }

    fn measure(&mut self, at: &Path, measure: &Measure, above: Place) {
        self.row(at, measure.id, Level::Measure, Some(above));
        self.needed(at.field("text"), &measure.text);
        // Targets are numbered over the whole task, and an amended report may give an earlier
        // sentence one more: they stand in order within their sentence.
        self.latest.remove(&(Level::Target as u8));
        for (index, target) in measure.targets.iter().enumerate() {
            let at = at.field("targets").index(index);
            self.target(&at, target, Some(above));
            if !measure.text.contains(&target.text) {
                let (quote, sentence) = (target.text.clone(), measure.text.clone());
                self.say(at.field("text"), Wrong::NotQuoted { quote, sentence });
            }
        }
    }

    fn row(&mut self, at: &Path, id: Place, level: Level, above: Option<Place>) {
        let at = at.field("id");
        if id.level() != level {
            self.say(at, Wrong::NotThisLevel { id: id.to_string() });
        } else if let Some(above) = above.filter(|above| !id.is_within(*above)) {
            let (id, above) = (id.to_string(), above.to_string());
            self.say(at, Wrong::NotBelow { id, above });
        } else {
            self.once(at, id, level);
        }
    }

    /// Each row once, and in the order of its numbers.
    fn once(&mut self, at: Path, id: Place, level: Level) {
        if !self.seen.insert(id) {
            self.say(at, Wrong::SameId { id: id.to_string() });
        } else if self.latest.insert(level as u8, id).is_some_and(|latest| latest > id) {
            self.say(at, Wrong::OutOfOrder { id: id.to_string() });
        }
    }

    fn target(&mut self, at: &Path, target: &Target, above: Option<Place>) {
        let id = target.id;
        if id.level() != Level::Target {
            self.say(at.field("id"), Wrong::NotThisLevel { id: id.to_string() });
        } else if id.in_task() != above {
            let above = above.map_or_else(|| "0".into(), |task| task.to_string());
            self.say(at.field("id"), Wrong::NotBelow { id: id.to_string(), above });
        } else {
            self.once(at.field("id"), id, Level::Target);
        }
        for (field, what) in super::target::faults(target) {
            self.say(at.field(field), what);
        }
        self.text(at.field("metric"), &target.metric);
        self.short(at.field("short"), &target.short, &target.metric);
        self.text(at.field("unit"), &target.unit);
        self.text(at.field("qualifier"), &target.qualifier);
        self.needed(at.field("text"), &target.text);
        for (index, member) in target.members.iter().enumerate() {
            let at = at.field("members").index(index);
            if target.members.iter().take(index).any(|other| other == member) {
                self.say(at, Wrong::SameMember { member: member.clone() });
            } else {
                self.needed(at, member);
            }
        }
    }

    /// A noted slip must be a slip of this text, which it may cross from title to sentence.
    fn defects(&mut self, plan: &Plan) {
        let whole = whole(plan);
        for (index, defect) in plan.defects.iter().enumerate() {
            let at = Path::default().field("defects").index(index);
            if !whole.contains(&defect.text) {
                self.say(at.field("text"), Wrong::NoSuchText { text: defect.text.clone() });
            }
            self.needed(at.field("text"), &defect.text);
            self.needed(at.field("note"), &defect.note);
        }
    }

    fn series(&mut self, plan: &Plan) {
        for (index, series) in plan.series.iter().enumerate() {
            let at = Path::default().field("series").index(index);
            let code = &series.code;
            let small = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
            let taken = ["interval", "join", "adopted"].contains(&code.as_str());
            if taken || !code.bytes().all(small) {
                self.say(at.field("code"), Wrong::BadSeriesCode { code: code.clone() });
            } else if plan.series.iter().take(index).any(|other| other.code == *code) {
                self.say(at.field("code"), Wrong::SameSeriesCode { code: code.clone() });
            }
            self.needed(at.field("name"), &series.name);
            self.text(at.field("place"), &series.place);
            self.text(at.field("chair"), &series.chair);
            self.letterhead(&at.field("letterhead"), &series.letterhead);
        }
    }
}

/// The text of the plan in its order, nothing between its parts.
fn whole(plan: &Plan) -> String {
    let mut whole: String = plan.guidance.concat();
    for section in &plan.sections {
        whole.push_str(&section.title);
        section.lead.iter().for_each(|sentence| whole.push_str(sentence));
        for task in &section.tasks {
            whole.push_str(&task.title);
            task.measures.iter().for_each(|measure| whole.push_str(&measure.text));
        }
    }
    whole
}
