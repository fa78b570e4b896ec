//! One decision as the minutes say it.

use std::borrow::Cow;
use std::ops::Deref;

use chrono::NaiveDate;

use super::Signed;
use crate::ledger::{Decision, Happening, Outcome, RecordId, Snapshot, When};
use crate::papers::names::Names;
use crate::papers::{Block, Level, said};
use crate::plan::Party;
use crate::words::Lang;
use crate::words::paper::{Paper as Word, PaperSays};

/// On what a decision is told.
#[derive(Clone, Copy)]
pub(in crate::papers) struct Telling<'a> {
    /// All that is on record.
    pub(in crate::papers) state: &'a Snapshot,
    /// The day of its meeting: who held a post then.
    pub(in crate::papers) day: Option<NaiveDate>,
    /// In which language.
    pub(in crate::papers) lang: Lang,
}

/// A decision with its slips put right and, where the meeting had left it open, as it was settled.
pub(super) struct Made<'a>(Cow<'a, Decision>, &'a Decision, &'a RecordId);

impl Deref for Made<'_> {
    type Target = Decision;
    fn deref(&self) -> &Decision {
        &self.0
    }
}

impl<'a> Made<'a> {
    /// Which decision it is.
    pub(super) fn id(&self) -> &'a RecordId {
        self.2
    }

    /// Its sentence for as long as the record lasts.
    pub(super) fn as_made(&self) -> &'a str {
        match &self.0 {
            Cow::Borrowed(decision) => decision.for_papers(),
            Cow::Owned(_) => self.1.for_papers(),
        }
    }
}

/// The decisions of a meeting that are for its minutes, in the order in which they were made.
pub(super) fn for_minutes<'a>(of: &'a Signed) -> impl Iterator<Item = Made<'a>> {
    let all = &of.state.ledger.decisions;
    let own = all.iter().filter(|(id, _)| id.snapshot == of.meeting.id);
    own.filter(|(_, made)| !made.not_in_minutes)
        .map(|(id, made)| Made(settled(of, id, made), made, id))
}

/// What was left 待定 reads as it was settled.
fn settled<'a>(of: &'a Signed, id: &RecordId, made: &'a Decision) -> Cow<'a, Decision> {
    let mut decision = of.state.decision(id).unwrap_or(Cow::Borrowed(made));
    let steps = of.state.ledger.followups.get(id).filter(|_| made.pending);
    for (_, step) in steps.into_iter().flat_map(|all| of.state.in_order(all)) {
        if let Happening::Settled { text, lead, support, due } = &step.what {
            let decision = decision.to_mut();
            if decision.text != *text {
                decision.in_papers.clear();
            }
            decision.text.clone_from(text);
            decision.lead.clone_from(lead);
            decision.lead_assumed = false;
            decision.support.clone_from(support);
            decision.due.clone_from(due);
            decision.pending = false;
        }
    }
    decision
}

/// Its sentence, with who leads, who helps and by when where the sentence does not say so itself.
pub(in crate::papers) fn sentence(of: Telling, made: &Decision, names: &mut Names) -> String {
    let lang = of.lang;
    let mut parts = vec![answered(made, lang)];
    parts.extend(whom(of, made, names));
    parts.extend(said::due(&made.due, made.for_papers(), lang));
    parts.extend(made.supersedes.iter().filter_map(|id| replaced(of, id)));
    if !made.consent.trim().is_empty() {
        let who = said::clean(&made.consent);
        parts.push(PaperSays::Consent { who }.text(lang));
    }
    let between = if lang == Lang::Zh { "，" } else { ", " };
    let mut text = parts.join(between);
    if made.pending {
        text += &PaperSays::Pending.text(lang);
    }
    text + Word::Stop.text(lang)
}

/// The steps on the way to its due, one below the other.
pub(super) fn nodes(made: &Made, lang: Lang) -> Vec<Block> {
    let node = |(nth, node): (usize, &crate::ledger::Node)| {
        let (when, what) = (said::when(When::On(node.by, None), lang), said::open(&node.text));
        let text = said::closed(&PaperSays::NodeBy { when, what }.text(lang), lang);
        Block::Item { level: Level::Fourth, number: nth + 1, text }
    };
    made.nodes.iter().enumerate().map(node).collect()
}

/// The sentence with how the meeting answered before it: 原则同意：…
fn answered(made: &Decision, lang: Lang) -> String {
    let text = said::open(made.for_papers());
    let word = said::state(made.outcome.word(), lang);
    if made.outcome == Outcome::Agreed || text.starts_with(&word) {
        return text;
    }
    PaperSays::Answered { word, text }.text(lang)
}

/// Who leads and who helps. A lead that nobody named is left out until it is confirmed.
fn whom(of: Telling, made: &Decision, names: &mut Names) -> Vec<String> {
    let Telling { lang, day, .. } = of;
    let mut parts = Vec::new();
    let text = made.for_papers();
    let said_so = |parties: &[Party], word: &str| {
        text.contains(word) && parties.iter().all(|party| text.contains(party.name()))
    };
    let lead: &[Party] = if made.lead_assumed { &[] } else { &made.lead };
    if !lead.is_empty() && !said_so(lead, Word::Leads.text(lang)) {
        parts.push(PaperSays::Lead { names: names.of_all(lead, day) }.text(lang));
    }
    if !made.support.is_empty() && !said_so(&made.support, Word::Helps.text(lang)) {
        parts.push(PaperSays::Support { names: names.of_all(&made.support, day) }.text(lang));
    }
    parts
}

/// The decision that is not in force any more, by its day and its words: its number was another
/// paper's.
fn replaced(of: Telling, id: &RecordId) -> Option<String> {
    let earlier = of.state.decision(id)?;
    let day = id.snapshot.day().map_or_else(String::new, |day| said::day(day, of.lang));
    let text = said::open(earlier.for_papers());
    Some(PaperSays::InPlaceOf { day, text }.text(of.lang))
}
