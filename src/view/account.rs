//! 交账: every row with its light and its figures, what became of it, and why.

use ratatui::layout::Rect;

use super::brief::Ends;
use super::canvas::Pen;
use super::empty;
use super::list;
use super::panes;
use super::status::WIDE;
use super::strip::{self, Piece, Strip};
use super::style::Role;
use super::subject::Subject;
use super::table::{Cell, Columns, Width};
use crate::app::account;
use crate::app::pointer::Touch;
use crate::ledger::{Account, Settlement};
use crate::plan::place::Level;
use crate::plan::{Found, Place, Target};
use crate::words::account::Accounts;
use crate::words::empty::Onward;
use crate::words::{Hint, Label, Sign};

/// Draws the rows with the cursor on one; one task may show its measures.
pub fn draw(
    pen: &mut Pen<'_>,
    area: Rect,
    subject: Subject<'_>,
    (cursor, unfolded): (usize, Option<Place>),
) {
    let line = Rect { x: area.x + 1, width: area.width - 2, height: 1, ..area };
    strip::pieces(pen, line, &tally(subject));
    let columns = Columns::over(list::inner(area), &widths(area, subject));
    heading(pen, area.y + 1, subject, &columns);
    let plan = &subject.session.plan;
    let why = account::row(plan, unfolded, cursor)
        .map(|place| why(pen, line.width, subject, (place, area.height)))
        .unwrap_or_default();
    let below = u16::try_from(why.len()).unwrap_or(0) + 1;
    let rows = Rect { y: area.y + 2, height: area.height.saturating_sub(2 + below), ..area };
    let all = account::count(plan, unfolded);
    if all == 0 {
        pen.text(
            (list::inner(rows).x, rows.y),
            rows.width,
            empty::text(subject, subject.sign(Sign::NoTasks), &[Onward::Back]),
            Role::Hint,
        );
    }
    let seen = panes::window(all, rows.height, &(cursor..cursor + 1));
    for (y, row) in (rows.y..rows.bottom()).zip(seen) {
        if let Some(place) = account::row(plan, unfolded, row) {
            columns.write(pen, y, &cells(subject, place, area.width));
            sentence(pen, y, subject, (&columns, place));
        }
        pen.touch(Rect { y, height: 1, ..rows }, Touch::Row(row));
        if row == cursor {
            list::mark(pen, rows, y, true);
        }
    }
    for (y, strip) in (rows.bottom()..area.bottom() - 1).zip(&why) {
        strip.draw(pen, Rect { y, ..line });
    }
    strip::hints(pen, Rect { y: area.bottom() - 1, ..line }, subject, &HINTS);
}

pub(super) const HINTS: [Hint; 5] =
    [Hint::Settle, Hint::ConfirmClear, Hint::WriteReason, Hint::Unfold, Hint::Leave];

/// How many rows are settled which way, and how many are left.
pub(super) fn tally(subject: Subject<'_>) -> Vec<Piece> {
    let lang = subject.lang();
    let tally = account::tally(subject.session, lang);
    let of = |state: Settlement, count: usize| Accounts::Settled {
        state: state.word().text(lang).into(),
        count: count.to_string(),
    };
    let mut counts = vec![
        of(Settlement::Finished, tally.finished),
        of(Settlement::Unfinished, tally.unfinished),
        of(Settlement::CarriedOver, tally.carried),
        Accounts::Left { count: tally.left.to_string() },
    ];
    if tally.assumed > 0 {
        counts.push(Accounts::Assumed { count: tally.assumed.to_string() });
    }
    counts.into_iter().map(|count| Piece::new(count.text(lang), Role::Strong)).collect()
}

fn widths(area: Rect, subject: Subject<'_>) -> [Width; 7] {
    let (wide, middling) = (area.width >= WIDE, area.width >= 76);
    [
        Width::Is(6),
        Width::Rest,
        Width::only(middling, if wide { 12 } else { 10 }),
        Width::only(middling, if wide { 18 } else { 16 }),
        subject.light_width(),
        subject.fit(10, 16),
        Width::only(wide, 22),
    ]
}

fn heading(pen: &mut Pen<'_>, y: u16, subject: Subject<'_>, columns: &Columns) {
    let of = |label| Cell::new(subject.label(label), Role::Hint);
    let cells = [
        of(Label::Id),
        Cell::new(subject.label(Label::Tasks), Role::Title),
        of(Label::Lead),
        of(Label::Latest),
        of(Label::State),
        of(Label::Account),
        of(Label::Reason),
    ];
    columns.write(pen, y, &cells);
}

