//! What a test writes into a rehearsal book, a line each.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::app::Session;
use crate::app::agenda::{self, Opening, Source};
use crate::ledger::{
    About, AgendaItem, Assignment, Change, Decision, Due, Edit, Entry, Followup, Happening, Held,
    History, ItemState, Note, Reading, RecordId, Seal, Stage, Step, When,
};
use crate::plan::{Month, Number, Party, Place, Span};
use crate::words::Lang;

/// A day.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Enters one act as if it were on disk.
pub(crate) fn act(book: &mut Session, at: &str, edits: Vec<Edit>) {
    let history = book.open.as_mut().unwrap();
    let held = history.open.id().day().unwrap().to_string();
    history.enter(Entry::Did(Step { at: time(&held, at), edits })).unwrap();
}

/// Opens a meeting whose agenda is the plan.
pub(crate) fn meet(book: &mut Session, on: &str, number: u32) {
    book.today = day(on);
    book.now = time(on, "14:00");
    let opening =
        Opening { number: Some(number), agenda: Source::Plan, ..agenda::prefilled(book, "") };
    let meeting = agenda::meeting(book, &opening, Lang::Zh);
    open(book, Held::Meeting(meeting));
}

/// Records a decision: its sentence, its offices (the first leads) and its due.
pub(crate) fn decide(book: &mut Session, at: &str, row: &str, [text, offices, due]: [&str; 3]) {
    let mut parties = parties(book, offices).into_iter();
    let decision = Decision {
        about: vec![About::Row(book.plan.row(row.parse().unwrap()))],
        text: text.into(),
        lead: parties.next().into_iter().collect(),
        support: parties.collect(),
        due: due.parse().map_or(Due::Missing, |due: When| Due::Stated(due)),
        ..Decision::default()
    };
    record(book, at, |id| Edit::Decision(Box::new(Change::add(id, decision))));
}

/// Records a reading of a target for the months of the year up to `month`.
pub(crate) fn read(book: &mut Session, at: &str, target: &str, value: &str, month: u32) {
    let row = book.plan.row(target.parse().unwrap());
    let reading = figure(book, value, month);
    record(book, at, |id| Edit::Reading(Change::add((row, id), reading)));
}

pub(super) fn figure(book: &Session, value: &str, month: u32) -> Reading {
    Reading {
        period: Span::year_to(Month { year: 2023, month }),
        value: value.parse::<Number>().unwrap(),
        entered: book.state().id().day().unwrap(),
        from: None,
        source: String::new(),
        preliminary: false,
        written: String::new(),
        revises: None,
        reason: String::new(),
        done: Vec::new(),
    }
}

/// Assigns a row.
pub(crate) fn assign(book: &mut Session, at: &str, row: &str, offices: &str) {
    let mut parties = parties(book, offices).into_iter();
    let assignment = Assignment {
        lead: parties.next().into_iter().collect(),
        support: parties.collect(),
        sponsor: String::new(),
        person: String::new(),
        due: None,
        since: book.state().id().day().unwrap(),
    };
    let row = book.plan.row(row.parse().unwrap());
    record(book, at, |id| Edit::Assignment(Change::add((row, id), assignment)));
}

/// Seals what is open.
pub(crate) fn close(book: &mut Session) {
    let open = book.open.take().unwrap().open;
    book.last_meeting = open.meeting().cloned().or(book.last_meeting.take());
    book.seal = seal(open.meetings.len());
    book.sealed = open;
    book.reindex();
}

pub(super) fn note(book: &mut Session, at: &str, row: &str, text: &str) {
    let about = vec![About::Row(book.plan.row(row.parse().unwrap()))];
    let note = Note { about, text: text.into(), ..Note::default() };
    record(book, at, |id| Edit::Note(Change::add(id, note)));
}

/// A decision whose lead and due nobody said.
pub(super) fn assumed(book: &mut Session, at: &str, row: &str, text: &str) {
    let decision = Decision {
        about: vec![About::Row(book.plan.row(row.parse().unwrap()))],
        text: text.into(),
        lead: parties(book, "lkb"),
        lead_assumed: true,
        due: Due::Assumed(When::On(day("2023-10-20"), None)),
        ..Decision::default()
    };
    record(book, at, |id| Edit::Decision(Box::new(Change::add(id, decision))));
}

pub(super) fn stage(book: &mut Session, at: &str, decision: RecordId, stage: Stage) {
    let followup = Followup {
        on: book.state().id().day().unwrap(),
        what: Happening::Stage(stage),
        consent: String::new(),
        note: String::new(),
    };
    record(book, at, |id| Edit::Followup(Change::add((decision, id), followup)));
}

/// The planned minutes of the first items.
pub(super) fn plan_minutes(book: &mut Session, minutes: &[u16]) {
    let agenda = book.meeting().unwrap().agenda.clone();
    let edit = |((number, was), minutes): ((&u16, &AgendaItem), &u16)| {
        let now = AgendaItem { minutes: Some(*minutes), ..was.clone() };
        Edit::Item(Change { at: *number, was: Some(was.clone()), now: Some(now) })
    };
    let edits: Vec<Edit> = agenda.iter().zip(minutes).map(edit).collect();
    act(book, "14:00", edits);
}

pub(super) fn progress(book: &mut Session, number: u16, at: &str, state: ItemState) {
    let was = book.meeting().unwrap().agenda.get(&number).cloned().unwrap();
    let now = AgendaItem { state, ..was.clone() };
    let change = Change { at: number, was: Some(was), now: Some(now) };
    let step = Step { at: time("2023-09-15", at), edits: vec![Edit::Item(change)] };
    book.open.as_mut().unwrap().enter(Entry::Aside(step)).unwrap();
}

pub(super) fn open(book: &mut Session, held: Held) {
    let snapshot = book.sealed.following(book.seal.clone(), held, &book.digest);
    book.open = Some(History::new(snapshot));
}

pub(super) fn record(book: &mut Session, at: &str, edit: impl FnOnce(RecordId) -> Edit) {
    let id = book.open.as_ref().unwrap().next_record();
    act(book, at, vec![edit(id)]);
}

pub(super) fn parties(book: &Session, keys: &str) -> Vec<Party> {
    keys.split_whitespace().map(|key| Party::named(key, &book.plan.roster)).collect()
}

pub(super) fn seal(number: usize) -> Seal {
    format!("sha256:{number:064x}").parse().unwrap()
}

pub(super) fn time(day: &str, at: &str) -> DateTime<FixedOffset> {
    format!("{day}T{at}:00+08:00").parse().unwrap()
}

/// A place.
pub(crate) fn place(text: &str) -> Place {
    text.parse().unwrap()
}
