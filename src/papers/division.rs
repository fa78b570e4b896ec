//! 任务分解表: every measure of the plan, whose it is, and where it should be at each quarter's end.

use chrono::Datelike;

use super::decisions::parties;
use super::minutes::Known;
use super::said;
use super::sheet::{Cell, Column, Sheet};
use crate::plan::{Measure, Month, Target, Task};
use crate::words::column::{Around, Column as Heading};

const COLUMNS: [(Heading, u8); 15] = [
    (Heading::Nth, 4),
    (Heading::Task, 12),
    (Heading::Measure, 26),
    (Heading::Goal, 14),
    (Heading::First, 8),
    (Heading::Second, 8),
    (Heading::Third, 8),
    (Heading::Fourth, 8),
    (Heading::LeadSponsor, 6),
    (Heading::Lead, 8),
    (Heading::Responsible, 8),
    (Heading::Support, 10),
    (Heading::Person, 6),
    (Heading::DueBy, 6),
    (Heading::Remark, 8),
];

/// The table of a plan as the work is divided now.
pub fn sheet(on: Known) -> Sheet {
    let lang = on.lang;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for task in on.plan.tasks() {
        for measure in &task.measures {
            rows.push(line(on, task, measure));
        }
    }
    let count = Around::Count { count: rows.len().to_string() };
    let count = if rows.is_empty() { Around::None } else { count };
    let column = |(heading, width): (Heading, u8)| Column {
        heading: heading.text(lang).to_owned(),
        width,
        choices: Vec::new(),
    };
    Sheet {
        lang,
        name: Around::DivisionName.text(lang),
        title: Around::Division { plan: said::clean(on.plan.name()) }.text(lang),
        about: String::new(),
        columns: COLUMNS.into_iter().map(column).collect(),
        rows,
        foot: vec![count.text(lang)],
        ..Sheet::default()
    }
}

/// One measure; who has it is who has its task unless it was given to others.
fn line(on: Known, task: &Task, measure: &Measure) -> Vec<Cell> {
    let given = on.state.assignment(measure.id);
    let of = |text: Option<&String>| text.map_or_else(String::new, |text| said::clean(text));
    let quarter = |last| {
        let month = Month { year: on.plan.period.from.year(), month: last };
        planned(&measure.targets, month)
    };
    let leads = given.map_or(&[][..], |given| given.lead.as_slice());
    let cells = COLUMNS.map(|(heading, _)| match heading {
        Heading::Nth => measure.id.to_string(),
        Heading::Task => said::clean(&format!("{} {}", task.id, task.title)),
        Heading::Measure => said::clean(&measure.text),
        Heading::Goal => goals(&measure.targets),
        Heading::First => quarter(3),
        Heading::Second => quarter(6),
        Heading::Third => quarter(9),
        Heading::Fourth => quarter(12),
        Heading::LeadSponsor => of(given.map(|given| &given.sponsor)),
        // The first office named leads; whoever is named with it is responsible as well.
        Heading::Lead => parties(leads.get(..1).unwrap_or_default(), on),
        Heading::Responsible => parties(leads.get(1..).unwrap_or_default(), on),
        Heading::Support => given.map_or_else(String::new, |given| parties(&given.support, on)),
        Heading::Person => of(given.map(|given| &given.person)),
        Heading::DueBy => {
            let due = given.and_then(|given| given.due);
            due.map_or_else(String::new, |due| due.to_string())
        }
        _ => String::new(),
    });
    cells.into_iter().map(Cell::text).collect()
}

fn goals(targets: &[Target]) -> String {
    let goals = targets.iter().map(|target| said::clean(&target.text));
    goals.collect::<Vec<_>>().join("；")
}

/// What is planned by the end of a month: the sum of a trajectory, and the nodes of its quarter.
fn planned(targets: &[Target], last: Month) -> String {
    let mut parts = Vec::new();
    for target in targets {
        if let Some(sum) = target.trajectory.get(&last) {
            parts.push(said::clean(&format!("{}{sum}{}", target.metric, target.unit)));
        }
        let within = |month: Month| (0..3).contains(&month.until(last));
        let nodes = target.nodes.iter().filter(|node| within(node.by));
        parts.extend(nodes.map(|node| said::clean(&node.text)));
    }
    parts.join("；")
}
