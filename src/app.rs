//! THE STATE MACHINE.

pub mod key;
pub mod sight;
