//! WHAT WAS DECIDED.

pub mod journal;
