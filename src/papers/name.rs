//! What the files of papers are called: names that sort by day, and that every system can hold.

use crate::ledger::SnapshotId;
use crate::plan::plain::is_hidden;

/// The longest name, in bytes, that file systems take is 255; this leaves room for endings and copies.
const LONGEST: usize = 180;

/// `2023-09-15-会议纪要.docx`
pub fn file_name(days: &str, what: &str, ending: &str) -> String {
    format!("{}.{ending}", safe(&format!("{days}-{what}")))
}

/// The days of meetings: of several the first and the last.
pub fn days(meetings: &[&SnapshotId]) -> String {
    match meetings {
        [] => String::new(),
        [one] => one.to_string(),
        [first, .., last] => format!("{first}..{last}"),
    }
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
        let name = |ids: &[&SnapshotId]| file_name(&days(ids), "会议纪要", "docx");
        assert_eq!(name(&[&last]), "2023-09-15-cw-会议纪要.docx");
        assert_eq!(name(&[&first, &last]), "2023-03-17..2023-09-15-cw-会议纪要.docx");
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
