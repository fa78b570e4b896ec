//! 预览: a page of a paper as it is printed, on its sheet where the window is high enough, else alone.
//!
//! A cell is a half character. 四号 of the foot is smaller than cells are, so a line of it may reach
//! into the margin; what a terminal draws narrower than the fonts of the standard do is not stretched,
//! but for quotation marks, which keep their empty half.

mod beside;

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::status;
use super::strip::{self, Piece};
use super::style::Role;
use super::subject::Subject;
use super::width::Ruler;
use crate::app::pointer::Touch;
use crate::app::preview::{Laid, Preview};
use crate::app::seat::Hands;
use crate::papers::page::{self, Face, Line, Page, ROWS};
use crate::words::preview::{Beside, PageOf};

/// Columns left of the text on the sheet.
const LEFT: u16 = 3;
/// The text of a page, in columns and rows: see [`page::CELLS`] and [`ROWS`].
const TEXT: (u16, u16) = (56, 22);
/// The sheet with its frame: text, margins, and room for rules between lines that leave no row free.
const SHEET: (u16, u16) = (2 + LEFT + TEXT.0 + 5, 2 + 1 + TEXT.1 + 3 + 1);
/// Columns from which on something stands beside the sheet.
const BESIDE: u16 = SHEET.0 + 30;

/// What is shown in a row.
enum Row<'a> {
    Line(&'a Line),
    Rule,
    Number,
    Blank,
}

/// Whether a window is too low for a sheet with the frame that other screens have.
pub fn is_alone(window: Rect) -> bool {
    window.height < SHEET.1 + 6
}

/// Draws the page with the cursor.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, shown: &Preview) {
    if subject.seat.hands == Hands::Read && area.height <= SHEET.1 {
        within(pen, area, subject, shown);
    } else if is_alone(pen.area()) {
        whole(pen, area, subject, shown);
    } else {
        framed(pen, area, subject, shown);
    }
}

/// Draws the page on a sheet, which paper it is and what is under the cursor beside it.
fn framed(pen: &mut Pen<'_>, body: Rect, subject: Subject<'_>, shown: &Preview) {
    let laid = shown.laid(subject.session);
    let wide = body.width >= BESIDE;
    let x = if wide { body.x + 1 } else { body.x + body.width.saturating_sub(SHEET.0) / 2 };
    let sheet = Rect { x, y: body.y, width: SHEET.0.min(body.width), height: SHEET.1 };
    frame(pen, sheet);
    let text = Rect { x: sheet.x + 1 + LEFT, y: sheet.y + 2, width: TEXT.0, height: SHEET.1 - 3 };
    let keys = Rect { x: body.x + 1, y: body.bottom() - 1, width: body.width - 2, height: 1 };
    if wide {
        let x = sheet.right() + 2;
        let area = Rect { x, width: body.right().saturating_sub(x + 1), height: SHEET.1, ..body };
        beside::draw(pen, area, subject, (shown, laid.as_ref()));
    }
    strip::pieces(pen, keys, &hints(subject, shown, laid.as_ref()));
    match &laid {
        Some(laid) => {
            let (at, line) = laid.place(shown.cursor);
            let Some(page) = laid.pages.get(at) else { return };
            let mut rows = rows(page, Spare::Rows);
            rows.resize_with(usize::from(text.height) - 1, || Row::Blank);
            rows.push(Row::Number);
            let here = page.lines.get(line);
            write(pen, text, &rows, (laid, at, here));
        }
        None => nothing(pen, text, subject),
    }
}

/// Draws the page alone over a whole window, as many rows of it as there are; below it the header and the
/// keys, or what was said last.
fn whole(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, shown: &Preview) {
    let laid = shown.laid(subject.session);
    let room = area.height.saturating_sub(2);
    let left = area.width.saturating_sub(TEXT.0) / 2;
    let text = Rect { x: area.x + left, width: TEXT.0, height: room, ..area };
    let line = |up: u16| Rect { y: area.bottom() - up, height: 1, ..area };
    status::header(pen, line(2), subject);
    if subject.seat.notice.is_some() {
        status::status(pen, line(1), subject);
    } else {
        let keys = Rect { x: area.x + 1, width: area.width - 2, ..line(1) };
        strip::pieces(pen, keys, &hints(subject, shown, laid.as_ref()));
    }
    alone(pen, text, subject, (shown, laid.as_ref()));
}

