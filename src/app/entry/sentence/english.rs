//! English in a sentence: `lead: X`, `support: Y`, `by 31 Oct`, wherever a word begins.
//!
//! Twins of 牵头：X, Y配合 and 10月底前, read before the Han words and out of their way: a line
//! without a letter of the alphabet says nothing here, and is parted into clauses as ever.

use std::ops::Range;

use super::super::{Context, candidates};
use super::clause::What;
use crate::app::due;
use crate::app::due::scan::Scan;
use crate::app::key::twin;
use crate::plan::Party;

/// One statement of a line and its bytes.
pub(super) struct Spoken {
    pub(super) at: Range<usize>,
    pub(super) what: What,
    /// It is led by a label and stands alone, whatever stands beside it.
    pub(super) labelled: bool,
    /// All its names are known.
    pub(super) sure: bool,
}

/// The statements of a line, in its order.
pub(super) fn statements(line: &str, context: &Context) -> Vec<Spoken> {
    let mut found = Vec::new();
    if !line.contains(|c: char| c.is_ascii_alphabetic()) {
        return found;
    }
    let mut at = 0;
    while let Some(start) = next_word(line, at) {
        if line[start..].starts_with('"') {
            at = quoted(line, start);
            continue;
        }
        let statement = statement(line, start, context);
        at = statement.as_ref().map_or_else(|| word_end(line, start), |read| read.at.end);
        found.extend(statement);
    }
    found
}

/// Where the next word or quotation begins.
fn next_word(line: &str, from: usize) -> Option<usize> {
    let begins = |c: char| c.is_ascii_alphanumeric() || c == '"';
    Some(from + line.get(from..)?.find(begins)?)
}

/// Where a word ends: with its apostrophes, hyphens and points inside.
fn word_end(line: &str, start: usize) -> usize {
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '\'' | '-' | '_' | '/' | '@');
    start + line[start..].find(|c| !part(c)).unwrap_or(line.len() - start)
}

/// Behind a quotation: what is quoted says nothing of this decision.
fn quoted(line: &str, start: usize) -> usize {
    let inside = start + 1;
    line[inside..].find('"').map_or(inside, |length| inside + length + 1)
}

fn statement(line: &str, start: usize, context: &Context) -> Option<Spoken> {
    let text = &line[start..];
    let both = || {
        let mut next = Scan::new(text);
        let (and, length) = (next.words(&["and"]), text.len() - next.rest().trim_start().len());
        let (more, what, labelled, sure) = labelled(&text[length..], context).filter(|_| and)?;
        Some((length + more, what, labelled, sure))
    };
    let (length, what, labelled, sure) = labelled(text, context).or_else(both).or_else(|| {
        let (length, meant) = due::english(text, &context.base)?;
        Some((length, What::Due(meant), false, true))
    })?;
    Some(Spoken { at: start..start + length, what, labelled, sure })
}

#[derive(Clone, Copy)]
enum Label {
    Lead,
    Support,
    Due,
}

/// Before a colon; the longer ones first.
const LABELS: [(&[&str], Label); 10] = [
    (&["lead", "offices"], Label::Lead),
    (&["lead", "office"], Label::Lead),
    (&["lead"], Label::Lead),
    (&["leads"], Label::Lead),
    (&["supporting", "offices"], Label::Support),
    (&["supporting", "office"], Label::Support),
    (&["support"], Label::Support),
    (&["due", "date"], Label::Due),
    (&["deadline"], Label::Due),
    (&["due"], Label::Due),
];

/// Before a name of the roster, without a colon.
const SAID: [(&[&str], Label); 3] = [
    (&["led", "by"], Label::Lead),
    (&["supported", "by"], Label::Support),
    (&["with", "support", "from"], Label::Support),
];

type Read = (usize, What, bool, bool);

