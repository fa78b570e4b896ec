//! An agenda that builds itself: from what the last meeting left open, the three lists, and the plan.
//!
//! What was put off comes back by itself until a meeting went through it. The order proposed here is
//! a beginning; the secretary changes it.

use std::collections::BTreeMap;

use super::order::{self, Agenda};
use crate::app::session::Session;
use crate::judge::{Light, Subject};
use crate::ledger::{About, AgendaItem, ItemState, Meeting, Remark};
use crate::plan::{Party, Place};
use crate::words::{Lang, Told};

/// The agenda that the three lists make, in the place of what is prepared: items that were worked on
/// keep what was written in them, topics stay.
pub fn from_lists(session: &Session, code: &str, lang: Lang) -> Agenda {
    let now = session.agenda().cloned().unwrap_or_default();
    let fixed = order::fixed(session);
    let is_there = |item: &AgendaItem| {
        now.iter().any(|(number, other)| fixed.contains(number) && is_same(item, other))
    };
    let mut items = proposed(session, code, lang);
    items.retain(|item| !is_there(item));
    let mut topics = Vec::new();
    for (_, old) in now.iter().filter(|(number, _)| !fixed.contains(*number)) {
        match items.iter_mut().find(|item| is_same(item, old)) {
            Some(item) => *item = AgendaItem { title: item.title.clone(), ..old.clone() },
            None if is_topic(old) || !old.prepared.is_empty() => topics.push(old.clone()),
            None => {}
        }
    }
    let written = items.iter().position(|item| item.state == ItemState::Written);
    items.splice(written.unwrap_or(items.len())..written.unwrap_or(items.len()), topics);
    order::filled(&now, &fixed, items)
}

/// What the last meeting left open, the headline targets, then the plan, task by task.
pub fn in_plan_order(session: &Session, code: &str, lang: Lang) -> Agenda {
    let mut items = standing(session, code, lang);
    let come_back = |place: Place| items.iter().any(|item| is_about(item, place));
    let tasks: Vec<Place> =
        session.plan.tasks().map(|task| task.id).filter(|task| !come_back(*task)).collect();
    items.extend(tasks.into_iter().map(|task| of_task(session, task)));
    (1..).zip(items).collect()
}

/// What comes before anything else: the first items of every meeting, and what was put off.
pub fn standing(session: &Session, code: &str, lang: Lang) -> Vec<AgendaItem> {
    let mut items = Vec::new();
    if !session.index.open().is_empty() {
        items.push(titled(Told::OpenDecisions.text(lang)));
    }
    let headline = session.plan.headline.iter().map(|target| session.plan.row(target.id));
    let headline =
        AgendaItem { rows: headline.collect(), ..titled(Told::HeadlineTargets.text(lang)) };
    if !headline.rows.is_empty() {
        items.push(headline);
    }
    items.extend(remarks(session, lang));
    let put_off = session.last_of(code).map(|meeting| come_back(meeting, lang));
    items.extend(put_off.unwrap_or_default());
    items
}

/// Every item that the lists ask for, the first ones and the rest of the plan around them.
fn proposed(session: &Session, code: &str, lang: Lang) -> Vec<AgendaItem> {
    let mut items = standing(session, code, lang);
    let come_back = |place: Place, items: &[AgendaItem]| {
        items.iter().any(|item| !item.rows.is_empty() && is_about(item, place))
    };
    let mut pressing: Vec<(Light, Place)> =
        worst_of_tasks(session).into_iter().map(|(task, light)| (light, task)).collect();
    pressing.sort_unstable();
    for (light, task) in &pressing {
        if *light != Light::Unreported && !come_back(*task, &items) {
            items.push(of_task(session, *task));
        }
    }
    let silent = pressing.iter().filter(|(light, _)| *light == Light::Unreported);
    let silent: Vec<Place> = silent.map(|(_, task)| *task).collect();
    let silent: Vec<Place> = silent.into_iter().filter(|task| !come_back(*task, &items)).collect();
    items.extend(of_tasks(session, &silent, |count| Told::Unreported { count }.text(lang)));
    let rest = session.plan.tasks().map(|task| task.id).filter(|task| !come_back(*task, &items));
    let rest: Vec<Place> = rest.collect();
    let rest = of_tasks(session, &rest, |count| Told::Rest { count }.text(lang));
    items.extend(rest.map(|item| AgendaItem { state: ItemState::Written, ..item }));
    items
}

