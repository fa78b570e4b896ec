//! `import`: a published report becomes a plan, and what is doubted about it.
//!
//! The report is only read. A plan that is there is left alone unless somebody says otherwise; what is
//! written is whole or not there.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;

use chrono::NaiveDate;

use super::Answer;
use super::init::not_made;
use super::layout::page;
use crate::app::drafting::Step;
use crate::app::founding;
use crate::format::annotated::{self, Note, Notes};
use crate::format::source::{Charset, Source};
use crate::format::{json, ron, sheet};
use crate::plan::plain::is_hidden;
use crate::plan::{Period, Place, Plan, Series};
use crate::report::listed::{self, Listed};
use crate::report::settle;
use crate::report::{self, Draft, Reason};
use crate::shell::args::{Doubts, Format, Import, Over, Settings};
use crate::shell::clock::Clock;
use crate::shell::drafting;
use crate::shell::failure::{Failure, FailureKind};
use crate::shell::source;
use crate::shell::trouble::show;
use crate::shell::whole;
use crate::words::drafting::DraftSays;
use crate::words::import::{Comment, Imported, NotImported};
use crate::words::report::Why;
use crate::words::source::{Kind, NotRead};
use crate::words::{BadSheet, Lang, template};

mod again;
mod told;

/// A report, read.
pub(super) struct Reading {
    pub(super) name: String,
    pub(super) source: Source,
    pub(super) draft: Draft,
}

/// `import REPORT [-o FILE]`
pub fn import(settings: &Settings, asked: &Import) -> Result<Answer, Failure> {
    let lang = settings.lang;
    if let Some(old) = &asked.again {
        return again::bring(settings, asked, old);
    }
    let mut reading = read(settings, &asked.report, asked.encoding.as_deref())?;
    let mut told = Vec::new();
    if let Some(path) = &asked.out {
        let steps = drafting::settled_before(path, settings)?;
        if asked.doubts == Doubts::Settle {
            return settle(settings, asked, reading, (path, steps));
        }
        told.extend(reading.settled(&steps, lang));
    } else if asked.doubts == Doubts::Settle {
        return Err(Failure::new(FailureKind::Usage, NotImported::NowhereToSettle.text(lang)));
    }
    let text = match settings.format {
        Format::Json => json::text(&json::draft(&reading.source, &reading.draft, lang)),
        Format::Text | Format::Csv => page(&reading.summary(lang), settings.width),
    };
    let empty = reading.is_empty();
    match &asked.out {
        _ if empty => told.push(NotImported::Nothing.text(lang)),
        Some(path) => {
            write(path, &reading.plan(lang)?, asked.over, lang)?;
            told.push(Imported::Written { path: show(path) }.text(lang));
        }
        None => told.push(Imported::NotWritten.text(lang)),
    }
    Ok(Answer { text, told, no: empty })
}

/// Opens the screen on which the doubts are settled.
fn settle(
    settings: &Settings,
    asked: &Import,
    mut reading: Reading,
    (path, steps): (&Path, Vec<Step>),
) -> Result<Answer, Failure> {
    let lang = settings.lang;
    if reading.source.kind == Kind::Table {
        return Err(Failure::new(FailureKind::Usage, NotImported::TableToSettle.text(lang)));
    }
    let mut over = asked.over;
    let mut told = vec![NotImported::Unwritten.text(lang)];
    let report = (reading.source.text.clone(), reading.draft.clone());
    drafting::run(settings, report, (path, over, steps), |draft| {
        reading.draft = draft.clone();
        write(path, &reading.plan(lang)?, over, lang)?;
        // What was written from here may be written again from here.
        over = Over::Replace;
        told = vec![Imported::Written { path: show(path) }.text(lang)];
        Ok(())
    })?;
    Ok(Answer { text: String::new(), told, no: false })
}

