//! One field of a file changed where it stands: comments, order and everything else stay as a person
//! wrote them. The text was read before, so it is well-formed; of any other text nothing is made.

use std::ops::Range;

use super::locate::after_attributes;
use super::scan::{self, Kind, Mark};

/// The text with a field of its outermost struct at a value: written over where the field is, on a
/// line of its own before the closing bracket where it is not. None for a text that is no struct.
pub fn set(text: &str, field: &str, value: &str) -> Option<String> {
    let marks: Vec<Mark> = scan::marks(text, after_attributes(text)).collect();
    let inside = outermost(&marks)?;
    if let Some(span) = value_of(text, inside, field) {
        return Some(format!("{}{value}{}", text.get(..span.start)?, text.get(span.end..)?));
    }
    let (last, close) = (inside.last(), marks.last()?.span.start);
    let comma = last.filter(|mark| mark.kind != Kind::Comma).map(|mark| mark.span.end);
    let (held, end) = text.split_at_checked(comma.unwrap_or(close))?;
    let between = end.get(..close - held.len())?;
    let comma = if comma.is_some() { "," } else { "" };
    // What stands behind the last value is its own, and no line of ours goes between the two.
    let own = between.trim_end_matches([' ', '\t']);
    let line =
        if own.ends_with('\n') || (own.is_empty() && held.ends_with('\n')) { "" } else { "\n" };
    Some(format!("{held}{comma}{own}{line}  {field}: {value},\n{}", text.get(close..)?))
}

/// The marks within the outermost round brackets, when these are all there is.
fn outermost(marks: &[Mark]) -> Option<&[Mark]> {
    let (first, rest) = marks.split_first()?;
    let (last, inside) = rest.split_last()?;
    let whole = first.kind == Kind::Open('(') && last.kind == Kind::Close(')');
    whole.then_some(inside)
}

/// The bytes of a field's value.
fn value_of(text: &str, inside: &[Mark], field: &str) -> Option<Range<usize>> {
    let mut depth = 0_usize;
    for (at, mark) in inside.iter().enumerate() {
        let is_it = depth == 0
            && mark.kind == Kind::Word
            && text.get(mark.span.clone()) == Some(field)
            && inside.get(at + 1).is_some_and(|next| next.kind == Kind::Colon);
        if is_it {
            return whole(inside.get(at + 2..)?);
        }
        depth = deeper(depth, mark.kind);
    }
    None
}

/// From the first mark of a value to its last.
fn whole(marks: &[Mark]) -> Option<Range<usize>> {
    let mut depth = 0_usize;
    let mut end = None;
    for mark in marks {
        if depth == 0 && matches!(mark.kind, Kind::Comma | Kind::Close(_)) {
            break;
        }
        depth = deeper(depth, mark.kind);
        end = Some(mark.span.end);
    }
    Some(marks.first()?.span.start..end?)
}

fn deeper(depth: usize, kind: Kind) -> usize {
    match kind {
        Kind::Open(_) => depth + 1,
        Kind::Close(_) => depth.saturating_sub(1),
        _ => depth,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_field_is_changed_where_it_stands_or_comes_last() {
        for (text, want) in [
            ("()", "(\n  a: 7,\n)"),
            ("(a: 1)", "(a: 7)"),
            ("(a: [1, (2)], b: 2)", "(a: 7, b: 2)"),
            ("(b: (a: 1))", "(b: (a: 1),\n  a: 7,\n)"),
            ("(\n  b: 2,\n)\n", "(\n  b: 2,\n  a: 7,\n)\n"),
            ("(\n  b: 2\n)\n", "(\n  b: 2,\n  a: 7,\n)\n"),
            ("(\n  b: 2, // a: 1\n)", "(\n  b: 2, // a: 1\n  a: 7,\n)"),
            ("(\n  b: 2 // 两\n)", "(\n  b: 2, // 两\n  a: 7,\n)"),
            ("// (\n(\n  a: \"),(\", /* , */\n)", "// (\n(\n  a: 7, /* , */\n)"),
            ("#![enable(implicit_some)]\n(a: 1)", "#![enable(implicit_some)]\n(a: 7)"),
            ("(\n  // 空\n)", "(\n  // 空\n  a: 7,\n)"),
        ] {
            assert_eq!(set(text, "a", "7").as_deref(), Some(want), "{text}");
        }
        for text in ["", "[]", "(a: 1", "(a: 1) (", "a"] {
            assert_eq!(set(text, "a", "7"), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_taken(text in any::<String>(), marks in "[(){}\\[\\]a:,\"/*\n ]*") {
            let _ = (set(&text, "a", "7"), set(&marks, "a", "7"));
        }

        /// Set twice is set once, and the second value is the one that stands.
        #[test]
        fn the_last_value_stands(a in "[a-z]{1,5}", b in "[a-z]{1,5}", held in "(x: [1, 2],|/\\* a \\*/ b: \"a\",)*") {
            let text = format!("({held})");
            let once = set(&set(&text, "a", &a).unwrap(), "a", &b).unwrap();
            prop_assert_eq!(once, set(&text, "a", &b).unwrap());
        }
    }
}