/// lead: Health Bureau; support: Airport Office, 3; led by the Health Bureau.
fn labelled(text: &str, context: &Context) -> Option<Read> {
    let (label, value, said) = label(text)?;
    let from = text.len() - value.len();
    if let Label::Due = label {
        let value = value.trim_start();
        let (length, meant) = due::word(value, &context.base)?;
        return Some((text.len() - value.len() + length, What::Due(meant), true, true));
    }
    let (length, parties, sure) = names(value, context).filter(|(.., sure)| *sure || !said)?;
    let what = match label {
        Label::Lead => What::Lead(parties),
        Label::Support | Label::Due => What::Support(parties),
    };
    Some((from + length, what, true, sure))
}

/// The label with which a text begins, what stands behind it, and whether it has no colon.
fn label(text: &str) -> Option<(Label, &str, bool)> {
    let behind = |words: &[&str]| {
        let mut next = Scan::new(text);
        next.words(words).then_some(next)
    };
    let coloned = LABELS.iter().find_map(|(words, label)| {
        let mut next = behind(words)?;
        next.spaces();
        next.mark(":").then(|| (*label, next.rest(), false))
    });
    coloned.or_else(|| {
        SAID.iter().find_map(|(words, label)| {
            let mut next = behind(words)?;
            next.words(&["the"]);
            Some((*label, next.rest(), true))
        })
    })
}

/// Names with a comma or `and` between: their length, whom they mean, whether all of them are known.
fn names(value: &str, context: &Context) -> Option<(usize, Vec<Party>, bool)> {
    let skipped = value.len() - value.trim_start().len();
    let first = &value[skipped..];
    let (length, mut parties, sure) = if let Some((length, parties)) = known(first, context) {
        (length, parties, true)
    } else {
        let (length, outside) = outside(first, context)?;
        (length, vec![outside], false)
    };
    let mut at = skipped + length;
    while let Some((length, more)) = joined(&value[at..], context) {
        for party in more {
            if !parties.contains(&party) {
                parties.push(party);
            }
        }
        at += length;
    }
    Some((at, parties, sure))
}

/// `, Y` and ` and Y` behind a name, where Y is known.
fn joined(text: &str, context: &Context) -> Option<(usize, Vec<Party>)> {
    let mut next = Scan::new(text);
    let comma = next.mark(",") || next.mark("、");
    let and = next.words(&["and"]) || next.words(&["&"]);
    (comma || and).then_some(())?;
    next.spaces();
    next.words(&["the"]);
    let value = next.rest().trim_start();
    let (length, parties) = known(value, context)?;
    Some((text.len() - value.len() + length, parties))
}

/// An office by its whole name, in whatever case; by the digit that picks it; by its letters.
fn known(text: &str, context: &Context) -> Option<(usize, Vec<Party>)> {
    if let Some((length, parties)) = context.names.spelt(text) {
        return Some((length, parties.to_vec()));
    }
    let (length, parties) = match context.names.at_start(text) {
        Some((length, parties)) if ends(&text[length..]) => {
            return Some((length, parties.to_vec()));
        }
        _ => (word_end(text, 0), text),
    };
    let word = parties.get(..length).filter(|word| !word.is_empty() && ends(&text[length..]))?;
    if let [digit @ b'1'..=b'9'] = word.as_bytes() {
        let picked = context.picks.get(usize::from(digit - b'1'))?;
        return Some((length, vec![picked.clone()]));
    }
    let stands_alone = word.starts_with(|c: char| c.is_ascii_alphabetic())
        && (is_stop(&text[length..]) || opens(text[length..].trim_start(), context));
    let parties = stands_alone.then(|| candidates::meant(word, context))??;
    (!parties.iter().any(Party::is_outside)).then_some((length, parties))
}

/// A body that the roster does not know, up to a mark, a wide blank or the next statement.
fn outside(text: &str, context: &Context) -> Option<(usize, Party)> {
    text.starts_with(char::is_alphabetic).then_some(())?;
    let mut end = 0;
    while !is_stop(&text[end..]) && (end == 0 || !opens(text[end..].trim_start(), context)) {
        let blank = text[end..].len() - text[end..].trim_start().len();
        let word = &text[end + blank..];
        let stops = |c: char| c.is_whitespace() || is_mark(c);
        let length = word.find(stops).unwrap_or(word.len());
        end += blank + length.max(word.chars().next().map_or(0, char::len_utf8));
        if !text.is_ascii() {
            break;
        }
    }
    let name = text[..end].trim_end_matches('.');
    let fits = !name.is_empty() && name.chars().count() <= LONGEST;
    fits.then(|| (name.len(), Party::Outside(name.to_owned())))
}

