//! Lists: every record of a kind, or those that all filters let through.
//!
//! A filter is a word: `牵头:投促局`, `lead:tcj`, a light or a stage in either language, a row's
//! number, or any text that the line shows; `!` before it means except.

use super::hand::look;
use super::layout::page;
use super::{Answer, lines, log, name};
use crate::app::Session;
use crate::format::csv;
use crate::format::json::{self, Value};
use crate::judge::Light;
use crate::judge::light::{latest_reading, of_decision, of_target};
use crate::ledger::{About, Decision, Stage, sentence};
use crate::plan::{Office, OfficeKey, Party, Place, Target, Task};
use crate::shell::args::{Format, Listed, Settings};
use crate::shell::book::Book;
use crate::shell::failure::Failure;
use crate::words::printed::{Filter, Printed};
use crate::words::{Lang, Sign};

/// One line of a list.
struct Row {
    /// For programs.
    value: Value,
    /// For people.
    line: String,
    /// Where in the plan it belongs.
    places: Vec<Place>,
    /// What the words of a filter may be.
    marks: Vec<(Filter, String)>,
}

/// `list KIND [FILTER…]`
pub fn list(settings: &Settings, kind: Listed, filters: &[String]) -> Result<Answer, Failure> {
    let book = look(settings)?;
    let mut rows = rows(&book, kind, settings)?;
    rows.retain(|row| filters.iter().all(|filter| passes(row, filter, &book.session)));
    let no = rows.is_empty() && !filters.is_empty();
    let text = match settings.format {
        Format::Json => json::text(&json::array(rows.into_iter().map(|row| row.value).collect())),
        Format::Csv => csv::table(&rows.into_iter().map(|row| row.value).collect::<Vec<_>>()),
        Format::Text => {
            page(&rows.into_iter().map(|row| row.line).collect::<Vec<_>>(), settings.width)
        }
    };
    Ok(Answer { text, told: book.told, no })
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

/// Whether a row has what a filter asks for, or has it not when a mark of exclamation stands first.
fn passes(row: &Row, filter: &str, session: &Session) -> bool {
    if let Some(except) = filter.strip_prefix(['!', '！']) {
        return !passes(row, except, session);
    }
    if let Some((key, wanted)) = filter.split_once([':', '：'])
        && let Some(key) = filter_named(key)
    {
        let wanted = office(wanted, session);
        return row.marks.iter().any(|(of, mark)| *of == key && *mark == wanted)
            || key == Filter::Row && within(row, &wanted);
    }
    // The number of a row means that row, wherever else its digits stand.
    let place = name::plain(filter).parse::<Place>();
    if place.is_ok_and(|place| session.plan.find(place).is_some()) {
        return within(row, filter);
    }
    row.marks.iter().any(|(_, mark)| mark == filter) || row.line.contains(filter)
}

fn within(row: &Row, text: &str) -> bool {
    let place = name::plain(text).parse::<Place>();
    place.is_ok_and(|place| row.places.iter().any(|own| own.is_within(place)))
}

fn filter_named(text: &str) -> Option<Filter> {
    [
        Filter::Lead,
        Filter::Support,
        Filter::Office,
        Filter::Stage,
        Filter::Light,
        Filter::Meeting,
        Filter::Row,
    ]
    .into_iter()
    .find(|filter| [Lang::Zh, Lang::En].iter().any(|lang| filter.text(*lang) == text))
}

/// The name under which rows know an office; every other word as it is.
fn office(name: &str, session: &Session) -> String {
    Party::named(name, &session.plan.roster).name().to_owned()
}

fn tasks(session: &Session, lang: Lang) -> Vec<Row> {
    let of = |task: &Task| {
        let assigned = session.assignment(task.id);
        let (lead, support) = assigned.map_or((Vec::new(), Vec::new()), |assigned| {
            (assigned.lead.clone(), assigned.support.clone())
        });
        let mut parts = vec![format!("{:<4}  {}", task.id.to_string(), task.title)];
        parts.extend(lines::people(&lead, &support, lang));
        parts.extend(lines::sheets(session, &About::Row(session.plan.row(task.id)), lang));
        Row {
            value: json::listed(task, assigned),
            line: parts.join("  "),
            places: vec![task.id],
            marks: party_marks(&lead, &support),
        }
    };
    session.plan.tasks().map(of).collect()
}

fn targets(session: &Session, lang: Lang) -> Vec<Row> {
    let state = session.state();
    let of = |target: &Target| {
        let latest = latest_reading(state, target.id).map(|(_, reading)| reading);
        let light = of_target(state, target);
        Row {
            value: json::measured(target, latest.as_deref(), light),
            line: lines::target(session, target, lang),
            places: vec![target.id],
            marks: light.map_or_else(Vec::new, light_marks),
        }
    };
    session.plan.targets().map(of).collect()
}

fn decisions(session: &Session, lang: Lang) -> Vec<Row> {
    let state = session.state();
    let mut rows = Vec::new();
    for (id, made) in state.in_order(&state.ledger.decisions) {
        let Some(now) = state.standing(id) else { continue };
        let light = of_decision(&now, session.today);
        let mut marks = party_marks(&now.lead, &now.support);
        marks.extend(stage_marks(now.stage));
        marks.extend(light_marks(light));
        marks.push((Filter::Meeting, id.snapshot.to_string()));
        let issued = json::sheets(state.issued(&About::Decision(id.clone())));
        let value = json::joined(json::decision(id, made, &now, light), issued);
        let line = lines::decision(session, id, lang).unwrap_or_default();
        rows.push(Row { value, line, places: places(made), marks });
    }
    rows
}

/// A stage in every word by which people ask for it.
fn stage_marks(stage: Stage) -> Vec<(Filter, String)> {
    let words = [stage.code(), stage.word().text(Lang::Zh), stage.word().text(Lang::En)];
    words.map(|word| (Filter::Stage, word.to_owned())).to_vec()
}

/// A light in every word by which people ask for it.
fn light_marks(light: Light) -> Vec<(Filter, String)> {
    let words = [light.code(), light.word().text(Lang::Zh), light.word().text(Lang::En)];
    words.map(|word| (Filter::Light, word.to_owned())).to_vec()
}

fn places(decision: &Decision) -> Vec<Place> {
    let place = |about: &About| match about {
        About::Row(row) => Some(row.place),
        About::Decision(_) => None,
    };
    decision.about.iter().filter_map(place).collect()
}

fn readings(session: &Session, lang: Lang) -> Vec<Row> {
    let state = session.state();
    let mut rows = Vec::new();
    for target in session.plan.targets() {
        for (id, reading) in state.readings(target.id) {
            let period = sentence::months(reading.period, lang);
            let (metric, value, unit) = (&target.metric, reading.value, &target.unit);
            let mut line = format!("{id}  {} {metric}  {period}  {value}{unit}", target.id);
            let corrected = state.is_corrected(id);
            if corrected {
                line = format!("{line}  {}", Sign::Corrected.text(lang));
            }
            let mut marks = vec![(Filter::Meeting, id.snapshot.to_string())];
            marks.extend(reading.from.iter().map(|from| (Filter::Office, from.name().to_owned())));
            let corrected = json::field("corrected", corrected.into());
            let value = json::joined(json::reading(id, target, &reading), corrected);
            rows.push(Row { value, line, places: vec![target.id], marks });
        }
    }
    rows
}

fn offices(session: &Session, lang: Lang) -> Vec<Row> {
    let state = session.state();
    let open = |key: &OfficeKey| {
        let has = |party: &Party| party.key() == Some(key);
        let standing = state.ledger.decisions.keys().filter_map(|id| state.standing(id));
        standing.filter(|now| !now.is_over() && now.lead.iter().any(has)).count()
    };
    let of = |(key, office): (&OfficeKey, &Office)| {
        let count = open(key);
        let mut parts = vec![format!("{:<6}  {}", key.as_str(), office.short), office.full.clone()];
        if count > 0 {
            parts.push(Printed::OpenCount { count: count.to_string() }.text(lang));
        }
        let line = parts.join("  ");
        let marks = vec![(Filter::Office, office.short.clone())];
        Row { value: json::office(key, office, count), line, places: Vec::new(), marks }
    };
    session.plan.roster.in_order().into_iter().map(of).collect()
}

fn meeting(session: &Session, line: &log::Line, lang: Lang) -> Row {
    Row {
        value: log::value(session, line),
        line: log::said(session, line, lang),
        places: Vec::new(),
        marks: vec![(Filter::Meeting, line.held.id().to_string())],
    }
}

fn party_marks(lead: &[Party], support: &[Party]) -> Vec<(Filter, String)> {
    let mark = |filter: Filter| move |party: &Party| (filter, party.name().to_owned());
    let mut marks: Vec<_> = lead.iter().map(mark(Filter::Lead)).collect();
    marks.extend(support.iter().map(mark(Filter::Support)));
    marks.extend(lead.iter().chain(support).map(mark(Filter::Office)));
    marks
}
