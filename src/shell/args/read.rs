//! From what stands on the command line to what it means, command by command.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::ArgMatches;

use super::ask::{Color, Format, Input, Meet, Opening, Settings, What};
use super::table::LISTED;
use crate::app::agenda::Source;
use crate::ledger::{Presence, Stage};
use crate::words::Lang;
use crate::words::cli::Misuse;

/// The widths that can be laid out for.
pub const WIDTHS: std::ops::RangeInclusive<u16> = 20..=1000;

/// The options of every command.
pub(super) fn settings(matches: &ArgMatches, lang: Lang) -> Result<Settings, Misuse> {
    let format = match text(matches, "format").as_deref() {
        Some("json") => Format::Json,
        Some("csv") => Format::Csv,
        _ => Format::Text,
    };
    let color = match text(matches, "color").as_deref() {
        Some("never") => Color::Never,
        Some("always") => Color::Always,
        _ => Color::Auto,
    };
    Ok(Settings {
        book: path(matches, "book").unwrap_or_else(|| PathBuf::from(".")),
        today: day(matches, "today")?,
        format,
        width: width(matches)?,
        lang,
        color,
        input: if matches.get_flag("no-input") { Input::None } else { Input::Asked },
    })
}

pub(super) fn show(matches: &ArgMatches) -> What {
    What::Show { place: text(matches, "place") }
}

pub(super) fn list(matches: &ArgMatches) -> Result<What, Misuse> {
    let typed = text(matches, "kind").unwrap_or_default();
    let kind = LISTED
        .into_iter()
        .find(|kind| [Lang::Zh, Lang::En].into_iter().any(|lang| kind.text(lang) == typed));
    let kind = kind.ok_or(Misuse::Other { what: typed })?;
    Ok(What::List { kind, filters: texts(matches, "filters") })
}

pub(super) fn open(matches: &ArgMatches) -> Result<What, Misuse> {
    Ok(What::Meet(Meet::Open(Opening {
        title: text(matches, "title"),
        date: day(matches, "date")?,
        series: text(matches, "series"),
        chair: text(matches, "chair"),
        place: text(matches, "place"),
        agenda: text(matches, "agenda").as_deref().and_then(Source::named),
    })))
}

pub(super) fn close(matches: &ArgMatches) -> What {
    What::Meet(if matches.get_flag("strict") { Meet::CloseStrictly } else { Meet::Close })
}

/// The places are the words at the start that can only be places; the rest is the line.
pub(super) fn decide(matches: &ArgMatches) -> Result<What, Misuse> {
    let words = texts(matches, "words");
    let count = words.iter().take_while(|word| is_place(word)).count();
    let (places, line) = words.split_at(count);
    match (places, line) {
        ([], line) => Err(Misuse::NoPlace { value: line.first().cloned().unwrap_or_default() }),
        (_, []) => Err(Misuse::NoText),
        _ => Ok(What::Decide { places: places.to_vec(), text: line.join(" ") }),
    }
}

/// The words with an equals sign are readings; one behind them is their period.
pub(super) fn reading(matches: &ArgMatches) -> Result<What, Misuse> {
    let mut words = texts(matches, "values");
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
        period => Ok(What::Read { values, period }),
    }
}

pub(super) fn assign(matches: &ArgMatches) -> Result<What, Misuse> {
    let parties = texts(matches, "parties");
    let named = |party: &&String| party.starts_with(['@', '＠', '+', '＋']);
    if let Some(value) = parties.iter().find(|party| !named(party)) {
        return Err(Misuse::NoLead { value: value.clone() });
    }
    let place = text(matches, "place").unwrap_or_default();
    Ok(What::Assign { place, parties: parties.join(" ") })
}

pub(super) fn stage(matches: &ArgMatches) -> Result<What, Misuse> {
    let typed = text(matches, "stage").unwrap_or_default();
    let stage = Stage::named(&typed).ok_or(Misuse::Other { what: typed })?;
    Ok(What::Stage { decision: text(matches, "id").unwrap_or_default(), stage })
}

pub(super) fn attend(matches: &ArgMatches) -> Result<What, Misuse> {
    let typed = text(matches, "presence").unwrap_or_default();
    let presence = Presence::named(&typed).ok_or(Misuse::Other { what: typed })?;
    Ok(What::Attend { presence, names: texts(matches, "names") })
}

pub(super) fn check(matches: &ArgMatches) -> What {
    What::Check { source: path(matches, "source") }
}

pub(super) fn init(matches: &ArgMatches) -> What {
    What::Init { folder: path(matches, "folder").unwrap_or_default() }
}

/// The words that name a kind of list.
pub(super) fn kinds() -> Vec<&'static str> {
    [Lang::En, Lang::Zh].iter().flat_map(|lang| LISTED.map(|kind| kind.text(*lang))).collect()
}

/// The words that name a stage.
pub(super) fn stages() -> Vec<&'static str> {
    let words = Stage::ALL.iter().map(|stage| stage.word().text(Lang::Zh));
    words.chain(Stage::ALL.iter().map(|stage| stage.code())).collect()
}

/// The words that name an attendance.
pub(super) fn presences() -> Vec<&'static str> {
    let words = Presence::ALL.iter().map(|presence| presence.word().text(Lang::Zh));
    words.chain(Presence::ALL.iter().map(|presence| presence.code())).collect()
}

/// Whether a word can only be a place: digits of either width with the marks between them.
fn is_place(word: &str) -> bool {
    let digit = |letter: char| letter.is_ascii_digit() || ('０'..='９').contains(&letter);
    let mark = |letter: char| matches!(letter, '.' | '/' | '-' | '。' | '．' | '／' | '－');
    word.starts_with(digit) && word.chars().all(|letter| digit(letter) || mark(letter))
}

/// A day written in full and no other way: chrono alone would take `2026-2-3`.
fn day(matches: &ArgMatches, name: &str) -> Result<Option<NaiveDate>, Misuse> {
    let Some(value) = text(matches, name) else { return Ok(None) };
    let day = NaiveDate::parse_from_str(&value, "%Y-%m-%d").ok();
    let day = day.filter(|day| day.to_string() == value);
    let wrong = || Misuse::NotADate { name: format!("--{name}"), value };
    day.ok_or_else(wrong).map(Some)
}

fn width(matches: &ArgMatches) -> Result<Option<u16>, Misuse> {
    let Some(value) = text(matches, "width") else { return Ok(None) };
    let width = value.parse().ok().filter(|width| WIDTHS.contains(width));
    width.ok_or(Misuse::NotAWidth { value }).map(Some)
}

fn text(matches: &ArgMatches, name: &str) -> Option<String> {
    matches.get_one::<String>(name).cloned()
}

fn texts(matches: &ArgMatches, name: &str) -> Vec<String> {
    matches.get_many::<String>(name).unwrap_or_default().cloned().collect()
}

fn path(matches: &ArgMatches, name: &str) -> Option<PathBuf> {
    matches.get_one::<PathBuf>(name).cloned()
}
