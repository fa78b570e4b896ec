//! A plan that is a table already: one row a measure, its columns known by their headings.
//!
//! For whoever has a list of tasks and no report. An empty cell says what the one above it says, as
//! merged cells come out of a spreadsheet. A row that cannot be understood whole is kept as words with
//! a doubt, and never guessed at.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::plan::plain::is_hidden;
use crate::plan::{Measure, Place, Plan, Section, Task};
use crate::words::Lang;
use crate::words::report::{Role, Unnamed, Weight, Why};

use super::clause::{Setting, targets};
use super::letter::bare;
use super::proof::Spot;
use super::{DEFAULT_YEAR, Doubt, Draft, Duty, Goal, Reason, Span, year_of};
use goal::{goal, phrase};

mod goal;
#[cfg(test)]
mod tests;

/// One row of a table: the line on which it begins, from 1, and its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The line of the text.
    pub line: usize,
    /// Its cells, trimmed.
    pub cells: Vec<String>,
}

/// What a column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Section,
    Task,
    Measure,
    Metric,
    Comparator,
    Value,
    Unit,
    Lead,
    Support,
    Due,
}

/// The headings by which columns are known, folded and in small letters.
const HEADINGS: [(Column, &[&str]); 10] = [
    (Column::Section, &["方面", "板块", "领域", "section", "chapter", "area"]),
    (
        Column::Task,
        &[
            "任务",
            "重点任务",
            "目标任务",
            "主要任务",
            "工作任务",
            "重点工作",
            "task",
            "objective",
            "goal",
        ],
    ),
    (
        Column::Measure,
        &[
            "措施",
            "具体措施",
            "工作措施",
            "主要措施",
            "工作内容",
            "具体内容",
            "事项",
            "measure",
            "action",
        ],
    ),
    (
        Column::Metric,
        &["目标", "指标", "年度目标", "指标名称", "目标名称", "metric", "target", "indicator"],
    ),
    (Column::Comparator, &["比较", "比较方式", "要求", "comparator"]),
    (Column::Value, &["数值", "目标值", "年度目标值", "值", "value"]),
    (Column::Unit, &["单位", "计量单位", "unit"]),
    (Column::Lead, &["牵头", "牵头单位", "责任单位", "主责单位", "责任部门", "lead", "owner"]),
    (Column::Support, &["配合", "配合单位", "协同单位", "参与单位", "support"]),
    (Column::Due, &["时限", "完成时限", "完成时间", "办结时限", "due", "deadline"]),
];

/// Whether a line of headings is that of a plan: it names what is to be done, and one thing more.
pub fn is_heading(cells: &[&str]) -> bool {
    let columns: Vec<Column> = cells.iter().filter_map(|cell| column(cell)).collect();
    let has = |column: Column| columns.contains(&column);
    (has(Column::Task) || has(Column::Measure)) && columns.len() > 1
}

fn column(heading: &str) -> Option<Column> {
    let name = bare(heading).to_lowercase();
    let found = HEADINGS.iter().find(|(_, names)| names.contains(&name.as_str()));
    found.map(|(column, _)| *column)
}

/// Reads a table: its headings first, then a row a measure.
pub fn read(text: &str, rows: &[Listed]) -> Draft {
    let starts = starts(text);
    let columns = rows.first().map(|row| row.cells.iter().map(|cell| column(cell)).collect());
    let mut reader = Reader {
        columns: columns.unwrap_or_default(),
        plan: Plan::new("plan", Unnamed::Report.text(Lang::Zh), year_of(DEFAULT_YEAR)),
        sections: BTreeMap::new(),
        tasks: BTreeMap::new(),
        places: Vec::new(),
        doubts: Vec::new(),
        duties: Vec::new(),
        goals: Vec::new(),
    };
    let year = DEFAULT_YEAR.to_string();
    reader.doubt(0..0, None, Weight::Heavy, Why::NoYear { year });
    reader.doubt(0..0, None, Weight::Middle, Why::NoTitle);
    reader.plan.id = format!("plan-{DEFAULT_YEAR}");
    let line = |nth: usize| starts.get(nth).copied().unwrap_or(text.len());
    for (at, row) in rows.iter().enumerate() {
        let from = if at == 0 { 0 } else { line(row.line - 1) };
        let to = rows.get(at + 1).map_or(text.len(), |next| line(next.line - 1));
        let place = if at == 0 { None } else { reader.row(row, from..to) };
        reader.places.push((from..to, place));
    }
    reader.finish(text, &starts)
}

