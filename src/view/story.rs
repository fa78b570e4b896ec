//! 来龙去脉: what happened to a row or a decision, meeting by meeting, the last at the end.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::empty;
use super::list;
use super::panes;
use super::strip::{self, Piece};
use super::style::Role;
use super::subject::Subject;
use crate::app::story::{Chapter, story};
use crate::ledger::sentence::Speech;
use crate::ledger::story::Subject as Whose;
use crate::words::Hint;
use crate::words::history::Said;

/// Columns of the day before a text.
const DAY: u16 = 7;

pub(super) const HINTS: [Hint; 3] = [Hint::ActOn, Hint::Page, Hint::Leave];

/// One line of the page.
enum Line {
    Blank,
    Heading(String),
    /// A line of an event: its number on the screen, its day on its first line, the text.
    Event(usize, String, strip::Line),
}

/// Draws a story with the cursor on one of its events.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, of: (&Whose, usize)) {
    let (of, cursor) = of;
    let number = |id: &_| subject.record(id);
    let speech = Speech::spoken(subject.lang(), &number);
    let chapters = story(subject.session, of, subject.lang(), speech);
    let count: usize = chapters.iter().map(|chapter| chapter.events.len()).sum();
    let cursor = cursor.min(count.saturating_sub(1));
    let head = Rect { x: area.x + 1, width: area.width - 2, height: 1, ..area };
    strip::pieces(pen, head, &heading(subject, of, &chapters));
    let body = Rect { y: area.y + 1, height: area.height.saturating_sub(2), ..area };
    let lines = lines(pen, list::inner(body).width, subject, &chapters);
    let is_here = |line: &Line| matches!(line, Line::Event(nth, ..) if *nth == cursor);
    let from = lines.iter().position(is_here).unwrap_or(0);
    let to = lines.iter().rposition(is_here).map_or(0, |last| last + 1);
    let seen = panes::window(lines.len(), body.height, &(from..to));
    for (y, nth) in (body.y..body.bottom()).zip(seen) {
        if let Some(line) = lines.get(nth) {
            write(pen, Rect { y, height: 1, ..body }, line);
            if is_here(line) {
                list::mark(pen, body, y, nth == from);
            }
        }
    }
    let keys = Rect { y: area.bottom() - 1, ..head };
    strip::hints(pen, keys, subject, &HINTS);
}

/// Whose story it is: a row or a decision by its number and what it says.
pub fn whose(subject: Subject<'_>, of: &Whose) -> String {
    match of {
        Whose::Row(place) => subject.row(*place),
        Whose::Decision(id) => {
            let now = subject.state().standing(id).map(|now| now.text).unwrap_or_default();
            format!("{} {now}", subject.record(id))
        }
    }
}

/// Whose story it is, and how much there is of it.
pub(super) fn heading(subject: Subject<'_>, of: &Whose, chapters: &[Chapter]) -> Vec<Piece> {
    let name = whose(subject, of);
    let count: usize = chapters.iter().map(|chapter| chapter.events.len()).sum();
    let meetings = chapters.iter().filter(|chapter| chapter.snapshot.is_meeting()).count();
    let lang = subject.lang();
    let said = match count {
        0 => empty::text(subject, &Said::Nothing.text(lang), empty::RECORD),
        _ => Said::Counted { count: count.to_string(), meetings: meetings.to_string() }.text(lang),
    };
    let (name, said) = (Piece::new(name, Role::Strong), Piece::new(said, Role::Hint));
    if count == 0 { vec![name, said] } else { vec![said, name] }
}

fn lines(pen: &Pen<'_>, width: u16, subject: Subject<'_>, chapters: &[Chapter]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut nth = 0;
    for chapter in chapters {
        if !lines.is_empty() {
            lines.push(Line::Blank);
        }
        lines.push(Line::Heading(chapter.name.clone()));
        let own = chapter.snapshot.day().filter(|_| chapter.snapshot.is_meeting());
        for event in &chapter.events {
            let day = event.on.filter(|on| Some(*on) != own);
            let mut day = day.map_or_else(String::new, |day| subject.day(day));
            for line in strip::lines(pen.ruler(), width.saturating_sub(DAY), &event.text) {
                lines.push(Line::Event(nth, std::mem::take(&mut day), line));
            }
            nth += 1;
        }
    }
    lines
}

fn write(pen: &mut Pen<'_>, area: Rect, line: &Line) {
    let inner = list::inner(area);
    match line {
        Line::Blank => {}
        Line::Heading(name) => {
            pen.text((inner.x, area.y), inner.width, name.as_str(), Role::Title);
        }
        Line::Event(_, day, text) => {
            pen.text((inner.x, area.y), DAY, day.as_str(), Role::Hint);
            let width = inner.width.saturating_sub(DAY);
            text.draw(pen, Rect { x: inner.x + DAY, width, ..area }, Role::Plain);
        }
    }
}