fn cells(subject: Subject<'_>, place: Place, width: u16) -> Vec<Cell<'static>> {
    let found = subject.session.plan.find(place);
    let title = match found {
        Some(found) if width < WIDE => found.short(),
        Some(found) => found.title(),
        None => "",
    };
    let (lead, lead_role) = if place.level() == Level::Task {
        subject.row_lead(place)
    } else {
        (String::new(), Role::Plain)
    };
    let light = account::worst(subject.session, place);
    let (light, role) = light.map(|light| subject.light(light)).unwrap_or_default();
    let (state, reason, settled) = account(subject, place);
    vec![
        Cell::plain(place.to_string()),
        Cell::plain(if place.level() == Level::Task { title.to_owned() } else { String::new() }),
        Cell::new(lead, lead_role),
        Cell::plain(targets(found).first().map(|target| way(subject, target)).unwrap_or_default()),
        Cell::new(light, role),
        Cell::new(state, settled),
        Cell::plain(reason).ending(Ends::Remark),
    ]
}

/// A measure is a sentence that nobody leads: it takes the room of both columns.
fn sentence(pen: &mut Pen<'_>, y: u16, subject: Subject<'_>, (columns, place): (&Columns, Place)) {
    let title = subject.session.plan.find(place).map_or("", Found::title);
    let from = columns.place(1, y).filter(|_| place.level() == Level::Measure);
    let next = [3, 4].into_iter().find_map(|column| columns.place(column, y));
    if let (Some(from), Some(next)) = (from, next) {
        let width = next.x.saturating_sub(from.x + 2);
        pen.text((from.x, y), width, format!("  {title}"), Role::Plain);
    }
}

/// What became of a row and why: what is assumed stands in 〔 〕.
pub(super) fn account(subject: Subject<'_>, place: Place) -> (String, String, Role) {
    let word = |account: &Account| account.state.word().text(subject.lang());
    if let Some(account) = subject.session.account(place) {
        return (word(account).to_owned(), account.reason.clone(), Role::Strong);
    }
    match account::assumed(subject.session, place, subject.lang()) {
        Some(account) => (format!("〔{}〕", word(&account)), account.reason, Role::Plain),
        None => ("-".to_owned(), String::new(), Role::Hint),
    }
}

/// The same as words alone.
pub(super) fn said(subject: Subject<'_>, place: Place) -> (String, String) {
    let (state, reason, _) = account(subject, place);
    (state, reason)
}

pub(super) fn targets(found: Option<Found<'_>>) -> Vec<&Target> {
    match found {
        Some(Found::Task(task)) => task.targets().collect(),
        Some(Found::Measure(measure)) => measure.targets.iter().collect(),
        _ => Vec::new(),
    }
}

/// The latest value of a target over its goal.
pub(super) fn way(subject: Subject<'_>, target: &Target) -> String {
    let goal = subject.goal(target);
    match subject.latest(target) {
        Some(reading) => format!("{}/{goal}", reading.value),
        None if subject.verdict(target.id).is_some_and(|it| it.goal.is_some()) => {
            format!("-/{goal}")
        }
        None => goal,
    }
}

/// The row under the cursor in full: its title, its figures, the reason.
fn why(
    pen: &Pen<'_>,
    width: u16,
    subject: Subject<'_>,
    (place, height): (Place, u16),
) -> Vec<Strip> {
    let most = if height >= 24 { 3 } else { 1 };
    let found = subject.session.plan.find(place);
    let title = format!("{place}  {}", found.map_or("", Found::title));
    let figures = figures(subject, place);
    let (_, reason, _) = account(subject, place);
    let ruler = pen.ruler();
    let mut strips = vec![Strip::Pieces(Vec::new())];
    strips.extend(strip::wrapped(ruler, width, &title).into_iter().take(most));
    strips.extend(strip::flowing(ruler, width, figures).into_iter().take(most));
    let reason = Piece::labelled(subject, Label::Reason, reason);
    strips.extend(strip::flowing(ruler, width, [reason]));
    strips
}

/// Its targets, and how many of its decisions are open.
pub(super) fn figures(subject: Subject<'_>, place: Place) -> Vec<Piece> {
    let figures = targets(subject.session.plan.find(place)).into_iter().map(|target| {
        let name = if target.short.is_empty() { &target.metric } else { &target.short };
        Piece::new(format!("{name} {}", way(subject, target)), Role::Plain)
    });
    let open = subject.session.index.about(place).iter();
    let open = open.filter(|id| !subject.state().is_over(id)).count();
    let open = if open > 0 { open.to_string() } else { String::new() };
    figures.chain([Piece::signed(subject, Sign::Undecided, open)]).collect()
}
