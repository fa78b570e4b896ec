//! What a line of a plan in Latin letters is: a heading and how high, an item, or prose.

use std::ops::Range;

use crate::words::report::Role;

/// What a line is by its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// It stands above what follows.
    Heading,
    /// One of a list.
    Item,
    /// A row of a table.
    Row,
    /// Sentences.
    Prose,
}

/// What a section is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    /// What is to be done.
    Work,
    /// What was done.
    Past,
    /// Foreword, contents, glossary.
    Around,
}

impl Topic {
    /// As what it is kept; none for what is read.
    pub(super) fn role(self) -> Option<Role> {
        match self {
            Self::Work => None,
            Self::Past => Some(Role::Review),
            Self::Around => Some(Role::Chrome),
        }
    }
}

/// Words with a number behind them that head a part of a plan, the higher ones first.
const KEYS: [&str; 18] = [
    "part",
    "chapter",
    "theme",
    "pillar",
    "priority",
    "goal",
    "aim",
    "ambition",
    "outcome",
    "mission",
    "section",
    "strategic priority",
    "strategic goal",
    "objective",
    "commitment",
    "strategy",
    "focus area",
    "action",
];

/// A heading has at most so many characters.
const LONGEST: usize = 110;

/// A heading without number or key has at most so many words.
const MOST_WORDS: usize = 10;

/// The rank of headings with a number: `1`, then `1.1`; behind those with a key.
const NUMBERED: u8 = 40;
/// The rank of headings that only stand alone.
pub(super) const ALONE: u8 = 90;

/// The marker that a line begins with, what it makes of the line, and its rank.
pub(super) fn marked(line: &str) -> Option<(usize, Form, Option<u8>)> {
    item(line).or_else(|| keyed(line)).or_else(|| numbered(line))
}

fn item(line: &str) -> Option<(usize, Form, Option<u8>)> {
    let bullet =
        line.starts_with(['•', '●', '▪', '◦', '‣', '·', '*', '-', '–', '—', 'o', '✓', '➢', '➤']);
    let width = line.chars().next().map_or(0, char::len_utf8);
    let rest = line.get(width..)?;
    let blank = rest.len() - rest.trim_start().len();
    if bullet && blank > 0 {
        return Some((width + blank, Form::Item, None));
    }
    // (a), a), (iv): lower letters in brackets.
    let inner = line.strip_prefix('(').unwrap_or(line);
    let letters = inner.chars().take_while(char::is_ascii_lowercase).count();
    let close = inner.get(letters..)?.starts_with(')');
    let open = line.len() - inner.len();
    let used = open + letters + 1;
    let tail = line.get(used..)?;
    let blank = tail.len() - tail.trim_start().len();
    (close && (1..=4).contains(&letters) && blank > 0).then_some((used + blank, Form::Item, None))
}

/// `Priority 1: Homes`, `Goal A – Jobs`
fn keyed(line: &str) -> Option<(usize, Form, Option<u8>)> {
    let lower = line.to_ascii_lowercase();
    let fits = |(_, key): &(usize, &&str)| {
        lower.strip_prefix(**key).is_some_and(|rest| rest.starts_with(' '))
    };
    let (nth, key) = KEYS.iter().enumerate().find(fits)?;
    let rest = line.get(key.len()..)?;
    let word = rest.split_whitespace().next()?;
    let number = word.trim_end_matches([':', '.', ')', '-', '–', '—']);
    let roman = number.chars().all(|c| "IVX".contains(c));
    let letter = number.len() == 1 && number.chars().all(|c| c.is_ascii_uppercase());
    let named = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let named = named.iter().any(|name| number.eq_ignore_ascii_case(name));
    let digits = number.starts_with(|c: char| c.is_ascii_digit()) && number.len() <= 5;
    if number.is_empty() || !(roman || letter || named || digits) {
        return None;
    }
    let depth = u8::try_from(number.matches('.').count()).unwrap_or(9);
    let at = line.find(word)? + word.len();
    let gap = line.get(at..)?;
    let blank = gap.len() - gap.trim_start_matches([' ', ':', '-', '–', '—', '.', '\t']).len();
    let rank = u8::try_from(nth).unwrap_or(9) + 1 + 20 * depth.min(1);
    fits_heading(line).then_some((at + blank, Form::Heading, Some(rank)))
}

