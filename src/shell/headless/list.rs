//! Lists: every record of a kind, or those that the query lets through.
//!
//! The query is the register's ([`query`]): one grammar for the screen and the command line. A kind has
//! the keys that make sense for it; another one is a misuse that names them.

use super::hand::look;
use super::layout::page;
use super::{Answer, lines, log};
use crate::app::Session;
use crate::app::catalogue::{self, Catalogue};
use crate::app::query::{self, Context, Facts};
use crate::format::csv;
use crate::format::json::{self, Judged, Value};
use crate::judge::{self, Grounds, Light, Rule, Verdict};
use crate::ledger::{About, Due, When, sentence};
use crate::plan::{Office, OfficeKey, Party, Target, Task};
use crate::shell::args::{Format, Listed, Settings};
use crate::shell::book::Book;
use crate::shell::failure::{Failure, FailureKind};
use crate::words::printed::Printed;
use crate::words::query::Key;
use crate::words::verdict::Ruled;
use crate::words::{Lang, Sign};

/// One line of a list.
struct Row {
    /// For programs.
    value: Value,
    /// For people.
    line: String,
    /// What a query may ask of it.
    facts: Facts,
}

/// `list KIND [FILTER…]`
pub fn list(settings: &Settings, kind: Listed, filters: &[String]) -> Result<Answer, Failure> {
    let mut book = look(settings)?;
    let mut rows = if kind == Listed::Targets && settings.policy.is_some() {
        let (rows, flips) = rejudged(&book.session, settings.lang);
        book.told.push(flips);
        rows
    } else {
        rows(&book, kind, settings)?
    };
    let context = Context::of(&book.session, keys(kind), settings.lang);
    let query = query::read(&filters.join(" "), &context)
        .map_err(|why| Failure::new(FailureKind::Usage, why.text(settings.lang)))?;
    rows.retain(|row| query.lets(&row.facts));
    let no = rows.is_empty() && !query.is_empty();
    let text = match settings.format {
        Format::Json => json::text(&json::array(rows.into_iter().map(|row| row.value).collect())),
        Format::Csv => csv::table(&rows.into_iter().map(|row| row.value).collect::<Vec<_>>()),
        Format::Text => {
            page(&rows.into_iter().map(|row| row.line).collect::<Vec<_>>(), settings.width)
        }
    };
    drop(query);
    Ok(Answer { text, told: book.told, no })
}

/// What can be asked of a kind.
fn keys(kind: Listed) -> &'static [Key] {
    match kind {
        Listed::Tasks => query::TASKS,
        Listed::Targets => query::TARGETS,
        Listed::Decisions => query::DECISIONS,
        Listed::Offices => query::OFFICES,
        Listed::Readings => query::READINGS,
        Listed::Meetings => query::MEETINGS,
    }
}

fn rows(book: &Book, kind: Listed, settings: &Settings) -> Result<Vec<Row>, Failure> {
    let (session, lang) = (&book.session, settings.lang);
    Ok(match kind {
        Listed::Tasks => tasks(session, lang),
        Listed::Targets => targets(session, lang),
        Listed::Decisions => decisions(session, lang),
        Listed::Offices => offices(session, lang),
        Listed::Readings => readings(session, lang),
        Listed::Meetings => {
            let lines = log::history(book, settings)?;
            let meetings = lines.into_iter().filter(|line| line.held.meeting().is_some());
            meetings.map(|line| meeting(session, &line, lang)).collect()
        }
    })
}

fn tasks(session: &Session, lang: Lang) -> Vec<Row> {
    let of = |task: &Task| {
        let assigned = session.assignment(task.id);
        let (lead, support) = assigned.map_or((Vec::new(), Vec::new()), |assigned| {
            (assigned.lead.clone(), assigned.support.clone())
        });
        let due = assigned.and_then(|assigned| assigned.due);
        let account = session.account(task.id);
        let mut parts = vec![format!("{:<4}  {}", task.id.to_string(), task.title)];
        parts.extend(lines::people(&lead, &support, lang));
        parts.extend(lines::sheets(session, &About::Row(session.plan.row(task.id)), lang));
        let light = session.verdicts.of(task.id).and_then(|verdict| verdict.light);
        parts.extend(light.map(|light| lines::marked(light, lang)));
        parts.extend(account.map(|account| lines::account(account, lang)));
        let reason = session.reason(task.id, lang).unwrap_or_default();
        let facts = Facts {
            rows: vec![task.id],
            lead,
            support,
            due: due.map_or(Due::Missing, |day| Due::Stated(When::On(day, None))),
            light,
            account: account.map(|account| account.state),
            texts: vec![task.title.clone(), task.short.clone()],
            ..Facts::default()
        };
        let judged = json::joined(json::standing(light, &reason), json::account(account));
        let value = json::joined(json::listed(task, assigned), judged);
        Row { value, line: parts.join("  "), facts }
    };
    session.plan.tasks().map(of).collect()
}

fn targets(session: &Session, lang: Lang) -> Vec<Row> {
    let none = Verdict::default();
    let of = |target: &Target| {
        let verdict = session.verdicts.of(target.id).unwrap_or(&none);
        let reason = session.reason(target.id, lang).unwrap_or_default();
        let assigned = session.assignment(target.id);
        let facts = Facts {
            rows: vec![target.id],
            lead: assigned.map(|assigned| assigned.lead.clone()).unwrap_or_default(),
            support: assigned.map(|assigned| assigned.support.clone()).unwrap_or_default(),
            due: target.due.map_or(Due::Missing, |day| Due::Stated(When::On(day, None))),
            light: verdict.light,
            texts: vec![target.metric.clone(), target.short.clone()],
            ..Facts::default()
        };
        Row {
            value: json::measured(target, verdict, &reason),
            line: lines::target(session, target, lang),
            facts,
        }
    };
    session.plan.targets().map(of).collect()
}

