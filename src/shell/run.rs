//! From argv to an exit code: the one place where a failure becomes words on standard error.

use std::ffi::OsString;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use super::args::{self, Ask, What};
use super::failure::{Failure, FailureKind};
use crate::words::cli::Program;

/// Does what a command line asks.
pub fn run(argv: impl IntoIterator<Item = OsString>) -> ExitCode {
    match args::parse(argv, &|name| std::env::var_os(name)).and_then(|ask| answer(&ask)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // Standard error may be gone with the terminal; the code still says what happened.
            let _ = failure.report(&mut io::stderr().lock());
            ExitCode::from(failure.kind.exit_code())
        }
    }
}

fn answer(ask: &Ask) -> Result<(), Failure> {
    match &ask.what {
        What::Print(text) => print(text, ask),
        _ => Err(Failure::new(FailureKind::Forbidden, Program::NotHere.text(ask.settings.lang))),
    }
}

/// Writes to standard output. A reader that has seen enough (`yiding --help | head`) is no failure.
pub fn print(text: &str, ask: &Ask) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let why = Program::NotPrinted { why: error.to_string() };
            Err(Failure::new(FailureKind::No, why.text(ask.settings.lang)))
        }
        _ => Ok(()),
    }
}
