//! Whom a name means, and who is offered while it is being typed.
//!
//! Digits stay the same for the whole meeting; only what letters match is ranked: this row's offices
//! first, then this meeting's, then all, each in protocol order.

use std::ops::Range;

use super::names::Called;
use super::{Context, decision, ends_value, is_sigil};
use crate::app::key::twin;
use crate::app::pinyin::{Letters, is_in_letters};
use crate::app::script::simplified;
use crate::plan::Party;

/// Who may be meant by what stands before the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidates {
    /// The bytes of the line that a choice replaces: what was typed behind the sigil.
    pub at: Range<usize>,
    /// `+`, not `@`.
    pub support: bool,
    /// Best first; as the digits go when nothing is typed yet.
    pub list: Vec<Candidate>,
}

/// One office that may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The digit that picks it in this meeting.
    pub digit: Option<usize>,
    /// The office.
    pub party: Party,
}

/// Who is offered at a cursor (a byte of the line) behind `@` or `+`, or behind `lead:` and `support:`;
/// none when it stands elsewhere.
pub fn candidates(line: &str, cursor: usize, context: &Context) -> Option<Candidates> {
    let before = line.get(..cursor)?;
    behind_sigil(before, context).or_else(|| behind_label(before, context))
}

/// Behind `lead:` or `support:`, up to the next mark; a name that is whole already is not offered.
fn behind_label(before: &str, context: &Context) -> Option<Candidates> {
    const LABELS: [(&str, bool); 4] =
        [("lead:", false), ("lead：", false), ("support:", true), ("support：", true)];
    let small = before.to_ascii_lowercase();
    let ends = |label: &str| {
        let starts = small
            .match_indices(label)
            .filter(|(at, _)| !small[..*at].ends_with(|c: char| c.is_ascii_alphanumeric()));
        starts.last().map(|(at, label)| at + label.len())
    };
    let found = LABELS.iter().filter_map(|(label, support)| Some((ends(label)?, *support)));
    let (from, support) = found.max_by_key(|(end, _)| *end)?;
    let value = &before[from..];
    if value.contains([';', '；', '。']) {
        return None;
    }
    let last = value.rsplit([',', '，', '、']).next().unwrap_or_default().trim_start();
    let list = offered(last, context);
    let whole = context.names.spelt(last).is_some() || context.names.exact(last).is_some();
    let at = before.len() - last.len()..before.len();
    (!whole && !list.is_empty()).then_some(Candidates { at, support, list })
}

fn behind_sigil(before: &str, context: &Context) -> Option<Candidates> {
    let cursor = before.len();
    let typed_at = before
        .char_indices()
        .rev()
        .find(|(_, c)| c.is_whitespace() || is_sigil(*c) || ends_value(*c))?;
    let (at, mark) = (typed_at.0, typed_at.1);
    let sigil = twin(mark);
    let starts = sigil == '@' || sigil == '+';
    let own = before[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || is_value(c));
    if !starts || !own {
        return None;
    }
    let at = at + mark.len_utf8()..cursor;
    let list = offered(&before[at.clone()], context);
    Some(Candidates { at, support: sigil == '+', list })
}

/// Whether a character may end the value of a sigil that stands before another one.
fn is_value(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '）' | ')')
}

fn offered(typed: &str, context: &Context) -> Vec<Candidate> {
    let parties: Vec<Party> = match typed.chars().next() {
        None => context.picks.iter().take(9).cloned().collect(),
        Some(_) => ranked(typed, context).into_iter().map(|(_, party)| party.clone()).collect(),
    };
    let digit = |party: &Party| context.picks.iter().take(9).position(|pick| pick == party);
    let candidate = |party: Party| Candidate { digit: digit(&party).map(|nth| nth + 1), party };
    parties.into_iter().map(candidate).collect()
}

/// Whom a whole word behind a sigil means: a name of the roster, the best that its letters match, or a
/// body outside the roster. None when it is no name at all.
pub(super) fn meant(word: &str, context: &Context) -> Option<Vec<Party>> {
    if let Some(parties) = context.names.exact(word) {
        return Some(parties.to_vec());
    }
    // 衛健局 is 卫健局, whichever the input method writes.
    let folded = simplified(word);
    if let Some(parties) = folded.as_deref().and_then(|word| context.names.exact(word)) {
        return Some(parties.to_vec());
    }
    let matches = ranked(word, context);
    let by_letters = is_in_letters(word);
    // Han that begins several names is a name still being typed, and is not guessed.
    let sure = if by_letters { !matches.is_empty() } else { matches.len() == 1 };
    match matches.first().filter(|_| sure) {
        Some((_, party)) => Some(vec![(*party).clone()]),
        None => is_name(word).then(|| vec![Party::Outside(word.to_owned())]),
    }
}

/// A body that the roster does not know is still a name: not a number, not a whole sentence.
fn is_name(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.count() < LONGEST_NAME
}

/// 北京市道路桥梁工程建设有限责任公司 has 18.
const LONGEST_NAME: usize = 24;

/// How well letters match, and how near the office is to what is being written; less is better.
type Rank = (Fit, Near);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Whole,
    Beginning,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Near {
    Row,
    Meeting,
    Roster,
}

fn ranked<'a>(typed: &str, context: &Context<'a>) -> Vec<(Rank, &'a Party)> {
    let Some(letters) = context.names.pinyin().letters(typed) else { return Vec::new() };
    let row = decision::people_of(context.binding, context);
    let rank = |office: &'a Called| {
        let fit = fit(&letters, office)?;
        let near = match &office.party {
            party if row.contains(party) => Near::Row,
            party if context.picks.contains(party) => Near::Meeting,
            _ => Near::Roster,
        };
        Some(((fit, near), &office.party))
    };
    let names: &'a super::Names = context.names;
    let mut ranked: Vec<_> = names.known().iter().filter_map(rank).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked
}

fn fit(letters: &Letters, office: &Called) -> Option<Fit> {
    let fits = |test: &dyn Fn(&str) -> bool| office.names.iter().any(|name| test(name));
    if fits(&|name| letters.is_whole(name)) {
        return Some(Fit::Whole);
    }
    fits(&|name| letters.begins(name)).then_some(Fit::Beginning)
}
