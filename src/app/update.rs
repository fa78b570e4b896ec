//! The one door: what reaches a seat changes it and the session, and asks the world for effects.

use super::{Effect, Input, Outcome, Seat, Session};

/// Takes one input of a seat.
pub fn update(_session: &mut Session, seat: &mut Seat, input: &Input) -> Vec<Effect> {
    match input {
        Input::Resize(columns, rows) => seat.size = (*columns, *rows),
        Input::Measured(ambiguous) => seat.sight.ambiguous = *ambiguous,
        Input::Key(_) | Input::Text(_) | Input::Paste(_) => {}
    }
    Vec::new()
}

/// Takes what the world answered.
pub fn answer(_session: &mut Session, _seat: &mut Seat, _outcome: &Outcome) -> Vec<Effect> {
    Vec::new()
}
