//! What was said of numbers and of names.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Settling, Stretch, meet};
use crate::plan::{Place, Target};
use crate::report::draft::{Draft, Span};
use crate::report::goal::{Goal, Refused, Rejected, Words, number};
use crate::words::report::Role;

/// Where a phrase stands that is the words of a target: in the sentence of the number, around it.
pub fn phrase(text: &str, draft: &Draft, number: &Stretch, phrase: &str) -> Option<Range<usize>> {
    let span = span_at(draft, number.from)?;
    let pieces: Vec<Range<usize>> = match span.role {
        Role::Measure if span.row.is_some() => {
            let same = |other: &&Span| other.role == span.role && other.row == span.row;
            draft.spans.iter().filter(same).map(|span| span.at.clone()).collect()
        }
        Role::Measure | Role::Headline | Role::Guidance => vec![span.at.clone()],
        _ => return None,
    };
    let words = Words::of(text, &pieces);
    let found = words.text.match_indices(phrase).filter(|(_, words)| !words.is_empty());
    let places = found.map(|(at, found)| words.place(&(at..at + found.len())));
    places.into_iter().find(|at| at.start <= number.from && number.to <= at.end)
}

/// The stretch in which a byte of the text lies.
fn span_at(draft: &Draft, byte: usize) -> Option<&Span> {
    let nth = draft.spans.partition_point(|span| span.at.end <= byte);
    draft.spans.get(nth)
}

/// A target and where it stands.
type Standing = (Goal, Target);

/// Takes targets away, puts them in, names rows. Gives the settlings for which there is no place.
pub(super) fn settle(
    draft: &mut Draft,
    text: &str,
    settlings: &[(usize, &Settling)],
) -> Vec<usize> {
    let mut standing = taken(draft);
    let mut unfit = Vec::new();
    let mut shorts = Vec::new();
    for (nth, settling) in settlings {
        let fits = match settling {
            Settling::Promises { at, target } => promise(draft, text, &mut standing, at, target),
            Settling::PromisesNothing { at, why } => refuse(draft, &mut standing, at, why),
            Settling::Short { at, short } => {
                shorts.push((*nth, at, short));
                true
            }
            Settling::Is { .. } | Settling::Seen { .. } => true,
        };
        unfit.extend((!fits).then_some(*nth));
    }
    hang(draft, standing);
    draft.rejected.sort_by_key(|rejected| rejected.at.start);
    let nameless = shorts.into_iter().filter(|(_, at, short)| !name(draft, at, short));
    unfit.extend(nameless.map(|(nth, ..)| nth).collect::<Vec<_>>());
    unfit
}

/// The targets out of the plan, in the order of the text.
fn taken(draft: &mut Draft) -> Vec<Standing> {
    let plan = &mut draft.plan;
    let measures = plan.sections.iter_mut().flat_map(|section| &mut section.tasks);
    let measures = measures.flat_map(|task| &mut task.measures);
    let mut targets = std::mem::take(&mut plan.headline);
    targets.extend(measures.flat_map(|measure| std::mem::take(&mut measure.targets)));
    std::mem::take(&mut draft.goals).into_iter().zip(targets).collect()
}

fn number_of(at: &Stretch) -> Range<usize> {
    at.from..at.to
}

fn promise(
    draft: &mut Draft,
    text: &str,
    standing: &mut Vec<Standing>,
    at: &Stretch,
    target: &Target,
) -> bool {
    let number = number_of(at);
    let Some(phrase) = phrase(text, draft, at, &target.text) else { return false };
    standing.retain(|(goal, _)| !meet(&goal.number, &number));
    draft.rejected.retain(|rejected| !meet(&rejected.at, &number));
    let goal = Goal { id: target.id, at: phrase, number };
    standing.push((goal, target.clone()));
    true
}

