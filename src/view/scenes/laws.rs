//! What holds of every frame, whoever looks at whatever: each law gives its faults in words.

use std::collections::BTreeSet;

use ratatui::buffer::{Buffer, Cell, CellWidth as _};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::eyes::Eyes;
use crate::app::script::{Kept, Script};
use crate::app::sight::{Ambiguous, Depth, Frame, Sight, Theme};
use crate::app::taste::Arrangement;
use crate::app::{Over, Screen, Seat, Session, look, rows};
use crate::plan::plain::is_hidden;
use crate::view::canvas::screen_text;
use crate::view::style::{Palette, Role};
use crate::view::subject::Subject;
use crate::view::{care, listing};

/// A frame, and what it was drawn of.
pub(super) struct Seen<'a> {
    pub session: &'a Session,
    pub seat: &'a Seat,
    pub buffer: &'a Buffer,
    pub focus: Position,
    /// Something of a guest's own lies over the screen.
    pub boxed: bool,
    /// What was typed and found there.
    pub typed: String,
}

/// What of a screen is data: the Han of the book, and of what was typed or found.
pub(super) struct Data {
    runs: String,
    kept: Kept,
}

/// A language calls itself by its own name; a day is taken out of a pasted sentence.
const KNOWN: &[&str] = &["中文", "空港应急医院报审"];

impl Data {
    pub(super) fn of(session: &Session) -> Self {
        let marks = (&session.marks, &session.readers, &session.keeping.agenda, &session.fork);
        let all = format!(
            "{:?}{:?}{:?}{marks:?}{:?}",
            session.plan,
            session.state(),
            session.sealed,
            session.open,
        );
        let mut runs = BTreeSet::new();
        runs.extend(han_runs(&all));
        let runs = runs.into_iter().collect::<Vec<_>>().join(" ");
        Self { runs, kept: Kept::of(&session.plan.roster) }
    }

    /// What a screen without a book shows of a report.
    pub(super) fn said(all: &str) -> Self {
        let runs: BTreeSet<&str> = han_runs(all).collect();
        Self { runs: runs.into_iter().collect::<Vec<_>>().join(" "), kept: Kept::default() }
    }

    fn has(&self, run: &str, seat: &str) -> bool {
        self.runs.contains(run) || seat.contains(run)
    }
}