/// `1. Homes`, `1.2 Build homes`, `1) Homes`
fn numbered(line: &str) -> Option<(usize, Form, Option<u8>)> {
    let digits = line.find(|c: char| !c.is_ascii_digit() && c != '.').filter(|at| *at > 0)?;
    let number = line.get(..digits)?.trim_end_matches('.');
    let depth = number.split('.').filter(|part| !part.is_empty()).count();
    let short = number.split('.').all(|part| (1..=2).contains(&part.len()));
    let tail = line.get(digits..)?.trim_start_matches(')');
    let words = tail.trim_start();
    let parted = tail.len() > words.len();
    let opens = words.starts_with(|c: char| c.is_uppercase());
    // `10 schools` is a number and no marker.
    let mark =
        depth > 1 || line.get(..digits)?.ends_with('.') || line.get(digits..)?.starts_with(')');
    let plain = short && parted && (opens || depth > 1);
    if !plain || !(mark || fits_heading(words) && opens) {
        return None;
    }
    let used = line.len() - words.len();
    if !fits_heading(words) {
        return Some((used, Form::Item, None));
    }
    let rank = NUMBERED + u8::try_from(depth).unwrap_or(9);
    Some((used, Form::Heading, Some(rank)))
}

/// Whether a line could be a heading: short, and no sentence.
pub(super) fn fits_heading(line: &str) -> bool {
    let line = line.trim_end();
    let ends = line.ends_with(['.', ';', ',', ':']);
    !line.is_empty() && line.chars().count() <= LONGEST && !ends && !line.contains(". ")
}

/// Whether a line that stands alone reads like a heading.
pub(super) fn stands_alone(line: &str) -> bool {
    let words = line.split_whitespace().count();
    let upper = line.chars().next().is_some_and(char::is_uppercase);
    let counts = line.chars().any(|c| c.is_ascii_digit());
    fits_heading(line) && upper && !counts && (1..=MOST_WORDS).contains(&words)
}

/// Whether a line reads like the title of a plan.
pub(super) fn is_title(line: &str) -> bool {
    let lower = line.to_ascii_lowercase();
    let names =
        ["plan", "strategy", "programme", "program", "report", "agenda", "budget", "address"];
    fits_heading(line) && names.iter().any(|name| lower.contains(name))
}

/// What a heading says that its section is about.
pub(super) fn about(title: &str) -> Topic {
    let lower = title.trim().to_ascii_lowercase();
    let has = |list: &[&str]| list.iter().any(|word| lower.contains(word));
    let past = [
        "what we achieved",
        "achievements",
        "looking back",
        "last year",
        "the past year",
        "the year past",
        "progress so far",
        "review of 20",
        "year in review",
        "what we have done",
        "our record",
    ];
    let around = [
        "foreword",
        "contents",
        "introduction",
        "appendix",
        "glossary",
        "background",
        "about this",
        "how to read",
        "contact",
        "acknowledg",
        "monitoring",
        "methodology",
        "executive summary",
        "next steps",
        "consultation",
        "our vision",
        "our values",
    ];
    if has(&past) {
        Topic::Past
    } else if has(&around) {
        Topic::Around
    } else {
        Topic::Work
    }
}

/// The beginning of a sentence that stands in for a title: up to its first comma or colon, whole words.
pub(super) fn lead(text: &str, sentence: &Range<usize>) -> Range<usize> {
    let words = text.get(sentence.clone()).unwrap_or_default();
    let mut end = 0;
    for (at, c) in words.char_indices() {
        let parts = matches!(c, ':' | ';')
            || c == ',' && words.get(at + 1..).is_some_and(|rest| rest.starts_with(' '));
        if parts || at > 80 && c == ' ' {
            break;
        }
        end = at + c.len_utf8();
    }
    let cut = words.get(..end).unwrap_or_default().trim_end().trim_end_matches('.');
    sentence.start..sentence.start + cut.len()
}
