//! Tables for spreadsheets: RFC 4180, with a byte-order mark so that Excel reads Han.
//!
//! A cell that a spreadsheet would take for a formula is kept as text, and what steers or hides is shown
//! as a mark: a table has no way to escape it.

use std::borrow::Cow;

use super::json::Value;
use crate::plan::plain::marked;

/// The objects of a list as a table: one column for each field of the first.
pub fn table(rows: &[Value]) -> String {
    let Some(Value::Object(first)) = rows.first() else { return String::new() };
    let names: Vec<&str> = first.keys().map(String::as_str).collect();
    let mut text = String::from('\u{feff}');
    line(&mut text, names.iter().map(|name| (*name).to_owned()));
    for row in rows {
        line(&mut text, names.iter().map(|name| shown(&row[*name])));
    }
    text
}

/// Lines of cells as a table.
pub fn text(lines: &[Vec<String>]) -> String {
    let mut text = String::from('\u{feff}');
    for cells in lines {
        line(&mut text, cells.iter().cloned());
    }
    text
}

fn line(text: &mut String, cells: impl Iterator<Item = String>) {
    let cells: Vec<String> = cells.map(|cell| quoted(&cell)).collect();
    text.push_str(&cells.join(","));
    text.push_str("\r\n");
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(shown).collect::<Vec<_>>().join("、"),
        Value::Object(fields) => fields.values().map(shown).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    }
}

fn quoted(cell: &str) -> String {
    let lines: Vec<Cow<'_, str>> = cell.lines().map(marked).collect();
    let cell = lines.join("\n");
    let number = cell.parse::<rust_decimal::Decimal>().is_ok();
    let formula = !number && cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let cell = if formula { format!("'{cell}") } else { cell };
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn cells_are_quoted_and_formulas_stay_text() {
        let rows = [json!({"a": "一,二", "b": ["x", "y"]}), json!({"a": "=1+1", "b": null})];
        assert_eq!(table(&rows), "\u{feff}a,b\r\n\"一,二\",x、y\r\n'=1+1,\r\n");
        let rows = [json!({"a": "说\"好\"", "b": "-3"})];
        assert_eq!(table(&rows), "\u{feff}a,b\r\n\"说\"\"好\"\"\",-3\r\n");
        assert_eq!(table(&[]), "");
    }

    #[test]
    fn nothing_in_a_table_steers_whoever_looks_at_it() {
        let lines = [vec!["甲\u{1b}[2J\u{202e}".to_owned(), "一\r\n二\t\u{9b}".to_owned()]];
        assert_eq!(text(&lines), "\u{feff}甲<001B>[2J<202E>,\"一\n二<0009><009B>\"\r\n");
    }
}
