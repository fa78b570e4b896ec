//! The register and the search, key by key.

use super::super::register::{Counts, Register};
use super::*;
use crate::app::catalogue::Sort;
use crate::app::rehearsal::in_session;
use crate::app::seat::About;
use crate::ledger::{Completion, RecordId};
use crate::plan::Party;

fn register(desk: &Desk) -> &Register {
    let Screen::Register(register) = desk.seat.screen() else { panic!("no register is shown") };
    register
}

/// The decisions listed, by the day of their meeting and their number.
fn listed(desk: &Desk) -> String {
    let ids: Vec<_> = register(desk).ids.iter().map(|id| id.to_string()[5..].to_owned()).collect();
    ids.join(" ")
}

fn counts(all: usize, done: usize, overdue: usize) -> Counts {
    Counts { done: Completion { all, done, dropped: 0 }, overdue }
}

const BY_WEIGHT: &str = "05-19/1 08-11/10 08-11/11 05-19/2 08-11/12 09-15/1 09-15/3 09-15/6 \
                         08-11/13 03-17/4";

#[test]
fn one_key_lists_everything_with_what_weighs_most_first() {
    let mut desk = Desk::new(in_session());
    desk.press("ctrl-t");
    assert_eq!(listed(&desk), BY_WEIGHT);
    assert_eq!(register(&desk).counts, counts(10, 1, 3));
}

#[test]
fn the_list_narrows_while_it_is_typed_and_stays_while_it_means_nothing() {
    let mut desk = Desk::new(between());
    desk.press("ctrl-t 牵头： l k b");
    assert_eq!(listed(&desk), "05-19/1 08-11/10");
    desk.press("space 时限 ＜");
    assert_eq!(listed(&desk), "05-19/1 08-11/10");
    let why = register(&desk).unclear.as_ref().unwrap().text(Lang::Zh);
    assert_eq!(why, "“时限”后面还要写值；要找这几个字，请加引号");
    desk.press("8 - 1");
    assert_eq!(listed(&desk), "05-19/1");
    assert!(register(&desk).unclear.is_none());
    desk.press("ctrl-u");
    assert_eq!((register(&desk).field.text(), register(&desk).ids.len()), ("", 7));
}

#[test]
fn a_comma_of_either_width_orders_the_list_another_way() {
    let mut desk = Desk::new(in_session());
    desk.press("ctrl-t ， 3");
    assert_eq!(register(&desk).sort, Sort::Meeting);
    assert!(listed(&desk).starts_with("09-15/6 09-15/3 09-15/1 08-11/13"), "{}", listed(&desk));
    desk.press(", 5");
    assert!(listed(&desk).starts_with("09-15/1 05-19/1 08-11/11 03-17/4 08-11/10"));
    desk.press(", 4");
    assert!(listed(&desk).starts_with("09-15/1 08-11/12"), "{}", listed(&desk));
    desk.press(", 2");
    assert!(listed(&desk).starts_with("05-19/1 08-11/10 05-19/2"), "{}", listed(&desk));
}

#[test]
fn nothing_moves_under_the_cursor_while_a_meeting_is_open() {
    let mut desk = Desk::new(in_session());
    desk.press("ctrl-t down enter 1");
    assert_eq!(desk.said(), "已存 3/10 办结");
    assert_eq!(listed(&desk), BY_WEIGHT, "the order is as it was");
    assert_eq!(register(&desk).cursor, 1);
    assert_eq!(register(&desk).counts, counts(10, 2, 2));
    desk.press("ctrl-t");
    assert!(listed(&desk).ends_with("03-17/4 08-11/10"), "opened again: {}", listed(&desk));
}

#[test]
fn between_meetings_the_cursor_follows_its_decision() {
    let mut desk = Desk::new(between());
    desk.press("ctrl-t enter 1");
    assert_eq!(desk.said(), "已存 2/1 办结");
    assert!(listed(&desk).starts_with("08-11/10"), "{}", listed(&desk));
    let at = register(&desk).cursor;
    assert_eq!(register(&desk).ids[at].to_string(), "2023-05-19/1");
}

#[test]
fn an_offices_own_list_is_one_key_away() {
    let mut desk = Desk::new(between());
    desk.press("ctrl-t @");
    assert_eq!(register(&desk).field.text(), "@临空办");
    assert_eq!(listed(&desk), "05-19/1 08-11/10");
    desk.press("投促局");
    assert_eq!(register(&desk).field.text(), "@投促局", "what is typed replaces what was offered");
    assert_eq!(listed(&desk), "05-19/1 08-11/11 03-17/4");
    desk.press("space 逾期 space @ backspace");
    assert_eq!(register(&desk).field.text(), "@投促局 逾期 @");
    desk.press("esc / 住建局 enter ctrl-t");
    assert_eq!(register(&desk).field.text(), "@住建局 ");
    assert_eq!(listed(&desk), "05-19/2");
}

