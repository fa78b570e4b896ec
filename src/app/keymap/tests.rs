//! Keys of a person's own: what is refused, what is heard, and that nobody is locked out.

use proptest::prelude::*;

use super::wanted::FREE;
use super::*;
use crate::app::rehearsal::in_session;
use crate::app::{Input, Over, Screen, Seat, Taste, amending, drafting, guest, update};
use crate::words::Lang;

fn table(rows: &[(&str, &[&str])]) -> Table<String, Vec<String>> {
    let row = |(name, keys): &(&str, &[&str])| {
        ((*name).to_owned(), keys.iter().map(ToString::to_string).collect())
    };
    rows.iter().map(row).collect()
}

pub(in crate::app) fn map(rows: &[(&str, &[&str])]) -> Keymap {
    Keymap::read(&table(rows)).unwrap()
}

fn refused(rows: &[(&str, &[&str])]) -> String {
    let (at, why) = Keymap::read(&table(rows)).unwrap_err();
    format!("{at}: {}", why.text(Lang::En))
}

#[test]
fn commands_are_called_by_code_or_by_what_the_screen_says() {
    for name in ["next-item", "下一项", "next item"] {
        assert_eq!(map(&[(name, &["ctrl-e"])]).first(Do::NextItem), Some(Key::Ctrl('e')), "{name}");
    }
    let mut names: Vec<String> = COMMANDS
        .iter()
        .flat_map(|row| [code(row.what), row.what.text(Lang::Zh).to_owned()])
        .collect();
    names.sort();
    let all = names.len();
    names.dedup();
    assert_eq!(names.len(), all, "no name means two commands");
}

#[test]
fn what_would_lock_somebody_out_is_refused_with_its_place() {
    for (rows, want) in [
        (
            &[("undoo", &["ctrl-e"][..])][..],
            "keys.undoo: there is no command undoo; did you mean undo?",
        ),
        (&[("undo", &["f99"])], "keys.undo[0]: there is no key f99"),
        (&[("undo", &["ctrl-e", "ctrl-y"])], "keys.undo[1]: ^Y is a key of redo"),
        (&[("decide", &["x"])], "keys.decide: decide needs a key"),
        (&[("search", &["x"])], "keys.search: search needs a key"),
        (&[("decide", &["*"])], "keys.decide: decide is needed"),
        (&[("quit", &["disabled"])], "keys.quit: quit cannot"),
        (&[("search", &["5"])], "keys.search[0]: 5 stays"),
        (&[("search", &["ctrl-j"])], "keys.search[0]: ^J stays"),
        (&[("undo", &["enter"])], "keys.undo[0]: Enter stays"),
        (
            &[("sign-in", &["f2"]), ("decide", &["ctrl-e"])],
            "keys.sign-in[0]: F2 is a key of decide",
        ),
        (
            &[("undo", &["ctrl-e"]), ("撤回", &["ctrl-k"])],
            "keys.撤回: undo stands here twice; delete one",
        ),
    ] {
        let got = refused(rows);
        assert!(got.starts_with(want), "{got}\n{want}");
    }
}

#[test]
fn keys_may_change_places() {
    let map = map(&[("decide", &["f3"]), ("read", &["f2", "v"])]);
    assert_eq!((map.heard(Key::F(3)), map.heard(Key::F(2))), (Some(Key::F(2)), Some(Key::F(3))));
    assert_eq!(map.of_key(Key::Char('v')), Some(Do::Read));
    assert_eq!(map.of_key(Key::Char('r')), None, "its own letter went with its key");
    let said = |text| map.said(text, &|key| map.at_the_desk(key, Lang::Zh));
    assert_eq!(said("F2 记议定，F3 报数，F12 打印，PDF2"), "F3 记议定，F2 报数，F12 打印，PDF2");
}

#[test]
fn a_further_key_never_takes_enter_or_the_arrows_away() {
    let map = map(&[("open", &["ctrl-e"]), ("down", &["j", "*"]), ("back", &["ctrl-k"])]);
    for key in [Key::Enter, Key::Down, Key::Esc] {
        assert_eq!(map.heard(key), Some(key), "{key}");
    }
    assert_eq!(map.heard(Key::Ctrl('e')), Some(Key::Enter));
    assert_eq!(map.first(Do::Open), Some(Key::Ctrl('e')));
}

