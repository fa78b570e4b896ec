//! Every screen, box and form that keys lead to, found by pressing all of them: what the acceptance
//! tests look at is not a list that somebody has to remember.
//!
//! A seat is looked at once for each kind: its screen, what its form is for, what lies over it. What a
//! key records is put back before the next one is pressed.

use std::mem::{Discriminant, discriminant};
use std::sync::LazyLock;

use super::super::guest::{guest, item, keys as press, marked};
use super::super::*;
use crate::app::command::COMMANDS;
use crate::app::guest::{self as follow, Guest};
use crate::app::page::figures;
use crate::app::rehearsal::{forked, lived, lived_in_session, reported};
use crate::app::spot::Spot;
use crate::app::{Effect, Hit, Stop};
use crate::words::Do;

/// Books in which something else can be done each: a meeting is open, none is, some life is behind the
/// decisions, figures came in, two lines wait to be joined.
pub(super) const BOOKS: [fn() -> Session; 6] =
    [in_session, between, lived_in_session, lived, reported, forked::forked];

/// A seat, and the number of the book at which it sits.
pub(super) type Reached = (usize, Seat);

/// Every kind of seat.
pub(super) static SEATS: LazyLock<Vec<Reached>> = LazyLock::new(|| {
    let (mut found, mut kinds) = (Vec::new(), Vec::new());
    for (book, made) in BOOKS.into_iter().enumerate() {
        let mut crawl = Crawl { made, session: made(), found: seeds(), kinds };
        crawl.on();
        kinds = crawl.kinds;
        found.extend(crawl.found.into_iter().map(|seat| (book, seat)));
    }
    let mut once = Vec::new();
    found.retain(|(_, seat)| once.is_new(kind(seat)));
    found
});

/// Every kind of seat that a guest can have.
pub(super) static GUESTS: LazyLock<Vec<Guest>> = LazyLock::new(|| {
    let (session, mut kinds) = (marked(), Vec::new());
    let desks =
        [Some(item()), Some(Spot::Overview), Some(Spot::Paused), Some(Spot::Restricted), None];
    let mut found: Vec<Guest> = desks.map(|desk| guest(&session, desk, Some("14:20"))).into();
    found.retain(|guest| kinds.is_new(kind_of(guest)));
    let mut pointing = guest(&session, Some(item()), None);
    press(&session, &mut pointing, &[Key::Up]);
    found.push(pointing);
    let mut at = 0;
    while at < found.len() {
        for key in keys() {
            let mut next = found[at].clone();
            let effects = follow::update(&session, &mut next, &Input::Key(key));
            if !effects.contains(&follow::Effect::Leave) && kinds.is_new(kind_of(&next)) {
                found.push(next);
            }
        }
        at += 1;
    }
    found
});

/// What makes one seat another to look at.
type Kind = (
    Discriminant<Screen>,
    Option<Discriminant<Purpose>>,
    Option<Discriminant<Over>>,
    Option<Discriminant<About>>,
    bool,
);

pub(super) fn kind(seat: &Seat) -> Kind {
    let purpose = match seat.screen() {
        Screen::Form(form) => Some(discriminant(&form.purpose)),
        _ => None,
    };
    let about = match &seat.over {
        Some(Over::Menu(menu)) => Some(discriminant(&menu.about)),
        _ => None,
    };
    let over = seat.over.as_ref().map(discriminant);
    (discriminant(seat.screen()), purpose, over, about, seat.looks.is_some())
}

fn kind_of(guest: &Guest) -> (Kind, follow::Mode, Option<Discriminant<follow::Over>>) {
    (kind(&guest.seat), guest.mode, guest.over.as_ref().map(discriminant))
}

/// A set of few things that are compared one by one.
trait Known<T> {
    /// Whether it was not known; it is from now on.
    fn is_new(&mut self, one: T) -> bool;
}