/// Where each line begins.
fn starts(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

struct Reader {
    columns: Vec<Option<Column>>,
    plan: Plan,
    sections: BTreeMap<String, usize>,
    tasks: BTreeMap<(usize, String), usize>,
    /// What each row became.
    places: Vec<(Range<usize>, Option<At>)>,
    doubts: Vec<Doubted>,
    duties: Vec<(Duty, At)>,
    /// The row of each target, and which target of its measure it is.
    goals: Vec<(Range<usize>, At, usize)>,
}

/// A doubt about a row.
type Doubted = (Range<usize>, Option<At>, Weight, Reason);

/// A place by its counts, from 0; final numbers come when all rows are read.
#[derive(Clone, Copy, Debug)]
struct At {
    section: usize,
    task: usize,
    measure: Option<usize>,
}

impl Reader {
    /// A cell as words of a plan: on one line, and nothing in it that nobody sees.
    fn cell(&self, row: &Listed, column: Column) -> String {
        let at = self.columns.iter().position(|own| *own == Some(column));
        let cell = at.and_then(|at| row.cells.get(at)).map_or("", String::as_str);
        // What keeps a cell from being a formula is no part of it.
        let cell = cell.strip_prefix('\'').unwrap_or(cell);
        cell.chars().filter(|c| !is_hidden(*c)).collect::<String>().trim().to_owned()
    }

    fn doubt(&mut self, at: Range<usize>, row: Option<At>, weight: Weight, why: Why) {
        self.doubts.push((at, row, weight, Reason::Reading(why)));
    }

    fn row(&mut self, row: &Listed, at: Range<usize>) -> Option<At> {
        let cell = |column: Column| self.cell(row, column);
        let (measure, metric) = (cell(Column::Measure), cell(Column::Metric));
        let (section, title) = (cell(Column::Section), cell(Column::Task));
        // Han stands without spaces, other words do not.
        let space = if metric.is_ascii() { " " } else { "" };
        let words = [metric.as_str(), &cell(Column::Value), &cell(Column::Unit)];
        let words =
            words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(space);
        let section = self.section(&section);
        let task = self.task(section, &title, &measure)?;
        let mut place = At { section, task, measure: None };
        let task = self.plan.sections.get_mut(section)?.tasks.get_mut(task)?;
        if !measure.is_empty() || !metric.is_empty() {
            if !measure.is_empty() || task.measures.is_empty() {
                let text = if measure.is_empty() { words } else { measure };
                task.measures.push(Measure { id: Place::section(0), text, targets: Vec::new() });
            }
            place.measure = task.measures.len().checked_sub(1);
        }
        self.duty(row, &at, place);
        self.target(row, at, (metric, place));
        Some(place)
    }

    /// The section of a title; without one the last that there is.
    fn section(&mut self, title: &str) -> usize {
        let sections = &mut self.plan.sections;
        let known = match title {
            "" => sections.len().checked_sub(1),
            _ => self.sections.get(title).copied(),
        };
        known.unwrap_or_else(|| {
            let title = if title.is_empty() { Unnamed::Whole.text(Lang::Zh) } else { title };
            self.sections.insert(title.to_owned(), sections.len());
            let (id, title, short) = (Place::section(0), title.to_owned(), String::new());
            let (weight, lead, tasks) = (None, Vec::new(), Vec::new());
            sections.push(Section { id, title, short, weight, lead, tasks });
            sections.len() - 1
        })
    }

    /// The task of a title; without one the last of its section, or one under the measure's words.
    fn task(&mut self, section: usize, title: &str, measure: &str) -> Option<usize> {
        let tasks = &mut self.plan.sections.get_mut(section)?.tasks;
        let known = match title {
            "" => tasks.len().checked_sub(1),
            _ => self.tasks.get(&(section, title.to_owned())).copied(),
        };
        if known.is_some() {
            return known;
        }
        let first = measure.split(|c| "，。；,;".contains(c)).next().unwrap_or_default();
        let title = if title.is_empty() { first } else { title };
        if title.is_empty() {
            return None;
        }
        self.tasks.insert((section, title.to_owned()), tasks.len());
        let (id, title, short) = (Place::section(0), title.to_owned(), String::new());
        tasks.push(Task { id, title, short, weight: None, measures: Vec::new() });
        Some(tasks.len() - 1)
    }

    fn duty(&mut self, row: &Listed, at: &Range<usize>, place: At) {
        let names = |column: Column| {
            let between = |c: char| "、,，;；/".contains(c);
            let cell = self.cell(row, column);
            let names = cell.split(between).map(|name| name.trim().to_owned());
            names.filter(|name| !name.is_empty()).collect::<Vec<_>>()
        };
        let (mut leads, mut supports) = (names(Column::Lead), names(Column::Support));
        // The first named leads.
        if supports.is_empty() && leads.len() > 1 {
            supports = leads.split_off(1);
        }
        let due = self.cell(row, Column::Due);
        if !leads.is_empty() || !supports.is_empty() || !due.is_empty() {
            self.duties.push((Duty { at: at.clone(), row: None, leads, supports, due }, place));
        }
    }

    fn target(&mut self, row: &Listed, at: Range<usize>, (metric, place): (String, At)) {
        let (said, value) = (self.cell(row, Column::Comparator), self.cell(row, Column::Value));
        if metric.is_empty() && value.is_empty() {
            return self.promised(row, &at, place);
        }
        let goal = goal(&said, &value, &self.cell(row, Column::Unit));
        let section = self.plan.sections.get_mut(place.section);
        let task = section.and_then(|section| section.tasks.get_mut(place.task));
        let own = task.zip(place.measure).and_then(|(task, nth)| task.measures.get_mut(nth));
        match (goal, own) {
            (Some(goal), Some(measure)) if !metric.is_empty() => {
                let text = phrase(&measure.text, &metric, &goal);
                self.goals.push((at, place, measure.targets.len()));
                measure.targets.push(goal.target(metric, text));
            }
            _ => {
                let quote = [metric, said, value].concat();
                self.doubt(at, Some(place), Weight::Middle, Why::NoGoal { quote });
            }
        }
    }

    /// Where no column says what is to be reached, the measure's own words may.
    fn promised(&mut self, row: &Listed, at: &Range<usize>, place: At) {
        let silent = self.columns.iter().all(|column| *column != Some(Column::Metric));
        let said = !self.cell(row, Column::Measure).is_empty();
        let section = self.plan.sections.get_mut(place.section);
        let task = section.and_then(|section| section.tasks.get_mut(place.task));
        let own = task.zip(place.measure).and_then(|(task, nth)| task.measures.get_mut(nth));
        let Some(measure) = own.filter(|_| silent && said) else { return };
        for proposal in targets(&measure.text, Setting::Measure).found {
            if let Some(unsure) = proposal.doubt {
                let why = Reason::Target(unsure);
                self.doubts.push((at.clone(), Some(place), Weight::Middle, why));
            }
            self.goals.push((at.clone(), place, measure.targets.len()));
            measure.targets.push(super::goal::target(proposal, Place::section(0)));
        }
    }

    /// Gives every row its number, and every character its span.
    fn finish(mut self, text: &str, starts: &[usize]) -> Draft {
        let mut plan = std::mem::replace(&mut self.plan, Plan::new("", "", year_of(DEFAULT_YEAR)));
        number(&mut plan);
        let place = |at: At| {
            let section = plan.sections.get(at.section)?;
            let task = section.tasks.get(at.task)?;
            let Some(nth) = at.measure else { return Some(task.id) };
            task.measures.get(nth).map(|measure| measure.id)
        };
        let spot = |byte: usize| {
            let line = starts.partition_point(|start| *start <= byte);
            let start = starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
            let column = text.get(start..byte).map_or(0, |before| before.chars().count()) + 1;
            Spot { line, column }
        };
        let span = |(at, row): (Range<usize>, Option<At>)| {
            let row = row.and_then(place);
            let role = if row.is_some() { Role::Measure } else { Role::Chrome };
            Span { spot: spot(at.start), at, role, row }
        };
        let doubt = |(at, row, weight, why): Doubted| {
            let row = row.and_then(place);
            Doubt { spot: spot(at.start), at, row, weight, why }
        };
        let goal = |(at, own, nth): (Range<usize>, At, usize)| {
            let section = plan.sections.get(own.section)?;
            let measure = section.tasks.get(own.task)?.measures.get(own.measure?)?;
            let id = measure.targets.get(nth)?.id;
            Some(Goal { id, number: at.clone(), at })
        };
        let mut goals: Vec<Goal> = self.goals.into_iter().filter_map(goal).collect();
        goals.sort_by_key(|goal| goal.id);
        let places = self.places.into_iter().filter(|(at, _)| !at.is_empty());
        Draft {
            spans: places.map(span).collect(),
            doubts: self.doubts.into_iter().map(doubt).collect(),
            bridge: None,
            goals,
            rejected: Vec::new(),
            duties: self
                .duties
                .into_iter()
                .map(|(duty, at)| Duty { row: place(at), ..duty })
                .collect(),
            plan,
        }
    }
}

/// The ids of all rows, in their order.
fn number(plan: &mut Plan) {
    for (at, section) in plan.sections.iter_mut().enumerate() {
        let nth = |at: usize| u16::try_from(at + 1).unwrap_or(u16::MAX);
        section.id = Place::section(nth(at));
        for (of, task) in section.tasks.iter_mut().enumerate() {
            task.id = Place::task(nth(at), nth(of));
            let mut target = 0_usize;
            for (in_task, measure) in task.measures.iter_mut().enumerate() {
                measure.id = Place::measure(nth(at), nth(of), nth(in_task));
                for own in &mut measure.targets {
                    own.id = Place::target(nth(at), nth(of), nth(target));
                    target += 1;
                }
            }
        }
    }
}
