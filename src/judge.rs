//! HOW IT STANDS: pure functions of what is on record and a date; never of a clock.

pub mod gaps;

pub mod light;

pub mod sheet;

pub use gaps::{Gap, gaps};
pub use light::Light;
pub use sheet::sheet_for;
