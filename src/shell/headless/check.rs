//! Everything that can be wrong with a book: its plan, each snapshot, and the chain between them.
//!
//! Faults are in `plan.ron` or `snapshots/` and make the answer no; remarks are worth knowing and
//! do not.

use std::path::Path;

use super::Answer;
use super::hand::{eyes, site, unopened};
use super::layout::page;
use crate::format::excerpt::{self, Source};
use crate::format::json;
use crate::plan::validate;
use crate::shell::args::{Format, Settings};
use crate::shell::book::unopened::named;
use crate::shell::book::{self, Promised, Right, Site};
use crate::shell::clock::Clock;
use crate::shell::failure::Failure;
use crate::words::Lang;
use crate::words::check::Remark;
use crate::words::printed::Printed;
use finding::Findings;

mod chain;
mod finding;
mod in_git;
mod parents;
mod remarks;
mod source;

/// `check [--source REPORT]`
pub fn check(settings: &Settings, report: Option<&Path>) -> Result<Answer, Failure> {
    let site = site(settings)?;
    let mut found = Findings::new(eyes(settings));
    let promised = plan(&site, &mut found);
    let clock = Clock::new(settings.today);
    let closed = chain::walk(&site, promised.as_ref(), clock.today(), &mut found);
    if found.faults.is_empty() {
        match book::open(site.clone(), &Right::Look, clock, settings.lang) {
            Ok(book) => remarks::of(&book, &closed, settings.lang, &mut found),
            Err(why) => {
                let why = why.sentence(settings.lang);
                found.remark(Remark::Journal { why }.text(settings.lang));
            }
        }
    }
    let name = named(&site.plan());
    let compared = match (report, &promised) {
        (Some(report), Some(promised)) => {
            let plan = Source { name: &name, bytes: &promised.bytes };
            let told = source::prove(plan, promised, report, settings.lang);
            Some(told.map_err(|why| unopened(&why, settings))?)
        }
        _ => None,
    };
    Ok(match settings.format {
        Format::Json => for_programs(found, compared.as_ref(), settings.lang),
        Format::Text | Format::Csv => for_people(found, compared.as_ref(), settings),
    })
}

/// Checks the plan, and gives it when it could be read.
fn plan(site: &Site, found: &mut Findings) -> Option<Promised> {
    found.files += 1;
    let name = named(&site.plan());
    let promised = match book::read_plan(site) {
        Ok(promised) => promised,
        Err(why) => {
            found.unopened(&name, &why);
            return None;
        }
    };
    let problems = validate::problems(&promised.plan);
    for told in excerpt::problems(&promised.bytes, &problems, found.eyes.lang) {
        found.told(Source { name: &name, bytes: &promised.bytes }, told);
    }
    Some(promised)
}

/// Faults as pictures; what is only worth knowing as words beside them.
fn for_people(found: Findings, compared: Option<&source::Told<'_>>, settings: &Settings) -> Answer {
    let (lang, mut no) = (settings.lang, !found.faults.is_empty());
    let mut told: Vec<String> =
        found.faults.iter().flat_map(|fault| fault.shown.lines().map(str::to_owned)).collect();
    if !no {
        told.push(Printed::Clean { files: found.files.to_string() }.text(lang));
    }
    if let Some(compared) = compared {
        told.extend(compared.lines(lang));
        no |= !compared.holds();
    }
    Answer { text: page(&told, settings.width), told: found.remarks, no }
}

/// One object, and no words beside it.
fn for_programs(mut found: Findings, compared: Option<&source::Told<'_>>, lang: Lang) -> Answer {
    found.faults.extend(compared.into_iter().flat_map(|compared| compared.faults(lang)));
    let no = !found.faults.is_empty();
    let mut value = found.value();
    if let Some(compared) = compared {
        value = json::joined(value, json::field("source", compared.value()));
    }
    Answer { text: json::text(&value), told: Vec::new(), no }
}
