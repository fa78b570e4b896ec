//! A meeting without the screen.

use super::hand::{Hand, look, refusal};
use super::layout::page;
use super::{Answer, agenda as items, record};
use crate::app::{Session, act, agenda};
use crate::format::json;
use crate::judge::Gap;
use crate::ledger::{ItemState, Meeting, Presence, Sitting, sentence};
use crate::shell::args::{Format, Meet, Opening, Settings};
use crate::shell::failure::{Failure, FailureKind};
use crate::words::instead::Instead;
use crate::words::printed::{Printed, Refused};
use crate::words::{Lang, Notice};

/// `meet open|status|adjourn|resume|close`
pub fn meet(settings: &Settings, what: &Meet) -> Result<Answer, Failure> {
    match what {
        Meet::Status => status(settings),
        Meet::Open(opening) => open(settings, opening),
        Meet::Adjourn => simply(settings, act::adjourn),
        Meet::Resume => simply(settings, act::resume),
        Meet::Close => close(settings),
        Meet::CloseStrictly => {
            let gaps = look(settings)?.session.gaps().to_vec();
            if gaps.is_empty() {
                return close(settings);
            }
            let why = Refused::HasGaps { count: gaps.len().to_string() }.text(settings.lang);
            let failure = Failure::new(FailureKind::No, why);
            Err(gaps.iter().fold(failure, |failure, gap| failure.hint(gap.text(settings.lang))))
        }
    }
}

fn open(settings: &Settings, asked: &Opening) -> Result<Answer, Failure> {
    let mut hand = Hand::take(settings)?;
    let lang = settings.lang;
    let code = series(&hand.session, asked.series.as_deref(), lang)?;
    let usual = agenda::prefilled(&hand.session, &code);
    let or = |asked: &Option<String>, usual: String| asked.clone().unwrap_or(usual);
    let opening = agenda::Opening {
        code,
        number: usual.number,
        day: asked.date.or(usual.day),
        next: usual.next,
        title: or(&asked.title, usual.title),
        place: or(&asked.place, usual.place),
        chair: or(&asked.chair, usual.chair),
        agenda: asked.agenda.unwrap_or(usual.agenda),
    };
    let meeting = agenda::meeting(&hand.session, &opening, lang);
    let id = meeting.id.clone();
    let acted = act::open_meeting(&mut hand.session, meeting, lang);
    hand.carry_out(acted)?;
    Ok(Answer { text: format!("{id}\n"), told: hand.told, no: false })
}

/// The code of a series that is named by its code or by its name.
fn series(session: &Session, asked: Option<&str>, lang: Lang) -> Result<String, Failure> {
    let Some(asked) = asked else { return Ok(String::new()) };
    let mut all = session.plan.series.iter();
    let found = all.find(|series| series.code == asked || series.name == asked);
    let unknown = || refusal(&Notice::NoSuchSeries { name: asked.to_owned() }, lang);
    found.map(|series| series.code.clone()).ok_or_else(unknown)
}

fn close(settings: &Settings) -> Result<Answer, Failure> {
    let mut hand = Hand::take(settings)?;
    let acted = act::close_meeting(&mut hand.session, settings.lang);
    hand.carry_out(acted)?;
    Ok(record::sealed(hand))
}

fn simply(settings: &Settings, does: fn(&mut Session) -> act::Acted) -> Result<Answer, Failure> {
    let mut hand = Hand::take(settings)?;
    let acted = does(&mut hand.session);
    hand.carry_out(acted)?;
    let text =
        hand.session.meeting().map_or_else(String::new, |meeting| format!("{}\n", meeting.id));
    Ok(Answer { text, told: hand.told, no: false })
}

fn status(settings: &Settings) -> Result<Answer, Failure> {
    let book = look(settings)?;
    let Some(meeting) = book.session.meeting() else {
        return Err(Failure::new(FailureKind::No, Instead::NoMeeting.text(settings.lang)));
    };
    let gaps = book.session.gaps();
    let text = match settings.format {
        Format::Json => {
            let gaps = gaps.iter().map(|gap| json::Value::from(gap.text(settings.lang)));
            let gaps = json::field("gaps", json::array(gaps.collect()));
            let used = items::used(&book.session);
            let agenda = json::field("agenda", items::values(&meeting.agenda, &used));
            let whole = json::joined(json::meeting(book.session.state(), None), agenda);
            json::text(&json::joined(whole, gaps))
        }
        Format::Text | Format::Csv => {
            page(&lines(&book.session, meeting, gaps, settings.lang), settings.width)
        }
    };
    Ok(Answer { text, told: book.told, no: false })
}

fn lines(session: &Session, meeting: &Meeting, gaps: &[Gap], lang: Lang) -> Vec<String> {
    let state = session.state();
    let what = sentence::of_held(&state.kind, lang);
    let counts = sentence::counts(state, lang);
    let mut lines =
        vec![format!("{} {}", meeting.id, Printed::InSession { what, counts }.text(lang))];
    lines.extend(meeting.sittings.iter().map(|(number, one)| sitting(*number, one, lang)));
    lines.extend(agenda_of(session, meeting, lang));
    let states = Presence::ALL.iter().filter_map(|state| {
        let count = meeting.attendance.values().filter(|one| one.state == *state).count();
        (count > 0).then(|| format!("{}{count}", state.word().text(lang)))
    });
    let states: Vec<String> = states.collect();
    if !states.is_empty() {
        lines.push(Printed::Attendance { states: states.join(" ") }.text(lang));
    }
    lines.push(Printed::Gaps { count: gaps.len().to_string() }.text(lang));
    lines.extend(gaps.iter().map(|gap| gap.text(lang)));
    lines
}

/// `第1段  14:00-15:10  第一会议室  主持 区长`
fn sitting(number: u16, sitting: &Sitting, lang: Lang) -> String {
    let times = [sitting.from, sitting.to].into_iter().flatten();
    let times: Vec<String> = times.map(|time| time.to_string()).collect();
    let chair = Some(sitting.chair.clone()).filter(|name| !name.is_empty());
    let parts = [
        Printed::Sitting { number: number.to_string() }.text(lang),
        times.join("-"),
        sitting.place.clone(),
        chair.map_or_else(String::new, |name| Printed::Chair { name }.text(lang)),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ")
}

/// How far the agenda is and the time that it took, then item by item.
fn agenda_of(session: &Session, meeting: &Meeting, lang: Lang) -> Vec<String> {
    let discussed = meeting.agenda.values().filter(|item| item.state == ItemState::Discussed);
    let (discussed, count) = (discussed.count().to_string(), meeting.agenda.len().to_string());
    let used = items::used(session);
    let mut first = vec![Printed::Agenda { count, discussed }.text(lang)];
    first.extend(items::time(&meeting.agenda, &used, lang));
    let mut lines = vec![first.join("  ")];
    lines.extend(items::said(&meeting.agenda, &used, lang));
    lines
}
