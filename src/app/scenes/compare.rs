//! The comparison, key by key.

use super::super::compare::{Compare, End};
use super::*;
use crate::app::rehearsal::{in_session, lived_in_session, reported};
use crate::judge::Grounds;
use crate::judge::compare::{By, Field, Topic, Value, compare, said};
use crate::ledger::{Attendance, Presence, Snapshot};
use crate::plan::Party;
use crate::words::compare::Sort;

fn compared(desk: &Desk) -> &Compare {
    let Screen::Compare(compare) = desk.seat.screen() else { panic!("no comparison is shown") };
    compare
}

fn ends(desk: &Desk) -> String {
    let name = |end: &End| match end {
        End::Now => "now".to_owned(),
        End::Sealed(id) => id.to_string(),
    };
    compared(desk).ends.iter().map(name).collect::<Vec<_>>().join(" > ")
}

/// `办理 2023-08-11/11 …`: what is listed, in words.
fn listed(desk: &Desk) -> Vec<String> {
    let on = desk.session.grounds();
    let told = compared(desk).listed().map(|one| said(one, &on, &on, Lang::Zh));
    told.map(|one| {
        let notes = if one.notes.is_empty() { String::new() } else { one.notes.join("；") };
        format!("{} {} {} {notes}", one.field, one.topic, one.turn(Lang::Zh)).trim_end().to_owned()
    })
    .collect()
}

#[test]
fn one_key_shows_what_changed_since_the_last_meeting() {
    let mut desk = Desk::new(in_session());
    desk.press("ctrl-d");
    assert_eq!(ends(&desk), "2023-08-11 > now");
    let told = listed(&desk);
    for wanted in [
        "议定 2023-09-15/1 新增 专项债第三批材料9月底前报省，牵头 发改局，配合 财政局，时限 2023-09-30",
        "报数 1.4/1 临空基础设施建设 1项（1—7月） -> 1项（1—8月） 无变化",
        "配合 1.4 临空经济 发改局 -> 发改局、住建局",
        "记 1.4 临空经济 新增 请省交投集团下次到会说明工期",
    ] {
        assert!(told.iter().any(|line| line == wanted), "{wanted} in {told:#?}");
    }
    assert!(desk.asked.is_empty(), "the newest ledger knows it all: {:?}", desk.asked);
}

#[test]
fn a_life_is_told_with_what_was_before() {
    let mut desk = Desk::new(lived_in_session());
    desk.press("ctrl-d left left");
    assert_eq!(ends(&desk), "2023-05-19 > now");
    desk.press("right right");
    assert_eq!(ends(&desk), "2023-08-11 > now");
    let told = listed(&desk);
    for wanted in [
        "时限 2023-08-11/10 太安路迁改8月底前完成 2023-08-31 -> 2023-10-15 \
         延期1次；理由：雨季停工；批准人 区长",
        "反馈 2023-08-11/10 太安路迁改8月底前完成 新增 已迁改七成",
        "督办单 2023-08-11/10 太安路迁改8月底前完成 新增 蓝色（三天后到期）",
        "办理 2023-08-11/11 签约转开工台账按月报送 立项 -> 废止 并入月报；区长 同意",
        "目标值 1.2/1 签约额 500亿元 -> 480亿元 区人大常委会；〔2023〕7号；自 2023-09-01 起",
        "更正 1.2/1 签约额 新增 数值 240 改为 204（区长 同意）",
        "签发 2023-08-11 新增 区长 〔2023〕3号",
    ] {
        assert!(told.iter().any(|line| line == wanted), "{wanted} in {told:#?}");
    }
}

#[test]
fn the_arrows_move_one_end_and_tab_takes_the_other() {
    let mut desk = Desk::new(in_session());
    desk.press("ctrl-d tab left");
    assert_eq!(ends(&desk), "2023-08-11 > now", "an end stays on its side of the other");
    desk.press("tab left left left left left left tab left left");
    assert_eq!(ends(&desk), "0000-adopted > 2023-06-05-interval");
    desk.press("】");
    assert_eq!(ends(&desk), "2023-03-17 > 2023-08-11", "both ends go on by one");
    desk.press("right right right");
    assert_eq!(ends(&desk), "2023-03-17 > now");
    desk.press("ctrl-d");
    assert_eq!(ends(&desk), "2023-03-17 > now", "the same key again changes nothing");
    desk.press("[ [");
    assert_eq!(ends(&desk), "0000-adopted > 2023-08-11");
}

#[test]
fn one_sort_is_chosen_by_its_digit_and_offices_by_0() {
    let mut desk = Desk::new(lived_in_session());
    desk.press("ctrl-d ， 5");
    assert_eq!(compared(&desk).sort, Some(Sort::Dues));
    assert_eq!(listed(&desk).len(), 1, "{:?}", listed(&desk));
    desk.press("， 0");
    assert_eq!((compared(&desk).by, listed(&desk).len()), (By::Office, 1));
    desk.press("， 1 ， 0");
    assert_eq!((compared(&desk).by, compared(&desk).sort), (By::Task, None));
    assert!(listed(&desk).len() > 8);
}

