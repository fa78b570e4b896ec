//! 四见: what a meeting lacks before its papers can go out. Counted live, walked at the close, never a
//! reason to refuse; what is left at the close stands in the message of its commit.

use super::doubt::{Doubt, doubts};
use super::target::{hand, target};
use super::{Grounds, Light, Rule};
use crate::ledger::{
    About, Decision, DecisionKind, Due, Edit, Outcome, Reading, RecordId, Settlement, Snapshot,
};
use crate::plan::{Found, Number, Party, Place, Plan, Row, Target};
use crate::words::{Gap as Kind, Lang, listed};

/// One thing that is missing, odd, or still to be settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Of what.
    pub at: Whose,
    /// What it is.
    pub kind: Kind,
    /// The vague words, the last figure, the row, the count: what is needed to see it.
    pub detail: String,
}

/// Of what something is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// A record of what is open.
    Record(RecordId),
    /// An office: it leads too much of this meeting.
    Lead(Party),
    /// The agenda.
    Agenda,
}

/// One office can carry out two or three decisions of a meeting until the next one; fifteen decisions
/// over ten offices is what a meeting brings. More than this for one is worth a word to the chair.
pub const MANY: usize = 5;

/// Words that say how, and never by when or how much.
pub const VAGUE: [&str; 9] =
    ["尽快", "尽早", "早日", "抓紧", "近期", "适时", "择机", "酌情", "逐步"];

/// What the meeting that is open lacks: its records by number, then its offices, then its agenda.
/// Empty between meetings.
pub fn gaps(plan: &Plan, open: &Snapshot) -> Vec<Gap> {
    let Some(meeting) = open.meeting() else { return Vec::new() };
    let mut gaps = Vec::new();
    for edit in open.additions() {
        gaps.extend(of_record(plan, open, &edit));
    }
    gaps.extend(overloaded(open));
    let items = meeting.agenda.values().filter(|item| item.state.is_ahead()).count();
    if items > 0 {
        gaps.push(Gap { at: Whose::Agenda, kind: Kind::NotDiscussed, detail: items.to_string() });
    }
    gaps
}

impl Gap {
    /// `2023-09-15/2 含糊 尽快`
    pub fn text(&self, lang: Lang) -> String {
        let kind = self.kind.text(lang);
        let said = match &self.at {
            Whose::Record(id) => format!("{id} {kind} {}", self.detail),
            Whose::Lead(party) => format!("{party} {kind} {}", self.detail),
            Whose::Agenda => format!("{kind} {}", self.detail),
        };
        said.trim_end().to_owned()
    }

    /// Its record, if it is of one.
    pub fn record(&self) -> Option<&RecordId> {
        match &self.at {
            Whose::Record(id) => Some(id),
            Whose::Lead(_) | Whose::Agenda => None,
        }
    }
}

fn of_record(plan: &Plan, open: &Snapshot, edit: &Edit) -> Vec<Gap> {
    let Some(id) = edit.record() else { return Vec::new() };
    let found = match edit {
        Edit::Decision(change) => {
            change.now.as_ref().map(|decision| of_decision(plan, open, decision))
        }
        Edit::Reading(change) => {
            let reading = change.now.as_ref();
            reading.map(|reading| of_reading(plan, open, (&change.at.0, id), reading))
        }
        Edit::Assignment(change) => change.now.as_ref().map(|assignment| {
            outside(assignment.lead.iter().chain(&assignment.support)).into_iter().collect()
        }),
        _ => None,
    };
    let gap = |(kind, detail)| Gap { at: Whose::Record(id.clone()), kind, detail };
    found.into_iter().flatten().map(gap).collect()
}

/// A gap before it is known of what.
type Lack = (Kind, String);

fn of_decision(plan: &Plan, open: &Snapshot, decision: &Decision) -> Vec<Lack> {
    let tests = [
        (decision.pending, Kind::Pending),
        (needs_somebody(decision) && decision.lead.is_empty(), Kind::NoLead),
        (decision.lead_assumed && !decision.lead.is_empty(), Kind::AssumedLead),
        (needs_somebody(decision) && decision.due.when().is_none(), Kind::NoDue),
        (matches!(decision.due, Due::Assumed(_)), Kind::AssumedDue),
    ];
    let mut lacks: Vec<Lack> = (tests.into_iter())
        .filter(|(lacks, _)| *lacks)
        .map(|(_, kind)| (kind, String::new()))
        .collect();
    let words = vague(decision);
    if !words.is_empty() {
        lacks.push((Kind::Vague, listed(&words)));
    }
    lacks.extend(outside(decision.lead.iter().chain(&decision.support)));
    lacks.extend(finished_rows(plan, open, decision));
    lacks
}

/// Whether somebody has to do it: what was put off, refused or only noted has no lead and no due.
pub fn needs_somebody(decision: &Decision) -> bool {
    let agreed = matches!(decision.outcome, Outcome::Agreed | Outcome::AgreedInPrinciple);
    agreed && decision.kind != DecisionKind::Noted && !decision.untracked
}

