//! 定疑: a report on one side, the plan that it becomes on the other, and what is doubted between.
//!
//! A machine of its own beside the desk: there is no book yet. Its state is the text, what was said
//! of it in order, and the draft that this gives; taking back is saying less. It knows no file: what
//! is to be kept or written it asks for.

use super::keeping::{self, Keeping};
use super::keyed::row_of;
use super::pinyin::Pinyin;
use super::pointer::{Pointing, Touch};
use super::sight::Sight;
use super::taste::Arrangement;
use super::{Input, Key, Keymap};
use crate::report::Draft;
use crate::report::settle::{self, Settled, Settling};
use crate::words::Lang;
use crate::words::drafting::DraftSays;

pub mod command;
mod cut;
mod over;
mod rows;
mod seeking;
pub mod target;
#[cfg(test)]
mod tests;

// What a line of the draft is made of: whoever draws it asks this room.
pub use crate::report::settle::{Piece, meet};
pub use crate::report::{Span, read};
pub use command::{Command, Does};
pub use cut::{Cut, Cuts};
pub use over::{Menu, Offer, Over, Pad, Pads};
pub use rows::{Row, What, rows};
pub use target::{Blank, TargetForm};

/// A report at the desk.
#[derive(Clone, Debug)]
pub struct Drafting {
    /// The report.
    pub text: String,
    /// What it was read as, before anything was said of it.
    read: Draft,
    /// What was said, one act after the other.
    pub steps: Vec<Step>,
    /// What was taken back and can be done again, the last one last.
    undone: Vec<Step>,
    /// What it is by now.
    pub settled: Settled,
    /// The lines of the draft.
    pub rows: Vec<Row>,
    /// The line with the cursor.
    pub cursor: usize,
    /// Whether numbers that are no targets have lines of their own.
    pub numbers: Numbers,
    /// What lies over the screen.
    pub over: Option<Over>,
    /// What was said last.
    pub said: Option<DraftSays>,
    /// Something is wrong that a person has to see to.
    pub alarm: bool,
    /// Whether what was settled lies on the disk.
    pub keeping: Keeping,
    /// Columns and rows of the screen.
    pub size: (u16, u16),
    /// The language of everything but the report.
    pub lang: Lang,
    /// What the terminal shows.
    pub sight: Sight,
    /// How the screen is laid out.
    pub layout: Arrangement,
    /// The keys that its person has for commands.
    pub keymap: Keymap,
    /// Whether a mouse is listened to.
    pub pointing: Pointing,
    /// What letters can stand for.
    pinyin: Pinyin,
}

/// Whether numbers that are no targets are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Numbers {
    /// Only targets.
    #[default]
    Targets,
    /// Every number, with the reason why it is none.
    All,
}

/// What one act said.
pub type Step = Vec<Settling>;

/// What is asked of the world.
pub type Effect = keeping::Effect<Step>;

impl Drafting {
    /// A report, as it was read, with what was said of it before.
    pub fn new(
        (text, read): (String, Draft),
        steps: Vec<Step>,
        size: (u16, u16),
        lang: Lang,
    ) -> Self {
        let settled = settle::over(&text, &read, &steps.concat());
        let mut drafting = Self {
            text,
            read,
            steps,
            undone: Vec::new(),
            settled,
            rows: Vec::new(),
            cursor: 0,
            numbers: Numbers::default(),
            over: None,
            said: None,
            alarm: false,
            keeping: Keeping::default(),
            size,
            lang,
            sight: Sight::default(),
            layout: Arrangement::default(),
            keymap: Keymap::default(),
            pointing: Pointing::default(),
            pinyin: Pinyin::default(),
        };
        drafting.list(None);
        drafting.cursor = drafting.first();
        drafting.greet();
        drafting
    }

    /// The draft as it is by now.
    pub fn draft(&self) -> &Draft {
        &self.settled.draft
    }

    /// The line with the cursor.
    pub fn row(&self) -> Option<&Row> {
        self.rows.get(self.cursor)
    }

    /// Where one begins: at the first doubt, or else at the first section.
    fn first(&self) -> usize {
        let doubted = self.rows.iter().position(|row| !row.doubts.is_empty());
        let section = || self.rows.iter().position(|row| row.what == What::Section);
        doubted.or_else(section).unwrap_or(0)
    }

    fn greet(&mut self) {
        if !self.settled.unfit.is_empty() {
            let count = self.settled.unfit.len().to_string();
            self.warn(DraftSays::Unfit { count });
        } else if !self.steps.is_empty() {
            self.say(DraftSays::Resumed { count: self.steps.len().to_string() });
        }
    }

    /// Says something that the next key replaces.
    pub fn say(&mut self, what: DraftSays) {
        (self.said, self.alarm) = (Some(what), false);
    }

    /// Says that something is wrong.
    pub fn warn(&mut self, what: DraftSays) {
        (self.said, self.alarm) = (Some(what), true);
    }

