//! 走势: the readings of a target as a picture, beside where they should have been.
//!
//! Made of ASCII alone, as every frame is. It takes only the room that is left, and draws nothing
//! where that is too little to read.

use std::collections::BTreeMap;

use ratatui::layout::Rect;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::brief::{self, Ends};
use super::canvas::Pen;
use super::style::Role;
use super::subject::Subject;
use crate::judge::course::{Course, course};
use crate::judge::verdict::By;
use crate::plan::Target;
use crate::words::chart::{Dots, Shows};
use crate::words::joint::Aside;

/// The fewest and the most lines between the two ends of the scale.
const LINES: (u16, u16) = (4, 8);

/// Its heading, its foot, its months, and a blank line above.
const AROUND: u16 = 4;

/// Room for a figure of the scale.
const SCALE: u16 = 9;

/// Draws the course of the first of some targets that has one, at the foot of an area.
pub fn draw<'a>(
    pen: &mut Pen<'_>,
    area: Rect,
    subject: Subject<'_>,
    targets: impl Iterator<Item = &'a Target>,
) {
    let lines = area.height.saturating_sub(AROUND).min(LINES.1);
    if lines < LINES.0 {
        return;
    }
    let on = subject.session.grounds();
    let mut courses = targets.filter_map(|target| Some((target, course(&on, target)?)));
    let Some((target, course)) = courses.next() else { return };
    let room = usize::from(area.width.saturating_sub(SCALE + 4));
    let step = (room / course.reported.len()).min(4);
    if step < 3 {
        return;
    }
    let picture = Picture::of(&course, usize::from(lines), step);
    let top = area.bottom() - lines - AROUND + 1;
    let x = area.x + 1;
    let (said, room) = (heading(subject, target, &course), area.width.saturating_sub(2));
    let said = brief::within(pen.ruler(), room, &said, Ends::Clause).unwrap_or(&said);
    pen.text((x, top), room, said, Role::Hint);
    for (y, (label, line)) in (top + 1..).zip(&picture.lines) {
        pen.text((x, y), SCALE, format!("{label:>width$}", width = usize::from(SCALE)), Role::Hint);
        pen.text((x + SCALE + 1, y), area.width, format!("|{line}"), Role::Plain);
    }
    let foot = top + 1 + lines;
    let width = step * course.reported.len();
    pen.text((x + SCALE + 1, foot), area.width, format!("+{}", "-".repeat(width)), Role::Plain);
    pen.text((x + SCALE + 2, foot + 1), area.width, months(&course, step), Role::Hint);
}

fn heading(subject: Subject<'_>, target: &Target, course: &Course) -> String {
    let lang = subject.lang();
    let name = if target.unit.is_empty() {
        format!("{} {}", target.id, target.metric)
    } else {
        let text = format!("{} {}", target.id, target.metric);
        Aside::Beside { text, aside: target.unit.clone() }.text(lang)
    };
    if course.wanted.is_empty() {
        return Shows::Only { name }.text(lang);
    }
    let dots = match course.by {
        Some(By::Months) => Dots::Months,
        Some(By::Trajectory) => Dots::Trajectory,
        Some(By::Season) => Dots::Season,
        None => Dots::Goal,
    };
    Shows::Beside { name, dots: dots.text(lang).to_owned() }.text(lang)
}

/// The number of each month below its column.
fn months(course: &Course, step: usize) -> String {
    let month = |at: i64| course.first.plus(at).month;
    let numbers: Vec<String> =
        (0..).zip(&course.reported).map(|(at, _)| format!("{:>step$}", month(at))).collect();
    numbers.concat()
}

/// Lines from the top, each with the figure of the scale that belongs to it.
struct Picture {
    lines: Vec<(String, String)>,
}

