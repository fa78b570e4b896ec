//! What each role looks like, per theme and number of colours: the one place where colour is chosen.
//!
//! Colour only ever repeats what a mark and a word already say. Red never stands alone as a text
//! colour and grey never carries content; the standard themes leave the terminal its background.

use ratatui::style::{Color, Modifier, Style};

use crate::app::sight::{Depth, Lights, Sight, Theme};

/// What a piece of the screen is, not what it looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Role {
    /// Content.
    #[default]
    Plain,
    /// Content to see first: a number, a name in a heading.
    Strong,
    /// A title of a screen, a pane, a section.
    Title,
    /// Rules and frames.
    Rule,
    /// A hint that may be overlooked; never content.
    Hint,
    /// A key in the footer.
    Key,
    /// The part of a row that matches what was searched.
    Match,
    /// The row, choice or field the cursor is on.
    Selected,
    /// `=` 正常
    Good,
    /// `~` 临期
    Soon,
    /// `!` 滞后
    Behind,
    /// `X` 逾期
    Overdue,
    /// `*` 办结
    Done,
    /// `.` 未启
    Unstarted,
    /// 已存, 已撤回
    Saved,
    /// 未存, and whatever needs a hand now
    Alarm,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 16] = [
        Self::Plain,
        Self::Strong,
        Self::Title,
        Self::Rule,
        Self::Hint,
        Self::Key,
        Self::Match,
        Self::Selected,
        Self::Good,
        Self::Soon,
        Self::Behind,
        Self::Overdue,
        Self::Done,
        Self::Unstarted,
        Self::Saved,
        Self::Alarm,
    ];
}

/// The looks of all roles for one pair of eyes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Palette {
    depth: Depth,
    theme: Theme,
    lights: Lights,
}

/// The colours of a theme: 24 bit, xterm's 256, and the sixteen.
#[derive(Clone, Copy)]
struct Ink(u32, u8, Color);

impl Ink {
    fn at(self, depth: Depth) -> Option<Color> {
        let [_, r, g, b] = self.0.to_be_bytes();
        match depth {
            Depth::Mono => None,
            Depth::Sixteen => Some(self.2),
            Depth::Indexed => Some(Color::Indexed(self.1)),
            Depth::True => Some(Color::Rgb(r, g, b)),
        }
    }
}

/// The inks in which a theme writes. `paper` is absent where the terminal's own is kept.
struct Inks {
    paper: Option<(Ink, Ink)>,
    hint: Ink,
    good: Ink,
    soon: Ink,
    behind: Ink,
}

const WHITE: Ink = Ink(0xff_ff_ff, 231, Color::White);
const BLACK: Ink = Ink(0x00_00_00, 16, Color::Black);
const RED: Ink = Ink(0xa4_00_00, 124, Color::Red);

/// On an unknown background: every ink at least 4.4:1 against black and against white.
const STANDARD: Inks = Inks {
    paper: None,
    hint: Ink(0x76_76_76, 243, Color::Reset),
    good: Ink(0x00_87_5f, 29, Color::Reset),
    soon: Ink(0x5f_5f_ff, 63, Color::Reset),
    behind: Ink(0xaf_5f_00, 130, Color::Reset),
};

const DARK: Inks = Inks {
    paper: None,
    hint: Ink(0x9e_9e_9e, 247, Color::Gray),
    good: Ink(0x5f_d7_af, 79, Color::LightGreen),
    soon: Ink(0x56_b4_e9, 74, Color::LightCyan),
    behind: Ink(0xf0_e4_42, 227, Color::LightYellow),
};

const LIGHT: Inks = Inks {
    paper: None,
    hint: Ink(0x58_58_58, 240, Color::DarkGray),
    good: Ink(0x00_5a_3c, 22, Color::Black),
    soon: Ink(0x00_3e_73, 18, Color::Blue),
    behind: Ink(0x6b_44_00, 58, Color::Black),
};

const CONTRAST_DARK: Inks = Inks {
    paper: Some((WHITE, BLACK)),
    hint: WHITE,
    good: WHITE,
    soon: WHITE,
    behind: Ink(0xff_ff_00, 226, Color::LightYellow),
};

const CONTRAST_LIGHT: Inks =
    Inks { paper: Some((BLACK, WHITE)), hint: BLACK, good: BLACK, soon: BLACK, behind: BLACK };

impl Palette {
    /// The looks for these eyes.
    pub fn new(sight: Sight) -> Self {
        let depth = if sight.theme == Theme::Mono { Depth::Mono } else { sight.depth };
        Self { depth, theme: sight.theme, lights: sight.lights }
    }

