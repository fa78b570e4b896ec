//! The page of GB/T 9704-2012 in twentieths of a point: on this the document and its preview both stand.
//!
//! Characters of 三号 stand a fifth of a point closer than their size, so that 28 of them fill 156 mm.
//! One of half width then takes a hair less than half of that. A line takes what 56 half characters
//! take, however they are mixed, and never one more: the preview may count in halves.

/// 22 lines fill 225 mm.
pub(super) const LINE: u32 = 579;
/// How many of them a page has.
pub(super) const LINES: u32 = 22;
/// The height of the text.
pub(super) const HEIGHT: u32 = LINES * LINE;
/// 28 characters fill 156 mm: 16 points less a fifth.
pub(super) const CHARACTER: u32 = 316;
/// By how much characters of 三号 stand closer.
pub(super) const CLOSER: i32 = -4;
/// The width of the text: 28 characters, and a little more, since some programs bring no character
/// closer that stands before one of another script; less than half a character more.
pub(super) const WIDTH: u32 = 28 * CHARACTER + 40;
/// A character of 四号, in which the foot is set.
pub(super) const SMALL: u32 = 280;
/// A character of 二号, in which the title is set.
pub(super) const LARGE: u32 = 440;
/// A line of the title.
pub(super) const TITLE_LINE: u32 = 700;
/// How many characters of 二号 a line of the title holds.
pub(super) const TITLE: usize = 20;
/// 纪要标志: its upper edge 35 mm below that of the text.
pub(super) const MARK_BEFORE: u32 = 1_984;
/// Between the line of the organ and the red rule, in points; with the room below its characters 4 mm.
pub(super) const RULE_SPACE: u32 = 5;
/// How thick the red rule is, in eighths of a point.
pub(super) const RULE_THICK: u32 = 12;
/// The line behind the foot, too low to be seen.
pub(super) const ANCHOR: u32 = 20;
/// 四号 in half points.
pub(super) const FOURTH: u32 = 28;

/// 纪要标志, in half points: as large as one line takes, and no larger than is usual.
pub(super) fn mark_size(mark: &str) -> u32 {
    let count = u32::try_from(mark.chars().count()).unwrap_or(u32::MAX).max(1);
    // From twentieths of a point to half points; nine tenths of the width are enough.
    (WIDTH * 9 / 100 / count).clamp(FOURTH, 2 * 45)
}

/// How high a line of the mark is.
pub(super) fn mark_line(size: u32) -> u32 {
    size * 12
}
