//! What people call a state of a book: 上次, 本次, a meeting's number, a snapshot's id, a day, a git
//! revision; and that state, read.

use std::borrow::Cow;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::hand::unopened;
use super::name::plain;
use crate::app::script::folded;
use crate::app::submit;
use crate::format::ron::{self, Limits};
use crate::judge::Grounds;
use crate::ledger::{Snapshot, SnapshotId, sentence, snapshot};
use crate::plan::{FORMAT, Plan};
use crate::shell::args::{Scope, Settings};
use crate::shell::book::plans::{self, Earlier};
use crate::shell::book::site::file_name;
use crate::shell::book::{Book, head, lines};
use crate::shell::failure::{Failure, FailureKind};
use crate::words::Joint;
use crate::words::compare::{Compared, Unnamed};
use crate::words::joint::Aside;
use crate::words::printed::Printed;

/// A state of a book, and how it is called.
#[derive(Debug)]
pub(super) struct Moment<'a> {
    /// What is on record.
    pub(super) state: Cow<'a, Snapshot>,
    /// The plan of that time, where it was read with it.
    plan: Option<Box<Plan>>,
    /// The day on which it is judged.
    pub(super) today: NaiveDate,
    /// `第3次重点工作调度会 2023-08-11`
    pub(super) title: String,
    /// What is odd, for people.
    pub(super) told: Option<String>,
}

/// What a name names.
enum Named {
    /// What is open, or everything so far.
    Now,
    /// A sealed snapshot, and what is to be said of it.
    Sealed(SnapshotId, Option<Unnamed>),
}

impl<'a> Moment<'a> {
    /// The state that a name names.
    ///
    /// # Errors
    /// That it names nothing, several, or what cannot be read.
    pub(super) fn find(book: &'a Book, text: &str, settings: &Settings) -> Result<Self, Failure> {
        let found = named(book, text).map_err(|why| misuse(&why, settings))?;
        let moment = match found {
            Some(Named::Now) => return Ok(Self::now(book, settings)),
            Some(Named::Sealed(id, told)) => {
                let sealed = Self::sealed(book, &id, settings)?;
                let told = told.map(|told| told.text(settings.lang)).or(sealed.told.clone());
                Self { told, ..sealed }
            }
            None => Self::revision(book, text, settings)?,
        };
        let (theirs, ours) = (moment.state.plan_id(), book.session.plan.id.as_str());
        if theirs != ours {
            let why = Unnamed::OtherPlan {
                name: text.to_owned(),
                theirs: theirs.to_owned(),
                ours: ours.to_owned(),
            };
            return Err(Failure::new(FailureKind::Unreadable, why.text(settings.lang)));
        }
        Ok(moment)
    }

    /// The last closed meeting; the founding snapshot while there was none.
    pub(super) fn last(book: &'a Book, settings: &Settings) -> Result<Self, Failure> {
        let last = book.session.last_meeting.as_ref().map(|meeting| meeting.id.clone());
        Self::sealed(book, &last.unwrap_or_else(SnapshotId::adopted), settings)
    }

    /// What is open, or everything so far.
    pub(super) fn now(book: &'a Book, settings: &Settings) -> Self {
        let (session, lang) = (&book.session, settings.lang);
        let mut title = Compared::Now.text(lang).to_owned();
        if session.open.is_some() {
            let held = sentence::of_held(&session.state().kind, lang);
            title = format!("{held} {}", Printed::Open.text(lang));
        }
        Self {
            state: Cow::Borrowed(session.state()),
            plan: None,
            today: session.today,
            title,
            told: None,
        }
    }

