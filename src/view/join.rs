//! 合并: two lines of meetings, what each says of a field in conflict, and the keys that settle it.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::list;
use super::panes;
use super::strip::{self, Piece, Strip};
use super::style::Role;
use super::subject::Subject;
use super::width::Ruler;
use crate::app::Fork;
use crate::ledger::sentence::{self, Speech};
use crate::ledger::{Claim, Conflict, Disputed, Kept, RecordId, Settled};
use crate::words::joining::{JoinSays, JoinSign};
use crate::words::{Hint, Joint, Seen};

/// One line of the page, and the conflict that it belongs to.
type Row = (Option<usize>, Strip);

/// Draws the two lines, what the joining does by itself, and the conflicts with the cursor on one.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, cursor: usize) {
    let Some(fork) = &subject.session.fork else {
        let text = JoinSign::OneLine.text(subject.lang());
        pen.text((list::inner(area).x, area.y), area.width, text, Role::Good);
        return;
    };
    let open = subject.session.open.as_ref().map(|history| &history.open);
    let all: Vec<_> = fork.conflicts(open).collect();
    let cursor = cursor.min(all.len().saturating_sub(1));
    let area = strip::foot(pen, area, subject, &hints(&all, cursor));
    let inner = list::inner(area);
    let mut rows: Vec<Row> = Vec::new();
    for strip in heading(pen.ruler(), subject, fork, inner.width) {
        rows.push((None, strip));
    }
    for (at, (number, conflict, settled)) in all.iter().enumerate() {
        rows.push((None, Strip::Pieces(Vec::new())));
        let strips = conflict_strips(subject, fork, (*number, conflict, *settled));
        rows.extend(strips.into_iter().map(|strip| (Some(at), strip)));
    }
    let of = |row: &Row| row.0 == Some(cursor);
    let first = rows.iter().position(of);
    let lines =
        first.map_or(0..0, |first| first..first + rows.iter().filter(|row| of(row)).count());
    pen.focus(inner.x, area.y);
    let seen = panes::window(rows.len(), area.height, &lines);
    for (y, index) in (area.y..area.bottom()).zip(seen) {
        let Some((_, strip)) = rows.get(index) else { continue };
        strip.draw(pen, Rect { y, height: 1, ..inner });
        if lines.contains(&index) {
            list::mark(pen, area, y, index == lines.start);
        }
    }
}

/// The keys that do something now.
pub(super) fn hints(all: &[(u16, &Conflict, Option<&Settled>)], cursor: usize) -> Vec<Hint> {
    let mut hints = Vec::new();
    if let Some((_, conflict, _)) = all.get(cursor) {
        hints.extend([Hint::TakeOurs, Hint::TakeTheirs, Hint::KeepBoth]);
        hints.extend(conflict.takes_other().then_some(Hint::TypeOther));
    }
    if all.iter().all(|(.., settled)| settled.is_some()) {
        hints.insert(0, Hint::JoinF8);
    }
    hints.push(Hint::Leave);
    hints
}

/// The two lines, and what the joining does by itself.
fn heading(ruler: Ruler, subject: Subject<'_>, fork: &Fork, width: u16) -> Vec<Strip> {
    let mut strips: Vec<Strip> = ends(subject, fork).map(|end| Strip::Pieces(end.into())).into();
    let own = by_itself(subject, fork);
    strips.extend(own.iter().flat_map(|text| strip::wrapped(ruler, width, text)));
    strips.push(Strip::Pieces(vec![conflicts(subject, fork)]));
    strips
}

/// Where each line ends.
pub(super) fn ends(subject: Subject<'_>, fork: &Fork) -> [[Piece; 2]; 2] {
    let (ours, theirs) = fork.ends();
    [(JoinSign::Ours, ours), (JoinSign::Theirs, theirs)].map(|(sign, id)| {
        [
            Piece::new(sign.text(subject.lang()), Role::Title),
            Piece::new(id.to_string(), Role::Plain),
        ]
    })
}

