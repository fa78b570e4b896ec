//! 会议: the item that is on, what is known of it, what was recorded, and the line.
//!
//! Everything above the line may grow and shrink; the line stays where it is. What finds no room is
//! left out from the middle, never from the item or from the newest record.

use ratatui::layout::Rect;

use super::agenda;
use super::canvas::Pen;
use super::items;
use super::list;
use super::panes;
use super::status::WIDE;
use super::strip::{self, Piece};
use super::style::Role;
use super::subject::{Subject, names};
use super::table::{Cell, Columns, Width};
use super::{care, echo, line, practice, records, wall};
use crate::app::agenda::{Prepared, prepared};
use crate::app::line::{rows, walkable};
use crate::app::taste::Arrangement;
use crate::ledger::{About, AgendaItem, RecordId};
use crate::plan::{Found, Place, Target};
use crate::words::{Hint, Joint, Label, Lang, Seen, Sign};

/// From this width on the item's line has room for the time of the whole meeting.
const TIMED: u16 = 70;

/// Draws the meeting; the cursor is always in the line.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) {
    let above = above_line(area);
    if area.width >= WIDE {
        let left = Rect { width: agenda::WIDTH, ..above };
        agenda::draw(pen, left, subject);
        pen.upright(Rect { x: left.right(), width: 1, ..above });
        let x = left.right() + 1;
        context(pen, Rect { x, width: above.width - x, ..above }, subject);
    } else {
        context(pen, above, subject);
    }
    let rule = Rect { y: above.bottom(), height: 1, ..area };
    pen.rule(rule);
    practice::draw(pen, rule, subject);
    let below = area.bottom().saturating_sub(rule.bottom());
    let field = Rect { x: area.x + 1, y: rule.bottom(), width: area.width - 1, height: below };
    let field = Rect { height: below.min(line::LINES), ..field };
    let rest = Rect { y: field.bottom(), height: below - field.height, ..field };
    echo::draw(pen, rest, subject);
    line::draw(pen, field, subject);
}

/// The part of the screen above the line, its echo and the rule between.
pub fn above_line(area: Rect) -> Rect {
    let echo_lines = match area.height {
        0..=14 => 2,
        15..=24 => 3,
        _ => 5,
    };
    let typing = (line::LINES + echo_lines + 1).min(area.height);
    Rect { height: area.height - typing, ..area }
}

/// What is known of the item that is on, and this meeting's records.
pub(super) fn context(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) {
    match subject.seat.taste.layout {
        Arrangement::Care => return care::item(pen, area, subject),
        Arrangement::Wall => return wall::item(pen, area, subject),
        Arrangement::Standard | Arrangement::Linear => {}
    }
    let head = head(pen, area, subject);
    let mut rest = Rect { y: area.y + head, height: area.height.saturating_sub(head), ..area };
    let targets = targets(subject);
    let earlier = earlier(subject);
    let prepared = prepared::lines(subject.session, subject.seat);
    let headed = rest.height >= 12;
    let share = Share::of(rest.height, headed, [targets.len(), earlier.len(), prepared.len()], {
        records::height(pen.ruler(), rest, subject)
    });
    let page = Page { subject, headed };
    page.targets(pen, take(&mut rest, share.targets), &targets);
    page.earlier(pen, take(&mut rest, share.earlier), &earlier);
    page.prepared(pen, take(&mut rest, share.prepared), &prepared);
    if headed && rest.height > 0 {
        let heading = take(&mut rest, 1);
        let label = subject.label(Label::Records);
        pen.text((heading.x + 1, heading.y), heading.width, label, Role::Title);
    }
    records::draw(pen, rest, subject);
}

/// The item's number, title and state, and who has its row. Gives the lines used.
fn head(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) -> u16 {
    let rows = rows(subject.session, subject.seat);
    let who = match rows.first() {
        Some(row) => who(subject, *row),
        None => subject.last_rate().map(|rate| Piece::new(rate, Role::Plain)).into_iter().collect(),
    };
    let line = Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: 1, ..area };
    let mut pieces = title(subject, area.height >= 14);
    if area.height == 0 {
        return 0;
    }
    // Who answers for it, then the time, then who helps: what is cut at the end matters least.
    let mut who = who.into_iter();
    let answers = who.next().into_iter().chain(in_all(subject)).chain(who);
    if area.height < 14 {
        pieces.extend(answers);
        strip::pieces(pen, line, &pieces);
        return 1;
    }
    strip::pieces(pen, line, &pieces);
    let answers: Vec<Piece> = answers.collect();
    strip::pieces(pen, Rect { y: area.y + 1, ..line }, &answers);
    3
}

