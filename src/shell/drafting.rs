//! 定疑 at this terminal: the loop between the keyboard, the draft of a plan and the screen.
//!
//! What is settled is kept at once beside the plan, in a file that is replaced whole, so that one can
//! leave, or be cut off, and go on. Nothing of a book is touched.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use serde::{Deserialize, Serialize};

use super::args::{Over, Settings};
use super::book::Unopened;
use super::book::unopened::read_bytes;
use super::desk::{claims, no_terminal, sight};
use super::failure::{Failure, FailureKind};
use super::headless::hand::unopened;
use super::terminal::{self, OWN, Terminal};
use super::trouble::show;
use super::whole;
use crate::app::drafting::{self, Drafting, Effect, Step};
use crate::format::ron;
use crate::report::Draft;
use crate::view;
use crate::words::drafting::DraftSays;
use crate::words::printed::Refused;

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
    // A file without a folder is in this one.
    Path::new(".").join(plan.with_extension("settled.ron"))
}

/// What was settled before; nothing when there is no such file.
///
/// # Errors
/// Why the file cannot be read; it is left as it is.
pub fn settled_before(plan: &Path, settings: &Settings) -> Result<Vec<Step>, Failure> {
    let path = kept_beside(plan);
    if !path.exists() {
        return Ok(Vec::new());
    }
    let limits = ron::Limits::of(FORMAT);
    let kept = read_bytes(&path, limits).and_then(|bytes| {
        ron::read::<Kept>(&bytes, limits).map_err(|why| Unopened::Unreadable {
            path,
            bytes,
            why: Box::new(why),
        })
    });
    kept.map(|kept| kept.steps).map_err(|why| unopened(&why, settings))
}

/// Opens the screen on which a report is settled, and stays until the person leaves.
///
/// `write` writes the plan that a draft has come to.
///
/// # Errors
/// Why there is no terminal.
pub fn run(
    settings: &Settings,
    report: (String, Draft),
    (plan, steps): (&Path, Vec<Step>),
    write: impl FnMut(&Draft) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let lang = settings.lang;
    let claims = claims();
    if !claims.can_draw() {
        let why = Refused::Dumb { term: claims.term.clone() }.text(lang);
        return Err(Failure::new(FailureKind::Usage, why));
    }
    let (told, events) = mpsc::channel();
    let tell = Arc::new(move |event| drop(told.send(event)));
    let screen = Terminal::enter(Path::new(OWN), tell, || {});
    let screen = screen.map_err(|why| no_terminal(&why, lang))?;
    let mut drafting = Drafting::new(report, steps, screen.size(), lang);
    drafting.sight = sight(&claims, settings);
    let mut desk =
        Desk { drafting, screen, frame: Buffer::default(), plan: plan.to_owned(), write };
    let ended = desk.stay(&events);
    drop(desk);
    ended.map_err(|why| no_terminal(&why, lang))
}

struct Desk<W> {
    drafting: Drafting,
    screen: Terminal,
    /// The last frame: the next one is drawn in its memory.
    frame: Buffer,
    /// Where the plan is written.
    plan: PathBuf,
    write: W,
}

/// Whether the loop goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    Stay,
    Leave,
}

impl<W: FnMut(&Draft) -> Result<(), Failure>> Desk<W> {
    fn stay(&mut self, events: &Receiver<terminal::Event>) -> io::Result<()> {
        self.draw()?;
        self.screen.measure()?;
        while let Ok(event) = events.recv() {
            for event in std::iter::once(event).chain(events.try_iter()) {
                if self.take(&event) == Then::Leave {
                    return Ok(());
                }
            }
            self.draw()?;
        }
        Ok(())
    }

    fn take(&mut self, event: &terminal::Event) -> Then {
        match event {
            terminal::Event::Inputs(inputs) => {
                for input in inputs {
                    let effects = drafting::update(&mut self.drafting, input);
                    if effects.into_iter().any(|effect| self.ask(effect) == Then::Leave) {
                        return Then::Leave;
                    }
                }
            }
            terminal::Event::Ready => {}
            terminal::Event::Resumed => self.screen.forget(),
            terminal::Event::Gone => return Then::Leave,
        }
        Then::Stay
    }

    fn ask(&mut self, effect: Effect) -> Then {
        match effect {
            Effect::Keep(steps) => {
                let kept = keep(&self.plan, steps);
                if let Err(why) = kept {
                    self.drafting.warn(DraftSays::NotKept { why: why.to_string() });
                }
            }
            Effect::Write => match (self.write)(self.drafting.draft()) {
                Ok(()) => self.drafting.say(DraftSays::Written { path: show(&self.plan) }),
                Err(why) => {
                    let why = [vec![why.message], why.hints].concat().join("  ");
                    self.drafting.warn(DraftSays::NotWritten { why });
                }
            },
            Effect::Redraw => self.screen.forget(),
            Effect::Leave => return Then::Leave,
        }
        Then::Stay
    }

    fn draw(&mut self) -> io::Result<()> {
        let (columns, rows) = self.drafting.size;
        let area = Rect::new(0, 0, columns, rows);
        if self.frame.area != area {
            self.frame = Buffer::empty(area);
        }
        let focus = view::drafting::draw(&self.drafting, &mut self.frame);
        self.screen.draw(&self.frame, focus)
    }
}

fn keep(plan: &Path, steps: Vec<Step>) -> io::Result<()> {
    let text = ron::write(&Kept { format: FORMAT, steps }).map_err(io::Error::other)?;
    whole::put(&kept_beside(plan), text.as_bytes(), Over::Replace)
}
