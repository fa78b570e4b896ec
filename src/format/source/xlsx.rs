//! A workbook as lines: its sheets, their rows, what Excel shows in their cells.
//!
//! Formulas are never worked out: what was last shown is read. Dates are numbers behind a format, and are dates again.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::docx::xml::{Node, Tag, walk};
use super::package::Package;
use super::page::Page;
use super::{Source, table};
use crate::words::source::{Kind, Known, NotRead};

mod sheet;

use sheet::Sheet;

/// The part of a zip that makes it a workbook.
pub(super) const BOOK: &str = "xl/workbook.xml";

/// Reads a workbook.
pub(super) fn read(package: &mut Package<'_>) -> Result<Source, NotRead> {
    let mut part = |name: &str| package.part(name);
    let targets = targets(&part("xl/_rels/workbook.xml.rels")?)?;
    let shown = shown(&part(BOOK)?)?;
    let known = Shared {
        strings: strings(&part("xl/sharedStrings.xml")?)?,
        dates: dates(&part("xl/styles.xml")?)?,
    };
    let mut sheets = Vec::new();
    for (title, id) in shown {
        let Some(name) = targets.get(&id) else { continue };
        let sheet = Sheet::read(name, &part(name)?, &known)?;
        if !sheet.is_empty() {
            sheets.push((title, sheet));
        }
    }
    written(&sheets)
}

/// What sheets share: the texts of their cells, and which looks of a number are dates.
pub(super) struct Shared {
    strings: Vec<String>,
    dates: Vec<bool>,
}

impl Shared {
    /// The text of a number.
    fn string(&self, nth: &str) -> Option<&str> {
        self.strings.get(nth.trim().parse::<usize>().ok()?).map(String::as_str)
    }

    /// A number as it is shown: a day, when its look is that of one.
    fn number<'a>(&self, value: &'a str, style: Option<usize>) -> Cow<'a, str> {
        let dated = style.and_then(|style| self.dates.get(style)).copied().unwrap_or_default();
        let whole = value.split('.').next().unwrap_or_default();
        let day = whole.parse().ok().filter(|_| dated).and_then(day);
        day.map_or(Cow::Borrowed(value), |day| Cow::Owned(day.format("%Y-%m-%d").to_string()))
    }
}

/// Days are counted from the last but one of the year 1899, since 1900 was taken for a leap year.
fn day(number: u64) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    (number > 59).then(|| first.checked_add_days(Days::new(number))).flatten()
}

/// The sheets that are shown, in their order: title and relation.
fn shown(book: &str) -> Result<Vec<(String, String)>, NotRead> {
    let mut sheets = Vec::new();
    walk(BOOK, book, |node| {
        if let Node::Open(tag) = node
            && tag.name == "sheet"
            && tag.value("state").is_none_or(|state| state == "visible")
            && let (Some(title), Some(id)) = (tag.value("name"), tag.value("r:id"))
        {
            sheets.push((title, id));
        }
    })?;
    Ok(sheets)
}

/// The part of each relation.
fn targets(relations: &str) -> Result<BTreeMap<String, String>, NotRead> {
    let mut found = BTreeMap::new();
    walk("xl/_rels/workbook.xml.rels", relations, |node| {
        if let Node::Open(tag) = node
            && let (Some(id), Some(target)) = (tag.value("Id"), tag.value("Target"))
        {
            let name = match target.strip_prefix('/') {
                Some(whole) => whole.to_owned(),
                None => format!("xl/{target}"),
            };
            found.insert(id, name);
        }
    })?;
    Ok(found)
}

/// The texts that cells name by their number; how a word is pronounced is no part of them.
fn strings(part: &str) -> Result<Vec<String>, NotRead> {
    let mut strings: Vec<String> = Vec::new();
    let (mut inside, mut spoken) = (false, 0_usize);
    walk("xl/sharedStrings.xml", part, |node| match node {
        Node::Open(tag) => match tag.name {
            "si" => strings.push(String::new()),
            "t" => inside = true,
            "rPh" => spoken += 1,
            _ => {}
        },
        Node::Close("t") => inside = false,
        Node::Close("rPh") => spoken = spoken.saturating_sub(1),
        Node::Text(words) if inside && spoken == 0 => {
            if let Some(last) = strings.last_mut() {
                last.push_str(&words);
            }
        }
        Node::Close(_) | Node::Text(_) => {}
    })?;
    Ok(strings)
}

/// For each look of a cell whether a number in it is a date.
fn dates(styles: &str) -> Result<Vec<bool>, NotRead> {
    let mut own: BTreeMap<u32, bool> = BTreeMap::new();
    let mut looks = Vec::new();
    let mut in_cells = false;
    walk("xl/styles.xml", styles, |node| match node {
        Node::Open(tag) => match tag.name {
            "numFmt" => own.extend(format(&tag)),
            "cellXfs" => in_cells = true,
            "xf" if in_cells => {
                let id: u32 = tag.number("numFmtId").unwrap_or_default();
                let usual = matches!(id, 14..=17 | 22 | 27..=31 | 36 | 50..=58);
                looks.push(own.get(&id).copied().unwrap_or(usual));
            }
            _ => {}
        },
        Node::Close("cellXfs") => in_cells = false,
        Node::Close(_) | Node::Text(_) => {}
    })?;
    Ok(looks)
}

/// A format of somebody's own: it is a date when it shows a year or a day.
fn format(tag: &Tag<'_>) -> Option<(u32, bool)> {
    let code = tag.value("formatCode")?.to_ascii_lowercase();
    let plain = code.split('"').step_by(2).collect::<String>();
    Some((tag.number("numFmtId")?, plain.contains("yy") || plain.contains('d')))
}

/// A table of tasks as a CSV, anything else as the lines of a text.
fn written(sheets: &[(String, Sheet)]) -> Result<Source, NotRead> {
    let only = sheets.len() == 1;
    let first = sheets.first().map(|(_, sheet)| sheet.csv()).unwrap_or_default();
    if only && table::is_plan_table(&first) {
        return Ok(Source { kind: Kind::Table, ..Source::plain(first) });
    }
    let mut page = Page::default();
    for (title, sheet) in sheets {
        if !only {
            page.say(title);
            page.end_block();
        }
        sheet.say(&mut page);
    }
    let (text, hints) = page.finish()?;
    if text.is_empty() {
        return Err(NotRead::Empty);
    }
    let (kind, known) = (Kind::Workbook, Known::ByKind);
    Ok(Source { kind, known, hints, ..Source::plain(text) })
}
