//! From a line to a decision, a note or an assignment: what was said, and what is assumed of the rest.
//!
//! The text of a record is the line without what was dropped, and not a character otherwise.

use std::ops::Range;

use super::replace::{self, Replaces};
use super::sigil::{self, Sigils, Unpicked, sigils};
use super::{Context, Meaning, Part, Spot, Understood, sentence};
use crate::app::due::Meant;
use crate::app::due::scan::Scan;
use crate::app::key::twin;
use crate::judge;
use crate::ledger::{About, Decision, DecisionKind, Due, Note, Outcome, When};
use crate::plan::{Party, Place};
use crate::words::{Caution, Notice};

/// Reads a line that is neither a binding nor readings.
pub(super) fn read(line: &str, context: &Context) -> Understood {
    let opening = prefixes(line);
    let sigils = sigils(line, opening.length, context);
    let meant = sigils.unpicked.iter().find(|(_, unpicked)| *unpicked == Unpicked::Person);
    if let Some((text, _)) = meant {
        return Understood::refused(Notice::NoPerson { text: text.clone() }, opening.spots);
    }
    if without(line, &ranges(opening.spots.iter().chain(&sigils.spots))).is_empty() {
        return without_text(opening, sigils, context);
    }
    let numbers = sigils.unpicked.iter().map(|(text, _)| Caution::AsText { text: text.clone() });
    let glued = sigils.glued.iter().map(|text| Caution::Glued { text: text.clone() });
    let asides: Vec<Caution> = numbers.chain(glued).collect();
    let heard = sentence::hear(&masked(line, &opening, &sigils), sigils.due.as_ref(), context);
    let mut spots = opening.spots;
    spots.extend(sigils.spots);
    spots.extend(heard.spots);
    spots.sort_by_key(|spot| (spot.at.start, spot.at.end));
    let text = without(line, &ranges(spots.iter().filter(|spot| spot.dropped)));
    let replaced = match opening.replaces.meant(context) {
        Ok(replaced) => replaced,
        Err(why) => return Understood::refused(why, spots),
    };
    let named = if sigils.other || !sigils.about.is_empty() { Some(sigils.about) } else { None };
    let said = Said {
        about: named.or_else(|| replaced.as_ref().map(|replaced| replaced.about.clone())),
        lead: joined(sigils.lead, heard.lead),
        support: joined(sigils.support, heard.support),
        due: sigils.due.or(heard.due),
    };
    if opening.note {
        let about = said.about.unwrap_or_else(|| context.binding.to_vec());
        let note = Note { about, text, ..Note::default() };
        return Understood { meaning: Meaning::Note(note), spots, cautions: asides };
    }
    let mut decision = Decision {
        kind: opening.kind,
        outcome: opening.outcome,
        text,
        nodes: heard.nodes,
        pending: opening.pending || sigils.pending,
        supersedes: replaced.into_iter().map(|replaced| replaced.id).collect(),
        said: line.trim().to_owned(),
        ..Decision::default()
    };
    let mut cautions = asides;
    cautions.extend(said.fill(&mut decision, context));
    Understood { meaning: Meaning::Decision(Box::new(decision)), spots, cautions }
}

/// What the line says of a decision besides its text.
struct Said {
    about: Option<Vec<About>>,
    lead: Vec<Party>,
    support: Vec<Party>,
    due: Option<Meant>,
}

impl Said {
    /// Fills a decision with what was said, and with what is assumed of the rest.
    fn fill(self, decision: &mut Decision, context: &Context) -> Vec<Caution> {
        let mut cautions: Vec<Caution> =
            self.lead.iter().chain(&self.support).filter_map(outside).collect();
        decision.about = self.about.unwrap_or_else(|| context.binding.to_vec());
        decision.lead = self.lead;
        decision.support = self.support;
        decision.support.retain(|party| !decision.lead.contains(party));
        if let Some(meant) = self.due {
            decision.due = meant.due;
            cautions.extend(meant.cautions);
        }
        assume(decision, context);
        let rows = judge::on_finished(context.plan, context.state, decision);
        if !rows.is_empty() {
            cautions.push(Caution::Finished { rows });
        }
        match context.state.meeting() {
            None => cautions.push(Caution::NoMeeting),
            Some(meeting) if meeting.is_adjourned() => cautions.push(Caution::Adjourned),
            Some(_) => {}
        }
        cautions
    }
}