/// Reads a report from a path.
///
/// # Errors
/// When it cannot be read, or an encoding of that name is not known.
pub(super) fn read(
    settings: &Settings,
    path: &Path,
    encoding: Option<&str>,
) -> Result<Reading, Failure> {
    let lang = settings.lang;
    let charset = encoding.map(|name| {
        Charset::named(name).ok_or_else(|| {
            let why = NotRead::NoSuchEncoding { name: name.to_owned() }.text(lang);
            Failure::new(FailureKind::Usage, why)
        })
    });
    let source = source::read(path, charset.transpose()?, lang);
    let source = source.map_err(|why| Failure::unreadable(&why.text(lang)))?;
    let draft = match source.kind {
        Kind::Table => table(&source.text).map_err(|why| Failure::unreadable(&why.text(lang)))?,
        _ => report::read_formed(&source.text, &source.hints),
    };
    let mut reading = Reading { name: show(path), source, draft };
    reading.name_after(path, Clock::new(settings.today).today());
    Ok(reading)
}

/// The rows of a table that is a plan already.
fn table(text: &str) -> Result<Draft, BadSheet> {
    let sheet = sheet::read(text.as_bytes())?;
    let rows = sheet.rows.into_iter().map(|row| Listed { line: row.line, cells: row.cells });
    Ok(listed::read(text, &rows.collect::<Vec<_>>()))
}

impl Reading {
    /// Lays what was settled before over the reading, and says so.
    fn settled(&mut self, steps: &[Step], lang: Lang) -> Vec<String> {
        if steps.is_empty() || self.source.kind == Kind::Table {
            return Vec::new();
        }
        let settled = settle::over(&self.source.text, &self.draft, &steps.concat());
        self.draft = settled.draft;
        let count = steps.len().to_string();
        let unfit = settled.unfit.len();
        let unfit = (unfit > 0).then(|| DraftSays::Unfit { count: unfit.to_string() }.text(lang));
        [DraftSays::Resumed { count }.text(lang)].into_iter().chain(unfit).collect()
    }

    /// What a text leaves unsaid its file's name may say; the year is this one when nothing says it.
    fn name_after(&mut self, path: &Path, today: NaiveDate) {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let stem = stem.trim_matches(|c: char| c.is_whitespace() || c.is_control() || c == '-');
        let plan = &mut self.draft.plan;
        for doubt in &mut self.draft.doubts {
            match &mut doubt.why {
                Reason::Reading(Why::NoYear { year }) => {
                    let is = year_in(stem).unwrap_or_else(|| today.format("%Y").to_string());
                    let first = NaiveDate::parse_from_str(&format!("{is}-01-01"), "%Y-%m-%d");
                    let last = NaiveDate::parse_from_str(&format!("{is}-12-31"), "%Y-%m-%d");
                    if let (Ok(from), Ok(to)) = (first, last) {
                        plan.period = Period { from, to };
                        plan.id = format!("plan-{is}");
                        *year = is;
                    }
                }
                Reason::Reading(Why::NoTitle)
                    if !stem.is_empty() && !stem.chars().any(is_hidden) =>
                {
                    stem.clone_into(&mut plan.title);
                }
                _ => {}
            }
        }
    }

    /// Whether no task was found.
    pub(super) fn is_empty(&self) -> bool {
        self.draft.plan.tasks().next().is_none()
    }

    /// Whether the text has nothing by which a report is known. The rows of a table are a plan already.
    pub(super) fn is_no_report(&self) -> bool {
        self.source.kind != Kind::Table && self.draft.is_bare()
    }

    /// What was read of a text that is no report, and what to do with it.
    pub(super) fn refusal(&self, lang: Lang) -> String {
        let plan = &self.draft.plan;
        let (tasks, targets) =
            (plan.tasks().count().to_string(), plan.targets().count().to_string());
        let doubts = self.draft.doubts.len().to_string();
        NotImported::NoReport { tasks, targets, doubts }.text(lang)
    }