    /// The look of a role.
    pub fn style(self, role: Role) -> Style {
        let inks = self.inks();
        let plain = self.paper(&inks);
        let inked = |ink: Ink| self.ink(plain, ink);
        match role {
            Role::Good | Role::Soon if self.lights == Lights::Plain => plain,
            Role::Behind | Role::Overdue if self.lights == Lights::Plain => {
                plain.add_modifier(Modifier::BOLD)
            }
            Role::Plain | Role::Unstarted | Role::Rule | Role::Done => plain,
            Role::Strong | Role::Key | Role::Saved => plain.add_modifier(Modifier::BOLD),
            Role::Title | Role::Match => {
                plain.add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED))
            }
            Role::Hint => inked(inks.hint),
            Role::Selected => plain.add_modifier(Modifier::REVERSED),
            Role::Good => inked(inks.good),
            Role::Soon => inked(inks.soon),
            Role::Behind => inked(inks.behind).add_modifier(Modifier::BOLD),
            Role::Overdue | Role::Alarm => self.alarm(plain),
        }
    }

    fn inks(self) -> Inks {
        match self.theme {
            Theme::Standard | Theme::Mono => STANDARD,
            Theme::StandardDark => DARK,
            Theme::StandardLight => LIGHT,
            Theme::ContrastDark => CONTRAST_DARK,
            Theme::ContrastLight => CONTRAST_LIGHT,
        }
    }

    fn paper(self, inks: &Inks) -> Style {
        match inks.paper {
            Some((ink, paper)) => Style { bg: paper.at(self.depth), ..self.ink(Style::new(), ink) },
            None => Style::new(),
        }
    }

    fn ink(self, style: Style, ink: Ink) -> Style {
        Style { fg: ink.at(self.depth).or(style.fg), ..style }
    }

    /// White on red, written as red on white reversed: a terminal without the colours still
    /// reverses. In mono the reverse is left to the selection.
    fn alarm(self, plain: Style) -> Style {
        let bold = plain.add_modifier(Modifier::BOLD);
        if self.depth == Depth::Mono {
            return bold.add_modifier(Modifier::UNDERLINED);
        }
        let style = Style { fg: RED.at(self.depth), bg: WHITE.at(self.depth), ..bold };
        style.add_modifier(Modifier::REVERSED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEPTHS: [Depth; 4] = [Depth::Mono, Depth::Sixteen, Depth::Indexed, Depth::True];

    fn palette(theme: Theme, depth: Depth) -> Palette {
        Palette::new(Sight { depth, theme, ..Sight::default() })
    }

    /// Relative luminance of WCAG 2.1.
    fn luminance(color: Color) -> Option<f64> {
        let Color::Rgb(r, g, b) = color else { return None };
        let part = |byte: u8| {
            let c = f64::from(byte) / 255.0;
            if c <= 0.039_28 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        Some(0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b))
    }

    fn contrast(a: Color, b: Color) -> f64 {
        let (a, b) = (luminance(a).unwrap(), luminance(b).unwrap());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_ink_can_be_read_on_its_background() {
        let (black, white) = (Color::Rgb(0, 0, 0), Color::Rgb(255, 255, 255));
        for (theme, papers, least) in [
            (Theme::Standard, vec![black, white], 4.4),
            (Theme::StandardDark, vec![black], 7.0),
            (Theme::StandardLight, vec![white], 7.0),
            (Theme::ContrastDark, vec![black], 15.0),
            (Theme::ContrastLight, vec![white], 15.0),
        ] {
            for role in Role::ALL {
                let style = palette(theme, Depth::True).style(role);
                let Some(ink) = style.fg else { continue };
                for &paper in &papers {
                    // An alarm brings its own pair of colours, and only that pair counts.
                    let alarm = matches!(role, Role::Alarm | Role::Overdue);
                    let (paper, least) = if alarm { (white, 7.0) } else { (paper, least) };
                    let got = contrast(ink, style.bg.unwrap_or(paper));
                    assert!(got >= least, "{theme:?} {role:?}: {got:.1}");
                }
            }
        }
    }

    #[test]
    fn mono_sets_no_colour_and_keeps_the_selection() {
        for theme in Theme::ALL {
            for role in Role::ALL {
                let style = palette(theme, Depth::Mono).style(role);
                assert_eq!((style.fg, style.bg), (None, None), "{theme:?} {role:?}");
                let reversed = style.add_modifier.contains(Modifier::REVERSED);
                assert_eq!(reversed, role == Role::Selected, "{theme:?} {role:?}");
            }
        }
    }

    #[test]
    fn red_never_stands_alone() {
        for theme in Theme::ALL {
            for depth in DEPTHS {
                for role in Role::ALL {
                    let style = palette(theme, depth).style(role);
                    if style.fg.is_some() && style.fg == RED.at(depth) {
                        assert!(style.add_modifier.contains(Modifier::REVERSED));
                        assert!(style.bg.is_some());
                    }
                }
            }
        }
    }

    #[test]
    fn the_standard_themes_keep_the_terminals_background() {
        for theme in [Theme::Standard, Theme::StandardDark, Theme::StandardLight, Theme::Mono] {
            for depth in DEPTHS {
                assert_eq!(palette(theme, depth).style(Role::Plain), Style::new());
            }
        }
    }
}
