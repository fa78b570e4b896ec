//! Two lines of meetings joined without the screen: what is in conflict is listed and waits in the
//! joining's journal until it is settled.

use super::Answer;
use super::hand::{Hand, eyes, refusal, site};
use super::layout::page;
use crate::app::{Fork, act, page as pages};
use crate::format::excerpt::{self, Eyes, Source};
use crate::format::json;
use crate::ledger::{Choice, Conflict, Kept, Settled, sentence};
use crate::plan::validate;
use crate::shell::args::{Format, Settings, Settling, Side};
use crate::shell::book::unopened::named;
use crate::shell::book::{self, Site};
use crate::shell::failure::{Failure, FailureKind};
use crate::shell::placing;
use crate::words::joining::{JoinSays, JoinSign};
use crate::words::{Lang, Notice};

/// `merge [--ours N] [--theirs N] [--both N] [--set N=VALUE]`
pub fn merge(settings: &Settings, asked: &[Settling]) -> Result<Answer, Failure> {
    let site = site(settings)?;
    let first =
        |why: placing::NotPlaced| Failure::new(FailureKind::Conflict, why.text(settings.lang));
    placing::only_snapshots(&site).map_err(first)?;
    plan_holds(&site, settings)?;
    placing::place(&site, settings.lang).map_err(first)?;
    let mut all = Answer::default();
    loop {
        let mut hand = Hand::join(settings)?;
        all.told.append(&mut hand.told);
        if hand.session.meeting().is_some() {
            return Err(refusal(&Notice::MeetingOpen, settings.lang));
        }
        if hand.session.fork.is_none() {
            return conclude(hand, all, settings);
        }
        let begun = act::begin_joining(&mut hand.session, settings.lang);
        hand.carry_out(begun)?;
        // What could not be committed inside a git merge goes with the joining.
        hand.told.clear();
        settle(&mut hand, asked, settings.lang)?;
        waiting(&hand, settings)?;
        let sealed = act::seal_joining(&mut hand.session, settings.lang);
        hand.carry_out(sealed)?;
        let (id, seal) = (hand.session.sealed.id(), hand.session.seal.short());
        all.text += &[id.to_string().as_str(), " ", &seal, "\n"].concat();
        all.told.append(&mut hand.told);
    }
}

/// The same after something was fetched; that there is one line goes without saying.
pub(super) fn joined(settings: &Settings) -> Result<Answer, Failure> {
    let mut answer = merge(settings, &[])?;
    let nothing = JoinSays::Nothing.text(settings.lang);
    answer.told.retain(|told| *told != nothing);
    Ok(answer)
}

/// There is one line. A joining that was sealed and not committed is committed.
fn conclude(mut hand: Hand, mut all: Answer, settings: &Settings) -> Result<Answer, Failure> {
    if hand.session.keeping.uncommitted.is_some() {
        let again = act::commit_again(&hand.session);
        hand.carry_out(again)?;
        all.told.append(&mut hand.told);
    }
    if all.text.is_empty() {
        all.told.push(JoinSays::Nothing.text(settings.lang));
    }
    Ok(all)
}

/// git merged the plan as text: what does not hold is shown at its place.
fn plan_holds(site: &Site, settings: &Settings) -> Result<(), Failure> {
    if !site.repo().is_some_and(crate::shell::git::Repo::is_merging) {
        return Ok(());
    }
    let promised = book::read_plan(site).map_err(|why| super::hand::unopened(&why, settings))?;
    let problems = validate::problems(&promised.plan);
    if problems.is_empty() {
        return Ok(());
    }
    let eyes: Eyes = eyes(settings);
    let name = named(&site.plan());
    let source = Source { name: &name, bytes: &promised.bytes };
    let shown = excerpt::problems(&promised.bytes, &problems, settings.lang)
        .into_iter()
        .map(|told| excerpt::picture(source, &told, eyes));
    let shown = shown.collect::<Vec<_>>().join("\n");
    let why = JoinSays::PlanWrong { shown: shown.trim_end().to_owned() };
    Err(Failure::new(FailureKind::Conflict, why.text(settings.lang)))
}

