//! Screens in English and in 繁体: what they look like, and what holds of all of them.

use super::*;
use crate::app::script::Script;
use crate::format::ron;

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
fn traditional_reads_as_well() {
    let session = in_session();
    let overview = traditional(seat(0, 0, Screen::Overview { cursor: 0 }));
    pictures("traditional_overview", &session, &overview);
    pictures("traditional_meeting", &session, &traditional(at_the_desk()));
    let screen = Screen::Task { place: place("1.4"), cursor: 1 };
    pictures("traditional_task", &session, &traditional(seat(0, 0, screen)));
}

#[test]
fn nothing_moves_in_traditional() {
    let (mut session, plain) = (in_session(), seat(0, 0, Screen::Meeting));
    session.catalogued();
    for screen in screens() {
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

/// What is Han on an English screen is data: the plan's, the ledger's or what was typed.
#[test]
fn nothing_but_data_is_chinese_in_english() {
    let (mut session, plain) = (in_session(), english(seat(0, 0, Screen::Meeting)));
    session.catalogued();
    let data = [
        ron::write(&session.plan).unwrap(),
        ron::write(session.state()).unwrap(),
        ron::write(&session.sealed).unwrap(),
        "省交投集团 空港医院开工 拆迁收尾 办结 会议 一 第一会议室 重点工作调度会 三张单 区长"
            .into(),
    ];
    let mut left = std::collections::BTreeSet::new();
    for screen in screens() {
        for size in SIZES {
            let mut seat = plain.clone();
            seat.open(screen.clone());
            seat.size = size;
            let text = screen_text(&drawn(&session, &seat).0);
            let runs = text.split(|c: char| !is_chinese(c)).filter(|run| !run.is_empty());
            let own = |run: &&str| !data.iter().any(|text| text.contains(run));
            left.extend(runs.filter(own).map(|run| format!("{run} in {:?}", name(&screen))));
        }
    }
    assert_eq!(left, std::collections::BTreeSet::new());
}

fn name(screen: &Screen) -> String {
    format!("{screen:?}").chars().take(40).collect()
}

/// 〔 〕 are the marks of what is assumed in either language; 、 stands between names in Han.
fn is_chinese(c: char) -> bool {
    !"〔〕、".contains(c) && matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

#[test]
fn the_main_screens_in_english() {
    let session = in_session();
    let screen = |name: &str, screen: Screen| {
        pictures(&format!("english_{name}"), &session, &english(seat(0, 0, screen)));
    };
    screen("tasks", Screen::Tasks { section: None, cursor: 19 });
    screen("task", Screen::Task { place: place("1.4"), cursor: 1 });
    screen("signin", Screen::SignIn { cursor: 3 });
    screen("gate", Screen::Gate { cursor: 0 });
    screen("readback", Screen::ReadBack { cursor: 1 });
    screen("help", Screen::Help { filter: Field::default(), top: 0 });
    screen("form_decide", Screen::Form(decision_form()));
    let mut seat = english(at_the_desk());
    seat.line.field = Field::new("Hospital opens, lead: 卫健局, support: 3 and 5, by 31 Oct");
    pictures("english_line", &session, &seat);
}
