//! Help and completions, from the table of commands.
//!
//! Columns are counted as a terminal counts them. `-h` fits a screen of 80×24.

use clap::ArgMatches;

use super::grammar;
use super::row::{Does, Row, Shape, Take};
use super::settings::OPTIONS;
use super::table::COMMANDS;
use crate::shell::locale::Spoken;
use crate::view::shown::Shown;
use crate::view::width::Ruler;
use crate::words::Lang;
use crate::words::cli::{Help, Misuse, Usage};

/// The columns of a page of help.
const PAGE: usize = 80;
/// The columns of a call at the head of `-h`.
const CALL: usize = 23;
/// The columns of a name and of one whole cell in the three columns of `-h`.
const NAME: usize = 12;
const CELL: usize = 26;
const CELLS: usize = 3;
/// The columns of an option, and how far what is below a heading stands in.
const OPTION: usize = 24;
const INDENT: usize = 2;

/// `-h`: all commands, in three columns, and calls as one would type them.
pub(super) fn brief(lang: Lang) -> String {
    let text = |help: Help| help.text(lang);
    let mut lines = vec![
        format!("{}{}", text(Help::Usage), Usage::Desk.text(lang)),
        entry(CALL, "yiding", text(Help::Bare)),
        text(Help::Commands).to_owned(),
    ];
    let rows = COMMANDS.len().div_ceil(CELLS);
    for at in 0..rows {
        let cells = (0..CELLS).map(|column| cell(COMMANDS.get(column * rows + at), lang));
        let cells: String = cells.collect();
        lines.push(format!("{:INDENT$}{cells}", "").trim_end().to_owned());
    }
    lines.push(format!("{}{}", text(Help::Example), samples(lang)));
    lines.push(text(Help::Options).to_owned());
    for options in [Help::Options1, Help::Options2, Help::Full] {
        lines.push(format!("{:INDENT$}{}", "", text(options)));
    }
    lines.push(text(Help::Codes).to_owned());
    lines.push(text(Help::NoSecrets).to_owned());
    lines.join("\n")
}

/// `--help`: every command and option with what it does.
pub(super) fn full(lang: Lang) -> String {
    let text = |help: Help| help.text(lang);
    let mut lines = vec![
        format!("{}{}", text(Help::Usage), Usage::Desk.text(lang)),
        String::new(),
        text(Help::Commands).to_owned(),
        entry(CALL, "yiding", text(Help::Bare)),
    ];
    for row in leaves(COMMANDS) {
        lines.push(format!("{:INDENT$}{}", "", row.usage.text(lang)));
        lines.extend(paragraph(row.about.text(lang), 2 * INDENT + 2));
    }
    lines.extend([String::new(), text(Help::Options).to_owned()]);
    lines.extend(OPTIONS.iter().flat_map(|option| taken(option, lang)));
    lines.push(entry(OPTION, "-h, --help", crate::words::cli::Hint::Help.text(lang)));
    lines.push(entry(OPTION, "-V, --version", crate::words::cli::Hint::Version.text(lang)));
    lines.extend([String::new(), text(Help::AllCodes).to_owned()]);
    lines.push(text(Help::NoSecrets).to_owned());
    lines.join("\n")
}

