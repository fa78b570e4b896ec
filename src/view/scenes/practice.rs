//! 练习: what is asked for stands where the eye is, and nothing gives way to it.

use super::*;
use crate::app::Practice;
use crate::words::tip::Tip;

/// The three jobs one after the other, then the end.
const JOBS: [&[&str]; 3] =
    [&["签约项目10月底前开工", "enter"], &["1.2/1=305", "enter"], &["ctrl-z"]];

pub(super) fn practising(size: (u16, u16), lang: Lang) -> (Session, Seat) {
    let mut session = between();
    meet(&mut session, "2023-09-15", 4);
    session.reindex();
    let mut seat = Seat::new(size, lang);
    seat.open(Screen::Meeting);
    seat.line.binding = Binding::Rows(vec![place("1.2")]);
    seat.line.item = Some(4);
    seat.practice = Some(Practice::begin(&session));
    (session, seat)
}

/// Presses keys at a desk whose disk keeps everything at once.
fn press(session: &mut Session, seat: &mut Seat, keys: &[&str]) {
    for name in keys {
        let input = match name.parse() {
            Ok(key) => Input::Key(key),
            Err(_) => Input::Text((*name).to_owned()),
        };
        for effect in update(session, seat, &input) {
            if let crate::app::Effect::Append { serial, .. } = effect {
                crate::app::answer(session, seat, &crate::app::Outcome::Kept { serial });
            }
        }
    }
}

fn instruction(session: &Session, seat: &Seat) -> String {
    let (buffer, _) = drawn(session, seat);
    let text = screen_text(&buffer);
    let line = text.lines().find(|line| line.starts_with("-- "));
    line.map(|line| line.trim_matches(['-', ' ']).to_owned()).unwrap_or_default()
}

#[test]
fn the_practice_says_what_is_next_above_the_line() {
    for (lang, name) in [(Lang::Zh, "practice"), (Lang::En, "english_practice")] {
        let mut told = Vec::new();
        for size in [(120, 36), (80, 24), (60, 18)] {
            let (mut session, mut seat) = practising(size, lang);
            for keys in JOBS {
                told.push(format!("{:3} {}", size.0, instruction(&session, &seat)));
                press(&mut session, &mut seat, keys);
            }
            told.push(format!("{:3} {}", size.0, instruction(&session, &seat)));
        }
        kept().bind(|| insta::assert_snapshot!(format!("{name}_jobs"), told.join("\n")));
    }
}

#[test]
fn away_from_the_line_it_says_the_key_that_works_there() {
    let (session, mut seat) = practising((80, 24), Lang::Zh);
    seat.go(Screen::Overview { cursor: 0 });
    assert_eq!(instruction(&session, &seat), "练习1/3  记议定：按 F2，写一句，F2 保存  ^F 跳过");
    let closed = between();
    assert_eq!(instruction(&closed, &seat), "练习1/3  先开会：按 F8，再按 F8  ^F 跳过");
}

/// The status line.
fn status(session: &Session, seat: &Seat) -> String {
    let (buffer, _) = drawn(session, seat);
    let text = screen_text(&buffer);
    let line = text.lines().rev().nth(1).unwrap();
    line.trim().to_owned()
}

#[test]
fn a_hint_stands_behind_what_has_to_be_known_or_in_place_of_what_only_tells() {
    let (quiet, busy) = (between(), in_session());
    for (session, columns, lang, said) in [
        (
            &quiet,
            120,
            Lang::Zh,
            "第3次重点工作调度会 2023-08-11  上次 4件，办结0，0%  规则 通用  \
             提示：^O 会前三张单，一键排成议程  不再提示：F4 提示",
        ),
        (&quiet, 80, Lang::Zh, "提示：^O 会前三张单，一键排成议程  不再提示：F4 提示"),
        (&quiet, 60, Lang::En, "hint: ^O lists what the next meeting has to talk about"),
        (&busy, 80, Lang::Zh, "已存 14:33  议定3  报数1  牵头未确认1  时限未确认1  规则 通用"),
    ] {
        let mut seat = Seat::new((columns, 24), lang);
        seat.tip = Some(Tip::Before);
        assert_eq!(status(session, &seat), said);
        seat.warn(Notice::NothingToUndo);
        assert!(!status(session, &seat).contains("^O"), "what is said goes before");
    }
}

/// The longest hint has room on the narrowest screen.
#[test]
fn no_hint_is_cut() {
    for (tip, lang) in crate::app::tip::all().flat_map(|tip| [(tip, Lang::Zh), (tip, Lang::En)]) {
        let mut seat = Seat::new((60, 18), lang);
        seat.tip = Some(tip);
        let said = status(&between(), &seat);
        assert!(said.contains(tip.text(lang)), "{said}");
    }
}
