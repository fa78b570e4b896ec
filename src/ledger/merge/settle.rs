//! A conflict, settled: the records that make a choice hold, and the choice itself on record.
//!
//! What holds already by the order of the records needs no record of its own; what does not is
//! recorded once more in the joining, with the consent that it had. Nothing is taken away from either
//! line.

use chrono::NaiveDate;

use super::conflict::decision::same_end;
use super::conflict::{Conflict, same_assignment, same_slip};
use super::{Claim, Said};
use crate::ledger::{
    Change, Correction, Disputed, Due, Edit, Fact, Followup, Happening, Kept, Reading, RecordId,
    Settled, Snapshot, Stage, Standing,
};
use crate::plan::{Row, Table};

/// What shall hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// What our line says.
    Ours,
    /// What the other says.
    Theirs,
    /// Both stay as they were recorded: the later holds.
    Both,
    /// Something else.
    Other(Box<Said>),
}

/// When a conflict is settled, and what is said beside its records.
#[derive(Clone, Copy, Debug)]
pub struct Settling<'a> {
    /// Its number.
    pub number: u16,
    /// The id of the first record.
    pub next: &'a RecordId,
    /// On what day.
    pub on: NaiveDate,
    /// Why there is a record of it here.
    pub note: &'a str,
}

impl Conflict {
    /// The edits that make a choice hold in the joining. What settled it before is taken back.
    pub fn settle(&self, open: &Snapshot, choice: &Choice, how: Settling<'_>) -> Vec<Edit> {
        let mut state = open.clone();
        let before = open.joining().and_then(|joining| joining.settled.get(&how.number)).cloned();
        let mut edits = taken_back(open, before.as_ref());
        for edit in &edits {
            // What the joining holds can be taken out of it.
            let _ = state.apply(edit);
        }
        let mut wanted = match choice {
            Choice::Both => Vec::new(),
            Choice::Ours => self.needs(&state, &self.ours.said, how),
            Choice::Theirs => self.needs(&state, &self.theirs.said, how),
            Choice::Other(said) => self.needs(&state, said, how),
        };
        let mut next = how.next.clone();
        for edit in &mut wanted {
            *edit = edit.clone().numbered(&next);
            next.number += 1;
        }
        let records = wanted.iter().filter_map(|edit| edit.record().cloned()).collect();
        let kept = match choice {
            Choice::Ours => Kept::Line(self.ours.line.clone()),
            Choice::Theirs => Kept::Line(self.theirs.line.clone()),
            Choice::Both => Kept::Both,
            Choice::Other(_) => Kept::Other,
        };
        let settled = Settled { of: self.of.clone(), kept, records };
        edits.extend(wanted);
        let now = Some(settled);
        edits.push(Edit::Settled(Change { at: how.number, was: before, now }));
        edits
    }

    /// The claim of a line by its end.
    pub fn claim(&self, kept: &Kept) -> Option<&Claim> {
        let Kept::Line(line) = kept else { return None };
        [&self.ours, &self.theirs].into_iter().find(|claim| claim.line == *line)
    }

    /// Whether something else than what the lines say can be put in their place.
    pub fn takes_other(&self) -> bool {
        matches!(
            self.of,
            Disputed::Wording(_)
                | Disputed::Lead(_)
                | Disputed::Due(_)
                | Disputed::Assignment(_)
                | Disputed::Reading(..)
        )
    }

    /// The records by which something holds; none when it does already. Their numbers come later.
    fn needs(&self, state: &Snapshot, said: &Said, how: Settling<'_>) -> Vec<Edit> {
        match (&self.of, said) {
            (Disputed::Wording(id) | Disputed::Lead(id) | Disputed::Due(id), said) => {
                self.field(state, id, said, how).into_iter().collect()
            }
            (Disputed::Stage(id), Said::Step(step)) => ending(state, id, step, how),
            (Disputed::Reading(row, _), Said::Reading(reading)) => {
                figure(state, row, reading, how).into_iter().collect()
            }
            (Disputed::Assignment(row), Said::Assignment(now)) => {
                let holds = last(state, &state.ledger.assignments, row);
                let again = !holds.is_some_and(|last| same_assignment(last, now));
                let at = (row.clone(), how.next.clone());
                one(again, || Edit::Assignment(Change::add(at, now.clone())))
            }
            (Disputed::Light(row), Said::Light(now)) => {
                let holds = last(state, &state.ledger.lights, row);
                let at = (row.clone(), how.next.clone());
                one(holds != Some(now), || Edit::Light(Change::add(at, now.clone())))
            }
            (Disputed::Account(row), Said::Account(now)) => {
                let holds = last(state, &state.ledger.accounts, row);
                let at = (row.clone(), how.next.clone());
                one(holds != Some(now), || Edit::Account(Change::add(at, now.clone())))
            }
            (Disputed::Amendment(row, day), Said::Amendment(now)) => {
                let holds = state.amendment_in_force(row.place, *day);
                let at = (row.clone(), how.next.clone());
                one(holds != Some(now), || Edit::Amendment(Change::add(at, now.clone())))
            }
            (Disputed::Signing(id), Said::Signing(now)) => {
                let at = (id.clone(), how.next.clone());
                one(state.signing(id) != Some(now), || Edit::Signing(Change::add(at, now.clone())))
            }
            (Disputed::Correction(id, record, fact), Said::Correction(now)) => {
                let all = state.corrections_of(id).into_iter().rev();
                let mut of = all.filter(|(_, one)| {
                    one.record == *record && Fact::of(&one.slip).as_ref() == Some(fact)
                });
                let holds = of.next().is_some_and(|(_, one)| same_slip(&one.slip, &now.slip));
                let at = (id.clone(), how.next.clone());
                one(!holds, || Edit::Correction(Change::add(at, now.clone())))
            }
            _ => Vec::new(),
        }
    }