/// Carries out what was asked of the conflicts.
fn settle(hand: &mut Hand, asked: &[Settling], lang: Lang) -> Result<(), Failure> {
    for settling in asked {
        match settling {
            Settling::Side { numbers, side } => {
                let all = fork_of(hand).map_or(0, |fork| fork.joined().conflicts.len());
                let all: Vec<u16> = (1..).take(all).collect();
                for number in numbers.as_ref().unwrap_or(&all) {
                    let acted = act::settle(&mut hand.session, *number, &choice(*side), lang);
                    hand.carry_out(acted)?;
                }
            }
            Settling::Other { number, text } => {
                let acted =
                    pages::join::settle_by_text(&mut hand.session, &hand.seat, *number, text);
                hand.carry_out(acted)?;
            }
        }
    }
    Ok(())
}

fn choice(side: Side) -> Choice {
    match side {
        Side::Ours => Choice::Ours,
        Side::Theirs => Choice::Theirs,
        Side::Both => Choice::Both,
    }
}

fn fork_of(hand: &Hand) -> Option<&Fork> {
    hand.session.fork.as_deref()
}

/// What waits is listed, with what to do.
fn waiting(hand: &Hand, settings: &Settings) -> Result<(), Failure> {
    let Some(fork) = fork_of(hand) else { return Ok(()) };
    let open = hand.session.open.as_ref().map(|history| &history.open);
    let all: Vec<_> = fork.conflicts(open).collect();
    let count = all.iter().filter(|(.., settled)| settled.is_none()).count();
    if count == 0 {
        return Ok(());
    }
    let lang = settings.lang;
    let text = match settings.format {
        Format::Json => {
            let values = all.iter().map(|one| value(fork, *one, lang));
            json::text(&json::array(values.collect()))
        }
        Format::Csv => {
            let values: Vec<_> = all.iter().map(|one| value(fork, *one, lang)).collect();
            crate::format::csv::table(&values)
        }
        Format::Text => {
            let lines: Vec<String> = all.iter().flat_map(|one| lines(fork, *one, lang)).collect();
            page(&lines, settings.width)
        }
    };
    let why = JoinSays::Waiting { count: count.to_string() }.text(lang);
    Err(Failure::new(FailureKind::Conflict, why).answering(text))
}

/// A conflict for people: what it is about, how it stands, and what each line says.
fn lines(
    fork: &Fork,
    (number, conflict, settled): (u16, &Conflict, Option<&Settled>),
    lang: Lang,
) -> [String; 3] {
    let (ours, theirs) = fork.ends();
    let sign = match settled.map(|settled| &settled.kept) {
        None => JoinSign::Waits,
        Some(Kept::Line(line)) if *line == ours => JoinSign::TookOurs,
        Some(Kept::Line(_)) => JoinSign::TookTheirs,
        Some(Kept::Both) => JoinSign::KeptBoth,
        Some(Kept::Other) => JoinSign::Otherwise,
    };
    let of = sentence::disputed(&conflict.of, lang);
    let says = |sign: JoinSign, line, claim: &crate::ledger::Claim| {
        let said = sentence::said(&conflict.of, &claim.said, lang);
        format!("   {} {line}  {said}  ({})", sign.text(lang), claim.record)
    };
    [
        format!("{number}  {of}  {}", sign.text(lang)),
        says(JoinSign::Ours, ours, &conflict.ours),
        says(JoinSign::Theirs, theirs, &conflict.theirs),
    ]
}

/// The same for programs.
fn value(
    fork: &Fork,
    (number, conflict, settled): (u16, &Conflict, Option<&Settled>),
    lang: Lang,
) -> json::Value {
    let (ours, theirs) = fork.ends();
    let settled = settled.map(|settled| match &settled.kept {
        Kept::Line(line) if *line == ours => "ours",
        Kept::Line(_) => "theirs",
        Kept::Both => "both",
        Kept::Other => "other",
    });
    let said = |claim: &crate::ledger::Claim| sentence::said(&conflict.of, &claim.said, lang);
    json::conflict(&json::Dispute {
        number,
        about: sentence::disputed(&conflict.of, lang),
        ours: (ours.to_string(), conflict.ours.record.to_string(), said(&conflict.ours)),
        theirs: (theirs.to_string(), conflict.theirs.record.to_string(), said(&conflict.theirs)),
        settled,
    })
}
