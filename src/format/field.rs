//! The fields of a file's outermost group as they are written, comments above them and all: what one
//! file takes over from another keeps the words of the person who wrote it.
//!
//! The texts have been read before, so they are well-formed; of any other text this finds what it can.

use std::ops::Range;

use super::locate::after_attributes;
use super::scan::{self, Kind, Mark};

/// A field as it is written: from the comment above it to the comma behind it.
pub fn written(text: &str, name: &str) -> Option<String> {
    let field = span(text, name)?;
    let field = text.get(whole_lines(text, field))?;
    let closed = field.trim_end().ends_with(',') || field.contains(",  //");
    Some(if closed { field.to_owned() } else { format!("{field},") })
}

/// A text with another field in the place of one; as it was when it has no such field.
pub fn replaced(text: &str, name: &str, with: &str) -> String {
    let Some(field) = span(text, name).map(|field| whole_lines(text, field)) else {
        return text.to_owned();
    };
    let (before, after) = (&text[..field.start], &text[field.end..]);
    format!("{before}{with}{after}")
}

/// A text with more fields before one; as it was when it has no such field.
pub fn before(text: &str, name: &str, more: &str) -> String {
    let Some(field) = span(text, name).map(|field| whole_lines(text, field)) else {
        return text.to_owned();
    };
    let (before, after) = text.split_at(field.start);
    format!("{before}{more}\n\n{after}")
}

/// From a field's name to the comma behind its value, or to the value's end.
fn span(text: &str, name: &str) -> Option<Range<usize>> {
    let (mut depth, mut start) = (0_usize, None);
    let mut last: Option<Mark> = None;
    for mark in scan::marks(text, after_attributes(text)) {
        let end = last.as_ref().map_or(0, |last| last.span.end);
        match mark.kind {
            Kind::Open(_) => depth += 1,
            Kind::Close(_) if depth <= 1 => return Some(start?..end),
            Kind::Close(_) => depth -= 1,
            Kind::Comma if depth == 1 => {
                if let Some(start) = start {
                    return Some(start..mark.span.end);
                }
            }
            Kind::Colon if depth == 1 => {
                let named = last.as_ref().filter(|last| text.get(last.span.clone()) == Some(name));
                start = start.or(named.map(|named| named.span.start));
            }
            _ => {}
        }
        last = Some(mark);
    }
    None
}

/// The lines of a field with the comments right above it; a field that shares its line stays alone.
fn whole_lines(text: &str, field: Range<usize>) -> Range<usize> {
    let line_start = |at: usize| text[..at].rfind('\n').map_or(0, |end| end + 1);
    let mut start = line_start(field.start);
    if !text[start..field.start].trim().is_empty() {
        return field;
    }
    while start > 0 {
        let above = line_start(start - 1);
        if !text[above..start].trim_start().starts_with("//") {
            break;
        }
        start = above;
    }
    let rest = &text[field.end..];
    let line = rest.split('\n').next().unwrap_or_default();
    let comment = line.trim_start().starts_with("//") || line.trim().is_empty();
    let end = if comment { field.end + line.trim_end().len() } else { field.end };
    start..end
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "#![enable(implicit_some)]\n// 头\n(\n  id: \"a, b: (\",  // 不改\n\n  // 名册：\n  // 编号不改\n  roster: (\n    offices: {\n      \"tcj\": (short: \"投促局\"),  // 甲\n    },\n  ),\n  series: [],\n  last: 1\n)\n";

    #[test]
    fn a_field_keeps_its_comments() {
        let roster = "  // 名册：\n  // 编号不改\n  roster: (\n    offices: {\n      \"tcj\": (short: \"投促局\"),  // 甲\n    },\n  ),";
        assert_eq!(written(TEXT, "roster").as_deref(), Some(roster));
        assert_eq!(written(TEXT, "id").as_deref(), Some("  id: \"a, b: (\",  // 不改"));
        assert_eq!(written(TEXT, "last").as_deref(), Some("  last: 1,"));
        for name in ["offices", "b", "short", "nothing"] {
            assert_eq!(written(TEXT, name), None, "{name}");
        }
        assert_eq!(written("(a: 1, b: [2])", "b").as_deref(), Some("b: [2],"));
    }

    #[test]
    fn a_field_takes_the_place_of_another() {
        let swapped = replaced(TEXT, "roster", "  roster: (),");
        assert!(swapped.contains("// 不改\n\n  roster: (),\n  series: [],"), "{swapped}");
        let more = before(TEXT, "series", "  policy: \"银川\",");
        assert!(more.contains("  ),\n  policy: \"银川\",\n\n  series: [],"), "{more}");
        assert_eq!(replaced(TEXT, "nothing", "x"), TEXT);
    }

    proptest! {
        #[test]
        fn any_text_can_be_looked_through(text in r"\PC{0,60}|[(){}\[\],:a/\n\x22]{0,40}") {
            for name in ["a", "roster"] {
                if let Some(field) = written(&text, name) {
                    prop_assert!(field.contains(name));
                }
                replaced(&text, name, "b: 1,");
                before(&text, name, "b: 1,");
            }
        }
    }
}
