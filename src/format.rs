//! AS BYTES: the only reader and writer of `.ron`.
//!
//! Bytes in, values out, and back. This room knows no paths, no folders and no clock: the shell
//! hands it bytes and takes bytes. What cannot be read is one [`Unreadable`] with its place.

pub mod annotated;
pub mod csv;
mod diagnose;
mod escape;
pub mod excerpt;
pub mod field;
pub mod json;
mod locate;
pub mod patch;
pub mod ron;
mod scan;
pub mod seal;
pub mod sheet;
pub mod source;

use crate::words::{Mend, Stop};

/// The known name that a person probably meant, or all of them.
pub fn nearest(found: &str, known: &[&str]) -> Option<Mend> {
    diagnose::nearest(found, known)
}

/// Why a text could not be read, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// How many characters the fault takes; at least 1.
    pub width: usize,
    /// What is wrong.
    pub what: Box<Stop>,
    /// What to do about it, where that is known.
    pub hint: Option<Mend>,
}
