//! One line made of pieces: labels and what they label, cells of a table, a line of wrapped text.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use ratatui::layout::Rect;

use super::brief::{self, Ends};
use super::canvas::Pen;
use super::shown::Shown;
use super::style::Role;
use super::subject::Subject;
use super::table::{Cell, Columns};
use super::width::Ruler;
use crate::app::Key;
use crate::app::pointer::Touch;
use crate::app::seat::Hands;
use crate::app::taste::Hints;
use crate::words::{Hint, Label, Lang, Sign};

/// One line of a row.
#[derive(Clone, Debug)]
pub enum Strip {
    /// A line of a longer text, and what that is.
    Text(Line, Role),
    /// Pieces behind each other.
    Pieces(Vec<Piece>),
    /// Cells in columns.
    Cells(Columns, Vec<Cell<'static>>),
}

/// A line of a text that was wrapped. It keeps the whole: a name may be parted by the end of a line.
#[derive(Clone, Debug)]
pub struct Line {
    whole: Arc<Shown<'static>>,
    /// Its bytes in the whole.
    at: Range<usize>,
}

impl Line {
    /// Draws it on the first line of `area`.
    pub fn draw(&self, pen: &mut Pen<'_>, area: Rect, role: Role) {
        pen.line_of((area.x, area.y), area.width, (&self.whole, self.at.clone()), role);
    }
}

/// A text, with what it is in front of it.
#[derive(Clone, Debug)]
pub struct Piece {
    label: Cow<'static, str>,
    text: String,
    role: Role,
    /// The key that it names, for whoever presses a mouse on it.
    key: Option<Key>,
}

impl Strip {
    /// What it says, without columns.
    pub fn said(&self) -> String {
        match self {
            Self::Text(line, _) => line.whole.part(line.at.clone()).as_str().to_owned(),
            Self::Pieces(all) => {
                let one = |piece: &Piece| format!("{} {}", piece.label, piece.text);
                let all: Vec<String> = all.iter().map(one).collect();
                all.iter()
                    .map(|one| one.trim())
                    .filter(|one| !one.is_empty())
                    .collect::<Vec<_>>()
                    .join("  ")
            }
            Self::Cells(_, cells) => cells
                .iter()
                .map(Cell::text)
                .filter(|one| !one.is_empty())
                .collect::<Vec<_>>()
                .join("  "),
        }
    }

