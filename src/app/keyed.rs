//! Tables of keys beside the desk's: a guest's, 定疑's, 定冲突's. One shape, each with actions of its own.
//!
//! They have no names in a person's settings. What the program knows by a key at the desk it knows by
//! the same one here, so what somebody moved there has moved here too; a key that only such a table
//! has stays what it is.

use super::Key;
use super::command::command_with;
use super::keymap::Keymap;
use crate::words::Do;

/// One row of such a table.
#[derive(Clone, Debug)]
pub struct Keyed<A: 'static, N: 'static> {
    /// What it does.
    pub does: A,
    /// Its name.
    pub name: N,
    /// Keys that an input method lets through.
    pub keys: &'static [Key],
    /// Whether the footer shows it.
    pub shown: bool,
    /// The command of the desk that it is too.
    pub shares: Option<Do>,
}

impl<A, N> Keyed<A, N> {
    /// A row that is no command of the desk's.
    pub const fn new(does: A, name: N, keys: &'static [Key], shown: bool) -> Self {
        Self { does, name, keys, shown, shares: None }
    }
}

/// The row of a key as it was pressed, where nothing is typed. Full-width marks are their twins.
pub fn row_of<'t, A, N>(
    table: &'t [Keyed<A, N>],
    keymap: &Keymap,
    pressed: Key,
) -> Option<&'t Keyed<A, N>> {
    let pressed = pressed.command();
    table.iter().find(|row| keys_of(table, keymap, row).contains(&pressed))
}

/// The keys that a person has for a row, the first one first.
pub fn keys_of<A, N>(table: &[Keyed<A, N>], keymap: &Keymap, row: &Keyed<A, N>) -> Vec<Key> {
    let alone =
        |key: &Key| command_with(*key).is_none() && table.iter().any(|row| row.keys.contains(key));
    let kept =
        |slot: Key| keymap.on(slot).into_iter().filter(move |key| *key == slot || !alone(key));
    let keys: Vec<Key> = row.keys.iter().flat_map(|slot| kept(*slot)).collect();
    match row.shares {
        Some(what) if row.keys.is_empty() => {
            keymap.own_keys(what).iter().copied().filter(|key| !alone(key)).collect()
        }
        _ => keys,
    }
}

/// The first key that a person has for a row.
pub fn first_of<A, N>(table: &[Keyed<A, N>], keymap: &Keymap, row: &Keyed<A, N>) -> Option<Key> {
    keys_of(table, keymap, row).into_iter().find(|key| key.passes())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::app::guest::command::COMMANDS as GUEST;
    use crate::app::keymap::tests::{any_table, map};
    use crate::app::{amending, drafting};

    #[test]
    fn what_was_moved_at_the_desk_has_moved_in_every_table() {
        let own = map(&[
            ("undo", &["ctrl-e"]),
            ("reviews", &["ctrl-w", "*"]),
            ("search", &[","]),
            ("overview", &["ctrl-k"]),
        ]);
        let named = |key| row_of(GUEST, &own, key).map(|row| row.name.text(crate::words::Lang::En));
        for (key, name) in [
            (Key::Ctrl('w'), Some("remark")),
            (Key::Char('*'), Some("remark")),
            // It is this table's alone, whoever else would have it.
            (Key::Char('，'), Some("remark")),
            (Key::Char('/'), None),
            (Key::Ctrl('k'), Some("overview")),
            (Key::F(6), None),
            (Key::Tab, Some("follow")),
        ] {
            assert_eq!(named(key), name, "{key}");
        }
        let taken = row_of(drafting::command::COMMANDS, &own, Key::Ctrl('e')).map(|row| row.does);
        assert_eq!(taken, Some(drafting::Does::Undo));
        assert!(row_of(amending::COMMANDS, &own, Key::Ctrl('z')).is_none());
        assert_eq!(
            row_of(amending::COMMANDS, &own, Key::Char('１')).unwrap().keys,
            [Key::Char('1')]
        );
    }

    fn holds<A, N>(table: &[Keyed<A, N>], own: &Keymap) -> Result<(), TestCaseError> {
        let mut seen = Vec::new();
        for row in table {
            for key in keys_of(table, own, row) {
                prop_assert!(!seen.contains(&key), "{key} twice");
                seen.push(key);
                let found = row_of(table, own, key);
                prop_assert!(found.is_some_and(|found| std::ptr::eq(found, row)), "{key}");
            }
        }
        Ok(())
    }

    proptest! {
        /// What is shown of a row is what works, and no key means two things.
        #[test]
        fn in_no_table_a_key_means_two_things(rows in any_table()) {
            let Ok(own) = Keymap::read(&rows) else { return Ok(()) };
            holds(GUEST, &own)?;
            holds(drafting::command::COMMANDS, &own)?;
            holds(amending::COMMANDS, &own)?;
            // Whatever was moved: the menu, leaving, and moving about are there.
            for slot in [Key::Char('0'), Key::Enter, Key::Esc, Key::Tab, Key::Up, Key::Down] {
                prop_assert!(row_of(GUEST, &own, slot).is_some());
            }
        }
    }
}
