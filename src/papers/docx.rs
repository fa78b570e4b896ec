//! A paper as a Word document in the layout of GB/T 9704-2012.
//!
//! Written as its parts are: every element stands where the schema of OOXML wants it. The office's
//! fonts are named with others in whose place they may stand, and never embedded. Equal papers are
//! equal bytes: no time, no name of a machine and no random number comes into the file.

mod body;
mod pack;
mod page;
mod parts;
mod styles;

use super::Paper;

pub use pack::NotPacked;

/// The bytes of the document.
///
/// # Errors
/// When the archive cannot be written; memory takes everything, so it never is.
pub fn write(paper: &Paper) -> Result<Vec<u8>, NotPacked> {
    let parts = [
        ("[Content_Types].xml", parts::content_types()),
        ("_rels/.rels", parts::relations()),
        ("docProps/core.xml", parts::properties(paper)),
        ("word/document.xml", body::document(paper)),
        ("word/_rels/document.xml.rels", parts::document_relations()),
        ("word/styles.xml", styles::styles(paper)),
        ("word/settings.xml", parts::settings()),
        ("word/fontTable.xml", parts::fonts()),
        ("word/footer1.xml", page::footer(page::Side::Odd)),
        ("word/footer2.xml", page::footer(page::Side::Even)),
    ];
    pack::pack(&parts.map(|(name, part)| (name, part.file())))
}

#[cfg(test)]
mod tests;
