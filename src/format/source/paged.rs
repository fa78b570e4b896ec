//! The text of a PDF as its pages show it: lines that were broken for the paper are joined again, and
//! numbers of pages are left out.

use std::borrow::Cow;

use super::columns;
use super::line::{Cell, Line};
use super::table;

/// A line of a page.
struct Laid<'a> {
    text: Cow<'a, str>,
    /// Columns before its first word.
    indent: usize,
    /// The column behind its last word.
    end: usize,
    /// Whether an empty line stands above it.
    apart: bool,
    /// What it was on the page.
    kind: Kind,
}

/// What a line was on its page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    /// A row of a table: it is whole.
    Table,
}

/// How the paragraphs of a document can be told apart.
struct Habit {
    margin: usize,
    full: usize,
    /// Its paragraphs stand in.
    indented: bool,
    /// Empty lines stand between its paragraphs, and not between all lines.
    parted: bool,
}

/// Paragraphs as lines.
pub(super) fn text(laid_out: &str) -> String {
    let lines: Vec<Laid<'_>> = laid_out.split('\u{c}').flat_map(page).collect();
    let habit = Habit::of(&lines);
    let mut text = String::with_capacity(laid_out.len());
    let mut before: Option<&Laid<'_>> = None;
    for line in &lines {
        let goes_on = before.is_some_and(|before| habit.goes_on(before, line));
        if !goes_on && !text.is_empty() {
            text.push('\n');
        }
        let last = text.chars().next_back();
        if goes_on && is_narrow(last) && is_narrow(line.text.chars().next()) {
            text.push(' ');
        }
        push(&mut text, &line.text);
        before = Some(line);
    }
    text.push('\n');
    text
}

impl Habit {
    fn of(lines: &[Laid<'_>]) -> Self {
        let lines: Vec<&Laid<'_>> = lines.iter().filter(|line| line.kind == Kind::Text).collect();
        let margin = lines.iter().map(|line| line.indent).min().unwrap_or(0);
        let mut ends: Vec<usize> = lines.iter().map(|line| line.end).collect();
        ends.sort_unstable();
        // As far as one line in twenty goes, a line is full.
        let full = ends.len().checked_sub(1 + ends.len() / 20).and_then(|at| ends.get(at));
        let full = full.copied().unwrap_or(0);
        let stands_in = |line: &&&Laid<'_>| (margin + 2..=margin + 6).contains(&line.indent);
        let indented = lines.iter().filter(stands_in).count() * 8 > lines.len();
        let mut habit = Self { margin, full, indented, parted: false };
        let pairs = lines.iter().zip(lines.iter().skip(1));
        let after_full =
            pairs.filter(|(before, _)| habit.is_full(before)).map(|(_, line)| line.apart);
        let after_full: Vec<bool> = after_full.collect();
        habit.parted = after_full.iter().filter(|apart| **apart).count() * 2 < after_full.len();
        habit
    }

    /// Nearly: the last word of a line may not have fitted, and marks may hang over its end.
    fn is_full(&self, line: &Laid<'_>) -> bool {
        line.end * 100 >= self.full * 90
    }

    fn goes_on(&self, before: &Laid<'_>, line: &Laid<'_>) -> bool {
        if before.kind == Kind::Table || line.kind == Kind::Table {
            return false;
        }
        let at_margin = line.indent <= self.margin + 1;
        let ended = !self.indented && before.text.ends_with(['。', '！', '？']);
        self.is_full(before) && at_margin && !ended && !(self.parted && line.apart)
    }
}

/// The lines of one page that say anything, without its number.
fn page(page: &str) -> Vec<Laid<'_>> {
    let mut lines: Vec<Laid<'_>> = Vec::new();
    let mut apart = false;
    let mut all: Vec<&str> = page.lines().collect();
    if let Some(last) = all.iter().rposition(|line| !line.trim().is_empty())
        && is_page_number(all[last].trim())
    {
        all.truncate(last);
    }
    let mut at = 0;
    while let Some(line) = all.get(at) {
        if let Some(grid) = all.get(at..).and_then(columns::grid) {
            lines.extend(rows(grid.rows));
            (at, apart) = (at + grid.lines, true);
            continue;
        }
        at += 1;
        let text = line.trim();
        if text.is_empty() {
            apart = !lines.is_empty();
            continue;
        }
        let indent = columns(line) - columns(line.trim_start());
        let end = indent + columns(text);
        lines.push(Laid { text: text.into(), indent, end, apart, kind: Kind::Text });
        apart = false;
    }
    lines
}

/// The rows of a table as lines, as those of any other source.
fn rows<'a>(rows: Vec<Vec<String>>) -> impl Iterator<Item = Laid<'a>> {
    let line = |text: String| Line { text, ..Line::default() };
    let cell = |text: String| if text.is_empty() { Cell::new() } else { vec![line(text)] };
    let cells = rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect();
    table::lines(cells, false).into_iter().map(|line| {
        let (end, text) = (columns(&line.text), Cow::Owned(line.text));
        Laid { text, indent: 0, end, apart: true, kind: Kind::Table }
    })
}

/// `— 12 —`, `12`, `第12页`
fn is_page_number(line: &str) -> bool {
    let number = line.trim_matches(['—', '-', '－', '–', ' ', '第', '页']);
    !number.is_empty() && number.len() <= 4 && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// Words without the space that a page leaves between Han and digits: nobody wrote it.
fn push(text: &mut String, line: &str) {
    let mut rest = line.chars().peekable();
    while let Some(c) = rest.next() {
        let beside = [text.chars().next_back(), rest.peek().copied()];
        let between = beside.iter().all(|c| c.is_some_and(|c| c != ' '))
            && beside.iter().any(|c| !is_narrow(*c));
        if c != ' ' || !between {
            text.push(c);
        }
    }
}

fn is_narrow(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii())
}

fn columns(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}
