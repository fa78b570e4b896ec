//! HOW IT STANDS: pure functions of what is on record and a date; never of a clock.

pub mod doubt;

pub mod gaps;

pub mod light;

pub mod sheet;

pub use doubt::{Doubt, doubts};
pub use gaps::{Gap, Whose, gaps, needs_somebody, on_finished};
pub use light::Light;
pub use sheet::sheet_for;
