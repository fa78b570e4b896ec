//! What is set right between meetings: `correct`, `sign`, `amend`.

use chrono::NaiveDate;

use super::hand::{Hand, refusal};
use super::record::{records, target};
use super::{Answer, name};
use crate::app::mend::{self, Record};
use crate::app::{act, entry};
use crate::ledger::{Presence, Signing};
use crate::plan::Found;
use crate::shell::args::{Competent, Settings};
use crate::shell::failure::Failure;
use crate::words::{Label, Lang, Notice};

/// `correct ID FIELD=VALUE… --agreed WHO`: all of it or nothing.
pub fn correct(
    settings: &Settings,
    id: &str,
    fields: &[(String, String)],
    agreed: &str,
) -> Result<Answer, Failure> {
    let mut hand = Hand::take(settings)?;
    let lang = settings.lang;
    let was = record(&hand, id, settings)?;
    let mut now = was.clone();
    for (field, value) in fields {
        let (label, text) = named(&was, field, value, lang).map_err(|why| refusal(&why, lang))?;
        now.set(&hand.session, label, text.trim()).map_err(|why| refusal(&why, lang))?;
    }
    let acted = act::correct(&mut hand.session, &was, &now, agreed);
    hand.carry_out(acted)?;
    Ok(records(&hand, settings))
}

/// A decision, a reading or a sealed meeting, as it reads now.
fn record(hand: &Hand, text: &str, settings: &Settings) -> Result<Record, Failure> {
    let (session, lang) = (&hand.session, settings.lang);
    if let Ok(id) = name::decision(session, text, lang)
        && let Some(record) = Record::decision(session, &id)
    {
        return Ok(record);
    }
    if let Some(record) = name::record(session, text).and_then(|id| Record::reading(session, &id)) {
        return Ok(record);
    }
    match session.sealed_meeting(text) {
        Some(id) => {
            let sealed = hand.sealed(&id, settings)?;
            let unknown = || refusal(&Notice::NoSuchMeeting { id: id.to_string() }, lang);
            let meeting = sealed.meeting().ok_or_else(unknown)?;
            Ok(Record::meeting(session, meeting))
        }
        None => Err(refusal(&Notice::NoSuchRecord { id: text.into() }, lang)),
    }
}

/// The field that a name means, and what it should read. Who is named on a meeting attended it.
fn named(record: &Record, field: &str, value: &str, lang: Lang) -> Result<(Label, String), Notice> {
    let label = mend::field(record, field).filter(|label| *label != Label::Attended);
    if let Some(label) = label {
        return Ok((label, value.to_owned()));
    }
    let attended = value.is_empty() || Presence::named(value).is_some();
    if matches!(record, Record::Meeting(_)) && attended {
        return Ok((Label::Attended, format!("{field}={value}")));
    }
    let among = record.fields().into_iter().filter(|(label, _)| *label != Label::Attended);
    let among: Vec<&str> = among.map(|(label, _)| label.text(lang)).collect();
    Err(Notice::NoSuchField { name: field.into(), among: among.join(" ") })
}

/// `sign MEETING --by WHO`
pub fn sign(
    settings: &Settings,
    meeting: &str,
    (by, document, on): (&str, &str, Option<NaiveDate>),
) -> Result<Answer, Failure> {
    let mut hand = Hand::take(settings)?;
    let on = on.unwrap_or_else(|| hand.session.base_day());
    let signing = Signing { by: by.into(), on, document: document.into() };
    let open = hand.session.meeting().map(|open| open.id.clone());
    let plain = name::plain(meeting);
    let number = || hand.session.numbered(plain.parse().ok()?);
    let named = plain.parse().ok().or_else(number);
    let id = named.filter(|id| {
        open.as_ref() == Some(id) || hand.session.sealed_meeting(&id.to_string()).is_some()
    });
    let unknown = || refusal(&Notice::NoSuchMeeting { id: meeting.into() }, settings.lang);
    let id = id.ok_or_else(unknown)?;
    let acted = act::sign(&mut hand.session, &id, signing);
    hand.carry_out(acted)?;
    Ok(records(&hand, settings))
}

/// `amend PLACE VALUE --organ ORGAN`
pub fn amend(
    settings: &Settings,
    place: &str,
    value: &str,
    source: &Competent,
) -> Result<Answer, Failure> {
    let mut hand = Hand::take(settings)?;
    let lang = settings.lang;
    let target = target(&hand, place, lang)?;
    let unit = match hand.session.plan.find(target) {
        Some(Found::Target(target)) => target.unit.as_str(),
        _ => "",
    };
    let to = act::Amending {
        now: entry::figure(value, unit).map_err(|why| refusal(&why, lang))?.value,
        organ: source.organ.clone(),
        document: source.document.clone(),
        effective: source.from.unwrap_or_else(|| hand.session.base_day()),
        reason: source.reason.clone(),
    };
    let acted = act::amend(&mut hand.session, target, to);
    hand.carry_out(acted)?;
    Ok(records(&hand, settings))
}
