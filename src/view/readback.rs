//! 念清单: the decisions of the meeting in the order of their numbers, wide apart, for reading aloud.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::empty;
use super::list;
use super::records;
use super::shown::Shown;
use super::strip::{self, Piece, Strip};
use super::style::Role;
use super::subject::Subject;
use super::width::Ruler;
use crate::app::page::readback::MARGIN;
use crate::ledger::{RecordId, sentence};
use crate::words::empty::Onward;
use crate::words::{Hint, Lang, Seen, Sign};

/// Columns left of the text: room for 议定12.
const fn left(lang: Lang) -> u16 {
    match lang {
        Lang::Zh => 12,
        // required 10
        Lang::En => 16,
    }
}

/// One decision, as lines.
struct Entry {
    number: String,
    /// The columns that it has, with the blanks around it.
    left: u16,
    text: Vec<Shown<'static>>,
    who: Vec<Strip>,
}

/// Draws the decisions from the one with the cursor on, as many as fit whole.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, cursor: usize) {
    let ids = subject.session.read_back();
    let cursor = cursor.min(ids.len().saturating_sub(1));
    let head = Rect { x: area.x + 1, width: area.width - 2, height: 1, ..area };
    strip::pieces(pen, head, &heading(subject, cursor, ids.len()));
    let keys = Rect { y: area.bottom() - 1, ..head };
    strip::hints(pen, keys, subject, &[Hint::Page, Hint::OneByOne, Hint::Mend, Hint::Leave]);
    let body = Rect {
        x: area.x + left(subject.lang()),
        y: area.y + 2,
        width: area.width.saturating_sub(MARGIN),
        height: area.height.saturating_sub(4),
    };
    pen.focus(list::inner(area).x, body.y);
    if ids.is_empty() {
        let at = (list::inner(area).x, body.y);
        pen.text(
            at,
            area.width,
            empty::text(subject, subject.sign(Sign::NothingDecided), &[Onward::Back]),
            Role::Hint,
        );
    }
    let mut y = body.y;
    for (nth, id) in ids.iter().enumerate().skip(cursor) {
        let Some(entry) = entry(pen.ruler(), body.width, subject, id) else { continue };
        let lines = u16::try_from(entry.text.len() + entry.who.len()).unwrap_or(u16::MAX);
        if nth > cursor && y.saturating_add(lines) > body.bottom() {
            break;
        }
        let own = Rect { y, height: body.bottom().saturating_sub(y), ..body };
        write(pen, own, &entry, nth == cursor);
        y = y.saturating_add(lines + 1);
    }
}

/// Which meeting it is, and which of its decisions is read.
pub(super) fn heading(subject: Subject<'_>, cursor: usize, count: usize) -> Vec<Piece> {
    let lang = subject.lang();
    let meeting = subject.session.meeting().or(subject.session.last_meeting.as_ref());
    let held = meeting
        .map(|meeting| sentence::of_held(&crate::ledger::Held::Meeting(meeting.clone()), lang));
    let shown = (cursor + 1).min(count).to_string();
    let place = Seen::Of { shown, all: count.to_string() }.text(lang);
    vec![Piece::new(held.unwrap_or_default(), Role::Strong), Piece::new(place, Role::Plain)]
}

/// The one that is being read stands out; its number is where the cursor is.
fn write(pen: &mut Pen<'_>, area: Rect, entry: &Entry, here: bool) {
    let role = if here { Role::Strong } else { Role::Plain };
    let number = area.x.saturating_sub(entry.left - 3);
    pen.text((number, area.y), entry.left - 4, &*entry.number, role);
    if here {
        pen.focus(number, area.y);
    }
    let mut y = area.y;
    for line in &entry.text {
        if y < area.bottom() {
            pen.text((area.x, y), area.width, line, role);
        }
        y += 1;
    }
    for line in &entry.who {
        if y < area.bottom() {
            line.draw(pen, Rect { y, height: 1, ..area });
        }
        y += 1;
    }
}

fn entry(ruler: Ruler, width: u16, subject: Subject<'_>, id: &RecordId) -> Option<Entry> {
    let standing = subject.state().standing(id)?;
    let made = subject.state().ledger.decisions.get(id)?;
    let kind = made.kind.word().text(subject.lang()).to_owned();
    let number = Seen::Numbered { kind, number: id.number.to_string() }.text(subject.lang());
    let said = sentence::answered(made, &standing.text, subject.lang());
    let said = Shown::new(&said);
    let lines = ruler.wrap(&said, usize::from(width));
    let pieces = records::who(subject, id, &standing);
    Some(Entry {
        number,
        left: left(subject.lang()),
        text: lines.into_iter().map(Shown::into_owned).collect(),
        who: strip::flowing(ruler, width, pieces),
    })
}
