//! A paper that is a table: columns, rows, and what stands above and below it.

use crate::ledger::Light;
use crate::plan::Style;
use crate::words::Lang;

/// A table as it is printed, or filled in by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// In which language it is.
    pub lang: Lang,
    /// In which layout.
    pub style: Style,
    /// What it is called, on its tab too.
    pub name: String,
    /// The line above it.
    pub title: String,
    /// A line below the title; empty for none.
    pub about: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
    /// Lines below it.
    pub foot: Vec<String>,
    /// Who fills it in.
    pub filled: Filled,
}

/// Who fills in what a table leaves open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filled {
    /// Nobody, or somebody at a screen: a row is as high as its text.
    #[default]
    Typed,
    /// People by hand, on paper: a row has room for a signature.
    Signed,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub heading: String,
    /// How many Han characters wide it is.
    pub width: u8,
    /// What may be chosen in it; empty for anything.
    pub choices: Vec<String>,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// The light whose word it is.
    pub light: Option<Light>,
}

impl Cell {
    /// A cell of text.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), light: None }
    }
}

impl Sheet {
    /// Headings and rows as lines of cells.
    pub fn lines(&self) -> Vec<Vec<String>> {
        let headings = self.columns.iter().map(|column| column.heading.clone()).collect();
        let row = |row: &Vec<Cell>| row.iter().map(|cell| cell.text.clone()).collect();
        std::iter::once(headings).chain(self.rows.iter().map(row)).collect()
    }
}
