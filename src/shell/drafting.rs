//! 定疑 at this terminal: the loop between the keyboard, the draft of a plan and the screen.
//!
//! What is settled is kept at once beside the plan, in a file that is replaced whole, so that one can
//! leave, or be cut off, and go on. Nothing of a book is touched.

use std::path::{Path, PathBuf};

use ratatui::buffer::Buffer;
use serde::{Deserialize, Serialize};

use super::args::{Over, Settings};
use super::failure::Failure;
use super::kept;
use super::sitting::{self, Sitter, Then};
use super::trouble::show;
use crate::app::Input;
use crate::app::drafting::{self, Drafting, Effect, Step};
use crate::format::ron;
use crate::report::Draft;
use crate::view::{self, Drawn};
use crate::words::drafting::DraftSays;

/// The version of the file of settlings.
const FORMAT: u32 = 1;

/// What was settled of a report, as a file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    format: u32,
    /// The acts, one after the other.
    steps: Vec<Step>,
}

/// Where what is settled is kept: beside the plan, `plan.settled.ron`.
pub fn kept_beside(plan: &Path) -> PathBuf {
    kept::beside(plan, "settled.ron")
}

/// What was settled before; nothing when there is no such file.
///
/// # Errors
/// Why the file cannot be read; it is left as it is.
pub fn settled_before(plan: &Path, settings: &Settings) -> Result<Vec<Step>, Failure> {
    let kept: Option<Kept> = kept::read(kept_beside(plan), ron::Limits::of(FORMAT), settings)?;
    Ok(kept.map_or_else(Vec::new, |kept| kept.steps))
}

/// Opens the screen on which a report is settled, and stays until the person leaves.
///
/// `write` writes the plan that a draft has come to. One that may not go is told of before anything is
/// settled.
///
/// # Errors
/// Why there is no terminal.
pub fn run(
    settings: &Settings,
    report: (String, Draft),
    (plan, over, steps): (&Path, Over, Vec<Step>),
    write: impl FnMut(&Draft) -> Result<(), Failure>,
) -> Result<(), Failure> {
    sitting::run(settings, |size, worn| {
        let mut drafting = Drafting::new(report, steps, size, settings.lang);
        (drafting.sight, drafting.keymap, drafting.pointing) =
            (worn.sight, worn.keymap, worn.pointing);
        drafting.layout = worn.layout;
        if over == Over::Keep && plan.exists() && !drafting.alarm {
            drafting.warn(DraftSays::PlanThere { path: show(plan) });
        }
        Seat { drafting, plan: plan.to_owned(), write }
    })
}

struct Seat<W> {
    drafting: Drafting,
    /// Where the plan is written.
    plan: PathBuf,
    write: W,
}

impl<W: FnMut(&Draft) -> Result<(), Failure>> Sitter for Seat<W> {
    type Settled = Step;

    fn take(&mut self, input: &Input) -> Vec<Effect> {
        drafting::update(&mut self.drafting, input)
    }

    fn keep(&mut self, steps: Vec<Step>) -> bool {
        let kept = Kept { format: FORMAT, steps };
        self.drafting.kept(kept::write(&kept_beside(&self.plan), &kept, self.drafting.lang));
        self.drafting.keeping.why().is_none()
    }

    fn write(&mut self) -> Then {
        match (self.write)(self.drafting.draft()) {
            Ok(()) => self.drafting.say(DraftSays::Written { path: show(&self.plan) }),
            Err(why) => {
                let why = [vec![why.message], why.hints].concat().join("  ");
                self.drafting.warn(DraftSays::NotWritten { why });
            }
        }
        Then::Stay
    }

    fn draw(&self, frame: &mut Buffer) -> Drawn {
        view::drafting::draw(&self.drafting, frame)
    }

    fn size(&self) -> (u16, u16) {
        self.drafting.size
    }
}