    /// Draws it on the first line of `area`.
    pub fn draw(&self, pen: &mut Pen<'_>, area: Rect) {
        match self {
            Self::Text(line, role) => line.draw(pen, area, *role),
            Self::Pieces(all) => {
                pieces(pen, area, all);
            }
            Self::Cells(columns, cells) => columns.write(pen, area.y, cells),
        }
    }
}

/// Draws lines under each other, as many as there is room for. Gives the line after them.
pub fn under(pen: &mut Pen<'_>, area: Rect, lines: &[Strip]) -> u16 {
    let mut y = area.y;
    for strip in lines.iter().take(usize::from(area.height)) {
        strip.draw(pen, Rect { y, height: 1, ..area });
        y += 1;
    }
    y
}

/// Text in as many lines as it needs at a width.
pub fn wrapped(ruler: Ruler, width: u16, text: &str) -> Vec<Strip> {
    wrapped_as(ruler, width, text, Role::Plain)
}

/// The same in another role.
pub fn wrapped_as(ruler: Ruler, width: u16, text: &str, role: Role) -> Vec<Strip> {
    lines(ruler, width, text).into_iter().map(|line| Strip::Text(line, role)).collect()
}

/// The same as lines of any look.
pub fn lines(ruler: Ruler, width: u16, text: &str) -> Vec<Line> {
    let whole = Arc::new(Shown::new(text).into_owned());
    let lines = ruler.breaks(whole.as_str(), usize::from(width)).into_iter();
    lines.map(|at| Line { whole: Arc::clone(&whole), at }).collect()
}

/// From this many columns on a part of a text behind other pieces says something.
const PART: u16 = 24;

/// Writes pieces behind each other, two blanks apart; those without text are left out, and those that
/// find no room too, label and all. Gives the column after the last one.
pub fn pieces(pen: &mut Pen<'_>, area: Rect, pieces: &[Piece]) -> u16 {
    let mut x = area.x;
    let end = area.right();
    for piece in pieces.iter().filter(|piece| !piece.text.is_empty()) {
        let first = x == area.x;
        let mut at = if first { x } else { x.saturating_add(2) };
        let label = u16::try_from(pen.ruler().columns(&piece.label)).unwrap_or(u16::MAX);
        let label = if label > 0 { label.saturating_add(1) } else { 0 };
        let room = end.saturating_sub(at).saturating_sub(label);
        let ends = if piece.role == Role::Hint { Ends::Clause } else { Ends::Remark };
        let brief = brief::within(pen.ruler(), room, &piece.text, ends);
        if brief.is_none() && !first && (room < PART || piece.role == Role::Hint) {
            continue;
        }
        if !piece.label.is_empty() {
            at += pen.text((at, area.y), end.saturating_sub(at), &*piece.label, Role::Hint) + 1;
        }
        let text = brief.unwrap_or(&piece.text);
        x = at + pen.text((at, area.y), end.saturating_sub(at), text, piece.role);
        if let Some(key) = piece.key {
            let width = x.saturating_sub(at);
            pen.touch(Rect { x: at, width, height: 1, ..area }, Touch::Key(key));
        }
    }
    x
}

/// Pieces in as many lines as they need at a width; a piece alone on its line may still be cut.
pub fn flowing(ruler: Ruler, width: u16, pieces: impl IntoIterator<Item = Piece>) -> Vec<Strip> {
    let mut lines: Vec<Vec<Piece>> = Vec::new();
    let mut used = 0;
    for piece in pieces.into_iter().filter(|piece| !piece.text.is_empty()) {
        let label = ruler.columns(&piece.label);
        let columns = label + usize::from(label > 0) + ruler.columns(&piece.text);
        if let Some(line) = lines.last_mut().filter(|_| used + 2 + columns <= usize::from(width)) {
            line.push(piece);
            used += 2 + columns;
        } else {
            lines.push(vec![piece]);
            used = columns;
        }
    }
    lines.into_iter().map(Strip::Pieces).collect()
}

/// Pieces in as many lines as they need; one that is longer than a line goes on in the next.
pub fn whole(ruler: Ruler, width: u16, pieces: impl IntoIterator<Item = Piece>) -> Vec<Strip> {
    let mut lines = Vec::new();
    let mut short = Vec::new();
    for piece in pieces.into_iter().filter(|piece| !piece.text.trim().is_empty()) {
        let whole = format!("{} {}", piece.label, piece.text);
        if ruler.columns(whole.trim()) <= usize::from(width) {
            short.push(piece);
            continue;
        }
        lines.extend(flowing(ruler, width, std::mem::take(&mut short)));
        lines.extend(wrapped_as(ruler, width, whole.trim(), piece.role));
    }
    lines.extend(flowing(ruler, width, short));
    lines
}

/// Keys with what they do, along one line; what finds no room is left out whole.
pub fn keys<'n>(
    pen: &mut Pen<'_>,
    area: Rect,
    lang: Lang,
    offers: impl IntoIterator<Item = (Key, &'n str)>,
) {
    let between = u16::from(lang == Lang::En);
    let mut x = area.x + 1;
    for (key, name) in offers {
        let (pressed, key) = (key, key.to_string());
        let wide = pen.ruler().columns(&key) + pen.ruler().columns(name) + usize::from(between);
        if usize::from(area.right().saturating_sub(x)) < wide {
            continue;
        }
        let from = x;
        x += pen.text((x, area.y), area.width, key, Role::Key) + between;
        x += pen.text((x, area.y), area.width, name, Role::Plain);
        pen.touch(Rect { x: from, width: x - from, height: 1, ..area }, Touch::Key(pressed));
        x += 2;
    }
}

/// The hints of what can be done at this seat.
pub(super) fn offered(subject: Subject<'_>, hints: &[Hint]) -> Vec<Piece> {
    // The settings say how they are worked even where no hints are wanted.
    let wanted = subject.seat.taste.hints == Hints::Beginner || subject.seat.looks.is_some();
    let hints = if wanted { hints } else { &[] };
    let here = |hint: &Hint| match subject.seat.hands {
        Hands::Record => Some(*hint),
        Hands::Read => reading(*hint),
    };
    let shown = hints.iter().filter_map(here);
    let piece = |hint: Hint| {
        let piece = Piece::keyed(subject.says(&hint));
        Piece { key: piece.key.or_else(|| choice(hint)), ..piece }
    };
    shown.map(piece).collect()
}

/// The digit of a hint that is a choice.
fn choice(hint: Hint) -> Option<Key> {
    let digit = match hint {
        Hint::ConfirmClear => '0',
        Hint::TakeOurs => '1',
        Hint::TakeTheirs => '2',
        Hint::KeepBoth => '3',
        Hint::TypeOther => '4',
        _ => return None,
    };
    Some(Key::Char(digit))
}

/// Several ways of going on in one text, two blanks apart, each with its key in front.
pub fn ways(pen: &mut Pen<'_>, area: Rect, text: &str) {
    pieces(pen, area, &Piece::ways(text).collect::<Vec<_>>());
}

/// What a hint comes to where nothing can be recorded.
fn reading(hint: Hint) -> Option<Hint> {
    match hint {
        Hint::Act | Hint::ActOn => Some(Hint::OpenRow),
        Hint::ClearFilter
        | Hint::Leave
        | Hint::Look
        | Hint::LooksMove
        | Hint::LooksKeep
        | Hint::Number
        | Hint::OpenHit => Some(hint),
        _ => None,
    }
}

/// Hints in as many lines as there are; gives the lines used.
pub fn hints(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, hints: &[Hint]) -> u16 {
    let lines = flowing(pen.ruler(), area.width, offered(subject, hints));
    let mut y = area.y;
    for line in lines.iter().take(usize::from(area.height)) {
        line.draw(pen, Rect { y, ..area });
        y += 1;
    }
    y - area.y
}

/// Hints at the foot of an area, in as many lines as they need. Gives what is left above them, a blank
/// line between.
pub fn foot(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, hints: &[Hint]) -> Rect {
    let line = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let lines = flowing(pen.ruler(), line.width, offered(subject, hints)).len();
    let height = u16::try_from(lines).unwrap_or(u16::MAX).min(area.height / 3);
    let top = area.bottom() - height;
    self::hints(pen, Rect { y: top, height, ..line }, subject, hints);
    Rect { height: area.height.saturating_sub(height + 1), ..area }
}

impl Piece {
    /// Text without a label.
    pub fn new(text: impl Into<String>, role: Role) -> Self {
        Self { label: Cow::Borrowed(""), text: text.into(), role, key: None }
    }

