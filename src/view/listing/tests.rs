//! Every screen is printed whole, and nothing in it steers what reads the paper.

use super::*;
use crate::app::compare::Compare;
use crate::app::register::Register;
use crate::app::{Field, rehearsal, rows as stops};
use crate::ledger::story::Subject as Whose;
use crate::papers::html;
use crate::view::width::Ruler;

fn place(text: &str) -> crate::plan::Place {
    text.parse().unwrap()
}

/// Every screen that can be opened on a book.
fn screens(session: &Session) -> Vec<Screen> {
    let mut register = Register::new("");
    register.fill(session, Lang::Zh);
    let mut compare = Compare::new(session);
    let _ = compare.settle(session);
    let party = session.attendees()[0].0.clone();
    vec![
        Screen::Overview { cursor: 0 },
        Screen::Tasks { section: None, cursor: 0 },
        Screen::Task { place: place("1.2"), cursor: 0 },
        Screen::Meeting,
        Screen::SignIn { cursor: 0 },
        Screen::Reviews { cursor: 0 },
        Screen::Pending { cursor: 0 },
        Screen::ReadBack { cursor: 0 },
        Screen::Gate { cursor: 0 },
        Screen::Join { cursor: 0 },
        Screen::Office { party, cursor: 0 },
        Screen::Account { cursor: 0, unfolded: Some(place("1.2")) },
        Screen::Register(register),
        Screen::Compare(Box::new(compare)),
        Screen::Story { of: Whose::Row(place("1.2")), cursor: 0 },
        Screen::Lists { cursor: 0 },
        Screen::Agenda { cursor: 0 },
        Screen::Division(crate::app::division::Division::default()),
        Screen::Help { filter: Field::default(), top: 0 },
    ]
}

fn seated(session: &Session, screen: Screen, lang: Lang) -> Seat {
    let mut seat = Seat::new((80, 24), lang);
    if session.meeting().is_some() {
        crate::app::line::bind_current(session, &mut seat);
    }
    seat.open(screen);
    seat
}

#[test]
fn every_screen_is_printed_whole_and_no_line_is_wider_than_the_paper() {
    let mut session = rehearsal::lived_in_session();
    session.catalogued();
    for screen in screens(&session) {
        for lang in [Lang::Zh, Lang::En] {
            let seat = seated(&session, screen.clone(), lang);
            let listing = page(&session, &seat);
            assert!(!listing.title.is_empty(), "{screen:?}");
            let held = stops::count(&session, &screen);
            // Prepared lines stand with their item; the first line of the lists is a key and no row.
            let lines = listing.parts.iter().flat_map(|part| &part.rows);
            let shown: usize = lines.map(|row| 1 + row.more.len()).sum();
            assert!(shown + 1 >= held, "{screen:?}: {shown} of {held}");
            let written = text::write(&listing);
            for line in written.lines() {
                assert!(Ruler::default().columns(line) <= text::COLUMNS, "{screen:?}: {line}");
            }
            let hidden = |c: char| c.is_control() && c != '\n';
            assert!(!written.chars().any(hidden), "{screen:?}");
            let page = html::listing::write(&listing);
            assert_eq!(page.matches("<tr>").count() > 0, page.contains("<table>"), "{screen:?}");
        }
    }
}

#[test]
fn what_is_scrolled_away_is_printed_too() {
    let mut session = rehearsal::lived_in_session();
    for number in 0..60 {
        let text = format!("第{number}件要办的事");
        rehearsal::decide(&mut session, "14:40", "1.2", [&text, "tcj", "2023-10-31"]);
    }
    session.reindex();
    session.catalogued();
    let mut register = Register::new("");
    register.fill(&session, Lang::Zh);
    let seat = seated(&session, Screen::Register(register), Lang::Zh);
    let written = text::write(&page(&session, &seat));
    for number in 0..60 {
        assert!(written.contains(&format!("第{number}件要办的事")), "{number}");
    }
}

#[test]
fn nothing_of_a_file_steers_what_reads_the_paper() {
    let mut session = rehearsal::in_session();
    let evil = "甲\u{1b}[2J\u{202e}乙\u{7}";
    rehearsal::decide(&mut session, "14:40", "1.2", [evil, "tcj", "2023-10-31"]);
    session.reindex();
    let seat = seated(&session, Screen::Meeting, Lang::Zh);
    let written = text::write(&page(&session, &seat));
    assert!(written.contains("甲<001B>[2J<202E>乙<0007>"), "{written}");
}

#[test]
fn what_is_pointed_at_is_one_row_or_those_that_are_marked() {
    let session = rehearsal::lived_in_session();
    let mut seat = seated(&session, Screen::Tasks { section: None, cursor: 1 }, Lang::Zh);
    let of = |seat: &Seat| -> Vec<String> {
        let listing = pointed(&session, seat);
        let rows = listing.into_iter().flat_map(|listing| listing.parts);
        rows.flat_map(|part| part.rows).map(|row| row.number).collect()
    };
    assert_eq!(of(&seat).len(), 1);
    seat.marks = ["1.2", "1.4"].map(place).into();
    assert_eq!(of(&seat), ["1.2", "1.4"]);
    let seat = seated(&session, Screen::Help { filter: Field::default(), top: 0 }, Lang::Zh);
    assert_eq!(pointed(&session, &seat), None);
}

#[test]
fn papers_of_screens() {
    let mut session = rehearsal::lived_in_session();
    session.catalogued();
    let shown = ["Overview", "Task ", "Meeting", "Register", "Compare", "Lists", "Story"];
    let chosen = screens(&session).into_iter().filter(|screen| {
        let name = format!("{screen:?} ");
        shown.iter().any(|own| name.starts_with(own))
    });
    for screen in chosen {
        let name: String =
            format!("{screen:?}").chars().take_while(char::is_ascii_alphabetic).collect();
        let seat = seated(&session, screen, Lang::Zh);
        let written = text::write(&page(&session, &seat));
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("papers");
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(name.to_lowercase(), written));
    }
}
