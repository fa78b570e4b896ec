//! The first screen as plain lines, for pipes and screen readers.

use super::Answer;
use super::hand::look;
use super::layout::page;
use super::lines::{decision, marked, target};
use crate::app::Session;
use crate::judge::Light;
use crate::ledger::sentence;
use crate::plan::Place;
use crate::shell::args::Settings;
use crate::shell::failure::Failure;
use crate::words::printed::Printed;
use crate::words::{Label, Lang};

/// The overview.
pub fn overview(settings: &Settings) -> Result<Answer, Failure> {
    let book = look(settings)?;
    let (session, lang) = (&book.session, settings.lang);
    let plan = &session.plan;
    let mut lines = vec![plan.name().to_owned()];
    if plan.rehearsal {
        lines.push(Label::Rehearsal.text(lang).to_owned());
    }
    lines.push(Printed::Today { day: session.today.to_string() }.text(lang));
    lines.push(standing(session, lang));
    lines.push(Label::Headline.text(lang).to_owned());
    lines.extend(plan.headline.iter().map(|goal| format!("  {}", target(session, goal, lang))));
    lines.push(Label::Sections.text(lang).to_owned());
    for section in &plan.sections {
        let count = Printed::TaskCount { count: section.tasks.len().to_string() }.text(lang);
        let lights = lights(session, section.id, lang);
        lines.push(format!("  {}  {}  {count}{lights}", section.id, section.title));
    }
    let open = session.index.open();
    if !open.is_empty() {
        lines.push(Printed::OpenCount { count: open.len().to_string() }.text(lang));
        let said = open.iter().filter_map(|id| decision(session, id, lang));
        lines.extend(said.map(|line| format!("  {line}")));
    }
    lines.push(Label::NoSecrets.text(lang).to_owned());
    Ok(Answer { text: page(&lines, settings.width), told: book.told, no: false })
}

/// `  ! 滞后1  ? 未报2`: how the tasks of a section stand.
fn lights(session: &Session, section: Place, lang: Lang) -> String {
    let Some(tally) = session.verdicts.tally(section) else { return String::new() };
    let lit = Light::ALL.into_iter().filter(|light| tally.of(*light) > 0);
    let said = lit.map(|light| format!("  {}{}", marked(light, lang), tally.of(light)));
    said.collect::<Vec<_>>().concat()
}

/// What is open.
fn standing(session: &Session, lang: Lang) -> String {
    match &session.open {
        Some(history) if history.open.meeting().is_some() => {
            let what = sentence::of_held(&history.open.kind, lang);
            let counts = sentence::counts(&history.open, lang);
            Printed::InSession { what, counts }.text(lang)
        }
        Some(history) if !history.is_empty() => {
            Printed::Interval { records: history.steps().len().to_string() }.text(lang)
        }
        _ => Printed::Nothing.text(lang),
    }
}