/// The worst light of each task that is on a list. Decisions that are open and not yet due are gone
/// through in the first item, and bring no task with them.
fn worst_of_tasks(session: &Session) -> BTreeMap<Place, Light> {
    let state = session.state();
    let mut worst: BTreeMap<Place, Light> = BTreeMap::new();
    for point in session.lists().points() {
        let places: Vec<Place> = match &point.about {
            Subject::Row(place) => vec![*place],
            Subject::Decision(id) if matches!(point.light, Light::Overdue | Light::DueSoon) => {
                let about = state.ledger.decisions.get(id).map(|made| made.about.as_slice());
                about.unwrap_or_default().iter().filter_map(place_of).collect()
            }
            Subject::Decision(_) => Vec::new(),
        };
        for task in places.into_iter().filter_map(Place::in_task) {
            let light = worst.entry(task).or_insert(point.light);
            *light = point.light.min(*light);
        }
    }
    worst
}

fn place_of(about: &About) -> Option<Place> {
    match about {
        About::Row(row) => Some(row.place),
        About::Decision(_) => None,
    }
}

/// What a meeting put off or did not come to: it is to be come to now.
fn come_back(meeting: &Meeting, lang: Lang) -> Vec<AgendaItem> {
    let waits = |item: &&AgendaItem| match item.state {
        ItemState::Postponed | ItemState::Carried => true,
        // Only ^N says that an item is through.
        ItemState::Ahead | ItemState::Current => !item.reason.is_empty() || is_topic(item),
        ItemState::Discussed | ItemState::Written => false,
    };
    let number = meeting.number.to_string();
    let again = |item: &AgendaItem| {
        let (number, state) = (number.clone(), item.state.word().text(lang).to_owned());
        let reason = match item.state {
            ItemState::Ahead | ItemState::Current => item.reason.clone(),
            _ if item.reason.is_empty() => Told::PutOff { number, state }.text(lang),
            _ => Told::PutOffBecause { number, state, reason: item.reason.clone() }.text(lang),
        };
        AgendaItem { state: ItemState::Ahead, reason, ..item.clone() }
    };
    meeting.agenda.values().filter(waits).map(again).collect()
}

/// What reviewers asked about a row and nobody answered, one item a row.
fn remarks(session: &Session, lang: Lang) -> Vec<AgendaItem> {
    let mut said: BTreeMap<Place, Vec<&str>> = BTreeMap::new();
    for mark in &session.sealed.marks {
        if let (Remark::Said(text), Some(place)) = (&mark.remark, row_of(session, &mark.about)) {
            said.entry(place).or_default().push(text);
        }
    }
    let item = |(place, texts): (Place, Vec<&str>)| AgendaItem {
        title: Told::Remarks { text: texts.join("；") }.text(lang),
        rows: vec![session.plan.row(place)],
        office: leader(session, place),
        reason: Told::Unanswered.text(lang),
        ..AgendaItem::default()
    };
    said.into_iter().map(item).collect()
}

fn row_of(session: &Session, about: &About) -> Option<Place> {
    let row = match about {
        About::Row(row) => Some(row.place),
        About::Decision(id) => {
            let made = session.state().ledger.decisions.get(id)?;
            made.about.iter().find_map(place_of)
        }
    };
    row.map(|place| place.in_task().unwrap_or(place))
}

fn of_task(session: &Session, task: Place) -> AgendaItem {
    let row = session.plan.row(task);
    let office = leader(session, task);
    AgendaItem { office, rows: vec![row.clone()], ..titled(row.title) }
}

fn of_tasks(
    session: &Session,
    tasks: &[Place],
    title: impl Fn(String) -> String,
) -> Option<AgendaItem> {
    match tasks {
        [] => None,
        [task] => Some(of_task(session, *task)),
        tasks => {
            let rows = tasks.iter().map(|task| session.plan.row(*task)).collect();
            Some(AgendaItem { rows, ..titled(title(tasks.len().to_string())) })
        }
    }
}

fn leader(session: &Session, place: Place) -> Option<Party> {
    session.assignment(place).and_then(|now| now.lead.first()).cloned()
}

fn titled(title: String) -> AgendaItem {
    AgendaItem { title, ..AgendaItem::default() }
}

/// A topic of its own: 关于…的汇报, not a row of the plan and not one of the first items.
fn is_topic(item: &AgendaItem) -> bool {
    let standing = [Lang::Zh, Lang::En].map(|lang| Told::OpenDecisions.text(lang));
    item.rows.is_empty() && !standing.contains(&item.title)
}

/// Whether two items go through the same: the same rows, or without rows the same title.
fn is_same(one: &AgendaItem, other: &AgendaItem) -> bool {
    one.rows == other.rows && (!one.rows.is_empty() || one.title == other.title)
}

fn is_about(item: &AgendaItem, place: Place) -> bool {
    item.rows.iter().any(|row| place.is_within(row.place))
}