/// What the joining does by itself: new names, new numbers, and what waits behind it.
pub(super) fn by_itself(subject: Subject<'_>, fork: &Fork) -> Vec<String> {
    let lang = subject.lang();
    let joined = fork.joined();
    let renamed = joined.renamed.iter().map(|one| {
        let (from, to) = (one.from.to_string(), one.to.to_string());
        JoinSays::Renamed { from, to }.text(lang)
    });
    let numbers = &joined.open.ledger.numbers;
    let anew = numbers.iter().filter(|(id, _)| {
        let before = subject.session.sealed.ledger.numbers.get(*id);
        before != numbers.get(*id)
    });
    let anew: Vec<String> = anew
        .map(|(id, number)| {
            JoinSays::Number { id: id.to_string(), number: number.to_string() }.text(lang)
        })
        .collect();
    let joint = Joint::List.text(lang);
    let numbered =
        (!anew.is_empty()).then(|| JoinSays::Numbered { what: anew.join(joint) }.text(lang));
    let rest: Vec<String> = fork.rest().iter().map(ToString::to_string).collect();
    let rest = (!rest.is_empty()).then(|| JoinSays::Rest { names: rest.join(joint) }.text(lang));
    renamed.chain(numbered).chain(rest).collect()
}

/// How many conflicts there are.
pub(super) fn conflicts(subject: Subject<'_>, fork: &Fork) -> Piece {
    match fork.joined().conflicts.len() {
        0 => Piece::new(subject.says(&JoinSign::NoConflicts), Role::Good),
        count => {
            let sign = subject.label(crate::words::Label::Conflicts).to_owned();
            let count = count.to_string();
            Piece::new(Seen::Named { sign, count }.text(subject.lang()), Role::Title)
        }
    }
}

/// What is in conflict, and under it what each line says.
pub(super) fn conflict_strips(
    subject: Subject<'_>,
    fork: &Fork,
    (number, conflict, settled): (u16, &Conflict, Option<&Settled>),
) -> Vec<Strip> {
    let lang = subject.lang();
    let number_of = |id: &RecordId| subject.record(id);
    let speech = Speech::spoken(lang, &number_of);
    let (sign, role) = match settled.map(|settled| &settled.kept) {
        None => (JoinSign::Waits, Role::Behind),
        Some(Kept::Line(line)) if *line == fork.ends().0 => (JoinSign::TookOurs, Role::Good),
        Some(Kept::Line(_)) => (JoinSign::TookTheirs, Role::Good),
        Some(Kept::Both) => (JoinSign::KeptBoth, Role::Good),
        Some(Kept::Other) => (JoinSign::Otherwise, Role::Good),
    };
    let mut heading = vec![
        Piece::new(number.to_string(), Role::Strong),
        Piece::new(sign.text(lang), role),
        Piece::new(sentence::disputed(&conflict.of, speech), Role::Strong),
    ];
    if let Some(id) = decision(&conflict.of) {
        let text = fork.joined().open.standing(id).map(|standing| standing.text);
        heading.push(Piece::new(text.unwrap_or_default(), Role::Plain));
    }
    let claim = |sign: JoinSign, claim: &Claim| {
        let chosen = settled.is_some_and(|settled| conflict.claim(&settled.kept) == Some(claim));
        let role = if chosen { Role::Good } else { Role::Plain };
        Strip::Pieces(vec![
            Piece::new(if chosen { "*" } else { " " }, role),
            Piece::new(sign.text(lang), Role::Hint),
            Piece::new(sentence::said(&conflict.of, &claim.said, speech), role),
            Piece::new(subject.record(&claim.record), Role::Hint),
        ])
    };
    let mut strips = vec![
        Strip::Pieces(heading),
        claim(JoinSign::Ours, &conflict.ours),
        claim(JoinSign::Theirs, &conflict.theirs),
    ];
    strips.extend(otherwise(subject, settled));
    strips
}

/// What was typed in the place of both.
fn otherwise(subject: Subject<'_>, settled: Option<&Settled>) -> Option<Strip> {
    let settled = settled.filter(|settled| settled.kept == Kept::Other)?;
    let record = settled.records.first()?;
    let open = &subject.session.open.as_ref()?.open;
    let edit = open.additions().into_iter().find(|edit| edit.record() == Some(record))?;
    let text = subject.said(&edit);
    Some(Strip::Pieces(vec![Piece::new("*", Role::Good), Piece::new(text, Role::Good)]))
}

fn decision(of: &Disputed) -> Option<&RecordId> {
    match of {
        Disputed::Wording(id) | Disputed::Lead(id) | Disputed::Due(id) | Disputed::Stage(id) => {
            Some(id)
        }
        _ => None,
    }
}
