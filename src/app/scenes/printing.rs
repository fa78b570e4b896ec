//! 打印, 复制 and the mouse, key by key and press by press.

use super::*;
use crate::app::copying::Copied;
use crate::app::pointer::Touch;
use crate::app::printing::PrintTo;
use crate::app::sight::Printer;
use crate::app::taste::Mouse;
use crate::words::prints::{CopySays, PrintSays};

fn told(desk: &mut Desk, outcome: &Outcome) -> String {
    assert!(answer(&mut desk.session, &mut desk.seat, outcome).is_empty());
    desk.said()
}

fn touch(desk: &mut Desk, touch: Touch) {
    desk.send(&Input::Touch(touch));
}

#[test]
fn p_asks_where_to_and_a_digit_prints() {
    let mut desk = Desk::new(between());
    desk.seat.origin.printer = Printer::There;
    for (key, digit, to) in
        [("p", "1", PrintTo::Text), ("f12", "2", PrintTo::Page), ("f12", "3", PrintTo::Printer)]
    {
        desk.press(key).press(digit);
        assert_eq!(desk.asked.last(), Some(&Effect::Print(to)));
        assert!(desk.seat.over.is_none());
    }
    desk.press("p 4");
    assert_eq!(desk.asked.last(), Some(&Effect::Copy(Copied::Whole)));
    let path = "papers/2023-09-15-打印-总览.txt".to_owned();
    let done = Outcome::Printed(Ok(PrintSays::Written { path }));
    assert_eq!(told(&mut desk, &done), "已存成 papers/2023-09-15-打印-总览.txt");
    let refused = Outcome::Printed(Err(PrintSays::TooLong { seconds: "20".into() }));
    assert_eq!(
        told(&mut desk, &refused),
        "没有打成：lp 过了20秒没有回话，没有打成；请查打印机，或存成网页"
    );
    assert!(desk.seat.alarm, "what failed stays");
}

#[test]
fn without_a_printer_the_choice_says_so_and_nothing_is_asked() {
    let mut desk = Desk::new(between());
    desk.press("p 3");
    assert_eq!(desk.asked, []);
    assert_eq!(desk.said(), "这台机器没有 lp，送不了打印机；请存成网页再打");
}

#[test]
fn what_is_typed_stays_while_something_is_printed_or_copied() {
    let mut desk = opened();
    desk.press("说到一半 f12 1 ctrl-c ctrl-c esc");
    assert_eq!(desk.seat.line.field.text(), "说到一半");
    let asked: Vec<&Effect> = (desk.asked.iter())
        .filter(|effect| matches!(effect, Effect::Print(_) | Effect::Copy(_)))
        .collect();
    assert_eq!(asked, [&Effect::Print(PrintTo::Text), &Effect::Copy(Copied::Pointed)]);
    assert!(desk.session.read_back().is_empty());
}

#[test]
fn the_same_key_again_shows_what_no_clipboard_took() {
    let mut desk = Desk::new(between());
    desk.press("ctrl-c");
    assert!(desk.seat.over.is_none());
    desk.press("ctrl-c");
    assert!(matches!(desk.seat.over, Some(Over::Plain(plain)) if plain.what == Copied::Pointed));
    desk.press("pagedown y");
    assert_eq!(desk.asked.last(), Some(&Effect::Copy(Copied::Pointed)));
    desk.press("esc ctrl-c down ctrl-c");
    assert!(desk.seat.over.is_none(), "another key between makes it the first again");
    let none = Outcome::Copied(Copied::Whole, Err(CopySays::NoClipboard));
    assert!(told(&mut desk, &none).starts_with("这个终端没有剪贴板"));
    assert!(matches!(desk.seat.over, Some(Over::Plain(plain)) if plain.what == Copied::Whole));
}

#[test]
fn a_press_chooses_a_row_and_the_second_opens_it() {
    let mut desk = Desk::new(between());
    touch(&mut desk, Touch::Row(7));
    assert_eq!(*desk.seat.screen(), Screen::Overview { cursor: 7 });
    touch(&mut desk, Touch::Again);
    assert!(matches!(desk.seat.screen(), Screen::Tasks { section: Some(_), .. }));
    touch(&mut desk, Touch::Row(0));
    assert!(matches!(desk.seat.screen(), Screen::Task { .. }), "it was chosen already");
}

#[test]
fn a_press_never_sends_what_is_typed_and_never_seals() {
    let mut desk = opened();
    desk.press("一条 enter 二条");
    let id = desk.session.read_back()[0].clone();
    for _ in 0..3 {
        touch(&mut desk, Touch::Record(id.clone()));
        touch(&mut desk, Touch::Again);
    }
    assert_eq!((desk.seat.line.field.text(), desk.decisions().len()), ("二条", 1));
    desk.press("ctrl-u f8 2");
    assert!(matches!(desk.seat.screen(), Screen::Gate { .. }));
    touch(&mut desk, Touch::Row(0));
    touch(&mut desk, Touch::Again);
    assert!(desk.session.meeting().is_some(), "Enter mends, and only F8 seals");
}

#[test]
fn a_box_over_the_screen_is_not_pressed_through() {
    let mut desk = Desk::new(between());
    desk.press("p");
    let over = desk.seat.over.clone();
    touch(&mut desk, Touch::Row(3));
    touch(&mut desk, Touch::Again);
    assert_eq!((&desk.seat.over, desk.asked.as_slice()), (&over, &[][..]));
    assert_eq!(*desk.seat.screen(), Screen::Overview { cursor: 0 });
}

#[test]
fn the_mouse_is_given_back_by_a_command_of_the_palette() {
    let mut desk = Desk::new(between());
    assert_eq!(desk.seat.taste.mouse, Mouse::On);
    desk.press("f4 鼠标 enter");
    assert_eq!(desk.seat.taste.mouse, Mouse::Off);
    desk.press("f4 鼠标 enter");
    assert_eq!(desk.seat.taste.mouse, Mouse::On);
}
