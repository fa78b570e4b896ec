//! Stories of the line: lines pasted together, records changed, rows marked, what is left 待定, and the
//! gate at the close.

use super::super::rehearsal::{between, in_session};
use super::*;
use crate::app::preview::Kind;
use crate::ledger::{Decision, Due, ItemState, Outcome};
use crate::plan::{Party, Place};

fn made(desk: &Desk, number: u32) -> Decision {
    let id = desk.session.state().id().record(number);
    desk.session.state().ledger.decisions.get(&id).cloned().unwrap()
}

fn paste(desk: &mut Desk, text: &str) {
    desk.send(&Input::Paste(text.to_owned()));
}

fn gaps(desk: &Desk) -> Vec<String> {
    desk.session.gaps().iter().map(|gap| gap.text(Lang::Zh)).collect()
}

fn item(desk: &Desk, number: u16) -> ItemState {
    desk.session.meeting().unwrap().agenda.get(&number).unwrap().state
}

/// The last item that was not gone through.
fn last_ahead(desk: &Desk) -> u16 {
    let agenda = &desk.session.meeting().unwrap().agenda;
    *agenda.iter().rfind(|(_, item)| item.state == ItemState::Ahead).unwrap().0
}

/// The fourth meeting of the rehearsal, at the item on the airport economy.
fn fourth() -> Desk {
    let mut desk = Desk::new(in_session());
    desk.seat.go(Screen::Meeting);
    line::bind_current(&desk.session, &mut desk.seat);
    desk
}

#[test]
fn several_lines_are_looked_at_and_become_several_records_with_one_undo() {
    let mut desk = fourth();
    paste(
        &mut desk,
        "1. 空港医院开工 @wjj >1031\n2. 记：雨季\n3. 不要这一行\n4. 1.4/1=2\n5. 拆迁收尾",
    );
    assert!(matches!(desk.seat.screen(), Screen::Pasted(pasted) if pasted.lines.len() == 5));
    assert_eq!(desk.decisions().len(), 3);
    desk.press("down down space f2");
    assert_eq!(*desk.seat.screen(), Screen::Meeting);
    assert!(desk.said().starts_with("已存 议定7 空港医院开工"), "{}", desk.said());
    assert!(desk.said().ends_with(" 等4条"), "{}", desk.said());
    let texts: Vec<String> = desk.decisions().into_iter().map(|(_, text)| text).collect();
    assert_eq!(texts[3..], ["空港医院开工", "拆迁收尾"]);
    assert_eq!(made(&desk, 7).item, Some(6));
    assert_eq!(made(&desk, 10).said, "拆迁收尾");
    desk.press("ctrl-z");
    assert_eq!(desk.decisions().len(), 3);
    assert!(desk.session.state().ledger.notes.keys().all(|id| id.number < 7));
    desk.press("ctrl-y");
    assert_eq!(desk.decisions().len(), 5);
}

#[test]
fn a_pasted_line_that_means_nothing_records_none_of_them() {
    let mut desk = fourth();
    paste(&mut desk, "空港医院开工\n1.4/9=3\n拆迁收尾");
    desk.press("f2");
    assert!(matches!(desk.seat.screen(), Screen::Pasted(pasted) if pasted.cursor == 1));
    assert_eq!(
        (desk.decisions().len(), desk.said().as_str()),
        (3, "没有 1.4/9 这一项；任务写 1.2，措施写 1.2.2，目标写 1.2/1")
    );
    // Changed in place; what the input method commits goes to the end of the line.
    desk.press("space up 改成一条议定 enter f2");
    assert_eq!(made(&desk, 8).text, "拆迁收尾");
    let mut desk = fourth();
    paste(&mut desk, "空港医院开工\n拆迁收尾");
    desk.press("enter home");
    desk.send(&Input::Text("要求：".into()));
    desk.press("f2");
    assert_eq!(made(&desk, 7).kind.code(), "required");
}