fn title(subject: Subject<'_>, wide: bool) -> Vec<Piece> {
    let meeting = subject.session.meeting();
    let number = subject.seat.line.item.unwrap_or_default();
    let Some(item) = meeting.and_then(|meeting| meeting.agenda.get(&number)) else {
        return vec![Piece::new(line::binding(subject), Role::Strong)];
    };
    let all = meeting.map_or(0, |meeting| meeting.agenda.len()).to_string();
    let count = Seen::Of { shown: number.to_string(), all }.text(subject.lang());
    let state = item.state.word().text(subject.lang());
    let whole = match item.rows.as_slice() {
        [row] if wide => format!("{} {}", row.place, row.title),
        _ => name_of(subject, item),
    };
    vec![
        Piece::labelled(subject, Label::Item, count),
        Piece::new(whole, Role::Strong),
        Piece::new(state, Role::Plain),
        Piece::new(if item.restricted { subject.sign(Sign::Restricted) } else { "" }, Role::Behind),
        Piece::new(time(subject, number, item), Role::Hint),
    ]
}

/// The minutes of the item, used and planned.
fn time(subject: Subject<'_>, number: u16, item: &AgendaItem) -> String {
    let used = items::used(subject);
    let own = used.items.get(&number).map(chrono::TimeDelta::num_minutes);
    items::minutes(subject, own, item.minutes.map(u32::from))
}

/// The minutes of the meeting, where the agenda is not beside the item and there is room.
fn in_all(subject: Subject<'_>) -> Option<Piece> {
    let shown = (TIMED..WIDE).contains(&subject.seat.size.0);
    shown.then(|| Piece::new(agenda::in_all_beside(subject, &items::used(subject)), Role::Hint))
}

/// An item by its row, or by its title.
pub fn name_of(subject: Subject<'_>, item: &AgendaItem) -> String {
    match item.rows.as_slice() {
        [row] => subject.row(row.place),
        _ => item.title.clone(),
    }
}

fn who(subject: Subject<'_>, row: Place) -> Vec<Piece> {
    let (lead, role) = subject.row_lead(row);
    let support = subject.session.assignment(row).map(|now| names(&now.support));
    vec![
        Piece::labelled(subject, Label::Lead, lead).role(role),
        Piece::labelled(subject, Label::Support, support.unwrap_or_default()),
    ]
}

fn targets(subject: Subject<'_>) -> Vec<&Target> {
    let targets = |place: &Place| match subject.session.plan.find(*place) {
        Some(Found::Task(task)) => task.targets().collect(),
        Some(Found::Measure(measure)) => measure.targets.iter().collect(),
        Some(Found::Target(target)) => vec![target],
        Some(Found::Section(_)) | None => Vec::new(),
    };
    rows(subject.session, subject.seat).iter().flat_map(targets).collect()
}

/// Decisions of earlier meetings on these rows that are not over.
fn earlier(subject: Subject<'_>) -> Vec<RecordId> {
    let mut ids = walkable(subject.session, subject.seat);
    let open = subject.state().id();
    ids.retain(|id| id.snapshot != open);
    ids
}

/// As wide as the widest of its texts, so that the names get what is left.
fn widest(
    pen: &Pen<'_>,
    heading: &str,
    targets: &[&Target],
    text: impl Fn(&Target) -> String,
) -> Width {
    let ruler = pen.ruler();
    let columns = targets.iter().map(|target| ruler.columns(&text(target))).max().unwrap_or(0);
    Width::Is(u16::try_from(columns.max(ruler.columns(heading))).unwrap_or(u16::MAX).min(24))
}

/// How many lines each part gets.
#[derive(Debug, PartialEq, Eq)]
struct Share {
    targets: u16,
    earlier: u16,
    prepared: u16,
}

impl Share {
    /// A quarter for each of the upper parts, a fifth where there are three, a half for one that stands
    /// alone: the item is about nothing else then. More where the records leave some.
    fn of(height: u16, headed: bool, wanted: [usize; 3], records: usize) -> Self {
        let heading = u16::from(headed);
        let lines = |count: usize| match u16::try_from(count).unwrap_or(u16::MAX) {
            0 => 0,
            count => count.saturating_add(heading),
        };
        let part = match wanted.iter().filter(|count| **count > 0).count() {
            0 | 1 => 2,
            2 => 4,
            _ => 5,
        };
        let least = (height / part).max(u16::from(height > 2));
        let records = u16::try_from(records.max(1)).unwrap_or(u16::MAX).saturating_add(heading);
        let mut given = wanted.map(|count| lines(count).min(least));
        let mut spare = height.saturating_sub(given.iter().sum()).saturating_sub(records);
        for (given, wanted) in given.iter_mut().zip(wanted.map(lines)) {
            let more = wanted.saturating_sub(*given).min(spare);
            *given += more;
            spare -= more;
        }
        let [targets, earlier, prepared] = given;
        Self { targets, earlier, prepared }
    }
}

/// The numbers of the rows that a decision is about.
fn places(about: &[About], lang: Lang) -> String {
    let place = |about: &About| match about {
        About::Row(row) => Some(row.place.to_string()),
        About::Decision(_) => None,
    };
    about.iter().filter_map(place).collect::<Vec<_>>().join(Joint::List.text(lang))
}

fn take(rest: &mut Rect, lines: u16) -> Rect {
    let lines = lines.min(rest.height);
    let taken = Rect { height: lines, ..*rest };
    rest.y += lines;
    rest.height -= lines;
    taken
}

