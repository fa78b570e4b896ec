//! From what stands on the command line to what it means, command by command.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::ArgMatches;

use super::ask::{
    Agenda, Color, Competent, Demo, Door, Doubts, Exam, Format, Import, Init, Input, Meet, NewItem,
    Old, Opening, Out, Over, Pin, Repair, Reported, Run, Scope, Settings, Settling, Side, Step,
    Takes, Trial, What, Wording,
};
use super::table::LISTED;
use crate::app::agenda::Source;
use crate::app::guest::Layout;
use crate::app::script::Script;
use crate::judge::compare::By;
use crate::ledger::{ItemState, Light, Presence, Settlement, Stage};
use crate::words::Lang;
use crate::words::cli::Misuse;
use crate::words::compare::Sort;

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
        policy: text(matches, "policy"),
        lang,
        script: text(matches, "script").as_deref().and_then(Script::named),
        color,
        scope: Scope::Desk,
        input: if matches.get_flag("no-input") { Input::None } else { Input::Asked },
        layout: if matches.get_flag("linear") { Layout::Lines } else { Layout::Screen },
    })
}

pub(super) fn show(matches: &ArgMatches) -> What {
    What::Show { place: text(matches, "place") }
}

/// Two ends at most.
pub(super) fn diff(matches: &ArgMatches) -> Result<What, Misuse> {
    let ends = texts(matches, "ends");
    if let Some(third) = ends.get(2) {
        return Err(Misuse::Other { what: third.clone() });
    }
    let typed = text(matches, "kind");
    let sort = typed.as_deref().and_then(|typed| {
        Sort::ALL
            .into_iter()
            .find(|sort| [Lang::Zh, Lang::En].into_iter().any(|lang| sort.text(lang) == typed))
    });
    let office = matches!(text(matches, "by").as_deref(), Some("单位" | "office"));
    let by = if office { By::Office } else { By::Task };
    Ok(What::Diff { ends, by, sort })
}

pub(super) fn doctor(matches: &ArgMatches) -> What {
    let repair = if matches.get_flag("fix") { Repair::Done } else { Repair::Told };
    let trial = if matches.get_flag("ime") { Trial::Asked } else { Trial::Unasked };
    What::Doctor(Exam { repair, trial })
}

pub(super) fn textconv(matches: &ArgMatches) -> What {
    What::Textconv { file: path(matches, "file").unwrap_or_default() }
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

/// A table, a template, or readings: the words with an equals sign are readings, one behind them is
/// their period.
pub(super) fn reading(matches: &ArgMatches) -> Result<What, Misuse> {
    let (mut words, reason) = (texts(matches, "values"), text(matches, "reason"));
    if matches.get_flag("template") {
        return Ok(What::Template { offices: words, out: out(matches) });
    }
    if let Some(file) = path(matches, "csv") {
        return match words.into_iter().next().or(reason) {
            Some(value) => Err(Misuse::NotWithTable { value }),
            None => Ok(What::ReadTable { file, run: run(matches) }),
        };
    }
    only_with_table(matches)?;
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
        None if values.is_empty() => Err(Misuse::NothingToRead),
        period => Ok(What::Read { values, period, reason }),
    }
}

pub(super) fn assign(matches: &ArgMatches) -> Result<What, Misuse> {
    let (place, parties) = (text(matches, "place"), texts(matches, "parties"));
    if let Some(file) = path(matches, "csv") {
        return match place {
            Some(value) => Err(Misuse::NotWithTable { value }),
            None => Ok(What::AssignTable { file, run: run(matches) }),
        };
    }
    only_with_table(matches)?;
    let named = |party: &&String| party.starts_with(['@', '＠', '+', '＋']);
    if let Some(value) = parties.iter().find(|party| !named(party)) {
        return Err(Misuse::NoLead { value: value.clone() });
    }
    match place {
        Some(place) if !parties.is_empty() => {
            Ok(What::Assign { place, parties: parties.join(" ") })
        }
        _ => Err(Misuse::NobodyToAssign),
    }
}

/// What only a table can do.
fn only_with_table(matches: &ArgMatches) -> Result<(), Misuse> {
    if matches.get_flag("dry-run") { Err(Misuse::DryWithoutTable) } else { Ok(()) }
}

fn run(matches: &ArgMatches) -> Run {
    if matches.get_flag("dry-run") { Run::Dry } else { Run::Real }
}

pub(super) fn out(matches: &ArgMatches) -> Out {
    let file = path(matches, "output").filter(|path| path.as_os_str() != "-").map(Out::File);
    file.or_else(|| path(matches, "out").map(Out::Folder)).unwrap_or(Out::Print)
}

