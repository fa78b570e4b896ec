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
    within(listing, COLUMNS)
}

/// The same within other columns.
pub fn within(listing: &Listing, columns: usize) -> String {
    let mut page = Page { columns: columns.max(2 * NUMBER), lines: Vec::new() };
    for line in std::iter::once(&listing.title).chain(&listing.about) {
        page.write(line, 0);
    }
    for part in &listing.parts {
        page.lines.push(String::new());
        page.part(part);
    }
    if !listing.foot.is_empty() {
        page.lines.extend([String::new(), "-".repeat(page.columns)]);
        listing.foot.iter().for_each(|line| page.write(line, 0));
    }
    let first = page.lines.iter().position(|line| !line.is_empty()).unwrap_or(0);
    page.lines[first..].join("\n") + "\n"
}

/// The text while it is written.
struct Page {
    columns: usize,
    lines: Vec<String>,
}

impl Page {
    fn part(&mut self, part: &Part) {
        let ruler = Ruler::default();
        self.write(&part.heading, 0);
        let numbers = part.rows.iter().map(|row| ruler.columns(&row.number));
        let widest = numbers.filter(|columns| *columns <= NUMBER).max().unwrap_or(0);
        let indent = if widest == 0 { 2 } else { widest + 4 };
        part.rows.iter().for_each(|row| self.row(row, indent));
    }

    /// A number, what it is, what is known of it, and what else is to be said.
    fn row(&mut self, row: &Row, indent: usize) {
        let ruler = Ruler::default();
        let mut own = self.wrapped(&row.text, indent);
        let number = format!("  {}", row.number);
        match own.first_mut() {
            Some(first) if !row.number.is_empty() && ruler.columns(&number) + 2 <= indent => {
                let number = ruler.pad(&Shown::new(number), indent);
                *first = format!("{}{}", number.as_str(), first.trim_start());
            }
            _ if !row.number.is_empty() => own.insert(0, number),
            _ => {}
        }
        self.lines.extend(own);
        self.facts(&row.facts, indent);
        row.more.iter().for_each(|line| self.write(line, indent));
    }

    /// Facts behind each other, two blanks apart, none of them torn where it fits into a line.
    fn facts(&mut self, facts: &[Fact], indent: usize) {
        let ruler = Ruler::default();
        let mut lines: Vec<String> = Vec::new();
        for fact in facts {
            let said = format!("{} {}", fact.label, fact.seen());
            let room = self.columns - indent;
            match lines.last_mut() {
                Some(last) if ruler.columns(last) + 2 + ruler.columns(&said) <= room => {
                    last.push_str("  ");
                    last.push_str(&said);
                }
                _ => lines.push(said),
            }
        }
        for line in &lines {
            self.write(line, indent);
        }
    }

    /// Writes a text in as many lines as it needs, each behind so many blanks.
    fn write(&mut self, text: &str, indent: usize) {
        let lines = self.wrapped(text, indent);
        self.lines.extend(lines);
    }

    fn wrapped(&self, text: &str, indent: usize) -> Vec<String> {
        if text.is_empty() {
            return Vec::new();
        }
        let lines = Ruler::default().breaks(text, self.columns - indent);
        lines.into_iter().map(|line| format!("{}{}", " ".repeat(indent), &text[line])).collect()
    }
}
