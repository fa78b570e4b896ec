//! How many colours a terminal has, by what it says of itself in the environment.
//!
//! A pure function of that environment, in the order of screens.md 2: the option, NO_COLOR,
//! TERM=dumb, COLORTERM, TERM. It never asks the terminal: answers come late or not at all.

use crate::app::sight::{Depth, Frame, Theme};

/// `--color`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    /// As the environment says.
    #[default]
    Auto,
    /// None.
    Never,
    /// Even where the environment says no.
    Always,
}

/// What the environment says of a terminal. Empty values count as absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    /// `NO_COLOR`
    pub no_color: String,
    /// `TERM`
    pub term: String,
    /// `COLORTERM`
    pub colorterm: String,
    /// `COLORFGBG`: colours of ink and paper, as `15;0`.
    pub colorfgbg: String,
}

impl Claims {
    /// Whether the terminal understands cursor movement at all.
    pub fn can_draw(&self) -> bool {
        !matches!(self.term.as_str(), "" | "dumb")
    }

    /// How many colours to use.
    pub fn depth(&self, colour: Colour) -> Depth {
        match colour {
            Colour::Never => Depth::Mono,
            Colour::Always => self.claimed().max(Depth::Sixteen),
            Colour::Auto if !self.no_color.is_empty() => Depth::Mono,
            Colour::Auto => self.claimed(),
        }
    }

    /// The theme for a background, if the terminal says which one it has.
    pub fn theme(&self) -> Theme {
        match self.colorfgbg.rsplit(';').next().and_then(|paper| paper.parse::<u8>().ok()) {
            Some(0..=6 | 8) => Theme::StandardDark,
            Some(7 | 15) => Theme::StandardLight,
            _ => Theme::Standard,
        }
    }

    /// Lines for terminals that draw them themselves, in one column whatever the font is.
    pub fn frame(&self) -> Frame {
        let own = ["xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm"];
        let draws = own.iter().any(|name| self.term.starts_with(name));
        if draws { Frame::Lines } else { Frame::Ascii }
    }

    fn claimed(&self) -> Depth {
        let term = self.term.as_str();
        let has = |part| term.contains(part);
        if !self.can_draw() || term.starts_with("vt") {
            Depth::Mono
        } else if matches!(self.colorterm.as_str(), "truecolor" | "24bit") || has("direct") {
            Depth::True
        } else if has("256color") || has("kitty") || has("alacritty") || has("ghostty") {
            Depth::Indexed
        } else {
            Depth::Sixteen
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claims(term: &str, colorterm: &str, no_color: &str) -> Claims {
        Claims {
            no_color: no_color.to_owned(),
            term: term.to_owned(),
            colorterm: colorterm.to_owned(),
            ..Claims::default()
        }
    }

    #[test]
    fn the_environment_is_read_in_order() {
        for (term, colorterm, no_color, colour, want) in [
            ("xterm-256color", "truecolor", "", Colour::Auto, Depth::True),
            ("xterm-256color", "", "", Colour::Auto, Depth::Indexed),
            ("xterm", "", "", Colour::Auto, Depth::Sixteen),
            ("linux", "", "", Colour::Auto, Depth::Sixteen),
            ("vt220", "", "", Colour::Auto, Depth::Mono),
            ("dumb", "truecolor", "", Colour::Auto, Depth::Mono),
            ("", "", "", Colour::Auto, Depth::Mono),
            ("xterm-256color", "truecolor", "1", Colour::Auto, Depth::Mono),
            ("xterm-256color", "truecolor", "1", Colour::Always, Depth::True),
            ("dumb", "", "1", Colour::Always, Depth::Sixteen),
            ("xterm-256color", "truecolor", "", Colour::Never, Depth::Mono),
        ] {
            assert_eq!(claims(term, colorterm, no_color).depth(colour), want, "{term} {colorterm}");
        }
    }

    #[test]
    fn the_background_is_taken_only_from_who_says_it() {
        for (said, want) in [
            ("15;0", Theme::StandardDark),
            ("0;15", Theme::StandardLight),
            ("0;default;15", Theme::StandardLight),
            ("", Theme::Standard),
            ("default", Theme::Standard),
        ] {
            let claims = Claims { colorfgbg: said.to_owned(), ..Claims::default() };
            assert_eq!(claims.theme(), want, "{said}");
        }
    }

    #[test]
    fn lines_are_drawn_only_where_a_terminal_is_known_to_draw_them() {
        for (term, want) in [
            ("xterm-kitty", Frame::Lines),
            ("foot-direct", Frame::Lines),
            ("xterm-256color", Frame::Ascii),
            ("tmux-256color", Frame::Ascii),
            ("", Frame::Ascii),
        ] {
            assert_eq!(claims(term, "", "").frame(), want, "{term}");
        }
    }

    #[test]
    fn a_dumb_terminal_is_not_drawn_on() {
        assert!(!claims("dumb", "", "").can_draw() && !claims("", "", "").can_draw());
        assert!(claims("xterm", "", "").can_draw());
    }
}