/// The same under a rule that somebody asked for: each row says what the plan's own rule says of it,
/// and the rows that flip are counted.
fn rejudged(session: &Session, lang: Lang) -> (Vec<Row>, String) {
    let usual = Rule::of(&session.plan);
    let grounds = Grounds { rule: &usual, ..session.grounds() };
    let mut rows = targets(session, lang);
    let mut flips = 0;
    for (row, target) in rows.iter_mut().zip(session.plan.targets()) {
        let before = judge::target(&grounds, target).light;
        let now = session.verdicts.of(target.id).and_then(|verdict| verdict.light);
        let named = json::field("light_before", json::light(before));
        row.value = json::joined(std::mem::take(&mut row.value), named);
        if before == now {
            continue;
        }
        flips += 1;
        let word = |light: Option<Light>| light.map_or("-", |light| light.word().text(lang));
        let light = now.map_or_else(|| word(now).to_owned(), |now| lines::marked(now, lang));
        let (usual, before) = (usual.shown(lang).to_owned(), word(before).to_owned());
        let flipped = Ruled::Flipped { light, usual, before }.text(lang);
        row.line = lines::judged_target(session, target, &flipped, lang);
    }
    let (rule, usual) = (session.rule.shown(lang).to_owned(), usual.shown(lang).to_owned());
    (rows, Ruled::Flips { count: flips.to_string(), rule, usual }.text(lang))
}

fn decisions(session: &Session, lang: Lang) -> Vec<Row> {
    let state = session.state();
    let of = |entry: &catalogue::Entry| {
        let made = state.ledger.decisions.get(&entry.id)?;
        let now = state.standing(&entry.id)?;
        let reason = session.reason_of(&entry.id, lang).unwrap_or_default();
        let judged = Judged { light: entry.facts.light, reason: &reason };
        let issued = json::sheets(state.issued(&About::Decision(entry.id.clone())));
        Some(Row {
            value: json::joined(json::decision(&entry.id, made, &now, &judged), issued),
            line: lines::decision(session, &entry.id, lang).unwrap_or_default(),
            facts: entry.facts.clone(),
        })
    };
    Catalogue::new(session).entries().iter().filter_map(of).collect()
}

fn readings(session: &Session, lang: Lang) -> Vec<Row> {
    let state = session.state();
    let numbers = catalogue::numbers(session);
    let mut rows = Vec::new();
    for target in session.plan.targets() {
        for (id, reading) in state.readings(target.id) {
            let period = sentence::months(reading.period, lang);
            let (metric, value) = (&target.metric, target.measured(reading.value));
            let mut line = format!("{id}  {} {metric}  {period}  {value}", target.id);
            if !reading.written.is_empty() {
                let written = Printed::Written { figure: reading.written.clone() }.text(lang);
                line = format!("{line}  {written}");
            }
            let corrected = state.is_corrected(id);
            if corrected {
                line = format!("{line}  {}", Sign::Corrected.text(lang));
            }
            let facts = Facts {
                held: Some(id.snapshot.clone()),
                meeting: numbers.get(&id.snapshot).cloned(),
                record: Some(id.clone()),
                rows: vec![target.id],
                others: reading.from.iter().cloned().collect(),
                source: reading.source.clone(),
                texts: vec![metric.clone(), target.short.clone()],
                ..Facts::default()
            };
            let corrected = json::field("corrected", corrected.into());
            let value = json::joined(json::reading(id, target, &reading), corrected);
            rows.push(Row { value, line, facts });
        }
    }
    rows
}

fn offices(session: &Session, lang: Lang) -> Vec<Row> {
    let state = session.state();
    let roster = &session.plan.roster;
    // What a dissolved office had to do is counted under whoever took it over.
    let open = |key: &OfficeKey| {
        let has =
            |party: &Party| party.key().is_some_and(|named| roster.present_office(named) == key);
        let standing = state.ledger.decisions.keys().filter_map(|id| state.standing(id));
        standing.filter(|now| !now.is_over() && now.lead.iter().any(has)).count()
    };
    let of = |(key, office): (&OfficeKey, &Office)| {
        let count = open(key);
        let mut parts = vec![format!("{:<6}  {}", key.as_str(), office.short), office.full.clone()];
        if count > 0 {
            parts.push(Printed::OpenCount { count: count.to_string() }.text(lang));
        }
        let party = Party::Office { key: key.clone(), name: office.short.clone() };
        let texts = [vec![office.full.clone()], office.aliases.clone()].concat();
        let facts = Facts { others: vec![party], texts, ..Facts::default() };
        Row { value: json::office(key, office, count), line: parts.join("  "), facts }
    };
    roster.in_order().into_iter().map(of).collect()
}

fn meeting(session: &Session, line: &log::Line, lang: Lang) -> Row {
    let id = line.held.id();
    let titles = line.held.meeting().map(|meeting| [meeting.series.clone(), meeting.title.clone()]);
    let facts = Facts {
        meeting: catalogue::numbers(session).get(&id).cloned(),
        held: Some(id.clone()),
        texts: titles.into_iter().flatten().collect(),
        ..Facts::default()
    };
    Row { value: log::value(session, line), line: log::said(session, line, lang), facts }
}
