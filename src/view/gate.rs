//! 散会: what the meeting leaves behind, what is missing, and the one key that seals.
//!
//! A gap never forbids the close. Enter goes to the gap and never seals: input methods commit with
//! Enter.

use ratatui::layout::Rect;

use super::brief::Ends;
use super::canvas::Pen;
use super::empty;
use super::list;
use super::meeting::name_of;
use super::panes;
use super::strip::{self, Piece};
use super::style::Role;
use super::subject::Subject;
use super::table::{Cell, Columns, Width};
use crate::app::page::reviews;
use crate::app::pointer::Touch;
use crate::judge::{self, Whose};
use crate::ledger::{AgendaItem, ItemState, Mark, RecordId, Remark, sentence};
use crate::words::empty::Onward;
use crate::words::{Gap, GuestSays, Hint, Joint, Label, Seen, Sign};

/// Draws the gate with the cursor on a gap; without gaps it stands at the key that seals.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, cursor: usize) {
    let line = Rect { x: area.x + 1, width: area.width - 2, height: 1, ..area };
    let keys = Rect { y: area.bottom() - 1, ..line };
    let gaps = subject.session.gaps();
    let cursor = cursor.min(gaps.len().saturating_sub(1));
    strip::hints(pen, keys, subject, &hints(gaps, cursor));
    pen.focus(keys.x, keys.y);
    strip::pieces(pen, line, &summary(subject));
    let below = foot(pen, area, subject);
    let list = Rect { y: area.y + 2, height: below.saturating_sub(area.y + 3), ..area };
    if gaps.is_empty() {
        let at = (list::inner(list).x, list.y);
        pen.text(
            at,
            list.width,
            empty::text(subject, subject.sign(Sign::NoGaps), &[Onward::Seal]),
            Role::Good,
        );
        return;
    }
    self::gaps(pen, list, subject, (gaps, cursor));
}

/// The keys that do something: F8 always, what one key does to the gap with the cursor, and F2 while
/// anything is assumed.
pub(super) fn hints(gaps: &[judge::Gap], cursor: usize) -> Vec<Hint> {
    let own: &[Hint] = match gaps.get(cursor).map(|gap| gap.kind) {
        None => &[],
        Some(Gap::AssumedLead | Gap::AssumedDue) => &[Hint::ConfirmOne, Hint::Mend],
        Some(Gap::Pending) => &[Hint::SettleAsIs, Hint::SettleElse],
        Some(Gap::Finished) => &[Hint::NotTracked, Hint::ReopenRow],
        Some(Gap::TimesTen | Gap::Falls | Gap::OtherUnit) => &[Hint::FigureRight, Hint::Mend],
        Some(Gap::Many) => &[Hint::SeeOffice, Hint::Skip],
        Some(Gap::NotDiscussed) => &[Hint::CarryAll, Hint::GoDiscuss],
        Some(Gap::NoLead | Gap::NoDue | Gap::Vague | Gap::Outside) => &[Hint::Mend, Hint::Skip],
    };
    let assumed = |gap: &judge::Gap| matches!(gap.kind, Gap::AssumedLead | Gap::AssumedDue);
    let mut hints = vec![Hint::SealF8];
    hints.extend(own);
    hints.extend(gaps.iter().any(assumed).then_some(Hint::ConfirmAll));
    hints.push(Hint::Leave);
    hints
}

/// What the meeting is, and its counts.
pub(super) fn summary(subject: Subject<'_>) -> Vec<Piece> {
    let lang = subject.lang();
    let state = subject.state();
    let counts = sentence::counts(state, lang);
    let counts = counts.split(Joint::Comma.text(lang)).map(|count| Piece::new(count, Role::Plain));
    let held = Piece::new(sentence::of_held(&state.kind, lang), Role::Strong);
    std::iter::once(held).chain(counts).collect()
}

fn gaps(
    pen: &mut Pen<'_>,
    area: Rect,
    subject: Subject<'_>,
    (gaps, cursor): (&[judge::Gap], usize),
) {
    let lang = subject.lang();
    let count = gaps.len().to_string();
    let gap = subject.label(Label::Gaps).to_owned();
    let heading = Seen::Lacking { gap, count }.text(lang);
    pen.text((area.x + 1, area.y), area.width, heading, Role::Title);
    let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let widths = [Width::Is(8), subject.fit(10, 18), Width::Is(14), Width::Rest];
    let columns = Columns::over(list::inner(list), &widths);
    let seen = panes::window(gaps.len(), list.height, &(cursor..cursor + 1));
    for (y, row) in (list.y..list.bottom()).zip(seen) {
        let gap = &gaps[row];
        let cells = [
            Cell::plain(whose(subject, gap)),
            Cell::new(gap.kind.text(lang), Role::Behind),
            Cell::plain(gap.detail.as_str()),
            said_of(subject, gap),
        ];
        columns.write(pen, y, &cells);
        pen.touch(Rect { y, height: 1, ..list }, Touch::Row(row));
        if row == cursor {
            list::mark(pen, list, y, true);
        }
    }
}

