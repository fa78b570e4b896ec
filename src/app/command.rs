//! The one table of commands: names, keys, and when each works.
//!
//! Keymap, footer, palette, F1, README and man page are read from it, so they cannot disagree. The
//! first keys of a row pass through a Chinese input method; the letters are a second layer.

use super::key::Key;
use super::seat::{Offer, Screen, Seat};
use super::session::Session;
use crate::words::{Do, Notice};

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Command {
    /// What it does, by name.
    pub what: Do,
    /// Keys that an input method lets through.
    pub keys: &'static [Key],
    /// Letters, for those who type with the input method off.
    pub letters: &'static [Key],
    /// Where it works.
    pub works: Works,
    /// Whether the footer shows it where it works.
    pub shown: bool,
}

/// Where a command works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Works {
    /// On every screen.
    Everywhere,
    /// Where rows can be pointed at.
    OnRows,
    /// On the page of one task.
    OnTask,
    /// On the list of tasks.
    OnTasks,
    /// While a meeting is open.
    InMeeting,
    /// The same, where F2 does not confirm what the screen shows.
    Deciding,
    /// On the meeting's own screen or on a list, where a record is pointed at.
    OnRecord,
    /// When a meeting was closed.
    AfterMeeting,
    /// When a meeting is open or was closed.
    OfMeeting,
    /// When the meeting that is open, or the last one, decided something.
    Decided,
    /// Between meetings, when something was recorded.
    InInterval,
    /// When a snapshot is sealed and not committed.
    Uncommitted,
    /// When there are two lines of meetings.
    Forked,
    /// In a practice that is not through.
    Practising,
}

const fn row(
    what: Do,
    keys: &'static [Key],
    letters: &'static [Key],
    works: Works,
    shown: bool,
) -> Command {
    Command { what, keys, letters, works, shown }
}

