//! From a path in a value to its place in the text: where the caret of a problem stands.
//!
//! The text has been read before, so it is well-formed; of any other text this finds what it can.

use std::iter::Peekable;
use std::ops::Range;

use super::scan::{self, Kind, Mark, Marks};
use crate::plan::{Path, Step};

/// A text as a tree of places.
#[derive(Debug)]
pub(super) struct Outline {
    top: Node,
}

/// A value: what to point at, and what it holds.
#[derive(Debug, Default)]
struct Node {
    /// The value's first mark: the whole of a text or number, the bracket of a group.
    span: Range<usize>,
    held: Vec<(Name, Node)>,
}

/// How a group names what it holds.
#[derive(Debug, PartialEq, Eq)]
enum Name {
    /// A field or a key: where it stands.
    Word(Range<usize>),
    /// Its number in a list.
    Nth(usize),
}

/// Deeper groups are not entered: no file of ours has them.
const DEPTH: usize = 64;

impl Outline {
    /// The places of a text.
    pub(super) fn of(text: &str) -> Self {
        let mut marks = scan::marks(text, after_attributes(text)).peekable();
        Self { top: value(&mut marks, 0) }
    }

    /// The bytes to point at for a path; for one that leads nowhere, those of the last step that
    /// is there: a field that lacks is shown at the group that lacks it.
    pub(super) fn find(&self, text: &str, path: &Path) -> Range<usize> {
        let mut node = &self.top;
        let mut shown = self.top.span.clone();
        for step in &path.0 {
            let Some((name, next)) = node.step(text, step) else {
                return node.first_field().unwrap_or(shown);
            };
            shown = match name {
                // A group is known by its name, a plain value by itself.
                Name::Word(name) if !next.held.is_empty() => name.clone(),
                _ => next.first_field().unwrap_or_else(|| next.span.clone()),
            };
            node = next;
        }
        shown
    }
}

impl Node {
    fn step(&self, text: &str, step: &Step) -> Option<(&Name, &Self)> {
        let reads = |name: &Name| match (name, step) {
            (Name::Word(span), Step::Field(field)) => text.get(span.clone()) == Some(*field),
            (Name::Word(span), Step::Key(key)) => {
                text.get(span.clone()).map(|word| word.trim_matches('"')) == Some(key)
            }
            (Name::Nth(nth), Step::Index(index)) => nth == index,
            _ => false,
        };
        let found = self.held.iter().find(|(name, _)| reads(name));
        // A variant wraps its struct in one more pair of brackets: `Meeting((…))`.
        let inner = || match (step, self.held.as_slice()) {
            (Step::Field(_), [(Name::Nth(0), inner)]) => inner.step(text, step),
            _ => None,
        };
        found.map(|(name, node)| (name, node)).or_else(inner)
    }

    /// The name of the first field: in our files an id, by which a person knows the group.
    fn first_field(&self) -> Option<Range<usize>> {
        match self.held.first() {
            Some((Name::Word(span), _)) => Some(span.clone()),
            _ => None,
        }
    }
}

/// Where the first value begins: behind `#![enable(…)]`.
pub(super) fn after_attributes(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut inside = false;
    for mark in scan::marks(text, 0) {
        match mark.kind {
            Kind::Odd('#') => inside = true,
            _ if !inside => return mark.span.start,
            Kind::Open(_) => depth += 1,
            Kind::Close(_) => {
                depth = depth.saturating_sub(1);
                inside = depth > 0;
            }
            _ => {}
        }
    }
    text.len()
}

fn value(marks: &mut Peekable<Marks<'_>>, depth: usize) -> Node {
    let mut node = Node::default();
    while let Some(mark) = marks.peek().cloned() {
        match mark.kind {
            Kind::Comma | Kind::Close(_) => break,
            Kind::Open(_) => {
                marks.next();
                if node.span.is_empty() {
                    node.span = mark.span;
                }
                node.held = if depth < DEPTH { group(marks, depth + 1) } else { Vec::new() };
                break;
            }
            _ => {
                marks.next();
                if node.span.is_empty() {
                    node.span = mark.span;
                }
            }
        }
    }
    node
}

/// What stands up to the closing bracket, which is taken too.
fn group(marks: &mut Peekable<Marks<'_>>, depth: usize) -> Vec<(Name, Node)> {
    let mut held = Vec::new();
    while let Some(mark) = marks.peek().cloned() {
        match mark.kind {
            Kind::Close(_) => {
                marks.next();
                break;
            }
            Kind::Comma => drop(marks.next()),
            _ => held.push(entry(marks, &mark, held.len(), depth)),
        }
    }
    held
}

/// `name: value`, or a value alone.
fn entry(marks: &mut Peekable<Marks<'_>>, first: &Mark, nth: usize, depth: usize) -> (Name, Node) {
    if !matches!(first.kind, Kind::Word | Kind::Text) {
        return (Name::Nth(nth), value(marks, depth));
    }
    marks.next();
    if marks.next_if(|mark| mark.kind == Kind::Colon).is_some() {
        return (Name::Word(first.span.clone()), value(marks, depth));
    }
    let rest = value(marks, depth);
    (Name::Nth(nth), Node { span: first.span.clone(), held: rest.held })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"#![enable(implicit_some)]
// (comment: [1, 2])
(
  title: "a, (b: 1)",
  period: (
    from: "x",
  ),
  sections: [
    (
      id: "1",
      lead: [
        "一。", /* ) */ "二。",
      ],
    ),
    (
      id: "2",
      kind: Meeting((
        id: "m",
      )),
    ),
  ],
  offices: {
    "tcj": (
      short: "投促局",
    ),
    "zjj": (),
  },
)
"#;

    fn seen(path: &Path) -> String {
        let span = Outline::of(TEXT).find(TEXT, path);
        let (line, column) = scan::position(TEXT, span.start);
        format!("{line}:{column} {}", &TEXT[span])
    }

    #[test]
    fn a_path_leads_to_its_value() {
        let top = Path::default();
        let second = top.field("sections").index(1);
        for (path, want) in [
            (top.field("title"), "4:10 \"a, (b: 1)\""),
            (top.field("period").field("from"), "6:11 \"x\""),
            (top.field("period"), "5:3 period"),
            (top.field("sections").index(0).field("lead").index(1), "12:23 \"二。\""),
            (second.field("id"), "16:11 \"2\""),
            (second.field("kind").field("id"), "18:13 \"m\""),
            (top.field("offices").key("tcj").field("short"), "24:14 \"投促局\""),
            (top.field("offices").key("tcj"), "23:5 \"tcj\""),
        ] {
            assert_eq!(seen(&path), want, "{path:?}");
        }
    }

    #[test]
    fn a_path_that_leads_nowhere_ends_at_the_last_group() {
        let top = Path::default();
        assert_eq!(seen(&top.field("sections").index(1).field("title")), "16:7 id");
        assert_eq!(seen(&top.field("period").field("to")), "6:5 from");
        assert_eq!(seen(&top.field("nothing")), "4:3 title");
        assert_eq!(seen(&top.field("sections").index(9)), "8:3 sections");
        assert_eq!(seen(&top.field("offices").key("zjj").field("short")), "26:12 (");
    }

    #[test]
    fn any_text_is_outlined() {
        for text in ["", "(", "[[[", "(a:", "{\"a\":", ")))", "#![", "#", &"[".repeat(100_000)] {
            let span = Outline::of(text).find(text, &Path::default().field("a").index(3));
            assert!(text.get(span).is_some(), "{text}");
        }
    }
}
