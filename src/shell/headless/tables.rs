//! Tables on the command line: readings and assignments that come back filled in, and the templates
//! that are sent out. A table is recorded whole, by one act with one undo, or not at all.

use std::path::Path;

use super::Answer;
use super::hand::{Hand, look};
use super::layout::page;
use crate::app::sheet::{Change, Understood, assignments, readings, template};
use crate::app::{Session, act};
use crate::format::json;
use crate::format::sheet::{self, Sheet};
use crate::judge::latest_reading;
use crate::ledger::{Assignment, Reading};
use crate::plan::Party;
use crate::shell::args::{Format, Out, Run, Settings};
use crate::shell::failure::{Failure, FailureKind};
use crate::shell::table;
use crate::shell::trouble::{reason, show};
use crate::words::{BadRow, BadSheet, Lang, SheetSays};

/// The most wrong lines that are told one by one.
const MOST: usize = 40;

/// `read --csv FILE [--dry-run]`
pub fn read(settings: &Settings, file: &Path, run: Run) -> Result<Answer, Failure> {
    let kind = Kind { understood: readings::understood, told: readings::told, value: reading };
    let record = |session: &mut Session, found: &Understood<Reading>| {
        let all = found.changes.iter().map(|change| (change.place, change.now.clone()));
        act::read(session, all.collect(), "")
    };
    carry_out(settings, file, run, &kind, record)
}

/// `assign --csv FILE [--dry-run]`
pub fn assign(settings: &Settings, file: &Path, run: Run) -> Result<Answer, Failure> {
    let kind =
        Kind { understood: assignments::understood, told: assignments::told, value: assignment };
    let record = |session: &mut Session, found: &Understood<Assignment>| {
        let all = found.changes.iter().map(|change| (change.place, change.now.clone()));
        act::divide(session, all.collect(), "")
    };
    carry_out(settings, file, run, &kind, record)
}

/// `read --template [OFFICE…] [-o FILE | --out DIR]`
pub fn template(settings: &Settings, offices: &[String], out: &Out) -> Result<Answer, Failure> {
    let book = look(settings)?;
    let (session, lang) = (&book.session, settings.lang);
    let templates = match (offices, out) {
        ([], Out::Folder(_)) => template::each(session, lang),
        ([], _) => vec![template::of(session, None, lang)],
        (offices, _) => offices.iter().map(|name| of_office(session, name, lang)).collect(),
    };
    if let Some(none) = templates.iter().find(|template| template.count == 0) {
        let office = none.party.as_ref().map_or_else(String::new, ToString::to_string);
        let why = SheetSays::NoTargetsOf { office }.text(lang);
        return Err(Failure::new(FailureKind::No, why));
    }
    let mut told = book.told;
    let mut text = String::new();
    match out {
        Out::Print => templates.iter().for_each(|template| text += &template.text),
        Out::File(path) => {
            let whole = template_of_all(session, &templates, lang);
            write(path, &whole, lang).map(|line| told.push(line))?;
        }
        Out::Folder(folder) => {
            std::fs::create_dir_all(folder).map_err(|error| {
                let (path, why) = (show(folder), reason(&error, lang));
                Failure::new(FailureKind::Forbidden, SheetSays::NotWritten { path, why }.text(lang))
            })?;
            for template in &templates {
                let path = folder.join(file_name(template, lang));
                write(&path, template, lang).map(|line| told.push(line))?;
            }
        }
    }
    Ok(Answer { text, told, no: false })
}

type Read<T> = Result<Understood<T>, BadSheet>;

/// What tells one kind of table from another.
struct Kind<T> {
    understood: fn(&Session, &Sheet, Lang) -> Read<T>,
    told: fn(&Session, &Change<T>, Lang) -> String,
    value: fn(&Session, &Change<T>) -> json::Value,
}

fn carry_out<T>(
    settings: &Settings,
    file: &Path,
    run: Run,
    kind: &Kind<T>,
    record: impl Fn(&mut Session, &Understood<T>) -> act::Acted,
) -> Result<Answer, Failure> {
    let lang = settings.lang;
    let bytes = table::read(file, lang).map_err(|why| Failure::unreadable(&why))?;
    let sheet = sheet::read(&bytes).map_err(|why| Failure::unreadable(&why.text(lang)))?;
    let unreadable = |why: BadSheet| Failure::unreadable(&why.text(lang));
    if run == Run::Dry {
        let book = look(settings)?;
        let found = (kind.understood)(&book.session, &sheet, lang).map_err(unreadable)?;
        let told = [book.told, said(&sheet, &found, run, lang)].concat();
        if !found.faults.is_empty() {
            return Err(refused(told, &found, lang));
        }
        let text = shown(&book.session, &found, kind, settings);
        return Ok(Answer { text, told, no: false });
    }
    let mut hand = Hand::take(settings)?;
    let found = (kind.understood)(&hand.session, &sheet, lang).map_err(unreadable)?;
    let told = [std::mem::take(&mut hand.told), said(&sheet, &found, run, lang)].concat();
    if !found.faults.is_empty() {
        return Err(refused(told, &found, lang));
    }
    if found.changes.is_empty() {
        return Ok(Answer { text: String::new(), told, no: false });
    }
    let acted = record(&mut hand.session, &found);
    hand.carry_out(acted)?;
    let ids: Vec<String> = hand.last_records().iter().map(ToString::to_string).collect();
    Ok(Answer { text: page(&ids, None), told: [told, hand.told].concat(), no: false })
}

