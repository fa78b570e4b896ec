//! A text with the keys that its reader has: what is ours in it is said anew, what was filled into its
//! places stays as it is, whatever it looks like.

use std::cell::Cell;
use std::fmt::{self, Write};

use super::Lang;

/// A text that may name keys.
pub trait Says {
    /// The text in a language; `own` says the parts of it that are ours.
    fn by(&self, lang: Lang, own: &dyn Fn(&str) -> String) -> String;
}

/// Where a sentence is put together.
pub(super) struct Sheet<'a> {
    /// What stands there by now.
    pub(super) text: String,
    own: &'a dyn Fn(&str) -> String,
    given: &'a Given,
}

/// Whether what is being written was given, and is not ours.
#[derive(Default)]
pub(super) struct Given(Cell<bool>);

/// What fills a place of a sentence.
pub(super) struct Filling<'a> {
    text: &'a str,
    given: &'a Given,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(own: &'a dyn Fn(&str) -> String, given: &'a Given) -> Self {
        Self { text: String::new(), own, given }
    }
}

impl Given {
    pub(super) fn of<'a>(&'a self, text: &'a str) -> Filling<'a> {
        Filling { text, given: self }
    }
}

impl Write for Sheet<'_> {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        if self.given.0.get() {
            self.text.push_str(part);
        } else {
            self.text.push_str(&(self.own)(part));
        }
        Ok(())
    }
}

impl Filling<'_> {
    fn put(&self, write: impl FnOnce(&str) -> fmt::Result) -> fmt::Result {
        self.given.0.set(true);
        let put = write(self.text);
        self.given.0.set(false);
        put
    }
}

impl fmt::Display for Filling<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.put(|text| f.write_str(text))
    }
}

impl fmt::Debug for Filling<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.put(|text| fmt::Debug::fmt(text, f))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Hint, Notice};

    #[test]
    fn what_is_ours_is_said_anew_and_what_was_given_is_not() {
        let own = |text: &str| text.replace("F4", "F6").replace("F2", "^E");
        let why = "F4 号楼停电".to_owned();
        let said = Notice::SealedNotCommitted { why }.by(Lang::Zh, &own);
        assert_eq!(said, "已封存，F4 号楼停电（F6 输入 入库 再试）");
        let quoted = Notice::NotATime { text: "F4\u{1b}".into() }.by(Lang::En, &own);
        assert_eq!(quoted, r#""F4\u{1b}" is no time; write 14:30 or 1430"#);
        assert_eq!(Hint::SaveF2.by(Lang::Zh, &own), "^E 保存");
    }
}
