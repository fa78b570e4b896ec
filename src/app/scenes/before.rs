//! Stories of the agenda: prepared between meetings, gone through in the room, and what comes back.

use super::*;
use crate::app::agenda::{self, Source, agenda};
use crate::app::rehearsal::in_session;
use crate::ledger::{AgendaItem, ItemState, RecordId, Stage};
use crate::plan::Table;

fn titles(desk: &Desk) -> Vec<String> {
    let agenda = desk.session.agenda().cloned().unwrap_or_default();
    let item = |(number, item): (&u16, &AgendaItem)| format!("{number} {}", item.title);
    agenda.iter().map(item).collect()
}

fn item(desk: &Desk, number: u16) -> AgendaItem {
    desk.session.agenda().and_then(|agenda| agenda.get(&number)).cloned().unwrap()
}

/// A desk between meetings that turned the lists into an agenda.
fn prepared() -> Desk {
    let mut desk = Desk::new(between());
    desk.press("ctrl-o enter");
    desk
}

#[test]
fn the_lists_become_the_agenda_by_one_key_and_undo_takes_it_back() {
    let mut desk = prepared();
    assert!(matches!(desk.seat.screen(), Screen::Agenda { .. }));
    let titles = titles(&desk);
    assert_eq!(titles[..2], ["1 上次议定事项办理情况", "2 主要预期目标"]);
    assert!(titles.iter().any(|title| title.contains("持续推动临空经济发展")), "{titles:?}");
    let last = item(&desk, u16::try_from(titles.len()).unwrap());
    assert_eq!((last.state, last.title.as_str()), (ItemState::Written, "其余5项"));
    assert!(desk.said().starts_with("已存 改议程"), "{}", desk.said());
    desk.press("ctrl-z");
    assert!(desk.session.agenda().is_none_or(Table::is_empty));
}

#[test]
fn items_move_by_marks_in_either_width_and_minutes_by_arrows() {
    let mut desk = prepared();
    let before = titles(&desk);
    desk.press("down down 《 right right left");
    assert_eq!(item(&desk, 2).title, before[2][2..].to_owned());
    assert_eq!(item(&desk, 2).minutes, Some(5));
    desk.press("》 ！");
    assert_eq!(titles(&desk), before);
    assert!(item(&desk, 3).restricted);
    desk.press("home <");
    assert_eq!(desk.seat.notice, Some(Notice::ItemStays));
}

#[test]
fn an_item_is_added_renamed_and_removed() {
    let mut desk = prepared();
    desk.press("end +");
    assert!(matches!(desk.seat.screen(), Screen::Form(_)));
    desk.press("关于冬季清冰雪的汇报 tab tab 城管局 tab tab 10分 f2");
    let number = u16::try_from(titles(&desk).len()).unwrap();
    let added = item(&desk, number);
    assert_eq!((added.title.as_str(), added.minutes), ("关于冬季清冰雪的汇报", Some(10)));
    assert_eq!(added.office.map(|office| office.to_string()).as_deref(), Some("城管局"));
    desk.press("end f2 home 〔急〕 f2");
    assert_eq!(item(&desk, number).title, "〔急〕关于冬季清冰雪的汇报");
    desk.press("delete");
    assert_eq!(titles(&desk).len(), usize::from(number) - 1);
    desk.press("ctrl-z");
    assert_eq!(titles(&desk).len(), usize::from(number));
}

#[test]
fn the_first_item_brings_with_it_what_comes_back_by_itself() {
    let mut desk = Desk::new(between());
    desk.press("ctrl-g 关于预算的汇报 f2");
    assert_eq!(titles(&desk), ["1 上次议定事项办理情况", "2 主要预期目标", "3 关于预算的汇报"]);
}

