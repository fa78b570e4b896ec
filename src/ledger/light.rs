//! 亮灯: mark, word and colour together, because colours mean different things in different places.

use serde::{Deserialize, Serialize};

use crate::words::{Lang, Shine};

/// How a row or a decision stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Light {
    /// 逾期
    Overdue,
    /// 滞后
    Behind,
    /// 临期
    DueSoon,
    /// 未报
    Unreported,
    /// 未下达
    NotIssued,
    /// 未启动
    NotStarted,
    /// 未到期
    NotDue,
    /// 正常
    OnTrack,
    /// 已完成 of targets, 办结 of matters.
    Done,
}

impl Light {
    /// Every light, worst first.
    pub const ALL: [Self; 9] = [
        Self::Overdue,
        Self::Behind,
        Self::DueSoon,
        Self::Unreported,
        Self::NotIssued,
        Self::NotStarted,
        Self::NotDue,
        Self::OnTrack,
        Self::Done,
    ];

    /// The mark that is read without colour.
    pub const fn mark(self) -> char {
        match self {
            Self::OnTrack => '=',
            Self::DueSoon => '~',
            Self::Behind => '!',
            Self::Overdue => 'X',
            Self::Done => '*',
            Self::NotStarted => '.',
            Self::Unreported => '?',
            Self::NotDue => '-',
            Self::NotIssued => 'o',
        }
    }

    /// The code of scripts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::OnTrack => "on_track",
            Self::DueSoon => "due_soon",
            Self::Behind => "behind",
            Self::Overdue => "overdue",
            Self::Done => "done",
            Self::NotStarted => "not_started",
            Self::Unreported => "unreported",
            Self::NotDue => "not_due",
            Self::NotIssued => "not_issued",
        }
    }

    /// The word for people.
    pub const fn word(self) -> Shine {
        match self {
            Self::OnTrack => Shine::OnTrack,
            Self::DueSoon => Shine::DueSoon,
            Self::Behind => Shine::Behind,
            Self::Overdue => Shine::Overdue,
            Self::Done => Shine::Done,
            Self::NotStarted => Shine::NotStarted,
            Self::Unreported => Shine::Unreported,
            Self::NotDue => Shine::NotDue,
            Self::NotIssued => Shine::NotIssued,
        }
    }

    /// The light that a person means by its mark, its code or its word in either language.
    pub fn named(text: &str) -> Option<Self> {
        let mut mark = [0; 4];
        Self::ALL.into_iter().find(|light| {
            light.code() == text
                || light.mark().encode_utf8(&mut mark) == text
                || [Lang::Zh, Lang::En].iter().any(|lang| light.word().text(*lang) == text)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_light_is_known_by_every_name_that_it_has() {
        for light in Light::ALL {
            let mark = light.mark().to_string();
            let words = [Lang::Zh, Lang::En].map(|lang| light.word().text(lang));
            for name in [mark.as_str(), light.code(), words[0], words[1]] {
                assert_eq!(Light::named(name), Some(light), "{name}");
            }
        }
        for name in ["", "红灯", "办结", "Behind", "auto"] {
            assert_eq!(Light::named(name), None, "{name}");
        }
    }
}
