//! Screens in English and in 繁体: what they look like, and what holds of all of them.

use super::*;
use crate::app::guest::{self, Guest, Layout};
use crate::app::script::Script;
use crate::app::spot::Spot;

/// The sizes at which every screen is looked at.
const SIZES: [(u16, u16); 4] = [(120, 36), (80, 24), (60, 18), (200, 50)];

fn traditional(mut seat: Seat) -> Seat {
    seat.sight.script = Script::Traditional;
    seat
}

fn english(mut seat: Seat) -> Seat {
    seat.lang = Lang::En;
    seat
}

#[test]
fn nothing_moves_in_traditional() {
    let (mut session, plain) = (in_session(), seat(0, 0, Screen::Meeting));
    session.catalogued();
    // A paper is in the language in which it will be sent out.
    let screens = screens().into_iter().filter(|screen| !matches!(screen, Screen::Preview(_)));
    for screen in screens {
        for size in SIZES {
            let mut seat = plain.clone();
            seat.open(screen.clone());
            seat.size = size;
            let (own, focus) = drawn(&session, &seat);
            let (other, focused) = drawn(&session, &traditional(seat));
            let widths = |buffer: &Buffer| {
                buffer
                    .content
                    .iter()
                    .map(ratatui::buffer::CellWidth::cell_width)
                    .collect::<Vec<_>>()
            };
            assert_eq!(focus, focused, "{screen:?}");
            assert_eq!(widths(&own), widths(&other), "{screen:?} {size:?}");
        }
    }
}

#[test]
fn names_and_what_is_typed_stay_as_they_are() {
    let session = in_session();
    let mut seat = traditional(at_the_desk());
    seat.size = (120, 36);
    seat.line.field = Field::new("请发改局牵头办理");
    let text = screen_text(&drawn(&session, &seat).0);
    assert!(text.contains("> 请发改局牵头办理"), "{text}");
    assert!(text.contains("牽頭 发改局"), "{text}");
    assert!(text.contains("經濟") && !text.contains("經濟区"), "{text}");
}

/// 哈尔滨 is in the roster: it stands as it is there, wherever a line ends.
#[test]
fn a_name_that_a_line_parts_is_still_known() {
    let session = in_session();
    for width in 60..130 {
        let screen = Screen::Task { place: place("1.4"), cursor: 0 };
        let seat = traditional(seat(width, 60, screen));
        let text = screen_text(&drawn(&session, &seat).0);
        assert!(text.contains('尔') && text.contains('滨'), "{text}");
        assert!(!text.contains('爾') && !text.contains("濱"), "{width}\n{text}");
    }
}

#[test]
fn a_name_is_intact_where_a_part_of_it_was_looked_for() {
    let (mut session, mut seat) = (in_session(), traditional(at_the_desk()));
    seat.size = (120, 36);
    let mut find = Find { field: Field::new("臨空"), ..Find::default() };
    find.hits = search::hits(&mut session, &seat, &find);
    seat.over = Some(Over::Find(find));
    let text = screen_text(&drawn(&session, &seat).0);
    assert!(text.contains("[临空]办"), "{text}");
    assert!(text.contains("[臨空]經濟發展"), "{text}");
}

/// What reviewers see, beside the desk's screens: following, browsing, the big screen.
fn guests(session: &Session) -> Vec<Guest> {
    let item = || Spot::Item { number: Some(6), rows: vec![place("1.4")], record: None };
    let desks = [Some(item()), Some(Spot::Paused), Some(Spot::Restricted), None];
    let layouts = [Layout::Screen, Layout::Wall];
    let each = desks.into_iter().flat_map(|desk| layouts.map(|layout| (desk.clone(), layout)));
    each.map(|(desk, layout)| {
        let mut guest = Guest::new((80, 24), Lang::En, "督查室");
        guest.layout = layout;
        guest::sit_down(session, &mut guest, desk, None);
        guest
    })
    .collect()
}

#[test]
fn nothing_but_data_is_chinese_to_an_english_guest() {
    let mut session = in_session();
    session.catalogued();
    let data = data(&session);
    let keys = [None, Some(Key::Tab), Some(Key::Char('0')), Some(Key::Esc), Some(Key::Char('?'))];
    for mut guest in guests(&session) {
        for (key, size) in keys.into_iter().flat_map(|key| SIZES.map(|size| (key, size))) {
            if let (Some(key), (120, 36)) = (key, size) {
                guest::update(&session, &mut guest, &Input::Key(key));
            }
            guest.seat.size = size;
            let mut buffer = Buffer::empty(Rect::new(0, 0, size.0, size.1));
            crate::view::guest::draw(&session, &guest, &mut buffer);
            assert_eq!(left_over(&screen_text(&buffer), &data), [""; 0], "{key:?} {size:?}");
        }
    }
}

/// What is Han on an English screen is data: the plan's, the ledger's or what was typed.
#[test]
fn nothing_but_data_is_chinese_in_english() {
    let (mut session, plain) = (in_session(), english(seat(0, 0, Screen::Meeting)));
    session.catalogued();
    let data = data(&session);
    let mut left = std::collections::BTreeSet::new();
    // A paper is in the language in which it will be sent out.
    let screens = screens().into_iter().filter(|screen| !matches!(screen, Screen::Preview(_)));
    for screen in screens {
        for size in SIZES {
            let mut seat = plain.clone();
            seat.open(screen.clone());
            seat.size = size;
            let text = screen_text(&drawn(&session, &seat).0);
            let runs = left_over(&text, &data).into_iter();
            left.extend(runs.map(|run| format!("{run} in {:?}", name(&screen))));
        }
    }
    assert_eq!(left, std::collections::BTreeSet::new());
}

/// Everything that the book says, and what these tests type.
fn data(session: &Session) -> String {
    let typed = "省交投集团 空港医院开工 拆迁收尾 办结 会议 一 督查室";
    format!("{:?}{:?}{:?}{typed}", session.plan, session.state(), session.sealed)
}

/// The Han of a screen that are no part of the data.
fn left_over(screen: &str, data: &str) -> Vec<String> {
    let runs = screen.split(|c: char| !is_chinese(c)).filter(|run| !run.is_empty());
    runs.filter(|run| !data.contains(run)).map(str::to_owned).collect()
}

fn name(screen: &Screen) -> String {
    format!("{screen:?}").chars().take(40).collect()
}

/// 〔 〕 are the marks of what is assumed in either language; 、 stands between names in Han.
fn is_chinese(c: char) -> bool {
    !"〔〕、".contains(c) && matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

#[test]
fn a_sentence_in_english_is_understood() {
    let mut seat = english(at_the_desk());
    seat.line.field = Field::new("Hospital opens, lead: 卫健局, support: 3 and 5, by 31 Oct");
    pictures("english_line", &in_session(), &seat);
}
