//! 定冲突: the conflicts above, the three sides of the one with the cursor below: the old report, the new
//! one, the plan as edited. On a narrow screen they stand under each other.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Drawn;
use super::canvas::Pen;
use super::column;
use super::foot::{self, Most};
use super::list;
use super::menu::{boxed, centred};
use super::panes;
use super::seek;
use super::status::WIDE;
use super::strip::{self, Piece};
use super::style::Role;
use super::tall;
use crate::app::Key;
use crate::app::amending::{Amending, COMMANDS, Conflict, Help, Side};
use crate::app::keyed::{first_of, keys_of};
use crate::app::pointer::Touch;
use crate::app::script::Kept;
use crate::app::taste::Arrangement;
use crate::words::Notice;
use crate::words::amending::{AmendSays, Amended};

#[cfg(test)]
mod scenes;

/// The smallest screen on which conflicts can be settled.
const LEAST: (u16, u16) = (60, 16);

/// Draws the whole screen. Gives the place of the cursor, and what each place stands for.
pub fn draw(amending: &Amending, buffer: &mut Buffer) -> Drawn {
    let kept = Kept::none(amending.sight.script);
    let mut pen = Pen::anew(buffer, amending.sight).in_script(kept);
    let area = column::of(pen.area(), amending.layout);
    if area.width < LEAST.0 || area.height < LEAST.1 {
        let (columns, rows) = (area.width.to_string(), area.height.to_string());
        let said = Notice::TooSmall { columns, rows };
        pen.text((area.x, area.y), area.width, said.text(amending.lang), Role::Alarm);
        pen.focus(area.x, area.y);
        return pen.seen(amending.pointing);
    }
    let line = |y: u16| Rect { y, height: 1, ..area };
    let (top, bottom) = (area.y + 2, area.bottom() - 2);
    let count = u16::try_from(amending.conflicts.len()).unwrap_or(u16::MAX);
    let most = (bottom - top) / 3;
    let listed = if is_tall(amending) { most } else { count.clamp(1, most) };
    header(&mut pen, line(area.y), amending);
    pen.rule(line(area.y + 1));
    conflicts(&mut pen, Rect { y: top, height: listed, ..area }, amending);
    pen.rule(line(top + listed));
    let sides = Rect { y: top + listed + 1, height: bottom - top - listed - 1, ..area };
    self::sides(&mut pen, sides, amending);
    if status(&mut pen, Rect { y: bottom - 1, height: 3, ..area }, amending) < 3 {
        footer(&mut pen, line(bottom + 1), amending);
    }
    help(&mut pen, area, amending);
    if let Some(seek) = &amending.seek {
        let foot = Rect { y: bottom, height: 2, ..area };
        seek::draw(&mut pen, foot, seek, (&amending.keymap, amending.lang));
    }
    pen.seen(amending.pointing)
}

/// The screen, the plan's title, and how much is open.
fn header(pen: &mut Pen<'_>, area: Rect, amending: &Amending) {
    let (all, open) = (amending.conflicts.len().to_string(), amending.open().to_string());
    let counts = AmendSays::Counts { all, open }.text(amending.lang);
    let end = area.right().saturating_sub(1);
    let end = pen.text_before((end, area.y), area.width * 2 / 3, counts, Role::Plain);
    let screen = Amended::Amending.text(amending.lang);
    let line = Rect { x: area.x + 1, width: end.saturating_sub(area.x + 3), ..area };
    let pieces = [Piece::new(screen, Role::Title), Piece::new(amending.title(), Role::Plain)];
    strip::pieces(pen, line, &pieces);
}

/// Whether each conflict has as many lines as it needs.
fn is_tall(amending: &Amending) -> bool {
    amending.layout == Arrangement::Care
}

/// A line for each conflict: which side it went to, which row, what the plan says.
fn conflicts(pen: &mut Pen<'_>, area: Rect, amending: &Amending) {
    let here = amending.cursor;
    if is_tall(amending) {
        let (ruler, width) = (pen.ruler(), list::inner(area).width);
        return tall::draw(pen, area, (amending.conflicts.len(), here), |nth| {
            let Some(conflict) = amending.conflicts.get(nth) else { return tall::Block::default() };
            let (said, became) = pieces(amending, conflict);
            let became = Piece::new(became, Role::Plain);
            (0, strip::whole(ruler, width, said.into_iter().chain([became])))
        });
    }
    let seen = panes::window(amending.conflicts.len(), area.height, &(here..here + 1));
    pen.focus(list::inner(area).x, area.y);
    for (y, nth) in (area.y..area.bottom()).zip(seen) {
        let Some(conflict) = amending.conflicts.get(nth) else { continue };
        let line = Rect { y, height: 1, ..list::inner(area) };
        let (pieces, became) = pieces(amending, conflict);
        // The words of the row are cut before what became of it.
        let left = pen.text_before((line.right(), y), line.width, became, Role::Plain);
        let width = left.saturating_sub(line.x + u16::from(!became.is_empty()) * 2);
        strip::pieces(pen, Rect { width, ..line }, &pieces);
        pen.touch(Rect { y, height: 1, ..area }, Touch::Row(nth));
        if nth == here {
            list::mark(pen, area, y, true);
        }
    }
}

