//! A source as bytes: what it is by its content, and its text with what its form says of it.
//!
//! Any bytes are read or refused with what to do; a name is never asked. Every reader is bounded in
//! bytes, in depth and in what it may unfold to. What the words mean is not known here.

mod charset;
mod columns;
mod docx;
mod html;
mod kind;
mod line;
mod markdown;
mod package;
mod page;
mod paged;
mod table;
#[cfg(test)]
mod tests;
mod xlsx;

pub use charset::{Charset, is_simplified};

use crate::report::hint::Hint;
use crate::words::source::{Kind, Known, NotRead};
use kind::Guise;
use package::Package;

/// The most bytes that a source may have.
pub const LARGEST: usize = 32 << 20;

/// The most bytes of text that are taken out of one; a report of a province has a tenth of a
/// megabyte.
pub const LONGEST: usize = 8 << 20;

/// A source, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// What it is.
    pub kind: Kind,
    /// The name of its encoding: `UTF-8`, `GB18030`.
    pub encoding: &'static str,
    /// How the encoding is known.
    pub known: Known,
    /// How many places could not be read as text; each stands as `�`.
    pub damaged: usize,
    /// Its text.
    pub text: String,
    /// What its form says of the text, in its order.
    pub hints: Vec<Hint>,
}

/// What is to be done with bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// They are read.
    Source(Source),
    /// They are a PDF: another program makes text of it, which [`fn@paged`] reads.
    Pdf,
}

/// Reads a source; `charset` is what a person says of its encoding.
///
/// # Errors
/// Why it is none, and what to do.
pub fn read(bytes: &[u8], charset: Option<Charset>) -> Result<Taken, NotRead> {
    if bytes.len() > LARGEST {
        return Err(NotRead::TooLarge { most: (LARGEST >> 20).to_string() });
    }
    match kind::guise(bytes) {
        Guise::Pdf => Ok(Taken::Pdf),
        Guise::Zip => zipped(bytes).map(Taken::Source),
        Guise::Foreign(why) => Err(why),
        Guise::Text => text(bytes, charset).map(Taken::Source),
    }
}

/// The text that another program made of a PDF, laid out as on its pages.
///
/// # Errors
/// When there is none, or too much.
pub fn paged(laid_out: &str) -> Result<Source, NotRead> {
    if laid_out.len() > LONGEST {
        return Err(NotRead::TooLong { most: (LONGEST >> 20).to_string() });
    }
    let text = paged::text(laid_out);
    if text.trim().is_empty() {
        return Err(NotRead::NoWordsInPdf);
    }
    Ok(Source { kind: Kind::Pdf, text, ..Source::plain(String::new()) })
}

impl Source {
    /// A text whose encoding is no question.
    fn plain(text: String) -> Self {
        let (kind, known) = (Kind::Text, Known::ByKind);
        Self { kind, encoding: "UTF-8", known, damaged: 0, text, hints: Vec::new() }
    }
}

/// A zip, if it is a workbook or a Word document.
fn zipped(bytes: &[u8]) -> Result<Source, NotRead> {
    let mut package = Package::open(bytes)?;
    if package.holds(xlsx::BOOK) {
        xlsx::read(&mut package)
    } else if package.holds(docx::BODY) {
        docx::read(&mut package)
    } else {
        Err(kind::of_parts(package.names()))
    }
}

fn text(bytes: &[u8], charset: Option<Charset>) -> Result<Source, NotRead> {
    let decoded = charset::decode(bytes, charset)?;
    let kind = kind::of_text(&decoded.text);
    let (text, hints) = match kind {
        Kind::Html => html::read(&decoded.text)?,
        Kind::Markdown => markdown::read(&decoded.text)?,
        _ => (decoded.text, Vec::new()),
    };
    if text.len() > LONGEST {
        return Err(NotRead::TooLong { most: (LONGEST >> 20).to_string() });
    }
    if text.trim().is_empty() {
        return Err(NotRead::Empty);
    }
    let (encoding, known, damaged) = (decoded.encoding, decoded.known, decoded.damaged);
    Ok(Source { kind, encoding, known, damaged, text, hints })
}
