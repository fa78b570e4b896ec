//! Everything that can be wrong with a plan that could be read.

use std::collections::{BTreeMap, BTreeSet};

use super::place::Level;
use super::{Path, Place, Plan, Problem, Target};
use crate::words::Wrong;

/// All problems of a plan, in the order of the file.
pub fn problems(plan: &Plan) -> Vec<Problem> {
    let mut walk = Walk::default();
    let top = Path::default();
    for (index, target) in plan.headline.iter().enumerate() {
        walk.target(&top.field("headline").index(index), target, None);
    }
    for (index, section) in plan.sections.iter().enumerate() {
        let at = top.field("sections").index(index);
        walk.row(&at, section.id, Level::Section, None);
        for (index, task) in section.tasks.iter().enumerate() {
            let at = at.field("tasks").index(index);
            walk.row(&at, task.id, Level::Task, Some(section.id));
            for (index, measure) in task.measures.iter().enumerate() {
                let at = at.field("measures").index(index);
                walk.row(&at, measure.id, Level::Measure, Some(task.id));
                for (index, target) in measure.targets.iter().enumerate() {
                    walk.target(
                        &at.field("targets").index(index),
                        target,
                        Some((task.id, &measure.text)),
                    );
                }
            }
        }
    }
    walk.roster(plan);
    walk.period(plan);
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

    fn row(&mut self, at: &Path, id: Place, level: Level, above: Option<Place>) {
        let at = at.field("id");
        if id.level() != level {
            self.say(at, Wrong::NotThisLevel { id: id.to_string() });
        } else if let Some(above) = above.filter(|above| !id.is_within(*above)) {
            let (id, above) = (id.to_string(), above.to_string());
            self.say(at, Wrong::NotBelow { id, above });
        } else if !self.seen.insert(id) {
            self.say(at, Wrong::SameId { id: id.to_string() });
        } else if self.latest.insert(level as u8, id).is_some_and(|latest| latest > id) {
            self.say(at, Wrong::OutOfOrder { id: id.to_string() });
        }
    }

    fn target(&mut self, at: &Path, target: &Target, home: Option<(Place, &str)>) {
        let id = target.id;
        let above = home.map(|(task, _)| task);
        if id.level() != Level::Target {
            self.say(at.field("id"), Wrong::NotThisLevel { id: id.to_string() });
        } else if id.in_task() != above {
            let above = above.map_or_else(|| "0".into(), |task| task.to_string());
            self.say(at.field("id"), Wrong::NotBelow { id: id.to_string(), above });
        } else if !self.seen.insert(id) {
            self.say(at.field("id"), Wrong::SameId { id: id.to_string() });
        }
        if let Some((_, text)) = home.filter(|(_, text)| !text.contains(&target.text)) {
            let quote = target.text.clone();
            self.say(at.field("text"), Wrong::NotQuoted { quote, sentence: text.into() });
        }
        for (field, what) in super::target::faults(target) {
            self.say(at.field(field), what);
        }
    }

    fn roster(&mut self, plan: &Plan) {
        let at = Path::default().field("roster").field("offices");
        let mut names: Vec<(&str, &str)> = Vec::new();
        for (key, office) in &plan.roster.offices {
            let own = [office.short.as_str(), office.full.as_str()];
            let all = own.into_iter().chain(office.aliases.iter().map(String::as_str));
            for name in all {
                let other = names.iter().find(|(taken, by)| *taken == name && *by != key.as_str());
                if let Some((_, by)) = other {
                    let (name, key, other) = (name.into(), key.to_string(), (*by).into());
                    self.say(at.key(&key), Wrong::SameName { name, key, other });
                }
                names.push((name, key.as_str()));
            }
            if office.short.trim().is_empty() {
                self.say(at.key(key), Wrong::NoName { key: key.to_string() });
            }
            if let Some(gone) =
                office.successor.iter().find(|k| !plan.roster.offices.contains_key(*k))
            {
                self.say(
                    at.key(key).field("successor"),
                    Wrong::NoSuchOffice { key: gone.to_string() },
                );
            }
        }
        for (name, members) in &plan.roster.groups {
            for gone in members.iter().filter(|key| !plan.roster.offices.contains_key(*key)) {
                let at = Path::default().field("roster").field("groups").key(name);
                self.say(at, Wrong::NoSuchOffice { key: gone.to_string() });
            }
        }
    }

    fn period(&mut self, plan: &Plan) {
        if plan.period.from > plan.period.to {
            self.say(Path::default().field("period"), Wrong::PeriodBackwards);
        }
        for (index, series) in plan.series.iter().enumerate() {
            let at = Path::default().field("series").index(index).field("code");
            let code = &series.code;
            let small = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
            if !code.bytes().all(small) || matches!(code.as_str(), "interval" | "join" | "adopted")
            {
                self.say(at, Wrong::BadSeriesCode { code: code.clone() });
            } else if plan.series.iter().take(index).any(|other| other.code == *code) {
                self.say(at, Wrong::SameSeriesCode { code: code.clone() });
            }
        }
    }
}