    /// What the disk said of what was to be kept. What it refuses is told until it takes it.
    pub fn kept(&mut self, how: Result<(), String>) {
        if self.keeping.hear(how) {
            self.say(DraftSays::KeptNow);
        } else if let Some(why) = self.keeping.why() {
            self.warn(DraftSays::NotKept { why: why.to_owned() });
        }
    }

    /// Says something of the text, and asks that it be kept.
    fn act(&mut self, step: Step) -> Vec<Effect> {
        let at = step.first().map(|settling| settling.at().from);
        let what = told(&step);
        self.steps.push(step);
        self.undone.clear();
        self.settle(at);
        self.say(DraftSays::Done { what });
        vec![Effect::Keep(self.steps.clone())]
    }

    fn undo(&mut self) -> Vec<Effect> {
        let Some(step) = self.steps.pop() else {
            self.say(DraftSays::NothingBack);
            return Vec::new();
        };
        let (at, what) = (step.first().map(|settling| settling.at().from), told(&step));
        self.undone.push(step);
        self.settle(at);
        self.say(DraftSays::TakenBack { what });
        vec![Effect::Keep(self.steps.clone())]
    }

    fn redo(&mut self) -> Vec<Effect> {
        let Some(step) = self.undone.pop() else {
            self.say(DraftSays::NothingAgain);
            return Vec::new();
        };
        let (at, what) = (step.first().map(|settling| settling.at().from), told(&step));
        self.steps.push(step);
        self.settle(at);
        self.say(DraftSays::Again { what });
        vec![Effect::Keep(self.steps.clone())]
    }

    fn settle(&mut self, at: Option<usize>) {
        self.settled = settle::over(&self.text, &self.read, &self.steps.concat());
        self.list(at);
    }

    /// Makes the lines anew, the cursor on the one where `at` stands.
    fn list(&mut self, at: Option<usize>) {
        self.rows = rows(self.draft(), self.numbers);
        if let Some(at) = at {
            let before = self.rows.iter().rposition(|row| row.at.start <= at);
            self.cursor = before.unwrap_or(0);
        }
        self.cursor = self.cursor.min(self.rows.len().saturating_sub(1));
    }
}

/// The words that an act was about.
fn told(step: &Step) -> String {
    step.first().map(|settling| settling.at().words.clone()).unwrap_or_default()
}

/// Takes an input and changes the state; gives what the world is to do.
pub fn update(drafting: &mut Drafting, input: &Input) -> Vec<Effect> {
    match input {
        Input::Key(key) => return press(drafting, *key),
        Input::Text(text) | Input::Paste(text) => {
            (drafting.said, drafting.alarm) = (None, false);
            drafting.keeping.stay();
            over::text(drafting, text);
        }
        Input::Resize(columns, rows) => drafting.size = (*columns, *rows),
        Input::Measured(width) => drafting.sight.ambiguous = *width,
        Input::Touch(touch) => return point(drafting, touch),
        // What it means is known where the frame is.
        Input::Mouse(_) => {}
    }
    Vec::new()
}

/// What lies under the mouse has the cursor; a row that has it already shows what can be done about it.
fn point(drafting: &mut Drafting, touch: &Touch) -> Vec<Effect> {
    drafting.keeping.stay();
    // What is looked for stays below the lines, which are there to be pointed at.
    if let Touch::Row(_) = touch {
        drafting.over.take_if(|over| matches!(over, Over::Seek(_)));
    }
    let here = match (touch, &mut drafting.over) {
        (Touch::Field(at), Some(Over::Target(form))) => {
            form.here = (*at).min(form.blanks.len().saturating_sub(1));
            return Vec::new();
        }
        (Touch::Row(row), None) if drafting.cursor != *row => {
            drafting.cursor = (*row).min(drafting.rows.len().saturating_sub(1));
            (drafting.said, drafting.alarm) = (None, false);
            return Vec::new();
        }
        (Touch::Row(_) | Touch::Again, None) => Does::Settle,
        _ => return Vec::new(),
    };
    (drafting.said, drafting.alarm) = (None, false);
    command::carry_out(drafting, here)
}

fn press(drafting: &mut Drafting, pressed: Key) -> Vec<Effect> {
    let Some(key) = drafting.keymap.heard(pressed) else { return Vec::new() };
    if key != Key::Ctrl('l') {
        (drafting.said, drafting.alarm) = (None, false);
    }
    let row = row_of(command::COMMANDS, &drafting.keymap, pressed);
    if drafting.over.is_some() || row.is_none_or(|row| row.does != Does::Leave) {
        drafting.keeping.stay();
    }
    if let Some(over) = drafting.over.take() {
        return over::key(drafting, over, key);
    }
    match (row, key) {
        (Some(row), _) => return command::carry_out(drafting, row.does),
        // What is no key of this screen is a word that begins.
        (None, Key::Char(c)) => seeking::begin(drafting, &c.to_string()),
        (None, _) => {}
    }
    Vec::new()
}
