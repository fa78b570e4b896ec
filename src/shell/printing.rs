//! 打印: what a seat shows, as a file beside the plan or through `lp`.
//!
//! The printer's program gets the text through a pipe and a time, no path and no shell. A file that
//! somebody changed is never replaced.

use std::ffi::OsStr;
use std::io;
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::book::Site;
use super::child::{self, NotRun, Ran};
use super::paper::{Laid, Place, lay, unseen};
use super::trouble::{reason, show};
use crate::app::printing::PrintTo;
use crate::app::sight::Printer;
use crate::app::{Outcome, Seat, Session};
use crate::papers::{Listing, file_name, html};
use crate::shell::args::Over;
use crate::view::listing;
use crate::view::listing::text;
use crate::words::Lang;
use crate::words::prints::PrintSays;

/// The folder, beside the plan.
pub const FOLDER: &str = "papers";

/// The program that prints.
const LP: &str = "lp";

/// How long it may take to take a text.
const PATIENCE: Duration = Duration::from_secs(20);

/// A paper that is to be printed.
pub struct Print {
    to: PrintTo,
    title: String,
    name: String,
    text: String,
}

impl Print {
    /// What a seat shows, ready to be printed.
    pub fn of(session: &Session, seat: &Seat, to: PrintTo) -> Self {
        let listing = listing::page(session, seat);
        let what = PrintSays::Name { what: listing.title.clone() }.text(seat.lang);
        let name = file_name(&session.today.to_string(), &what, ending(to));
        let text = written(&listing, to);
        Self { to, title: listing.title, name, text }
    }
}

/// A listing as the bytes of its form.
pub fn written(listing: &Listing, to: PrintTo) -> String {
    match to {
        PrintTo::Text | PrintTo::Printer | PrintTo::Clipboard | PrintTo::Blank => {
            text::write(listing)
        }
        PrintTo::Page => html::listing::write(listing),
    }
}

fn ending(to: PrintTo) -> &'static str {
    match to {
        PrintTo::Text | PrintTo::Printer | PrintTo::Clipboard | PrintTo::Blank => "txt",
        PrintTo::Page => "html",
    }
}

/// Prints, and says what became of it.
pub(super) fn carry_out(site: &Site, print: &Print, lang: Lang) -> Outcome {
    let said = match print.to {
        PrintTo::Printer => send(LP, print, PATIENCE, lang),
        // What a clipboard takes was given to it where the terminal is.
        PrintTo::Text | PrintTo::Page | PrintTo::Clipboard | PrintTo::Blank => {
            file(site, print, lang)
        }
    };
    Outcome::Printed(said)
}

fn file(site: &Site, print: &Print, lang: Lang) -> Result<PrintSays, PrintSays> {
    let folder = site.root().join(FOLDER);
    let refused = |why: String| PrintSays::Refused { why };
    unseen(&folder, lang).map_err(|failure| refused(failure.message))?;
    let place = Place::In(folder, print.name.clone());
    let path = |path: &Path| {
        let own = path.file_name().map_or_else(|| show(path), |name| show(Path::new(name)));
        format!("{FOLDER}/{own}")
    };
    match lay(&site.state(), &place, print.text.as_bytes(), Over::Keep, lang) {
        Ok(Laid::Written(at)) => Ok(PrintSays::Written { path: path(&at) }),
        Ok(Laid::Same(at)) => Ok(PrintSays::Same { path: path(&at) }),
        Ok(Laid::Changed(at)) => Err(PrintSays::Changed { path: path(&at) }),
        Err(failure) => Err(refused(failure.message)),
    }
}

/// Gives a text to the program that prints.
fn send(
    program: &str,
    print: &Print,
    patience: Duration,
    lang: Lang,
) -> Result<PrintSays, PrintSays> {
    let mut command = Command::new(program);
    command.args(["-t", &print.title]).process_group(0);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let refused = |error: &io::Error| PrintSays::Refused { why: reason(error, lang) };
    let ran = command.spawn().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => PrintSays::NoProgram,
        _ => refused(&error),
    })?;
    match child::follow(ran, Some(print.text.clone().into_bytes()), patience) {
        Ok(Ran { success: true, .. }) => Ok(PrintSays::Sent { what: print.title.clone() }),
        Ok(Ran { complaint, .. }) => {
            let complaint = String::from_utf8_lossy(&complaint);
            let why = complaint.lines().next().unwrap_or_default().trim().to_owned();
            Err(PrintSays::PrinterRefused { why })
        }
        Err(NotRun::TimedOut(most)) => {
            Err(PrintSays::TooLong { seconds: most.as_secs().to_string() })
        }
        Err(NotRun::NoProgram) => Err(PrintSays::NoProgram),
        Err(NotRun::Failed(error)) => Err(refused(&error)),
    }
}

