//! OSC 52: a text for the clipboard of whoever sits before the terminal, however far away.
//!
//! Nothing answers it. Inside tmux it goes out twice, once for tmux itself and once through it to the
//! terminal outside: which of the two is let through is a setting of theirs.

use base64ct::{Base64, Encoding as _};

/// The most that terminals take, in bytes of the whole sequence.
const MOST: usize = 100_000;

/// Between a text and its terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Through {
    /// Nothing.
    #[default]
    Nothing,
    /// tmux.
    Tmux,
}

/// Why a text does not reach a clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotCopied {
    /// It is longer than terminals take.
    TooLong,
    /// This terminal has no clipboard.
    NoClipboard,
}

/// The sequence that copies a text. Characters that steer are left out: whatever pastes it later may
/// be a shell.
///
/// # Errors
/// When it is too long.
pub fn sequence(text: &str, through: Through) -> Result<String, NotCopied> {
    let plain: String = text.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    let own = format!("\x1b]52;c;{}\x07", Base64::encode_string(plain.as_bytes()));
    if own.len() > MOST {
        return Err(NotCopied::TooLong);
    }
    Ok(match through {
        Through::Nothing => own,
        Through::Tmux => format!("{own}\x1bPtmux;{}\x1b\\", own.replace('\x1b', "\x1b\x1b")),
    })
}

/// Whether a terminal of this name has a clipboard at all: the console of a machine has none.
pub fn has_clipboard(term: &str) -> bool {
    !matches!(term, "" | "dumb" | "linux") && !term.starts_with("vt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_goes_out_whole_and_without_what_steers() {
        let sent = sequence("太安路\x1b[2J\r\n\u{9b}迁改\n", Through::Nothing).unwrap();
        let inside = sent.strip_prefix("\x1b]52;c;").and_then(|rest| rest.strip_suffix('\x07'));
        let bytes = Base64::decode_vec(inside.unwrap()).unwrap();
        assert_eq!(String::from_utf8(bytes).unwrap(), "太安路[2J\n迁改\n");
    }

    #[test]
    fn through_tmux_it_goes_both_ways() {
        let sent = sequence("甲", Through::Tmux).unwrap();
        assert_eq!(sent, "\x1b]52;c;55Sy\x07\x1bPtmux;\x1b\x1b]52;c;55Sy\x07\x1b\\");
    }

    #[test]
    fn what_terminals_do_not_take_is_not_sent() {
        assert!(sequence(&"a".repeat(74_000), Through::Nothing).is_ok());
        assert_eq!(sequence(&"a".repeat(75_000), Through::Nothing), Err(NotCopied::TooLong));
        for (term, has) in
            [("xterm-256color", true), ("linux", false), ("vt220", false), ("tmux-256color", true)]
        {
            assert_eq!(has_clipboard(term), has, "{term}");
        }
    }
}
