//! Readings with members, reasons and sources; lights set by hand.

use std::borrow::Cow;

use super::{Desk, between, founded, plan};
use crate::app::{Over, Screen};
use crate::ledger::{Light, Reading};
use crate::plan::Party;
use crate::words::Label;

/// The newest reading of a target.
fn newest<'a>(desk: &'a Desk, target: &str) -> Cow<'a, Reading> {
    let target = target.parse().unwrap();
    crate::judge::latest_reading(desk.session.state(), target).unwrap().1
}

fn light(desk: &Desk, place: &str) -> Option<Light> {
    desk.session.verdict(place.parse().unwrap()).and_then(|verdict| verdict.light)
}

#[test]
fn members_are_ticked_and_the_count_follows() {
    let mut desk = Desk::new(founded(plan()));
    desk.press("4 2 / 1 enter");
    desk.press("f3");
    let Screen::Form(form) = desk.seat.screen() else { panic!("{:?}", desk.seat.screen()) };
    assert_eq!((form.at, form.text(Label::Value)), (5, "0"));
    desk.press("space down down space f2");
    let reading = newest(&desk, "4.2/1");
    assert_eq!((reading.value.to_string().as_str(), reading.done.len()), ("2", 2));
    assert_eq!(reading.done, ["昆仑路学校", "融江路学校"]);
    // Next month they are ticked already; one falls away.
    desk.press("f3 space f2");
    let reading = newest(&desk, "4.2/1");
    assert_eq!((reading.period.to_string().as_str(), reading.done.len()), ("2023-01..2023-09", 1));
}

#[test]
fn a_reading_has_its_office_source_and_reason() {
    let mut desk = Desk::new(between());
    desk.press("1 2 / 1 enter f3 230 down down 投促局 down 八月快报 down 统计修订 down space f2");
    let reading = newest(&desk, "1.2/1");
    assert_eq!(reading.from.as_ref().map(Party::name), Some("投促局"));
    assert_eq!((reading.source.as_str(), reading.reason.as_str()), ("八月快报", "统计修订"));
    assert!(reading.preliminary && reading.done.is_empty());
    assert_eq!(reading.value.to_string(), "230");
}

#[test]
fn a_light_is_set_by_hand_and_put_back() {
    let mut desk = Desk::new(between());
    desk.press("1 2 / 1 enter");
    assert_eq!(light(&desk, "1.2/1"), Some(Light::Behind));
    desk.press("f4 ld enter");
    assert!(matches!(desk.seat.over, Some(Over::Menu(_))), "{:?}", desk.seat.over);
    desk.press("1 f2");
    assert_eq!(desk.said(), "人工亮灯，请写明原因");
    desk.press("已签框架协议 tab 区长 f2");
    assert_eq!(desk.said(), "已存 1.2/1 签约额 亮灯 正常：已签框架协议");
    assert_eq!(light(&desk, "1.2/1"), Some(Light::OnTrack));
    desk.press("f4 ld enter 1");
    assert_eq!(desk.said(), "已存 1.2/1 签约额 亮灯恢复自动");
    assert_eq!(light(&desk, "1.2/1"), Some(Light::Behind));
    desk.press("ctrl-z");
    assert_eq!(light(&desk, "1.2/1"), Some(Light::OnTrack), "undo judges anew");
    desk.press("f3 500 f2");
    assert_eq!(light(&desk, "1.2/1"), Some(Light::Done), "the next reading clears it");
}