/// Which side a conflict went to, which row, what the plan says; and what became of the row.
fn pieces(amending: &Amending, conflict: &Conflict) -> ([Piece; 3], &'static str) {
    let (mark, word, role) = match amending.chosen(conflict) {
        None => ("?", Amended::Open, Role::Behind),
        Some(Side::Ours) => ("=", Amended::TookOurs, Role::Good),
        Some(Side::Theirs) => ("+", Amended::TookTheirs, Role::Good),
        Some(Side::Both) => ("&", Amended::TookBoth, Role::Good),
    };
    let (words, became) = amending.told(conflict);
    let pieces = [
        Piece::new(format!("{mark} {}", word.text(amending.lang)), role),
        Piece::new(amending.row(conflict), Role::Strong),
        Piece::new(words, Role::Plain),
    ];
    (pieces, became.map_or("", |became| became.text(amending.lang)))
}

/// The old report, the new one and the plan beside or under each other.
fn sides(pen: &mut Pen<'_>, area: Rect, amending: &Amending) {
    let Some(conflict) = amending.conflict() else { return };
    let sides = amending.sides(conflict);
    let all = [
        (Amended::Old, sides.old, Role::Hint, None),
        (Amended::New, sides.new, Role::Strong, Some('2')),
        (Amended::Ours, sides.ours, Role::Strong, Some('1')),
    ];
    for (nth, (label, said, role, takes)) in (0_u16..).zip(all) {
        let part = if area.width >= WIDE {
            let width = area.width / 3;
            let x = area.x + nth * width;
            if nth > 0 {
                pen.upright(Rect { x: x - 1, width: 1, ..area });
            }
            Rect { x, width: width - 1, ..area }
        } else {
            let height = area.height / 3;
            Rect { y: area.y + nth * height, height, ..area }
        };
        side(pen, part, label.text(amending.lang), &said, role);
        if let Some(digit) = takes {
            pen.touch(Rect { height: 1, ..part }, Touch::Key(Key::Char(digit)));
        }
    }
}

/// One side: what it says, and its row.
fn side(pen: &mut Pen<'_>, area: Rect, label: &str, said: &(String, String), role: Role) {
    let line = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let label = pen.text((line.x, line.y), line.width, label, Role::Title);
    // Beside each other a value has lines of its own, under each other it stands behind its label.
    let beside = area.height > 6;
    let value = if beside {
        Rect { y: line.y + 2, height: line.height.saturating_sub(2), ..line }
    } else {
        Rect { x: line.x + label + 2, width: line.width.saturating_sub(label + 2), ..line }
    };
    // What is in conflict may be the row itself: said once.
    let row = if said.0 == said.1 { "" } else { said.1.as_str() };
    let room = value.height.saturating_sub(u16::from(!row.is_empty() && beside) * 4);
    let used = pen.wrapped(Rect { height: room.max(1), ..value }, said.0.as_str(), role);
    let below = value.y + used + u16::from(beside);
    if below < area.bottom() {
        let rest = Rect { y: below, height: area.bottom() - below, ..line };
        pen.wrapped(rest, row, Role::Plain);
    }
}

/// What was said, with the keys of whoever sits here.
fn said(amending: &Amending, what: &AmendSays) -> String {
    amending.keymap.say_elsewhere(what, amending.lang)
}

/// What was said last; else that choices are kept. Gives how many of the three lines at the foot that took.
fn status(pen: &mut Pen<'_>, area: Rect, amending: &Amending) -> u16 {
    let lang = amending.lang;
    let lost = amending.keeping.why().map(|why| AmendSays::NotKept { why: why.to_owned() });
    let said = match (&amending.said, lost) {
        (Some(what), _) if amending.alarm => (said(amending, what), Role::Alarm),
        (Some(what), _) => (said(amending, what), Role::Saved),
        (None, Some(lost)) => (said(amending, &lost), Role::Alarm),
        (None, None) => (Amended::Kept.text(lang).to_owned(), Role::Hint),
    };
    foot::tell(pen, area, &[said], Most::All)
}

/// The keys that the screen has, as far as there is room.
fn footer(pen: &mut Pen<'_>, area: Rect, amending: &Amending) {
    let both = amending.conflict().is_some_and(|it| it.sides().contains(&Side::Both));
    let fits = |it: &&crate::app::amending::Command| {
        it.shown && (both || it.does != crate::app::amending::Does::Take(Side::Both))
    };
    let offers = COMMANDS.iter().filter(fits);
    let first = |it| first_of(COMMANDS, &amending.keymap, it);
    let offers = offers.filter_map(|it| Some((first(it)?, it.name.text(amending.lang))));
    strip::keys(pen, area, amending.lang, offers);
}

fn help(pen: &mut Pen<'_>, area: Rect, amending: &Amending) {
    if amending.help == Help::Closed {
        return;
    }
    let count = u16::try_from(COMMANDS.len()).unwrap_or(u16::MAX);
    let title = Amended::HelpTitle.text(amending.lang);
    let inside = boxed(pen, centred(area, 44, count.saturating_add(4)), title);
    for (command, y) in COMMANDS.iter().zip(inside.y..inside.bottom()) {
        let keys = keys_of(COMMANDS, &amending.keymap, command);
        let keys: Vec<String> = keys.iter().map(ToString::to_string).collect();
        pen.text((inside.x, y), 14, keys.join(" "), Role::Key);
        pen.text((inside.x + 15, y), 28, command.name.text(amending.lang), Role::Plain);
    }
    let y = inside.bottom().saturating_sub(1);
    strip::ways(pen, Rect { y, height: 1, ..inside }, Amended::HelpFoot.text(amending.lang));
    pen.focus(inside.x, inside.y);
}