/// Draws the page without its sheet in a body that has a header and keys of its own; below it which page
/// it is.
fn within(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, shown: &Preview) {
    let laid = shown.laid(subject.session);
    let x = area.x + area.width.saturating_sub(TEXT.0) / 2;
    let text = Rect { x, width: TEXT.0, height: area.height.saturating_sub(1), ..area };
    let keys = Rect { x: area.x + 1, y: area.bottom() - 1, width: area.width - 2, height: 1 };
    strip::pieces(pen, keys, &hints(subject, shown, laid.as_ref()));
    alone(pen, text, subject, (shown, laid.as_ref()));
}

/// As many rows of the page as there is room for, the one with the cursor among them, with one below it.
fn alone(
    pen: &mut Pen<'_>,
    text: Rect,
    subject: Subject<'_>,
    (shown, laid): (&Preview, Option<&Laid>),
) {
    let Some(laid) = laid else { return nothing(pen, text, subject) };
    let (at, line) = laid.place(shown.cursor);
    let Some(page) = laid.pages.get(at) else { return };
    let mut rows = rows(page, Spare::None);
    rows.extend([Row::Blank, Row::Number]);
    let (here, room) = (page.lines.get(line), usize::from(text.height));
    let under = here.map_or(0, |line| line.row + 2).saturating_sub(room);
    let seen = under.min(rows.len().saturating_sub(room));
    write(pen, text, &rows[seen..], (laid, at, here));
}

/// Whether a rule that finds its row taken gets one of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spare {
    Rows,
    None,
}

/// The rows of a page. A rule stands in the row above it or in the one below, where one of them is free.
fn rows(page: &Page, spare: Spare) -> Vec<Row<'_>> {
    let line = |row: usize| page.lines.iter().find(|line| line.row == row);
    let ruled = |row: usize| page.rules.iter().any(|rule| rule.below == row);
    let mut rows = Vec::new();
    let mut waits = false;
    for row in 0..ROWS {
        match line(row) {
            Some(line) => rows.push(Row::Line(line)),
            None if waits || ruled(row) => rows.push(Row::Rule),
            None => rows.push(Row::Blank),
        }
        waits = line(row).is_some() && ruled(row);
        let free = row + 1 < ROWS && line(row + 1).is_none();
        if waits && !free && spare == Spare::Rows {
            rows.push(Row::Rule);
        }
    }
    rows
}

