//! What is recorded of rows: decisions, readings, offices, lights, accounts; and taken back.

use clap::ArgMatches;

use super::ask::What;
use super::row::{
    DATA, Does, Row, TABLES, any, flag, maybe, one_of, output, row, valued, word, words,
};
use super::typed::{out, path, run, text, texts};
use crate::ledger::{Light, Settlement};
use crate::words::Lang;
use crate::words::cli::{Blank, Hint, Misuse};

/// Whether a light set by hand stays when a reading comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pin {
    /// The next reading clears it.
    Loose,
    /// Only somebody clears it.
    Pinned,
}

pub(super) const DECIDE: Row =
    row!("decide", Decide, &[words("words", Blank::Words, Hint::Words)], Does::Reads(decide), DATA);

pub(super) const READ: Row = row!(
    "read",
    Read,
    &[
        any("values", Blank::Value, Hint::Value),
        valued("reason", Blank::Reason, Hint::Reason),
        valued("csv", Blank::File, Hint::Table),
        flag("dry-run", Hint::DryRun),
        flag("template", Hint::Template),
        output(Hint::OutFile),
        valued("out", Blank::Folder, Hint::OutFolder),
    ],
    Does::Reads(reading),
    TABLES
);

pub(super) const ASSIGN: Row = row!(
    "assign",
    Assign,
    &[
        maybe("place", Blank::Place, Hint::Place),
        any("parties", Blank::Parties, Hint::Parties),
        valued("csv", Blank::File, Hint::Table),
        flag("dry-run", Hint::DryRun),
    ],
    Does::Reads(assign),
    DATA
);

pub(super) const LIGHT: Row = row!(
    "light",
    Light,
    &[
        word("place", Blank::Place, Hint::Place),
        one_of("light", Blank::Light, Hint::Light, lights),
        valued("reason", Blank::Text, Hint::Reason),
        valued("agreed", Blank::Name, Hint::Agreed),
        flag("pin", Hint::Pin),
    ],
    Does::Reads(light)
);

pub(super) const ACCOUNT: Row = row!(
    "account",
    Account,
    &[
        word("place", Blank::Place, Hint::Place),
        one_of("state", Blank::Settlement, Hint::Settlement, settlements),
        valued("reason", Blank::Reason, Hint::Reason),
    ],
    Does::Reads(account)
);

pub(super) const UNDO: Row = row!("undo", Undo, &[], Does::Means(|_| What::Undo));

pub(super) const REDO: Row = row!("redo", Redo, &[], Does::Means(|_| What::Redo));

pub(super) const SEAL: Row = row!("seal", Seal, &[], Does::Means(|_| What::Seal));

/// The places are the words at the start that can only be places; the rest is the line.
fn decide(matches: &ArgMatches) -> Result<What, Misuse> {
    let words = texts(matches, "words");
    let count = words.iter().take_while(|word| is_place(word)).count();
    let (places, line) = words.split_at(count);
    match (places, line) {
        ([], line) => Err(Misuse::NoPlace { value: line.first().cloned().unwrap_or_default() }),
        (_, []) => Err(Misuse::NoText),
        _ => Ok(What::Decide { places: places.to_vec(), text: line.join(" ") }),
    }
}

/// Whether a word can only be a place: digits of either width with the marks between them.
fn is_place(word: &str) -> bool {
    let digit = |letter: char| letter.is_ascii_digit() || ('０'..='９').contains(&letter);
    let mark = |letter: char| matches!(letter, '.' | '/' | '-' | '。' | '．' | '／' | '－');
    word.starts_with(digit) && word.chars().all(|letter| digit(letter) || mark(letter))
}