/// Whether this machine has a program that prints.
pub(super) fn printer() -> Printer {
    let path = std::env::var_os("PATH").unwrap_or_default();
    if is_on(&path, LP) { Printer::There } else { Printer::Missing }
}

fn is_on(path: &OsStr, program: &str) -> bool {
    let runs = |file: &Path| {
        let about = file.metadata();
        about.is_ok_and(|about| about.is_file() && about.permissions().mode() & 0o111 != 0)
    };
    std::env::split_paths(path).any(|folder| folder.is_absolute() && runs(&folder.join(program)))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::*;
    use crate::app::{Screen, rehearsal};

    fn print(to: PrintTo) -> Print {
        let (session, mut seat) = (rehearsal::in_session(), Seat::new((80, 24), Lang::Zh));
        seat.go(Screen::Tasks { section: None, cursor: 0 });
        Print::of(&session, &seat, to)
    }

    /// A program of a few lines.
    fn program(temp: &tempfile::TempDir, lines: &str) -> PathBuf {
        let path = temp.path().join("lp");
        fs::write(&path, format!("#!/bin/sh\n{lines}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        path
    }

    #[test]
    fn a_file_lies_where_the_papers_lie_and_is_never_written_over_a_changed_one() {
        let temp = tempfile::tempdir().unwrap();
        let site = Site::at(temp.path());
        site.make_state().unwrap();
        let text = print(PrintTo::Text);
        let said = |print: &Print| file(&site, print, Lang::Zh);
        let path = format!("{FOLDER}/{}", text.name);
        assert_eq!(said(&text), Ok(PrintSays::Written { path: path.clone() }));
        assert_eq!(said(&text), Ok(PrintSays::Same { path: path.clone() }));
        assert_eq!(fs::read_to_string(temp.path().join("papers/.gitignore")).unwrap(), "*\n");
        let at = temp.path().join(&path);
        fs::write(&at, "改过").unwrap();
        assert_eq!(said(&text), Err(PrintSays::Changed { path }));
        assert_eq!(fs::read_to_string(&at).unwrap(), "改过");
    }

    #[test]
    fn a_folder_that_takes_nothing_says_why() {
        let temp = tempfile::tempdir().unwrap();
        let site = Site::at(temp.path());
        fs::write(temp.path().join(FOLDER), "no folder").unwrap();
        let said = file(&site, &print(PrintTo::Page), Lang::Zh);
        assert!(matches!(said, Err(PrintSays::Refused { .. })), "{said:?}");
        assert_eq!(fs::read_to_string(temp.path().join(FOLDER)).unwrap(), "no folder");
    }

    #[test]
    fn the_printer_gets_the_text_through_a_pipe() {
        let temp = tempfile::tempdir().unwrap();
        let got = temp.path().join("got");
        let lines = format!("printf '%s|' \"$@\" > {0}; cat >> {0}", got.display());
        let own = program(&temp, &lines);
        let text = print(PrintTo::Printer);
        let said = send(own.to_str().unwrap(), &text, Duration::from_secs(20), Lang::Zh);
        assert_eq!(said, Ok(PrintSays::Sent { what: "任务清单".into() }));
        assert_eq!(fs::read_to_string(got).unwrap(), format!("-t|任务清单|{}", text.text));
    }

    #[test]
    fn a_printer_that_refuses_hangs_or_is_not_there_is_told_of() {
        let temp = tempfile::tempdir().unwrap();
        let text = print(PrintTo::Printer);
        let refuses = program(&temp, "echo 'lp: no default destination' >&2; exit 1");
        let said = send(refuses.to_str().unwrap(), &text, Duration::from_secs(20), Lang::Zh);
        let why = "lp: no default destination".to_owned();
        assert_eq!(said, Err(PrintSays::PrinterRefused { why }));
        let hangs = program(&temp, "exec sleep 600");
        let said = send(hangs.to_str().unwrap(), &text, Duration::from_millis(50), Lang::Zh);
        assert_eq!(said, Err(PrintSays::TooLong { seconds: "0".into() }));
        let nowhere = temp.path().join("nothing");
        let said = send(nowhere.to_str().unwrap(), &text, PATIENCE, Lang::Zh);
        assert_eq!(said, Err(PrintSays::NoProgram));
    }

    #[test]
    fn a_printer_is_a_program_on_the_path() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().as_os_str();
        assert!(!is_on(path, LP), "nothing is there");
        let own = program(&temp, "");
        assert!(is_on(path, LP));
        fs::set_permissions(&own, fs::Permissions::from_mode(0o644)).unwrap();
        assert!(!is_on(path, LP), "nobody may run it");
        assert!(!is_on(OsStr::new(""), LP));
    }
}
