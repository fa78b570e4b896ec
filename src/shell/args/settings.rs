//! The options of every command.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::ArgMatches;

use super::row::{Shape, Take, among, flag, valued};
use super::typed::{day, path, text};
use crate::app::guest::Layout;
use crate::app::pointer::Pointing;
use crate::app::script::Script;
use crate::shell::locale::Spoken;
use crate::words::Lang;
use crate::words::cli::{Blank, Hint, Misuse};

/// The options that every command takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The folder of the book; the current one unless `-C` says otherwise.
    pub book: PathBuf,
    /// The day to take as today instead of the clock's.
    pub today: Option<NaiveDate>,
    /// How data is written.
    pub format: Format,
    /// Columns to lay out for, 20 to 1000; the terminal's unless given.
    pub width: Option<u16>,
    /// The rule by which to judge; the plan's own unless given.
    pub policy: Option<String>,
    /// The language to speak.
    pub lang: Lang,
    /// The script to show text in.
    pub script: Script,
    /// Whether to use colour.
    pub color: Color,
    /// Whether a question may be asked.
    pub input: Input,
    /// How much of the book is shown.
    pub scope: Scope,
    /// On a screen, or in lines.
    pub layout: Layout,
    /// Whether a mouse is listened to, if the person wants it at all.
    pub pointing: Pointing,
}

impl Settings {
    /// Everything as it is unless somebody says otherwise.
    pub fn speaking(lang: Lang) -> Self {
        Self {
            book: PathBuf::from("."),
            today: None,
            format: Format::Text,
            width: None,
            policy: None,
            lang,
            script: Script::default(),
            color: Color::Auto,
            input: Input::Asked,
            scope: Scope::Desk,
            layout: Layout::Screen,
            pointing: Pointing::On,
        }
    }
}

/// How data is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
    /// For tables.
    Csv,
}

impl Format {
    /// Every format by the word that asks for it.
    pub const CODES: [&'static str; 3] = [Self::Text.code(), Self::Json.code(), Self::Csv.code()];

    /// The word that asks for it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Csv => "csv",
        }
    }
}

/// Whether to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Color {
    /// As the terminal and its environment say.
    #[default]
    Auto,
    /// Marks and words only.
    Never,
    /// Even where the environment says no.
    Always,
}

/// Whether a question may be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// Where somebody can answer.
    Asked,
    /// Never.
    None,
}

/// How much of the book is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Everything: whoever asks may record.
    #[default]
    Desk,
    /// What reviewers may see.
    Guest,
    /// What is sealed.
    Sealed,
}

/// The widths that can be laid out for.
pub const WIDTHS: std::ops::RangeInclusive<u16> = 20..=1000;

/// The options of every command.
pub(super) const OPTIONS: &[Take] = &[
    Take {
        name: "book",
        shape: Shape::Valued { blank: Blank::Folder, short: Some('C') },
        hint: Hint::Book,
    },
    valued("today", Blank::Date, Hint::Today),
    among("format", Blank::Format, Hint::Format, &Format::CODES),
    valued("width", Blank::Columns, Hint::Columns),
    valued("policy", Blank::Policy, Hint::Policy),
    among("lang", Blank::Lang, Hint::Lang, &["zh", "en"]),
    among("script", Blank::Script, Hint::Script, &Script::NAMES),
    among("color", Blank::When, Hint::Color, &["auto", "never", "always"]),
    flag("no-input", Hint::NoInput),
    flag("linear", Hint::Linear),
    flag("no-mouse", Hint::NoMouse),
];

/// The options of every command.
pub(super) fn read(matches: &ArgMatches, to: Spoken) -> Result<Settings, Misuse> {
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
        policy: text(matches, "policy"),
        lang: to.lang,
        script: to.script,
        color,
        scope: Scope::Desk,
        input: if matches.get_flag("no-input") { Input::None } else { Input::Asked },
        layout: if matches.get_flag("linear") { Layout::Lines } else { Layout::Screen },
        pointing: if matches.get_flag("no-mouse") { Pointing::Off } else { Pointing::On },
    })
}

fn width(matches: &ArgMatches) -> Result<Option<u16>, Misuse> {
    let Some(value) = text(matches, "width") else { return Ok(None) };
    let width = value.parse().ok().filter(|width| WIDTHS.contains(width));
    width.ok_or(Misuse::NotAWidth { value }).map(Some)
}
