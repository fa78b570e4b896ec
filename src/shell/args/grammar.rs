//! From the table of commands to clap's parser, in one language.

use std::ffi::{OsStr, OsString};

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser, ValueParser};
use clap::{Arg, ArgAction, ArgMatches, ColorChoice, Command};

use super::help;
use super::row::{Does, Row, Shape, Take};
use super::settings::OPTIONS;
use super::table::COMMANDS;
use crate::app::script::{Script, simplified};
use crate::shell::locale::Spoken;
use crate::words::Lang;
use crate::words::cli::{About, Hint, Usage};

/// What a call says by the table. One that is understood needs the commands that it names and no
/// others; help, and what is wrong with a call, come from the whole table.
pub(super) fn matched(argv: &[OsString], lang: Lang) -> Result<ArgMatches, clap::Error> {
    let is_named = |row: &&Row| argv.iter().any(|word| word == row.name);
    let named = COMMANDS.iter().filter(is_named).map(|row| later(row, lang));
    bare(lang).subcommands(named).try_get_matches_from(argv).or_else(|_| {
        let whole = program(lang).before_help(help::brief(lang));
        whole.before_long_help(help::full(lang)).try_get_matches_from(argv)
    })
}

/// The parser of the whole command line.
pub(super) fn program(lang: Lang) -> Command {
    bare(lang).subcommands(COMMANDS.iter().map(|row| later(row, lang)))
}

/// The program with its options and no command.
fn bare(lang: Lang) -> Command {
    let standard = |name: &'static str, short, action, hint: Hint| {
        Arg::new(name).long(name).short(short).action(action).help(hint.text(lang))
    };
    Command::new("yiding")
        .version(env!("CARGO_PKG_VERSION"))
        .about(About::Desk.text(lang))
        .override_usage(Usage::Desk.text(lang))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .color(ColorChoice::Never)
        .term_width(0)
        .help_template("{before-help}")
        .arg(standard("help", 'h', ArgAction::Help, Hint::Help).global(true))
        .arg(standard("version", 'V', ArgAction::Version, Hint::Version))
        .args(OPTIONS.iter().map(|option| argument(option, lang).global(true)))
}

/// A command that is put together when it is called.
fn later(row: &Row, lang: Lang) -> Command {
    Command::new(row.name).defer(match lang {
        Lang::Zh => |blank| called(blank, Lang::Zh),
        Lang::En => |blank| called(blank, Lang::En),
    })
}

fn called(blank: Command, lang: Lang) -> Command {
    let row = COMMANDS.iter().find(|row| row.name == blank.get_name());
    match row {
        Some(row) => filled(blank, row, lang),
        None => blank,
    }
}

fn filled(blank: Command, row: &Row, lang: Lang) -> Command {
    let command = blank
        .about(row.about.text(lang))
        .override_usage(format!("yiding {}", row.usage.text(lang)))
        .help_template("{before-help}")
        .before_help(help::command(row, lang))
        .before_long_help(help::command(row, lang))
        .args(row.takes.iter().map(|take| argument(take, lang)));
    let (Does::OneOf(rows) | Does::Either(_, rows)) = row.does else { return command };
    command
        .subcommand_required(matches!(row.does, Does::OneOf(_)))
        .args_conflicts_with_subcommands(matches!(row.does, Does::Either(..)))
        .disable_help_subcommand(true)
        .subcommands(rows.iter().map(|row| filled(Command::new(row.name), row, lang)))
}

fn argument(take: &Take, lang: Lang) -> Arg {
    let argument = Arg::new(take.name).help(take.hint.text(lang));
    match take.shape {
        Shape::Word { blank, needed } => {
            argument.value_name(blank.text(lang)).required(needed).value_parser(whole(take))
        }
        Shape::Words { blank, needed } => argument
            .value_name(blank.text(lang))
            .required(needed)
            .num_args(1..)
            .action(ArgAction::Append),
        Shape::OneOf { blank, among } => argument
            .value_name(blank.text(lang))
            .required(true)
            .value_parser(Among(PossibleValuesParser::new(among()))),
        Shape::Valued { blank, short } => {
            let argument = argument.value_name(blank.text(lang)).value_parser(whole(take));
            match short {
                Some(short) => argument.short(short),
                None => argument.long(take.name),
            }
        }
        Shape::ValuedOneOf { blank, among } => argument
            .long(take.name)
            .value_name(blank.text(lang))
            .value_parser(Among(PossibleValuesParser::new(among))),
        Shape::Flag => argument.long(take.name).action(ArgAction::SetTrue),
    }
}

/// Paths are bytes, everything else is text.
fn whole(take: &Take) -> ValueParser {
    match take.hint {
        Hint::Book
        | Hint::Folder
        | Hint::AnyReport
        | Hint::PlanFile
        | Hint::Report
        | Hint::Snapshot
        | Hint::OldBook
        | Hint::OldReport
        | Hint::Table
        | Hint::Keys
        | Hint::OutFile
        | Hint::OutFolder
        | Hint::PaperFolder => ValueParser::path_buf(),
        _ => ValueParser::string(),
    }
}

/// How whoever calls is spoken to, known before the call is read: what is wrong with it is said so.
pub fn spoken(argv: &[OsString], to: Spoken) -> Spoken {
    let lang = match named(argv, "--lang").as_deref() {
        Some("en") => Lang::En,
        Some("zh") => Lang::Zh,
        _ => to.lang,
    };
    let script = named(argv, "--script").as_deref().and_then(Script::named).unwrap_or(to.script);
    Spoken { lang, script }
}

/// What a call says behind an option.
fn named(argv: &[OsString], option: &str) -> Option<String> {
    let words = argv.iter().map(|word| word.to_string_lossy());
    let mut words = words.take_while(|word| word != "--");
    while let Some(word) = words.next() {
        match word.strip_prefix(option) {
            Some("") => return words.next().map(|word| word.to_string()),
            Some(rest) if rest.starts_with('=') => return Some(rest[1..].to_owned()),
            _ => {}
        }
    }
    None
}

/// One of a few words, typed in either script.
#[derive(Clone)]
struct Among(PossibleValuesParser);

impl TypedValueParser for Among {
    type Value = String;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        typed: &OsStr,
    ) -> Result<String, clap::Error> {
        let read = |word: &OsStr| self.0.parse_ref(command, argument, word);
        let folded = || typed.to_str().and_then(simplified);
        read(typed).or_else(|wrong| folded().and_then(|word| read(word.as_ref()).ok()).ok_or(wrong))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        self.0.possible_values()
    }
}
