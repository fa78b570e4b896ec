//! 议定事项清单: what a meeting decided, numbered through, with the seal under which it is filed.

use std::collections::BTreeMap;

use super::minutes::{Known, Telling};
use super::names::Names;
use super::sheet::{Cell, Column, Sheet};
use super::{Block, Level, Paper, minutes, said};
use crate::ledger::{Decision, Due, Meeting, RecordId, Seal};
use crate::plan::Party;
use crate::words::column::{Around, Cell as Word, Column as Heading};
use crate::words::paper::{Paper as Standing, PaperSays};

/// A meeting whose decisions are listed, and the seal of its file.
#[derive(Clone, Copy, Debug)]
pub struct Listed<'a> {
    /// The meeting.
    pub meeting: &'a Meeting,
    /// Its seal; none while it is open.
    pub seal: Option<&'a Seal>,
}

/// The list as a table, to be sorted and filtered.
pub fn sheet(on: Known, meetings: &[Listed]) -> Sheet {
    let lang = on.lang;
    let column = |heading: Heading, width| Column {
        heading: heading.text(lang).to_owned(),
        width,
        choices: Vec::new(),
    };
    let mut rows = Vec::new();
    for (id, made) in decisions(on, meetings) {
        let text = |text: String| Cell::text(text);
        rows.push(vec![
            text((rows.len() + 1).to_string()),
            text(id.to_string()),
            text(said::clean(made.for_papers())),
            text(parties(&made.lead, on) + assumed(made.lead_assumed, on)),
            text(parties(&made.support, on)),
            text(due(&made.due, on)),
            text(remarks(&made, on)),
        ]);
    }
    Sheet {
        lang,
        name: Around::DecisionsName.text(lang),
        title: title(on, meetings),
        about: String::new(),
        columns: vec![
            column(Heading::Nth, 4),
            column(Heading::Id, 9),
            column(Heading::Decision, 30),
            column(Heading::Lead, 10),
            column(Heading::Support, 14),
            column(Heading::DueBy, 9),
            column(Heading::Remark, 10),
        ],
        foot: foot(on, meetings, rows.len()),
        rows,
    }
}

/// The list as a paper.
pub fn paper(on: Known, meetings: &[Listed]) -> Paper {
    let lang = on.lang;
    let made = decisions(on, meetings);
    let mut names = Names::new(&on.plan.roster, lang);
    let (mut body, mut records) = (Vec::new(), BTreeMap::new());
    for (number, (id, decision)) in (1..).zip(&made) {
        let telling = Telling { state: on.state, day: id.snapshot.day(), lang };
        let text = minutes::sentence(telling, decision, &mut names);
        let text = match remarks(decision, on) {
            words if words.is_empty() => text,
            words => text + &PaperSays::Marked { words }.text(lang),
        };
        records.insert(body.len(), id.clone());
        body.push(Block::Item { level: Level::Third, number, text });
    }
    body.extend(foot(on, meetings, made.len()).into_iter().map(Block::Text));
    let day = meetings.last().and_then(|listed| listed.meeting.id.day());
    let day = day.map_or_else(String::new, |day| said::day(day, lang));
    body.push(Block::Signed { by: said::signature(on.plan), day });
    let rehearsal = on.plan.rehearsal.then(|| Standing::Rehearsal.text(lang).to_owned());
    Paper {
        lang,
        organ: said::clean(&on.plan.organ),
        title: title(on, meetings),
        standing: rehearsal.into_iter().collect(),
        body,
        records,
        ..Paper::default()
    }
}

/// Every decision of the meetings as it is known now, in the order in which they were made.
fn decisions(on: Known, meetings: &[Listed]) -> Vec<(RecordId, Decision)> {
    let all = &on.state.ledger.decisions;
    let of = |listed: &Listed| {
        let own = listed.meeting.id.record(0)..=listed.meeting.id.record(u32::MAX);
        all.range::<RecordId, _>(own)
            .filter_map(|(id, _)| Some((id.clone(), on.state.decision(id)?.into_owned())))
            .collect::<Vec<_>>()
    };
    meetings.iter().flat_map(of).collect()
}

