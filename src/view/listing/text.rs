//! A paper of what a screen holds as plain text, seventy-six columns wide: for a printer that knows
//! no fonts, for a message, for a pasteboard.

use crate::papers::listing::{Fact, Listing, Part, Row};
use crate::view::shown::Shown;
use crate::view::width::Ruler;

/// How wide it is.
pub const COLUMNS: usize = 76;

/// Room for the number of a row; a longer one stands on a line of its own.
const NUMBER: usize = 10;

/// The text, every line ended.
pub fn write(listing: &Listing) -> String {
    let mut lines = Vec::new();
    for line in std::iter::once(&listing.title).chain(&listing.about) {
        lines.extend(wrapped(line, 0));
    }
    for part in &listing.parts {
        lines.push(String::new());
        self::part(part, &mut lines);
    }
    if !listing.foot.is_empty() {
        lines.extend([String::new(), "-".repeat(COLUMNS)]);
        lines.extend(listing.foot.iter().flat_map(|line| wrapped(line, 0)));
    }
    let first = lines.iter().position(|line| !line.is_empty()).unwrap_or(0);
    lines[first..].join("\n") + "\n"
}

fn part(part: &Part, lines: &mut Vec<String>) {
    let ruler = Ruler::default();
    if !part.heading.is_empty() {
        lines.extend(wrapped(&part.heading, 0));
    }
    let numbers = part.rows.iter().map(|row| ruler.columns(&row.number));
    let widest = numbers.filter(|columns| *columns <= NUMBER).max().unwrap_or(0);
    let indent = if widest == 0 { 2 } else { widest + 4 };
    for row in &part.rows {
        self::row(row, indent, lines);
    }
}

/// A number, what it is, what is known of it, and what else is to be said.
fn row(row: &Row, indent: usize, lines: &mut Vec<String>) {
    let ruler = Ruler::default();
    let mut own = wrapped(&row.text, indent);
    let number = format!("  {}", row.number);
    match own.first_mut() {
        Some(first) if !row.number.is_empty() && ruler.columns(&number) + 2 <= indent => {
            let number = ruler.pad(&Shown::new(number), indent);
            *first = format!("{}{}", number.as_str(), first.trim_start());
        }
        _ if !row.number.is_empty() => own.insert(0, number),
        _ => {}
    }
    lines.extend(own);
    lines.extend(facts(&row.facts, indent));
    lines.extend(row.more.iter().flat_map(|line| wrapped(line, indent)));
}

/// Facts behind each other, two blanks apart, none of them torn where it fits into a line.
fn facts(facts: &[Fact], indent: usize) -> Vec<String> {
    let ruler = Ruler::default();
    let mut lines: Vec<String> = Vec::new();
    for fact in facts {
        let said = format!("{} {}", fact.label, fact.text);
        let room = COLUMNS - indent;
        match lines.last_mut() {
            Some(last) if ruler.columns(last) + 2 + ruler.columns(&said) <= room => {
                last.push_str("  ");
                last.push_str(&said);
            }
            _ => lines.push(said),
        }
    }
    lines.iter().flat_map(|line| wrapped(line, indent)).collect()
}

/// A text in lines, each behind so many blanks.
fn wrapped(text: &str, indent: usize) -> Vec<String> {
    if text.is_empty() {
        return Vec::new();
    }
    let lines = Ruler::default().breaks(text, COLUMNS - indent);
    lines.into_iter().map(|line| format!("{}{}", " ".repeat(indent), &text[line])).collect()
}