impl Seen<'_> {
    /// Everything that is wrong with the frame.
    pub(super) fn faults(&self, data: &Data) -> Vec<String> {
        let text = screen_text(self.buffer);
        let lines: Vec<&str> = text.lines().collect();
        let mut faults = self.widths();
        faults.extend(self.glyphs(&text));
        faults.extend(self.colours());
        faults.extend(self.cursor(&lines));
        faults.extend(self.cuts(&lines, data));
        faults.extend(self.parts(&lines));
        faults
    }

    /// What is wrong with its words.
    pub(super) fn misspoken(&self, eyes: &Eyes, data: &Data) -> Vec<String> {
        if matches!(self.seat.screen(), Screen::Preview(_)) {
            return Vec::new(); // a paper is in the language in which it will be sent out
        }
        let (text, typed) = (screen_text(self.buffer), &self.typed);
        if eyes.is_english() {
            let runs = han_runs(&text).filter(|run| !data.has(run, typed) && !KNOWN.contains(run));
            return runs.map(|run| format!("not English: {run}")).collect();
        }
        if eyes.is_traditional() {
            let left = text.lines().flat_map(|line| data.kept.left_simplified(line));
            let left = left.filter(|run| !typed.contains(run.as_str()));
            return left.map(|run| format!("not 繁体: {run}")).collect();
        }
        Vec::new()
    }

    fn sight(&self) -> Sight {
        self.seat.sight
    }

    /// Each line is exactly as wide as the window, also where ambiguous characters are.
    fn widths(&self) -> Vec<String> {
        let area = self.buffer.area;
        let columns = |cell: &Cell| match self.sight().ambiguous {
            Ambiguous::Narrow => cell.cell_width().max(1),
            Ambiguous::Wide => u16::try_from(cell.symbol().width_cjk()).unwrap().max(1),
        };
        let mut faults = Vec::new();
        for y in 0..area.height {
            let mut x = 0;
            while x < area.width {
                x += columns(&self.buffer[(x, y)]);
            }
            if x != area.width {
                faults.push(format!("line {y} is {x} wide"));
            }
        }
        if !area.contains(self.focus) {
            faults.push(format!("cursor at {:?}", self.focus));
        }
        faults
    }

    /// No character that steers, no frame of doubtful width but where lines were asked for.
    fn glyphs(&self, text: &str) -> Vec<String> {
        let lines = self.sight().frame == Frame::Lines;
        // These are of the plan's own text, of months, and of what is quoted.
        let own = "“”‘’—–…·×±≥≤";
        let doubtful = |c: char| {
            let frame = ('\u{2500}'..='\u{259f}').contains(&c);
            (frame && !lines) || (!frame && c.width() != c.width_cjk() && !own.contains(c))
        };
        let wrong = text.chars().filter(|c| *c != '\n' && (is_hidden(*c) || doubtful(*c)));
        wrong.map(|c| format!("glyph {c:?}")).collect()
    }

    /// Colours are those of the theme's roles, none in mono; high contrast is high.
    fn colours(&self) -> Vec<String> {
        let palette = Palette::new(self.sight());
        let pair = |role| {
            let style = palette.style(role);
            (style.fg.unwrap_or_default(), style.bg.unwrap_or_default())
        };
        let allowed: Vec<_> = Role::ALL.into_iter().map(pair).collect();
        let mono = self.sight().depth == Depth::Mono || self.sight().theme == Theme::Mono;
        let high = matches!(self.sight().theme, Theme::ContrastDark | Theme::ContrastLight);
        let mut faults = BTreeSet::new();
        for cell in &self.buffer.content {
            let own = (cell.fg, cell.bg);
            if !allowed.contains(&own) || (mono && own != (Color::Reset, Color::Reset)) {
                faults.insert(format!("colours {own:?}"));
            }
            let ratio = if high { contrast(cell.fg, cell.bg) } else { None };
            if ratio.is_some_and(|ratio| ratio < 7.0) {
                faults.insert(format!("contrast {ratio:?} of {own:?}"));
            }
        }
        faults.into_iter().collect()
    }

    /// The cursor is on the row that is told by reverse video, or behind what is typed.
    fn cursor(&self, lines: &[&str]) -> Option<String> {
        if self.boxed {
            return None;
        }
        let place = format!("{:?} {:?}", self.focus, lines.get(usize::from(self.focus.y)));
        match self.typed() {
            Some(before) => {
                let last = before.chars().rev().find(|c| !c.is_whitespace())?;
                let behind = self.behind();
                let at = behind.trim_end().chars().next_back();
                (at != Some(last)).then(|| format!("{last} is typed, cursor {place} {behind:?}"))
            }
            None if self.has_rows() => {
                let chosen = self.buffer[self.focus].modifier.contains(Modifier::REVERSED);
                (!chosen).then(|| format!("cursor on no row: {place}"))
            }
            None => None,
        }
    }

    /// What stands before the cursor on its line; on the line above where it stands at the start.
    fn behind(&self) -> String {
        let area = self.buffer.area;
        let text = |y: u16, to: u16| {
            let mut shown = String::new();
            let mut x = 0;
            while x < to {
                shown.push_str(self.buffer[(x, y)].symbol());
                x += self.buffer[(x, y)].cell_width().max(1);
            }
            shown
        };
        let own = text(self.focus.y, self.focus.x);
        if own.trim().is_empty() && self.focus.y > 0 {
            return text(self.focus.y - 1, area.width);
        }
        own
    }

    /// What was typed before the cursor, where something is typed.
    fn typed(&self) -> Option<String> {
        let before = |field: &crate::app::Field| field.text()[..field.cursor()].to_owned();
        if self.seat.looks.is_some() {
            return None;
        }
        match (&self.seat.over, self.seat.screen()) {
            (Some(Over::Jump(text)), _) => Some(text.clone()),
            (Some(Over::Find(find)), _) => Some(before(&find.field)),
            (None, Screen::Meeting) => Some(before(&self.seat.line.field)),
            (None, Screen::Register(register)) => Some(before(&register.field)),
            (None, Screen::Help { filter, .. }) => Some(before(filter)),
            (None, Screen::Form(form)) => form.fields.get(form.at).map(|(_, field)| before(field)),
            _ => None,
        }
    }

    fn has_rows(&self) -> bool {
        let own = matches!(self.seat.screen(), Screen::Division(_) | Screen::ReadBack { .. });
        match &self.seat.over {
            Some(Over::Menu(_)) => true,
            Some(_) => false,
            None => {
                !own && self.seat.looks.is_none()
                    && rows::count(self.session, self.seat.screen()) > 0
            }
        }
    }

    /// Nothing is cut but text of the book, and nothing in the first line and the last two.
    fn cuts(&self, lines: &[&str], data: &Data) -> Vec<String> {
        // What is in 繁体 has the columns of the other; a box lies over the sample of the settings.
        let same = self.sight().script != Script::Simplified || self.seat.looks.is_some();
        let lines = if same { &[][..] } else { lines };
        let mut faults = Vec::new();
        for (y, line) in lines.iter().enumerate() {
            let frame = y == 0 || y + 2 >= lines.len();
            // What was just done is said with a sentence of a record in it.
            let said = y + 2 == lines.len() && self.seat.notice.is_some();
            // What changed, too.
            let told = matches!(self.seat.screen(), Screen::Compare(_)) && !frame;
            let cuts = cut(line).filter(|before| {
                let run = last_run(before);
                frame || run.is_empty() || !data.has(run, &self.typed)
            });
            if !said && !told {
                faults.extend(cuts.map(|_| format!("cut in line {y}: {line}")));
            }
        }
        faults
    }
}

