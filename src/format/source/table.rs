//! Tables as lines: a 分解表 becomes lines with their 牵头单位 in brackets, as a report writes them; any
//! other table becomes one line a row; a table that only lays out a page becomes its paragraphs.

use super::line::{Cell, Line};
use crate::report::hint::Form;
use crate::report::listed;

/// The longest heading of a column.
const HEADING: usize = 12;

/// More words than this in a cell of several paragraphs, and the table lays out a page.
const CELL: usize = 120;

/// What a column is for, by its heading.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Column {
    /// 序号
    Serial,
    /// Who answers and until when; with the heading as it is written.
    Duty(String),
    /// Anything else: what is to be done.
    What,
}

/// The lines of a table.
pub(super) fn lines(rows: Vec<Vec<Cell>>, holds_tables: bool) -> Vec<Line> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    if holds_tables || columns < 2 {
        return rows.into_iter().flatten().flatten().collect();
    }
    // A title over all columns is no heading of theirs.
    let said = |row: &Vec<Cell>| row.iter().filter(|cell| !cell.is_empty()).count();
    let head = rows.iter().position(|row| said(row) > 1).unwrap_or(rows.len());
    if let Some(columns) = rows.get(head).and_then(|row| duties(row)) {
        let mut lines: Vec<Line> = rows.iter().take(head).flatten().flatten().cloned().collect();
        let mut above = String::new();
        for row in rows.into_iter().skip(head + 1) {
            lines.extend(duty_lines(row, &columns, &mut above));
        }
        return lines;
    }
    if rows.iter().flatten().any(lays_out) {
        return rows.into_iter().flatten().flatten().collect();
    }
    rows.into_iter().filter_map(row_line).collect()
}

/// The columns of a 分解表, by its headings; none when nobody answers in it.
fn duties(row: &[Cell]) -> Option<Vec<Column>> {
    let columns: Vec<Column> = row.iter().map(|cell| column(&joined(cell, ""))).collect();
    let of = |wanted: fn(&Column) -> bool| columns.iter().filter(|column| wanted(column)).count();
    let whole = of(|column| *column == Column::What) > 0;
    (whole && of(|column| matches!(column, Column::Duty(_))) > 0).then_some(columns)
}

fn column(heading: &str) -> Column {
    let name: String = heading.chars().filter(|c| !c.is_whitespace()).collect();
    let short = name.chars().count() <= HEADING;
    let duty = ["牵头", "责任", "配合", "协同", "承办", "时限", "完成时间", "分管领导"];
    if short && duty.iter().any(|word| name.contains(word)) {
        Column::Duty(name)
    } else if ["序号", "编号", "No."].contains(&name.as_str()) {
        Column::Serial
    } else {
        Column::What
    }
}

/// One row of a 分解表: what is to be done, line by line, and behind it in brackets who answers.
fn duty_lines(row: Vec<Cell>, columns: &[Column], above: &mut String) -> Vec<Line> {
    let (mut serial, mut what, mut duties) = (String::new(), Vec::new(), Vec::new());
    for (at, cell) in row.into_iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        match columns.get(at) {
            Some(Column::Serial) => serial = joined(&cell, ""),
            Some(Column::Duty(name)) => duties.push(format!("{name}：{}", joined(&cell, "、"))),
            _ => what.push(cell),
        }
    }
    // A title that covers several rows is said once, though Word repeats it in some.
    if what.len() > 1 {
        let title = what.first().map(|cell| joined(cell, "")).unwrap_or_default();
        if title == *above {
            what.remove(0);
        } else if let Some(line) = what.first_mut().and_then(|cell| cell.first_mut()) {
            line.strong = std::iter::once(0..line.text.len()).collect();
            *above = title;
        }
    }
    let mut lines: Vec<Line> = what.into_iter().flatten().collect();
    if !serial.is_empty() {
        let first = lines.first_mut().map(|line| &mut line.text);
        match first {
            Some(text) => text.insert_str(0, &format!("{serial}.")),
            None => lines.push(Line { text: serial, ..Line::default() }),
        }
    }
    if !duties.is_empty() {
        let bracket = format!("（{}）", duties.join("；"));
        match lines.last_mut() {
            Some(line) => line.text.push_str(&bracket),
            None => lines.push(Line { text: bracket, ..Line::default() }),
        }
    }
    lines
}

/// A cell that holds paragraphs as a page does.
fn lays_out(cell: &Cell) -> bool {
    cell.len() > 1 && cell.iter().map(|line| line.text.chars().count()).sum::<usize>() > CELL
}

fn row_line(row: Vec<Cell>) -> Option<Line> {
    let mut cells = row.into_iter().filter(|cell| !cell.is_empty());
    let (first, rest): (Option<Cell>, Vec<Cell>) = (cells.next(), cells.collect());
    let first = first?;
    // One cell alone is a line like any other.
    if rest.is_empty() && first.len() == 1 {
        return first.into_iter().next();
    }
    let cells = std::iter::once(first).chain(rest).map(|cell| joined(&cell, " "));
    let text = cells.collect::<Vec<_>>().join("\t");
    Some(Line { text, whole: Some(Form::Row), strong: Vec::new() })
}

fn joined(cell: &Cell, between: &str) -> String {
    cell.iter().map(|line| line.text.trim()).collect::<Vec<_>>().join(between)
}

/// Whether a text is a table of tasks, by its first line.
pub(super) fn is_plan_table(text: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let first = first.trim_start_matches('\u{feff}');
    let cells = first.split([',', '\t', ';', '，']).map(|cell| cell.trim_matches(['"', ' ', '\r']));
    listed::is_heading(&cells.collect::<Vec<_>>())
}
