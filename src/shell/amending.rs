//! 定冲突 at this terminal: what is chosen is kept at once beside the plan, so that one can leave, or be
//! cut off, and go on.

use std::path::{Path, PathBuf};

use ratatui::buffer::Buffer;
use serde::{Deserialize, Serialize};

use super::args::Settings;
use super::failure::Failure;
use super::kept;
use super::sitting::{self, Sitter, Then};
use crate::app::Input;
use crate::app::amending::{self, Amending, Choice, Effect};
use crate::format::ron;
use crate::plan::Plan;
use crate::report::again::Again;
use crate::view::{self, Drawn};
use crate::words::amending::AmendSays;

/// The version of the file of choices.
const FORMAT: u32 = 1;

/// What was chosen, as a file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    format: u32,
    /// One after the other.
    choices: Vec<Choice>,
}

/// Where choices are kept: beside the plan, `plan.again.ron`.
fn kept_beside(plan: &Path) -> PathBuf {
    kept::beside(plan, "again.ron")
}

/// What was chosen before; nothing when there is no such file.
///
/// # Errors
/// Why the file cannot be read; it is left as it is.
pub fn chosen_before(plan: &Path, settings: &Settings) -> Result<Vec<Choice>, Failure> {
    let kept: Option<Kept> = kept::read(kept_beside(plan), ron::Limits::of(FORMAT), settings)?;
    Ok(kept.map_or_else(Vec::new, |kept| kept.choices))
}

/// Opens the screen on which conflicts are settled, and stays until the person leaves.
///
/// `write` writes the plan that the choices come to, and is told what was decided; then they are no
/// longer needed.
///
/// # Errors
/// Why there is no terminal.
pub fn run(
    settings: &Settings,
    plans: (Plan, Plan, Plan),
    (plan, choices): (&Path, Vec<Choice>),
    write: impl FnMut(&Again, &[String]) -> Result<(), Failure>,
) -> Result<(), Failure> {
    sitting::run(settings, |size, worn| {
        let mut amending = Amending::new(plans, choices, size, settings.lang);
        (amending.sight, amending.keymap, amending.pointing) =
            (worn.sight, worn.keymap, worn.pointing);
        amending.layout = worn.layout;
        Seat { amending, plan: plan.to_owned(), write }
    })
}

struct Seat<W> {
    amending: Amending,
    /// Where the plan is written.
    plan: PathBuf,
    write: W,
}

impl<W: FnMut(&Again, &[String]) -> Result<(), Failure>> Sitter for Seat<W> {
    type Settled = Choice;

    fn take(&mut self, input: &Input) -> Vec<Effect> {
        amending::update(&mut self.amending, input)
    }

    fn keep(&mut self, choices: Vec<Choice>) -> bool {
        let kept = Kept { format: FORMAT, choices };
        self.amending.kept(kept::write(&kept_beside(&self.plan), &kept, self.amending.lang));
        self.amending.keeping.why().is_none()
    }

    /// Once the plan says it, choices for the plan as it was would only mislead.
    fn write(&mut self) -> Then {
        match (self.write)(&self.amending.outcome(), &self.amending.decisions()) {
            Ok(()) => {
                let _ = std::fs::remove_file(kept_beside(&self.plan));
                Then::Leave
            }
            Err(why) => {
                let why = [vec![why.message], why.hints].concat().join("  ");
                self.amending.warn(AmendSays::NotWritten { why });
                Then::Stay
            }
        }
    }

    fn draw(&self, frame: &mut Buffer) -> Drawn {
        view::amending::draw(&self.amending, frame)
    }

    fn size(&self) -> (u16, u16) {
        self.amending.size
    }
}
