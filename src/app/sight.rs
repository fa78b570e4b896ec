//! What one pair of eyes can make out: colours, theme, and the width of doubtful characters.
//!
//! A seat carries it, `view` draws by it. It must never look at the world: `shell` reads TERM,
//! NO_COLOR and the width probe, and hands the result over.

use serde::{Deserialize, Serialize};

use super::script::Script;

/// How a seat's terminal shows things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sight {
    /// How many colours there are.
    pub depth: Depth,
    /// Which set of colours the person chose.
    pub theme: Theme,
    /// How wide the terminal draws “ ” … — ① and their like.
    pub ambiguous: Ambiguous,
    /// In which script the person reads.
    pub script: Script,
    /// Of what frames and rules are made.
    pub frame: Frame,
    /// Whether colour repeats how something stands.
    pub lights: Lights,
}

/// What a seat says of itself at the foot of F1, for whoever helps from afar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// Name and version of the program: `yiding 0.1.0`.
    pub program: String,
    /// What the terminal calls itself: `xterm-256color`.
    pub terminal: String,
    /// Whether paper comes out of this machine.
    pub printer: Printer,
}

/// Whether a machine has a program that prints.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Printer {
    /// It has one.
    There,
    /// It has none.
    #[default]
    Missing,
}

/// How many colours a terminal shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None: bold, underline and reverse only (`NO_COLOR`).
    #[default]
    Mono,
    /// The sixteen of the terminal's own palette.
    Sixteen,
    /// The 256 of xterm.
    Indexed,
    /// 24 bit.
    True,
}

/// A set of colours. Only the two of high contrast paint a background of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Nobody told us whether the background is dark or light: readable on both.
    #[default]
    #[serde(alias = "标准")]
    Standard,
    /// 标准深
    #[serde(alias = "标准深")]
    StandardDark,
    /// 标准浅
    #[serde(alias = "标准浅")]
    StandardLight,
    /// 高对比黑底
    #[serde(alias = "高对比黑底")]
    ContrastDark,
    /// 高对比白底
    #[serde(alias = "高对比白底")]
    ContrastLight,
    /// 单色
    #[serde(alias = "单色")]
    Mono,
}

impl Theme {
    /// Every theme, in the order in which F9 lists them.
    pub const ALL: [Self; 6] = [
        Self::Standard,
        Self::StandardDark,
        Self::StandardLight,
        Self::ContrastDark,
        Self::ContrastLight,
        Self::Mono,
    ];
}

/// Of what frames and rules are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Frame {
    /// `+`, `-` and `|`, which every terminal draws in one column.
    #[default]
    Ascii,
    /// `┌`, `─` and `│`, which some draw in two.
    Lines,
}

/// Whether colour repeats how something stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lights {
    /// It does.
    #[default]
    Coloured,
    /// Mark and word say it alone.
    Plain,
}

/// The columns of a character whose East Asian Width is Ambiguous.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ambiguous {
    /// One column, as most terminals outside East Asia draw them.
    #[default]
    Narrow,
    /// Two columns, as many Chinese terminals draw them.
    Wide,
}
