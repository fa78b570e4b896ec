//! What lies over the draft: choices, a point in a sentence, a field, the form of a target, the keys.

use ratatui::layout::Rect;

use crate::app::Key;
use crate::app::drafting::command::COMMANDS;
use crate::app::drafting::target::{judged, meant};
use crate::app::drafting::{
    Blank, Cut, Cuts, Drafting, Menu, Offer, Over, Pad, Pads, Piece, TargetForm,
};
use crate::app::keyed::keys_of;
use crate::app::pointer::Touch;
use crate::view::canvas::Pen;
use crate::view::line;
use crate::view::list;
use crate::view::menu::{boxed, centred};
use crate::view::shown::Shown;
use crate::view::strip;
use crate::view::style::Role;
use crate::words::drafting::{Drafted, Said};

/// Draws it, if there is any.
pub(super) fn draw(pen: &mut Pen<'_>, area: Rect, drafting: &Drafting) {
    match &drafting.over {
        // What is looked for stands at the foot of the screen.
        None | Some(Over::Seek(_)) => {}
        Some(Over::Menu(menu)) => choices(pen, area, drafting, menu),
        Some(Over::Cut(cut)) => self::cut(pen, area, drafting, cut),
        Some(Over::Pad(pad)) => self::pad(pen, area, drafting, pad),
        Some(Over::Target(form)) => self::form(pen, area, drafting, form),
        Some(Over::Help { top }) => help(pen, area, drafting, *top),
    }
}

/// The words of the line that it is about, as the title of the box.
fn about(drafting: &Drafting) -> String {
    let words = drafting.row().and_then(|row| drafting.text.get(row.at.clone()));
    let words = words.unwrap_or_default().chars().filter(|c| !c.is_control());
    words.take(24).collect()
}

fn foot(pen: &mut Pen<'_>, inside: Rect, drafting: &Drafting, word: Drafted) {
    let y = inside.bottom().saturating_sub(1);
    let said = drafting.keymap.say_elsewhere(&word, drafting.lang);
    strip::ways(pen, Rect { y, height: 1, ..inside }, &said);
}

fn choices(pen: &mut Pen<'_>, area: Rect, drafting: &Drafting, menu: &Menu) {
    let count = u16::try_from(menu.offers.len()).unwrap_or(u16::MAX);
    let inside = boxed(pen, centred(area, 52, count.saturating_add(4)), &about(drafting));
    for ((nth, offer), y) in menu.offers.iter().enumerate().zip(inside.y..inside.bottom()) {
        let line = Rect { x: inside.x.saturating_sub(1), y, width: inside.width + 2, height: 1 };
        let words = match offer {
            Offer::Do(what) => what.text(drafting.lang),
            Offer::Be(piece) => said(*piece).text(drafting.lang),
        };
        let x = list::inner(line).x;
        pen.text((x, y), inside.width, format!("{} {words}", nth + 1), Role::Plain);
        if let Some(digit) = u32::try_from(nth + 1).ok().and_then(|nth| char::from_digit(nth, 10)) {
            pen.touch(line, Touch::Key(Key::Char(digit)));
        }
        if nth == menu.at {
            list::mark(pen, line, y, true);
        }
    }
    foot(pen, inside, drafting, Drafted::MenuKeys);
}

fn said(piece: Piece) -> Said {
    match piece {
        Piece::Section => Said::Section,
        Piece::Task => Said::Task,
        Piece::Measure => Said::Measure,
        Piece::Lead => Said::Lead,
        Piece::Guidance => Said::Guidance,
        Piece::Headline => Said::Headline,
        Piece::Outside => Said::Outside,
    }
}

