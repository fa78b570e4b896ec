//! The report around the line with the cursor, as it was published; what the line is made of is
//! shown as chosen, what stays out of the plan in the colour of hints.

use std::ops::Range;

use ratatui::layout::Rect;

use crate::app::drafting::{Drafting, Span, meet};
use crate::view::canvas::Pen;
use crate::view::list;
use crate::view::style::Role as Ink;
use crate::words::report::Role;

/// Draws as much of the report as there is room for.
pub(super) fn draw(pen: &mut Pen<'_>, area: Rect, drafting: &Drafting) {
    let inner = list::inner(area);
    let chosen = drafting.row().map_or(0..0, |row| row.at.clone());
    let lines = around(pen, inner, &drafting.text, chosen.start);
    for (y, line) in (inner.y..inner.bottom()).zip(lines) {
        self::line(pen, Rect { y, height: 1, ..inner }, drafting, (&line, &chosen));
        if meet(&line, &chosen) {
            pen.text((area.x + 1, y), 1, ">", Ink::Key);
        }
    }
}

/// The lines of the screen on which the text around a place stands, a third of them before it.
fn around(pen: &Pen<'_>, area: Rect, text: &str, at: usize) -> Vec<Range<usize>> {
    let height = usize::from(area.height);
    let wrapped = |paragraph: Range<usize>| -> Vec<Range<usize>> {
        let words = text.get(paragraph.clone()).unwrap_or_default().trim_end();
        let breaks = pen.ruler().breaks(words, usize::from(area.width));
        breaks
            .into_iter()
            .map(|part| paragraph.start + part.start..paragraph.start + part.end)
            .collect()
    };
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut from = start;
    while lines.len() < 2 * height && from < text.len() {
        let end = text.get(from..).and_then(|it| it.find('\n')).map_or(text.len(), |to| from + to);
        // The lines of a paragraph before the place are no more than a screen can hold.
        lines.extend(wrapped(from..end));
        let skip = lines.iter().take_while(|line| line.end <= at).count().saturating_sub(height);
        lines.drain(..skip);
        from = end + 1;
    }
    let mut start = start;
    while start > 0 && lines.iter().take_while(|line| line.end <= at).count() < height / 3 {
        let end = start - 1;
        start = text.get(..end).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        lines.splice(0..0, wrapped(start..end));
    }
    let before = lines.iter().take_while(|line| line.end <= at && !line.is_empty()).count();
    let first = before.saturating_sub(height / 3).min(lines.len().saturating_sub(height));
    lines.into_iter().skip(first).take(height).collect()
}

/// One line, every part of it in the ink of what it is.
fn line(
    pen: &mut Pen<'_>,
    area: Rect,
    drafting: &Drafting,
    (at, chosen): (&Range<usize>, &Range<usize>),
) {
    let mut x = area.x;
    let spans = &drafting.draft().spans;
    let first = spans.partition_point(|span| span.at.end <= at.start);
    for span in spans.iter().skip(first).take_while(|span| span.at.start < at.end) {
        let part = span.at.start.max(at.start)..span.at.end.min(at.end);
        for piece in parted(&part, chosen) {
            let words = drafting.text.get(piece.clone()).unwrap_or_default();
            let words: String = words.chars().filter(|c| !matches!(c, '\r' | '\n')).collect();
            let width = pen.text((x, area.y), area.right().saturating_sub(x), words, ink(span));
            if meet(&piece, chosen) {
                pen.select(Rect { x, y: area.y, width, height: 1 });
            }
            x += width;
        }
    }
}

/// A part, cut where the chosen one begins and ends.
fn parted(part: &Range<usize>, chosen: &Range<usize>) -> Vec<Range<usize>> {
    let (from, to) =
        (chosen.start.clamp(part.start, part.end), chosen.end.clamp(part.start, part.end));
    let all = [part.start..from, from..to, to..part.end];
    all.into_iter().filter(|piece| !piece.is_empty()).collect()
}

fn ink(span: &Span) -> Ink {
    match span.role {
        Role::SectionTitle | Role::Title => Ink::Title,
        Role::TaskTitle | Role::Headline => Ink::Strong,
        Role::SectionMarker | Role::TaskMarker => Ink::Key,
        Role::Measure | Role::SectionLead | Role::Guidance | Role::Bridge | Role::Stop => {
            Ink::Plain
        }
        _ => Ink::Hint,
    }
}
