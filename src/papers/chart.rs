//! 走势图: the readings of a target month by month beside where they should have been, as a picture.
//!
//! A sum runs toward its goal and is held against its pace. A rate does not: how far it lies from its
//! goal is drawn, in percentage points, and never as a part of the goal. Whoever cannot see the
//! picture is told the same in words.

mod svg;

use rust_decimal::Decimal;

use super::said;
use crate::judge::Grounds;
use crate::judge::course::{Course, course};
use crate::judge::verdict::By;
use crate::plan::{Place, Target};
use crate::words::Lang;
use crate::words::chart::{Dots, Mark, Pictured};

/// A picture of one target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// In which language it is.
    pub lang: Lang,
    /// The number of the target, which tells its picture from the others of a page.
    pub of: Place,
    /// `1.2/1 签约额（亿元）`
    pub name: String,
    /// In what a distance is told: 个百分点 for percentages.
    unit: String,
    course: Course,
}

/// How a course is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// A sum and its pace.
    Sum(Dots),
    /// The distance from a goal that holds all year.
    Gap,
    /// Nothing says where it should be.
    Alone,
}

/// What stands at one month.
struct Point {
    /// Which column.
    at: usize,
    month: u32,
    value: Decimal,
    wanted: Option<Decimal>,
}

impl Chart {
    /// The picture of a target; none of what has no course, or was reported once.
    pub fn of(on: &Grounds<'_>, target: &Target, lang: Lang) -> Option<Self> {
        let course = course(on, target)?;
        let plain = said::clean(&format!("{} {}", target.id, target.metric));
        let (name, unit) = match said::clean(&target.unit) {
            unit if unit.is_empty() => (plain, unit),
            unit => (Pictured::Name { target: plain, unit: unit.clone() }.text(lang), unit),
        };
        let unit = if unit == "%" { Mark::Points.text(lang).to_owned() } else { unit };
        Some(Self { lang, of: target.id, name, unit, course })
    }

    /// The picture as SVG, ready to stand in an HTML file.
    pub fn svg(&self) -> String {
        svg::draw(self)
    }

    /// What the picture shows, in one sentence.
    pub fn title(&self) -> String {
        let target = self.name.clone();
        let shown = match self.shape() {
            Shape::Sum(dots) => Pictured::Sum { target, dots: dots.text(self.lang).to_owned() },
            Shape::Gap => Pictured::Gap { target, unit: self.unit.clone() },
            Shape::Alone => Pictured::Alone { target },
        };
        shown.text(self.lang)
    }

    /// Every figure of it, month by month.
    pub fn told(&self) -> String {
        let told: Vec<String> = self.points().iter().map(|point| self.tell(point)).collect();
        said::closed(&told.join(if self.lang == Lang::Zh { "；" } else { "; " }), self.lang)
    }

    fn tell(&self, point: &Point) -> String {
        let (month, value) = (point.month.to_string(), shown(point.value));
        let told = match (self.shape(), point.wanted) {
            (Shape::Sum(dots), Some(wanted)) => {
                let dots = dots.text(self.lang).to_owned();
                Pictured::Beside { month, value, dots, wanted: shown(wanted) }
            }
            (Shape::Gap, Some(goal)) => {
                let (gap, unit) = self.away(point.value.saturating_sub(goal));
                Pictured::Away { month, value, goal: shown(goal), gap, unit }
            }
            _ => Pictured::Month { month, value },
        };
        told.text(self.lang)
    }

    /// How far a report lies from the goal, in words, and in what; a report on it needs no unit.
    fn away(&self, gap: Decimal) -> (String, String) {
        let by = shown(gap.abs());
        match gap {
            gap if gap.is_zero() => (Pictured::Even.text(self.lang), String::new()),
            gap if gap.is_sign_negative() => {
                (Pictured::Low { by }.text(self.lang), self.unit.clone())
            }
            _ => (Pictured::High { by }.text(self.lang), self.unit.clone()),
        }
    }

    fn shape(&self) -> Shape {
        match self.course.by {
            _ if self.course.wanted.is_empty() => Shape::Alone,
            Some(By::Months) => Shape::Sum(Dots::Months),
            Some(By::Trajectory) => Shape::Sum(Dots::Trajectory),
            Some(By::Season) => Shape::Sum(Dots::Season),
            None => Shape::Gap,
        }
    }

    /// The months of which something was reported.
    fn points(&self) -> Vec<Point> {
        let point = |(at, value): (usize, &Option<Decimal>)| {
            let after = i64::try_from(at).ok()?;
            let wanted = self.course.wanted.get(at).copied();
            Some(Point { at, month: self.course.first.plus(after).month, value: (*value)?, wanted })
        };
        self.course.reported.iter().enumerate().filter_map(point).collect()
    }
}

/// A figure, with two decimals at most.
fn shown(value: Decimal) -> String {
    value.round_dp(2).normalize().to_string()
}

#[cfg(test)]
mod tests;
