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
    pictures_at(&format!("guest_{name}"), [(120, 36), (80, 24), (60, 20)], |size| {
        let mut guest = guest.clone();
        guest.seat.size = size;
        seen(session, &guest)
    });
}

/// Somebody who follows a meeting with marks, after some keys.
pub(super) fn after(pressed: &[Key]) -> (Session, Guest) {
    let session = marked();
    let mut following = guest(&session, Some(item()), None);
    keys(&session, &mut following, pressed);
    (session, following)
}

/// Somebody who comes back to it, after some keys.
pub(super) fn came_back(pressed: &[Key]) -> (Session, Guest) {
    let mut session = marked();
    session.now = "2023-09-15T14:31:00+08:00".parse().unwrap();
    let mut back = guest(&session, None, Some("14:20"));
    keys(&session, &mut back, pressed);
    (session, back)
}

/// The same meeting with three reviewers, one of them gone.
pub(super) fn read_by_three() -> Session {
    let mut session = marked();
    let of = |name: &str, here| Reader { name: name.into(), here };
    session.readers = vec![of("督查室", true), of("政研室", true), of("纪检组", false)];
    session
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
fn a_guest_browses_while_the_desk_goes_on() {
    let (session, mut browsing) = after(&[Key::Char('3'), Key::Char('1')]);
    let desk = Some(Spot::Item { number: Some(7), rows: Vec::new(), record: None });
    guest::hear(&session, &mut browsing, &Heard { desk, ..Heard::default() });
    pictures_of("left_behind", &session, &browsing);
    keys(&session, &mut browsing, &[Key::Char('0')]);
    assert!(matches!(browsing.over, Some(Over::Menu { .. })));
    keys(&session, &mut browsing, &[Key::Char('0')]);
    pictures_of("menu_turned", &session, &browsing);
}

#[test]
fn a_guest_reads_an_offices_card_without_hints_of_acts() {
    let (session, mut reading) = after(&[Key::Char('/')]);
    press(&session, &mut reading, &Input::Text("投促局".into()));
    keys(&session, &mut reading, &[Key::Enter]);
    pictures_of("office", &session, &reading);
}

#[test]
fn a_guest_reads_a_record_of_a_story() {
    let compared = [Key::Char('0'), Key::Char('0'), Key::Char('1')];
    let (session, mut reading) = after(&compared);
    keys(&session, &mut reading, &[Key::Tab, Key::Ctrl('r'), Key::Enter]);
    pictures_of("story_card", &session, &reading);
}

#[test]
fn with_no_meeting_the_plan_is_shown() {
    let mut signed = lived();
    signed.catalogued();
    pictures_of("signed", &signed, &guest(&signed, None, None));
    let hidden = in_session();
    pictures_of("restricted", &hidden, &guest(&hidden, Some(Spot::Restricted), None));
}