#[test]
fn pasted_lines_are_never_lost() {
    let mut desk = fourth();
    paste(&mut desk, "甲件\n乙件\n丙件");
    desk.press("esc");
    assert_eq!(*desk.seat.screen(), Screen::Meeting);
    assert_eq!((desk.seat.line.field.text(), desk.seat.line.unsent.len()), ("甲件", 2));
    // Saved one by one, each brings the next; ^U and Enter pass over one.
    desk.press("enter");
    assert_eq!(desk.seat.line.field.text(), "乙件");
    desk.press("ctrl-u enter");
    assert_eq!((desk.seat.line.field.text(), desk.seat.line.unsent.len()), ("丙件", 0));
    // Another screen takes the page away and not its lines; a draft has them all.
    let mut desk = fourth();
    paste(&mut desk, "甲件\n乙件");
    desk.press("f8 2 f4 任务清单 enter");
    assert!(matches!(desk.seat.screen(), Screen::Tasks { .. }));
    assert_eq!(desk.seat.unrecorded().trim(), "甲件\n乙件");
    assert!(desk.asked.contains(&Effect::Draft("\n甲件\n乙件".into())));
    // What the disk refuses comes back line by line.
    let mut desk = fourth();
    desk.broken = true;
    paste(&mut desk, "甲件\n乙件");
    desk.press("f2");
    assert_eq!(desk.decisions().len(), 3);
    assert_eq!(desk.seat.unrecorded(), "甲件\n乙件");
}

#[test]
fn a_paste_into_a_field_stays_one_line() {
    let mut desk = fourth();
    desk.press("f2");
    paste(&mut desk, "甲件\n乙件");
    let Screen::Form(form) = desk.seat.screen() else { panic!("{:?}", desk.seat.screen()) };
    assert_eq!(form.text(crate::words::Label::Text), "甲件 乙件");
}

#[test]
fn every_record_of_the_meeting_is_changed_by_an_edit_with_its_own_undo() {
    let mut desk = fourth();
    // The newest first: 议定6, 记5, 分工4, 议定3, 报数2.
    desk.press("up enter end （改） f2");
    assert_eq!(made(&desk, 6).text, "空港应急医院10月底前开工（改）");
    assert!(made(&desk, 6).lead_assumed, "the lead was not touched");
    desk.press("up enter end （补） f2");
    let note = |desk: &Desk| desk.session.state().ledger.notes.values().next().cloned().unwrap();
    assert!(note(&desk).text.ends_with("工期（补）"), "{}", note(&desk).text);
    desk.press("ctrl-z");
    assert!(note(&desk).text.ends_with("工期"));
    desk.press("ctrl-z");
    assert_eq!(made(&desk, 6).text, "空港应急医院10月底前开工");
    let mut desk = fourth();
    desk.press("up up up enter tab 、民政局 f2");
    let place: Place = "1.4".parse().unwrap();
    let support = desk.session.assignment(place).map(|now| now.support.len());
    assert_eq!(support, Some(3));
    desk.press("up up enter end 0 f2");
    let target: Place = "1.4/1".parse().unwrap();
    let readings = desk.session.state().ledger.readings.get(&target).unwrap();
    let value = |number: u32| {
        let id = desk.session.state().id().record(number);
        readings.get(&id).map(|reading| reading.value.to_string())
    };
    assert_eq!(value(2).as_deref(), Some("10"));
    assert_eq!(gaps(&desk)[0], "2023-09-15/2 疑差十倍 1>10项");
}

#[test]
fn the_form_shows_what_the_line_was_understood_as() {
    let mut desk = fourth();
    type_out(&mut desk, "原则同意：医院9月25日前报审，10月底前开工 @wjj");
    desk.press("f2");
    let Screen::Form(form) = desk.seat.screen().clone() else { panic!() };
    let texts: Vec<&str> = form.fields.iter().map(|(_, field)| field.text()).collect();
    assert_eq!(
        texts,
        [
            "医院9月25日前报审，10月底前开工",
            "卫健局",
            "",
            "2023-10-31",
            "2023-09-25 医院报审",
            "1.4",
            "议定 原则同意"
        ]
    );
    desk.press("f2");
    let made = made(&desk, 7);
    assert_eq!((made.outcome, made.nodes.len()), (Outcome::AgreedInPrinciple, 1));
    assert_eq!(made.said, "原则同意：医院9月25日前报审，10月底前开工 @wjj");
    assert!(desk.seat.line.field.is_empty());
}

#[test]
fn marked_rows_get_one_decision() {
    let mut desk = fourth();
    desk.press("f4 任务清单 enter down");
    desk.send(&Input::Key(Key::Char('\u{3000}')));
    desk.press("down space f2 联合督查，国庆节前报结果，由发改局牵头 down down czj f2");
    let about: Vec<String> = made(&desk, 7).about.iter().map(ToString::to_string).collect();
    assert_eq!(about, ["1.2", "1.4"]);
    // The sentence is heard in the form as in the line.
    let made = made(&desk, 7);
    assert_eq!(made.text, "联合督查，国庆节前报结果");
    assert_eq!(made.due, Due::Stated("2023-09-28".parse().unwrap()));
    let names = |parties: &[Party]| crate::ledger::sentence::names(parties);
    assert_eq!((names(&made.lead), names(&made.support)), ("发改局".into(), "财政局".into()));
    assert!(desk.seat.marks.is_empty());
    desk.press("space space esc");
    assert!(desk.seat.marks.is_empty() && matches!(desk.seat.screen(), Screen::Tasks { .. }));
}

