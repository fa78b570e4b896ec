//! Where lines end, as Chinese is set (GB/T 15834-2011, 5.1): what may not begin a line takes the
//! character before it along, what may not end one goes to the next. Nothing hangs out, nothing is
//! squeezed. Words of half characters stay whole, but for a hyphen in them.

use std::ops::Range;

use unicode_width::UnicodeWidthChar as _;

/// What never begins a line.
pub const NEVER_FIRST: &str = "!%),.:;?]}、。，．：；？！）〕】》〉」』〗］｝”’…—～·％‰℃°′″";
/// What never ends one.
pub const NEVER_LAST: &str = "([{（〔【《〈「『〖［｛“‘￥＄";

/// How wide lines are, and what characters take of them, in any unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// The room of the first line.
    pub(super) first: u32,
    /// The room of those that follow.
    pub(super) rest: u32,
    /// What a half character takes.
    pub(super) half: u32,
}

/// The lines of a text, as ranges of its bytes; blanks at the end of a line belong to none. A text
/// without a character is one line.
pub(super) fn lines(text: &str, room: Room) -> Vec<Range<usize>> {
    let all: Vec<(usize, char)> = text.char_indices().collect();
    let mut lines = Vec::new();
    let mut from = 0;
    loop {
        let room = room_of(room, lines.len());
        let to = from + end(&all[from..], room);
        lines.push(trimmed(&all, from, to, text.len()));
        from = to;
        while from < all.len() && is_blank(all[from].1) {
            from += 1;
        }
        if from >= all.len() {
            return lines;
        }
    }
}

/// How many half characters a text takes.
pub fn halves(text: &str) -> usize {
    text.chars().map(width).sum()
}

fn room_of(room: Room, line: usize) -> u32 {
    let wide = if line == 0 { room.first } else { room.rest };
    wide / room.half.max(1)
}

fn trimmed(all: &[(usize, char)], from: usize, to: usize, len: usize) -> Range<usize> {
    let blanks = all[from..to].iter().rev().take_while(|(_, c)| is_blank(*c)).count();
    let byte = |at: usize| all.get(at).map_or(len, |(byte, _)| *byte);
    byte(from)..byte(to - blanks)
}

/// How many characters of a text stand in a line of so many halves; one at least.
fn end(rest: &[(usize, char)], halves: u32) -> usize {
    let mut used = 0;
    let fits = rest.iter().take_while(|(_, c)| {
        used += width(*c);
        used <= halves as usize
    });
    let fits = fits.count();
    // Blanks hang over the edge.
    if fits == rest.len() || is_blank(rest[fits].1) {
        return fits.max(usize::from(!rest.is_empty()));
    }
    let allowed = (1..=fits).rev().find(|at| may_break(rest, *at));
    allowed.unwrap_or(fits.max(1))
}

/// Whether a line may end before a character of it, not its first.
fn may_break(line: &[(usize, char)], at: usize) -> bool {
    let (before, after) = (line[at - 1].1, line[at].1);
    if is_blank(after) || NEVER_FIRST.contains(after) {
        return false;
    }
    if is_blank(before) {
        return true;
    }
    let glued = |c: char| matches!(c, '"' | '\'');
    if NEVER_LAST.contains(before) || glued(before) || glued(after) {
        return false;
    }
    match (width(before), width(after)) {
        // A word: only behind a hyphen in it. A minus stays with its number.
        (0 | 1, 1) => before == '-' && at > 1 && line[at - 2].1.is_ascii_alphanumeric(),
        (_, 0) => false,
        _ => true,
    }
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '　')
}

/// How many halves a character takes in the fonts of the standard: one if it is ASCII, two if it is
/// not, whatever a terminal makes of it; none if it stands on another.
fn width(c: char) -> usize {
    match c {
        ' '..='~' | '｡'..='ﾟ' => 1,
        c if c.width().unwrap_or(0) == 0 => 0,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str, halves: u32) -> String {
        let room = Room { first: halves, rest: halves, half: 1 };
        let lines = lines(text, room);
        lines.into_iter().map(|line| &text[line]).collect::<Vec<_>>().join("/")
    }

    #[test]
    fn lines_break_as_chinese_is_set() {
        for (text, halves, want) in [
            ("", 8, ""),
            ("甲乙丙丁", 8, "甲乙丙丁"),
            ("甲乙丙丁戊", 8, "甲乙丙丁/戊"),
            // A mark takes the character before it along.
            ("甲乙丙丁，戊", 8, "甲乙丙/丁，戊"),
            ("甲乙丙丁））", 8, "甲乙丙/丁））"),
            ("甲乙丙（丁）", 8, "甲乙丙/（丁）"),
            ("甲“乙丙”", 8, "甲“乙/丙”"),
            ("甲乙丙——丁", 8, "甲乙/丙——丁"),
            ("甲乙丙……丁戊", 8, "甲乙/丙……丁/戊"),
            // A dash between numbers is no beginning either.
            ("甲乙丙1—8月", 8, "甲乙丙/1—8月"),
            // Numbers and words are whole.
            ("甲乙305亿元", 8, "甲乙305/亿元"),
            ("甲乙丙305亿", 8, "甲乙丙/305亿"),
            ("甲乙30.5%，", 8, "甲乙/30.5%，"),
            ("甲乙丙-5%", 8, "甲乙丙/-5%"),
            ("甲2023-09-15", 8, "甲2023-/09-15"),
            ("甲乙丙A/B", 8, "甲乙丙/A/B"),
            ("the quick fox", 9, "the quick/fox"),
            ("the quick fox", 8, "the/quick/fox"),
            // Blanks hang over the edge.
            ("甲乙丙丁　戊", 8, "甲乙丙丁/戊"),
            ("甲乙丙丁 ", 8, "甲乙丙丁"),
            // What cannot break is broken.
            ("ABCDEFGHIJ", 4, "ABCD/EFGH/IJ"),
            ("））））））", 8, "））））/））"),
            ("甲乙", 1, "甲/乙"),
        ] {
            assert_eq!(broken(text, halves), want, "{text}");
        }
    }
}
