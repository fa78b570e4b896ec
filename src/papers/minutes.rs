//! 会议纪要: one meeting, or several in one paper, as the record has them.
//!
//! Printed numbers count what is printed, so a record that was taken back leaves no hole. What is
//! assumed and not confirmed is left out, and so is whatever is not for the minutes. A signed paper
//! stays as it was signed: what was corrected later stands below it.

mod decision;
mod head;
mod items;
mod signed;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::{Deref, DerefMut};

use super::level::Level;
use super::names::Names;
use super::{Block, Foot, Paper, said};
use crate::ledger::{Meeting, Presence, RecordId, Snapshot};
use crate::plan::{Letterhead, Phrase, Plan};
use crate::words::Lang;
use crate::words::paper::{Paper as Word, PaperSays};
use items::Item;

pub use signed::is_signed;

pub(super) use decision::{Telling, sentence};
pub(super) use head::called_all;

/// What a paper is made of.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The plan, with its roster and its letterhead.
    pub plan: &'a Plan,
    /// All that is on record.
    pub state: &'a Snapshot,
    /// In which language the paper speaks.
    pub lang: Lang,
}

/// The minutes of meetings, in the order in which they are given; none of no meeting.
pub fn minutes(on: Known, meetings: &[&Meeting]) -> Option<Paper> {
    let signed: Vec<Signed> = meetings.iter().map(|meeting| Signed::new(on, meeting)).collect();
    let last = signed.last()?;
    let house = on.plan.letterhead_of(&last.meeting.series);
    let mut names = Names::new(&on.plan.roster, on.lang);
    // Made twice: the first time only to know who is named more than once.
    body(&signed, &house, &mut names);
    names.again();
    let body = body(&signed, &house, &mut names);
    let mut standing = Vec::new();
    if on.plan.rehearsal {
        standing.push(Word::Rehearsal.text(on.lang).to_owned());
    }
    if !meetings.iter().all(|meeting| is_signed(on.state, &meeting.id)) {
        standing.push(Word::Draft.text(on.lang).to_owned());
    }
    let held: Vec<&Meeting> = signed.iter().map(|one| &*one.meeting).collect();
    Some(Paper {
        lang: on.lang,
        mark: head::mark(&house, last.meeting.series.as_str(), on.lang),
        number: head::number(on, &held, &house),
        organ: said::clean(&on.plan.organ),
        date: head::date(on, &last.meeting),
        title: head::title(&held, on.lang),
        standing,
        body: body.blocks,
        charts: Vec::new(),
        records: body.records,
        foot: foot(on, &last.meeting, &house),
    })
}

/// A meeting, and the record as it stood when its minutes were signed.
struct Signed<'a> {
    plan: &'a Plan,
    state: Cow<'a, Snapshot>,
    meeting: Cow<'a, Meeting>,
    /// What was corrected after that, in sentences.
    later: Vec<String>,
    lang: Lang,
}

impl<'a> Signed<'a> {
    fn new(on: Known<'a>, meeting: &'a Meeting) -> Self {
        let state = signed::as_signed(on.state, meeting);
        let later = signed::corrected_later(on, meeting);
        let meeting = state.corrected(meeting);
        Self { plan: on.plan, state, meeting, later, lang: on.lang }
    }

    fn telling(&self) -> Telling<'_> {
        Telling { state: &self.state, day: self.meeting.id.day(), lang: self.lang }
    }
}

/// What a paper says, and which blocks of it tell of which decisions.
#[derive(Default)]
struct Body {
    blocks: Vec<Block>,
    records: BTreeMap<usize, RecordId>,
}

impl Body {
    fn tell(&mut self, of: &RecordId, block: Block) {
        self.records.insert(self.blocks.len(), of.clone());
        self.blocks.push(block);
    }
}

impl Deref for Body {
    type Target = Vec<Block>;
    fn deref(&self) -> &Vec<Block> {
        &self.blocks
    }
}

impl DerefMut for Body {
    fn deref_mut(&mut self) -> &mut Vec<Block> {
        &mut self.blocks
    }
}

fn body(signed: &[Signed], house: &Letterhead, names: &mut Names) -> Body {
    let mut body = Body::default();
    for (nth, of) in signed.iter().enumerate() {
        let shift = if signed.len() > 1 {
            let (level, number) = (Level::First, nth + 1);
            body.push(Block::Item { level, number, text: head::dated(&of.meeting, of.lang) });
            1
        } else {
            0
        };
        meeting(of, (house, shift), names, &mut body);
        body.extend(roll(of, names));
    }
    body
}

