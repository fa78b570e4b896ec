//! RON in and out. A file is one value of many lines; a line of the journal is one value without a
//! line feed. What was written is read back equal, and written again it is the same bytes.
//!
//! Nothing else in the program may name the `ron` crate.

use std::borrow::Cow;

use ron::Options;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::escape::Escaped;
use super::{Unreadable, diagnose};

/// No file longer than this is read: 128 MiB.
pub const CAP: u64 = 128 << 20;

/// How deep brackets may nest.
const DEPTH: usize = 64;

/// What a file may ask of the reader.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes, at most; see [`CAP`].
    pub bytes: u64,
    /// The newest `format` that the type knows.
    pub format: u32,
}

impl Limits {
    /// The usual limits for a kind of file whose newest version is `format`.
    pub const fn of(format: u32) -> Self {
        Self { bytes: CAP, format }
    }

    /// Whether a file of that size may be read at all; ask before reading it.
    pub fn admit(self, size: u64) -> Result<(), Unreadable> {
        if size > self.bytes { Err(diagnose::too_big(size, self.bytes)) } else { Ok(()) }
    }
}

/// The value of a file. A byte-order mark and CRLF line ends are accepted; control characters,
/// a key or field written twice and fields that the type does not know are not.
pub fn read<T: DeserializeOwned>(bytes: &[u8], limits: Limits) -> Result<T, Unreadable> {
    limits.admit(bytes.len() as u64)?;
    let text = text(bytes)?;
    diagnose::newer(&text, limits.format)?;
    options().from_str(&text).map_err(|error| diagnose::of(&text, &error, DEPTH))
}

/// A value as a file: one field a line, two spaces a level, `\n` at every line's end.
pub fn write<T: Serialize>(value: &T) -> Result<String, Unwritable> {
    let pretty =
        PrettyConfig::new().extensions(Extensions::IMPLICIT_SOME).new_line("\n").indentor("  ");
    let options = Options::default().with_recursion_limit(DEPTH);
    let mut text = Escaped::default();
    options.to_writer_pretty(&mut text, value, pretty).map_err(Unwritable)?;
    Ok(text.into_text() + "\n")
}

/// A value as one line without its end: no line feed, no control character in it.
pub fn line<T: Serialize>(value: &T) -> Result<String, Unwritable> {
    let mut text = Escaped::default();
    options().to_writer(&mut text, value).map_err(Unwritable)?;
    Ok(text.into_text())
}

/// The value of one line.
pub fn read_line<T: DeserializeOwned>(line: &str) -> Result<T, Unreadable> {
    diagnose::plain(line)?;
    options().from_str(line).map_err(|error| diagnose::of(line, &error, DEPTH))
}

/// A value that has no RON form: a mistake of its type, never of its content.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct Unwritable(ron::Error);

fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME).with_recursion_limit(DEPTH)
}

/// The text of a file: UTF-8 without byte-order mark, `\n` line ends, no control characters.
pub(super) fn text(bytes: &[u8]) -> Result<Cow<'_, str>, Unreadable> {
    let text = std::str::from_utf8(bytes).map_err(|error| diagnose::not_utf8(bytes, error))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n"))
    } else {
        Cow::Borrowed(text)
    };
    diagnose::plain(&text)?;
    Ok(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ledger::laws::{any_edits, any_snapshot};
    use crate::ledger::{Edit, Snapshot};
    use crate::plan::{Plan, Table};

    #[test]
    fn what_was_written_is_read_back_and_written_alike() {
        let table: Table<String, Option<Vec<String>>> = [
            ("甲".to_owned(), Some(vec!["一\n二\u{1b}\u{202e}".to_owned(), "\"“”\\".into()])),
            ("乙".to_owned(), None),
        ]
        .into_iter()
        .collect();
        let text = write(&table).unwrap();
        let back: Table<String, Option<Vec<String>>> =
            read(text.as_bytes(), Limits::of(1)).unwrap();
        assert_eq!(back, table);
        assert_eq!(write(&back).unwrap(), text);
        let line = line(&table).unwrap();
        assert!(!line.chars().any(char::is_control), "{line}");
        assert_eq!(read_line::<Table<String, Option<Vec<String>>>>(&line).unwrap(), table);
    }

    const SMALL: &str = r#"#![enable(implicit_some)]
(
  format: 1,
  id: "x",
  title: "题",
  period: (
    from: "2023-01-01",
    to: "2023-12-31",
  ),
  guidance: [
    "一。",
    "二。",
  ],
  sections: [],
  roster: (
    offices: {},
  ),
)
"#;

    proptest! {
        /// write ∘ read = identity, and a second save is the first byte for byte, whatever a meeting
        /// holds: quotes, escapes, combining marks, bidi, nothing at all.
        #[test]
        fn a_snapshot_comes_back_as_it_was_and_saves_alike(snapshot in any_snapshot()) {
            let text = write(&snapshot).unwrap();
            let again: Snapshot = read(text.as_bytes(), Limits::of(1)).unwrap();
            prop_assert_eq!(&again, &snapshot);
            prop_assert_eq!(write(&again).unwrap(), text);
        }

        /// A line of the journal is one line, and says the edit that it was made from.
        #[test]
        fn an_edit_comes_back_from_its_line(edits in any_edits()) {
            for edit in edits {
                let text = line(&edit).unwrap();
                prop_assert!(!text.contains(char::is_control));
                prop_assert_eq!(read_line::<Edit>(&text).unwrap(), edit);
            }
        }
    }

    #[test]
    fn a_file_has_one_field_a_line() {
        let plan: Plan = read(SMALL.as_bytes(), Limits::of(1)).unwrap();
        assert_eq!(write(&plan).unwrap(), SMALL);
    }

    #[test]
    fn byte_order_mark_and_crlf_are_accepted() {
        let windows = format!("\u{feff}{}", SMALL.replace('\n', "\r\n"));
        let plan: Plan = read(windows.as_bytes(), Limits::of(1)).unwrap();
        assert_eq!(write(&plan).unwrap(), SMALL);
    }

    #[test]
    fn names_stay_legible_and_nothing_hides() {
        let text =
            "People's 葛\u{e0100}城\u{3000}e\u{301} “a\"b\\c” \u{202e}\u{200b}\u{1b}\t\r\0\u{3164}";
        let want = concat!(
            "\"People's 葛\u{e0100}城\u{3000}e\u{301} “a\\\"b\\\\c” ",
            r#"\u{202e}\u{200b}\u{1b}\t\r\0\u{3164}""#
        );
        assert_eq!(line(&text).unwrap(), want);
        assert_eq!(read_line::<String>(want).unwrap(), text);
    }

    #[test]
    fn every_character_comes_back() {
        let all: String = ('\0'..=char::MAX).collect();
        let written = line(&all).unwrap();
        assert!(!written.chars().any(crate::plan::plain::is_hidden));
        assert_eq!(read_line::<String>(&written).unwrap(), all);
    }

    proptest! {
        #[test]
        fn any_text_is_written_and_read_back(texts in proptest::collection::vec(any::<String>(), 0..4)) {
            let file = write(&texts).unwrap();
            prop_assert_eq!(&read::<Vec<String>>(file.as_bytes(), Limits::of(1)).unwrap(), &texts);
            prop_assert_eq!(&read_line::<Vec<String>>(&line(&texts).unwrap()).unwrap(), &texts);
        }
    }
}
