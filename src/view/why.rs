//! Why the row under the cursor has its light: one sentence at the foot of a list, in lines that are
//! always kept free for it, so that nothing moves when the cursor does.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::style::Role;
use super::subject::Subject;
use crate::app::Stop;
use crate::app::look;
use crate::judge::{Light, Tally};
use crate::plan::Place;
use crate::plan::place::Level;
use crate::words::Seen;

/// Parts the lines of the sentence from the foot of an area: one where the window is low, two from a
/// height on. Gives what is left above.
pub fn parted(area: Rect, two_from: u16) -> (Rect, Rect) {
    let lines = if area.height < 10 { 0 } else { 1 + u16::from(area.height >= two_from) };
    let above = Rect { height: area.height - lines, ..area };
    (above, Rect { y: above.bottom(), height: lines, ..area })
}

/// Writes the sentence.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) {
    let Some(text) = why(subject) else { return };
    let line = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    pen.wrapped(line, text, Role::Plain);
}

fn why(subject: Subject<'_>) -> Option<String> {
    match look::stop(subject.session, subject.seat)? {
        Stop::Row(place) if place.level() == Level::Section => Some(counted(subject, place)),
        Stop::Row(place) => subject.session.reason(place, subject.lang()),
        Stop::Decision(id) => subject.session.reason_of(&id, subject.lang()),
        _ => None,
    }
}

/// The lights of a section's tasks, and the weighted share where the plan gives weights.
fn counted(subject: Subject<'_>, section: Place) -> String {
    let none = Tally::default();
    let tally = subject.session.verdicts.tally(section).unwrap_or(&none);
    let lang = subject.lang();
    let counts = Light::ALL.into_iter().filter(|light| tally.of(*light) > 0).map(|light| {
        let (gap, count) = (subject.light(light).0, tally.of(light).to_string());
        Seen::Lacking { gap, count }.text(lang)
    });
    let share = tally.share().map(|share| Seen::Weighted { share: share.to_string() }.text(lang));
    let row = subject.row(section);
    std::iter::once(row).chain(counts).chain(share).collect::<Vec<_>>().join("  ")
}
