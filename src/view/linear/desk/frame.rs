//! A screen that has no words of its own here, read as it is drawn: one line of it a line, without its
//! frame, what stands in columns behind each other.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::tell::full;
use crate::view::canvas::screen_text;
use crate::view::subject::Subject;

/// Wide and high enough that nothing is cut.
const SIZE: (u16, u16) = (160, 120);

/// Header, rule and, at the foot, rule, status and keys: they say nothing of the screen.
const ABOVE: usize = 2;
const BELOW: usize = 3;

/// The body of the frame.
pub fn lines(subject: Subject<'_>) -> Vec<String> {
    let mut seat = subject.seat.clone();
    seat.size = SIZE;
    let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
    crate::view::draw(subject.session, &seat, &mut buffer);
    let text = screen_text(&buffer);
    let all: Vec<&str> = text.lines().collect();
    let body = all.get(ABOVE..all.len().saturating_sub(BELOW)).unwrap_or_default();
    body.iter().map(|line| said(line, subject)).filter(|line| !line.is_empty()).collect()
}

fn said(line: &str, subject: Subject<'_>) -> String {
    let parts: Vec<String> = line.split("  ").map(bare).filter(|part| !part.is_empty()).collect();
    full(&parts, subject.lang())
}

/// A part without what only draws.
fn bare(part: &str) -> String {
    let drawn = |c: char| matches!(c, '-' | '=' | '|' | '+' | '#' | '_' | ' ');
    let part = part.trim();
    if part.chars().all(drawn) { String::new() } else { part.trim_matches('|').trim().to_owned() }
}
