//! What happened to a record, in one sentence with its details: the steps in the life of a decision,
//! corrections, sheets, amendments, 签发.

use super::{Speech, duty, months, named, names, whole};
use crate::ledger::{
    Amendment, Correction, Due, Event, Followup, Happening, Moment, Presence, Sheet, Signing, Slip,
    SnapshotId, TimeOfDay,
};
use crate::plan::Row;
use crate::words::{Beside, Joint, Label, Lang, Life, Told};

/// One moment in the life of a decision, without its number and its day.
pub fn of_event<'a>(moment: &Moment<'_>, speech: impl Into<Speech<'a>>) -> String {
    let speech = speech.into();
    let lang = speech.lang;
    match &moment.event {
        Event::Made(decision) => Life::Made { text: whole(decision, speech) }.text(lang),
        Event::Step(step) => self::step(step, speech),
        Event::Corrected(correction) => corrected(correction, lang),
        Event::Sheet(sheet) => self::sheet(sheet, lang),
        Event::TakenUp(decision) => {
            let (id, text) = ((speech.number)(moment.record), whole(decision, speech));
            Life::TakenUp { id, text }.text(lang)
        }
    }
}

/// The field of a correction, what was written and what is right.
pub fn slip(slip: &Slip, lang: Lang) -> (String, String, String) {
    let label = |label: Label| label.text(lang).to_owned();
    let text = |text: &str| match text {
        "" => Beside::Nothing.text(lang),
        text => text.to_owned(),
    };
    let time = |time: &Option<TimeOfDay>| {
        time.map_or_else(|| Beside::Nothing.text(lang), |time| time.to_string())
    };
    let state = |state: &Option<Presence>| {
        let word = |state: &Presence| state.word().text(lang).to_owned();
        state.as_ref().map_or_else(|| Beside::Nothing.text(lang), word)
    };
    match slip {
        Slip::Text { was, now } => (label(Label::Text), text(was), text(now)),
        Slip::InPapers { was, now } => (label(Label::InPapers), text(was), text(now)),
        Slip::ItemInPapers { item, was, now } => {
            (of_item_in_papers(*item, lang), text(was), text(now))
        }
        Slip::Lead { was, now } => (label(Label::Lead), text(&names(was)), text(&names(now))),
        Slip::Support { was, now } => (label(Label::Support), text(&names(was)), text(&names(now))),
        Slip::Due { was, now } => (label(Label::Due), text(&due(was, lang)), text(&due(now, lang))),
        Slip::Value { was, now } => (label(Label::Value), was.to_string(), now.to_string()),
        Slip::Period { was, now } => (label(Label::Period), months(*was, lang), months(*now, lang)),
        Slip::Source { was, now } => (label(Label::Source), text(was), text(now)),
        Slip::Title { was, now } => (label(Label::Title), text(was), text(now)),
        Slip::Venue { was, now, .. } => (label(Label::Place), text(was), text(now)),
        Slip::Chair { was, now, .. } => (label(Label::Chair), text(was), text(now)),
        Slip::Began { was, now, .. } => (label(Label::From), time(was), time(now)),
        Slip::Ended { was, now, .. } => (label(Label::Until), time(was), time(now)),
        Slip::Attendance { who, was, now } => (who.to_string(), state(was), state(now)),
    }
}

/// `议题2 文稿表述`
pub(super) fn of_item_in_papers(item: u16, lang: Lang) -> String {
    let (what, number) = (Label::InPapers.text(lang).to_owned(), item.to_string());
    Told::OfItem { number, what }.text(lang)
}

pub(super) fn corrected(correction: &Correction, lang: Lang) -> String {
    let (field, was, now) = slip(&correction.slip, lang);
    let said = Life::Corrected { field, was, now }.text(lang);
    beside(said, [agreed(&correction.agreed)], lang)
}

pub(super) fn sheet(sheet: &Sheet, lang: Lang) -> String {
    let said = Life::Sheet { colour: sheet.colour.word().text(lang).into() }.text(lang);
    beside(said, [because(&sheet.reason)], lang)
}

