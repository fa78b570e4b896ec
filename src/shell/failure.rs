//! How the program ends when it could not do what was asked: one exit code, one sentence, what to do.
//!
//! The sentence may quote a file or an argument, so it is made safe on its way out. Nothing here
//! decides what counts as a failure.

use std::io::{self, Write};

use crate::view::shown::Shown;

/// Why a command ended without doing what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What sort of failure, for scripts.
    pub kind: FailureKind,
    /// What happened, in one or more lines; empty when there is nothing to say.
    pub message: String,
    /// What to do about it, one line each.
    pub hints: Vec<String>,
    /// Data for standard output: what there is to be seen before it can be done.
    pub answer: String,
}

/// The sorts of failure, each with its exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureKind {
    /// The answer is no; nothing was found; a check found problems.
    No,
    /// The call is not understood.
    Usage,
    /// A file cannot be read.
    Unreadable,
    /// The book is locked, or two truths meet.
    Conflict,
    /// Not allowed now, or not by this seat.
    Forbidden,
    /// A fault of this program.
    Bug,
    /// Ended by the person at the keyboard.
    Interrupted,
}

impl FailureKind {
    /// Every sort, in the order of their codes.
    pub const ALL: [Self; 7] = [
        Self::No,
        Self::Usage,
        Self::Unreadable,
        Self::Conflict,
        Self::Forbidden,
        Self::Bug,
        Self::Interrupted,
    ];

    /// What the process answers to its caller; 0 is no failure.
    pub const fn exit_code(self) -> u8 {
        match self {
            Self::No => 1,
            Self::Usage => 2,
            Self::Unreadable => 3,
            Self::Conflict => 4,
            Self::Forbidden => 5,
            Self::Bug => 70,
            Self::Interrupted => 130,
        }
    }
}

impl Failure {
    /// A failure of which one sentence says all.
    pub fn new(kind: FailureKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), hints: Vec::new(), answer: String::new() }
    }

    /// A file that cannot be read, or not taken.
    pub fn unreadable(why: &str) -> Self {
        Self::new(FailureKind::Unreadable, why)
    }

    /// With one more thing to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// With data for standard output.
    #[must_use]
    pub fn answering(self, answer: String) -> Self {
        Self { answer, ..self }
    }

    /// Writes message and hints for a person, with nothing in them that could steer a terminal.
    ///
    /// # Errors
    /// What the stream says; a caller whose standard error is gone can only go on to its exit code.
    pub fn report(&self, out: &mut impl Write) -> io::Result<()> {
        for (at, line) in Shown::lines(&self.message).enumerate() {
            let name = if at == 0 { "yiding: " } else { "" };
            writeln!(out, "{name}{line}")?;
        }
        for line in self.hints.iter().flat_map(|hint| Shown::lines(hint)) {
            writeln!(out, "  {line}")?;
        }
        out.flush()
    }
}

/// Writes words for people beside an answer, a line each, with nothing in them that could steer a
/// terminal.
///
/// # Errors
/// What the stream says; a caller whose standard error is gone can only go on.
pub fn tell(out: &mut impl Write, sentences: &[String]) -> io::Result<()> {
    for sentence in sentences {
        writeln!(out, "yiding: {}", Shown::new(sentence.as_str()))?;
    }
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reported(failure: &Failure) -> String {
        let mut out = Vec::new();
        failure.report(&mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn each_kind_has_the_code_of_the_contract() {
        let codes = FailureKind::ALL.map(FailureKind::exit_code);
        assert_eq!(codes, [1, 2, 3, 4, 5, 70, 130]);
    }

    #[test]
    fn a_report_says_what_happened_and_what_to_do() {
        let failure =
            Failure::new(FailureKind::Conflict, "甲秘书正在记录\n自14:02起").hint("请等散会");
        assert_eq!(reported(&failure), "yiding: 甲秘书正在记录\n自14:02起\n  请等散会\n");
        assert_eq!(reported(&Failure::new(FailureKind::No, "")), "");
    }

    #[test]
    fn nothing_in_a_report_steers_a_terminal() {
        let failure = Failure::new(FailureKind::Usage, "\u{1b}[2J坏\u{202e}").hint("\u{9b}31m");
        assert_eq!(reported(&failure), "yiding: <001B>[2J坏<202E>\n  <009B>31m\n");
    }
}
