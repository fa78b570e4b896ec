//! 阅览: remarks with who made them and on what, then each decision with who has read it and who has
//! not. Names are shown here and nowhere else.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::empty;
use super::list::{self, Line, Lines};
use super::panes;
use super::strip::{self, Piece, Strip};
use super::style::Role;
use super::subject::Subject;
use crate::app::Screen;
use crate::app::page::reviews;
use crate::app::rows;
use crate::ledger::{Mark, RecordId, Remark};
use crate::words::empty::Onward;
use crate::words::{Guest, GuestSays, Hint, listed};

/// Draws both lists with the cursor on one.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, cursor: usize) {
    let session = subject.session;
    let groups = rows::panes(session, &Screen::Reviews { cursor });
    let keys = Rect { x: area.x + 1, y: area.bottom() - 1, width: area.width - 2, height: 1 };
    strip::pieces(pen, keys, &self::keys(subject));
    let body = Rect { height: area.height.saturating_sub(2), ..area };
    let body = here(pen, body, subject);
    let inner = list::inner(body);
    pen.focus(inner.x, body.y);
    if groups.is_empty() {
        let none = Guest::NoMarks.text(subject.lang());
        let none = empty::text(subject, none, &[Onward::Back]);
        pen.text((inner.x, body.y), inner.width, none, Role::Hint);
    }
    let remarks: Vec<&Mark> = reviews::remarks(session).collect();
    let decisions = session.read_back();
    let mut texts: Vec<Vec<Strip>> =
        remarks.iter().map(|mark| remark(pen, inner.width, subject, mark)).collect();
    texts.extend(decisions.iter().map(|id| decision(pen, inner.width, subject, id)));
    let count = texts.len();
    let slots = panes::slots(&groups, body.height, |row| texts.get(row).map_or(1, Vec::len));
    let cursor = Some(cursor.min(count.saturating_sub(1))).filter(|_| count > 0);
    let lines = Lines { panes: &groups, slots: &slots, cursor };
    list::draw(pen, body, &lines, |pen, y, line| match line {
        Line::Heading(label) => {
            pen.text((body.x + 1, y), body.width, subject.label(label), Role::Title);
        }
        Line::Row(_, row, line) => {
            if let Some(strip) = texts.get(row).and_then(|lines| lines.get(line)) {
                strip.draw(pen, Rect { y, height: 1, ..inner });
            }
        }
    });
}

/// What the keys do.
pub(super) fn keys(subject: Subject<'_>) -> [Piece; 2] {
    let forward = Piece::keyed(subject.says(&Guest::PutForward));
    [forward, Piece::keyed(subject.says(&Hint::Leave))]
}

/// Who sits there, at the head of the page; gives what is left below.
fn here(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) -> Rect {
    let names: Vec<&str> = reviews::present(subject.session).collect();
    if names.is_empty() {
        return area;
    }
    let said = GuestSays::Sitting { names: listed(&names) }.text(subject.lang());
    let line = Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: 1, ..area };
    strip::pieces(pen, line, &[Piece::new(said, Role::Good)]);
    Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area }
}

/// Whose remark, on what, and whether it was put forward; below it what was said.
fn remark(pen: &Pen<'_>, width: u16, subject: Subject<'_>, mark: &Mark) -> Vec<Strip> {
    let Remark::Said(text) = &mark.remark else { return Vec::new() };
    let put = reviews::is_put_forward(subject.session, mark);
    let put = if put { Guest::PutAlready.text(subject.lang()) } else { "" };
    let mut lines = vec![Strip::Pieces(vec![
        Piece::new(mark.by.as_str(), Role::Strong),
        Piece::new(subject.about(&mark.about), Role::Plain),
        Piece::new(put, Role::Done),
    ])];
    lines.extend(strip::wrapped(pen.ruler(), width, text));
    lines
}

/// A decision, and below it who has read it and who came and has not.
fn decision(pen: &Pen<'_>, width: u16, subject: Subject<'_>, id: &RecordId) -> Vec<Strip> {
    let lang = subject.lang();
    let text = subject.state().standing(id).map(|standing| standing.text).unwrap_or_default();
    let head = vec![Piece::new(subject.record(id), Role::Strong), Piece::new(text, Role::Plain)];
    let (read, unread) = reviews::readers(subject.session, id);
    let names = |names: &[&str]| listed(names);
    let said = match (read.is_empty(), unread.is_empty()) {
        (true, true) => vec![Piece::new(Guest::NobodyRead.text(lang), Role::Hint)],
        _ => [
            (GuestSays::SeenBy { names: names(&read) }, Role::Good, &read),
            (GuestSays::UnreadBy { names: names(&unread) }, Role::Hint, &unread),
        ]
        .into_iter()
        .filter(|(_, _, names)| !names.is_empty())
        .map(|(said, role, _)| Piece::new(said.text(lang), role))
        .collect(),
    };
    let mut lines = vec![Strip::Pieces(head)];
    lines.extend(strip::flowing(pen.ruler(), width, said));
    lines
}
