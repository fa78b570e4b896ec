//! The styles of a Word file: which of them are headings, and which count.

use std::collections::BTreeMap;

use super::numbering::Counted;
use super::xml::{Node, Tag, walk};
use crate::words::source::NotRead;

/// How far a style may stand on others.
const CHAIN: usize = 16;

/// What a style says of its paragraphs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) heading: Option<u8>,
    pub(super) counted: Option<Counted>,
    /// A line of a table of contents: Word makes it of the headings, which are read where they stand.
    pub(super) contents: bool,
}

/// All styles, by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles(BTreeMap<String, (Style, Option<String>)>);

impl Styles {
    pub(super) fn read(text: &str) -> Result<Self, NotRead> {
        let mut styles = Self::default();
        let mut id = String::new();
        walk("word/styles.xml", text, |node| {
            if let Node::Open(tag) = node {
                styles.open(&tag, &mut id);
            }
        })?;
        Ok(styles)
    }

    fn open(&mut self, tag: &Tag<'_>, id: &mut String) {
        if tag.name == "w:style" {
            *id = tag.value("w:styleId").unwrap_or_default();
        }
        if id.is_empty() {
            return;
        }
        let (style, based_on) = self.0.entry(id.clone()).or_default();
        match tag.name {
            "w:name" => {
                style.heading = style.heading.or(heading(tag));
                let name = tag.value("w:val").unwrap_or_default();
                style.contents = name.to_lowercase().starts_with("toc ");
            }
            "w:outlineLvl" => {
                style.heading =
                    tag.number("w:val").filter(|level| *level < 9).map(|level: u8| level + 1);
            }
            "w:basedOn" => *based_on = tag.value("w:val"),
            "w:numId" => {
                style.counted.get_or_insert_default().list = tag.number("w:val").unwrap_or(0);
            }
            "w:ilvl" => {
                style.counted.get_or_insert_default().level = tag.number("w:val").unwrap_or(0);
            }
            _ => {}
        }
    }

    /// What a style says, with what it stands on.
    pub(super) fn of(&self, id: &str) -> Style {
        let mut said = Style::default();
        let mut next = Some(id);
        for _ in 0..CHAIN {
            let Some((style, based_on)) = next.and_then(|id| self.0.get(id)) else { break };
            said.heading = said.heading.or(style.heading);
            said.counted = said.counted.or(style.counted);
            said.contents |= style.contents;
            next = based_on.as_deref();
        }
        said
    }
}

/// `heading 2`, in any language of Word: the name is English in every file.
fn heading(tag: &Tag<'_>) -> Option<u8> {
    let name = tag.value("w:val")?.to_lowercase();
    let level = name.strip_prefix("heading ").or(name.strip_prefix("标题 "))?;
    level.trim().parse().ok().filter(|level| (1..=9).contains(level))
}
