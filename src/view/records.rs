//! 本次记录: what was recorded since the meeting opened, with its time and whether it is on disk.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::echo;
use super::list;
use super::panes;
use super::strip::{self, Piece, Strip};
use super::style::Role;
use super::subject::{Subject, names};
use super::width::Ruler;
use crate::judge::needs_somebody;
use crate::ledger::{Decision, Due, Edit, RecordId, Standing, sentence};
use crate::words::{Label, Seen, Sign};

/// One record, as lines.
struct Entry {
    id: Option<RecordId>,
    time: String,
    lines: Vec<Strip>,
}

/// Draws the records, the newest last; the one that is pointed at is always among them.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) {
    let text = text_area(area);
    let entries = entries(pen.ruler(), text, subject);
    let lines: Vec<(&Entry, usize)> = (entries.iter())
        .flat_map(|entry| (0..entry.lines.len()).map(move |line| (entry, line)))
        .collect();
    let pointed = subject.seat.line.record.as_ref();
    let is_it = |entry: &Entry| pointed.is_some() && entry.id.as_ref() == pointed;
    let first = lines.iter().position(|(entry, _)| is_it(entry));
    let count = lines.iter().filter(|(entry, _)| is_it(entry)).count();
    let end = lines.len();
    let cursor = first.map_or(end..end, |first| first..first + count);
    for (y, (entry, line)) in
        (area.y..area.bottom()).zip(lines[panes::window(end, area.height, &cursor)].iter())
    {
        if *line == 0 {
            pen.text((list::inner(area).x, y), TIME, &entry.time, Role::Hint);
        }
        entry.lines.get(*line).into_iter().for_each(|strip| strip.draw(pen, Rect { y, ..text }));
        if is_it(entry) {
            list::point(pen, area, y, *line == 0);
        }
    }
    if entries.is_empty() && area.height > 0 {
        let at = (list::inner(area).x, area.y);
        pen.text(at, area.width, subject.sign(Sign::NoRecords), Role::Hint);
    }
}

/// How many lines they take.
pub fn height(ruler: Ruler, area: Rect, subject: Subject<'_>) -> usize {
    entries(ruler, text_area(area), subject).iter().map(|entry| entry.lines.len()).sum()
}

fn entries(ruler: Ruler, area: Rect, subject: Subject<'_>) -> Vec<Entry> {
    let edits = subject.state().additions();
    edits.iter().map(|edit| entry(ruler, area, subject, edit)).collect()
}

fn entry(ruler: Ruler, area: Rect, subject: Subject<'_>, edit: &Edit) -> Entry {
    let id = edit.record().cloned();
    let history = subject.session.open.as_ref();
    let time = history.zip(id.as_ref()).and_then(|(history, id)| history.time_of(id));
    let time = time.map_or_else(String::new, |time| time.format("%H:%M").to_string());
    let decision = match (edit, &id) {
        (Edit::Decision(_), Some(id)) => decision(ruler, area, subject, id),
        _ => None,
    };
    let saving = id.as_ref().is_some_and(|id| is_pending(subject, id));
    let saving = if saving { subject.sign(Sign::Saving) } else { "" };
    let lines = decision.unwrap_or_else(|| {
        let said = Piece::new(sentence::of(edit, subject.lang()), Role::Plain);
        strip::flowing(ruler, area.width, [said, Piece::new(saving, Role::Strong)])
    });
    Entry { id, time, lines }
}

/// A decision: its number and sentence, below them who and by when.
fn decision(ruler: Ruler, area: Rect, subject: Subject<'_>, id: &RecordId) -> Option<Vec<Strip>> {
    let standing = subject.state().standing(id)?;
    let made = subject.state().ledger.decisions.get(id)?;
    let kind = made.kind.word().text(subject.lang()).to_owned();
    let number = Seen::Numbered { kind, number: id.number.to_string() }.text(subject.lang());
    let text = sentence::answered(made, &standing.text, subject.lang());
    let text = format!("{number} {text}");
    let mut lines = strip::wrapped(ruler, area.width, &text);
    let saving = if is_pending(subject, id) { subject.sign(Sign::Saving) } else { "" };
    let mut pieces = who(subject, id, &standing);
    pieces.push(Piece::new(saving, Role::Strong));
    lines.extend(strip::flowing(ruler, area.width, pieces));
    Some(lines)
}

/// Who and by when: of a decision that nobody has to carry out, what was said of it all the same.
pub fn who(subject: Subject<'_>, id: &RecordId, standing: &Standing) -> Vec<Piece> {
    let Some(made) = subject.state().ledger.decisions.get(id) else { return Vec::new() };
    let (lead, lead_role) = match standing.lead.as_slice() {
        [] if !needs_somebody(made) => (String::new(), Role::Plain),
        _ => subject.lead(id, standing),
    };
    let (due, due_role) = due(subject, made, &standing.due);
    vec![
        Piece::labelled(subject, Label::Lead, lead).role(lead_role),
        Piece::labelled(subject, Label::Support, names(&standing.support)),
        Piece::labelled(subject, Label::Due, due).role(due_role),
        Piece::labelled(subject, Label::Nodes, echo::nodes(subject, &made.nodes)),
    ]
}

/// A due; none where nobody has to do anything by a day.
pub fn due(subject: Subject<'_>, made: &Decision, due: &Due) -> (String, Role) {
    match due {
        Due::Missing if !needs_somebody(made) => (String::new(), Role::Plain),
        due => subject.due(due),
    }
}

/// Whether a record is asked to be kept and not on disk yet.
fn is_pending(subject: Subject<'_>, id: &RecordId) -> bool {
    let mut told = subject.session.keeping.pending.iter().flat_map(|pending| &pending.told);
    told.any(|edit| edit.record() == Some(id))
}

/// Room for `14:29`.
const TIME: u16 = 5;

fn text_area(area: Rect) -> Rect {
    let inner = list::inner(area);
    let left = (TIME + 2).min(inner.width);
    Rect { x: inner.x + left, width: inner.width - left, ..inner }
}
