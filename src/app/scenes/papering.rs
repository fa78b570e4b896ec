//! 出文稿, key by key.

use unicode_width::UnicodeWidthStr as _;

use super::*;

fn asked(desk: &Desk) -> usize {
    desk.asked.iter().filter(|effect| matches!(effect, Effect::Papers(_))).count()
}

fn told(desk: &mut Desk, outcome: &Outcome) -> String {
    assert!(answer(&mut desk.session, &mut desk.seat, outcome).is_empty());
    desk.said()
}

fn made(left: &[&str]) -> Outcome {
    let left = left.iter().map(|name| (*name).to_owned()).collect();
    Outcome::PapersMade { count: 9, folder: "papers".into(), left }
}

#[test]
fn one_key_makes_all_papers_of_the_last_meeting() {
    let mut desk = Desk::new(between());
    desk.press("ctrl-x");
    let rule = desk.session.rule.clone();
    let papering = Papering { today: desk.session.today, rule };
    assert_eq!(desk.asked.last(), Some(&Effect::Papers(Box::new(papering))));
    let going = Outcome::PapersUnderWay { at: 2, all: 7 };
    assert_eq!(told(&mut desk, &going), "正在出文稿 2/7");
    assert_eq!(told(&mut desk, &made(&[])), "已出文稿9件，在 plan.ron 旁的 papers 目录");
}

#[test]
fn papers_are_not_asked_for_twice_at_once() {
    let mut desk = Desk::new(between());
    desk.press("ctrl-x");
    told(&mut desk, &Outcome::PapersUnderWay { at: 2, all: 7 });
    desk.press("ctrl-x");
    assert_eq!((desk.said().as_str(), asked(&desk)), ("正在出文稿 2/7", 1));
    let failed = Outcome::PapersNotMade { why: "磁盘满".into() };
    assert_eq!(told(&mut desk, &failed), "文稿没有出全：磁盘满");
    desk.press("ctrl-x");
    assert_eq!(asked(&desk), 2, "what failed may be tried again");
}

#[test]
fn a_paper_that_somebody_changed_is_named_until_something_else_is_said() {
    let mut desk = Desk::new(between());
    desk.press("ctrl-x");
    let said =
        "文稿9件在 papers 目录；1件有人改过，没有动：2023-08-11-会议纪要.docx；要新的，先移走它";
    assert_eq!(told(&mut desk, &made(&["2023-08-11-会议纪要.docx"])), said);
    desk.press("down");
    assert_eq!(desk.said(), said);
    let names: Vec<String> = (1..30).map(|n| format!("2023-08-11-交办单-演练{n}局.docx")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    desk.press("ctrl-x");
    let many = told(&mut desk, &made(&names));
    assert!(
        many.ends_with("没有动：2023-08-11-交办单-演练1局.docx 等；要新的，先移走它"),
        "{many}"
    );
    // It has two lines at the foot of a narrow window.
    assert!(many.width() < 120, "{many}");
}

#[test]
fn the_room_goes_on_and_its_answers_are_not_talked_over() {
    let mut desk = opened();
    desk.press("ctrl-x 开工 enter");
    assert_eq!(desk.said(), "已存 议定1 开工，时限 2023-10-13");
    let going = Outcome::PapersUnderWay { at: 3, all: 7 };
    assert_eq!(told(&mut desk, &going), "已存 议定1 开工，时限 2023-10-13");
    assert_eq!(told(&mut desk, &made(&[])), "已出文稿9件，在 plan.ron 旁的 papers 目录");
}

#[test]
fn before_the_first_meeting_there_are_no_papers() {
    let mut desk = Desk::new(founded(plan()));
    desk.press("ctrl-x");
    assert_eq!((desk.said().as_str(), asked(&desk)), ("还没有开过会，没有文稿可出；F8 开会", 0));
}
