//! What becomes of a decision of a rehearsal: most are done in time, some are extended, late, dropped,
//! reopened, handed over or never done.

use chrono::{Days, NaiveDate};

use super::{Played, Rehearsal};
use crate::app::act;
use crate::ledger::{About, Colour, Due, Followup, Happening, RecordId, Sheet, Stage, When};

/// One thing that is going to happen to a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    Assign,
    Report,
    Press(Colour),
    Extend,
    HandOver,
    Reword,
    Settle,
    Done,
    Close,
    Drop,
    Reopen,
}

/// What happens to the decision of a number, each so many days after the day on which it is due.
pub(super) fn of(number: usize, made: NaiveDate, due: NaiveDate) -> Vec<(NaiveDate, Turn)> {
    let mut turns = vec![(later(made, 2), Turn::Assign)];
    if !number.is_multiple_of(3) {
        turns.push((earlier(due, 3), Turn::Report));
    }
    turns.extend(end(number).iter().map(|(days, turn)| (shifted(due, *days), *turn)));
    turns
}

/// How it ends.
fn end(number: usize) -> &'static [(i64, Turn)] {
    use Turn::{Close, Done, Drop, Extend, HandOver, Press, Reopen, Report, Reword};
    match number {
        n if n % 25 == 7 => &[(-5, Drop)],
        n if n % 12 == 5 => &[(-2, Extend), (12, Report), (19, Done)],
        n if n % 17 == 3 => &[(-1, Press(Colour::Blue)), (2, Press(Colour::Yellow)), (12, Done)],
        n if n % 31 == 11 => &[(1, Press(Colour::Yellow)), (9, Press(Colour::Red))],
        n if n % 40 == 9 => &[(-9, HandOver), (0, Done)],
        n if n % 50 == 13 => &[(-8, Reword), (0, Done), (6, Close)],
        n if n % 45 == 21 => &[(-1, Done), (9, Reopen), (24, Done), (30, Close)],
        n if n.is_multiple_of(2) => &[(0, Done), (6, Close)],
        _ => &[(-1, Done)],
    }
}

impl Rehearsal {
    /// Has one thing happen to a decision, unless how it stands forbids it by now.
    pub(super) fn happen(&mut self, id: &RecordId, turn: Turn) -> Played {
        if let Turn::Press(colour) = turn {
            return self.press(id, colour);
        }
        let Some(step) = self.step_of(id, turn) else { return Ok(()) };
        if act::possible(&self.session, id, &step).is_err() {
            return Ok(());
        }
        self.step(id, step)
    }

    fn press(&mut self, id: &RecordId, colour: Colour) -> Played {
        if self.session.state().is_over(id) {
            return Ok(());
        }
        let reason = match colour {
            Colour::Blue => "临近时限",
            Colour::Yellow => "已过时限",
            Colour::Red => "多次催办未办结",
        };
        let (about, on) = (About::Decision(id.clone()), self.session.today);
        let sheet = Sheet { about, colour, on, reason: reason.into() };
        let acted = act::issue(&mut self.session, sheet);
        self.carry_out(acted)
    }

    fn step_of(&self, id: &RecordId, turn: Turn) -> Option<Followup> {
        let (today, now) = (self.session.today, self.session.state().standing(id)?);
        let on = |what| Followup::on(today, what);
        let stage = |stage| on(Happening::Stage(stage));
        Some(match turn {
            Turn::Assign => stage(Stage::Assigned),
            Turn::Done => stage(Stage::Done).because("区政府督查室核实"),
            Turn::Close => stage(Stage::Closed),
            Turn::Drop => stage(Stage::Dropped).agreed_by("区长").because("并入同类事项办理"),
            Turn::Reopen => stage(Stage::Reopened).agreed_by("区长").because("现场核查未达要求"),
            Turn::Report => on(Happening::Feedback {
                from: now.lead.first().cloned(),
                progress: "已完成前期工作，正按计划推进".into(),
                problem: "个别环节需部门配合".into(),
                next: "倒排工期，按时办结".into(),
            }),
            Turn::Extend => {
                let from = now.due.when();
                let to = When::On(later(from.and_then(When::day)?, 20), None);
                on(Happening::Extended { from, to }).agreed_by("区长").because("手续未办完")
            }
            Turn::HandOver => {
                let next = self.parties("zfb");
                on(Happening::Lead { was: now.lead, now: next }).agreed_by("区长")
            }
            Turn::Reword => {
                let next = format!("{}，并报区政府备案", now.text);
                on(Happening::Wording { was: now.text, now: next }).agreed_by("区长")
            }
            Turn::Settle => {
                let due = Due::Stated(When::On(later(today, 25), None));
                let (lead, support) = (now.lead, now.support);
                on(Happening::Settled { text: now.text, lead, support, due })
            }
            Turn::Press(_) => return None,
        })
    }
}

pub(super) fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

fn earlier(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

fn shifted(day: NaiveDate, by: i64) -> NaiveDate {
    if by < 0 { earlier(day, by.unsigned_abs()) } else { later(day, by.unsigned_abs()) }
}
