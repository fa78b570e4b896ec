//! What happens to decisions after they were made: their menu, in a meeting and between meetings.

use super::Desk;
use crate::app::rehearsal::{between, lived, lived_in_session};
use crate::app::seat::About;
use crate::app::{Binding, Over, Screen, line};
use crate::ledger::{Due, Followup, Happening, RecordId, Stage, Standing};

/// The decision of the third meeting on the road, due on 08-31.
fn road() -> RecordId {
    "2023-08-11/10".parse().unwrap()
}

impl Desk {
    fn standing(&self, id: &RecordId) -> Standing {
        self.session.state().standing(id).unwrap()
    }

    fn last_step(&self, id: &RecordId) -> Followup {
        let state = self.session.state();
        let steps = state.in_order(&state.ledger.followups[id]);
        steps.last().map(|(_, step)| (*step).clone()).unwrap()
    }
}

/// The fourth meeting at the airport economy, its line pointing at the road.
fn in_meeting() -> Desk {
    let mut desk = Desk::new(between());
    desk.press("f8 f8 # 1 4 enter down");
    assert_eq!(desk.seat.line.record, Some(road()));
    desk
}

/// Between meetings, the cursor on the road in the list of its task.
fn in_interval() -> Desk {
    let mut desk = Desk::new(between());
    desk.press("1 4 tab tab");
    desk
}

#[test]
fn one_digit_finishes_in_a_meeting_and_between() {
    for mut desk in [in_meeting(), in_interval()] {
        desk.press("enter １");
        assert_eq!(desk.said(), "已存 3/10 办结");
        assert_eq!(desk.standing(&road()).stage, Stage::Done);
        assert!(!desk.session.index.open().contains(&road()));
        desk.press("ctrl-z");
        assert_eq!(desk.said(), "已撤回：3/10 办结");
        assert_eq!(desk.standing(&road()).stage, Stage::Registered);
    }
}

#[test]
fn an_extension_keeps_the_old_date_and_says_who_and_why() {
    let mut desk = in_meeting();
    desk.press("enter 2 》 1 0 1 5 enter enter 雨季 f2");
    assert_eq!(
        desk.said(),
        "已存 3/10 延期到 2023-10-15（原 2023-08-31；批准人 区长；理由：雨季）"
    );
    let standing = desk.standing(&road());
    assert_eq!(standing.due, Due::Stated("2023-10-15".parse().unwrap()));
    assert_eq!(standing.first_due(), "2023-08-31".parse().ok());
    assert_eq!(*desk.seat.screen(), Screen::Meeting);
}

#[test]
fn between_meetings_somebody_is_named() {
    let mut desk = in_interval();
    desk.press("enter 5 f2");
    assert_eq!(desk.said(), "请写明经谁同意");
    assert!(matches!(desk.seat.screen(), Screen::Form(_)), "the form stays");
    desk.press("区长 tab 并入其他事项 f2");
    assert_eq!(desk.said(), "已存 3/10 废止（区长 同意；并入其他事项）");
    assert_eq!(desk.session.state().id().to_string(), "2023-09-15-interval");
    desk.press("ctrl-z");
    assert_eq!(desk.standing(&road()).stage, Stage::Registered);
}

#[test]
fn the_lead_is_picked_by_digits_letters_or_names() {
    let mut desk = in_meeting();
    desk.press("esc f8 3");
    let zjj = desk.session.attendees().iter().position(|(who, _)| who.name() == "住建局").unwrap();
    desk.press(&"down ".repeat(zjj));
    desk.press("enter esc # 1 4 enter down enter 3");
    for _ in 0..3 {
        desk.press("backspace");
    }
    desk.press("1 、 ＠ w j j f2");
    assert_eq!(desk.said(), "已存 3/10 改由 住建局、卫健局 牵头（原 临空办；区长 同意）");
    desk.press("enter 3 ctrl-e 、 9 f2");
    assert!(desk.said().starts_with("“9”没有对应的单位"), "{}", desk.said());
}

#[test]
fn other_words_are_a_record_and_the_sealed_ones_stay() {
    let mut desk = in_interval();
    desk.press("enter 4 ，确保通车 f2");
    assert_eq!(desk.said(), "已存 3/10 改文字：太安路迁改8月底前完成，确保通车");
    assert_eq!(desk.standing(&road()).text, "太安路迁改8月底前完成，确保通车");
    assert_eq!(desk.session.sealed.ledger.decisions[&road()].text, "太安路迁改8月底前完成");
}

