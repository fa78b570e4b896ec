//! A screen as a paper: what it shows as headings, rows and facts, for the printer and to be sent on.
//!
//! It is made of the same words as the screen, and holds every row of it, seen or not. It must never
//! hold a frame, a key or a hint: paper has no keys.

use super::Chart;
use crate::words::Lang;

/// What a screen shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// In which language it is.
    pub lang: Lang,
    /// The name of the screen.
    pub title: String,
    /// Lines below it: of which plan, on which day, by which filter.
    pub about: Vec<String>,
    /// What it lists, each under its heading.
    pub parts: Vec<Part>,
    /// Lines below all of them.
    pub foot: Vec<String>,
}

/// Rows under a heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The heading; empty for none.
    pub heading: String,
    /// The rows.
    pub rows: Vec<Row>,
    /// Pictures of what they have: a page shows them, a text has the figures.
    pub charts: Vec<Chart>,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its number; empty for none.
    pub number: String,
    /// What it is.
    pub text: String,
    /// What is known of it, each under its label.
    pub facts: Vec<Fact>,
    /// Sentences below it.
    pub more: Vec<String>,
}

/// Something known of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// What it says.
    pub text: String,
    /// The mark of a light before it, where it is seen.
    pub mark: Option<char>,
    /// How it is told.
    pub manner: Manner,
}

/// How a fact is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Manner {
    /// Behind its label.
    #[default]
    Labelled,
    /// By itself where it is read out: it says what it is.
    Itself,
    /// Behind its label, and not where rows are read out one after another.
    Aside,
}

impl Part {
    /// The labels of its rows, in the order in which they come first.
    pub fn labels(&self) -> Vec<&str> {
        let mut labels: Vec<&str> = Vec::new();
        for fact in self.rows.iter().flat_map(|row| &row.facts) {
            if !labels.contains(&fact.label.as_str()) {
                labels.push(&fact.label);
            }
        }
        labels
    }
}

impl Row {
    /// A row that is a text alone.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// The fact under a label; empty where it has none.
    pub fn fact(&self, label: &str) -> String {
        self.facts.iter().find(|fact| fact.label == label).map_or_else(String::new, Fact::seen)
    }
}

impl Fact {
    /// What it says to the eye, a light behind its mark.
    pub fn seen(&self) -> String {
        self.mark.map_or_else(|| self.text.clone(), |mark| format!("{mark} {}", self.text))
    }
}
