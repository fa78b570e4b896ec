//! What the files of papers are called: names that sort by day, and that every system can hold.

use crate::ledger::SnapshotId;
use crate::plan::plain::is_hidden;

/// The longest name, in bytes, that file systems take is 255; this leaves room for endings and copies.
const LONGEST: usize = 180;

/// `2023-09-15-会议纪要.docx`; of several meetings the first and the last day.
pub fn file_name(meetings: &[&SnapshotId], what: &str, ending: &str) -> String {
    let days = match meetings {
        [] => String::new(),
        [one] => format!("{one}-"),
        [first, .., last] => format!("{first}..{last}-"),
    };
    format!("{}.{ending}", safe(&format!("{days}{what}")))
}

/// A text as a name: no folder, nothing hidden, nothing that a shell or another system reads as
/// something else, and not too long.
pub(super) fn safe(text: &str) -> String {
    let plain = |c: char| !is_hidden(c) && !"/\\:*?\"<>|".contains(c);
    let mut name: String = text.chars().map(|c| if plain(c) { c } else { '_' }).collect();
    let mut end = name.len().min(LONGEST);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    name.truncate(end);
    let name = name.trim_matches(['.', ' ']);
    if name.is_empty() { "_".to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_sort_and_leave_no_folder() {
        let id = |text: &str| text.parse::<SnapshotId>().unwrap();
        let (first, last) = (id("2023-03-17"), id("2023-09-15-cw"));
        assert_eq!(file_name(&[&last], "会议纪要", "docx"), "2023-09-15-cw-会议纪要.docx");
        assert_eq!(file_name(&[&first, &last], "纪要", "md"), "2023-03-17..2023-09-15-cw-纪要.md");
        for (text, name) in [
            ("../../etc/passwd", "_.._etc_passwd"),
            ("投促局\u{202e}\n", "投促局__"),
            ("", "_"),
            ("...", "_"),
            ("a:b*c", "a_b_c"),
        ] {
            assert_eq!(safe(text), name);
        }
        assert_eq!(safe(&"局".repeat(300)), "局".repeat(60));
    }
}
