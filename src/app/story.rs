//! 来龙去脉 as a page: the story of a row or a decision, a chapter for each meeting and each time
//! between two.

use chrono::NaiveDate;

use super::session::Session;
use crate::ledger::sentence::{self, Speech};
use crate::ledger::story::Subject;
use crate::ledger::{Edit, RecordId, SnapshotId};
use crate::words::{Lang, Told};

/// What one meeting, or the time between two, has to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Its snapshot.
    pub snapshot: SnapshotId,
    /// `第4次重点工作调度会 2023-09-15`
    pub name: String,
    /// What happened, in order.
    pub events: Vec<Event>,
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its record.
    pub record: RecordId,
    /// On what day.
    pub on: Option<NaiveDate>,
    /// What sort of record it is, for programs.
    pub kind: &'static str,
    /// In one sentence.
    pub text: String,
}

/// The story of a row or a decision, oldest first, its records numbered as the speech numbers them.
pub fn story(session: &Session, of: &Subject, lang: Lang, speech: Speech<'_>) -> Vec<Chapter> {
    let mut chapters: Vec<Chapter> = Vec::new();
    for edit in session.state().story(of) {
        let Some(record) = edit.record().cloned() else { continue };
        let (on, kind) = (edit.day(), kind(&edit));
        let text = own(session, sentence::of(&edit, speech), of);
        let event = Event { record, on, kind, text };
        let snapshot = event.record.snapshot.clone();
        if chapters.last().is_none_or(|last| last.snapshot != snapshot) {
            let name = name(session, &snapshot, lang);
            chapters.push(Chapter { snapshot, name, events: Vec::new() });
        }
        if let Some(last) = chapters.last_mut() {
            last.events.push(event);
        }
    }
    chapters
}

/// In its own story a decision need not be named again.
fn own(session: &Session, text: String, of: &Subject) -> String {
    let Subject::Decision(id) = of else { return text };
    let names = [format!("{id} "), format!("{} ", session.index.spoken(id))];
    let bare = names.iter().find_map(|name| text.strip_prefix(name)).map(str::to_owned);
    bare.unwrap_or(text)
}

/// What people call a meeting or the time between two. The files of old ones are not read for it:
/// numbers are counted along the chain.
fn name(session: &Session, id: &SnapshotId, lang: Lang) -> String {
    let day = id.day().map_or_else(String::new, |day| day.to_string());
    let told = match session.plan.series.iter().find(|series| id.is_meeting_of(&series.code)) {
        _ if id.is_adopted() => Told::Founding { title: session.plan.title.clone() },
        Some(series) if id.is_meeting() => {
            let (series, number) = (series.name.clone(), number(session, id).to_string());
            Told::Meeting { series, number, day }
        }
        _ if id.is_meeting() => return id.to_string(),
        _ => Told::Interval { day },
    };
    told.text(lang)
}

fn number(session: &Session, id: &SnapshotId) -> u32 {
    session.index.number(id).unwrap_or_else(|| {
        let state = session.state();
        let before = state.meetings.iter().map(|(other, _)| other).take_while(|other| *other != id);
        let before = before.filter(|other| other.is_of_series(id)).count();
        u32::try_from(before).unwrap_or_default() + 1
    })
}

fn kind(edit: &Edit) -> &'static str {
    match edit {
        Edit::Decision(_) => "decision",
        Edit::Followup(_) => "followup",
        Edit::Reading(_) => "reading",
        Edit::Assignment(_) => "assignment",
        Edit::Amendment(_) => "amendment",
        Edit::Light(_) => "light",
        Edit::Note(_) => "note",
        Edit::Sheet(_) => "sheet",
        Edit::Correction(_) => "correction",
        Edit::Signing(_) => "signing",
        Edit::Account(_) => "account",
        Edit::Settled(_) => "settled",
        Edit::Attendance(_) | Edit::Item(_) | Edit::Sitting(_) => "meeting",
    }
}