/// The row's lead, else whoever reports on the item, and the next meeting, where nobody said otherwise. What was put off or refused has
/// nobody to do it.
pub(in crate::app) fn assume(decision: &mut Decision, context: &Context) {
    if !matches!(decision.outcome, Outcome::Agreed | Outcome::AgreedInPrinciple) {
        return;
    }
    if decision.lead.is_empty() {
        // What takes a decision's place stays with those who had it.
        let replaced = decision.supersedes.iter().cloned().map(About::Decision);
        let about: Vec<About> = replaced.chain(decision.about.iter().cloned()).collect();
        decision.lead = lead_of(&about, context);
        if decision.lead.is_empty() {
            let reporter = context.reporter.map(|party| context.plan.roster.present(party));
            decision.lead.extend(reporter);
        }
        decision.lead_assumed = !decision.lead.is_empty();
        let lead = &decision.lead;
        decision.support.retain(|party| !lead.contains(party));
    }
    if decision.due == Due::Missing
        && let Some(next) = context.base.next_meeting
    {
        decision.due = Due::Assumed(When::On(next, None));
    }
}

fn outside(party: &Party) -> Option<Caution> {
    match party {
        Party::Outside(name) => Some(Caution::NotInRoster { name: name.clone() }),
        Party::Office { .. } | Party::Post { .. } => None,
    }
}

/// A line with sigils and no text: an assignment, an office's card, or nothing that can be recorded.
fn without_text(head: Head, sigils: Sigils, context: &Context) -> Understood {
    let mut spots = head.spots;
    spots.extend(sigils.spots);
    let people = sigils.lead.len() + sigils.support.len();
    if head.length > 0 || sigils.pending || people == 0 {
        return Understood::refused(Notice::Empty, spots);
    }
    let lone = sigils.picks == 1 && sigils.people == 1 && spots.len() == 1;
    if let ([office], true) = (sigils.lead.as_slice(), lone) {
        let meaning = Meaning::Card(office.clone());
        return Understood { meaning, spots, cautions: Vec::new() };
    }
    let about = if sigils.about.is_empty() { context.binding.to_vec() } else { sigils.about };
    let rows = rows(&about);
    if rows.is_empty() || sigils.other {
        return Understood::refused(Notice::NoRow, spots);
    }
    let mut cautions: Vec<_> =
        sigils.lead.iter().chain(&sigils.support).filter_map(outside).collect();
    let due = sigils.due.and_then(|meant| {
        cautions.extend(meant.cautions);
        meant.due.when()?.day()
    });
    let support = sigils.support.into_iter().filter(|party| !sigils.lead.contains(party));
    let support = support.collect();
    // A row is led by an office; a post beside it is the leader who answers for it.
    let (posts, lead): (Vec<_>, Vec<_>) = sigils.lead.into_iter().partition(Party::is_post);
    let meaning = Meaning::Assign { rows, sponsor: posts.into_iter().next(), lead, support, due };
    Understood { meaning, spots, cautions }
}

/// The rows among what a line is about.
pub(super) fn rows(about: &[About]) -> Vec<Place> {
    let row = |about: &About| match about {
        About::Row(row) => Some(row.place),
        About::Decision(_) => None,
    };
    about.iter().filter_map(row).collect()
}

/// Who leads what a line is about.
fn lead_of(about: &[About], context: &Context) -> Vec<Party> {
    let leads = about.iter().map(|about| people(about, context).0);
    leads.into_iter().find(|lead| !lead.is_empty()).unwrap_or_default()
}

/// Everybody who has to do with what a line is about.
pub(super) fn people_of(about: &[About], context: &Context) -> Vec<Party> {
    let each = about.iter().map(|about| people(about, context));
    each.flat_map(|(lead, support)| lead.into_iter().chain(support)).collect()
}

/// Who leads and who helps, as the roster knows them today: of a row, or of its task; of an earlier
/// decision as it stands.
fn people(about: &About, context: &Context) -> (Vec<Party>, Vec<Party>) {
    let state = context.state;
    let (mut lead, mut support) = match about {
        About::Row(row) => {
            let of = |place: Place| state.latest(state.ledger.assignments.get(&place)?);
            let found = of(row.place).or_else(|| of(row.place.in_task()?));
            found.map_or_else(Default::default, |(_, a)| (a.lead.clone(), a.support.clone()))
        }
        About::Decision(id) => {
            state.standing(id).map_or_else(Default::default, |now| (now.lead, now.support))
        }
    };
    for party in lead.iter_mut().chain(&mut support) {
        *party = context.plan.roster.present(party);
    }
    (lead, support)
}

/// The prefixes of a line.
#[derive(Default)]
struct Head {
    kind: DecisionKind,
    outcome: Outcome,
    note: bool,
    pending: bool,
    replaces: Replaces,
    /// The bytes up to the text; 0 without a prefix.
    length: usize,
    spots: Vec<Spot>,
}