#[test]
fn pasted_lines_are_prepared_and_the_meeting_takes_them_over() {
    let mut desk = prepared();
    desk.press("down down");
    paste(&mut desk, "由临空办牵头，10月15日前完成迁改\r\n\r\n省交投集团每周五报工期");
    assert_eq!(item(&desk, 3).prepared.len(), 2);
    desk.press("接着打的一行 f2");
    assert_eq!(item(&desk, 3).prepared.last().map(String::as_str), Some("接着打的一行"));
    let before = desk.session.agenda().cloned().unwrap();
    desk.press("f8 enter");
    let meeting = desk.session.meeting().unwrap();
    assert_eq!(meeting.agenda.len(), before.len());
    assert_eq!(meeting.agenda.get(&3).unwrap().prepared.len(), 3);
    assert_eq!(item(&desk, 1).state, ItemState::Current);
    // The interval held nothing else: no snapshot of nothing was made.
    assert!(!desk.asked.iter().any(|effect| matches!(effect, Effect::Publish(_))));
    assert_eq!(desk.session.sealed.id().to_string(), "2023-08-11");
}

#[test]
fn sealing_the_interval_goes_on_with_its_agenda_in_a_new_one() {
    let mut desk = prepared();
    desk.press("esc 0 / 2 f3 17 enter enter");
    let before = desk.session.agenda().cloned();
    let acted = act::seal_interval(&mut desk.session, Lang::Zh).unwrap();
    desk.perform(acted);
    assert_eq!(desk.session.sealed.id().to_string(), "2023-09-15-interval");
    assert!(desk.session.sealed.agenda().is_some_and(Table::is_empty));
    assert_eq!(desk.session.state().id().to_string(), "2023-09-15-interval-2");
    assert_eq!(desk.session.agenda().cloned(), before);
    assert_eq!(
        act::seal_interval(&mut desk.session, Lang::Zh),
        Err(Notice::NothingOpen),
        "an agenda alone is nothing to seal"
    );
    desk.press("f8 enter");
    assert_eq!(desk.session.meeting().map(|m| m.agenda.len()), before.map(|a| a.len()));
}

#[test]
fn an_agenda_survives_a_meeting_that_cannot_be_opened() {
    let mut desk = prepared();
    let before = desk.session.agenda().cloned();
    desk.broken = true;
    desk.press("f8 enter");
    assert!(desk.session.meeting().is_none());
    assert_eq!(desk.session.agenda().cloned(), before);
}

#[test]
fn a_prepared_line_is_changed_recorded_and_struck_by_one_act() {
    let mut desk = prepared();
    desk.press("down down");
    paste(&mut desk, "迁改10月15日前完成\n每周五报工期");
    desk.press("f8 enter ctrl-n ctrl-n");
    assert_eq!(desk.seat.line.item, Some(3));
    while desk.seat.line.prepared.is_none() {
        desk.press("down");
    }
    desk.press("enter");
    assert_eq!(desk.seat.line.field.text(), "迁改10月15日前完成");
    desk.press("，不再延期 enter");
    assert_eq!(item(&desk, 3).prepared, ["每周五报工期"]);
    let texts: Vec<String> = desk.decisions().into_iter().map(|(_, text)| text).collect();
    assert_eq!(texts.len(), 1);
    assert!(desk.said().starts_with("已存 议定1"), "{}", desk.said());
    desk.press("ctrl-z");
    assert_eq!(item(&desk, 3).prepared.len(), 2);
    assert!(desk.decisions().is_empty());
    desk.press("ctrl-y");
    assert_eq!(item(&desk, 3).prepared.len(), 1);
    // A line that is cleared and typed anew was made of nothing.
    desk.press("down");
    while desk.seat.line.prepared.is_none() {
        desk.press("down");
    }
    desk.press("enter ctrl-u 别的事 enter");
    assert_eq!(item(&desk, 3).prepared, ["每周五报工期"]);
}

