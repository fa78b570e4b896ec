//! A reviewer's command: read by the program's own table, answered by the program's own commands.
//!
//! No shell, no other program, no path and no environment of the client comes into it.

use std::ffi::OsString;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::shell::args::{self, Ask, Settings};
use crate::shell::failure::{self, Failure, FailureKind};
use crate::shell::headless;
use crate::shell::locale::Spoken;
use crate::shell::scribe::Scribe;
use crate::words::door::Denied;

use super::limits::COMMAND;

/// What a command answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Called {
    /// Data.
    pub text: String,
    /// Words for people.
    pub told: String,
    /// The exit code.
    pub code: u8,
}

impl Called {
    /// A sentence instead of an answer.
    pub fn refused(why: &Failure) -> Self {
        let mut told = Vec::new();
        // A vector takes everything.
        let _ = why.report(&mut told);
        let told = String::from_utf8_lossy(&told).into_owned();
        Self { text: String::new(), told, code: why.kind.exit_code() }
    }
}

/// Answers a command line of a reviewer. The settings name the book and what may be seen of it.
pub fn call(line: &[u8], settings: &Settings) -> Called {
    let answered = catch_unwind(AssertUnwindSafe(|| said(line, settings)));
    let broke = |_| {
        let why = Denied::Broke.text(settings.lang);
        Called::refused(&Failure::new(FailureKind::Bug, why))
    };
    answered.unwrap_or_else(broke)
}

/// The answer or why there is none, in the script of the call, else in that of the seat.
fn said(line: &[u8], settings: &Settings) -> Called {
    let to = Spoken { lang: settings.lang, script: settings.script };
    let words = words(line, settings);
    let typed: Vec<OsString> =
        words.iter().flatten().map(|word| OsString::from(word.as_str())).collect();
    let scribe = Scribe::new(args::spoken(&typed, to).script, &typed).of(settings);
    let ask = words.and_then(|words| meant(&words, settings));
    let answered = ask.and_then(|ask| answer(&ask, &scribe));
    answered.unwrap_or_else(|why| Called::refused(&scribe.failure(why)))
}

fn words(line: &[u8], settings: &Settings) -> Result<Vec<String>, Failure> {
    let misread = |why: Denied| Failure::new(FailureKind::Usage, why.text(settings.lang));
    if line.len() > COMMAND {
        return Err(misread(Denied::Long));
    }
    let line = std::str::from_utf8(line).map_err(|_| misread(Denied::Unread))?;
    shlex::split(line).ok_or_else(|| misread(Denied::Unread))
}

fn meant(words: &[String], settings: &Settings) -> Result<Ask, Failure> {
    let to = Spoken { lang: settings.lang, script: settings.script };
    let mut ask = args::lent(words, to)?;
    ask.settings.book.clone_from(&settings.book);
    ask.settings.today = settings.today;
    ask.settings.scope = settings.scope;
    ask.settings.width = ask.settings.width.or(settings.width);
    Ok(ask)
}

fn answer(ask: &Ask, scribe: &Scribe) -> Result<Called, Failure> {
    let answer = headless::answer(ask)?;
    let mut told = Vec::new();
    // A vector takes everything.
    let _ = failure::tell(&mut told, &scribe.told(answer.told));
    let told = String::from_utf8_lossy(&told).into_owned();
    let text = scribe.answer(ask, &answer.text).into_owned();
    Ok(Called { text, told, code: u8::from(answer.no) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    fn settings() -> Settings {
        let root = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        Settings { book: root, ..Settings::speaking(Lang::Zh) }
    }

    #[test]
    fn a_command_answers_as_it_does_at_home() {
        let called = call(b"show 1.4 --format json", &settings());
        assert!(called.text.starts_with('{') && called.code == 0, "{called:?}");
        let none = call("list tasks '没有这样的'".as_bytes(), &settings());
        assert_eq!(none.code, 1, "{none:?}");
    }

    #[test]
    fn what_is_no_command_is_refused_in_a_sentence() {
        let long = vec![b'x'; COMMAND + 1];
        for (line, code) in [
            (&b"decide 1.4 x"[..], 5),
            (b"sh -c 'id'", 5),
            (b"scp -t /tmp", 5),
            (b"/usr/lib/openssh/sftp-server", 5),
            (b"show 1.4 -C /", 5),
            (b"show 'half", 2),
            (b"\xff\xfe", 2),
            (b"", 2),
            (&long, 2),
            (b"show \x1b[2J\x07", 3),
        ] {
            let called = call(line, &settings());
            let shown = String::from_utf8_lossy(line).into_owned();
            assert!(called.told.starts_with("yiding: "), "{shown} {called:?}");
            assert!(!called.told.contains('\u{1b}') && called.text.is_empty(), "{shown}");
            assert!(called.code == code || code == 3 && called.code > 0, "{shown} {called:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_line_is_survived(line in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..60)) {
            let called = call(&line, &settings());
            proptest::prop_assert!(called.code == 0 || !called.told.is_empty() || called.code == 1);
        }
    }
}
