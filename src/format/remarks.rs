//! Comments of people in a file that is written anew: where they stood, and where they stand then.
//!
//! A comment belongs to what it stands beside or above: a field, or a row by its id. It comes back
//! there whatever moved around it; one whose row is gone is given back to be told of.

use std::collections::BTreeMap;
use std::ops::Range;

use super::locate::after_attributes;
use super::scan::{self, Kind, Mark};

/// A comment of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Its first line, from 1.
    pub line: usize,
    /// As it is written, marks included.
    pub words: String,
    /// What it belongs to.
    at: Anchor,
    /// The field that stands next below, should the one that it belongs to be left unwritten.
    next: Option<String>,
}

/// What a comment belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Anchor {
    /// The whole file.
    Top,
    /// It stands above a field or a row.
    Above(String),
    /// It stands behind one, on its line.
    Beside(String),
    /// It stands behind the bracket that closes one.
    Behind(String),
    /// It is the last thing within one.
    Within(String),
}

/// Every comment of a file, in order.
pub fn remarks(text: &str) -> Vec<Remark> {
    let places = Places::of(text);
    let mut found = Vec::new();
    for gap in places.gaps(text.len()) {
        for comment in comments(text, gap) {
            let words = text.get(comment.clone()).unwrap_or_default().trim_end().to_owned();
            let (line, _) = scan::position(text, comment.start);
            let at = places.anchor(text, comment.start);
            let next = places.next_field(&at);
            found.push(Remark { line, words, at, next });
        }
    }
    found
}

