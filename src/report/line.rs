//! From lines to paragraphs: a sentence or a number that was broken over lines is one again.

use std::ops::Range;

use crate::plan::plain::is_hidden;

use super::hint::{self, Hint};
use super::join::{Page, is_rest};
use super::letter::{fold, is_break, is_space, is_stop, length};
use super::marker::{Marker, marker};
use super::sentence::is_latin;
use super::table::cells;

/// A paragraph: the part of the text from its first to its last visible character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Para {
    /// Where, in bytes; line ends lie within when it was broken.
    pub(super) at: Range<usize>,
    /// How many characters can be seen.
    pub(super) chars: usize,
    /// The marker that it begins with.
    pub(super) marker: Option<Marker>,
    /// Whether a sentence ends in it.
    pub(super) prose: bool,
    /// How high a heading it is by the form of its source.
    pub(super) heading: Option<u8>,
    /// Where the bold print ends that it begins with.
    pub(super) strong: Option<usize>,
}

impl Para {
    /// Where its words begin, behind the marker.
    pub(super) fn body(&self) -> usize {
        self.at.start + self.marker.map_or(0, |marker| marker.len)
    }
}

/// The paragraphs of a text, in order.
pub(super) fn paragraphs(text: &str, hints: &[Hint]) -> Vec<Para> {
    let lines = lines(text);
    let page = Page::of(text, &lines);
    let mut paras: Vec<Range<usize>> = Vec::new();
    let mut last: Option<&Line> = None;
    let mut prose = false;
    for line in &lines {
        let parted =
            text.get(line.at.clone()).is_some_and(|words| words.contains([',', '，', '。']));
        match (paras.last_mut(), last) {
            (Some(para), Some(last))
                if is_text(text, last, line)
                    && hint::heading(hints, &last.at).is_none()
                    && hint::heading(hints, &line.at).is_none()
                    && (page.goes_on(text, last, line) || prose && is_rest(text, last, line)) =>
            {
                para.end = line.at.end;
                prose |= parted;
            }
            _ => {
                paras.push(line.at.clone());
                prose = parted;
            }
        }
        last = Some(line);
    }
    paras.into_iter().map(|at| para(text, at, hints)).collect()
}

/// Whether neither of two lines is a row of a table.
fn is_text(text: &str, last: &Line, line: &Line) -> bool {
    cells(text, &last.at).is_empty() && cells(text, &line.at).is_empty()
}

/// The text of a stretch as it is read: line ends, with the white space around them, are gone, or one
/// space between two words in letters; and so is what nobody sees.
pub(super) fn verbatim(text: &str, at: &Range<usize>) -> String {
    let part = text.get(at.clone()).unwrap_or_default();
    let pieces = part.split(is_break).map(|line| line.trim_matches(is_space));
    let mut whole = String::with_capacity(part.len());
    for piece in pieces.filter(|piece| !piece.is_empty()) {
        let word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        let ends = whole.chars().next_back();
        let parted = word(ends) || ends.is_some_and(|c| matches!(c, ',' | ';' | '.' | ')'));
        if parted && word(piece.chars().next()) {
            whole.push(' ');
        }
        whole.push_str(piece);
    }
    whole.chars().map(|c| if c == '\t' { ' ' } else { c }).filter(|c| !is_hidden(*c)).collect()
}

/// A line that is not empty.
pub(super) struct Line {
    /// From its first to its last visible character.
    pub(super) at: Range<usize>,
    /// Whether an empty line stands above it.
    pub(super) apart: bool,
    /// Columns of white space before it.
    pub(super) indent: usize,
    /// The column behind its last character.
    pub(super) right: usize,
}

fn para(text: &str, at: Range<usize>, hints: &[Hint]) -> Para {
    let part = text.get(at.clone()).unwrap_or_default();
    let latin = |c: char| fold(c) == '.' && is_latin(part);
    let prose = part.chars().any(is_stop) || part.chars().next_back().is_some_and(latin);
    let (heading, strong) = (hint::heading(hints, &at), hint::strong(hints, &at));
    Para { chars: length(part), marker: marker(part), prose, heading, strong, at }
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut start, mut apart) = (0, false);
    for piece in text.split_inclusive(is_break) {
        let end_mark = piece.trim_end_matches(is_break);
        let shown = end_mark.trim_start_matches(is_space);
        let indent = end_mark.len() - shown.len();
        let shown = shown.trim_end_matches(is_space);
        let from = start + indent;
        // The second half of CR LF is no empty line.
        let half = piece == "\n" && text.get(..start).is_some_and(|before| before.ends_with('\r'));
        if shown.is_empty() {
            apart |= !half;
        } else {
            let blank = end_mark.get(..indent).unwrap_or_default();
            let indent = columns(blank);
            let right = indent + columns(shown);
            lines.push(Line { at: from..from + shown.len(), apart, indent, right });
            apart = false;
        }
        start += piece.len();
    }
    lines
}

/// How many columns a text takes: two for a wide character, none for one that nobody sees.
fn columns(text: &str) -> usize {
    let width = |c: char| match c {
        _ if is_hidden(c) => 0,
        _ if c.is_ascii() || c == '\u{a0}' => 1,
        _ => 2,
    };
    text.chars().map(width).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let found: Vec<String> =
            paragraphs(text, &[]).iter().map(|para| verbatim(text, &para.at)).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn a_line_is_a_paragraph() {
        check("甲。\r\n\r\n　　乙。\n", &["甲。", "乙。"]);
        check("\u{feff}甲\u{200d}。\r乙", &["甲。", "乙"]);
    }

    #[test]
    fn broken_numbers_and_sentences_are_one_again() {
        check("细颗粒物PM\n2.5平均浓度\n。完", &["细颗粒物PM2.5平均浓度。完"]);
        check(
            "今年经济社会发展的\n主要预期目标\n是：增长5\n%左右。",
            &["今年经济社会发展的主要预期目标是：增长5%左右。"],
        );
        check("（一）\n稳增长", &["（一）稳增长"]);
        check("新建水库，\n\n修好渠道。\n——抓春耕。", &["新建水库，修好渠道。", "——抓春耕。"]);
        check("建设社区\n1.5公里", &["建设社区", "1.5公里"]);
    }

    #[test]
    fn a_text_of_even_lines_is_joined() {
        let lines = [
            "　　推动山城县工业园区扩区提质，引进上下游企业二十",
            "户，建成标准厂房五万平方米，新增就业岗位一千个。",
            "",
        ];
        let text = lines.join("\n").repeat(6);
        assert_eq!(paragraphs(&text, &[]).len(), 6);
        let plain = "抓好春耕生产，推进农田水利建设，新建高标准农田一万亩。\n".repeat(12);
        assert_eq!(paragraphs(&plain, &[]).len(), 12);
    }
}
