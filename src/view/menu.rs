//! A numbered choice, and the box for the number of a row: small boxes over a screen.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::list;
use super::meeting;
use super::panes;
use super::shown::Shown;
use super::standing;
use super::status;
use super::strip::{self, Piece, Strip};
use super::style::Role;
use super::subject::Subject;
use super::width::Ruler;
use crate::app::mend::{Record, Sealed};
use crate::app::menu::{self, Choice};
use crate::app::pointer::Touch;
use crate::app::seat::About;
use crate::app::{Key, Menu, Screen};
use crate::judge::compare::By;
use crate::ledger::{Held, RecordId, sentence};
use crate::plan::{Found, Party, Place};
use crate::words::compare::Compared;
use crate::words::{Do, Hint, Label, Sign};

/// Draws a numbered choice with the cursor on one; over it, what it is about.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, menu: &Menu) {
    let choices = menu::choices(subject.session, &menu.about);
    let width = match card(&menu.about) {
        _ if subject.is_cared_for() => area.width,
        Some(_) => 76,
        None => 64,
    };
    let inner = width.min(area.width).saturating_sub(4);
    let told = told(pen.ruler(), subject, (menu, &choices), inner.saturating_sub(2));
    let count = told.iter().map(Vec::len).sum::<usize>();
    let count = u16::try_from(count).unwrap_or(u16::MAX);
    let room = area.height.saturating_sub(count.saturating_add(4));
    let head = head(pen, subject, &menu.about, (inner, room));
    let used = u16::try_from(head.len()).unwrap_or(0);
    let height = count.saturating_add(4).saturating_add(used);
    let area = free(area, subject, height);
    let inside = boxed(pen, placed(subject, area, (width, height)), &title(subject, &menu.about));
    for (y, line) in (inside.y..inside.bottom()).zip(&head) {
        line.draw(pen, Rect { y, height: 1, ..inside });
    }
    let list = Rect { y: inside.y + used, height: inside.height.saturating_sub(used), ..inside };
    self::choices(pen, list, subject, (menu, &choices, &told));
}

/// The choices with their digits; beside one that cannot be taken now, why. One line each, or as many as
/// they need for whoever is shown all.
fn told(
    ruler: Ruler,
    subject: Subject<'_>,
    (menu, choices): (&Menu, &[Choice]),
    width: u16,
) -> Vec<Vec<Strip>> {
    let mut before = None;
    let told = (0..).zip(choices).map(|(at, choice)| {
        let refused = menu::refusal(subject.session, &menu.about, choice);
        let role = if refused.is_some() { Role::Hint } else { Role::Plain };
        let text = format!("{} {}", choice.digit(at), named(subject, choice));
        let why = match &refused {
            None => String::new(),
            same if *same == before => subject.sign(Sign::Ditto).to_owned(),
            Some(why) => subject.says(why),
        };
        before = refused;
        let pieces = vec![Piece::new(text, role), Piece::new(why, role)];
        if subject.is_cared_for() {
            return strip::whole(ruler, width, pieces);
        }
        vec![Strip::Pieces(pieces)]
    });
    told.collect()
}

/// Draws those around the one with the cursor.
fn choices(
    pen: &mut Pen<'_>,
    area: Rect,
    subject: Subject<'_>,
    (menu, choices, told): (&Menu, &[Choice], &[Vec<Strip>]),
) {
    let lines: Vec<(usize, usize, &Strip)> = (0..)
        .zip(told)
        .flat_map(|(at, own)| (0..).zip(own).map(move |(nth, strip)| (at, nth, strip)))
        .collect();
    let of = |at: usize| lines.iter().take_while(|(own, ..)| *own < at).count();
    let here = of(menu.cursor)..of(menu.cursor + 1);
    let seen = panes::window(lines.len(), area.height.saturating_sub(1), &here);
    for (&(at, nth, strip), y) in lines[seen].iter().zip(area.y..area.bottom()) {
        let line = Rect { x: area.x.saturating_sub(1), y, width: area.width + 2, height: 1 };
        strip.draw(pen, Rect { y, height: 1, ..list::inner(line) });
        if let Some((number, choice)) = (0..).zip(choices).nth(at) {
            pen.touch(line, Touch::Key(Key::Char(choice.digit(number))));
        }
        if at == menu.cursor {
            list::mark(pen, line, y, nth == 0);
        }
    }
    let foot = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
    strip::hints(pen, foot, subject, &[Hint::Pick, Hint::Leave]);
}

