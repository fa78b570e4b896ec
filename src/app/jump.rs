//! The jump box: digits that become a row as soon as only one task can be meant.
//!
//! `14` and `1.4` go to task 1.4 in either width; `.2` and `/1` typed next go on to its measures and
//! targets. Where 1.1 and 1.12 both exist, `1.1` waits and Enter takes it. Only tasks are counted:
//! measures and targets never make the box wait. Rows are found by their numbers and never walked
//! through, so a digit costs the same on a plan of 100,000 tasks.

use std::ops::Range;

use super::key::twin;
use crate::plan::{Found, Place, Plan, Section, Task};

/// What typed digits lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jump {
    /// One row is meant.
    Go(Place),
    /// Several may be meant yet.
    Waiting,
    /// None is.
    Nowhere,
}

/// What digits lead to so far.
pub fn jump(typed: &str, plan: &Plan) -> Jump {
    let typed = plainly(typed);
    if let Some(place) = deep(&typed, plan) {
        return Jump::Go(place);
    }
    let mut tasks = candidates(&typed, plan);
    match (tasks.next(), tasks.next()) {
        (Some(one), None) => Jump::Go(one),
        (None, None) if !is_begun(&typed, plan) => Jump::Nowhere,
        _ => Jump::Waiting,
    }
}

/// What Enter takes: the shortest row that the digits name.
pub fn enter(typed: &str, plan: &Plan) -> Option<Place> {
    let typed = plainly(typed);
    let typed = typed.trim_end_matches(['.', '/', '-']);
    let named: Option<Place> = typed.parse().ok();
    named.filter(|place| plan.find(*place).is_some()).or_else(|| by_digits(typed, plan))
}

/// The one task that digits without a point name: 14 is 1.4. None where two could be meant, as 112 is
/// 1.12 and 11.2.
pub fn by_digits(digits: &str, plan: &Plan) -> Option<Place> {
    let split = |at| Some(format!("{}.{}", digits.get(..at)?, digits.get(at..)?));
    let places = (1..digits.len()).filter_map(|at| split(at)?.parse::<Place>().ok());
    let mut tasks = places.filter(|place| plan.find(*place).is_some());
    tasks.next().filter(|_| tasks.next().is_none())
}

/// In ASCII, whatever an input method made of it.
fn plainly(typed: &str) -> String {
    typed.chars().map(twin).map(|c| if c == '-' { '/' } else { c }).collect()
}

/// The tasks that can still be meant: with a point by their numbers as they are written, without one
/// by their digits alone.
fn candidates(typed: &str, plan: &Plan) -> impl Iterator<Item = Place> {
    plan.sections.iter().flat_map(move |section| {
        let number = section.id.to_string();
        let rest = match typed.split_once('.') {
            Some((own, rest)) => (own == number).then_some(rest),
            None if number.starts_with(typed) => Some(""),
            None => typed.strip_prefix(number.as_str()),
        };
        let numbers = rest.into_iter().flat_map(beginning);
        numbers.flat_map(|numbers| tasks(section, &numbers)).map(|task| task.id)
    })
}

/// The most digits that the number of a task can have.
const LONGEST: u32 = 5;

/// The numbers that begin with some digits: 2, then 20 to 29, then 200 to 299.
fn beginning(digits: &str) -> Vec<Range<u32>> {
    if digits.is_empty() {
        return std::iter::once(0..u32::MAX).collect();
    }
    let plain = !digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit());
    let Some(first) = digits.parse::<u32>().ok().filter(|_| plain) else { return Vec::new() };
    let more = u32::try_from(digits.len()).map_or(0, |length| (LONGEST + 1).saturating_sub(length));
    (0..more).map(|more| first * 10_u32.pow(more)..(first + 1) * 10_u32.pow(more)).collect()
}

/// The tasks of a section that have such numbers.
fn tasks<'a>(section: &'a Section, numbers: &Range<u32>) -> &'a [Task] {
    let before = |end| section.tasks.partition_point(|task| u32::from(task.id.number()) < end);
    section.tasks.get(before(numbers.start)..before(numbers.end)).unwrap_or_default()
}

/// A measure or a target, once it is named whole: 1.2.1 waits while 1.2.10 exists; so does 1.2/1.
fn deep(typed: &str, plan: &Plan) -> Option<Place> {
    let place: Place = typed.parse().ok()?;
    let low = typed.matches('.').count() == 2 || typed.contains('/');
    let longer = |other: Place| other != place && other.to_string().starts_with(typed);
    let alone = || !below(typed, plan).any(longer);
    (low && plan.find(place).is_some() && alone()).then_some(place)
}