pub(super) fn agenda(matches: &ArgMatches) -> Result<What, Misuse> {
    match (matches.get_flag("auto"), matches.get_flag("lists")) {
        (true, true) => Err(Misuse::Twice { name: "--lists".into() }),
        (true, false) => Ok(What::Agenda(Agenda::Build)),
        (false, true) => Ok(What::Agenda(Agenda::Lists)),
        (false, false) => Ok(What::Agenda(Agenda::Show)),
    }
}

pub(super) fn add_item(matches: &ArgMatches) -> What {
    let rows = text(matches, "rows").unwrap_or_default();
    let rows = rows.split(|c: char| c.is_whitespace() || "、,，".contains(c));
    What::Agenda(Agenda::Add(NewItem {
        title: text(matches, "title").unwrap_or_default(),
        rows: rows.filter(|row| !row.is_empty()).map(str::to_owned).collect(),
        office: text(matches, "office"),
        presenter: text(matches, "presenter"),
        minutes: text(matches, "minutes"),
        restricted: matches.get_flag("restricted"),
    }))
}

pub(super) fn remove_item(matches: &ArgMatches) -> Result<What, Misuse> {
    Ok(What::Agenda(Agenda::Remove(number(matches, "number")?)))
}

pub(super) fn move_item(matches: &ArgMatches) -> Result<What, Misuse> {
    let (from, to) = (number(matches, "number")?, number(matches, "to")?);
    Ok(What::Agenda(Agenda::Move { from, to }))
}

pub(super) fn item_state(matches: &ArgMatches) -> Result<What, Misuse> {
    let typed = text(matches, "state").unwrap_or_default();
    let state = ItemState::named(&typed).ok_or(Misuse::Other { what: typed })?;
    let (number, reason) = (number(matches, "number")?, text(matches, "reason"));
    Ok(What::Agenda(Agenda::State { number, state, reason }))
}

pub(super) fn prepare(matches: &ArgMatches) -> Result<What, Misuse> {
    let (number, lines) = (number(matches, "number")?, texts(matches, "lines"));
    Ok(What::Agenda(Agenda::Prepare { number, lines }))
}

pub(super) fn word_item(matches: &ArgMatches) -> Result<What, Misuse> {
    let (number, text) = (number(matches, "number")?, texts(matches, "text").join(" "));
    Ok(What::Agenda(Agenda::Word { number, text }))
}

/// The words that name what can be done to an item without its being talked about.
pub(super) fn item_states() -> Vec<&'static str> {
    let states = [ItemState::Postponed, ItemState::Carried, ItemState::Written, ItemState::Ahead];
    let words = states.map(|state| state.word().text(Lang::Zh));
    words.into_iter().chain(states.map(ItemState::code)).collect()
}

fn number(matches: &ArgMatches, name: &str) -> Result<u16, Misuse> {
    let value = text(matches, name).unwrap_or_default();
    let plain: String = value.chars().map(crate::app::key::twin).collect();
    let number = plain.parse().ok().filter(|number| *number > 0);
    number.ok_or(Misuse::NotANumber { value })
}

pub(super) fn stage(matches: &ArgMatches) -> Result<What, Misuse> {
    let typed = text(matches, "stage").unwrap_or_default();
    let stage = Stage::named(&typed).ok_or(Misuse::Other { what: typed })?;
    let step = step(matches, "consent", "note")?;
    Ok(What::Stage { decision: given(matches, "id"), stage, step })
}

pub(super) fn extend(matches: &ArgMatches) -> Result<What, Misuse> {
    let step = step(matches, "approved", "reason")?;
    Ok(What::Extend { decision: given(matches, "id"), due: given(matches, "due"), step })
}

pub(super) fn lead(matches: &ArgMatches) -> Result<What, Misuse> {
    let lead = texts(matches, "lead").join("、");
    let step = step(matches, "consent", "reason")?;
    Ok(What::Lead { decision: given(matches, "id"), lead, step })
}

pub(super) fn reword(matches: &ArgMatches) -> Result<What, Misuse> {
    let (on, consent) = (day(matches, "on")?, given(matches, "consent"));
    let step = Step { on, consent, ..Step::default() };
    let text = texts(matches, "text").join(" ");
    let in_papers = matches.get_flag("in-papers");
    let text = if in_papers { Wording::InPapers(text) } else { Wording::OnRecord(text) };
    Ok(What::Reword { decision: given(matches, "id"), text, step })
}