    /// A field of a decision gets a value: by a correction where both lines only corrected it.
    fn field(
        &self,
        state: &Snapshot,
        id: &RecordId,
        said: &Said,
        how: Settling<'_>,
    ) -> Option<Edit> {
        let now = state.standing(id)?;
        let what = match &self.of {
            Disputed::Wording(_) => wording(&now, said)?,
            Disputed::Lead(_) => lead(&now, said)?,
            _ => due(&now, said)?,
        };
        let corrections =
            [&self.ours, &self.theirs, &Claim { said: said.clone(), ..self.ours.clone() }]
                .iter()
                .all(|claim| matches!(claim.said, Said::Correction(_)));
        if let (true, Said::Correction(slip)) = (corrections, said) {
            let at = (id.snapshot.clone(), how.next.clone());
            let again = Correction { on: how.on, ..slip.clone() };
            return Some(Edit::Correction(Change::add(at, again)));
        }
        let consent = match said {
            Said::Step(step) => step.consent.clone(),
            Said::Correction(correction) => correction.agreed.clone(),
            _ => String::new(),
        };
        let step = Followup::on(how.on, what).agreed_by(&consent).because(how.note);
        Some(Edit::Followup(Change::add((id.clone(), how.next.clone()), step)))
    }
}

fn wording(now: &Standing, said: &Said) -> Option<Happening> {
    let text = said.wording()?;
    let what = Happening::Wording { was: now.text.clone(), now: text.into() };
    (now.text != text).then_some(what)
}

fn lead(now: &Standing, said: &Said) -> Option<Happening> {
    let support = match said {
        Said::Step(Followup { what: Happening::Settled { support, .. }, .. }) => support,
        Said::Correction(Correction { slip: crate::ledger::Slip::Support { now, .. }, .. }) => now,
        _ => &now.support,
    };
    let lead = said.lead().unwrap_or(&now.lead);
    if lead == now.lead && *support == now.support {
        return None;
    }
    Some(if *support == now.support {
        Happening::Lead { was: now.lead.clone(), now: lead.to_vec() }
    } else {
        let (text, due) = (now.text.clone(), now.due.clone());
        Happening::Settled { text, lead: lead.to_vec(), support: support.clone(), due }
    })
}

fn due(now: &Standing, said: &Said) -> Option<Happening> {
    let due = said.due()?;
    match due {
        Due::Stated(to) if now.due.when() == Some(to) => None,
        Due::Stated(to) => Some(Happening::Extended { from: now.due.when(), to }),
        due if due == now.due => None,
        due => Some(Happening::Settled {
            text: now.text.clone(),
            lead: now.lead.clone(),
            support: now.support.clone(),
            due,
        }),
    }
}

/// A decision ends as a step says, or goes on.
fn ending(state: &Snapshot, id: &RecordId, step: &Followup, how: Settling<'_>) -> Vec<Edit> {
    let Some(now) = state.standing(id) else { return Vec::new() };
    let again = |what: Happening| {
        let step = Followup::on(how.on, what).agreed_by(&step.consent).because(how.note);
        Edit::Followup(Change::add((id.clone(), how.next.clone()), step))
    };
    let mut then = now.clone();
    then.stage = step.what.stage().unwrap_or(Stage::Reopened);
    then.superseded_by = match &step.what {
        Happening::Superseded { by } => Some(by.clone()),
        _ => None,
    };
    match (now.is_over(), then.is_over()) {
        (false, false) => Vec::new(),
        (false, true) => vec![again(step.what.clone())],
        (true, false) => vec![again(Happening::Stage(Stage::Reopened))],
        (true, true) if same_end(&now, &then) => Vec::new(),
        (true, true) => {
            vec![again(Happening::Stage(Stage::Reopened)), again(step.what.clone())]
        }
    }
}

/// A figure becomes the last one for its months.
fn figure(state: &Snapshot, row: &Row, reading: &Reading, how: Settling<'_>) -> Option<Edit> {
    let all = state.readings(row.place);
    let mut of = all.iter().rev().filter(|(_, other)| other.period == reading.period);
    let last = of.next().filter(|(_, other)| other.value != reading.value);
    let (revised, _) = last?;
    let now = Reading {
        entered: how.on,
        revises: Some((*revised).clone()),
        reason: how.note.into(),
        ..reading.clone()
    };
    Some(Edit::Reading(Change::add((row.clone(), how.next.clone()), now)))
}

fn last<'a, G: Ord, V>(
    state: &Snapshot,
    tables: &'a Table<G, Table<RecordId, V>>,
    of: &G,
) -> Option<&'a V> {
    state.latest(tables.get(of)?).map(|(_, value)| value)
}

fn one(needed: bool, edit: impl FnOnce() -> Edit) -> Vec<Edit> {
    needed.then(edit).into_iter().collect()
}

/// The edits that take the records of an earlier choice out of the joining.
fn taken_back(open: &Snapshot, before: Option<&Settled>) -> Vec<Edit> {
    let records = before.map_or(&[][..], |before| &before.records);
    if records.is_empty() {
        return Vec::new();
    }
    let own = open.additions().into_iter().rev();
    let of = own.filter(|edit| edit.record().is_some_and(|record| records.contains(record)));
    of.map(|edit| edit.inverse()).collect()
}
