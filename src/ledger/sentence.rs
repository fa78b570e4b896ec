//! What an edit, a meeting and a month say of themselves, in one sentence each.
//!
//! The only file of this room with words for people; every toast, log line and commit message comes
//! from here, so that they cannot disagree.

mod duty;
mod joined;
mod life;

use super::{
    About, AgendaItem, Change, Completion, Decision, Edit, Happening, Held, LightSet, Outcome,
    Reading, RecordId, Snapshot, Standing,
};
use crate::plan::{Party, Row, Span, Table};
use crate::words::{Joint, Lang, State, Told, joint, listed};

pub use joined::{disputed, said};
pub use life::{of_event, slip};

/// How a sentence is said: in which language, and how it numbers records. In the language alone it
/// gives their ids, which mean the same to whoever reads it a year later.
#[derive(Clone, Copy)]
pub struct Speech<'a> {
    lang: Lang,
    number: &'a dyn Fn(&RecordId) -> String,
}

impl<'a> Speech<'a> {
    /// With records numbered as people in the room do: `3/10`.
    pub fn spoken(lang: Lang, number: &'a dyn Fn(&RecordId) -> String) -> Self {
        Self { lang, number }
    }
}

impl From<Lang> for Speech<'_> {
    fn from(lang: Lang) -> Self {
        Self { lang, number: &RecordId::to_string }
    }
}

/// One edit in one sentence.
pub fn of<'a>(edit: &Edit, speech: impl Into<Speech<'a>>) -> String {
    let speech = speech.into();
    let what = whatever(edit, speech);
    // A decision that goes says so itself.
    let back = edit.withdraws() && !matches!(edit, Edit::Decision(_));
    if back { Told::Back { what }.text(speech.lang) } else { what }
}

/// The edits of an act that are spoken of: what follows from another one is in its sentence, and an
/// item that moves along with a record is not spoken of beside it.
pub fn spoken(edits: &[Edit]) -> Vec<&Edit> {
    let records = edits.iter().any(|edit| edit.record().is_some());
    let follows = |edit: &Edit| match edit {
        Edit::Item(_) => records,
        Edit::Followup(change) => {
            let step = either(change);
            step.is_some_and(|step| matches!(step.what, Happening::Superseded { .. }))
        }
        _ => false,
    };
    let spoken: Vec<&Edit> = edits.iter().filter(|edit| !follows(edit)).collect();
    if spoken.is_empty() { edits.iter().collect() } else { spoken }
}

fn whatever(edit: &Edit, speech: Speech<'_>) -> String {
    let Speech { lang, number } = speech;
    let told = match edit {
        Edit::Decision(change) => return of_decision(change, speech),
        Edit::Followup(change) => {
            either(change).map(|step| of_its(number(&change.at.0), life::step(step, speech)))
        }
        Edit::Reading(change) => {
            either(change).map(|reading| of_reading(&change.at.0, reading, lang))
        }
        Edit::Assignment(change) => {
            either(change).map(|now| duty::assigned(change.at.0.place.to_string(), now, lang))
        }
        Edit::Amendment(change) => {
            return either(change)
                .map_or_else(String::new, |a| life::amended(&change.at.0, a, lang));
        }
        Edit::Light(change) => either(change).map(|set| of_light(&change.at.0, set, lang)),
        Edit::Note(change) => either(change).map(|note| Told::Note { text: note.text.clone() }),
        Edit::Sheet(change) => either(change)
            .map(|sheet| of_its(about(&sheet.about, speech), life::sheet(sheet, lang))),
        Edit::Correction(change) => either(change).map(|correction| {
            let said = life::corrected(correction, lang);
            match &correction.record {
                Some(record) => of_its(number(record), said),
                None => of_its(change.at.0.to_string(), said),
            }
        }),
        Edit::Signing(change) => {
            return either(change)
                .map_or_else(String::new, |s| life::signed(&change.at.0, s, lang));
        }
        Edit::Account(change) => either(change).map(|account| Told::Account {
            row: named(&change.at.0),
            state: account.state.word().text(lang).into(),
            reason: account.reason.clone(),
        }),
        Edit::Attendance(change) => either(change).map(|attendance| Told::Attendance {
            who: change.at.to_string(),
            state: attendance.state.word().text(lang).into(),
        }),
        Edit::Item(change) => of_item(change, lang),
        Edit::Settled(change) => {
            let settled = either(change);
            return settled.map_or_else(String::new, |s| joined::settled(change.at, s, speech));
        }
        Edit::Sitting(change) => either(change).map(|sitting| {
            let number = change.at.to_string();
            if sitting.to.is_some() { Told::Adjourned { number } } else { Told::Resumed { number } }
        }),
    };
    told.map_or_else(String::new, |told| told.text(lang))
}

