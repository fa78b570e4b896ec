//! DRAWING: state to cells, nothing else.
//!
//! Every text goes through [`canvas::Pen`], which takes only [`shown::Shown`]: no file, paste or
//! guest can steer a terminal from here. Nothing here changes state or touches the world.

pub mod brief;
pub mod canvas;
mod care;
pub mod chart;
pub mod cluster;
pub mod printable;
pub mod shown;
pub mod style;
pub mod width;

pub mod panes;

pub mod list;

pub mod strip;

pub mod table;

pub mod subject;

pub mod figures;

pub mod why;

pub mod foot;
pub mod status;

pub mod overview;

pub mod tasks;

pub mod task;

pub mod line;

pub mod echo;

pub mod agenda;

pub mod records;

pub mod meeting;

pub mod standing;

pub mod page;

pub mod signin;

pub mod gate;

pub mod join;

pub mod paste;

pub mod pending;
pub mod reviews;

pub mod readback;

pub mod preview;

pub mod office;

pub mod account;

pub mod lists;
pub mod register;

pub mod compare;

pub mod story;
pub mod timeline;

pub mod items;

pub mod division;

pub mod figures_table;

pub mod help;

pub mod empty;
pub mod practice;

pub mod guest;
pub mod linear;
pub mod listing;
pub mod plain;
pub mod wall;

pub mod amending;
mod column;
pub mod drafting;
mod seek;
mod tall;

pub mod find;

mod looks;
pub mod matched;
mod menu;

#[cfg(test)]
mod picture;

#[cfg(test)]
pub(crate) mod scenes;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::glimpse::Glimpse;
use crate::app::pointer::{Patch, Pointing};
use crate::app::{Over, Screen, Seat, Session};
use crate::words::{Label, Notice};
use canvas::Pen;
use style::Role;
use subject::Subject;

/// What came of drawing a frame.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// The place of the cursor: always the focus.
    pub focus: Position,
    /// What each place stands for, what lies on top last.
    pub patches: Vec<Patch>,
    /// Whether a mouse is listened to.
    pub pointing: Pointing,
    /// Which rows are seen of what is gone through page by page.
    pub glimpse: Glimpse,
}

/// Draws what a seat sees over a whole buffer, whatever was in it. Gives the place of the cursor: always the focus.
pub fn draw(session: &Session, seat: &Seat, buffer: &mut Buffer) -> Position {
    seen(session, seat, buffer).focus
}

/// The same, with what each place stands for.
pub fn seen(session: &Session, seat: &Seat, buffer: &mut Buffer) -> Drawn {
    let kept = session.shown_in(seat.sight.script);
    let mut pen = Pen::anew(buffer, seat.sight).in_script(kept);
    let (area, subject) = (pen.area(), Subject { session, seat });
    if let Some(Over::Plain(over)) = &seat.over {
        plain::draw(&mut pen, area, subject, over);
        return pen.seen(Pointing::Off);
    }
    if area.width < 40 || area.height < 10 {
        too_small(&mut pen, area, subject);
    } else if fills(area, seat.screen()) {
        screen(&mut pen, subject.column(area), subject);
    } else {
        framed(&mut pen, subject.column(area), subject);
    }
    pen.seen(Pointing::of(seat.taste.mouse))
}

/// Whether a screen takes the whole window: what is read out, and a page where no line can be spared.
fn fills(area: Rect, screen: &Screen) -> bool {
    match screen {
        Screen::ReadBack { .. } => true,
        Screen::Preview(_) => preview::is_alone(area),
        _ => false,
    }
}

/// Header, rule, body, rule, status, keys.
fn framed(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) {
    let line = |y: u16| Rect { y, height: 1, ..area };
    let bottom = area.bottom();
    status::header(pen, line(area.y), subject);
    pen.rule(line(area.y + 1));
    care::zoom(pen, line(area.y + 1), subject);
    let body = Rect { y: area.y + 2, height: area.height - 5, ..area };
    pen.focus(body.x + 1, body.y);
    if !matches!(subject.seat.screen(), Screen::Meeting) {
        practice::draw(pen, line(area.y + 1), subject);
    }
    screen(pen, body, subject);
    let told = status::foot(pen, Rect { y: bottom - 3, height: 3, ..area }, subject);
    if told == 1 {
        pen.rule(line(bottom - 3));
    }
    if told == 1 && matches!(subject.seat.screen(), Screen::Overview { .. }) {
        let secret = format!(" {} ", subject.label(Label::NoSecrets));
        pen.text_before((area.right() - 2, bottom - 3), area.width, secret, Role::Hint);
    }
    if told < 3 {
        status::footer(pen, line(bottom - 1), subject);
    }
}

