//! THE STATE MACHINE.

pub mod sight;
