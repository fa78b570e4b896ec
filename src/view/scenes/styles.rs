//! What the eyes of 高对比 and 单色 see besides the text: under each line that is not all plain a line of
//! letters, one for each look, and what the letters stand for. Few screens, those on which most depends.

use std::fmt::Write as _;

use ratatui::buffer::Cell;
use ratatui::style::Color;

use super::every;
use super::*;
use crate::app::sight::{Sight, Theme};
use crate::app::taste::Taste;
use crate::view::style::{Palette, Role};

const THEMES: [(Theme, Depth, &str); 3] = [
    (Theme::ContrastDark, Depth::True, "高对比黑底"),
    (Theme::ContrastLight, Depth::True, "高对比白底"),
    (Theme::Mono, Depth::Mono, "单色"),
];

/// How a cell looks, in words that are told apart.
fn look(cell: &Cell) -> String {
    let color = |color: Color| match color {
        Color::Reset => "-".to_owned(),
        Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        other => format!("{other:?}"),
    };
    let mut said = format!("{} on {}", color(cell.fg), color(cell.bg));
    for (modifier, name) in [
        (Modifier::BOLD, "bold"),
        (Modifier::UNDERLINED, "underlined"),
        (Modifier::REVERSED, "reversed"),
    ] {
        if cell.modifier.contains(modifier) {
            let _ = write!(said, " {name}");
        }
    }
    said
}

/// The text of a buffer, each line over its looks; the looks in the order in which they come first.
fn mapped(buffer: &Buffer, plain: &str) -> String {
    let mut looks: Vec<String> = Vec::new();
    let mut letter = |cell: &Cell| {
        let look = look(cell);
        if look == plain {
            return ' ';
        }
        let at = looks.iter().position(|known| *known == look).unwrap_or_else(|| {
            looks.push(look);
            looks.len() - 1
        });
        char::from(b'a' + u8::try_from(at).unwrap())
    };
    let mut lines = String::new();
    for (y, text) in (0..).zip(screen_text(buffer).lines()) {
        let map: String = (0..buffer.area.width).map(|x| letter(&buffer[(x, y)])).collect();
        let _ = writeln!(lines, "{text}");
        if !map.trim().is_empty() {
            let _ = writeln!(lines, "{}", map.trim_end());
        }
    }
    let legend =
        (b'a'..).zip(&looks).map(|(letter, look)| format!("{} {look}", char::from(letter)));
    let legend: Vec<String> = legend.collect();
    format!("{}\n{lines}", legend.join("\n"))
}

#[test]
fn what_stands_out_stands_out_for_all_eyes() {
    for name in ["overview", "task_lived", "meeting_typed", "gate_full", "looks"] {
        let (session, seat) = every::open(name);
        let mut pictures = String::new();
        for (theme, depth, said) in THEMES {
            let mut seat = seat.clone();
            seat.size = (80, 24);
            seat.ground.depth = depth;
            seat.wear(Taste { theme, ..Taste::default() });
            let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
            draw(&session, &seat, &mut buffer);
            let mut plain = Cell::EMPTY;
            plain.set_style(Palette::new(Sight { depth, theme, ..seat.sight }).style(Role::Plain));
            let _ = writeln!(
                pictures,
                "== {said}, else {}\n{}",
                look(&plain),
                mapped(&buffer, &look(&plain))
            );
        }
        kept().bind(|| insta::assert_snapshot!(format!("styles_{name}"), pictures));
    }
}