/// Rows one below the other; the line with the cursor is the one that is selected.
fn write(
    pen: &mut Pen<'_>,
    text: Rect,
    rows: &[Row<'_>],
    (laid, page, here): (&Laid, usize, Option<&Line>),
) {
    let first = laid.first_of(page);
    let lines = laid.pages.get(page).map_or(&[][..], |page| &page.lines);
    for (y, row) in (text.y..text.bottom()).zip(rows) {
        let own = Rect { y, height: 1, ..text };
        match row {
            Row::Line(line) => {
                let nth = lines.iter().position(|own| std::ptr::eq(own, *line));
                if let Some(nth) = nth {
                    pen.touch(own, Touch::Row(first + nth));
                }
                for piece in &line.pieces {
                    set(pen, own, piece);
                }
                if here.is_some_and(|here| std::ptr::eq(here, *line)) {
                    pen.select(own);
                    pen.focus(own.x, y);
                }
            }
            Row::Rule => pen.rule(own),
            Row::Number => set(pen, own, &page::number(page + 1)),
            Row::Blank => {}
        }
    }
}

fn set(pen: &mut Pen<'_>, row: Rect, piece: &page::Piece) {
    let role = match piece.face {
        Face::Mark | Face::Title | Face::Bold => Role::Strong,
        Face::Text | Face::Script | Face::Small => Role::Plain,
    };
    let at = u16::try_from(piece.at).unwrap_or(0);
    let text = as_wide(pen.ruler(), &piece.text);
    // What reaches into the margin may do so as far as the window goes.
    let room = pen.area().right().saturating_sub(row.x + at + 1);
    pen.text((row.x + at, row.y), room, text, role);
}

/// Quotation marks as wide as they are printed, on terminals that draw them narrow.
fn as_wide(ruler: Ruler, text: &str) -> String {
    let mut wide = String::with_capacity(text.len());
    for c in text.chars() {
        let narrow = ruler.columns(c.encode_utf8(&mut [0; 4])) == 1;
        if narrow && matches!(c, '“' | '‘') {
            wide.push(' ');
        }
        wide.push(c);
        if narrow && matches!(c, '”' | '’') {
            wide.push(' ');
        }
    }
    wide
}

fn nothing(pen: &mut Pen<'_>, text: Rect, subject: Subject<'_>) {
    pen.focus(text.x, text.y);
    pen.text((text.x, text.y), text.width, Beside::Nothing.text(subject.lang()), Role::Hint);
}

/// Which page it is, and what keys do.
fn hints(subject: Subject<'_>, shown: &Preview, laid: Option<&Laid>) -> Vec<Piece> {
    let lang = subject.lang();
    let page = laid.map(|laid| Piece::new(page_of(shown, laid, subject), Role::Strong));
    let mends = laid.is_some_and(|laid| laid.record(shown.cursor).is_some());
    let mend = mends.then_some(Beside::Mend);
    let wide = |columns: u16, key| (subject.seat.size.0 >= columns).then_some(key);
    let (other, leave) = (wide(70, Beside::Other), wide(70, Beside::Leave));
    let reads = subject.seat.hands == Hands::Read;
    let keys = if reads {
        [Some(Beside::Turn), leave, None, None, None]
    } else {
        [mend, Some(Beside::Turn), other, leave, wide(100, Beside::GoTo)]
    };
    let keys = keys.into_iter().flatten().flat_map(|key| Piece::ways(key.text(lang)));
    page.into_iter().chain(keys).collect()
}

/// Which of its pages is shown, or that there is none.
pub(super) fn page_said(subject: Subject<'_>, shown: &Preview) -> String {
    match shown.laid(subject.session) {
        Some(laid) => page_of(shown, &laid, subject),
        None => Beside::Nothing.text(subject.lang()).to_owned(),
    }
}

/// The page that is shown in paragraphs: what its lines part is whole.
pub(super) fn paragraphs(subject: Subject<'_>, shown: &Preview) -> Vec<String> {
    let Some(laid) = shown.laid(subject.session) else { return Vec::new() };
    let Some(page) = laid.pages.get(laid.place(shown.cursor).0) else { return Vec::new() };
    let mut all: Vec<(Option<usize>, String)> = Vec::new();
    for line in &page.lines {
        let texts: Vec<&str> = line.pieces.iter().map(|piece| piece.text.trim()).collect();
        let text = texts.join("  ");
        match all.last_mut() {
            Some((of, before)) if of.is_some() && *of == line.of => before.push_str(&text),
            _ => all.push((line.of, text)),
        }
    }
    all.into_iter().map(|(_, text)| text).collect()
}

fn page_of(shown: &Preview, laid: &Laid, subject: Subject<'_>) -> String {
    let page = (laid.place(shown.cursor).0 + 1).to_string();
    PageOf::PageOf { page, pages: laid.pages.len().to_string() }.text(subject.lang())
}

/// The edges of a sheet.
fn frame(pen: &mut Pen<'_>, sheet: Rect) {
    for x in [sheet.x, sheet.right() - 1] {
        pen.upright(Rect { x, width: 1, ..sheet });
    }
    for y in [sheet.y, sheet.bottom() - 1] {
        pen.rule(Rect { y, height: 1, ..sheet });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::page::CELLS;

    #[test]
    fn a_cell_is_a_half_character() {
        assert_eq!((usize::from(TEXT.0), usize::from(TEXT.1)), (CELLS, ROWS));
    }

    #[test]
    fn quotation_marks_keep_their_empty_half() {
        let narrow = Ruler::new(crate::app::sight::Ambiguous::Narrow);
        let wide = Ruler::new(crate::app::sight::Ambiguous::Wide);
        assert_eq!(as_wide(narrow, "“一网通办”上线"), " “一网通办” 上线");
        assert_eq!(as_wide(wide, "“一网通办”上线"), "“一网通办”上线");
    }
}
