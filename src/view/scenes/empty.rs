//! Where there is nothing a key goes on, and it does something there.

use super::*;
use crate::app::seat::Hands;
use crate::ledger::story::Subject;
use crate::words::empty::Onward;

const ALL: [Onward; 11] = [
    Onward::OpenMeeting,
    Onward::Decide,
    Onward::Read,
    Onward::Register,
    Onward::Seal,
    Onward::Add,
    Onward::Clear,
    Onward::NextOffice,
    Onward::AnotherSort,
    Onward::MoveEnd,
    Onward::Back,
];

/// The first key of a way.
fn key(way: Onward) -> Key {
    let said = way.text(Lang::Zh);
    let name = said.split(' ').next().unwrap();
    match name {
        "左右" => Key::Left,
        "，换一类" => Key::Char('，'),
        name if name.starts_with('^') => {
            Key::Ctrl(name.chars().nth(1).unwrap().to_ascii_lowercase())
        }
        name if name.chars().count() == 1 => Key::Char(name.chars().next().unwrap()),
        name => name.parse().unwrap(),
    }
}

/// The ways that a screen names, in both languages the same.
fn ways(session: &Session, seat: &Seat) -> Vec<Onward> {
    let named = |lang, end: &str| {
        let mut seat = seat.clone();
        seat.lang = lang;
        let (text, _) = drawn_text(session, &seat);
        let says = |way: &Onward| text.contains(&format!("{end}{}", way.text(lang)));
        ALL.into_iter().filter(says).collect::<Vec<_>>()
    };
    let ways = named(Lang::Zh, "。");
    assert_eq!(ways, named(Lang::En, ". "));
    ways
}

/// A meeting in a book in which nothing was decided.
pub(super) fn first_meeting() -> Session {
    let mut session = founded(plan());
    meet(&mut session, "2023-03-17", 1);
    session.reindex();
    session
}

fn register_of(session: &mut Session, filter: &str) -> Screen {
    Screen::Register(register::filtered(session, filter))
}

fn looking_for(session: &mut Session, text: &str) -> Seat {
    let mut seat = seat(120, 36, Screen::Overview { cursor: 0 });
    update(session, &mut seat, &Input::Key(Key::Char('/')));
    update(session, &mut seat, &Input::Text(text.into()));
    seat
}

/// Presses the key of each way that a screen names: something becomes of it.
fn check(session: &mut Session, seat: &Seat, expected: &[Onward]) {
    let ways = ways(session, seat);
    let title = super::super::status::title(crate::view::subject::Subject { session, seat });
    assert_eq!(ways, expected, "{title}");
    for way in ways {
        let mut after = seat.clone();
        let effects = update(session, &mut after, &Input::Key(key(way)));
        let refused = matches!(after.notice, Some(Notice::NotNow | Notice::NoMeeting));
        let moved = format!("{after:?}") != format!("{seat:?}") || !effects.is_empty();
        assert!(moved && !refused, "{way:?} on {title}: {:?}", after.notice);
    }
}

#[test]
fn every_empty_screen_names_a_key_that_works_there() {
    let new = &mut founded(plan());
    let (open, back) = (Onward::OpenMeeting, Onward::Back);
    let story = |place: &str| Screen::Story { of: Subject::Row(place.parse().unwrap()), cursor: 0 };
    let nobody = Party::Outside("省交投集团".into());
    let empty_register = register_of(new, "");
    let mut compare = compare::opened(new);
    (compare.changes, compare.groups) = (Vec::new(), Vec::new());
    let compare = Screen::Compare(Box::new(compare));
    for (screen, expected) in [
        (Screen::Overview { cursor: 0 }, vec![open, Onward::Read]),
        (Screen::Overview { cursor: 6 }, vec![open]),
        (Screen::Tasks { section: Some(place("9")), cursor: 0 }, vec![back]),
        (Screen::Task { place: place("1.4"), cursor: 1 }, vec![open]),
        (Screen::Pending { cursor: 0 }, vec![back]),
        (Screen::Reviews { cursor: 0 }, vec![back]),
        (Screen::ReadBack { cursor: 0 }, vec![back]),
        (Screen::Office { party: nobody, cursor: 0 }, vec![open, Onward::NextOffice]),
        (story("1.2"), vec![open]),
        (empty_register, vec![open]),
        (compare, vec![open]),
        (Screen::Help { filter: Field::new("无此命令"), top: 0 }, vec![back]),
        (Screen::Agenda { cursor: 0 }, vec![Onward::Add]),
    ] {
        let seat = seat(120, 36, screen);
        let sorted: Vec<Onward> = ALL.into_iter().filter(|way| expected.contains(way)).collect();
        check(new, &seat, &sorted);
    }
    let nowhere = looking_for(new, "无此项");
    assert!(drawn_text(new, &nowhere).0.contains("没有找到。Esc 返回"));
}

#[test]
fn in_a_meeting_the_way_onward_is_a_decision() {
    let session = &mut first_meeting();
    let empty_register = register_of(session, "");
    for (screen, expected) in [
        (Screen::Overview { cursor: 6 }, vec![Onward::Decide]),
        (Screen::Meeting, vec![Onward::Decide]),
        (Screen::Task { place: place("1.4"), cursor: 1 }, vec![Onward::Decide]),
        (empty_register, vec![Onward::Decide]),
    ] {
        check(session, &seat(120, 36, screen), &expected);
    }
    let filtered = &mut in_session();
    let screen = register_of(filtered, "会议:9");
    check(filtered, &seat(120, 36, screen), &[Onward::Clear]);
}

/// Who may not record is not told to, and a guest has keys of its own.
#[test]
fn who_only_reads_is_told_no_key_that_records() {
    let mut session = founded(plan());
    session.keeping.read_only = Some("只读".into());
    let mut seat = seat(120, 36, Screen::Overview { cursor: 6 });
    // The first screen leads nowhere back.
    assert!(ways(&session, &seat).is_empty());
    seat.go(Screen::Tasks { section: Some(place("9")), cursor: 0 });
    assert_eq!(ways(&session, &seat), [Onward::Back]);
    seat.hands = Hands::Read;
    assert!(ways(&session, &seat).is_empty());
}
