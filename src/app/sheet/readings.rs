//! 报数表: readings from a table.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::{Change, Columns, Fault, Named, Understood, Wrong, clean, named, place};
use crate::app::Session;
use crate::app::entry::Meaning;
use crate::app::submit;
use crate::format::sheet::{Row, Sheet};
use crate::judge::light::latest_reading;
use crate::ledger::{Reading, sentence};
use crate::plan::{Found, Party, Place, Span, Target};
use crate::words::{BadRow, BadSheet, Heading, Lang, Mark, Notice, SheetSays};

/// The columns of a table of readings. What the template tells the office is passed over, but for the
/// name of the target.
const COLUMNS: [Named; 9] = [
    (Heading::Id, &["目标编号", "序号编号", "no", "no."]),
    (Heading::Metric, &["指标", "指标名称", "metric"]),
    (Heading::Value, &["数值", "报数", "本期数", "完成数", "reading"]),
    (Heading::Unit, &["单位", "unit of measure"]),
    (Heading::Period, &["月份", "期间", "报告期", "period"]),
    (Heading::From, &["报送单位", "填报单位", "from"]),
    (Heading::Source, &["数据来源"]),
    (Heading::Reason, &["原因", "备注", "note"]),
    (Heading::Preliminary, &["快报数"]),
];

/// What a table of readings would record.
///
/// # Errors
/// Why it is no table of readings.
pub fn understood(
    session: &Session,
    sheet: &Sheet,
    lang: Lang,
) -> Result<Understood<Reading>, BadSheet> {
    let columns = Columns::find(sheet, &COLUMNS, &[Heading::Id, Heading::Value])?;
    let mut found = Understood::default();
    let mut seen: BTreeMap<(Place, Span), usize> = BTreeMap::new();
    for row in sheet.rows.iter().skip(1) {
        let line = row.line;
        match change(session, &columns, row, lang) {
            Ok(None) => found.blank += 1,
            Ok(Some(change)) => {
                let key = (change.place, change.now.period);
                if let Some(first) = seen.insert(key, line) {
                    let (id, first) = (change.place.to_string(), first.to_string());
                    let what = Wrong::Row(BadRow::Twice { id, first });
                    found.faults.push(Fault { line, what });
                } else if stands(session, change.place, &change.now) {
                    found.unchanged += 1;
                } else {
                    found.changes.push(change);
                }
            }
            Err(what) => found.faults.push(Fault { line, what }),
        }
    }
    Ok(found)
}

/// What stands now, and what would: `240亿元（1—7月） -> 305亿元（1—8月）`.
pub fn told(session: &Session, change: &Change<Reading>, lang: Lang) -> String {
    let target = target(session, change.place);
    let unit = target.map_or("", |target| target.unit.as_str());
    let told = |reading: &Reading| {
        let months = sentence::months(reading.period, lang);
        format!("{}{unit}（{months}）", reading.value)
    };
    let was = latest_reading(session.state(), change.place).map(|(_, reading)| told(reading));
    SheetSays::Change {
        row: named(session.plan.find(change.place), change.place),
        was: was.unwrap_or_else(|| Mark::None.text(lang).to_owned()),
        now: told(&change.now),
    }
    .text(lang)
}

