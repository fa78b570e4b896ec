//! 版头和版记: what the papers of the issuing body say of itself, and its own wording of the phrases
//! that return in every paper.
//!
//! Nothing of it was adopted by anybody: people edit it all year, and no digest stands on it.

use serde::{Deserialize, Serialize};

use super::Table;

/// What stands at the head and at the foot of papers. What is empty is left out, or has a usual form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letterhead {
    /// 纪要标志, the red line of minutes: 道里区人民政府专题会议纪要.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub mark: String,
    /// How minutes are numbered: `第{number}期`, `〔{year}〕{number}号`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// 印发机关
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub office: String,
    /// 落款: who signs notices; the organ unless it is given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub signature: String,
    /// 抄送
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copies: Vec<String>,
    /// In which layout papers are, unless it is asked for otherwise; that of the standard by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub style: Option<Style>,
    /// Phrases in other words than ours.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub phrases: Table<Phrase, String>,
}

/// The layout of papers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Style {
    /// 公文格式: GB/T 9704-2012.
    #[default]
    Standard,
    /// A layout of no country, on A4.
    Plain,
    /// The same on Letter.
    Letter,
}

impl Style {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Standard, Self::Plain, Self::Letter];

    /// Its name in files and on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Plain => "plain",
            Self::Letter => "letter",
        }
    }

    /// Whether it is that of the standard.
    pub const fn is_standard(self) -> bool {
        matches!(self, Self::Standard)
    }
}

/// A phrase that returns in every paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phrase {
    /// 会议听取了{who}{what}。
    Heard,
    /// 会议还听取了{what}。
    AlsoHeard,
    /// 会议议定：
    Settled,
    /// 会议要求：
    Required,
    /// 会议还研究了其他事项。
    Others,
    /// 现将会议议定事项纪要如下：
    Follows,
    /// 会议没有形成议定事项。
    Nothing,
}

impl Phrase {
    /// Its name in files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Heard => "heard",
            Self::AlsoHeard => "also_heard",
            Self::Settled => "settled",
            Self::Required => "required",
            Self::Others => "others",
            Self::Follows => "follows",
            Self::Nothing => "nothing",
        }
    }

    /// The blanks that a wording of it may have.
    pub const fn blanks(self) -> &'static [&'static str] {
        match self {
            Self::Heard => &["{who}", "{what}"],
            Self::AlsoHeard => &["{what}"],
            Self::Settled | Self::Required | Self::Others | Self::Follows | Self::Nothing => &[],
        }
    }
}

impl Letterhead {
    /// The blanks of [`Letterhead::number`].
    pub const BLANKS: &'static [&'static str] = &["{year}", "{number}"];

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The same, what it leaves empty taken from another.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        let text = |own: &String, theirs: &String| {
            if own.is_empty() { theirs.clone() } else { own.clone() }
        };
        let copies = if self.copies.is_empty() { &other.copies } else { &self.copies };
        let phrases = other.phrases.iter().chain(&self.phrases);
        Self {
            mark: text(&self.mark, &other.mark),
            number: text(&self.number, &other.number),
            office: text(&self.office, &other.office),
            signature: text(&self.signature, &other.signature),
            copies: copies.clone(),
            style: self.style.or(other.style),
            phrases: phrases.map(|(phrase, said)| (*phrase, said.clone())).collect(),
        }
    }
}

/// The first blank of a text that is not among those that it may have: `{date}`.
pub(super) fn unknown_blank<'a>(text: &'a str, among: &[&str]) -> Option<&'a str> {
    let mut rest = text;
    while let Some(from) = rest.find(['{', '}']) {
        let opened = &rest[from..];
        let end = opened.find('}').map_or(opened.len(), |end| end + 1);
        let blank = &opened[..end];
        if !among.contains(&blank) {
            return Some(blank);
        }
        rest = &opened[end..];
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_that_is_not_known_is_found() {
        for (text, unknown) in [
            ("第{number}期", None),
            ("〔{year}〕{number}号", None),
            ("第{n}期", Some("{n}")),
            ("第{number期", Some("{number期")),
            ("第number}期", Some("}")),
            ("{number}{ year}", Some("{ year}")),
        ] {
            assert_eq!(unknown_blank(text, Letterhead::BLANKS), unknown, "{text}");
        }
    }

    #[test]
    fn a_series_says_what_is_its_own() {
        let phrases = |said: &str| [(Phrase::Settled, said.to_owned())].into_iter().collect();
        let house = Letterhead {
            mark: "会议纪要".into(),
            copies: vec!["区委办公室".into()],
            phrases: phrases("会议决定："),
            ..Letterhead::default()
        };
        let own = Letterhead { mark: "常务会议纪要".into(), ..Letterhead::default() };
        let both = own.or(&house);
        assert_eq!((both.mark.as_str(), &both.copies), ("常务会议纪要", &house.copies));
        assert_eq!(both.phrases, phrases("会议决定："));
        let own = Letterhead { phrases: phrases("会议明确："), ..own };
        assert_eq!(own.or(&house).phrases, phrases("会议明确："));
        assert!(Letterhead::default().is_empty() && Letterhead::default().or(&house) == house);
    }
}
