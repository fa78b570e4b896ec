//! The input method, tried by a person: whether Han arrive, and whether the keys of the program
//! arrive while it is on.
//!
//! It stays on the lines of the shell, so that the candidate window stands where it would anywhere.

use std::path::Path;

use super::chart::{Chart, Line};
use crate::app::Keymap;
use crate::app::key::Key;
use crate::shell::args::Trial as Asked;
use crate::shell::terminal::OWN;
use crate::shell::terminal::ask::Asking;
use crate::view::shown::Shown;
use crate::words::Lang;
use crate::words::doctor::{Cure, Found, Topic, Trial, Ward};

/// What is typed by the input method.
const WORD: &str = "道里";

/// What is said when nobody tries: nothing unless it was asked for in vain.
pub(super) fn unasked(lang: Lang, asked: Asked) -> Vec<Line> {
    let mut chart = Chart::new(Ward::Terminal, lang);
    match asked {
        Asked::Asked => chart.unasked(Topic::InputMethod, &Found::NoTerminal, &Cure::AskKeys),
        Asked::Unasked => chart.unasked(Topic::InputMethod, &Found::NotTried, &Cure::AskKeys),
    }
    chart.lines
}

/// Tries it, step by step.
pub(super) fn run(lang: Lang, keymap: &Keymap) -> Vec<Line> {
    let mut chart = Chart::new(Ward::Terminal, lang);
    match Asking::take(Path::new(OWN)) {
        Ok(Some(terminal)) => {
            let mut person = Person { terminal, lang, left: false };
            // What records at the desk is what has to arrive.
            let own = keymap.on(Key::F(2)).into_iter().find(|key| key.passes());
            let record = own.unwrap_or(Key::F(2));
            person.say(&Trial::Start);
            person.line("");
            let arrived = person.types(&mut chart);
            let press = Trial::Press { key: record.to_string() };
            person.press(&mut chart, &press, &record.to_string(), &[record]);
            person.press(&mut chart, &Trial::Digits, "14", &[Key::Char('1'), Key::Char('4')]);
            person.press(&mut chart, &Trial::Arrow, "Down", &[Key::Down]);
            if arrived {
                person.window(&mut chart);
            }
        }
        Ok(None) => chart.unasked(Topic::InputMethod, &Found::NotBefore, &Cure::AskKeys),
        Err(_) => chart.unasked(Topic::InputMethod, &Found::NoTerminal, &Cure::AskKeys),
    }
    chart.lines
}

/// Whoever sits at the keyboard.
struct Person {
    terminal: Asking,
    lang: Lang,
    /// They have had enough.
    left: bool,
}

impl Person {
    /// The first step. Whether Han arrived.
    fn types(&mut self, chart: &mut Chart) -> bool {
        self.say(&Trial::Type);
        let Some(text) = self.text() else {
            self.skipped(chart, WORD);
            return false;
        };
        self.line("");
        let han = text.chars().any(|c| ('一'..='龥').contains(&c));
        let what = match text.as_str() {
            WORD => return self.right(chart, WORD),
            "" => self.came(WORD, &Trial::Nothing.text(self.lang)),
            text if han => self.came(WORD, text),
            text => Trial::Letters { text: text.to_owned() }.text(self.lang),
        };
        if han {
            chart.note(Topic::InputMethod, &Found::Said { what }, &Cure::InputMethodOn);
        } else {
            chart.fault(Topic::InputMethod, &Found::Said { what }, &Cure::InputMethodOn);
        }
        han
    }

    /// Keys that must arrive while the input method is on.
    fn press(&mut self, chart: &mut Chart, ask: &Trial, name: &str, wanted: &[Key]) {
        self.say(ask);
        let mut came = Vec::new();
        while came.len() < wanted.len() {
            match self.key() {
                None => return self.skipped(chart, name),
                Some(Key::Esc) if wanted != [Key::Esc] => return self.skipped(chart, name),
                Some(key) => came.push(key.command()),
            }
            if came != wanted[..came.len()] {
                break;
            }
        }
        let shown: Vec<String> = came.iter().map(|key| key.name()).collect();
        self.line(&shown.join(" "));
        if came == wanted {
            self.right(chart, name);
        } else {
            let what = self.came(name, &shown.join(" "));
            chart.fault(Topic::InputMethod, &Found::Said { what }, &Cure::OtherKeys);
        }
    }

    fn window(&mut self, chart: &mut Chart) {
        self.say(&Trial::Window);
        let answer = self.key();
        self.line("");
        match answer.map(Key::command) {
            Some(Key::Char('1')) => {
                let what = Trial::Beside.text(self.lang);
                chart.good(Topic::InputMethod, &Found::Said { what });
            }
            Some(Key::Char('2')) => {
                let what = Trial::Adrift.text(self.lang);
                chart.fault(Topic::InputMethod, &Found::Said { what }, &Cure::Elsewhere);
            }
            _ => {}
        }
    }

    fn right(&self, chart: &mut Chart, what: &str) -> bool {
        let what = Trial::Right { what: what.to_owned() }.text(self.lang);
        chart.good(Topic::InputMethod, &Found::Said { what });
        true
    }

    fn skipped(&self, chart: &mut Chart, what: &str) {
        self.line("");
        let what = Trial::Skipped { what: what.to_owned() }.text(self.lang);
        chart.unasked(Topic::InputMethod, &Found::Said { what }, &Cure::AskKeys);
    }

    fn came(&self, what: &str, as_what: &str) -> String {
        let (what, as_what) = (what.to_owned(), as_what.to_owned());
        Trial::Came { what, as_what }.text(self.lang)
    }

    /// One line of text, shown as it comes; none when it is skipped.
    fn text(&mut self) -> Option<String> {
        let mut text = String::new();
        loop {
            match self.key()? {
                Key::Enter => return Some(text.trim().to_owned()),
                Key::Esc => return None,
                Key::Backspace if text.pop().is_some() => self.put("\x1b[D \x1b[D\x1b[D \x1b[D"),
                Key::Char(c) => {
                    text.push(c);
                    self.put(Shown::new(c.to_string()).as_str());
                }
                _ => {}
            }
        }
    }

    fn key(&mut self) -> Option<Key> {
        if self.left {
            return None;
        }
        let key = self.terminal.key();
        self.left = key.is_none();
        key
    }

    fn say(&self, what: &Trial) {
        if !self.left {
            self.put(&what.text(self.lang));
        }
    }

    fn line(&self, text: &str) {
        if !self.left {
            self.put(&format!("{text}\r\n"));
        }
    }

    /// A terminal that is gone has nobody before it.
    fn put(&self, text: &str) {
        let _ = self.terminal.say(text);
    }
}
