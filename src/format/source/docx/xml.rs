//! XML as a walk: what opens, what closes, what is said in between. Entities are never declared, and
//! nothing nests deeper than a document does.

use std::borrow::Cow;

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::words::source::NotRead;

/// The deepest that elements may nest; tables in tables in text boxes come to thirty.
const DEPTH: usize = 256;

/// What is met on the walk.
pub(in crate::format::source) enum Node<'a> {
    Open(Tag<'a>),
    Close(&'a str),
    Text(Cow<'a, str>),
}

/// An element that opens.
pub(in crate::format::source) struct Tag<'a> {
    pub(in crate::format::source) name: &'a str,
    start: &'a BytesStart<'a>,
}

impl Tag<'_> {
    pub(in crate::format::source) fn value(&self, name: &str) -> Option<String> {
        let found = self.start.try_get_attribute(name).ok().flatten()?;
        Some(found.normalized_value(XmlVersion::default()).unwrap_or_default().into_owned())
    }

    pub(in crate::format::source) fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.value(name)?.trim().parse().ok()
    }

    /// Whether a property is set: it is unless it says otherwise.
    pub(in crate::format::source) fn is_on(&self) -> bool {
        !matches!(self.value("w:val").as_deref(), Some("0" | "false" | "off" | "none"))
    }

    /// What Word does not show, or shows elsewhere already.
    pub(in crate::format::source) fn hides(&self) -> bool {
        matches!(self.name, "mc:Fallback" | "w:del" | "w:moveFrom" | "w:pPrChange" | "w:rPrChange")
    }
}

/// Walks through a part.
///
/// # Errors
/// When it is no XML, declares entities or nests too deep.
pub(in crate::format::source) fn walk(
    part: &str,
    text: &str,
    mut met: impl FnMut(Node<'_>),
) -> Result<(), NotRead> {
    let mut reader = Reader::from_str(text);
    let mut depth = 0_usize;
    loop {
        let event = reader
            .read_event()
            .map_err(|why| NotRead::BrokenXml { part: part.to_owned(), why: why.to_string() })?;
        match event {
            Event::Start(start) => {
                depth += 1;
                if depth > DEPTH {
                    let most = DEPTH.to_string();
                    return Err(NotRead::TooDeep { part: part.to_owned(), most });
                }
                met(Node::Open(Tag { name: start.name().into_inner(), start: &start }));
            }
            Event::Empty(start) => {
                let name = start.name().into_inner();
                met(Node::Open(Tag { name, start: &start }));
                met(Node::Close(name));
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                met(Node::Close(end.name().into_inner()));
            }
            Event::Text(text) => met(Node::Text(text.into_inner())),
            Event::CData(text) => met(Node::Text(text.into_inner())),
            Event::GeneralRef(entity) => met(Node::Text(resolved(&entity))),
            Event::DocType(_) => return Err(NotRead::Entities { part: part.to_owned() }),
            Event::Eof if depth > 0 => {
                let why = "unexpected end".to_owned();
                return Err(NotRead::BrokenXml { part: part.to_owned(), why });
            }
            Event::Eof => return Ok(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

/// The character that a reference stands for; one that nobody knows stays as it is written.
fn resolved<'a>(entity: &BytesRef<'_>) -> Cow<'a, str> {
    let known = match &**entity {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "apos" => Some('\''),
        "quot" => Some('"'),
        _ => entity.resolve_char_ref().ok().flatten(),
    };
    known.map_or_else(|| format!("&{};", &**entity), String::from).into()
}
