//! The man page, in roff: every command, every option and every key, from the two tables.
//!
//! Formatters know no place where Han may break: each is given to them, as Chinese is set.

use clap_mangen::roff::{Roff, bold, roman};
use unicode_linebreak::linebreaks;

use super::help::{leaves, written};
use super::settings::OPTIONS;
use super::table::COMMANDS;
use crate::app::command;
use crate::shell::locale::Spoken;
use crate::words::cli::{About, Help, Hint, Usage};

/// The man page.
pub(super) fn man(to: Spoken) -> String {
    let lang = to.lang;
    let text = |help: Help| help.text(lang);
    let mut page = Roff::new();
    let version = concat!("yiding ", env!("CARGO_PKG_VERSION"));
    page.control("TH", ["YIDING", "1", "", version, ""]);
    // Han stands in no words: neither hyphens nor stretched spaces help it.
    page.control("nh", []).control("ad", ["l"]);
    heading(&mut page, text(Help::Name));
    page.text([roman(format!("yiding - {}", About::Desk.text(lang)))]);
    heading(&mut page, text(Help::Synopsis));
    page.text([bold(Usage::Desk.text(lang))]);
    heading(&mut page, text(Help::Commands));
    entry(&mut page, "yiding", text(Help::Bare));
    for row in leaves(COMMANDS) {
        entry(&mut page, row.usage.text(lang), row.about.text(lang));
    }
    heading(&mut page, text(Help::Options));
    for option in OPTIONS {
        entry(&mut page, &written(option, lang), option.hint.text(lang));
    }
    entry(&mut page, "-h, --help", Hint::Help.text(lang));
    entry(&mut page, "-V, --version", Hint::Version.text(lang));
    heading(&mut page, text(Help::Keys));
    for row in command::COMMANDS.iter().filter(|row| !row.keys.is_empty()) {
        let keys: Vec<String> =
            row.keys.iter().chain(row.letters).map(ToString::to_string).collect();
        entry(&mut page, &keys.join("  "), row.what.text(lang));
    }
    heading(&mut page, text(Help::ExitCodes));
    for (code, meaning) in codes(text(Help::AllCodes)) {
        entry(&mut page, code, meaning);
    }
    page.control("PP", []);
    page.text([roman(text(Help::NoSecrets))]);
    // Words are known as words only while no mark stands between their Han.
    with_breaks(&to.script.shown(&page.to_roff()))
}

fn heading(page: &mut Roff, text: &str) {
    page.control("SH", [text]);
}

fn entry(page: &mut Roff, name: &str, meaning: &str) {
    page.control("TP", []);
    page.text([bold(name)]);
    page.text([roman(meaning)]);
}

/// `0 已办  1 否`: each code with what it says, two spaces between them.
fn codes(all: &str) -> impl Iterator<Item = (&str, &str)> {
    let (_, all) = all.split_once(':').unwrap_or_default();
    let codes = all.lines().flat_map(|line| line.trim().split("  "));
    codes.filter_map(|code| code.trim().split_once(' '))
}

/// Text lines with a mark wherever a line of Han may end.
fn with_breaks(roff: &str) -> String {
    let mut page = String::new();
    for line in roff.lines() {
        let is_request = line.starts_with(['.', '\'']);
        let mut start = 0;
        for (end, _) in linebreaks(line).filter(|_| !is_request) {
            let part = &line[start..end];
            page.push_str(part);
            if end < line.len() && part.ends_with(|c: char| !c.is_ascii()) {
                page.push_str("\\:");
            }
            start = end;
        }
        page.push_str(&line[start..]);
        page.push('\n');
    }
    page
}
