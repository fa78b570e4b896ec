//! HOW IT STANDS: pure functions of what is on record and a date; never of a clock.

pub mod agenda;

pub mod card;
pub mod doubt;

pub mod gaps;

pub mod light;

pub mod settlement;

pub mod sheet;

pub mod silence;

pub use agenda::{Lists, Now, Point, Subject, Why};
pub use card::Card;
pub use doubt::{Doubt, doubts};
pub use gaps::{Gap, Whose, gaps, needs_somebody, on_finished};
pub use light::Light;
pub use settlement::settlement;
pub use sheet::sheet_for;
pub use silence::is_silent;
