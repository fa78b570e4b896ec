//! Whoever moved a command to another key never reads its old one.

use super::*;
use crate::app::command::COMMANDS;
use crate::app::copying::{self, Copied};
use crate::app::keymap::code;
use crate::app::tip::TIPS;
use crate::app::{Keymap, Taste};
use crate::plan::Table;
use crate::view::subject::Subject;
use crate::words::prints::CopySays;
use crate::words::{Do, GuestSays};

/// Every command that may be moved, on a key that none of them has; what is typed stays.
fn moved() -> Taste {
    let movable = COMMANDS.iter().filter(|command| {
        command.keys.iter().any(|key| matches!(key, Key::F(_) | Key::Ctrl(_) | Key::Char('/')))
    });
    let keys = (13..=24).map(|nth| format!("f{nth}"));
    let keys = keys.chain(('a'..='z').map(|letter| format!("alt-{letter}")));
    let rows = movable.zip(keys).map(|(command, key)| (code(command.what), vec![key]));
    let keys: Table<String, Vec<String>> = rows.collect();
    assert!(Keymap::read(&keys).is_ok());
    Taste { keys, ..Taste::default() }
}

/// The first key in a text that is none any more.
fn old_key(text: &str) -> Option<String> {
    let places = text.char_indices().filter(|(_, c)| *c == 'F' || *c == '^');
    let named = places.filter_map(|(at, c)| {
        let before = text[..at].chars().next_back();
        let rest = text.get(at + 1..)?;
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let number: u8 = digits.parse().unwrap_or(99);
        let old = match c {
            'F' => number <= 12 && !before.is_some_and(|c| c.is_ascii_alphanumeric()),
            _ => rest.starts_with(|c: char| c.is_ascii_uppercase()),
        };
        old.then(|| text[at..].chars().take(12).collect())
    });
    named.into_iter().next()
}

fn check(session: &Session, seat: &Seat, what: &str) {
    let text = screen_text(&drawn(session, seat).0);
    assert_eq!(old_key(&text), None, "{what} in\n{text}");
    let listing = crate::view::listing::page(session, seat);
    let text = crate::view::listing::text::write(&listing);
    assert_eq!(old_key(&text), None, "{what} printed as\n{text}");
}

#[test]
fn no_screen_names_a_key_that_was_moved() {
    assert_eq!(old_key("按 F2 记"), Some("F2 记".to_owned()));
    assert_eq!(old_key("PDF2 F13 Alt-F"), None);
    for session in [in_session(), between(), founded(plan())] {
        for lang in [Lang::Zh, Lang::En] {
            for screen in screens() {
                let what = format!("{screen:?}");
                let mut seat = seat(120, 36, screen);
                seat.wear(moved());
                seat.lang = lang;
                check(&session, &seat, &what);
            }
        }
    }
}

#[test]
fn nor_does_what_is_said_or_stands_over_a_screen() {
    let (mut session, mut desk) = (in_session(), seat(200, 36, Screen::Meeting));
    desk.wear(moved());
    for lang in [Lang::Zh, Lang::En] {
        desk.lang = lang;
        for said in [
            Notice::NoMeeting,
            Notice::MeetingOpen,
            Notice::SealedNotCommitted { why: String::new() },
            Notice::NoMeetingYet,
            Notice::NothingDecided,
            Notice::NotNow,
            Notice::LastItem,
            Notice::QuitAsk,
            Notice::Cleared,
        ] {
            desk.say(said.clone());
            check(&session, &desk, &format!("{said:?}"));
        }
        desk.notice = None;
        for tip in TIPS.iter().map(|(_, _, tip)| *tip) {
            desk.tip = Some(tip);
            check(&session, &desk, &format!("{tip:?}"));
        }
        desk.tip = None;
        for said in [CopySays::TooLong, CopySays::NoClipboard] {
            copying::answered(&mut desk, Copied::Whole, &Err(said));
            check(&session, &desk, "a copy");
            desk.over = None;
            check(&session, &desk, "a copy");
        }
        for what in [Do::Looks, Do::Meeting, Do::Palette, Do::Search, Do::Print, Do::Hints] {
            let mut seat = desk.clone();
            update::run(&mut session, &mut seat, what);
            check(&session, &seat, &format!("{what:?}"));
        }
        let count = "2".to_owned();
        for said in [GuestSays::NotPut { count: count.clone() }, GuestSays::Unanswered { count }] {
            assert_eq!(old_key(&Subject { session: &session, seat: &desk }.says(&said)), None);
        }
    }
}

