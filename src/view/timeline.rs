//! The line of meetings with the two ends that are compared, and the readings of one target on their
//! way to its goal.

use std::collections::BTreeSet;

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::chart;
use super::strip::{self, Piece};
use super::style::Role;
use super::subject::Subject;
use super::width::Ruler;
use crate::app::compare::{Compare, End, line, places};
use crate::plan::{Found, Place, Target};
use crate::words::Label;
use crate::words::compare::{Column, Compared};

/// Draws the line: both ends always, around them as many others as fit.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, compare: &Compare) {
    let all = line(subject.session);
    let Some(ends) = places(&all, &compare.ends) else { return };
    let names: Vec<String> = all.iter().map(|end| named(subject, end)).collect();
    let shown = fitting(&names, ends, usize::from(area.width));
    let mut x = area.x;
    for (text, role) in ends_and_between(&names, ends, compare.moves, &shown) {
        let moves = text.starts_with('<');
        let room = area.right().saturating_sub(x);
        let used = pen.text((x, area.y), room, text.as_str(), role);
        if moves {
            pen.select(Rect { x, width: used, ..area });
        }
        x += used;
    }
}

/// `第3次 08-11`, `06-05` for what was recorded between meetings, 建账, 现在.
pub(super) fn named(subject: Subject<'_>, end: &End) -> String {
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
        ends_and_between(names, ends, 0, shown).iter().map(|(text, _)| ruler.columns(text)).sum()
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

/// The texts of the line. Ends stand in brackets, the one that the arrows move in pointed ones; between them it is drawn double, and dots stand for
/// what is left out.
fn ends_and_between(
    names: &[String],
    ends: [usize; 2],
    moves: usize,
    shown: &BTreeSet<usize>,
) -> Vec<(String, Role)> {
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
        pieces.push(match ends.iter().position(|end| end == at) {
            Some(end) if end == moves => (format!("<{name}>"), Role::Strong),
            Some(_) => (format!("[{name}]"), Role::Strong),
            None => (name, Role::Plain),
        });
        before = Some(*at);
    }
    if before.is_some_and(|last| last + 1 < names.len()) {
        pieces.push((" ..".to_owned(), Role::Hint));
    }
    pieces
}

/// How many lines the picture of a target's readings needs, with its figures over it.
pub const PICTURE: u16 = 9;

/// Draws the readings of a target: its figures on one line, and below them as a picture where there
/// is room.
pub fn readings(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, place: Place) {
    let Some(Found::Target(target)) = subject.session.plan.find(place) else { return };
    figures(pen, Rect { height: 1, ..area }, subject, target);
    let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    chart::draw(pen, below, subject, std::iter::once(target));
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
