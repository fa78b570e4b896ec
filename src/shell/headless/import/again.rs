//! `import NEW -o PLAN --again OLD`: an amended report brought into the plan that the old one became.
//!
//! The plan is written whole, and only when no conflict is left; the reports are only read.

use std::path::Path;

use super::{Reading, read, write};
use crate::app::amending::said;
use crate::format::annotated;
use crate::format::ron::{self, Limits};
use crate::plan::{self, Place, Plan};
use crate::report::again::{Again, Brought, Change, Clash, Conflict, Side, again};
use crate::shell::args::{Doubts, Import, Old, Over, Settings, Takes};
use crate::shell::book::{Unopened, read_bytes};
use crate::shell::failure::{Failure, FailureKind};
use crate::shell::headless::Answer;
use crate::shell::headless::hand::unopened;
use crate::shell::headless::layout::page;
use crate::shell::trouble::show;
use crate::shell::{amending, drafting};
use crate::words::Lang;
use crate::words::again::AgainSays;
use crate::words::import::NotImported;

mod amended;
mod kept;

use amended::Amended;

/// Brings the report that is asked for into the plan.
///
/// # Errors
/// What cannot be read or written, and the conflicts when nobody says which side has them.
pub(super) fn bring(settings: &Settings, asked: &Import, amended: &Old) -> Result<Answer, Failure> {
    let lang = settings.lang;
    let misused = |why: AgainSays| Failure::new(FailureKind::Usage, why.text(lang));
    let path = asked.out.as_deref().ok_or_else(|| misused(AgainSays::NeedsPlan))?;
    let (ours, file) = plan_at(path, settings)?;
    let steps = drafting::settled_before(path, settings)?;
    let mut old = read(settings, &amended.report, asked.encoding.as_deref())?;
    let mut new = read(settings, &asked.report, asked.encoding.as_deref())?;
    let report = amended::both(&mut old, &mut new, &steps, lang);
    if new.is_empty() || old.is_empty() {
        return Err(Failure::new(FailureKind::No, NotImported::Nothing.text(lang)));
    }
    if asked.doubts == Doubts::Settle {
        return settle(settings, path, (&old, &new, &report), (ours, &file));
    }
    let takes = amended.takes;
    let side = if takes == Takes::Theirs { Side::Theirs } else { Side::Ours };
    let done = report.bring(&old, |plan| again(&old.draft.plan, plan, &ours, side));
    let mut said = lines(&done, lang);
    let kept = kept::comments(&file, &written(&new, &done, lang)?, &old);
    said.extend(kept::lost(&kept, lang));
    said.extend(kept::records(settings, path, &done, lang));
    let text = page(&said, settings.width);
    let asks = done.conflicts.len() + kept.lost.len();
    if asks > 0 && takes == Takes::Asked {
        let count = asks.to_string();
        let why = AgainSays::Conflicts { count, path: show(path) }.text(lang);
        let failure = Failure::new(FailureKind::Conflict, why);
        return Err(failure.hint(AgainSays::OneSide.text(lang)).answering(text));
    }
    if done.plan == ours {
        let told = vec![AgainSays::Unchanged.text(lang)];
        return Ok(Answer { text, told, no: false });
    }
    write(path, &kept.text, Over::Replace, lang)?;
    let changes = done.changes.len().to_string();
    let mut told = vec![AgainSays::Written { path: show(path), changes }.text(lang)];
    if kept.carried > 0 {
        told.push(AgainSays::Comments { count: kept.carried.to_string() }.text(lang));
    }
    Ok(Answer { text, told, no: false })
}

/// Opens the screen on which each conflict is settled.
fn settle(
    settings: &Settings,
    path: &Path,
    (old, new, report): (&Reading, &Reading, &Amended),
    (ours, file): (Plan, &str),
) -> Result<Answer, Failure> {
    let lang = settings.lang;
    let choices = amending::chosen_before(path, settings)?;
    let plans = (old.draft.plan.clone(), report.plan.clone(), ours);
    let mut told = vec![NotImported::Unwritten.text(lang)];
    let mut said = Vec::new();
    amending::run(settings, plans, (path, choices), |done, decided| {
        let done = &report.bring(old, |_| done.clone());
        let kept = kept::comments(file, &written(new, done, lang)?, old);
        write(path, &kept.text, Over::Replace, lang)?;
        said = done.changes.iter().map(|change| changed(change, lang)).collect();
        said.extend_from_slice(decided);
        said.extend(kept::lost(&kept, lang));
        said.extend(kept::records(settings, path, done, lang));
        let changes = done.changes.len().to_string();
        told = vec![AgainSays::Written { path: show(path), changes }.text(lang)];
        Ok(())
    })?;
    Ok(Answer { text: page(&said, settings.width), told, no: false })
}

/// The plan as it was edited, and its file.
fn plan_at(path: &Path, settings: &Settings) -> Result<(Plan, String), Failure> {
    let limits = Limits::of(plan::FORMAT);
    // A file without a folder is in this one.
    let path = Path::new(".").join(path);
    let read = read_bytes(&path, limits).and_then(|bytes| match ron::read(&bytes, limits) {
        Ok(plan) => Ok((plan, String::from_utf8_lossy(&bytes).into_owned())),
        Err(why) => Err(Unopened::Unreadable { path, bytes, why: Box::new(why) }),
    });
    read.map_err(|why| unopened(&why, settings))
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
        Brought::Moved { title, to } => {
            let (title, to) = (title.clone(), to.to_string());
            AgainSays::Moved { row, title, to }.text(lang)
        }
        Brought::Emptied { title } => AgainSays::Emptied { row, title: title.clone() }.text(lang),
        Brought::Gone { title } => AgainSays::Dropped { row, title: title.clone() }.text(lang),
    }
}

fn clashing(Conflict { row, what }: &Conflict, lang: Lang) -> String {
    let row = named(*row, lang);
    match what {
        Clash::Field { field, ours, theirs, .. } => {
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
