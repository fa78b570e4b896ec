//! Keys as a person wants them: commands by name, each with the keys that it has instead of its own.
//!
//! A key is heard as the one that the program knows it by, so pages that confirm with F2 or F8 follow
//! along, and what is shown names the person's own. No choice may lock anybody out: every command
//! keeps a key that passes an input method, and one that works where text is typed if it had one.

use super::command::{COMMANDS, Command, command_with};
use super::key::Key;
use crate::format;
use crate::plan::{Path, Table};
use crate::words::taste::BadKey;
use crate::words::{Do, Lang, Mend, Says};

/// The commands with keys of a person's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keymap {
    own: Vec<(&'static Command, Vec<Key>)>,
}

/// What a file writes where a command is to have no key at all.
const DISABLED: &str = "disabled";

/// The name of a command in a file: `next-item`. Its words on the screen are taken as well.
pub fn code(what: Do) -> String {
    let mut code = String::new();
    for letter in format!("{what:?}").chars() {
        if letter.is_ascii_uppercase() && !code.is_empty() {
            code.push('-');
        }
        code.push(letter.to_ascii_lowercase());
    }
    code
}

impl Keymap {
    /// The keys of a file.
    ///
    /// # Errors
    /// The first thing that is wrong with them, and where.
    pub fn read(table: &Table<String, Vec<String>>) -> Result<Self, (Path, BadKey)> {
        let top = Path::default().field("keys");
        let mut own: Vec<(&'static Command, Vec<Key>)> = Vec::new();
        for (name, keys) in table {
            let at = top.key(name);
            let command = named(name).ok_or_else(|| (at.clone(), unknown(name)))?;
            if own.iter().any(|(other, _)| other.what == command.what) {
                return Err((at, BadKey::Twice { what: said(command.what) }));
            }
            let keys = wanted(command, keys, &at)?;
            enough(command, &keys).map_err(|why| (at, why))?;
            own.push((command, keys));
        }
        let map = Self { own };
        for (name, _) in table {
            let Some(command) = named(name) else { continue };
            for (nth, key) in map.all(command).into_iter().enumerate() {
                if let Some(other) = map.rival(command, key) {
                    let (key, by) = (key.to_string(), said(other.what));
                    return Err((top.key(name).index(nth), BadKey::Taken { key, by }));
                }
            }
        }
        Ok(map)
    }

    /// The keys of a command that an input method lets through.
    pub fn keys(&self, command: &'static Command) -> Vec<Key> {
        match self.own_of(command.what) {
            Some(own) => own.iter().copied().filter(|key| key.passes()).collect(),
            None => command.keys.to_vec(),
        }
    }

    /// The keys of a command for those who type with the input method off.
    pub fn letters(&self, command: &'static Command) -> Vec<Key> {
        match self.own_of(command.what) {
            Some(own) => own.iter().copied().filter(|key| !key.passes()).collect(),
            None => command.letters.to_vec(),
        }
    }

    /// The first key of a command.
    pub fn first(&self, what: Do) -> Option<Key> {
        let command = COMMANDS.iter().find(|command| command.what == what)?;
        self.keys(command).first().copied()
    }

    /// A key as the program knows it; none for one that was taken from its command.
    pub fn heard(&self, key: Key) -> Option<Key> {
        if self.own.is_empty() || matches!(key, Key::Char(_)) {
            return Some(key);
        }
        let mut own = self.own.iter();
        if let Some((command, _)) = own.find(|(_, keys)| keys.contains(&key)) {
            return Some(usual(command).unwrap_or(key));
        }
        let taken = |(command, keys): &(&'static Command, Vec<Key>)| {
            !keys.is_empty() && command.keys.contains(&key)
        };
        if self.own.iter().any(taken) { None } else { Some(key) }
    }

    /// The command of a key where letters are commands too; the key was [`Self::heard`].
    pub fn of_key(&self, key: Key) -> Option<Do> {
        let key = key.command();
        let has =
            |command: &&Command| command.keys.contains(&key) || command.letters.contains(&key);
        let usual = COMMANDS.iter().find(has);
        let typed = matches!(key, Key::Char(_));
        let kept = usual.filter(|command| match self.own_of(command.what) {
            None => true,
            Some(own) => !typed && !own.is_empty(),
        });
        let own = || self.own.iter().find(|(_, keys)| keys.contains(&key)).map(|(own, _)| own.what);
        kept.map(|command| command.what).or_else(own)
    }

    /// The command of a key where printable keys type themselves.
    pub fn of_key_in_text(&self, key: Key) -> Option<Do> {
        if matches!(key, Key::Char(_)) { None } else { self.of_key(key) }
    }

    /// The person's keys for what the program knows by a key: that key itself, unless it was taken
    /// from its command or means another one now.
    pub fn on(&self, slot: Key) -> Vec<Key> {
        let Some(command) = command_with(slot) else { return vec![slot] };
        match self.own_of(command.what) {
            Some(own) if !own.is_empty() && known_by(command) == Some(slot) => own.to_vec(),
            Some(own) if !own.is_empty() => Vec::new(),
            _ if self.with(slot).is_some() => Vec::new(),
            _ => vec![slot],
        }
    }

    /// The keys that a person gave to a command; none for one that has its own still.
    pub fn own_keys(&self, what: Do) -> &[Key] {
        self.own_of(what).unwrap_or_default()
    }

    /// The command that a person gave a key to.
    fn with(&self, key: Key) -> Option<&'static Command> {
        self.own.iter().find(|(_, keys)| keys.contains(&key)).map(|(command, _)| *command)
    }