fn title(on: Known, meetings: &[Listed]) -> String {
    let held: Vec<_> = meetings.iter().map(|listed| on.state.corrected(listed.meeting)).collect();
    let held: Vec<&Meeting> = held.iter().map(|meeting| &**meeting).collect();
    Around::DecisionsOf { meetings: minutes::called_all(&held, on.lang) }.text(on.lang)
}

fn foot(on: Known, meetings: &[Listed], count: usize) -> Vec<String> {
    let lang = on.lang;
    let count = match count {
        0 => Around::None,
        count => Around::Count { count: count.to_string() },
    };
    let seal = |listed: &Listed| match listed.seal {
        Some(seal) => {
            Around::Sealed { seal: format!("{} {}", listed.meeting.id, seal.short()) }.text(lang)
        }
        None => Around::Unsealed.text(lang),
    };
    std::iter::once(count.text(lang)).chain(meetings.iter().map(seal)).collect()
}

pub(super) fn parties(parties: &[Party], on: Known) -> String {
    let names: Vec<String> = parties.iter().map(|party| said::clean(party.name())).collect();
    said::listed(&names, on.lang)
}

pub(super) fn assumed(assumed: bool, on: Known) -> &'static str {
    if assumed { Word::Assumed.text(on.lang) } else { "" }
}

/// A due as a table says it: what is assumed says so.
pub(super) fn due(due: &Due, on: Known) -> String {
    match due {
        Due::Stated(when) => when.text(on.lang),
        Due::Assumed(when) => format!("{}{}", when.text(on.lang), assumed(true, on)),
        Due::Unsettled(words) => said::clean(words),
        Due::Missing => String::new(),
    }
}

fn remarks(made: &Decision, on: Known) -> String {
    let lang = on.lang;
    let words = [
        (made.pending, crate::words::State::Pending.text(lang)),
        (made.not_in_minutes, Word::NotInMinutes.text(lang)),
        (made.untracked, Word::Untracked.text(lang)),
    ];
    let said: Vec<String> =
        words.into_iter().filter(|(says, _)| *says).map(|(_, word)| word.to_owned()).collect();
    said::listed(&said, lang)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::tests::{plan, whole};
    use crate::papers::text;
    use crate::words::Lang;

    #[test]
    fn every_decision_is_listed_under_a_number_without_holes() {
        let (plan, state) = (plan(), whole());
        let known = Known { plan: &plan, state: &state, lang: Lang::Zh };
        let listed = [Listed { meeting: state.meeting().unwrap(), seal: None }];
        let list = sheet(known, &listed);
        let numbers: Vec<&str> = list.rows.iter().map(|row| row[0].text.as_str()).collect();
        assert_eq!(numbers, ["1", "2", "3", "4", "5", "6", "7"]);
        assert_eq!(list.title, "第4次重点工作调度会议定事项清单");
        let row: Vec<&str> = list.rows[3].iter().map(|cell| cell.text.as_str()).collect();
        let want = [
            "4",
            "2023-09-15/5",
            "说明资金缺口",
            "财政局（待确认）",
            "",
            "2023-10-20（待确认）",
            "",
        ];
        assert_eq!(row, want);
        assert_eq!(list.rows[5][6].text, "不入纪要");
        assert_eq!(list.foot, ["共7项。", "会议未散，尚未封存。"]);
        let seal: Seal = format!("sha256:{}", "0123456789abcdef".repeat(4)).parse().unwrap();
        let listed = [Listed { seal: Some(&seal), ..listed[0] }];
        let text = text::write(&paper(known, &listed));
        assert!(text.contains("存档封印：2023-09-15 0123 4567 89ab cdef"), "{text}");
        assert!(text.contains("　　6.不入纪要。（不入纪要）\n"), "{text}");
    }
}
