//! The architecture, held against the folders: which room uses which, what touches the world, and
//! whether the map in `src/lib.rs` names every file.
//!
//! Files are read as tokens, so comments and texts never count and macros do. A fault is one line
//! like `judge/pace.rs:3 uses view`.

mod layers {
    pub(crate) mod map;
    pub(crate) mod source;
    pub(crate) mod spoken;
    pub(crate) mod steps;
    pub(crate) mod tongue;
}

use std::collections::BTreeSet;

use layers::map::{map, read, rooms_on_the_map};
use layers::source::{Source, Token, is_name, matches, sources};
use layers::spoken::unsaid;
use layers::steps::without_a_step;
use layers::tongue::not_english;

/// Each room, from the ground up, and the rooms that it may use besides itself.
const ROOMS: &[(&str, &[&str])] = &[
    ("words", &[]),
    ("plan", &["words"]),
    ("ledger", &["words", "plan"]),
    ("judge", &["words", "plan", "ledger"]),
    ("report", &["words", "plan"]),
    ("format", &["words", "plan", "ledger", "judge", "report"]),
    ("papers", &["words", "plan", "ledger", "judge"]),
    ("app", &["words", "plan", "ledger", "judge", "report", "format", "papers"]),
    ("view", &["words", "plan", "ledger", "judge", "papers", "app"]),
    ("shell", &["words", "plan", "ledger", "judge", "report", "format", "papers", "app", "view"]),
];

/// Crates with an owner, and the rooms that may use them.
const CRATES: &[(&str, &[&str])] = &[
    ("ratatui", &["view", "shell"]),
    ("crossterm", &[]),
    ("termina", &["shell"]),
    ("tokio", &["shell"]),
    ("russh", &["shell"]),
    ("shlex", &["shell"]),
    ("rustix", &["shell"]),
    ("tempfile", &["shell"]),
    ("signal_hook", &["shell"]),
    ("clap", &["shell"]),
    ("ron", &["format"]),
    ("serde_json", &["format"]),
    ("csv", &["format"]),
    ("encoding_rs", &["format"]),
    ("ferrous_opencc", &["app"]),
    ("chardetng", &["format"]),
    ("html5ever", &["format"]),
    ("quick_xml", &["format", "papers"]),
    ("zip", &["format", "papers"]),
    ("rust_xlsxwriter", &["papers"]),
];

/// Paths that touch the world, hold a clock or share state, and the rooms that may.
const WORLD: &[(&[&str], &[&str])] = &[
    (&["std", "fs"], &["shell"]),
    (&["std", "env"], &["shell", "main"]),
    (&["std", "process"], &["shell", "main"]),
    (&["std", "net"], &["shell"]),
    (&["std", "thread"], &["shell"]),
    (&["Instant", "now"], &["shell"]),
    (&["SystemTime", "now"], &["shell"]),
    (&["Local", "now"], &["shell"]),
    (&["Utc", "now"], &["shell"]),
    (&["mpsc"], &["shell"]),
    (&["Mutex"], &["shell"]),
    (&["Rc"], &["shell"]),
    (&["RefCell"], &["shell"]),
    (&["StatefulWidget"], &[]),
];

