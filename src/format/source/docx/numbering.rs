//! The numbers that Word counts by itself: `（一）` before a paragraph stands in no text of the file.

use std::collections::BTreeMap;

use super::xml::{Node, Tag, walk};
use crate::words::source::NotRead;

/// How many levels a list has in Word.
const LEVELS: usize = 9;

/// In which list a paragraph counts, and how deep.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counted {
    pub(super) list: u32,
    pub(super) level: usize,
}

/// All lists of a file.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// From a list to the pattern by which it counts.
    lists: BTreeMap<u32, u32>,
    patterns: BTreeMap<u32, BTreeMap<usize, Level>>,
}

/// How one level counts.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Level {
    start: u32,
    format: String,
    /// `（%1）`
    text: String,
}

impl Default for Level {
    fn default() -> Self {
        Self { start: 1, format: "decimal".to_owned(), text: String::new() }
    }
}

/// Where each pattern is.
#[derive(Debug, Default)]
pub(super) struct Counter(BTreeMap<u32, [Option<u32>; LEVELS]>);

#[derive(Default)]
struct Reading {
    pattern: Option<u32>,
    list: Option<u32>,
    level: usize,
}

impl Numbering {
    pub(super) fn read(text: &str) -> Result<Self, NotRead> {
        let (mut numbering, mut at) = (Self::default(), Reading::default());
        walk("word/numbering.xml", text, |node| {
            if let Node::Open(tag) = node {
                numbering.open(&tag, &mut at);
            }
        })?;
        Ok(numbering)
    }

    fn open(&mut self, tag: &Tag<'_>, at: &mut Reading) {
        match tag.name {
            "w:abstractNum" => {
                *at = Reading { pattern: tag.number("w:abstractNumId"), ..Reading::default() };
            }
            "w:num" => *at = Reading { list: tag.number("w:numId"), ..Reading::default() },
            "w:abstractNumId" => {
                if let Some((list, pattern)) = at.list.zip(tag.number("w:val")) {
                    self.lists.insert(list, pattern);
                }
            }
            "w:lvl" => at.level = tag.number("w:ilvl").unwrap_or(0),
            "w:start" | "w:numFmt" | "w:lvlText" if at.level < LEVELS => {
                let Some(pattern) = at.pattern else { return };
                let level = self.patterns.entry(pattern).or_default().entry(at.level).or_default();
                match tag.name {
                    "w:start" => level.start = tag.number("w:val").unwrap_or(1),
                    "w:numFmt" => level.format = tag.value("w:val").unwrap_or_default(),
                    _ => level.text = tag.value("w:val").unwrap_or_default(),
                }
            }
            _ => {}
        }
    }
}

impl Counter {
    /// The mark before the next paragraph of a list; none for a bullet or an unknown list.
    pub(super) fn next(&mut self, counted: Counted, numbering: &Numbering) -> Option<String> {
        let pattern = numbering.lists.get(&counted.list)?;
        let levels = numbering.patterns.get(pattern)?;
        let level = levels.get(&counted.level)?;
        let counts = self.0.entry(*pattern).or_default();
        let count = counts.get_mut(counted.level)?;
        *count = Some(count.map_or(level.start, |count| count.saturating_add(1)));
        for deeper in counts.iter_mut().skip(counted.level + 1) {
            *deeper = None;
        }
        if matches!(level.format.as_str(), "bullet" | "none") {
            return None;
        }
        let mut mark = level.text.clone();
        for (at, count) in counts.iter().enumerate() {
            let format = levels.get(&at).map_or("decimal", |level| level.format.as_str());
            let start = levels.get(&at).map_or(1, |level| level.start);
            mark = mark.replace(&format!("%{}", at + 1), &written(count.unwrap_or(start), format));
        }
        Some(mark)
    }
}

/// A number as a format writes it.
fn written(number: u32, format: &str) -> String {
    match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "ideographDigital"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => han(number),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if (1..=20).contains(&number) => {
            char::from_u32(0x2460 + number - 1).map_or_else(String::new, String::from)
        }
        "lowerLetter" => letter(number, 'a'),
        "upperLetter" => letter(number, 'A'),
        "decimalZero" => format!("{number:02}"),
        _ => number.to_string(),
    }
}

/// `十二`; what has more than two digits in a report is no number of a section.
fn han(number: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |at: u32| DIGITS.get(at as usize).copied().unwrap_or_default();
    match number {
        0 => "〇".to_owned(),
        1..=9 => digit(number).to_owned(),
        10..=19 => format!("十{}", digit(number % 10)),
        20..=99 => format!("{}十{}", digit(number / 10), digit(number % 10)),
        _ => number.to_string(),
    }
}

fn letter(number: u32, first: char) -> String {
    let at = number.saturating_sub(1) % 26;
    char::from_u32(first as u32 + at).map_or_else(String::new, String::from)
}
