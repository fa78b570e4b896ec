//! What lies over the draft: a numbered choice, a point in a sentence, a field, a target's form, the line
//! in which words are looked for.
//!
//! Text goes where it can only belong: to a field, a choice by its name, a point by its words. What has
//! no place there is looked for.

use super::command::{self, COMMANDS};
use super::cut::{self, Cut, Cuts};
use super::rows::{Row, What};
use super::target::{self, TargetForm};
use super::{Drafting, Effect, seeking};
use crate::app::Key;
use crate::app::field::Field;
use crate::app::seek::Seek;
use crate::plan::Found;
use crate::report::settle::{Piece, Settling, Stretch};
use crate::words::drafting::{DraftSays, Offered};
use crate::words::report::Role;

/// What lies over the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Over {
    /// What can be done about the row.
    Menu(Menu),
    /// A point in a sentence is being looked for.
    Cut(Cut),
    /// A few words are being written.
    Pad(Pad),
    /// A target is being changed.
    Target(Box<TargetForm>),
    /// Words are being looked for.
    Seek(Seek),
    /// The keys.
    Help {
        /// The first line shown.
        top: usize,
    },
}

/// A numbered choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Menu {
    /// What can be chosen: the first has the digit 1.
    pub offers: Vec<Offer>,
    /// The one with the cursor.
    pub at: usize,
}

/// One choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Something that can be done.
    Do(Offered),
    /// Something that the stretch can be.
    Be(Piece),
}

/// A few words being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pad {
    /// For what.
    pub of: Pads,
    /// What is written.
    pub field: Field,
    /// What stood there before.
    was: String,
    /// Leaving was asked for, and nothing else since.
    leaving: bool,
}

/// What the words are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pads {
    /// Why a number is no target.
    Reason,
    /// A name for narrow columns.
    Short,
}

/// A part of more characters is no row of a plan; it has to be cut first.
const LONGEST: usize = 1_000;

/// Opens what can be done about the row with the cursor.
pub(super) fn menu(drafting: &mut Drafting) {
    let offers = drafting.row().map(|row| offers(drafting, row)).unwrap_or_default();
    if offers.is_empty() {
        drafting.say(DraftSays::NothingToDo);
    } else {
        drafting.over = Some(Over::Menu(Menu { offers, at: 0 }));
    }
}

/// What can be done about a row.
fn offers(drafting: &Drafting, row: &Row) -> Vec<Offer> {
    let fine = (!row.doubts.is_empty()).then_some(Offered::Fine);
    let words = drafting.text.get(row.at.clone()).unwrap_or_default();
    let more: &[Offered] = match row.what {
        What::Section | What::Task => &[Offered::TitleEnd, Offered::Short, Offered::As],
        What::Measure | What::Lead | What::Guidance(_) => {
            &[Offered::Split, Offered::Join, Offered::As]
        }
        What::Kept(_) | What::Duty if words.chars().count() > LONGEST => &[Offered::Split],
        What::Kept(_) | What::Duty => &[Offered::Split, Offered::As],
        What::Target => &[Offered::Change, Offered::NotATarget],
        What::Number(_) => &[Offered::ATarget],
    };
    fine.into_iter().chain(more.iter().copied()).map(Offer::Do).collect()
}

/// Gives a key to what lies over the screen.
pub(super) fn key(drafting: &mut Drafting, over: Over, key: Key) -> Vec<Effect> {
    match over {
        Over::Seek(seek) => {
            seeking::key(drafting, seek, key);
            Vec::new()
        }
        over if matches!(key, Key::Esc | Key::F(10)) => {
            leave(drafting, over);
            Vec::new()
        }
        Over::Menu(menu) => choose(drafting, menu, key),
        Over::Cut(cut) => cut::key(drafting, cut, key),
        Over::Pad(pad) => write(drafting, pad, key),
        Over::Target(form) => target::key(drafting, form, key),
        Over::Help { top } => {
            help(drafting, top, key);
            Vec::new()
        }
    }
}

/// Closes what lies over the screen; what was written in it is lost only by asking twice.
fn leave(drafting: &mut Drafting, mut over: Over) {
    let left = match &mut over {
        Over::Pad(pad) => pad.field.text() == pad.was || std::mem::replace(&mut pad.leaving, true),
        Over::Target(form) => form.leave(),
        _ => true,
    };
    if !left {
        drafting.over = Some(over);
        drafting.warn(DraftSays::Unsaved);
    }
}

/// Gives text to whoever waits for it; else it is looked for.
pub(super) fn text(drafting: &mut Drafting, text: &str) {
    match drafting.over.take() {
        Some(Over::Pad(mut pad)) => {
            pad.field.insert(text);
            drafting.over = Some(Over::Pad(pad));
        }
        Some(Over::Target(form)) => target::text(drafting, form, text),
        Some(Over::Seek(seek)) => seeking::text(drafting, seek, text),
        Some(Over::Cut(cut)) => {
            if !cut::text(drafting, cut, text) {
                seeking::begin(drafting, text);
            }
        }
        Some(Over::Menu(_) | Over::Help { .. }) | None => seeking::begin(drafting, text),
    }
}

fn help(drafting: &mut Drafting, top: usize, key: Key) {
    let top = match key {
        Key::Up => top.saturating_sub(1),
        Key::Down => (top + 1).min(COMMANDS.len().saturating_sub(1)),
        Key::Char(c) if c != ' ' => return seeking::begin(drafting, &c.to_string()),
        _ => top,
    };
    drafting.over = Some(Over::Help { top });
}

