//! What a check, a proof and an examination found.

use serde_json::{Value, json};

/// A fault of a file; without a place it is the file's as a whole.
pub fn fault(file: &str, at: Option<(usize, usize)>, text: &str, help: Option<&str>) -> Value {
    let (line, column) = at.unzip();
    json!({ "file": file, "line": line, "column": column, "text": text, "help": help })
}

/// What a check found.
pub fn checked(faults: &[Value], remarks: &[String], files: usize) -> Value {
    json!({ "faults": faults, "remarks": remarks, "files": files })
}

/// One finding of a terminal, of git or of a book: what was looked at and how it stands, by their
/// English names, what was found, and what to do.
pub fn examined((topic, health): (&str, &str), found: &str, cure: Option<&str>) -> Value {
    json!({ "topic": topic, "health": health, "found": found, "to_do": cure })
}

/// All findings, what was set right, and how many faults are left.
pub fn examination(findings: &[Value], mended: &[String], faults: usize) -> Value {
    json!({ "findings": findings, "mended": mended, "faults": faults })
}

/// What comparing a plan with its report showed, beside the faults: how many texts are the report's
/// own, and line, column and text of what is structure and of what lies outside the body.
pub fn proven(
    count: usize,
    structure: Vec<(usize, usize, String)>,
    outside: Vec<(usize, usize, String)>,
) -> Value {
    let piece = |(line, column, text)| json!({ "line": line, "column": column, "text": text });
    let pieces = |of: Vec<_>| of.into_iter().map(piece).collect::<Vec<Value>>();
    json!({ "proven": count, "structure": pieces(structure), "outside": pieces(outside) })
}