/// All commands, in the order in which people read them.
pub const COMMANDS: &[Command] = &[
    row(Do::Help, &[Key::F(1), Key::Char('?')], &[], Works::Everywhere, true),
    row(Do::Decide, &[Key::F(2)], &[Key::Char('a')], Works::Deciding, true),
    row(Do::Read, &[Key::F(3)], &[Key::Char('r')], Works::Everywhere, true),
    row(Do::Palette, &[Key::F(4), Key::Char(':')], &[], Works::Everywhere, true),
    row(Do::Cast, &[Key::F(5)], &[], Works::InMeeting, false),
    row(Do::Reviews, &[Key::F(6)], &[], Works::Everywhere, false),
    row(Do::ReadBack, &[Key::F(7)], &[], Works::Decided, true),
    row(Do::Meeting, &[Key::F(8)], &[Key::Char('m')], Works::Everywhere, true),
    row(Do::Looks, &[Key::F(9)], &[], Works::Everywhere, false),
    row(Do::Quit, &[Key::F(10), Key::Ctrl('q')], &[], Works::Everywhere, true),
    row(Do::NextItem, &[Key::Ctrl('n')], &[], Works::InMeeting, true),
    row(Do::PreviousItem, &[Key::Ctrl('p')], &[], Works::InMeeting, true),
    row(Do::Undo, &[Key::Ctrl('z')], &[Key::Char('u')], Works::Everywhere, true),
    row(Do::Redo, &[Key::Ctrl('y')], &[Key::Char('U')], Works::Everywhere, true),
    row(Do::Search, &[Key::Char('/')], &[], Works::Everywhere, true),
    row(Do::Register, &[Key::Ctrl('t')], &[], Works::Everywhere, true),
    row(Do::Compare, &[Key::Ctrl('d')], &[Key::Char('d')], Works::Everywhere, false),
    row(Do::Story, &[Key::Ctrl('r')], &[], Works::OnRecord, false),
    row(Do::Open, &[Key::Enter], &[Key::Char('l')], Works::OnRows, false),
    row(Do::Back, &[Key::Esc], &[Key::Char('h'), Key::Char('q')], Works::Everywhere, false),
    row(Do::Up, &[Key::Up], &[Key::Char('k')], Works::OnRows, false),
    row(Do::Down, &[Key::Down], &[Key::Char('j')], Works::OnRows, false),
    row(Do::PageUp, &[Key::PageUp], &[], Works::OnRows, false),
    row(Do::PageDown, &[Key::PageDown], &[], Works::OnRows, false),
    row(Do::Home, &[Key::Home], &[Key::Char('g')], Works::OnRows, false),
    row(Do::End, &[Key::End], &[Key::Char('G')], Works::OnRows, false),
    row(Do::NextPane, &[Key::Tab], &[], Works::OnRows, false),
    row(Do::PreviousPane, &[Key::BackTab], &[], Works::OnRows, false),
    row(Do::NextTask, &[Key::Char(']')], &[], Works::OnTask, true),
    row(Do::PreviousTask, &[Key::Char('[')], &[], Works::OnTask, true),
    row(Do::Mark, &[Key::Char(' ')], &[], Works::OnTasks, true),
    row(Do::Withdraw, &[Key::Delete], &[], Works::OnRecord, false),
    row(Do::ClearLine, &[Key::Ctrl('u')], &[], Works::InMeeting, false),
    row(Do::Desk, &[], &[], Works::InMeeting, false),
    row(Do::Before, &[Key::Ctrl('o')], &[], Works::Everywhere, true),
    row(Do::Agenda, &[Key::Ctrl('g')], &[], Works::Everywhere, true),
    row(Do::SignIn, &[], &[], Works::InMeeting, false),
    row(Do::Pending, &[], &[], Works::Everywhere, false),
    row(Do::Overview, &[], &[], Works::Everywhere, false),
    row(Do::Tasks, &[], &[Key::Char('t')], Works::Everywhere, false),
    row(Do::Assign, &[], &[Key::Char('s')], Works::Everywhere, false),
    row(Do::Sheet, &[], &[], Works::OnRecord, false),
    row(Do::Correct, &[], &[], Works::OnRecord, false),
    row(Do::CorrectMeeting, &[], &[], Works::AfterMeeting, false),
    row(Do::Sign, &[], &[], Works::AfterMeeting, false),
    row(Do::Amend, &[], &[], Works::OnRecord, false),
    row(Do::Account, &[], &[], Works::Everywhere, false),
    row(Do::Figures, &[], &[], Works::Everywhere, false),
    row(Do::BuildAgenda, &[], &[], Works::Everywhere, false),
    row(Do::Light, &[], &[], Works::Everywhere, false),
    row(Do::Seal, &[], &[], Works::InInterval, false),
    row(Do::Commit, &[], &[], Works::Uncommitted, false),
    row(Do::Join, &[], &[], Works::Forked, false),
    row(Do::Papers, &[Key::Ctrl('x')], &[], Works::OfMeeting, false),
    row(Do::Print, &[Key::F(12)], &[Key::Char('p')], Works::Everywhere, false),
    row(Do::Hints, &[], &[], Works::Everywhere, false),
    row(Do::Skip, &[Key::Ctrl('f')], &[], Works::Practising, true),
    row(Do::Preview, &[Key::F(11)], &[], Works::OfMeeting, false),
    row(Do::Copy, &[Key::Ctrl('c')], &[Key::Char('y')], Works::Everywhere, false),
    row(Do::Mouse, &[], &[], Works::Everywhere, false),
    row(Do::Redraw, &[Key::Ctrl('l')], &[], Works::Everywhere, false),
];

/// The command whose key this is before anybody chose.
pub(super) fn command_with(key: Key) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.keys.contains(&key) || command.letters.contains(&key))
}

