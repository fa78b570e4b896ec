//! Stories of cards, tables and the sign-in sheet: what is filled in cell by cell.

use super::*;
use crate::app::division::{Column, Division};
use crate::app::rehearsal::{in_session, place};
use crate::ledger::Presence;
use crate::plan::Party;

#[test]
fn a_card_gives_the_row_to_its_office_and_turns_to_the_next() {
    let mut desk = Desk::new(in_session());
    line::bind_current(&desk.session, &mut desk.seat);
    desk.seat.go(Screen::Meeting);
    type_out(&mut desk, "@6");
    desk.press("enter");
    let shown = |desk: &Desk| match desk.seat.screen() {
        Screen::Office { party, .. } => party.to_string(),
        other => format!("{other:?}"),
    };
    assert_eq!(shown(&desk), "投促局");
    desk.press("】 】");
    let next = shown(&desk);
    desk.press("[ shift-tab");
    assert_eq!((shown(&desk).as_str(), next.as_str()), ("投促局", "发改局"));
    desk.press("f2");
    assert_eq!(*desk.seat.screen(), Screen::Meeting);
    let now = desk.session.assignment(place("1.4")).cloned().unwrap();
    assert_eq!(now.lead[0].to_string(), "投促局");
    assert_eq!(now.support.len(), 2, "who helps stays");
    desk.press("ctrl-z");
    let now = desk.session.assignment(place("1.4")).cloned().unwrap();
    assert_eq!(now.lead[0].to_string(), "临空办");
}

#[test]
fn a_division_is_filled_cell_by_cell() {
    let mut desk = Desk::new(between());
    desk.press("1 4 f4");
    desk.press("分工 enter");
    let at = |desk: &Desk| match desk.seat.screen() {
        Screen::Division(Division { cursor, column, cell, .. }) => {
            (*cursor, *column, cell.as_ref().map(|cell| cell.text().to_owned()))
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(at(&desk), (3, Column::Lead, None));
    type_out(&mut desk, "tcj");
    assert_eq!(at(&desk).2.as_deref(), Some("tcj"));
    desk.press("enter");
    assert_eq!(at(&desk), (4, Column::Lead, None));
    let lead = |desk: &Desk, row: &str| {
        let now = desk.session.assignment(place(row)).cloned();
        now.map(|now| crate::ledger::sentence::names(&now.lead))
    };
    assert_eq!(lead(&desk, "1.4").as_deref(), Some("投促局"));
    desk.press("商务局 tab");
    type_out(&mut desk, "2 3");
    desk.press("tab 1031 enter =");
    assert_eq!(lead(&desk, "2.1").as_deref(), Some("商务局"));
    let now = desk.session.assignment(place("2.1")).cloned().unwrap();
    assert_eq!(crate::ledger::sentence::names(&now.support), "发改局、教育局");
    assert_eq!(now.due.map(|day| day.to_string()).as_deref(), Some("2023-10-31"));
    let below = desk.session.assignment(place("2.2")).cloned().unwrap();
    assert_eq!(below.due, now.due, "= repeats the cell above");
    desk.press("up up up home left left");
    type_out(&mut desk, "99");
    desk.press("enter");
    assert_eq!(at(&desk).2.as_deref(), Some("99"), "what is not understood stays");
    desk.press("esc esc ctrl-z");
    assert_eq!(desk.session.assignment(place("2.2")).map(|now| now.due), None);
}

#[test]
fn the_sheet_takes_times_substitutes_and_names() {
    let mut desk = Desk::new(in_session());
    desk.press("f8 3 住建局");
    let who = Party::named("住建局", &desk.session.plan.roster);
    let here = |desk: &Desk| desk.session.meeting().unwrap().attendance.get(&who).cloned().unwrap();
    desk.press("-");
    assert_eq!(here(&desk).to.map(|time| time.to_string()).as_deref(), Some("14:40"));
    desk.press("f2 tab 王副局长 tab 905 tab tab 开会 f2");
    let now = here(&desk);
    assert_eq!((now.substitute.as_str(), now.reason.as_str()), ("王副局长", "开会"));
    assert_eq!(now.from.map(|time| time.to_string()).as_deref(), Some("09:05"));
    desk.press("省交投集团 f2");
    let guest = Party::Outside("省交投集团".into());
    let attendance = &desk.session.meeting().unwrap().attendance;
    assert_eq!(attendance.get(&guest).map(|here| here.state), Some(Presence::Attending));
}

#[test]
fn a_break_ends_one_sitting_and_the_sheet_opens_with_the_next() {
    let mut desk = Desk::new(in_session());
    desk.press("f8 1");
    assert!(desk.said().starts_with("已存 休会"), "{}", desk.said());
    let before = desk.session.open.as_ref().unwrap().before().cloned().unwrap();
    desk.press("f8 1");
    assert_eq!(*desk.seat.screen(), Screen::SignIn { cursor: 0 });
    assert_eq!(desk.session.meeting().unwrap().sittings.len(), 2);
    desk.press("space");
    assert_ne!(desk.session.meeting().unwrap().attendance, before);
}

#[test]
fn a_pasted_table_is_shown_and_recorded_by_one_act() {
    let mut desk = Desk::new(between());
    desk.press("f4 报数表 enter");
    paste(&mut desk, "编号\t目标\t本期\t截至\n1.2/1\t签约额\t305\t8月\n0/2\t\t17亿\t8月\n");
    let Screen::Figures(figures) = desk.seat.screen().clone() else { panic!() };
    assert_eq!(figures.found.map(|found| found.changes.len()), Ok(2));
    let count = |desk: &Desk| {
        let readings = &desk.session.state().ledger.readings;
        readings.values().map(|of| of.len()).sum::<usize>()
    };
    let before = count(&desk);
    desk.press("f2");
    assert_eq!(count(&desk), before + 2);
    desk.press("ctrl-z");
    assert_eq!(count(&desk), before);
    desk.press("f4 报数表 enter");
    paste(&mut desk, "编号\t本期\n1.2/1\t三百\n0/2\t17\n");
    desk.press("f2");
    assert_eq!((desk.seat.notice.clone(), count(&desk)), (Some(Notice::TableWrong), before));
}
