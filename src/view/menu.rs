//! A numbered choice, and the box for the number of a row: small boxes over a screen.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::list;
use super::shown::Shown;
use super::strip;
use super::style::Role;
use super::subject::Subject;
use crate::app::Menu;
use crate::app::menu::{self, Choice};
use crate::app::seat::About;
use crate::plan::{Found, Place};
use crate::words::{Do, Hint, Label, Sign};

/// Draws a numbered choice with the cursor on one.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, menu: &Menu) {
    let choices = menu::choices(subject.session, &menu.about);
    let height = u16::try_from(choices.len()).unwrap_or(u16::MAX).saturating_add(4);
    let inside = boxed(pen, centred(area, 64, height), &title(subject, &menu.about));
    for (at, (y, choice)) in (inside.y..inside.bottom()).zip(&choices).enumerate() {
        let text = format!("{} {}", at + 1, named(subject, choice));
        let line = Rect { x: inside.x.saturating_sub(1), y, width: inside.width + 2, height: 1 };
        pen.text((list::inner(line).x, y), list::inner(line).width, text, Role::Plain);
        if at == menu.cursor {
            list::mark(pen, line, y, true);
        }
    }
    let foot = Rect { y: inside.bottom().saturating_sub(1), height: 1, ..inside };
    strip::hints(pen, foot, subject, &[Hint::Pick, Hint::Leave]);
}

/// Draws the number that is being typed, and the row that Enter takes.
pub fn jump(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, typed: &str) {
    let title = Do::Jump.text(subject.lang());
    let inside = boxed(pen, centred(area, 56, 5), title);
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

fn title(subject: Subject<'_>, about: &About) -> String {
    match about {
        About::Meeting => Do::Meeting.text(subject.lang()).to_owned(),
        About::Target { value, .. } => format!("{} {value}", subject.label(Label::Target)),
        About::Decision(id) => {
            let text = subject.state().standing(id).map(|standing| standing.text);
            format!("{} {}", subject.record(id), text.unwrap_or_default())
        }
    }
}

fn named(subject: Subject<'_>, choice: &Choice) -> String {
    match choice {
        Choice::Meeting(label) => subject.label(*label).to_owned(),
        Choice::Target(place) => target(subject, *place),
        Choice::Stage(stage) => stage.word().text(subject.lang()).to_owned(),
        Choice::Change => subject.sign(Sign::Change).to_owned(),
        Choice::Continue => subject.sign(Sign::Continue).to_owned(),
    }
}

/// A target with its goal and its last figure, so that the right one is told apart.
fn target(subject: Subject<'_>, place: Place) -> String {
    let Some(Found::Target(target)) = subject.session.plan.find(place) else {
        return place.to_string();
    };
    let name = if target.short.is_empty() { &target.metric } else { &target.short };
    let latest = subject.latest_value(target);
    let latest = if latest.is_empty() { "-".to_owned() } else { latest };
    format!("{place}  {name}  {}  {latest}", subject.goal(target))
}

fn centred(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    let (left, top) = ((area.width - width) / 2, (area.height - height) / 3);
    Rect { x: area.x + left, y: area.y + top, width, height }
}
