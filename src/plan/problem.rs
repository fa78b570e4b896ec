//! What is wrong with a file that could be read, and where in it.

use std::fmt;

use crate::words::Wrong;

/// One step of the way from the top of a RON file to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A field of a struct.
    Field(&'static str),
    /// An element of a list, from 0.
    Index(usize),
    /// A key of a map, as written between its quotes.
    Key(String),
}

/// The way to a value: `sections[0].tasks[1].id`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(pub Vec<Step>);

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(name) => f.write_str(name),
            Self::Index(index) => write!(f, "[{index}]"),
            Self::Key(key) => f.write_str(key),
        }
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, step) in self.0.iter().enumerate() {
            if nth > 0 && !matches!(step, Step::Index(_)) {
                f.write_str(".")?;
            }
            write!(f, "{step}")?;
        }
        Ok(())
    }
}

/// Readable but wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where in the file.
    pub at: Path,
    /// What, and what to do about it.
    pub what: Wrong,
}

impl Path {
    /// The way to a field of the value that this path leads to.
    #[must_use]
    pub fn field(&self, name: &'static str) -> Self {
        self.then(Step::Field(name))
    }

    /// The way to an element of the list that this path leads to.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.then(Step::Index(index))
    }

    /// The way to a key of the map that this path leads to.
    #[must_use]
    pub fn key(&self, key: impl fmt::Display) -> Self {
        self.then(Step::Key(key.to_string()))
    }

    fn then(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }
}
