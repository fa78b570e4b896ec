//! What a person calls one character, and the characters about which nobody has to ask.

use unicode_segmentation::UnicodeSegmentation as _;

/// The clusters of a text that take room.
pub(super) fn clusters(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut chars = rest.chars();
        let first = chars.next()?;
        let alone = sure(first).is_some() && chars.next().is_none_or(|next| sure(next).is_some());
        let length = if alone {
            first.len_utf8()
        } else {
            rest.graphemes(true).next().map_or(first.len_utf8(), str::len)
        };
        let (cluster, after) = rest.split_at(length);
        rest = after;
        Some(cluster)
    })
}

/// The columns of a character that is a cluster by itself and about whose width no table and no
/// terminal differs: printable ASCII, Han, kana and full-width marks. Nearly every character of a
/// screen is one, and asking Unicode's tables for each costs more than drawing it.
pub(super) fn sure(c: char) -> Option<usize> {
    match c {
        ' '..='~' => Some(1),
        '\u{3001}'..='\u{3029}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30a1}'..='\u{30fa}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{ff01}'..='\u{ff60}' => Some(2),
        _ => None,
    }
}

/// The only character of a cluster.
pub(super) fn only(cluster: &str) -> Option<char> {
    let mut chars = cluster.chars();
    chars.next().filter(|_| chars.next().is_none())
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr as _;

    use super::*;

    #[test]
    fn nobody_doubts_what_is_sure() {
        for c in '\0'..=char::MAX {
            let Some(columns) = sure(c) else { continue };
            let text = c.to_string();
            assert_eq!((text.width(), text.width_cjk()), (columns, columns), "{c}");
            for other in ['a', '定', '，', '\u{3042}'] {
                let pair = String::from_iter([c, other]);
                assert_eq!(pair.graphemes(true).count(), 2, "{pair}");
            }
        }
    }

    #[test]
    fn clusters_are_those_of_unicode() {
        for text in
            ["e\u{301}a", "招\u{fe00}商", "“一”1\u{20e3}", "👨‍👩‍👧 家", "か\u{3099}", "각\u{11a8}"]
        {
            let whole: Vec<&str> = text.graphemes(true).collect();
            assert_eq!(clusters(text).collect::<Vec<_>>(), whole, "{text}");
        }
    }
}
