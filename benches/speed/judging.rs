//! Every light of a large plan, against dividing its newest figures by their goals.

use yiding::app::Session;
use yiding::judge::figures::latest_in;
use yiding::judge::{self, Grounds};
use yiding::ledger::{RecordId, Snapshot, SnapshotId};
use yiding::plan::{Month, Number, Place, Plan, Target};

use super::books;
use super::measure::{Sample, busy, in_turn};
use super::table::{Goal, Table, Unit};

/// How many targets are judged.
const TARGETS: usize = 3_000;

/// The months that were reported of each.
const MONTHS: u32 = 11;

/// Measures judging.
pub fn measure(table: &mut Table, sample: Sample) {
    let plan = plan();
    let newest = reported(&plan);
    let session = books::session(plan, newest);
    let ours = || busy(|| lights(&session));
    let found = in_turn(sample.rounds(41), ours, || busy(|| shares(&session)));
    let what = "judge 3000 targets of all kinds : share of each newest figure";
    table.row(what, found, Unit::Time, Goal::Most(0.005));
}

/// A plan of a thousand tasks with three targets each: the district's in turn, so that all kinds,
/// seasons, nodes and pairs are among them.
fn plan() -> Plan {
    let mut plan = books::plan_of(TARGETS / 3);
    plan.headline.clear();
    let models: Vec<Target> = books::district().targets().cloned().collect();
    let mut models = models.iter().cycle();
    for task in plan.sections.iter_mut().flat_map(|section| &mut section.tasks) {
        let (section, number) = (task.id.in_section().unwrap().number(), task.id.number());
        task.measures.truncate(1);
        let own = (1..=3).zip(models.by_ref());
        let own = own
            .map(|(at, model)| Target { id: Place::target(section, number, at), ..model.clone() });
        task.measures[0].targets = own.collect();
    }
    assert_eq!(plan.targets().count(), TARGETS);
    plan
}

/// A ledger with a figure of each target for each month.
fn reported(plan: &Plan) -> Snapshot {
    let mut newest = books::year(plan, 12, 0);
    let meetings: Vec<SnapshotId> = newest.meetings.iter().map(|(id, _)| id.clone()).collect();
    for (number, target) in (1..).zip(plan.targets()) {
        let readings = newest.ledger.readings.entry(plan.row(target.id)).or_default();
        for month in 1..=MONTHS {
            let meeting = &meetings[usize::try_from(month).unwrap()];
            let id: RecordId = meeting.record(number);
            readings.insert(id, books::reading(books::month_end(month)));
        }
    }
    newest
}

fn lights(session: &Session) -> usize {
    let on = Grounds {
        plan: &session.plan,
        state: session.state(),
        rule: &session.rule,
        today: session.today,
    };
    let judged = session.plan.targets().map(|target| judge::target(&on, target));
    judged.filter(|verdict| verdict.light.is_some()).count()
}

/// What a program would do that knows nothing of pace, kinds and reasons.
fn shares(session: &Session) -> usize {
    let first = Month::of(session.plan.period.from);
    let share = |target: &Target| {
        let (_, reading) = latest_in(session.state(), target.id, first)?;
        let goal = target.value.map(Number::value)?;
        reading.value.value().checked_div(goal)
    };
    session.plan.targets().filter_map(share).count()
}
