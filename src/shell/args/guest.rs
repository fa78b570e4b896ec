//! What a reviewer may call: the same table, and which rows and options of it are lent out.

use std::ffi::OsString;

use clap::ArgMatches;
use clap::error::ErrorKind;
use clap::parser::ValueSource;

use super::ask::Ask;
use super::{grammar, misuse, named, printed};
use crate::shell::failure::{Failure, FailureKind};
use crate::shell::locale::Spoken;
use crate::words::Lang;
use crate::words::door::Denied;

/// A command that reviewers may call, and what it takes from them.
struct Lent {
    name: &'static str,
    takes: &'static [&'static str],
}

/// What reviewers may call: it only reads, and takes no path from them.
const LENT: &[Lent] = &[
    Lent { name: "show", takes: &["place"] },
    Lent { name: "list", takes: &["kind", "filters"] },
    Lent { name: "log", takes: &[] },
    Lent { name: "diff", takes: &["ends", "by", "kind"] },
    Lent { name: "story", takes: &["place"] },
    Lent { name: "export", takes: &["paper", "meetings", "to"] },
    Lent { name: "print", takes: &["what", "to"] },
];

/// The options that reviewers may give with it.
const LENT_OPTIONS: &[&str] = &["format", "width", "policy", "lang", "script", "color"];

/// Reads a reviewer's command; its first word is the command's name, not the program's.
///
/// # Errors
/// A call that is not understood, or one that is not for reviewers.
pub fn lent(words: &[String], to: Spoken) -> Result<Ask, Failure> {
    let argv = std::iter::once("yiding").chain(words.iter().map(String::as_str));
    let argv: Vec<OsString> = argv.map(OsString::from).collect();
    let to = grammar::spoken(&argv, to);
    let lang = to.lang;
    if words.is_empty() {
        let why = Denied::Nothing { among: among() }.text(lang);
        return Err(Failure::new(FailureKind::Usage, why));
    }
    let command = named(&argv);
    match grammar::matched(&argv, lang) {
        Ok(matches) => {
            permitted(&matches, lang)?;
            super::ask(&matches, to).map_err(|wrong| misuse::failure(&wrong, &command, lang))
        }
        Err(error) if error.kind() == ErrorKind::DisplayHelp => {
            Ok(printed(&error.render().to_string(), to))
        }
        Err(error) => {
            let typed = misuse::command_of(&error);
            let name = typed.or_else(|| command.get(1).cloned());
            match name.filter(|name| row(name).is_none()) {
                Some(name) => Err(denied(&name, lang)),
                None => Err(misuse::from_clap(&error, &command, lang)),
            }
        }
    }
}

/// The commands that are lent out.
fn among() -> String {
    LENT.iter().map(|lent| lent.name).collect::<Vec<_>>().join(" ")
}

fn row(name: &str) -> Option<&'static Lent> {
    LENT.iter().find(|lent| lent.name == name)
}

/// Whether the command and each word that was given with it are lent out.
fn permitted(matches: &ArgMatches, lang: Lang) -> Result<(), Failure> {
    let Some((name, below)) = matches.subcommand() else {
        let why = Denied::Nothing { among: among() }.text(lang);
        return Err(Failure::new(FailureKind::Usage, why));
    };
    let lent = row(name).ok_or_else(|| denied(name, lang))?;
    let given = |id: &&str| below.value_source(id) == Some(ValueSource::CommandLine);
    let mut ids = below.ids().map(clap::Id::as_str).filter(given);
    let kept = ids.find(|id| !lent.takes.contains(id) && !LENT_OPTIONS.contains(id));
    if let Some(id) = kept {
        return Err(denied(&format!("{name} --{id}"), lang));
    }
    match below.subcommand() {
        Some((under, _)) => Err(denied(&format!("{name} {under}"), lang)),
        None => Ok(()),
    }
}

fn denied(name: &str, lang: Lang) -> Failure {
    let why = Denied::Command { name: name.to_owned(), among: among() }.text(lang);
    Failure::new(FailureKind::Forbidden, why)
}

#[cfg(test)]
mod tests {
    use super::super::settings::OPTIONS;
    use super::super::table::COMMANDS;
    use super::*;
    use crate::shell::args::{Format, What};

    fn call(line: &str) -> Result<Ask, Failure> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        lent(&words, Spoken::default())
    }

    #[test]
    fn what_is_lent_out_stands_in_the_table() {
        for lent in LENT {
            let row = COMMANDS.iter().find(|row| row.name == lent.name).unwrap();
            for take in lent.takes {
                assert!(row.takes.iter().any(|own| own.name == *take), "{} {take}", lent.name);
            }
        }
        for option in LENT_OPTIONS {
            assert!(OPTIONS.iter().any(|own| own.name == *option), "{option}");
        }
    }

    #[test]
    fn what_only_reads_is_answered() {
        let ask = call("show 1.4 --format json").unwrap();
        assert_eq!(ask.what, What::Show { place: Some("1.4".into()) });
        assert_eq!(ask.settings.format, Format::Json);
        for line in [
            "log",
            "diff --by 单位",
            "story 1.2",
            "list decisions 逾期",
            "show",
            "--width 72 list tasks --lang en",
            "export minutes 4 --to md",
            "print 台账 逾期 --to html",
        ] {
            assert!(call(line).is_ok(), "{line}");
        }
        assert!(matches!(call("show -h").unwrap().what, What::Print(_)));
    }

    #[test]
    fn everything_else_is_denied() {
        for line in [
            "decide 1.4 开工",
            "undo",
            "seal",
            "read --csv x.csv",
            "assign 1.4 @投促局",
            "meet open",
            "meet status",
            "init x",
            "demo",
            "tutor",
            "man",
            "completions bash",
            "check",
            "-C /etc show",
            "show -C /etc",
            "log --today 2023-09-15",
            "sh -c id",
            "scp -t /tmp",
            "rsync --server . .",
            "bash",
            "serve",
            "/bin/sh",
            "export minutes 4 -o /tmp/x",
            "export minutes --out /tmp",
            "export minutes --replace",
            "print -o /tmp/x",
            "print --out /tmp",
        ] {
            let why = call(line).unwrap_err();
            let codes = [FailureKind::Forbidden, FailureKind::Usage];
            assert!(codes.contains(&why.kind) && !why.message.is_empty(), "{line} {why:?}");
        }
        let why = call("decide 1.4 开工").unwrap_err();
        assert_eq!(
            why.message,
            "阅览席不能用“decide”；可用的：show list log diff story export print"
        );
        let why = call("show 1.4 -C /etc").unwrap_err();
        assert_eq!(
            why.message,
            "阅览席不能用“show --book”；可用的：show list log diff story export print"
        );
        assert_eq!(
            call("").unwrap_err().message,
            "请写一个命令；可用的：show list log diff story export print"
        );
    }

    #[test]
    fn every_command_of_the_table_is_lent_or_denied() {
        for row in COMMANDS.iter().filter(|row| self::row(row.name).is_none()) {
            let why = call(row.name).unwrap_err();
            let told = format!("阅览席不能用“{}", row.name);
            assert!(why.message.starts_with(&told), "{} {why:?}", row.name);
        }
    }
}
