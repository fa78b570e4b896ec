//! The line of meetings with the two ends that are compared, and the readings of one target on their
//! way to its goal.

use std::collections::BTreeSet;

use ratatui::layout::Rect;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::canvas::Pen;
use super::strip::{self, Piece};
use super::style::Role;
use super::subject::Subject;
use super::width::Ruler;
use crate::app::compare::{Compare, End, line, places};
use crate::judge::pace;
use crate::plan::{Found, Month, Number, Place, Target};
use crate::words::Label;
use crate::words::compare::{Column, Compared};

/// Draws the line: both ends always, around them as many others as fit.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, compare: &Compare) {
    let all = line(subject.session);
    let Some(ends) = places(&all, &compare.ends) else { return };
    let names: Vec<String> = all.iter().map(|end| named(subject, end)).collect();
    let shown = fitting(&names, ends, usize::from(area.width));
    let mut x = area.x;
    for (text, role) in pieces(&names, ends, &shown) {
        let moving = ends.get(compare.moves).and_then(|at| names.get(*at));
        let is_moving = role == Role::Strong && moving.is_some_and(|name| text.contains(name));
        let room = area.right().saturating_sub(x);
        let used = pen.text((x, area.y), room, text.as_str(), role);
        if is_moving {
            pen.select(Rect { x, width: used, ..area });
        }
        x += used;
    }
}

/// `第3次 08-11`, `06-05` for what was recorded between meetings, 建账, 现在.
fn named(subject: Subject<'_>, end: &End) -> String {
    match end {
        End::Now => {
            let word = Compared::Now.text(subject.lang());
            let open = subject.session.open.as_ref().map(|open| subject.held(&open.open.id()));
            open.map_or_else(|| word.to_owned(), |held| format!("{word} {held}"))
        }
        End::Sealed(id) if id.is_adopted() => Compared::Adopted.text(subject.lang()).to_owned(),
        End::Sealed(id) => subject.held(id),
    }
}

/// Which of them are shown: both ends, then whatever lies nearest to them, while there is room.
fn fitting(names: &[String], ends: [usize; 2], width: usize) -> BTreeSet<usize> {
    let mut shown = BTreeSet::from(ends);
    let mut others: Vec<usize> = (0..names.len()).filter(|at| !shown.contains(at)).collect();
    others.sort_by_key(|at| at.abs_diff(ends[0]).min(at.abs_diff(ends[1])));
    let ruler = Ruler::default();
    let columns = |shown: &BTreeSet<usize>| -> usize {
        pieces(names, ends, shown).iter().map(|(text, _)| ruler.columns(text)).sum()
    };
    for at in others {
        shown.insert(at);
        if columns(&shown) > width {
            shown.remove(&at);
            break;
        }
    }
    shown
}

/// The texts of the line. Ends stand in brackets; between them it is drawn double, and dots stand for
/// what is left out.
fn pieces(names: &[String], ends: [usize; 2], shown: &BTreeSet<usize>) -> Vec<(String, Role)> {
    let mut pieces = Vec::new();
    let mut before: Option<usize> = None;
    for at in shown {
        let within = *at > ends[0] && *at <= ends[1];
        let next = before.map_or(*at == 0, |before| before + 1 == *at);
        let text = match (before, within, next) {
            (None, _, true) => "",
            (None, ..) => ".. ",
            (_, true, true) => " == ",
            (_, true, false) => " =..= ",
            (_, false, true) => " -- ",
            (_, false, false) => " -..- ",
        };
        pieces.push((text.to_owned(), Role::Hint));
        let name = names.get(*at).cloned().unwrap_or_default();
        let own = ends.contains(at);
        let role = if own { Role::Strong } else { Role::Plain };
        pieces.push((if own { format!("[{name}]") } else { name }, role));
        before = Some(*at);
    }
    if before.is_some_and(|last| last + 1 < names.len()) {
        pieces.push((" ..".to_owned(), Role::Hint));
    }
    pieces
}

/// How many lines the picture of a target's readings needs.
pub const PICTURE: u16 = 7;

/// Draws the readings of a target: `#` where one lies, `.` where its pace goes, up to its goal. In an
/// area of one line only the figures.
pub fn readings(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, place: Place) {
    let Some(Found::Target(target)) = subject.session.plan.find(place) else { return };
    figures(pen, Rect { height: 1, ..area }, subject, target);
    if area.height >= PICTURE {
        let below = Rect { y: area.y + 1, height: area.height - 1, ..area };
        picture(pen, below, subject, target);
    }
}