#[test]
fn forms_open_on_the_row_of_the_decision() {
    let mut desk = Desk::new(in_session());
    desk.press("ctrl-t 1.2 f2");
    let Screen::Form(form) = desk.seat.screen() else { panic!("no form") };
    assert_eq!(form.purpose, Purpose::Decide { rows: vec!["1.2".parse().unwrap()], change: None });
    desk.press("esc f3");
    assert!(matches!(desk.seat.over, Some(Over::Menu(_))), "1.2 has two targets");
}

#[test]
fn text_goes_to_the_filter_and_never_to_the_line_of_the_meeting() {
    let mut desk = Desk::new(in_session());
    desk.press("ctrl-t 太安路 esc");
    assert!(desk.seat.line.field.is_empty());
    assert_eq!(*desk.seat.screen(), Screen::Overview { cursor: 0 });
}

/// What the search box lists for a text.
fn hits(desk: &mut Desk, text: &str) -> Vec<String> {
    desk.press("esc esc / ").press(text);
    let Some(Over::Find(find)) = &desk.seat.over else { panic!("no box") };
    let shown = |hit: &Hit| match &hit.stop {
        Stop::Row(place) => place.to_string(),
        Stop::Decision(id) | Stop::Record(id) => id.to_string(),
        Stop::Party(party) => party.to_string(),
        Stop::Item(item) | Stop::Prepared(item, _) => item.to_string(),
        Stop::Command(what) => what.text(Lang::Zh).into(),
    };
    find.hits.iter().map(shown).collect()
}

#[test]
fn the_search_ranks_numbers_then_names_then_bodies() {
    let mut desk = Desk::new(in_session());
    assert_eq!(hits(&mut desk, "1.4")[0], "1.4");
    assert_eq!(hits(&mut desk, "3/10")[0], "2023-08-11/10");
    let zsyz = hits(&mut desk, "招商");
    let at = |id: &str| zsyz.iter().position(|hit| hit == id).unwrap_or(usize::MAX);
    assert!(at("1.2") < at("1.2.1") && at("投促局") < at("1.2.1"), "{zsyz:?}");
    assert!(at("2023-05-19/1") < at("1.2.1"), "late decisions before verbatim text: {zsyz:?}");
    assert_eq!(hits(&mut desk, "临空办")[0], "临空办");
    assert_eq!(hits(&mut desk, "taianlu"), ["2023-08-11/10", "2023-09-15/3", "1.4.1"]);
    assert_eq!(hits(&mut desk, "省交投_工期"), ["2023-09-15/5"], "a note, by two words");
    assert_eq!(hits(&mut desk, "fgw"), hits(&mut desk, "发改委"), "a name of today or of before");
}

#[test]
fn a_note_leads_to_its_row_and_what_has_no_row_to_its_menu() {
    let mut desk = Desk::new(in_session());
    hits(&mut desk, "省交投集团");
    desk.press("enter");
    assert!(matches!(desk.seat.screen(), Screen::Task { place, .. } if place.to_string() == "1.4"));
    desk.press("esc f8 esc #0 enter 环卫车辆更新 enter esc");
    hits(&mut desk, "环卫车辆");
    desk.press("enter");
    let id: RecordId = "2023-09-15/7".parse().unwrap();
    assert!(matches!(&desk.seat.over, Some(Over::Menu(menu)) if menu.about == About::Decision(id)));
}

/// The book after a re-organisation: 投促局 goes by another name now and took over 临空办.
fn reorganised() -> Session {
    let mut session = between();
    let offices = &mut session.plan.roster.offices;
    offices.get_mut(&"lkb".parse().unwrap()).unwrap().successor = Some("tcj".parse().unwrap());
    offices.get_mut(&"tcj".parse().unwrap()).unwrap().short = "经合局".into();
    session.replan(session.plan.clone());
    session
}

#[test]
fn an_office_of_today_has_what_was_recorded_under_its_old_names() {
    let mut desk = Desk::new(reorganised());
    let all = "05-19/1 08-11/10 08-11/11 03-17/4";
    for filter in ["@经合局", "@临空办", "@lkb", "单位:jhj"] {
        desk.press("esc esc esc ctrl-t").press(filter);
        assert_eq!(listed(&desk), all, "{filter}");
    }
    let line = desk.session.state().standing(&"2023-08-11/10".parse().unwrap()).unwrap();
    assert_eq!(line.lead[0].name(), "临空办", "the name printed is the one of the day");
    let cards: Vec<_> = hits(&mut desk, "临空办");
    assert_eq!(cards[0], "经合局", "the card of whoever has its work now");
    assert!(cards.contains(&"2023-08-11/10".into()), "{cards:?}");
    let card = desk.session.card(&Party::named("经合局", &desk.session.plan.roster));
    let mine: Vec<_> = card.due.iter().chain(&card.open).map(ToString::to_string).collect();
    assert!(mine.contains(&"2023-08-11/10".into()) && mine.contains(&"2023-08-11/11".into()));
    let old = Party::Office { key: "lkb".parse().unwrap(), name: "临空办".into() };
    assert_eq!(desk.session.card(&old), card, "asked for under either name");
    let rows: Vec<_> = card.rows.iter().map(|line| line.row.to_string()).collect();
    assert!(rows.contains(&"1.4".into()) && rows.contains(&"1.2".into()), "{rows:?}");
}
