//! 序时进度: where a sum should be at the end of a month, in percent of its goal.
//!
//! By its own trajectory, by the season of the plan that it names, or evenly by months. Exact.

use rust_decimal::Decimal;

use super::Grounds;
use super::verdict::By;
use crate::plan::{Month, Number, Target};

/// Where a sum should be at the end of a month; the day of the reading counts for nothing.
pub fn expected(on: &Grounds<'_>, target: &Target, month: Month, goal: Decimal) -> (Decimal, By) {
    let year = Year::of(on, target);
    let at = year.until(month);
    let (percent, by) = if !target.trajectory.is_empty() {
        // Values of the trajectory lead to the goal as adopted; an amended goal bends it along.
        let base = target.value.map_or(goal, Number::value);
        (along(target, &year, at, base), By::Trajectory)
    } else if let Some(season) = season(on, target) {
        (through(season, &year, at), By::Season)
    } else {
        (ratio(at, year.months), By::Months)
    };
    (percent.clamp(Decimal::ZERO, Decimal::ONE_HUNDRED), by)
}

/// The months over which a target is to be reached.
struct Year {
    first: Month,
    /// From the plan's first month to the one in which it is due.
    months: i64,
}

impl Year {
    fn of(on: &Grounds<'_>, target: &Target) -> Self {
        let first = on.first();
        let due = target.due.map_or(on.last(), Month::of);
        Self { first, months: (first.until(due) + 1).max(1) }
    }

    /// How many of them are over at the end of a month.
    fn until(&self, month: Month) -> i64 {
        (self.first.until(month) + 1).clamp(0, self.months)
    }
}

fn ratio(part: i64, whole: i64) -> Decimal {
    let percent = Decimal::from(part).checked_mul(Decimal::ONE_HUNDRED);
    percent.and_then(|percent| percent.checked_div(Decimal::from(whole))).unwrap_or_default()
}

fn season<'a>(on: &Grounds<'a>, target: &Target) -> Option<&'a [Number]> {
    let season = on.plan.seasons.get(&target.season)?;
    Some(season.as_slice()).filter(|season| !season.is_empty())
}

/// A season's share at the end of a month, of its share when the target is due.
fn through(season: &[Number], year: &Year, at: i64) -> Decimal {
    let share = |months: i64| {
        let index = usize::try_from(months - 1).ok()?;
        season.get(index).or(season.last()).map(|share| share.value())
    };
    let (now, end) = (share(at).unwrap_or_default(), share(year.months).unwrap_or_default());
    let percent = now.checked_mul(Decimal::ONE_HUNDRED).and_then(|now| now.checked_div(end));
    percent.unwrap_or(Decimal::ONE_HUNDRED)
}

/// Along the months that a trajectory gives, evenly between two of them: from nothing before the
/// plan's first month to the goal in the month in which it is due.
fn along(target: &Target, year: &Year, at: i64, base: Decimal) -> Decimal {
    let given = target.trajectory.iter();
    let given = given.map(|(month, value)| (year.first.until(*month) + 1, value.value()));
    let mut before = (0, Decimal::ZERO);
    let mut value = None;
    for point in given.chain([(year.months, base)]) {
        if point.0 >= at {
            value = between(before, point, at);
            break;
        }
        before = point;
    }
    let percent = value.unwrap_or(base).checked_mul(Decimal::ONE_HUNDRED);
    percent.and_then(|value| value.checked_div(base)).unwrap_or(Decimal::ONE_HUNDRED)
}

fn between(from: (i64, Decimal), to: (i64, Decimal), at: i64) -> Option<Decimal> {
    if to.0 <= from.0 {
        return Some(to.1);
    }
    let grown = to.1.checked_sub(from.1)?.checked_mul(Decimal::from(at - from.0))?;
    from.1.checked_add(grown.checked_div(Decimal::from(to.0 - from.0))?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::tests::{book, target as any};

    fn pace(target: &Target, month: &str) -> String {
        let book = book();
        let goal = Decimal::from(500);
        let (percent, _) =
            expected(&book.grounds("2023-12-31"), target, month.parse().unwrap(), goal);
        format!("{:.1}", super::super::figures::tenth(percent))
    }

    #[test]
    fn months_alone_are_even() {
        let target = any("cumulative 500");
        for (month, want) in [
            ("2022-12", "0.0"),
            ("2023-01", "8.3"),
            ("2023-08", "66.7"),
            ("2023-09", "75.0"),
            ("2023-12", "100.0"),
            ("2024-02", "100.0"),
        ] {
            assert_eq!(pace(&target, month), want, "{month}");
        }
    }

    #[test]
    fn what_is_due_earlier_runs_faster() {
        let target = Target { due: "2023-06-30".parse().ok(), ..any("cumulative 500") };
        assert_eq!(pace(&target, "2023-03"), "50.0");
        assert_eq!(pace(&target, "2023-07"), "100.0");
        let season = Target { season: "施工".into(), ..target };
        assert_eq!(pace(&season, "2023-05"), "62.5", "25 of the 40 that June asks for");
    }

    #[test]
    fn a_season_stands_still_in_winter() {
        let target = Target { season: "施工".into(), ..any("cumulative 500") };
        for (month, want) in
            [("2023-03", "0.0"), ("2023-04", "10.0"), ("2023-08", "70.0"), ("2023-10", "100.0")]
        {
            assert_eq!(pace(&target, month), want, "{month}");
        }
        let unknown = Target { season: "农闲".into(), ..target };
        assert_eq!(
            pace(&unknown, "2023-03"),
            "25.0",
            "a season that is not there is told by check"
        );
    }

    #[test]
    fn a_trajectory_grows_evenly_between_its_months() {
        let mut target = any("cumulative 500");
        for (month, value) in [("2023-03", "50"), ("2023-09", "350")] {
            target.trajectory.insert(month.parse().unwrap(), value.parse().unwrap());
        }
        for (month, want) in [
            ("2023-01", "3.3"),
            ("2023-03", "10.0"),
            ("2023-04", "20.0"),
            ("2023-09", "70.0"),
            ("2023-11", "90.0"),
            ("2023-12", "100.0"),
        ] {
            assert_eq!(pace(&target, month), want, "{month}");
        }
    }
}
