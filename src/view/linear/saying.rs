//! Facts as sentences: whole rows, some facts behind each other, a word with what it labels.

use crate::papers::listing::{Fact, Manner, Row};
use crate::words::Lang;
use crate::words::linear::{Line, Told};

/// Parts behind each other and a stop.
pub fn full(parts: &[String], lang: Lang) -> String {
    let mut parts: Vec<&str> =
        parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    // A sentence that goes on does not stop in its middle.
    if let Some((_, before)) = parts.split_last_mut() {
        for part in before {
            *part = part.trim_end_matches(['。', '.']);
        }
    }
    let text = parts.join(Line::Comma.text(lang));
    let ends = text.ends_with(['。', '.', '！', '？', '!', '?', '：', ':', '；', ';']);
    if ends || text.is_empty() { text } else { text + Line::Stop.text(lang) }
}

/// A row in one sentence, without what is only worth it where somebody asks.
pub fn brief(row: &Row, lang: Lang) -> String {
    let main = row.facts.iter().filter(|fact| fact.manner != Manner::Aside);
    let parts: Vec<String> =
        std::iter::once(name(row)).chain(main.map(|fact| said(fact, lang))).collect();
    full(&parts, lang)
}

/// A row with all that is known of it, and what else is to be said.
pub fn whole(row: &Row, lang: Lang) -> Vec<String> {
    let all = row.facts.iter().map(|fact| said(fact, lang));
    let parts: Vec<String> = std::iter::once(name(row)).chain(all).collect();
    let more = row.more.iter().map(|line| full(std::slice::from_ref(line), lang));
    std::iter::once(full(&parts, lang)).chain(more).collect()
}

/// Its number and what it is.
fn name(row: &Row) -> String {
    format!("{} {}", row.number, row.text)
}

/// Facts behind each other, as a sentence.
pub fn facts(facts: &[Fact], lang: Lang) -> String {
    let parts: Vec<String> = facts.iter().map(|fact| said(fact, lang)).collect();
    full(&parts, lang)
}

fn said(fact: &Fact, lang: Lang) -> String {
    match fact.manner {
        Manner::Itself => fact.text.clone(),
        Manner::Labelled | Manner::Aside if fact.label.is_empty() => fact.text.clone(),
        Manner::Labelled | Manner::Aside => pair(&fact.label, &fact.text, lang),
    }
}

/// A word with what it labels; nothing for nothing. What is missing names itself: 缺牵头.
pub fn pair(what: &str, text: &str, lang: Lang) -> String {
    if text.is_empty() || text.contains(what) {
        return text.to_owned();
    }
    Told::Pair { what: what.to_owned(), text: text.to_owned() }.text(lang)
}
