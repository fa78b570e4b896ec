//! The parts around the text: what the archive holds, settings, properties.

use crate::papers::Paper;
use crate::papers::page::{NEVER_FIRST, NEVER_LAST};
use crate::papers::xml::{Element, element};
use crate::words::Lang;

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// A part's outermost element, with the names that it uses.
pub(super) fn named(name: &'static str) -> Element {
    element(name).with("xmlns:w", MAIN).with("xmlns:r", OFFICE)
}

/// Which part is of which kind.
pub(super) fn content_types() -> Element {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let package = "application/vnd.openxmlformats-package";
    let known = |ending: &str, kind: String| {
        element("Default").with("Extension", ending).with("ContentType", kind)
    };
    let part = |name: &str, kind: String| {
        element("Override").with("PartName", name).with("ContentType", kind)
    };
    element("Types")
        .with("xmlns", format!("{PACKAGE}/content-types"))
        .add(known("rels", format!("{package}.relationships+xml")))
        .add(known("xml", "application/xml".into()))
        .add(part("/docProps/core.xml", format!("{package}.core-properties+xml")))
        .add(part("/word/document.xml", format!("{word}.document.main+xml")))
        .add(part("/word/styles.xml", format!("{word}.styles+xml")))
        .add(part("/word/settings.xml", format!("{word}.settings+xml")))
        .add(part("/word/fontTable.xml", format!("{word}.fontTable+xml")))
        .add(part("/word/footer1.xml", format!("{word}.footer+xml")))
        .add(part("/word/footer2.xml", format!("{word}.footer+xml")))
}

/// Where the document and its properties are.
pub(super) fn relations() -> Element {
    let core = format!("{PACKAGE}/relationships/metadata/core-properties");
    related([
        ("rId1", format!("{OFFICE}/officeDocument"), "word/document.xml"),
        ("rId2", core, "docProps/core.xml"),
    ])
}

/// What the document uses.
pub(super) fn document_relations() -> Element {
    related([
        ("rId1", format!("{OFFICE}/styles"), "styles.xml"),
        ("rId2", format!("{OFFICE}/settings"), "settings.xml"),
        ("rId3", format!("{OFFICE}/fontTable"), "fontTable.xml"),
        ("rId4", format!("{OFFICE}/footer"), "footer1.xml"),
        ("rId5", format!("{OFFICE}/footer"), "footer2.xml"),
    ])
}

fn related<const N: usize>(all: [(&str, String, &str); N]) -> Element {
    let one = |(id, kind, target): (&str, String, &str)| {
        element("Relationship").with("Id", id).with("Type", kind).with("Target", target)
    };
    element("Relationships").with("xmlns", format!("{PACKAGE}/relationships")).add_all(all.map(one))
}

/// Title and issuing body. No time: the file is the same whenever it is made.
pub(super) fn properties(paper: &Paper) -> Element {
    let lang = if paper.lang == Lang::Zh { "zh-CN" } else { "en-GB" };
    element("cp:coreProperties")
        .with("xmlns:cp", format!("{PACKAGE}/metadata/core-properties"))
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .add(element("dc:title").say(&paper.title))
        .add(element("dc:creator").say(&paper.organ))
        .add(element("dc:language").say(lang))
}

/// Odd and even pages differ; no character is squeezed, so that a line holds 28; what may not stand at
/// the edges of a line is told, because programs have different lists of their own.
pub(super) fn settings() -> Element {
    let compat = element("w:compatSetting")
        .with("w:name", "compatibilityMode")
        .with("w:uri", "http://schemas.microsoft.com/office/word")
        .with("w:val", 15);
    let edge = |name, marks| element(name).with("w:lang", "zh-CN").with("w:val", marks);
    named("w:settings")
        .add(element("w:zoom").with("w:percent", 100))
        .add(element("w:defaultTabStop").with("w:val", 420))
        .add(element("w:evenAndOddHeaders"))
        .add(element("w:characterSpacingControl").with("w:val", "doNotCompress"))
        .add(edge("w:noLineBreaksAfter", NEVER_LAST))
        .add(edge("w:noLineBreaksBefore", NEVER_FIRST))
        .add(element("w:compat").add(compat))
        .add(element("w:themeFontLang").with("w:val", "en-US").with("w:eastAsia", "zh-CN"))
}