#[test]
fn rooms_use_only_the_rooms_below_them() {
    let faults: Vec<String> = sources().iter().flat_map(climbs).collect();
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn crates_stay_in_the_rooms_that_own_them() {
    let faults: Vec<String> = sources().iter().flat_map(strangers).collect();
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn only_the_shell_touches_the_world() {
    let faults: Vec<String> = sources().iter().flat_map(worldly).collect();
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn every_file_says_first_what_it_is_for() {
    let silent: Vec<String> = sources()
        .into_iter()
        .filter(|source| !source.text.starts_with("//! "))
        .map(|source| format!("{}:1 has no //! line", source.path))
        .collect();
    assert_eq!(silent, Vec::<String>::new());
}

#[test]
fn the_map_names_every_file_once_under_its_room() {
    let files: BTreeSet<String> = sources().into_iter().map(|source| source.path).collect();
    assert_eq!(faults_of(&map(), &files), Vec::<String>::new());
}

#[test]
fn a_map_that_is_wrong_is_refused() {
    let lines =
        ["words 0 WHAT IT SAYS", "  words/cli.rs  help", "  plan/row.rs  a row", "words.rs"];
    let map = read(lines.map(str::to_owned));
    let files = ["words.rs", "words/cli.rs", "plan/row.rs", "app.rs"].map(str::to_owned).into();
    let faults = [
        "app.rs is not on the map in src/lib.rs",
        "the map has plan/row.rs under words",
        "the map names words.rs twice",
    ];
    assert_eq!(faults_of(&map, &files), faults);
}

#[test]
fn the_rooms_of_the_map_are_the_rooms_of_the_table() {
    let on_the_map: Vec<String> = rooms_on_the_map();
    let in_the_table: Vec<&str> = ROOMS.iter().map(|(room, _)| *room).collect();
    assert_eq!(on_the_map, in_the_table);
}

#[test]
fn an_import_that_runs_up_is_seen_in_every_spelling() {
    let check = |path: &str, text: &str| climbs(&Source::read(path.into(), text.into()));
    let plain = "//! x\n\nuse crate::view::canvas;";
    assert_eq!(check("judge/pace.rs", plain), ["judge/pace.rs:3 uses view"]);
    let group = "use crate::{plan::Plan, view, app::{key, sight}};";
    assert_eq!(check("judge.rs", group), ["judge.rs:1 uses view", "judge.rs:1 uses app"]);
    let inline = "fn f() { let x = crate::shell::now(); }";
    assert_eq!(check("ledger/id.rs", inline), ["ledger/id.rs:1 uses shell"]);
    let upstairs = "use super::super::app::key;";
    assert_eq!(check("plan/row.rs", upstairs), ["plan/row.rs:1 uses app"]);
    let told = "// crate::view\nconst T: &str = \"crate::view\"; /* crate::app */";
    assert_eq!(check("plan/row.rs", told), Vec::<String>::new());
    assert_eq!(check("words/state.rs", "use super::format::Stop;"), Vec::<String>::new());
}

#[test]
fn a_stranger_is_seen_and_a_namesake_is_not() {
    let check = |path: &str, text: &str| strangers(&Source::read(path.into(), text.into()));
    assert_eq!(check("app/key.rs", "use ron::Value;"), ["app/key.rs:1 uses ron"]);
    assert_eq!(check("plan.rs", "type T = ::ratatui::Frame;"), ["plan.rs:1 uses ratatui"]);
    let namesake = "use crate::format::ron; fn f() { ron::read(); }";
    assert_eq!(check("shell/desk.rs", namesake), Vec::<String>::new());
    let tests = "fn f() {}\n#[cfg(test)]\nmod tests { use tempfile::tempdir; }";
    assert_eq!(check("format/ron.rs", tests), Vec::<String>::new());
}

#[test]
fn the_world_is_seen_in_use_and_in_place() {
    let check = |path: &str, text: &str| worldly(&Source::read(path.into(), text.into()));
    assert_eq!(check("plan.rs", "use std::{fmt, fs};"), ["plan.rs:1 uses std::fs"]);
    assert_eq!(check("app.rs", "let t = Instant::now();"), ["app.rs:1 uses Instant::now"]);
    assert_eq!(check("shell/clock.rs", "Instant::now()"), Vec::<String>::new());
}

#[test]
fn every_text_of_the_catalogue_is_said_somewhere() {
    assert_eq!(unsaid(&sources()), Vec::<String>::new());
}

#[test]
fn a_refusal_says_how_one_goes_on() {
    assert_eq!(without_a_step(&sources()), Vec::<String>::new());
}

#[test]
fn a_refusal_without_a_step_is_seen() {
    let check = |text: &str, expect: &[&str]| {
        let list =
            format!("sentences! {{\n    /// It refuses.\n    Refused {{\n{text}\n    }}\n}}");
        assert_eq!(layers::steps::lacking(&[Source::read("words/x.rs".into(), list)]), expect);
    };
    let said = "        Late { day } => \"{day} 晚了；请改日期\", \"{day} is late; change it\";";
    check(said, &[]);
    check("        Late => \"晚了\", \"late; change it\";", &["Refused::Late"]);
    check("        Late => \"请改\", \"it is late\";", &["Refused::Late"]);
    check("        Late { why } => \"{why}\", \"{why}\";", &[]);
}

#[test]
fn english_is_english() {
    assert_eq!(not_english(&sources()), Vec::<String>::new());
}

#[test]
fn a_text_that_is_not_english_is_seen() {
    let words = "words! { Sign { Yes => \"是\", \"yes\"; No => \"否\", \"否\"; } }\n\
        sentences! { Told { Here { who } => \"{who}在\", \"{who}：\\\"here\\\"\"; } }";
    let found = not_english(&[Source::read("words/a.rs".into(), words.into())]);
    assert_eq!(
        found[..2],
        ["a.rs No says \"否\"", "a.rs Here says \"{who}：\\\\\\\"here\\\\\\\"\""]
    );
}

#[test]
fn a_text_that_nobody_says_is_seen() {
    let file = |path: &str, text: &str| Source::read(path.into(), text.into());
    let words = "words! { Sign { Yes => \"是\", \"yes\"; No => \"否\", \"no\"; } }\n\
        sentences! { Told { Here { who } => \"{who}在\", \"{who}\"; Gone => \"\", \"\"; } }\n\
        words! { State { Open => \"\", \"\"; Shut => \"\", \"\"; } }";
    let maker = "macro_rules! states { ($s:ident) => { State::$s }; }";
    let used = "use crate::words::{Sign as Mark, Told}; states!(Open);\n\
        fn f() { g(Mark::Yes, Told::Here { who }) }\n\
        #[cfg(test)]\nmod tests { fn f() { Told::Gone; } }";
    let sources = [file("words/a.rs", words), file("ledger.rs", maker), file("app.rs", used)];
    let unsaid = unsaid(&sources);
    let left = ["Sign::No", "Told::Gone", "State::Shut"];
    assert_eq!(unsaid, left.map(|text| format!("{text} is never said")));
}

/// Where a map differs from the folders.
fn faults_of(map: &[(String, String)], files: &BTreeSet<String>) -> Vec<String> {
    let named: BTreeSet<&String> = map.iter().map(|(file, _)| file).collect();
    let missing = files.iter().filter(|file| !named.contains(file));
    let mut faults: Vec<String> =
        missing.map(|file| format!("{file} is not on the map in src/lib.rs")).collect();
    let mut seen = BTreeSet::new();
    for (file, room) in map {
        if !files.contains(file) {
            faults.push(format!("the map names {file}, which is not there"));
        } else if !seen.insert(file) {
            faults.push(format!("the map names {file} twice"));
        } else if !room.is_empty() && !file.starts_with(&format!("{room}/")) {
            faults.push(format!("the map has {file} under {room}"));
        }
    }
    faults
}

/// Imports that run up, by `crate::`, by `crate::{…}` or by enough `super::`.
fn climbs(source: &Source) -> Vec<String> {
    let Some((_, allowed)) = ROOMS.iter().find(|(room, _)| *room == source.room()) else {
        return Vec::new();
    };
    let below = |room: &str| room == source.room() || allowed.contains(&room);
    let known = |token: &&Token| ROOMS.iter().any(|(room, _)| *room == token.text);
    let depth = source.path.split('/').count();
    (0..source.tokens.len())
        .flat_map(|at| {
            if source.sequence(at, &["crate", ":", ":"]) {
                heads(&source.tokens[at + 3..])
            } else if source.sequence(at, &["super", ":", ":"].repeat(depth)) {
                heads(&source.tokens[at + 3 * depth..])
            } else {
                Vec::new()
            }
        })
        .filter(known)
        .filter(|token| !below(&token.text))
        .map(|token| source.fault(token, &token.text))
        .collect()
}

/// Crates used outside the rooms that own them. Test code may use what it needs.
fn strangers(source: &Source) -> Vec<String> {
    let local = local_names(source);
    let tokens = &source.tokens[..source.tests_from];
    let owned = |name: &str| {
        CRATES.iter().find(|(owner, rooms)| *owner == name && !rooms.contains(&source.room()))
    };
    (0..tokens.len())
        .filter(|&at| begins_a_path(tokens, at) && !local.contains(tokens[at].text.as_str()))
        .filter_map(|at| owned(&tokens[at].text).map(|(name, _)| source.fault(&tokens[at], name)))
        .collect()
}

/// Reaches for the world outside the rooms that may. Test code may use what it needs.
fn worldly(source: &Source) -> Vec<String> {
    let tokens = &source.tokens[..source.tests_from];
    let mut faults = Vec::new();
    for (path, _) in WORLD.iter().filter(|(_, rooms)| !rooms.contains(&source.room())) {
        for at in (0..tokens.len()).filter(|&at| tokens[at].text == path[0]) {
            let reached = match path.get(1) {
                None => true,
                Some(second) => {
                    matches(&tokens[at + 1..], &[":", ":"])
                        && heads(&tokens[at + 3..]).iter().any(|head| head.text == *second)
                }
            };
            if reached {
                faults.push(source.fault(&tokens[at], &path.join("::")));
            }
        }
    }
    faults
}

/// The first names after `crate::`: one, or those of a group `{a::b, c}`.
fn heads(tokens: &[Token]) -> Vec<&Token> {
    let Some(first) = tokens.first() else { return Vec::new() };
    if first.text != "{" {
        return vec![first];
    }
    let mut depth = 0;
    let mut heads = Vec::new();
    for pair in tokens.windows(2) {
        match pair[0].text.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if depth == 1 && matches!(pair[0].text.as_str(), "{" | ",") {
            heads.push(&pair[1]);
        }
    }
    heads
}

/// Names that a file brought in from its own crate, so `ron::read` may be our own room's.
fn local_names(source: &Source) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    let mut inside = false;
    for pair in source.tokens.windows(2) {
        let (word, next) = (pair[0].text.as_str(), pair[1].text.as_str());
        match word {
            "use" => inside = matches!(next, "crate" | "super" | "self"),
            "mod" => inside = true,
            ";" => inside = false,
            _ => {}
        }
        if inside {
            names.insert(next);
        }
    }
    names
}

fn begins_a_path(tokens: &[Token], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map_or("", |at| tokens[at].text.as_str());
    let continued = before(1) == ":" && before(2) == ":" && is_name(before(3));
    let leads_on = matches(&tokens[at + 1..], &[":", ":"]) || before(1) == "use";
    leads_on && !continued
}
