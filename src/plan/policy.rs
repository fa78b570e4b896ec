//! The rules by which lights are judged, as data: a plan picks one by name and may change any number.
//!
//! Points are percentage points. Nothing here judges; `judge` reads these numbers and prints the
//! rule's name beside every light.

use serde::{Deserialize, Serialize};

use super::Number;

/// One rule.
///
/// Every field may be left out of `plan.ron`: it is then that of [`Policy::default`]. So none is left
/// out by the program, which would make a number of a `None`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Policy {
    /// Points behind pace up to which a sum is still 正常.
    pub slack: Number,
    /// Points behind pace beyond which a red sheet is due and not a yellow one; none for no red.
    pub severe: Option<Number>,
    /// Points by which a rate with 左右 may miss its target.
    pub about: Number,
    /// Points below its target up to which any other rate is still 正常.
    pub rate_slack: Number,
    /// Sums of so many at most are judged by their nodes, never by pace: 1 of 2 is not 50 %.
    pub small: u16,
    /// Days before a due day from which something is 临期.
    pub soon: u16,
    /// Months after its planned month in which a node is not yet 滞后.
    pub node_slack: u16,
    /// Months after its planned month from which a red sheet is due; none for no red.
    pub node_severe: Option<u16>,
    /// The day of the month on which last month's figures are due.
    pub report_day: u8,
    /// Reports that may be missing before a target is 未报.
    pub missing: u16,
    /// Days without feedback after which an open decision is 未报; none for never.
    pub feedback: Option<u16>,
}

/// The rules that ship: the name in `plan.ron` and on paper, and one without Han for the command line.
pub const SHIPPED: [(&str, &str); 3] =
    [("通用", "default"), ("宣城", "xuancheng"), ("银川", "yinchuan")];

impl Policy {
    /// A rule that ships, by either of its names.
    pub fn shipped(name: &str) -> Option<(&'static str, Self)> {
        let (han, code) = SHIPPED.into_iter().find(|(han, code)| *han == name || *code == name)?;
        let policy = match code {
            // Below month/12, or a growth below its target: 未达序时.
            "xuancheng" => Self { slack: Number::from(0), severe: None, ..Self::default() },
            // At or ahead is green, 10 to 30 points behind yellow, over 30 red; the gap below 10 that
            // it leaves open is green here: 9.9 is the last below ten, as shares have one decimal. A
            // start missed in its month yellow, by three months red.
            "yinchuan" => Self { slack: Number::tenths(99), ..Self::default() },
            _ => Self::default(),
        };
        Some((han, policy))
    }
}

/// 通用: closes the gaps that the two published rules leave open.
impl Default for Policy {
    fn default() -> Self {
        Self {
            slack: Number::from(5),
            severe: Some(Number::from(30)),
            about: Number::tenths(5),
            rate_slack: Number::from(0),
            small: 3,
            soon: 7,
            node_slack: 0,
            node_severe: Some(3),
            report_day: 10,
            missing: 1,
            feedback: Some(60),
        }
    }
}