#[test]
fn a_decision_that_is_put_off_puts_its_item_off() {
    let mut desk = fourth();
    desk.press("太安路迁改 enter 暂缓：消防站选址 enter");
    assert_eq!(item(&desk, 6), ItemState::Current, "something was decided here");
    desk.press("ctrl-n 暂缓：现代服务业方案 enter");
    assert_eq!((item(&desk, 7), desk.said().contains('等')), (ItemState::Postponed, false));
    desk.press("ctrl-n");
    assert_eq!((item(&desk, 6), item(&desk, 7)), (ItemState::Discussed, ItemState::Postponed));
    desk.press("ctrl-z");
    assert_eq!(item(&desk, 7), ItemState::Current);
    desk.press("ctrl-y");
    let put_off = made(&desk, 9);
    assert_eq!((put_off.outcome, put_off.lead.len()), (Outcome::Postponed, 0));
    assert!(!gaps(&desk).iter().any(|gap| gap.starts_with("2023-09-15/9")), "nobody has to do it");
}

#[test]
fn what_is_left_open_is_settled_in_the_meeting() {
    let mut desk = fourth();
    desk.press("消防站选址_待定 enter 医院名称_待定 enter");
    assert_eq!(desk.session.index.pending().len(), 2);
    desk.press("f4 待定 enter space");
    assert!(!made(&desk, 7).pending);
    desk.press("enter tab ctrl-u 住建局 f2");
    assert_eq!(*desk.seat.screen(), Screen::Pending { cursor: 0 });
    let second = made(&desk, 8);
    assert!(!second.pending && second.lead[0].name() == "住建局");
    assert!(desk.session.index.pending().is_empty());
    desk.press("ctrl-z");
    assert_eq!(desk.session.index.pending().len(), 1);
}

#[test]
fn what_is_left_open_is_settled_after_the_close_by_a_record_of_the_interval() {
    let mut desk = fourth();
    desk.press("消防站选址_待定 enter 医院名称_待定 enter f8 2 f8");
    assert_eq!(desk.session.index.pending().len(), 2);
    desk.press("f4 待定 enter enter end 在太安路 tab ctrl-u zjj tab tab ctrl-u 1031 f2");
    assert!(desk.session.state().meeting().is_none());
    let first: RecordId = "2023-09-15/7".parse().unwrap();
    let sealed = &desk.session.sealed.ledger.decisions[&first];
    assert_eq!(sealed.text, "消防站选址");
    let now = desk.session.state().standing(&first).unwrap();
    assert_eq!((now.text.as_str(), now.lead[0].name()), ("消防站选址在太安路", "住建局"));
    assert_eq!(now.due, Due::Stated("2023-10-31".parse().unwrap()));
    assert!(desk.said().starts_with("已存 4/7 定下：消防站选址在太安路"), "{}", desk.said());
    desk.press("space");
    assert!(desk.session.index.pending().is_empty());
    desk.press("ctrl-z ctrl-z");
    assert_eq!(desk.session.index.pending().len(), 2);
}

#[test]
fn the_gate_goes_to_an_item_with_the_line_bound_to_it() {
    let mut desk = Desk::new(between());
    desk.press("f8 f8");
    type_out(&mut desk, "#4.4");
    desk.press("enter f8 2 end enter");
    assert_eq!(desk.seat.screen(), &Screen::Meeting);
    let item = line::item(&desk.session, &desk.seat).unwrap();
    let own: Vec<Place> = item.rows.iter().map(|row| row.place).collect();
    assert!(!own.contains(&"4.4".parse().unwrap()), "{own:?}");
    assert_eq!(item.state, ItemState::Current);
    assert_eq!(line::rows(&desk.session, &desk.seat), own);
}

