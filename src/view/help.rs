//! 帮助: every command that works, from the one table of commands.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::line;
use super::list;
use super::strip;
use super::style::Role;
use super::subject::Subject;
use super::table::{Cell, Columns, Width};
use crate::app::command::{self, Command};
use crate::app::{Field, Key};
use crate::words::{Hint, Seen, Sign};

/// Draws the commands whose names hold what is typed, from the line `top` on.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, (filter, top): (&Field, usize)) {
    let inner = list::inner(area);
    let used = pen.text((area.x + 1, area.y), inner.width, subject.sign(Sign::Filter), Role::Hint);
    let x = area.x + 1 + used + 1;
    let field = Rect { x, y: area.y, width: area.right().saturating_sub(x + 1), height: 1 };
    line::one(pen, field, filter, true);
    let widths = [Width::Is(16), Width::Is(24), Width::Rest];
    let columns = Columns::over(inner, &widths);
    let heading = [Sign::Doing, Sign::AnyMethod, Sign::Letters];
    let heading = heading.map(|sign| Cell::new(subject.sign(sign), Role::Hint));
    columns.write(pen, area.y + 2, &heading);
    let commands = matching(subject, filter.text());
    let notes = if area.height > 16 { 3 } else { 0 };
    let list = Rect { y: area.y + 3, height: area.height.saturating_sub(3 + notes), ..area };
    let top = top.min(commands.len().saturating_sub(usize::from(list.height)));
    let end = commands.len().min(top + usize::from(list.height));
    let (shown, all) = (format!("{}-{end}", top + 1), commands.len().to_string());
    let count = Seen::Of { shown, all }.text(subject.lang());
    pen.text_before((inner.right(), area.y + 2), 12, count, Role::Hint);
    if commands.is_empty() {
        let none = subject.sign(Sign::NothingOffered);
        pen.text((inner.x, list.y), inner.width, none, Role::Hint);
    }
    for (y, command) in (list.y..list.bottom()).zip(&commands[top..]) {
        let cells = [
            Cell::plain(command.what.text(subject.lang())),
            Cell::new(keys(command.keys), Role::Key),
            Cell::plain(keys(command.letters)),
        ];
        columns.write(pen, y, &cells);
    }
    let foot = Rect { y: list.bottom() + 1, height: notes.saturating_sub(1), ..inner };
    strip::hints(pen, foot, subject, &[Hint::Safe, Hint::Twins]);
}

/// The commands that work now and whose names hold a text.
fn matching(subject: Subject<'_>, text: &str) -> Vec<&'static Command> {
    let offers = command::offers(subject.session, subject.seat);
    let holds = |command: &&Command| command.what.text(subject.lang()).contains(text.trim());
    offers.into_iter().map(|(command, _)| command).filter(holds).collect()
}

fn keys(keys: &[Key]) -> String {
    let keys: Vec<String> = keys.iter().map(ToString::to_string).collect();
    keys.join("  ")
}
