//! 定疑: the report and the plan that it becomes beside each other, the doubt of the line below them.
//!
//! On a narrow screen the two stand under each other.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Drawn;
use super::canvas::Pen;
use super::column;
use super::foot::{self, Most};
use super::list;
use super::panes;
use super::seek;
use super::status::WIDE;
use super::strip::{self, Piece};
use super::style::Role;
use super::tall;
use crate::app::drafting::command::COMMANDS;
use crate::app::drafting::{Drafting, Over, Row, What};
use crate::app::keyed::first_of;
use crate::app::pointer::Touch;
use crate::app::script::Kept;
use crate::app::taste::Arrangement;
use crate::words::Notice;
use crate::words::drafting::{DraftSays, Drafted};
use crate::words::report::Weight;

mod over;
mod rows;
#[cfg(test)]
pub(super) mod scenes;
mod source;

/// The smallest screen on which a report can be settled.
const LEAST: (u16, u16) = (60, 16);

/// Draws the whole screen. Gives the place of the cursor, and what each place stands for.
pub fn draw(drafting: &Drafting, buffer: &mut Buffer) -> Drawn {
    let kept = Kept::none(drafting.sight.script);
    let mut pen = Pen::anew(buffer, drafting.sight).in_script(kept);
    let area = column::of(pen.area(), drafting.layout);
    if area.width < LEAST.0 || area.height < LEAST.1 {
        let (columns, rows) = (area.width.to_string(), area.height.to_string());
        let said = Notice::TooSmall { columns, rows };
        pen.text((area.x, area.y), area.width, said.text(drafting.lang), Role::Alarm);
        pen.focus(area.x, area.y);
        return pen.seen(drafting.pointing);
    }
    let line = |y: u16| Rect { y, height: 1, ..area };
    let bottom = area.bottom();
    header(&mut pen, line(area.y), drafting);
    pen.rule(line(area.y + 1));
    body(&mut pen, Rect { y: area.y + 2, height: area.height - 7, ..area }, drafting);
    pen.rule(line(bottom - 5));
    doubt(&mut pen, Rect { y: bottom - 4, height: 2, ..area }, drafting);
    if status(&mut pen, Rect { y: bottom - 3, height: 3, ..area }, drafting) < 3 {
        footer(&mut pen, line(bottom - 1), drafting);
    }
    over::draw(&mut pen, Rect { height: area.height - 2, ..area }, drafting);
    if let Some(Over::Seek(seek)) = &drafting.over {
        let foot = Rect { y: bottom - 2, height: 2, ..area };
        seek::draw(&mut pen, foot, seek, (&drafting.keymap, drafting.lang));
    }
    pen.seen(drafting.pointing)
}

/// The screen, the plan's title, and how much there is.
fn header(pen: &mut Pen<'_>, area: Rect, drafting: &Drafting) {
    let plan = &drafting.draft().plan;
    let counts = DraftSays::Counts {
        sections: plan.sections.len().to_string(),
        tasks: plan.tasks().count().to_string(),
        measures: plan.measures().count().to_string(),
        targets: plan.targets().count().to_string(),
    };
    let counts = counts.text(drafting.lang);
    let end = area.right().saturating_sub(1);
    let screen = Drafted::Drafting.text(drafting.lang);
    let left = u16::try_from(pen.ruler().columns(screen)).unwrap_or(0) + 4;
    let end = pen.text_before((end, area.y), area.width.saturating_sub(left), counts, Role::Plain);
    let line = Rect { x: area.x + 1, width: end.saturating_sub(area.x + 3), ..area };
    let pieces = [Piece::new(screen, Role::Title), Piece::new(plan.title.as_str(), Role::Plain)];
    strip::pieces(pen, line, &pieces);
}

fn body(pen: &mut Pen<'_>, area: Rect, drafting: &Drafting) {
    let (report, plan) = if area.width >= WIDE {
        let left = area.width / 2;
        pen.upright(Rect { x: area.x + left - 1, width: 1, ..area });
        let report = Rect { width: left - 1, ..area };
        (report, Rect { x: area.x + left, width: area.width - left, ..area })
    } else {
        let top = area.height * 3 / 5;
        pen.rule(Rect { y: area.y + top, height: 1, ..area });
        let report = Rect { y: area.y + top + 1, height: area.height - top - 1, ..area };
        (report, Rect { height: top, ..area })
    };
    let report = titled(pen, report, Drafted::Source.text(drafting.lang));
    source::draw(pen, report, drafting);
    let plan = titled(pen, plan, Drafted::Plan.text(drafting.lang));
    draft(pen, plan, drafting);
}

/// Writes the title of a pane; gives what is below it.
fn titled(pen: &mut Pen<'_>, area: Rect, title: &str) -> Rect {
    pen.text((area.x + 1, area.y), area.width.saturating_sub(1), title, Role::Title);
    Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area }
}