fn refuse(draft: &mut Draft, standing: &mut Vec<Standing>, at: &Stretch, why: &str) -> bool {
    let number = number_of(at);
    let before = standing.len() + draft.rejected.len();
    standing.retain(|(goal, _)| !meet(&goal.number, &number));
    draft.rejected.retain(|rejected| !meet(&rejected.at, &number));
    let known = standing.len() + draft.rejected.len() < before;
    let row = span_at(draft, at.from).and_then(|span| span.row);
    draft.rejected.push(Rejected { at: number, row, why: Refused::Told(why.to_owned()) });
    known
}

/// Puts targets into the plan where their numbers stand, with ids in the order of the text.
fn hang(draft: &mut Draft, mut standing: Vec<Standing>) {
    standing.sort_by_key(|(goal, _)| goal.number.start);
    let mut counts: BTreeMap<Option<Place>, usize> = BTreeMap::new();
    let mut renamed = Vec::with_capacity(standing.len());
    let (mut headline, mut below) = (Vec::new(), Vec::new());
    for (mut goal, mut target) in standing {
        let row = span_at(draft, goal.number.start)
            .filter(|span| span.role == Role::Measure)
            .and_then(|span| span.row);
        let task = row.and_then(Place::in_task);
        let count = counts.entry(task).or_default();
        *count += 1;
        let id = numbered(task, *count);
        renamed.push((goal.id, goal.at.clone(), id));
        (goal.id, target.id) = (id, id);
        let list = if task.is_some() { &mut below } else { &mut headline };
        list.push(goal);
        put(draft, row, target);
    }
    draft.goals = headline.into_iter().chain(below).collect();
    for doubt in draft.doubts.iter_mut().filter(|doubt| doubt.is_of_target()) {
        let new = renamed.iter().find(|(old, at, _)| Some(*old) == doubt.row && *at == doubt.at);
        doubt.row = new.map_or(doubt.row, |(.., id)| Some(*id));
    }
}

/// The id of the nth target of a task, or of the headline.
fn numbered(task: Option<Place>, nth: usize) -> Place {
    match task {
        None => Place::headline(number(nth)),
        Some(task) => {
            let section = task.in_section().map_or(1, Place::number);
            Place::target(section, task.number(), number(nth))
        }
    }
}

fn put(draft: &mut Draft, row: Option<Place>, target: Target) {
    let Some(row) = row else { return draft.plan.headline.push(target) };
    let sections = draft.plan.sections.iter_mut().filter(|section| row.is_within(section.id));
    let mut measures = sections
        .flat_map(|section| &mut section.tasks)
        .filter(|task| row.is_within(task.id))
        .flat_map(|task| &mut task.measures);
    if let Some(measure) = measures.find(|measure| measure.id == row) {
        measure.targets.push(target);
    }
}

/// Gives a row a name for narrow columns. Whether there is such a row.
fn name(draft: &mut Draft, at: &Stretch, short: &str) -> bool {
    let stretch = number_of(at);
    let goal = draft.goals.iter().find(|goal| meet(&goal.number, &stretch)).map(|goal| goal.id);
    let titles = [Role::SectionTitle, Role::TaskTitle];
    let title =
        draft.spans.iter().find(|span| titles.contains(&span.role) && meet(&span.at, &stretch));
    let Some(row) = goal.or_else(|| title.and_then(|span| span.row)) else { return false };
    let plan = &mut draft.plan;
    for target in &mut plan.headline {
        rename(&mut target.short, target.id == row, short);
    }
    for section in &mut plan.sections {
        rename(&mut section.short, section.id == row, short);
        for task in &mut section.tasks {
            rename(&mut task.short, task.id == row, short);
            let targets = task.measures.iter_mut().flat_map(|measure| &mut measure.targets);
            for target in targets {
                rename(&mut target.short, target.id == row, short);
            }
        }
    }
    true
}

fn rename(of: &mut String, is_it: bool, short: &str) {
    if is_it {
        short.clone_into(of);
    }
}
