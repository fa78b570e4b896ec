//! 文稿表述: how papers word a record otherwise, said at the desk, taken back, corrected when sealed.

use super::*;

/// A meeting with one decision on the road.
fn decided() -> (Desk, RecordId) {
    let mut desk = Desk::new(between());
    desk.press("f8 f8 # 1 4 enter 路要修好 enter");
    let id = desk.session.state().ledger.decisions.keys().last().cloned().unwrap();
    (desk, id)
}

impl Desk {
    fn in_papers(&self, id: &RecordId) -> String {
        self.session.state().standing(id).unwrap().in_papers
    }
}

#[test]
fn a_decision_of_this_meeting_gets_another_wording_in_its_form() {
    let (mut desk, id) = decided();
    // Up points at the record, Enter opens it, Up goes from the first field to the last.
    desk.press("up enter up 确保道路按期完工 f2");
    assert_eq!(desk.said(), "已存 议定1 文稿作：确保道路按期完工");
    assert_eq!(desk.in_papers(&id), "确保道路按期完工");
    assert_eq!(desk.decisions(), [(id.to_string(), "路要修好".to_owned())]);
    desk.press("ctrl-z");
    assert_eq!(desk.in_papers(&id), "", "one undo takes it back");
    desk.press("ctrl-y");
    assert_eq!(desk.in_papers(&id), "确保道路按期完工");
    desk.press("enter up ctrl-u f2");
    assert_eq!(desk.said(), "已存 议定1 文稿仍用原文：路要修好，牵头 临空办，时限 2023-10-20");
    assert_eq!(desk.in_papers(&id), "");
}

#[test]
fn what_is_new_is_not_asked_for_its_wording() {
    let mut desk = Desk::new(between());
    desk.press("f8 f8 # 1 4 enter f2");
    let Screen::Form(form) = desk.seat.screen() else { panic!("{:?}", desk.seat.screen()) };
    assert!(form.fields.iter().all(|(label, _)| *label != crate::words::Label::InPapers));
}

#[test]
fn a_sealed_decision_is_worded_by_a_correction_from_its_menu() {
    let mut desk = Desk::new(between());
    let id: RecordId = "2023-08-11/10".parse().unwrap();
    desk.press("1 4 tab tab enter 0 ９ 太安路如期迁改 tab 区长 f2");
    assert_eq!(desk.said(), "已存 3/10 更正文稿表述：空 改为 太安路如期迁改（区长 同意）");
    assert_eq!(desk.in_papers(&id), "太安路如期迁改");
    desk.press("ctrl-z");
    assert_eq!(desk.in_papers(&id), "");
}

#[test]
fn an_item_gets_its_own_paragraph_and_does_not_take_it_along() {
    let mut desk = Desk::new(between());
    desk.press("f8 f8 ctrl-g f2");
    let before = desk.session.agenda().unwrap().clone();
    let Screen::Form(form) = desk.seat.screen() else { panic!("{:?}", desk.seat.screen()) };
    let Purpose::Item { number: Some(number), .. } = form.purpose else { panic!("{form:?}") };
    desk.press("up 会议逐件过了进度 f2");
    let item = |desk: &Desk| desk.session.agenda().unwrap()[&number].clone();
    assert_eq!(item(&desk).in_papers, "会议逐件过了进度");
    assert!(desk.said().ends_with(" 文稿作：会议逐件过了进度"), "{}", desk.said());
    desk.press("ctrl-z");
    assert_eq!(desk.session.agenda(), Some(&before));
}
