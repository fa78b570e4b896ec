//! Pages: the form that opens a meeting, the long form of a decision, a reading, a division of work;
//! the sign-in sheet, the gate before the close, the help.
//!
//! A page opens with what is most likely right, so that confirming is usually enough.

use chrono::NaiveDate;

use super::act::{self, Acted};
use super::agenda::{self, Opening};
use super::form::Answer;
use super::rows::Stop;
use super::seat::{About, Menu, Over, Screen, Seat};
use super::session::Session;
use super::{Effect, Field, Form, Key, Purpose, line, look, over, submit, update};
use crate::ledger::{About as Subject, Assignment, Decision, Due, RecordId, sentence};
use crate::plan::{Party, Place};
use crate::words::{Do, Label, Notice};

/// F8: opens a meeting, or the menu of the one that is open.
pub(super) fn meeting(session: &Session, seat: &mut Seat) {
    if session.meeting().is_some() {
        seat.over = Some(Over::Menu(Menu { about: About::Meeting, cursor: 0 }));
        return;
    }
    let opening = agenda::prefilled(session, "");
    let number = opening.number.map_or_else(String::new, |number| number.to_string());
    let day = opening.day.map_or_else(String::new, |day| day.to_string());
    let next = opening.next.map_or_else(String::new, |next| next.to_string());
    let series = session.plan.series_of("").map_or("", |series| series.name.as_str());
    let fields = vec![
        (Label::Day, Field::new(&day)),
        (Label::Number, Field::new(&number)),
        (Label::Series, Field::new(series)),
        (Label::Place, Field::new(&opening.place)),
        (Label::Chair, Field::new(&opening.chair)),
        (Label::Next, Field::new(&next)),
    ];
    seat.open(Screen::Form(Form::new(Purpose::Open, fields)));
}

/// F2, F3 and 分工: opens the form on what the cursor points at.
pub(super) fn begin(session: &Session, seat: &mut Seat, what: Do) {
    let place = look::place(session, seat);
    match (what, place) {
        (Do::Decide, place) => {
            let rows = place.map_or_else(Vec::new, |place| vec![place.in_task().unwrap_or(place)]);
            let typed = seat.line.field.text().to_owned();
            seat.open(Screen::Form(decision_form(
                rows,
                None,
                &Decision { text: typed, ..Decision::default() },
            )));
        }
        (Do::Read, Some(place)) => match look::targets_at(session, place).as_slice() {
            [] => seat.say(Notice::NoTarget { id: place.to_string() }),
            [target] => begin_reading(session, seat, *target),
            several => over::begin_target(seat, several.to_vec(), String::new()),
        },
        (Do::Assign, Some(place)) => begin_assignment(session, seat, place),
        _ => seat.say(Notice::NotNow),
    }
}

/// The form of a reading, its period one month after the last.
pub(super) fn begin_reading(session: &Session, seat: &mut Seat, target: Place) {
    let period = super::entry::next_period(session.state(), target, session.base_day());
    let fields =
        vec![(Label::Value, Field::default()), (Label::Period, Field::new(&period.to_string()))];
    seat.open(Screen::Form(Form::new(Purpose::Read { target }, fields)));
}

/// The form of a decision that is not sealed yet.
pub(super) fn begin_change(session: &Session, seat: &mut Seat, id: &RecordId) {
    let Some(decision) = session.state().ledger.decisions.get(id) else { return };
    let rows = decision.about.iter().filter_map(|about| match about {
        Subject::Row(row) => Some(row.place),
        Subject::Decision(_) => None,
    });
    let form = decision_form(rows.collect(), Some(id.clone()), decision);
    seat.open(Screen::Form(form));
}

fn begin_assignment(session: &Session, seat: &mut Seat, place: Place) {
    let row = if place.in_task().is_some() { place } else { return seat.say(Notice::NotNow) };
    let now = session.assignment(row);
    let names = |of: fn(&Assignment) -> &Vec<Party>| {
        now.map_or_else(String::new, |a| sentence::names(of(a)))
    };
    let text = |of: fn(&Assignment) -> &String| now.map_or_else(String::new, |a| of(a).clone());
    let fields = vec![
        (Label::Lead, Field::new(&names(|a| &a.lead))),
        (Label::Support, Field::new(&names(|a| &a.support))),
        (Label::Sponsor, Field::new(&text(|a| &a.sponsor))),
        (Label::Person, Field::new(&text(|a| &a.person))),
    ];
    seat.open(Screen::Form(Form::new(Purpose::Assign { row }, fields)));
}

