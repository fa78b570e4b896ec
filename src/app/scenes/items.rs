//! The items of the agenda without a single row: going through what is open, figures of the headline.

use super::*;
use crate::judge;
use crate::ledger::Decision;
use crate::plan::{Party, Place};

#[test]
fn who_reports_on_a_topic_leads_what_nobody_else_does() {
    let mut desk = Desk::new(between());
    desk.press("ctrl-g + 关于冬季清冰雪的汇报 tab tab 城管局 f2 esc f8 f8");
    let agenda = desk.session.agenda().unwrap();
    let topic = agenda.iter().find(|(_, item)| item.office.is_some()).map(|(at, _)| *at).unwrap();
    type_out(&mut desk, &format!("#{topic}"));
    desk.press("enter");
    let made =
        |desk: &Desk| desk.session.state().ledger.decisions.values().last().cloned().unwrap();
    let leads = |made: &Decision| made.lead.iter().map(Party::name).collect::<Vec<_>>().join(" ");
    desk.press("扩大机械化作业面 enter");
    assert_eq!((leads(&made(&desk)).as_str(), made(&desk).lead_assumed), ("城管局", true));
    let counted = judge::gaps(&desk.session.plan, desk.session.state());
    assert!(counted.iter().any(|gap| gap.kind == crate::words::Gap::AssumedLead), "{counted:?}");
    desk.press("备足融雪剂 space @住建局 enter");
    assert_eq!((leads(&made(&desk)).as_str(), made(&desk).lead_assumed), ("住建局", false));
    type_out(&mut desk, "#1.4 扩建停车场");
    desk.press("enter");
    assert_eq!((leads(&made(&desk)).as_str(), made(&desk).lead_assumed), ("临空办", true));
    desk.press("f2 出动清雪机械 f2");
    assert_eq!((leads(&made(&desk)).as_str(), made(&desk).lead_assumed), ("城管局", true));
}

/// The fourth meeting, just opened: its first item is what the last ones left open.
fn fourth() -> Desk {
    let mut desk = Desk::new(between());
    desk.press("f8 f8");
    desk
}

fn walked(desk: &Desk) -> Vec<String> {
    line::walkable(&desk.session, &desk.seat).iter().map(RecordId::to_string).collect()
}

fn pointed(desk: &Desk) -> Option<String> {
    desk.seat.line.record.as_ref().map(RecordId::to_string)
}

#[test]
fn the_first_item_goes_through_every_open_decision_of_earlier_meetings() {
    let mut desk = fourth();
    let open: Vec<String> = desk.session.index.open().iter().map(RecordId::to_string).collect();
    assert!(open.len() > 3, "{open:?}");
    assert_eq!(walked(&desk), open);
    let mut seen = Vec::new();
    for _ in &open {
        desk.press("down");
        seen.extend(pointed(&desk));
    }
    assert_eq!(seen, open);
    desk.press("down");
    assert_eq!(pointed(&desk), None, "behind the last one the line is free again");
    desk.press("up");
    assert_eq!(pointed(&desk).as_ref(), open.last());
}

#[test]
fn enter_opens_what_can_happen_to_it_and_it_stays_in_the_list() {
    let mut desk = fourth();
    let before = walked(&desk);
    desk.press("down down enter");
    let Some(Over::Menu(menu)) = &desk.seat.over else { panic!("no menu") };
    assert_eq!(menu.about, seat::About::Decision(before[1].parse().unwrap()));
    desk.press("enter");
    assert!(desk.said().starts_with("已存"), "{}", desk.said());
    let state = desk.session.state();
    assert!(state.is_over(&before[1].parse().unwrap()));
    assert_eq!(walked(&desk)[..before.len()], before, "nothing vanishes on the way");
    assert_eq!(pointed(&desk).as_ref(), Some(&before[1]));
    desk.press("down");
    assert_eq!(pointed(&desk).as_ref(), Some(&before[2]));
    desk.press("ctrl-z");
    assert_eq!(walked(&desk), before);
}

#[test]
fn other_items_do_not_go_through_it() {
    let mut desk = fourth();
    desk.press("ctrl-n");
    assert_eq!(walked(&desk), Vec::<String>::new(), "the headline has no decisions");
    type_out(&mut desk, "#0");
    desk.press("enter ctrl-p");
    assert!(!walked(&desk).is_empty(), "back at the first item");
}

#[test]
fn a_figure_on_the_headline_is_chosen_by_arrows_or_named_by_its_number() {
    let mut desk = fourth();
    desk.press("ctrl-n");
    type_out(&mut desk, "=4.8");
    desk.press("enter");
    let Some(Over::Menu(menu)) = &desk.seat.over else { panic!("no menu") };
    assert_eq!(menu::choices(&desk.session, &menu.about).len(), 6);
    desk.press("down down enter");
    assert!(desk.said().starts_with("已存 报数 0/3"), "{}", desk.said());
    assert!(desk.seat.line.field.is_empty());
    type_out(&mut desk, "2=17");
    desk.press("enter");
    assert!(desk.said().starts_with("已存 报数 0/2"), "{}", desk.said());
    let last = |place: &str| {
        let of = &desk.session.state().ledger.readings[&place.parse::<Place>().unwrap()];
        of.values().next_back().map(|reading| reading.value.to_string())
    };
    assert_eq!((last("0/3").as_deref(), last("0/2").as_deref()), (Some("4.8"), Some("17")));
}

#[test]
fn f3_on_the_headline_asks_which_target_too() {
    let mut desk = fourth();
    desk.press("f3");
    assert_eq!(desk.said(), Notice::NoRow.text(Lang::Zh), "the first item has no rows");
    desk.press("ctrl-n f3 down enter");
    let Screen::Form(form) = desk.seat.screen() else { panic!("no form") };
    assert_eq!(form.purpose, Purpose::Read { target: "0/2".parse().unwrap() });
}
