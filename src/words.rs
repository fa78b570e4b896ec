//! WHAT IT SAYS: every text for people, in Chinese and in English, complete by the compiler.
//!
//! A text is a value (`Word::Overview`, `Notice::Saved { what }`) until the moment it is shown, so
//! tests compare values and a seat shows them in its own language. This room must never contain a
//! rule: it does not know when a sentence is said.

/// The language in which a seat is spoken to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// 中文
    #[default]
    Zh,
    /// English
    En,
}

/// Fixed words: `Name => "中文", "English";` makes a `Copy` enum with `text(lang)`.
macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($variant:ident => $zh:literal, $en:literal;)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $(#[doc = concat!("`", $zh, "`")] $variant,)+ }

        impl $name {
            /// The word in a language.
            pub fn text(self, lang: $crate::words::Lang) -> &'static str {
                match (self, lang) {
                    $((Self::$variant, $crate::words::Lang::Zh) => $zh,
                      (Self::$variant, $crate::words::Lang::En) => $en,)+
                }
            }
        }

        impl $crate::words::says::Says for $name {
            fn by(&self, lang: $crate::words::Lang, own: &dyn Fn(&str) -> String) -> String {
                own(self.text(lang))
            }
        }
    };
}

/// Sentences with places in them: `Name { what } => "已存 {what}", "Saved {what}";`. A place that
/// one of the two languages forgets does not compile.
macro_rules! sentences {
    ($(#[$about:meta])* $name:ident {
        $($variant:ident $({ $($arg:ident),+ $(,)? })? => $zh:literal, $en:literal;)+
    }) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $(#[doc = concat!("`", $zh, "`")] $variant $({ $(#[allow(missing_docs, reason = "named in the sentence")] $arg: String,)+ })?,)+
        }

        impl $name {
            /// The sentence in a language.
            pub fn text(&self, lang: $crate::words::Lang) -> String {
                match (self, lang) {
                    $((Self::$variant $({ $($arg),+ })?, $crate::words::Lang::Zh) => format!($zh $(, $($arg = $arg),+)?),
                      (Self::$variant $({ $($arg),+ })?, $crate::words::Lang::En) => format!($en $(, $($arg = $arg),+)?),)+
                }
            }
        }

        impl $crate::words::says::Says for $name {
            fn by(&self, lang: $crate::words::Lang, own: &dyn Fn(&str) -> String) -> String {
                use std::fmt::Write as _;
                let given = $crate::words::says::Given::default();
                let mut sheet = $crate::words::says::Sheet::new(own, &given);
                // A sheet takes whatever is written.
                let _ = match (self, lang) {
                    $((Self::$variant $({ $($arg),+ })?, $crate::words::Lang::Zh) => write!(sheet, $zh $(, $($arg = given.of($arg)),+)?),
                      (Self::$variant $({ $($arg),+ })?, $crate::words::Lang::En) => write!(sheet, $en $(, $($arg = given.of($arg)),+)?),)+
                };
                sheet.text
            }
        }
    };
}

pub mod account;
pub mod again;
pub mod agenda;
pub mod amending;
pub mod before;
pub mod book;
pub mod bulletin;
pub mod candidate;
pub mod chart;
pub mod check;
pub mod cli;
pub mod column;
pub mod command;
pub mod compare;
pub mod deed;
pub mod doctor;
pub mod door;
pub mod drafting;
pub mod empty;
pub mod entry;
pub mod export;
pub mod format;
pub mod gap;
pub mod git;
pub mod guest;
pub mod history;
pub mod import;
pub mod instead;
pub mod joining;
pub mod joint;
pub mod label;
pub mod life;
pub mod linear;
pub mod notice;
pub mod paper;
pub mod practice;
pub mod preview;
pub mod printed;
pub mod prints;
pub mod problem;
pub mod proof;
pub mod query;
pub mod reminder;
pub mod report;
pub mod says;
pub mod screen;
pub mod seek;
pub mod sheet;
pub mod shine;
pub mod source;
pub mod state;
pub mod storage;
pub mod sync;
pub mod taste;
pub use format::{Excerpt, Mend, Stop, Unread, Unsealed, Wanted};
pub mod template;
pub mod textconv;
pub mod tip;
pub mod told;
pub use agenda::{AgendaFrom, Listed};
pub use candidate::{NotATarget, Unsure};
pub mod verdict;
pub mod wall;
pub use command::Do;
pub use deed::Deed;
pub use entry::Caution;
pub use gap::Gap;
pub use git::NotCommitted;
pub use guest::{Guest, GuestSays};
pub use joint::{Joint, listed};
pub use label::Label;
pub use life::{Beside, Life};
pub use notice::Notice;
pub use problem::Wrong;
pub use says::Says;
pub use screen::{Hint, Seen, Sign};
pub use sheet::{BadRow, BadSheet, Heading, Mark, Separator, SheetSays};
pub use shine::Shine;
pub use state::State;
pub use storage::{BadLine, Cause, Failed, Found, Locked, Moved, Shut, Step, Unpublished, Unsaved};
pub use told::Told;
pub use wall::Wall;
