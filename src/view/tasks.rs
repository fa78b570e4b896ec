//! 任务清单: who leads each task, how many of its targets are reported, what is open on it.
//!
//! Only the tasks that are seen are looked at, so a plan of 100,000 draws as fast as one of twenty.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::empty;
use super::figures::{BAR, bar};
use super::list;
use super::panes;
use super::status::WIDE;
use super::style::Role;
use super::subject::Subject;
use super::table::{Cell, Columns, Width};
use super::why;
use super::width::Ruler;
use crate::app::rows;
use crate::judge::rollup::weight;
use crate::plan::{Place, Target, Task};
use crate::words::empty::Onward;
use crate::words::{Label, Seen, Sign};

/// Draws the tasks of a section, or all, with the cursor on a row.
pub fn draw(
    pen: &mut Pen<'_>,
    area: Rect,
    subject: Subject<'_>,
    (section, cursor): (Option<Place>, usize),
) {
    let area = why::foot(pen, area, subject, 28);
    let all = rows::count(subject.session, subject.seat.screen());
    let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let seen = panes::window(all, below.height, &(cursor..cursor + 1));
    let columns = columns(area, subject);
    heading(pen, area, subject, &columns);
    if all == 0 {
        let at = (list::inner(below).x, below.y);
        pen.text(
            at,
            below.width,
            empty::text(subject, subject.sign(Sign::NoTasks), &[Onward::Back]),
            Role::Hint,
        );
    }
    for (y, row) in (below.y..below.bottom()).zip(seen) {
        if let Some(task) = rows::nth_task(&subject.session.plan, section, row) {
            columns.write(pen, y, &cells(subject, task, area.width));
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
        Width::Is(if wide { 12 } else { 10 }),
        if wide { subject.fit(5, 9) } else { Width::Hidden },
        Width::only(wide, 16),
        Width::Is(way_width(area.width)),
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
        of(Label::Target),
        of(Label::Progress),
        sign(Sign::Undone).right(),
        of(Label::State),
    ];
    columns.write(pen, area.y, &cells);
}

/// Room for a bar and a value, for a value alone, for a percentage.
fn way_width(width: u16) -> u16 {
    match width {
        WIDE.. => 28,
        76.. => 23,
        _ => 10,
    }
}

fn cells(subject: Subject<'_>, task: &Task, width: u16) -> Vec<Cell<'static>> {
    let wide = width >= WIDE;
    let title = if wide || task.short.is_empty() { &task.title } else { &task.short };
    let (lead, lead_role) = subject.row_lead(task.id);
    let open = subject.session.index.open_about(task.id).len();
    let telling = telling(subject, task);
    let name =
        telling.map(|target| if target.short.is_empty() { &target.metric } else { &target.short });
    let way = telling.map(|target| way(subject, target, usize::from(way_width(width))));
    let (light, light_role) = subject.light_of(task.id);
    vec![
        Cell::plain(task.id.to_string()),
        Cell::plain(title.clone()),
        Cell::new(lead, lead_role),
        Cell::plain(reported(subject, task)).right(),
        Cell::plain(name.cloned().unwrap_or_default()),
        Cell::plain(way.unwrap_or_else(|| subject.sign(Sign::NoNumber).to_owned())),
        Cell::plain(if open == 0 { "-".into() } else { open.to_string() }).right(),
        Cell::new(light, light_role),
    ]
}

/// The target that tells most of a task: the first with the worst light.
fn telling<'a>(subject: Subject<'_>, task: &'a Task) -> Option<&'a Target> {
    let weight = |target: &&Target| {
        let light = subject.verdict(target.id).and_then(|verdict| verdict.light);
        light.map_or(u8::MAX, weight)
    };
    task.targets().min_by_key(weight)
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

/// A bar and the latest value over the goal: `[###|..] 305/500亿元`; without a pace the values alone,
/// in a narrow window how far it is.
fn way(subject: Subject<'_>, target: &Target, room: usize) -> String {
    let ruler = Ruler::default();
    let goal = subject.goal(target);
    let Some(verdict) = subject.verdict(target.id) else { return goal };
    let value = match verdict.figure {
        Some(figure) => format!("{}/{goal}", figure.value),
        None if verdict.goal.is_some() => format!("-/{goal}"),
        None => goal,
    };
    let left = room.saturating_sub(ruler.columns(&value) + 1);
    if let (Some(share), Some(pace), Some(_)) = (verdict.share, verdict.pace, verdict.figure)
        && left >= BAR
    {
        return format!("{} {value}", bar(share, pace, left.min(12)));
    }
    let far = subject.way(target, left);
    match ruler.columns(&value) <= room {
        true if !far.is_empty() && far != value && ruler.columns(&far) <= left => {
            format!("{value} {far}")
        }
        true => value,
        false => subject.way(target, room),
    }
}
