//! The book: whether it can be read and written, who records in it, what its plan lacks for this
//! year, and whether sshd opens it to reviewers.

use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use chrono::{Datelike as _, NaiveDate};
use rustix::fs::{Access, access};

use super::chart::{Chart, Line};
use super::door;
use crate::plan::Plan;
use crate::shell::args::Settings;
use crate::shell::book::{self, Right, Site};
use crate::shell::clock::Clock;
use crate::shell::failure::Failure;
use crate::shell::headless::init::not_made;
use crate::shell::lock;
use crate::shell::trouble::show;
use crate::words::doctor::{Cure, Found, Health, Topic, Ward};
use crate::words::{Joint, Lang};

/// All that can be known of a book.
pub(super) fn look(site: &Site, settings: &Settings) -> Vec<Line> {
    let mut chart = Chart::new(Ward::Book, settings.lang);
    let clock = Clock::new(settings.today);
    match book::open(site.clone(), &Right::Look, clock, settings.lang) {
        Ok(book) => {
            let plan = &book.session.plan;
            chart.good(Topic::Plan, &Found::Plan { title: plan.title.clone() });
            holidays(&mut chart, plan);
        }
        Err(why) => {
            let what = why.sentence(settings.lang);
            chart.fault(Topic::Plan, &Found::Said { what }, &Cure::Check);
        }
    }
    locked(&mut chart, site);
    rights(&mut chart, site);
    door::look(&mut chart, site, [Path::new(door::SSHD), Path::new(door::SSHD_MORE)]);
    chart.lines
}

/// Where there is no book.
pub(super) fn absent(settings: &Settings) -> Vec<Line> {
    let mut chart = Chart::new(Ward::Book, settings.lang);
    let folder = fs::canonicalize(&settings.book);
    let folder = show(folder.as_deref().unwrap_or(&settings.book));
    chart.note(Topic::Plan, &Found::NoBook { folder }, &Cure::NewBook);
    chart.lines
}

/// Takes from others what is one person's alone.
pub(super) fn mend(site: &Site, lang: Lang) -> Result<Vec<String>, Failure> {
    let mut mended = Vec::new();
    for path in exposed(site) {
        let mode = fs::symlink_metadata(&path).map_or(0o600, |known| known.mode());
        let alone = fs::Permissions::from_mode(mode & 0o700);
        fs::set_permissions(&path, alone).map_err(|why| not_made(&path, &why, lang))?;
        mended.push(format!("chmod go= {}", show(&path)));
    }
    Ok(mended)
}

/// Of the years of the plan.
fn holidays(chart: &mut Chart, plan: &Plan) {
    let years = plan.period.from.year()..=plan.period.to.year();
    let known = |year: &i32| {
        let day = NaiveDate::from_ymd_opt(*year, 1, 1);
        day.is_some_and(|day| plan.holidays.covers(day))
    };
    let (known, unknown): (Vec<i32>, Vec<i32>) = years.partition(known);
    let mark = Joint::List.text(chart.lang);
    let listed = |years: &[i32]| years.iter().map(i32::to_string).collect::<Vec<_>>().join(mark);
    if unknown.is_empty() {
        chart.good(Topic::Holidays, &Found::Holidays { years: listed(&known) });
    } else {
        let years = listed(&unknown);
        chart.note(Topic::Holidays, &Found::NoHolidays { years }, &Cure::FillIn);
    }
}

fn locked(chart: &mut Chart, site: &Site) {
    let state = site.state();
    let folder = if state.is_dir() { state.as_path() } else { site.root() };
    match lock::network(folder) {
        Ok(Some(kind)) => {
            let found = Found::Network { kind: kind.to_owned() };
            return chart.fault(Topic::Lock, &found, &Cure::Move);
        }
        Err(why) => return chart.said(Topic::Lock, Health::Fault, why.sentence(chart.lang)),
        Ok(None) => {}
    }
    if !lock::is_held(&state) {
        return chart.good(Topic::Lock, &Found::Free);
    }
    let by = lock::holder_of(&state);
    let by = by.unwrap_or_else(|| crate::words::Locked::Nobody.text(chart.lang));
    chart.note(Topic::Lock, &Found::Held { by }, &Cure::Wait);
}

/// The folders that are written, as far as they are there; then what others must not read.
fn rights(chart: &mut Chart, site: &Site) {
    let nearest = |path: &Path| path.ancestors().find(|path| path.exists()).map(Path::to_owned);
    let written =
        [site.snapshots(), site.state()].iter().filter_map(|path| nearest(path)).collect();
    let shut = |path: &PathBuf| access(path, Access::WRITE_OK | Access::EXEC_OK).is_err();
    let written: Vec<PathBuf> = written;
    let (shut, exposed) = (written.into_iter().find(shut), exposed(site));
    if let Some(path) = shut.as_deref().map(show) {
        let cure = Cure::Own { path: path.clone() };
        return chart.fault(Topic::Rights, &Found::NoWrite { path }, &cure);
    }
    match exposed.first() {
        Some(path) => chart.mendable(Topic::Rights, &Found::Open { path: show(path) }),
        None => chart.good(Topic::Rights, &Found::Rights),
    }
}

/// The line that is being typed, and the host key of the door: nobody else's.
fn exposed(site: &Site) -> Vec<PathBuf> {
    let own = [site.draft(), site.state().join("door"), site.state().join("door/host")];
    let open = |path: &PathBuf| {
        let known = fs::symlink_metadata(path);
        known.is_ok_and(|known| !known.is_symlink() && known.mode() & 0o077 != 0)
    };
    own.into_iter().filter(open).collect()
}
