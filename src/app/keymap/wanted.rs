//! Which keys a file may ask for, and for which commands: nobody is locked out by a choice.

use super::{code, usual};
use crate::app::command::{COMMANDS, Command};
use crate::app::key::Key;
use crate::format;
use crate::plan::Path;
use crate::words::taste::BadKey;
use crate::words::{Do, Lang, Mend};

/// What a file writes where a command is to have no key at all.
const DISABLED: &str = "disabled";

/// The command that a file calls so.
pub(super) fn named(name: &str) -> Option<&'static Command> {
    let is_it = |what: Do| {
        code(what) == name || [Lang::Zh, Lang::En].iter().any(|lang| what.text(*lang) == name)
    };
    COMMANDS.iter().find(|command| is_it(command.what))
}

/// A name that no command has, with the nearest that one has.
pub(super) fn unknown(name: &str) -> BadKey {
    let codes: Vec<String> = COMMANDS.iter().map(|command| code(command.what)).collect();
    let known: Vec<&str> = codes.iter().map(String::as_str).collect();
    let name = name.to_owned();
    match format::nearest(&name, &known) {
        Some(Mend::Did { name: near }) => BadKey::Near { name, near },
        _ => BadKey::Unknown { name },
    }
}

/// The keys that a file names for a command.
pub(super) fn wanted(
    command: &Command,
    names: &[String],
    at: &Path,
) -> Result<Vec<Key>, (Path, BadKey)> {
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
pub(super) fn enough(command: &Command, keys: &[Key]) -> Result<(), BadKey> {
    let what = code(command.what);
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
pub(super) const FREE: [Do; 17] = [
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
