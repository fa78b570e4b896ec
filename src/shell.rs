//! THE WORLD.
#![allow(clippy::disallowed_methods, reason = "this room is where files and the clock are")]

pub mod close;
pub mod disk;
pub mod git;
pub mod home;
pub mod journal;
pub mod terminal;
#[cfg(test)]
mod proof;
pub mod publish;
pub mod trouble;
