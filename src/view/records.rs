//! 本次记录: what was recorded since the meeting opened, with its time and whether it is on disk.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::echo;
use super::empty;
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
    let pointed = subject.seat.line.record.as_ref();
    let entries = near(pen.ruler(), text, subject, pointed);
    let lines: Vec<(&Entry, usize)> = (entries.iter())
        .flat_map(|entry| (0..entry.lines.len()).map(move |line| (entry, line)))
        .collect();
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
            if *line == 0 {
                pen.focus(list::inner(area).x, y);
            }
        }
    }
    if entries.is_empty() && area.height > 0 {
        let at = (list::inner(area).x, area.y);
        pen.text(
            at,
            area.width,
            empty::text(subject, subject.sign(Sign::NoRecords), empty::RECORD),
            Role::Hint,
        );
    }
}

/// How many lines they take, as far as there is room for them.
pub fn height(ruler: Ruler, area: Rect, subject: Subject<'_>) -> usize {
    near(ruler, text_area(area), subject, None).iter().map(|entry| entry.lines.len()).sum()
}

/// The records that can be seen when one is pointed at: a screenful before it and one from it on. When
/// none is, the last screenful.
fn near(ruler: Ruler, area: Rect, subject: Subject<'_>, pointed: Option<&RecordId>) -> Vec<Entry> {
    let records = subject.session.index.records();
    let at = pointed.and_then(|id| records.iter().position(|edit| edit.record() == Some(id)));
    let (before, after) = records.split_at(at.unwrap_or(records.len()));
    let screenful = |edits: &mut dyn Iterator<Item = &Edit>| {
        let (mut entries, mut lines) = (Vec::new(), 0);
        for edit in edits {
            if lines >= usize::from(area.height) {
                break;
            }
            let entry = entry(ruler, area, subject, edit);
            lines += entry.lines.len();
            entries.push(entry);
        }
        entries
    };
    let mut entries = screenful(&mut before.iter().rev());
    entries.reverse();
    entries.extend(screenful(&mut after.iter()));
    entries
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
        let said = Piece::new(subject.said(edit), Role::Plain);
        strip::flowing(ruler, area.width, [said, Piece::new(saving, Role::Strong)])
    });
    Entry { id, time, lines }
}

/// A decision: its number and sentence, below them who and by when.
pub(super) fn decision(
    ruler: Ruler,
    area: Rect,
    subject: Subject<'_>,
    id: &RecordId,
) -> Option<Vec<Strip>> {
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
        Piece::labelled(subject, Label::InPapers, standing.in_papers.clone()),
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

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;

    use super::*;
    use crate::app::{Seat, Sight, rehearsal};
    use crate::view::canvas::screen_text;
    use crate::words::Lang;

    fn drawn(subject: Subject<'_>, height: u16) -> Vec<String> {
        let area = Rect::new(0, 0, 60, height);
        let mut buffer = Buffer::empty(area);
        draw(&mut Pen::new(&mut buffer, Sight::default()), area, subject);
        screen_text(&buffer).lines().map(str::to_owned).collect()
    }

    #[test]
    fn a_few_records_are_laid_out_as_all_would_be() {
        let mut session = rehearsal::in_session();
        for number in 0..20 {
            let text =
                "逐户明确包联领导和时间表，因企施策解决用地、用能、用工问题".repeat(number % 3 + 1);
            rehearsal::decide(&mut session, "14:40", "1.2", [&text, "tcj fgj", "2023-10-31"]);
        }
        session.reindex();
        let mut seat = Seat::new((60, 20), Lang::Zh);
        let records: Vec<_> = session.index.records().iter().map(Edit::record).collect();
        for record in records.iter().copied().chain([None]) {
            seat.line.record = record.cloned();
            let subject = Subject { session: &session, seat: &seat };
            let mut all = drawn(subject, 300);
            while all.last().is_some_and(String::is_empty) {
                all.pop();
            }
            let pointed = |line: &&String| line.starts_with(" >");
            let first = all.iter().position(|line| pointed(&line));
            let own = first.map_or(0, |_| lines_of(subject, record));
            let cursor = first.map_or(all.len()..all.len(), |first| first..first + own);
            for height in [1, 2, 7, 20] {
                let seen = panes::window(all.len(), height, &cursor);
                assert_eq!(drawn(subject, height), all[seen], "{record:?} in {height}");
            }
        }
    }

    fn lines_of(subject: Subject<'_>, record: Option<&RecordId>) -> usize {
        let area = text_area(Rect::new(0, 0, 60, 1));
        let mut records = subject.session.index.records().iter();
        let edit = records.find(|edit| edit.record() == record).unwrap();
        entry(Ruler::default(), area, subject, edit).lines.len()
    }
}
