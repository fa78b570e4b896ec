//! 类别: the kind, the answer and the marks of a decision as words of one field, the same words that
//! stand before a line: 要求 原则同意 待定.

use crate::ledger::{Decision, DecisionKind, Outcome};
use crate::words::{Lang, Notice, Sign};

/// What the field says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flags {
    kind: DecisionKind,
    outcome: Outcome,
    marks: [bool; 3],
}

/// The marks of a decision, in the order of the field.
const MARKS: [Sign; 3] = [Sign::Pending, Sign::Untracked, Sign::NotInMinutes];

/// The words of a decision: its kind always, the rest where it is not the usual.
pub(super) fn text(decision: &Decision, lang: Lang) -> String {
    let marks = [decision.pending, decision.untracked, decision.not_in_minutes];
    let outcome = Some(decision.outcome).filter(|outcome| *outcome != Outcome::default());
    let words = match lang {
        Lang::Zh => [Some(decision.kind.word().text(lang)), outcome.map(|o| o.word().text(lang))],
        Lang::En => [Some(decision.kind.code()), outcome.map(Outcome::code)],
    };
    let marks = MARKS.iter().zip(marks).filter(|(_, is)| *is).map(|(sign, _)| sign.text(lang));
    words.into_iter().flatten().chain(marks).collect::<Vec<_>>().join(" ")
}

impl Flags {
    /// Reads the words of the field, in either language.
    pub(super) fn read(text: &str) -> Result<Self, Notice> {
        let mut flags = Self::default();
        let words = text.split(|c: char| c.is_whitespace() || "、,，；;：:".contains(c));
        for word in words.filter(|word| !word.is_empty()) {
            let mark = MARKS
                .iter()
                .position(|sign| [Lang::Zh, Lang::En].iter().any(|lang| sign.text(*lang) == word));
            match (DecisionKind::named(word), Outcome::named(word), mark) {
                (Some(kind), _, _) => flags.kind = kind,
                (_, Some(outcome), _) => flags.outcome = outcome,
                (_, _, Some(mark)) => flags.marks[mark] = true,
                _ => return Err(Notice::NotAKind { text: word.into() }),
            }
        }
        Ok(flags)
    }

    /// Puts them into a decision.
    pub(super) fn put(self, decision: &mut Decision) {
        let Self { kind, outcome, marks: [pending, untracked, not_in_minutes] } = self;
        (decision.kind, decision.outcome) = (kind, outcome);
        (decision.pending, decision.untracked) = (pending, untracked);
        decision.not_in_minutes = not_in_minutes;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_decision_read_back() {
        for (words, shown) in [
            ("议定", "议定"),
            ("", "议定"),
            ("要求 原则同意", "要求 原则同意"),
            ("原则同意、待定", "议定 原则同意 待定"),
            ("required pending", "要求 待定"),
            ("暂缓 不列督办 不入纪要", "议定 暂缓 不列督办 不入纪要"),
        ] {
            let mut decision = Decision { pending: true, ..Decision::default() };
            Flags::read(words).unwrap().put(&mut decision);
            assert_eq!(text(&decision, Lang::Zh), shown, "{words}");
            let english = text(&decision, Lang::En);
            assert_eq!(Flags::read(&english), Flags::read(shown), "{english}");
        }
        let wrong = Notice::NotAKind { text: "加急".into() };
        assert_eq!(Flags::read("议定 加急"), Err(wrong));
    }
}
