//! How wide a text stands on the screen, and how it is cut, padded and broken into lines.
//!
//! Lines break as Chinese is set: never a closing mark at the start of a line, never an opening one
//! at its end. Nothing here ever splits a cluster of characters or returns a line that is too wide.

use std::ops::Range;

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::cluster::{clusters, only, sure};
use super::printable::clings;
use super::shown::Shown;
use crate::app::sight::Ambiguous;

/// What stands where a text was cut. Two plain dots: `…` is one or two columns wide.
const CUT: &str = "..";

/// Measures text in columns, for one terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ruler {
    ambiguous: Ambiguous,
}

impl Ruler {
    /// A ruler for a terminal that draws ambiguous characters so.
    pub fn new(ambiguous: Ambiguous) -> Self {
        Self { ambiguous }
    }

    /// The columns of a text.
    pub fn columns(self, text: &str) -> usize {
        if is_plain(text) {
            return text.len();
        }
        clusters(text).map(|cluster| self.cluster(cluster)).sum()
    }

    /// Whether this ruler and Unicode's narrow table may disagree about a cluster.
    pub(super) fn doubts(self, cluster: &str) -> bool {
        self.ambiguous == Ambiguous::Wide && settled(cluster).is_none()
    }

    /// The columns of one cluster of characters (what a person calls one character).
    pub fn cluster(self, cluster: &str) -> usize {
        if let Some(columns) = settled(cluster) {
            return columns;
        }
        match self.ambiguous {
            Ambiguous::Narrow => cluster.width(),
            Ambiguous::Wide => cluster.width_cjk(),
        }
    }

    /// The text itself if it fits into `columns`, else its beginning and `..`.
    pub fn cut<'a>(self, text: &'a Shown<'_>, columns: usize) -> Shown<'a> {
        if self.columns(text.as_str()) <= columns {
            return text.into();
        }
        let room = columns.saturating_sub(CUT.len());
        let kept = text.part(0..self.fitting(text.as_str(), room));
        kept.then(&Shown::new(&CUT[..columns.min(CUT.len())]))
    }

    /// The text in exactly `columns`: cut, or spaces behind it.
    pub fn pad(self, text: &Shown<'_>, columns: usize) -> Shown<'static> {
        let cut = self.cut(text, columns);
        let missing = columns.saturating_sub(self.columns(cut.as_str()));
        cut.then(&Shown::new(" ".repeat(missing)))
    }

    /// The text in exactly `columns`, spaces before it: numbers stand so.
    pub fn pad_left(self, text: &Shown<'_>, columns: usize) -> Shown<'static> {
        let cut = self.cut(text, columns);
        let missing = columns.saturating_sub(self.columns(cut.as_str()));
        Shown::new(" ".repeat(missing)).then(&cut)
    }

    /// The text in lines of at most `columns`. No text gives one empty line; no room gives none.
    pub fn wrap<'a>(self, text: &'a Shown<'_>, columns: usize) -> Vec<Shown<'a>> {
        self.breaks(text.as_str(), columns).into_iter().map(|line| text.part(line)).collect()
    }

    /// The bytes of each line, spaces at a line's end left out: for text in several styles.
    pub fn breaks(self, text: &str, columns: usize) -> Vec<Range<usize>> {
        if columns == 0 {
            return Vec::new();
        }
        let mut lines = Vec::new();
        let mut start = 0;
        while start < text.len() {
            let end = self.line_end(text, start, columns);
            let line = text[start..end].trim_end_matches(' ');
            lines.push(start..start + line.len());
            start = end;
        }
        if lines.is_empty() {
            lines.push(0..0);
        }
        lines
    }

    /// Where the line that starts at `start` ends, its trailing spaces included.
    fn line_end(self, text: &str, start: usize, columns: usize) -> usize {
        let rest = &text[start..];
        let fits = self.fitting(rest, columns);
        if fits == rest.len() {
            return text.len();
        }
        // Spaces hang over the edge, so a word that fills the line to its end still fits.
        let hanging = fits + rest[fits..].len() - rest[fits..].trim_start_matches(' ').len();
        if hanging == rest.len() {
            return text.len();
        }
        let reach = reach_of(rest, hanging);
        start + last_opportunity(&rest[..reach], hanging).unwrap_or_else(|| forced_end(rest, fits))
    }

    /// How many bytes of the text fit into `columns`, whole clusters only.
    fn fitting(self, text: &str, columns: usize) -> usize {
        let (mut used, mut at) = (0, 0);
        for cluster in clusters(text) {
            used += self.cluster(cluster);
            if used > columns {
                return at;
            }
            at += cluster.len();
        }
        text.len()
    }
}

/// The columns of a cluster on which all terminals agree; nothing for any other.
pub fn settled(cluster: &str) -> Option<usize> {
    only(cluster).and_then(sure)
}

fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, 0x20..=0x7e))
}

