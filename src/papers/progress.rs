//! 推进情况表: every target at its last two reports side by side, whether it keeps pace, and why.

use super::decisions::parties;
use super::minutes::Known;
use super::said;
use super::sheet::{Cell, Column, Sheet};
use crate::judge::{self, Grounds, reason};
use crate::ledger::{Light, Reading, sentence};
use crate::plan::{Plan, Target};
use crate::words::Lang;
use crate::words::column::{Around, Cell as Word, Column as Heading};

const COLUMNS: [(Heading, u8); 10] = [
    (Heading::Nth, 5),
    (Heading::MainTask, 14),
    (Heading::WholeYear, 16),
    (Heading::Leader, 6),
    (Heading::Lead, 8),
    (Heading::Partners, 10),
    (Heading::Last, 12),
    (Heading::This, 12),
    (Heading::Pace, 5),
    (Heading::Why, 28),
];

/// The table on a day, by a rule.
pub fn sheet(on: &Grounds, lang: Lang) -> Sheet {
    let rows: Vec<Vec<Cell>> = on.plan.targets().map(|target| line(on, target, lang)).collect();
    let count = match rows.len() {
        0 => Around::None,
        count => Around::Count { count: count.to_string() },
    };
    let column = |(heading, width): (Heading, u8)| Column {
        heading: heading.text(lang).to_owned(),
        width,
        choices: Vec::new(),
    };
    let (day, policy) = (said::day(on.today, lang), on.rule.shown(lang).to_owned());
    Sheet {
        lang,
        name: Around::ProgressName.text(lang),
        title: Around::Progress { plan: said::clean(on.plan.name()) }.text(lang),
        about: Around::AsOf { day, policy }.text(lang),
        columns: COLUMNS.into_iter().map(column).collect(),
        rows,
        foot: vec![count.text(lang)],
        ..Sheet::default()
    }
}

fn line(on: &Grounds, target: &Target, lang: Lang) -> Vec<Cell> {
    let known = Known { plan: on.plan, state: on.state, lang };
    let verdict = judge::target(on, target);
    let readings = on.state.readings(target.id);
    let mut newest = readings.iter().rev();
    let this = newest.next().map(|(_, reading)| &**reading);
    let last = newest.find(|(_, reading)| this.is_some_and(|this| this.period != reading.period));
    let last = last.map(|(_, reading)| &**reading);
    let given = on.state.assignment(target.id);
    let cells = COLUMNS.map(|(heading, _)| match heading {
        Heading::Nth => target.id.to_string(),
        Heading::MainTask => task(on.plan, target),
        Heading::WholeYear => said::clean(&target.text),
        Heading::Leader => given.map_or_else(String::new, |given| said::clean(&given.sponsor)),
        Heading::Lead => given.map_or_else(String::new, |given| parties(&given.lead, known)),
        Heading::Partners => given.map_or_else(String::new, |given| parties(&given.support, known)),
        Heading::Last => figure(target, last, lang),
        Heading::This => figure(target, this, lang),
        Heading::Pace => pace(verdict.light, lang),
        Heading::Why => reason::text(on, Some(target), &verdict, lang),
        _ => String::new(),
    });
    let cell = |(text, (heading, _)): (String, (Heading, u8))| Cell {
        text,
        light: verdict.light.filter(|_| heading == Heading::Pace),
    };
    cells.into_iter().zip(COLUMNS).map(cell).collect()
}

fn task(plan: &Plan, target: &Target) -> String {
    let title = target.id.in_task().map(|task| plan.row(task).title);
    said::clean(&title.unwrap_or_else(|| target.metric.clone()))
}

/// 1—8月 305亿元
fn figure(target: &Target, reading: Option<&Reading>, lang: Lang) -> String {
    let Some(reading) = reading else { return String::new() };
    let months = sentence::months(reading.period, lang);
    let value = match reading.written.as_str() {
        "" => format!("{}{}", reading.value, target.unit),
        written => written.to_owned(),
    };
    said::clean(&format!("{months} {value}"))
}

/// Yes, no, or the light where neither is true: 未报 and 未到期 are no lateness.
fn pace(light: Option<Light>, lang: Lang) -> String {
    match light {
        Some(Light::OnTrack | Light::Done) => Word::Yes.text(lang).to_owned(),
        Some(Light::Behind | Light::Overdue) => Word::No.text(lang).to_owned(),
        Some(light) => light.word().text(lang).to_owned(),
        None => String::new(),
    }
}
