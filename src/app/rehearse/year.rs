//! A year of a district: meetings and what goes on between them, day by day, the same every time.
//!
//! The size is one that was counted in a real county: 27 meetings, 579 decisions. Everything in it is
//! made up.

use std::collections::BTreeMap;

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

use super::fate::{self, Turn, later};
use super::{Played, Rehearsal, Stopped, figures};
use crate::app::agenda::{self, Agenda};
use crate::app::mend::Sealed;
use crate::app::{act, submit};
use crate::ledger::{
    About, Account, AgendaItem, Assignment, Attendance, Decision, DecisionKind, Due, ItemState,
    Light, LightSet, Note, Outcome, Presence, Reading, RecordId, Settlement, Signing, SnapshotId,
    When,
};
use crate::plan::{Place, Plan, Task};
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
struct Teller {
    book: Rehearsal,
    size: Year,
    /// The first day of the year.
    from: NaiveDate,
    /// What is going to happen to decisions.
    coming: BTreeMap<NaiveDate, Vec<(RecordId, Turn)>>,
    /// How many decisions were made.
    made: usize,
    /// How many months were reported.
    reported: u32,
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

/// How the sentences of decisions end.
const ENDS: [&str; 8] = [
    "，专班推进，每周调度",
    "，问题清单当月清零",
    "，责任到人",
    "，形成工作方案报区政府",
    "，拿出时间表",
    "，加快办理手续",
    "，尽快见效",
    "，按月报送进展",
];

/// What happens once in the year, on a day counted from its first.
const EVENTS: [(u64, fn(&mut Rehearsal) -> Played); 8] = [
    (73, issued),
    (78, by_hand),
    (110, corrected),
    (180, renamed),
    (185, amended),
    (220, revised),
    (227, succeeded),
    (290, corrected),
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

    fn figures(&self, month: u32, wanted: impl Fn(usize) -> bool) -> Played<Vec<(Place, Reading)>> {
        let session = &self.book.session;
        let mut figures = Vec::new();
        for (nth, target) in session.plan.targets().enumerate().filter(|(nth, _)| wanted(*nth)) {
            let Some(value) = figures::typed(target, nth, month) else { continue };
            let year = self.from.year();
            let period = format!("{year}-01..{year}-{month:02}");
            let reading = submit::reading(session, target.id, &value, &period)?;
            let from = session.assignment(target.id).and_then(|given| given.lead.first()).cloned();
            let preliminary = nth.is_multiple_of(5) && month > 9;
            let source = "统计月报".into();
            figures.push((target.id, Reading { from, source, preliminary, ..reading }));
        }
        Ok(figures)
    }

    /// One meeting, from its agenda to its close.
    fn meeting(&mut self, nth: usize, day: NaiveDate) -> Played {
        let count = self.size.decisions / self.size.meetings
            + usize::from(nth < self.size.decisions % self.size.meetings);
        let tasks = self.tasks_of(nth, count.div_ceil(3).max(1));
        self.book.at(day, "08:30");
        let prepared = self.agenda(&tasks);
        let acted = act::set_agenda(&mut self.book.session, &prepared);
        self.book.carry_out(acted)?;
        self.book.at(day, "14:00");
        self.open(nth)?;
        self.sign_in(&tasks)?;
        for within in 0..count {
            let minute = 2 + within * 3;
            self.book.at(day, &format!("{}:{:02}", 14 + minute / 60, minute % 60));
            self.decide(&tasks, within, day)?;
        }
        self.aside(nth, &tasks)?;
        self.book.at(day, "15:40");
        let acted = act::close_meeting(&mut self.book.session, self.book.lang);
        self.book.carry_out(acted)
    }

    /// Which tasks a meeting goes through: the plan in turns, no task twice.
    fn tasks_of(&self, nth: usize, items: usize) -> Vec<Task> {
        let all: Vec<&Task> = self.book.session.plan.tasks().collect();
        let items = items.min(all.len());
        (0..items)
            .filter_map(|at| all.get((nth * items + at) % all.len()))
            .map(|t| (*t).clone())
            .collect()
    }

    fn agenda(&self, tasks: &[Task]) -> Agenda {
        let session = &self.book.session;
        let item = |task: &Task| AgendaItem {
            title: format!("关于{}情况的汇报", task.title),
            rows: vec![session.plan.row(task.id)],
            office: session.assignment(task.id).and_then(|given| given.lead.first()).cloned(),
            minutes: Some(8),
            ..AgendaItem::default()
        };
        (1..).zip(tasks.iter().map(item)).collect()
    }

    /// Every seventh meeting is one of the other series, where the plan has one.
    fn open(&mut self, nth: usize) -> Played {
        let session = &mut self.book.session;
        let other = nth % 7 == 6 && session.plan.series_of("cw").is_some();
        let mut opening = agenda::prefilled(session, if other { "cw" } else { "" });
        opening.place = "第一会议室".into();
        let meeting = agenda::meeting(session, &opening, self.book.lang);
        let acted = act::open_meeting(session, meeting, self.book.lang);
        self.book.carry_out(acted)
    }

    fn sign_in(&mut self, tasks: &[Task]) -> Played {
        for (nth, task) in tasks.iter().enumerate() {
            let given = self.book.session.assignment(task.id);
            let Some(who) = given.and_then(|given| given.lead.first()).cloned() else { continue };
            let here = match nth % 5 {
                3 => Attendance {
                    state: Presence::Excused,
                    substitute: "副职".into(),
                    reason: "参加上级会议".into(),
                    ..Attendance::default()
                },
                _ => Attendance { state: Presence::Present, ..Attendance::default() },
            };
            let acted = act::attend(&mut self.book.session, who, Some(here));
            self.book.carry_out(acted)?;
        }
        Ok(())
    }

    /// The next decision, under the item that has the floor: three an item, the last of other matters.
    fn decide(&mut self, tasks: &[Task], within: usize, day: NaiveDate) -> Played {
        let item = u16::try_from(within / 3 + 1).unwrap_or(u16::MAX);
        let task = tasks.get(within / 3);
        if task.is_some() && within.is_multiple_of(3) {
            self.floor(item)?;
        }
        let number = self.made;
        self.made += 1;
        let due = later(day, [14, 21, 30, 45, 60][number % 5]);
        let decision = self.decision(task, number, due);
        let waits = decision.pending;
        let followed = !decision.untracked && matches!(decision.due, Due::Stated(When::On(..)));
        let item = task.is_some().then_some(item);
        let id = self.book.decide(Decision { item, ..decision })?;
        if waits {
            self.coming.entry(later(day, 3)).or_default().push((id.clone(), Turn::Settle));
        }
        let turns = if followed { fate::of(number, day, due) } else { Vec::new() };
        for (on, turn) in turns {
            self.coming.entry(on).or_default().push((id.clone(), turn));
        }
        Ok(())
    }

    /// The item that had the floor is through, the next one has it.
    fn floor(&mut self, item: u16) -> Played {
        if item > 1 {
            let acted = act::move_item(&mut self.book.session, item - 1, ItemState::Discussed);
            self.book.carry_out(acted)?;
        }
        let acted = act::visit(&mut self.book.session, item);
        self.book.carry_out(acted)
    }

    /// What is decided as the decision of a number in the year.
    fn decision(&self, task: Option<&Task>, number: usize, due: NaiveDate) -> Decision {
        let session = &self.book.session;
        let given = task.and_then(|task| session.assignment(task.id));
        let due = match number {
            n if n % 29 == 6 => Due::Missing,
            n if n % 41 == 8 => Due::Stated(When::Monthly(5)),
            n if n % 37 == 9 => Due::Unsettled("手续办完后".into()),
            n if n % 43 == 5 => Due::Assumed(When::On(due, None)),
            _ => Due::Stated(When::On(due, None)),
        };
        let mut decision = Decision {
            about: task.map_or_else(Vec::new, |task| about(&session.plan, task, number)),
            text: sentence(task, number),
            lead: given.map_or_else(|| self.book.parties("zfb"), |given| given.lead.clone()),
            support: given.map_or_else(Vec::new, |given| given.support.clone()),
            due,
            pending: number % 37 == 9,
            untracked: number % 26 == 15,
            ..Decision::default()
        };
        if number % 53 == 20 {
            decision.lead.clear();
        }
        if number % 14 == 3 {
            decision.kind = DecisionKind::Required;
        }
        if number % 33 == 8 {
            decision.outcome = Outcome::AgreedInPrinciple;
        }
        if let Some(old) = task.and_then(|task| self.open_about(task.id)) {
            match number % 30 {
                17 => decision.supersedes = vec![old],
                24 => decision.about.push(About::Decision(old)),
                _ => {}
            }
        }
        decision
    }

    /// The oldest decision about a task that is not over and was made at an earlier meeting.
    fn open_about(&self, task: Place) -> Option<RecordId> {
        let (session, state) = (&self.book.session, self.book.session.state());
        let is_about = |about: &About| matches!(about, About::Row(row) if row.place == task);
        let mut all = state.ledger.decisions.iter().filter(|(id, made)| {
            !session.is_open(&id.snapshot) && made.about.iter().any(is_about) && !state.is_over(id)
        });
        all.next().map(|(id, _)| id.clone())
    }

    /// A note, now and then a figure that was said in the room, and an item that the time did not
    /// suffice for.
    fn aside(&mut self, nth: usize, tasks: &[Task]) -> Played {
        if let Some(task) = tasks.first() {
            let about = vec![About::Row(self.book.session.plan.row(task.id))];
            let text = "请牵头单位下次到会说明工期".into();
            let note = Note { about, text, item: Some(1), ..Note::default() };
            let acted = act::note(&mut self.book.session, note, "");
            self.book.carry_out(acted)?;
        }
        if nth % 3 == 1 && self.reported > 0 {
            let figures = self.figures(self.reported, |target| target == 7 + nth % 20)?;
            if !figures.is_empty() {
                let acted = act::read(&mut self.book.session, figures, "");
                self.book.carry_out(acted)?;
            }
        }
        let last = u16::try_from(tasks.len()).unwrap_or(u16::MAX);
        let state = if nth % 5 == 4 { ItemState::Carried } else { ItemState::Discussed };
        let acted = act::move_item(&mut self.book.session, last, state);
        self.book.carry_out(acted)
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

/// What a decision is about: the task itself, one of its measures, now and then two.
fn about(plan: &Plan, task: &Task, number: usize) -> Vec<About> {
    let row = |place| About::Row(plan.row(place));
    let measure = task.measures.get(number % task.measures.len().max(1));
    let mut about = match measure {
        Some(measure) if number % 3 == 2 => vec![row(measure.id)],
        _ => vec![row(task.id)],
    };
    if number % 19 == 11 {
        let other = plan.tasks().nth(number % 20).map(|task| task.id);
        about.extend(other.filter(|other| *other != task.id).map(row));
    }
    about
}

/// The sentence of a decision: what the plan says, cut at its first stop, and what is to be done.
fn sentence(task: Option<&Task>, number: usize) -> String {
    let end = ENDS[number % ENDS.len()];
    let measure = task.and_then(|task| task.measures.get(number % task.measures.len().max(1)));
    let Some(measure) = measure else { return format!("其他事项由政府办督办{end}") };
    let clause = measure.text.split([',', '，', '。', '；']).find(|part| part.chars().count() > 5);
    let clause: String = clause.unwrap_or(&measure.text).chars().take(28).collect();
    format!("{clause}{end}")
}

/// The superior body issues its target.
fn issued(book: &mut Rehearsal) -> Played {
    amend(book, "1.2/2", "46", "市人民政府", "〔2023〕12号", "市里下达")
}

/// The competent body changes a target.
fn amended(book: &mut Rehearsal) -> Played {
    amend(book, "1.2/1", "480", "区人大常委会", "〔2023〕7号", "上半年外部环境变化")
}

fn amend(
    book: &mut Rehearsal,
    target: &str,
    now: &str,
    organ: &str,
    document: &str,
    reason: &str,
) -> Played {
    let (Some(target), Ok(now)) = (place(book, target), now.parse()) else { return Ok(()) };
    let (organ, document, reason) = (organ.into(), document.into(), reason.into());
    let to = act::Amending { now, organ, document, effective: book.session.today, reason };
    let acted = act::amend(&mut book.session, target, to);
    book.carry_out(acted)
}

/// What no figure can say is set by hand.
fn by_hand(book: &mut Rehearsal) -> Played {
    let Some(target) = place(book, "5.5/1") else { return Ok(()) };
    let set = LightSet {
        light: Some(Light::OnTrack),
        reason: "全年审计计划已覆盖".into(),
        agreed: "区长".into(),
        on: book.session.today,
        pinned: true,
    };
    let acted = act::light(&mut book.session, target, set);
    book.carry_out(acted)
}

/// A slip in a sealed decision and one in a sealed reading are put right.
fn corrected(book: &mut Rehearsal) -> Played {
    let last = book.session.last_meeting.as_ref().map(|meeting| meeting.id.clone());
    let Some(id) = last.map(|id: SnapshotId| id.record(1)) else { return Ok(()) };
    let sealed = Sealed::Decision(id).look(&book.session);
    if let Some(was @ crate::app::mend::Record::Decision(..)) = sealed {
        let mut now = was.clone();
        if let crate::app::mend::Record::Decision(_, decision) = &mut now {
            decision.text.push_str("（演练更正）");
        }
        let acted = act::correct(&mut book.session, &was, &now, "区长");
        book.carry_out(acted)?;
    }
    Ok(())
}

/// The statistics of a target are revised downwards.
fn revised(book: &mut Rehearsal) -> Played {
    let Some(target) = place(book, "0/2") else { return Ok(()) };
    let state = book.session.state();
    let last = state.readings(target).into_iter().next_back();
    let last = last.map(|(id, reading)| (id.clone(), reading.into_owned()));
    let Some((id, reading)) = last else { return Ok(()) };
    let value = "12.1".parse().unwrap_or(reading.value);
    let revised = Reading {
        value,
        entered: book.session.today,
        revises: Some(id),
        reason: "统计修订".into(),
        ..reading
    };
    let acted = act::read(&mut book.session, vec![(target, revised)], "");
    book.carry_out(acted)
}

/// An office gets another name: one line of the roster, and the old name stays known.
fn renamed(book: &mut Rehearsal) -> Played {
    book.edit(&[
        ("short: \"投促局\",", "short: \"经合局\","),
        (
            "full: \"道里区投资促进局\",",
            "full: \"道里区经济合作促进局\",\n        former: [\n          (short: \"投促局\", full: \
             \"道里区投资促进局\", until: \"2023-06-30\"),\n        ],",
        ),
    ])
}

/// A new leader: the post stays, its holder changes.
fn succeeded(book: &mut Rehearsal) -> Played {
    book.edit(&[(
        "title: \"区长\",",
        "title: \"区长\",\n        holders: [\n          (name: \"演练甲\", from: \
         \"2023-01-01\", to: \"2023-08-15\"),\n          (name: \"演练乙\", from: \
         \"2023-08-16\"),\n        ],",
    )])
}

/// A row by its id, if the plan has it.
fn place(book: &Rehearsal, id: &str) -> Option<Place> {
    id.parse().ok().filter(|place| book.has(*place))
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