/// The same desk read line by line: what was found in the palette, why something is refused, what a
/// notice says, and every step of the practice on either desk.
#[test]
fn nor_does_a_desk_in_lines_or_a_practice() {
    use crate::app::practice::Practice;
    use crate::app::seat::{Find, Over};
    use crate::view::linear::desk as lines;

    for (mut session, lang) in
        [(in_session(), Lang::Zh), (in_session(), Lang::En), (between(), Lang::Zh)]
    {
        let mut desk = seat(120, 36, Screen::Meeting);
        desk.wear(moved());
        desk.lang = lang;
        let spoken = |session: &Session, desk: &Seat, what: &str| {
            for text in [lines::again(session, desk), lines::notice(session, desk)].concat() {
                assert_eq!(old_key(&text), None, "{what}: {text}");
            }
        };
        for find in ["", "会", "meeting", "撤", "undo"] {
            let mut seat = desk.clone();
            update::run(&mut session, &mut seat, Do::Palette);
            for key in find.chars().map(Key::Char) {
                update(&mut session, &mut seat, &Input::Key(key));
            }
            assert!(matches!(&seat.over, Some(Over::Find(Find { commands: true, .. }))), "{find}");
            spoken(&session, &seat, find);
        }
        for said in [Notice::NoMeeting, Notice::LastItem, Notice::NothingDecided, Notice::Cleared] {
            desk.say(said.clone());
            spoken(&session, &desk, &format!("{said:?}"));
        }
        desk.notice = None;
        desk.practice = Some(Practice::begin(&session));
        for screen in [Screen::Meeting, Screen::Tasks { section: None, cursor: 0 }] {
            let mut seat = desk.clone();
            seat.go(screen);
            for step in 0..4 {
                check(&session, &seat, &format!("step {step} of the practice"));
                let said = lines::lesson(Subject { session: &session, seat: &seat });
                assert_eq!(old_key(&said), None, "{said}");
                update::run(&mut session, &mut seat, Do::Skip);
            }
        }
    }
}

#[test]
fn a_command_without_a_key_is_named_behind_the_palette() {
    let none = |what: Do| (code(what), Vec::new());
    let keys: Table<String, Vec<String>> =
        [none(Do::NextItem), none(Do::Read), (code(Do::Palette), vec!["alt-p".to_owned()])]
            .into_iter()
            .collect();
    let mut desk = seat(120, 36, Screen::Meeting);
    desk.wear(Taste { keys, ..Taste::default() });
    let text = screen_text(&drawn(&in_session(), &desk).0);
    assert!(text.contains("Alt-p 下一项 议完，下一项"), "{text}");
    for old in ["F3", "F4", "^N"] {
        assert!(!text.contains(old), "{old} in {text}");
    }
}

#[test]
fn a_reviewer_reads_their_own_keys_too() {
    use crate::app::guest::{self, Guest};

    let session = in_session();
    for lang in [Lang::Zh, Lang::En] {
        let mut reviewer = Guest::new((120, 36), lang, "督查室");
        guest::sit_down(&session, &mut reviewer, None, None);
        reviewer.seat.wear(moved());
        reviewer.seat.lang = lang;
        for keys in ["", "0", "0 0", "?", "esc"] {
            for key in keys.split_whitespace() {
                let help = reviewer.seat.keymap.first(Do::Help).unwrap();
                let key = if key == "?" { help } else { key.parse().unwrap() };
                guest::update(&session, &mut reviewer, &Input::Key(key));
            }
            let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 36));
            crate::view::guest::draw(&session, &reviewer, &mut buffer);
            let text = screen_text(&buffer);
            assert_eq!(old_key(&text), None, "{keys} in\n{text}");
        }
    }
}