#[test]
fn enter_goes_to_the_row_and_esc_comes_back() {
    let mut desk = Desk::new(lived_in_session());
    desk.press("ctrl-d ， 5 enter");
    let Screen::Task { place, cursor } = desk.seat.screen() else { panic!("no task") };
    assert_eq!(place.to_string(), "1.4");
    let screen = Screen::Task { place: *place, cursor: *cursor };
    let stop = rows::at(&desk.session, &screen, *cursor);
    assert_eq!(stop, Some(Stop::Decision("2023-08-11/10".parse().unwrap())));
    desk.press("esc");
    assert_eq!(compared(&desk).sort, Some(Sort::Dues));
}

#[test]
fn what_is_recorded_meanwhile_is_compared_too() {
    let mut desk = Desk::new(in_session());
    desk.press("ctrl-d");
    let before = listed(&desk).len();
    desk.press("ctrl-z");
    assert!(desk.said().starts_with("已撤回"), "{}", desk.said());
    assert!(listed(&desk).len() < before);
}

#[test]
fn nothing_changed_is_an_empty_list() {
    let mut book = founded(plan());
    book.today = book.plan.period.from;
    book.reindex();
    let mut desk = Desk::new(book);
    desk.press("ctrl-d");
    assert_eq!((ends(&desk).as_str(), listed(&desk).len()), ("0000-adopted > now", 0));
    desk.press("left right tab left [ ] ， 3 enter down");
    assert_eq!(ends(&desk), "0000-adopted > now");
}

/// The state of a meeting with somebody signed in.
fn attended(state: &Snapshot, who: Party, presence: Presence) -> Snapshot {
    let mut state = state.clone();
    let session = in_session();
    let mut meeting = session.meeting().unwrap().clone();
    meeting.id = state.id();
    meeting.attendance.clear();
    meeting.attendance.insert(who, Attendance { state: presence, ..Attendance::default() });
    state.kind = Held::Meeting(meeting);
    state
}

#[test]
fn who_attended_follows_when_the_file_was_read() {
    let mut desk = Desk::new(in_session());
    desk.press("ctrl-d left left");
    assert_eq!(ends(&desk), "2023-05-19 > now");
    let id: SnapshotId = "2023-05-19".parse().unwrap();
    assert_eq!(desk.asked, [Effect::Recall { id: id.clone() }]);
    let lines = listed(&desk).len();
    let who = desk.session.meeting().unwrap().attendance.keys().next().unwrap().clone();
    let read = attended(&desk.session.sealed.as_of(&id).unwrap(), who.clone(), Presence::Excused);
    let outcome = Outcome::Recalled { snapshot: Box::new(read), plan: None };
    answer(&mut desk.session, &mut desk.seat, &outcome);
    assert!(listed(&desk).len() > lines);
    let of = |one: &&crate::judge::Difference| one.topic == Topic::Person(who.clone());
    let one = compared(&desk).listed().find(of).unwrap();
    assert_eq!(one.was, Some(Value::Attended(Presence::Excused, String::new())));
    desk.press("left right");
    assert_eq!(desk.asked.len(), 2, "what was read is not asked for again: {:?}", desk.asked);
}

#[test]
fn before_a_joining_only_the_file_knows() {
    let mut book = between();
    let before = book.sealed.clone();
    let join = crate::ledger::Joining::new("2023-08-20-join".parse().unwrap());
    book.sealed = before.following(book.seal.clone(), Held::Join(join), &before.plan);
    book.reindex();
    let mut desk = Desk::new(book);
    desk.press("ctrl-d left");
    let id: SnapshotId = "2023-06-05-interval".parse().unwrap();
    assert_eq!((compared(&desk).reading, listed(&desk).len()), (true, 0));
    assert!(desk.asked.contains(&Effect::Recall { id: id.clone() }), "{:?}", desk.asked);
    let read = before.as_of(&id).unwrap();
    let outcome = Outcome::Recalled { snapshot: Box::new(read), plan: None };
    answer(&mut desk.session, &mut desk.seat, &outcome);
    assert!(!compared(&desk).reading && !listed(&desk).is_empty());
}

#[test]
fn an_earlier_ledger_is_cut_from_the_newest() {
    let newest = reported().sealed;
    for (book, count) in [(founded(plan()), 0), (between(), 27)] {
        let real = book.sealed;
        let cut = newest.as_of(&real.id()).unwrap();
        assert_eq!(cut.ledger, real.ledger, "{}", real.id());
        assert_eq!(cut.ledger.records().count(), count);
    }
}

/// The lights that are compared are those that all other screens show.
#[test]
fn both_sides_are_judged_as_everywhere_else() {
    let session = reported();
    let founding = Snapshot::adopted(&session.plan, &session.digest);
    let was = Grounds { state: &founding, today: session.plan.period.from, ..session.grounds() };
    let mut lights = 0;
    for one in compare(&was, &session.grounds()) {
        if let (Field::Light, Topic::Row(place), Some(Value::Light(now))) =
            (one.field, &one.topic, &one.now)
        {
            assert_eq!(session.verdicts.of(*place), Some(&**now), "{place}");
            lights += 1;
        }
    }
    assert!(lights > 40, "{lights}");
}
