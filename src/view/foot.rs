//! The three lines at the foot of a screen: a rule, what was said last, the keys.
//!
//! The next step stands at the end of a sentence, so what finds no room in its line goes on over the
//! rule and, where that is not enough, over the keys. It never takes a line from what is shown.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::shown::Shown;
use super::style::Role;

/// How many of the three lines what is said may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Most {
    /// It stays until something is mended: the keys must be seen all the while.
    ButTheKeys,
    /// It goes with the next key.
    All,
}

/// Draws what is said at the foot `area`, the last of it whole as far as `most` allows. Gives the lines used: with one the
/// rule and the keys are free, with two the keys.
pub fn tell(pen: &mut Pen<'_>, area: Rect, said: &[(String, Role)], most: Most) -> u16 {
    let Some(((last, role), front)) = said.split_last() else { return 1 };
    if fits(pen, area.width, said) {
        one_line(pen, Rect { y: area.y + 1, height: 1, ..area }, said);
        return 1;
    }
    let room = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let own = u16::from(!front.is_empty());
    let breaks = pen.ruler().breaks(Shown::new(last).as_str(), usize::from(room.width)).len();
    let wanted = u16::try_from(breaks).unwrap_or(u16::MAX).saturating_add(own);
    let lines = wanted.clamp(2, if most == Most::All { 3 } else { 2 });
    pen.clear(Rect { height: lines, ..area });
    one_line(pen, area, front);
    pen.wrapped(Rect { y: room.y + own, height: lines - own, ..room }, last, *role);
    lines
}

/// Whether all of it stands in one line.
pub fn fits(pen: &Pen<'_>, width: u16, said: &[(String, Role)]) -> bool {
    let ruler = pen.ruler();
    let columns = said.iter().map(|(text, _)| ruler.columns(Shown::new(text).as_str()) + 2);
    columns.sum::<usize>() <= usize::from(width) + 1
}

/// Draws it in one line, cut where that is full.
pub fn one_line(pen: &mut Pen<'_>, line: Rect, said: &[(String, Role)]) {
    let mut x = line.x + 1;
    for (text, role) in said {
        let room = line.right().saturating_sub(x);
        x += pen.text((x, line.y), room, text, *role) + 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::sight::Sight;
    use crate::view::canvas::screen_text;
    use ratatui::buffer::Buffer;

    fn told(width: u16, said: &[&str], most: Most) -> (u16, String) {
        let area = Rect::new(0, 0, width, 3);
        let mut buffer = Buffer::empty(area);
        let mut pen = Pen::new(&mut buffer, Sight::default());
        let said: Vec<_> = said.iter().map(|text| ((*text).to_owned(), Role::Plain)).collect();
        let lines = tell(&mut pen, area, &said, most);
        (lines, screen_text(&buffer))
    }

    #[test]
    fn what_fits_stands_in_the_middle_line() {
        let check = |said: &[&str], expect: &str| {
            assert_eq!(told(20, said, Most::All), (1, expect.to_owned()));
        };
        check(&["已存"], "\n 已存\n\n");
        check(&["已存", "再试"], "\n 已存  再试\n\n");
        check(&[], "\n\n\n");
    }

    #[test]
    fn the_next_step_is_read_to_its_end() {
        let check = |said: &[&str], most, lines, expect: &str| {
            assert_eq!(told(20, said, most), (lines, expect.to_owned()), "{said:?}");
        };
        let long = "没有绑定任务；请先用 #编号 指定";
        check(&[long], Most::All, 2, " 没有绑定任务；请先\n 用 #编号 指定\n\n");
        check(&["待送1", long], Most::All, 3, " 待送1\n 没有绑定任务；请先\n 用 #编号 指定\n");
        check(&["待送1", long], Most::ButTheKeys, 2, " 待送1\n 没有绑定任务；请..\n\n");
    }
}
