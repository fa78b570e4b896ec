//! What goes with the line: pasted lines, marked rows, what is left 待定, a record changed, the list
//! read back, and the gate with one gap of each kind.

use super::{at_the_desk, cursors, drawn, pictures, place, seat};
use crate::app::rehearsal::in_session;
use crate::app::{Effect, Outcome};
use crate::app::{Field, Input, Key, Screen, Seat, Session, answer, update};
use crate::view::canvas::screen_text;

/// Presses keys by name, or types text, on a disk that keeps everything.
fn press(session: &mut Session, seat: &mut Seat, keys: &str) {
    for name in keys.split(' ') {
        let input = name.parse().map_or_else(|_| Input::Text(name.replace('_', " ")), Input::Key);
        give(session, seat, &input);
    }
}

fn give(session: &mut Session, seat: &mut Seat, input: &Input) {
    for effect in update(session, seat, input) {
        if let Effect::Append { serial, .. } = effect {
            answer(session, seat, &Outcome::Kept { serial });
        }
    }
}

pub(super) fn pasted() -> (Session, Seat) {
    let (mut session, mut seat) = (in_session(), at_the_desk());
    let text = "1. 空港应急医院9月25日前报审，10月底前开工，由卫健局牵头，临空办、发改局配合\n\
                2. 要求：太安路迁改专班每周报进度 @省交投集团 >1014\n\
                3. 记：请省交投集团下次到会说明工期\n\
                4. 1.4/1=2\n\
                5. 暂缓：一级消防站选址\n\
                6. 其他同志补充发言\n\
                7. 1.4/9=3\n\
                8. 征地补偿方案 待定";
    give(&mut session, &mut seat, &Input::Paste(text.into()));
    (session, seat)
}

#[test]
fn a_pasted_line_is_changed_where_it_stands() {
    let (mut session, mut seat) = pasted();
    press(&mut session, &mut seat, "end up up space up up up up enter");
    pictures("pasted_editing", &session, &seat);
}

/// Two decisions of which something is to be settled.
pub(super) fn to_be_settled() -> (Session, Seat) {
    let (mut session, mut seat) = (in_session(), at_the_desk());
    press(&mut session, &mut seat, "征地补偿方案_@zrzyfj_待定 enter 一级消防站选址_待定 enter");
    seat.open(Screen::Pending { cursor: 1 });
    (session, seat)
}

/// The page of a record beside the sentence as it was spoken.
pub(super) fn changing() -> (Session, Seat) {
    let (mut session, mut seat) = (in_session(), at_the_desk());
    let said = "医院这个事9月25日前报审，10月底前必须开工，由卫健局牵头，临空办、发改局配合";
    press(&mut session, &mut seat, &format!("{said} enter up enter"));
    (session, seat)
}

#[test]
fn a_reading_is_changed_on_a_page() {
    let (mut session, mut seat) = changing();
    press(&mut session, &mut seat, "esc 1.4/1=20 enter up enter tab tab tab tab");
    pictures("form_reading", &session, &seat);
}

#[test]
fn marked_rows_are_seen_and_counted() {
    let session = in_session();
    let mut seat = seat(0, 0, Screen::Tasks { section: None, cursor: 2 });
    seat.marks = ["1.2", "1.3", "3.1"].map(place).into();
    pictures("tasks_marked", &session, &seat);
}

/// What the meeting decided, read back to the chair.
pub(super) fn read_back() -> (Session, Seat) {
    let (mut session, mut seat) = (in_session(), at_the_desk());
    let lines = "原则同意：由市政府牵头协调的老旧小区改造资金缺口方案，按两年分期安排，先保障群力新区在建项目 enter \
                 暂缓：一级消防站选址 enter 征地补偿方案9月25日前报审，年内完成_@zrzyfj_+fgj、czj、zjj enter 尽快研究停车场方案_@wlj enter";
    press(&mut session, &mut seat, lines);
    seat.open(Screen::ReadBack { cursor: 1 });
    (session, seat)
}

#[test]
fn the_list_is_read_back_wide_apart() {
    let (session, seat) = read_back();
    assert_eq!(cursors(&session, &seat), [(3, 2), (3, 2), (3, 2)]);
}

/// The gate with one gap of each kind.
pub(super) fn at_the_gate() -> (Session, Seat) {
    let (mut session, mut seat) = (in_session(), at_the_desk());
    for line in [
        "尽快开工_待定 enter",
        "请省交投集团到会_@省交投集团_>1013 enter",
        "1.4/1=20 enter",
        "4.4/2=30 enter #4.4/2_再演一场_@wlj_>1013 enter",
    ] {
        press(&mut session, &mut seat, line);
    }
    for number in 1..=6 {
        press(&mut session, &mut seat, &format!("第{number}件事_@wjj_>1013 enter"));
    }
    seat.open(Screen::Gate { cursor: 0 });
    (session, seat)
}

#[test]
fn the_gate_has_a_key_for_each_gap() {
    let (session, mut seat) = at_the_gate();
    // The keys that are offered are those of the gap with the cursor.
    seat.size = (80, 24);
    let gaps = session.gaps();
    let mut offered = Vec::new();
    for (cursor, gap) in gaps.iter().enumerate() {
        seat.back();
        seat.open(Screen::Gate { cursor });
        let text = screen_text(&drawn(&session, &seat).0);
        let keys = text.lines().nth(20).unwrap().trim().replace("F8 封存  ", "");
        let keys = keys.replace("  F2 全部确认〔〕", "").replace("  Esc 返回", "");
        let line = format!("{}: {keys}", gap.kind.text(crate::words::Lang::Zh));
        if !offered.contains(&line) {
            offered.push(line);
        }
    }
    assert_eq!(
        offered,
        [
            "牵头未确认: 空格 确认  Enter 补正",
            "时限未确认: 空格 确认  Enter 补正",
            "待定: 空格 照此定下  Enter 改定",
            "缺时限: Enter 补正  空格 下一条",
            "含糊: Enter 补正  空格 下一条",
            "名册外: Enter 补正  空格 下一条",
            "疑差十倍: 空格 数没错  Enter 补正",
            "已完成项: 空格 不列督办  Enter 重启",
            "牵头过多: Enter 看单位  空格 下一条",
            "未议: 空格 全部转下次  Enter 去议",
        ]
    );
}

/// The cursor is in the line that is being changed, and on the line otherwise.
#[test]
fn the_cursor_is_where_the_pasted_line_is_changed() {
    let (mut session, mut seat) = pasted();
    for size in [(120, 36), (80, 24), (60, 18)] {
        seat.size = size;
        let (_, focus) = drawn(&session, &seat);
        assert_eq!((focus.x, focus.y), (3, 4), "{size:?}");
        press(&mut session, &mut seat, "enter");
        let (buffer, focus) = drawn(&session, &seat);
        let text = screen_text(&buffer);
        let under = text.lines().nth(focus.y.into()).unwrap_or_default();
        assert!(focus.y > 4 && !under.contains("F2"), "{text}");
        seat.screen_mut().into_iter().for_each(|screen| {
            if let Screen::Pasted(pasted) = screen {
                pasted.editing = Some(Field::new("改"));
            }
        });
        press(&mut session, &mut seat, "esc");
        assert!(matches!(seat.screen(), Screen::Pasted(p) if p.editing.is_none()));
    }
    give(&mut session, &mut seat, &Input::Key(Key::Esc));
    assert_eq!(*seat.screen(), Screen::Meeting);
}
