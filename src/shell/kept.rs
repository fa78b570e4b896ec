//! What was settled on a screen that knows no book, kept beside a plan in a file that is replaced whole.

use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::args::{Over, Settings};
use super::book::Unopened;
use super::book::site::code;
use super::book::unopened::read_bytes;
use super::failure::Failure;
use super::headless::hand::unopened;
use super::trouble::Trouble;
use super::whole;
use crate::format::ron::{self, Limits};
use crate::words::{Lang, Step};

/// The file beside a plan that ends so: `again.ron` makes `plan.again.ron`.
pub fn beside(plan: &Path, end: &str) -> PathBuf {
    // A file without a folder is in this one.
    Path::new(".").join(plan.with_extension(end))
}

/// What is kept; none when there is no such file.
///
/// # Errors
/// Why the file cannot be read; it is left as it is.
pub fn read<T: DeserializeOwned>(
    path: PathBuf,
    limits: Limits,
    settings: &Settings,
) -> Result<Option<T>, Failure> {
    if !path.exists() {
        return Ok(None);
    }
    let read = read_bytes(&path, limits).and_then(|bytes| {
        let why = |why| Unopened::Unreadable { path, bytes: bytes.clone(), why: Box::new(why) };
        ron::read(&bytes, limits).map_err(why)
    });
    read.map(Some).map_err(|why| unopened(&why, settings))
}

/// Keeps something in the place of what was kept.
///
/// # Errors
/// Why the file could not be written, for people; the old one is as it was.
pub fn write<T: Serialize>(path: &Path, kept: &T, lang: Lang) -> Result<(), String> {
    let text = ron::write(kept).map_err(|why| why.to_string())?;
    let put = whole::put(path, text.as_bytes(), Over::Replace);
    let named = path.strip_prefix(".").unwrap_or(path);
    put.map_err(|why| Trouble::new(Step::Write, named, code(&why)).sentence(lang))
}