#[test]
fn what_does_not_follow_is_refused_with_what_to_do() {
    let mut desk = Desk::new(lived());
    let dropped: RecordId = "2023-08-11/11".parse().unwrap();
    desk.press("1 2 tab tab enter");
    assert!(matches!(&desk.seat.over, Some(Over::Menu(menu))
        if menu.about == About::Decision(dropped.clone())));
    for (key, said) in [
        ("1", "已废止；要再办，先重启"),
        ("2", "已废止；要再办，先重启"),
        ("5", "已废止；要再办，先重启"),
        ("7", "还没有开会。F8 开会"),
    ] {
        desk.press(key);
        assert_eq!(desk.said(), said, "{key}");
        desk.press("enter");
    }
    desk.press("6 区长 f2");
    assert_eq!(desk.standing(&dropped).stage, Stage::Reopened);
    desk.press("enter 6");
    assert_eq!(desk.said(), "还没有办结，不用重启");
}

#[test]
fn going_on_with_a_decision_binds_the_line_to_it() {
    let mut desk = in_meeting();
    desk.press("enter 7");
    assert_eq!(desk.seat.line.binding, Binding::Decision(road()));
    desk.press("每周五报进度 enter");
    let about = desk.session.state().ledger.decisions.values().next_back().unwrap().about.clone();
    assert_eq!(about, [crate::ledger::About::Decision(road())]);
    assert!(
        desk.session
            .index
            .about("1.4".parse().unwrap())
            .iter()
            .any(|id| id.snapshot == desk.session.state().id()),
        "it is found at the row of the decision that it goes on with"
    );
}

#[test]
fn a_decision_of_this_meeting_is_changed_as_a_whole() {
    let mut desk = in_meeting();
    desk.press("esc 一条 enter up enter");
    let Screen::Form(form) = desk.seat.screen() else { panic!("{:?}", desk.seat.screen()) };
    assert_eq!((form.fields.len(), form.at), (8, 0), "what is not sealed has no menu in the line");
    // From a list it has, and what is not sealed is changed as a whole all the same.
    desk.press("esc esc esc end enter 2");
    let Screen::Form(form) = desk.seat.screen() else { panic!("{:?}", desk.seat.screen()) };
    assert_eq!((form.fields.len(), form.at), (8, 3), "all fields, the cursor in the due");
    desk.press("esc enter 4");
    let Screen::Form(form) = desk.seat.screen() else { panic!("{:?}", desk.seat.screen()) };
    assert_eq!(form.at, 0);
    desk.press("esc enter 5");
    assert!(desk.said().starts_with("本次会议的议定还没有封存"), "{}", desk.said());
}

#[test]
fn the_rest_of_a_life_is_behind_nought_with_its_days() {
    let mut desk = in_interval();
    desk.press("enter 0 1 f2");
    assert_eq!(desk.said(), "已存 3/10 交办");
    desk.press("enter 0 2 已迁改七成 enter 雨季停工 enter 下周复工 enter enter");
    desk.press("backspace backspace backspace backspace backspace backspace");
    desk.press("backspace backspace backspace backspace 0 9 1 2 enter");
    assert_eq!(
        desk.said(),
        "已存 3/10 反馈：已迁改七成（临空办 报；存在问题：雨季停工；下一步：下周复工）"
    );
    let feedback = desk.standing(&road()).feedback.unwrap();
    assert_eq!(feedback.on.to_string(), "2023-09-12", "a day that was, not one to come");
    desk.press("enter 0 5");
    assert_eq!(desk.said(), "还没有办结；先记办结，再销号");
    desk.press("enter 0 4 f2");
    assert_eq!(desk.standing(&road()).stage, Stage::Done);
}

