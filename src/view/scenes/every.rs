//! Every screen, box, menu, form and seat, as all eyes see it: one table of what is shown, one of who
//! looks at it (`eyes.rs`), and each pair held to the laws (`laws.rs`).
//!
//! A picture is one file: the screen at a desk, in a small window and at a telephone, in 关怀, 繁体 and
//! English. `INSTA_UPDATE=always cargo test --lib scenes::every` draws them anew.

use std::fmt::Write as _;

use super::eyes::{self, Eyes};
use super::laws::{Data, Seen};
use super::{draw as draw_desk, *};
use crate::app::copying::Copied;
use crate::app::division::Column;
use crate::app::guest::{Guest, Layout};
use crate::app::page::looks::Looks;
use crate::app::rehearsal;
use crate::app::seat::Plain;
use crate::app::taste::{Arrangement, Taste};
use crate::app::{Spot, look, rows};

/// What the desk sees: the name of its picture, and how one comes to it.
type Desk = (&'static str, fn() -> (Session, Seat));

/// What a reviewer or the back of the room sees.
type Reader = (&'static str, fn() -> (Session, Guest));

fn at(session: Session, screen: Screen) -> (Session, Seat) {
    (session, seat(0, 0, screen))
}

fn over(over: Over) -> (Session, Seat) {
    let (session, mut seat) = at(in_session(), Screen::Overview { cursor: 0 });
    seat.over = Some(over);
    (session, seat)
}

fn menu((session, mut seat): (Session, Seat), about: About) -> (Session, Seat) {
    seat.over = Some(Over::Menu(Menu { about, cursor: 1 }));
    (session, seat)
}

fn meeting() -> (Session, Seat) {
    (in_session(), at_the_desk())
}

const SCREENS: &[Desk] = &[
    ("overview", || at(in_session(), Screen::Overview { cursor: 0 })),
    ("overview_between", || at(between(), Screen::Overview { cursor: 14 })),
    ("overview_new_book", || at(founded(plan()), Screen::Overview { cursor: 6 })),
    ("overview_reported", || at(reported(), Screen::Overview { cursor: 1 })),
    ("tasks", || at(in_session(), Screen::Tasks { section: None, cursor: 19 })),
    ("task", || at(in_session(), Screen::Task { place: place("1.4"), cursor: 1 })),
    ("task_targets", || at(reported(), Screen::Task { place: place("3.1"), cursor: 8 })),
    ("task_lived", || followup::at_task(rehearsal::lived(), "1.4", "tab tab")),
    ("meeting", meeting),
    ("meeting_typed", || {
        let (session, mut seat) = meeting();
        let typed = "空港应急医院10月底前开工，由卫健局牵头，临空办、发改局配合";
        seat.line.field = Field::new(typed);
        (session, seat)
    }),
    ("meeting_prepared", agenda::prepared_in_the_room),
    ("meeting_first", || at(empty::first_meeting(), Screen::Meeting)),
    ("sign_in", || at(in_session(), Screen::SignIn { cursor: 7 })),
    ("gate_full", room::at_the_gate),
    ("pending", room::to_be_settled),
    ("reviews", || at(guest::read_by_three(), Screen::Reviews { cursor: 0 })),
    ("read_back", room::read_back),
    ("pasted", room::pasted),
    ("office_trade", || {
        let session = in_session();
        let party = Party::named("tcj", &session.plan.roster);
        at(session, Screen::Office { party, cursor: 1 })
    }),
    ("account", || at(register::years_end(), Screen::Account { cursor: 3, unfolded: None })),
    ("register", || {
        let mut session = in_session();
        let mut all = register::filtered(&mut session, "");
        all.cursor = 3;
        at(session, Screen::Register(all))
    }),
    ("register_new_book", || {
        let mut session = founded(plan());
        let none = register::filtered(&mut session, "");
        at(session, Screen::Register(none))
    }),
    ("compare", || {
        let session = rehearsal::lived_in_session();
        let compare = compare::opened(&session);
        at(session, Screen::Compare(Box::new(compare)))
    }),
    ("story_row", || {
        let of = crate::ledger::story::Subject::Row(place("1.2"));
        at(rehearsal::lived(), Screen::Story { of, cursor: usize::MAX })
    }),
    ("lists", || at(between(), Screen::Lists { cursor: 0 })),
    ("agenda", || at(agenda::preparing(), Screen::Agenda { cursor: 4 })),
    ("agenda_empty", || at(between(), Screen::Agenda { cursor: 0 })),
    ("division", || {
        let table = Division { cursor: 3, column: Column::Lead, ..Division::default() };
        at(in_session(), Screen::Division(table))
    }),
    ("figures_wrong", || (between(), agenda::figures(agenda::WRONG))),
    ("preview_first", || {
        at(in_session(), Screen::Preview(crate::app::preview::Preview::new(Lang::Zh)))
    }),
    ("join_waits", || {
        let mut session = rehearsal::forked::forked();
        let seat = join::at(&mut session, "");
        (session, seat)
    }),
    ("practice", || practice::practising((0, 0), Lang::Zh)),
    ("looks", || {
        let (session, mut seat) = at(in_session(), Screen::Overview { cursor: 0 });
        seat.looks = Some(Looks { at: 0, asked: None, before: Taste::default() });
        (session, seat)
    }),
    ("help", helped),
];

const BOXES: &[Desk] = &[
    ("jump", || over(jump())),
    ("find", || over(find("招商"))),
    ("find_nothing", || over(find("无此项"))),
    ("palette", || over(palette())),
    ("plain", || over(Over::Plain(Plain { what: Copied::Whole, top: 0 }))),
    ("menu_meeting", || menu(meeting(), About::Meeting)),
    ("menu_decision", || menu(meeting(), About::Decision("2023-08-11/10".parse().unwrap()))),
    ("menu_more", || followup::in_meeting("down enter 0 down down")),
    ("menu_target", || {
        let of = ["1.4/1", "1.4/2", "1.4/3"].map(place).to_vec();
        menu(meeting(), About::Target { of, value: "2 8月".into() })
    }),
    ("menu_light", || {
        let task = Screen::Task { place: place("1.2"), cursor: 6 };
        menu(at(reported(), task), About::Light(place("1.2/1")))
    }),
    ("menu_sort", || {
        let mut session = in_session();
        let all = register::filtered(&mut session, "");
        menu(at(session, Screen::Register(all)), About::Sort)
    }),
    ("menu_changes", || {
        let session = rehearsal::lived_in_session();
        let compare = compare::opened(&session);
        menu(at(session, Screen::Compare(Box::new(compare))), About::Changes)
    }),
    ("menu_correct_reading", || {
        followup::at_task(rehearsal::lived(), "1.2", "tab f4 更正 enter down")
    }),
    ("menu_print", || menu(meeting(), About::Print(crate::app::sight::Printer::There))),
];

const FORMS: &[Desk] = &[
    ("form_open", || at(between(), opening())),
    ("form_decide", || at(in_session(), Screen::Form(Form { at: 1, ..decision_form() }))),
    ("form_read", || at(in_session(), reading())),
    ("form_light", || at(in_session(), lighting())),
    ("form_change", room::changing),
    ("form_extend", || followup::in_meeting("down enter 2 1 0 月 底")),
    ("form_lead", || followup::in_meeting("down enter 3 、 w j j")),
    ("form_stage", || followup::in_meeting("down enter 0 3 tab")),
    ("form_feedback", || followup::in_meeting("down enter 0 2 已迁改九成 tab")),
    ("form_sheet", || followup::in_meeting("down enter 0 6")),
    ("form_correct", || followup::at_task(rehearsal::lived(), "1.4", "tab tab f4 更正 enter tab")),
    ("form_correct_meeting", || {
        followup::at_task(rehearsal::lived(), "1.2", "f4 更正会议 enter tab tab")
    }),
    ("form_sign", || followup::at_task(rehearsal::lived(), "1.2", "f4 签发 enter")),
    ("form_amend", || followup::at_task(rehearsal::lived(), "1.2", "tab f4 调整 enter")),
    ("form_item", || at(agenda::preparing(), agenda::item_form())),
];

const READERS: &[Reader] = &[
    ("guest_following", || guest::after(&[])),
    ("guest_pointing", || guest::after(&[Key::Up])),
    ("guest_remark", || guest::after(&[Key::Up, Key::Char(','), Key::Char('请'), Key::Char('核')])),
    ("guest_browsing", || guest::after(&[Key::Char('3'), Key::Char('1')])),
    ("guest_menu", || guest::after(&[Key::Char('0')])),
    ("guest_help", || guest::after(&[Key::Char('?')])),
    ("guest_register", || guest::after(&[Key::Ctrl('t')])),
    ("guest_card", || guest::after(&[Key::Ctrl('t'), Key::Enter])),
    ("guest_compare", || guest::after(&[Key::Char('0'), Key::Char('0'), Key::Char('1')])),
    ("guest_story", || guest::after(&[Key::Up, Key::Ctrl('r')])),
    ("guest_back", || guest::came_back(&[])),
    ("guest_missed", || guest::came_back(&[Key::Enter])),
    ("guest_between", || {
        let session = between();
        let guest = guest::guest(&session, None, None);
        (session, guest)
    }),
];

const WALL: &[Reader] = &[
    ("wall_item", || hung(in_session(), Some(wall::at(6, &["1.4"])))),
    ("wall_undecided", || hung(rehearsal::lived_in_session(), Some(wall::at(6, &["1.4"])))),
    ("wall_task", || hung(rehearsal::lived_in_session(), Some(Spot::Task(place("1.2"))))),
    ("wall_tasks", || hung(rehearsal::lived_in_session(), Some(Spot::Tasks(Some(place("1")))))),
    ("wall_plan", || hung(rehearsal::lived_in_session(), Some(Spot::Overview))),
    ("wall_between", || hung(between(), None)),
    ("wall_paused", || hung(in_session(), Some(Spot::Paused))),
];

fn hung(session: Session, desk: Option<Spot>) -> (Session, Guest) {
    let guest = wall::wall(&session, desk);
    (session, guest)
}

/// A screen of the table.
pub(super) fn open(name: &str) -> (Session, Seat) {
    let (_, open) = SCREENS.iter().find(|(own, _)| *own == name).unwrap();
    open()
}

/// Where the faults of all eyes are found, and the pictures of some.
#[derive(Default)]
struct Album {
    data: Option<Data>,
    pictures: String,
    faults: Vec<String>,
}

impl Album {
    fn look(&mut self, name: &str, eyes: &Eyes, seen: &Seen<'_>) {
        let data = self.data.get_or_insert_with(|| Data::of(seen.session));
        let faults = seen.faults(data).into_iter().chain(seen.misspoken(eyes, data));
        let (window, who) = (eyes.size, eyes.name);
        self.faults.extend(faults.map(|fault| format!("{name} {who} {window:?}: {fault}")));
    }

    fn paste(&mut self, eyes: &Eyes, buffer: &Buffer) {
        let _ = writeln!(self.pictures, "== {}\n{}", eyes.name, screen_text(buffer));
    }

    fn close(self, name: &str) -> Vec<String> {
        kept().bind(|| insta::assert_snapshot!(name, self.pictures));
        self.faults
    }
}

/// A seat as it is drawn for some eyes: what was found is found in their language.
fn sat(session: &mut Session, seat: &Seat, eyes: &Eyes) -> Seat {
    let mut seat = seat.clone();
    eyes.put_on(&mut seat);
    if let Some(Over::Find(find)) = &seat.over {
        let hits = search::hits(session, &seat, find);
        let found = Find { hits, ..find.clone() };
        seat.over = Some(Over::Find(found));
    }
    let last = rows::count(session, seat.screen()).saturating_sub(1);
    if seat.over.is_none() && !matches!(seat.screen(), Screen::Help { .. }) {
        let cursor = look::cursor(&seat).min(last);
        look::set_cursor(&mut seat, cursor);
    }
    seat
}

/// A screen of the desk for all eyes. Gives what is wrong with it.
fn desk((name, open): &Desk) -> Vec<String> {
    let (mut session, seat) = open();
    session.catalogued();
    let mut album = Album::default();
    let draw = |session: &mut Session, eyes: &Eyes| {
        let seat = sat(session, &seat, eyes);
        let mut buffer = Buffer::empty(Rect::new(0, 0, eyes.size.0, eyes.size.1));
        let focus = draw_desk(session, &seat, &mut buffer);
        (seat, buffer, focus)
    };
    for eyes in eyes::pictured() {
        let (_, buffer, _) = draw(&mut session, &eyes);
        album.paste(&eyes, &buffer);
    }
    for eyes in eyes::all() {
        let (seat, buffer, focus) = draw(&mut session, &eyes);
        let typed = format!("{seat:?}");
        let seen =
            Seen { session: &session, seat: &seat, buffer: &buffer, focus, boxed: false, typed };
        album.look(name, &eyes, &seen);
    }
    album.close(name)
}

/// A reviewer's screen for all eyes, the big screen in its own window too.
fn reader((name, sit): &Reader) -> Vec<String> {
    let (mut session, guest) = sit();
    session.catalogued();
    let hangs = guest.layout == Layout::Wall;
    let mut album = Album::default();
    let draw = |eyes: &Eyes| {
        let mut guest = guest.clone();
        eyes.put_on(&mut guest.seat);
        if hangs {
            // Nobody sits before it: how it is laid out is not a person's choice.
            guest.seat.taste.layout = Arrangement::Wall;
        }
        if hangs && eyes.size == eyes::SIZES[2] {
            guest.seat.size = (64, 20);
        }
        let size = guest.seat.size;
        let mut buffer = Buffer::empty(Rect::new(0, 0, size.0, size.1));
        let focus = crate::view::guest::draw(&session, &guest, &mut buffer);
        (guest, buffer, focus)
    };
    for eyes in eyes::pictured() {
        album.paste(&eyes, &draw(&eyes).1);
    }
    for eyes in eyes::all() {
        let (guest, buffer, focus) = draw(&eyes);
        let boxed = guest.over.is_some() || hangs || matches!(guest.seat.screen(), Screen::Meeting);
        let typed = format!("{guest:?}");
        let seen =
            Seen { session: &session, seat: &guest.seat, buffer: &buffer, focus, boxed, typed };
        album.look(name, &eyes, &seen);
    }
    album.close(name)
}

fn check<T>(table: &[T], each: fn(&T) -> Vec<String>) {
    let faults: Vec<String> = table.iter().flat_map(each).collect();
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_screen_is_seen_well_by_all_eyes() {
    check(SCREENS, desk);
}

#[test]
fn every_box_and_menu_is_seen_well_by_all_eyes() {
    check(BOXES, desk);
}

#[test]
fn every_form_is_seen_well_by_all_eyes() {
    check(FORMS, desk);
}

#[test]
fn every_screen_of_a_reviewer_is_seen_well_by_all_eyes() {
    check(READERS, reader);
}

#[test]
fn the_big_screen_is_seen_well_by_all_eyes() {
    check(WALL, reader);
}

/// The table has each kind of screen that there is.
#[test]
fn no_kind_of_screen_is_forgotten() {
    let kind = |screen: &Screen| {
        let shown = format!("{screen:?}");
        shown.chars().take_while(|c| c.is_alphabetic()).collect::<String>()
    };
    let tables = SCREENS.iter().chain(FORMS);
    let shown: std::collections::BTreeSet<String> =
        tables.map(|(_, open)| kind(open().1.screen())).collect();
    let missing = screens().iter().map(kind).find(|kind| !shown.contains(kind));
    assert_eq!(missing, None);
}
