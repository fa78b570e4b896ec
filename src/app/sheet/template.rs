//! A table to be filled in: for an office its targets with what is known of them, and empty cells.
//!
//! What comes back is read by [`super::readings`]: the ids and names hold the lines to their rows.

use super::leads;
use crate::app::Session;
use crate::app::entry::next_period;
use crate::format::csv;
use crate::judge::latest_reading;
use crate::ledger::sentence;
use crate::plan::{Party, Target};
use crate::words::{Heading, Lang};

/// The columns of the template, from left to right; the office fills in the last four.
const HEADINGS: [Heading; 10] = [
    Heading::Id,
    Heading::Metric,
    Heading::Goal,
    Heading::LastPeriod,
    Heading::Last,
    Heading::Unit,
    Heading::Period,
    Heading::Value,
    Heading::Source,
    Heading::Reason,
];

/// One template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// For whom; none for all targets.
    pub party: Option<Party>,
    /// The file.
    pub text: String,
    /// How many targets it asks for.
    pub count: usize,
}

/// The template of an office, or of all targets.
pub fn of(session: &Session, party: Option<&Party>, lang: Lang) -> Template {
    match party {
        Some(party) => Template { party: Some(party.clone()), ..of_all(session, &[party], lang) },
        None => made(session, &session.plan.targets().collect::<Vec<_>>(), lang),
    }
}

/// One template for several offices.
pub fn of_all(session: &Session, parties: &[&Party], lang: Lang) -> Template {
    let roster = &session.plan.roster;
    let is_theirs = |target: &&Target| {
        let lead = leads(session, target.id);
        lead.is_some_and(|lead| parties.iter().any(|party| roster.is_same(&lead, party)))
    };
    made(session, &session.plan.targets().filter(is_theirs).collect::<Vec<_>>(), lang)
}

fn made(session: &Session, targets: &[&Target], lang: Lang) -> Template {
    let mut lines = vec![HEADINGS.map(|heading| heading.text(lang).to_owned()).to_vec()];
    lines.extend(targets.iter().map(|target| line(session, target, lang)));
    Template { party: None, text: csv::text(&lines), count: targets.len() }
}

/// A template for each office that leads a row with targets, in protocol order; names outside the
/// roster last.
pub fn each(session: &Session, lang: Lang) -> Vec<Template> {
    let mut parties: Vec<Party> = Vec::new();
    for party in session.plan.targets().filter_map(|target| leads(session, target.id)) {
        let party = session.plan.roster.present(&party);
        if !parties.contains(&party) {
            parties.push(party);
        }
    }
    let order = |party: &Party| {
        let office = party.key().and_then(|key| session.plan.roster.offices.get(key));
        office.map_or(u16::MAX, |office| office.order)
    };
    parties.sort_by_key(order);
    parties.iter().map(|party| of(session, Some(party), lang)).collect()
}

fn line(session: &Session, target: &Target, lang: Lang) -> Vec<String> {
    let latest = latest_reading(session.state(), target.id).map(|(_, reading)| reading);
    let months = |span| sentence::months(span, lang);
    let next = next_period(&session.plan, session.state(), target.id, session.base_day());
    vec![
        target.id.to_string(),
        target.metric.clone(),
        target.amount(),
        latest.as_ref().map_or_else(String::new, |reading| months(reading.period)),
        latest.as_ref().map_or_else(String::new, |reading| reading.value.to_string()),
        target.unit.clone(),
        period(next, lang),
        String::new(),
        String::new(),
        String::new(),
    ]
}

/// The months that are asked for, in a form that no spreadsheet takes for a day.
fn period(span: crate::plan::Span, lang: Lang) -> String {
    match lang {
        Lang::Zh => sentence::months(span, lang),
        Lang::En => span.to_string(),
    }
}
