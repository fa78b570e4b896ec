//! 查找 on a screen that knows no book: the last two lines of the screen, what is typed and found in the
//! one, the ways of going on in the other. What is found is seen above them.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::line;
use super::strip;
use super::style::Role;
use crate::app::Keymap;
use crate::app::seek::Seek;
use crate::words::Lang;
use crate::words::seek::{SeekSays, Sought};

/// Draws it in the two lines of an area, the cursor behind what is typed.
pub(super) fn draw(pen: &mut Pen<'_>, area: Rect, seek: &Seek, (keymap, lang): (&Keymap, Lang)) {
    pen.clear(area);
    let (x, end) = (area.x + 1, area.right().saturating_sub(1));
    let said = seek.said();
    let role = match said {
        None => Role::Hint,
        Some(SeekSays::Nowhere) => Role::Alarm,
        Some(SeekSays::Place { .. }) => Role::Good,
    };
    let said = said.map_or_else(|| Sought::Begin.text(lang).to_owned(), |said| said.text(lang));
    let left = pen.text_before((end, area.y), area.width * 2 / 3, said, role);
    let prompt = format!("{} >", Sought::Find.text(lang));
    let prompt = pen.text((x, area.y), area.width, prompt, Role::Title) + 1;
    let room = left.saturating_sub(x + prompt + 2);
    line::one(pen, Rect::new(x + prompt, area.y, room, 1), &seek.field, true);
    let ways = keymap.say_elsewhere(&Sought::Ways, lang);
    strip::ways(pen, Rect { x, y: area.y + 1, width: end.saturating_sub(x), height: 1 }, &ways);
}
