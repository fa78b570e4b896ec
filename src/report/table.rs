//! Tables of who answers for what: a row is a task, its cells parted by tabs or bars, or each in a
//! line of its own.

use std::ops::Range;

use super::duty::{self, Told};
use super::letter::{bare, fold, is_space, length};
use super::line::Para;

/// What stands in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// What is to be done.
    Task,
    /// How, beside a column of tasks.
    Measure,
    /// Who answers, or until when, under the heading of the column.
    Duty(String),
    /// To which section its rows belong.
    Group,
    /// A number, a remark.
    Other,
}

/// What the heading of a column with tasks or measures speaks of.
const TASKS: [&str; 17] = [
    "任务",
    "事项",
    "项目",
    "工作",
    "内容",
    "举措",
    "措施",
    "目标",
    "实事",
    "计划",
    "要求",
    "action",
    "task",
    "measure",
    "commitment",
    "activity",
    "milestone",
];

/// What a heading with such a word is when it has one of these, too.
const NO_TASKS: [&str; 10] =
    ["进度", "进展", "情况", "成效", "备注", "编号", "代码", "序号", "时间", "目标值"];

/// Headings of a column that says to which section a row belongs.
const GROUPS: [&str; 9] =
    ["类别", "领域", "分类", "板块", "类型", "方面", "大类", "任务类别", "工作类别"];

/// The heading of a column has at most so many characters.
const LONGEST_HEADING: usize = 16;

/// The cells of a line, without white space around them; none when it is no row.
pub(super) fn cells(text: &str, at: &Range<usize>) -> Vec<Range<usize>> {
    let line = text.get(at.clone()).unwrap_or_default();
    if !line.contains(parts) {
        return Vec::new();
    }
    let mut cells = Vec::new();
    let mut from = at.start;
    for cell in line.split_inclusive(parts) {
        let words = cell.trim_end_matches(parts);
        let start = from + words.len() - words.trim_start_matches(is_space).len();
        cells.push(start..start + words.trim_matches(is_space).len());
        from += cell.len();
    }
    // A row of Markdown has bars at both of its ends.
    if line.starts_with(parts) {
        cells.remove(0);
    }
    if cells.len() >= 2 { cells } else { Vec::new() }
}

fn parts(c: char) -> bool {
    c == '\t' || fold(c) == '|'
}

/// Whether a row is only the rule below a heading: `|---|---|`.
pub(super) fn is_rule(text: &str, cells: &[Range<usize>]) -> bool {
    let plain = |c: char| c == '-' || c == ':';
    cells.iter().all(|at| text.get(at.clone()).unwrap_or_default().chars().all(plain))
}

/// The columns of a table, when a row is its heading: one for tasks, one for offices or a time.
pub(super) fn heading(text: &str, cells: &[Range<usize>]) -> Option<Vec<Column>> {
    let mut tasks = 0;
    let column = |at: &Range<usize>| {
        let words = bare(text.get(at.clone()).unwrap_or_default());
        let lower = words.to_ascii_lowercase();
        let has = |list: &[&str]| list.iter().any(|word| lower.contains(word));
        match duty::column(&words) {
            _ if words.chars().count() > LONGEST_HEADING => Column::Other,
            Some(Told::Duty) => Column::Duty(words),
            None if GROUPS.contains(&words.as_str()) => Column::Group,
            None if has(&TASKS) && !has(&NO_TASKS) => {
                tasks += 1;
                if tasks == 1 { Column::Task } else { Column::Measure }
            }
            Some(Told::People) | None => Column::Other,
        }
    };
    let columns: Vec<Column> = cells.iter().map(column).collect();
    let answers = columns.iter().any(|column| matches!(column, Column::Duty(_)));
    (answers && columns.contains(&Column::Task)).then_some(columns)
}

/// A table whose cells stand one below the other: what is left of it where a page was copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stack {
    /// Its columns, the one with the numbers of the rows first.
    pub(super) columns: Vec<Column>,
    /// The paragraphs with its headings.
    pub(super) heading: Range<usize>,
    /// For each row its cells, by column: paragraphs that follow one another.
    pub(super) rows: Vec<Vec<Range<usize>>>,
}

impl Stack {
    /// Its paragraphs.
    pub(super) fn paras(&self) -> Range<usize> {
        let last = self.rows.last().and_then(|row| row.last());
        self.heading.start..last.map_or(self.heading.end, |cell| cell.end)
    }
}

