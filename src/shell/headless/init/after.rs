//! `init DIR --after OLDBOOK`: the next year's book. The plan is written once, with the roster, rules and
//! series of the old one in the words in which they stand there; what is open goes on as records of the
//! first interval. Nothing of the old book is changed, not even its lock.

use std::path::Path;

use chrono::Months;

use super::super::Answer;
use super::super::hand::{Hand, unopened};
use super::super::import::Reading;
use super::super::layout::page;
use super::{attributes, divide, is_begun, keep, make, there, with_letterhead};
use crate::app::{act, carry};
use crate::format::{field, ron};
use crate::ledger::Held;
use crate::plan::{self, Holidays, Period, Plan};
use crate::shell::args::Settings;
use crate::shell::book::{self, Book, Promised, Right, Site};
use crate::shell::clock::Clock;
use crate::shell::failure::{Failure, FailureKind};
use crate::shell::trouble::show;
use crate::words::Lang;
use crate::words::book::Unopened as Why;
use crate::words::printed::{Printed, Refused};
use crate::words::template;

/// Fields that the new plan takes over as they are written.
const SAME: [&str; 4] = ["letterhead", "policy", "policies", "seasons"];

/// Makes the new book, or goes on with a plan that is written and not begun yet.
pub(super) fn init(
    settings: &Settings,
    folder: &Path,
    old: &Path,
    reading: Option<&Reading>,
) -> Result<Answer, Failure> {
    let lang = settings.lang;
    let old = read(settings, old)?;
    let promised = book::read_plan(&old.site).map_err(|why| unopened(&why, settings))?;
    let drafted = folder.join("plan.ron").symlink_metadata().is_ok();
    if drafted && is_begun(&Site::at(folder)) {
        return Err(there(folder, lang));
    }
    let mut told = if drafted {
        attributes(folder, lang)?;
        Vec::new()
    } else {
        let plan = match reading {
            Some(reading) => reported_plan(&promised, reading, lang)?,
            None => next_plan(&promised, lang)?,
        };
        make(folder, &plan, lang)?
    };
    let book = Settings { book: folder.to_owned(), ..settings.clone() };
    let mut hand = Hand::take(&book)?;
    let carried = carry::carried(&old.session, &hand.session.plan, lang);
    let count = carried.len();
    let rowless = carried.iter().filter(|decision| decision.about.is_empty()).count();
    if count > 0 {
        let acted = act::carry(&mut hand.session, carried);
        hand.carry_out(acted)?;
    }
    told.extend(keep(folder, &hand.session.plan.title, lang));
    told.extend(unsealed(&old, lang));
    told.append(&mut hand.told);
    let mut lines = vec![if drafted {
        Printed::GoesOn { folder: show(folder) }.text(lang)
    } else {
        Printed::Founded { folder: show(folder) }.text(lang)
    }];
    let (count, rowless) = (count.to_string(), rowless.to_string());
    lines.push(Printed::Carried { count, rowless, book: promised.plan.id }.text(lang));
    if let Some(reading) = reading {
        lines.extend(reading.summary(lang));
        lines.extend(divide(&mut hand, reading, lang)?);
        told.append(&mut hand.told);
    }
    Ok(Answer { text: page(&lines, settings.width), told, no: false })
}

/// Reads the old book without any wish to write it, and only if it can be gone on from.
fn read(settings: &Settings, path: &Path) -> Result<Book, Failure> {
    let lang = settings.lang;
    let site = Site::find(path).ok_or_else(|| {
        let why = Why::NoBook { folder: show(path) }.text(lang);
        Failure::new(FailureKind::Unreadable, why)
    })?;
    let name = show(site.root());
    let book = book::open(site, &Right::Look, Clock::new(settings.today), lang)
        .map_err(|why| unopened(&why, settings))?;
    if let Some(why) = &book.session.keeping.read_only {
        return Err(Failure::new(FailureKind::Conflict, why));
    }
    if let Some(meeting) = book.session.meeting() {
        let what = crate::ledger::sentence::of_held(&Held::Meeting(meeting.clone()), lang);
        let why = Refused::OldMeetingOpen { what }.text(lang);
        let close = Refused::CloseOld { folder: name }.text(lang);
        return Err(Failure::new(FailureKind::Forbidden, why).hint(close));
    }
    Ok(book)
}

/// Records of the old book that are not sealed: they count, and may still be taken back there.
fn unsealed(old: &Book, lang: Lang) -> Option<String> {
    let open = old.session.open.as_ref().filter(|history| !history.is_empty())?;
    let (count, folder) = (open.steps().len().to_string(), show(old.site.root()));
    Some(Printed::OldUnsealed { count, folder }.text(lang))
}

/// The text of the new plan: the template for the next year, with what the old plan hands on.
fn next_plan(old: &Promised, lang: Lang) -> Result<String, Failure> {
    let period = next_period(old.plan.period);
    let year = period.from.format("%Y").to_string();
    let template = template::plan_after(lang, &year, &old.plan.id);
    handed_on(named(template, &old.plan, period, lang)?, old, period, lang)
}

