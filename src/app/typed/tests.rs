//! What a line means, and that every command and every act is reached by one.

use std::collections::BTreeSet;

use super::*;
use crate::app::Keymap;
use crate::app::command::{COMMANDS, offers};
use crate::app::rehearsal::{in_session, lived_in_session, place};
use crate::app::script::Kept;
use crate::app::seat::Seat;
use crate::plan::Party;
use crate::words::Lang;

fn at(screen: Screen) -> (Session, Seat) {
    let session = in_session();
    let mut seat = Seat::new((80, 28), Lang::Zh);
    line::bind_current(&session, &mut seat);
    seat.go(screen);
    (session, seat)
}

fn say(session: &mut Session, seat: &mut Seat, line: &str) -> Vec<Effect> {
    let steps = read(session, seat, line);
    steps.into_iter().flat_map(|step| take(session, seat, step)).collect()
}

fn check(screen: Screen, line: &str, expect: &[Step]) {
    let (session, seat) = at(screen);
    assert_eq!(read(&session, &seat, line), expect, "{line:?}");
}

#[test]
fn at_the_line_of_the_meeting_text_is_recorded_and_names_are_commands() {
    let meeting = |line: &str, expect: Step| check(Screen::Meeting, line, &[expect]);
    meeting("空港应急医院开工 @3", Step::Write("空港应急医院开工 @3".into()));
    meeting("=305", Step::Write("=305".into()));
    meeting("#1.4", Step::Write("#1.4".into()));
    meeting("撤回", Step::Key(Key::Ctrl('z')));
    meeting("下一项", Step::Run(Do::NextItem));
    meeting("next item", Step::Run(Do::NextItem));
    meeting("：台账", Step::Run(Do::Register));
    meeting("：tz", Step::Commands("tz".into()));
    meeting("０", Step::Run(Do::Palette));
    meeting("？", Step::Run(Do::Help));
    meeting("？要求：报方案", Step::Try("要求：报方案".into()));
    meeting("1.4", Step::Go(Stop::Row(place("1.4"))));
    meeting("１。４", Step::Go(Stop::Row(place("1.4"))));
    meeting("F8", Step::Key(Key::F(8)));
    meeting("^N", Step::Key(Key::Ctrl('n')));
    meeting("空格", Step::Key(Key::Char(' ')));
    meeting("", Step::Again);
    check(Screen::Meeting, "、招商", &[Step::Run(Do::Search), Step::Text("招商".into())]);
    for line in ["散会", "close the meeting", "Close meeting"] {
        check(Screen::Meeting, line, &[Step::Run(Do::Meeting), Step::Key(Key::Char('2'))]);
    }
}

#[test]
fn what_is_done_on_lists_is_not_recorded_by_a_slip() {
    for line in ["暂缓", "5 暂缓", "缺席", "3 请假", "投促局 出席", "封存", "99"] {
        check(Screen::Meeting, line, &[Step::Try(line.to_owned())]);
    }
}

#[test]
fn rows_are_picked_by_the_number_under_which_they_are_read() {
    check(Screen::SignIn { cursor: 0 }, "3", &[Step::Row(2)]);
    let excused = [Step::Row(2), Step::Sign(Presence::Excused)];
    check(Screen::SignIn { cursor: 0 }, "3 请假", &excused);
    let named = [Step::Text("投促局".into()), Step::Sign(Presence::Absent)];
    check(Screen::SignIn { cursor: 0 }, "投促局 缺席", &named);
    check(Screen::Agenda { cursor: 0 }, "3 转下次", &[Step::Row(2), Step::Key(Key::Char('2'))]);
    check(Screen::Overview { cursor: 0 }, "3", &[Step::Go(Stop::Row(place("3")))]);
    let carried = [Step::Go(Stop::Row(place("1.2"))), Step::Key(Key::Char('3'))];
    check(Screen::Account { cursor: 0, unfolded: None }, "1.2 转下年", &carried);
    check(Screen::Gate { cursor: 0 }, "封存", &[Step::Key(Key::F(8))]);
    check(Screen::Gate { cursor: 0 }, "散会", &[Step::Again]);
    check(Screen::Gate { cursor: 0 }, "暂缓", &[Step::NotHere]);
    check(Screen::Agenda { cursor: 0 }, "保存", &[Step::NotHere]);
}

#[test]
fn a_menu_takes_a_digit_or_a_name_and_holds_nobody() {
    let (mut session, mut seat) = at(Screen::Meeting);
    say(&mut session, &mut seat, "会议");
    assert!(matches!(seat.over, Some(Over::Menu(_))));
    assert_eq!(read(&session, &seat, "2"), [Step::Key(Key::Char('2'))]);
    assert_eq!(read(&session, &seat, "散会"), [Step::Key(Key::Char('2'))]);
    assert_eq!(read(&session, &seat, ""), [Step::Key(Key::Esc)]);
    assert_eq!(read(&session, &seat, "77"), [Step::Again]);
    let text = [Step::Key(Key::Esc), Step::Write("空港医院开工".into())];
    assert_eq!(read(&session, &seat, "空港医院开工"), text);
}