fn choose(drafting: &mut Drafting, mut menu: Menu, key: Key) -> Vec<Effect> {
    let last = menu.offers.len().saturating_sub(1);
    match key.command() {
        Key::Up => menu.at = menu.at.saturating_sub(1),
        Key::Down => menu.at = (menu.at + 1).min(last),
        Key::Enter => return take(drafting, menu.offers.get(menu.at).copied()),
        Key::Char(digit) => {
            let nth = digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
            let offer = nth.and_then(|nth| menu.offers.get(nth.checked_sub(1)?)).copied();
            if offer.is_some() {
                return take(drafting, offer);
            }
            if !digit.is_ascii_digit() && digit != ' ' {
                text(drafting, &letter(key));
                return Vec::new();
            }
            drafting.warn(DraftSays::NoOffer { last: menu.offers.len().to_string() });
        }
        _ => {}
    }
    drafting.over = Some(Over::Menu(menu));
    Vec::new()
}

/// The character of a key, as it was typed.
fn letter(key: Key) -> String {
    match key {
        Key::Char(c) => c.to_string(),
        _ => String::new(),
    }
}

fn take(drafting: &mut Drafting, offer: Option<Offer>) -> Vec<Effect> {
    match offer {
        None => {}
        Some(Offer::Be(piece)) => return be(drafting, piece),
        Some(Offer::Do(Offered::Fine)) => return command::fine(drafting),
        Some(Offer::Do(Offered::Split)) => cut::begin(drafting, Cuts::Split),
        Some(Offer::Do(Offered::TitleEnd)) => cut::begin(drafting, Cuts::Title),
        Some(Offer::Do(Offered::Join)) => return join(drafting),
        Some(Offer::Do(Offered::As)) => {
            let offers = Piece::ALL.map(Offer::Be).to_vec();
            drafting.over = Some(Over::Menu(Menu { offers, at: 0 }));
        }
        Some(Offer::Do(Offered::Short)) => pad(drafting, Pads::Short),
        Some(Offer::Do(Offered::NotATarget)) => pad(drafting, Pads::Reason),
        Some(Offer::Do(Offered::Change | Offered::ATarget)) => target::begin(drafting),
    }
    Vec::new()
}

/// The row is that.
fn be(drafting: &mut Drafting, what: Piece) -> Vec<Effect> {
    let Some(row) = drafting.row() else { return Vec::new() };
    let at = Stretch::of(&drafting.text, row.at.clone());
    drafting.act(vec![Settling::Is { at, what }])
}

/// The row and the sentence behind it are one.
fn join(drafting: &mut Drafting) -> Vec<Effect> {
    let Some(row) = drafting.row() else { return Vec::new() };
    let alike = |other: &&Row| piece(other.what) == piece(row.what);
    let behind = drafting.rows.iter().skip(drafting.cursor + 1);
    let next =
        behind.take_while(|other| !matches!(other.what, What::Section | What::Task)).find(alike);
    let Some((next, what)) = next.zip(piece(row.what)) else {
        drafting.say(DraftSays::NoNext);
        return Vec::new();
    };
    let at = Stretch::of(&drafting.text, row.at.start..next.at.end);
    drafting.act(vec![Settling::Is { at, what }])
}

/// What a row is, in the words in which a person says it.
pub(super) fn piece(what: What) -> Option<Piece> {
    match what {
        What::Section => Some(Piece::Section),
        What::Lead => Some(Piece::Lead),
        What::Task => Some(Piece::Task),
        What::Measure => Some(Piece::Measure),
        What::Guidance(Role::Headline) => Some(Piece::Headline),
        What::Guidance(_) => Some(Piece::Guidance),
        What::Kept(_) | What::Duty => Some(Piece::Outside),
        What::Target | What::Number(_) => None,
    }
}

fn pad(drafting: &mut Drafting, of: Pads) {
    let found = drafting.row().and_then(|row| drafting.draft().plan.find(row.place?));
    let field = match of {
        // Without one the title would stand there, to be taken out first.
        Pads::Short => Field::new(found.filter(has_short).map(Found::short).unwrap_or_default()),
        Pads::Reason => Field::default(),
    };
    let was = field.text().to_owned();
    drafting.over = Some(Over::Pad(Pad { of, field, was, leaving: false }));
}

fn has_short(found: &Found<'_>) -> bool {
    found.short() != found.title()
}

fn write(drafting: &mut Drafting, mut pad: Pad, key: Key) -> Vec<Effect> {
    pad.leaving = false;
    if !matches!(key, Key::Enter | Key::F(2)) {
        pad.field.key(key);
        drafting.over = Some(Over::Pad(pad));
        return Vec::new();
    }
    let words = pad.field.text().trim().to_owned();
    if pad.of == Pads::Reason && words.is_empty() {
        drafting.over = Some(Over::Pad(pad));
        drafting.warn(DraftSays::NeedsReason);
        return Vec::new();
    }
    let same = pad.of == Pads::Short && words == pad.was;
    let Some(row) = drafting.row().filter(|_| !same) else { return Vec::new() };
    let at = Stretch::of(&drafting.text, row.at.clone());
    drafting.act(vec![match pad.of {
        Pads::Short => Settling::Short { at, short: words },
        Pads::Reason => Settling::PromisesNothing { at, why: words },
    }])
}
