//! Help and its columns, completions and man page.

use unicode_width::UnicodeWidthStr;

use super::*;
use crate::app::script::{Kept, Script};

const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

#[test]
fn the_short_help_fits_a_screen() {
    for lang in ["zh", "en"] {
        let help = printed(&format!("--lang {lang} -h"));
        assert!(help.lines().count() <= 24, "{} lines\n{help}", help.lines().count());
        for line in help.lines() {
            assert!(line.width_cjk() <= 80, "{} columns: {line}", line.width_cjk());
        }
        for row in COMMANDS {
            assert!(help.contains(&format!("  {}", row.name)), "{} is missing\n{help}", row.name);
        }
    }
}

#[test]
fn cells_of_the_short_help_do_not_run_into_each_other() {
    for row in COMMANDS {
        for lang in LANGS {
            assert!(row.name.len() < 12, "{}", row.name);
            assert!(row.brief.text(lang).width_cjk() < 13, "{}", row.brief.text(lang));
        }
    }
}

#[test]
fn every_command_has_help_in_both_languages() {
    for (path, row) in leaves(COMMANDS, "") {
        for (lang, code) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
            for flag in ["-h", "--help"] {
                let help = printed(&format!("--lang {code} {path} {flag}"));
                assert!(help.contains(&format!("yiding {}", row.usage.text(lang))), "{help}");
                assert!(help.contains(&format!("yiding {}", row.sample.text(lang))), "{help}");
                assert!(row.usage.text(lang).starts_with(&path), "{path}");
                let widest = help.lines().map(UnicodeWidthStr::width_cjk).max();
                assert!(widest <= Some(80), "{widest:?}\n{help}");
            }
        }
        assert_eq!(row.about.text(Lang::En).find(|letter: char| !letter.is_ascii()), None);
    }
}

#[test]
fn the_samples_of_the_help_are_calls() {
    for (_, row) in leaves(COMMANDS, "").into_iter().filter(|(path, _)| path != "meet") {
        for lang in LANGS {
            let sample = row.sample.text(lang);
            assert!(call(sample).is_ok(), "{sample}: {:?}", call(sample));
        }
    }
}

#[test]
fn the_long_help_names_every_call_and_option() {
    for (lang, code) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        let help = printed(&format!("--lang {code} --help"));
        for (_, row) in leaves(COMMANDS, "").into_iter().filter(|(path, _)| path != "meet") {
            assert!(help.contains(&format!("\n  {}\n", row.usage.text(lang))), "{help}");
        }
        for option in [
            "-C ",
            "--today ",
            "--format ",
            "--width ",
            "--policy ",
            "--lang ",
            "--color ",
            "--no-input",
        ] {
            assert!(help.contains(&format!("\n  {option}")), "{option}\n{help}");
        }
    }
}

#[test]
fn the_other_script_is_as_wide_and_its_samples_are_calls() {
    for line in ["-h", "--help", "decide -h", "man"] {
        let (own, other) = (printed(line), printed(&format!("--script 繁 {line}")));
        let lengths =
            |text: &str| text.lines().map(|line| line.chars().count()).collect::<Vec<_>>();
        assert_ne!(own, other, "{line}");
        if line != "man" {
            assert_eq!(lengths(&own), lengths(&other), "{line}");
        }
        let left = other.lines().flat_map(|line| Kept::default().left_simplified(line));
        assert!(line == "man" || left.count() == 0, "{line}\n{other}");
    }
    let other = Kept::none(Script::Traditional).unwrap();
    for (_, row) in leaves(COMMANDS, "").into_iter().filter(|(path, _)| path != "meet") {
        let sample = other.traditional(row.sample.text(Lang::Zh));
        assert!(call(&sample).is_ok(), "{sample}: {:?}", call(&sample));
    }
    assert_eq!(printed("completions bash"), printed("--script 繁 completions bash"));
}

#[test]
fn the_version_is_one_line() {
    for flag in ["-V", "--version"] {
        assert_eq!(printed(flag), format!("yiding {}\n", env!("CARGO_PKG_VERSION")));
    }
}

#[test]
fn completions_and_man_page_know_every_command() {
    for shell in start::SHELLS {
        let script = printed(&format!("completions {shell}"));
        for (path, row) in leaves(COMMANDS, "") {
            assert!(script.contains(row.name), "{shell} lacks {path}");
        }
    }
    for (lang, code) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        let page = printed(&format!("--lang {code} man"));
        assert!(page.starts_with(".TH YIDING 1"), "{page}");
        assert!(page.contains("\\fB130\\fR\n"), "every exit code is an entry\n{page}");
        let page = page.replace("\\:", "");
        let keyed = crate::app::command::COMMANDS.iter().filter(|row| !row.keys.is_empty());
        for command in keyed {
            assert!(page.contains(command.what.text(lang)), "{:?}\n{page}", command.what);
        }
        for (_, row) in leaves(COMMANDS, "").into_iter().filter(|(path, _)| path != "meet") {
            let usage = row.usage.text(lang).replace('-', "\\-");
            assert!(page.contains(&usage), "{usage}\n{page}");
        }
    }
}

#[test]
fn nothing_printed_has_an_escape() {
    for line in ["-h", "--help", "man", "completions bash", "show -h", "--color always -h"] {
        assert!(!printed(line).contains('\u{1b}'), "{line}");
    }
}