/// The most lines that are told of a decision over its menu.
const MOST: u16 = 7;

/// Where a box stands that leaves the line of the meeting free, if it can.
fn free(area: Rect, subject: Subject<'_>, height: u16) -> Rect {
    let above = match subject.seat.screen() {
        Screen::Meeting => meeting::above_line(area),
        _ => area,
    };
    if above.height >= height { above } else { area }
}

/// The decision that a menu is about.
fn card(about: &About) -> Option<&RecordId> {
    match about {
        About::Decision(id) | About::MoreOf(id) => Some(id),
        About::Meeting
        | About::Target { .. }
        | About::Sealed(_)
        | About::Sort
        | About::Changes
        | About::Print(_)
        | About::Light(_) => None,
    }
}

/// The decision's sentence, how it stands, and the end of its life so far, as far as there is room;
/// a blank line below.
pub(super) fn head(
    pen: &Pen<'_>,
    subject: Subject<'_>,
    about: &About,
    (width, room): (u16, u16),
) -> Vec<Strip> {
    let Some(id) = card(about) else { return Vec::new() };
    let Some(now) = subject.state().standing(id) else { return Vec::new() };
    let ruler = pen.ruler();
    let most = if subject.is_cared_for() { u16::MAX } else { MOST };
    let room = usize::from(room.saturating_sub(1).min(most));
    let mut lines = strip::wrapped(ruler, width, &now.text);
    lines.extend(strip::whole(ruler, width, standing::pieces(subject, id, &now)));
    lines.truncate(room);
    let life = subject.life(id);
    let moment = |text: &String| {
        if subject.is_cared_for() {
            return strip::wrapped_as(ruler, width, text, Role::Hint);
        }
        vec![Strip::Pieces(vec![Piece::new(text.as_str(), Role::Hint)])]
    };
    let mut left = room - lines.len();
    // The newest that have room, in their order.
    let newest = life.iter().rev().map(moment).take_while(|own| {
        let fits = own.len() <= left;
        left = left.saturating_sub(own.len());
        fits
    });
    let newest: Vec<Vec<Strip>> = newest.collect();
    lines.extend(newest.into_iter().rev().flatten());
    if !lines.is_empty() {
        lines.push(Strip::Pieces(Vec::new()));
    }
    lines
}

/// Draws the number that is being typed, and the row that Enter takes.
pub fn jump(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, typed: &str) {
    let title = Do::Jump.text(subject.lang());
    let inside = boxed(pen, placed(subject, area, (56, 5)), title);
    let text = Shown::new(typed);
    let used = pen.text((inside.x, inside.y), inside.width, &text, Role::Strong);
    pen.focus(inside.x + used, inside.y);
    let taken = crate::app::jump::enter(typed, &subject.session.plan);
    let taken = taken.map(|place| format!("Enter {}", subject.row(place))).unwrap_or_default();
    pen.text((inside.x, inside.y + 1), inside.width, taken, Role::Plain);
    let foot = Rect { y: inside.bottom().saturating_sub(1), height: 1, ..inside };
    strip::hints(pen, foot, subject, &[Hint::Number]);
}

/// A popup with a free column on either side, so that no text runs into its frame.
pub fn boxed(pen: &mut Pen<'_>, area: Rect, title: &str) -> Rect {
    let x = area.x.saturating_sub(1);
    pen.clear(Rect { x, width: area.right().saturating_sub(x).saturating_add(1), ..area });
    pen.popup(area, title)
}

