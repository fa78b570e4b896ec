//! Everything that can be wrong with a book: its plan, each snapshot, and the chain between them.
//!
//! Faults are in `plan.ron` or `snapshots/` and make the answer no; remarks are worth knowing and
//! do not.

use std::path::Path;

use super::Answer;
use super::hand::site;
use crate::ledger::{Snapshot, SnapshotId};
use crate::plan::validate;
use crate::shell::args::Settings;
use crate::shell::book::{self, Site, Unopened, head, shelf};
use crate::shell::failure::Failure;
use crate::shell::trouble::show;
use crate::words::Lang;
use crate::words::book::{Barred, Odd};
use crate::words::check::Fault;
use crate::words::printed::Printed;

/// What was found, in the order of the files.
#[derive(Default)]
struct Findings {
    faults: Vec<String>,
    remarks: Vec<String>,
    files: usize,
}

/// `check [--source REPORT]`
pub fn check(settings: &Settings, _source: Option<&Path>) -> Result<Answer, Failure> {
    let site = site(settings)?;
    let mut found = Findings::default();
    let digest = plan(&site, &mut found, settings.lang);
    snapshots(&site, digest.as_deref(), &mut found, settings.lang);
    let mut lines = found.faults.clone();
    if lines.is_empty() {
        lines.push(Printed::Clean { files: found.files.to_string() }.text(settings.lang));
    }
    let text = super::lines::safe(&lines);
    Ok(Answer { text, told: found.remarks, no: !found.faults.is_empty() })
}

/// Checks the plan; its digest when it could be read.
fn plan(site: &Site, found: &mut Findings, lang: Lang) -> Option<String> {
    found.files += 1;
    match book::read_plan(site) {
        Err(why) => {
            found.faults.push(unreadable(&why, lang));
            None
        }
        Ok(promised) => {
            let path = show(&site.plan());
            let problems = validate::problems(&promised.plan);
            let told =
                problems.iter().map(|problem| format!("{path}: {}", problem.what.text(lang)));
            found.faults.extend(told);
            Some(promised.digest)
        }
    }
}

fn snapshots(site: &Site, digest: Option<&str>, found: &mut Findings, lang: Lang) {
    let shelf = match shelf::list(&site.snapshots()) {
        Ok(shelf) => shelf,
        Err(why) => return found.faults.push(why.sentence(lang)),
    };
    found.remarks.extend(shelf.odd.iter().map(|odd| odd.text(lang)));
    let mut files = Vec::new();
    for id in &shelf.ids {
        found.files += 1;
        match head::read(site, id) {
            Ok(file) => files.push(file),
            Err(why) => found.faults.push(unreadable(&why, lang)),
        }
    }
    for file in &files {
        let path = show(&site.snapshot(&file.snapshot.id()));
        if let Some(why) = &file.broken {
            found.faults.push(format!("{path}: {}", why.text(lang)));
        }
        chain(&file.snapshot, &path, &files, found, lang);
    }
    ends(&files, digest, found, lang);
}

/// What a snapshot says of those before it, against those before it.
fn chain(own: &Snapshot, path: &str, files: &[head::Sealed], found: &mut Findings, lang: Lang) {
    let known = |id: &SnapshotId| files.iter().find(|file| file.snapshot.id() == *id);
    for parent in &own.follows {
        if own.meetings.seal(parent).is_none() {
            let fault = Fault::NoSealOf { id: parent.to_string() }.text(lang);
            found.faults.push(format!("{path}: {fault}"));
        }
    }
    for (id, seal) in own.meetings.iter() {
        let fault = match known(id) {
            None => Odd::Missing { id: id.to_string(), by: own.id().to_string() }.text(lang),
            Some(file) if file.broken.is_none() && file.seal != *seal => {
                Fault::OtherSeal { id: id.to_string() }.text(lang)
            }
            Some(_) => continue,
        };
        found.faults.push(format!("{path}: {fault}"));
    }
}

/// One line of meetings, of this plan, whose adopted part is still the same.
fn ends(files: &[head::Sealed], digest: Option<&str>, found: &mut Findings, lang: Lang) {
    let followed = |id: &SnapshotId| files.iter().any(|f| f.snapshot.meetings.seal(id).is_some());
    let ends: Vec<&head::Sealed> = files.iter().filter(|f| !followed(&f.snapshot.id())).collect();
    if ends.len() > 1 {
        let names: Vec<String> = ends.iter().map(|file| file.snapshot.id().to_string()).collect();
        found.faults.push(Barred::TwoHeads { names: names.join("、") }.text(lang));
    }
    for file in ends {
        if digest.is_some_and(|digest| digest != file.snapshot.plan) {
            let id = file.snapshot.id().to_string();
            found.faults.push(Fault::OtherPlan { id }.text(lang));
        }
    }
}

fn unreadable(why: &Unopened, lang: Lang) -> String {
    why.sentence(lang)
}
