//! Sigils: `@` lead, `+` support, `>` due, `#` row, in either width, and the mark 待定.
//!
//! A sigil counts only at the start, after a space, or right after the value of another one, and only
//! if its value means something. Everything else is text: `1+3+19+N`, `>1亿元`, `A@b`, `《方案》`.

use super::candidates;
use super::{Context, Part, Spot, binding, ends_value, is_boundary, is_sigil};
use crate::app::due::{self, Meant};
use crate::app::key::twin;
use crate::app::pinyin::is_in_letters;
use crate::ledger::About;
use crate::plan::Party;

/// What the sigils of a line say.
#[derive(Default)]
pub(super) struct Sigils {
    pub(super) about: Vec<About>,
    /// `#0`
    pub(super) other: bool,
    pub(super) lead: Vec<Party>,
    pub(super) support: Vec<Party>,
    pub(super) due: Option<Meant>,
    pub(super) pending: bool,
    /// How many of `@` and `+` were digits, and how many there were.
    pub(super) picks: usize,
    pub(super) people: usize,
    /// Digits that pick nobody, as they were typed, and what they can be instead.
    pub(super) unpicked: Vec<(String, Unpicked)>,
    /// The first sigil that would mean something if a space stood before it.
    pub(super) glued: Option<String>,
    pub(super) spots: Vec<Spot>,
}

/// What a digit behind `@` or `+` is that picks nobody.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unpicked {
    /// Somebody was meant: nothing else is written so.
    Person,
    /// `增长 +9 个百分点`: it may be a number of the sentence.
    Number,
}

/// Finds the sigils of a line from a byte on.
pub(super) fn sigils(line: &str, from: usize, context: &Context) -> Sigils {
    let mut found = Sigils::default();
    let mut at = from;
    let mut may = true;
    // A mark that closes 《 is the closing mark of a title, whatever stands before it.
    let mut open_titles = 0_usize;
    while let Some(rest) = line.get(at..)
        && let Some(c) = rest.chars().next()
    {
        let closes = c == '》' && open_titles > 0;
        if may
            && !closes
            && let Some((length, part)) = found.take(c, rest, context)
        {
            found.spots.push(Spot::dropped(at..at + length, part));
            at += length;
            continue;
        }
        if may
            && twin(c) != ','
            && let Some(unpicked) = unpicked(c, rest)
        {
            found.unpicked.push(unpicked);
        }
        if !may && found.glued.is_none() && is_after_han(&line[..at]) {
            found.glued = glued(c, rest, context);
        }
        open_titles = match c {
            '《' => open_titles + 1,
            '》' => open_titles.saturating_sub(1),
            _ => open_titles,
        };
        may = c.is_whitespace();
        at += c.len_utf8();
    }
    found
}

impl Sigils {
    /// Reads the sigil with which a text begins: its length in bytes, and what it says.
    fn take(&mut self, c: char, text: &str, context: &Context) -> Option<(usize, Part)> {
        let value = &text[c.len_utf8()..];
        let (length, part) = match twin(c) {
            '@' => (self.people(value, true, context)?, Part::Lead),
            '+' => (self.people(value, false, context)?, Part::Support),
            '>' => (self.due(value, context)?, Part::Due),
            '#' => (self.row(value, context)?, Part::Place),
            _ => return self.pending(text).map(|length| (length, Part::Kind)),
        };
        Some((c.len_utf8() + length, part))
    }

    fn people(&mut self, value: &str, lead: bool, context: &Context) -> Option<usize> {
        let (length, people, picks) = people(value, context)?;
        let rest = &value[length..];
        let next = rest.chars().next().filter(|c| is_comma(*c));
        self.unpicked.extend(next.and_then(|comma| unpicked(comma, rest)));
        self.people += people.len();
        self.picks += picks;
        let list = if lead { &mut self.lead } else { &mut self.support };
        add(list, people);
        Some(length)
    }

    fn due(&mut self, value: &str, context: &Context) -> Option<usize> {
        let (length, meant) = due::word(value, &context.base)?;
        let (due, after) = value.split_at(length);
        (is_boundary(after) && !is_amount(due, after)).then_some(())?;
        self.due = Some(meant);
        Some(length)
    }

    fn row(&mut self, value: &str, context: &Context) -> Option<usize> {
        let (length, aim) = binding::aim(value, context)?;
        match aim {
            binding::Aim::About(about) if !self.about.contains(&about) => self.about.push(about),
            binding::Aim::About(_) => {}
            binding::Aim::Nothing => self.other = true,
            // An item and the way back stand alone in their line.
            binding::Aim::Item(_) | binding::Aim::Back => return None,
        }
        Some(length)
    }

    /// 待定 as a word of its own: to be settled after the meeting.
    fn pending(&mut self, text: &str) -> Option<usize> {
        let word = ["待定", "（待定）", "(待定)", "(pending)"]
            .into_iter()
            .find(|word| text.starts_with(word))?;
        let ends = text[word.len()..].chars().next().is_none_or(char::is_whitespace);
        self.pending |= ends;
        ends.then_some(word.len())
    }
}

