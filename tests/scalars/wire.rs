//! What reaches a terminal, byte by byte: printable text, and the few orders that the program gives.
//!
//! Everything else is a fault, whoever would take it well.

use yiding::view::printable::{clings, is_printable};

/// What a stream of bytes is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// A screen that is drawn: orders, and text between them.
    Screen,
    /// Lines on a terminal: text, and no order at all.
    Lines,
}

/// The orders of a screen, `#` for numbers.
const ORDERS: &[&str] = &[
    // Where the cursor goes, what is erased, what moves, how it looks.
    "\x1b[#H",
    "\x1b[H",
    "\x1b[#G",
    "\x1b[#C",
    "\x1b[C",
    "\x1b[#D",
    "\x1b[D",
    "\x1b[K",
    "\x1b[#J",
    "\x1b[#S",
    "\x1b[S",
    "\x1b[#T",
    "\x1b[T",
    "\x1b[#r",
    "\x1b[r",
    "\x1b[#m",
    "\x1b[m",
    // How wide doubtful glyphs are.
    "\x1b[#n",
    // Modes: a frame at once, another screen, wrapping, pastes, the cursor, the mouse.
    "\x1b[?#h",
    "\x1b[?#l",
    // The clipboard; tmux has it twice.
    "\x1b]52;c;~\x07",
    "\x1bPtmux;\x1b\x1b]52;c;~\x07\x1b\\",
    // Questions of the doctor.
    "\x1b[?#$p",
    "\x1b[>q",
    "\x1b[c",
];

/// The modes that are set.
const MODES: [&str; 7] = ["2026", "1049", "7", "2004", "25", "1000", "1006"];

/// The first thing in a stream that must not be there.
pub fn fault(bytes: &[u8], stream: Stream) -> Option<String> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(why) => return Some(format!("no text: {why}")),
    };
    let (mut rest, mut begins) = (text, true);
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '\x1b' if stream == Stream::Screen => match order(rest) {
                Some(length) => length,
                None => return Some(said("an order", rest)),
            },
            '\n' => 1,
            '\r' if stream == Stream::Screen || rest.starts_with("\r\n") => 1,
            _ if !is_printable(c) => return Some(said("a character", rest)),
            _ if begins && clings(c) => return Some(said("what clings to something else", rest)),
            _ => {
                begins = false;
                rest = &rest[c.len_utf8()..];
                continue;
            }
        };
        begins = true;
        rest = &rest[length..];
    }
    None
}

fn said(what: &str, rest: &str) -> String {
    let near: String = rest.chars().take(24).collect();
    format!("{what} that may not be there: {near:?}")
}

/// The length of the order at the beginning of a text, if it is one of ours.
fn order(text: &str) -> Option<usize> {
    let length = ORDERS.iter().filter_map(|pattern| matched(pattern, text)).max()?;
    let order = &text[..length];
    let numbers = order.strip_prefix("\x1b[?").and_then(|rest| rest.strip_suffix(['h', 'l']));
    let known = numbers.is_none_or(|mode| MODES.contains(&mode));
    known.then_some(length)
}

/// How much of a text is of a pattern: `#` stands for numbers, `~` for the letters of Base64.
fn matched(pattern: &str, text: &str) -> Option<usize> {
    let mut at = 0;
    for piece in pattern.chars() {
        let rest = &text[at..];
        let run = |is: fn(char) -> bool| rest.find(|c| !is(c)).unwrap_or(rest.len());
        at += match piece {
            '#' => Some(run(|c| c.is_ascii_digit() || c == ';')).filter(|run| *run > 0)?,
            '~' => run(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=')),
            _ => rest.starts_with(piece).then_some(piece.len_utf8())?,
        };
    }
    Some(at)
}

#[test]
fn what_may_be_sent_is_known() {
    for good in [
        "议定 “1.4”\r\n\x1b[2J\x1b[;7H\x1b[3;4He\u{301}\x1b[0;38;5;1m \x1b[K\x1b[2S\x1b[r",
        "\x1b[?2026h\x1b[?2026l\x1b[6n\x1b]52;c;55Sy\x07",
    ] {
        assert_eq!(fault(good.as_bytes(), Stream::Screen), None);
    }
    for bad in [
        "\x1b]0;title\x07",
        "\x1b]52;c;?\x07",
        "\x1b[?47h",
        "\x1bc",
        "\x1b",
        "\x1b[6",
        "\x07",
        "\t",
        "\u{9b}2J",
        "\u{202e}",
        "\u{200b}",
        "\u{e000}",
        "\u{378}",
        "\u{e0041}",
        "\u{ad}",
        "\u{301}",
        "|\x1b[m\u{301}",
        "\n\u{1f3fb}",
        "\x1b[3;4H\u{903}",
    ] {
        assert!(fault(bad.as_bytes(), Stream::Screen).is_some(), "{bad:?}");
    }
    assert!(fault(b"\xff", Stream::Screen).is_some());
    assert_eq!(fault("一\n二\r\n".as_bytes(), Stream::Lines), None);
    for bad in ["\x1b[m", "a\rb", "\u{feff}"] {
        assert!(fault(bad.as_bytes(), Stream::Lines).is_some(), "{bad:?}");
    }
}
