//! How far a long job is, as one line on standard error that goes away when the job ends.
//!
//! Nothing is drawn where standard error is no terminal, nor before a second has passed: who waits a
//! blink needs no bar, and what a pipe reads stays data.

use std::io::{self, IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

use crate::words::Lang;
use crate::words::history::{Doing, Done};

/// A job that takes less says nothing.
const SOON: Duration = Duration::from_secs(1);

/// Between two frames.
const FRAME: Duration = Duration::from_millis(100);

/// The cells of the bar.
const CELLS: usize = 20;

/// A job of many parts.
pub struct Progress {
    doing: Doing,
    of: usize,
    lang: Lang,
    /// When the next line may be drawn; never without a terminal.
    next: Option<Instant>,
    drawn: bool,
}

impl Progress {
    /// A job of so many parts that begins now.
    pub fn new(doing: Doing, of: usize, lang: Lang) -> Self {
        let next = io::stderr().is_terminal().then(|| Instant::now() + SOON);
        Self { doing, of, lang, next, drawn: false }
    }

    /// So many parts are done.
    pub fn went(&mut self, done: usize) {
        let now = Instant::now();
        if self.next.is_none_or(|next| now < next) {
            return;
        }
        self.next = Some(now + FRAME);
        self.drawn = true;
        let _ = write!(io::stderr(), "\r{}", line(self.doing, done, self.of, self.lang));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.drawn {
            // Back to the beginning of the line, and nothing behind the cursor.
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

/// `核对 [##########          ] 512/1000`
fn line(doing: Doing, done: usize, of: usize, lang: Lang) -> String {
    let full = (done * CELLS / of.max(1)).min(CELLS);
    let bar = format!("{:<CELLS$}", "#".repeat(full));
    let (what, done, of) = (doing.text(lang).to_owned(), done.to_string(), of.to_string());
    Done::Line { what, bar, done, of }.text(lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_full_as_the_job_is_done() {
        let at = |done, of| line(Doing::Checking, done, of, Lang::Zh);
        assert_eq!(at(512, 1000), "核对 [##########          ] 512/1000");
        assert_eq!(at(0, 0), "核对 [                    ] 0/0");
        assert_eq!(at(3, 3), "核对 [####################] 3/3");
    }
}