/// What a prefix sets.
type Sets = fn(&mut Head);

const PREFIXES: [(&str, Sets); 8] = [
    ("议定", |_| {}),
    ("要求", |head| head.kind = DecisionKind::Required),
    ("记", |head| head.note = true),
    ("原则同意", |head| head.outcome = Outcome::AgreedInPrinciple),
    ("同意", |head| head.outcome = Outcome::Agreed),
    ("暂缓", |head| head.outcome = Outcome::Postponed),
    ("不同意", |head| head.outcome = Outcome::Rejected),
    ("待定", |head| head.pending = true),
];

/// The same in English; the longer ones first.
const ENGLISH: [(&[&str], Sets); 12] = [
    (&["decided"], |_| {}),
    (&["require"], |head| head.kind = DecisionKind::Required),
    (&["required"], |head| head.kind = DecisionKind::Required),
    (&["note"], |head| head.note = true),
    (&["noted"], |head| head.note = true),
    (&["agreed", "in", "principle"], |head| head.outcome = Outcome::AgreedInPrinciple),
    (&["agreed"], |head| head.outcome = Outcome::Agreed),
    (&["postponed"], |head| head.outcome = Outcome::Postponed),
    (&["deferred"], |head| head.outcome = Outcome::Postponed),
    (&["rejected"], |head| head.outcome = Outcome::Rejected),
    (&["not", "agreed"], |head| head.outcome = Outcome::Rejected),
    (&["pending"], |head| head.pending = true),
];

/// The English prefix with which a text begins: its length in bytes, and what it sets.
fn english(text: &str) -> Option<(usize, Sets)> {
    ENGLISH.iter().find_map(|(words, set)| {
        let mut next = Scan::new(text);
        let read = next.words(words) && next.mark(":");
        read.then(|| (next.read_of(text), *set))
    })
}

/// Reads 要求： 原则同意： and the like; several may stand in a row.
fn prefixes(line: &str) -> Head {
    let mut head = Head::default();
    loop {
        let rest = &line[head.length..];
        let start = head.length + rest.len() - rest.trim_start().len();
        if let Some((length, replaces)) = replace::prefix(&line[start..]) {
            head.replaces = replaces;
            head.spots.push(Spot::dropped(start..start + length, Part::Kind));
            head.length = start + length;
            continue;
        }
        let found = english(&line[start..]).map(|(length, set)| (start + length, set));
        let han = || {
            PREFIXES.iter().find_map(|(word, set)| {
                let after = line[start..].strip_prefix(word)?;
                let colon = after.chars().next().filter(|c| twin(*c) == ':')?;
                Some((start + word.len() + colon.len_utf8(), *set))
            })
        };
        let Some((end, set)) = found.or_else(han) else { return head };
        set(&mut head);
        head.spots.push(Spot::dropped(start..end, Part::Kind));
        head.length = end;
    }
}

/// The line with every byte that was understood already as a space, so that places stay.
fn masked(line: &str, head: &Head, sigils: &Sigils) -> String {
    let mut masked = String::with_capacity(line.len());
    for range in ranges(head.spots.iter().chain(&sigils.spots)) {
        masked.push_str(line.get(masked.len()..range.start).unwrap_or_default());
        masked.extend(std::iter::repeat_n(' ', range.end.saturating_sub(masked.len())));
    }
    masked.push_str(line.get(masked.len()..).unwrap_or_default());
    masked
}

fn ranges<'a>(spots: impl Iterator<Item = &'a Spot>) -> Vec<Range<usize>> {
    spots.map(|spot| spot.at.clone()).collect()
}

fn joined(mut first: Vec<Party>, more: Vec<Party>) -> Vec<Party> {
    sigil::add(&mut first, more);
    first
}

/// A line without ranges: what stood on the two sides of one keeps a space between, unless a mark
/// parts them.
fn without(line: &str, ranges: &[Range<usize>]) -> String {
    let mut text = String::with_capacity(line.len());
    let mut at = 0;
    let mut add = |piece: &str| {
        let piece = piece.trim();
        let parted = |c: char| !c.is_alphanumeric();
        let apart = text.chars().next_back().is_none_or(|c| parted(c) && !"）》”)".contains(c))
            || piece.chars().next().is_none_or(|c| parted(c) && !"（《“(".contains(c));
        if !apart {
            text.push(' ');
        }
        text.push_str(piece);
    };
    for range in ranges {
        add(line.get(at..range.start).unwrap_or_default());
        at = at.max(range.end);
    }
    add(line.get(at..).unwrap_or_default());
    text
}
