//! Words that say how a value is meant: 不低于 before the number, 以上 behind it.

use crate::plan::Comparator::{self, About, AtLeast, AtMost, Exactly, MoreThan};

/// Before the number; the longest that fits is meant.
const BEFORE: &[(&str, Comparator)] = &[
    ("不低于", AtLeast),
    ("不少于", AtLeast),
    ("不小于", AtLeast),
    ("不得低于", AtLeast),
    ("不得少于", AtLeast),
    ("至少", AtLeast),
    ("最少", AtLeast),
    ("不超过", AtMost),
    ("不得超过", AtMost),
    ("不高于", AtMost),
    ("不多于", AtMost),
    ("不大于", AtMost),
    ("不突破", AtMost),
    ("控制在", AtMost),
    ("控制到", AtMost),
    ("低于", AtMost),
    ("少于", AtMost),
    ("小于", AtMost),
    ("超过", MoreThan),
    ("突破", MoreThan),
    ("超", MoreThan),
    ("逾", MoreThan),
    ("高于", MoreThan),
    ("多于", MoreThan),
    ("大于", MoreThan),
    ("接近", About),
    ("将近", About),
    ("大约", About),
    ("约为", About),
    ("近", About),
    ("约", About),
];

/// Behind the unit.
const AFTER: &[(&str, Comparator)] = &[
    ("及以上", AtLeast),
    ("以上", AtLeast),
    ("之上", AtLeast),
    ("及以下", AtMost),
    ("以下", AtMost),
    ("以内", AtMost),
    ("之内", AtMost),
    ("左右", About),
    ("上下", About),
];

/// Characters that make another word of 约, 近 and 超: 节约, 附近, 赶超.
const OTHER_WORDS: &[(&str, &str)] =
    &[("约", "节制签预条特合公履违大集"), ("近", "最附临靠远邻"), ("超", "赶反商高中")];

/// The comparator word that ends at a place, and where it begins.
pub(crate) fn before(text: &str, at: usize) -> Option<(usize, Comparator)> {
    let head = text[..at].trim_end();
    let fits = BEFORE.iter().filter(|(word, _)| head.ends_with(word));
    let (word, comparator) = fits.max_by_key(|(word, _)| word.len())?;
    let start = head.len() - word.len();
    let previous = text[..start].chars().next_back();
    let others = OTHER_WORDS.iter().find(|(other, _)| other == word);
    let other = others.zip(previous).is_some_and(|((_, heads), c)| heads.contains(c));
    (!other).then_some((start, *comparator))
}

/// The comparator word that begins at a place, and where it ends.
pub(crate) fn after(text: &str, at: usize) -> Option<(usize, Comparator)> {
    let blank = text.len() - text[at..].trim_start().len();
    let (word, comparator) = AFTER.iter().find(|(word, _)| text[blank..].starts_with(word))?;
    Some((blank + word.len(), *comparator))
}

/// What two words say together: the one behind the number is nearer to what is meant
/// (控制在3%左右), but 超过…以上 stays 超过.
pub(crate) fn joined(before: Option<Comparator>, after: Option<Comparator>) -> Comparator {
    match (before, after) {
        (Some(MoreThan), Some(AtLeast)) => MoreThan,
        (_, Some(after)) => after,
        (before, None) => before.unwrap_or(Exactly),
    }
}