/// The vague words of a decision, each once, in its text or as its due.
pub fn vague(decision: &Decision) -> Vec<&'static str> {
    let due = match &decision.due {
        Due::Unsettled(words) => words.as_str(),
        _ => "",
    };
    let says = |word: &&str| decision.text.contains(*word) || due.contains(*word);
    VAGUE.into_iter().filter(says).collect()
}

fn outside<'a>(parties: impl Iterator<Item = &'a Party>) -> Option<Lack> {
    let names: Vec<&str> = parties.filter(|party| party.is_outside()).map(Party::name).collect();
    (!names.is_empty()).then(|| (Kind::Outside, listed(&names)))
}

/// Rows that are done already: the decision opens them again, is not followed up, or is a slip.
fn finished_rows(plan: &Plan, open: &Snapshot, decision: &Decision) -> Option<Lack> {
    let done = on_finished(plan, open, decision);
    (!done.is_empty()).then_some((Kind::Finished, done))
}

/// The finished rows on which a decision is followed up without opening them again: `4.4/2`.
pub fn on_finished(plan: &Plan, open: &Snapshot, decision: &Decision) -> String {
    if decision.untracked {
        return String::new();
    }
    let settled = |about: &&About| !decision.reopens.contains(about);
    let rows = decision.about.iter().filter(settled).filter_map(|about| match about {
        About::Row(row) => Some(row.place),
        About::Decision(_) => None,
    });
    let done = rows.filter(|row| is_finished(plan, open, *row)).map(|row| row.to_string());
    done.collect::<Vec<_>>().join(" ")
}

/// Whether a row was accounted for as finished, was lit so by hand, or has all its targets reached.
pub fn is_finished(plan: &Plan, open: &Snapshot, row: Place) -> bool {
    let account = open.ledger.accounts.get(&row).and_then(|all| open.latest(all));
    if let Some((_, account)) = account {
        return account.state == Settlement::Finished;
    }
    let targets: Vec<&Target> = match plan.find(row) {
        Some(Found::Target(target)) => vec![target],
        Some(Found::Measure(measure)) => measure.targets.iter().collect(),
        Some(Found::Task(task)) => task.targets().collect(),
        Some(Found::Section(_)) | None => Vec::new(),
    };
    let today = open.id().day().unwrap_or(plan.period.to);
    let on = Grounds { plan, state: open, rule: &Rule::of(plan), today };
    if let Some(light) = hand(&on, row).and_then(|(_, set)| set.light) {
        return light == Light::Done;
    }
    let is_done = |of: &&Target| target(&on, of).light == Some(Light::Done);
    !targets.is_empty() && targets.iter().all(is_done)
}

/// A figure that is odd beside the one before it, and of which nobody said why.
fn of_reading(
    plan: &Plan,
    open: &Snapshot,
    (row, id): (&Row, &RecordId),
    reading: &Reading,
) -> Vec<Lack> {
    let Some(Found::Target(target)) = plan.find(row.place) else { return Vec::new() };
    let mut lacks: Vec<Lack> = outside(reading.from.iter()).into_iter().collect();
    let Some(all) = open.ledger.readings.get(&row.place) else { return lacks };
    let replaced = all.values().any(|later| later.revises.as_ref() == Some(id));
    if replaced || !reading.reason.is_empty() {
        return lacks;
    }
    let order = open.meetings.order(id);
    let earlier = all.iter().filter(|(other, _)| open.meetings.order(other) < order);
    let earlier = earlier.filter(|(other, _)| reading.revises.as_ref() != Some(*other));
    let before = earlier.max_by_key(|(other, last)| (last.period, open.meetings.order(other)));
    let before = before.map(|(_, before)| before);
    let beside = |last: Number| format!("{last}>{}{}", reading.value, target.unit);
    let lack = |doubt| match doubt {
        Doubt::TimesTen { last } | Doubt::TimesTarget { goal: last } => {
            Some((Kind::TimesTen, beside(last)))
        }
        Doubt::Falls { last } => Some((Kind::Falls, beside(last))),
        Doubt::Older { .. } => None,
    };
    let found = doubts(target, reading.value, reading.period, before);
    lacks.extend(found.into_iter().filter_map(lack));
    if !reading.written.is_empty() {
        let beside = format!("{}>{}{}", reading.written, reading.value, target.unit);
        lacks.push((Kind::OtherUnit, beside));
    }
    lacks
}

/// Offices that lead more than [`MANY`] decisions of this meeting, in the order of their first.
fn overloaded(open: &Snapshot) -> Vec<Gap> {
    let mut leads: Vec<(&Party, usize)> = Vec::new();
    let id = open.id();
    let own = open.ledger.decisions.iter().filter(|(record, _)| record.snapshot == id);
    for party in own.filter_map(|(_, decision)| decision.lead.first()) {
        match leads.iter_mut().find(|(of, _)| *of == party) {
            Some((_, count)) => *count += 1,
            None => leads.push((party, 1)),
        }
    }
    let gap = |(party, count): (&Party, usize)| Gap {
        at: Whose::Lead(party.clone()),
        kind: Kind::Many,
        detail: count.to_string(),
    };
    leads.into_iter().filter(|(_, count)| *count > MANY).map(gap).collect()
}
