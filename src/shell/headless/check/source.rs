//! `check --source`: the plan's text against the published report.

use std::path::Path;

use crate::format::Unreadable;
use crate::format::excerpt::{self, Source};
use crate::format::ron::Limits;
use crate::plan::FORMAT;
use crate::report::proof::{self, Altered, Piece, Proof, Spot};
use crate::shell::book::Promised;
use crate::shell::book::unopened::{Unopened, named, read_bytes};
use crate::words::Lang;
use crate::words::proof::Proven;

/// A comparison, with the names and bytes of both files.
pub(super) struct Told<'a> {
    plan: Source<'a>,
    report: String,
    proof: Proof,
}

/// Compares the plan with the report at a path.
pub(super) fn prove<'a>(
    plan: Source<'a>,
    promised: &Promised,
    report: &Path,
) -> Result<Told<'a>, Unopened> {
    let bytes = read_bytes(report, Limits::of(FORMAT))?;
    match std::str::from_utf8(&bytes) {
        Ok(text) => {
            let proof = proof::prove(&promised.plan, text);
            Ok(Told { plan, report: named(report), proof })
        }
        Err(error) => {
            let why = Box::new(Unreadable::not_utf8(&bytes, error));
            Err(Unopened::Unreadable { path: report.to_owned(), bytes, why })
        }
    }
}

impl Told<'_> {
    /// Whether the plan is the report.
    pub(super) fn holds(&self) -> bool {
        self.proof.holds()
    }

    /// What differs, then what is structure and what lies outside, and the verdict as the last line.
    pub(super) fn lines(&self, lang: Lang) -> Vec<String> {
        let proof = &self.proof;
        let missing = |Piece { spot, text }: &Piece| {
            Proven::Missing { place: self.place(*spot), text: text.clone() }.text(lang)
        };
        let mut lines: Vec<String> = proof.missing.iter().map(missing).collect();
        lines.extend(proof.altered.iter().map(|altered| self.altered(altered, lang)));
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

    fn altered(&self, altered: &Altered, lang: Lang) -> String {
        let (line, column) = excerpt::place(self.plan.bytes, &altered.at);
        let place = format!("{}:{line}:{column}", self.plan.name);
        let doubt = altered.doubt.text(lang);
        match altered.spot {
            Some(spot) => Proven::Altered { place, at: self.place(spot), doubt }.text(lang),
            None => Proven::Unplaced { place, doubt }.text(lang),
        }
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
