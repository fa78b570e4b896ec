//! Who came when: one line for each event, on standard error and in a file beside the host key.
//!
//! Everything in a line that came from outside has its control characters made visible, so nobody
//! can forge a line. A flood of refusals is cut short and counted.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use rustix::fs::OFlags;

use crate::shell::clock::Clock;
use crate::shell::trouble::{reason, show};
use crate::view::shown::Shown;
use crate::words::Lang;
use crate::words::door::Logged;

/// A file of this size is put aside, and the one before it forgotten.
const LONGEST: u64 = 4 << 20;

/// How many refusals are written within [`A_WHILE`].
const REFUSALS: usize = 50;

/// See [`REFUSALS`].
const A_WHILE: Duration = Duration::from_secs(10);

/// The longest line, in characters of what came from outside.
const WIDEST: usize = 300;

/// The log of the door.
pub struct Log {
    lang: Lang,
    state: Mutex<State>,
}

struct State {
    path: PathBuf,
    file: Option<File>,
    written: u64,
    since: Instant,
    refusals: usize,
    skipped: usize,
    /// Lines that are on standard error alone: the disk did not take them.
    lost: usize,
}

impl Log {
    /// Goes on with a file, or begins it, readable by its owner alone.
    ///
    /// # Errors
    /// Why it cannot be opened.
    pub fn open(path: &Path, lang: Lang) -> io::Result<Self> {
        let file = append_to(path)?;
        let written = file.metadata()?.len();
        let (path, file) = (path.to_owned(), Some(file));
        let state =
            State { path, file, written, since: Instant::now(), refusals: 0, skipped: 0, lost: 0 };
        Ok(Self { lang, state: Mutex::new(state) })
    }

    /// Writes what happened.
    pub fn say(&self, what: &Logged) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if matches!(what, Logged::Outside { .. } | Logged::Silent { .. } | Logged::Crowded { .. })
            && !state.admits_refusal()
        {
            return;
        }
        let skipped = std::mem::take(&mut state.skipped);
        if skipped > 0 {
            state.write(&Logged::Skipped { count: skipped.to_string() }.text(self.lang), self.lang);
        }
        state.write(&what.text(self.lang), self.lang);
    }
}

impl State {
    /// Whether one more refusal of a stranger is written. Guests' own lines are never left out.
    fn admits_refusal(&mut self) -> bool {
        if self.since.elapsed() > A_WHILE {
            (self.since, self.refusals) = (Instant::now(), 0);
        }
        self.refusals += 1;
        let admitted = self.refusals <= REFUSALS;
        self.skipped += usize::from(!admitted);
        admitted
    }

    /// Writes a line to standard error and to the file.
    fn write(&mut self, text: &str, lang: Lang) {
        let line = stamped(text);
        // Standard error may be gone; who came is still in the file.
        let _ = io::stderr().lock().write_all(line.as_bytes());
        match self.put(&line, lang) {
            Ok(()) => self.lost = 0,
            Err(why) => {
                if self.lost == 0 {
                    let (file, why) = (show(&self.path), reason(&why, lang));
                    let told = stamped(&Logged::NotWritten { file, why }.text(lang));
                    let _ = io::stderr().lock().write_all(told.as_bytes());
                }
                self.lost += 1;
            }
        }
    }

    /// Writes a line to the file, behind what it says of those that it did not take.
    fn put(&mut self, line: &str, lang: Lang) -> io::Result<()> {
        if self.written > LONGEST {
            fs::rename(&self.path, self.path.with_extension("1"))?;
            (self.file, self.written) = (None, 0);
        }
        let mut file = match self.file.take() {
            Some(file) => file,
            None => append_to(&self.path)?,
        };
        let mut text = line.to_owned();
        if self.lost > 0 {
            // What came before may have been cut anywhere.
            let lost = Logged::Lost { count: self.lost.to_string() }.text(lang);
            text = format!("\n{}{line}", stamped(&lost));
        }
        let written = file.write_all(text.as_bytes());
        self.file = Some(file);
        self.written += u64::try_from(text.len()).unwrap_or_default();
        written
    }
}

/// A line with the time that it is.
fn stamped(text: &str) -> String {
    line(&Clock::default().now().format("%Y-%m-%dT%H:%M:%S%:z").to_string(), text)
}

/// One line: no character of the text can end it or steer a terminal.
fn line(time: &str, text: &str) -> String {
    let short: String = text.chars().take(WIDEST).collect();
    format!("{time} {}\n", Shown::new(short).as_str())
}

fn append_to(path: &Path) -> io::Result<File> {
    let flags = OFlags::NOFOLLOW.bits().cast_signed();
    OpenOptions::new().append(true).create(true).mode(0o600).custom_flags(flags).open(path)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    fn refused(what: &str) -> Logged {
        Logged::Outside { from: "10.0.0.1:9".to_owned(), what: what.to_owned() }
    }

    #[test]
    fn nobody_forges_a_line() {
        let forged = line("时", "拒 甲\n2026-01-01 进 区长\r\u{1b}[2J\u{202e}\u{2028}");
        assert_eq!(forged, "时 拒 甲<000A>2026-01-01 进 区长<000D><001B>[2J<202E><2028>\n");
        assert!(line("", &"长".repeat(5000)).chars().count() < WIDEST + 3);
    }

    #[test]
    fn what_the_disk_does_not_take_is_counted_when_it_takes_again() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("log");
        let log = Log::open(&path, Lang::Zh).unwrap();
        log.say(&refused("一"));
        let full = || OpenOptions::new().append(true).open("/dev/full").unwrap();
        let good = log.state.lock().unwrap().file.replace(full());
        log.say(&refused("二"));
        log.say(&refused("三"));
        assert_eq!(log.state.lock().unwrap().lost, 2);
        log.state.lock().unwrap().file = good;
        log.say(&refused("四"));
        log.say(&refused("五"));
        let text = fs::read_to_string(&path).unwrap();
        let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(lines.len(), 4, "{text}");
        for (line, end) in lines.iter().zip(["一", "有2行没有写成，当时只在屏幕上", "四", "五"])
        {
            assert!(line.ends_with(end), "{text}");
        }
    }

    #[test]
    fn a_flood_is_counted_and_guests_are_not_left_out() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("log");
        let log = Log::open(&path, Lang::Zh).unwrap();
        for _ in 0..REFUSALS + 7 {
            log.say(&refused("钥匙不在名单里"));
        }
        log.say(&Logged::Came { who: "甲".to_owned(), from: "10.0.0.2:1".to_owned() });
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.lines().count(), REFUSALS + 2);
        assert!(text.contains("略去7行") && text.ends_with("进 甲 10.0.0.2:1\n"), "{text}");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn a_long_log_is_put_aside() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("log");
        let log = Log::open(&path, Lang::Zh).unwrap();
        log.state.lock().unwrap().written = LONGEST + 1;
        log.say(&refused("一"));
        assert!(temp.path().join("log.1").exists());
        assert_eq!(fs::read_to_string(&path).unwrap().lines().count(), 1);
    }
}
