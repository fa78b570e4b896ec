//! Markdown as lines: its marks become evidence, its words stay.
//!
//! No reader of CommonMark is used, on purpose: by its rules `**题目。**正文` is not bold (a stop before
//! the mark and a letter behind it), and that is how Chinese writes a lead; and `1.` at the start of a
//! line must stay, for it is how a report counts.

use super::page::Page;
use crate::report::hint::{Form, Hint};
use crate::words::source::NotRead;

/// Whether a text bears marks that plain text does not.
pub(super) fn is_marked(text: &str) -> bool {
    let mut above = "";
    text.lines().any(|line| {
        let underlined = underline(above, line) == Some(1);
        above = line;
        heading(line).is_some() || is_rule(line) || underlined || line.matches("**").count() >= 2
    })
}

/// The text without its marks, and what they said of it.
pub(super) fn read(text: &str) -> Result<(String, Vec<Hint>), NotRead> {
    let mut page = Page::default();
    let mut in_table = false;
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if page.is_full() {
            break;
        }
        let cells = cells(line);
        if in_table && cells.is_none() {
            page.end_table();
            in_table = false;
        }
        match cells {
            Some(_) if in_table && is_rule(line) => {}
            Some(cells) => {
                if !in_table {
                    page.table();
                    in_table = true;
                }
                page.row();
                for cell in cells {
                    page.cell(1, 1);
                    words(cell.trim(), &mut page);
                }
            }
            None => match lines.peek().and_then(|below| underline(line, below)) {
                Some(level) => {
                    page.is(Form::Heading(level));
                    words(line.trim(), &mut page);
                    page.end_block();
                    lines.next();
                }
                None => block(line, &mut page),
            },
        }
    }
    page.finish()
}

/// A line that is no row of a table.
fn block(line: &str, page: &mut Page) {
    let line = line.strip_prefix("> ").unwrap_or(line);
    if let Some((level, title)) = heading(line) {
        page.is(Form::Heading(level));
        words(title, page);
    } else if let Some(item) = item(line) {
        page.is(Form::Item);
        words(item, page);
    } else {
        words(line, page);
    }
    page.end_block();
}

/// `## title ##`
fn heading(line: &str) -> Option<(u8, &str)> {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    let title = rest.strip_prefix([' ', '\t', '\u{3000}'])?.trim_end_matches([' ', '#']);
    let level = u8::try_from(level).ok().filter(|level| (1..=6).contains(level))?;
    Some((level, title.trim()))
}

/// The level of a title by the line below it: `=====` or `-----`.
fn underline(title: &str, below: &str) -> Option<u8> {
    let below = below.trim_end();
    let titles = !title.trim().is_empty() && heading(title).is_none() && item(title).is_none();
    let all = |mark: char| below.len() >= 3 && below.chars().all(|c| c == mark);
    let level = if all('=') { 1 } else { 2 };
    (titles && (all('=') || all('-'))).then_some(level)
}

/// `- item`; never `——`, and never what is counted with digits.
fn item(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches([' ', '\t']);
    ["- ", "* ", "+ "].iter().find_map(|mark| rest.strip_prefix(mark))
}

/// The cells of `| a | b |`.
fn cells(line: &str) -> Option<Vec<&str>> {
    let inner = line.trim().strip_prefix('|')?;
    Some(inner.strip_suffix('|').unwrap_or(inner).split('|').collect())
}

/// `| --- | :-: |`
fn is_rule(line: &str) -> bool {
    let rule = |cell: &str| {
        let dashes = cell.trim().trim_matches(':');
        dashes.len() >= 3 && dashes.bytes().all(|byte| byte == b'-')
    };
    cells(line).is_some_and(|cells| cells.iter().all(|cell| rule(cell)))
}

/// Words with bold print; a mark that nothing answers is a word like any other.
fn words(text: &str, page: &mut Page) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("**") {
        let Some((bold, behind)) = after.split_once("**").filter(|(bold, _)| !bold.is_empty())
        else {
            break;
        };
        page.say(before);
        page.strong();
        page.say(bold);
        page.weak();
        rest = behind;
    }
    page.say(rest);
}