#[test]
fn a_decision_takes_the_place_of_another_and_both_say_so() {
    let mut desk = in_meeting();
    desk.press("enter 0 8");
    assert_eq!(desk.seat.line.field.text(), "代替：");
    desk.press("太安路迁改10月15日前完成 enter");
    assert_eq!(
        desk.said(),
        "已存 议定1 太安路迁改10月15日前完成，牵头 临空办，时限 2023-10-15，代替 3/10"
    );
    assert_eq!(
        line::name(&desk.session, &desk.seat.line.binding),
        "1.4 临空经济",
        "what comes next is not about the one that is gone"
    );
    let new: RecordId = "2023-09-15/1".parse().unwrap();
    let state = desk.session.state();
    let made = &state.ledger.decisions[&new];
    assert_eq!((made.supersedes.as_slice(), made.consent.as_str()), (&[road()][..], "区长"));
    assert_eq!(made.about[0].to_string(), "1.4", "it stands where the old one stood");
    let old = desk.standing(&road());
    assert_eq!((old.superseded_by, old.stage), (Some(new.clone()), Stage::Dropped));
    assert_eq!(desk.last_step(&road()).what, Happening::Superseded { by: new.clone() });
    desk.press("ctrl-z");
    assert!(desk.said().starts_with("已撤回：议定1"), "{}", desk.said());
    assert_eq!(desk.standing(&road()).superseded_by, None);
    assert!(desk.session.state().standing(&new).is_none());
    desk.press("ctrl-y");
    assert_eq!(desk.standing(&road()).superseded_by, Some(new));
}

#[test]
fn withdrawing_one_half_of_a_replacement_mends_the_other() {
    let mut desk = in_meeting();
    desk.press("esc 代替3/10：太安路迁改10月15日前完成 enter");
    let new: RecordId = "2023-09-15/1".parse().unwrap();
    // The newest record is the trace on the old decision.
    desk.press("up delete");
    assert_eq!(desk.standing(&road()).superseded_by, None);
    assert!(desk.session.state().ledger.decisions[&new].supersedes.is_empty());
    desk.press("ctrl-z");
    assert_eq!(desk.standing(&road()).superseded_by, Some(new.clone()));
    desk.press("up up delete");
    assert!(desk.session.state().standing(&new).is_none());
    assert_eq!(desk.standing(&road()).superseded_by, None, "the trace goes with the decision");
    desk.press("ctrl-z ctrl-z");
    assert!(desk.session.state().standing(&new).is_none());
}

#[test]
fn what_was_replaced_comes_back_only_when_the_other_is_dropped() {
    let mut desk = in_meeting();
    desk.press("esc 代替3/10：太安路迁改10月15日前完成 enter f8 2 f8");
    desk.press("1 4 tab tab down enter 6");
    assert_eq!(desk.said(), "已由 2023-09-15/1 代替；要恢复它，先废止 2023-09-15/1");
    desk.press("up enter 5 区长 f2");
    desk.press("down enter 6 区长 f2");
    assert_eq!(desk.standing(&road()).stage, Stage::Reopened);
    assert_eq!(desk.standing(&road()).superseded_by, None);
}

#[test]
fn a_sheet_is_suggested_by_the_light_and_counted() {
    let mut desk = in_interval();
    desk.press("enter 0 6");
    let Screen::Form(form) = desk.seat.screen() else { panic!("{:?}", desk.seat.screen()) };
    assert_eq!(form.text(crate::words::Label::Colour), "红", "overdue since 08-31");
    desk.press("tab 逾期半月 f2");
    assert_eq!(desk.said(), "已存 3/10 发红色督办单（理由：逾期半月）");
    desk.press("enter 0 6 backspace 2 f2");
    let about = crate::ledger::About::Decision(road());
    let issued = desk.session.state().issued(&about);
    let of = |colour| issued.of(colour);
    assert_eq!(crate::ledger::Colour::ALL.iter().map(|c| of(*c)).collect::<Vec<_>>(), [0, 1, 1]);
    desk.press("enter 0 6 backspace 绿 f2");
    assert!(desk.said().starts_with("“绿”不是督办单的颜色"), "{}", desk.said());
}

#[test]
fn a_decision_about_no_row_opens_its_menu_from_the_search() {
    let mut desk = in_meeting();
    desk.press("esc # 0 enter 档案移交一件 enter f8 2 f8 / 档案移交 enter");
    let id: RecordId = "2023-09-15/1".parse().unwrap();
    assert!(matches!(&desk.seat.over, Some(Over::Menu(menu)) if menu.about == About::Decision(id)));
}

#[test]
fn an_office_has_what_it_was_given_later() {
    let mut desk = Desk::new(lived_in_session());
    desk.press("esc # 1 4 enter down enter 3 ctrl-e backspace backspace backspace 住建局 f2");
    let office = |name: &str| crate::plan::Party::named(name, &desk.session.plan.roster);
    assert!(desk.session.index.of(&office("住建局")).contains(&road()));
    assert!(!desk.session.index.of(&office("临空办")).contains(&road()));
    assert_eq!(line::walkable(&desk.session, &desk.seat).first(), Some(&road()));
}
