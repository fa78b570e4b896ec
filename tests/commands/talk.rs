//! A program that takes lines and answers in lines, without a terminal.

use std::io::{Read as _, Write as _};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

const TOO_LONG: Duration = Duration::from_secs(30);

/// A talk with a program.
pub(crate) struct Talk {
    child: Child,
    input: Option<ChildStdin>,
    said: Arc<(Mutex<String>, Condvar)>,
    /// How much of it was waited for already.
    heard: usize,
}

impl Talk {
    pub(crate) fn start(mut command: Command) -> Self {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let said = Arc::new((Mutex::new(String::new()), Condvar::new()));
        let (heard, mut out) = (Arc::clone(&said), child.stdout.take().unwrap());
        thread::spawn(move || {
            let (mut bytes, mut whole) = ([0; 4096], Vec::new());
            while let Ok(count @ 1..) = out.read(&mut bytes) {
                whole.extend_from_slice(&bytes[..count]);
                *heard.0.lock().unwrap() = String::from_utf8_lossy(&whole).into_owned();
                heard.1.notify_all();
            }
        });
        let input = child.stdin.take();
        Self { child, input, said, heard: 0 }
    }

    /// Types a line.
    pub(crate) fn say(&mut self, line: &str) {
        assert!(self.says(line), "it has ended before {line}");
    }

    /// Types a line, if anybody is there to read it.
    pub(crate) fn says(&mut self, line: &str) -> bool {
        writeln!(self.input.as_mut().unwrap(), "{line}").is_ok()
    }

    /// How many bytes were said so far.
    pub(crate) fn said(&self) -> usize {
        self.said.0.lock().unwrap().len()
    }

    /// Waits for something that was not waited for before.
    pub(crate) fn hear(&mut self, what: &str) {
        let said = self.said.0.lock().unwrap();
        let heard = self.heard;
        let not_yet = |said: &mut String| !said[heard..].contains(what);
        let (said, waited) = self.said.1.wait_timeout_while(said, TOO_LONG, not_yet).unwrap();
        let said = said.clone();
        assert!(!waited.timed_out(), "never said: {what}\n{said}");
        self.heard += said[heard..].find(what).unwrap() + what.len();
    }

    /// Types nothing more, and waits for the end: everything that was said, and the exit code.
    pub(crate) fn end(mut self) -> (String, Option<i32>) {
        drop(self.input.take());
        let code = self.child.wait().unwrap().code();
        let said = self.said.0.lock().unwrap();
        let whole = |said: &mut String| !said.ends_with('\n');
        let (said, _) = self.said.1.wait_timeout_while(said, TOO_LONG, whole).unwrap();
        (said.clone(), code)
    }
}

/// A program does not outlive its talk: it ends where it stands, as by a power cut.
impl Drop for Talk {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What holds of everything that is told in lines.
pub(crate) fn are_plain_lines(text: &str) {
    for line in text.lines() {
        let odd = |c: char| c.is_control() || ('\u{2500}'..='\u{259f}').contains(&c);
        assert!(!line.contains(odd), "{line:?}");
        assert!(!line.trim().is_empty(), "an empty line says nothing\n{text}");
    }
}
