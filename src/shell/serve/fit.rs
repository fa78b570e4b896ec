//! Whether a front door is as it was printed: findings on what sshd is told and on the rights of files.
//!
//! Pure: whoever asks has read the files. `doctor` says what is found.

use std::path::Path;

use super::sshd::{MATCH, OPTIONS};
use crate::words::door::Unfit;

/// How many connections that have proven no key sshd has to bear.
const STARTUPS: u32 = 30;

/// Something of the book, and what others may do to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// For its owner alone: the host key, the list of keys, the line that is being typed.
    Own,
    /// The group reads it, others do not: the journal, the desk's place, their folder.
    Read,
    /// The group writes in it: the folder of marks.
    Marks,
}

/// Whether a file of sshd lets reviewers in: it runs this program, or has their block.
pub fn opens(text: &str) -> bool {
    let wanted = setting(MATCH).map(|(_, whom)| whom.to_lowercase());
    text.lines().filter_map(setting).any(|(word, value)| match word.as_str() {
        "forcecommand" => value.contains("yiding"),
        "match" => Some(value.to_lowercase()) == wanted,
        _ => false,
    })
}

/// What is wrong with what sshd is told: the text of `sshd_config`, for reviewers of a book.
pub fn config(text: &str, book: &Path) -> Vec<Unfit> {
    let lines: Vec<(String, &str)> = text.lines().filter_map(setting).collect();
    let is_match = |(word, _): &(String, &str)| word == "match";
    let wanted = setting(MATCH).map(|(_, whom)| whom.to_lowercase());
    let ours =
        lines.iter().position(|line| is_match(line) && Some(line.1.to_lowercase()) == wanted);
    let Some(at) = ours else { return vec![Unfit::NoBlock { line: MATCH.to_owned() }] };
    let first = lines.iter().position(is_match).unwrap_or(at);
    let below = &lines[at + 1..];
    let block = &below[..below.iter().position(is_match).unwrap_or(below.len())];
    let mut found = Vec::new();
    // The first value that is read counts, and what stands before every block goes for all.
    let value = |option: &str| {
        let all = block.iter().chain(&lines[..first]);
        let word = option.to_lowercase();
        all.into_iter().find(|(own, _)| *own == word).map(|(_, value)| *value)
    };
    found.extend(forced(value("ForceCommand"), book));
    for (option, wanted) in OPTIONS {
        let holds = value(option).is_some_and(|value| fits(option, value, wanted));
        if !holds {
            let is = value(option).unwrap_or("-").to_owned();
            found.push(Unfit::Option { option: (*option).into(), wanted: (*wanted).into(), is });
        }
    }
    let startups = value("MaxStartups").unwrap_or("10:30:100");
    let begin = startups.split(':').next().and_then(|first| first.parse().ok());
    if begin.is_none_or(|begin: u32| begin < STARTUPS) {
        found.push(Unfit::Startups { is: startups.to_owned() });
    }
    found
}

/// What is wrong with the rights of a file or folder, by its mode.
pub fn rights(path: &str, kept: Kept, mode: u32) -> Option<Unfit> {
    let path = path.to_owned();
    match kept {
        Kept::Own if mode & 0o077 != 0 => Some(Unfit::Open { path }),
        Kept::Read if mode & 0o027 != 0 => Some(Unfit::Wide { path }),
        Kept::Marks if mode & 0o007 != 0 => Some(Unfit::Wide { path }),
        Kept::Marks if mode & 0o070 != 0o070 => Some(Unfit::Shut { path }),
        Kept::Own | Kept::Read | Kept::Marks => None,
    }
}

/// Whether a reviewer gets the seat before this book, and nothing else.
fn forced(value: Option<&str>, book: &Path) -> Option<Unfit> {
    let Some(value) = value else { return Some(Unfit::NotForced) };
    let words = shlex::split(value).unwrap_or_default();
    let is_seat = words.iter().any(|word| word == "follow");
    let at = words.iter().position(|word| word == "-C").and_then(|at| words.get(at + 1));
    match at {
        _ if !is_seat => Some(Unfit::OtherCommand { command: value.to_owned() }),
        Some(other) if Path::new(other) != book => Some(Unfit::OtherBook { path: other.clone() }),
        None => Some(Unfit::OtherCommand { command: value.to_owned() }),
        Some(_) => None,
    }
}