/// The upper parts while they are drawn.
struct Page<'a> {
    subject: Subject<'a>,
    headed: bool,
}

impl Page<'_> {
    fn targets(&self, pen: &mut Pen<'_>, mut area: Rect, targets: &[&Target]) {
        let subject = self.subject;
        let middling = area.width >= 70;
        let most = if area.width >= 85 { 24 } else { 13 };
        let way = |target: &Target| subject.way(target, most);
        let widths = [
            Width::Is(5),
            Width::Rest,
            widest(pen, subject.label(Label::Goal), targets, |t| subject.goal(t)).at_most(14),
            widest(pen, subject.label(Label::Latest), targets, |t| subject.latest_value(t))
                .at_most(14),
            if subject.lang() == Lang::Zh { Width::only(middling, 7) } else { Width::Hidden },
            if middling {
                widest(pen, subject.label(Label::Progress), targets, way)
            } else {
                Width::Hidden
            },
            subject.light_width(),
        ];
        let columns = Columns::over(list::inner(area), &widths);
        if self.headed && area.height > 0 {
            let y = take(&mut area, 1).y;
            let of = |label| Cell::new(subject.label(label), Role::Hint);
            let none = Cell::plain("");
            let (goal, latest) = (of(Label::Goal).right(), of(Label::Latest).right());
            let (period, way, state) = (of(Label::Period), of(Label::Progress), of(Label::State));
            let cells = [none.clone(), none, goal, latest, period, way, state];
            columns.write(pen, y, &cells);
            pen.text((area.x + 1, y), area.width, subject.label(Label::Targets), Role::Title);
        }
        for (y, target) in (area.y..area.bottom()).zip(targets) {
            let short = if target.short.is_empty() { &target.metric } else { &target.short };
            columns.write(pen, y, &subject.target_cells(target, short, most));
        }
    }

    fn earlier(&self, pen: &mut Pen<'_>, mut area: Rect, ids: &[RecordId]) {
        let subject = self.subject;
        if self.headed && area.height > 0 {
            let y = take(&mut area, 1).y;
            pen.text((area.x + 1, y), area.width, subject.sign(Sign::Open), Role::Title);
        }
        let who = if area.width >= 70 { Width::Is(10) } else { subject.fit(8, 9) };
        let widths = [Width::Is(5), Width::Rest, who, who, subject.light_width()];
        let columns = Columns::over(list::inner(area), &widths);
        let pointed = subject.seat.line.record.as_ref();
        let at = pointed.and_then(|id| ids.iter().position(|other| other == id));
        let cursor = at.map_or(0..0, |at| at..at + 1);
        let mixed = rows(subject.session, subject.seat).is_empty();
        for (y, id) in
            (area.y..area.bottom()).zip(&ids[panes::window(ids.len(), area.height, &cursor)])
        {
            let Some(standing) = subject.state().standing(id) else { continue };
            let (lead, lead_role) = subject.lead(id, &standing);
            let (due, due_role) = subject.due_day(&standing.due);
            let (light, role) = subject.decision_light(id, &standing);
            let text = match subject.state().ledger.decisions.get(id).map(|made| &made.about) {
                // Where the rows are not the item's own, each decision says which it is about.
                Some(about) if mixed => {
                    format!("{} {}", places(about, subject.lang()), standing.text)
                }
                _ => standing.text,
            };
            let cells = [
                Cell::plain(subject.record(id)),
                Cell::plain(text.trim_start().to_owned()),
                Cell::new(lead, lead_role),
                Cell::new(due, due_role),
                Cell::new(light, role),
            ];
            columns.write(pen, y, &cells);
            if pointed == Some(id) {
                list::mark(pen, area, y, true);
            }
        }
    }

    fn prepared(&self, pen: &mut Pen<'_>, mut area: Rect, lines: &[Prepared]) {
        let subject = self.subject;
        if self.headed && area.height > 0 {
            let y = take(&mut area, 1).y;
            let title = Piece::new(subject.label(Label::Prepared), Role::Title);
            let hint = Piece::new(subject.says(&Hint::TakePrepared), Role::Hint);
            let line = Rect { x: area.x + 1, y, width: area.width - 1, height: 1 };
            strip::pieces(pen, line, &[title, hint]);
        }
        let pointed = subject.seat.line.prepared.as_ref();
        let at = pointed.and_then(|pointed| lines.iter().position(|line| line == pointed));
        let cursor = at.map_or(0..0, |at| at..at + 1);
        let inner = list::inner(area);
        for (y, line) in
            (area.y..area.bottom()).zip(&lines[panes::window(lines.len(), area.height, &cursor)])
        {
            let used = pen.text((inner.x, y), inner.width, "- ", Role::Hint);
            let room = inner.width.saturating_sub(used);
            pen.text((inner.x + used, y), room, line.text.as_str(), Role::Plain);
            if pointed == Some(line) {
                list::point(pen, area, y, true);
            }
        }
    }
}
