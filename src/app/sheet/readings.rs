//! 报数表: readings from a table.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::{Change, Columns, Fault, Named, Understood, Wrong, clean, named, place};
use crate::app::Session;
use crate::app::entry::Meaning;
use crate::app::submit;
use crate::format::sheet::{Row, Sheet};
use crate::judge::latest_reading;
use crate::ledger::{Reading, sentence};
use crate::plan::{Found, Number, Party, Place, Span, Target};
use crate::words::joint::Aside;
use crate::words::{BadRow, BadSheet, Caution, Heading, Lang, Mark, Notice, SheetSays};

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
    let amount =
        |value: Number| target.map_or_else(|| value.to_string(), |target| target.measured(value));
    let told = |reading: &Reading| {
        let months = sentence::months(reading.period, lang);
        Aside::Beside { text: amount(reading.value), aside: months }.text(lang)
    };
    let was = latest_reading(session.state(), change.place).map(|(_, reading)| told(&reading));
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
    let mut cautions = cautions(&understood.cautions, cell(Heading::Reason), lang);
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

/// What is odd about a figure; why it fell is asked for only where its column says nothing.
fn cautions(found: &[Caution], reason: &str, lang: Lang) -> Vec<String> {
    let said = found.iter().filter_map(|caution| match caution {
        Caution::SayWhy => reason.is_empty().then_some(&Caution::SayWhyHere),
        other => Some(other),
    });
    said.map(|caution| caution.text(lang)).collect()
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::app::rehearsal::between;
    use crate::app::sheet::template;
    use crate::format::sheet;

    fn read(text: &str) -> Result<Understood<Reading>, BadSheet> {
        let sheet = sheet::read(text.as_bytes())?;
        understood(&between(), &sheet, Lang::Zh)
    }

    /// What one line below a heading leads to: what would be recorded with its cautions, or what is
    /// wrong.
    fn line(line: &str) -> String {
        let text = format!("编号,目标,本期,截至,计量单位,报数单位,来源,说明,快报\n{line}\n");
        let found = read(&text).unwrap();
        let session = between();
        let changes = found.changes.iter().map(|change| {
            let told = told(&session, change, Lang::Zh);
            [vec![told], change.cautions.clone()].concat().join("；")
        });
        let faults = found.faults.iter().map(|fault| fault.text(Lang::Zh));
        let said: Vec<String> = changes.chain(faults).collect();
        match said.as_slice() {
            [] => format!("blank {} unchanged {}", found.blank, found.unchanged),
            said => said.join(" | "),
        }
    }

    #[test]
    fn a_line_is_a_reading_or_says_why_not() {
        for (typed, meant) in [
            ("1.2/1,签约额,305,8月", "1.2/1 签约额  240亿元（1—7月） -> 305亿元（1—8月）"),
            ("1.2/1,,305,", "1.2/1 签约额  240亿元（1—7月） -> 305亿元（1—8月）"),
            ("1.2/1,,305,8", "1.2/1 签约额  240亿元（1—7月） -> 305亿元（1—8月）"),
            ("1.2/1,,305,2023/8/1", "1.2/1 签约额  240亿元（1—7月） -> 305亿元（1—8月）"),
            ("1.2/1,,305,Aug-23", "1.2/1 签约额  240亿元（1—7月） -> 305亿元（1—8月）"),
            (
                "１．２／１,签 约 额,３０５,１—８月",
                "1.2/1 签约额  240亿元（1—7月） -> 305亿元（1—8月）",
            ),
            ("'1.2/1,,\"1,305\",8月", "1.2/1 签约额  240亿元（1—7月） -> 1305亿元（1—8月）"),
            ("1.2/2,,88.6,7月", "blank 0 unchanged 1"),
            ("1.2/1,签约额,,8月", "blank 1 unchanged 0"),
            (",,305,8月", "第2行：有数没有编号；请照模板补上编号"),
            ("1.2/1,,三百,8月", "第2行：“三百”不是数；请写 305、23.9 或 305亿"),
            ("1.2/1,,=1+1,8月", "第2行：“=1+1”不是数；请写 305、23.9 或 305亿"),
            ("1.2/1,,305,13月", "第2行：“13月”不是月份；请写 8月 或 2023-01..2023-08"),
            ("9.9/1,,305,8月", "第2行：没有 9.9/1 这一项；编号请照模板，不要改"),
            ("临空,,305,8月", "第2行：没有 临空 这一项；编号请照模板，不要改"),
            ("1.2,,305,8月", "第2行：1.2 没有目标，不能记报数；请写有目标的行，如 1.2/1"),
            (
                "1.2/1,固定资产投资,305,8月",
                "第2行：1.2/1 是“签约额”，这一行写的是“固定资产投资”；请核对是不是错行",
            ),
            ("1.2/1,,\"305\n306\",8月", "第2行：“本期”这一格里有换行；请去掉"),
            (
                "1.2/2,,3200,8月",
                "1.2/2 实际利用内资  88.6亿元（1—7月） -> 3200亿元（1—8月）；\
                 与上次的 88.6亿元 相差十倍，请核对单位",
            ),
            (
                "1.2/1,,3050000,8月,万元",
                "1.2/1 签约额  240亿元（1—7月） -> 305亿元（1—8月）；3050000万元 记为 305亿元",
            ),
            (
                "1.2/1,,305,8月,,神秘局",
                "1.2/1 签约额  240亿元（1—7月） -> 305亿元（1—8月）；“神秘局”不在名册，按名册外记",
            ),
            (
                "1.2/1,,200,8月",
                "1.2/1 签约额  240亿元（1—7月） -> 200亿元（1—8月）；累计数比上次的 240亿元 少；请写明原因",
            ),
            (
                "1.2/1,,200,8月,,,,合同核减",
                "1.2/1 签约额  240亿元（1—7月） -> 200亿元（1—8月）；累计数比上次的 240亿元 少",
            ),
        ] {
            assert_eq!(line(typed), meant, "{typed}");
        }
    }

    #[test]
    fn what_stands_beside_the_value_is_kept() {
        let found = line_of("1.2/1,,305,8月,,投促局,统计 月报,\u{1b}[31m红,是");
        assert_eq!(found.from.map(|from| from.to_string()).as_deref(), Some("投促局"));
        assert_eq!((found.source.as_str(), found.reason.as_str()), ("统计 月报", "[31m红"));
        assert!(found.preliminary);
    }

    fn line_of(line: &str) -> Reading {
        let text = format!("编号,目标,本期,截至,计量单位,报数单位,来源,说明,快报\n{line}\n");
        read(&text).unwrap().changes.remove(0).now
    }

    #[test]
    fn one_target_has_one_reading_of_the_same_months() {
        let found = read("id,value,through\n1.2/1,305,8\n1.2/1,310,8\n1.2/1,300,7\n").unwrap();
        let lines: Vec<usize> = found.changes.iter().map(|change| change.line).collect();
        assert_eq!(lines, [2, 4]);
        assert_eq!(found.faults[0].text(Lang::Zh), "第3行：1.2/1 与第2行重复；请留一行");
    }

    #[test]
    fn a_table_of_something_else_is_none_of_readings() {
        for (text, why) in [
            ("甲,乙\n1,2\n", "第1行里没有这些列：编号 id、本期 value"),
            ("编号,本期,本期\n1,2,3\n", "第1行有两列都叫“本期”"),
            ("编号,本期,数值\n1,2,3\n", "第1行有两列都叫“本期”"),
        ] {
            let said = read(text).map(|_| ()).unwrap_err().text(Lang::Zh);
            assert!(said.starts_with(why), "{said}");
        }
    }

    #[test]
    fn a_template_that_is_filled_in_is_taken_back() {
        let session = between();
        for lang in [Lang::Zh, Lang::En] {
            let all = template::of(&session, None, lang);
            assert_eq!(all.count, session.plan.targets().count());
            let filled: Vec<String> = all
                .text
                .lines()
                .enumerate()
                .map(|(at, line)| match (at, line.strip_suffix(",,,")) {
                    (0, _) | (_, None) => line.to_owned(),
                    (_, Some(line)) => format!("{line},1,月报,"),
                })
                .collect();
            let sheet = sheet::read(filled.join("\r\n").as_bytes()).unwrap();
            let found = understood(&session, &sheet, lang).unwrap();
            assert_eq!(found.faults, [], "{lang:?}");
            assert_eq!(found.changes.len(), all.count);
            let untouched = sheet::read(all.text.as_bytes()).unwrap();
            let untouched = understood(&session, &untouched, lang).unwrap();
            assert_eq!((untouched.changes.len(), untouched.blank), (0, all.count));
        }
        let each = template::each(&session, Lang::Zh);
        let names: Vec<String> =
            each.iter().filter_map(|one| one.party.as_ref()).map(ToString::to_string).collect();
        assert_eq!(names, ["住建局", "投促局", "临空办"]);
    }

    proptest! {
        #[test]
        fn any_cells_are_understood_or_faulted(
            id in r"[0-9./]{0,6}|\PC{0,6}",
            value in r"-?[0-9.,]{0,8}(亿|万|%)?|\PC{0,8}",
            period in r"[0-9/-]{0,8}月?|\PC{0,8}",
        ) {
            let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
            let text = format!("编号,本期,截至\n{},{},{}\n", quoted(&id), quoted(&value), quoted(&period));
            if let Ok(found) = read(&text) {
                let all = found.changes.len() + found.faults.len() + found.blank + found.unchanged;
                prop_assert!(all <= 1);
            }
        }
    }
}
