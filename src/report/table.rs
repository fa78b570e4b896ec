//! Tables of who answers for what: a row is a task, its cells parted by tabs or bars.

use std::ops::Range;

use super::duty;
use super::letter::{bare, fold, is_space};

/// What stands in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// What is to be done.
    Task,
    /// Who answers, or until when, under the heading of the column.
    Duty(String),
    /// A number, a remark.
    Other,
}

/// Headings of the column with the tasks.
const TASKS: [&str; 11] = [
    "任务",
    "工作任务",
    "重点任务",
    "目标任务",
    "主要任务",
    "工作内容",
    "任务内容",
    "重点工作",
    "工作事项",
    "项目内容",
    "实事内容",
];

/// The cells of a line, without white space around them; none when it is no row.
pub(super) fn cells(text: &str, at: &Range<usize>) -> Vec<Range<usize>> {
    let line = text.get(at.clone()).unwrap_or_default();
    let part = |c: char| c == '\t' || fold(c) == '|';
    if !line.contains(part) {
        return Vec::new();
    }
    let mut cells = Vec::new();
    let mut from = at.start;
    for cell in line.split_inclusive(part) {
        let words = cell.trim_end_matches(part);
        let start = from + words.len() - words.trim_start_matches(is_space).len();
        cells.push(start..start + words.trim_matches(is_space).len());
        from += cell.len();
    }
    // A row of Markdown has bars at both of its ends.
    if line.starts_with(part) {
        cells.remove(0);
    }
    if cells.len() >= 2 { cells } else { Vec::new() }
}

/// Whether a row is only the rule below a heading: `|---|---|`.
pub(super) fn is_rule(text: &str, cells: &[Range<usize>]) -> bool {
    let plain = |c: char| c == '-' || c == ':';
    cells.iter().all(|at| text.get(at.clone()).unwrap_or_default().chars().all(plain))
}

/// The columns of a table, when a row is its heading: one for tasks, one for offices or a time.
pub(super) fn heading(text: &str, cells: &[Range<usize>]) -> Option<Vec<Column>> {
    let column = |at: &Range<usize>| {
        let words = bare(text.get(at.clone()).unwrap_or_default());
        match words.as_str() {
            words if TASKS.contains(&words) => Column::Task,
            words if duty::is_duty(&format!("{words}:")) => Column::Duty(words.to_owned()),
            _ => Column::Other,
        }
    };
    let columns: Vec<Column> = cells.iter().map(column).collect();
    let answers = columns.iter().any(|column| matches!(column, Column::Duty(_)));
    (answers && columns.contains(&Column::Task)).then_some(columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_have_cells() {
        let check = |line: &str, expect: &[&str]| {
            let found: Vec<&str> =
                cells(line, &(0..line.len())).into_iter().map(|at| &line[at]).collect();
            assert_eq!(found, expect, "{line}");
        };
        check("1\t新建学校。\t教育局", &["1", "新建学校。", "教育局"]);
        check("| 1 | 新建学校。 | |", &["1", "新建学校。", ""]);
        check("新建学校。", &[]);
    }

    #[test]
    fn a_heading_names_tasks_and_offices() {
        let line = "序号\t工作任务\t牵头单位\t备注";
        let columns = heading(line, &cells(line, &(0..line.len())));
        let duty = Column::Duty("牵头单位".into());
        assert_eq!(columns, Some(vec![Column::Other, Column::Task, duty, Column::Other]));
        assert_eq!(heading("甲\t乙", &[0..3, 4..7]), None);
    }
}