/// The lines of the draft, the one with the cursor among them.
fn draft(pen: &mut Pen<'_>, area: Rect, drafting: &Drafting) {
    let here = drafting.cursor;
    if drafting.layout == Arrangement::Care {
        let width = list::inner(area).width;
        let ruler = pen.ruler();
        return tall::draw(pen, area, (drafting.rows.len(), here), |nth| {
            drafting
                .rows
                .get(nth)
                .map(|row| rows::whole(ruler, width, drafting, row))
                .unwrap_or_default()
        });
    }
    let seen = panes::window(drafting.rows.len(), area.height, &(here..here + 1));
    pen.focus(list::inner(area).x, area.y);
    for (y, nth) in (area.y..area.bottom()).zip(seen) {
        let Some(row) = drafting.rows.get(nth) else { continue };
        rows::draw(pen, Rect { y, height: 1, ..list::inner(area) }, drafting, row);
        pen.touch(Rect { y, height: 1, ..area }, Touch::Row(nth));
        if nth == here {
            list::mark(pen, area, y, true);
        }
    }
}

/// What is doubted on the line with the cursor.
fn doubt(pen: &mut Pen<'_>, area: Rect, drafting: &Drafting) {
    let lang = drafting.lang;
    let line = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let doubts = drafting.row().map(|row| row.doubts.as_slice()).unwrap_or_default();
    if doubts.is_empty() {
        let none = drafting.draft().doubts.is_empty();
        let (word, role) =
            if none { (Drafted::NoDoubts, Role::Good) } else { (Drafted::NoDoubtHere, Role::Hint) };
        pen.text((line.x, line.y), line.width, word.text(lang), role);
        return;
    }
    for (nth, y) in doubts.iter().zip(line.y..line.bottom()) {
        let Some(doubt) = drafting.draft().doubts.get(*nth) else { continue };
        let at = DraftSays::Line { line: doubt.spot.line.to_string() }.text(lang);
        let pieces = [
            Piece::new(Drafted::Doubt.text(lang), Role::Title),
            Piece::new(doubt.weight.text(lang), weight(doubt.weight)),
            Piece::new(doubt.why.text(lang), Role::Plain),
            Piece::new(at, Role::Hint),
        ];
        strip::pieces(pen, Rect { y, height: 1, ..line }, &pieces);
    }
}

/// How a weight looks.
const fn weight(weight: Weight) -> Role {
    match weight {
        Weight::Heavy => Role::Overdue,
        Weight::Middle => Role::Behind,
        Weight::Light => Role::Hint,
    }
}

/// What was said last; else how many doubts are left. Gives how many of the three lines at the foot that took.
fn status(pen: &mut Pen<'_>, area: Rect, drafting: &Drafting) -> u16 {
    let lang = drafting.lang;
    let count = |weight| {
        drafting.draft().doubts.iter().filter(|doubt| doubt.weight == weight).count().to_string()
    };
    if let Some(said) = &drafting.said {
        let role = if drafting.alarm { Role::Alarm } else { Role::Saved };
        return foot::tell(
            pen,
            area,
            &[(drafting.keymap.say_elsewhere(said, lang), role)],
            Most::All,
        );
    }
    if let Some(why) = drafting.keeping.why() {
        let lost = drafting.keymap.say_elsewhere(&DraftSays::NotKept { why: why.to_owned() }, lang);
        return foot::tell(pen, area, &[(lost, Role::Alarm)], Most::All);
    }
    let left = DraftSays::Left {
        heavy: count(Weight::Heavy),
        middle: count(Weight::Middle),
        light: count(Weight::Light),
    };
    let kept = Piece::new(Drafted::Kept.text(lang), Role::Hint);
    let pieces = vec![Piece::new(left.text(lang), Role::Plain), kept];
    let line =
        Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2), height: 1 };
    if let Some(first) = strip::flowing(pen.ruler(), line.width, pieces).first() {
        first.draw(pen, line);
    }
    1
}

/// The keys that the screen has, as far as there is room.
fn footer(pen: &mut Pen<'_>, area: Rect, drafting: &Drafting) {
    if drafting.over.is_some() {
        return;
    }
    let lang = drafting.lang;
    let shown = COMMANDS.iter().filter(|command| command.shown);
    let first = |command| first_of(COMMANDS, &drafting.keymap, command);
    let offers = shown.filter_map(|command| Some((first(command)?, command.name.text(lang))));
    strip::keys(pen, area, lang, offers);
}

/// The heaviest doubt of a line.
fn heaviest(drafting: &Drafting, row: &Row) -> Option<Weight> {
    let doubts = row.doubts.iter().filter_map(|nth| drafting.draft().doubts.get(*nth));
    let rank = |weight: &Weight| match weight {
        Weight::Heavy => 2,
        Weight::Middle => 1,
        Weight::Light => 0,
    };
    doubts.map(|doubt| doubt.weight).max_by_key(rank)
}

/// How a line of the draft looks.
const fn ink(what: What) -> Role {
    match what {
        What::Section => Role::Title,
        What::Task => Role::Strong,
        What::Target => Role::Good,
        What::Kept(_) | What::Number(_) | What::Duty => Role::Hint,
        What::Guidance(_) | What::Lead | What::Measure => Role::Plain,
    }
}
