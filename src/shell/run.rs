//! From argv to an exit code: the one place where a failure becomes words on standard error.
//!
//! Data goes to standard output and words for people to standard error. A panic is a bug, and says
//! that the records are safe.

use std::ffi::OsString;
use std::io::{self, ErrorKind, IsTerminal as _, Write};
use std::os::unix::ffi::OsStrExt as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use signal_hook::consts::SIGXFSZ;

use super::args::{self, Ask, Input, Scope, Settings, What};
use super::failure::{self, Failure, FailureKind};
use super::person::Person;
use super::scribe::Scribe;
use super::trouble::{reason, show};
use super::{desk, follow, headless, serve};
use crate::app::guest::Layout;
use crate::view::shown;
use crate::words::Lang;
use crate::words::cli::Program;
use crate::words::printed::{Printed, Refused};

/// Does what a command line asks.
pub fn run(argv: impl IntoIterator<Item = OsString>) -> ExitCode {
    let argv: Vec<OsString> = argv.into_iter().collect();
    outlive_limits();
    let ended = catch_unwind(AssertUnwindSafe(|| {
        let person = Person::here();
        let to = args::spoken(&argv, person.spoken(&|name| std::env::var_os(name)));
        let scribe = Scribe::new(to.script, &argv);
        let ask = args::parse(argv, to).map_err(|why| scribe.failure(why))?;
        let scribe = scribe.of(&ask.settings);
        obey(&ask, &scribe).map_err(|why| scribe.failure(why))
    }));
    let crashed = |_| Err(Failure::new(FailureKind::Bug, Refused::Crashed.text(Lang::default())));
    match ended.unwrap_or_else(crashed) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // Standard error may be gone with the terminal; the code still says what happened.
            let _ = failure.report(&mut io::stderr().lock());
            ExitCode::from(failure.kind.exit_code())
        }
    }
}

fn obey(ask: &Ask, scribe: &Scribe) -> Result<(), Failure> {
    match &ask.what {
        What::Desk if desk_form(ask).is_some() => sit(&ask.settings, desk_form(ask)),
        What::Follow { shown, .. } if original().is_some() => forced(ask, *shown),
        What::Follow { name, layout, shown } if ask.settings.input == Input::Asked => {
            let who = serve::who(name.as_deref());
            match follow::form(*layout, is_seat(ask)) {
                Some(form) => {
                    let settings = Settings { scope: *shown, ..ask.settings.clone() };
                    follow::run(&settings, who, form)
                }
                None => headless::answer(ask).map(drop),
            }
        }
        What::Serve(door) => serve::run(&ask.settings, door),
        What::Demo(size) if desk_form(ask).is_some() => {
            let settings = headless::demo::settled(&ask.settings, *size)?;
            sit(&settings, desk_form(ask))?;
            let folder = show(&settings.book);
            tell(scribe, vec![Printed::Demo { folder }.text(settings.lang)]);
            Ok(())
        }
        What::Tutor if desk_form(ask).is_some() => {
            let settings = headless::tutor::settled(&ask.settings)?;
            if desk_form(ask) == Some(Layout::Lines) {
                desk::practise_speaking(&settings)?;
            } else {
                desk::practise(&settings)?;
            }
            tell(scribe, vec![headless::tutor::again(&settings)]);
            Ok(())
        }
        _ => {
            let answered = headless::answer(&for_this_terminal(ask));
            if let Err(why) = &answered {
                print(&scribe.answer(ask, &why.answer), ask)?;
            }
            let answer = answered?;
            print(&scribe.answer(ask, &answer.text), ask)?;
            tell(scribe, answer.told);
            if answer.no { Err(Failure::new(FailureKind::No, "")) } else { Ok(()) }
        }
    }
}

/// Opens the desk in a form.
fn sit(settings: &Settings, form: Option<Layout>) -> Result<(), Failure> {
    if form == Some(Layout::Lines) { desk::speak(settings) } else { desk::run(settings) }
}

/// In which form the desk opens: in lines when that is asked for, through a pipe too, and on a terminal
/// that draws nothing. None where nobody sits: the overview is printed then.
fn desk_form(ask: &Ask) -> Option<Layout> {
    let asked = ask.settings.layout == Layout::Lines && ask.settings.input == Input::Asked;
    if asked || is_seat(ask) { follow::form(ask.settings.layout, is_seat(ask)) } else { None }
}

/// What a client asked sshd for, which runs `yiding follow` instead.
fn original() -> Option<OsString> {
    std::env::var_os("SSH_ORIGINAL_COMMAND").filter(|line| !line.is_empty())
}

/// Answers a reviewer's command at the front door, as our own door does.
fn forced(ask: &Ask, shown: Scope) -> Result<(), Failure> {
    let settings = Settings { scope: shown, ..ask.settings.clone() };
    let line = original().unwrap_or_default();
    let called = serve::call(line.as_bytes(), &settings);
    print(&called.text, ask)?;
    // Standard error may be gone; the code still says how it ended.
    let _ = io::stderr().lock().write_all(called.told.as_bytes());
    let kind = FailureKind::ALL.into_iter().find(|kind| kind.exit_code() == called.code);
    kind.map_or(Ok(()), |kind| Err(Failure::new(kind, "")))
}

/// A file that reaches the user's limit is an error of the write, not the end of the program.
fn outlive_limits() {
    let seen = Arc::new(AtomicBool::new(false));
    // Without the handler the worst is what happens anyway: the journal recovers.
    let _ = signal_hook::flag::register(SIGXFSZ, seen);
}

/// Whether somebody sits here and may be asked: keys come in and the screen is seen.
fn is_seat(ask: &Ask) -> bool {
    let asked = ask.settings.input == Input::Asked;
    asked && io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Text for a terminal is laid out for its columns, unless others were asked for.
fn for_this_terminal(ask: &Ask) -> Ask {
    let mut ask = ask.clone();
    let columns = || {
        let size = rustix::termios::tcgetwinsize(io::stdout()).ok();
        size.map(|size| size.ws_col).filter(|columns| args::WIDTHS.contains(columns))
    };
    ask.settings.width = ask.settings.width.or_else(columns);
    ask
}

/// Writes to standard output. On a terminal nothing in it steers: what programs read is for programs
/// behind a pipe. A reader that has seen enough (`yiding --help | head`) is no failure.
pub fn print(text: &str, ask: &Ask) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    let text = if out.is_terminal() { shown::page(text) } else { text.into() };
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let why = Program::NotPrinted { why: reason(&error, ask.settings.lang) };
            Err(Failure::new(FailureKind::No, why.text(ask.settings.lang)))
        }
        _ => Ok(()),
    }
}

/// Writes words for people. Standard error may be gone with the terminal.
fn tell(scribe: &Scribe, sentences: Vec<String>) {
    let _ = failure::tell(&mut io::stderr().lock(), &scribe.told(sentences));
}
