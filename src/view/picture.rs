//! README's picture: a real buffer as SVG. Compared with the file on each run, and drawn anew by
//! `INSTA_UPDATE=always cargo test picture`, so that it cannot show what the program does not.

use std::fmt::Write as _;
use std::path::Path;

use ratatui::buffer::{Buffer, CellWidth as _};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

use super::draw;
use crate::app::rehearsal::in_session;
use crate::app::sight::{Depth, Theme};
use crate::app::{Binding, Input, Screen, Seat, update};
use crate::words::Lang;

/// Width and height of a cell in the picture.
const CELL: (u16, u16) = (9, 20);
const PAPER: &str = "#1c1f24";
const INK: &str = "#e6e6e6";

#[test]
#[allow(clippy::disallowed_methods, reason = "the picture lies in the repository")]
fn readme_shows_the_real_screen() {
    let mut session = in_session();
    let mut seat = Seat::new((112, 30), Lang::Zh);
    (seat.sight.depth, seat.sight.theme) = (Depth::True, Theme::StandardDark);
    seat.open(Screen::Meeting);
    seat.line.binding = Binding::Rows(vec!["1.4".parse().unwrap()]);
    seat.line.item = session.meeting().and_then(|meeting| {
        let of_task = meeting.agenda.iter().find(|(_, item)| item.title.contains("临空"));
        of_task.map(|(number, _)| *number)
    });
    let typed = "一级消防站11月底前投用，由应急局牵头，临空办配合";
    update(&mut session, &mut seat, &Input::Text(typed.into()));
    let mut buffer = Buffer::empty(Rect::new(0, 0, 112, 30));
    draw(&session, &seat, &mut buffer);
    let picture = svg(&buffer);

    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(".github/meeting.svg");
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        std::fs::write(&file, &picture).unwrap();
    }
    let shown = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(shown == picture, "draw it anew: INSTA_UPDATE=always cargo test picture");
}

/// One text element for each run of cells of one look; every wide character has a place of its own,
/// because browsers do not agree on its width.
fn svg(buffer: &Buffer) -> String {
    let area = buffer.area;
    let (width, height) = (area.width * CELL.0, area.height * CELL.1);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"ui-monospace, 'Noto Sans Mono CJK SC', monospace\" font-size=\"15\">\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{PAPER}\"/>\n"
    );
    for y in 0..area.height {
        let mut x = 0;
        while x < area.width {
            let cell = &buffer[(x, y)];
            let columns = cell.cell_width().max(1);
            mark(&mut svg, (x, y), columns, cell);
            x += columns;
        }
    }
    svg + "</svg>\n"
}

fn mark(svg: &mut String, (x, y): (u16, u16), columns: u16, cell: &ratatui::buffer::Cell) {
    let (left, top) = (x * CELL.0, y * CELL.1);
    let reversed = cell.modifier.contains(Modifier::REVERSED);
    let (mut ink, mut paper) = (hex(cell.fg, INK), hex(cell.bg, PAPER));
    if reversed {
        std::mem::swap(&mut ink, &mut paper);
    }
    if paper != PAPER {
        let (width, height) = (columns * CELL.0, CELL.1);
        let _ = writeln!(
            svg,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" fill=\"{paper}\"/>"
        );
    }
    let text = cell.symbol();
    if text.trim().is_empty() {
        return;
    }
    let bold = if cell.modifier.contains(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let (width, base) = (columns * CELL.0, top + 15);
    let _ = writeln!(
        svg,
        "<text x=\"{left}\" y=\"{base}\" textLength=\"{width}\" fill=\"{ink}\"{bold}>{escaped}</text>"
    );
}

fn hex(color: Color, usual: &str) -> String {
    match color {
        Color::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
        _ => usual.to_owned(),
    }
}
