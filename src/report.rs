//! READING A REPORT.
//!
//! Reading cannot fail, it can only doubt: nothing in this room's public face is a `Result`.

pub mod clause;
pub(crate) mod number;
pub mod proof;
pub(crate) mod unit;
