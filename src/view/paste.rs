//! 粘贴: pasted lines in a table of what each says, and in full what the one with the cursor would do.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::echo;
use super::line;
use super::list;
use super::panes;
use super::records;
use super::strip::{self, Piece};
use super::style::Role;
use super::subject::{Subject, names};
use super::table::{Cell, Columns, Width};
use crate::app::entry::{Meaning, Understood};
use crate::app::line::about;
use crate::app::pasted::{Line, Pasted};
use crate::app::submit::understood_under;
use crate::judge::needs_somebody;
use crate::ledger::{Decision, Outcome};
use crate::words::{Do, Gap, Hint, Label, Seen, Sign, State};

/// Draws the lines with the cursor on one.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, pasted: &Pasted) {
    let head = Rect { x: area.x + 1, width: area.width - 2, height: 1, ..area };
    strip::pieces(pen, head, &heading(subject, pasted));
    let keys = Rect { y: area.bottom() - 1, ..head };
    strip::hints(pen, keys, subject, &HINTS);
    // The text and the meaning of one line, at a fixed place: the list above does not jump.
    let below = if area.height >= 20 { 7 } else { 5 };
    let foot = Rect { y: keys.y.saturating_sub(below), height: below, ..head };
    let list = Rect { y: area.y + 1, height: foot.y.saturating_sub(area.y + 1), ..area };
    table(pen, list, subject, pasted);
    pen.rule(Rect { x: area.x, width: area.width, height: 1, ..foot });
    let text = Rect { y: foot.y + 1, height: 2, ..foot };
    let means = Rect { y: foot.y + 3, height: foot.height.saturating_sub(3), ..foot };
    let Some(own) = pasted.lines.get(pasted.cursor) else { return };
    let said = if let Some(field) = &pasted.editing {
        line::several(pen, text, field, true);
        field.text()
    } else {
        pen.wrapped(text, own.text.as_str(), Role::Plain);
        own.text.as_str()
    };
    let understood = understood(subject, said);
    echo::pieces(pen, means, &echo::pieces_of(subject, &understood));
}

pub(super) const HINTS: [Hint; 4] =
    [Hint::RecordAll, Hint::LeaveOut, Hint::EditLine, Hint::GiveBack];

/// How many lines are kept, and to what they are bound.
pub(super) fn heading(subject: Subject<'_>, pasted: &Pasted) -> Vec<Piece> {
    let kept = pasted.lines.iter().filter(|line| !line.left_out).count().to_string();
    let all = pasted.lines.len().to_string();
    vec![
        Piece::new(Seen::Chosen { kept, all }.text(subject.lang()), Role::Title),
        Piece::labelled(subject, Label::Rows, line::binding(subject)),
    ]
}

fn table(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, pasted: &Pasted) {
    let (wide, middling) = (area.width >= 100, area.width >= 72);
    let widths = [
        Width::Is(3),
        subject.fit(8, 13),
        Width::Rest,
        Width::Is(if wide { 16 } else { 10 }),
        Width::only(wide, 20),
        Width::only(middling, 10),
    ];
    let columns = Columns::over(list::inner(area), &widths);
    let labels = [Label::Number, Label::Kind, Label::Text, Label::Lead, Label::Support, Label::Due];
    let mut cells = labels.map(|label| Cell::new(subject.label(label), Role::Hint));
    cells[0] = Cell::plain("");
    columns.write(pen, area.y, &cells);
    let rows = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let cursor = pasted.cursor;
    let seen = panes::window(pasted.lines.len(), rows.height, &(cursor..cursor + 1));
    for (y, nth) in (rows.y..rows.bottom()).zip(seen) {
        columns.write(pen, y, &row(subject, nth, &pasted.lines[nth]));
        if nth == cursor {
            list::point(pen, rows, y, true);
            if pasted.editing.is_none() {
                pen.focus(list::inner(rows).x, y);
            }
        }
    }
}

/// A line by what it says; one that is left out by its text alone.
pub(super) fn row(subject: Subject<'_>, nth: usize, line: &Line) -> [Cell<'static>; 6] {
    let lang = subject.lang();
    let number = Cell::plain((nth + 1).to_string()).right();
    let none = || Cell::plain("");
    if line.left_out {
        let sign = Cell::new(subject.sign(Sign::LeftOut), Role::Hint);
        return [number, sign, Cell::new(line.text.clone(), Role::Hint), none(), none(), none()];
    }
    let plain = |word: &'static str, text: String| {
        let kind = Cell::new(word, Role::Strong);
        [number.clone(), kind, Cell::plain(text), none(), none(), none()]
    };
    match understood(subject, &line.text).meaning {
        Meaning::Decision(decision) => self::decision(subject, number, &decision),
        Meaning::Note(note) => plain(State::Noted.text(lang), note.text),
        Meaning::Readings(_) => plain(Do::Read.text(lang), line.text.clone()),
        Meaning::Assign { .. } => plain(Do::Assign.text(lang), line.text.clone()),
        _ => {
            let sign = Cell::new(subject.sign(Sign::CannotRecord), Role::Behind);
            [number, sign, Cell::plain(line.text.clone()), none(), none(), none()]
        }
    }
}

fn decision(
    subject: Subject<'_>,
    number: Cell<'static>,
    decision: &Decision,
) -> [Cell<'static>; 6] {
    let lang = subject.lang();
    let kind = match decision.outcome {
        _ if decision.pending => Gap::Pending.text(lang),
        Outcome::Agreed => decision.kind.word().text(lang),
        outcome => outcome.word().text(lang),
    };
    let (lead, lead_role) = match decision.lead.as_slice() {
        [] if needs_somebody(decision) => (Gap::NoLead.text(lang).to_owned(), Role::Behind),
        lead if decision.lead_assumed => (format!("〔{}〕", names(lead)), Role::Plain),
        lead => (names(lead), Role::Plain),
    };
    let (due, due_role) = records::due(subject, decision, &decision.due);
    [
        number,
        Cell::new(kind, Role::Strong),
        Cell::plain(decision.text.clone()),
        Cell::new(lead, lead_role),
        Cell::plain(names(&decision.support)),
        Cell::new(due, due_role),
    ]
}

pub(super) fn understood(subject: Subject<'_>, text: &str) -> Understood {
    let about = about(subject.session, &subject.seat.line.binding);
    understood_under(subject.session, subject.seat.line.item, &about, text)
}
