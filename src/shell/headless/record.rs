//! Commands that record: each takes the lock, acts once, and answers when the disk has.

use super::hand::{Hand, refusal, usage};
use super::layout::page;
use super::{Answer, name};
use crate::app::entry::Meaning;
use crate::app::{Binding, Screen, account, act, look, submit};
use crate::format::json;
use crate::ledger::{
    About, Account, Attendance, Light, LightSet, Presence, Reading, Settlement, sentence,
};
use crate::plan::{Party, Place};
use crate::shell::args::{Format, Pin, Settings};
use crate::shell::failure::Failure;
use crate::words::printed::{Printed, Refused};
use crate::words::{Caution, Joint, Lang, Notice};

/// `decide PLACE… TEXT`: the line of the screen, bound to the places.
pub fn decide(settings: &Settings, places: &[String], text: &str) -> Result<Answer, Failure> {
    let mut hand = Hand::take(settings)?;
    let lang = settings.lang;
    if hand.session.meeting().is_none() {
        let why = refusal(&Notice::NoMeeting, lang);
        return Err(Failure { message: Refused::NoMeetingOpen.text(lang), ..why }
            .hint(Refused::OpenOne.text(lang)));
    }
    hand.seat.line.binding = binding(&hand, places, lang)?;
    hand.seat.go(Screen::Meeting);
    hand.type_line(text)?;
    Ok(records(&hand, settings))
}

/// `read PLACE=VALUE… [PERIOD] [--reason TEXT]`: all of them or none. What is odd is said beside the
/// answer and never blocks.
pub fn read(
    settings: &Settings,
    values: &[(String, String)],
    (period, reason): (Option<&str>, Option<&str>),
) -> Result<Answer, Failure> {
    let (mut hand, lang) = (Hand::take(settings)?, settings.lang);
    let (mut readings, mut odd) = (Vec::new(), Vec::new());
    for (place, value) in values {
        let target = target(&hand, place, lang)?;
        let read = submit::reading(&hand.session, target, (value, period.unwrap_or_default()));
        let (mut reading, cautions) = read.map_err(|why| refusal(&why, lang))?;
        reason.unwrap_or_default().trim().clone_into(&mut reading.reason);
        odd.extend(oddities(target, &reading, &cautions, lang));
        readings.push((target, reading));
    }
    let acted = act::read(&mut hand.session, readings, "");
    hand.carry_out(acted)?;
    hand.told.extend(odd);
    Ok(records(&hand, settings))
}

/// What is odd about a figure, one line each; a reason is asked for only where none was given.
fn oddities(target: Place, reading: &Reading, cautions: &[Caution], lang: Lang) -> Vec<String> {
    let said = cautions.iter().filter_map(|caution| match caution {
        Caution::SayWhy => reading.reason.is_empty().then_some(&Caution::SayWhyHere),
        other => Some(other),
    });
    let row = target.to_string();
    said.map(|caution| Printed::Odd { row: row.clone(), what: caution.text(lang) }.text(lang))
        .collect()
}

/// The one target at a place.
pub(super) fn target(hand: &Hand, place: &str, lang: Lang) -> Result<Place, Failure> {
    let row = name::row(&hand.session, place, lang)?;
    match look::targets_at(&hand.session, row).as_slice() {
        [] => Err(refusal(&Notice::NoTarget { id: row.to_string() }, lang)),
        [target] => Ok(*target),
        several => {
            let ids: Vec<String> = several.iter().map(ToString::to_string).collect();
            Err(usage(&Refused::Several { ids: ids.join(" ") }, lang))
        }
    }
}

/// `assign PLACE @LEAD [+SUPPORT…]`
pub fn assign(settings: &Settings, place: &str, parties: &str) -> Result<Answer, Failure> {
    let mut hand = Hand::take(settings)?;
    let row = name::row(&hand.session, place, settings.lang)?;
    let about = [About::Row(hand.session.plan.row(row))];
    let acted = match submit::understood_on(&hand.session, &about, parties).meaning {
        Meaning::Assign { rows, sponsor, lead, support, due } => {
            let to = submit::Division { sponsor, lead, support, due };
            submit::assign(&mut hand.session, &rows, to, parties)
        }
        // `@3` alone opens a card on the screen; here it can only mean who leads.
        Meaning::Card(party) => {
            let to = submit::Division { lead: vec![party], ..submit::Division::default() };
            submit::assign(&mut hand.session, &[row], to, parties)
        }
        _ => return Err(usage(&Refused::NobodyNamed { text: parties.into() }, settings.lang)),
    };
    hand.carry_out(acted)?;
    Ok(records(&hand, settings))
}

/// A light as a command line sets it.
pub struct Lit<'a> {
    /// The light; none puts the row back under the rule.
    pub light: Option<Light>,
    /// Why.
    pub reason: &'a str,
    /// Who agreed.
    pub agreed: &'a str,
    /// Whether it stays when a reading comes.
    pub pin: Pin,
}

/// `light PLACE LIGHT --reason TEXT [--agreed WHO] [--pin]`, `light PLACE auto`
pub fn light(settings: &Settings, place: &str, lit: &Lit<'_>) -> Result<Answer, Failure> {
    let mut hand = Hand::take(settings)?;
    let row = name::row(&hand.session, place, settings.lang)?;
    let set = LightSet {
        light: lit.light,
        reason: lit.reason.trim().to_owned(),
        agreed: lit.agreed.trim().to_owned(),
        on: hand.session.base_day(),
        pinned: lit.pin == Pin::Pinned,
    };
    let acted = act::light(&mut hand.session, row, set);
    hand.carry_out(acted)?;
    Ok(records(&hand, settings))
}

