//! From words to what is right of a sealed record, for the form and the command line alike: which
//! fields can be corrected, how they read now, and what somebody says they should read.

use super::key::twin;
use super::page::parties;
use super::page::signin;
use super::session::Session;
use super::{entry, submit};
use crate::ledger::{
    Decision, Due, Meeting, Presence, Reading, RecordId, Sitting, Slip, SnapshotId, TimeOfDay,
    sentence,
};
use crate::plan::{Found, Place};
use crate::words::{Label, Lang, Notice};

/// Which sealed record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sealed {
    /// A decision as it was made.
    Decision(RecordId),
    /// A reading.
    Reading(RecordId),
    /// The facts of a meeting: the last one, or the last of another series.
    Meeting(SnapshotId),
}

impl Sealed {
    /// The record as it reads now; none when it is not there.
    pub fn look(&self, session: &Session) -> Option<Record> {
        match self {
            Self::Decision(id) => Record::decision(session, id),
            Self::Reading(id) => Record::reading(session, id),
            Self::Meeting(id) => {
                let known = session.last_meetings().find(|meeting| meeting.id == *id);
                known.map(|meeting| Record::meeting(session, meeting))
            }
        }
    }

    /// The sealed readings of a target, the newest first.
    pub fn readings(session: &Session, target: Place) -> Vec<Self> {
        let readings = session.state().readings(target).into_iter().rev();
        let sealed = readings.filter(|(id, _)| !session.is_open(&id.snapshot));
        sealed.map(|(id, _)| Self::Reading(id.clone())).collect()
    }

    /// The meetings whose facts are known without reading their files.
    pub fn meetings(session: &Session) -> Vec<Self> {
        session.last_meetings().map(|meeting| Self::Meeting(meeting.id.clone())).collect()
    }
}

/// A record as it reads now, its corrections in it; or as somebody says it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// A decision as it was made.
    Decision(RecordId, Box<Decision>),
    /// A reading of a target.
    Reading(Place, RecordId, Box<Reading>),
    /// The facts of a meeting.
    Meeting(Box<Meeting>),
}

impl Record {
    /// A decision of the ledger.
    pub fn decision(session: &Session, id: &RecordId) -> Option<Self> {
        let decision = session.state().decision(id)?.into_owned();
        Some(Self::Decision(id.clone(), Box::new(decision)))
    }

    /// A reading of the ledger.
    pub fn reading(session: &Session, id: &RecordId) -> Option<Self> {
        let state = session.state();
        let found = state.ledger.readings.iter().find_map(|(row, all)| {
            let reading = state.reading(id, all.get(id)?).into_owned();
            Some((row.place, reading))
        });
        found.map(|(target, reading)| Self::Reading(target, id.clone(), Box::new(reading)))
    }

    /// A sealed meeting.
    pub fn meeting(session: &Session, sealed: &Meeting) -> Self {
        Self::Meeting(Box::new(session.state().corrected(sealed).into_owned()))
    }

    /// The sealed snapshot that holds it, and its number there.
    pub fn of(&self) -> (SnapshotId, Option<RecordId>) {
        match self {
            Self::Decision(id, _) | Self::Reading(_, id, _) => {
                (id.snapshot.clone(), Some(id.clone()))
            }
            Self::Meeting(meeting) => (meeting.id.clone(), None),
        }
    }

    /// Its number, or the name of the meeting.
    pub fn name(&self) -> String {
        let (of, record) = self.of();
        record.map_or_else(|| of.to_string(), |record| record.to_string())
    }

    /// What can be corrected of it, as it reads now.
    pub fn fields(&self) -> Vec<(Label, String)> {
        match self {
            Self::Decision(_, decision) => vec![
                (Label::Text, decision.text.clone()),
                (Label::Lead, sentence::names(&decision.lead)),
                (Label::Support, sentence::names(&decision.support)),
                (Label::Due, due(&decision.due)),
                (Label::InPapers, decision.in_papers.clone()),
            ],
            Self::Reading(_, _, reading) => vec![
                (Label::Value, reading.value.to_string()),
                (Label::Period, reading.period.to_string()),
                (Label::Source, reading.source.clone()),
            ],
            Self::Meeting(meeting) => {
                let first = meeting.sittings.values().next().cloned().unwrap_or_default();
                let time = |time: Option<TimeOfDay>| {
                    time.map_or_else(String::new, |time| time.to_string())
                };
                vec![
                    (Label::Title, meeting.title.clone()),
                    (Label::Place, first.place),
                    (Label::Chair, first.chair),
                    (Label::From, time(first.from)),
                    (Label::Until, time(first.to)),
                    (Label::Attended, String::new()),
                    (Label::InPapers, String::new()),
                ]
            }
        }
    }

    /// Takes what somebody says is right of a field.
    ///
    /// # Errors
    /// A field that cannot be corrected, or a value that makes no sense in it.
    pub fn set(&mut self, session: &Session, field: Label, text: &str) -> Result<(), Notice> {
        match self {
            Self::Decision(_, decision) => set_decision(session, decision, field, text),
            Self::Reading(target, _, reading) => {
                set_reading(session, (*target, reading), field, text)
            }
            Self::Meeting(meeting) => set_meeting(session, meeting, field, text),
        }
    }