/// `@9`, `、9` in a list, and `+9` or `，9` before another sigil or at the end: somebody is meant. Asked
/// only of what is no sigil, and of a comma only behind a name.
fn unpicked(c: char, text: &str) -> Option<(String, Unpicked)> {
    let value = &text[c.len_utf8()..];
    let end = value.find(|c| !twin(c).is_ascii_digit()).unwrap_or(value.len());
    let after = &value[end..];
    if end == 0 || !is_boundary(after) {
        return None;
    }
    let typed = text[..c.len_utf8() + end].to_owned();
    match twin(c) {
        '@' => Some((typed, Unpicked::Person)),
        _ if c == '、' => Some((typed, Unpicked::Person)),
        '+' | ',' if after.trim_start().chars().next().is_none_or(is_sigil) => {
            Some((typed, Unpicked::Person))
        }
        '+' | ',' => Some((typed, Unpicked::Number)),
        _ => None,
    }
}

/// `开工＠投促局`: what would be read if a space stood before it. A name in letters and a bare number
/// stay silent, they are more often part of a name or an amount.
fn glued(c: char, text: &str, context: &Context) -> Option<String> {
    let value = &text[c.len_utf8()..];
    let length = match twin(c) {
        '@' | '+' => {
            let word = first_word(value);
            context.names.exact(word).filter(|_| !is_in_letters(word)).map(|_| word.len())
        }
        '>' if c != '》' => {
            let (length, _) = due::word(value, &context.base)?;
            let says = value[..length].contains(|c: char| !twin(c).is_ascii());
            (says && is_boundary(&value[length..])).then_some(length)
        }
        _ => None,
    }?;
    Some(text[..c.len_utf8() + length].to_owned())
}

fn is_after_han(before: &str) -> bool {
    before.chars().next_back().is_some_and(|c| !c.is_ascii() && !c.is_whitespace())
}

/// `>10 亿元` compares, though 10 would be a day.
fn is_amount(due: &str, after: &str) -> bool {
    const UNITS: [&str; 14] =
        ["万", "亿", "千", "百", "元", "%", "％", "平方", "公里", "吨", "户", "个", "家", "项"];
    let after = after.trim_start();
    // `>20 beds`: two digits before an English word count something.
    let counts = due.len() <= 2 && after.starts_with(|c: char| c.is_ascii_lowercase());
    due.chars().all(|c| !twin(c).is_alphabetic())
        && (counts || UNITS.iter().any(|unit| after.starts_with(unit)))
}

/// Adds those who are not there yet.
pub(super) fn add(list: &mut Vec<Party>, more: Vec<Party>) {
    for party in more {
        if !list.contains(&party) {
            list.push(party);
        }
    }
}

/// The offices after `@` or `+`, more than one with 、 or a comma between: bytes, offices, how many were
/// digits.
pub(super) fn people(value: &str, context: &Context) -> Option<(usize, Vec<Party>, usize)> {
    let (mut length, mut parties, mut picks) = one(value, context)?;
    while let Some(mark) = value[length..].chars().next() {
        let rest = &value[length + mark.len_utf8()..];
        let joined = match twin(mark) {
            _ if mark == '、' => one(rest, context),
            ',' => one(rest, context).filter(|_| is_known(rest, context)),
            _ => None,
        };
        let Some((more, others, digits)) = joined else { break };
        add(&mut parties, others);
        length += mark.len_utf8() + more;
        picks += digits;
    }
    Some((length, parties, picks))
}

/// Marks that may stand between two names.
fn is_comma(c: char) -> bool {
    c == '、' || twin(c) == ','
}

/// Whether what follows a comma can only be an office. A comma also begins the next clause, so one
/// letter and the beginning of a name are not enough.
fn is_known(text: &str, context: &Context) -> bool {
    let word = first_word(text);
    match word.chars().next() {
        Some(first) if twin(first).is_ascii_digit() => true,
        _ if is_in_letters(word) && word.chars().count() == 1 => false,
        _ if is_in_letters(word) => candidates::meant(word, context)
            .is_some_and(|people| !people.iter().any(Party::is_outside)),
        _ => context.names.exact(word).is_some(),
    }
}

fn first_word(text: &str) -> &str {
    let ends = |c: char| c.is_whitespace() || is_sigil(c) || ends_value(c);
    &text[..text.find(ends).unwrap_or(text.len())]
}

/// Whom a name in a field of its own means: an office by its name, its letters or the digit that picks
/// it, or a body outside the roster. None for a digit that picks nobody.
pub fn named(name: &str, context: &Context) -> Option<Vec<Party>> {
    let whole = |(length, people, _): &(usize, Vec<Party>, usize)| {
        *length == name.len() && !people.is_empty()
    };
    if let Some((_, people, _)) = one(name, context).filter(whole) {
        return Some(people);
    }
    let digits = name.chars().all(|c| twin(c).is_ascii_digit());
    (!digits).then(|| vec![Party::Outside(name.to_owned())])
}

fn one(value: &str, context: &Context) -> Option<(usize, Vec<Party>, usize)> {
    let first = value.chars().next()?;
    if twin(first).is_ascii_digit() {
        let length = first.len_utf8();
        let nth = usize::try_from(twin(first).to_digit(10)?).ok()?.checked_sub(1)?;
        let picked = context.picks.get(nth).filter(|_| is_boundary(&value[length..]))?;
        return Some((length, vec![picked.clone()], 1));
    }
    let word = first_word(value);
    // Health Bureau: a name of several words.
    if let Some((length, parties)) =
        context.names.spelt(value).filter(|(length, _)| *length > word.len())
    {
        return Some((length, parties.to_vec(), 0));
    }
    Some((word.len(), candidates::meant(word, context)?, 0))
}
