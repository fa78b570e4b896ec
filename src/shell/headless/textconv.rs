//! A snapshot in sentences, one record a line, for git's own diffs.
//!
//! Works on a file anywhere, without a book around it: git gives it one from its store. It must
//! never fail on what a file holds, because `git diff` would fail with it: what cannot be read is
//! printed as it is.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::Answer;
use super::layout::page;
use crate::format::ron::{self, Limits};
use crate::format::seal;
use crate::ledger::{Snapshot, SnapshotId, sentence, snapshot};
use crate::shell::args::Settings;
use crate::shell::book::site::code;
use crate::shell::failure::{Failure, FailureKind};
use crate::shell::trouble::Trouble;
use crate::words::printed::Printed;
use crate::words::textconv::InGit;
use crate::words::{Joint, Lang, Step};

/// `textconv FILE`
pub fn textconv(settings: &Settings, file: &Path) -> Result<Answer, Failure> {
    let lang = settings.lang;
    let bytes = fs::read(file).map_err(|why| {
        let trouble = Trouble::new(Step::Read, file, code(&why));
        Failure::new(FailureKind::Unreadable, trouble.sentence(lang))
    })?;
    let read: Result<Snapshot, _> = ron::read(&bytes, Limits::of(snapshot::FORMAT));
    let text = match read {
        Ok(snapshot) => page(&lines(&snapshot, &bytes, lang), None),
        Err(_) => String::from_utf8_lossy(&bytes).into_owned(),
    };
    Ok(Answer::data(text))
}

/// What it is and whether its seal holds; what the meeting itself was; then every record, the oldest
/// first, so that a later snapshot differs from an earlier one by what came after it.
fn lines(snapshot: &Snapshot, bytes: &[u8], lang: Lang) -> Vec<String> {
    let held = sentence::of_held(&snapshot.kind, lang);
    let mut lines = vec![format!("{held}  {}", snapshot.id())];
    lines.push(match seal::verify(bytes) {
        Ok(seal) => format!("{} {}", Printed::Sealed.text(lang), seal.short()),
        Err(why) => why.text(lang),
    });
    lines.push(InGit::Plan { digest: snapshot.plan.clone() }.text(lang));
    let follows: Vec<String> = snapshot.follows.iter().map(ToString::to_string).collect();
    if !follows.is_empty() {
        lines.push(InGit::Follows { names: follows.join(Joint::List.text(lang)) }.text(lang));
    }
    lines.extend(promised(snapshot));
    lines.extend(snapshot.meeting_facts().iter().map(|edit| sentence::of(edit, lang)));
    for id in held_in_order(snapshot) {
        for edit in snapshot.additions_of(&id) {
            let record = edit.record().map(ToString::to_string).unwrap_or_default();
            lines.push(format!("[{record}] {}", sentence::of(&edit, lang)));
        }
    }
    lines
}

/// The plan as adopted, row by row.
fn promised(snapshot: &Snapshot) -> Vec<String> {
    let Some(promise) = snapshot.promise() else { return Vec::new() };
    let mut lines = promise.guidance.to_vec();
    let target = |own: &crate::plan::Target| format!("{} {} {}", own.id, own.metric, own.text);
    lines.extend(promise.headline.iter().map(target));
    for section in promise.sections {
        lines.push(format!("{} {}", section.id, section.title));
        for task in &section.tasks {
            lines.push(format!("{} {}", task.id, task.title));
            for measure in &task.measures {
                lines.push(format!("{} {}", measure.id, measure.text));
                lines.extend(measure.targets.iter().map(target));
            }
        }
    }
    lines
}

/// Every snapshot that made a record, in the order of the chain; one that the chain does not name
/// comes last.
fn held_in_order(snapshot: &Snapshot) -> Vec<SnapshotId> {
    let made: BTreeSet<&SnapshotId> =
        snapshot.ledger.records().map(|record| &record.snapshot).collect();
    let mut made: Vec<SnapshotId> = made.into_iter().cloned().collect();
    made.sort_by_key(|id| snapshot.meetings.order(&id.record(0)));
    made
}