/// One meeting: how it was held, its items, and what it heard besides.
fn meeting(of: &Signed, how: (&Letterhead, usize), names: &mut Names, body: &mut Body) {
    let (house, shift) = how;
    let found = items::items(of);
    let opening = head::opening(of, &found, names);
    let decides = found.headings.iter().any(|item| !item.decisions.is_empty());
    let follows = if decides { Phrase::Follows } else { Phrase::Nothing };
    let ends = said::closed(&opening, of.lang);
    let between = if of.lang == Lang::Zh { "" } else { " " };
    body.push(Block::Text(format!("{ends}{between}{}", phrase(house, follows, &[], of.lang))));
    let level = if shift == 0 { Level::First } else { Level::Second };
    for (nth, item) in found.headings.iter().enumerate() {
        body.push(Block::Item { level, number: nth + 1, text: item.heading(of.lang) });
        records(of, item, house, names, body);
    }
    if !found.heard.is_empty() {
        let what = said::listed(&found.heard, of.lang);
        let heard = phrase(house, Phrase::AlsoHeard, &[("{what}", &what)], of.lang);
        body.push(Block::Text(heard));
    }
    body.extend(found.put_off.iter().map(|text| Block::Text(text.clone())));
    body.extend(of.later.iter().map(|text| Block::Text(text.clone())));
}

/// What was heard, noted, decided and required under one item.
fn records(of: &Signed, item: &Item, house: &Letterhead, names: &mut Names, body: &mut Body) {
    let day = of.meeting.id.day();
    if !item.in_papers.is_empty() {
        body.push(Block::Text(said::closed(item.in_papers, of.lang)));
    } else if let Some(who) = item.reporter(names, day) {
        let what = item.report(of.lang);
        let blanks = [("{who}", who.as_str()), ("{what}", what.as_str())];
        body.push(Block::Text(phrase(house, Phrase::Heard, &blanks, of.lang)));
    } else if item.is_other {
        body.push(Block::Text(phrase(house, Phrase::Others, &[], of.lang)));
    }
    body.extend(item.noted.iter().map(|text| Block::Text(said::closed(text, of.lang))));
    let mut number = 0;
    for (kind, of_kind) in item.by_kind() {
        let begins = phrase(house, kind, &[], of.lang);
        if let [alone] = of_kind.as_slice() {
            let text = sentence(of.telling(), alone, names);
            body.tell(alone.id(), Block::Text(format!("{begins}{text}")));
            body.extend(decision::nodes(alone, of.lang));
            continue;
        }
        body.push(Block::Text(begins.trim_end().to_owned()));
        for decision in of_kind {
            number += 1;
            let text = sentence(of.telling(), decision, names);
            body.tell(decision.id(), Block::Item { level: Level::Third, number, text });
            body.extend(decision::nodes(decision, of.lang));
        }
    }
}

/// 出席 请假 列席, and 缺席 where somebody was.
fn roll(of: &Signed, names: &Names) -> Vec<Block> {
    let kinds = [Presence::Present, Presence::Excused, Presence::Attending, Presence::Absent];
    let rolls = kinds.into_iter().filter_map(|presence| {
        let all = &of.meeting.attendance;
        let here = all.iter().map(|(party, attendance)| (party, attendance.state));
        let here = names.in_order(here, presence);
        let day = of.meeting.id.day();
        let named = here.into_iter().map(|party| {
            let name = names.in_list(party, day);
            match all.get(party).map(|attendance| said::clean(&attendance.substitute)) {
                Some(substitute) if !substitute.is_empty() => {
                    PaperSays::InsteadOf { name, substitute }.text(of.lang)
                }
                _ => name,
            }
        });
        let names = said::listed(&named.collect::<Vec<_>>(), of.lang);
        let label = said::capital(&said::state(presence.word(), of.lang));
        (!names.is_empty()).then_some(Block::Roll { label, names })
    });
    rolls.collect()
}

fn foot(on: Known, meeting: &Meeting, house: &Letterhead) -> Foot {
    let copies: Vec<String> = house.copies.iter().map(|copy| said::clean(copy)).collect();
    let between = if on.lang == Lang::Zh { "，" } else { ", " };
    let signed = on.state.signing(&meeting.id).map(|signing| said::day(signing.on, on.lang));
    let day = signed.or_else(|| head::undated(meeting, on.lang));
    Foot {
        copies: said::closed(&copies.join(between), on.lang),
        office: said::clean(&house.office),
        issued: day.map_or_else(String::new, |day| PaperSays::Issued { day }.text(on.lang)),
    }
}

/// A phrase as this body words it, its blanks filled.
fn phrase(house: &Letterhead, phrase: Phrase, blanks: &[(&str, &str)], lang: Lang) -> String {
    if let Some(own) = house.phrases.get(&phrase) {
        let fill = |text: String, (blank, with): &(&str, &str)| text.replace(blank, with);
        return blanks.iter().fold(said::clean(own), fill);
    }
    let of = |name: &str| {
        let found = blanks.iter().find(|(blank, _)| *blank == name);
        found.map_or_else(String::new, |(_, with)| (*with).to_owned())
    };
    let said = match phrase {
        Phrase::Heard => PaperSays::Heard { who: of("{who}"), what: of("{what}") },
        Phrase::AlsoHeard => PaperSays::AlsoHeard { what: of("{what}") },
        Phrase::Settled => PaperSays::Settled,
        Phrase::Required => PaperSays::Required,
        Phrase::Others => PaperSays::Others,
        Phrase::Follows => PaperSays::Follows,
        Phrase::Nothing => PaperSays::Nothing,
    };
    said.text(lang)
}

#[cfg(test)]
mod tests;