#[test]
fn the_gate_is_walked_with_one_key_for_each_gap() {
    let mut desk = Desk::new(between());
    desk.press("f8 f8 ctrl-n ctrl-n ctrl-n");
    for line in [
        "尽快开工 待定",
        "照办",
        "1.2/1=2400",
        "#0 请省交投集团到会 @省交投集团",
        "4.4/2=30",
        "#4.4/2 再演一场",
    ] {
        type_out(&mut desk, line);
        desk.press("enter");
    }
    desk.press("f8 2");
    let all = gaps(&desk);
    assert_eq!(
        all,
        [
            "2023-09-15/1 待定",
            "2023-09-15/1 牵头未确认",
            "2023-09-15/1 缺时限",
            "2023-09-15/1 含糊 尽快",
            "2023-09-15/2 牵头未确认",
            "2023-09-15/2 时限未确认",
            "2023-09-15/3 疑差十倍 240>2400亿元",
            "2023-09-15/4 时限未确认",
            "2023-09-15/4 名册外 省交投集团",
            "2023-09-15/6 缺牵头",
            "2023-09-15/6 时限未确认",
            "2023-09-15/6 已完成项 4.4/2",
            "未议 4",
        ]
    );
    // All that is assumed at once, then one by one from the top.
    desk.press("f2");
    assert!(!gaps(&desk).iter().any(|gap| gap.contains("未确认")), "{:?}", gaps(&desk));
    desk.press("space");
    assert!(!made(&desk, 1).pending);
    desk.press("enter ctrl-u 1031 f2");
    assert_eq!(made(&desk, 1).due, Due::Stated("2023-10-31".parse().unwrap()));
    assert_eq!(gaps(&desk)[0], "2023-09-15/1 含糊 尽快");
    // A vague word is counted and passed over.
    desk.press("space space");
    assert_eq!(
        gaps(&desk),
        [
            "2023-09-15/1 含糊 尽快",
            "2023-09-15/4 名册外 省交投集团",
            "2023-09-15/6 缺牵头",
            "2023-09-15/6 已完成项 4.4/2",
            "未议 4"
        ]
    );
    // 不列督办: then nobody has to lead it either. The items that are left go to the next meeting.
    desk.press("down down space");
    assert!(made(&desk, 6).untracked);
    assert_eq!(gaps(&desk)[2..], ["未议 4"]);
    let ahead = last_ahead(&desk);
    desk.press("space");
    assert_eq!((gaps(&desk).len(), item(&desk, ahead)), (2, ItemState::Carried));
    // What has a decision was gone through.
    assert_eq!(made(&desk, 6).item.map(|own| item(&desk, own)), Some(ItemState::Discussed));
    desk.press("ctrl-z");
    assert_eq!((gaps(&desk).len(), item(&desk, ahead)), (3, ItemState::Ahead));
}

#[test]
fn a_figure_in_another_unit_is_asked_for_until_somebody_says_that_it_is_right() {
    let mut desk = Desk::new(between());
    desk.press("f8 f8 ctrl-n ctrl-n ctrl-n");
    type_out(&mut desk, "1.2/1=305%");
    desk.press("enter");
    assert!(desk.said().contains("原写305%"), "{}", desk.said());
    assert_eq!(gaps(&desk)[0], "2023-09-15/1 单位不同 305%>305亿元");
    desk.press("f8 2 space");
    assert!(!gaps(&desk).iter().any(|gap| gap.contains("单位不同")), "{:?}", gaps(&desk));
    desk.press("ctrl-z");
    assert_eq!(gaps(&desk)[0], "2023-09-15/1 单位不同 305%>305亿元");
}

#[test]
fn a_gap_that_is_left_stands_in_the_message_and_not_in_the_file() {
    let mut desk = opened();
    desk.press("尽快开工 enter f8 2 f8");
    let published = desk.asked.iter().find_map(|effect| match effect {
        Effect::Publish(it) => Some(it),
        _ => None,
    });
    let (text, message) = published.map(|it| (it.text.clone(), it.message.clone())).unwrap();
    assert!(!text.contains("含糊"), "{text}");
    let (_, gaps) = message.split_once("\n\n散会时的缺项4\n").unwrap();
    assert_eq!(gaps, "2023-09-15/1 缺牵头\n2023-09-15/1 缺时限\n2023-09-15/1 含糊 尽快\n未议 21");
}

#[test]
fn one_office_with_too_much_to_lead_is_said() {
    let mut desk = fourth();
    for number in 1..=6 {
        desk.press(&format!("第{number}件事_@wjj_>1031 enter"));
    }
    assert!(gaps(&desk).contains(&"卫健局 牵头过多 6".to_owned()), "{:?}", gaps(&desk));
}

