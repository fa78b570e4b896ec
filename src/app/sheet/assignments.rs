//! 分工: who has which row, from a table.

use std::collections::BTreeMap;

use super::{Change, Columns, Fault, Named, Understood, Wrong, clean, named, place};
use crate::app::Session;
use crate::app::division::{Column, shown};
use crate::app::submit;
use crate::format::sheet::{Row, Sheet};
use crate::ledger::Assignment;
use crate::plan::place::Level;
use crate::plan::{Party, Place};
use crate::words::{BadRow, BadSheet, Heading, Lang, Mark, Notice, SheetSays};

const COLUMNS: [Named; 7] = [
    (Heading::Id, &["任务编号", "no", "no."]),
    (Heading::Title, &["任务", "目标任务", "具体措施", "title"]),
    (Heading::Sponsor, &["分管领导", "责任领导"]),
    (Heading::Lead, &["牵头单位"]),
    (Heading::Support, &["配合单位", "责任单位"]),
    (Heading::Person, &["经办人"]),
    (Heading::Due, &["完成时限", "办结时限"]),
];

/// What a table of assignments would record. An empty cell leaves what stands; 无 takes it away.
///
/// # Errors
/// Why it is no table of assignments.
pub fn understood(
    session: &Session,
    sheet: &Sheet,
    lang: Lang,
) -> Result<Understood<Assignment>, BadSheet> {
    let columns = Columns::find(sheet, &COLUMNS, &[Heading::Id, Heading::Lead])?;
    let mut found = Understood::default();
    let mut seen: BTreeMap<Place, usize> = BTreeMap::new();
    for row in sheet.rows.iter().skip(1) {
        let line = row.line;
        match change(session, &columns, row, lang) {
            Ok(None) => found.blank += 1,
            Ok(Some(change)) => {
                if let Some(first) = seen.insert(change.place, line) {
                    let (id, first) = (change.place.to_string(), first.to_string());
                    let what = Wrong::Row(BadRow::Twice { id, first });
                    found.faults.push(Fault { line, what });
                } else if stands(session, &change) {
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

/// Who has a row now, and who would.
pub fn told(session: &Session, change: &Change<Assignment>, lang: Lang) -> String {
    let told = |now: &Assignment| {
        let cells = Column::ALL.iter().filter_map(|column| {
            let text = shown(Some(now), *column);
            (!text.is_empty()).then(|| format!("{} {text}", column.label().text(lang)))
        });
        cells.collect::<Vec<_>>().join(" ")
    };
    let was = session.assignment(change.place).map(told).filter(|was| !was.is_empty());
    SheetSays::Change {
        row: named(session.plan.find(change.place), change.place),
        was: was.unwrap_or_else(|| SheetSays::Nobody.text(lang)),
        now: told(&change.now),
    }
    .text(lang)
}

fn change(
    session: &Session,
    columns: &Columns,
    row: &Row,
    lang: Lang,
) -> Result<Option<Change<Assignment>>, Wrong> {
    columns.check(row).map_err(Wrong::Row)?;
    let cell = |heading| columns.cell(row, heading);
    let fields = [Heading::Sponsor, Heading::Lead, Heading::Support, Heading::Person, Heading::Due];
    if fields.iter().all(|field| cell(*field).is_empty()) {
        return Ok(None);
    }
    if cell(Heading::Id).is_empty() {
        return Err(Wrong::Row(BadRow::NoId));
    }
    let place =
        place(&session.plan, cell(Heading::Id), cell(Heading::Title)).map_err(Wrong::Row)?;
    if place.level() == Level::Section {
        return Err(Wrong::Row(BadRow::SectionRow { id: place.to_string() }));
    }
    let since = session.base_day();
    let was = session.assignment(place).cloned().unwrap_or_else(|| Assignment::since(since));
    let mut now = Assignment { since, ..was };
    let mut cautions = Vec::new();
    let mut parties = |heading: Heading, was: &mut Vec<Party>| match cell(heading) {
        "" => {}
        none if is_none(none) => was.clear(),
        names => *was = named_in(session, names, &mut cautions, lang),
    };
    parties(Heading::Lead, &mut now.lead);
    parties(Heading::Support, &mut now.support);
    let text = |heading: Heading, was: &mut String| match cell(heading) {
        "" => {}
        none if is_none(none) => was.clear(),
        text => *was = clean(text),
    };
    text(Heading::Sponsor, &mut now.sponsor);
    text(Heading::Person, &mut now.person);
    match cell(Heading::Due) {
        "" => {}
        none if is_none(none) => now.due = None,
        typed => {
            let day = submit::meant_day(session, &typed.replace('/', "-"));
            let wrong = || Wrong::Cell(Notice::NotADate { text: typed.into() });
            now.due = Some(day.ok_or_else(wrong)?);
        }
    }
    Ok(Some(Change { line: row.line, place, now, cautions }))
}

/// Whether a cell says that there is nobody and nothing.
fn is_none(cell: &str) -> bool {
    let none = [Lang::Zh, Lang::En].map(|lang| Mark::None.text(lang));
    none.contains(&cell) || matches!(cell, "-" | "—" | "－" | "/")
}

fn named_in(session: &Session, names: &str, cautions: &mut Vec<String>, lang: Lang) -> Vec<Party> {
    let between = |c: char| "、,，;；".contains(c);
    let known = |name: &str| session.names().exact(name).is_some();
    let mut parties: Vec<Party> = Vec::new();
    let names = clean(names);
    for name in names.split(between).flat_map(|part| session.names().in_words(part, known)) {
        let party = Party::named(name, &session.plan.roster);
        if party.key().is_none() {
            cautions.push(SheetSays::OutsideRoster { name: name.to_owned() }.text(lang));
        }
        if !parties.contains(&party) {
            parties.push(party);
        }
    }
    parties
}

fn stands(session: &Session, change: &Change<Assignment>) -> bool {
    let was = session.assignment(change.place).cloned();
    was.is_some_and(|was| Assignment { since: was.since, ..change.now.clone() } == was)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::rehearsal::between;
    use crate::format::sheet;

    /// What one line below a heading leads to.
    fn line(line: &str) -> String {
        let text = format!("编号,事项,牵头领导,牵头,配合,责任人,时限\n{line}\n");
        let session = between();
        let sheet = sheet::read(text.as_bytes()).unwrap();
        let found = understood(&session, &sheet, Lang::Zh).unwrap();
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
    fn a_line_is_an_assignment_or_says_why_not() {
        let was = "1.2 招商引资  牵头 投促局 配合 发改局、经开区、临空办";
        for (typed, meant) in [
            ("1.2,招商引资,,投促局,,,", "blank 0 unchanged 1".to_owned()),
            ("1.2,招商引资,,,,,", "blank 1 unchanged 0".into()),
            ("1.2,,,投促局,发改局,,", format!("{was} -> 牵头 投促局 配合 发改局")),
            ("1.2,,,,无,,", format!("{was} -> 牵头 投促局")),
            (
                "1.2,,分管副区长,,,,2023/10/31",
                format!(
                    "{was} -> 牵头领导 分管副区长 牵头 投促局 配合 发改局、经开区、临空办 时限 2023-10-31"
                ),
            ),
            (
                "2.1,,,商务局,,,10月底",
                "2.1 现代服务业  未分工 -> 牵头 商务局 时限 2023-10-31".into(),
            ),
            (
                "2.1,,,神秘局,,,",
                "2.1 现代服务业  未分工 -> 牵头 神秘局；“神秘局”不在名册，按名册外记".into(),
            ),
            ("2.1,,,商务局,,,改天", "第2行：“改天”不是日期；请写 2023-09-15、9-15 或 0915".into()),
            ("2,,,商务局,,,", "第2行：2 是方面；分工请写到任务或措施".into()),
            ("9.1,,,商务局,,,", "第2行：没有 9.1 这一项；编号请照模板，不要改".into()),
            (
                "2.1,招商引资,,商务局,,,",
                "第2行：2.1 是“现代服务业”，这一行写的是“招商引资”；请核对是不是错行".into(),
            ),
        ] {
            assert_eq!(line(typed), meant, "{typed}");
        }
        let twice = line("2.1,,,商务局,,,\n2.1,,,发改局,,,");
        assert!(twice.ends_with("第3行：2.1 与第2行重复；请留一行"), "{twice}");
    }
}
