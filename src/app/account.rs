//! 交账: the rows that are accounted for at the year's end, what became of each, and what its lights
//! let assume.

use super::look;
use super::session::Session;
use crate::judge::{self, Light, goal, rollup};
use crate::ledger::{Account, Settlement};
use crate::plan::place::Level;
use crate::plan::{Found, Place, Plan, Target};
use crate::words::account::Ground;
use crate::words::{Joint, Lang};

/// The most grounds that a reason names.
const MOST: usize = 3;

/// How the accounts of all tasks stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// 完成
    pub finished: usize,
    /// 未完成
    pub unfinished: usize,
    /// 转下年
    pub carried: usize,
    /// Not accounted for yet.
    pub left: usize,
    /// Of those, the ones whose lights leave no doubt.
    pub assumed: usize,
}

/// The rows that are listed: the tasks, one of them with its measures.
pub fn row(plan: &Plan, unfolded: Option<Place>, mut index: usize) -> Option<Place> {
    for task in plan.tasks() {
        if index == 0 {
            return Some(task.id);
        }
        index -= 1;
        if unfolded == Some(task.id) {
            if let Some(measure) = task.measures.get(index) {
                return Some(measure.id);
            }
            index -= task.measures.len();
        }
    }
    None
}

/// How many rows are listed.
pub fn count(plan: &Plan, unfolded: Option<Place>) -> usize {
    let measures = match unfolded.and_then(|place| plan.find(place)) {
        Some(Found::Task(task)) => task.measures.len(),
        _ => 0,
    };
    plan.tasks().count() + measures
}

/// Whether a row is accounted for at all: tasks, and measures on demand.
pub fn takes(place: Place) -> bool {
    matches!(place.level(), Level::Task | Level::Measure)
}

/// What the lights of a row's targets let assume, and the ground for it. A matter that is open decides
/// nothing: what was promised is a target.
pub fn assumed(session: &Session, place: Place, lang: Lang) -> Option<Account> {
    let stands = stands(session, place);
    let lights: Vec<Option<Light>> = stands.iter().map(|(_, light)| *light).collect();
    let state = judge::settlement(&lights)?;
    let missed = |light: &Option<Light>| matches!(light, Some(Light::Overdue | Light::Behind));
    let wanted = stands.iter().filter(|(_, light)| state == Settlement::Finished || missed(light));
    let grounds = wanted.map(|(target, light)| figure(session, target, *light, lang)).collect();
    Some(Account { state, on: session.base_day(), reason: reason(grounds, lang) })
}

/// All tasks that are not accounted for and whose lights leave no doubt.
pub fn all_assumed(session: &Session, lang: Lang) -> Vec<(Place, Account)> {
    let left = session.plan.tasks().map(|task| task.id).filter(|id| session.account(*id).is_none());
    left.filter_map(|id| Some((id, assumed(session, id, lang)?))).collect()
}

/// How the accounts of all tasks stand.
pub fn tally(session: &Session, lang: Lang) -> Tally {
    let mut tally = Tally::default();
    for task in session.plan.tasks() {
        match session.account(task.id).map(|account| account.state) {
            Some(Settlement::Finished) => tally.finished += 1,
            Some(Settlement::Unfinished) => tally.unfinished += 1,
            Some(Settlement::CarriedOver) => tally.carried += 1,
            None => tally.left += 1,
        }
    }
    tally.assumed = all_assumed(session, lang).len();
    tally
}

/// The worst light of a row's targets.
pub fn worst(session: &Session, place: Place) -> Option<Light> {
    let lights = stands(session, place).into_iter().filter_map(|(_, light)| light);
    lights.min_by_key(|light| rollup::weight(*light))
}

/// A row's targets with their lights.
fn stands(session: &Session, place: Place) -> Vec<(&Target, Option<Light>)> {
    let targets = look::targets_at(session, place);
    let found = targets.into_iter().filter_map(|target| match session.plan.find(target) {
        Some(Found::Target(target)) => Some(target),
        _ => None,
    });
    let light = |target: &Target| session.verdicts.of(target.id).and_then(|verdict| verdict.light);
    found.map(|target| (target, light(target))).collect()
}

/// The last figure of a target beside its goal; its light where there is none.
fn figure(session: &Session, target: &Target, light: Option<Light>, lang: Lang) -> String {
    let metric = if target.short.is_empty() { &target.metric } else { &target.short };
    let metric = metric.clone();
    let verdict = session.verdicts.of(target.id);
    match verdict.and_then(|verdict| Some((verdict.figure?, verdict.goal.or(target.value)))) {
        Some((figure, Some(goal))) => {
            let goal = goal::phrase(target, Some(goal), lang);
            Ground::Figure { metric, value: figure.value.to_string(), goal }.text(lang)
        }
        Some((figure, None)) => format!("{metric} {}", target.measured(figure.value)),
        None => {
            let light = light.map_or_else(String::new, |light| light.word().text(lang).to_owned());
            Ground::Stands { metric, light }.text(lang).trim_end().to_owned()
        }
    }
}

fn reason(mut grounds: Vec<String>, lang: Lang) -> String {
    if grounds.len() > MOST {
        let more = grounds.split_off(MOST - 1).len().to_string();
        grounds.push(Ground::More { count: more }.text(lang));
    }
    grounds.join(Joint::Apart.text(lang))
}