/// A file with comments put where they belong, and those for which there is no place in it.
pub fn carried<'a>(remarks: &'a [Remark], text: &str) -> (String, Vec<&'a Remark>) {
    let places = Places::of(text);
    let mut lost = Vec::new();
    let mut put: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for remark in remarks {
        let Some((at, words)) = places.place(text, remark) else {
            lost.push(remark);
            continue;
        };
        put.entry(at).or_default().push(words);
    }
    let mut out = String::with_capacity(text.len() + 64 * remarks.len());
    let mut from = 0;
    for (at, words) in put {
        out.push_str(text.get(from..at).unwrap_or_default());
        out.extend(words);
        from = at;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    (out, lost)
}

/// The comments in a stretch that holds nothing else but white space.
fn comments(text: &str, gap: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = gap.start;
    while let Some(rest) = text.get(at..gap.end).filter(|rest| !rest.is_empty()) {
        let Some(start) = rest.find('/') else { break };
        let comment = rest.get(start..).unwrap_or_default();
        let length = if comment.starts_with("//") {
            comment.find('\n').unwrap_or(comment.len())
        } else {
            // What is not closed reaches to the end.
            closed(comment).unwrap_or(comment.len())
        };
        found.push(at + start..at + start + length);
        at += start + length.max(1);
    }
    found
}

/// How long a block comment is; they nest.
fn closed(comment: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    loop {
        let rest = comment.get(at..)?;
        if rest.starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if rest.starts_with("*/") {
            (depth, at) = (depth.checked_sub(1)?, at + 2);
            if depth == 0 {
                return Some(at);
            }
        } else {
            at += rest.chars().next()?.len_utf8();
        }
    }
}

/// A field or a row and the bytes that it takes.
#[derive(Clone, Debug)]
struct Item {
    path: String,
    span: Range<usize>,
}

/// Where everything stands in a file.
struct Places {
    marks: Vec<Mark>,
    /// In the order in which they begin.
    items: Vec<Item>,
}

/// A group that is open while a file is gone through.
struct Group {
    path: String,
    listed: usize,
    /// The item whose value is being read.
    item: Option<usize>,
}

impl Places {
    fn of(text: &str) -> Self {
        let marks: Vec<Mark> = scan::marks(text, after_attributes(text)).collect();
        let mut items: Vec<Item> = Vec::new();
        let mut open: Vec<Group> = Vec::new();
        for (at, mark) in marks.iter().enumerate() {
            let named = marks.get(at + 1).is_some_and(|next| next.kind == Kind::Colon);
            match &mark.kind {
                Kind::Comma => close_item(&mut items, &mut open, mark.span.start),
                Kind::Close(_) => {
                    close_item(&mut items, &mut open, mark.span.start);
                    open.pop();
                }
                Kind::Colon => {}
                kind => {
                    let Some(group) = open.last_mut() else {
                        open.push(Group { path: String::new(), listed: 0, item: None });
                        continue;
                    };
                    if group.item.is_none() {
                        let name = name(text, &marks, at, named, group.listed);
                        group.listed += 1;
                        let path = format!("{}/{name}", group.path);
                        group.item = Some(items.len());
                        items.push(Item { path, span: mark.span.clone() });
                    }
                    if let (Kind::Open(_), Some(item)) = (kind, group.item) {
                        let path = items.get(item).map_or_else(String::new, |it| it.path.clone());
                        open.push(Group { path, listed: 0, item: None });
                    }
                }
            }
        }
        Self { marks, items }
    }

    /// What lies between the marks.
    fn gaps(&self, to: usize) -> impl Iterator<Item = Range<usize>> {
        let starts = std::iter::once(0).chain(self.marks.iter().map(|mark| mark.span.end));
        let ends = self.marks.iter().map(|mark| mark.span.start).chain([to]);
        starts.zip(ends).filter(|(from, to)| from < to).map(|(from, to)| from..to)
    }

    fn anchor(&self, text: &str, at: usize) -> Anchor {
        let line = line_start(text, at);
        let before = self.items.iter().rev();
        let within = |item: &&Item| item.span.start < at && at <= item.span.end;
        let last = self.marks.iter().rev().find(|mark| mark.span.end <= at);
        let Some(last) = last else { return Anchor::Top };
        if last.span.start >= line {
            let begun = before.clone().find(|item| (line..at).contains(&item.span.start));
            let closed = before.clone().find(|item| (line..=at).contains(&item.span.end));
            return match (begun, closed) {
                (Some(item), _) => Anchor::Beside(item.path.clone()),
                (None, Some(item)) => Anchor::Behind(item.path.clone()),
                (None, None) => Anchor::Top,
            };
        }
        let next = self.marks.iter().find(|mark| mark.span.start >= at);
        let begins = |item: &&Item| next.is_some_and(|next| next.span.start == item.span.start);
        let above = self.items.iter().find(begins);
        match above {
            Some(item) => Anchor::Above(item.path.clone()),
            None => before
                .filter(within)
                .min_by_key(|item| item.span.len())
                .map_or(Anchor::Top, |item| Anchor::Within(item.path.clone())),
        }
    }

    /// The field behind the one that a comment stands above; a row has no twin.
    fn next_field(&self, at: &Anchor) -> Option<String> {
        let Anchor::Above(path) = at else { return None };
        let (group, name) = path.rsplit_once('/')?;
        let at = self.items.iter().position(|item| item.path == *path)?;
        let beside = |item: &&Item| {
            item.path.rsplit_once('/').is_some_and(|(of, name)| of == group && !is_row(name))
        };
        let next = self.items.iter().skip(at + 1).find(beside).filter(|_| !is_row(name));
        next.map(|item| item.path.clone())
    }

    /// Where a comment is to stand, and how it is written there.
    fn place(&self, text: &str, remark: &Remark) -> Option<(usize, String)> {
        let find = |path: &String| self.items.iter().find(|item| item.path == *path);
        let alone = |at: usize, deeper: usize| {
            let line = line_start(text, at);
            let rest = text.get(line..).unwrap_or_default();
            let indent = rest.len() - rest.trim_start_matches(' ').len() + deeper;
            (line, format!("{:indent$}{}\n", "", remark.words))
        };
        let beside = |at: usize| {
            let rest = text.get(at..).unwrap_or_default();
            let end = at + rest.find('\n').unwrap_or(rest.len());
            if comment_behind(text, &self.marks, end) {
                alone(at, 0)
            } else {
                (end, format!(" {}", remark.words))
            }
        };
        match &remark.at {
            Anchor::Top => {
                let first = self.marks.first().map_or(text.len(), |mark| mark.span.start);
                Some(alone(first, 0))
            }
            Anchor::Above(path) => {
                let next = || remark.next.as_ref().and_then(find);
                find(path).or_else(next).map(|item| alone(item.span.start, 0))
            }
            Anchor::Beside(path) => find(path).map(|item| beside(item.span.start)),
            Anchor::Behind(path) => find(path).map(|item| beside(item.span.end.saturating_sub(1))),
            Anchor::Within(path) => {
                find(path).map(|item| alone(item.span.end.saturating_sub(1), 2))
            }
        }
    }
}

fn is_row(name: &str) -> bool {
    name.starts_with('#')
}

/// Whether a line ends in a comment: no mark reaches to its end.
fn comment_behind(text: &str, marks: &[Mark], end: usize) -> bool {
    let last = marks.iter().rev().find(|mark| mark.span.end <= end).map_or(0, |mark| mark.span.end);
    text.get(last..end).is_some_and(|rest| rest.contains('/'))
}

fn close_item(items: &mut [Item], open: &mut [Group], at: usize) {
    let item = open.last_mut().and_then(|group| group.item.take());
    if let Some(item) = item.and_then(|item| items.get_mut(item)) {
        item.span.end = at.max(item.span.end);
    }
}

/// What an item is called within its group: its field or key, the id of a row, or its number.
fn name(text: &str, marks: &[Mark], at: usize, named: bool, nth: usize) -> String {
    let words = |at: usize| marks.get(at).and_then(|mark| text.get(mark.span.clone()));
    if named {
        return words(at).unwrap_or_default().to_owned();
    }
    let id = words(at + 1) == Some("id") && words(at + 2) == Some(":");
    match words(at + 3).filter(|_| id) {
        Some(id) => format!("#{id}"),
        None => nth.to_string(),
    }
}

fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "#![enable(implicit_some)]\n// 由张处核过\n(\n  format: 1, // 版本\n  sections: [\n    // 二方面先议\n    (\n      id: \"2\",\n      title: \"民生 // 不是注释\", // 简称民生\n      tasks: [\n        (id: \"2.1\", title: \"办学\"),\n        // 还有一项待定\n      ],\n    ), // 二完\n    (\n      id: \"9\",\n      title: \"撤销的\", // 明年再说\n    ),\n  ],\n)\n";

    #[test]
    fn comments_come_back_to_their_rows() {
        let new = "#![enable(implicit_some)]\n(\n  format: 1,\n  sections: [\n    (\n      id: \"1\",\n      title: \"产业\",\n    ),\n    (\n      id: \"2\",\n      title: \"民生\", // 第3行\n      tasks: [\n        (\n          id: \"2.1\",\n        ),\n      ],\n    ),\n  ],\n)\n";
        let all = remarks(OLD);
        let words: Vec<&str> = all.iter().map(|remark| remark.words.as_str()).collect();
        assert_eq!(
            words,
            [
                "// 由张处核过",
                "// 版本",
                "// 二方面先议",
                "// 简称民生",
                "// 还有一项待定",
                "// 二完",
                "// 明年再说"
            ]
        );
        let (text, lost) = carried(&all, new);
        assert_eq!(lost.iter().map(|remark| remark.line).collect::<Vec<_>>(), [17]);
        assert_eq!(
            text,
            "#![enable(implicit_some)]\n// 由张处核过\n(\n  format: 1, // 版本\n  sections: [\n    (\n      id: \"1\",\n      title: \"产业\",\n    ),\n    // 二方面先议\n    (\n      id: \"2\",\n      // 简称民生\n      title: \"民生\", // 第3行\n      tasks: [\n        (\n          id: \"2.1\",\n        ),\n        // 还有一项待定\n      ],\n    ), // 二完\n  ],\n)\n"
        );
    }

    #[test]
    fn a_comment_above_a_field_that_is_left_unwritten_stands_above_the_next() {
        let old = remarks("(\n  a: 1,\n  // 规则\n  b: 2,\n  c: 3,\n)\n");
        let (text, lost) = carried(&old, "(\n  a: 1,\n  c: 3,\n)\n");
        assert_eq!((text.as_str(), lost.len()), ("(\n  a: 1,\n  // 规则\n  c: 3,\n)\n", 0));
    }

    #[test]
    fn a_file_without_comments_is_left_as_it_is() {
        let none = remarks("(a: 1)");
        let (text, lost) = carried(&none, OLD);
        assert_eq!((text.as_str(), lost.len()), (OLD, 0));
        assert_eq!(remarks("/* a /* b */ */ (a: 1)").len(), 1);
    }
}