/// A table of that kind among paragraphs: headings that begin with 序号, and rows that count from one.
pub(super) fn stack(text: &str, paras: &[Para]) -> Option<Stack> {
    let words = |at: usize| paras.get(at).map(|para| bare(cell(text, &para.at)));
    let number = |at: usize| words(at).and_then(|words| words.parse::<u32>().ok());
    let first = (0..paras.len()).find(|at| words(*at).is_some_and(|words| words == "序号"))?;
    let begin = (first + 1..paras.len().min(first + 12)).find(|at| number(*at) == Some(1))?;
    let heading = first..begin;
    let headings: Vec<Range<usize>> =
        paras.get(heading.clone())?.iter().map(|it| trimmed(text, &it.at)).collect();
    let columns = self::heading(text, &headings).filter(|columns| columns.len() >= 3)?;
    let mut rows = Vec::new();
    let mut at = begin;
    for next in 2.. {
        let end = (at + 1..paras.len()).find(|at| number(*at) == Some(next));
        let end_of_last = (at + columns.len()).min(paras.len());
        rows.push(row(&columns, at..end.unwrap_or(end_of_last)));
        let Some(end) = end else { break };
        at = end;
    }
    Some(Stack { columns, heading, rows })
}

/// Cells by column. What there is too much of belongs to the last column of tasks or measures.
fn row(columns: &[Column], paras: Range<usize>) -> Vec<Range<usize>> {
    let more = paras.len().saturating_sub(columns.len());
    let wide = |column: &Column| matches!(column, Column::Task | Column::Measure);
    let wide = columns.iter().rposition(wide).unwrap_or(0);
    let mut at = paras.start;
    let cell = |nth: usize| {
        let end = (at + 1 + if nth == wide { more } else { 0 }).min(paras.end);
        let cell = at.min(paras.end)..end;
        at = end;
        cell
    };
    (0..columns.len()).map(cell).collect()
}

/// A cell that stands in a line of its own, without the bar behind it.
pub(super) fn trimmed(text: &str, at: &Range<usize>) -> Range<usize> {
    let words = cell(text, at);
    let start = at.start + text.get(at.clone()).and_then(|line| line.find(words)).unwrap_or(0);
    start..start + words.len()
}

fn cell<'a>(text: &'a str, at: &Range<usize>) -> &'a str {
    let edge = |c: char| is_space(c) || parts(c);
    text.get(at.clone()).unwrap_or_default().trim_matches(edge)
}

/// Whether a paragraph may be the first heading of such a table.
pub(super) fn opens_stack(text: &str, para: &Para) -> bool {
    length(cell(text, &para.at)) == 2 && bare(cell(text, &para.at)) == "序号"
}

#[cfg(test)]
mod tests {
    use super::super::line::paragraphs;
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
        let check = |line: &str| heading(line, &cells(line, &(0..line.len())));
        let duty = |name: &str| Column::Duty(name.into());
        let (task, other) = (Column::Task, Column::Other);
        assert_eq!(
            check("序号\t工作任务\t牵头单位\t备注"),
            Some(vec![other.clone(), task.clone(), duty("牵头单位"), other.clone()])
        );
        assert_eq!(
            check("类别|实事项目|工作举措及实施计划|分管区领导|责任单位（部门）"),
            Some(vec![Column::Group, task, Column::Measure, other, duty("责任单位(部门)")])
        );
        assert_eq!(check("甲\t乙"), None);
        assert_eq!(check("项目\t进度"), None);
    }

    #[test]
    fn cells_in_lines_of_their_own_are_rows_again() {
        let text = "清单\n序号 |\n重点工作 |\n责任单位 |\n1 |\n建管网，\n修泵站。 |\n水务局 |\n2 |\n建学校。 |\n教育局 |\n完";
        let paras = paragraphs(text, &[]);
        let stack = stack(text, &paras).unwrap();
        let rows: Vec<Vec<String>> = stack
            .rows
            .iter()
            .map(|row| {
                let cell = |at: &Range<usize>| -> String {
                    paras[at.clone()].iter().map(|para| cell(text, &para.at)).collect()
                };
                row.iter().map(cell).collect()
            })
            .collect();
        assert_eq!(stack.heading, 1..4);
        assert_eq!(rows[1], ["2", "建学校。", "教育局"]);
        assert!(rows[0][1].starts_with("建管网"), "{rows:?}");
    }
}
