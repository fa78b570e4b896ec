//! What a guest's client sends, as inputs of a seat: keys, bursts, pastes, and what its terminal
//! answers to the probe.

use std::time::{Duration, Instant};

use crate::app::Input;
use crate::app::key::{Key, inputs};
use crate::app::sight::Ambiguous;
use crate::shell::terminal::decode::{Decoder, Heard};
use crate::shell::terminal::paint::{REPORTS, Trust, verdict};

/// How long after a paste keys are ignored: a pasted end-of-paste must not start commands.
const QUIET: Duration = Duration::from_millis(50);

/// One guest's ear.
#[derive(Debug, Default)]
pub struct Ear {
    decoder: Decoder,
    quiet_until: Option<Instant>,
    /// Reports of the probe, while it is waited for.
    reports: Option<Vec<u16>>,
    /// Which glyphs this terminal draws as wide as we think.
    pub trust: Trust,
}

impl Ear {
    /// The answers to a probe are to come.
    pub fn expect_reports(&mut self) {
        self.reports = Some(Vec::new());
    }

    /// Takes bytes that came at `now`.
    pub fn hear(&mut self, bytes: &[u8], now: Instant) -> Vec<Input> {
        let heard = self.decoder.feed(bytes);
        self.inputs(heard, now)
    }

    /// How long to wait for the rest of what is half here.
    pub fn patience(&self) -> Option<Duration> {
        self.decoder.patience()
    }

    /// The rest does not come.
    pub fn settle(&mut self, now: Instant) -> Vec<Input> {
        let heard = self.decoder.settle();
        self.inputs(heard, now)
    }

    fn inputs(&mut self, heard: Vec<Heard>, now: Instant) -> Vec<Input> {
        let (mut keys, mut all): (Vec<Key>, Vec<Input>) = (Vec::new(), Vec::new());
        for one in heard {
            let other = match one {
                Heard::Key(_) if self.quiet_until.is_some_and(|until| now < until) => continue,
                Heard::Key(key) => {
                    keys.push(key);
                    continue;
                }
                Heard::Paste(text) => {
                    self.quiet_until = Some(now + QUIET);
                    Some(Input::Paste(text))
                }
                Heard::Mouse(mouse) => Some(Input::Mouse(mouse)),
                Heard::Column(column) => self.report(column).map(Input::Measured),
            };
            all.append(&mut inputs(&keys));
            keys.clear();
            all.extend(other);
        }
        all.append(&mut inputs(&keys));
        all
    }

    fn report(&mut self, column: u16) -> Option<Ambiguous> {
        let reports = self.reports.as_mut()?;
        reports.push(column);
        if reports.len() < REPORTS {
            return None;
        }
        let (wide, trust) = verdict(reports);
        (self.reports, self.trust) = (None, trust);
        Some(if wide { Ambiguous::Wide } else { Ambiguous::Narrow })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_pastes_and_answers_are_told_apart() {
        let (mut ear, now) = (Ear::default(), Instant::now());
        let heard = ear.hear(b"\x1b[A\x1b[200~ab\x1b[201~q", now);
        assert_eq!(heard, [Input::Key(Key::Up), Input::Paste("ab".to_owned())], "q is ignored");
        assert_eq!(ear.hear(b"q", now + QUIET), [Input::Key(Key::Char('q'))]);
        let answers = b"\x1b[1;2R\x1b[1;2R\x1b[1;2R\x1b[1;2R\x1b[1;3R";
        assert_eq!(ear.hear(answers, now), [], "nobody asked");
        ear.expect_reports();
        assert_eq!(ear.hear(answers, now), [Input::Measured(Ambiguous::Narrow)]);
        assert_eq!(ear.trust, Trust::Han);
    }

    #[test]
    fn half_a_key_is_waited_for() {
        let (mut ear, now) = (Ear::default(), Instant::now());
        assert_eq!(ear.hear(b"\x1b", now), []);
        assert!(ear.patience().is_some());
        assert_eq!(ear.settle(now), [Input::Key(Key::Esc)]);
        assert_eq!(ear.patience(), None);
    }
}