    /// On what it is judged.
    pub(super) fn grounds(&'a self, book: &'a Book) -> Grounds<'a> {
        Grounds {
            plan: self.plan.as_deref().unwrap_or(&book.session.plan),
            state: &self.state,
            rule: &book.session.rule,
            today: self.today,
        }
    }

    fn sealed(book: &'a Book, id: &SnapshotId, settings: &Settings) -> Result<Self, Failure> {
        let session = &book.session;
        if session.sealed.id() == *id {
            return Ok(Self::known(book, Cow::Borrowed(&session.sealed), settings));
        }
        if book.site.snapshot(id).symlink_metadata().is_err() {
            let why = Unnamed::Missing { name: id.to_string() };
            return Err(Failure::new(FailureKind::Unreadable, why.text(settings.lang)));
        }
        let read = head::read(&book.site, id).map_err(|why| unopened(&why, settings))?;
        // A joining may have given other names to what it stands on.
        let known = lines::as_known(read, &session.sealed);
        Ok(Self::known(book, Cow::Owned(book.shown(known)), settings))
    }

    /// A sealed state, with the plan of its time where that read otherwise.
    fn known(book: &Book, state: Cow<'a, Snapshot>, settings: &Settings) -> Self {
        if settings.scope != Scope::Desk {
            // The plan of that time may lie in git, and nothing that a guest asks for runs it.
            return Self::of(book, state, None, settings);
        }
        let session = &book.session;
        let is_ours = state.plan_id() == session.plan.id;
        let now = (&session.plan, session.digest.as_str());
        let (plan, told) = match plans::at(&book.site, &state, now) {
            Earlier::Other(plan) => (Some(plan), None),
            Earlier::Lost if is_ours => {
                (None, Some(Unnamed::PlanLost { name: state.id().to_string() }))
            }
            Earlier::Lost | Earlier::Same => (None, None),
        };
        let told = told.map(|told| told.text(settings.lang));
        Self { told, ..Self::of(book, state, plan, settings) }
    }

    fn of(
        book: &Book,
        state: Cow<'a, Snapshot>,
        plan: Option<Box<Plan>>,
        settings: &Settings,
    ) -> Self {
        let title = sentence::of_held(&state.kind, settings.lang);
        // The plan as adopted stands at the beginning of its year.
        let today = state.stood_on().unwrap_or(book.session.plan.period.from);
        Self { state, plan, today, title, told: None }
    }

    /// The newest snapshot of a revision, with its plan.
    fn revision(book: &Book, text: &str, settings: &Settings) -> Result<Self, Failure> {
        let lang = settings.lang;
        let nothing = || misuse(&Unnamed::Nothing { text: text.to_owned() }, settings);
        // Nothing that a guest asks for runs git.
        let repo = book.site.repo().filter(|_| settings.scope == Scope::Desk);
        let Some(repo) = repo else {
            return Err(misuse(&Unnamed::NoRepository { text: text.to_owned() }, settings));
        };
        let refused =
            |why: crate::words::NotCommitted| Failure::new(FailureKind::Unreadable, why.text(lang));
        let names = repo.names_at(text, &book.site.snapshots()).map_err(refused)?;
        let names = names.ok_or_else(nothing)?;
        let ids: BTreeSet<SnapshotId> =
            names.iter().filter_map(|name| name.strip_suffix(".ron")?.parse().ok()).collect();
        let Some(greatest) = ids.last() else {
            return Err(misuse(&Unnamed::NoSnapshot { text: text.to_owned() }, settings));
        };
        let file = |id: &SnapshotId| book.site.snapshot(id);
        let read = repo.files_at(text, &[file(greatest), book.site.plan()]).map_err(refused)?;
        let mut read = read.into_iter();
        let first = snapshot_of(read.next().flatten(), greatest, (text, settings))?;
        let plan = read.next().flatten().map(|bytes| ron::read(&bytes, Limits::of(FORMAT)));
        let told = matches!(plan, Some(Err(_)))
            .then(|| Unnamed::PlanNow { text: text.to_owned() }.text(lang));
        let plan: Option<Box<Plan>> = plan.and_then(Result::ok);
        let lacks = |state: &Snapshot| -> Vec<SnapshotId> {
            let has = |id: &&SnapshotId| **id != state.id() && state.meetings.seal(id).is_none();
            ids.iter().filter(has).cloned().collect()
        };
        let rest = lacks(&first);
        let mut newest = Some(first);
        if !rest.is_empty() {
            let files: Vec<_> = rest.iter().map(file).collect();
            let read = repo.files_at(text, &files).map_err(refused)?;
            let others = rest.iter().zip(read);
            let others = others.map(|(id, bytes)| snapshot_of(bytes, id, (text, settings)));
            let others: Vec<Snapshot> = others.collect::<Result<_, _>>()?;
            newest = others.into_iter().find(|state| lacks(state).is_empty());
        }
        let Some(newest) = newest else {
            let ends: Vec<String> =
                rest.iter().chain([greatest]).map(ToString::to_string).collect();
            let why = Unnamed::TwoLines {
                text: text.to_owned(),
                names: ends.join(Joint::List.text(lang)),
            };
            return Err(Failure::new(FailureKind::Conflict, why.text(lang)));
        };
        let mut moment = Self::of(book, Cow::Owned(newest), plan, settings);
        let aside = text.to_owned();
        moment.title = Aside::Beside { text: moment.title, aside }.text(lang);
        moment.told = told;
        Ok(moment)
    }
}

