//! The names that stand before a number: A、B和C等5个项目.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::marks::Marks;
use super::phrase::{self, Left, Right};
use super::quantity::Quantity;
use super::reader::Reader;
use super::vocabulary::BUILDING;
use crate::report::unit::Measure;

impl Reader<'_> {
    /// The names that a list before the number gives.
    pub(crate) fn members(
        &self,
        quantity: &Quantity,
        left: &Left,
        right: &Right,
    ) -> Option<Vec<Range<usize>>> {
        let stretch = &self.text[left.noun.clone()];
        let among = stretch.strip_suffix('等');
        if right.noun.is_empty() || (among.is_none() && quantity.measure != Some(Measure::Things)) {
            return None;
        }
        if quantity.measure != Some(Measure::Things) {
            return Some(Vec::new());
        }
        let start = self.named_from(left);
        let end = left.noun.start + among.unwrap_or(stretch).len();
        let mut found = names(self.text, start..end, self.marks);
        if let Some(first) = found.first_mut() {
            *first = after_push(self.text, first.clone());
        }
        let whole = found.len() > 1 && quantity.value.value() == found.len().into();
        (whole || among.is_some()).then_some(found)
    }

    /// Where the first name of a list begins: behind its verb, unless the verb is a part of the name
    /// (组织实施新建铁路…).
    fn named_from(&self, left: &Left) -> usize {
        let named = left.noun.start > left.start + left.qualifier.len();
        let builds = BUILDING.opening(&self.text[left.noun.clone()]).is_some();
        if named && builds { left.noun.start } else { self.object(&left.noun).start }
    }
}

/// The names of a stretch, separated by 、 and, in its last item, by 和. A bracket or a quotation is
/// never cut.
pub(crate) fn names(text: &str, range: Range<usize>, marks: &Marks) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let mut start = range.start;
    for (at, c) in text[range.clone()].char_indices().map(|(at, c)| (range.start + at, c)) {
        if c == '、' && !marks.aside(at) {
            names.push(start..at);
            start = at + c.len_utf8();
        }
    }
    let last = start..range.end;
    match joined(text, last.clone(), marks) {
        Some((one, other)) => names.extend([one, other]),
        None => names.push(last),
    }
    names.into_iter().map(|name| trimmed(text, name)).filter(|name| !name.is_empty()).collect()
}

/// The two names of `A和B`, each of two characters at least.
fn joined(text: &str, range: Range<usize>, marks: &Marks) -> Option<(Range<usize>, Range<usize>)> {
    let stretch = &text[range.clone()];
    let (at, word) = ["以及", "和", "及"]
        .iter()
        .filter_map(|word| Some((stretch.rfind(word)?, *word)))
        .find(|(at, _)| !marks.aside(range.start + at))?;
    let one = range.start..range.start + at;
    let other = range.start + at + word.len()..range.end;
    let long = |name: &Range<usize>| text[name.clone()].trim().chars().nth(1).is_some();
    (long(&one) && long(&other)).then_some((one, other))
}

fn trimmed(text: &str, name: Range<usize>) -> Range<usize> {
    let stretch = &text[name.clone()];
    let kept = stretch.trim_start();
    let start = name.end - kept.len();
    start..start + kept.trim_end().len()
}

/// Where the first name begins when another phrase stands before it without a comma
/// (…发展加快机场二期扩建): behind its last verb of pushing.
fn after_push(text: &str, name: Range<usize>) -> Range<usize> {
    let stretch = &text[name.clone()];
    let pushes = ["加快", "推进", "推动", "实施"];
    let last = pushes.iter().filter_map(|word| Some(stretch.rfind(word)? + word.len())).max();
    match last {
        Some(at) if stretch[at..].chars().nth(1).is_some() => name.start + at..name.end,
        _ => name,
    }
}

/// Words that say which of two, and need the noun of the name behind them: 城镇、农村居民收入.
static KINDS: Lexicon = Lexicon::of(
    "城镇 农村 城市 国家级 省级 市级 县级 区级 中央 地方 进口 出口 公办 民办 男 女 国内 国外 境内 境外 入境 存款 贷款",
);

/// The names of 城镇、农村居民收入 in full: the first ones borrow what the last one counts.
pub(crate) fn in_full(text: &str, names: &[Range<usize>]) -> Vec<Vec<Range<usize>>> {
    let begins = |name: &Range<usize>| {
        let text = &text[name.clone()];
        KINDS.opening(text).map(str::len).or_else(|| phrase::verb(text).map(|(length, _)| length))
    };
    let tail = names.last().and_then(|last| Some(last.start + begins(last)?..last.end));
    let full = |(nth, name): (usize, &Range<usize>)| match &tail {
        Some(tail) if nth + 1 < names.len() && begins(name) == Some(name.len()) => {
            vec![name.clone(), tail.clone()]
        }
        _ => vec![name.clone()],
    };
    names.iter().enumerate().map(full).collect()
}