    /// How something is done: the key that stands first in it can be pressed with a mouse.
    pub fn keyed(text: impl Into<String>) -> Self {
        let text = text.into();
        let key = Key::before(&text);
        Self { key, ..Self::new(text, Role::Hint) }
    }

    /// Several of them in one text, two blanks apart.
    pub fn ways(text: &str) -> impl Iterator<Item = Self> {
        text.split("  ").map(Self::keyed)
    }

    /// Text behind a label.
    pub fn labelled(subject: Subject<'_>, label: Label, text: impl Into<String>) -> Self {
        Self::behind(subject.label(label), text)
    }

    /// Text behind a word of the screen.
    pub fn signed(subject: Subject<'_>, sign: Sign, text: impl Into<String>) -> Self {
        Self::behind(subject.sign(sign), text)
    }

    /// Text behind words that came from anywhere.
    pub fn behind(label: impl Into<Cow<'static, str>>, text: impl Into<String>) -> Self {
        Self { label: label.into(), text: text.into(), role: Role::Plain, key: None }
    }

    /// What it says: the label and the text.
    pub fn parts(&self) -> (&str, &str) {
        (&self.label, &self.text)
    }

    /// In which role it stands.
    pub fn looks(&self) -> Role {
        self.role
    }

    /// The same text in another role.
    #[must_use]
    pub fn role(self, role: Role) -> Self {
        Self { role, ..self }
    }
}
