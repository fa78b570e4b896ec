//! 显示: every setting with its choices, what the one with the cursor means, and a sample of it all.
//! The whole screen is the preview: it is drawn by what is being chosen.

use ratatui::layout::Rect;

use super::brief::{self, Ends};
use super::canvas::Pen;
use super::list;
use super::panes;
use super::strip::{self, Piece};
use super::style::Role;
use super::subject::Subject;
use crate::app::page::looks::Looks;
use crate::app::taste::choice::{SETTINGS, choices};
use crate::judge::Light;
use crate::words::Hint;
use crate::words::taste::{Meant, Setting};

/// Draws the settings with the cursor on what is chosen for one of them.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, looks: &Looks) {
    let area = strip::foot(pen, area, subject, &[Hint::LooksMove, Hint::LooksKeep]);
    let inner = list::inner(area);
    let blocks: Vec<Vec<Vec<Value>>> =
        SETTINGS.iter().map(|setting| lines(pen, subject, inner.width, *setting)).collect();
    let of = |at: usize| blocks.iter().take(at).map(Vec::len).sum::<usize>();
    let all = of(blocks.len());
    let sample = sample(area.height, all);
    let height = area.height.saturating_sub(sample + 2);
    let own = blocks.get(looks.at).map_or(0, Vec::len);
    let seen = panes::window(all, height, &(of(looks.at)..of(looks.at) + own));
    let numbered = blocks.iter().enumerate().flat_map(|(at, lines)| {
        lines.iter().enumerate().map(move |(nth, values)| (at, nth, values))
    });
    let mut y = area.y;
    for (at, nth, values) in numbered.skip(seen.start).take(seen.len()) {
        let line = Rect { y, height: 1, ..area };
        if nth == 0 {
            let name = SETTINGS.get(at).map_or("", |setting| setting.text(subject.lang()));
            pen.text((inner.x, y), label(subject), name, Role::Plain);
        }
        if at == looks.at {
            list::point(pen, line, y, nth == 0);
        }
        row(pen, line, values, at == looks.at);
        y += 1;
    }
    let said = Rect { y: y + 1, height: 1, ..inner };
    if said.y < area.bottom() {
        let meant = meant(looks.setting()).text(subject.lang());
        let meant = brief::within(pen.ruler(), said.width, meant, Ends::Remark).unwrap_or(meant);
        pen.text((said.x, said.y), said.width, meant, Role::Hint);
    }
    if sample > 0 {
        preview(pen, Rect { y: said.y + 2, height: sample, ..inner }, subject);
    }
}

/// The lines that the sample gets: none in a small window.
fn sample(height: u16, all: usize) -> u16 {
    let left = usize::from(height).saturating_sub(all + 3);
    if left >= 4 { 4 } else { 0 }
}

/// One value of a setting on its line.
struct Value {
    x: u16,
    digit: u32,
    text: &'static str,
    chosen: bool,
}

/// Room for the name of a setting.
fn label(subject: Subject<'_>) -> u16 {
    match subject.lang() {
        crate::words::Lang::Zh => 10,
        crate::words::Lang::En => 13,
    }
}

/// The choices of a setting, in as many lines as they need.
fn lines(pen: &Pen<'_>, subject: Subject<'_>, width: u16, of: Setting) -> Vec<Vec<Value>> {
    let here = subject.seat.taste.chosen(of);
    let first = label(subject);
    let mut lines: Vec<Vec<Value>> = vec![Vec::new()];
    let mut x = first;
    for (digit, choice) in (1..).zip(choices(of)) {
        let text = choice.word().text(subject.lang());
        let wide = u16::try_from(pen.ruler().columns(text)).unwrap_or(0) + 3;
        if x + wide > width && x > first {
            lines.push(Vec::new());
            x = first;
        }
        if let Some(line) = lines.last_mut() {
            line.push(Value { x, digit, text, chosen: choice == here });
        }
        x += wide + 1;
    }
    lines
}

/// Writes the choices of a line: what is chosen in [ ], digits where they pick.
fn row(pen: &mut Pen<'_>, line: Rect, values: &[Value], here: bool) {
    let inner = list::inner(line);
    for value in values {
        let digit = if here { value.digit.to_string() } else { " ".to_owned() };
        let (left, right) = if value.chosen { ("[", "]") } else { (" ", " ") };
        let role = if value.chosen { Role::Strong } else { Role::Plain };
        let x = inner.x + value.x;
        let text = format!("{digit}{left}{}{right}", value.text);
        let room = line.right().saturating_sub(x);
        pen.text((x, line.y), room, text, role);
        if here {
            pen.select(Rect { x, width: room.saturating_sub(1), ..line });
        }
        if here && value.chosen {
            pen.focus(x + 2, line.y);
        }
    }
}

/// Marks, words and colours of all lights, a bar, a frame over Han, and characters of doubtful width.
fn preview(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) {
    let sample = |meant: Meant| meant.text(subject.lang());
    let lights = LIGHTS.map(|light| {
        let (text, role) = subject.light(light);
        Piece::new(text, role)
    });
    strip::pieces(pen, Rect { height: 1, ..area }, &lights);
    let text = sample(Meant::Sample);
    for y in area.y + 1..area.bottom() {
        pen.text((area.x, y), area.width, text, Role::Plain);
    }
    let wide = u16::try_from(pen.ruler().columns(text)).unwrap_or(0).min(area.width);
    let (x, width) = (area.x + 7, wide.saturating_sub(14));
    if width < 12 {
        return;
    }
    let frame = Rect { x, y: area.y + 1, width, height: area.height - 1 };
    let inside = pen.popup(frame, sample(Meant::Framed));
    let bar = [Piece::new("[####..|....] 41.0%", Role::Plain)];
    strip::pieces(pen, Rect { height: 1, ..inside }, &bar);
}

const LIGHTS: [Light; 6] =
    [Light::OnTrack, Light::DueSoon, Light::Behind, Light::Overdue, Light::Done, Light::NotStarted];

/// What a setting is about.
pub(super) fn meant(setting: Setting) -> Meant {
    match setting {
        Setting::Layout => Meant::Layout,
        Setting::Theme => Meant::Theme,
        Setting::Colours => Meant::Colours,
        Setting::Marks => Meant::Marks,
        Setting::Borders => Meant::Borders,
        Setting::Width => Meant::Width,
        Setting::Hints => Meant::Hints,
        Setting::Script => Meant::Script,
        Setting::Tongue => Meant::Tongue,
        Setting::Mouse => Meant::Mouse,
    }
}
