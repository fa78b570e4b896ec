//! Which supervision sheet a light asks for: 临期 blue, 滞后 yellow, 逾期 red.

use super::Light;
use crate::ledger::Colour;

/// The colour of the sheet for a light; none where nothing has to be pressed for.
pub const fn sheet_for(light: Light) -> Option<Colour> {
    match light {
        Light::DueSoon => Some(Colour::Blue),
        Light::Behind => Some(Colour::Yellow),
        Light::Overdue => Some(Colour::Red),
        _ => None,
    }
}
