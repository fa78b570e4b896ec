//! What a desk holds, drawn or told in lines: the writer, the draft, what its reviewers leave, its person's
//! settings and the lock. What it asks of the world is carried out here, one way for both.

use crate::app::copying::Copied;
use crate::app::{Effect, Seat, Session};
use crate::shell::book::Site;
use crate::shell::draft::Draft;
use crate::shell::failure::{Failure, FailureKind};
use crate::shell::lock::Lock;
use crate::shell::marks::{self, Marks};
use crate::shell::perform::writer::Writer;
use crate::shell::person::Person;
use crate::shell::printing::Print;
use crate::shell::spot::Beacon;
use crate::shell::watch::Watch;
use crate::words::Lang;
use crate::words::printed::Refused;

/// What a desk holds.
pub(super) struct Hands {
    /// None until what is first seen is out, and when it has finished.
    pub(super) writer: Option<Writer>,
    /// None until what is first seen is out.
    pub(super) ears: Option<Ears>,
    pub(super) draft: Draft,
    pub(super) person: Person,
    /// None at a desk that only looks: the draft is another's then. It goes last.
    pub(super) lock: Option<Lock>,
}

/// What whoever draws or tells does itself.
pub(super) enum Own {
    Quit,
    Redraw,
    Copy(Copied),
}

impl Hands {
    /// Carries out what is asked of the world; gives back what is not theirs.
    pub(super) fn take(
        &mut self,
        session: &Session,
        seat: &mut Seat,
        effect: Effect,
    ) -> Option<Own> {
        match effect {
            Effect::Quit => return Some(Own::Quit),
            Effect::Redraw => return Some(Own::Redraw),
            Effect::Copy(what) => return Some(Own::Copy(what)),
            Effect::Prefer(change) => self.person.prefer(seat, &change),
            Effect::Spot(spot) => {
                if let Some(beacon) = self.ears.as_ref().and_then(|ears| ears.beacon.as_ref()) {
                    beacon.set(spot);
                }
            }
            Effect::Draft(text) => {
                let open = session.meeting().map(|meeting| &meeting.id);
                if self.lock.is_some() {
                    self.draft.set(open, &text);
                }
            }
            Effect::Print(to) => {
                if let Some(writer) = &self.writer {
                    writer.print(Print::of(session, seat, to));
                }
            }
            effect => {
                if let Some(writer) = &self.writer {
                    writer.ask(effect);
                }
            }
        }
        None
    }

    /// Reads what reviewers left.
    pub(super) fn hear_reviewers(&mut self, session: &mut Session) {
        if let Some(ears) = &mut self.ears {
            ears.read(session);
        }
    }

    /// Waits for the disk; whether every thread came to its end.
    pub(super) fn finish(&mut self) -> bool {
        self.writer.take().is_none_or(Writer::finish)
    }
}

/// What the disk refused until the end, or that a thread of the writer left something undone.
pub(super) fn unsaved(session: &Session, finished: bool, lang: Lang) -> Option<Failure> {
    if !finished {
        return Some(Failure::new(FailureKind::Bug, Refused::Crashed.text(lang)));
    }
    let keeping = &session.keeping;
    let why = keeping.failed.as_ref().filter(|_| !keeping.pending.is_empty())?;
    let count = keeping.pending.len().to_string();
    let unsent = Refused::Unsent { count }.text(lang);
    Some(Failure::new(FailureKind::Unreadable, unsent).hint(why))
}

/// Between this desk and its reviewers: it tells where it is, and hears what they leave. Without them
/// the meeting goes on.
pub(super) struct Ears {
    site: Site,
    /// None at a desk that only looks: there is another that is followed.
    beacon: Option<Beacon>,
    watch: Option<Watch>,
    marks: Marks,
}

impl Ears {
    pub(super) fn open(site: Site, lock: Option<&Lock>, heard: impl Fn() + Send + 'static) -> Self {
        if lock.is_some() {
            marks::make(&site);
        }
        let beacon = lock.and_then(|_| Beacon::new(site.spot()).ok());
        let watch = Watch::start(heard).ok();
        Self { site, beacon, watch, marks: Marks::default() }
    }

    /// Reads what reviewers left on what is open.
    fn read(&mut self, session: &mut Session) {
        let open = session.state().id();
        if let Some(watch) = &self.watch {
            let _ = watch.add(&self.site.marks());
            let _ = watch.add(&self.site.marks_on(&open));
        }
        if self.marks.refresh(&self.site, &open) {
            session.marks = self.marks.marks();
            session.readers = self.marks.readers();
        }
    }
}
