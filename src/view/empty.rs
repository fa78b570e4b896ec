//! Where there is nothing to show: what is not there, and the key that goes on from it. It never names
//! a key that does nothing there.

use super::style::Role;
use super::subject::Subject;
use super::{compare, register};
use crate::app::seat::Hands;
use crate::app::{Screen, command, rows};
use crate::words::empty::{Nothing, Onward};
use crate::words::{Do, Guest, Label, Sign};

/// What is not there, with the first way onward that works now. A seat that only reads has keys of its
/// own, and they stand at its foot.
pub fn text(subject: Subject<'_>, what: &str, ways: &[Onward]) -> String {
    let leaves = subject.seat.over.is_some() || subject.seat.screens().nth(1).is_some();
    let open = |way: &&Onward| {
        let does = command_of(**way);
        (**way != Onward::Back || leaves)
            && does
                .is_none_or(|does| command::refusal(does, subject.session, subject.seat).is_none())
    };
    let way = ways.iter().find(open).filter(|_| subject.seat.hands == Hands::Record);
    let Some(way) = way else { return what.to_owned() };
    let onward = subject.says(way);
    subject.says(&Nothing::Next { what: what.to_owned(), onward })
}

/// What a screen says where it has no rows, or none of those that one looks for there; nothing where it has.
pub fn here(subject: Subject<'_>) -> Option<(String, Role)> {
    let (session, screen) = (subject.session, subject.seat.screen());
    let panes = rows::panes(session, screen);
    let decided = panes.iter().any(|pane| pane.label == Label::Decisions);
    let rows = panes.last().is_some_and(|pane| pane.rows.end > 0);
    let sign = |sign, ways: &[Onward], role| Some((text(subject, subject.sign(sign), ways), role));
    match screen {
        Screen::Overview { .. } if !decided => Some(overview(subject)),
        Screen::Task { .. } if !decided => sign(Sign::NoDecisionsHere, RECORD, Role::Hint),
        Screen::Lists { .. } if session.lists().is_empty() => {
            sign(Sign::NothingToTalkOf, &[Onward::OpenMeeting, Onward::Back], Role::Good)
        }
        _ if rows => None,
        Screen::Tasks { .. } | Screen::Account { .. } => {
            sign(Sign::NoTasks, &[Onward::Back], Role::Hint)
        }
        Screen::SignIn { .. } => sign(Sign::NoOffices, &[Onward::Back], Role::Hint),
        Screen::Gate { .. } => sign(Sign::NoGaps, &[Onward::Seal], Role::Good),
        Screen::Agenda { .. } => sign(Sign::NoAgenda, &[Onward::Add], Role::Hint),
        Screen::Pending { .. } => sign(Sign::NothingPending, &[Onward::Back], Role::Good),
        Screen::ReadBack { .. } => sign(Sign::NothingDecided, &[Onward::Back], Role::Hint),
        Screen::Office { .. } => sign(Sign::NoDecisionsOpen, RECORD, Role::Hint),
        Screen::Register(_) => Some((register::empty(subject), Role::Hint)),
        Screen::Compare(of) => Some((compare::nothing(subject, of), Role::Hint)),
        Screen::Reviews { .. } => {
            let none = Guest::NoMarks.text(subject.lang());
            Some((text(subject, none, &[Onward::Back]), Role::Hint))
        }
        _ => None,
    }
}

/// The first screen of a new book says how a meeting is opened, any other that nothing is open.
fn overview(subject: Subject<'_>) -> (String, Role) {
    let session = subject.session;
    let never = session.meeting().is_none() && session.last_meeting.is_none();
    let sign = if never && subject.seat.hands == Hands::Record {
        Sign::NoMeetingYet
    } else {
        Sign::NoDecisionsOpen
    };
    (text(subject, subject.sign(sign), RECORD), Role::Hint)
}

/// The command of a way; none where the screen itself has the key.
fn command_of(way: Onward) -> Option<Do> {
    match way {
        Onward::OpenMeeting => Some(Do::Meeting),
        Onward::Decide => Some(Do::Decide),
        Onward::Read => Some(Do::Read),
        Onward::Register => Some(Do::Register),
        Onward::Seal
        | Onward::Add
        | Onward::Clear
        | Onward::NextOffice
        | Onward::AnotherSort
        | Onward::MoveEnd
        | Onward::Back => None,
    }
}

/// Where a decision could stand: it is recorded in a meeting, which is opened first.
pub const RECORD: &[Onward] = &[Onward::Decide, Onward::OpenMeeting, Onward::Back];