pub(super) fn feedback(matches: &ArgMatches) -> Result<What, Misuse> {
    let told = Reported {
        on: day(matches, "on")?,
        from: text(matches, "from"),
        progress: texts(matches, "progress").join(" "),
        problem: given(matches, "problem"),
        next: given(matches, "next"),
    };
    Ok(What::Feedback { decision: given(matches, "id"), told })
}

pub(super) fn sheet(matches: &ArgMatches) -> Result<What, Misuse> {
    let step = Step { on: day(matches, "on")?, note: given(matches, "reason"), ..Step::default() };
    Ok(What::Sheet { about: given(matches, "about"), colour: given(matches, "colour"), step })
}

pub(super) fn correct(matches: &ArgMatches) -> Result<What, Misuse> {
    let split = |word: String| {
        let parts = word.split_once(['=', '＝']).filter(|(field, _)| !field.is_empty());
        let parts = parts.map(|(field, value)| (field.to_owned(), value.to_owned()));
        parts.ok_or(Misuse::NotACorrection { value: word })
    };
    let fields = texts(matches, "fields").into_iter().map(split).collect::<Result<_, _>>()?;
    Ok(What::Correct { id: given(matches, "id"), fields, agreed: given(matches, "agreed") })
}

pub(super) fn sign(matches: &ArgMatches) -> Result<What, Misuse> {
    Ok(What::Sign {
        meeting: given(matches, "meeting"),
        by: given(matches, "by"),
        document: given(matches, "document"),
        on: day(matches, "on")?,
    })
}

pub(super) fn amend(matches: &ArgMatches) -> Result<What, Misuse> {
    let source = Competent {
        organ: given(matches, "organ"),
        document: given(matches, "document"),
        from: day(matches, "from")?,
        reason: given(matches, "reason"),
    };
    Ok(What::Amend { place: given(matches, "place"), value: given(matches, "value"), source })
}

fn step(matches: &ArgMatches, consent: &str, note: &str) -> Result<Step, Misuse> {
    let (consent, note) = (given(matches, consent), given(matches, note));
    Ok(Step { on: day(matches, "on")?, consent, note })
}

/// A light set by hand says why; one that is put back under the rule needs no reason.
pub(super) fn light(matches: &ArgMatches) -> Result<What, Misuse> {
    let typed = text(matches, "light").unwrap_or_default();
    let light = match typed.as_str() {
        "auto" | "自动" => None,
        name => Some(Light::named(name).ok_or(Misuse::Other { what: typed.clone() })?),
    };
    let reason = text(matches, "reason").unwrap_or_default();
    if light.is_some() && reason.trim().is_empty() {
        return Err(Misuse::NoReason);
    }
    Ok(What::Light {
        place: text(matches, "place").unwrap_or_default(),
        light,
        reason,
        agreed: text(matches, "agreed").unwrap_or_default(),
        pin: if matches.get_flag("pin") { Pin::Pinned } else { Pin::Loose },
    })
}

pub(super) fn attend(matches: &ArgMatches) -> Result<What, Misuse> {
    let typed = text(matches, "presence").unwrap_or_default();
    let presence = Presence::named(&typed).ok_or(Misuse::Other { what: typed })?;
    let (names, instead_of) = (texts(matches, "names"), text(matches, "for"));
    if instead_of.is_some() && names.len() > 1 {
        return Err(Misuse::OneInstead);
    }
    Ok(What::Attend { presence, names, instead_of, reason: text(matches, "reason") })
}

pub(super) fn account(matches: &ArgMatches) -> Result<What, Misuse> {
    let typed = text(matches, "state").unwrap_or_default();
    let state = Settlement::named(&typed).ok_or(Misuse::Other { what: typed })?;
    let place = text(matches, "place").unwrap_or_default();
    Ok(What::Account { place, state, reason: text(matches, "reason") })
}

pub(super) fn check(matches: &ArgMatches) -> What {
    What::Check { source: path(matches, "source") }
}

pub(super) fn merge(matches: &ArgMatches) -> Result<What, Misuse> {
    let sides = [("ours", Side::Ours), ("theirs", Side::Theirs), ("both", Side::Both)];
    let mut asked = Vec::new();
    for (name, side) in sides {
        if let Some(typed) = text(matches, name) {
            let numbers = if typed == "all" { None } else { Some(numbers(&typed)?) };
            asked.push(Settling::Side { numbers, side });
        }
    }
    if let Some(typed) = text(matches, "set") {
        let wrong = || Misuse::NotASettling { value: typed.clone() };
        let (number, value) = typed.split_once(['=', '＝']).ok_or_else(wrong)?;
        let number = number.trim().parse().map_err(|_| wrong())?;
        asked.push(Settling::Other { number, text: value.trim().to_owned() });
    }
    Ok(What::Merge(asked))
}