    /// A text with the keys that this person has at the desk in the places of ours. A command that has
    /// none is named behind the key of the palette.
    pub fn say(&self, what: &(impl Says + ?Sized), lang: Lang) -> String {
        what.by(lang, &|text| self.said(text, &|key| self.at_the_desk(key, lang)))
    }

    /// The same for a screen that has no palette, and where each key does what the program knows it by.
    pub fn say_elsewhere(&self, what: &impl Says, lang: Lang) -> String {
        let own =
            |key| self.on(key).into_iter().find(|own| own.passes()).map(|own| own.to_string());
        what.by(lang, &|text| self.said(text, &own))
    }

    /// A text of ours with other words in the places of keys.
    fn said(&self, text: &str, instead: &dyn Fn(Key) -> Option<String>) -> String {
        if self.own.is_empty() {
            return text.to_owned();
        }
        let mut said = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            // `F2` in `PDF2` is no key.
            let begins = !said.ends_with(|c: char| c.is_ascii_alphanumeric());
            let shown = shown_at(rest).filter(|_| begins).or_else(|| mark_at(&said, rest));
            let length = shown.map_or(first.len_utf8(), |(_, length)| length);
            let (this, after) = rest.split_at(length);
            match shown.and_then(|(key, _)| instead(key)) {
                Some(own) => said.push_str(&own),
                None => said.push_str(this),
            }
            rest = after;
        }
        said
    }

    /// What a person presses at the desk instead of a key whose command has others now, or none.
    fn at_the_desk(&self, key: Key, lang: Lang) -> Option<String> {
        let command = command_with(key)?;
        let own = self.own_of(command.what)?;
        if let Some(own) = own.iter().find(|own| own.passes()) {
            return Some(own.to_string());
        }
        let palette = self.first(Do::Palette)?;
        Some(format!("{palette} {}", command.what.text(lang)))
    }

    fn own_of(&self, what: Do) -> Option<&[Key]> {
        let own = self.own.iter().find(|(command, _)| command.what == what);
        own.map(|(_, keys)| keys.as_slice())
    }

    fn all(&self, command: &'static Command) -> Vec<Key> {
        match self.own_of(command.what) {
            Some(own) => own.to_vec(),
            None => command.keys.iter().chain(command.letters).copied().collect(),
        }
    }

    /// Another command that has a key. What has no key by which the program would know it cannot take
    /// one of another's.
    fn rival(&self, command: &'static Command, key: Key) -> Option<&'static Command> {
        let borrowed = usual(command).is_none() && !matches!(key, Key::Char(_));
        COMMANDS
            .iter()
            .filter(|other| other.what != command.what)
            .find(|other| self.all(other).contains(&key) || (borrowed && other.keys.contains(&key)))
    }
}

/// The key by which the program knows a command: the one that works also where text is typed, else
/// the first that it has.
fn known_by(command: &Command) -> Option<Key> {
    usual(command).or_else(|| command.keys.iter().chain(command.letters).next().copied())
}

/// The key by which the program knows a command also where text is typed.
fn usual(command: &Command) -> Option<Key> {
    command.keys.iter().copied().find(|key| !matches!(key, Key::Char(_)))
}

fn named(name: &str) -> Option<&'static Command> {
    let is_it = |what: Do| {
        code(what) == name || [Lang::Zh, Lang::En].iter().any(|lang| what.text(*lang) == name)
    };
    COMMANDS.iter().find(|command| is_it(command.what))
}

fn unknown(name: &str) -> BadKey {
    let codes: Vec<String> = COMMANDS.iter().map(|command| code(command.what)).collect();
    let known: Vec<&str> = codes.iter().map(String::as_str).collect();
    let name = name.to_owned();
    match format::nearest(&name, &known) {
        Some(Mend::Did { name: near }) => BadKey::Near { name, near },
        _ => BadKey::Unknown { name },
    }
}

fn said(what: Do) -> String {
    code(what)
}

