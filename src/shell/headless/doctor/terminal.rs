//! What the terminal can do: what it says of itself in the environment, and what it answers.

use std::io;
use std::path::Path;
use std::time::Duration;

use super::chart::{Chart, Line};
use crate::app::sight::{Ambiguous, Depth};
use crate::shell::args::Settings;
use crate::shell::eyes;
use crate::shell::person::Person;
use crate::shell::terminal::OWN;
use crate::shell::terminal::ask::{Asking, Replies};
use crate::shell::trouble::show;
use crate::words::doctor::{Cure, Found, Health, Topic, Ward};

/// How long a terminal may take to answer: a slow line to another town takes half a second.
const PATIENCE: Duration = Duration::from_secs(2);

/// What the program draws its best on, and the least that it draws on.
const ROOMY: (u16, u16) = (80, 24);
const LEAST: (u16, u16) = (60, 18);

/// All that can be known of this terminal.
pub(super) fn look(settings: &Settings, seat: bool) -> Vec<Line> {
    let mut chart = Chart::new(Ward::Terminal, settings.lang);
    let answers = if seat { asked() } else { Err(Found::NoTerminal) };
    answered(&mut chart, &answers);
    locale(&mut chart, &said);
    claimed(&mut chart, settings);
    personal(&mut chart);
    match rustix::termios::tcgetwinsize(io::stdout()) {
        Ok(size) if seat => sized(&mut chart, (size.ws_col, size.ws_row)),
        _ => chart.unasked(Topic::Size, &Found::NoTerminal, &Cure::OnTerminal),
    }
    chart.lines
}

/// What the environment says.
fn said(name: &str) -> String {
    let said = std::env::var_os(name).unwrap_or_default();
    said.to_string_lossy().into_owned()
}

/// What the terminal answers, or why it was not asked.
fn asked() -> Result<Replies, Found> {
    let taken = Asking::take(Path::new(OWN)).map_err(|_| Found::NoTerminal)?;
    let mut asking = taken.ok_or(Found::NotBefore)?;
    asking.replies(PATIENCE).map_err(|_| Found::NoAnswer)
}

fn answered(chart: &mut Chart, answers: &Result<Replies, Found>) {
    let replies = match answers {
        Ok(replies) => replies,
        Err(why) => {
            for topic in [Topic::Encoding, Topic::Ambiguous, Topic::Sync, Topic::Clipboard] {
                chart.unasked(topic, why, &Cure::OnTerminal);
            }
            return;
        }
    };
    let silent = |chart: &mut Chart, topic| {
        chart.unasked(topic, &Found::NoAnswer, &Cure::AskAgain);
    };
    match replies.han() {
        Some(2) => chart.good(Topic::Encoding, &Found::Utf8),
        Some(columns) => {
            let found = Found::NotUtf8 { columns: columns.to_string() };
            chart.fault(Topic::Encoding, &found, &Cure::ToUtf8);
        }
        None => silent(chart, Topic::Encoding),
    }
    match replies.ambiguous() {
        Some(Ambiguous::Narrow) => chart.good(Topic::Ambiguous, &Found::OneWide),
        Some(Ambiguous::Wide) => chart.good(Topic::Ambiguous, &Found::TwoWide),
        None => silent(chart, Topic::Ambiguous),
    }
    match replies.sync {
        Some(true) => chart.good(Topic::Sync, &Found::Sync),
        Some(false) => chart.good(Topic::Sync, &Found::NoSync),
        None => silent(chart, Topic::Sync),
    }
    match replies.clipboard {
        Some(true) => chart.good(Topic::Clipboard, &Found::Clipboard),
        Some(false) => chart.note(Topic::Clipboard, &Found::NoClipboard, &Cure::ByMouse),
        None => silent(chart, Topic::Clipboard),
    }
    if let Some(name) = &replies.name {
        chart.good(Topic::Emulator, &Found::Term { name: name.clone() });
    }
}

/// The locale matters to git, vi and less; the program itself always writes UTF-8.
fn locale(chart: &mut Chart, said: &dyn Fn(&str) -> String) {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"];
    let name = names.into_iter().map(said).find(|name| !name.is_empty());
    let Some(name) = name else {
        return chart.note(Topic::Locale, &Found::NoLocale, &Cure::SetLang);
    };
    let plain = name.to_lowercase().replace('-', "");
    if plain.contains("utf8") {
        chart.good(Topic::Locale, &Found::Locale { name });
    } else {
        chart.note(Topic::Locale, &Found::LocaleNot { name }, &Cure::SetLang);
    }
}