/// How far to look for places to break: a little beyond the line, since a rule may look ahead.
fn reach_of(text: &str, at: usize) -> usize {
    text[at..].char_indices().nth(2).map_or(text.len(), |(ahead, _)| at + ahead)
}

/// Where to break what has no place to break: the last border that separates no mark from its
/// word, or if there is none, after as much as fits, and after one cluster at least.
fn forced_end(text: &str, fits: usize) -> usize {
    let first = clusters(text).next().map_or(text.len(), str::len);
    let borders = text.grapheme_indices(true).map(|(at, _)| at);
    borders
        .take_while(|&at| at <= fits)
        .filter(|&at| at > 0 && may_break(text, at))
        .last()
        .unwrap_or_else(|| fits.max(first))
}

/// The last place, up to `upto`, at which a line may end.
fn last_opportunity(text: &str, upto: usize) -> Option<usize> {
    let inside = |at: &usize| (1..=upto).contains(at) && *at < text.len();
    let unicode = linebreaks(text)
        .filter(|(_, kind)| *kind == BreakOpportunity::Allowed)
        .map(|(at, _)| at)
        .filter(|at| inside(at) && may_break(text, *at));
    let quotes = text.char_indices().map(|(at, _)| at);
    let mut quotes = quotes.filter(|at| inside(at) && beside_quote(text, *at));
    unicode.last().max(quotes.next_back())
}

/// Unicode 15 glues “ and ” to both neighbours, for it does not know which one opens. Between Han
/// we do: a line may break before “ and after ”.
fn beside_quote(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text[..at].chars().next_back(), text[at..].chars().next())
    else {
        return false;
    };
    let quoted = (is_opening_quote(after) && is_wide(before))
        || (is_closing_quote(before) && is_wide(after));
    quoted && may_break(text, at)
}

/// Whether no mark would stand on the wrong side of a break here. What clings to its neighbour is such a
/// mark, also where the table of breaks is older than the character.
fn may_break(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(' ').chars().next_back();
    let after = text[at..].chars().next();
    !before.is_some_and(opens) && !after.is_some_and(|c| closes(c) || clings(c))
}

fn is_opening_quote(c: char) -> bool {
    matches!(c, '“' | '‘')
}

fn is_closing_quote(c: char) -> bool {
    matches!(c, '”' | '’')
}

fn is_wide(c: char) -> bool {
    c.width() == Some(2)
}

/// Marks that must never end a line.
fn opens(c: char) -> bool {
    matches!(
        c,
        '（' | '“'
            | '‘'
            | '《'
            | '〈'
            | '「'
            | '『'
            | '【'
            | '〔'
            | '〖'
            | '［'
            | '｛'
            | '('
            | '['
            | '{'
    )
}

/// Marks that must never start a line.
fn closes(c: char) -> bool {
    matches!(
        c,
        '。' | '，'
            | '、'
            | '；'
            | '：'
            | '？'
            | '！'
            | '）'
            | '”'
            | '’'
            | '》'
            | '〉'
            | '」'
            | '』'
            | '】'
            | '〕'
            | '〗'
            | '］'
            | '｝'
            | '％'
            | '…'
            | '·'
            | ','
            | '.'
            | ';'
            | ':'
            | '?'
            | '!'
            | ')'
            | ']'
            | '}'
            | '%'
    )
}

#[cfg(test)]
mod tests;
