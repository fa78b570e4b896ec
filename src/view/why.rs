//! Why the row under the cursor has its light: one sentence at the foot of a list, in lines that are
//! kept free for it, so that nothing moves when the cursor does, unless a long one needs more.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::empty;
use super::shown::Shown;
use super::style::Role;
use super::subject::Subject;
use super::width::Ruler;
use crate::app::Stop;
use crate::app::look;
use crate::judge::{Light, Tally};
use crate::plan::place::Level;
use crate::plan::{Found, Place};
use crate::words::Seen;
use crate::words::empty::Onward;

/// Writes the sentence at the foot of an area: one line is kept for it where the window is low, two
/// from a height on, and as many as it needs where it is longer. A reason is never cut: its end says
/// the rule and the light. Gives what is left above.
pub fn foot(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, two_from: u16) -> Rect {
    let (text, lines) = said(pen.ruler(), area, subject, two_from);
    let above = Rect { height: area.height - lines, ..area };
    let width = area.width.saturating_sub(2);
    pen.wrapped(Rect { x: area.x + 1, y: above.bottom(), width, height: lines }, text, Role::Plain);
    above
}

/// The sentence, and how many lines are its.
pub fn said(
    ruler: Ruler,
    area: Rect,
    subject: Subject<'_>,
    two_from: u16,
) -> (Shown<'static>, u16) {
    if area.height < 10 {
        return (Shown::default(), 0);
    }
    let text = Shown::new(why(subject).unwrap_or_default());
    let needs = ruler.breaks(text.as_str(), usize::from(area.width.saturating_sub(2))).len();
    let kept = 1 + u16::from(area.height >= two_from);
    let lines = u16::try_from(needs).unwrap_or(u16::MAX).max(kept).min(area.height / 2);
    (text, lines)
}

fn why(subject: Subject<'_>) -> Option<String> {
    match look::stop(subject.session, subject.seat)? {
        Stop::Row(place) if place.level() == Level::Section => Some(counted(subject, place)),
        Stop::Row(place) => {
            let reason = subject.session.reason(place, subject.lang())?;
            let never = !subject.state().ledger.readings.contains_key(&place);
            let target = matches!(subject.session.plan.find(place), Some(Found::Target(_)));
            let first = never && target;
            Some(if first { empty::text(subject, &reason, &[Onward::Read]) } else { reason })
        }
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
