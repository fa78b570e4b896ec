//! The acceptance list of screens.md 9: which points have a test under their number.

#![allow(clippy::expect_used, clippy::disallowed_methods, reason = "a test that reads the sources")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The points that a machine can try; the last of the list is a round on real devices.
pub(crate) const POINTS: std::ops::RangeInclusive<u32> = 1..=15;

/// The numbers of all tests that are called `acceptance_NN_…`, wherever they stand.
pub(crate) fn tried() -> BTreeSet<u32> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    ["src", "tests"].iter().flat_map(|folder| in_folder(&root.join(folder))).collect()
}

fn in_folder(folder: &Path) -> Vec<u32> {
    let entries = fs::read_dir(folder).expect("a folder of sources");
    let paths = entries.map(|entry| entry.expect("an entry of the folder").path());
    paths
        .flat_map(|path| match path.extension() {
            _ if path.is_dir() && !path.ends_with("target") => in_folder(&path),
            Some(end) if end == "rs" => numbers(&fs::read_to_string(&path).expect("a source file")),
            _ => Vec::new(),
        })
        .collect()
}

/// The numbers of the tests in a source text: a test is a function under its attributes.
pub(crate) fn numbers(text: &str) -> Vec<u32> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let named = |pair: &[&str]| {
        let is_test = pair[0] == "#[test]" || pair[0].starts_with("#[allow(");
        let name = pair[1].strip_prefix("fn acceptance_").filter(|_| is_test)?;
        name.split('_').next()?.parse().ok()
    };
    lines.windows(2).filter_map(named).collect()
}
