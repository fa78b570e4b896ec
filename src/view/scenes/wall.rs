//! What the back of the room sees.

use super::*;
use crate::app::guest::{self, Guest, Layout, update as press};
use crate::app::rehearsal::lived_in_session;
use crate::app::spot::Spot;
use crate::ledger::{Held, Mark, Remark};
use crate::view::guest::draw as draw_guest;

pub(super) fn wall(session: &Session, desk: Option<Spot>) -> Guest {
    let mut guest = Guest::new((64, 20), Lang::Zh, "大屏");
    guest.layout = Layout::Wall;
    guest::sit_down(session, &mut guest, desk, None);
    guest
}

pub(super) fn at(number: u16, rows: &[&str]) -> Spot {
    let rows = rows.iter().map(|row| place(row)).collect();
    Spot::Item { number: Some(number), rows, record: None }
}

fn seen(session: &Session, guest: &Guest) -> (String, Position) {
    let (width, height) = guest.seat.size;
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    let focus = draw_guest(session, guest, &mut buffer);
    assert!(width * height == 0 || buffer.area.contains(focus), "{focus:?} in {width}x{height}");
    (screen_text(&buffer), focus)
}

fn pictures_of(name: &str, session: &Session, guest: &Guest) {
    pictures_at(&format!("wall_{name}"), [(64, 20), (80, 24), (120, 36)], |size| {
        let mut guest = guest.clone();
        guest.seat.size = size;
        let mut buffer = Buffer::empty(Rect::new(0, 0, size.0, size.1));
        let focus = draw_guest(session, &guest, &mut buffer);
        (buffer, focus)
    });
}

#[test]
fn the_wall_points_at_what_the_desk_points_at() {
    let session = in_session();
    let record = Some("2023-09-15/3".parse().unwrap());
    let pointed = Spot::Item { number: Some(6), rows: vec![place("1.4")], record };
    pictures_of("pointed", &session, &wall(&session, Some(pointed)));
    let session = lived_in_session();
    let topic = session.meeting().unwrap().agenda.iter().find(|(_, item)| item.rows.is_empty());
    let (number, _) = topic.unwrap();
    pictures_of("topic", &session, &wall(&session, Some(at(*number, &[]))));
}

#[test]
fn a_pause_and_a_restricted_item_show_nothing_else() {
    let mut session = lived_in_session();
    let (text, _) = seen(&session, &wall(&session, Some(Spot::Restricted)));
    assert!(text.contains("本议题不公开") && !text.contains("1.4"), "{text}");
    // Without a desk the item is known to be restricted by itself.
    let Held::Meeting(meeting) = &mut session.open.as_mut().unwrap().open.kind else { panic!() };
    for (_, item) in meeting.agenda.iter_mut() {
        item.restricted = true;
    }
    let (text, _) = seen(&session, &wall(&session, None));
    assert!(text.contains("本议题不公开"), "{text}");
}

#[test]
fn nobody_who_reads_along_and_nothing_that_is_typed_is_on_the_wall() {
    let mut session = lived_in_session();
    session.catalogued();
    let id = session.index.records()[0].record().unwrap().clone();
    let about = crate::ledger::About::Decision(id);
    let said = Remark::Said("第三批材料报了没有".into());
    session.marks = vec![Mark { about, by: "政研室".into(), remark: said }];
    session.readers = vec![crate::ledger::Reader { name: "政研室".into(), here: true }];
    let mut guest = wall(&session, Some(at(6, &["1.4"])));
    let before = seen(&session, &guest);
    for key in [' ', ',', '0', '?', '1', '4', '定'].map(Key::Char).into_iter().chain([
        Key::Enter,
        Key::Tab,
        Key::Down,
        Key::F(5),
        Key::F(6),
        Key::Ctrl('t'),
    ]) {
        assert_eq!(press(&session, &mut guest, &Input::Key(key)), [], "{key:?}");
    }
    assert_eq!(press(&session, &mut guest, &Input::Text("空港应急医院".into())), []);
    assert_eq!(seen(&session, &guest), before, "keys do nothing");
    assert!(!before.0.contains("政研室") && !before.0.contains("第三批材料"), "{}", before.0);
    press(&session, &mut guest, &Input::Key(Key::Esc));
    assert!(seen(&session, &guest).0.contains("再按一次 Esc 离开"));
    assert_eq!(press(&session, &mut guest, &Input::Key(Key::Esc)), [guest::Effect::Leave]);
}

#[test]
fn a_wall_of_any_size_draws_and_keeps_to_it() {
    let session = lived_in_session();
    let spots = [
        Some(at(6, &["1.4"])),
        Some(at(1, &[])),
        Some(Spot::Overview),
        Some(Spot::Tasks(None)),
        None,
    ];
    for spot in spots {
        for (width, height) in [(0, 0), (1, 1), (39, 9), (40, 10), (60, 18), (64, 12), (200, 60)] {
            let mut guest = wall(&session, spot.clone());
            guest.seat.size = (width, height);
            guest.seat.lang = if width % 2 == 0 { Lang::Zh } else { Lang::En };
            seen(&session, &guest);
        }
    }
}
