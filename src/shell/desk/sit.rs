//! Sitting down at the desk, drawn or told in lines: by what right, in what taste, and where the person was.

use std::time::Duration;

use crate::app::sight::Origin;
use crate::app::tip;
use crate::app::{self, Practice, Screen, Seat, Session};
use crate::shell::args::{self, Settings};
use crate::shell::book::{Book, Right, Site};
use crate::shell::clock::Clock;
use crate::shell::draft;
use crate::shell::eyes::looks;
use crate::shell::habits::Kept;
use crate::shell::holder::holder;
use crate::shell::lock::Lock;
use crate::shell::person::Person;
use crate::shell::terminal::depth::Claims;
use crate::words::{Joint, Lang, Notice};

/// Why somebody sits down.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    Work,
    Practice,
}

/// The lock, or the reason for only looking. The desk does not wait: whoever holds it sits there.
pub(super) fn right(site: &Site, clock: Clock, lang: Lang) -> (Right, Option<Lock>) {
    if let Err(why) = site.make_state() {
        return (Right::Barred(why.sentence(lang)), None);
    }
    let since = clock.now().format("%H:%M").to_string();
    match Lock::take(&site.state(), &holder(&since), Duration::ZERO) {
        Ok(lock) => (Right::Write, Some(lock)),
        Err(why) => (Right::Barred(why.sentence(lang)), None),
    }
}

/// A seat as this person likes it, at this terminal.
pub(super) fn seat_for(
    person: &Person,
    size: (u16, u16),
    claims: Claims,
    settings: &Settings,
) -> Seat {
    let mut seat = Seat::new(size, settings.lang);
    let (taste, ground) = looks(person, &claims, settings);
    seat.ground = ground;
    seat.wear(taste);
    let program = args::version().trim().to_owned();
    seat.origin = Origin { program, terminal: claims.term, ..Origin::default() };
    seat
}

/// The practice begins, if somebody sits down for it.
pub(super) fn begin_practice(seat: &mut Seat, session: &Session, why: Why) {
    if why == Why::Practice {
        seat.practice = Some(Practice::begin(session));
        // What is in the practice book was put there: nobody has lost it.
        seat.notice = seat.notice.take().filter(|_| seat.alarm);
    }
}

/// What is said to whoever sits down: what is practised, else what there is besides.
pub(super) fn welcome(seat: &mut Seat, session: &Session, why: Why) -> Kept {
    begin_practice(seat, session, why);
    let kept = Kept::here();
    seat.habits = kept.habits();
    tip::begin(session, seat);
    kept
}

/// Where the person was: in the meeting that is open, with what was being typed here. What another
/// desk is typing is its own.
pub(super) fn sit_down(book: &Book, seat: &mut Seat, lock: Option<&Lock>) {
    if let Some(meeting) = book.session.meeting() {
        seat.go(Screen::Meeting);
        app::line::bind_current(&book.session, seat);
        let typed = lock.and_then(|_| draft::read(&book.site.draft(), &meeting.id));
        if let Some(text) = typed {
            app::line::give_back(seat, &text);
        }
        if book.recovered > 0 {
            seat.say(Notice::Recovered { count: book.recovered.to_string() });
        }
    }
    if book.session.fork.is_some() {
        app::page::join::begin(&book.session, seat);
    } else if let Some(why) = &book.session.keeping.read_only {
        seat.warn(Notice::ReadOnly { why: why.clone() });
    } else if !book.told.is_empty() {
        let what = book.told.join(Joint::Apart.text(seat.lang));
        seat.warn(Notice::Told { what });
    }
}
