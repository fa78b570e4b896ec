//! `export`: papers from the record, printed or as files.

use crate::ledger::{Held, Meeting, SnapshotId, sentence};
use crate::papers::minutes::{Known, is_signed, minutes};
use crate::papers::{Paper, docx, file_name, html, markdown, text};
use crate::shell::args::{Export, Form, Out, Scope, Settings};
use crate::shell::book::{Book, head, lines};
use crate::shell::failure::{Failure, FailureKind};
use crate::shell::paper::{Place, write};
use crate::words::cli::Made;
use crate::words::export::Exported;

use super::Answer;
use super::hand::{look, unopened};
use super::name::plain;

/// Makes one paper.
pub(super) fn export(settings: &Settings, asked: &Export) -> Result<Answer, Failure> {
    let book = look(settings)?;
    let meetings = meetings(&book, &asked.meetings, settings)?;
    let lang = settings.lang;
    let held: Vec<&Meeting> = meetings.iter().collect();
    let known = Known { plan: &book.session.plan, state: book.session.state(), lang };
    let made = match asked.paper {
        Made::Minutes => minutes(known, &held),
    };
    let none = || Failure::new(FailureKind::No, Exported::NoMeeting.text(lang));
    let paper = made.ok_or_else(none)?;
    let not_made = |docx::NotPacked| Failure::new(FailureKind::Bug, Exported::NotMade.text(lang));
    let whole = written(&paper, asked.form).map_err(not_made)?;
    let path = match &asked.out {
        Out::Print => {
            let text = String::from_utf8_lossy(&whole).into_owned();
            return Ok(Answer { text, told: book.told, no: false });
        }
        Out::File(path) => Place::File(path.clone()),
        Out::Folder(folder) => {
            let ids: Vec<&SnapshotId> = held.iter().map(|meeting| &meeting.id).collect();
            let name =
                file_name(&ids, crate::words::paper::Paper::Minutes.text(lang), asked.form.code());
            Place::In(folder.clone(), name)
        }
    };
    let told = write(&book.site.state(), &path, &whole, asked.over, lang)?;
    Ok(Answer { text: format!("{told}\n"), told: book.told, no: false })
}

fn written(paper: &Paper, form: Form) -> Result<Vec<u8>, docx::NotPacked> {
    Ok(match form {
        Form::Word => docx::write(paper)?,
        Form::Html => html::write(paper).into_bytes(),
        Form::Markdown => markdown::write(paper).into_bytes(),
        Form::Text => text::write(paper).into_bytes(),
    })
}

/// The meetings that are meant, slips put right by whoever prints them. Reviewers get what is signed.
fn meetings(book: &Book, asked: &[String], settings: &Settings) -> Result<Vec<Meeting>, Failure> {
    let lang = settings.lang;
    let mut ids = Vec::new();
    for text in asked {
        let found = named(book, text);
        if found.is_empty() {
            let why = Exported::NoSuchMeeting { text: text.clone() }.text(lang);
            return Err(Failure::new(FailureKind::Usage, why));
        }
        ids.extend(found.into_iter().filter(|id| !ids.contains(id)).collect::<Vec<_>>());
    }
    if asked.is_empty() {
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

/// All meetings in the order in which they were held, the open one last.
fn held(book: &Book) -> Vec<SnapshotId> {
    let session = &book.session;
    let chain = session.sealed.meetings.iter().map(|(id, _)| id.clone());
    let mut all: Vec<SnapshotId> =
        chain.chain([session.sealed.id(), session.state().id()]).collect();
    all.retain(SnapshotId::is_meeting);
    all.dedup();
    all
}

/// The meetings that a word names: one, or those from one to another of its series.
fn named(book: &Book, text: &str) -> Vec<SnapshotId> {
    let Some((from, to)) = text.split_once("..") else {
        return one(book, text).into_iter().collect();
    };
    let (Some(from), Some(to)) = (one(book, from), one(book, to)) else { return Vec::new() };
    let mut all = held(book);
    all.retain(|id| id.is_of_series(&from));
    let at = |wanted: &SnapshotId| all.iter().position(|id| id == wanted);
    let range = at(&from).zip(at(&to)).and_then(|(from, to)| all.get(from..=to));
    range.unwrap_or_default().to_vec()
}

fn one(book: &Book, text: &str) -> Option<SnapshotId> {
    let session = &book.session;
    let plain = plain(text);
    let number = plain.strip_prefix('第').and_then(|rest| rest.strip_suffix('次'));
    match plain.as_str() {
        "本次" | "now" | "this" => session.meeting().map(|meeting| meeting.id.clone()),
        "上次" | "last" => session.last_meeting.as_ref().map(|meeting| meeting.id.clone()),
        _ => {
            let id = plain.parse().ok();
            let id = id.or_else(|| session.numbered(number.unwrap_or(&plain).parse().ok()?))?;
            held(book).contains(&id).then_some(id)
        }
    }
}

/// A meeting as its own snapshot has it, under the names of now.
fn meeting(book: &Book, id: &SnapshotId, settings: &Settings) -> Result<Meeting, Failure> {
    let session = &book.session;
    let of = |state: &crate::ledger::Snapshot| state.meeting().cloned();
    let found = if session.is_open(id) {
        of(session.state())
    } else if session.sealed.id() == *id {
        of(&session.sealed)
    } else {
        let read = head::read(&book.site, id).map_err(|why| unopened(&why, settings))?;
        of(&lines::as_known(read, &session.sealed))
    };
    found.ok_or_else(|| {
        let why = Exported::NoSuchMeeting { text: id.to_string() }.text(settings.lang);
        Failure::new(FailureKind::Usage, why)
    })
}
