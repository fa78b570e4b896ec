//! The rows as they are printed, each as soon as it is known.

use std::fmt;

use super::measure::Medians;

/// What a row has to reach.
#[derive(Clone, Copy, Debug)]
pub enum Goal {
    /// Ours is at most so many times the floor.
    Ratio(f64),
    /// Ours itself is at most this.
    Most(f64),
}

/// What is counted.
#[derive(Clone, Copy, Debug)]
pub enum Unit {
    /// Seconds.
    Time,
    /// Bytes.
    Bytes,
    /// Kilobytes of memory.
    Memory,
    /// Things.
    Count,
}

/// The table that is being printed.
pub struct Table {
    rows: usize,
    missed: usize,
}

impl Table {
    /// Prints the heading.
    pub fn new() -> Self {
        let [what, ours, floor, ratio, goal] = ["what", "ours", "floor", "ratio", "goal"];
        println!("{what:<62}{ours:>11}{floor:>11}{ratio:>7}  {goal}");
        Self { rows: 0, missed: 0 }
    }

    /// Prints one row.
    pub fn row(&mut self, what: &str, found: Medians, unit: Unit, goal: Goal) {
        let ratio = found.ours / found.floor;
        let (met, wanted) = match goal {
            Goal::Ratio(most) => (ratio <= most, format!("<= {most:.2} x")),
            Goal::Most(most) => (found.ours <= most, format!("<= {}", Shown(most, unit))),
        };
        self.rows += 1;
        self.missed += usize::from(!met);
        let verdict = if met { "met" } else { "NOT MET" };
        let shown = |figure| Shown(figure, unit).to_string();
        let (ours, floor) = (shown(found.ours), shown(found.floor));
        let ratio = if ratio.is_finite() { format!("{ratio:.2}") } else { "-".to_owned() };
        println!("  {what:<60}{ours:>11}{floor:>11}{ratio:>7}  {wanted:<11}{verdict}");
    }

    /// Says how many goals were met.
    pub fn end(self) {
        println!("{} of {} goals are met", self.rows - self.missed, self.rows);
    }
}

/// A figure with its unit.
struct Shown(f64, Unit);

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(figure, unit) = *self;
        match unit {
            _ if figure.is_nan() => f.write_str("-"),
            Unit::Time if figure == 0.0 => f.write_str("0"),
            Unit::Time if figure < 0.001 => write!(f, "{:.1} us", figure * 1e6),
            Unit::Time if figure < 1.0 => write!(f, "{:.2} ms", figure * 1e3),
            Unit::Time => write!(f, "{figure:.2} s"),
            Unit::Bytes => write!(f, "{figure:.0} B"),
            Unit::Memory => write!(f, "{:.1} MB", figure / 1024.0),
            Unit::Count => write!(f, "{figure:.0}"),
        }
    }
}