/// The text of the new plan as a report proposes it, with what the old plan hands on. The year is the
/// report's own; a report that names none is next year's.
fn reported_plan(old: &Promised, reading: &Reading, lang: Lang) -> Result<String, Failure> {
    let mut plan = reading.draft.plan.clone();
    if reading.names_no_year() {
        plan.period = next_period(old.plan.period);
    }
    let year = |period: Period| period.from.format("%Y").to_string();
    let (was, is) = (year(old.plan.period), year(plan.period));
    let renamed = |name: &str| name.replace(&was, &is);
    let id = &old.plan.id;
    plan.id = if id.contains(&was) { renamed(id) } else { format!("{id}-{is}") };
    plan.short = renamed(&old.plan.short);
    plan.organ.clone_from(&old.plan.organ);
    plan.rehearsal = old.plan.rehearsal;
    plan.series.clone_from(&old.plan.series);
    let text = reading.written(&plan, &template::heading_after(lang, &old.plan.id), lang)?;
    handed_on(text, old, plan.period, lang)
}

/// A plan with what an old one hands on, in the words in which it stands there.
fn handed_on(
    mut text: String,
    old: &Promised,
    period: Period,
    lang: Lang,
) -> Result<String, Failure> {
    let source = String::from_utf8_lossy(&old.bytes).replace("\r\n", "\n");
    let handed = SAME.iter().filter_map(|name| field::written(&source, name));
    let handed: Vec<String> = handed.chain(holidays(&old.plan.holidays, period, lang)?).collect();
    if !handed.is_empty() {
        text = field::before(&text, "roster", &handed.join("\n\n"));
    }
    for name in ["series", "roster"] {
        if let Some(field) = field::written(&source, name) {
            text = field::replaced(&text, name, &field);
        }
    }
    whole(with_letterhead(&text, lang), &old.plan, lang)
}

/// The template under the names of the old plan, their year the new one.
fn named(mut text: String, old: &Plan, period: Period, lang: Lang) -> Result<String, Failure> {
    let year = |period: Period| period.from.format("%Y").to_string();
    let (was, is) = (year(old.period), year(period));
    let renamed = |name: &str| name.replace(&was, &is);
    let id = if old.id.contains(&was) { renamed(&old.id) } else { format!("{}-{is}", old.id) };
    for (name, value) in [("id", id), ("title", renamed(&old.title)), ("organ", old.organ.clone())]
    {
        let field = format!("{}  {name}: {},", comments(&text, name), quoted(&value, lang)?);
        text = field::replaced(&text, name, &field);
    }
    let Period { from, to } = period;
    let mut fields = Vec::new();
    if !old.short.is_empty() {
        fields.push(format!("  short: {},", quoted(&renamed(&old.short), lang)?));
    }
    if old.rehearsal {
        fields.push("  rehearsal: true,".to_owned());
    }
    fields.push(format!("  period: (\n    from: \"{from}\",\n    to: \"{to}\",\n  ),"));
    Ok(field::replaced(&text, "period", &fields.join("\n")))
}

/// The comments above a field, which stay with it.
fn comments(text: &str, name: &str) -> String {
    let written = field::written(text, name).unwrap_or_default();
    let lines = written.lines().take_while(|line| line.trim_start().starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// The text, once it says what it should: a plan that reads, with what the old one hands on.
fn whole(text: String, old: &Plan, lang: Lang) -> Result<String, Failure> {
    let read: Result<Plan, _> = ron::read(text.as_bytes(), ron::Limits::of(plan::FORMAT));
    let why = match read {
        Err(why) => why.what.text(lang),
        Ok(new) => {
            let same = new.roster == old.roster
                && new.series == old.series
                && (&new.policy, &new.policies, &new.seasons)
                    == (&old.policy, &old.policies, &old.seasons);
            if same {
                return Ok(text);
            }
            Refused::NotHandedOn.text(lang)
        }
    };
    Err(unwritten(&why, lang))
}

/// The year after.
fn next_period(old: Period) -> Period {
    let from = old.to.succ_opt().unwrap_or(old.to);
    let to = old.to.checked_add_months(Months::new(12)).unwrap_or(old.to);
    Period { from, to }
}

/// The holidays that lie in the new year; most years none are known yet.
fn holidays(old: &Holidays, period: Period, lang: Lang) -> Result<Option<String>, Failure> {
    let within = |day: chrono::NaiveDate| period.from <= day && day <= period.to;
    let off = old.off.iter().filter(|holiday| within(holiday.from) || within(holiday.to));
    let worked = old.worked.iter().copied().filter(|day| within(*day));
    let still = Holidays { off: off.cloned().collect(), worked: worked.collect() };
    if still.is_empty() {
        return Ok(None);
    }
    let text = ron::write(&still).map_err(|why| unwritten(&why.to_string(), lang))?;
    let value = text.split_once('\n').map_or(text.as_str(), |(_, value)| value).trim_end();
    Ok(Some(format!("  holidays: {},", value.replace('\n', "\n  "))))
}

fn quoted(text: &str, lang: Lang) -> Result<String, Failure> {
    ron::line(&text).map_err(|why| unwritten(&why.to_string(), lang))
}

fn unwritten(why: &str, lang: Lang) -> Failure {
    Failure::new(FailureKind::Unreadable, Refused::NotWritten { why: why.to_owned() }.text(lang))
}
