//! A paper as a Word document, in the layout of GB/T 9704-2012 or in a plain one.
//!
//! Written as its parts are: every element stands where the schema of OOXML wants it. The office's
//! fonts are named with others in whose place they may stand, and never embedded. Equal papers are
//! equal bytes: no time, no name of a machine and no random number comes into the file.

mod body;
mod pack;
mod page;
mod parts;
mod plain;
mod styles;

use super::Paper;
use super::xml::Element;

pub use pack::NotPacked;

/// The bytes of the document.
///
/// # Errors
/// When the archive cannot be written; memory takes everything, so it never is.
pub fn write(paper: &Paper) -> Result<Vec<u8>, NotPacked> {
    let ([document, styles, fonts], [odd, even]) = layout(paper);
    let parts = [
        ("[Content_Types].xml", parts::content_types()),
        ("_rels/.rels", parts::relations()),
        ("docProps/core.xml", parts::properties(paper)),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", parts::document_relations()),
        ("word/styles.xml", styles),
        ("word/settings.xml", parts::settings()),
        ("word/fontTable.xml", fonts),
        ("word/footer1.xml", odd),
        ("word/footer2.xml", even),
    ];
    pack::pack(&parts.map(|(name, part)| (name, part.file())))
}

/// The text with its styles and fonts, and the feet of odd and even pages.
fn layout(paper: &Paper) -> ([Element; 3], [Element; 2]) {
    if paper.style.is_standard() {
        let text = [body::document(paper), styles::styles(paper), styles::fonts()];
        (text, [page::footer(page::Side::Odd), page::footer(page::Side::Even)])
    } else {
        let text = [plain::document(paper), plain::styles(paper), plain::fonts()];
        (text, [plain::footer(), plain::footer()])
    }
}

#[cfg(test)]
mod tests;
