//! 体检: terminal, git and book looked at one by one, each with a mark, a word and what to do.
//!
//! It works without a book, without git and without a terminal: what cannot be asked is said to be
//! unasked. Looking changes nothing; mending changes `.git` only, and `.gitattributes` only where
//! there is none. What somebody set up on purpose is left alone, and said.

use std::io::{self, IsTerminal as _};

use super::Answer;
use super::layout::page;
use crate::app::Keymap;
use crate::format::json::{self, Value};
use crate::shell::args::{Exam, Format, Input, Repair, Settings, Trial};
use crate::shell::book::Site;
use crate::shell::failure::Failure;
use crate::shell::person::Person;
use crate::view::width::Ruler;
use crate::words::doctor::{Found, Health, Summary};
use crate::words::{Lang, Says};
use chart::Line;

mod book;
mod chart;
mod door;
mod git;
mod terminal;
mod trial;

/// The fewest columns that a text is broken into, on however narrow a terminal.
const NARROWEST: usize = 20;

/// Whether somebody sits at a terminal that may be asked.
fn is_seat(settings: &Settings) -> bool {
    let asked = settings.input == Input::Asked;
    asked && io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// `doctor [--fix] [--ime]`
pub fn doctor(settings: &Settings, exam: Exam) -> Result<Answer, Failure> {
    let lang = settings.lang;
    // Keys with a fault are told of among the findings.
    let keymap = Keymap::read(&Person::here().taste.keys).unwrap_or_default();
    let site = Site::find(&settings.book);
    let seat = is_seat(settings);
    let mut lines = terminal::look(settings, seat);
    lines.extend(match (exam.trial, seat) {
        (Trial::Asked, true) => trial::run(lang, &keymap),
        _ => trial::unasked(lang, exam.trial),
    });
    let mended = match (exam.repair, &site) {
        (Repair::Done, Some(site)) => mend(site, lang)?,
        _ => Vec::new(),
    };
    match &site {
        Some(site) => {
            lines.extend(git::look(site, lang));
            lines.extend(book::look(site, settings));
        }
        None => lines.extend(book::absent(settings)),
    }
    Ok(answer(&lines, mended, settings, &keymap))
}

/// Everything that may be set right, set right; what was done.
fn mend(site: &Site, lang: Lang) -> Result<Vec<String>, Failure> {
    let mut mended = git::mend(site, lang)?;
    mended.extend(book::mend(site, lang)?);
    let said = |what: String| Found::Mended { what }.text(lang);
    Ok(mended.into_iter().map(said).collect())
}

/// What was found, with the keys that its reader has at the desk.
fn answer(lines: &[Line], mended: Vec<String>, settings: &Settings, keymap: &Keymap) -> Answer {
    let say = |what: &dyn Says| keymap.say(what, settings.lang);
    let faults = lines.iter().filter(|line| line.health == Health::Fault).count();
    if settings.format == Format::Json {
        let findings: Vec<Value> = lines.iter().map(|line| line.value(&say)).collect();
        let text = json::text(&json::examination(&findings, &mended, faults));
        return Answer { text, told: Vec::new(), no: faults > 0 };
    }
    let text = page(&printed(lines, settings, &say), settings.width);
    let mut told = mended;
    told.extend(summary(lines, faults).iter().map(|said| said.text(settings.lang)));
    Answer { text, told, no: faults > 0 }
}

fn summary(lines: &[Line], faults: usize) -> Vec<Summary> {
    let mendable = lines.iter().filter(|line| line.mendable).count();
    let mut said = match faults {
        0 => vec![Summary::Well],
        count => vec![Summary::Faults { count: count.to_string() }],
    };
    if mendable > 0 {
        said.push(Summary::Mendable { count: mendable.to_string() });
    }
    said
}

/// The findings under the headings of their parts; in a pipe one line is one finding.
fn printed(lines: &[Line], settings: &Settings, say: &dyn Fn(&dyn Says) -> String) -> Vec<String> {
    let mut page = Vec::new();
    let mut ward = None;
    for line in lines {
        if ward != Some(line.ward) {
            ward = Some(line.ward);
            page.push(line.ward.text(settings.lang).to_owned());
        }
        page.extend(told(line, settings, say));
    }
    page
}

/// One finding: in one line where it fits, else with what to do below it.
fn told(line: &Line, settings: &Settings, say: &dyn Fn(&dyn Says) -> String) -> Vec<String> {
    let (head, found) = (line.head(settings.lang), say(&line.found));
    let cure = line.cure.as_ref().map(|cure| format!("=> {}", say(cure)));
    let whole = match &cure {
        Some(cure) => format!("{found}  {cure}"),
        None => found.clone(),
    };
    let Some(columns) = settings.width else { return vec![head + &whole] };
    let fits = Ruler::default().columns(&head) + Ruler::default().columns(&whole);
    if fits <= usize::from(columns) {
        return vec![head + &whole];
    }
    let below = " ".repeat(Line::column(settings.lang));
    let cure = cure.iter().flat_map(|cure| standing_in(&below, cure, columns));
    standing_in(&head, &found, columns).into_iter().chain(cure).collect()
}

/// A text in the column of all findings, as many lines as it needs.
fn standing_in(head: &str, text: &str, columns: u16) -> Vec<String> {
    let indent = Ruler::default().columns(head);
    let room = usize::from(columns).saturating_sub(indent).max(NARROWEST);
    let lines = Ruler::default().breaks(text, room).into_iter().map(|line| &text[line]);
    let heads = std::iter::once(head.to_owned()).chain(std::iter::repeat(" ".repeat(indent)));
    heads.zip(lines).map(|(head, line)| head + line).collect()
}

#[cfg(test)]
mod tests {
    use super::chart::Chart;
    use super::*;
    use crate::plan::Table;
    use crate::words::doctor::{Cure, Topic, Ward};

    #[test]
    fn what_is_found_names_the_keys_of_its_reader() {
        let mut chart = Chart::new(Ward::Terminal, Lang::Zh);
        let found = Found::NoSettings { file: "F9/F4.ron".into() };
        chart.note(Topic::Settings, &found, &Cure::Commit);
        chart.fault(Topic::InputMethod, &Found::NotTried, &Cure::OtherKeys);
        chart.fault(Topic::InputMethod, &Found::NotTried, &Cure::Elsewhere);
        let keys = [("looks", "alt-l"), ("palette", "alt-p"), ("help", "alt-h")];
        let keys: Table<String, Vec<String>> =
            keys.map(|(name, key)| (name.to_owned(), vec![key.to_owned()])).into_iter().collect();
        let keymap = Keymap::read(&keys).unwrap();
        for format in [Format::Text, Format::Json] {
            let settings = Settings { format, ..Settings::speaking(Lang::Zh) };
            let text = answer(&chart.lines, Vec::new(), &settings, &keymap).text;
            assert!(text.contains("Alt-l 改后存 F9/F4.ron"), "{text}");
            let text = text.replace("F9/F4.ron", "");
            assert!(text.contains("Alt-p") && text.contains("Alt-h"), "{text}");
            assert!(["F1", "F4", "F9"].iter().all(|old| !text.contains(old)), "{text}");
        }
    }
}