/// The sentence with the point in it, which the cursor stands on.
fn cut(pen: &mut Pen<'_>, area: Rect, drafting: &Drafting, cut: &Cut) {
    let plain = |at: std::ops::Range<usize>| -> String {
        let words = drafting.text.get(at).unwrap_or_default();
        words.chars().filter(|c| !matches!(c, '\r' | '\n')).collect()
    };
    let before = Shown::new(plain(cut.within.start..cut.at)).into_owned();
    let point = before.as_str().len();
    let whole = before.then(&Shown::new("|")).then(&Shown::new(plain(cut.at..cut.within.end)));
    let inside = boxed(pen, centred(area, 76, area.height.min(16)), &about(drafting));
    let room = inside.height.saturating_sub(2);
    let breaks = pen.ruler().breaks(whole.as_str(), usize::from(inside.width));
    let here = breaks.iter().rposition(|line| line.start <= point).unwrap_or(0);
    let seen = crate::view::panes::window(breaks.len(), room, &(here..here + 1));
    for (y, line) in (inside.y..).zip(breaks.get(seen).unwrap_or_default()) {
        let words = whole.as_str().get(line.clone()).unwrap_or_default();
        pen.text((inside.x, y), inside.width, words, Role::Plain);
        if line.start <= point && point < line.end.max(line.start + 1) {
            let left = whole.as_str().get(line.start..point).unwrap_or_default();
            let x = inside.x + u16::try_from(pen.ruler().columns(left)).unwrap_or(0);
            pen.text((x, y), 1, "|", Role::Alarm);
            pen.focus(x, y);
        }
    }
    let word = match cut.of {
        Cuts::Split => Drafted::CutHere,
        Cuts::Title => Drafted::EndsHere,
    };
    foot(pen, inside, drafting, word);
}

fn pad(pen: &mut Pen<'_>, area: Rect, drafting: &Drafting, pad: &Pad) {
    let inside = boxed(pen, centred(area, 60, 6), &about(drafting));
    let label = match pad.of {
        Pads::Reason => Drafted::Why,
        Pads::Short => Drafted::Name,
    };
    let wide = pen.text((inside.x, inside.y), inside.width, label.text(drafting.lang), Role::Hint);
    let x = inside.x + wide + 1;
    let room = Rect { x, width: inside.right().saturating_sub(x), height: 1, ..inside };
    line::one(pen, room, &pad.field, true);
    foot(pen, inside, drafting, Drafted::FieldKeys);
}

fn form(pen: &mut Pen<'_>, area: Rect, drafting: &Drafting, form: &TargetForm) {
    let lang = drafting.lang;
    let count = u16::try_from(form.blanks.len()).unwrap_or(u16::MAX);
    let inside = boxed(pen, centred(area, 72, count.saturating_add(4)), &form.at.words);
    let last = inside.height.saturating_sub(1);
    let seen = crate::view::panes::window(form.blanks.len(), last, &(form.here..form.here + 1));
    for (nth, y) in seen.zip(inside.y..) {
        let Some((label, blank)) = form.blanks.get(nth) else { continue };
        let here = nth == form.here;
        if here {
            pen.text((inside.x, y), 1, ">", Role::Plain);
        }
        pen.text((inside.x + 2, y), 10, label.text(lang), Role::Hint);
        pen.touch(Rect { y, height: 1, ..inside }, Touch::Field(nth));
        let room = Rect { x: inside.x + 13, y, width: inside.width.saturating_sub(13), height: 1 };
        let choice = match blank {
            Blank::Words(field) => {
                line::one(pen, room, field, here);
                continue;
            }
            Blank::Comparator(comparator) => meant(*comparator).text(lang),
            Blank::Kind(kind) => judged(*kind).text(lang),
        };
        pen.text((room.x, y), room.width, format!("< {choice} >"), Role::Strong);
        if here {
            pen.focus(room.x, y);
        }
    }
    foot(pen, inside, drafting, Drafted::FormKeys);
}

fn help(pen: &mut Pen<'_>, area: Rect, drafting: &Drafting, top: usize) {
    let title = crate::words::drafting::Settles::Help.text(drafting.lang);
    let inside = boxed(pen, centred(area, 52, area.height.min(21)), title);
    pen.focus(inside.x, inside.y);
    let rows = inside.y..inside.bottom().saturating_sub(1);
    for (command, y) in COMMANDS.iter().skip(top).zip(rows) {
        let keys = keys_of(COMMANDS, &drafting.keymap, command);
        let keys: Vec<String> = keys.iter().map(ToString::to_string).collect();
        pen.text((inside.x, y), 16, keys.join(" "), Role::Key);
        let name = command.name.text(drafting.lang);
        pen.text((inside.x + 18, y), inside.width.saturating_sub(18), name, Role::Plain);
    }
    foot(pen, inside, drafting, Drafted::HelpKeys);
}
