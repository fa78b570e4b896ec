//! Everything that can be wrong with a book: its plan, each snapshot, and the chain between them.
//!
//! Faults are in `plan.ron` or `snapshots/` and make the answer no; remarks are worth knowing and
//! do not.

use std::path::Path;

use super::hand::{eyes, site, unopened};
use super::{Answer, lines};
use crate::format::excerpt::{self, Eyes, Source};
use crate::ledger::{Snapshot, SnapshotId};
use crate::plan::validate;
use crate::shell::args::Settings;
use crate::shell::book::unopened::named;
use crate::shell::book::{self, Promised, Right, Site, head, shelf};
use crate::shell::clock::Clock;
use crate::shell::failure::Failure;
use crate::words::book::{Barred, Odd};
use crate::words::check::Fault;
use crate::words::printed::Printed;

mod remarks;
mod source;

/// What was found, in the order of the files.
struct Findings {
    eyes: Eyes,
    faults: Vec<String>,
    remarks: Vec<String>,
    files: usize,
}

impl Findings {
    fn fault(&mut self, text: &str) {
        self.faults.extend(text.trim_end().lines().map(str::to_owned));
    }
}

/// `check [--source REPORT]`
pub fn check(settings: &Settings, report: Option<&Path>) -> Result<Answer, Failure> {
    let site = site(settings)?;
    let mut found =
        Findings { eyes: eyes(settings), faults: Vec::new(), remarks: Vec::new(), files: 0 };
    let promised = plan(&site, &mut found);
    snapshots(&site, promised.as_ref().map(|promised| promised.digest.as_str()), &mut found);
    let mut no = !found.faults.is_empty();
    let clock = Clock::new(settings.today);
    if !no && let Ok(book) = book::open(site.clone(), &Right::Look, clock, settings.lang) {
        found.remarks.extend(remarks::of(&book, settings.lang));
    }
    let mut told = found.faults;
    if !no {
        told.push(Printed::Clean { files: found.files.to_string() }.text(settings.lang));
    }
    if let (Some(report), Some(promised)) = (report, &promised) {
        let name = named(&site.plan());
        let proof = source::prove(Source { name: &name, bytes: &promised.bytes }, promised, report)
            .map_err(|why| unopened(&why, settings))?;
        told.extend(proof.lines(settings.lang));
        no |= !proof.holds();
    }
    Ok(Answer { text: lines::safe(&told), told: found.remarks, no })
}

/// Checks the plan, and gives it when it could be read.
fn plan(site: &Site, found: &mut Findings) -> Option<Promised> {
    found.files += 1;
    let promised = match book::read_plan(site) {
        Ok(promised) => promised,
        Err(why) => {
            found.fault(&why.shown(found.eyes));
            return None;
        }
    };
    let name = named(&site.plan());
    let source = Source { name: &name, bytes: &promised.bytes };
    for problem in excerpt::problems(source, &validate::problems(&promised.plan), found.eyes) {
        found.fault(&problem);
    }
    Some(promised)
}

fn snapshots(site: &Site, digest: Option<&str>, found: &mut Findings) {
    let lang = found.eyes.lang;
    let shelf = match shelf::list(&site.snapshots()) {
        Ok(shelf) => shelf,
        Err(why) => return found.fault(&why.sentence(lang)),
    };
    found.remarks.extend(shelf.odd.iter().map(|odd| odd.text(lang)));
    let mut files = Vec::new();
    for id in &shelf.ids {
        found.files += 1;
        match head::read(site, id) {
            Ok(file) => files.push(file),
            Err(why) => found.fault(&why.shown(found.eyes)),
        }
    }
    for file in &files {
        let path = named(&site.snapshot(&file.snapshot.id()));
        if let Some(why) = &file.broken {
            found.fault(&format!("{path}: {}", why.text(lang)));
        }
        chain(&file.snapshot, &path, &files, found);
    }
    ends(&files, digest, found);
}

/// What a snapshot says of those before it, against those before it.
fn chain(own: &Snapshot, path: &str, files: &[head::Sealed], found: &mut Findings) {
    let lang = found.eyes.lang;
    let known = |id: &SnapshotId| files.iter().find(|file| file.snapshot.id() == *id);
    for parent in &own.follows {
        if own.meetings.seal(parent).is_none() {
            let fault = Fault::NoSealOf { id: parent.to_string() }.text(lang);
            found.fault(&format!("{path}: {fault}"));
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
        found.fault(&format!("{path}: {fault}"));
    }
}

/// One line of meetings, of this plan, whose adopted part is still the same.
fn ends(files: &[head::Sealed], digest: Option<&str>, found: &mut Findings) {
    let lang = found.eyes.lang;
    let followed = |id: &SnapshotId| files.iter().any(|f| f.snapshot.meetings.seal(id).is_some());
    let ends: Vec<&head::Sealed> = files.iter().filter(|f| !followed(&f.snapshot.id())).collect();
    if ends.len() > 1 {
        let names: Vec<String> = ends.iter().map(|file| file.snapshot.id().to_string()).collect();
        found.fault(&Barred::TwoHeads { names: names.join("、") }.text(lang));
    }
    for file in ends {
        if digest.is_some_and(|digest| digest != file.snapshot.plan) {
            let id = file.snapshot.id().to_string();
            found.fault(&Fault::OtherPlan { id }.text(lang));
        }
    }
}
