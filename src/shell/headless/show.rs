//! The plan as text, and one row with all that is known of it.

use super::hand::look;
use super::layout::page;
use super::lines;
use super::{Answer, name};
use crate::app::Session;
use crate::format::json::{self, Value};
use crate::ledger::{About, RecordId};
use crate::plan::{Found, Place, Plan, Target};
use crate::shell::args::{Format, Settings};
use crate::shell::failure::Failure;
use crate::words::printed::Printed;
use crate::words::{Label, Lang};

/// `show`
pub fn plan(settings: &Settings) -> Result<Answer, Failure> {
    let book = look(settings)?;
    let (plan, lang) = (&book.session.plan, settings.lang);
    let text = match settings.format {
        Format::Json => json::text(&json::plan(plan)),
        Format::Text | Format::Csv => page(&whole(plan, lang), settings.width),
    };
    Ok(Answer { text, told: book.told, no: false })
}

/// `show PLACE`
pub fn row(settings: &Settings, place: &str) -> Result<Answer, Failure> {
    let book = look(settings)?;
    let (session, lang) = (&book.session, settings.lang);
    if name::plain(place).contains('-') || name::row(session, place, lang).is_err() {
        let id = name::decision(session, place, lang)?;
        return Ok(Answer { told: book.told.clone(), ..decision(session, &id, settings) });
    }
    let place = name::row(session, place, lang)?;
    let Some(found) = session.plan.find(place) else { return Ok(Answer::default()) };
    let text = match settings.format {
        Format::Json => json::text(&judged(session, found, place, lang)),
        Format::Text | Format::Csv => page(&known(session, found, place, lang), settings.width),
    };
    Ok(Answer { text, told: book.told, no: false })
}

/// A row with how it stands.
fn judged(session: &Session, found: Found<'_>, place: Place, lang: Lang) -> Value {
    let reason = session.reason(place, lang).unwrap_or_default();
    let verdict = session.verdict(place);
    match found {
        Found::Target(own) => json::measured(own, &verdict.unwrap_or_default(), &reason),
        Found::Section(_) => {
            let tally = session.verdicts.tally(place).map_or(Value::Null, json::tally);
            json::joined(json::row(found), tally)
        }
        _ => {
            let light = verdict.and_then(|verdict| verdict.light);
            json::joined(json::row(found), json::standing(light, &reason))
        }
    }
}

fn decision(session: &Session, id: &RecordId, settings: &Settings) -> Answer {
    let state = session.state();
    let (Some(made), Some(now)) = (state.ledger.decisions.get(id), state.standing(id)) else {
        return Answer::default();
    };
    let light = session.judged(id).and_then(|verdict| verdict.light);
    let reason = session.reason_of(id, settings.lang).unwrap_or_default();
    if settings.format == Format::Json {
        let judged = json::Judged { light, reason: &reason };
        let value = json::decision(id, made, &now, &judged);
        let issued = json::sheets(state.issued(&About::Decision(id.clone())));
        let life = json::life(&state.life(id), settings.lang);
        return Answer::data(json::text(&json::joined(json::joined(value, issued), life)));
    }
    let mut lines: Vec<String> = lines::decision(session, id, settings.lang).into_iter().collect();
    lines.push(format!("  {reason}"));
    lines.extend(made.about.iter().map(|about| match about {
        About::Row(row) => format!("  {} {}", row.place, row.title),
        About::Decision(id) => format!("  {id}"),
    }));
    lines.extend(state.life(id).iter().map(|moment| lines::moment(moment, settings.lang)));
    Answer::data(page(&lines, settings.width))
}

fn whole(plan: &Plan, lang: Lang) -> Vec<String> {
    let (from, to) = (plan.period.from.to_string(), plan.period.to.to_string());
    let mut lines = vec![plan.title.clone(), Printed::Period { from, to }.text(lang)];
    lines.extend(plan.guidance.iter().cloned());
    lines.extend(plan.headline.iter().map(|target| format!("{}  {}", target.id, target.text)));
    for section in &plan.sections {
        lines.push(String::new());
        lines.push(format!("{}  {}", section.id, section.title));
        lines.extend(section.lead.iter().cloned());
        for task in &section.tasks {
            lines.push(format!("{}  {}", task.id, task.title));
            for measure in &task.measures {
                lines.push(format!("  {}  {}", measure.id, measure.text));
            }
        }
    }
    lines
}

/// A row, what is below it, and what was recorded about it.
fn known(session: &Session, found: Found<'_>, place: Place, lang: Lang) -> Vec<String> {
    let mut lines = vec![format!("{place}  {}", found.title())];
    let below = !matches!(found, Found::Section(_) | Found::Target(_));
    if let Some(verdict) = session.verdict(place).filter(|_| below) {
        let light = verdict.light.map(|light| lines::marked(light, lang)).unwrap_or_default();
        let reason = session.reason(place, lang).unwrap_or_default();
        lines.push(format!("  {light}  {reason}"));
    }
    let measured = |target: &Target| format!("  {}", lines::target(session, target, lang));
    match found {
        Found::Section(section) => {
            lines.extend(section.lead.iter().cloned());
            lines.extend(section.tasks.iter().map(|task| {
                let light = session.verdicts.of(task.id).and_then(|verdict| verdict.light);
                let light = light.map(|light| lines::marked(light, lang)).unwrap_or_default();
                format!("  {}  {}  {light}", task.id, task.title).trim_end().to_owned()
            }));
        }
        Found::Task(task) => {
            lines.extend(task.measures.iter().map(|m| format!("  {}  {}", m.id, m.text)));
            lines.extend(task.targets().map(measured));
        }
        Found::Measure(measure) => {
            lines.extend(measure.targets.iter().map(measured));
        }
        Found::Target(target) => lines.push(measured(target)),
    }
    if let Some(assigned) = session.assignment(place) {
        let mut parts = lines::people(&assigned.lead, &assigned.support, lang);
        parts.push(Printed::Since { day: assigned.since.to_string() }.text(lang));
        lines.push(parts.join("  "));
    }
    lines.extend(session.account(place).map(|account| lines::account(account, lang)));
    let decisions = session.index.about(place);
    if !decisions.is_empty() {
        lines.push(Label::Decisions.text(lang).to_owned());
        let said = decisions.iter().filter_map(|id| lines::decision(session, id, lang));
        lines.extend(said.map(|line| format!("  {line}")));
    }
    lines
}
