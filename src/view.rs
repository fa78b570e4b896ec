//! DRAWING: state to cells, nothing else.
//!
//! Every text goes through [`canvas::Pen`], which takes only [`shown::Shown`]: no file, paste or
//! guest can steer a terminal from here. Nothing here changes state or touches the world.

pub mod canvas;
pub mod shown;
pub mod style;
pub mod width;

pub mod panes;

pub mod list;

pub mod strip;

pub mod table;

pub mod subject;

pub mod figures;

pub mod status;

pub mod overview;

pub mod tasks;

pub mod task;

pub mod line;

pub mod echo;

pub mod agenda;

pub mod records;

pub mod meeting;

#[cfg(test)]
mod scenes;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::{Screen, Seat, Session};
use crate::words::{Label, Notice};
use canvas::Pen;
use style::Role;
use subject::Subject;

/// Draws what a seat sees over a whole buffer. Gives the place of the cursor: always the focus.
pub fn draw(session: &Session, seat: &Seat, buffer: &mut Buffer) -> Position {
    let mut pen = Pen::new(buffer, seat.sight);
    let (area, subject) = (pen.area(), Subject { session, seat });
    if area.width < 40 || area.height < 10 {
        too_small(&mut pen, area, subject);
    } else {
        framed(&mut pen, area, subject);
    }
    pen.focused()
}

/// Header, rule, body, rule, status, keys.
fn framed(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) {
    let line = |y: u16| Rect { y, height: 1, ..area };
    let bottom = area.bottom();
    status::header(pen, line(area.y), subject);
    pen.rule(line(area.y + 1));
    let body = Rect { y: area.y + 2, height: area.height - 5, ..area };
    pen.focus(body.x + 1, body.y);
    screen(pen, body, subject);
    pen.rule(line(bottom - 3));
    if matches!(subject.seat.screen(), Screen::Overview { .. }) {
        let secret = format!(" {} ", subject.label(Label::NoSecrets));
        pen.text_before((area.right() - 2, bottom - 3), area.width, secret, Role::Hint);
    }
    status::status(pen, line(bottom - 2), subject);
    status::footer(pen, line(bottom - 1), subject);
}

fn screen(pen: &mut Pen<'_>, body: Rect, subject: Subject<'_>) {
    match subject.seat.screen() {
        Screen::Overview { cursor } => overview::draw(pen, body, subject, *cursor),
        Screen::Tasks { section, cursor } => tasks::draw(pen, body, subject, (*section, *cursor)),
        Screen::Task { place, cursor } => task::draw(pen, body, subject, (*place, *cursor)),
        Screen::Meeting => meeting::draw(pen, body, subject),
        _ => {}
    }
}

/// What can be said in a window without room for a screen.
fn too_small(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) {
    let said = Notice::TooSmall { columns: area.width.to_string(), rows: area.height.to_string() };
    pen.text((area.x, area.y), area.width, said.text(subject.lang()), Role::Alarm);
}