pub(super) fn amended(row: &Row, amendment: &Amendment, lang: Lang) -> String {
    let said = Told::Amended { row: named(row), value: amendment.now.to_string() }.text(lang);
    let was = amendment.was.map(|was| Beside::Was { what: was.to_string() });
    let organ = Beside::Remark { note: amendment.organ.clone() };
    let document = filled(&amendment.document, |number| Beside::Document { number });
    let from = Beside::Effective { day: amendment.effective.to_string() };
    beside(said, [was, Some(organ), document, Some(from), because(&amendment.reason)], lang)
}

pub(super) fn signed(meeting: &SnapshotId, signing: &Signing, lang: Lang) -> String {
    let said = Told::Signed { meeting: meeting.to_string(), by: signing.by.clone() }.text(lang);
    let day = Some(Beside::Remark { note: signing.on.to_string() });
    beside(said, [day, filled(&signing.document, |number| Beside::Document { number })], lang)
}

/// A step in the life of a decision, without the decision's number.
pub(super) fn step(step: &Followup, speech: Speech<'_>) -> String {
    let lang = speech.lang;
    let life = match &step.what {
        Happening::Stage(stage) => Life::Stage { stage: stage.word().text(lang).into() },
        Happening::Extended { to, .. } => Life::Extended { to: to.to_string() },
        Happening::Lead { now, .. } => Life::Lead { names: names(now) },
        Happening::Wording { now, .. } => Life::Wording { text: now.clone() },
        Happening::Settled { text, lead, support, due } => {
            Life::Settled { text: duty::with_whom(text.clone(), (lead, support), due, lang) }
        }
        Happening::Superseded { by } => Life::Superseded { by: (speech.number)(by) },
        Happening::Feedback { progress, .. } => Life::Feedback { progress: progress.clone() },
    };
    let mut details = Vec::new();
    match &step.what {
        Happening::Extended { from, .. } => {
            details.push(from.map(|from| Beside::Was { what: from.text(lang) }));
            details.push(filled(&step.consent, |who| Beside::Approved { who }));
            details.push(because(&step.note));
            return beside(life.text(lang), details, lang);
        }
        Happening::Lead { was, .. } => {
            details.push(filled(&names(was), |what| Beside::Was { what }));
        }
        Happening::Feedback { from, problem, next, .. } => {
            details.push(from.as_ref().map(|from| Beside::From { office: from.to_string() }));
            details.push(filled(problem, |what| Beside::Problem { what }));
            details.push(filled(next, |what| Beside::Next { what }));
        }
        Happening::Stage(_)
        | Happening::Wording { .. }
        | Happening::Settled { .. }
        | Happening::Superseded { .. } => {}
    }
    details.push(agreed(&step.consent));
    details.push(filled(&step.note, |note| Beside::Remark { note }));
    beside(life.text(lang), details, lang)
}

fn agreed(who: &str) -> Option<Beside> {
    filled(who, |who| Beside::Agreed { who })
}

fn because(why: &str) -> Option<Beside> {
    filled(why, |why| Beside::Because { why })
}

/// Nothing is said of what was left empty.
fn filled(text: &str, beside: impl FnOnce(String) -> Beside) -> Option<Beside> {
    (!text.is_empty()).then(|| beside(text.to_owned()))
}

/// What was said, with the details behind it in brackets.
fn beside(said: String, details: impl IntoIterator<Item = Option<Beside>>, lang: Lang) -> String {
    let details: Vec<String> = details.into_iter().flatten().map(|one| one.text(lang)).collect();
    if details.is_empty() {
        return said;
    }
    Beside::Details { said, details: details.join(Joint::Apart.text(lang)) }.text(lang)
}

fn due(due: &Due, lang: Lang) -> String {
    match due {
        Due::Missing => String::new(),
        Due::Stated(when) | Due::Assumed(when) => when.text(lang),
        Due::Unsettled(words) => words.clone(),
    }
}