fn change(
    session: &Session,
    columns: &Columns,
    row: &Row,
    lang: Lang,
) -> Result<Option<Change<Reading>>, Wrong> {
    columns.check(row).map_err(Wrong::Row)?;
    let cell = |heading| columns.cell(row, heading);
    let value: String = cell(Heading::Value).split_whitespace().collect();
    if value.is_empty() {
        return Ok(None);
    }
    if cell(Heading::Id).is_empty() {
        return Err(Wrong::Row(BadRow::NoId));
    }
    let place =
        place(&session.plan, cell(Heading::Id), cell(Heading::Metric)).map_err(Wrong::Row)?;
    let target = target(session, place)
        .ok_or_else(|| Wrong::Cell(Notice::NoTarget { id: place.to_string() }))?;
    let unit: String = cell(Heading::Unit).split_whitespace().collect();
    let typed = with_unit(&value, &unit, target);
    let period = period(cell(Heading::Period));
    let line = format!("{}={typed} {period}", target.id);
    let understood = submit::understood_on(session, &[], &line);
    let mut reading = match understood.meaning {
        Meaning::Readings(readings) => readings.into_iter().next().map(|(_, reading)| reading),
        Meaning::Refused(why) => return Err(Wrong::Cell(why)),
        _ => None,
    }
    .ok_or_else(|| Wrong::Cell(Notice::NotANumber { text: value.clone() }))?;
    if !period.is_empty() && !reading.source.is_empty() {
        return Err(Wrong::Cell(Notice::NotAPeriod { text: cell(Heading::Period).into() }));
    }
    let mut cautions: Vec<String> = understood.cautions.iter().map(|c| c.text(lang)).collect();
    reading.source = clean(cell(Heading::Source));
    reading.reason = clean(cell(Heading::Reason));
    reading.preliminary = is_yes(cell(Heading::Preliminary));
    reading.from = from(session, cell(Heading::From), &mut cautions, lang);
    Ok(Some(Change { line: row.line, place: target.id, now: reading, cautions }))
}

fn target(session: &Session, place: Place) -> Option<&Target> {
    match session.plan.find(place)? {
        Found::Target(target) => Some(target),
        _ => None,
    }
}

/// The unit of its own column counts, unless the value brings one along.
fn with_unit(value: &str, unit: &str, target: &Target) -> String {
    let bare = value.ends_with(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
    if bare && !unit.is_empty() && unit != target.unit {
        format!("{value}{unit}")
    } else {
        value.to_owned()
    }
}

/// The months as the line takes them. Spreadsheets make days of months: 2023/8/1, Aug-23.
fn period(cell: &str) -> String {
    let plain: String = cell.split_whitespace().collect::<String>();
    let ascii: String = plain.chars().map(crate::app::key::twin).collect();
    if ascii.len() <= 2 && ascii.parse::<u8>().is_ok() {
        return format!("{ascii}月");
    }
    let day = ["%Y/%m/%d", "%Y-%m-%d"]
        .iter()
        .find_map(|form| NaiveDate::parse_from_str(&ascii, form).ok())
        .or_else(|| NaiveDate::parse_from_str(&format!("{ascii}/1"), "%Y/%m/%d").ok())
        .or_else(|| NaiveDate::parse_from_str(&format!("1-{ascii}"), "%d-%b-%y").ok());
    day.map_or(plain, |day| format!("{}年{}月", day.year(), day.month()))
}

fn is_yes(cell: &str) -> bool {
    let yes = [Lang::Zh, Lang::En].map(|lang| Mark::Yes.text(lang));
    yes.contains(&cell) || matches!(cell, "1" | "y" | "Y" | "√" | "快报")
}

fn from(session: &Session, cell: &str, cautions: &mut Vec<String>, lang: Lang) -> Option<Party> {
    let name = clean(cell);
    if name.is_empty() {
        return None;
    }
    let party = Party::named(&name, &session.plan.roster);
    if party.key().is_none() {
        cautions.push(SheetSays::OutsideRoster { name }.text(lang));
    }
    Some(party)
}

/// Whether the same months have the same value already.
fn stands(session: &Session, target: Place, now: &Reading) -> bool {
    let state = session.state();
    let all = state.ledger.readings.get(&target).into_iter().flat_map(|all| all.iter());
    let same = all.filter(|(_, reading)| reading.period == now.period);
    let newest = same.max_by_key(|(id, _)| state.meetings.order(id));
    newest.is_some_and(|(_, was)| was.value == now.value && was.preliminary == now.preliminary)
}
