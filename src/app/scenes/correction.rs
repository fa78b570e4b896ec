//! What is set right between meetings: 更正, 签发, 调整.

use super::Desk;
use crate::app::mend::{Record, Sealed};
use crate::app::rehearsal::{between, lived};
use crate::app::{Effect, Form, Input, Key, Over, Purpose, Screen};
use crate::ledger::{RecordId, SnapshotId};
use crate::plan::{Found, Place};
use crate::words::Label;

impl Desk {
    /// F4, a command's name, Enter.
    fn command(&mut self, name: &str) -> &mut Self {
        self.press("f4").press(name).press("enter")
    }

    /// Empties the field of the form that has the cursor.
    fn clear_field(&mut self) -> &mut Self {
        self.send(&Input::Key(Key::Home));
        self.send(&Input::Key(Key::Ctrl('k')));
        self
    }

    fn third(&self) -> String {
        let published = self.session.sealed.ledger.decisions.values();
        published.map(|decision| decision.text.as_str()).collect::<Vec<_>>().join("；")
    }
}

#[test]
fn a_sealed_decision_is_corrected_and_its_file_stays() {
    let mut desk = Desk::new(between());
    let id: RecordId = "2023-08-11/10".parse().unwrap();
    let before = desk.third();
    desk.press("1 4 tab tab").command("更正");
    desk.press("enter").clear_field().press("发改局 f2");
    assert_eq!(desk.said(), "请写明经谁同意");
    desk.press("tab tab tab tab 区长 f2");
    assert_eq!(desk.said(), "已存 3/10 更正牵头：临空办 改为 发改局（区长 同意）");
    let standing = desk.session.state().standing(&id).unwrap();
    assert!(standing.corrected);
    assert_eq!(standing.lead[0].name(), "发改局");
    assert_eq!(desk.third(), before);
    desk.press("ctrl-z");
    assert!(!desk.session.state().standing(&id).unwrap().corrected);
}

#[test]
fn several_slips_are_one_act() {
    let mut desk = Desk::new(between());
    let id: RecordId = "2023-08-11/10".parse().unwrap();
    desk.press("1 4 tab tab").command("更正");
    desk.press("路面 tab tab tab").clear_field().press("0 9 0 1 tab tab 区长 f2");
    assert!(desk.said().ends_with(" 等2条"), "{}", desk.said());
    let standing = desk.session.state().standing(&id).unwrap();
    assert_eq!(standing.text, "太安路迁改8月底前完成路面");
    desk.press("ctrl-z");
    assert!(!desk.session.state().is_corrected(&id), "one undo takes back both");
}

#[test]
fn a_form_left_as_it_was_corrects_nothing() {
    let mut desk = Desk::new(between());
    desk.press("1 4 tab tab").command("更正");
    desk.press("tab tab tab tab tab 区长 f2");
    assert_eq!(desk.said(), "没有改动，不用存");
    assert!(desk.session.open.is_none());
}

#[test]
fn a_reading_is_corrected_for_whoever_looks_it_up() {
    let mut desk = Desk::new(between());
    let target: Place = "1.2/1".parse().unwrap();
    desk.press("1 2 / 1 enter").command("更正");
    assert!(matches!(desk.seat.over, Some(Over::Menu(_))), "{:?}", desk.seat.over);
    desk.press("enter").clear_field().press("204亿 tab tab tab 区长 f2");
    assert_eq!(desk.said(), "已存 3/6 更正数值：240 改为 204（区长 同意）");
    let (_, reading) = desk.session.state().latest_reading(target).unwrap();
    assert_eq!(reading.value.to_string(), "204");
    desk.press("f3");
    let Screen::Form(form) = desk.seat.screen() else { panic!("{:?}", desk.seat.screen()) };
    assert_eq!(form.text(Label::Period), "2023-01..2023-08");
}