    /// What differs between what was written and what is right.
    pub fn slips(&self, now: &Self) -> Vec<Slip> {
        match (self, now) {
            (Self::Decision(_, was), Self::Decision(_, now)) => Slip::of_decision(was, now),
            (Self::Reading(_, _, was), Self::Reading(_, _, now)) => Slip::of_reading(was, now),
            (Self::Meeting(was), Self::Meeting(now)) => Slip::of_meeting(was, now),
            _ => Vec::new(),
        }
    }
}

/// The field that a person names, in either language.
pub fn field(record: &Record, name: &str) -> Option<Label> {
    let labels = record.fields().into_iter().map(|(label, _)| label);
    labels.into_iter().find(|label| {
        [Lang::Zh, Lang::En].into_iter().any(|lang| label.text(lang).eq_ignore_ascii_case(name))
    })
}

fn set_decision(
    session: &Session,
    decision: &mut Decision,
    field: Label,
    text: &str,
) -> Result<(), Notice> {
    match field {
        Label::Text if text.is_empty() => return Err(Notice::Empty),
        Label::Text => decision.text = text.into(),
        Label::Lead => decision.lead = parties(session, text)?,
        Label::Support => decision.support = parties(session, text)?,
        Label::Due if text.is_empty() => decision.due = Due::Missing,
        Label::Due => decision.due = submit::meant_due(session, text)?,
        Label::InPapers => decision.in_papers = text.into(),
        _ => return Err(Notice::NotNow),
    }
    Ok(())
}

fn set_reading(
    session: &Session,
    (target, reading): (Place, &mut Reading),
    field: Label,
    text: &str,
) -> Result<(), Notice> {
    match field {
        Label::Value => {
            let unit = match session.plan.find(target) {
                Some(Found::Target(target)) => target.unit.as_str(),
                _ => "",
            };
            reading.value = entry::figure(text, unit)?.value;
        }
        Label::Period => {
            let wrong = || Notice::NotAPeriod { text: text.into() };
            let day = session.base_day();
            reading.period = entry::meant_period(text, reading.period, day).ok_or_else(wrong)?;
        }
        Label::Source => reading.source = text.into(),
        _ => return Err(Notice::NotNow),
    }
    Ok(())
}

fn set_meeting(
    session: &Session,
    meeting: &mut Meeting,
    field: Label,
    text: &str,
) -> Result<(), Notice> {
    match field {
        Label::Title => meeting.title = text.into(),
        Label::Place => first(meeting).place = text.into(),
        Label::Chair => first(meeting).chair = text.into(),
        Label::From => first(meeting).from = signin::time(text)?,
        Label::Until => first(meeting).to = signin::time(text)?,
        Label::Attended => return attend(session, meeting, text),
        Label::InPapers => return word_item(meeting, text),
        _ => return Err(Notice::NotNow),
    }
    Ok(())
}

fn first(meeting: &mut Meeting) -> &mut Sitting {
    let number = meeting.sittings.keys().next().copied().unwrap_or(1);
    meeting.sittings.entry(number).or_default()
}

/// `2 会议听取了……`: the item by its number, and its paragraph; the number alone takes it back.
fn word_item(meeting: &mut Meeting, text: &str) -> Result<(), Notice> {
    let plain: String = text.chars().map(twin).collect();
    let digits = plain.chars().take_while(char::is_ascii_digit).count();
    let number: u16 =
        plain[..digits].parse().map_err(|_| Notice::NotAnItem { text: text.into() })?;
    let said: String = text.chars().skip(digits).collect();
    let item = meeting.agenda.get_mut(&number);
    let item = item.ok_or_else(|| Notice::NoSuchItem { number: number.to_string() })?;
    let said = said.trim_start_matches(['.', '．', '、', '：', ':']).trim();
    said.clone_into(&mut item.in_papers);
    Ok(())
}

/// `投促局=请假 住建局=出席`: who attended how; nothing behind `=` for not at all.
fn attend(session: &Session, meeting: &mut Meeting, text: &str) -> Result<(), Notice> {
    let is_between = |c: char| c.is_whitespace() || "、,，;；".contains(c);
    let mut rest = text.trim_matches(is_between);
    while !rest.is_empty() {
        // A name may have blanks in it, a state has none.
        let signs = rest.char_indices().find(|(_, c)| matches!(c, '=' | '＝'));
        let sign = signs.map_or(rest.len(), |(at, sign)| at + sign.len_utf8());
        let end = rest.get(sign..).and_then(|state| Some(sign + state.find(is_between)?));
        let (word, more) = rest.split_at_checked(end.unwrap_or(rest.len())).unwrap_or((rest, ""));
        rest = more.trim_start_matches(is_between);
        let wrong = || Notice::NotAttending { text: word.into() };
        let (name, state) = word.split_once(['=', '＝']).ok_or_else(wrong)?;
        let state = match state {
            "" => None,
            state => Some(Presence::named(state).ok_or_else(wrong)?),
        };
        for who in parties(session, name)? {
            match state {
                Some(state) => meeting.attendance.entry(who).or_default().state = state,
                None => drop(meeting.attendance.remove(&who)),
            }
        }
    }
    Ok(())
}

/// A due as a field shows it.
pub fn due(due: &Due) -> String {
    match due {
        Due::Missing => String::new(),
        Due::Stated(when) | Due::Assumed(when) => when.to_string(),
        Due::Unsettled(words) => words.clone(),
    }
}
