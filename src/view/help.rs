//! 帮助: every command that works, from the one table of commands.

use ratatui::layout::Rect;

use super::brief::{self, Ends};
use super::canvas::Pen;
use super::empty;
use super::line;
use super::list;
use super::strip;
use super::style::Role;
use super::subject::Subject;
use super::table::{Cell, Columns, Width};
use crate::app::page::help;
use crate::app::sight::{Ambiguous, Depth};
use crate::app::{Field, Key};
use crate::words::empty::Onward;
use crate::words::{Hint, Seen, Sign};

/// Draws the commands whose names hold what is typed, from the line `top` on.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, (filter, top): (&Field, usize)) {
    let inner = list::inner(area);
    let used = pen.text((area.x + 1, area.y), inner.width, subject.sign(Sign::Filter), Role::Hint);
    let x = area.x + 1 + used + 1;
    let field = Rect { x, y: area.y, width: inner.width / 3, height: 1 };
    line::one(pen, field, filter, true);
    let widths = [Width::Is(16), Width::Is(24), Width::Rest];
    let columns = Columns::over(inner, &widths);
    let heading = [Sign::Doing, Sign::AnyMethod, Sign::Letters];
    let heading = heading.map(|sign| Cell::new(subject.sign(sign), Role::Hint));
    columns.write(pen, area.y + 2, &heading);
    let commands = help::matching(subject.session, subject.seat, filter.text());
    let height = help::lines(subject.seat.size.1).min(area.height.saturating_sub(3));
    let list = Rect { y: area.y + 3, height, ..area };
    let notes = area.height - 3 - height;
    let top = top.min(commands.len().saturating_sub(usize::from(list.height)));
    let end = commands.len().min(top + usize::from(list.height));
    let (shown, all) = (format!("{}-{end}", top + 1), commands.len().to_string());
    let mut count = Seen::Of { shown, all }.text(subject.lang());
    if end - top < commands.len() {
        count = format!("{}  {count}", subject.sign(Sign::Scroll));
    }
    pen.text_before((inner.right(), area.y), inner.width / 2, count, Role::Hint);
    if commands.is_empty() {
        let none = empty::text(subject, subject.sign(Sign::NothingOffered), &[Onward::Back]);
        pen.text((inner.x, list.y), inner.width, none, Role::Hint);
    }
    for (y, command) in (list.y..list.bottom()).zip(&commands[top..]) {
        let cells = [
            Cell::plain(command.what.text(subject.lang())),
            match subject.seat.keymap.keys(command).as_slice() {
                [] => Cell::new(subject.says(&Sign::ByPalette), Role::Hint),
                own => Cell::new(keys(own), Role::Key),
            },
            Cell::plain(keys(&subject.seat.keymap.letters(command))),
        ];
        columns.write(pen, y, &cells);
    }
    let foot = Rect { y: list.bottom() + 1, height: notes.saturating_sub(2), ..inner };
    strip::hints(pen, foot, subject, &NOTES);
    if notes > 0 {
        let said = origin(subject);
        let said = brief::within(pen.ruler(), inner.width, &said, Ends::Clause).unwrap_or(&said);
        pen.text((inner.x, area.bottom() - 1), inner.width, said, Role::Hint);
    }
}

/// What holds for every key, then how the line of the meeting reads what is typed.
const NOTES: [Hint; 6] =
    [Hint::Safe, Hint::Kinds, Hint::Nodes, Hint::Several, Hint::Posts, Hint::Twins];

/// What runs here, on what: the first thing that is asked of whoever reports a fault.
fn origin(subject: Subject<'_>) -> String {
    let (seat, sight) = (subject.seat, subject.seat.sight);
    let depth = match sight.depth {
        Depth::Mono => Sign::NoColours,
        Depth::Sixteen => Sign::Sixteen,
        Depth::Indexed => Sign::Indexed,
        Depth::True => Sign::TrueColour,
    };
    let width = match sight.ambiguous {
        Ambiguous::Narrow => Sign::Narrow,
        Ambiguous::Wide => Sign::Wide,
    };
    let seen = Seen::Origin {
        program: seat.origin.program.clone(),
        terminal: seat.origin.terminal.clone(),
        size: format!("{}x{}", seat.size.0, seat.size.1),
        depth: subject.sign(depth).to_owned(),
        width: subject.sign(width).to_owned(),
    };
    seen.text(subject.lang())
}

fn keys(keys: &[Key]) -> String {
    let keys: Vec<String> = keys.iter().map(ToString::to_string).collect();
    keys.join("  ")
}