impl Picture {
    /// A reading is `#`, where it should be `.`; a reading on its place hides the dot.
    fn of(course: &Course, lines: usize, step: usize) -> Self {
        let scale = Scale::of(course, lines);
        let mut cells = vec![vec![' '; step * course.reported.len()]; lines];
        let wanted = course.wanted.iter().map(|value| (Some(value), '.'));
        let reported = course.reported.iter().map(|value| (value.as_ref(), '#'));
        for (month, (value, mark)) in wanted.enumerate().chain(reported.enumerate()) {
            let line = value.and_then(|value| cells.get_mut(scale.line(*value)));
            let cell = line.and_then(|line| line.get_mut(month * step + step - 1));
            if let Some(cell) = cell {
                *cell = mark;
            }
        }
        let labels = scale.labels(course);
        let lines = cells.into_iter().enumerate().map(|(at, line)| {
            let label = labels.get(&at).map(|value| shown(*value)).unwrap_or_default();
            (label, line.into_iter().collect::<String>().trim_end().to_owned())
        });
        Self { lines: lines.collect() }
    }
}

/// From a value to a line.
struct Scale {
    low: Decimal,
    high: Decimal,
    lines: usize,
}

impl Scale {
    /// Sums stand on zero; what is not held to a pace is shown between its least and its greatest.
    fn of(course: &Course, lines: usize) -> Self {
        let zero = course.by.map(|_| Decimal::ZERO);
        let all = || course.reported.iter().flatten().chain(&course.wanted).copied().chain(zero);
        let low = all().min().unwrap_or_default();
        let high = all().max().unwrap_or_default();
        let high = if high > low { high } else { low.saturating_add(Decimal::ONE) };
        Self { low, high, lines }
    }

    /// The line of a value, counted from the top.
    fn line(&self, value: Decimal) -> usize {
        let last = self.lines.saturating_sub(1);
        let up = value
            .checked_sub(self.low)
            .zip(self.high.checked_sub(self.low))
            .and_then(|(above, whole)| above.checked_div(whole)?.checked_mul(Decimal::from(last)))
            .and_then(|exact| exact.round().to_usize());
        last.saturating_sub(up.unwrap_or(0))
    }

    /// The ends of the scale, and over them the newest reading.
    fn labels(&self, course: &Course) -> BTreeMap<usize, Decimal> {
        let newest = course.reported.iter().flatten().next_back();
        let ends = [self.low, self.high];
        ends.iter().chain(newest).map(|value| (self.line(*value), *value)).collect()
    }
}

/// A figure of the scale, short enough for its room.
fn shown(value: Decimal) -> String {
    value.round_dp(2).normalize().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Month;

    fn picture(reported: &[Option<i64>], wanted: &[i64], by: Option<By>) -> String {
        let course = Course {
            first: Month { year: 2023, month: 1 },
            reported: reported.iter().map(|value| value.map(Decimal::from)).collect(),
            wanted: wanted.iter().copied().map(Decimal::from).collect(),
            by,
        };
        let picture = Picture::of(&course, 4, 3);
        let lines = picture.lines.iter().map(|(label, line)| format!("{label:>3}|{line}\n"));
        lines.chain([format!("    {}", months(&course, 3))]).collect()
    }

    #[test]
    fn a_sum_stands_on_zero_beside_its_pace() {
        let drawn = picture(&[None, Some(30), Some(90)], &[30, 60, 90], Some(By::Months));
        assert_eq!(drawn, " 90|        #\n   |     .\n   |  .  #\n  0|\n      1  2  3");
    }

    #[test]
    fn a_rate_lies_around_its_goal() {
        let drawn = picture(&[Some(5), None, Some(3)], &[6, 6, 6], None);
        assert_eq!(drawn, "  6|  .  .  .\n   |  #\n   |\n  3|        #\n      1  2  3");
    }

    #[test]
    fn figures_that_are_all_the_same_still_have_a_scale() {
        let drawn = picture(&[Some(3), Some(3)], &[], None);
        assert_eq!(drawn, "  4|\n   |\n   |\n  3|  #  #\n      1  2");
    }
}