pub(super) fn title(subject: Subject<'_>, about: &About) -> String {
    match about {
        About::Meeting => Do::Meeting.text(subject.lang()).to_owned(),
        About::Target { value, .. } => format!("{} {value}", subject.label(Label::Target)),
        About::Sealed(of) => match of.first() {
            Some(Sealed::Meeting(_)) => Do::CorrectMeeting.text(subject.lang()).to_owned(),
            first => {
                let what = Do::Correct.text(subject.lang());
                match first.and_then(|first| first.look(subject.session)) {
                    Some(Record::Reading(target, ..)) => format!("{what} {}", subject.row(target)),
                    _ => what.to_owned(),
                }
            }
        },
        About::Sort => subject.sign(Sign::Ordered).to_owned(),
        About::Changes => subject.label(Label::Changed).to_owned(),
        About::Print(_) => format!("{} {}", Do::Print.text(subject.lang()), status::title(subject)),
        About::Light(row) => format!("{} {}", Do::Light.text(subject.lang()), subject.row(*row)),
        About::Decision(id) | About::MoreOf(id) => {
            format!("{} {}", subject.label(Label::Decisions), subject.record(id))
        }
    }
}

pub(super) fn named(subject: Subject<'_>, choice: &Choice) -> String {
    match choice {
        Choice::Meeting(label) => subject.label(*label).to_owned(),
        Choice::Target(place) => target(subject, *place),
        Choice::Deed(deed) => deed.text(subject.lang()).to_owned(),
        Choice::Sort(by) => by.word().text(subject.lang()).to_owned(),
        Choice::Changes(sort) => {
            sort.map_or(Compared::All.text(subject.lang()), |sort| sort.text(subject.lang())).into()
        }
        Choice::Regroup => regrouped(subject).text(subject.lang()).to_owned(),
        Choice::Light(light) => subject.light(*light).0,
        Choice::Sealed(of) => sealed(subject, of),
        Choice::Print(to) => to.word().text(subject.lang()).to_owned(),
        Choice::LightBack => subject.sign(Sign::LightBack).to_owned(),
    }
}

/// How changes would be put together instead.
fn regrouped(subject: Subject<'_>) -> Compared {
    match subject.seat.screen() {
        Screen::Compare(compare) if compare.by == By::Office => Compared::ByTask,
        _ => Compared::ByOffice,
    }
}

/// A target with its goal and its last figure, so that the right one is told apart.
fn target(subject: Subject<'_>, place: Place) -> String {
    let Some(Found::Target(target)) = subject.session.plan.find(place) else {
        return place.to_string();
    };
    let short = !target.short.is_empty() && !subject.is_cared_for();
    let name = if short { &target.short } else { &target.metric };
    let latest = subject.latest_value(target);
    let latest = if latest.is_empty() { "-".to_owned() } else { latest };
    format!("{place}  {name}  {}  {latest}", subject.goal(target))
}

/// A sealed record by its number and by what tells it from the others.
fn sealed(subject: Subject<'_>, of: &Sealed) -> String {
    let record = of.look(subject.session);
    match record {
        Some(Record::Reading(target, id, reading)) => {
            let unit = match subject.session.plan.find(target) {
                Some(Found::Target(target)) => target.unit.as_str(),
                _ => "",
            };
            let months = sentence::months(reading.period, subject.lang());
            let from = reading.from.as_ref().map_or("", Party::name);
            let id = subject.record(&id);
            format!("{id}  {months}  {}{unit}  {from}  {}", reading.value, reading.source)
        }
        Some(Record::Meeting(meeting)) => {
            sentence::of_held(&Held::Meeting(*meeting), subject.lang())
        }
        Some(Record::Decision(id, decision)) => {
            format!("{}  {}", subject.record(&id), decision.text)
        }
        None => String::new(),
    }
}

/// A box in the middle; over the whole column for whoever is shown less at a time, so that no half lines
/// stand beside it.
pub(super) fn placed(subject: Subject<'_>, area: Rect, (width, height): (u16, u16)) -> Rect {
    if subject.is_cared_for() {
        return centred(area, area.width, height);
    }
    centred(area, width, height)
}

pub(super) fn centred(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    let (left, top) = ((area.width - width) / 2, (area.height - height) / 3);
    Rect { x: area.x + left, y: area.y + top, width, height }
}