#[test]
fn a_prepared_line_is_struck_whatever_it_records() {
    let mut desk = prepared();
    desk.press("down down");
    paste(&mut desk, "代替3/10：迁改10月15日前完成\n记：工期由省交投集团说明");
    desk.press("f8 enter ctrl-n ctrl-n");
    let old: RecordId = "2023-08-11/10".parse().unwrap();
    for left in [1, 0] {
        while desk.seat.line.prepared.is_none() {
            desk.press("down");
        }
        desk.press("enter enter");
        assert_eq!(item(&desk, 3).prepared.len(), left, "{}", desk.said());
    }
    let stage = |desk: &Desk| desk.session.state().standing(&old).unwrap().stage;
    assert_eq!(stage(&desk), Stage::Dropped);
    assert_eq!(desk.session.state().ledger.notes.len(), 1);
    desk.press("ctrl-z");
    assert_eq!((item(&desk, 3).prepared.len(), stage(&desk)), (1, Stage::Dropped));
    desk.press("ctrl-z");
    assert_eq!(item(&desk, 3).prepared.len(), 2);
    assert_ne!(stage(&desk), Stage::Dropped);
}

#[test]
fn up_and_down_go_from_open_decisions_to_prepared_lines_to_this_meetings_records() {
    let mut session = in_session();
    let was = session.agenda().unwrap().get(&6).cloned().unwrap();
    let now = AgendaItem { prepared: vec!["预拟的".into()], ..was };
    act::set_item(&mut session, 6, now).unwrap();
    let mut desk = Desk::new(session);
    line::bind_current(&desk.session, &mut desk.seat);
    desk.seat.go(Screen::Meeting);
    let mut seen = Vec::new();
    for _ in 0..9 {
        desk.press("down");
        let line = &desk.seat.line;
        seen.push(match (&line.record, &line.prepared) {
            (Some(id), None) => id.to_string(),
            (None, Some(prepared)) => prepared.text.clone(),
            (None, None) => "-".into(),
            (Some(_), Some(_)) => panic!("two at once"),
        });
    }
    let own: Vec<String> = (1..=6).map(|n| format!("2023-09-15/{n}")).collect();
    let all = [vec!["2023-08-11/10".to_owned(), "预拟的".into()], own, vec!["-".into()]].concat();
    assert_eq!(seen, all);
}

#[test]
fn what_was_put_off_is_passed_over_and_comes_back_until_it_is_gone_through() {
    let mut desk = Desk::new(founded(plan()));
    desk.press("f8 enter ctrl-n ctrl-n");
    assert_eq!(desk.seat.line.item, Some(3));
    desk.press("ctrl-g 1");
    assert_eq!((item(&desk, 3).state, desk.seat.line.item), (ItemState::Postponed, Some(4)));
    desk.press("ctrl-g down 4 资料不全 f2");
    assert_eq!(
        (item(&desk, 5).state, item(&desk, 5).reason),
        (ItemState::Carried, "资料不全".into())
    );
    desk.seat.go(Screen::Meeting);
    desk.press("ctrl-n");
    assert_eq!(desk.seat.line.item, Some(6), "the one that is skipped does not come up");
    let [postponed, carried] = [item(&desk, 3).title, item(&desk, 5).title];
    desk.press("f8 2 f8");
    for source in [Source::Lists, Source::Plan] {
        let next = agenda(&desk.session, source, "", Lang::Zh);
        let of = |title: &str| next.values().filter(|item| item.title == title).collect::<Vec<_>>();
        let [back] = of(&postponed)[..] else { panic!("{source:?} {next:?}") };
        assert_eq!((back.state, back.reason.as_str()), (ItemState::Ahead, "第1次会议暂缓"));
        let [back] = of(&carried)[..] else { panic!("{source:?} {next:?}") };
        assert_eq!(back.reason, "第1次会议转下次：资料不全");
    }
    // Not reached again, it comes back again; gone through, it does not.
    desk.press("f8 enter f8 2 f8");
    let next = agenda(&desk.session, Source::Lists, "", Lang::Zh);
    let back = next.iter().find(|(_, item)| item.title == postponed).map(|(number, _)| *number);
    desk.press("f8 enter");
    desk.press(&format!("ctrl-g {}", "down ".repeat(usize::from(back.unwrap()) - 1)));
    desk.press("enter ctrl-n f8 2 f8");
    let next = agenda(&desk.session, Source::Lists, "", Lang::Zh);
    assert!(!next.values().any(|item| item.title == postponed), "{next:?}");
    assert!(next.values().any(|item| item.title == carried));
}