/// For whom somebody came, and why somebody did not.
#[derive(Clone, Debug, Default)]
pub struct Why {
    /// The office that is represented.
    pub instead_of: Option<String>,
    /// The reason.
    pub reason: Option<String>,
}

/// `attend 出席|请假|列席|缺席 NAME… [--for OFFICE] [--reason WHY]`: who comes for an office attends as
/// its substitute.
pub fn attend(
    settings: &Settings,
    presence: Presence,
    names: &[String],
    why: &Why,
) -> Result<Answer, Failure> {
    let mut hand = Hand::take(settings)?;
    let mut lines = Vec::new();
    for name in names {
        let who = why.instead_of.as_ref().unwrap_or(name);
        let who = Party::named(who, &hand.session.plan.roster);
        let known = hand.session.meeting().and_then(|m| m.attendance.get(&who)).cloned();
        let mut now = Attendance { state: presence, ..known.unwrap_or_default() };
        if why.instead_of.is_some() {
            now.substitute.clone_from(name);
        }
        if let Some(reason) = &why.reason {
            now.reason.clone_from(reason);
        }
        let acted = act::attend(&mut hand.session, who.clone(), Some(now));
        hand.carry_out(acted)?;
        lines.push(format!("{who} {}", presence.word().text(settings.lang)));
    }
    Ok(Answer { text: page(&lines, settings.width), told: hand.told, no: false })
}

/// `account PLACE 完成 --reason …`
pub fn account(
    settings: &Settings,
    place: &str,
    state: Settlement,
    reason: Option<&str>,
) -> Result<Answer, Failure> {
    let mut hand = Hand::take(settings)?;
    let lang = settings.lang;
    let row = name::row(&hand.session, place, lang)?;
    if !account::takes(row) {
        return Err(refusal(&Notice::NoAccount { id: row.to_string() }, lang));
    }
    let reason = reason.map(str::trim).filter(|reason| !reason.is_empty()).map(str::to_owned);
    let clear = account::assumed(&hand.session, row, lang).filter(|clear| clear.state == state);
    let reason = reason.or(clear.map(|clear| clear.reason));
    let reason = reason.ok_or_else(|| usage(&Refused::NoReason { id: row.to_string() }, lang))?;
    let account = Account { state, on: hand.session.base_day(), reason };
    let acted = act::account(&mut hand.session, vec![(row, account)], "");
    hand.carry_out(acted)?;
    Ok(records(&hand, settings))
}

/// `undo`
pub fn undo(settings: &Settings) -> Result<Answer, Failure> {
    let mut hand = Hand::take(settings)?;
    let acted = act::undo(&mut hand.session);
    hand.carry_out(acted)?;
    let step = hand.session.open.as_ref().and_then(|history| history.to_redo()).cloned();
    let what = step.map_or_else(String::new, |step| said(&step.edits, settings.lang));
    let text = format!("{}\n", Notice::Withdrawn { what }.text(settings.lang));
    Ok(Answer { text, told: hand.told, no: false })
}

/// `redo`
pub fn redo(settings: &Settings) -> Result<Answer, Failure> {
    let mut hand = Hand::take(settings)?;
    let acted = act::redo(&mut hand.session);
    hand.carry_out(acted)?;
    let step = hand.session.open.as_ref().and_then(|history| history.to_undo()).cloned();
    let what = step.map_or_else(String::new, |step| said(&step.edits, settings.lang));
    let text = format!("{}\n", Notice::Redone { what }.text(settings.lang));
    Ok(Answer { text, told: hand.told, no: false })
}

/// `seal`: the interval into a snapshot.
pub fn seal(settings: &Settings) -> Result<Answer, Failure> {
    let mut hand = Hand::take(settings)?;
    let acted = act::seal_interval(&mut hand.session, settings.lang);
    hand.carry_out(acted)?;
    Ok(sealed(hand))
}

/// The name and the seal of what was sealed last.
pub fn sealed(hand: Hand) -> Answer {
    let text = format!("{} {}\n", hand.session.sealed.id(), hand.session.seal.short());
    Answer { text, told: hand.told, no: false }
}

/// The ids that the last act gave, one a line.
pub(super) fn records(hand: &Hand, settings: &Settings) -> Answer {
    let ids = hand.last_records();
    let ids = ids.iter().map(ToString::to_string);
    let text = match settings.format {
        Format::Json => json::text(&json::array(ids.map(json::Value::from).collect())),
        Format::Text | Format::Csv => page(&ids.collect::<Vec<_>>(), None),
    };
    Answer { text, told: hand.told.clone(), no: false }
}

fn said(edits: &[crate::ledger::Edit], lang: Lang) -> String {
    match edits {
        [_, _, _, _, ..] => sentence::of_all(edits, lang),
        few => {
            let said: Vec<String> = few.iter().map(|edit| sentence::of(edit, lang)).collect();
            said.join(Joint::Apart.text(lang))
        }
    }
}

/// What the line binds to: rows, one earlier decision, or nothing for `0`.
fn binding(hand: &Hand, places: &[String], lang: Lang) -> Result<Binding, Failure> {
    let mut rows = Vec::new();
    for text in places {
        match name::plain(text).as_str() {
            "0" => {}
            plain if plain.parse::<Place>().is_ok() => {
                rows.push(name::row(&hand.session, plain, lang)?);
            }
            other => return Ok(Binding::Decision(name::decision(&hand.session, other, lang)?)),
        }
    }
    Ok(if rows.is_empty() { Binding::Nothing } else { Binding::Rows(rows) })
}
