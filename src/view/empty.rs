//! Where there is nothing to show: what is not there, and the key that goes on from it. It never names
//! a key that does nothing there.

use super::subject::Subject;
use crate::app::command;
use crate::app::seat::Hands;
use crate::words::Do;
use crate::words::empty::{Nothing, Onward};

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