/// What the record says, a reading without its months where there is no room for them.
fn said_of<'t>(subject: Subject<'_>, gap: &judge::Gap) -> Cell<'t> {
    let Some(id) = gap.record() else { return Cell::plain("") };
    let cell = Cell::plain(said(subject, id));
    if subject.state().standing(id).is_some() { cell } else { cell.ending(Ends::Remark) }
}

/// Of what something is missing, in a word.
pub(super) fn whose(subject: Subject<'_>, gap: &judge::Gap) -> String {
    match &gap.at {
        Whose::Record(id) => subject.record(id),
        Whose::Lead(party) => party.to_string(),
        Whose::Agenda => subject.label(Label::Agenda).to_owned(),
    }
}

/// What a record says.
pub(super) fn said(subject: Subject<'_>, id: &RecordId) -> String {
    if let Some(standing) = subject.state().standing(id) {
        return standing.text;
    }
    let own = subject.state().additions().into_iter().find(|edit| edit.record() == Some(id));
    own.map(|edit| subject.said(&edit)).unwrap_or_default()
}

/// Items that were not reached, remarks that were not put to the meeting, and text that is still in the line. Gives its first line.
fn foot(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) -> u16 {
    let inner = list::inner(area);
    let items = ahead(subject);
    let names = items.iter().map(|name| Piece::new(name.as_str(), Role::Plain));
    let lines = strip::flowing(pen.ruler(), inner.width, names);
    // In a low window the gaps need the lines more than the names of the items.
    let most = if area.height < 16 { 1 } else { usize::from(area.height / 4) };
    let typed = subject.seat.unrecorded().replace('\n', "  ");
    let typed = typed.trim();
    let shown = lines.len().min(most);
    let ahead = if items.is_empty() { 0 } else { 1 + shown };
    let remarks: Vec<String> =
        reviews::waiting(subject.session).map(|mark| said_by(subject, mark)).collect();
    let told = remarks.len().min(most);
    let asked = if remarks.is_empty() { 0 } else { 1 + told };
    let height = ahead + asked + 2 * usize::from(!typed.is_empty()) + 2;
    let first = area.bottom().saturating_sub(u16::try_from(height).unwrap_or(u16::MAX));
    let first = first.max(area.y + 1);
    let mut y = first;
    let mut write = |pen: &mut Pen<'_>, text: &str, heading: bool| {
        let (x, role) = if heading { (area.x + 1, Role::Title) } else { (inner.x, Role::Plain) };
        if y + 1 < area.bottom() {
            pen.text((x, y), inner.width, text, role);
            y += 1;
        }
    };
    if !typed.is_empty() {
        write(pen, subject.sign(Sign::StillTyped), true);
        write(pen, typed, false);
    }
    if asked > 0 {
        let count = remarks.len().to_string();
        write(pen, &subject.says(&GuestSays::NotPut { count }), true);
        for remark in &remarks[..told] {
            write(pen, remark, false);
        }
    }
    if ahead > 0 {
        let sign = subject.sign(Sign::NotDiscussed).to_owned();
        let heading = Seen::Named { sign, count: items.len().to_string() };
        write(pen, &heading.text(subject.lang()), true);
        for line in &lines[..shown] {
            line.draw(pen, Rect { y, height: 1, ..inner });
            y += 1;
        }
    }
    first
}

/// Whose remark, on what, and what it says, in one line.
pub(super) fn said_by(subject: Subject<'_>, mark: &Mark) -> String {
    let text = match &mark.remark {
        Remark::Said(text) => text.replace('\n', "  "),
        Remark::Seen => String::new(),
    };
    format!("{}  {}  {text}", mark.by, subject.about(&mark.about))
}

/// The items that were not gone through, and the one that still is.
pub(super) fn ahead(subject: Subject<'_>) -> Vec<String> {
    let agenda = subject.session.meeting().map(|meeting| &meeting.agenda);
    let items = agenda.into_iter().flat_map(|agenda| agenda.values());
    let ahead = |item: &&AgendaItem| item.state.is_ahead();
    let name = |item: &AgendaItem| match item.state {
        ItemState::Current => {
            format!("{} {}", name_of(subject, item), item.state.word().text(subject.lang()))
        }
        _ => name_of(subject, item),
    };
    items.filter(ahead).map(name).collect()
}