#[test]
fn every_command_is_called_by_its_name_in_both_languages_and_by_its_number() {
    for mut session in [in_session(), lived_in_session()] {
        let mut seat = Seat::new((80, 28), Lang::Zh);
        let works: Vec<Do> =
            offers(&session, &seat).iter().map(|(command, _)| command.what).collect();
        for row in COMMANDS {
            let other = Kept::default().traditional(row.what.text(Lang::Zh));
            for name in [row.what.text(Lang::Zh), row.what.text(Lang::En), &*other] {
                for line in [name.to_owned(), format!("：{name}")] {
                    match read(&session, &seat, &line).as_slice() {
                        [Step::Run(what)] => assert_eq!(*what, row.what, "{line}"),
                        [Step::Key(key)] => {
                            assert_eq!(Keymap::default().of_key(*key), Some(row.what), "{line}");
                        }
                        other => panic!("{line} means {other:?}"),
                    }
                }
            }
        }
        say(&mut session, &mut seat, "0");
        let Some(Over::Find(find)) = &seat.over else { panic!("no list of commands") };
        let listed: Vec<Stop> = find.hits.iter().map(|hit| hit.stop.clone()).collect();
        for what in works {
            let at = listed.iter().position(|stop| *stop == Stop::Command(what));
            let number = (at.unwrap_or_else(|| panic!("{what:?} is not listed")) + 1).to_string();
            assert_eq!(read(&session, &seat, &number), [Step::Choose(at.unwrap())]);
        }
    }
}

#[test]
fn acts_of_a_screen_have_names_and_keys_of_their_own() {
    let (session, mut seat) = at(Screen::Meeting);
    for screen in [
        Screen::SignIn { cursor: 0 },
        Screen::Gate { cursor: 0 },
        Screen::Agenda { cursor: 0 },
        Screen::Join { cursor: 0 },
        Screen::Account { cursor: 0, unfolded: None },
        Screen::Pending { cursor: 0 },
        Screen::Reviews { cursor: 0 },
    ] {
        seat.go(screen);
        let all = acts::acts(&session, &seat);
        assert!(!all.is_empty());
        let names: BTreeSet<&str> = all.iter().map(|(way, _)| way.text(Lang::Zh)).collect();
        assert_eq!(names.len(), all.len(), "{all:?}");
        for (way, key) in all {
            let other = Kept::default().traditional(way.text(Lang::Zh));
            for name in [way.text(Lang::Zh), way.text(Lang::En), &*other] {
                assert_eq!(read(&session, &seat, name), [Step::Key(key)], "{way:?} {name}");
            }
        }
    }
}

#[test]
fn a_form_is_answered_field_by_field() {
    let (mut session, mut seat) = at(Screen::Meeting);
    say(&mut session, &mut seat, "记议定");
    let asked = |seat: &Seat| match seat.screen() {
        Screen::Form(form) => Some(form.at),
        _ => None,
    };
    say(&mut session, &mut seat, "空港应急医院开工");
    say(&mut session, &mut seat, "卫健局");
    assert_eq!(asked(&seat), Some(2));
    say(&mut session, &mut seat, "上一栏");
    say(&mut session, &mut seat, "-");
    say(&mut session, &mut seat, "#2");
    say(&mut session, &mut seat, "投促局");
    say(&mut session, &mut seat, "");
    say(&mut session, &mut seat, "1031");
    let before = session.state().ledger.decisions.len();
    let effects = say(&mut session, &mut seat, "保存");
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Append { .. })), "{effects:?}");
    assert_eq!(asked(&seat), None);
    assert_eq!(session.state().ledger.decisions.len(), before + 1);
    let made = session.state().ledger.decisions.values().next_back().unwrap();
    let lead: Vec<&str> = made.lead.iter().map(Party::name).collect();
    assert_eq!((made.text.as_str(), lead), ("空港应急医院开工", vec!["投促局"]));
}

#[test]
fn what_was_refused_stays_in_the_line_until_another_line_takes_its_place() {
    let (mut session, mut seat) = at(Screen::Meeting);
    say(&mut session, &mut seat, "=八百");
    assert_eq!(seat.line.field.text(), "=八百");
    assert!(seat.notice.is_some());
    let effects = say(&mut session, &mut seat, "太安路通车");
    assert!(seat.line.field.is_empty() && !effects.is_empty());
    say(&mut session, &mut seat, "？空港医院开工");
    let before = session.state().ledger.decisions.len();
    assert_eq!(read(&session, &seat, ""), [Step::Key(Key::Enter)]);
    say(&mut session, &mut seat, "");
    assert_eq!(session.state().ledger.decisions.len(), before + 1);
}

#[test]
fn no_line_does_harm() {
    let (mut session, mut seat) = at(Screen::Meeting);
    for line in
        ["\u{1b}[2J", "：", "#", "@", "议定", "议定99", "9/9", "预拟9", "- ", "、", "\u{202e}"]
    {
        say(&mut session, &mut seat, line);
        say(&mut session, &mut seat, "返回");
    }
}