/// Why a command does not work now; none when it does.
pub fn refusal(what: Do, session: &Session, seat: &Seat) -> Option<Notice> {
    let command = COMMANDS.iter().find(|command| command.what == what)?;
    let works = match command.works {
        Works::InMeeting | Works::Deciding if session.meeting().is_none() => {
            return Some(Notice::NoMeeting);
        }
        Works::OfMeeting if session.meeting().is_none() && session.last_meeting.is_none() => {
            return Some(Notice::NoMeetingYet);
        }
        Works::Decided if session.read_back().is_empty() => return Some(Notice::NothingDecided),
        Works::Everywhere | Works::InMeeting | Works::OfMeeting | Works::Decided => true,
        Works::Deciding => {
            !matches!(seat.screen(), Screen::Form(_) | Screen::Pasted(_) | Screen::Gate { .. })
        }
        Works::OnRows => has_rows(seat),
        Works::OnTask => matches!(seat.screen(), Screen::Task { .. }),
        Works::OnTasks => matches!(seat.screen(), Screen::Tasks { .. }),
        Works::OnRecord => has_rows(seat) || matches!(seat.screen(), Screen::Meeting),
        Works::AfterMeeting => session.last_meeting.is_some(),
        Works::InInterval => session.meeting().is_none() && session.open.is_some(),
        Works::Forked => session.fork.is_some(),
        Works::Practising => {
            seat.practice.as_ref().is_some_and(|practice| practice.job().is_some())
        }
        Works::Uncommitted => session.keeping.uncommitted.is_some(),
    };
    if works { writes_refused(what, session) } else { Some(Notice::NotNow) }
}

/// Commands that would write say so before anything is typed.
fn writes_refused(what: Do, session: &Session) -> Option<Notice> {
    // Two lines are joined by the key that else opens a meeting, and a choice can be taken back.
    if session.fork.is_some() && matches!(what, Do::Meeting | Do::Undo | Do::Redo) {
        return None;
    }
    let writes = matches!(
        what,
        Do::Decide
            | Do::Read
            | Do::Undo
            | Do::Redo
            | Do::Withdraw
            | Do::Assign
            | Do::Sheet
            | Do::Correct
            | Do::CorrectMeeting
            | Do::Sign
            | Do::Amend
            | Do::Figures
            | Do::BuildAgenda
            | Do::Light
            | Do::Seal
            | Do::Commit
            | Do::Meeting
    );
    let why = session.keeping.read_only.clone().filter(|_| writes)?;
    Some(Notice::ReadOnly { why })
}

fn has_rows(seat: &Seat) -> bool {
    !matches!(seat.screen(), Screen::Form(_) | Screen::Meeting | Screen::Pasted(_))
}

/// The commands that the footer shows now, with their first keys.
pub fn footer(session: &Session, seat: &Seat) -> Vec<Offer> {
    offers(session, seat).into_iter().filter(|(command, _)| command.shown).map(|(_, o)| o).collect()
}

/// Every command that works now.
pub fn offers(session: &Session, seat: &Seat) -> Vec<(&'static Command, Offer)> {
    COMMANDS
        .iter()
        .filter(|command| refusal(command.what, session, seat).is_none())
        .map(|command| {
            let key = seat.keymap.keys(command).first().copied();
            (command, Offer { command: command.what, key })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Keymap;

    #[test]
    fn no_key_means_two_things() {
        let mut seen = Vec::new();
        for key in COMMANDS.iter().flat_map(|command| command.keys.iter().chain(command.letters)) {
            assert!(!seen.contains(key), "{key:?}");
            seen.push(*key);
        }
    }

    #[test]
    fn full_width_twins_are_commands_too() {
        let keys = Keymap::default();
        assert_eq!(keys.of_key(Key::Char('：')), Some(Do::Palette));
        assert_eq!(keys.of_key(Key::Char('、')), Some(Do::Search));
        assert_eq!(keys.of_key(Key::Char('】')), Some(Do::NextTask));
        assert_eq!(keys.of_key_in_text(Key::Char('a')), None);
    }
}