fn decision_form(rows: Vec<Place>, change: Option<RecordId>, decision: &Decision) -> Form {
    let due = match &decision.due {
        Due::Missing => String::new(),
        Due::Stated(when) | Due::Assumed(when) => when.to_string(),
        Due::Unsettled(words) => words.clone(),
    };
    let places: Vec<String> = rows.iter().map(Place::to_string).collect();
    let fields = vec![
        (Label::Text, Field::new(&decision.text)),
        (Label::Lead, Field::new(&sentence::names(&decision.lead))),
        (Label::Support, Field::new(&sentence::names(&decision.support))),
        (Label::Due, Field::new(&due)),
        (Label::Rows, Field::new(&places.join(" "))),
    ];
    Form::new(Purpose::Decide { rows, change }, fields)
}

/// Asks who commits.
pub(super) fn begin_identity(seat: &mut Seat) {
    let fields = [Label::Name, Label::Mail].map(|label| (label, Field::default())).to_vec();
    seat.open(Screen::Form(Form::new(Purpose::Identity, fields)));
}

/// Tells git, and has it try again.
fn identify(session: &Session, form: &Form) -> Acted {
    let text = |label| form.text(label).to_owned();
    let (name, mail) = (text(Label::Name), text(Label::Mail));
    if name.is_empty() || mail.is_empty() {
        return Err(Notice::Empty);
    }
    let mut effects = vec![Effect::Identify { name, mail }];
    effects.extend(act::commit_again(session)?);
    Ok(effects)
}

/// Gives a key to the form; none when it is not the form's.
pub(super) fn form_key(session: &mut Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    let Some(Screen::Form(form)) = seat.screen_mut() else { return None };
    // A meeting's page is right as it opens most of the time: one Enter opens the meeting.
    let at_once = match form.purpose {
        Purpose::Open => matches!(key, Key::Enter | Key::F(8)),
        _ => key == Key::F(2),
    };
    if at_once {
        return Some(confirm(session, seat));
    }
    match form.key(key) {
        Answer::Taken => Some(Vec::new()),
        Answer::Confirmed => Some(confirm(session, seat)),
        Answer::Passed => None,
    }
}

/// Gives text to the field of a form or of the help; false when there is none.
pub(super) fn text(seat: &mut Seat, text: &str) -> bool {
    match seat.screen_mut() {
        Some(Screen::Form(form)) => {
            form.field().map(|field| field.insert(text));
            true
        }
        Some(Screen::Help { filter, top }) => {
            filter.insert(text);
            *top = 0;
            true
        }
        _ => false,
    }
}

/// Carries out a form. What cannot be understood keeps the form open, its words untouched.
fn confirm(session: &mut Session, seat: &mut Seat) -> Vec<Effect> {
    let Screen::Form(form) = seat.screen().clone() else { return Vec::new() };
    let acted = match &form.purpose {
        Purpose::Open => open(session, seat, &form),
        Purpose::Decide { change, .. } => decide(session, &form, change.as_ref()),
        Purpose::Read { target } => read(session, &form, *target),
        Purpose::Assign { row } => assign(session, &form, *row),
        Purpose::Identity => identify(session, &form),
    };
    if acted.is_ok() {
        seat.back();
        if matches!(&form.purpose, Purpose::Decide { change: None, .. }) {
            seat.line.field.take();
        }
    }
    update::done(seat, acted)
}

fn open(session: &mut Session, seat: &Seat, form: &Form) -> Acted {
    let named = |name: &str| {
        session.plan.series.iter().find(|series| series.name == name || series.code == name)
    };
    let series = form.text(Label::Series);
    let code = named(series).map(|series| series.code.clone());
    let opening = Opening {
        code: code.ok_or_else(|| Notice::NoSuchSeries { name: series.into() })?,
        number: Some(number(form.text(Label::Number))?),
        day: Some(day(session, form.text(Label::Day))?),
        next: match form.text(Label::Next) {
            "" => None,
            next => Some(day(session, next)?),
        },
        title: String::new(),
        place: form.text(Label::Place).into(),
        chair: form.text(Label::Chair).into(),
    };
    let meeting = agenda::meeting(session, &opening, seat.lang);
    act::open_meeting(session, meeting, seat.lang)
}

fn number(text: &str) -> Result<u32, Notice> {
    let plain: String = text.chars().map(super::key::twin).collect();
    let number = plain.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| Notice::NotANumber { text: text.into() })
}

fn day(session: &Session, text: &str) -> Result<NaiveDate, Notice> {
    submit::meant_day(session, text).ok_or_else(|| Notice::NotADate { text: text.into() })
}

