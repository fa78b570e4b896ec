//! Before the meeting and in it: the lists, the agenda, the cards, the division of work, tables.

use super::{at_the_desk, pictures, seat};
use crate::app::agenda::{Prepared, Source, agenda};
use crate::app::division::{Column, Depth, Division};
use crate::app::page::figures::show;
use crate::app::rehearsal::{act, between, in_session};
use crate::app::{Field, Form, Purpose, Screen, Seat, Session};
use crate::ledger::{AgendaItem, Attendance, Change, Edit, ItemState, Presence};
use crate::plan::Party;
use crate::words::{Label, Lang};

/// The interval in which the next agenda is being prepared.
pub(super) fn preparing() -> Session {
    let mut session = between();
    let mut agenda = agenda(&session, Source::Lists, "", Lang::Zh);
    for (item, minutes) in agenda.values_mut().zip([10, 5, 10, 8, 5, 5]) {
        item.minutes = Some(minutes);
    }
    if let Some(item) = agenda.get_mut(&4) {
        item.presenter = "局长".into();
        item.prepared = vec![
            "由临空办牵头，住建局配合，10月15日前完成太安路迁改".into(),
            "空港应急医院10月底前开工 @卫健局 +临空办".into(),
        ];
    }
    let number = u16::try_from(agenda.len()).unwrap() + 1;
    let topic = AgendaItem {
        title: "关于冬季清冰雪准备工作的汇报".into(),
        office: Some(Party::named("cgj", &session.plan.roster)),
        restricted: true,
        state: ItemState::Carried,
        reason: "等资金方案".into(),
        ..AgendaItem::default()
    };
    agenda.insert(number, topic);
    session.keeping.agenda = agenda;
    session
}

#[test]
fn the_lists_say_what_a_meeting_has_to_talk_about() {
    pictures("lists_decision", &between(), &seat(0, 0, Screen::Lists { cursor: 3 }));
}

#[test]
fn the_agenda_is_seen_in_the_room() {
    let mut at = seat(0, 0, Screen::Agenda { cursor: 5 });
    at.line.item = Some(6);
    pictures("agenda_in_session", &in_session(), &at);
}

/// The page of an item of the agenda.
pub(super) fn item_form() -> Screen {
    let fields = [
        (Label::Title, "关于冬季清冰雪准备工作的汇报"),
        (Label::Rows, ""),
        (Label::Office, "城管局"),
        (Label::Presenter, "局长"),
        (Label::Minutes, "10"),
        (Label::Reason, ""),
    ];
    let fields = fields.map(|(label, text)| (label, Field::new(text)));
    Screen::Form(Form::new(Purpose::Item { number: None, behind: Some(2) }, fields.into()))
}

#[test]
fn a_prepared_line_has_its_form() {
    let fields = vec![(Label::Prepared, Field::new("太安路迁改10月15日前完成，由临空办牵头"))];
    let form = Screen::Form(Form::new(Purpose::Prepare { number: 4, line: None }, fields));
    pictures("form_prepare", &preparing(), &seat(0, 0, form));
}

/// The room at an item with lines that were prepared for it.
pub(super) fn prepared_in_the_room() -> (Session, Seat) {
    let mut session = in_session();
    let was = session.agenda().unwrap().get(&6).cloned().unwrap();
    let lines = ["由临空办牵头，住建局配合，10月15日前完成太安路迁改", "省交投集团每周五报工期"];
    let now = AgendaItem { prepared: lines.map(str::to_owned).to_vec(), ..was.clone() };
    let change = Change { at: 6, was: Some(was), now: Some(now) };
    act(&mut session, "14:00", vec![Edit::Item(change)]);
    let mut at = at_the_desk();
    at.line.prepared = Some(Prepared { item: 6, text: lines[1].into() });
    (session, at)
}

#[test]
fn an_office_has_a_card() {
    let session = in_session();
    let party = |key: &str| Party::named(key, &session.plan.roster);
    let mut at = at_the_desk();
    at.open(Screen::Office { party: party("lkb"), cursor: 0 });
    pictures("office", &session, &at);
}

#[test]
fn work_is_divided_row_by_row() {
    let table = Division {
        cursor: 3,
        column: Column::Support,
        cell: Some(Field::new("fgj zj")),
        depth: Depth::Measures,
    };
    pictures("division_typed", &in_session(), &seat(0, 0, Screen::Division(table)));
}

/// A seat that looks at a table before it is recorded.
pub(super) fn figures(text: &str) -> Seat {
    let mut seat = seat(0, 0, Screen::Overview { cursor: 0 });
    show(&between(), &mut seat, "投促局.csv", text.as_bytes());
    seat
}

/// A table with a fault of each kind.
pub(super) const WRONG: &str = "编号,目标,本期,截至\n1.2/1,签约额,三百,8月\n9.9/1,,1,\n\
                                1.2/1,固定资产,5,8月\n1.2/2,,90,13月\n0/2,,17,8月\n0/2,,18,8月\n";

#[test]
fn a_table_is_shown_before_it_is_recorded() {
    let good = "编号,目标,本期,截至\n1.2/1,签约额,305,8月\n1.2/2,,3200,8月\n0/1,,,\n";
    pictures("figures", &between(), &figures(good));
    pictures("figures_no_table", &between(), &figures("编号,甲\n1,2\n"));
}

#[test]
fn after_a_break_the_sheet_says_who_changed() {
    let mut session = in_session();
    let mut at = seat(0, 0, Screen::SignIn { cursor: 7 });
    let adjourned = crate::app::act::adjourn(&mut session);
    assert!(adjourned.is_ok());
    crate::app::act::resume(&mut session).unwrap();
    let who = |key: &str| Party::named(key, &session.plan.roster);
    let (left, came) = (who("czj"), who("jyj"));
    let was = session.meeting().unwrap().attendance.get(&left).cloned().unwrap();
    let now = Attendance { state: Presence::Absent, to: "14:40".parse().ok(), ..was };
    crate::app::act::attend(&mut session, left, Some(now)).unwrap();
    crate::app::act::attend(&mut session, came, Some(Attendance::default())).unwrap();
    session.keeping.pending.clear();
    at.notice = None;
    pictures("sign_in_after_a_break", &session, &at);
}