#[test]
fn every_sealed_reading_can_be_chosen_the_newest_first() {
    let mut desk = Desk::new(between());
    let target: Place = "1.2/1".parse().unwrap();
    let all = desk.session.state().readings(target).into_iter().map(|(id, _)| id.clone());
    let (first, last) = {
        let all: Vec<_> = all.collect();
        (all.first().cloned().unwrap(), all.last().cloned().unwrap())
    };
    assert_ne!(first, last);
    let open = |desk: &Desk| match desk.seat.screen() {
        Screen::Form(Form { purpose: Purpose::Correct { of }, .. }) => of.clone(),
        other => panic!("{other:?}"),
    };
    desk.press("1 2 / 1 enter").command("更正").press("1");
    assert_eq!(open(&desk), Sealed::Reading(last));
    desk.press("esc").command("更正").press("up down down down down down enter");
    assert_eq!(open(&desk), Sealed::Reading(first.clone()));
    desk.clear_field().press("99亿 tab tab tab 区长 f2");
    let record = Record::reading(&desk.session, &first).unwrap();
    let Record::Reading(_, _, reading) = record else { panic!("{record:?}") };
    assert_eq!(reading.value.to_string(), "99");
}

#[test]
fn the_facts_of_the_last_meeting_are_corrected() {
    let mut desk = Desk::new(between());
    desk.command("更正会议");
    desk.press("tab tab").clear_field().press("常务副区长 tab tab tab 投促局=请假 tab tab 区长 f2");
    assert!(desk.said().contains("更正主持"), "{}", desk.said());
    let last = desk.session.last_meeting.clone().unwrap();
    let right = desk.session.state().corrected(&last).into_owned();
    assert_eq!(right.sittings[&1].chair, "常务副区长");
    assert_eq!(right.attendance.values().next().unwrap().state.code(), "excused");
    desk.press("f8");
    let Screen::Form(form) = desk.seat.screen() else { panic!("{:?}", desk.seat.screen()) };
    assert_eq!(form.text(Label::Chair), "常务副区长", "the next page knows it");
}

#[test]
fn minutes_are_a_draft_until_somebody_signs() {
    let mut desk = Desk::new(between());
    let third: SnapshotId = "2023-08-11".parse().unwrap();
    assert_eq!(desk.session.state().signing(&third), None);
    desk.command("签发");
    desk.press("f2");
    assert_eq!(desk.said(), "请写明签发人");
    desk.press("区长 tab").clear_field().press("0 8 1 4 tab 〔2023〕3号 f2");
    assert_eq!(desk.said(), "已存 2023-08-11 签发 区长（2023-08-14；〔2023〕3号）");
    assert_eq!(desk.session.state().signing(&third).unwrap().by, "区长");
    desk.command("签发").press("up").clear_field().press("3 tab 区长 f2");
    assert_eq!(desk.said(), "2023-08-11 已由 区长 于 2023-08-14 签发，不用再签");
    desk.press("up").clear_field().press("9 f2");
    assert_eq!(desk.said(), "没有 9 这次会议；见 yiding list meetings");
    desk.press("esc").command("签发").press("区长 tab").clear_field().press("2023-05-18 f2");
    assert_eq!(desk.said(), "日期早于会议的 2023-05-19；请改日期");
}

#[test]
fn an_amended_goal_is_in_force_from_its_day_and_the_plan_stays() {
    let mut desk = Desk::new(between());
    desk.press("1 2 / 1 enter").command("调整");
    desk.press("4 8 0 tab 区人大常委会 tab 〔2023〕7号 tab").clear_field();
    desk.press("7 1 f2");
    assert_eq!(desk.said(), "“71”不是日期；请写 2023-09-15、9-15 或 0915");
    desk.clear_field().press("7 - 1 f2");
    assert_eq!(
        desk.said(),
        "已存 1.2/1 签约额 调整为 480（原 500；区人大常委会；〔2023〕7号；自 2023-07-01 起）"
    );
    let Some(Found::Target(target)) = desk.session.plan.find("1.2/1".parse().unwrap()) else {
        panic!("no target");
    };
    let state = desk.session.state();
    let in_force = |day: &str| state.value_in_force(target, day.parse().unwrap());
    assert_eq!(in_force("2023-06-30"), target.value);
    assert_eq!(in_force("2023-07-01").map(|value| value.to_string()).as_deref(), Some("480"));
}

#[test]
fn what_was_recorded_between_meetings_is_in_the_commit() {
    let mut desk = Desk::new(lived());
    desk.press("f8 f8");
    assert!(desk.session.meeting().is_some());
    let mut desk = Desk::new(between());
    desk.press("1 4 tab tab enter 0 1 f2").command("入账");
    let published = desk.asked.iter().find_map(|effect| match effect {
        Effect::Publish(it) => Some(it),
        _ => None,
    });
    let published = published.unwrap();
    assert!(published.message.contains("2023-08-11/10 交办"), "{}", published.message);
}