#[test]
fn the_first_items_come_back_once_when_they_were_put_off() {
    let mut desk = Desk::new(between());
    desk.press("f8 f8 f8 2 end space f8");
    let meeting = desk.session.last_of("").map(|meeting| meeting.agenda.clone()).unwrap();
    let put_off = |item: &AgendaItem| item.state == ItemState::Carried;
    assert!(meeting.values().take(2).all(put_off), "{meeting:?}");
    for lang in [Lang::Zh, Lang::En] {
        let next = agenda(&desk.session, Source::Plan, "", lang);
        let first: Vec<&AgendaItem> =
            next.values().filter(|item| agenda::follows_up(item)).collect();
        let [first] = first[..] else { panic!("{next:?}") };
        assert!(first.reason.contains('4'), "{first:?}");
        let headline =
            next.values().filter(|item| Some(&item.rows) == meeting.get(&2).map(|was| &was.rows));
        assert_eq!(headline.count(), 1, "{next:?}");
    }
}

#[test]
fn what_is_on_record_keeps_its_number() {
    let mut desk = opened();
    desk.press("ctrl-n ctrl-g");
    let before = titles(&desk);
    desk.press("delete");
    assert_eq!(desk.seat.notice, Some(Notice::ItemOnRecord));
    desk.press("<");
    assert_eq!(desk.seat.notice, Some(Notice::ItemStays));
    desk.press("down <");
    assert_eq!(desk.seat.notice, Some(Notice::ItemStays));
    assert_eq!(titles(&desk), before);
    desk.press("> >");
    assert_eq!(item(&desk, 5).title, before[2][2..].to_owned());
    assert_eq!(titles(&desk)[..2], before[..2]);
}

#[test]
fn going_back_to_an_item_gives_it_the_time_and_a_desk_comes_back_to_it() {
    let mut desk = opened();
    desk.press("ctrl-n ctrl-n ctrl-p");
    assert_eq!(desk.seat.line.item, Some(2));
    let floor = desk.session.open.as_ref().map(|open| open.floor().here());
    assert_eq!(floor, Some(Some(2)));
    assert_eq!(item(&desk, 2).state, ItemState::Discussed, "it was through and stays so");
    let mut back = Desk::new(desk.session);
    line::bind_current(&back.session, &mut back.seat);
    assert_eq!(back.seat.line.item, Some(2));
}

#[test]
fn a_carried_item_of_another_series_waits_for_its_own_meeting() {
    let mut desk = opened();
    desk.press("ctrl-g down down 2 esc f8 2 f8");
    let carried = plan().tasks().nth(1).map(|task| task.title.clone()).unwrap();
    let other = agenda::Opening { code: "cw".into(), ..agenda::prefilled(&desk.session, "cw") };
    let meeting = agenda::meeting(&desk.session, &other, Lang::Zh);
    assert_eq!(meeting.number, 1);
    let has = |agenda: &agenda::Agenda| {
        agenda.values().any(|item| item.title == carried && !item.reason.is_empty())
    };
    assert!(!has(&meeting.agenda));
    let acted = act::open_meeting(&mut desk.session, meeting, Lang::Zh).unwrap();
    desk.perform(acted);
    desk.press("f8 2 f8");
    assert!(has(&agenda(&desk.session, Source::Plan, "", Lang::Zh)));
}