/// Whether a value does what is wanted; how often somebody is asked whether they are there is free.
fn fits(option: &str, value: &str, wanted: &str) -> bool {
    match (option, value.parse::<u32>(), wanted.parse::<u32>()) {
        ("ClientAliveInterval" | "ClientAliveCountMax", Ok(value), Ok(_)) => value > 0,
        _ => value.eq_ignore_ascii_case(wanted),
    }
}

/// One line of `sshd_config`: the keyword in small letters, and its value.
fn setting(line: &str) -> Option<(String, &str)> {
    let line = line.trim();
    if line.is_empty() || line.starts_with('#') {
        return None;
    }
    let (word, value) = line.split_once([' ', '\t', '=']).unwrap_or((line, ""));
    let value = value.trim_start_matches([' ', '\t', '=']).trim_end();
    Some((word.to_lowercase(), value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::book::Site;
    use crate::shell::serve::sshd::block;
    use crate::words::Lang;

    const BOOK: &str = "/srv/道里 2023";

    fn printed() -> String {
        let site = Site::at(Path::new(BOOK));
        let text = block(Path::new("/usr/bin/yiding"), &site, Lang::Zh);
        text.lines()
            .take_while(|line| !line.starts_with("restrict,pty"))
            .flat_map(|line| [line, "\n"])
            .collect()
    }

    #[test]
    fn what_is_printed_is_fit() {
        assert_eq!(config(&printed(), Path::new(BOOK)), []);
        let small = printed().to_lowercase().replace("match group", "Match  Group");
        assert!(
            config(&small, Path::new(&BOOK.to_lowercase())).len() <= 1,
            "keywords have no case"
        );
    }

    #[test]
    fn each_thing_that_is_missing_or_other_is_named() {
        let book = Path::new(BOOK);
        for (was, is, found) in [
            ("    ForceCommand", "    #", Unfit::NotForced),
            (
                " follow\n",
                "\n",
                Unfit::OtherCommand { command: "/usr/bin/yiding -C '/srv/道里 2023'".into() },
            ),
            ("道里 2023", "阿城", Unfit::OtherBook { path: "/srv/阿城".into() }),
            ("MaxStartups 100:30:200", "", Unfit::Startups { is: "10:30:100".into() }),
            (
                "DisableForwarding yes",
                "DisableForwarding no",
                Unfit::Option {
                    option: "DisableForwarding".into(),
                    wanted: "yes".into(),
                    is: "no".into(),
                },
            ),
            (
                "    ExposeAuthInfo yes\n",
                "",
                Unfit::Option {
                    option: "ExposeAuthInfo".into(),
                    wanted: "yes".into(),
                    is: "-".into(),
                },
            ),
            ("yiding-review\n", "other\n", Unfit::NoBlock { line: MATCH.into() }),
        ] {
            assert_eq!(config(&printed().replacen(was, is, 1), book), [found], "{was}");
        }
        assert_eq!(config("", book).len(), 1);
    }

    #[test]
    fn another_block_has_no_say() {
        let text = format!(
            "Match User git\n  DisableForwarding no\n{}Match all\n  PasswordAuthentication yes\n",
            printed().replace("MaxStartups 100:30:200\n", "")
        );
        let text = format!("MaxStartups=50\nClientAliveInterval 0\n{text}");
        assert_eq!(config(&text, Path::new(BOOK)), []);
    }

    #[test]
    fn rights_are_no_wider_than_they_are_meant_to_be() {
        for (kept, mode, is_fit) in [
            (Kept::Own, 0o600, true),
            (Kept::Own, 0o640, false),
            (Kept::Read, 0o640, true),
            (Kept::Read, 0o750, true),
            (Kept::Read, 0o644, false),
            (Kept::Read, 0o660, false),
            (Kept::Marks, 0o2770, true),
            (Kept::Marks, 0o2750, false),
            (Kept::Marks, 0o2777, false),
        ] {
            assert_eq!(rights("x", kept, mode).is_none(), is_fit, "{kept:?} {mode:o}");
        }
    }
}
