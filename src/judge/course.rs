//! 走势: month by month what was reported of a target, and where it should have been. It lays figures
//! side by side for a picture and judges nothing.

use rust_decimal::Decimal;

use super::verdict::By;
use super::{Grounds, goal, kinds, pace};
use crate::plan::{Kind, Month, Number, Target};

/// The months of a plan, and a target's figures in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// The first month; every list below begins with it.
    pub first: Month,
    /// What was reported up to the end of each month.
    pub reported: Vec<Option<Decimal>>,
    /// Where it should have been by then; empty where nothing says so.
    pub wanted: Vec<Decimal>,
    /// By what that goes; none for a goal that holds all year.
    pub by: Option<By>,
}

/// The most months that are laid out.
const MONTHS: i64 = 24;

/// The course of a target; none before its second month was reported, and none of what is not a
/// size: nodes, things done once, counts so small that their pace says nothing.
pub fn course(on: &Grounds<'_>, target: &Target) -> Option<Course> {
    let months = on.first().until(on.last()) + 1;
    if !(2..=MONTHS).contains(&months) || !kinds::is_size(on, target) {
        return None;
    }
    let mut course = Course {
        first: on.first(),
        reported: vec![None; usize::try_from(months).ok()?],
        wanted: Vec::new(),
        by: None,
    };
    let is_sum = kinds::is_sum(target);
    for (_, reading) in on.state.readings(target.id) {
        let whole = !is_sum || reading.period.from == course.first;
        let at = usize::try_from(course.first.until(reading.period.to)).ok();
        let slot = at.filter(|_| whole).and_then(|at| course.reported.get_mut(at));
        if let Some(slot) = slot {
            *slot = Some(reading.value.value());
        }
    }
    if course.reported.iter().flatten().count() < 2 {
        return None;
    }
    let wanted: Option<Vec<_>> =
        (0..months).map(|at| wanted(on, target, course.first.plus(at))).collect();
    if let Some(wanted) = wanted {
        course.by = wanted.last().and_then(|(_, by)| *by);
        course.wanted = wanted.into_iter().map(|(value, _)| value).collect();
    }
    Some(course)
}

/// Where a target should be at the end of a month.
fn wanted(on: &Grounds<'_>, target: &Target, month: Month) -> Option<(Decimal, Option<By>)> {
    if matches!(target.kind, Kind::Relative | Kind::Direction) {
        return None;
    }
    let end = month.last_day()?;
    let goal = goal::in_force(on.state, target, end, on.today).map(|goal| goal.value);
    let goal = goal.map(Number::value)?;
    if !kinds::is_sum(target) {
        return Some((goal, None));
    }
    let (percent, by) = pace::expected(on, target, month, goal);
    let value = goal.checked_mul(percent)?.checked_div(Decimal::ONE_HUNDRED)?;
    Some((value, Some(by)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::tests::{book, target};

    fn laid(goal: &str, readings: &str) -> Option<String> {
        let book = book().with(target(goal)).read(1, readings);
        let course = course(&book.grounds("2023-09-15"), book.target(1))?;
        let shown = |value: &Decimal| value.round_dp(1).normalize().to_string();
        let reported = course.reported.iter().map(|v| v.as_ref().map_or("-".into(), shown));
        let wanted = course.wanted.iter().map(shown);
        let lines = [reported.collect::<Vec<_>>(), wanted.collect()].map(|all| all.join(" "));
        Some(format!("{} | {} | {:?}", lines[0], lines[1], course.by))
    }

    #[test]
    fn figures_lie_beside_where_they_should_be() {
        for (goal, readings, want) in [
            (
                "cumulative 120 户",
                "1-2=10 1-8=70 1-8=75",
                "- 10 - - - - - 75 - - - - | 10 20 30 40 50 60 70 80 90 100 110 120 | Some(Months)",
            ),
            (
                "cumulative 200 户 season=施工",
                "1-6=60 1-7=100 8=20",
                "- - - - - 60 100 - - - - - | 0 0 0 20 50 80 110 140 170 200 200 200 | Some(Season)",
            ),
            (
                "rate about 6 %",
                "1-3=5.5 1-6=4.8",
                "- - 5.5 - - 4.8 - - - - - - | 6 6 6 6 6 6 6 6 6 6 6 6 | None",
            ),
            (
                "direction down_only 万元",
                "2022:1-8=70 1-3=20 1-8=60",
                "- - 20 - - - - 60 - - - - |  | None",
            ),
        ] {
            assert_eq!(laid(goal, readings).as_deref(), Some(want), "{goal} {readings}");
        }
    }

    #[test]
    fn what_is_no_size_or_was_read_once_has_no_course() {
        for (goal, readings) in [
            ("cumulative 120 户", ""),
            ("cumulative 120 户", "1-8=75"),
            ("cumulative 2 个", "1-7=1 1-8=2"),
            ("milestone nodes=2023-03:立项,2023-06:开工", "1-3=1 1-6=2"),
            ("structural from_to 2 个 from=4", "1-3=4 1-6=3"),
            ("qualitative", "1-3=1 1-6=2"),
        ] {
            assert_eq!(laid(goal, readings), None, "{goal} {readings}");
        }
    }
}
