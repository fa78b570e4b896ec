//! The forms behind the menu of an earlier decision: 延期 换牵头 改文字 废止 重启, the stages with their
//! day, and 反馈. Whoever is in the chair is filled in where somebody has to agree.

use super::{parties, past_day};
use crate::app::act::{self, Acted};
use crate::app::{Field, Form, Purpose, Screen, Seat, Session, submit};
use crate::ledger::{Due, Followup, Happening, RecordId, Stage, Standing, When, sentence};
use crate::plan::Party;
use crate::words::{Deed, Label, Notice};

/// The form of a step.
pub(in crate::app) fn begin(session: &Session, seat: &mut Seat, id: &RecordId, deed: Deed) {
    let Some(now) = session.state().standing(id) else { return };
    let purpose = Purpose::Follow { decision: id.clone(), deed };
    seat.open(Screen::Form(Form::new(purpose, fields(session, &now, deed))));
}

fn fields(session: &Session, now: &Standing, deed: Deed) -> Vec<(Label, Field)> {
    let filled = |label, text: &str| (label, Field::new(text));
    let empty = |label| (label, Field::default());
    let (chair, day) = (session.chair(), session.base_day().to_string());
    let mut fields = match deed {
        Deed::Extend => {
            vec![empty(Label::Due), filled(Label::Approved, &chair), empty(Label::Reason)]
        }
        Deed::Lead => vec![
            filled(Label::Lead, &sentence::names(&now.lead)),
            filled(Label::Consent, &chair),
            empty(Label::Reason),
        ],
        Deed::Reword => vec![filled(Label::Text, &now.text), filled(Label::Consent, &chair)],
        Deed::Drop | Deed::Reopen => vec![filled(Label::Consent, &chair), empty(Label::Reason)],
        Deed::Feedback => vec![
            empty(Label::Done),
            empty(Label::Problem),
            empty(Label::NextStep),
            filled(Label::Office, now.lead.first().map_or("", Party::name)),
        ],
        // 交办 审核 办结 销号 have a day before all.
        _ => return vec![filled(Label::Day, &day), empty(Label::Note)],
    };
    fields.push(filled(Label::Day, &day));
    fields
}

/// Records the step.
pub(super) fn confirm(session: &mut Session, form: &Form, (id, deed): (&RecordId, Deed)) -> Acted {
    let now = session.state().standing(id);
    let now = now.ok_or_else(|| Notice::NoSuchRecord { id: id.to_string() })?;
    let what = happening(session, form, &now, deed)?;
    let agreed = match deed {
        Deed::Extend => form.text(Label::Approved),
        _ => form.text(Label::Consent),
    };
    let note = match deed {
        Deed::Extend | Deed::Lead | Deed::Drop | Deed::Reopen => form.text(Label::Reason),
        _ => form.text(Label::Note),
    };
    let step = Followup::on(past_day(session, form)?, what).agreed_by(agreed).because(note);
    act::follow(session, id, step, "")
}

fn happening(
    session: &Session,
    form: &Form,
    now: &Standing,
    deed: Deed,
) -> Result<Happening, Notice> {
    Ok(match deed {
        Deed::Extend => {
            Happening::Extended { from: now.due.when(), to: later(session, form.text(Label::Due))? }
        }
        Deed::Lead => {
            let lead = parties(session, form.text(Label::Lead))?;
            if lead.is_empty() {
                return Err(Notice::Empty);
            }
            Happening::Lead { was: now.lead.clone(), now: lead }
        }
        Deed::Reword => match form.text(Label::Text) {
            "" => return Err(Notice::Empty),
            text => Happening::Wording { was: now.text.clone(), now: text.into() },
        },
        Deed::Feedback => {
            let progress = form.text(Label::Done).to_owned();
            if progress.is_empty() {
                return Err(Notice::Empty);
            }
            Happening::Feedback {
                from: parties(session, form.text(Label::Office))?.into_iter().next(),
                progress,
                problem: form.text(Label::Problem).into(),
                next: form.text(Label::NextStep).into(),
            }
        }
        deed => Happening::Stage(stage_of(deed).ok_or(Notice::NotNow)?),
    })
}

/// The due to which something is extended: a day or a repetition.
///
/// # Errors
/// Words that name neither.
pub fn later(session: &Session, text: &str) -> Result<When, Notice> {
    match submit::meant_due(session, text)? {
        Due::Stated(when) => Ok(when),
        _ => Err(Notice::NoRepeat { text: text.into() }),
    }
}

/// The stage to which a deed moves a decision.
pub(in crate::app) fn stage_of(deed: Deed) -> Option<Stage> {
    Some(match deed {
        Deed::Finish | Deed::FinishOn => Stage::Done,
        Deed::Drop => Stage::Dropped,
        Deed::Reopen => Stage::Reopened,
        Deed::Assign => Stage::Assigned,
        Deed::Review => Stage::Reviewed,
        Deed::Close => Stage::Closed,
        _ => return None,
    })
}
