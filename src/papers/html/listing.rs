//! What a screen shows as an HTML file: tables whose heads stand again on every printed page, and
//! that fall apart into rows on a telephone.

use quick_xml::escape::escape;

use super::said;
use crate::papers::listing::{Listing, Part, Row};
use crate::words::prints::Prints;
use crate::words::{Label, Lang};

const STYLE: &str = include_str!("listing.css");

/// The file, every line ended.
pub fn write(listing: &Listing) -> String {
    let mut lines = super::opening(listing.lang, &listing.title, STYLE);
    lines.push("<article>".to_owned());
    lines.push(said("h1", "", &listing.title));
    lines.extend(listing.about.iter().map(|line| said("p", "about", line)));
    for part in &listing.parts {
        if !part.heading.is_empty() {
            lines.push(said("h2", "", &part.heading));
        }
        lines.extend(table(part, listing.lang));
        lines.extend(part.charts.iter().map(super::figure));
    }
    if !listing.foot.is_empty() {
        lines.push("<footer>".to_owned());
        lines.extend(listing.foot.iter().map(|line| said("p", "", line)));
        lines.push("</footer>".to_owned());
    }
    lines.extend(["</article>", "</html>"].map(str::to_owned));
    lines.join("\n") + "\n"
}

/// The rows of a part: a table, or paragraphs where nothing but a sentence is known of each.
fn table(part: &Part, lang: Lang) -> Vec<String> {
    let labels = part.labels();
    let numbered = part.rows.iter().any(|row| !row.number.is_empty());
    if labels.is_empty() && !numbered {
        return part.rows.iter().flat_map(paragraphs).collect();
    }
    let mut lines = vec!["<table>".to_owned()];
    if !labels.is_empty() {
        let number = numbered.then(|| Label::Id.text(lang));
        let heads = number.into_iter().chain([Prints::Work.text(lang)]).chain(labels.clone());
        let cells: String = heads.map(|head| cell("th", head, " scope=\"col\"")).collect();
        lines.push(format!("<thead><tr>{cells}</tr></thead>"));
    }
    lines.push("<tbody>".to_owned());
    lines.extend(part.rows.iter().map(|row| line(row, numbered, &labels)));
    lines.extend(["</tbody>", "</table>"].map(str::to_owned));
    lines
}

fn paragraphs(row: &Row) -> Vec<String> {
    let more = row.more.iter().map(|line| said("p", "more", line));
    std::iter::once(said("p", "", &row.text)).chain(more).collect()
}

fn line(row: &Row, numbered: bool, labels: &[&str]) -> String {
    let number = numbered.then(|| cell("td", &row.number, " class=\"number\""));
    let more: String = row.more.iter().map(|line| said("div", "more", line)).collect();
    let text = format!("<td class=\"text\">{}{more}</td>", escape(row.text.as_str()));
    // On a telephone a cell says itself under which head it would stand.
    let fact =
        |label: &&str| cell("td", &row.fact(label), &format!(" data-head=\"{}\"", escape(*label)));
    let cells = number.into_iter().chain([text]).chain(labels.iter().map(fact));
    format!("<tr>{}</tr>", cells.collect::<String>())
}

fn cell(name: &str, text: &str, attributes: &str) -> String {
    format!("<{name}{attributes}>{}</{name}>", escape(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::listing::Fact;

    #[test]
    fn no_character_of_a_screen_is_markup() {
        let evil = "<img src=x onerror=alert(1)>\"'&";
        let row = Row {
            number: evil.into(),
            text: evil.into(),
            facts: vec![Fact { label: evil.into(), text: evil.into(), ..Fact::default() }],
            more: vec![evil.into()],
        };
        let of = |rows| Part { heading: evil.into(), rows, charts: Vec::new() };
        let (part, alone) = (of(vec![row, Row::text(evil)]), of(vec![Row::text(evil)]));
        let page = write(&Listing {
            title: evil.into(),
            about: vec![evil.into()],
            parts: vec![part, alone],
            foot: vec![evil.into()],
            ..Listing::default()
        });
        assert!(!page.contains("<img") && !page.contains("<script"), "{page}");
        assert_eq!(page.matches("&lt;img src=x").count(), 15, "{page}");
        assert!(page.contains("data-head=\"&lt;img src=x onerror=alert(1)&gt;&quot;"), "{page}");
    }
}
