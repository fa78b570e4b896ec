//! What happens to a decision after it was made: `stage`, `extend`, `lead`, `reword`,
//! `feedback`, `sheet`.

use chrono::NaiveDate;

use super::hand::{Hand, refusal};
use super::record::records;
use super::{Answer, name};
use crate::app::mend::Record;
use crate::app::{act, page};
use crate::ledger::{About, Decision, Followup, Happening, RecordId, Sheet, Stage, Standing};
use crate::plan::Party;
use crate::shell::args::{Reported, Settings, Step, Wording};
use crate::shell::failure::Failure;
use crate::words::{Lang, Notice};

/// `stage ID 办结`
pub fn stage(
    settings: &Settings,
    decision: &str,
    stage: Stage,
    step: &Step,
) -> Result<Answer, Failure> {
    let hand = Hand::take(settings)?;
    let id = name::decision(&hand.session, decision, settings.lang)?;
    let what = Happening::Stage(stage);
    let consent = if what.asks_consent() { consent(&hand, step) } else { step.consent.clone() };
    let step = Followup::on(on(&hand, step.on), what).agreed_by(&consent).because(&step.note);
    done(hand, &id, step, settings)
}

/// `extend ID DUE`
pub fn extend(
    settings: &Settings,
    decision: &str,
    due: &str,
    step: &Step,
) -> Result<Answer, Failure> {
    let hand = Hand::take(settings)?;
    let id = name::decision(&hand.session, decision, settings.lang)?;
    let to = page::later(&hand.session, due).map_err(|why| refusal(&why, settings.lang))?;
    let what = Happening::Extended { from: standing(&hand, &id, settings.lang)?.due.when(), to };
    let consent = consent(&hand, step);
    let step = Followup::on(on(&hand, step.on), what).agreed_by(&consent).because(&step.note);
    done(hand, &id, step, settings)
}

/// `lead ID NAME…`
pub fn lead(
    settings: &Settings,
    decision: &str,
    lead: &str,
    step: &Step,
) -> Result<Answer, Failure> {
    let hand = Hand::take(settings)?;
    let id = name::decision(&hand.session, decision, settings.lang)?;
    let now = page::parties(&hand.session, lead).map_err(|why| refusal(&why, settings.lang))?;
    if now.is_empty() {
        return Err(refusal(&Notice::Empty, settings.lang));
    }
    let what = Happening::Lead { was: standing(&hand, &id, settings.lang)?.lead, now };
    let consent = consent(&hand, step);
    let step = Followup::on(on(&hand, step.on), what).agreed_by(&consent).because(&step.note);
    done(hand, &id, step, settings)
}

/// `reword ID TEXT…`
pub fn reword(
    settings: &Settings,
    decision: &str,
    text: &Wording,
    step: &Step,
) -> Result<Answer, Failure> {
    let hand = Hand::take(settings)?;
    let id = name::decision(&hand.session, decision, settings.lang)?;
    let now = match text {
        Wording::InPapers(text) => return in_papers(hand, &id, (text, step), settings),
        Wording::OnRecord(text) => text.trim().to_owned(),
    };
    if now.is_empty() {
        return Err(refusal(&Notice::Empty, settings.lang));
    }
    let what = Happening::Wording { was: standing(&hand, &id, settings.lang)?.text, now };
    let step = Followup::on(on(&hand, step.on), what).agreed_by(&consent(&hand, step));
    done(hand, &id, step, settings)
}

/// Papers word it otherwise: what is open is changed, what is sealed is corrected.
fn in_papers(
    mut hand: Hand,
    id: &RecordId,
    (text, step): (&str, &Step),
    settings: &Settings,
) -> Result<Answer, Failure> {
    let unknown = || refusal(&Notice::NoSuchRecord { id: id.to_string() }, settings.lang);
    let was = hand.session.state().decision(id).ok_or_else(unknown)?.into_owned();
    let now = Decision { in_papers: text.trim().into(), ..was.clone() };
    let acted = if hand.session.is_open(&id.snapshot) {
        act::change(&mut hand.session, id, now, "")
    } else {
        let agreed = consent(&hand, step);
        let record = |made: Decision| Record::Decision(id.clone(), Box::new(made));
        act::correct(&mut hand.session, &record(was), &record(now), &agreed)
    };
    hand.carry_out(acted)?;
    Ok(records(&hand, settings))
}

/// `feedback ID TEXT…`
pub fn feedback(settings: &Settings, decision: &str, told: &Reported) -> Result<Answer, Failure> {
    let hand = Hand::take(settings)?;
    let lang = settings.lang;
    let id = name::decision(&hand.session, decision, lang)?;
    if told.progress.trim().is_empty() {
        return Err(refusal(&Notice::Empty, lang));
    }
    let from = match &told.from {
        Some(name) => Some(Party::named(name, &hand.session.plan.roster)),
        None => standing(&hand, &id, lang)?.lead.into_iter().next(),
    };
    let what = Happening::Feedback {
        from,
        progress: told.progress.trim().into(),
        problem: told.problem.clone(),
        next: told.next.clone(),
    };
    let step = Followup::on(on(&hand, told.on), what);
    done(hand, &id, step, settings)
}

/// `sheet ID|PLACE 蓝`
pub fn sheet(
    settings: &Settings,
    about: &str,
    colour: &str,
    step: &Step,
) -> Result<Answer, Failure> {
    let mut hand = Hand::take(settings)?;
    let lang = settings.lang;
    let about = match name::decision(&hand.session, about, lang) {
        Ok(id) => About::Decision(id),
        Err(unknown) if name::plain(about).contains('-') => return Err(unknown),
        Err(_) => About::Row(hand.session.plan.row(name::row(&hand.session, about, lang)?)),
    };
    let colour = page::colour(colour).map_err(|why| refusal(&why, lang))?;
    let sheet = Sheet { about, colour, on: on(&hand, step.on), reason: step.note.clone() };
    let acted = act::issue(&mut hand.session, sheet);
    hand.carry_out(acted)?;
    Ok(records(&hand, settings))
}

fn done(
    mut hand: Hand,
    id: &RecordId,
    step: Followup,
    settings: &Settings,
) -> Result<Answer, Failure> {
    let acted = act::follow(&mut hand.session, id, step, "");
    hand.carry_out(acted)?;
    Ok(records(&hand, settings))
}

fn standing(hand: &Hand, id: &RecordId, lang: Lang) -> Result<Standing, Failure> {
    let unknown = || refusal(&Notice::NoSuchRecord { id: id.to_string() }, lang);
    hand.session.state().standing(id).ok_or_else(unknown)
}

/// The day that was said, or the one that counts.
fn on(hand: &Hand, said: Option<NaiveDate>) -> NaiveDate {
    said.unwrap_or_else(|| hand.session.base_day())
}

/// Who agreed: whoever was named, or who is in the chair.
fn consent(hand: &Hand, step: &Step) -> String {
    if step.consent.is_empty() { hand.session.chair() } else { step.consent.clone() }
}