fn screen(pen: &mut Pen<'_>, body: Rect, subject: Subject<'_>) {
    if let Some(looks) = &subject.seat.looks {
        return looks::draw(pen, body, subject, looks);
    }
    if subject.is_cared_for() && care::tells(subject.seat.screen()) {
        care::draw(pen, body, subject);
    } else {
        shown(pen, body, subject);
    }
    over(pen, body, subject);
}

/// The screen itself.
fn shown(pen: &mut Pen<'_>, body: Rect, subject: Subject<'_>) {
    match subject.seat.screen() {
        Screen::Overview { cursor } => overview::draw(pen, body, subject, *cursor),
        Screen::Tasks { section, cursor } => tasks::draw(pen, body, subject, (*section, *cursor)),
        Screen::Task { place, cursor } => task::draw(pen, body, subject, (*place, *cursor)),
        Screen::Meeting => meeting::draw(pen, body, subject),
        Screen::Form(form) => page::draw(pen, body, subject, form),
        Screen::Pasted(pasted) => paste::draw(pen, body, subject, pasted),
        Screen::Reviews { cursor } => reviews::draw(pen, body, subject, *cursor),
        Screen::Pending { cursor } => pending::draw(pen, body, subject, *cursor),
        Screen::ReadBack { cursor } => readback::draw(pen, body, subject, *cursor),
        Screen::Preview(shown) => preview::draw(pen, body, subject, shown),
        Screen::SignIn { cursor } => signin::draw(pen, body, subject, *cursor),
        Screen::Join { cursor } => join::draw(pen, body, subject, *cursor),
        Screen::Gate { cursor } => gate::draw(pen, body, subject, *cursor),
        Screen::Office { party, cursor } => office::draw(pen, body, subject, (party, *cursor)),
        Screen::Account { cursor, unfolded } => {
            account::draw(pen, body, subject, (*cursor, *unfolded));
        }
        Screen::Register(register) => register::draw(pen, body, subject, register),
        Screen::Compare(compare) => compare::draw(pen, body, subject, compare),
        Screen::Story { of, cursor } => story::draw(pen, body, subject, (of, *cursor)),
        Screen::Lists { cursor } => lists::draw(pen, body, subject, *cursor),
        Screen::Agenda { cursor } => items::draw(pen, body, subject, *cursor),
        Screen::Division(table) => division::draw(pen, body, subject, table),
        Screen::Figures(figures) => figures_table::draw(pen, body, subject, figures),
        Screen::Help { filter, top } => help::draw(pen, body, subject, (filter, *top)),
    }
}

/// What lies over a screen.
fn over(pen: &mut Pen<'_>, body: Rect, subject: Subject<'_>) {
    match &subject.seat.over {
        Some(Over::Jump(typed)) => menu::jump(pen, body, subject, typed),
        Some(Over::Find(find)) => find::draw(pen, body, subject, find),
        Some(Over::Menu(menu)) => menu::draw(pen, body, subject, menu),
        Some(Over::Plain(_)) | None => {}
    }
}

/// What can be said in a window without room for a screen.
fn too_small(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) {
    let said = Notice::TooSmall { columns: area.width.to_string(), rows: area.height.to_string() };
    // The line that is typed into keeps its own.
    let room = Rect { height: area.height.saturating_sub(1).clamp(1, 3), ..area };
    let lines = pen.wrapped(room, said.text(subject.lang()), Role::Alarm);
    let below = Rect { y: area.y + lines, height: area.height.saturating_sub(lines), ..area };
    if below.height > 0 && matches!(subject.seat.screen(), Screen::Meeting) {
        line::draw(pen, below, subject);
    } else {
        pen.text((below.x, below.y), below.width, status::title(subject), Role::Plain);
        pen.focus(below.x, below.y);
    }
}