impl Seen<'_> {
    /// In 关怀 nothing is cut at all, text of the book neither, and all that is known of the row with the
    /// cursor is seen.
    fn parts(&self, lines: &[&str]) -> Vec<String> {
        if self.seat.taste.layout != Arrangement::Care || self.seat.looks.is_some() {
            return Vec::new();
        }
        let cuts = lines.iter().filter(|line| cut(line).next().is_some());
        let mut faults: Vec<String> = cuts.map(|line| format!("关怀, cut: {line}")).collect();
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        let seen = bare(&lines.concat());
        let lacks = self.pointed().into_iter().filter(|text| !seen.contains(&bare(text)));
        faults.extend(lacks.map(|text| format!("关怀, not seen: {text}")));
        faults
    }

    /// All that is known of the row with the cursor.
    fn pointed(&self) -> Vec<String> {
        let (subject, screen) =
            (Subject { session: self.session, seat: self.seat }, self.seat.screen());
        let told = care::tells(screen) && self.seat.over.is_none() && !self.boxed;
        let same = self.sight().script == Script::Simplified;
        let last = rows::count(self.session, screen).checked_sub(1).filter(|_| told && same);
        let Some(last) = last else { return Vec::new() };
        let at = look::cursor(self.seat).min(last);
        let rows = listing::told(subject, at..at + 1).into_iter();
        let stop = rows::at(self.session, screen, at);
        let rows = rows.map(|row| listing::numbered(subject, stop.as_ref(), row));
        let all = rows.flat_map(|row| {
            let facts = row.facts.into_iter().map(|fact| fact.text);
            // What is behind or open is told by its whole title there.
            let text = if let Screen::Lists { .. } = screen { String::new() } else { row.text };
            [row.number, text].into_iter().chain(facts).chain(row.more).collect::<Vec<_>>()
        });
        all.flat_map(|text| text.split("  ").map(str::to_owned).collect::<Vec<_>>()).collect()
    }
}

/// What stands before each `..` of a line that stands for something left out.
fn cut(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices("..").filter_map(move |(at, mark)| {
        let (before, behind) = (&line[..at], &line[at + mark.len()..]);
        let goes_on = behind.starts_with(|c: char| !c.is_whitespace() && !"|│".contains(c));
        let bar = before.trim_end_matches(['.', '|']).ends_with(['#', '[']);
        // More of the line of meetings, or of a row of numbers.
        let more = before.trim().is_empty()
            || before.strip_suffix(' ').is_some_and(|row| row.ends_with(char::is_numeric));
        (!goes_on && !bar && !more).then_some(before)
    })
}

/// The Han in which a text ends, digits and marks behind them left out.
fn last_run(text: &str) -> &str {
    let ends = |c: char| c.is_ascii() && c != ' ' || "（），；：。“”—".contains(c);
    let text = text.trim_end().trim_end_matches(ends);
    let before = text.trim_end_matches(is_chinese);
    &text[before.len()..]
}

/// The runs of Han, and of what is as wide, in a text.
fn han_runs(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !is_chinese(c)).filter(|run| !run.is_empty())
}

/// 〔 〕 are the marks of what is assumed in either language; 、 stands between names in Han.
fn is_chinese(c: char) -> bool {
    !"〔〕、".contains(c) && matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// How far two colours are from each other, by WCAG 2.1; none where the terminal chooses one.
fn contrast(one: Color, other: Color) -> Option<f64> {
    let (one, other) = (luminance(one)?, luminance(other)?);
    Some((one.max(other) + 0.05) / (one.min(other) + 0.05))
}

fn luminance(color: Color) -> Option<f64> {
    let part = |byte: u8| {
        let c = f64::from(byte) / 255.0;
        if c <= 0.039_28 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    let [r, g, b] = match color {
        Color::Rgb(r, g, b) => [r, g, b],
        Color::Indexed(of @ 16..=231) => {
            let of = of - 16;
            [of / 36, of / 6 % 6, of % 6].map(|step| if step == 0 { 0 } else { 55 + 40 * step })
        }
        Color::Indexed(of @ 232..) => [8 + 10 * (of - 232); 3],
        _ => return None,
    };
    Some(0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b))
}
