//! `export`: papers from the record, printed or as files.

use crate::app::agenda;
use crate::app::script::folded;
use crate::ledger::{Held, Meeting, SnapshotId, sentence};
use crate::papers::decisions::Listed;
use crate::papers::ledger::Which;
use crate::papers::minutes::is_signed;
use crate::plan::OfficeKey;
use crate::shell::args::{Export, Out, Scope, Settings};
use crate::shell::book::Book;
use crate::shell::failure::{Failure, FailureKind};
use crate::shell::paper::made::{self, Called, Making, written};
use crate::shell::paper::source::{self, held, is_of_meetings, seal};
use crate::shell::paper::{Place, write};
use crate::words::Lang;
use crate::words::bulletin::NoticeOf;
use crate::words::cli::Made;
use crate::words::export::Exported;
use crate::words::reminder::ReminderOf;

use super::Answer;
use super::hand::{look, unopened};
use super::name::plain;

/// Makes one paper.
pub(super) fn export(settings: &Settings, asked: &Export) -> Result<Answer, Failure> {
    let lang = settings.lang;
    if settings.scope != Scope::Desk && asked.paper != Made::Minutes {
        return Err(Failure::new(FailureKind::Forbidden, Exported::OnlyMinutes.text(lang)));
    }
    let book = look(settings)?;
    let mut answer = Answer { told: book.told.clone(), ..one(&book, settings, asked)? };
    if asked.paper == Made::Notices && matches!(asked.out, Out::Folder(_)) {
        // What presses is sent out with what is new; nothing may press.
        let beside = Export { paper: Made::Reminders, meetings: Vec::new(), ..asked.clone() };
        match one(&book, settings, &beside) {
            Ok(reminders) => answer.text += &reminders.text,
            Err(none) if none.kind == FailureKind::No => {}
            Err(why) => return Err(why),
        }
    }
    Ok(answer)
}

/// The papers of one sort, written or printed.
fn one(book: &Book, settings: &Settings, asked: &Export) -> Result<Answer, Failure> {
    let lang = settings.lang;
    let meetings = meetings(book, asked, settings)?;
    let made = papers(book, asked, &meetings, settings)?;
    let mut lines = String::new();
    for (what, content) in &made {
        let bytes = written(content, asked.form)
            .ok_or_else(|| Failure::new(FailureKind::Bug, Exported::NotMade.text(lang)))?;
        let place = match &asked.out {
            Out::Print => {
                let text = String::from_utf8_lossy(&bytes).into_owned();
                return Ok(Answer { text, told: Vec::new(), no: false });
            }
            Out::File(path) => Place::File(path.clone()),
            Out::Folder(folder) => Place::In(folder.clone(), name(book, asked, &meetings, what)),
        };
        lines += &write(&book.site.state(), &place, &bytes, asked.over, lang)?;
        lines.push('\n');
        if matches!(asked.out, Out::File(_)) {
            break;
        }
    }
    Ok(Answer { text: lines, told: Vec::new(), no: false })
}

/// The papers that are asked for.
fn papers(
    book: &Book,
    asked: &Export,
    meetings: &[Meeting],
    settings: &Settings,
) -> Result<Vec<Called>, Failure> {
    let (session, lang) = (&book.session, settings.lang);
    let ids: Vec<SnapshotId> = meetings.iter().map(|meeting| meeting.id.clone()).collect();
    let offices = offices(book, asked.office.as_deref(), settings)?;
    let listed: Vec<Listed> =
        meetings.iter().map(|meeting| Listed { meeting, seal: seal(book, meeting) }).collect();
    let which = Which { meetings: &ids, offices: &offices };
    let making = Making::of(session, which, &listed, lang).in_style(asked.style);
    let made = made::papers(&making, asked.paper, asked.form);
    if made.is_empty() {
        let why = match asked.paper {
            Made::Notices => NoticeOf::NoneFor.text(lang),
            Made::Reminders => ReminderOf::NoneFor.text(lang),
            _ => Exported::NoMeeting.text(lang),
        };
        return Err(Failure::new(FailureKind::No, why));
    }
    Ok(made)
}

/// The meeting that is open, else the one to come: on the day that the last one named, with the agenda
/// that is prepared.
fn to_come(book: &Book, lang: Lang) -> Meeting {
    let session = &book.session;
    if let Some(meeting) = session.meeting() {
        return meeting.clone();
    }
    let mut opening = agenda::prefilled(session, "");
    let next = session.last_meeting.as_ref().and_then(|last| last.next);
    opening.day = next.filter(|next| *next >= session.today).or(opening.day);
    let mut meeting = agenda::meeting(session, &opening, lang);
    // When it begins is not known before somebody says so.
    meeting.sittings.values_mut().for_each(|sitting| sitting.from = None);
    meeting
}