    /// The plan as a file, with its doubts and duties as comments.
    ///
    /// # Errors
    /// When it has no written form: a fault of this program.
    pub(super) fn plan(&self, lang: Lang) -> Result<String, Failure> {
        let mut plan = self.draft.plan.clone();
        plan.roster = founding::roster(&self.draft, &plan.roster);
        if plan.series.is_empty() {
            plan.series = usual_series(lang);
        }
        self.written(&plan, &[], lang)
    }

    /// A plan of this report as a file, with more lines at its top.
    ///
    /// # Errors
    /// When it has no written form: a fault of this program.
    pub(super) fn written(
        &self,
        plan: &Plan,
        top: &[String],
        lang: Lang,
    ) -> Result<String, Failure> {
        let mut notes = self.notes(lang);
        notes.top.extend_from_slice(top);
        annotated::write(plan, &notes).map_err(|why| {
            let why = NotImported::Unwritable { why: why.to_string() }.text(lang);
            Failure::new(FailureKind::Bug, why)
        })
    }

    /// Whether the year of the plan was not found.
    pub(super) fn names_no_year(&self) -> bool {
        self.draft
            .doubts
            .iter()
            .any(|doubt| matches!(doubt.why, Reason::Reading(Why::NoYear { .. })))
    }

    fn notes(&self, lang: Lang) -> Notes {
        let mut rows: BTreeMap<Place, Note> = BTreeMap::new();
        for span in &self.draft.spans {
            let Some(place) = span.row else { continue };
            let note = rows.entry(place).or_default();
            if note.beside.is_empty() {
                note.beside = Comment::Line { line: span.spot.line.to_string() }.text(lang);
            }
        }
        let mut top: Vec<String> = template::heading(lang);
        let file = Path::new(&self.name).file_name().unwrap_or_default().to_string_lossy();
        top.push(Comment::From { source: file.into_owned() }.text(lang));
        let count = self.draft.doubts.len().to_string();
        top.push(Comment::Look { count }.text(lang));
        for doubt in &self.draft.doubts {
            let (weight, why) = (doubt.weight.text(lang).to_owned(), doubt.why.text(lang));
            let said = Comment::Doubt { weight, why }.text(lang);
            match doubt.row {
                Some(place) => rows.entry(place).or_default().above.push(said),
                None => top.push(said),
            }
        }
        for duty in &self.draft.duties {
            let Some(place) = duty.row else { continue };
            let lead = Comment::Lead { names: duty.leads.join("、") };
            let support = Comment::Support { names: duty.supports.join("、") };
            let due = Comment::Due { due: duty.due.clone() };
            let said = [
                (!duty.leads.is_empty()).then(|| lead.text(lang)),
                (!duty.supports.is_empty()).then(|| support.text(lang)),
                (!duty.due.is_empty()).then(|| due.text(lang)),
            ];
            let said: Vec<String> = said.into_iter().flatten().collect();
            rows.entry(place).or_default().above.push(said.join("  "));
        }
        Notes { top, rows }
    }
}

/// A year of this century in a name: `2024年重点任务`.
fn year_in(name: &str) -> Option<String> {
    let digits = name.split(|c: char| !c.is_ascii_digit());
    digits.filter(|digits| digits.len() == 4 && digits.starts_with("20")).map(str::to_owned).next()
}

/// The series that the template of a new book has.
fn usual_series(lang: Lang) -> Vec<Series> {
    let text = template::plan(lang, "2000");
    let read: Result<Plan, _> = ron::read(text.as_bytes(), ron::Limits::of(crate::plan::FORMAT));
    read.map_or_else(|_| Vec::new(), |plan| plan.series)
}

/// Writes a plan where there is none, or in the place of one when that is what was asked.
fn write(path: &Path, text: &str, over: Over, lang: Lang) -> Result<(), Failure> {
    whole::put(path, text.as_bytes(), over).map_err(|why| match why.kind() {
        ErrorKind::AlreadyExists => {
            let there = NotImported::There { path: show(path) }.text(lang);
            let hint = NotImported::Replace.text(lang);
            Failure::new(FailureKind::Forbidden, there).hint(hint)
        }
        _ => not_made(path, &why, lang),
    })
}
