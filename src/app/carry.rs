//! From one year's book to the next: what is open in the old one becomes decisions of the new one.
//!
//! A decision keeps its words, who leads, who helps and by when; where it came from is its source. A row
//! goes with it only where the new plan has one of the same title.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::catalogue::numbers;
use super::query::Nth;
use super::session::Session;
use crate::ledger::{About, Decision, Outcome, RecordId, SnapshotId, Standing};
use crate::plan::{Found, Plan, Row};
use crate::words::account::Carried;
use crate::words::{Joint, Lang};

/// The decisions that are not over, ready for the new book; in the order in which they were made.
/// What was put off goes on as well; what was refused or is only on record stays behind.
pub fn carried(old: &Session, plan: &Plan, lang: Lang) -> Vec<Decision> {
    let state = old.state();
    let numbers = numbers(old);
    let open = old.index.open().iter().filter_map(|id| {
        let made = state.decision(id)?;
        Some((id, made, state.standing(id)?))
    });
    let goes_on = |made: &Decision| made.is_followed() || made.outcome == Outcome::Postponed;
    let one = |(id, made, now): (&RecordId, Cow<'_, Decision>, Standing)| {
        let (kept, lost) = rows(old, plan, &made);
        let lead_assumed = made.lead_assumed && made.lead == now.lead;
        Decision {
            about: kept.into_iter().map(About::Row).collect(),
            kind: made.kind,
            outcome: made.outcome,
            text: now.text.clone(),
            lead: now.lead.clone(),
            lead_assumed,
            support: now.support.clone(),
            due: now.due.clone(),
            nodes: made.nodes.clone(),
            stage: now.stage,
            pending: made.pending,
            source: source(old, (id, &made, &now), &lost, (&numbers, lang)),
            ..Decision::default()
        }
    };
    open.filter(|(_, made, _)| goes_on(made)).map(one).collect()
}

/// The rows of the new plan that a decision is about, and the titles of those that it does not have.
fn rows(old: &Session, plan: &Plan, made: &Decision) -> (Vec<Row>, Vec<String>) {
    let (mut kept, mut lost) = (Vec::new(), Vec::new());
    for about in &made.about {
        let About::Row(row) = about else { continue };
        let title = old.plan.find(row.place).map_or(row.title.as_str(), Found::title);
        match same(plan, row, title) {
            Some(row) => kept.push(row),
            None => lost.push(format!("{} {title}", row.place).trim_end().to_owned()),
        }
    }
    (kept, lost)
}

/// The row of the same title: at the same place, or the only one that bears it at that level.
fn same(plan: &Plan, old: &Row, title: &str) -> Option<Row> {
    let bears = |found: Found<'_>| found.title() == title && !title.is_empty();
    if plan.find(old.place).is_some_and(bears) {
        return Some(plan.row(old.place));
    }
    let sections = plan.sections.iter().map(|own| (own.id, own.title.as_str()));
    let tasks = plan.tasks().map(|own| (own.id, own.title.as_str()));
    let measures = plan.measures().map(|own| (own.id, own.text.as_str()));
    let targets = plan.targets().map(|own| (own.id, own.metric.as_str()));
    let all = sections.chain(tasks).chain(measures).chain(targets);
    let mut of = all.filter(|(place, named)| {
        *named == title && !title.is_empty() && place.level() == old.place.level()
    });
    let (place, _) = of.next()?;
    of.next().is_none().then(|| plan.row(place))
}

/// From which book, which meeting and which record it comes, and what of it the new plan lacks.
fn source(
    old: &Session,
    (id, made, now): (&RecordId, &Decision, &Standing),
    lost: &[String],
    (numbers, lang): (&BTreeMap<SnapshotId, Nth>, Lang),
) -> String {
    let meeting = match numbers.get(&id.snapshot) {
        Some(nth) => {
            let series = old.plan.series_of(&nth.series).map_or("", |series| &series.name);
            Carried::Meeting { number: nth.number.to_string(), series: series.into() }
        }
        None => Carried::Interval,
    };
    let (book, meeting) = (old.plan.id.clone(), meeting.text(lang));
    let mut parts = vec![Carried::From { book, meeting, id: id.to_string() }.text(lang)];
    if !lost.is_empty() {
        parts.push(Carried::Row { rows: lost.join(Joint::List.text(lang)) }.text(lang));
    }
    if let Some(first) = now.first_due() {
        let (count, first) = (now.extended.len().to_string(), first.to_string());
        parts.push(Carried::Extended { count, first }.text(lang));
    }
    if !made.source.is_empty() {
        parts.push(made.source.clone());
    }
    parts.join(Joint::Apart.text(lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::rehearsal::{between, plan};

    #[test]
    fn open_decisions_go_on_with_where_they_come_from() {
        let old = between();
        let mut plan = plan();
        // 3.1 moved to 3.2 and back, 1.4 is gone, 2.2 stands where it stood.
        plan.sections[2].tasks.swap(0, 1);
        let ids = plan.sections[2].tasks.iter().map(|task| task.id).collect::<Vec<_>>();
        let (first, second) = (ids[0], ids[1]);
        plan.sections[2].tasks[0].id = second;
        plan.sections[2].tasks[1].id = first;
        plan.sections[0].tasks.pop();
        let carried = carried(&old, &plan, Lang::Zh);
        let said: Vec<String> = carried
            .iter()
            .map(|decision| {
                let about: Vec<_> = decision.about.iter().map(ToString::to_string).collect();
                format!("{}|{}|{}", about.join(" "), decision.text, decision.source)
            })
            .collect();
        assert_eq!(said.len(), 6, "one of seven is over");
        assert_eq!(
            said[0],
            "1.2|组织赴长三角招商2次|接转自 daoli-2023 第2次重点工作调度会 2023-05-19/1"
        );
        assert!(said[1].starts_with("3.2|") || said[1].starts_with("3.1|"), "{}", said[1]);
        assert_eq!(
            said[2],
            "|太安路迁改8月底前完成|接转自 daoli-2023 第3次重点工作调度会 2023-08-11/10；\
             原 1.4 持续推动临空经济发展"
        );
        let (one, old) = (&carried[2], old.state().standing(&"2023-08-11/10".parse().unwrap()));
        let old = old.unwrap();
        assert_eq!((&one.lead, &one.support, &one.due), (&old.lead, &old.support, &old.due));
    }
}