/// Whether some row of the plan begins so: a section, or the rows below a task. In a plan whose rows
/// are out of order, what is named whole is there all the same.
fn is_begun(typed: &str, plan: &Plan) -> bool {
    let begins = |place: Place| place.to_string().starts_with(typed);
    let whole = || typed.parse().ok().and_then(|place| plan.find(place)).is_some();
    plan.sections.iter().any(|section| begins(section.id))
        || below(typed, plan).any(begins)
        || whole()
}

/// The headline targets, and the measures and targets of the task that the digits begin with.
fn below(typed: &str, plan: &Plan) -> impl Iterator<Item = Place> {
    let point = typed.find('.').map_or(typed.len(), |point| point + 1);
    let end = typed[point..].find(['.', '/']).and_then(|end| typed.get(..point + end));
    let task = match end.and_then(|task| task.parse().ok()).and_then(|place| plan.find(place)) {
        Some(Found::Task(task)) => Some(task),
        _ => None,
    };
    let rows = task.into_iter().flat_map(|task| {
        let measures = task.measures.iter().map(|measure| measure.id);
        measures.chain(task.targets().map(|target| target.id))
    });
    plan.headline.iter().map(|target| target.id).chain(rows)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::app::entry::tests::plan;

    fn shown(typed: &str) -> String {
        let plan = plan();
        match jump(typed, &plan) {
            Jump::Go(place) => place.to_string(),
            Jump::Waiting => {
                format!("{:?}", candidates(&plainly(typed), &plan).collect::<Vec<_>>())
            }
            Jump::Nowhere => "-".into(),
        }
    }

    #[test]
    fn the_box_opens_as_soon_as_one_task_can_be_meant() {
        for (typed, leads) in [
            ("14", "1.4"),
            ("1.4", "1.4"),
            ("１．４", "1.4"),
            ("1。4", "1.4"),
            ("1", "[1.1, 1.2, 1.3, 1.4, 1.12]"),
            ("1.", "[1.1, 1.2, 1.3, 1.4, 1.12]"),
            ("1.1", "[1.1, 1.12]"),
            ("11", "[1.1, 1.12]"),
            ("1.12", "1.12"),
            ("112", "1.12"),
            ("3", "3.1"),
            ("1.2.2", "1.2.2"),
            ("1.2/1", "1.2/1"),
            ("1.2、1", "1.2/1"),
            ("1.4.", "[]"),
            ("0", "[]"),
            ("0/1", "0/1"),
            ("9", "-"),
            ("15", "-"),
            ("1.5", "-"),
            ("1.2/3", "-"),
        ] {
            assert_eq!(shown(typed), leads, "{typed}");
        }
    }

    #[test]
    fn enter_takes_the_shortest() {
        let plan = plan();
        for (typed, row) in [
            ("1", Some("1")),
            ("1.", Some("1")),
            ("1.1", Some("1.1")),
            ("11", Some("1.1")),
            ("１１２", Some("1.12")),
            ("3", Some("3")),
            ("1.4。1", Some("1.4.1")),
            ("9", None),
            ("", None),
        ] {
            assert_eq!(enter(typed, &plan).map(|row| row.to_string()).as_deref(), row, "{typed}");
        }
    }

    proptest! {
        /// Halving finds what walking through the plan finds.
        #[test]
        fn the_tasks_are_those_whose_numbers_begin_so(typed in r"[0-5.]{0,6}|[0-9./]{0,7}") {
            static PLAN: std::sync::OnceLock<Plan> = std::sync::OnceLock::new();
            let plan = PLAN.get_or_init(|| {
                let mut plan = plan();
                let model = plan.sections[0].tasks[0].clone();
                for (section, numbers) in [(0, 1..=230), (1, 1..=9)] {
                    let id = |task| Place::task(plan.sections[section].id.number(), task);
                    let tasks = numbers.map(|task| Task { id: id(task), ..model.clone() });
                    plan.sections[section].tasks = tasks.collect();
                }
                plan
            });
            let begins = |task: &Place| {
                let number = task.to_string();
                let digits = number.replace('.', "");
                if typed.contains('.') { number.starts_with(&typed) } else { digits.starts_with(&typed) }
            };
            let walked: Vec<Place> = plan.tasks().map(|task| task.id).filter(begins).collect();
            let mut found: Vec<Place> = candidates(&typed, plan).collect();
            found.sort();
            prop_assert_eq!(found, walked);
        }

        #[test]
        fn it_leads_only_to_rows_that_are_there(typed in r"[0-9.。/、１]{0,7}|\PC{0,5}") {
            static PLAN: std::sync::OnceLock<Plan> = std::sync::OnceLock::new();
            let plan = PLAN.get_or_init(plan);
            let rows = match jump(&typed, plan) {
                Jump::Go(row) => vec![row],
                Jump::Waiting => candidates(&plainly(&typed), plan).collect(),
                Jump::Nowhere => Vec::new(),
            };
            for row in rows.into_iter().chain(enter(&typed, plan)) {
                prop_assert!(plan.find(row).is_some());
            }
        }
    }
}
