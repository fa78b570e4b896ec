//! Every screen, everything that lies over one, and every form is said: whole lines, no frames, nothing
//! that steers a terminal.

use super::*;
use crate::app::compare::Compare;
use crate::app::division::Division;
use crate::app::page::figures;
use crate::app::pasted::Pasted;
use crate::app::rehearsal::{forked, in_session, lived_in_session, place};
use crate::app::seat::{About, Menu};
use crate::app::{Field, Input, Key, typed, update};
use crate::ledger::RecordId;
use crate::ledger::story::Subject as Whose;
use crate::plan::Party;

/// No line of our own words is longer; a measure of the plan may be.
const LONGEST: usize = 420;

fn are_said(lines: &[String], what: &str) {
    assert!(!lines.is_empty(), "{what} is silent");
    for line in lines {
        let odd = |c: char| c.is_control() || ('\u{2500}'..='\u{259f}').contains(&c);
        assert!(!line.contains(odd) && !line.trim().is_empty(), "{what}: {line:?}");
        assert!(!line.contains("  "), "{what} stands in columns: {line:?}");
        assert!(!line.contains("-----"), "{what} has a rule: {line:?}");
        assert!(line.chars().count() <= LONGEST, "{what}: {line:?}");
    }
}

fn seat_at(session: &Session, lang: Lang, screen: Screen) -> Seat {
    let mut seat = Seat::new(crate::view::linear::SIZE, lang);
    crate::app::line::bind_current(session, &mut seat);
    seat.go(screen);
    seat
}

fn screens(session: &Session) -> Vec<Screen> {
    let lead = Party::named("lkb", &session.plan.roster);
    let pasted = Pasted::new("空港医院开工\n拆迁收尾").unwrap().0;
    vec![
        Screen::Overview { cursor: 0 },
        Screen::Tasks { section: None, cursor: 2 },
        Screen::Task { place: place("1.4"), cursor: 1 },
        Screen::Meeting,
        Screen::SignIn { cursor: 0 },
        Screen::Pasted(pasted),
        Screen::Reviews { cursor: 0 },
        Screen::Pending { cursor: 0 },
        Screen::ReadBack { cursor: 0 },
        Screen::Gate { cursor: 0 },
        Screen::Join { cursor: 0 },
        Screen::Office { party: lead, cursor: 0 },
        Screen::Account { cursor: 0, unfolded: Some(place("1.2")) },
        Screen::Compare(Box::new(Compare::new(session))),
        Screen::Story { of: Whose::Row(place("1.4")), cursor: 0 },
        Screen::Lists { cursor: 0 },
        Screen::Agenda { cursor: 0 },
        Screen::Division(Division::default()),
        Screen::Help { filter: Field::default(), top: 0 },
    ]
}

#[test]
fn every_screen_is_said_in_both_languages() {
    for session in [in_session(), lived_in_session(), forked::forked()] {
        for lang in [Lang::Zh, Lang::En] {
            for screen in screens(&session) {
                let what = format!("{screen:?}");
                let what = what.chars().take(40).collect::<String>();
                let seat = seat_at(&session, lang, screen);
                are_said(&again(&session, &seat), &what);
                are_said(&pointed(&session, &seat), &what);
                are_said(&[prompt(&session, &seat)], &what);
            }
        }
    }
}

#[test]
fn a_table_is_said_with_its_faults_or_with_what_it_would_record() {
    let session = in_session();
    for (bytes, says) in [("编号,数值\n1.2/1,305\n", "305"), ("编号,数值\n9.9/9,1\n", "9.9/9")]
    {
        let mut seat = seat_at(&session, Lang::Zh, Screen::Meeting);
        figures::show(&session, &mut seat, "8月.csv", bytes.as_bytes());
        let lines = again(&session, &seat);
        are_said(&lines, "a table");
        assert!(lines.iter().any(|line| line.contains(says)), "{lines:?}");
    }
}

#[test]
fn every_menu_and_box_is_said() {
    let session = lived_in_session();
    let id: RecordId = "2023-08-11/10".parse().unwrap();
    let targets = vec![place("1.4/1"), place("1.4/2")];
    for about in [
        About::Meeting,
        About::Target { of: targets, value: "305".into() },
        About::Decision(id.clone()),
        About::MoreOf(id),
        About::Sort,
        About::Changes,
        About::Light(place("1.4")),
    ] {
        let mut seat = seat_at(&session, Lang::Zh, Screen::Meeting);
        let what = format!("{about:?}");
        seat.over = Some(Over::Menu(Menu { about, cursor: 0 }));
        let lines = again(&session, &seat);
        are_said(&lines, &what);
        assert!(
            lines.iter().any(|line| line.starts_with("1 ")),
            "{what} has no numbers: {lines:?}"
        );
        are_said(&[prompt(&session, &seat)], &what);
    }
    let mut session = session;
    for line in ["0", "/招商", "/", "：没有这个"] {
        let mut seat = seat_at(&session, Lang::Zh, Screen::Meeting);
        for step in typed::read(&session, &seat, line) {
            typed::take(&mut session, &mut seat, step);
        }
        are_said(&again(&session, &seat), line);
    }
}

/// The commands that open a form where they are called, and the keys to it.
#[test]
fn every_form_is_said_from_its_data() {
    let mut session = lived_in_session();
    let mut opened = 0;
    for screen in [Screen::Meeting, Screen::Task { place: place("1.4"), cursor: 5 }] {
        for command in crate::app::command::COMMANDS {
            let mut seat = seat_at(&session, Lang::Zh, screen.clone());
            typed::take(&mut session, &mut seat, Step::Run(command.what));
            if let Screen::Form(form) = seat.screen().clone() {
                opened += 1;
                are_said(&again(&session, &seat), command.what.text(Lang::Zh));
                for _ in 0..form.fields.len() + form.ticks.len() {
                    are_said(&pointed(&session, &seat), "a field");
                    are_said(&[prompt(&session, &seat)], "a field");
                    update(&mut session, &mut seat, &Input::Key(Key::Tab));
                }
            }
        }
    }
    assert!(opened >= 6, "{opened} forms");
    let id: RecordId = "2023-08-11/10".parse().unwrap();
    for (about, digits) in [
        (About::Decision(id.clone()), "23456"),
        (About::MoreOf(id), "12345678"),
        (About::Light(place("1.4")), "23"),
    ] {
        for digit in digits.chars() {
            let mut seat = seat_at(&session, Lang::Zh, Screen::Meeting);
            seat.over = Some(Over::Menu(Menu { about: about.clone(), cursor: 0 }));
            update(&mut session, &mut seat, &Input::Key(Key::Char(digit)));
            are_said(&again(&session, &seat), &format!("{about:?} {digit}"));
        }
    }
}

#[test]
fn only_what_changed_is_said() {
    let mut session = in_session();
    let mut seat = seat_at(&session, Lang::Zh, Screen::SignIn { cursor: 0 });
    let before = Before::of(&session, &seat);
    assert_eq!(answer(&session, &seat, &before), Vec::<String>::new());
    for step in typed::read(&session, &seat, "3 缺席") {
        typed::take(&mut session, &mut seat, step);
    }
    let lines = answer(&session, &seat, &before);
    assert!(
        lines.len() == 1 && lines[0].starts_with("3 ") && lines[0].contains("缺席"),
        "{lines:?}"
    );
    let before = Before::of(&session, &seat);
    for step in typed::read(&session, &seat, "返回") {
        typed::take(&mut session, &mut seat, step);
    }
    let lines = answer(&session, &seat, &before);
    assert!(lines.len() <= 3, "what was left was read before: {lines:?}");
}
