//! 代替：, 代替4/2： and their twin `replaces 4/2:` at the beginning of a line: its decision takes the place of an earlier one.
//!
//! The new decision is about what the old one was about, so that it is found where the old one stood.

use super::{Context, binding};
use crate::app::due::scan::Scan;
use crate::app::key::twin;
use crate::ledger::{About, RecordId};
use crate::words::Notice;

/// Which decision a line says it replaces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Replaces {
    /// None.
    #[default]
    Nothing,
    /// The one to which the line is bound.
    Bound,
    /// One by its number, as typed.
    Named(String),
}

/// The prefix with which a text begins: its length in bytes, and what it replaces.
pub(super) fn prefix(text: &str) -> Option<(usize, Replaces)> {
    let mut english = Scan::new(text);
    let after = match text.strip_prefix("代替") {
        Some(after) => after,
        None if english.saying(&[&["in", "place", "of"], &["replaces"]]) => english.rest(),
        None => return None,
    };
    let named = after.trim_start();
    let (length, id) = binding::id(named);
    let rest = named[length..].trim_start();
    let colon = rest.chars().next().filter(|c| twin(*c) == ':')?;
    let length = text.len() - rest.len() + colon.len_utf8();
    Some((length, if id.is_empty() { Replaces::Bound } else { Replaces::Named(id) }))
}

/// The decision that is replaced.
pub(super) struct Replaced {
    pub(super) id: RecordId,
    /// What it was about.
    pub(super) about: Vec<About>,
}

impl Replaces {
    /// The decision that is meant; none when none is to be replaced.
    ///
    /// # Errors
    /// No decision is named, or there is none of that number.
    pub(super) fn meant(&self, context: &Context) -> Result<Option<Replaced>, Notice> {
        let id = match self {
            Self::Nothing => return Ok(None),
            Self::Bound => match context.binding {
                [About::Decision(id)] => id.clone(),
                _ => return Err(Notice::ReplacesNothing),
            },
            Self::Named(typed) => binding::decision(typed, context)
                .ok_or_else(|| Notice::NoSuchRecord { id: typed.clone() })?,
        };
        let made = context.state.ledger.decisions.get(&id);
        let about = made.map(|made| made.about.clone());
        let about = about.ok_or_else(|| Notice::NoSuchRecord { id: id.to_string() })?;
        Ok(Some(Replaced { id, about }))
    }
}
