//! The jump box: digits that become a row as soon as only one task can be meant.
//!
//! `14` and `1.4` go to task 1.4 in either width; `.2` and `/1` typed next go on to its measures and
//! targets. Where 1.1 and 1.12 both exist, `1.1` waits and Enter takes it. Only tasks are counted:
//! measures and targets never make the box wait.

use super::key::twin;
use crate::plan::{Place, Plan};

/// What typed digits lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Jump {
    /// One row is meant.
    Go(Place),
    /// Several may be meant yet: these tasks.
    Waiting(Vec<Place>),
    /// None is.
    Nowhere,
}

/// What digits lead to so far.
pub fn jump(typed: &str, plan: &Plan) -> Jump {
    let typed = plainly(typed);
    if let Some(place) = deep(&typed, plan) {
        return Jump::Go(place);
    }
    let candidates: Vec<Place> =
        plan.tasks().map(|task| task.id).filter(|task| may_be(*task, &typed)).collect();
    match candidates.as_slice() {
        [one] => Jump::Go(*one),
        [] if !is_begun(&typed, plan) => Jump::Nowhere,
        _ => Jump::Waiting(candidates),
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
    let mut tasks = plan.tasks().map(|task| task.id).filter(|task| joined(*task) == digits);
    tasks.next().filter(|_| tasks.next().is_none())
}

/// In ASCII, whatever an input method made of it.
fn plainly(typed: &str) -> String {
    typed.chars().map(twin).map(|c| if c == '-' { '/' } else { c }).collect()
}

fn joined(task: Place) -> String {
    task.to_string().replace('.', "")
}

/// Whether a task can still be meant: with a point only as it is written, without one by its digits.
fn may_be(task: Place, typed: &str) -> bool {
    if typed.is_empty() {
        return true;
    }
    if typed.contains('.') {
        task.to_string().starts_with(typed)
    } else {
        joined(task).starts_with(typed)
    }
}

/// A measure or a target, once it is named whole.
fn deep(typed: &str, plan: &Plan) -> Option<Place> {
    let place: Place = typed.parse().ok()?;
    let below = typed.matches('.').count() == 2 || typed.contains('/');
    let alone = || !plan_has_longer(place, typed, plan);
    (below && plan.find(place).is_some() && alone()).then_some(place)
}

/// 1.2.1 waits while 1.2.10 exists; so does 1.2/1.
fn plan_has_longer(place: Place, typed: &str, plan: &Plan) -> bool {
    let longer = |other: Place| other != place && other.to_string().starts_with(typed);
    let measures = plan.measures().map(|measure| measure.id);
    measures.chain(plan.targets().map(|target| target.id)).any(longer)
}

/// Whether some row of the plan begins so: a section, or the rows below a task.
fn is_begun(typed: &str, plan: &Plan) -> bool {
    let begins = |place: Place| place.to_string().starts_with(typed);
    let sections = plan.sections.iter().map(|section| section.id);
    let measures = plan.measures().map(|measure| measure.id);
    sections.chain(measures).chain(plan.targets().map(|target| target.id)).any(begins)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::app::entry::tests::plan;

    fn shown(typed: &str) -> String {
        match jump(typed, &plan()) {
            Jump::Go(place) => place.to_string(),
            Jump::Waiting(tasks) => format!("{tasks:?}"),
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
        #[test]
        fn it_leads_only_to_rows_that_are_there(typed in r"[0-9.。/、１]{0,7}|\PC{0,5}") {
            static PLAN: std::sync::OnceLock<Plan> = std::sync::OnceLock::new();
            let plan = PLAN.get_or_init(plan);
            let rows = match jump(&typed, plan) {
                Jump::Go(row) => vec![row],
                Jump::Waiting(rows) => rows,
                Jump::Nowhere => Vec::new(),
            };
            for row in rows.into_iter().chain(enter(&typed, plan)) {
                prop_assert!(plan.find(row).is_some());
            }
        }
    }
}
