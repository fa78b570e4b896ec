//! A paper as Markdown (CommonMark): headings are headings, numbers are those of the paper, and no
//! character of a record means anything to a renderer.

use super::text::copies;
use super::{Block, Level, Paper, Sheet};
use crate::plan::plain::marked;
use crate::words::Lang;
use crate::words::paper::Paper as Word;

/// The text, every line ended; papers that follow stand below a line.
pub fn write(paper: &Paper) -> String {
    let rest = paper.then.iter().map(whole);
    std::iter::once(whole(paper)).chain(rest).collect::<Vec<_>>().join("\n***\n\n")
}

fn whole(paper: &Paper) -> String {
    let mut parts = vec![format!("# {}", safe(&paper.title))];
    parts.extend(paper.standing().map(|standing| safe(&standing)));
    let head = [&paper.mark, &paper.number, &paper.organ, &paper.date];
    let bare = paper.mark.is_empty() && paper.style.is_standard();
    let head = if bare { &[] } else { head.as_slice() };
    let head: Vec<String> = head.iter().filter(|part| !part.is_empty()).map(|p| safe(p)).collect();
    parts.push(head.join(" · "));
    parts.extend(paper.body.iter().map(|block| part(block, paper.lang)));
    let foot = &paper.foot;
    let mut last = Vec::new();
    if !foot.copies.is_empty() {
        last.push(safe(&copies(paper)));
    }
    let issued = [&foot.office, &foot.issued].into_iter().filter(|part| !part.is_empty());
    let issued: Vec<String> = issued.map(|part| safe(part)).collect();
    if !issued.is_empty() {
        last.push(issued.join(" · "));
    }
    if !last.is_empty() {
        parts.push("---".to_owned());
        parts.extend(last);
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}

/// A table, its cells each in one line.
pub fn sheet(sheet: &Sheet) -> String {
    let row = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| safe(cell)).collect();
        format!("| {} |", cells.join(" | "))
    };
    let lines = sheet.lines();
    let mut text = vec![format!("# {}", safe(&sheet.title)), String::new()];
    if !sheet.about.is_empty() {
        text.extend([safe(&sheet.about), String::new()]);
    }
    let mut lines = lines.iter();
    text.extend(lines.next().map(|head| row(head)));
    text.push(format!("|{}", "---|".repeat(sheet.columns.len())));
    text.extend(lines.map(|line| row(line)));
    for line in &sheet.foot {
        text.extend([String::new(), safe(line)]);
    }
    text.join("\n") + "\n"
}

fn part(block: &Block, lang: Lang) -> String {
    match block {
        Block::Text(text) | Block::Address(text) => safe(text),
        Block::Signed { by, day } => format!("{}  \n{}", safe(by), safe(day)),
        Block::Item { level, number, text } => {
            let whole = safe(&format!("{}{text}", level.label(*number, lang)));
            match level {
                Level::First => format!("## {whole}"),
                Level::Second => format!("### {whole}"),
                Level::Third | Level::Fourth => whole,
            }
        }
        Block::Roll { label, names } => {
            let colon = Word::Colon.text(lang).trim_end();
            let between = if lang == Lang::Zh { "" } else { " " };
            format!("**{}**{colon}{between}{}", safe(label), safe(names))
        }
    }
}

/// A text of which a renderer makes the text that it is: one line, what steers or hides as a mark.
fn safe(text: &str) -> String {
    let line = text.replace('\n', " ");
    let text = marked(&line);
    let mut safe = String::with_capacity(text.len() + 8);
    let mut leading = true;
    for c in text.chars() {
        let special = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&');
        // These mean something where a line begins: a heading, a list, 1. and 1).
        let opens = safe.is_empty() && matches!(c, '#' | '+' | '-' | '=');
        let counts = leading && !safe.is_empty() && matches!(c, '.' | ')');
        if special || opens || counts {
            safe.push('\\');
        }
        leading &= c.is_ascii_digit();
        safe.push(c);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_of_a_record_means_anything() {
        for (text, shown) in [
            ("1.开工", "1\\.开工"),
            ("（1）开工", "（1）开工"),
            ("#1 地块", "\\#1 地块"),
            ("a*b*_c_ <b>[x](y)", "a\\*b\\*\\_c\\_ \\<b\\>\\[x\\](y)"),
            ("12.5亿元", "12\\.5亿元"),
            ("增长 12.5亿元", "增长 12.5亿元"),
            ("- 一项", "\\- 一项"),
            ("2023-09-15", "2023-09-15"),
        ] {
            assert_eq!(safe(text), shown);
        }
    }
}
