//! README's pictures: real buffers as SVG. Compared with the files on each run, and drawn anew by
//! `INSTA_UPDATE=always cargo test --lib picture`, so that they cannot show what the program does not.

use std::fmt::Write as _;
use std::path::Path;

use ratatui::buffer::{Buffer, Cell, CellWidth as _};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

use super::{draw, guest as reviewer};
use crate::app::compare::Compare;
use crate::app::guest::{self, Guest, Layout};
use crate::app::register::Register;
use crate::app::rehearsal::{in_session, lived_in_session, place, reported};
use crate::app::sight::{Depth, Theme};
use crate::app::taste::{Arrangement, Taste};
use crate::app::{Binding, Input, Screen, Seat, Session, Spot, update};
use crate::words::Lang;

/// Width and height of a cell in a picture.
const CELL: (u16, u16) = (9, 20);
const PAPER: &str = "#1c1f24";
const INK: &str = "#e6e6e6";

/// A picture: the name of its file, and what it shows.
type Picture = (&'static str, fn() -> Buffer);

/// Every picture.
const PICTURES: [Picture; 6] = [
    ("overview", overview),
    ("meeting", meeting),
    ("compare", compare),
    ("care", care),
    ("phone", phone),
    ("wall", wall),
];

#[test]
#[allow(clippy::disallowed_methods, reason = "the pictures lie in the repository")]
fn readme_shows_the_real_screens() {
    for (name, buffer) in PICTURES {
        let picture = svg(&buffer());
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!(".github/{name}.svg"));
        if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
            std::fs::write(&file, &picture).unwrap();
        }
        let shown = std::fs::read_to_string(&file).unwrap_or_default();
        let anew = "INSTA_UPDATE=always cargo test --lib picture";
        assert!(shown == picture, "{name}: draw it anew: {anew}");
    }
}

/// The plan with the figures of August.
fn overview() -> Buffer {
    let mut seat = Seat::new((112, 30), Lang::Zh);
    if let Some(Screen::Overview { cursor }) = seat.screen_mut() {
        *cursor = 3;
    }
    desk(&reported(), seat)
}

/// A meeting with a sentence in its line.
fn meeting() -> Buffer {
    let mut session = in_session();
    let mut seat = Seat::new((112, 30), Lang::Zh);
    seat.open(Screen::Meeting);
    seat.line.binding = Binding::Rows(vec![place("1.4")]);
    seat.line.item = session.meeting().and_then(|meeting| {
        let of_task = meeting.agenda.iter().find(|(_, item)| item.title.contains("临空"));
        of_task.map(|(number, _)| *number)
    });
    let typed = "一级消防站11月底前投用，由应急局牵头，临空办配合";
    update(&mut session, &mut seat, &Input::Text(typed.into()));
    desk(&session, seat)
}

/// What changed since the last meeting.
fn compare() -> Buffer {
    let session = lived_in_session();
    let mut compare = Compare::new(&session);
    compare.settle(&session);
    let mut seat = Seat::new((112, 30), Lang::Zh);
    seat.open(Screen::Compare(Box::new(compare)));
    desk(&session, seat)
}

/// What is followed up, for whoever wants less at a time and all of it.
fn care() -> Buffer {
    let mut session = in_session();
    let mut register = Register::new("");
    register.list(&mut session, Lang::Zh);
    register.cursor = 3;
    let mut seat = Seat::new((80, 24), Lang::Zh);
    seat.wear(Taste { layout: Arrangement::Care, ..Taste::default() });
    seat.open(Screen::Register(register));
    desk(&session, seat)
}

/// A reviewer who follows at a telephone.
fn phone() -> Buffer {
    let session = lived_in_session();
    guest_of(&session, Guest::new((60, 20), Lang::Zh, "督查室"))
}

/// The back of the room.
fn wall() -> Buffer {
    let mut guest = Guest::new((64, 20), Lang::Zh, "大屏");
    guest.layout = Layout::Wall;
    guest_of(&in_session(), guest)
}

fn desk(session: &Session, mut seat: Seat) -> Buffer {
    (seat.sight.depth, seat.sight.theme) = (Depth::True, Theme::StandardDark);
    let (width, height) = seat.size;
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    draw(session, &seat, &mut buffer);
    buffer
}

fn guest_of(session: &Session, mut guest: Guest) -> Buffer {
    let seat = &mut guest.seat;
    (seat.sight.depth, seat.sight.theme) = (Depth::True, Theme::StandardDark);
    let (width, height) = seat.size;
    let desk = Spot::Item { number: Some(6), rows: vec![place("1.4")], record: None };
    guest::sit_down(session, &mut guest, Some(desk), None);
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    reviewer::draw(session, &guest, &mut buffer);
    buffer
}

/// A text of one look, from one cell on.
#[derive(Debug, Default)]
struct Run {
    at: (u16, u16),
    columns: u16,
    text: String,
    ink: String,
    bold: bool,
}

/// One text element for each run of narrow cells of one look; every wide character has a place of its
/// own, because browsers do not agree on its width.
fn svg(buffer: &Buffer) -> String {
    let area = buffer.area;
    let (width, height) = (area.width * CELL.0, area.height * CELL.1);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"ui-monospace, 'Noto Sans Mono CJK SC', monospace\" font-size=\"15\">\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{PAPER}\"/>\n"
    );
    for y in 0..area.height {
        let (mut x, mut run) = (0, Run::default());
        while x < area.width {
            let cell = &buffer[(x, y)];
            let columns = cell.cell_width().max(1);
            let next = mark(&mut svg, (x, y), columns, cell);
            let goes_on = run.at.0 + run.columns == x
                && (&run.ink, run.bold) == (&next.ink, next.bold)
                && columns == 1
                && run.columns as usize == run.text.len()
                && !run.text.is_empty()
                && next.text.len() == 1;
            if goes_on {
                run.columns += 1;
                run.text += &next.text;
            } else {
                write_run(&mut svg, &std::mem::replace(&mut run, next));
            }
            x += columns;
        }
        write_run(&mut svg, &run);
    }
    svg + "</svg>\n"
}

/// Paints the paper of a cell, and gives what is written on it; nothing on a blank one.
fn mark(svg: &mut String, (x, y): (u16, u16), columns: u16, cell: &Cell) -> Run {
    let (mut ink, mut paper) = (hex(cell.fg, INK), hex(cell.bg, PAPER));
    if cell.modifier.contains(Modifier::REVERSED) {
        std::mem::swap(&mut ink, &mut paper);
    }
    if paper != PAPER {
        let (left, top) = (x * CELL.0, y * CELL.1);
        let (width, height) = (columns * CELL.0, CELL.1);
        let _ = writeln!(
            svg,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" fill=\"{paper}\"/>"
        );
    }
    let text = cell.symbol().trim().to_owned();
    Run { at: (x, y), columns, text, ink, bold: cell.modifier.contains(Modifier::BOLD) }
}

fn write_run(svg: &mut String, run: &Run) {
    if run.text.is_empty() {
        return;
    }
    let bold = if run.bold { " font-weight=\"bold\"" } else { "" };
    let escaped = run.text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let (left, base, width) = (run.at.0 * CELL.0, run.at.1 * CELL.1 + 15, run.columns * CELL.0);
    let ink = &run.ink;
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
