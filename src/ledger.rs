//! WHAT WAS DECIDED: meetings and intervals, the records made in them, and the one way they change.
//!
//! What is open is a [`Snapshot`] that is not sealed yet: the meeting (or the interval) and the
//! ledger as it stands. An [`Edit`] is the one way it changes, and it knows its own inverse; a
//! [`History`] of confirmed [`Entry`]s is what the journal keeps. This room has no clock, no files
//! and no screen; it says what happened only in `sentence`.

/// An enum of states: each has a code for files and the command line, and a word of its own name in
/// the catalogue.
macro_rules! states {
    ($(#[$about:meta])* $name:ident { $($(#[$attribute:meta])* $state:ident = $code:literal;)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$attribute])* #[doc = $code] $state,)+ }

        impl $name {
            /// Every state, in the order of a life.
            pub const ALL: &'static [Self] = &[$(Self::$state),+];

            /// The code that scripts and English users type.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$state => $code,)+ }
            }

            /// The word that people read.
            pub fn word(self) -> crate::words::State {
                match self { $(Self::$state => crate::words::State::$state,)+ }
            }

            /// The state that a person means by its code or its Chinese word.
            pub fn named(text: &str) -> Option<Self> {
                let means = |state: &Self| {
                    state.code() == text || state.word().text(crate::words::Lang::Zh) == text
                };
                Self::ALL.iter().copied().find(means)
            }
        }
    };
}

pub mod id;

pub mod decision;

pub mod due;

pub mod followup;

pub mod standing;

pub mod hindrance;

pub mod life;

pub mod past;

pub mod story;

pub mod completion;

pub mod reading;

pub mod assignment;

pub mod meeting;

pub mod note;

pub mod amendment;

pub mod light;

pub mod light_set;

pub mod sheet;

pub mod correction;

pub mod signing;

pub mod account;

pub mod mark;

pub mod chain;

pub mod snapshot;

pub mod joining;
pub mod lineage;

pub mod rename;

pub mod merge;

pub mod edit;

pub mod floor;

pub mod history;

pub mod journal;

pub mod sentence;

#[cfg(test)]
pub(crate) mod laws;

pub use account::{Account, Settlement};
pub use amendment::Amendment;
pub use assignment::Assignment;
pub use chain::{Chain, Seal};
pub use completion::Completion;
pub use correction::{Correction, Slip};
pub use decision::{About, Decision, DecisionKind, Outcome, Stage};
pub use due::{Due, Node, When};
pub use edit::{Change, Edit, Slots, Stale};
pub use floor::{Floor, Used};
pub use followup::{Followup, Happening};
pub use hindrance::Hindrance;
pub use history::{Entry, Header, History, Step};
pub use id::{RecordId, SnapshotId};
pub use joining::{Disputed, Fact, Joining, Kept, Settled};
pub use life::{Event, Moment};
pub use light::Light;
pub use light_set::LightSet;
pub use lineage::Breach;
pub use mark::{Jot, Jotting, Mark, Reader, Remark};
pub use meeting::{AgendaItem, Attendance, ItemState, Meeting, Presence, Sitting, TimeOfDay};
pub use merge::{Choice, Claim, Conflict, Joined, Said};
pub use note::Note;
pub use reading::Reading;
pub use rename::Names;
pub use sheet::{Colour, Issued, Sheet};
pub use signing::Signing;
pub use snapshot::{Adopted, Held, Interval, Ledger, Snapshot};
pub use standing::{Extension, Feedback, Standing};
