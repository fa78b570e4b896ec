//! 签到: the keys of the sign-in sheet, and the fields of one who attends.

use crate::app::act::{self, Acted};
use crate::app::agenda::time_of;
use crate::app::{Effect, Field, Form, Key, Purpose, Screen, Seat, Session, Stop, key, look};
use crate::ledger::{Attendance, Presence, TimeOfDay};
use crate::plan::Party;
use crate::words::{Do, Label, Notice};

/// Space goes through 出席 请假 列席 缺席; + came now, - left now; F2 who came instead, when and why;
/// Delete takes somebody off the sheet.
pub(in crate::app) fn key(session: &mut Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
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
        Key::Char('+') => Some(came(signed.unwrap_or_default(), time_of(session.now))),
        Key::Char('-') => {
            let to = time_of(session.now);
            Some(Attendance { to, ..signed.unwrap_or_default() })
        }
        Key::F(2) => {
            begin(seat, Some(&who), &signed.unwrap_or_default());
            return Some(Vec::new());
        }
        Key::Delete => None,
        _ => return None,
    };
    let acted = act::attend(session, who, now);
    if key == Key::Enter {
        look::run(session, seat, Do::Down);
    }
    Some(act::done(seat, acted))
}

/// How the one with the cursor attends, said outright; the rest stays as it was.
pub(in crate::app) fn sign(session: &mut Session, seat: &Seat, state: Presence) -> Acted {
    let Some(Stop::Party(who)) = look::stop(session, seat) else { return Err(Notice::NotNow) };
    let was = session.meeting().and_then(|meeting| meeting.attendance.get(&who)).cloned();
    act::attend(session, who, Some(Attendance { state, ..was.unwrap_or_default() }))
}

/// Who comes late is here all the same.
fn came(was: Attendance, from: Option<TimeOfDay>) -> Attendance {
    let state = match was.state {
        Presence::Excused | Presence::Absent => Presence::Present,
        state => state,
    };
    Attendance { state, from, to: None, ..was }
}

/// Text on the sheet looks somebody up; a name that nobody bears is somebody new.
pub(in crate::app) fn text(session: &Session, seat: &mut Seat, text: &str) {
    let wanted = text.trim();
    let all = session.attendees();
    let letters = session.names().pinyin().letters(wanted);
    let is_it = |party: &Party| {
        let office = party.key().and_then(|key| session.plan.roster.offices.get(key));
        let names = office.map_or_else(Vec::new, |office| {
            let own = [&office.short, &office.full];
            own.into_iter().chain(&office.aliases).cloned().collect()
        });
        let named = |name: &str| {
            name.contains(wanted) || letters.as_ref().is_some_and(|letters| letters.begins(name))
        };
        named(party.name()) || names.iter().any(|name| named(name))
    };
    if let Some(at) = all.iter().position(|(party, _)| is_it(party)) {
        look::set_cursor(seat, at);
    } else {
        begin(seat, None, &Attendance { state: Presence::Attending, ..Attendance::default() });
        super::text(seat, wanted);
    }
}

fn begin(seat: &mut Seat, who: Option<&Party>, now: &Attendance) {
    let time = |time: Option<TimeOfDay>| time.map_or_else(String::new, |time| time.to_string());
    let mut fields = Vec::new();
    if who.is_none() {
        fields.push((Label::Name, Field::default()));
    }
    fields.extend([
        (Label::State, Field::new(now.state.word().text(seat.lang))),
        (Label::Substitute, Field::new(&now.substitute)),
        (Label::Came, Field::new(&time(now.from))),
        (Label::Went, Field::new(&time(now.to))),
        (Label::Reason, Field::new(&now.reason)),
    ]);
    let purpose = Purpose::Attend { who: who.cloned() };
    seat.open(Screen::Form(Form::new(purpose, fields)));
}

/// Records how somebody attends.
pub(super) fn confirm(session: &mut Session, form: &Form, who: Option<&Party>) -> Acted {
    let who = match who {
        Some(who) => who.clone(),
        None if form.text(Label::Name).is_empty() => return Err(Notice::Empty),
        None => Party::named(form.text(Label::Name), &session.plan.roster),
    };
    let state = form.text(Label::State);
    let state = Presence::named(state)
        .or_else(|| by_digit(state))
        .ok_or_else(|| Notice::NotAPresence { text: state.into() })?;
    let now = Attendance {
        state,
        substitute: form.text(Label::Substitute).into(),
        from: time(form.text(Label::Came))?,
        to: time(form.text(Label::Went))?,
        reason: form.text(Label::Reason).into(),
    };
    act::attend(session, who, Some(now))
}

fn by_digit(text: &str) -> Option<Presence> {
    let digit = text.chars().next().filter(|_| text.chars().count() == 1)?;
    let nth = key::twin(digit).to_digit(10)?.checked_sub(1)?;
    Presence::ALL.get(usize::try_from(nth).ok()?).copied()
}

/// A time of the day as people type it: 9:05, 905, 0905, ９：０５, 9点05分.
pub fn time(text: &str) -> Result<Option<TimeOfDay>, Notice> {
    let plain: String = text.chars().map(key::twin).collect();
    let plain = plain.trim();
    if plain.is_empty() {
        return Ok(None);
    }
    let parts: Vec<&str> =
        plain.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let (hour, minute) = match parts.as_slice() {
        [hour, minute] => (*hour, *minute),
        [digits] if digits.len() >= 3 => digits.split_at(digits.len() - 2),
        [hour] => (*hour, "0"),
        _ => ("", ""),
    };
    let number = |text: &str| text.parse::<u32>().ok();
    let time = number(hour).zip(number(minute)).and_then(|(h, m)| TimeOfDay::new(h, m));
    time.map(Some).ok_or_else(|| Notice::NotATime { text: text.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_people_type_it() {
        for (typed, meant) in [
            ("9:05", "09:05"),
            ("905", "09:05"),
            ("1430", "14:30"),
            ("１４：３０", "14:30"),
            ("14点30分", "14:30"),
            ("14", "14:00"),
        ] {
            assert_eq!(time(typed).map(|time| time.unwrap().to_string()), Ok(meant.to_owned()));
        }
        assert_eq!(time(" "), Ok(None));
        for wrong in ["25:00", "9:75", "早上", "1:2:3"] {
            assert!(time(wrong).is_err(), "{wrong}");
        }
    }
}
