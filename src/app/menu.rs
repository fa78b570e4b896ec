//! Numbered choices: a digit picks, arrows and Enter too, because both pass through an input method.
//!
//! The digit of a choice never changes: what cannot be done now stays in its place and says why.

pub mod decision;
mod meeting;

use super::act::{self, Acted};
use super::catalogue::Sort;
use super::mend::Sealed;
use super::printing::PrintTo;
use super::seat::{About, Menu, Over, Seat};
use super::session::Session;
use super::{Effect, Key, page, printing, submit};
use crate::ledger::Light;
use crate::plan::Place;
use crate::words::compare::Sort as Changes;
use crate::words::{Deed, Label, Notice};

pub(super) use decision::begin as begin_decision;
pub(super) use meeting::begin as begin_meeting;

/// Opens the choice between several targets.
pub(super) fn begin_target(seat: &mut Seat, of: Vec<Place>, value: String) {
    seat.say(Notice::WhichTarget);
    seat.over = Some(Over::Menu(Menu { about: About::Target { of, value }, cursor: 0 }));
}

/// Opens the choice of a light for a row.
pub(super) fn begin_light(seat: &mut Seat, row: Place) {
    seat.over = Some(Over::Menu(Menu { about: About::Light(row), cursor: 0 }));
}

/// Opens the choice of a sealed record to be corrected.
pub(super) fn begin_sealed(seat: &mut Seat, of: Vec<Sealed>) {
    seat.over = Some(Over::Menu(Menu { about: About::Sealed(of), cursor: 0 }));
}

/// Whether a key is for a menu; any other is meant for the screen below, and the menu goes.
pub(super) fn takes(key: Key) -> bool {
    match key.command() {
        Key::Char(c) => c.is_ascii_digit(),
        Key::Home | Key::End | Key::PageUp | Key::PageDown => true,
        key => matches!(key, Key::Up | Key::Down | Key::Enter | Key::Esc),
    }
}

/// Gives a key to a menu.
pub(super) fn key(session: &mut Session, seat: &mut Seat, mut menu: Menu, key: Key) -> Vec<Effect> {
    let choices = choices(session, &menu.about);
    let last = choices.len().saturating_sub(1);
    match key.command() {
        Key::Up => menu.cursor = menu.cursor.saturating_sub(1),
        Key::Down => menu.cursor = (menu.cursor + 1).min(last),
        Key::Home | Key::PageUp => menu.cursor = 0,
        Key::End | Key::PageDown => menu.cursor = last,
        Key::Enter => return choose(session, seat, &menu, choices.get(menu.cursor)),
        Key::Char(digit) if digit.is_ascii_digit() => {
            let picked = (0..).zip(&choices).find(|(at, choice)| choice.digit(*at) == digit);
            if let Some((_, choice)) = picked {
                return choose(session, seat, &menu, Some(choice));
            }
        }
        _ => return Vec::new(),
    }
    seat.over = Some(Over::Menu(menu));
    Vec::new()
}

/// What a menu offers, in the order of its digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A named act of the meeting.
    Meeting(Label),
    /// One of the targets.
    Target(Place),
    /// Something that can be done about a decision.
    Deed(Deed),
    /// An order of the register.
    Sort(Sort),
    /// Changes of one sort, or all.
    Changes(Option<Changes>),
    /// The other way to put changes together.
    Regroup,
    /// A light set by hand.
    Light(Light),
    /// The light that the rule gives.
    LightBack,
    /// A sealed record.
    Sealed(Sealed),
    /// Where something is printed to.
    Print(PrintTo),
}

impl Choice {
    /// The digit that picks the choice of a place in its menu.
    pub fn digit(&self, at: u32) -> char {
        match self {
            Self::Deed(Deed::More | Deed::Back) | Self::Regroup => '0',
            _ => char::from_digit(at + 1, 10).unwrap_or(' '),
        }
    }
}

/// The choices of a menu.
pub fn choices(session: &Session, about: &About) -> Vec<Choice> {
    match about {
        About::Meeting => meeting::choices(session),
        About::Light(row) => {
            let by_hand = session.verdict(*row).is_some_and(|verdict| verdict.is_by_hand());
            let back = by_hand.then_some(Choice::LightBack);
            back.into_iter().chain(LIGHTS.map(Choice::Light)).collect()
        }
        About::Target { of, .. } => of.iter().copied().map(Choice::Target).collect(),
        About::Decision(_) => decision::FIRST.map(Choice::Deed).to_vec(),
        About::MoreOf(_) => decision::MORE.map(Choice::Deed).to_vec(),
        About::Sealed(of) => of.iter().cloned().map(Choice::Sealed).collect(),
        About::Sort => Sort::ALL.map(Choice::Sort).to_vec(),
        About::Print(_) => PrintTo::ALL.map(Choice::Print).to_vec(),
        About::Changes => {
            let sorts = Changes::ALL.into_iter().map(Some);
            let sorts = std::iter::once(None).chain(sorts).map(Choice::Changes);
            sorts.chain([Choice::Regroup]).collect()
        }
    }
}

/// The lights in the order in which they are chosen: what is usual first.
const LIGHTS: [Light; Light::ALL.len()] = [
    Light::OnTrack,
    Light::DueSoon,
    Light::Behind,
    Light::Overdue,
    Light::Done,
    Light::NotStarted,
    Light::Unreported,
    Light::NotDue,
    Light::NotIssued,
];

/// Why a choice cannot be taken now; none when it can.
pub fn refusal(session: &Session, about: &About, choice: &Choice) -> Option<Notice> {
    match (about, choice) {
        (About::Decision(id) | About::MoreOf(id), Choice::Deed(deed)) => {
            decision::refusal(session, id, *deed)
        }
        (About::Print(printer), Choice::Print(to)) => printing::refusal(*printer, *to),
        _ => None,
    }
}

fn choose(
    session: &mut Session,
    seat: &mut Seat,
    menu: &Menu,
    choice: Option<&Choice>,
) -> Vec<Effect> {
    let acted: Acted = match (choice, &menu.about) {
        (Some(Choice::Meeting(label)), _) => meeting::choose(session, seat, *label),
        (Some(Choice::Target(target)), About::Target { value, .. }) => {
            submit::read_chosen(session, seat, *target, value)
        }
        (Some(Choice::Light(light)), About::Light(row)) => {
            page::light::begin_with(seat, *row, *light);
            Ok(Vec::new())
        }
        (Some(Choice::LightBack), About::Light(row)) => page::light::put_back(session, *row),
        (Some(Choice::Deed(deed)), About::Decision(id) | About::MoreOf(id)) => {
            decision::choose(session, seat, id, *deed)
        }
        (Some(Choice::Sealed(of)), _) => {
            page::correct::begin_on(session, seat, of.clone());
            Ok(Vec::new())
        }
        (Some(Choice::Sort(by)), _) => {
            page::register::sort(session, seat, *by);
            Ok(Vec::new())
        }
        (Some(Choice::Changes(sort)), _) => {
            page::compare::filter(session, seat, *sort);
            Ok(Vec::new())
        }
        (Some(Choice::Print(to)), About::Print(printer)) => {
            Ok(printing::choose(seat, *printer, *to))
        }
        (Some(Choice::Regroup), _) => {
            page::compare::regroup(session, seat);
            Ok(Vec::new())
        }
        _ => Ok(Vec::new()),
    };
    act::done(seat, acted)
}
