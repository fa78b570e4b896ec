//! What was said laid over what was read: each character has the last word said of it.

use std::ops::Range;

use super::{Piece, Settling};
use crate::plan::Place;
use crate::report::draft::Span;
use crate::words::report::Role;

/// A stretch of the text and what it is by now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layer {
    /// Which.
    pub(super) at: Range<usize>,
    /// What it is.
    pub(super) role: Role,
    /// The row that the reading gave it; none when a person said what it is.
    pub(super) row: Option<Place>,
    /// Whether a person said it.
    pub(super) told: bool,
}

/// The spans of the reading with every settling of structure over them, in the order of the text.
pub(super) fn laid<'a>(
    spans: &[Span],
    settlings: impl Iterator<Item = &'a Settling>,
) -> Vec<Layer> {
    let read =
        |span: &Span| Layer { at: span.at.clone(), role: span.role, row: span.row, told: false };
    let mut layers: Vec<Layer> = spans.iter().map(read).collect();
    for settling in settlings {
        if let Settling::Is { at, what } = settling {
            layers = over(layers, at.from..at.to, *what);
        }
    }
    layers
}

fn over(layers: Vec<Layer>, at: Range<usize>, what: Piece) -> Vec<Layer> {
    let said = Layer { at: at.clone(), role: what.role(), row: None, told: true };
    let (mut before, mut after) = (Vec::with_capacity(layers.len() + 2), Vec::new());
    for layer in layers {
        if layer.at.start < at.start {
            before.push(Layer { at: layer.at.start..layer.at.end.min(at.start), ..layer.clone() });
        }
        if layer.at.end > at.end {
            let left = Layer { at: layer.at.start.max(at.end)..layer.at.end, ..layer.clone() };
            let rest = if left.at == layer.at { left } else { behind(left, what) };
            after.push(rest);
        }
    }
    before.push(said);
    stopped(&mut after);
    before.append(&mut after);
    before
}

/// What is left of a title takes the stop that stood behind the title.
fn stopped(after: &mut Vec<Layer>) {
    let [left, stop, ..] = after.as_mut_slice() else { return };
    let sentence = matches!(left.role, Role::Measure | Role::SectionLead) && left.row.is_none();
    if sentence && left.told && stop.role == Role::Stop && stop.at.start == left.at.end {
        left.at.end = stop.at.end;
        after.remove(1);
    }
}

/// What is left of a title behind a new end of it is no title: it begins the text.
fn behind(left: Layer, what: Piece) -> Layer {
    let role = match (left.role, what) {
        (Role::TaskTitle, Piece::Task) => Role::Measure,
        (Role::SectionTitle, Piece::Section) => Role::SectionLead,
        (role, _) => role,
    };
    let told = left.told || role != left.role;
    Layer { role, row: left.row.filter(|_| !told), told, ..left }
}
