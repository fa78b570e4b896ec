//! `import NEW -o PLAN --again OLD`: an amended report brought into the plan that the old one became.
//!
//! The plan is written whole, and only when no conflict is left; the reports are only read.

use std::path::Path;

use super::{Reading, read, write};
use crate::app::drafting::Step;
use crate::app::drafting::target::{judged, meant};
use crate::format::annotated;
use crate::format::ron::{self, Limits};
use crate::plan::{self, Place, Plan};
use crate::report::again::{Again, Brought, Change, Clash, Conflict, Said, Side, again};
use crate::report::settle;
use crate::shell::args::{Doubts, Import, Old, Over, Settings, Takes};
use crate::shell::book::{Unopened, read_bytes};
use crate::shell::drafting;
use crate::shell::failure::{Failure, FailureKind};
use crate::shell::headless::Answer;
use crate::shell::headless::hand::unopened;
use crate::shell::headless::layout::page;
use crate::shell::trouble::show;
use crate::words::Lang;
use crate::words::again::AgainSays;
use crate::words::import::NotImported;

/// Brings the report that is asked for into the plan.
///
/// # Errors
/// What cannot be read or written, and the conflicts when nobody says which side has them.
pub(super) fn bring(settings: &Settings, asked: &Import, amended: &Old) -> Result<Answer, Failure> {
    let lang = settings.lang;
    let misused = |why: AgainSays| Failure::new(FailureKind::Usage, why.text(lang));
    let path = asked.out.as_deref().ok_or_else(|| misused(AgainSays::NeedsPlan))?;
    if asked.doubts == Doubts::Settle {
        return Err(misused(AgainSays::NotSettled));
    }
    let ours = plan_at(path, settings)?;
    let steps = drafting::settled_before(path, settings)?;
    let mut old = read(settings, &amended.report, asked.encoding.as_deref())?;
    let mut new = read(settings, &asked.report, asked.encoding.as_deref())?;
    settle_both(&mut old, &mut new, &steps, lang);
    if new.is_empty() || old.is_empty() {
        return Err(Failure::new(FailureKind::No, NotImported::Nothing.text(lang)));
    }
    let takes = amended.takes;
    let side = if takes == Takes::Theirs { Side::Theirs } else { Side::Ours };
    let done = again(&old.draft.plan, &new.draft.plan, &ours, side);
    let text = page(&lines(&done, lang), settings.width);
    if !done.conflicts.is_empty() && takes == Takes::Asked {
        let count = done.conflicts.len().to_string();
        let why = AgainSays::Conflicts { count, path: show(path) }.text(lang);
        let failure = Failure::new(FailureKind::Conflict, why);
        return Err(failure.hint(AgainSays::OneSide.text(lang)).answering(text));
    }
    if done.plan == ours {
        let told = vec![AgainSays::Unchanged.text(lang)];
        return Ok(Answer { text, told, no: false });
    }
    write(path, &written(&new, &done, lang)?, Over::Replace, lang)?;
    let changes = done.changes.len().to_string();
    let written = AgainSays::Written { path: show(path), changes };
    let told = vec![written.text(lang), AgainSays::Comments.text(lang)];
    Ok(Answer { text, told, no: false })
}

/// The plan as it was edited.
fn plan_at(path: &Path, settings: &Settings) -> Result<Plan, Failure> {
    let limits = Limits::of(plan::FORMAT);
    // A file without a folder is in this one.
    let path = Path::new(".").join(path);
    let read = read_bytes(&path, limits).and_then(|bytes| {
        let read = ron::read(&bytes, limits);
        read.map_err(|why| Unopened::Unreadable { path, bytes, why: Box::new(why) })
    });
    read.map_err(|why| unopened(&why, settings))
}

/// Says of both reports what was settled when the first was read, so that only what they say differs.
fn settle_both(old: &mut Reading, new: &mut Reading, steps: &[Step], lang: Lang) {
    let carried: Vec<Step> = steps
        .iter()
        .map(|step| settle::carried(step, &old.source.text, &new.source.text))
        .collect();
    let _ = (old.settled(steps, lang), new.settled(&carried, lang));
}

/// The plan as a file, source lines and doubts of the new report beside its rows.
fn written(new: &Reading, done: &Again, lang: Lang) -> Result<String, Failure> {
    let mut notes = new.notes(lang);
    let rows = std::mem::take(&mut notes.rows).into_iter();
    notes.rows = rows.filter_map(|(at, note)| Some((*done.places.get(&at)?, note))).collect();
    annotated::write(&done.plan, &notes).map_err(|why| {
        let why = NotImported::Unwritable { why: why.to_string() }.text(lang);
        Failure::new(FailureKind::Bug, why)
    })
}

/// What the report brings, then what is in conflict.
fn lines(done: &Again, lang: Lang) -> Vec<String> {
    let changes = done.changes.iter().map(|change| changed(change, lang));
    changes.chain(done.conflicts.iter().map(|conflict| clashing(conflict, lang))).collect()
}

fn changed(Change { row, what }: &Change, lang: Lang) -> String {
    let row = named(*row, lang);
    match what {
        Brought::Field { field, from, to } => {
            let (from, to) = (said(from, lang), said(to, lang));
            AgainSays::Taken { row, field: field.text(lang).to_owned(), from, to }.text(lang)
        }
        Brought::Row { title } => AgainSays::Added { row, title: title.clone() }.text(lang),
        Brought::Gone { title } => AgainSays::Dropped { row, title: title.clone() }.text(lang),
    }
}

fn clashing(Conflict { row, what }: &Conflict, lang: Lang) -> String {
    let row = named(*row, lang);
    match what {
        Clash::Field { field, ours, theirs } => {
            let (ours, theirs) = (said(ours, lang), said(theirs, lang));
            AgainSays::Differ { row, field: field.text(lang).to_owned(), ours, theirs }.text(lang)
        }
        Clash::DroppedEdited { title } => {
            AgainSays::DroppedEdited { row, title: title.clone() }.text(lang)
        }
        Clash::RemovedChanged { title } => {
            AgainSays::RemovedChanged { row, title: title.clone() }.text(lang)
        }
    }
}

fn named(row: Option<Place>, lang: Lang) -> String {
    row.map_or_else(|| AgainSays::Plan.text(lang), |row| row.to_string())
}

fn said(said: &Said, lang: Lang) -> String {
    match said {
        Said::Words(words) if words.is_empty() => AgainSays::Nothing.text(lang),
        Said::Words(words) => words.clone(),
        Said::Comparator(comparator) => meant(*comparator).text(lang).to_owned(),
        Said::Kind(kind) => judged(*kind).text(lang).to_owned(),
    }
}
