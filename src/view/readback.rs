//! 念清单: the decisions of the meeting in the order of their numbers, wide apart, for reading aloud.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::empty;
use super::list;
use super::records;
use super::status;
use super::strip::{self, Piece, Strip};
use super::style::Role;
use super::subject::Subject;
use super::width::Ruler;
use crate::app::page::readback::{AROUND, MARGIN, apart};
use crate::ledger::{RecordId, sentence};
use crate::words::empty::Onward;
use crate::words::{Do, Gap, Hint, Lang, Seen, Sign};

/// Columns left of the text: room for 议定12.
const fn left(lang: Lang) -> u16 {
    match lang {
        Lang::Zh => 12,
        // required 10
        Lang::En => 16,
    }
}

pub(super) const HINTS: [Hint; 4] = [Hint::Page, Hint::OneByOne, Hint::Mend, Hint::Leave];

/// One decision, as lines.
struct Entry {
    number: String,
    /// The columns that it has, with the blanks around it.
    left: u16,
    text: Vec<strip::Line>,
    who: Vec<Strip>,
}

/// Draws the decisions from the one with the cursor on over the whole window, as many as fit whole.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, cursor: usize) {
    let ids = subject.session.read_back();
    let cursor = cursor.min(ids.len().saturating_sub(1));
    let head = Rect { x: area.x + 1, width: area.width - 2, height: 1, ..area };
    let title = Piece::new(Do::ReadBack.text(subject.lang()), Role::Title);
    let known = heading(subject, cursor, ids.len());
    strip::pieces(pen, head, &std::iter::once(title).chain(known).collect::<Vec<_>>());
    let keys = Rect { y: area.bottom() - 2, ..head };
    status::status(pen, Rect { y: area.bottom() - 1, height: 1, ..area }, subject);
    strip::hints(pen, keys, subject, &HINTS);
    let body = Rect {
        x: area.x + left(subject.lang()),
        y: area.y + 2,
        width: area.width.saturating_sub(MARGIN),
        height: area.height.saturating_sub(AROUND),
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
        y = y.saturating_add(lines + apart(area.height));
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
            line.draw(pen, Rect { y, height: 1, ..area }, role);
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
    let pieces = records::who(subject, id, &standing).into_iter().chain(gaps(subject, id));
    Some(Entry {
        number,
        left: left(subject.lang()),
        text: strip::lines(ruler, width, &said),
        who: strip::flowing(ruler, width, pieces),
    })
}

/// What else is missing of it, or odd: who and by when say it themselves.
fn gaps(subject: Subject<'_>, id: &RecordId) -> impl Iterator<Item = Piece> {
    let own = subject.session.gaps().iter().filter(move |gap| gap.record() == Some(id));
    let said = own.filter(|gap| {
        !matches!(gap.kind, Gap::NoLead | Gap::NoDue | Gap::AssumedLead | Gap::AssumedDue)
    });
    said.map(move |gap| {
        let text = format!("! {} {}", gap.kind.text(subject.lang()), gap.detail);
        Piece::new(text.trim_end(), Role::Behind)
    })
}
