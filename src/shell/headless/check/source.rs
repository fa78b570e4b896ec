//! `check --source`: the plan's text against the published report.

use std::path::Path;

use super::finding::Fault;
use crate::format::excerpt::{self, Source};
use crate::format::json::{self, Value};
use crate::report::proof::{self, Piece, Proof, Spot};
use crate::shell::book::Promised;
use crate::shell::book::unopened::{Unopened, named};
use crate::shell::source;
use crate::words::Lang;
use crate::words::proof::Proven;

/// A comparison, with the names and bytes of both files.
pub(super) struct Told<'a> {
    plan: Source<'a>,
    report: String,
    proof: Proof,
}

/// Compares the plan with the report at a path, whatever form it has.
pub(super) fn prove<'a>(
    plan: Source<'a>,
    promised: &Promised,
    report: &Path,
    lang: Lang,
) -> Result<Told<'a>, Unopened> {
    let read = source::read(report, None, lang).map_err(Unopened::Why)?;
    let proof = proof::prove(&promised.plan, &read.text);
    Ok(Told { plan, report: named(report), proof })
}

impl Told<'_> {
    /// Whether the plan is the report.
    pub(super) fn holds(&self) -> bool {
        self.proof.holds()
    }

    /// What differs, as faults of the report or of the plan.
    pub(super) fn faults(&self, lang: Lang) -> Vec<Fault> {
        let missing = self.proof.missing.iter().map(|Piece { spot, text }| {
            let text = Proven::Missing { text: text.clone() }.text(lang);
            fault(&self.report, (spot.line, spot.column), text)
        });
        let altered = self.proof.altered.iter().map(|altered| {
            let doubt = altered.doubt.text(lang);
            let text = match altered.spot {
                Some(spot) => Proven::Altered { at: self.place(spot), doubt }.text(lang),
                None => doubt,
            };
            fault(self.plan.name, excerpt::place(self.plan.bytes, &altered.at), text)
        });
        missing.chain(altered).collect()
    }

    /// What was proven, what is structure and what lies outside, for programs.
    pub(super) fn value(&self) -> Value {
        let piece = |piece: &Piece| (piece.spot.line, piece.spot.column, piece.text.clone());
        let (structure, outside) = (&self.proof.structure, &self.proof.outside);
        let pieces = |of: &[Piece]| of.iter().map(piece).collect();
        json::proven(self.proof.proven, pieces(structure), pieces(outside))
    }

    /// What differs, then what is structure and what lies outside, and the verdict as the last line.
    pub(super) fn lines(&self, lang: Lang) -> Vec<String> {
        let proof = &self.proof;
        let mut lines: Vec<String> =
            self.faults(lang).into_iter().map(|fault| fault.shown).collect();
        let list: Vec<&str> = proof.structure.iter().map(|piece| piece.text.as_str()).collect();
        let (count, list) = (list.len().to_string(), list.join(" "));
        lines.push(Proven::Structure { count, list }.text(lang));
        lines.push(Proven::Outside { count: proof.outside.len().to_string() }.text(lang));
        let outside = proof.outside.iter();
        lines.extend(outside.map(|piece| format!("  {}: {}", self.place(piece.spot), piece.text)));
        lines.push(self.verdict(lang));
        lines
    }

    fn place(&self, spot: Spot) -> String {
        format!("{}:{}:{}", self.report, spot.line, spot.column)
    }

    fn verdict(&self, lang: Lang) -> String {
        let proof = &self.proof;
        if proof.holds() {
            return Proven::Holds { count: proof.proven.to_string() }.text(lang);
        }
        let (missing, altered) = (proof.missing.len().to_string(), proof.altered.len().to_string());
        Proven::Fails { missing, altered }.text(lang)
    }
}

fn fault(file: &str, (line, column): (usize, usize), text: String) -> Fault {
    let shown = format!("{file}:{line}:{column}: {text}");
    Fault { file: file.to_owned(), at: Some((line, column)), text, help: None, shown }
}
