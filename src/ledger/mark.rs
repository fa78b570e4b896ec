//! What a reviewer may leave: 已阅 and 批注.
//!
//! A mark is no record. It lies in a file of its reviewer's own until the close folds it into the
//! snapshot; what is said in it enters the record only when the desk puts it to the meeting.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::{About, RecordId};

/// A reviewer's mark on a row or a decision, folded into the snapshot at the close.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// On what.
    pub about: About,
    /// The reviewer, as their key's comment names them.
    pub by: String,
    /// 已阅, or what was said.
    pub remark: Remark,
}

/// What a mark says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Remark {
    /// 已阅
    Seen,
    /// 批注 or 提问
    Said(String),
}

/// One line of a reviewer's own file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Jotting {
    /// When, by the clock of the reviewer's seat: it orders the marks of different reviewers, and no record.
    pub at: DateTime<FixedOffset>,
    /// What was done.
    pub what: Jot,
}

/// What a reviewer does to their marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Jot {
    /// The seat was taken.
    Came,
    /// The seat was left.
    Left,
    /// 已阅
    Seen(About),
    /// 已阅 taken back.
    Unseen(About),
    /// 批注 or 提问
    Said(About, String),
    /// The newest record that was on the screen: what came after it was missed.
    Saw(RecordId),
}

/// Somebody who came to read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reader {
    /// Under which name.
    pub name: String,
    /// Whether they sit there now.
    pub here: bool,
}

/// The marks that the lines of reviewers come to, in the order in which they were left.
pub fn marks<'a>(jots: impl IntoIterator<Item = (&'a str, Jot)>) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for (by, jot) in jots {
        let of = |about, remark| Mark { about, by: by.to_owned(), remark };
        match jot {
            Jot::Came | Jot::Left | Jot::Saw(_) => {}
            Jot::Seen(about) => {
                let mark = of(about, Remark::Seen);
                if !marks.contains(&mark) {
                    marks.push(mark);
                }
            }
            Jot::Unseen(about) => {
                let seen = of(about, Remark::Seen);
                marks.retain(|mark| *mark != seen);
            }
            Jot::Said(about, text) => marks.push(of(about, Remark::Said(text))),
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn about(row: u8) -> About {
        About::Decision(format!("2023-09-15/{}", row % 3 + 1).parse().unwrap())
    }

    proptest! {
        /// 已阅 is there or it is not, whatever was pressed before; nothing that was said goes.
        #[test]
        fn the_last_word_on_a_row_counts(jots in prop::collection::vec((0_u8..3, 0_u8..3), 0..20)) {
            let lines = jots.iter().map(|(row, kind)| match kind {
                0 => Jot::Seen(about(*row)),
                1 => Jot::Unseen(about(*row)),
                _ => Jot::Said(about(*row), "何时开工".into()),
            });
            let others = [("政研室", Jot::Seen(about(0))), ("政研室", Jot::Unseen(about(0)))];
            let marks = marks(lines.map(|jot| ("督查室", jot)).chain(others));
            for row in 0..3 {
                let last = jots.iter().rev().find(|(at, kind)| *at == row && *kind < 2);
                let seen = marks.iter().filter(|m| m.about == about(row) && m.remark == Remark::Seen);
                prop_assert_eq!(seen.count(), usize::from(last.is_some_and(|(_, kind)| *kind == 0)));
            }
            let said = marks.iter().filter(|mark| matches!(mark.remark, Remark::Said(_))).count();
            prop_assert_eq!(said, jots.iter().filter(|(_, kind)| *kind == 2).count());
        }
    }
}