/// What the file of a paper is called: by its meetings, else by the day on which it was made.
fn name(book: &Book, asked: &Export, meetings: &[Meeting], what: &str) -> String {
    let what = match &asked.office {
        Some(office) if !matches!(asked.paper, Made::Notices | Made::Reminders) => {
            format!("{what}-{office}")
        }
        _ => what.to_owned(),
    };
    source::file(book, meetings, &what, asked.form)
}

/// The keys of an office and of whoever it took over; none lets all through.
fn offices(
    book: &Book,
    name: Option<&str>,
    settings: &Settings,
) -> Result<Vec<OfficeKey>, Failure> {
    let Some(name) = name else { return Ok(Vec::new()) };
    let roster = &book.session.plan.roster;
    let key = roster.resolve(name.trim()).ok_or_else(|| {
        let why = Exported::NoSuchOffice { name: name.to_owned() }.text(settings.lang);
        Failure::new(FailureKind::Usage, why)
    })?;
    Ok(roster.united(&[key]))
}

/// The meetings that are meant, as they were recorded. Reviewers get what is signed.
fn meetings(book: &Book, asked: &Export, settings: &Settings) -> Result<Vec<Meeting>, Failure> {
    let lang = settings.lang;
    let mut ids = Vec::new();
    for text in &asked.meetings {
        let found = named(book, text);
        if found.is_empty() {
            let why = Exported::NoSuchMeeting { text: text.clone() }.text(lang);
            return Err(Failure::new(FailureKind::Usage, why));
        }
        ids.extend(found.into_iter().filter(|id| !ids.contains(id)).collect::<Vec<_>>());
    }
    if asked.meetings.is_empty() && is_before(asked.paper) {
        return Ok(vec![to_come(book, lang)]);
    }
    if asked.meetings.is_empty() && is_of_meetings(asked.paper) {
        let usual = usual(book, settings.scope);
        ids.push(usual.ok_or_else(|| {
            Failure::new(
                FailureKind::No,
                match settings.scope {
                    Scope::Desk => Exported::NoMeeting.text(lang),
                    Scope::Guest | Scope::Sealed => Exported::NoneSigned.text(lang),
                },
            )
        })?);
    }
    let mut meetings = Vec::new();
    for id in ids {
        let meeting = meeting(book, &id, settings)?;
        if settings.scope != Scope::Desk && !is_signed(book.session.state(), &id) {
            let meeting = sentence::of_held(&Held::Meeting(meeting), lang);
            let why = Exported::NotSigned { meeting }.text(lang);
            return Err(Failure::new(FailureKind::Forbidden, why));
        }
        meetings.push(meeting);
    }
    Ok(meetings)
}

/// Whether a paper is made before a meeting.
const fn is_before(paper: Made) -> bool {
    matches!(paper, Made::Invitation | Made::Agenda | Made::SignIn)
}

/// The open meeting, else the last one; for reviewers the last that was signed.
fn usual(book: &Book, scope: Scope) -> Option<SnapshotId> {
    let session = &book.session;
    let all = held(book);
    match scope {
        Scope::Desk => all.last().cloned(),
        Scope::Guest | Scope::Sealed => {
            all.into_iter().rev().find(|id| is_signed(session.state(), id))
        }
    }
}

/// The meetings that a word names: one, or those from one to another of its series.
fn named(book: &Book, text: &str) -> Vec<SnapshotId> {
    let Some((from, to)) = text.split_once("..") else {
        return named_one(book, text).into_iter().collect();
    };
    let (Some(from), Some(to)) = (named_one(book, from), named_one(book, to)) else {
        return Vec::new();
    };
    let mut all = held(book);
    all.retain(|id| id.is_of_series(&from));
    let at = |wanted: &SnapshotId| all.iter().position(|id| id == wanted);
    let range = at(&from).zip(at(&to)).and_then(|(from, to)| all.get(from..=to));
    range.unwrap_or_default().to_vec()
}

fn named_one(book: &Book, text: &str) -> Option<SnapshotId> {
    let session = &book.session;
    let plain = plain(text);
    let number = plain.strip_prefix('第').and_then(|rest| rest.strip_suffix('次'));
    match folded(&plain).as_ref() {
        "本次" | "now" | "this" => session.meeting().map(|meeting| meeting.id.clone()),
        "上次" | "last" => session.last_meeting.as_ref().map(|meeting| meeting.id.clone()),
        _ => {
            let id = plain.parse().ok();
            let id = id.or_else(|| session.numbered(number.unwrap_or(&plain).parse().ok()?))?;
            held(book).contains(&id).then_some(id)
        }
    }
}

/// A meeting as it was recorded; that there is none is a wrong call.
fn meeting(book: &Book, id: &SnapshotId, settings: &Settings) -> Result<Meeting, Failure> {
    let found = source::meeting(book, id).map_err(|why| unopened(&why, settings))?;
    found.ok_or_else(|| {
        let why = Exported::NoSuchMeeting { text: id.to_string() }.text(settings.lang);
        Failure::new(FailureKind::Usage, why)
    })
}