#[test]
fn a_command_without_a_key_is_in_the_palette_still() {
    let map = map(&[("cast", &["disabled"]), ("register", &[])]);
    assert_eq!((map.of_key(Key::F(5)), map.of_key(Key::Ctrl('t'))), (None, None));
    assert_eq!(map.first(Do::Cast), None);
}

#[test]
fn pages_follow_the_key_and_the_old_one_is_dead() {
    let taste = Taste {
        keys: table(&[("decide", &["ctrl-e"]), ("palette", &["ctrl-k", "="]), ("undo", &["f2"])]),
        ..Taste::default()
    };
    let (mut session, mut seat) = (in_session(), Seat::new((80, 24), Lang::Zh));
    seat.wear(taste);
    let mut press = |seat: &mut Seat, key| update(&mut session, seat, &Input::Key(key));
    press(&mut seat, Key::Char('='));
    assert!(matches!(seat.over, Some(Over::Find(_))), "a printable key outside of text");
    press(&mut seat, Key::Esc);
    press(&mut seat, Key::F(4));
    assert_eq!(seat.over, None, "F4 has nothing to say any more");
    press(&mut seat, Key::Ctrl('e'));
    assert!(matches!(seat.screen(), Screen::Form(_)));
    for key in "开工".chars().map(Key::Char) {
        press(&mut seat, key);
    }
    assert_ne!(press(&mut seat, Key::Ctrl('e')), [], "the form is confirmed by it too");
    assert!(!matches!(seat.screen(), Screen::Form(_)));
    assert_ne!(press(&mut seat, Key::F(2)), [], "and F2 takes it back");
}

/// screens.md 9, 2: the tables of all seats and screens, as they are without a person's own keys.
#[test]
fn acceptance_02_every_table_of_keys_has_one_that_passes_an_input_method() {
    let passes = |keys: &[Key]| keys.iter().any(|key| key.passes());
    for command in COMMANDS {
        assert!(command.keys.iter().all(|key| key.passes()), "{:?}", command.what);
    }
    // What has no key of its own is reached through the palette, or by its number in the menu.
    let palette = COMMANDS.iter().find(|command| command.what == Do::Palette);
    assert!(palette.is_some_and(|palette| passes(palette.keys)));
    for (at, command) in guest::command::COMMANDS.iter().enumerate() {
        let numbered = at < guest::command::NUMBERED;
        assert!(numbered || passes(command.keys), "{:?}", command.name);
    }
    assert!(drafting::command::COMMANDS.iter().all(|command| passes(command.keys)));
    assert!(amending::COMMANDS.iter().all(|command| passes(command.keys)));
}

pub(in crate::app) fn any_table() -> impl Strategy<Value = Table<String, Vec<String>>> {
    let name = prop::sample::select(COMMANDS).prop_map(|command| code(command.what));
    let keys = prop::sample::select(vec![
        "f2",
        "f3",
        "f4",
        "f5",
        "f6",
        "f8",
        "f11",
        "ctrl-e",
        "ctrl-z",
        "ctrl-k",
        "ctrl-t",
        "ctrl-j",
        "x",
        "v",
        "*",
        "；",
        "enter",
        "disabled",
        "5",
        "alt-x",
        "shift-tab",
    ]);
    let keys = prop::collection::vec(keys.prop_map(str::to_owned), 0..3);
    prop::collection::btree_map(name, keys, 0..4).prop_map(|rows| rows.into_iter().collect())
}

proptest! {
    /// screens.md 9, 2: after any remapping that is taken, every command that had a key which
    /// passes an input method has one or is in the palette, the palette has one, and no key
    /// means two things.
    #[test]
    fn acceptance_02_every_command_keeps_a_key_that_passes_an_input_method(rows in any_table()) {
        let Ok(map) = Keymap::read(&rows) else { return Ok(()) };
        let mut seen = Vec::new();
        for command in COMMANDS {
            let keys = map.keys(command);
            prop_assert!(keys.iter().all(|key| key.passes()));
            let free = FREE.contains(&command.what) && map.all(command).is_empty();
            prop_assert!(command.keys.is_empty() || free || !keys.is_empty());
            for key in map.all(command) {
                prop_assert!(!seen.contains(&key), "{key} of {:?}", command.what);
                seen.push(key);
            }
            // Pressed, each of them is this command.
            for key in map.all(command) {
                let heard = map.heard(key);
                prop_assert_eq!(heard.and_then(|key| map.of_key(key)), Some(command.what));
            }
        }
        prop_assert!(!map.keys(COMMANDS.iter().find(|c| c.what == Do::Palette).unwrap()).is_empty());
    }
}
