//! What typed lines come to, in one table; and what no line does.

use proptest::prelude::*;

use super::*;
use crate::app::guest::{Mode, sit_down};
use crate::app::page::looks::Change;
use crate::app::rehearsal::{in_session, lived_in_session, place};
use crate::app::spot::Spot;
use crate::app::taste::Writing;
use crate::ledger::Jot;
use crate::words::GuestSays;

fn sitting(mut session: Session) -> (Session, Guest) {
    session.catalogued();
    let mut guest = Guest::new((80, 28), Lang::Zh, "督查室");
    let desk = Spot::Item { number: Some(6), rows: vec![place("1.4")], record: None };
    sit_down(&session, &mut guest, Some(desk), None);
    (session, guest)
}

fn typed(lines: &[&str]) -> (Session, Guest, Vec<Effect>) {
    let (session, mut guest) = sitting(lived_in_session());
    let effects = lines.iter().flat_map(|line| take(&session, &mut guest, line)).collect();
    (session, guest, effects)
}

#[track_caller]
fn check(line: &str, expect: Action) {
    let (session, guest) = sitting(lived_in_session());
    assert_eq!(read(&session, &guest, line), [expect], "{line}");
}

/// A guest has F9 by the desk's own numbers and names; what is chosen is asked to be kept at once.
#[test]
fn settings_are_chosen_by_number_or_name_and_kept_at_once() {
    let traditional = [
        &["f9", "8", "3"][..],
        &["显示", "文字", "繁体"],
        &["显示", "８ ３"],
        &["Display", "8", "Traditional"],
    ];
    for lines in traditional {
        let (_, guest, effects) = typed(lines);
        assert_eq!(guest.seat.taste.script, Writing::Traditional, "{lines:?}");
        let after = Taste { script: Writing::Traditional, ..Taste::default() };
        let kept = Effect::Prefer(std::boxed::Box::new(Change { before: Taste::default(), after }));
        assert_eq!((effects, guest.seat.looks), (vec![kept], None), "{lines:?}");
    }
    for lines in
        [&["f9", ""][..], &["f9", "8", "返回"], &["f9", "8", "99", ""], &["f9", "8", "esc"]]
    {
        let (_, guest, effects) = typed(lines);
        assert_eq!((guest.seat.taste, guest.seat.looks), (Taste::default(), None), "{lines:?}");
        assert_eq!(effects, [], "{lines:?}");
    }
    for lines in [&["1.4", "f9", "8", "2"][..], &["1.4", "f9", ""], &["1.4", "帮助"], &["1.4", "0"]]
    {
        let (session, guest, _) = typed(lines);
        let row = About::Row(session.plan.row(place("1.4")));
        assert_eq!(guest.named, Some(row), "a mark goes where it went before: {lines:?}");
    }
    let (_, guest, _) = typed(&["f9", "8", "99"]);
    assert!(guest.seat.looks.is_some(), "a number that picks nothing leaves nothing");
    let (_, guest, _) = typed(&["f9", "任务清单"]);
    assert!(guest.seat.looks.is_none() && *guest.seat.screen() != Screen::Meeting);
}

#[test]
fn a_line_is_a_number_a_name_a_key_or_a_place() {
    let row = |id: &str| look(Look::To(Stop::Row(place(id))));
    check("0", look(Look::Menu));
    check("2", Action::Mark(Mark::Seen));
    check("６", look(Look::Tasks));
    check("已阅", Action::Mark(Mark::Seen));
    check("Read", Action::Mark(Mark::Seen));
    check("任务清单", look(Look::Tasks));
    check("下页", look(Look::PageDown));
    check("下一项", look(Look::NextItem));
    check("》", look(Look::NextItem));
    check("？", look(Look::Help));
    check("f5", look(Look::Follow));
    check("q", look(Look::Leave));
    check("退出", look(Look::Leave));
    check("离开", look(Look::Leave));
    check("1.4", row("1.4"));
    check("１。４", row("1.4"));
    check("14", row("1.4"));
    check("#1", row("1"));
    check("1.2/1", row("1.2/1"));
    check("0/1", row("0/1"));
    let decision = |id: &str| look(Look::To(Stop::Decision(id.parse().unwrap())));
    let (session, _) = sitting(lived_in_session());
    let of = |id: &RecordId| session.index.spoken(id);
    let earlier = session.index.carried().first().unwrap();
    check(&of(earlier), decision(&earlier.to_string()));
    check(&earlier.to_string(), decision(&earlier.to_string()));
    check("专项债", look(Look::Text("专项债".into())));
    check("99.99", look(Look::Text("99.99".into())));
}

