//! Bytes that come in pieces, as the lines that somebody typed.
//!
//! A line ends as pipes end it and as keyboards do. What is no UTF-8 is shown as such; a line without an end costs no more than the longest one.

use std::io::{self, Read as _};

/// The longest line that is taken, in bytes: a remark of a few hundred characters.
pub const LONGEST: usize = 4 << 10;

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// A line, without its end.
    Line(String),
    /// A line that is longer than any that is taken.
    TooLong,
}

/// Reads what is typed until nothing more comes: each line is given on, none stands for the end. What
/// takes them says whether it wants more.
pub fn listen(give: impl Fn(Option<Typed>) -> bool) {
    let (mut half, mut bytes) = (Lines::default(), [0; 4096]);
    let mut input = io::stdin().lock();
    loop {
        match input.read(&mut bytes) {
            Ok(0) => break,
            Ok(count) => {
                if !half.feed(&bytes[..count]).into_iter().all(|typed| give(Some(typed))) {
                    return;
                }
            }
            Err(why) if why.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => break,
        }
    }
    let _ = half.end().is_none_or(|typed| give(Some(typed))) && give(None);
}

/// A line that is being typed.
#[derive(Debug, Default)]
pub struct Lines {
    half: Vec<u8>,
    too_long: bool,
    /// The last byte ended a line by itself: a line feed behind it ends none.
    returned: bool,
}

impl Lines {
    /// Takes bytes. The lines that they end.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Typed> {
        let mut typed = Vec::new();
        let mut rest = bytes;
        while let Some(end) = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
            let second = end == 0 && rest[0] == b'\n' && self.returned;
            if !second {
                self.add(&rest[..end]);
                typed.push(self.take());
            }
            self.returned = rest[end] == b'\r';
            rest = &rest[end + 1..];
        }
        self.returned &= rest.is_empty();
        self.add(rest);
        typed
    }

    /// Nothing more comes: the line that has no end, if there is one.
    pub fn end(&mut self) -> Option<Typed> {
        let any = self.too_long || !self.half.is_empty();
        any.then(|| self.take())
    }

    fn add(&mut self, part: &[u8]) {
        self.too_long |= self.half.len() + part.len() > LONGEST;
        if self.too_long {
            self.half.clear();
        } else {
            self.half.extend_from_slice(part);
        }
    }

    fn take(&mut self) -> Typed {
        let half = std::mem::take(&mut self.half);
        if std::mem::take(&mut self.too_long) {
            return Typed::TooLong;
        }
        Typed::Line(String::from_utf8_lossy(&half).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn line(text: &str) -> Typed {
        Typed::Line(text.to_owned())
    }

    #[test]
    fn lines_end_where_they_end() {
        let mut lines = Lines::default();
        assert_eq!(lines.feed("1.4\r\n已".as_bytes()), [line("1.4")]);
        assert_eq!(lines.feed("阅\n\n批注".as_bytes()), [line("已阅"), line("")]);
        assert_eq!(lines.end(), Some(line("批注")));
        assert_eq!(lines.end(), None);
        assert_eq!(lines.feed(b"\xe5\xb7\n"), [line("\u{fffd}")]);
        assert_eq!(lines.feed(b"1\r2\r\n\r"), [line("1"), line("2"), line("")]);
        assert_eq!(lines.feed(b"\n3\n"), [line("3")], "the other half of an end");
    }

    #[test]
    fn a_line_without_an_end_costs_no_more_than_the_longest() {
        let mut lines = Lines::default();
        for _ in 0..1000 {
            assert_eq!(lines.feed(&[b'x'; 1000]), []);
            assert!(lines.half.capacity() <= 2 * LONGEST);
        }
        assert_eq!(lines.feed(b"\n1.4\n"), [Typed::TooLong, line("1.4")]);
    }

    proptest! {
        #[test]
        fn pieces_make_no_difference(text in "[a-c已阅\n\r]{0,60}", cuts in prop::collection::vec(0_usize..200, 0..6)) {
            let mut whole = Lines::default();
            let mut expected = whole.feed(text.as_bytes());
            expected.extend(whole.end());
            let mut pieces = Lines::default();
            let mut typed = Vec::new();
            let mut at = 0;
            let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(text.len())).collect();
            cuts.sort_unstable();
            for cut in cuts.into_iter().chain([text.len()]) {
                typed.extend(pieces.feed(&text.as_bytes()[at..cut]));
                at = cut;
            }
            typed.extend(pieces.end());
            prop_assert_eq!(typed, expected);
        }
    }
}