fn of_its(what: String, said: String) -> Told {
    Told::Of { what, said }
}

fn about(about: &About, speech: Speech<'_>) -> String {
    match about {
        About::Decision(id) => (speech.number)(id),
        About::Row(_) => about.to_string(),
    }
}

/// An act in one sentence: its first record, and how many more there are. What it does to the agenda
/// beside a record goes without saying.
pub fn of_all<'a>(edits: &[Edit], speech: impl Into<Speech<'a>>) -> String {
    let speech = speech.into();
    let lang = speech.lang;
    let edits = spoken(edits);
    let is_item = |edit: &&Edit| matches!(edit, Edit::Item(_));
    let items = edits.iter().copied().filter(is_item).count();
    let mut told = edits.iter().copied().filter(|edit| !is_item(edit)).peekable();
    if told.peek().is_none() && items > 1 {
        return Told::AgendaChanged { count: items.to_string() }.text(lang);
    }
    let first = told.next().or(edits.first().copied());
    let what = first.map_or_else(String::new, |edit| of(edit, speech));
    match told.count() {
        0 => what,
        more => Told::AndMore { what, more: (more + 1).to_string() }.text(lang),
    }
}

/// `第4次重点工作调度会 2023-09-15`, `会间 2023-04-28`.
pub fn of_held(held: &Held, lang: Lang) -> String {
    let told = match held {
        Held::Adopted(adopted) => Told::Founding { title: adopted.title.clone() },
        Held::Meeting(meeting) => Told::Meeting {
            series: meeting.series.clone(),
            number: meeting.number.to_string(),
            day: day_of(&meeting.id),
        },
        Held::Interval(interval) => Told::Interval { day: day_of(&interval.id) },
        Held::Join(joining) => Told::Joining { day: day_of(&joining.id) },
    };
    told.text(lang)
}

/// The counts of what a snapshot adds: `议定6项，报数14条`, and what else there is. Of what was recorded
/// between meetings only what there is.
pub fn counts(snapshot: &Snapshot, lang: Lang) -> String {
    let id = snapshot.id();
    let own = |record: &RecordId| record.snapshot == id;
    let ledger = &snapshot.ledger;
    let decisions = ledger.decisions.keys().filter(|record| own(record)).count();
    let readings = grouped(&ledger.readings, own);
    let mut parts = Vec::new();
    let mut add = |count: usize, told: fn(String) -> Told| {
        if count > 0 {
            parts.push(told(count.to_string()).text(lang));
        }
    };
    add(grouped(&ledger.followups, own), |count| Told::Followups { count });
    add(grouped(&ledger.assignments, own), |count| Told::Assignments { count });
    let sheets = ledger.sheets.keys().filter(|record| own(record)).count();
    add(sheets, |count| Told::Sheets { count });
    add(grouped(&ledger.corrections, own), |count| Told::Corrections { count });
    add(grouped(&ledger.amendments, own), |count| Told::Amendments { count });
    add(grouped(&ledger.signings, own), |count| Told::Signings { count });
    if snapshot.meeting().is_some() || decisions + readings > 0 || parts.is_empty() {
        let (decisions, readings) = (decisions.to_string(), readings.to_string());
        parts.insert(0, Told::Counts { decisions, readings }.text(lang));
    }
    parts.join(Joint::Comma.text(lang))
}

fn of_reading(row: &Row, reading: &Reading, lang: Lang) -> Told {
    let (row, value) = (named(row), reading.value.to_string());
    let period = months(reading.period, lang);
    match reading.written.as_str() {
        "" => Told::Reading { row, value, period },
        written => Told::ReadingWritten { row, value, period, written: written.to_owned() },
    }
}

fn grouped<G, V>(
    tables: &Table<G, Table<RecordId, V>>,
    own: impl Fn(&RecordId) -> bool + Copy,
) -> usize {
    tables.values().flat_map(|of| of.keys()).filter(|record| own(record)).count()
}

/// `22件，办结6，27%`, and what was dropped; none where nothing was to be done.
pub fn rate(completion: Completion, lang: Lang) -> Option<String> {
    let percent = completion.percent()?.to_string();
    let (all, done) = (completion.all.to_string(), completion.done.to_string());
    let rate = Told::Rate { all, done, percent }.text(lang);
    Some(match completion.dropped {
        0 => rate,
        count => Told::Dropped { rate, count: count.to_string() }.text(lang),
    })
}

/// `1—8月`, `Jan-Aug` for months of one year; both ends with their years otherwise.
pub fn months(span: Span, lang: Lang) -> String {
    if span.from.year != span.to.year {
        return span.to_string();
    }
    let month = |month: u32| joint::month(month, lang);
    if span.from == span.to {
        Told::Month { month: month(span.to.month) }.text(lang)
    } else {
        Told::Months { from: month(span.from.month), to: month(span.to.month) }.text(lang)
    }
}

