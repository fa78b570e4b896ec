//! 来龙去脉: everything that ever happened to a row or a decision, as a page and for programs.

use std::collections::BTreeMap;

use super::Answer;
use super::hand::look;
use super::layout::page;
use super::{lines, name};
use crate::app::Session;
use crate::app::story::{Chapter, story};
use crate::format::json::{self, Value};
use crate::ledger::sentence::Speech;
use crate::ledger::story::Subject;
use crate::ledger::{RecordId, SnapshotId};
use crate::plan::{Found, Place};
use crate::shell::args::{Format, Scope, Settings};
use crate::shell::book::Site;
use crate::shell::book::site::file_name;
use crate::shell::failure::Failure;
use crate::shell::git::history::{Brought, Signatures};
use crate::words::Lang;
use crate::words::history::{Said, Story};

/// How much of a commit's name is shown.
const SHORT: usize = 10;

/// `story PLACE|ID`
pub fn tell(settings: &Settings, of: &str) -> Result<Answer, Failure> {
    let book = look(settings)?;
    let (session, lang) = (&book.session, settings.lang);
    let of = subject(session, of, lang)?;
    // A person reads the numbers that the room says; a program the ids.
    let number = |id: &RecordId| session.index.spoken(id);
    let speech = match settings.format {
        Format::Json => Speech::from(lang),
        Format::Text | Format::Csv => Speech::spoken(lang, &number),
    };
    let chapters = story(session, &of, lang, speech);
    // Nothing that a guest asks for runs git.
    let is_guest = settings.scope != Scope::Desk;
    let commits = if is_guest { BTreeMap::new() } else { commits(&book.site) };
    let commit = |id: &SnapshotId| {
        commits.get(&file_name(id)).map(|brought| brought.commit.chars().take(SHORT).collect())
    };
    let text = match settings.format {
        Format::Json => json::text(&value(session, &of, &chapters, &commits, lang)),
        Format::Text | Format::Csv => {
            let mut told = heading(session, &of, lang);
            told.push(counted(&chapters, lang));
            for chapter in &chapters {
                told.extend(lines_of(chapter, commit(&chapter.snapshot), lang));
            }
            page(&told, settings.width)
        }
    };
    Ok(Answer { text, told: book.told, no: false })
}

/// A row by its place, else a decision by its number.
fn subject(session: &Session, text: &str, lang: Lang) -> Result<Subject, Failure> {
    match name::row(session, text, lang) {
        Ok(place) if !name::plain(text).contains('-') => Ok(Subject::Row(place)),
        _ => name::decision(session, text, lang).map(Subject::Decision),
    }
}

/// The commits that brought the snapshots, by one run of git; without git they are left out.
fn commits(site: &Site) -> BTreeMap<String, Brought> {
    let past = site.repo().map(|repo| repo.past(&site.snapshots(), Signatures::Left));
    past.and_then(Result::ok).map(|past| past.brought).unwrap_or_default()
}

/// What it is, how it stands now and why, who has it.
fn heading(session: &Session, of: &Subject, lang: Lang) -> Vec<String> {
    match of {
        Subject::Row(place) => of_row(session, *place, lang),
        Subject::Decision(id) => of_decision(session, id, lang),
    }
}

fn of_row(session: &Session, place: Place, lang: Lang) -> Vec<String> {
    let Some(found) = session.plan.find(place) else { return Vec::new() };
    let mut told = vec![format!("{place}  {}", found.title())];
    if let Found::Target(target) = found {
        told.push(format!("  {}", lines::target(session, target, lang)));
    } else if let Some(verdict) = session.verdict(place) {
        let light = verdict.light.map(|light| lines::marked(light, lang)).unwrap_or_default();
        let reason = session.reason(place, lang).unwrap_or_default();
        told.push(format!("  {light}  {reason}").trim_end().to_owned());
    }
    if let Some(given) = session.assignment(place) {
        told.push(format!("  {}", lines::people(&given.lead, &given.support, lang).join("  ")));
    }
    told.extend(
        session.account(place).map(|account| format!("  {}", lines::account(account, lang))),
    );
    told
}

fn of_decision(session: &Session, id: &RecordId, lang: Lang) -> Vec<String> {
    let mut told: Vec<String> = lines::decision(session, id, lang).into_iter().collect();
    told.extend(session.reason_of(id, lang).map(|reason| format!("  {reason}")));
    told
}

fn counted(chapters: &[Chapter], lang: Lang) -> String {
    let count: usize = chapters.iter().map(|chapter| chapter.events.len()).sum();
    let meetings = chapters.iter().filter(|chapter| chapter.snapshot.is_meeting()).count();
    let said = match count {
        0 => Said::Nothing,
        _ => Said::Counted { count: count.to_string(), meetings: meetings.to_string() },
    };
    format!("  {}", said.text(lang))
}

/// The name of a meeting with its commit, then what happened: a line each.
fn lines_of(chapter: &Chapter, commit: Option<String>, lang: Lang) -> Vec<String> {
    let mut heading = vec![chapter.name.clone()];
    heading.extend(commit.map(|commit| format!("{} {commit}", Story::Commit.text(lang))));
    let mut told = vec![String::new(), heading.join("  ")];
    // Of a meeting the day is its heading's.
    let own = chapter.snapshot.day().filter(|_| chapter.snapshot.is_meeting());
    told.extend(chapter.events.iter().map(|event| {
        let day = event.on.filter(|on| Some(*on) != own);
        let day = day.map_or_else(String::new, |day| format!("{day}  "));
        format!("  {day}{}  [{}]", event.text, event.record)
    }));
    told
}

fn value(
    session: &Session,
    of: &Subject,
    chapters: &[Chapter],
    commits: &BTreeMap<String, Brought>,
    lang: Lang,
) -> Value {
    let (id, title, light, reason) = match of {
        Subject::Row(place) => (
            place.to_string(),
            session.plan.find(*place).map(|found| found.title().to_owned()),
            session.verdict(*place).and_then(|verdict| verdict.light),
            session.reason(*place, lang),
        ),
        Subject::Decision(id) => (
            id.to_string(),
            session.state().standing(id).map(|now| now.text),
            session.judged(id).and_then(|verdict| verdict.light),
            session.reason_of(id, lang),
        ),
    };
    let chapters = chapters.iter().map(|chapter| {
        let commit = commits.get(&file_name(&chapter.snapshot)).map(|one| one.commit.as_str());
        let events = chapter
            .events
            .iter()
            .map(|event| json::told(&event.record, event.on, event.kind, &event.text));
        json::chapter(&chapter.snapshot, &chapter.name, commit, &events.collect::<Vec<_>>())
    });
    let light = json::standing(light, &reason.unwrap_or_default());
    json::joined(
        json::joined(json::titled(&id, &title.unwrap_or_default()), light),
        json::field("chapters", json::array(chapters.collect())),
    )
}
