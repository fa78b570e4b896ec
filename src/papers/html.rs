//! A paper as one HTML file: printed it is the page of GB/T 9704-2012, on a screen or a phone it is a
//! text that fits. Nothing is loaded from anywhere, and nothing runs.

pub mod listing;

use quick_xml::escape::escape;

use super::text::copies;
use super::{Block, Chart, Level, Paper};
use crate::plan::Style;
use crate::words::Lang;
use crate::words::chart::Mark;
use crate::words::paper::Paper as Word;

const STANDARD: &str = include_str!("html/paper.css");
const PLAIN: &str = include_str!("html/plain.css");
/// What American paper changes.
const LETTER: &str = "@page { size: letter; }\n";

/// The file, every line ended.
pub fn write(paper: &Paper) -> String {
    let mut lines = opening(paper.lang, &paper.title, &look(paper.style));
    for paper in std::iter::once(paper).chain(&paper.then) {
        lines.push("<article>".to_owned());
        lines.extend(whole(paper));
        lines.push("</article>".to_owned());
    }
    lines.push("</html>".to_owned());
    lines.join("\n") + "\n"
}

fn look(style: Style) -> String {
    match style {
        Style::Standard => STANDARD.to_owned(),
        Style::Plain => PLAIN.to_owned(),
        Style::Letter => format!("{PLAIN}{LETTER}"),
    }
}

/// One paper, from its head to its foot.
fn whole(paper: &Paper) -> Vec<String> {
    let mut lines = head(paper);
    let mut before = "";
    for block in &paper.body {
        let (line, class) = part(block, paper.lang, before);
        lines.push(line);
        before = class;
    }
    if !paper.charts.is_empty() {
        lines.push(said("h2", "annex", Mark::Annex.text(paper.lang)));
        lines.extend(paper.charts.iter().map(figure));
    }
    let foot = lines.len();
    if !paper.foot.copies.is_empty() {
        lines.push(said("p", "copies", &copies(paper)));
    }
    if !(paper.foot.office.is_empty() && paper.foot.issued.is_empty()) {
        lines.push(both("issued", &paper.foot.office, &paper.foot.issued));
    }
    if lines.len() > foot {
        lines.insert(foot, "<footer>".to_owned());
        lines.push("</footer>".to_owned());
    }
    lines
}

/// What stands above the text.
fn head(paper: &Paper) -> Vec<String> {
    let mut lines = Vec::new();
    let title = said("h1", "", &paper.title);
    if !paper.style.is_standard() {
        let (mark, organ, beneath) = (&paper.mark, &paper.organ, &paper.beneath());
        let parts = [("mark", mark), ("organ", organ)];
        let shown =
            |(class, text): (&str, &String)| (!text.is_empty()).then(|| said("p", class, text));
        lines.extend(parts.into_iter().filter_map(shown));
        lines.push(title);
        lines.extend(shown(("beneath", beneath)));
    } else if paper.mark.is_empty() {
        lines.push(title);
    } else {
        lines.extend([
            "<header>".to_owned(),
            said("p", "mark", &paper.mark),
            said("p", "number", &paper.number),
            both("organ", &paper.organ, &paper.date),
            "</header>".to_owned(),
            title,
        ]);
    }
    lines.extend(paper.standing().map(|standing| said("p", "standing", &standing)));
    lines
}

/// What stands before the text of every file; it says all of its looks.
fn opening(lang: Lang, title: &str, style: &str) -> Vec<String> {
    let lang = if lang == Lang::Zh { "zh-CN" } else { "en" };
    vec![
        "<!DOCTYPE html>".to_owned(),
        format!("<html lang=\"{lang}\">"),
        "<meta charset=\"utf-8\">".to_owned(),
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">".to_owned(),
        format!("<title>{}</title>", escape(title)),
        format!("<style>\n{style}</style>"),
    ]
}

/// A block, and of which class it is; the first line of the roll stands apart from what is before it.
fn part(block: &Block, lang: Lang, before: &str) -> (String, &'static str) {
    match block {
        Block::Text(text) => (said("p", "", text), ""),
        Block::Address(text) => (said("p", "address", text), ""),
        Block::Signed { by, day } => {
            let (by, day) = (escape(by.as_str()), escape(day.as_str()));
            (format!("<p class=\"signed\">{by}<br>{day}</p>"), "")
        }
        Block::Item { level, number, text } => {
            let whole = format!("{}{text}", level.label(*number, lang));
            let name = match level {
                Level::First => "h2",
                Level::Second => "h3",
                Level::Third | Level::Fourth => "p",
            };
            let class = match level {
                Level::First | Level::Second => "",
                Level::Third => "item",
                Level::Fourth => "item inner",
            };
            (said(name, class, &whole), "")
        }
        Block::Roll { label, names } => {
            let class = if before.is_empty() { "roll first" } else { "roll" };
            let (label, names) = (escape(label.as_str()), escape(names.as_str()));
            let colon = Word::Colon.text(lang);
            (format!("<p class=\"{class}\"><b>{label}{colon}</b>{names}</p>"), "roll")
        }
    }
}

/// A picture with its name; drawn where it stands, so that nothing is loaded.
fn figure(chart: &Chart) -> String {
    format!("<figure>\n{}\n{}\n</figure>", said("figcaption", "", &chart.name), chart.svg())
}

fn said(name: &str, class: &str, text: &str) -> String {
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    format!("<{name}{class}>{}</{name}>", escape(text))
}

/// One text at the left, another at the right.
fn both(class: &str, left: &str, right: &str) -> String {
    let (left, right) = (escape(left), escape(right));
    format!("<p class=\"{class}\"><span>{left}</span><span>{right}</span></p>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_of_a_record_is_markup() {
        let paper = Paper {
            title: "<script>alert(1)</script>".into(),
            mark: "a&b".into(),
            body: vec![
                Block::Text("1 < 2 & \"三\"".into()),
                Block::Roll { label: "出席".into(), names: "<b>甲</b>".into() },
                Block::Roll { label: "请假".into(), names: "乙".into() },
            ],
            ..Paper::default()
        };
        let html = write(&paper);
        for want in [
            "<title>&lt;script&gt;alert(1)&lt;/script&gt;</title>",
            "<p class=\"mark\">a&amp;b</p>",
            "<p>1 &lt; 2 &amp; &quot;三&quot;</p>",
            "<p class=\"roll first\"><b>出席：</b>&lt;b&gt;甲&lt;/b&gt;</p>",
            "<p class=\"roll\"><b>请假：</b>乙</p>",
        ] {
            assert!(html.contains(want), "{want}\n{html}");
        }
        assert!(!html.contains("<script") && !html.contains("http"));
    }
}