/// The changes, one a line.
fn shown<T>(
    session: &Session,
    found: &Understood<T>,
    kind: &Kind<T>,
    settings: &Settings,
) -> String {
    if settings.format != Format::Text {
        let values = found.changes.iter().map(|change| (kind.value)(session, change)).collect();
        return json::text(&json::array(values));
    }
    let told: Vec<String> =
        found.changes.iter().map(|change| (kind.told)(session, change, settings.lang)).collect();
    page(&told, settings.width)
}

/// What a person should know beside the changes.
fn said<T>(sheet: &Sheet, found: &Understood<T>, run: Run, lang: Lang) -> Vec<String> {
    let separator = sheet.separator.text(lang).to_owned();
    let mut said = vec![SheetSays::ReadAs { encoding: sheet.encoding.into(), separator }];
    if found.blank > 0 {
        said.push(SheetSays::Blank { count: found.blank.to_string() });
    }
    if found.unchanged > 0 {
        said.push(SheetSays::Unchanged { count: found.unchanged.to_string() });
    }
    if found.faults.is_empty() {
        match (found.changes.len(), run) {
            (0, _) => said.push(SheetSays::Nothing),
            (count, Run::Dry) => said.push(SheetSays::Would { count: count.to_string() }),
            (_, Run::Real) => {}
        }
    }
    let cautions = found.changes.iter().flat_map(|change| {
        let at = |what: &String| BadRow::At { line: change.line.to_string(), what: what.clone() };
        change.cautions.iter().map(move |what| at(what).text(lang))
    });
    said.iter().map(|line| line.text(lang)).chain(cautions).collect()
}

/// What is wrong with a table, line by line, with what else is to be said of it.
fn refused<T>(told: Vec<String>, found: &Understood<T>, lang: Lang) -> Failure {
    let count = found.faults.len();
    let failure = Failure::unreadable(&SheetSays::Refused { count: count.to_string() }.text(lang));
    let faults = found.faults.iter().take(MOST).map(|fault| fault.text(lang));
    let more = (count > MOST).then(|| SheetSays::More { count: (count - MOST).to_string() });
    let more = more.map(|more| more.text(lang));
    told.into_iter().chain(faults).chain(more).fold(failure, Failure::hint)
}

fn reading(session: &Session, change: &Change<Reading>) -> json::Value {
    let was = latest_reading(session.state(), change.place);
    json::read(
        change.line,
        change.place,
        was.as_ref().map(|(_, was)| &**was),
        &change.now,
        &change.cautions,
    )
}

fn assignment(session: &Session, change: &Change<Assignment>) -> json::Value {
    let was = session.assignment(change.place);
    json::assigned(change.line, change.place, was, &change.now, &change.cautions)
}

fn of_office(session: &Session, name: &str, lang: Lang) -> template::Template {
    template::of(session, Some(&Party::named(name, &session.plan.roster)), lang)
}

/// One file for several offices holds the targets of all of them.
fn template_of_all(
    session: &Session,
    templates: &[template::Template],
    lang: Lang,
) -> template::Template {
    match templates {
        [one] => one.clone(),
        several => {
            let parties: Vec<&Party> =
                several.iter().filter_map(|one| one.party.as_ref()).collect();
            template::of_all(session, &parties, lang)
        }
    }
}

fn file_name(template: &template::Template, lang: Lang) -> String {
    let name = match &template.party {
        Some(party) => party.name().replace(['/', '\\', '\0'], "_"),
        None => SheetSays::AllTargets.text(lang),
    };
    SheetSays::FileName { name }.text(lang)
}

fn write(path: &Path, template: &template::Template, lang: Lang) -> Result<String, Failure> {
    table::write_new(path, &template.text, lang)
        .map_err(|why| Failure::new(FailureKind::Forbidden, why))?;
    let count = template.count.to_string();
    Ok(SheetSays::Written { path: show(path), count }.text(lang))
}
