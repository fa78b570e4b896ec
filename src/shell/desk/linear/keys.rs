//! Keys in a line: a cooked terminal hands over what they send as part of what is typed.

use crate::app::Key;
use crate::shell::terminal::decode::{Decoder, Heard};

/// What a cooked terminal made of keys that were pressed in a line.
fn pressed(line: &str) -> Vec<Key> {
    let mut decoder = Decoder::default();
    let mut heard = decoder.feed(line.as_bytes());
    heard.extend(decoder.settle());
    let key = |one| match one {
        Heard::Key(key) => Some(key),
        Heard::Paste(_) | Heard::Column(_) | Heard::Mouse(_) => None,
    };
    heard.into_iter().filter_map(key).collect()
}

/// The keys of a line that is nothing else: F8 and Enter.
pub fn keys(line: &str) -> Option<Vec<Key>> {
    let keys = if line.contains('\u{1b}') { pressed(line) } else { Vec::new() };
    let written = keys.iter().any(|key| matches!(key, Key::Char(_)));
    (!keys.is_empty() && !written).then_some(keys)
}

/// A line without the keys that slipped into it.
pub fn without_keys(line: &str) -> String {
    let letter = |key| match key {
        Key::Char(letter) => Some(letter),
        _ => None,
    };
    if line.contains('\u{1b}') {
        pressed(line).into_iter().filter_map(letter).collect()
    } else {
        line.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_that_a_cooked_terminal_hands_over_are_keys() {
        assert_eq!(keys("\u{1b}[19~"), Some(vec![Key::F(8)]));
        assert_eq!(keys("\u{1b}OQ"), Some(vec![Key::F(2)]));
        assert_eq!(keys("空港医院"), None);
        assert_eq!(keys("空港\u{1b}[D医院"), None);
        assert_eq!(without_keys("空港\u{1b}[D医院"), "空港医院");
        assert_eq!(without_keys("空港医院"), "空港医院");
    }
}
