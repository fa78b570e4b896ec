//! 散会: what the meeting leaves behind, what is missing, and the one key that seals.
//!
//! A gap never forbids the close. Enter goes to the gap and never seals: input methods commit with
//! Enter.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::list;
use super::meeting::name_of;
use super::panes;
use super::strip::{self, Piece};
use super::style::Role;
use super::subject::Subject;
use super::table::{Cell, Columns, Width};
use crate::judge::Gap;
use crate::ledger::{AgendaItem, ItemState, sentence};
use crate::words::{Hint, Label, Seen, Sign};

/// Draws the gate with the cursor on a gap; without gaps it stands at the key that seals.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, cursor: usize) {
    let line = Rect { x: area.x + 1, width: area.width - 2, height: 1, ..area };
    let keys = Rect { y: area.bottom() - 1, ..line };
    let hints = [Hint::SealF8, Hint::Mend, Hint::ConfirmAssumed, Hint::Leave];
    strip::hints(pen, keys, subject, &hints);
    pen.focus(keys.x, keys.y);
    strip::pieces(pen, line, &summary(subject));
    let below = foot(pen, area, subject);
    let gaps = subject.session.gaps();
    let list = Rect { y: area.y + 2, height: below.saturating_sub(area.y + 3), ..area };
    if gaps.is_empty() {
        let at = (list::inner(list).x, list.y);
        pen.text(at, list.width, subject.sign(Sign::NoGaps), Role::Good);
        return;
    }
    self::gaps(pen, list, subject, (&gaps, cursor));
}

/// What the meeting is, and its counts.
fn summary(subject: Subject<'_>) -> Vec<Piece> {
    let lang = subject.lang();
    let state = subject.state();
    vec![
        Piece::new(sentence::of_held(&state.kind, lang), Role::Strong),
        Piece::new(sentence::counts(state, lang), Role::Plain),
    ]
}

fn gaps(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, (gaps, cursor): (&[Gap], usize)) {
    let lang = subject.lang();
    let count = gaps.len().to_string();
    let gap = subject.label(Label::Gaps).to_owned();
    let heading = Seen::Lacking { gap, count }.text(lang);
    pen.text((area.x + 1, area.y), area.width, heading, Role::Title);
    let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let widths = [Width::Is(6), Width::Is(12), Width::Rest];
    let columns = Columns::over(list::inner(list), &widths);
    let seen = panes::window(gaps.len(), list.height, &(cursor..cursor + 1));
    for (y, row) in (list.y..list.bottom()).zip(seen) {
        let gap = &gaps[row];
        let text = subject.state().standing(&gap.record).map(|standing| standing.text);
        let cells = [
            Cell::plain(subject.record(&gap.record)),
            Cell::new(gap.kind.text(lang), Role::Behind),
            Cell::plain(text.unwrap_or_default()),
        ];
        columns.write(pen, y, &cells);
        if row == cursor {
            list::mark(pen, list, y, true);
        }
    }
}

/// Items that were not reached, and text that is still in the line. Gives its first line.
fn foot(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) -> u16 {
    let inner = list::inner(area);
    let items = ahead(subject);
    let names = items.iter().map(|name| Piece::new(name.as_str(), Role::Plain));
    let lines = strip::flowing(pen.ruler(), inner.width, names);
    let most = usize::from(area.height / 4);
    let typed = subject.seat.line.field.text();
    let shown = lines.len().min(most);
    let ahead = if items.is_empty() { 0 } else { 1 + shown };
    let height = ahead + 2 * usize::from(!typed.is_empty()) + 2;
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

/// The items that were not gone through, and the one that still is.
fn ahead(subject: Subject<'_>) -> Vec<String> {
    let agenda = subject.session.meeting().map(|meeting| &meeting.agenda);
    let items = agenda.into_iter().flat_map(|agenda| agenda.values());
    let ahead = |item: &&AgendaItem| matches!(item.state, ItemState::Ahead | ItemState::Current);
    let name = |item: &AgendaItem| match item.state {
        ItemState::Current => {
            format!("{} {}", name_of(subject, item), item.state.word().text(subject.lang()))
        }
        _ => name_of(subject, item),
    };
    items.filter(ahead).map(name).collect()
}
