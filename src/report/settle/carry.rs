//! What was settled in a report, said again of that report amended.

use super::{Settling, Stretch};

/// How many characters before and behind may tell a stretch from others that read the same: many
/// first, and then of one side only, since the other may be what was amended.
const AROUND: [(usize, usize); 6] = [(24, 24), (12, 12), (6, 6), (12, 0), (0, 12), (0, 0)];

/// The settlings with their characters where the new text has them; those whose words it has no
/// more, or in several places alike, are left out.
pub fn carried(settlings: &[Settling], old: &str, new: &str) -> Vec<Settling> {
    let moved = settlings.iter().filter_map(|settling| {
        let mut settling = settling.clone();
        let at = settling.at_mut();
        *at = found(at, old, new)?;
        Some(settling)
    });
    moved.collect()
}

fn found(at: &Stretch, old: &str, new: &str) -> Option<Stretch> {
    let here = at.within(old)?;
    AROUND.iter().find_map(|(ahead, behind)| {
        let before = old.get(..here.start)?.char_indices().rev().take(*ahead).last();
        let from = before.map_or(here.start, |(from, _)| from);
        let rest = old.get(here.end..)?;
        let to = here.end + rest.char_indices().nth(*behind).map_or(rest.len(), |(to, _)| to);
        let words = old.get(from..to)?;
        let mut places = new.match_indices(words);
        let (place, _) = places.next().filter(|_| !words.is_empty() && places.next().is_none())?;
        let start = place + (here.start - from);
        Some(Stretch::of(new, start..start + here.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_once_is_found_and_nothing_is_guessed() {
        let old = "新建学校3所。新建医院3所。培育企业5户。";
        let new = "先说一句。新建学校3所。新建医院3所。培育企业6户。";
        let check = |words: &str, nth: usize, moved: Option<usize>| {
            let (from, _) = old.match_indices(words).nth(nth).unwrap();
            let seen = Settling::Seen { at: Stretch::of(old, from..from + words.len()) };
            let wanted = moved.and_then(|nth| new.match_indices(words).nth(nth));
            let wanted = wanted.map(|(from, _)| Stretch::of(new, from..from + words.len()));
            let all: Vec<_> = wanted.map(|at| Settling::Seen { at }).into_iter().collect();
            assert_eq!(carried(&[seen], old, new), all, "{words}");
        };
        check("3所", 1, Some(1));
        check("新建学校", 0, Some(0));
        check("5户", 0, None);
    }
}
