//! 打印: what the screen holds, as a text, as a page for browsers, or through a printer.
//!
//! The choice is the seat's; what a screen holds is known where it is drawn, so the world makes the
//! paper of the seat as it is at that moment.

use super::copying::{self, Copied};
use super::effect::Effect;
use super::seat::{About, Menu, Over, Seat};
use super::sight::Printer;
use crate::words::Notice;
use crate::words::prints::{PrintSays, Prints};

/// Where what is seen goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrintTo {
    /// A text file.
    Text,
    /// A page for browsers and their printers.
    Page,
    /// The printer of this machine.
    Printer,
    /// The clipboard of whoever looks.
    Clipboard,
    /// A screen that is otherwise blank.
    Blank,
}

impl PrintTo {
    /// All of them, in the order of the digits that pick them.
    pub const ALL: [Self; 5] =
        [Self::Text, Self::Page, Self::Printer, Self::Clipboard, Self::Blank];

    /// Its word.
    pub const fn word(self) -> Prints {
        match self {
            Self::Text => Prints::Text,
            Self::Page => Prints::Page,
            Self::Printer => Prints::Printer,
            Self::Clipboard => Prints::Clipboard,
            Self::Blank => Prints::Blank,
        }
    }
}

/// Opens the choice.
pub(super) fn begin(seat: &mut Seat) {
    let about = About::Print(seat.origin.printer);
    seat.over = Some(Over::Menu(Menu { about, cursor: 0 }));
}

/// Why a choice cannot be taken; none when it can.
pub(super) fn refusal(printer: Printer, to: PrintTo) -> Option<Notice> {
    (to == PrintTo::Printer && printer == Printer::Missing).then_some(Notice::NoPrinter)
}

/// Asks for the paper of what the seat shows.
pub(super) fn choose(seat: &mut Seat, printer: Printer, to: PrintTo) -> Vec<Effect> {
    if let Some(why) = refusal(printer, to) {
        seat.say(why);
        return Vec::new();
    }
    match to {
        PrintTo::Text | PrintTo::Page | PrintTo::Printer => vec![Effect::Print(to)],
        PrintTo::Clipboard => vec![Effect::Copy(Copied::Whole)],
        PrintTo::Blank => {
            copying::show(seat, Copied::Whole);
            Vec::new()
        }
    }
}

/// What became of it. What failed stays until the next key that does something about it.
pub(super) fn answered(seat: &mut Seat, said: &Result<PrintSays, PrintSays>) {
    let lang = seat.lang;
    match said {
        Ok(said) => seat.say(Notice::Told { what: said.text(lang) }),
        Err(why) => {
            let why = why.text(lang);
            seat.warn(Notice::Told { what: PrintSays::NotMade { why }.text(lang) });
        }
    }
}