fn decide(session: &mut Session, form: &Form, change: Option<&RecordId>) -> Acted {
    let text = form.text(Label::Text);
    if text.is_empty() {
        return Err(Notice::Empty);
    }
    let due = form.text(Label::Due);
    let was = change.and_then(|id| session.state().ledger.decisions.get(id)).cloned();
    let about = places(session, form.text(Label::Rows))?;
    let decision = Decision {
        about: about.into_iter().map(|place| Subject::Row(session.plan.row(place))).collect(),
        text: text.into(),
        lead: parties(session, form.text(Label::Lead)),
        lead_assumed: false,
        support: parties(session, form.text(Label::Support)),
        due: if due.is_empty() { Due::Missing } else { submit::meant_due(session, due)? },
        ..was.unwrap_or_default()
    };
    match change {
        Some(id) => act::change(session, id, decision, text),
        None => act::decide(session, decision, text),
    }
}

fn read(session: &mut Session, form: &Form, target: Place) -> Acted {
    let value = form.text(Label::Value);
    let reading = submit::reading(session, target, value, form.text(Label::Period))?;
    act::read(session, vec![(target, reading)], value)
}

fn assign(session: &mut Session, form: &Form, row: Place) -> Acted {
    let assignment = Assignment {
        lead: parties(session, form.text(Label::Lead)),
        support: parties(session, form.text(Label::Support)),
        sponsor: form.text(Label::Sponsor).into(),
        person: form.text(Label::Person).into(),
        due: session.assignment(row).and_then(|before| before.due),
        since: session.base_day(),
    };
    act::assign(session, &[row], &assignment, "")
}

/// Names between commas, stops or spaces, by the roster or as typed.
fn parties(session: &Session, text: &str) -> Vec<Party> {
    let names = text.split(|c: char| c.is_whitespace() || "、,，;；".contains(c));
    let names = names.filter(|name| !name.is_empty());
    names.map(|name| submit::party(session, name)).collect()
}

fn places(session: &Session, text: &str) -> Result<Vec<Place>, Notice> {
    let ids =
        text.split(|c: char| c.is_whitespace() || "、,，".contains(c)).filter(|id| !id.is_empty());
    ids.map(|id| {
        let place = id.parse().ok().filter(|place| session.plan.find(*place).is_some());
        place.ok_or_else(|| Notice::NoSuchRow { id: id.into() })
    })
    .collect()
}

/// Space goes through 出席 请假 列席 缺席; Delete takes somebody off the sheet.
pub(super) fn sign_in_key(session: &mut Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    let Some(Stop::Party(who)) = look::stop(session, seat) else { return None };
    let signed = session.meeting().and_then(|meeting| meeting.attendance.get(&who)).cloned();
    let now = match key.command() {
        Key::Char(' ') | Key::Enter => {
            let mut now = signed.clone().unwrap_or_default();
            if signed.is_some() {
                now.state = now.state.next();
            }
            Some(now)
        }
        Key::Delete => None,
        _ => return None,
    };
    let acted = act::attend(session, who, now);
    if key == Key::Enter {
        look::run(session, seat, Do::Down);
    }
    Some(update::done(seat, acted))
}

/// F8 seals; Enter opens what has a gap and never seals, because input methods commit with Enter.
pub(super) fn gate_key(session: &mut Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    match (key, look::stop(session, seat)) {
        (Key::F(8), _) => {
            let acted = if session.keeping.failed.is_some() {
                Err(Notice::NotSealed { why: session.keeping.failed.clone().unwrap_or_default() })
            } else {
                act::close_meeting(session, seat.lang)
            };
            Some(update::done(seat, acted))
        }
        (Key::Enter, Some(Stop::Record(id))) => {
            begin_change(session, seat, &id);
            Some(Vec::new())
        }
        (Key::Char(' '), Some(Stop::Record(id))) => {
            let acted = line::confirm_assumed(session, &id);
            Some(update::done(seat, acted))
        }
        _ => None,
    }
}

/// Typing narrows the list of commands; arrows scroll it.
pub(super) fn help_key(seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    let Some(Screen::Help { filter, top }) = seat.screen_mut() else { return None };
    match key {
        Key::Up => *top = top.saturating_sub(1),
        Key::Down => *top += 1,
        Key::PageUp => *top = top.saturating_sub(10),
        Key::PageDown => *top += 10,
        key => {
            if !filter.key(key) {
                return None;
            }
            *top = 0;
        }
    }
    Some(Vec::new())
}
