//! The part of the window in which a screen stands.

use ratatui::layout::Rect;

use crate::app::taste::Arrangement;

/// Forty Han, for whoever is shown less at a time.
const CARED: u16 = 80;

/// All of the window; in 关怀 one column in its middle.
pub(super) fn of(area: Rect, layout: Arrangement) -> Rect {
    if layout != Arrangement::Care {
        return area;
    }
    let width = area.width.min(CARED);
    Rect { x: area.x + (area.width - width) / 2, width, ..area }
}