/// What a name names in the book itself; none for what can only be a revision.
fn named(book: &Book, text: &str) -> Result<Option<Named>, Unnamed> {
    let session = &book.session;
    let text = text.trim();
    let plain = plain(text);
    match folded(&plain).as_ref() {
        "本次" | "现在" | "now" | "this" => return Ok(Some(Named::Now)),
        "上次" | "last" => {
            let last = session.last_meeting.as_ref().ok_or(Unnamed::NoMeeting)?;
            return Ok(Some(Named::Sealed(last.id.clone(), None)));
        }
        "建账" | "adopted" => return Ok(Some(Named::Sealed(SnapshotId::adopted(), None))),
        _ => {}
    }
    let number = plain.strip_prefix('第').and_then(|rest| rest.strip_suffix('次'));
    let number = number.unwrap_or(&plain).parse().ok().and_then(|nth| session.numbered(nth));
    // A second line of meetings lies in its files, and in no chain of this one.
    let is_there =
        |id: &SnapshotId| session.is_taken(id) || book.site.snapshot(id).symlink_metadata().is_ok();
    let id = plain.parse().ok().filter(is_there).or(number);
    if let Some(id) = id {
        return Ok(Some(if session.is_open(&id) { Named::Now } else { Named::Sealed(id, None) }));
    }
    let is_date = plain.parse::<NaiveDate>().is_ok() || plain.contains(['月', '-']);
    match submit::past_day(session, &plain).filter(|_| is_date) {
        Some(day) => on_day(book, &plain, day).map(Some),
        None => Ok(None),
    }
}

/// The snapshot of a day, or the last one before it.
fn on_day(book: &Book, text: &str, day: NaiveDate) -> Result<Named, Unnamed> {
    let sealed = &book.session.sealed;
    let newest = sealed.id();
    let chain: Vec<&SnapshotId> =
        sealed.meetings.iter().map(|(id, _)| id).chain([&newest]).collect();
    let of_day: Vec<&&SnapshotId> = chain.iter().filter(|id| id.day() == Some(day)).collect();
    match of_day.as_slice() {
        [one] => return Ok(Named::Sealed((**one).clone(), None)),
        [] => {}
        several => {
            let names: Vec<String> = several.iter().map(ToString::to_string).collect();
            return Err(Unnamed::Several { text: text.to_owned(), names: names.join("、") });
        }
    }
    let before = chain.into_iter().rev().find(|id| id.day().is_none_or(|own| own < day));
    let id = before.cloned().unwrap_or_else(SnapshotId::adopted);
    let told = Unnamed::Before { text: day.to_string(), name: id.to_string() };
    Ok(Named::Sealed(id, Some(told)))
}

fn snapshot_of(
    bytes: Option<Vec<u8>>,
    id: &SnapshotId,
    (text, settings): (&str, &Settings),
) -> Result<Snapshot, Failure> {
    let read = ron::read(&bytes.unwrap_or_default(), Limits::of(snapshot::FORMAT));
    read.map_err(|why| {
        let (text, file) = (text.to_owned(), file_name(id));
        let why = Unnamed::InGit { text, file, why: why.what.text(settings.lang) };
        Failure::new(FailureKind::Unreadable, why.text(settings.lang))
    })
}

fn misuse(why: &Unnamed, settings: &Settings) -> Failure {
    Failure::new(FailureKind::Usage, why.text(settings.lang))
}
