//! Keys as a person wants them: commands by name, each with the keys that it has instead of its own.
//!
//! A key is heard as the one that the program knows it by, so pages that confirm with F2 or F8 follow
//! along, and what is shown names the person's own. No choice may lock anybody out: every command
//! keeps a key that passes an input method, and one that works where text is typed if it had one.

use super::command::{COMMANDS, Command, command_with};
use super::key::Key;
use crate::plan::{Path, Table};
use crate::words::Do;
use crate::words::taste::BadKey;

mod said;
#[cfg(test)]
pub(super) mod tests;
mod wanted;

use wanted::{enough, named, unknown, wanted};

/// The commands with keys of a person's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keymap {
    own: Vec<(&'static Command, Vec<Key>)>,
}

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
                return Err((at, BadKey::Twice { what: code(command.what) }));
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
                    let (key, by) = (key.to_string(), code(other.what));
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
