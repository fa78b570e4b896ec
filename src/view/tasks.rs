//! 任务清单: who leads each task, how many of its targets are reported, what is open on it.
//!
//! Only the tasks that are seen are looked at, so a plan of 100,000 draws as fast as one of twenty.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::list;
use super::panes;
use super::status::WIDE;
use super::style::Role;
use super::subject::Subject;
use super::table::{Cell, Columns, Width};
use crate::app::rows;
use crate::judge::{Light, light};
use crate::ledger::RecordId;
use crate::plan::{Place, Target, Task};
use crate::words::{Label, Seen, Sign};

/// Draws the tasks of a section, or all, with the cursor on a row.
pub fn draw(
    pen: &mut Pen<'_>,
    area: Rect,
    subject: Subject<'_>,
    (section, cursor): (Option<Place>, usize),
) {
    let all = rows::count(subject.session, subject.seat.screen());
    let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let seen = panes::window(all, below.height, &(cursor..cursor + 1));
    let columns = columns(area, subject);
    heading(pen, area, subject, &columns);
    if all == 0 {
        let at = (list::inner(below).x, below.y);
        pen.text(at, below.width, subject.sign(Sign::NoTasks), Role::Hint);
    }
    for (y, row) in (below.y..below.bottom()).zip(seen) {
        if let Some(task) = rows::nth_task(&subject.session.plan, section, row) {
            columns.write(pen, y, &cells(subject, task, area.width >= WIDE));
            if subject.seat.marks.contains(&task.id) {
                pen.text((list::inner(below).x.saturating_sub(1), y), 1, "+", Role::Strong);
            }
        }
        if row == cursor {
            list::mark(pen, below, y, true);
        }
    }
}

fn columns(area: Rect, subject: Subject<'_>) -> Columns {
    let (wide, middling) = (area.width >= WIDE, area.width >= 76);
    let widths = [
        Width::Is(4),
        Width::Rest,
        Width::Is(if wide { 14 } else { 12 }),
        subject.fit(5, 9),
        Width::only(wide, 20),
        Width::only(middling, 16),
        Width::only(middling, 4),
        subject.light_width(),
    ];
    Columns::over(list::inner(area), &widths)
}

fn heading(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, columns: &Columns) {
    let of = |label| Cell::new(subject.label(label), Role::Hint);
    let sign = |sign| Cell::new(subject.sign(sign), Role::Hint);
    let cells = [
        of(Label::Id),
        Cell::new(subject.label(Label::Tasks), Role::Title),
        of(Label::Lead),
        sign(Sign::Reported).right(),
        sign(Sign::First),
        of(Label::Progress).right(),
        sign(Sign::Undone).right(),
        of(Label::State),
    ];
    columns.write(pen, area.y, &cells);
}

fn cells(subject: Subject<'_>, task: &Task, wide: bool) -> Vec<Cell<'static>> {
    let title = if wide || task.short.is_empty() { &task.title } else { &task.short };
    let (lead, lead_role) = subject.row_lead(task.id);
    let open = open_decisions(subject, task.id);
    let first = task.targets().next();
    let name =
        first.map(|target| if target.short.is_empty() { &target.metric } else { &target.short });
    let (light, light_role) =
        worst(subject, task, &open).map(|l| subject.light(l)).unwrap_or_default();
    vec![
        Cell::plain(task.id.to_string()),
        Cell::plain(title.clone()),
        Cell::new(lead, lead_role),
        Cell::plain(reported(subject, task)).right(),
        Cell::plain(name.cloned().unwrap_or_default()),
        Cell::plain(first.map(|target| way(subject, target)).unwrap_or_default()).right(),
        Cell::plain(if open.is_empty() { "-".into() } else { open.len().to_string() }).right(),
        Cell::new(light, light_role),
    ]
}

/// `3/6` targets that have a reading; a task without numbers says so.
fn reported(subject: Subject<'_>, task: &Task) -> String {
    let all = task.targets().count();
    if all == 0 {
        return subject.sign(Sign::NoNumber).to_owned();
    }
    let shown = task.targets().filter(|target| subject.latest(target).is_some()).count();
    Seen::Of { shown: shown.to_string(), all: all.to_string() }.text(subject.lang())
}

/// The latest value of a target over its goal: `305/500亿元`; the goal alone where it is no number.
fn way(subject: Subject<'_>, target: &Target) -> String {
    let goal = subject.goal(target);
    match subject.latest(target) {
        Some(reading) => format!("{}/{goal}", reading.value),
        None if subject.value(target).is_some() => format!("-/{goal}"),
        None => goal,
    }
}

/// Decisions about a task that are not over.
fn open_decisions(subject: Subject<'_>, place: Place) -> Vec<RecordId> {
    let state = subject.state();
    let about = subject.session.index.about(place).iter();
    about.filter(|id| !state.is_over(id)).cloned().collect()
}

/// The worst light of a task's targets and open decisions.
fn worst(subject: Subject<'_>, task: &Task, open: &[RecordId]) -> Option<Light> {
    let state = subject.state();
    let targets = task.targets().filter_map(|target| light::of_target(state, target));
    let standings = open.iter().filter_map(|id| state.standing(id));
    let decisions = standings.map(|s| light::of_decision(&s, subject.session.today));
    targets.chain(decisions).min()
}
