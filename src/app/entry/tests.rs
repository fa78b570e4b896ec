//! Lines and what they mean, on Friday 2023-09-15 in the fourth meeting, bound to 1.4.

use chrono::NaiveDate;

use super::*;
use crate::app::due::Base;
use crate::ledger::{Due, When};
use crate::words::Lang;

mod desk;
mod english;
mod laws;
mod lines;

use crate::app::due::tests::holidays;
pub(super) use desk::Desk;
pub(in crate::app) use desk::plan;

/// A meaning in one line: `议定 text | 牵头 A 配合 B 时限 …`. Assumed values stand in 〔〕.
pub(super) fn shown(meaning: &Meaning) -> String {
    let names = |all: &[Party]| all.iter().map(party).collect::<Vec<_>>().join(" ");
    match meaning {
        Meaning::Nothing => "空".into(),
        Meaning::Palette => "命令".into(),
        Meaning::Decision(decision) => decision_shown(decision),
        Meaning::Note(note) => format!("记 {} | {}", note.text, about(&note.about)),
        Meaning::Readings(all) => {
            let each = all.iter().map(|(place, reading)| reading_shown(*place, reading));
            format!("报数 {}", each.collect::<Vec<_>>().join("；"))
        }
        Meaning::WhichTarget { of, value } => format!("选目标 {of:?} {value}"),
        Meaning::Assign { rows, sponsor, lead, support, due } => {
            let due = due.map_or(String::new(), |due| format!(" 时限 {due}"));
            let sponsor = sponsor.as_ref().map_or(String::new(), |post| format!(" 领导 {post}"));
            format!("分工 {rows:?}{sponsor} 牵头 {} 配合 {}{due}", names(lead), names(support))
        }
        Meaning::Card(office) => format!("单位 {}", party(office)),
        Meaning::Bind(bind) => format!("绑定 {bind:?}"),
        Meaning::Refused(why) => format!("不收 {}", why.text(Lang::Zh)),
    }
}

fn party(party: &Party) -> String {
    match party {
        Party::Office { name, .. } | Party::Post { name, .. } => name.clone(),
        Party::Outside(name) => format!("{name}(外)"),
    }
}

fn about(about: &[About]) -> String {
    about.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

fn decision_shown(decision: &Decision) -> String {
    let names = |all: &[Party]| all.iter().map(party).collect::<Vec<_>>().join(" ");
    let mut text = format!("{} {} |", decision.kind.word().text(Lang::Zh), decision.text);
    let mut add = |label: &str, value: String| {
        if !value.is_empty() {
            text += " ";
            text += label;
            text += " ";
            text += &value;
        }
    };
    let lead = names(&decision.lead);
    add("牵头", if decision.lead_assumed { format!("〔{lead}〕") } else { lead });
    add("配合", names(&decision.support));
    add("时限", due(&decision.due));
    let nodes =
        decision.nodes.iter().map(|node| format!("{} {}", node.by.format("%m-%d"), node.text));
    add("节点", nodes.collect::<Vec<_>>().join("；"));
    if decision.outcome != crate::ledger::Outcome::Agreed {
        add("结果", decision.outcome.word().text(Lang::Zh).into());
    }
    add("待定", if decision.pending { "是".into() } else { String::new() });
    add("代替", decision.supersedes.iter().map(RecordId::to_string).collect::<Vec<_>>().join(" "));
    let about = about(&decision.about);
    add("属", if about == "1.4" { String::new() } else { format!("[{about}]") });
    text
}

fn due(due: &Due) -> String {
    let when = |when: &When| match when {
        When::On(day, None) => day.format("%m-%d").to_string(),
        When::On(day, Some(time)) => format!("{} {time}", day.format("%m-%d")),
        other => other.to_string(),
    };
    match due {
        Due::Missing => String::new(),
        Due::Stated(day) => when(day),
        Due::Assumed(day) => format!("〔{}〕", when(day)),
        Due::Unsettled(words) => format!("未定({words})"),
    }
}

fn reading_shown(place: Place, reading: &Reading) -> String {
    let mut text = format!("{place}={} {}", reading.value, reading.period);
    let extras = [
        reading.from.as_ref().map(|from| format!("报自{from}")),
        reading.preliminary.then(|| "快报".into()),
        Some(format!("原写{}", reading.written)).filter(|_| !reading.written.is_empty()),
        reading.revises.as_ref().map(|id| format!("订正{id}")),
        Some(reading.source.clone()).filter(|source| !source.is_empty()),
        Some(format!("因{}", reading.reason)).filter(|_| !reading.reason.is_empty()),
        Some(format!("已完成 {}", reading.done.join(" "))).filter(|_| !reading.done.is_empty()),
    ];
    for extra in extras.into_iter().flatten() {
        text.push(' ');
        text.push_str(&extra);
    }
    text
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, month, day).unwrap()
}

fn base() -> Base<'static> {
    let period = crate::plan::Period { from: day(1, 1), to: day(12, 31) };
    Base { day: day(9, 15), next_meeting: Some(day(10, 20)), period, holidays: holidays() }
}