/// Commission for the Conservation of Historic Districts has 53.
const LONGEST: usize = 60;

/// Whether another statement begins.
fn opens(text: &str, context: &Context) -> bool {
    label(text).is_some() || due::english(text, &context.base).is_some()
}

/// Whether a name ends before this.
fn is_stop(rest: &str) -> bool {
    rest.trim().is_empty()
        || rest.starts_with(is_mark)
        || rest.starts_with("  ")
        || rest.starts_with(". ")
}

fn is_mark(c: char) -> bool {
    matches!(twin(c), ',' | ';') || matches!(c, '。' | '、' | '(' | ')' | '（' | '）')
}

fn ends(rest: &str) -> bool {
    !rest.starts_with(char::is_alphanumeric)
}

/// The clauses of a line in which there are statements: in English blanks do not part them, only marks,
/// full stops, labels, and where the writing changes from Han.
pub(super) fn clauses(line: &str, parts: Vec<Range<usize>>, said: &[Spoken]) -> Vec<Range<usize>> {
    if said.is_empty() {
        return parts;
    }
    let stretches = stretches(line, &parts, said);
    let mut clauses: Vec<Range<usize>> = Vec::new();
    for (nth, part) in parts.into_iter().enumerate() {
        let english = stretches.get(nth).copied().unwrap_or_default();
        match clauses.last_mut() {
            Some(last) if belongs(line, last, &part, said, english) => last.end = part.end,
            _ => clauses.push(part),
        }
    }
    for clause in &mut clauses {
        if said.iter().any(|said| clause.start <= said.at.start && said.at.end <= clause.end) {
            let length = line[clause.clone()].trim_end_matches('.').len();
            clause.end = clause.start + length;
        }
    }
    clauses
}

/// Whether each part lies between marks between which there is a statement.
fn stretches(line: &str, parts: &[Range<usize>], said: &[Spoken]) -> Vec<Stretch> {
    let within = |part: &Range<usize>| said.iter().any(|said| touches(&said.at, part));
    let mut stretches = vec![Stretch::Han; parts.len()];
    let mut from = 0;
    for nth in 0..parts.len() {
        let marked = parts.get(nth + 1).is_none_or(|next| {
            let between = parts.get(nth).map(|part| part.end..next.start);
            !between.and_then(|at| line.get(at)).unwrap_or_default().trim().is_empty()
        });
        if marked {
            let english = parts.get(from..=nth).is_some_and(|all| all.iter().any(within));
            for stretch in stretches.iter_mut().take(nth + 1).skip(from).filter(|_| english) {
                *stretch = Stretch::English;
            }
            from = nth + 1;
        }
    }
    stretches
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Stretch {
    #[default]
    Han,
    English,
}

fn touches(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// Whether a part goes on with the clause before it.
fn belongs(
    line: &str,
    last: &Range<usize>,
    part: &Range<usize>,
    said: &[Spoken],
    stretch: Stretch,
) -> bool {
    let across = |own: &&Spoken| own.at.start < last.end && part.start < own.at.end;
    if said.iter().any(|own| across(&own)) {
        return true;
    }
    let gap = line.get(last.end..part.start).unwrap_or_default();
    let before = line.get(last.clone()).unwrap_or_default();
    let after = line.get(part.clone()).unwrap_or_default();
    let edge = |own: &Spoken| own.labelled && (touches(&own.at, last) || touches(&own.at, part));
    stretch == Stretch::English
        && gap.trim().is_empty()
        && before.ends_with(|c: char| c.is_ascii() && c != '.')
        && after.starts_with(|c: char| c.is_ascii())
        && !said.iter().any(edge)
}
