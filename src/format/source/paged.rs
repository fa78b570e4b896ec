//! The text of a PDF as its pages show it: lines that were broken for the paper are joined again, and
//! numbers of pages are left out.

/// A line of a page.
struct Laid<'a> {
    text: &'a str,
    /// Columns before its first word.
    indent: usize,
    /// The column behind its last word.
    end: usize,
}

/// Paragraphs as lines.
pub(super) fn text(laid_out: &str) -> String {
    let lines: Vec<Laid<'_>> = laid_out.split('\u{c}').flat_map(page).collect();
    let margin = lines.iter().map(|line| line.indent).min().unwrap_or(0);
    let full = full_width(&lines);
    let mut text = String::with_capacity(laid_out.len());
    let mut before: Option<&Laid<'_>> = None;
    for line in &lines {
        // What was cut for the paper fills its line, and goes on at the margin.
        let goes_on =
            before.is_some_and(|before| before.end + 3 >= full) && line.indent <= margin + 1;
        if !goes_on && !text.is_empty() {
            text.push('\n');
        }
        let wide = |c: Option<char>| c.is_some_and(|c| !c.is_ascii());
        let joins = wide(text.chars().next_back()) || wide(line.text.chars().next());
        if goes_on && !joins {
            text.push(' ');
        }
        text.push_str(line.text);
        before = Some(line);
    }
    text.push('\n');
    text
}

/// The lines of one page that say anything, without its number.
fn page(page: &str) -> Vec<Laid<'_>> {
    let lines = page.lines().filter(|line| !line.trim().is_empty());
    let mut lines: Vec<Laid<'_>> = lines
        .map(|line| {
            let text = line.trim();
            let indent = columns(line) - columns(line.trim_start());
            Laid { text, indent, end: indent + columns(text) }
        })
        .collect();
    if lines.last().is_some_and(|line| is_page_number(line.text)) {
        lines.pop();
    }
    lines
}

/// `— 12 —`, `12`, `第12页`
fn is_page_number(line: &str) -> bool {
    let number = line.trim_matches(['—', '-', '－', '–', ' ', '第', '页']);
    !number.is_empty() && number.len() <= 4 && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// Where a full line ends: as far as one line in twenty does.
fn full_width(lines: &[Laid<'_>]) -> usize {
    let mut ends: Vec<usize> = lines.iter().map(|line| line.end).collect();
    ends.sort_unstable();
    let at = ends.len().saturating_sub(1 + ends.len() / 20);
    ends.get(at).copied().unwrap_or(0)
}

fn columns(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}
