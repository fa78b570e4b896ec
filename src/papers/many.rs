//! Papers of more than any book holds: ten years of decisions, and a meeting that everybody attended
//! (tests). How much memory they take is seen from outside.

use super::decisions::{self, Listed};
use super::ledger::{self, Which};
use super::minutes::{Known, minutes};
use super::tests::{decide, decision, meeting, open, plan};
use super::{Paper, bulletin, calendar, docx, html, notices, reminders, text, xlsx};
use crate::judge::{Grounds, Rule};
use crate::ledger::{Attendance, Presence, Snapshot};
use crate::plan::{Party, Plan};
use crate::words::Lang;

/// Ten years of a county.
const MANY: u32 = 6_000;

fn ten_years() -> Snapshot {
    let mut state = open("2023-09-15", 4);
    let text = "逐户明确包联领导和时间表，因企施策解决用地、用能、用工问题".repeat(3);
    for number in 1..=MANY {
        let lead = ["发改局", "财政局", "投促局"][number as usize % 3];
        decide(&mut state, number, decision(&format!("{text}{number}"), &[lead], "2023-09-20"));
    }
    state
}

/// Hands a test what it judges on.
fn judged<T>(state: &Snapshot, each: impl FnOnce(&Plan, &Grounds) -> T) -> T {
    let plan = plan();
    let rule = Rule::of(&plan);
    let today = "2023-10-05".parse().unwrap();
    each(&plan, &Grounds { plan: &plan, state, rule: &rule, today })
}

#[test]
fn a_ledger_of_ten_years_is_a_workbook() {
    judged(&ten_years(), |_, on| {
        let sheet = ledger::sheet(on, Which::default(), Lang::Zh);
        assert_eq!(sheet.rows.len(), MANY as usize);
        assert!(xlsx::write(&sheet).is_ok_and(|bytes| bytes.len() < 4 << 20));
    });
}

#[test]
fn the_decisions_of_ten_years_are_a_document() {
    let state = ten_years();
    judged(&state, |plan, _| {
        let known = Known { plan, state: &state, lang: Lang::Zh };
        let listed = [Listed { meeting: state.meeting().unwrap(), seal: None }];
        let paper = decisions::paper(known, &listed);
        assert!(text::write(&paper).contains("共6000项。"));
        assert!(docx::write(&paper).is_ok_and(|bytes| bytes.len() < 4 << 20));
    });
}

#[test]
fn the_bulletin_of_ten_years_counts_them() {
    judged(&ten_years(), |_, on| {
        let paper = bulletin::paper(on, Lang::Zh);
        assert!(text::write(&paper).contains("确定事项6000件"));
        assert!(docx::write(&paper).is_ok());
    });
}

#[test]
fn what_ten_years_left_open_is_sent_out() {
    let state = ten_years();
    judged(&state, |_, on| {
        let lang = Lang::Zh;
        let held = [state.meeting().unwrap()];
        let papers = |all: &[notices::Notice]| -> Paper { notices::together(all).unwrap() };
        let sent = papers(&notices::notices(on, Which::default(), &held, lang));
        let late = papers(&reminders::reminders(on, Which::default(), lang));
        for all in [sent, late] {
            assert_eq!(text::write(&all).matches("逐户明确").count(), 3 * MANY as usize);
            assert!(docx::write(&all).is_ok());
        }
        let events = calendar::write(on, Which::default(), lang);
        assert_eq!(events.matches("BEGIN:VEVENT").count(), MANY as usize);
    });
}

#[test]
fn three_hundred_who_attended_are_all_named() {
    let mut state = open("2023-09-15", 4);
    let names = (1..=300).map(|n| Party::Outside(format!("演练单位{n}")));
    let here = Attendance { state: Presence::Present, ..Attendance::default() };
    meeting(&mut state).attendance = names.map(|name| (name, here.clone())).collect();
    judged(&state, |plan, _| {
        let known = Known { plan, state: &state, lang: Lang::Zh };
        let paper = minutes(known, &[state.meeting().unwrap()]).unwrap();
        for written in [text::write(&paper), html::write(&paper)] {
            for n in 1..=300 {
                let name = format!("演练单位{n}");
                assert!(written.contains(&name), "{name}");
            }
        }
        assert!(docx::write(&paper).is_ok());
    });
}
