//! One meeting of a rehearsal, from its agenda to its close.

use chrono::NaiveDate;

use super::Played;
use super::fate::{self, Turn, later};
use super::year::Teller;
use crate::app::act;
use crate::app::agenda::{self, Agenda};
use crate::ledger::{
    About, AgendaItem, Attendance, Decision, DecisionKind, Due, ItemState, Note, Outcome, Presence,
    RecordId, When,
};
use crate::plan::{Party, Place, Plan, Task};

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

impl Teller {
    /// One meeting, from its agenda to its close.
    pub(super) fn meeting(&mut self, nth: usize, day: NaiveDate) -> Played {
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
        // An office that was renamed since is named as it is called now.
        let roster = &session.plan.roster;
        let today = |all: &[Party]| all.iter().map(|party| roster.present(party)).collect();
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
            lead: given.map_or_else(|| self.book.parties("zfb"), |given| today(&given.lead)),
            support: given.map_or_else(Vec::new, |given| today(&given.support)),
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