/// The keys that a file names for a command.
fn wanted(command: &Command, names: &[String], at: &Path) -> Result<Vec<Key>, (Path, BadKey)> {
    if matches!(names, []) || matches!(names, [only] if only == DISABLED) {
        return Ok(Vec::new());
    }
    let mut keys = Vec::new();
    for (nth, name) in names.iter().enumerate() {
        let wrong = |why| (at.index(nth), why);
        let key: Key = name.parse().map_err(|_| wrong(BadKey::NoKey { key: name.clone() }))?;
        let key = key.command();
        let own = command.keys.contains(&key) || command.letters.contains(&key);
        if is_kept(key) && !own {
            return Err(wrong(BadKey::Kept { key: key.to_string() }));
        }
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    // Enter goes on opening whatever else does: forms and boxes are worked with it too.
    let kept = command.keys.iter().copied().filter(|key| is_kept(*key) && !keys.contains(key));
    let kept: Vec<Key> = kept.collect();
    keys.extend(kept);
    Ok(keys)
}

/// Whether a command can be reached by these keys whenever it could by its own.
fn enough(command: &Command, keys: &[Key]) -> Result<(), BadKey> {
    let what = said(command.what);
    if keys.is_empty() {
        let free = FREE.contains(&command.what) || command.keys.is_empty();
        return if free { Ok(()) } else { Err(BadKey::Needed { what }) };
    }
    let safe = || keys.iter().filter(|key| key.passes());
    if !command.keys.is_empty() && safe().next().is_none() {
        return Err(BadKey::Swallowed { what });
    }
    let typed = usual(command).is_some() && safe().all(|key| matches!(key, Key::Char(_)));
    if typed { Err(BadKey::OnlyTyped { what }) } else { Ok(()) }
}

/// The commands that may be without a key: the palette has them, and no page is left by them.
const FREE: [Do; 17] = [
    Do::Read,
    Do::Cast,
    Do::Reviews,
    Do::ReadBack,
    Do::NextItem,
    Do::PreviousItem,
    Do::Redo,
    Do::Search,
    Do::Register,
    Do::Compare,
    Do::Story,
    Do::NextTask,
    Do::PreviousTask,
    Do::Before,
    Do::Agenda,
    Do::Papers,
    Do::Redraw,
];

/// Keys that stay what they are: those with which one writes and moves, digits, and those that a
/// terminal or an input method has for itself.
fn is_kept(key: Key) -> bool {
    match key {
        Key::Char(c) => c.is_ascii_digit() || c == ' ',
        Key::Ctrl(c) => "abchijm[".contains(c),
        Key::F(_) | Key::Alt(_) => false,
        _ => true,
    }
}

/// The key that a text names here, as people write it, and the bytes that it takes.
fn shown_at(text: &str) -> Option<(Key, usize)> {
    if let Some(digits) = text.strip_prefix('F') {
        let length = digits.bytes().take_while(u8::is_ascii_digit).count();
        let number = digits.get(..length)?.parse().ok()?;
        return Some((Key::F(number), length + 1));
    }
    let letter = text.strip_prefix('^')?.chars().next()?;
    letter.is_ascii_uppercase().then(|| (Key::Ctrl(letter.to_ascii_lowercase()), 2))
}

/// A printed mark that a text begins with, and that is a key: `/ finds`. In running text it is none.
fn mark_at(before: &str, text: &str) -> Option<(Key, usize)> {
    let mark = text.chars().next().filter(char::is_ascii_punctuation)?;
    let alone = before.is_empty() && text[mark.len_utf8()..].starts_with(' ');
    let key = Key::Char(mark);
    (alone && command_with(key).is_some()).then_some((key, mark.len_utf8()))
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::app::rehearsal::in_session;
    use crate::app::{Input, Over, Screen, Seat, Taste, amending, drafting, guest, update};

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
            assert_eq!(
                map(&[(name, &["ctrl-e"])]).first(Do::NextItem),
                Some(Key::Ctrl('e')),
                "{name}"
            );
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
        assert_eq!(
            (map.heard(Key::F(3)), map.heard(Key::F(2))),
            (Some(Key::F(2)), Some(Key::F(3)))
        );
        assert_eq!(map.of_key(Key::Char('v')), Some(Do::Read));
        assert_eq!(map.of_key(Key::Char('r')), None, "its own letter went with its key");
        let said = |text| map.said(text, &|key| map.at_the_desk(key, Lang::Zh));
        assert_eq!(
            said("F2 记议定，F3 报数，F12 打印，PDF2"),
            "F3 记议定，F2 报数，F12 打印，PDF2"
        );
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
            keys: table(&[
                ("decide", &["ctrl-e"]),
                ("palette", &["ctrl-k", "="]),
                ("undo", &["f2"]),
            ]),
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
}
