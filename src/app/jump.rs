//! The jump box: digits that become a row as soon as only one task can be meant.

use crate::plan::{Place, Plan};

/// What typed digits lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Jump {
    /// One row is meant.
    Go(Place),
    /// Several may be meant yet.
    Waiting(Vec<Place>),
    /// None is.
    Nowhere,
}

/// What digits lead to so far.
pub fn jump(typed: &str, plan: &Plan) -> Jump {
    match enter(typed, plan) {
        Some(place) if typed.contains('.') => Jump::Go(place),
        _ if typed.len() < 4 => Jump::Waiting(Vec::new()),
        _ => Jump::Nowhere,
    }
}

/// What Enter takes: the shortest row that the digits name.
pub fn enter(typed: &str, plan: &Plan) -> Option<Place> {
    typed.parse().ok().filter(|place| plan.find(*place).is_some())
}
