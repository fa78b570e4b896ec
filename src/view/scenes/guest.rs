//! What reviewers see: following, browsing, at a telephone of 60×20.

use super::*;
use crate::app::guest::{self, Guest, Heard, Over, update as press};
use crate::app::rehearsal::{lived, lived_in_session};
use crate::app::spot::Spot;
use crate::ledger::{About, Mark, Reader, Remark};
use crate::view::guest::draw as draw_guest;

pub(super) fn item() -> Spot {
    Spot::Item { number: Some(6), rows: vec![place("1.4")], record: None }
}

pub(super) fn guest(session: &Session, desk: Option<Spot>, left: Option<&str>) -> Guest {
    let mut guest = Guest::new((60, 20), Lang::Zh, "督查室");
    let left = left.map(|at| guest::Visit {
        at: format!("2023-09-15T{at}:00+08:00").parse().unwrap(),
        on: session.state().id(),
        saw: None,
        came: 1,
    });
    guest::sit_down(session, &mut guest, desk, left.as_ref());
    guest
}

pub(super) fn seen(session: &Session, guest: &Guest) -> (Buffer, Position) {
    let (width, height) = guest.seat.size;
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    let focus = draw_guest(session, guest, &mut buffer);
    assert!(width * height == 0 || buffer.area.contains(focus), "{focus:?} in {width}x{height}");
    (buffer, focus)
}

fn pictures_of(name: &str, session: &Session, guest: &Guest) {
    for (width, height) in [(120, 36), (80, 24), (60, 20)] {
        let mut guest = guest.clone();
        guest.seat.size = (width, height);
        let (buffer, _) = seen(session, &guest);
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("../scenes");
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        let name = format!("guest_{name}_{width}x{height}");
        settings.bind(|| insta::assert_snapshot!(name, screen_text(&buffer)));
    }
}

pub(super) fn keys(session: &Session, guest: &mut Guest, keys: &[Key]) {
    for key in keys {
        press(session, guest, &Input::Key(*key));
    }
}

/// A meeting with marks of two reviewers.
pub(super) fn marked() -> Session {
    let mut session = lived_in_session();
    session.catalogued();
    let first = session.index.records()[0].record().unwrap().clone();
    let about = || About::Decision(first.clone());
    let of = |by: &str, remark| Mark { about: about(), by: by.into(), remark };
    session.marks = vec![
        of("督查室", Remark::Seen),
        of("政研室", Remark::Seen),
        of("政研室", Remark::Said("第三批材料报了没有".into())),
    ];
    session
}

#[test]
fn a_guest_follows_the_desk() {
    let session = marked();
    let mut following = guest(&session, Some(item()), None);
    pictures_of("following", &session, &following);
    keys(&session, &mut following, &[Key::Up]);
    pictures_of("pointing", &session, &following);
    keys(&session, &mut following, &[Key::Char(',')]);
    press(&session, &mut following, &Input::Text("专项债第三批报了没有".into()));
    pictures_of("remark", &session, &following);
}

#[test]
fn a_guest_browses_while_the_desk_goes_on() {
    let session = marked();
    let mut browsing = guest(&session, Some(item()), None);
    keys(&session, &mut browsing, &[Key::Char('3'), Key::Char('1')]);
    let desk = Some(Spot::Item { number: Some(7), rows: Vec::new(), record: None });
    guest::hear(&session, &mut browsing, &Heard { desk, ..Heard::default() });
    pictures_of("browsing", &session, &browsing);
    keys(&session, &mut browsing, &[Key::Char('0')]);
    assert!(matches!(browsing.over, Some(Over::Menu { .. })));
    pictures_of("menu", &session, &browsing);
    keys(&session, &mut browsing, &[Key::Char('0')]);
    pictures_of("menu_turned", &session, &browsing);
    keys(&session, &mut browsing, &[Key::Esc, Key::Char('?')]);
    pictures_of("help", &session, &browsing);
}

#[test]
fn a_guest_reads_the_register_and_an_offices_card_without_hints_of_acts() {
    let session = marked();
    let mut reading = guest(&session, Some(item()), None);
    keys(&session, &mut reading, &[Key::Ctrl('t')]);
    pictures_of("register", &session, &reading);
    keys(&session, &mut reading, &[Key::Enter]);
    pictures_of("card", &session, &reading);
    keys(&session, &mut reading, &[Key::Esc, Key::Esc, Key::Char('/')]);
    press(&session, &mut reading, &Input::Text("投促局".into()));
    keys(&session, &mut reading, &[Key::Enter]);
    pictures_of("office", &session, &reading);
}

#[test]
fn a_guest_compares_meetings_and_reads_a_story() {
    let session = marked();
    let mut reading = guest(&session, Some(item()), None);
    keys(&session, &mut reading, &[Key::Char('0'), Key::Char('0'), Key::Char('1')]);
    pictures_of("compare", &session, &reading);
    keys(&session, &mut reading, &[Key::Tab, Key::Ctrl('r')]);
    pictures_of("story", &session, &reading);
    keys(&session, &mut reading, &[Key::Enter]);
    pictures_of("story_card", &session, &reading);
}

#[test]
fn a_guest_comes_back_and_reads_what_was_missed() {
    let mut session = marked();
    session.now = "2023-09-15T14:31:00+08:00".parse().unwrap();
    let mut back = guest(&session, None, Some("14:20"));
    pictures_of("back", &session, &back);
    keys(&session, &mut back, &[Key::Enter]);
    pictures_of("missed", &session, &back);
}

#[test]
fn the_desk_sees_who_read_what_and_what_was_asked() {
    let mut session = marked();
    let of = |name: &str, here| Reader { name: name.into(), here };
    session.readers = vec![of("督查室", true), of("政研室", true), of("纪检组", false)];
    pictures("reviews", &session, &seat(0, 0, Screen::Reviews { cursor: 0 }));
}

#[test]
fn with_no_meeting_the_plan_is_shown() {
    let session = between();
    pictures_of("between", &session, &guest(&session, None, None));
    let mut signed = lived();
    signed.catalogued();
    pictures_of("signed", &signed, &guest(&signed, None, None));
    let hidden = in_session();
    pictures_of("restricted", &hidden, &guest(&hidden, Some(Spot::Restricted), None));
}
