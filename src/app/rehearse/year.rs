//! A year of a district: meetings and what goes on between them, day by day, the same every time.
//!
//! The size is one that was counted in a real county: 27 meetings, 579 decisions. Everything in it is
//! made up.

use std::collections::BTreeMap;

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

use super::events::EVENTS;
use super::fate::{Turn, later};
use super::{Played, Rehearsal, Stopped, figures};
use crate::app::{act, submit};
use crate::ledger::{Account, Assignment, Reading, RecordId, Settlement, Signing};
use crate::plan::Place;
use crate::words::Lang;

/// How large a year is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Year {
    /// Meetings of all series.
    pub meetings: usize,
    /// Decisions of all meetings.
    pub decisions: usize,
}

impl Default for Year {
    fn default() -> Self {
        Self { meetings: 27, decisions: 579 }
    }
}

/// Plays a year on a plan, up to its last day: everything is sealed then.
///
/// # Errors
/// A plan that cannot be read, or that is not of a year.
pub fn year(plan: String, size: Year, lang: Lang) -> Result<Rehearsal, Stopped> {
    let from = super::read(&plan)?.period.from;
    let adopted = later(from, 36);
    let book = Rehearsal::adopted(plan, adopted, lang)?;
    let mut teller =
        Teller { book, size, from, coming: BTreeMap::new(), made: 0, reported: 0, told: 0 };
    teller.divide()?;
    let mut day = later(adopted, 1);
    for nth in 0..size.meetings {
        let held = teller.day_of(nth);
        teller.between(day, held)?;
        teller.meeting(nth, held)?;
        day = later(held, 1);
    }
    let last = later(from, 362);
    teller.between(day, last)?;
    teller.settle(last)?;
    Ok(teller.book)
}

/// Who tells the year, and how far.
pub(super) struct Teller {
    pub(super) book: Rehearsal,
    pub(super) size: Year,
    /// The first day of the year.
    from: NaiveDate,
    /// What is going to happen to decisions.
    pub(super) coming: BTreeMap<NaiveDate, Vec<(RecordId, Turn)>>,
    /// How many decisions were made.
    pub(super) made: usize,
    /// How many months were reported.
    pub(super) reported: u32,
    /// How many of the year's own events happened.
    told: usize,
}

/// Offices of the tasks, the first leads.
const OFFICES: [&str; 20] = [
    "fgj czj",
    "tcj fgj",
    "ysj scjgj",
    "lkb zjj",
    "swj fgj",
    "gxj jkq",
    "nyncj xfz",
    "zjj jtj",
    "sthjj shwj",
    "cgj zfj",
    "mzj rsj",
    "jyj zjj",
    "wjj rsj",
    "wlj xcb",
    "yjj gafj",
    "zfb zzb",
    "zfb jjw",
    "zfb czj",
    "sfj zfb",
    "sjj czj",
];

impl Teller {
    /// Spread over the year from February to the end of December.
    fn day_of(&self, nth: usize) -> NaiveDate {
        let span = 315 * nth / self.size.meetings.saturating_sub(1).max(1);
        let day = later(self.from, 40 + u64::try_from(span).unwrap_or_default());
        // On the Friday of that week.
        let back = (day.weekday().num_days_from_monday() + 7 - 4) % 7;
        day.checked_sub_days(Days::new(u64::from(back))).unwrap_or(day)
    }

    /// 建账: every task gets its offices.
    fn divide(&mut self) -> Played {
        let since = self.book.session.today;
        let tasks: Vec<Place> = self.book.session.plan.tasks().map(|task| task.id).collect();
        let rows = tasks.into_iter().enumerate().map(|(nth, task)| {
            let mut parties = self.book.parties(OFFICES[nth % OFFICES.len()]).into_iter();
            let lead = parties.next().into_iter().collect();
            let sponsor = if nth % 3 == 0 { "常务副区长" } else { "分管副区长" };
            let support = parties.collect();
            let given =
                Assignment { lead, support, sponsor: sponsor.into(), ..Assignment::since(since) };
            (task, given)
        });
        let rows = rows.collect();
        let acted = act::divide(&mut self.book.session, rows, "");
        self.book.carry_out(acted)
    }