/// A table, a template, or readings: the words with an equals sign are readings, one behind them is
/// their period.
fn reading(matches: &ArgMatches) -> Result<What, Misuse> {
    let (mut words, reason) = (texts(matches, "values"), text(matches, "reason"));
    if matches.get_flag("template") {
        return Ok(What::Template { offices: words, out: out(matches) });
    }
    if let Some(file) = path(matches, "csv") {
        return match words.into_iter().next().or(reason) {
            Some(value) => Err(Misuse::NotWithTable { value }),
            None => Ok(What::ReadTable { file, run: run(matches) }),
        };
    }
    only_with_table(matches)?;
    let is_value = |word: &String| word.contains(['=', '＝']);
    let period = words.pop_if(|word| !is_value(word));
    let wrong = |value: &str| Misuse::NotAReading { value: value.to_owned() };
    let split = |word: &String| {
        let parts = word.split_once(['=', '＝']);
        let parts = parts.filter(|(place, value)| !place.is_empty() && !value.is_empty());
        parts.map(|(place, value)| (place.to_owned(), value.to_owned())).ok_or_else(|| wrong(word))
    };
    let values = words.iter().map(split).collect::<Result<Vec<_>, _>>()?;
    match period {
        Some(period) if values.is_empty() => Err(wrong(&period)),
        None if values.is_empty() => Err(Misuse::NothingToRead),
        period => Ok(What::Read { values, period, reason }),
    }
}

fn assign(matches: &ArgMatches) -> Result<What, Misuse> {
    let (place, parties) = (text(matches, "place"), texts(matches, "parties"));
    if let Some(file) = path(matches, "csv") {
        return match place {
            Some(value) => Err(Misuse::NotWithTable { value }),
            None => Ok(What::AssignTable { file, run: run(matches) }),
        };
    }
    only_with_table(matches)?;
    let named = |party: &&String| party.starts_with(['@', '＠', '+', '＋']);
    if let Some(value) = parties.iter().find(|party| !named(party)) {
        return Err(Misuse::NoLead { value: value.clone() });
    }
    match place {
        Some(place) if !parties.is_empty() => {
            Ok(What::Assign { place, parties: parties.join(" ") })
        }
        _ => Err(Misuse::NobodyToAssign),
    }
}

/// What only a table can do.
fn only_with_table(matches: &ArgMatches) -> Result<(), Misuse> {
    if matches.get_flag("dry-run") { Err(Misuse::DryWithoutTable) } else { Ok(()) }
}

/// A light set by hand says why; one that is put back under the rule needs no reason.
fn light(matches: &ArgMatches) -> Result<What, Misuse> {
    let typed = text(matches, "light").unwrap_or_default();
    let light = match typed.as_str() {
        "auto" | "自动" => None,
        name => Some(Light::named(name).ok_or(Misuse::Other { what: typed.clone() })?),
    };
    let reason = text(matches, "reason").unwrap_or_default();
    if light.is_some() && reason.trim().is_empty() {
        return Err(Misuse::NoReason);
    }
    Ok(What::Light {
        place: text(matches, "place").unwrap_or_default(),
        light,
        reason,
        agreed: text(matches, "agreed").unwrap_or_default(),
        pin: if matches.get_flag("pin") { Pin::Pinned } else { Pin::Loose },
    })
}

/// The words that name a light, and those that put it back under the rule.
fn lights() -> Vec<&'static str> {
    let words = |lang: Lang| Light::ALL.into_iter().map(move |light| light.word().text(lang));
    let codes = Light::ALL.into_iter().map(Light::code);
    let names = words(Lang::Zh).chain(codes).chain(words(Lang::En)).chain(["auto", "自动"]);
    // Some codes are words as well.
    names.fold(Vec::new(), |mut once, name| {
        if !once.contains(&name) {
            once.push(name);
        }
        once
    })
}

fn account(matches: &ArgMatches) -> Result<What, Misuse> {
    let typed = text(matches, "state").unwrap_or_default();
    let state = Settlement::named(&typed).ok_or(Misuse::Other { what: typed })?;
    let place = text(matches, "place").unwrap_or_default();
    Ok(What::Account { place, state, reason: text(matches, "reason") })
}

/// The words that name what became of a row.
fn settlements() -> Vec<&'static str> {
    let words = Settlement::ALL.iter().map(|state| state.word().text(Lang::Zh));
    words.chain(Settlement::ALL.iter().map(|state| state.code())).collect()
}
