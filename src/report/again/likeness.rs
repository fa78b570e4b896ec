//! Which row of one report is which row of another, by its words.

use std::collections::{BTreeMap, VecDeque};

/// How much of two rows must be the same for the one to be the other, amended: half, in thousandths.
const ALIKE: usize = 500;

/// For each of the old rows the new one that it became, each new row once at most: equal words first,
/// in order, then whichever two are most alike.
pub(super) fn pairs(old: &[&str], new: &[&str]) -> Vec<Option<usize>> {
    let mut equal: BTreeMap<&str, VecDeque<usize>> = BTreeMap::new();
    for (at, words) in new.iter().enumerate() {
        equal.entry(words).or_default().push_back(at);
    }
    let mut became: Vec<Option<usize>> =
        old.iter().map(|words| equal.get_mut(words).and_then(VecDeque::pop_front)).collect();
    let mut left: BTreeMap<usize, Vec<Pair>> =
        equal.into_values().flatten().map(|at| (at, bigrams(new.get(at).unwrap_or(&"")))).collect();
    let mut alike = Vec::new();
    for (at, words) in old.iter().enumerate().filter(|(at, _)| became.get(*at) == Some(&None)) {
        let own = bigrams(words);
        let near = left.iter().map(|(to, other)| (likeness(&own, other), at, *to));
        alike.extend(near.filter(|(likeness, ..)| *likeness >= ALIKE));
    }
    alike.sort_by_key(|(likeness, from, to)| (usize::MAX - likeness, from.abs_diff(*to), *from));
    for (_, from, to) in alike {
        if let Some(free @ None) = became.get_mut(from)
            && left.remove(&to).is_some()
        {
            *free = Some(to);
        }
    }
    became
}

/// How much of two rows must be the same for the one to be the other elsewhere in the plan.
const SAME: usize = 750;

/// Whether two texts are surely the same row, wherever it stands.
pub(super) fn same(one: &str, other: &str) -> bool {
    one == other || likeness(&bigrams(one), &bigrams(other)) >= SAME
}

/// Two characters that stand together.
type Pair = (char, char);

/// The pairs of a text, sorted. All numbers count as one: a target that was raised is still itself.
fn bigrams(words: &str) -> Vec<Pair> {
    let mut letters: Vec<char> = Vec::new();
    let seen = words.chars().filter(|c| !c.is_whitespace());
    for letter in seen.map(|c| if c.is_numeric() { '0' } else { c }) {
        if letter != '0' || letters.last() != Some(&'0') {
            letters.push(letter);
        }
    }
    let mut pairs: Vec<Pair> =
        letters.iter().copied().zip(letters.iter().copied().skip(1)).collect();
    pairs.sort_unstable();
    pairs
}

/// The share of the pairs that two texts have in common, in thousandths.
fn likeness(one: &[Pair], other: &[Pair]) -> usize {
    let all = one.len() + other.len();
    let (mut one, mut other) = (one.iter().peekable(), other.iter().peekable());
    let mut common = 0_usize;
    while let (Some(here), Some(there)) = (one.peek(), other.peek()) {
        let order = here.cmp(there);
        if order.is_eq() {
            common += 1;
        }
        if order.is_le() {
            one.next();
        }
        if order.is_ge() {
            other.next();
        }
    }
    (common * 2000).checked_div(all).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(old: &[&str], new: &[&str], became: &[Option<usize>]) {
        assert_eq!(pairs(old, new), became, "{old:?} {new:?}");
    }

    #[test]
    fn rows_are_known_by_their_words() {
        check(&["甲乙丙", "丁戊己"], &["丁戊己", "甲乙丙"], &[Some(1), Some(0)]);
        check(&["同", "同"], &["同", "同"], &[Some(0), Some(1)]);
        check(&["新建学校3所"], &["培育企业5户", "新建学校12所"], &[Some(1)]);
        check(&["狠抓项目建设"], &["深化改革开放"], &[None]);
        check(&["", "甲"], &["乙"], &[None, None]);
    }

    #[test]
    fn the_most_alike_go_together() {
        let old = ["新建社区养老服务站", "新建社区养老服务中心"];
        check(&old, &["新建社区养老服务中心二期", "新建社区养老服务站点"], &[Some(1), Some(0)]);
    }
}