impl<T: PartialEq> Known<T> for Vec<T> {
    fn is_new(&mut self, one: T) -> bool {
        let new = !self.contains(&one);
        if new {
            self.push(one);
        }
        new
    }
}

/// Where the crawl begins: every screen there is, each in a meeting at its item, and what only the
/// world or a file leads to.
fn seeds() -> Vec<Seat> {
    let mut seeds: Vec<Seat> = screens().into_iter().map(|screen| seat(80, 24, screen)).collect();
    for seat in &mut seeds {
        (seat.line.item, seat.line.binding) = (Some(6), Binding::Rows(vec![place("1.4")]));
    }
    let mut table = seat(80, 24, Screen::Meeting);
    figures::show(&in_session(), &mut table, "报数.csv", "编号,本期数\n1.2/1,305\n".as_bytes());
    seeds.push(table);
    seeds.push(seat(80, 24, Screen::Join { cursor: 0 }));
    let mut pointing = seat(80, 24, Screen::Meeting);
    pointing.line.record = "2023-09-15/2".parse().ok();
    seeds.push(pointing);
    let fields = [Label::Name, Label::Mail].map(|label| (label, Field::default())).into();
    seeds.push(seat(80, 24, Screen::Form(Form::new(Purpose::Identity, fields))));
    seeds
}

/// Keys that lead anywhere: those of all commands, and those that pages have of their own.
pub(super) fn keys() -> Vec<Key> {
    let own = "0123456789+=,@.;!#-".chars().map(Key::Char);
    let all = COMMANDS.iter().flat_map(|command| command.keys.iter().chain(command.letters));
    let mut seen: Vec<Key> = Vec::new();
    all.copied().chain(own).filter(|key| seen.is_new(*key)).collect()
}

struct Crawl {
    made: fn() -> Session,
    session: Session,
    found: Vec<Seat>,
    kinds: Vec<Kind>,
}

impl Crawl {
    /// Presses everything at every seat, and at every kind that was found so.
    fn on(&mut self) {
        let mut at = 0;
        while let Some(seat) = self.found.get(at).cloned() {
            for key in keys() {
                self.give(seat.clone(), &Input::Key(key));
            }
            self.give(seat.clone(), &Input::Text("空港".into()));
            if seat.over.is_none() && seat.looks.is_none() {
                for command in COMMANDS {
                    self.give(chosen(&seat, command.what), &Input::Key(Key::Enter));
                }
            }
            at += 1;
        }
    }

    fn give(&mut self, mut seat: Seat, input: &Input) {
        let effects = update(&mut self.session, &mut seat, input);
        if effects.iter().any(records) {
            self.session = (self.made)();
        } else if !effects.contains(&Effect::Quit) && self.kinds.is_new(kind(&seat)) {
            self.found.push(seat);
        }
    }
}

/// The palette with one command in it.
fn chosen(seat: &Seat, what: Do) -> Seat {
    let hit =
        Hit { stop: Stop::Command(what), shown: String::new(), matched: Vec::new(), light: None };
    let find = Find { commands: true, hits: vec![hit], ..Find::default() };
    let mut seat = seat.clone();
    seat.over = Some(Over::Find(find));
    seat
}

/// Whether an effect puts something on record, or seals it.
pub(super) fn records(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::Begin(_)
            | Effect::Append { .. }
            | Effect::Publish(_)
            | Effect::PublishAndBegin(..)
            | Effect::Commit(_)
    )
}