/// The names of several parties, as they are listed in a sentence.
pub fn names(parties: &[Party]) -> String {
    let names: Vec<&str> = parties.iter().map(Party::name).collect();
    listed(&names)
}

fn of_decision(change: &Change<RecordId, Decision>, speech: Speech<'_>) -> String {
    let Some(decision) = either(change) else { return String::new() };
    let lang = speech.lang;
    let kind = decision.kind.word().text(lang).to_owned();
    let (number, text) = (change.at.number.to_string(), whole(decision, speech));
    match (&change.was, &change.now) {
        (Some(was), Some(now)) if is_worded(was, now) => match now.in_papers.clone() {
            as_recorded if as_recorded.is_empty() => Told::AsRecorded { kind, number, text },
            text => Told::WordedInPapers { kind, number, text },
        },
        (None, _) => Told::Decision { kind, number, text },
        (_, None) => Told::Gone { kind, number, text },
        _ => Told::Changed { kind, number, text },
    }
    .text(lang)
}

/// Whether nothing but 文稿表述 was changed.
fn is_worded(was: &Decision, now: &Decision) -> bool {
    was.in_papers != now.in_papers
        && Decision { in_papers: now.in_papers.clone(), ..was.clone() } == *now
}

/// The sentence with who leads, who helps and by when behind it.
fn whole(decision: &Decision, speech: Speech<'_>) -> String {
    let lang = speech.lang;
    let Decision { text, in_papers, lead, support, due, .. } = decision;
    let mut text = duty::with_whom(answered(decision, text, lang), (lead, support), due, lang);
    for node in &decision.nodes {
        let (day, step) = (node.by.to_string(), node.text.clone());
        text += &Told::Node { day, step }.text(lang);
    }
    if !decision.supersedes.is_empty() {
        let ids: Vec<String> = decision.supersedes.iter().map(speech.number).collect();
        text += &Told::Replaces { ids: ids.join(Joint::List.text(lang)) }.text(lang);
    }
    if !in_papers.is_empty() {
        text += &Told::InPapers { text: in_papers.clone() }.text(lang);
    }
    text
}

/// What became of an item: added, removed, put off, prepared, or changed otherwise.
fn of_item(change: &Change<u16, AgendaItem>, lang: Lang) -> Option<Told> {
    let title = either(change)?.title.clone();
    let (was, now) = match (&change.was, &change.now) {
        (None, _) => return Some(Told::ItemAdded { title }),
        (_, None) => return Some(Told::ItemRemoved { title }),
        (Some(was), Some(now)) => (was, now),
    };
    let prepared = now.prepared.len().saturating_sub(was.prepared.len());
    Some(if was.state != now.state {
        Told::Item { title, state: now.state.word().text(lang).into() }
    } else if was.in_papers != now.in_papers {
        match now.in_papers.clone() {
            text if text.is_empty() => Told::ItemAsRecorded { title },
            text => Told::ItemInPapers { title, text },
        }
    } else if prepared > 0 {
        Told::Prepared { title, count: prepared.to_string() }
    } else {
        Told::ItemChanged { title }
    })
}

/// A sentence of a decision with how the meeting answered before it, as it is typed: 原则同意：…
pub fn answered(decision: &Decision, text: &str, lang: Lang) -> String {
    let words = [
        (decision.pending, State::Pending),
        (decision.outcome != Outcome::Agreed, decision.outcome.word()),
    ];
    let said = words.into_iter().filter(|(says, _)| *says);
    said.rev().fold(text.to_owned(), |text, (_, word)| {
        Told::Answered { word: word.text(lang).to_owned(), text }.text(lang)
    })
}

/// A decision as it stands: its sentence, who leads, who helps and by when.
pub fn of_standing(now: &Standing, lang: Lang) -> String {
    let mut text = duty::with_whom(now.text.clone(), (&now.lead, &now.support), &now.due, lang);
    if !now.in_papers.is_empty() {
        text += &Told::InPapers { text: now.in_papers.clone() }.text(lang);
    }
    text
}

fn of_light(row: &Row, set: &LightSet, lang: Lang) -> Told {
    let (row, reason) = (named(row), set.reason.clone());
    match set.light {
        Some(light) => Told::Light { row, light: light.word().text(lang).into(), reason },
        None => Told::LightBack { row },
    }
}

/// The value that a change puts there, or the one that it takes away.
fn either<K, V>(change: &Change<K, V>) -> Option<&V> {
    change.now.as_ref().or(change.was.as_ref())
}

fn named(row: &Row) -> String {
    format!("{} {}", row.place, row.title).trim_end().to_owned()
}

fn day_of(id: &super::SnapshotId) -> String {
    id.day().map_or_else(|| id.to_string(), |day| day.to_string())
}