#[test]
fn f7_reads_the_list_back_during_and_after_the_meeting() {
    let mut desk = fourth();
    desk.press("f7");
    assert_eq!(*desk.seat.screen(), Screen::ReadBack { cursor: 0 });
    let numbers =
        |desk: &Desk| -> Vec<u32> { desk.session.read_back().iter().map(|id| id.number).collect() };
    assert_eq!(numbers(&desk), [1, 3, 6]);
    desk.press("down down down");
    assert_eq!(*desk.seat.screen(), Screen::ReadBack { cursor: 2 });
    desk.press("pageup esc f8 2 f8 f7");
    assert_eq!(*desk.seat.screen(), Screen::ReadBack { cursor: 0 });
    assert_eq!(numbers(&desk), [1, 3, 6]);
    let mut new = Desk::new(founded(plan()));
    new.press("f7");
    assert_eq!(new.said(), "会上还没有议定；F2 记议定");
}

#[test]
fn f11_shows_papers_page_by_page_and_enter_mends_what_they_say() {
    let mut desk = fourth();
    let at = |desk: &Desk| match desk.seat.screen() {
        Screen::Preview(shown) => {
            let place = shown.laid(&desk.session).unwrap().place(shown.cursor);
            Some((shown.paper, place))
        }
        _ => None,
    };
    desk.press("f11");
    assert_eq!(at(&desk), Some((Kind::Minutes, (0, 0))));
    desk.press("pagedown");
    assert_eq!(at(&desk), Some((Kind::Minutes, (1, 0))));
    // The last page stays; its lines are gone through one by one, and a digit is a page.
    desk.press("pagedown down");
    assert_eq!(at(&desk), Some((Kind::Minutes, (1, 1))));
    desk.press("1 left tab down down");
    assert_eq!(at(&desk), Some((Kind::Decisions, (0, 2))));
    desk.press("enter");
    assert!(matches!(desk.seat.screen(), Screen::Form(_)));
    desk.press("esc");
    assert_eq!(at(&desk), Some((Kind::Decisions, (0, 2))));
    // What is typed is not lost.
    desk.press("补一条");
    assert_eq!((at(&desk), desk.seat.line.field.text()), (None, "补一条"));
    let mut new = Desk::new(founded(plan()));
    new.press("f11");
    assert_eq!((at(&new), new.seat.notice), (None, Some(Notice::NoMeetingYet)));
}

/// Paging passes over no decision, whatever the window.
#[test]
fn a_page_of_the_list_begins_where_the_last_one_ended() {
    let mut desk = fourth();
    for number in 1..=30 {
        let long = "专班每周报进度，".repeat(number % 7 + 1);
        desk.press(&format!("第{number}件事{long}_@wjj+fgj、czj、mzj_>1031 enter"));
    }
    for size in [(120, 36), (80, 24), (60, 18), (40, 10)] {
        desk.send(&Input::Resize(size.0, size.1));
        desk.press("f7 home");
        let mut tops = vec![0];
        loop {
            desk.press("pagedown");
            let top = look::cursor(&desk.seat);
            if tops.last() == Some(&top) {
                break;
            }
            tops.push(top);
        }
        assert!(tops.is_sorted() && tops.len() > 2, "{tops:?} {size:?}");
        for back in tops.iter().rev() {
            assert!(look::cursor(&desk.seat) <= *back || back == &0);
            desk.press("pageup");
        }
        assert_eq!(look::cursor(&desk.seat), 0);
        desk.press("esc");
    }
}

#[test]
fn the_last_office_of_a_reorganisation_has_the_records_of_all() {
    let mut session = in_session();
    let lkb = "lkb".parse().unwrap();
    session.plan.roster.offices.get_mut(&lkb).unwrap().successor = Some("tcj".parse().unwrap());
    session.replan(session.plan.clone());
    let now = Party::named("临空办", &session.plan.roster);
    assert_eq!(now.name(), "投促局");
    let texts: Vec<String> = (session.index.of(&now).iter())
        .filter_map(|id| session.state().standing(id))
        .map(|standing| standing.text)
        .collect();
    assert!(texts.contains(&"太安路迁改8月底前完成".to_owned()), "{texts:?}");
    assert!(!session.picks().iter().any(|party| party.name() == "临空办"));
    let mut desk = Desk::new(session);
    desk.seat.go(Screen::Meeting);
    line::bind_current(&desk.session, &mut desk.seat);
    desk.press("再催一次 enter");
    assert_eq!(made(&desk, 7).lead[0].name(), "投促局");
}