fn claimed(chart: &mut Chart, settings: &Settings) {
    let claims = eyes::claims();
    let name = claims.term.clone();
    if claims.can_draw() {
        chart.good(Topic::Term, &Found::Term { name });
    } else {
        chart.note(Topic::Term, &Found::Dumb { name }, &Cure::SetTerm);
    }
    let depth = match eyes::sight(&claims, settings).depth {
        Depth::True => Found::True,
        Depth::Indexed => Found::Indexed,
        Depth::Sixteen => Found::Sixteen,
        Depth::Mono => Found::Mono,
    };
    chart.good(Topic::Colour, &depth);
}

/// The settings of whoever asks.
fn personal(chart: &mut Chart) {
    let person = Person::here();
    let Some(path) = &person.file else { return };
    let file = show(path);
    match person.trouble(chart.lang) {
        Some(why) => chart.said(Topic::Settings, Health::Fault, why),
        None if path.exists() => chart.good(Topic::Settings, &Found::Settings { file }),
        None => chart.good(Topic::Settings, &Found::NoSettings { file }),
    }
}

fn sized(chart: &mut Chart, (columns, rows): (u16, u16)) {
    let size = format!("{columns}x{rows}");
    let fits = |(least_columns, least_rows)| columns >= least_columns && rows >= least_rows;
    if fits(ROOMY) {
        chart.good(Topic::Size, &Found::Size { size });
    } else if fits(LEAST) {
        chart.good(Topic::Size, &Found::Narrow { size });
    } else {
        chart.note(Topic::Size, &Found::Tiny { size }, &Cure::Enlarge);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;
    use crate::words::doctor::Health;

    fn found(examine: impl FnOnce(&mut Chart)) -> Vec<(Health, String)> {
        let mut chart = Chart::new(Ward::Terminal, Lang::Zh);
        examine(&mut chart);
        chart.lines.into_iter().map(|line| (line.health, line.found.text(Lang::Zh))).collect()
    }

    #[test]
    fn the_locale_is_the_first_that_is_set() {
        for (set, health) in [
            (vec![("LANG", "zh_CN.UTF-8")], Health::Good),
            (vec![("LANG", "zh_CN.utf8")], Health::Good),
            (vec![("LANG", "zh_CN.UTF-8"), ("LC_ALL", "zh_CN.GBK")], Health::Note),
            (vec![("LC_ALL", "C.UTF-8"), ("LANG", "C")], Health::Good),
            (vec![("LANG", "POSIX")], Health::Note),
            (vec![], Health::Note),
        ] {
            let said = |name: &str| {
                let value = set.iter().find(|(key, _)| *key == name);
                value.map(|(_, value)| (*value).to_owned()).unwrap_or_default()
            };
            let found = found(|chart| locale(chart, &said));
            assert_eq!(
                found.iter().map(|(health, _)| *health).collect::<Vec<_>>(),
                [health],
                "{set:?}"
            );
        }
    }

    #[test]
    fn sizes_are_judged_by_what_fits() {
        for (size, health) in [
            ((120, 36), Health::Good),
            ((80, 24), Health::Good),
            ((79, 24), Health::Good),
            ((60, 18), Health::Good),
            ((60, 17), Health::Note),
            ((40, 50), Health::Note),
        ] {
            let found = found(|chart| sized(chart, size));
            assert_eq!(found[0].0, health, "{size:?}");
            assert!(found[0].1.starts_with(&format!("{}x{}", size.0, size.1)));
        }
    }

    #[test]
    fn what_was_not_answered_is_not_called_good() {
        let silent = found(|chart| answered(chart, &Ok(Replies::default())));
        assert_eq!(silent.len(), 4);
        assert!(silent.iter().all(|(health, _)| *health == Health::Unasked), "{silent:?}");
        let none = found(|chart| answered(chart, &Err(Found::NoTerminal)));
        assert!(none.iter().all(|(_, found)| found == "没有终端，问不到"), "{none:?}");
    }
}
