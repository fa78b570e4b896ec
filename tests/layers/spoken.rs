//! Which texts of the catalogue nobody ever says.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{Source, Token, matches};

/// A text of the catalogue: its list, and its name there.
type Text = (String, String);

/// The texts that no code outside tests names, as `Notice::Saved`.
pub(crate) fn unsaid(sources: &[Source]) -> Vec<String> {
    let said: BTreeSet<Text> = sources.iter().flat_map(named).collect();
    let made = made_by_macros(sources);
    let texts = sources.iter().filter(|source| source.room() == "words").flat_map(texts);
    let unsaid = texts.filter(|text| !said.contains(text) && !made.contains(text));
    unsaid.map(|(list, name)| format!("{list}::{name} is never said")).collect()
}

/// The texts of `words! { List { Name => …; } }` and `sentences! { … }`.
fn texts(source: &Source) -> Vec<Text> {
    let tokens = &source.tokens;
    let begins = |at: &usize| {
        ["words", "sentences"].iter().any(|lists| source.sequence(*at, &[lists, "!", "{"]))
    };
    (0..tokens.len()).filter(begins).flat_map(|at| texts_of(&tokens[at + 3..])).collect()
}

/// The texts of one list; its attributes stand before its name.
fn texts_of(tokens: &[Token]) -> Vec<Text> {
    let Some(open) = tokens.iter().position(|token| token.text == "{") else { return Vec::new() };
    let list = &tokens[open - 1].text;
    let body = within(&tokens[open..]);
    let starts = |at: usize| at == 0 || body[at - 1].text == ";";
    let names = (0..body.len()).filter(|&at| starts(at)).map(|at| &body[at].text);
    names.map(|name| (list.clone(), name.clone())).collect()
}

/// What lies between a bracket and its twin.
fn within(tokens: &[Token]) -> &[Token] {
    let mut depth = 0_usize;
    let end = tokens.iter().position(|token| {
        match token.text.as_str() {
            "{" | "(" | "[" => depth += 1,
            "}" | ")" | "]" => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    &tokens[1..end.unwrap_or(tokens.len())]
}

/// Every `List::Name` outside tests, a list called otherwise here under its own name.
fn named(source: &Source) -> Vec<Text> {
    let tokens = &source.tokens[..source.tests_from];
    let renamed = tokens.windows(3).filter(|three| three[1].text == "as");
    let own: BTreeMap<&str, &str> =
        renamed.map(|three| (three[2].text.as_str(), three[0].text.as_str())).collect();
    let mut found = Vec::new();
    for (at, name) in tokens.iter().enumerate() {
        let Some(path) = tokens.get(at + 1..).filter(|rest| matches(rest, &[":", ":"])) else {
            continue;
        };
        let names: Vec<&Token> = match path.get(2) {
            Some(group) if group.text == "{" => within(&path[2..]).iter().collect(),
            one => one.into_iter().collect(),
        };
        let list = own.get(name.text.as_str()).map_or(name.text.clone(), ToString::to_string);
        found.extend(names.into_iter().map(|name| (list.clone(), name.text.clone())));
    }
    found
}

/// What a macro names whose body says `List::$name`, by the words that it is given.
fn made_by_macros(sources: &[Source]) -> BTreeSet<Text> {
    let mut makers: Vec<(String, String)> = Vec::new();
    for source in sources {
        let mut own = "";
        for (at, token) in source.tokens.iter().enumerate() {
            if source.sequence(at, &["macro_rules", "!"]) {
                own = source.tokens.get(at + 2).map_or("", |name| &name.text);
            } else if source.sequence(at + 1, &[":", ":", "$"]) && !own.is_empty() {
                makers.push((own.to_owned(), token.text.clone()));
            }
        }
    }
    let mut made = BTreeSet::new();
    for source in sources {
        for at in 0..source.tests_from {
            let called = makers.iter().filter(|(name, _)| source.sequence(at, &[name, "!"]));
            for (_, list) in called {
                let given = within(&source.tokens[at + 2..]).iter();
                made.extend(given.map(|word| (list.clone(), word.text.clone())));
            }
        }
    }
    made
}