#[test]
fn every_command_is_called_by_its_name_and_the_first_nine_by_their_numbers() {
    let (session, guest) = sitting(in_session());
    for lang in [Lang::Zh, Lang::En] {
        for row in COMMANDS {
            let actions = read(&session, &guest, row.name.text(lang));
            assert_eq!(actions, std::slice::from_ref(&row.does), "{}", row.name.text(lang));
        }
    }
    for (number, row) in (1..=ON_PAGE).zip(COMMANDS) {
        assert_eq!(read(&session, &guest, &number.to_string()), std::slice::from_ref(&row.does));
    }
}

#[test]
fn a_mark_goes_on_what_a_line_named_until_something_else_is_looked_at() {
    let about = |guest: &Guest, session: &Session| super::super::point(session, guest).unwrap();
    let (session, guest, effects) = typed(&["3.1", "已阅"]);
    let row = About::Row(session.plan.row(place("3.1")));
    assert_eq!(effects, [Effect::Write(Jot::Seen(row.clone()))]);
    assert_eq!((about(&guest, &session), guest.mode), (row, Mode::Browsing));
    let (session, guest, _) = typed(&["3.1", "跟随"]);
    assert_eq!(about(&guest, &session), About::Row(session.plan.row(place("1.4"))));
    let (session, _, effects) = typed(&["已阅 1.2"]);
    let row = About::Row(session.plan.row(place("1.2")));
    assert_eq!(effects, [Effect::Write(Jot::Seen(row))]);
}

#[test]
fn a_remark_is_sent_with_its_words_or_on_a_line_of_its_own() {
    let sent = |effects: &[Effect]| {
        let said = effects.iter().find_map(|effect| match effect {
            Effect::Write(Jot::Said(_, text)) => Some(text.clone()),
            _ => None,
        });
        said.unwrap()
    };
    for lines in [
        &["3.1", "批注 何时开工"][..],
        &["3.1", "批注：何时开工"],
        &["3.1", "，何时开工"],
        &["3.1", "批注", "何时开工"],
        &["3.1", "3", "何时开工"],
    ] {
        let (_, guest, effects) = typed(lines);
        assert_eq!(sent(&effects), "何时开工", "{lines:?}");
        assert!(guest.over.is_none());
        assert!(matches!(guest.said, Some(GuestSays::Sent { .. })));
    }
}

#[test]
fn a_draft_is_read_again_before_it_goes_out() {
    let (session, mut guest) = sitting(lived_in_session());
    let about = About::Row(session.plan.row(place("3.1")));
    guest.drafts.push((about, "何时".into()));
    take(&session, &mut guest, "3.1");
    let effects = take(&session, &mut guest, "批注 开工");
    assert!(matches!(&guest.over, Some(Over::Pad { field, .. }) if field.text() == "何时开工"));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Write(_))), "{effects:?}");
    take(&session, &mut guest, "返回");
    assert_eq!(guest.drafts[0].1, "何时开工", "kept as a draft");
    take(&session, &mut guest, "批注");
    let effects = take(&session, &mut guest, "");
    assert!(effects.iter().any(|e| matches!(e, Effect::Write(Jot::Said(_, t)) if t == "何时开工")));
}

#[test]
fn what_was_found_is_picked_by_its_number() {
    let (_, guest, _) = typed(&["招商", "1"]);
    assert!(guest.seat.over.is_none(), "{:?}", guest.seat.over);
    let (_, guest, _) = typed(&["招商", "临空"]);
    let Some(Box::Find(find)) = &guest.seat.over else { panic!() };
    assert_eq!(find.field.text(), "临空", "the next search replaces the one before");
    let (_, guest, _) = typed(&["台账", "临空办", "逾期"]);
    let Screen::Register(register) = guest.seat.screen() else { panic!() };
    assert_eq!(register.field.text(), "逾期", "the next filter too");
    let (_, guest, _) = typed(&["台账", "/临空"]);
    assert!(matches!(&guest.seat.over, Some(Box::Find(find)) if find.field.text() == "临空"));
}

#[test]
fn leaving_is_said_or_asked_for_twice() {
    assert_eq!(typed(&["离开"]).2, [Effect::Leave]);
    assert_eq!(typed(&["返回"]).2, []);
    assert_eq!(typed(&["返回", "返回"]).2, [Effect::Leave]);
    assert_eq!(typed(&["返回", "1.4", "返回"]).2, []);
}

proptest! {
    #[test]
    fn no_line_breaks_a_seat_or_asks_for_more_than_marks(
        lines in prop::collection::vec("[0-9./#，。批注已阅返回招q ]{0,8}|\\PC{0,20}", 0..8)
    ) {
        let (session, mut guest) = sitting(lived_in_session());
        for line in &lines {
            for effect in take(&session, &mut guest, line) {
                let marks = matches!(effect, Effect::Write(_) | Effect::Draft(_) | Effect::Leave | Effect::Redraw);
                prop_assert!(marks, "{effect:?}");
            }
            let _ = Before::of(&guest);
        }
    }
}