/// The help of one command.
pub(super) fn command(row: &Row, lang: Lang) -> String {
    let text = |help: Help| help.text(lang);
    let mut lines = vec![format!("{}yiding {}", text(Help::Usage), row.usage.text(lang))];
    lines.push(String::new());
    lines.extend(paragraph(row.about.text(lang), 0));
    let (options, blanks): (Vec<&Take>, Vec<&Take>) = row.takes.iter().partition(|take| {
        matches!(take.shape, Shape::Valued { .. } | Shape::ValuedOneOf { .. } | Shape::Flag)
    });
    for (heading, takes) in [(Help::Arguments, blanks), (Help::Options, options)] {
        if !takes.is_empty() {
            lines.extend([String::new(), text(heading).to_owned()]);
            lines.extend(takes.into_iter().flat_map(|take| taken(take, lang)));
        }
    }
    if let Does::OneOf(rows) | Does::Either(_, rows) = row.does {
        lines.extend([String::new(), text(Help::Commands).to_owned()]);
        lines.extend(rows.iter().map(|row| entry(OPTION, row.name, row.brief.text(lang))));
    }
    lines.push(String::new());
    if row.formats.len() > 1 {
        let formats: Vec<&str> = row.formats.iter().map(|format| format.code()).collect();
        lines.push(format!("{}{}", text(Help::Formats), formats.join("|")));
    }
    lines.push(format!("{}yiding {}", text(Help::Example), row.sample.text(lang)));
    lines.push(text(Help::GlobalsElsewhere).to_owned());
    lines.join("\n")
}

/// The script that completes this command line in a shell.
pub(super) fn completions(matches: &ArgMatches, to: Spoken) -> Result<String, Misuse> {
    let named = matches.get_one::<String>("shell").map(String::as_str).unwrap_or_default();
    let shell: clap_complete::Shell =
        named.parse().map_err(|_| Misuse::Other { what: named.to_owned() })?;
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut grammar::program(to.lang), "yiding", &mut script);
    Ok(String::from_utf8_lossy(&script).into_owned())
}

/// The commands that do something themselves.
pub(super) fn leaves(rows: &'static [Row]) -> Vec<&'static Row> {
    let below = |row: &'static Row| match row.does {
        Does::OneOf(rows) => leaves(rows),
        Does::Either(_, rows) => [vec![row], leaves(rows)].concat(),
        _ => vec![row],
    };
    rows.iter().flat_map(below).collect()
}

fn cell(row: Option<&Row>, lang: Lang) -> String {
    let Some(row) = row else { return String::new() };
    pad(&format!("{}{}", pad(row.name, NAME), row.brief.text(lang)), CELL)
}

/// As many calls as fit one line.
fn samples(lang: Lang) -> String {
    let mut line = String::new();
    for name in ["decide", "read", "list"] {
        let row = COMMANDS.iter().find(|row| row.name == name);
        let call = row.map_or("", |row| row.sample.text(lang));
        line = if line.is_empty() { format!("yiding {call}") } else { format!("{line}   {call}") };
    }
    line
}

/// A blank or an option, with its meaning beside it.
fn taken(take: &Take, lang: Lang) -> Vec<String> {
    let call = written(take, lang);
    let mut lines = paragraph(take.hint.text(lang), INDENT + OPTION);
    if let Some(first) = lines.first_mut() {
        *first = entry(OPTION, &call, first.trim_start());
    }
    lines
}

/// A blank or an option as one types it.
pub(super) fn written(take: &Take, lang: Lang) -> String {
    match take.shape {
        Shape::Word { blank, .. } | Shape::Words { blank, .. } | Shape::OneOf { blank, .. } => {
            blank.text(lang).to_owned()
        }
        Shape::Valued { blank, short: Some(short) } => format!("-{short} {}", blank.text(lang)),
        Shape::Valued { blank, short: None } | Shape::ValuedOneOf { blank, .. } => {
            format!("--{} {}", take.name, blank.text(lang))
        }
        Shape::Flag => format!("--{}", take.name),
    }
}

/// `  call      meaning`
fn entry(columns: usize, call: &str, meaning: &str) -> String {
    format!("{:INDENT$}{}{meaning}", "", pad(call, columns))
}

/// A text in lines that fit the page, all of them so far in.
fn paragraph(text: &str, indent: usize) -> Vec<String> {
    let text = Shown::new(text);
    let lines = Ruler::default().wrap(&text, PAGE - indent);
    lines.iter().map(|line| format!("{:indent$}{}", "", line.as_str().trim_end())).collect()
}

fn pad(text: &str, columns: usize) -> String {
    let room = columns.saturating_sub(Ruler::default().columns(text));
    format!("{text}{:room$}", "")
}