/// A number for each screen, so that a new one cannot be forgotten.
fn screen_number(screen: &Screen) -> usize {
    match screen {
        Screen::Overview { .. } => 0,
        Screen::Tasks { .. } => 1,
        Screen::Task { .. } => 2,
        Screen::Meeting => 3,
        Screen::Form(_) => 4,
        Screen::SignIn { .. } => 5,
        Screen::Pasted(_) => 6,
        Screen::Reviews { .. } => 7,
        Screen::Pending { .. } => 8,
        Screen::ReadBack { .. } => 9,
        Screen::Preview(_) => 10,
        Screen::Gate { .. } => 11,
        Screen::Join { .. } => 12,
        Screen::Office { .. } => 13,
        Screen::Account { .. } => 14,
        Screen::Register(_) => 15,
        Screen::Compare(_) => 16,
        Screen::Story { .. } => 17,
        Screen::Lists { .. } => 18,
        Screen::Agenda { .. } => 19,
        Screen::Division(_) => 20,
        Screen::Figures(_) => 21,
        Screen::Help { .. } => 22,
    }
}

/// A number for each form, so that a new one cannot be forgotten.
fn purpose_number(purpose: &Purpose) -> usize {
    match purpose {
        Purpose::Open => 0,
        Purpose::Decide { .. } => 1,
        Purpose::Read { .. } => 2,
        Purpose::Revise { .. } => 3,
        Purpose::Light { .. } => 4,
        Purpose::Assign { .. } => 5,
        Purpose::Account { .. } => 6,
        Purpose::Item { .. } => 7,
        Purpose::Prepare { .. } => 8,
        Purpose::Skip { .. } => 9,
        Purpose::Attend { .. } => 10,
        Purpose::Figures => 11,
        Purpose::Identity => 12,
        Purpose::Follow { .. } => 13,
        Purpose::Sheet { .. } => 14,
        Purpose::Correct { .. } => 15,
        Purpose::Dispute { .. } => 16,
        Purpose::Sign => 17,
        Purpose::Amend { .. } => 18,
    }
}

/// A number for each menu, so that a new one cannot be forgotten.
fn about_number(about: &About) -> usize {
    match about {
        About::Meeting => 0,
        About::Target { .. } => 1,
        About::Decision(_) => 2,
        About::MoreOf(_) => 3,
        About::Sealed(_) => 4,
        About::Sort => 5,
        About::Changes => 6,
        About::Light(_) => 7,
        About::Print(_) => 8,
    }
}

/// A number for each box, so that a new one cannot be forgotten.
fn over_number(over: &Over) -> usize {
    match over {
        Over::Jump(_) => 0,
        Over::Find(_) => 1,
        Over::Menu(_) => 2,
        Over::Plain(_) => 3,
    }
}

#[test]
fn every_screen_box_and_form_is_reached() {
    let forms = SEATS.iter().filter_map(|(_, seat)| match seat.screen() {
        Screen::Form(form) => Some(purpose_number(&form.purpose)),
        _ => None,
    });
    let menus = SEATS.iter().filter_map(|(_, seat)| match &seat.over {
        Some(Over::Menu(menu)) => Some(about_number(&menu.about)),
        _ => None,
    });
    are_all("screens", SEATS.iter().map(|(_, seat)| screen_number(seat.screen())), 23);
    are_all("forms", forms, 19);
    are_all("menus", menus, 9);
    are_all("boxes", SEATS.iter().filter_map(|(_, seat)| seat.over.as_ref().map(over_number)), 4);
    assert!(SEATS.iter().any(|(_, seat)| seat.looks.is_some()), "no settings");
    let own = |over: &follow::Over| match over {
        follow::Over::Menu { .. } => 0,
        follow::Over::Help { .. } => 1,
        follow::Over::Card(_) => 2,
        follow::Over::Missed { .. } => 3,
        follow::Over::Pad { .. } => 4,
    };
    are_all("boxes of a guest", GUESTS.iter().filter_map(|guest| guest.over.as_ref().map(own)), 5);
}

/// Every number below a count is there.
fn are_all(what: &str, numbers: impl Iterator<Item = usize>, count: usize) {
    let there: std::collections::BTreeSet<usize> = numbers.collect();
    let missing: Vec<usize> = (0..count).filter(|number| !there.contains(number)).collect();
    assert_eq!(missing, [0; 0], "{what} that no key leads to");
}