    /// The days between two meetings.
    fn between(&mut self, from: NaiveDate, to: NaiveDate) -> Played {
        for day in from.iter_days().take_while(|day| *day < to) {
            if matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
                continue;
            }
            self.book.at(day, "09:30");
            while let Some((_, event)) =
                EVENTS.get(self.told).filter(|(on, _)| later(self.from, *on) <= day)
            {
                self.told += 1;
                event(&mut self.book)?;
            }
            self.happen(day)?;
            self.sign(day)?;
            if day.day() >= 10 && self.reported + 1 < day.month() {
                self.report(self.reported + 1)?;
            }
        }
        Ok(())
    }

    /// What was to happen to decisions until a day.
    fn happen(&mut self, day: NaiveDate) -> Played {
        while let Some(entry) = self.coming.first_entry().filter(|entry| *entry.key() <= day) {
            for (id, turn) in entry.remove() {
                self.book.happen(&id, turn)?;
            }
        }
        Ok(())
    }

    /// The minutes of a meeting are signed within a week; of every ninth they stay a draft.
    fn sign(&mut self, day: NaiveDate) -> Played {
        let Some(last) = self.book.session.last_meeting.as_ref() else { return Ok(()) };
        let (id, number) = (last.id.clone(), last.number);
        let early = id.day().is_none_or(|held| later(held, 5) > day);
        if early || number % 9 == 8 || self.book.session.state().signing(&id).is_some() {
            return Ok(());
        }
        let document = format!("〔{}〕{number}号", day.year());
        let signing = Signing { by: "区长".into(), on: day, document };
        let acted = act::sign(&mut self.book.session, &id, signing);
        self.book.carry_out(acted)
    }

    /// The figures of all targets up to a month, as one table. Each month a few are missing.
    fn report(&mut self, month: u32) -> Played {
        self.reported = month;
        let figures = self.figures(month, |nth| !(nth + month as usize).is_multiple_of(11))?;
        let acted = act::read(&mut self.book.session, figures, "");
        self.book.carry_out(acted)
    }

    pub(super) fn figures(
        &self,
        month: u32,
        wanted: impl Fn(usize) -> bool,
    ) -> Played<Vec<(Place, Reading)>> {
        let session = &self.book.session;
        let mut figures = Vec::new();
        for (nth, target) in session.plan.targets().enumerate().filter(|(nth, _)| wanted(*nth)) {
            let Some(value) = figures::typed(target, nth, month) else { continue };
            let year = self.from.year();
            let period = format!("{year}-01..{year}-{month:02}");
            let (reading, _) = submit::reading(session, target.id, (&value, &period))?;
            let from = session.assignment(target.id).and_then(|given| given.lead.first()).cloned();
            let preliminary = nth.is_multiple_of(5) && month > 9;
            let source = "统计月报".into();
            figures.push((target.id, Reading { from, source, preliminary, ..reading }));
        }
        Ok(figures)
    }

    /// 交账: what became of every task, and the last 入账.
    fn settle(&mut self, day: NaiveDate) -> Played {
        self.book.at(day, "10:00");
        let tasks: Vec<Place> = self.book.session.plan.tasks().map(|task| task.id).collect();
        let account = |(nth, task): (usize, Place)| {
            let (state, reason) = match nth % 7 {
                3 => (Settlement::CarriedOver, "跨年工程，转下年续建"),
                5 => (Settlement::Unfinished, "征收未完成"),
                _ => (Settlement::Finished, "全年目标完成"),
            };
            (task, Account { state, on: day, reason: reason.into() })
        };
        let rows = tasks.into_iter().enumerate().map(account).collect();
        let acted = act::account(&mut self.book.session, rows, "");
        self.book.carry_out(acted)?;
        let acted = act::seal_interval(&mut self.book.session, self.book.lang);
        self.book.carry_out(acted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::rehearse::{Closed, PLAN, rehearsed};
    use crate::ledger::{Happening, Held, Stage};

    #[test]
    fn a_year_has_everything_that_a_year_has() {
        let book = year(rehearsed(PLAN), Year::default(), Lang::Zh).unwrap();
        let session = &book.session;
        let ledger = &session.sealed.ledger;
        let meetings = session.sealed.meetings.iter().filter(|(id, _)| id.is_meeting()).count();
        assert_eq!((meetings, ledger.decisions.len()), (27, 579));
        assert!(session.plan.rehearsal && session.open.is_none());
        assert_eq!(session.meetings_of("cw"), 3);
        let happened = |which: fn(&Happening) -> bool| {
            let steps = ledger.followups.values().flat_map(|steps| steps.values());
            steps.filter(|step| which(&step.what)).count()
        };
        for (least, which) in [
            (450, (|what| matches!(what, Happening::Stage(Stage::Assigned))) as fn(&_) -> bool),
            (300, |what| matches!(what, Happening::Feedback { .. })),
            (400, |what| matches!(what, Happening::Stage(Stage::Done))),
            (100, |what| matches!(what, Happening::Stage(Stage::Closed))),
            (5, |what| matches!(what, Happening::Stage(Stage::Reopened))),
            (10, |what| matches!(what, Happening::Stage(Stage::Dropped))),
            (20, |what| matches!(what, Happening::Extended { .. })),
            (5, |what| matches!(what, Happening::Lead { .. })),
            (5, |what| matches!(what, Happening::Wording { .. })),
            (5, |what| matches!(what, Happening::Settled { .. })),
            (5, |what| matches!(what, Happening::Superseded { .. })),
        ] {
            assert!(happened(which) >= least, "{} of {least}", happened(which));
        }
        assert_eq!(ledger.amendments.len(), 2);
        assert_eq!(ledger.accounts.len(), 20);
        assert!(ledger.corrections.len() == 2 && ledger.lights.len() == 1);
        assert!(ledger.signings.len() > 20 && ledger.signings.len() < 27);
        assert!(ledger.readings.len() > 50 && ledger.sheets.len() > 30);
        let tcj = session.plan.roster.resolve("投促局").unwrap();
        assert_eq!(session.plan.roster.offices[tcj].short, "经合局");
        assert!(session.plan.roster.post("区长").unwrap().1.holders.len() == 2);
    }

    #[test]
    fn a_year_is_the_same_every_time_and_every_link_holds() {
        let size = Year { meetings: 4, decisions: 30 };
        let (one, other) = (0..2)
            .map(|_| year(rehearsed(PLAN), size, Lang::Zh).unwrap())
            .map(|book| book.sealed)
            .fold((Vec::new(), Vec::new()), |(_, last), next| (last, next));
        assert_eq!(one, other);
        assert!(
            one.len() > 8
                && one.iter().all(|Closed { file, .. }| file
                    .text
                    .ends_with(&format!("// seal {}\n", file.seal)))
        );
    }

    #[test]
    fn a_year_can_be_of_any_size() {
        for (meetings, decisions) in [(1, 1), (3, 100), (40, 20)] {
            let book = year(rehearsed(PLAN), Year { meetings, decisions }, Lang::Zh).unwrap();
            assert_eq!(book.session.sealed.ledger.decisions.len(), decisions);
            let held = book.sealed.iter().filter_map(|closed| book.snapshot(&closed.file.id));
            assert_eq!(held.filter(|one| matches!(one.kind, Held::Meeting(_))).count(), meetings);
        }
    }
}