/// `1,3`
fn numbers(typed: &str) -> Result<Vec<u16>, Misuse> {
    let wrong = || Misuse::NotASettling { value: typed.to_owned() };
    let all = typed.split([',', '，', '、']).map(|one| one.trim().parse::<u16>());
    all.collect::<Result<_, _>>().map_err(|_| wrong())
}

pub(super) fn import(matches: &ArgMatches) -> Result<What, Misuse> {
    let takes = match (matches.get_flag("ours"), matches.get_flag("theirs")) {
        (false, false) => Takes::Asked,
        (true, false) => Takes::Ours,
        (false, true) => Takes::Theirs,
        (true, true) => return Err(Misuse::OneSide),
    };
    let again = path(matches, "again").map(|report| Old { report, takes });
    if again.is_none() && takes != Takes::Asked {
        return Err(Misuse::OneSide);
    }
    Ok(What::Import(Import {
        report: path(matches, "report").unwrap_or_default(),
        out: path(matches, "output"),
        over: if matches.get_flag("replace") { Over::Replace } else { Over::Keep },
        encoding: text(matches, "encoding"),
        doubts: if matches.get_flag("settle") { Doubts::Settle } else { Doubts::List },
        again,
    }))
}

pub(super) fn init(matches: &ArgMatches) -> What {
    What::Init(Init {
        folder: path(matches, "folder").unwrap_or_default(),
        from: path(matches, "from"),
        encoding: text(matches, "encoding"),
        after: path(matches, "after"),
    })
}

pub(super) fn follow(matches: &ArgMatches) -> What {
    let layout = match (matches.get_flag("wall"), matches.get_flag("linear")) {
        (_, true) => Layout::Lines,
        (true, false) => Layout::Wall,
        (false, false) => Layout::Screen,
    };
    What::Follow { name: text(matches, "as"), layout, shown: shown(matches) }
}

/// How much of the book reviewers see.
fn shown(matches: &ArgMatches) -> Scope {
    if matches.get_flag("sealed-only") { Scope::Sealed } else { Scope::Guest }
}

pub(super) fn serve(matches: &ArgMatches) -> What {
    if matches.get_flag("print-sshd") {
        return What::Sshd;
    }
    What::Serve(Door {
        listen: text(matches, "listen"),
        keys: path(matches, "keys"),
        shown: shown(matches),
    })
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

/// The words that name what became of a row.
pub(super) fn settlements() -> Vec<&'static str> {
    let words = Settlement::ALL.iter().map(|state| state.word().text(Lang::Zh));
    words.chain(Settlement::ALL.iter().map(|state| state.code())).collect()
}

/// The words that name a light, and those that put it back under the rule.
pub(super) fn lights() -> Vec<&'static str> {
    let words = |lang: Lang| Light::ALL.into_iter().map(move |light| light.word().text(lang));
    let codes = Light::ALL.into_iter().map(Light::code);
    let mut names: Vec<_> = words(Lang::Zh).chain(codes).chain(words(Lang::En)).collect();
    names.extend(["auto", "自动"]);
    // Some codes are words as well.
    let all = names.clone();
    let mut at = 0;
    names.retain(|name| {
        at += 1;
        !all[..at - 1].contains(name)
    });
    names
}

/// The words that name an attendance.
pub(super) fn presences() -> Vec<&'static str> {
    let words = Presence::ALL.iter().map(|presence| presence.word().text(Lang::Zh));
    words.chain(Presence::ALL.iter().map(|presence| presence.code())).collect()
}

pub(super) fn demo(matches: &ArgMatches) -> What {
    What::Demo(if matches.get_flag("year") { Demo::Year } else { Demo::Meetings })
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

/// A word that is needed, or an option that may be left out: empty then.
pub(super) fn given(matches: &ArgMatches, name: &str) -> String {
    text(matches, name).unwrap_or_default().trim().to_owned()
}

pub(super) fn texts(matches: &ArgMatches, name: &str) -> Vec<String> {
    matches.get_many::<String>(name).unwrap_or_default().cloned().collect()
}

fn path(matches: &ArgMatches, name: &str) -> Option<PathBuf> {
    matches.get_one::<PathBuf>(name).cloned()
}