/// `1.2/1 签约额  2月 96  4月 180  7月 240  8月 305  目标 500亿元  序时 66.7%`
fn figures(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, target: &Target) {
    let lang = subject.lang();
    let verdict = subject.verdict(target.id);
    let trail = subject.trail(target);
    let figures = if trail.is_empty() { subject.latest_value(target) } else { trail };
    let figures =
        if figures.is_empty() { Column::NoReadings.text(lang).to_owned() } else { figures };
    let pace = verdict.and_then(|verdict| verdict.pace);
    let pace = pace.map(|pace| format!("{} {pace:.1}%", Column::Pace.text(lang)));
    let (light, role) = subject.light_of(target.id);
    let all = [
        Piece::new(subject.row(target.id), Role::Title),
        Piece::new(figures, Role::Strong),
        Piece::labelled(subject, Label::Target, subject.goal(target)),
        Piece::new(pace.unwrap_or_default(), Role::Plain),
        Piece::new(light, role),
    ];
    strip::pieces(pen, area, &all);
}

/// Columns before the picture, for the numbers of its scale.
const SCALE: u16 = 9;

/// A picture of a year: months across, values upwards.
fn picture(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, target: &Target) {
    let (Some(goal), first) = (subject.value(target), first(subject)) else { return };
    let readings = subject.state().readings(target.id);
    let in_year = readings.iter().filter(|(_, reading)| reading.period.to >= first);
    let values: Vec<(Month, Number)> =
        in_year.map(|(_, reading)| (reading.period.to, reading.value)).collect();
    let top = values.iter().map(|(_, value)| value.value()).chain([goal.value()]).max();
    let top = top.filter(|top| *top > Decimal::ZERO);
    let Some(top) = top else { return };
    let plot = Plot { area, first, top };
    plot.axes(pen, goal, subject);
    let paced = subject.verdict(target.id).is_some_and(|verdict| verdict.pace.is_some());
    if paced {
        for month in 0..MONTHS {
            let month = first.plus(month);
            let on = subject.session.grounds();
            let (percent, _) = pace::expected(&on, target, month, goal.value());
            let value = goal.value().checked_mul(percent).map(|sum| sum / Decimal::ONE_HUNDRED);
            if let Some((x, y)) = value.and_then(|value| plot.at(month, value)) {
                pen.text((x, y), 1, ".", Role::Hint);
            }
        }
    }
    for (month, value) in values {
        if let Some((x, y)) = plot.at(month, value.value()) {
            pen.text((x, y), 1, "#", Role::Strong);
            pen.text_before((x.saturating_sub(1), y), SCALE, value.to_string(), Role::Plain);
        }
    }
}

/// The months of a year.
const MONTHS: i64 = 12;

fn first(subject: Subject<'_>) -> Month {
    Month::of(subject.session.plan.period.from)
}

/// Where values of a year lie in an area.
struct Plot {
    area: Rect,
    first: Month,
    top: Decimal,
}

impl Plot {
    /// Lines of the picture above its axis.
    fn lines(&self) -> u16 {
        self.area.height.saturating_sub(1)
    }

    /// Columns from one month to the next.
    fn step(&self) -> u16 {
        self.area.width.saturating_sub(SCALE + 2) / 13
    }

    /// The cell of a month's value; none outside.
    fn at(&self, month: Month, value: Decimal) -> Option<(u16, u16)> {
        let nth = u16::try_from(self.first.until(month)).ok().filter(|nth| *nth < 12)?;
        Some((self.area.x + SCALE + 1 + self.step() * (nth + 1), self.y(value)))
    }

    fn y(&self, value: Decimal) -> u16 {
        let last = self.lines().saturating_sub(1);
        let share = value.max(Decimal::ZERO).checked_div(self.top).unwrap_or_default();
        let up = (share * Decimal::from(last)).round().to_u16().unwrap_or(0).min(last);
        self.area.y + last - up
    }

    /// The scale on the left, the months below, the goal as a word at its height.
    fn axes(&self, pen: &mut Pen<'_>, goal: Number, subject: Subject<'_>) {
        let x = self.area.x + SCALE;
        for y in self.area.y..self.area.y + self.lines() {
            pen.text((x, y), 1, "|", Role::Rule);
        }
        let bottom = self.area.y + self.lines();
        pen.rule(Rect { x, y: bottom, width: self.step() * 13, height: 1 });
        let high = self.y(goal.value());
        pen.text_before((x - 1, high), SCALE - 1, goal.to_string(), Role::Plain);
        pen.text_before((x - 1, bottom - 1), SCALE - 1, "0", Role::Plain);
        let end = x + self.step() * 13 + 1;
        pen.text((end, high), 8, Column::Goal.text(subject.lang()), Role::Hint);
        for nth in 0..12_u16 {
            let month = (i64::from(self.first.month) + i64::from(nth) - 1) % 12 + 1;
            let at = x + 1 + self.step() * (nth + 1);
            pen.text((at, bottom), 2, month.to_string(), Role::Hint);
        }
    }
}
