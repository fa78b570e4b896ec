//! What can be made out at this terminal: what it says of itself, and what its person chose.

use std::io;

use super::args::{Color, Settings};
use super::failure::{Failure, FailureKind};
use super::person::Person;
use super::terminal::depth::{Claims, Colour};
use super::trouble::reason;
use crate::app::pointer::Pointing;
use crate::app::taste::{Arrangement, Colours, Ground, Mouse, Tongue, Writing};
use crate::app::{Keymap, Sight, Taste};
use crate::words::Lang;
use crate::words::printed::Refused;

/// What the environment says of the terminal.
pub fn claims() -> Claims {
    let say = |name: &str| {
        std::env::var_os(name).map(|value| value.to_string_lossy().into_owned()).unwrap_or_default()
    };
    Claims {
        no_color: say("NO_COLOR"),
        term: say("TERM"),
        colorterm: say("COLORTERM"),
        colorfgbg: say("COLORFGBG"),
    }
}

/// Whether this terminal can be drawn on at all.
///
/// # Errors
/// What to use instead.
pub fn can_draw(claims: &Claims, lang: Lang) -> Result<(), Failure> {
    if claims.can_draw() {
        return Ok(());
    }
    let why = Refused::Dumb { term: claims.term.clone() }.text(lang);
    Err(Failure::new(FailureKind::Usage, why))
}

/// A person's taste on this terminal: what the call asks for goes before what was chosen.
pub fn looks(person: &Person, claims: &Claims, settings: &Settings) -> (Taste, Ground) {
    let colour = match settings.color {
        Color::Auto => Colour::Auto,
        Color::Never => Colour::Never,
        Color::Always => Colour::Always,
    };
    let (depth, theme) = (claims.depth(colour), claims.theme());
    let (frame, lang, script) = (claims.frame(), settings.lang, settings.script);
    let ground = Ground { depth, theme, frame, lang, script, ..Ground::default() };
    let mut taste = person.taste.clone();
    if settings.color != Color::Auto {
        taste.color = Colours::Auto;
    }
    if settings.pointing == Pointing::Off {
        taste.mouse = Mouse::Off;
    }
    if taste.script != Writing::Auto {
        taste.script = Writing::of(settings.script);
    }
    if taste.lang != Tongue::Auto {
        taste.lang = Tongue::of(settings.lang);
    }
    (taste, ground)
}

/// What this person's eyes make out on this terminal.
pub fn sight(claims: &Claims, settings: &Settings) -> Sight {
    let (taste, ground) = looks(&Person::here(), claims, settings);
    taste.sight(ground)
}

/// What a screen without a seat wears of a person's taste.
pub struct Worn {
    /// What the person's eyes make out.
    pub sight: Sight,
    /// The keys that the person has for commands.
    pub keymap: Keymap,
    /// Whether a mouse is listened to.
    pub pointing: Pointing,
    /// How the screen is laid out.
    pub layout: Arrangement,
}

/// What a screen without a seat wears on this terminal.
pub fn worn(claims: &Claims, settings: &Settings) -> Worn {
    let (taste, ground) = looks(&Person::here(), claims, settings);
    // Keys with a fault are told of where somebody sits down, and by 体检.
    let keymap = Keymap::read(&taste.keys).unwrap_or_default();
    let (pointing, layout) = (Pointing::of(taste.mouse), taste.layout);
    Worn { sight: taste.sight(ground), keymap, pointing, layout }
}

/// Why there is no terminal, as a failure of the call.
pub fn no_terminal(why: &io::Error, lang: Lang) -> Failure {
    let why = Refused::Terminal { why: reason(why, lang) }.text(lang);
    Failure::new(FailureKind::Unreadable, why)
}
