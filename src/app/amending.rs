//! 定冲突: what both the plan and its amended report changed, one by one, each with the three sides that
//! it has: the old report, the new one, the plan as edited.
//!
//! A machine of its own, like 定疑: its state is the three plans and what was chosen in order. Taking
//! back is choosing less. It knows no file: what is to be kept or written it asks for.

use serde::{Deserialize, Serialize};

use super::drafting::target::{judged, meant};
use super::keeping::{self, Keeping};
use super::key::twin;
use super::keyed::row_of;
use super::pinyin::Pinyin;
use super::pointer::{Pointing, Touch};
use super::seek::Seek;
use super::sight::Sight;
use super::taste::Arrangement;
use super::{Input, Key, Keymap};
use crate::plan::place::Level;
use crate::plan::{Place, Plan};
use crate::report::again::{Again, Clash, Question, Said, again, decided};
use crate::words::Lang;
use crate::words::again::{AgainSays, Field};
use crate::words::amending::{AmendSays, Amended};

mod command;
mod seeking;
#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) use tests::amending as scene;

// What a conflict can go to: whoever draws it asks this room.
pub use crate::report::again::{Conflict, Side};
pub use command::{COMMANDS, Command, Does};

/// A plan and its amended report at the desk.
#[derive(Clone, Debug)]
pub struct Amending {
    /// The plan that the old report was read as.
    old: Plan,
    /// The plan that the new one was read as.
    new: Plan,
    /// The plan as edited.
    ours: Plan,
    /// What both changed.
    pub conflicts: Vec<Conflict>,
    /// Where the rows of the plan stand in the new report.
    stands: Vec<(Place, Place)>,
    /// What was chosen, one act after the other.
    pub steps: Vec<Choice>,
    undone: Vec<Choice>,
    /// The conflict with the cursor.
    pub cursor: usize,
    /// What was said last.
    pub said: Option<AmendSays>,
    /// Something is wrong that a person has to see to.
    pub alarm: bool,
    /// Whether the keys lie over the screen.
    pub help: Help,
    /// What is being looked for.
    pub seek: Option<Seek>,
    /// Whether what was settled lies on the disk.
    pub keeping: Keeping,
    /// Columns and rows of the screen.
    pub size: (u16, u16),
    /// The language of everything but the plan.
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

/// Whether the keys are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Help {
    /// They are not.
    #[default]
    Closed,
    /// They are.
    Open,
}

/// One conflict decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Which one: [`Question::key`].
    pub of: String,
    /// Which side has it.
    pub side: Side,
}

/// What is asked of the world.
pub type Effect = keeping::Effect<Choice>;

/// What the three sides of a conflict say: the value, and the words of the row around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sides {
    /// The old report.
    pub old: (String, String),
    /// The new report.
    pub new: (String, String),
    /// The plan.
    pub ours: (String, String),
}

impl Amending {
    /// Three plans, and what was chosen before.
    pub fn new(
        (old, new, ours): (Plan, Plan, Plan),
        steps: Vec<Choice>,
        size: (u16, u16),
        lang: Lang,
    ) -> Self {
        let first = again(&old, &new, &ours, Side::Ours);
        let known = |choice: &Choice| {
            first.conflicts.iter().any(|conflict| conflict.question().key() == choice.of)
        };
        let steps: Vec<Choice> = steps.into_iter().filter(known).collect();
        let resumed = steps.len();
        let stands = first.places.into_iter().map(|(new, ours)| (ours, new)).collect();
        let mut amending = Self {
            old,
            new,
            ours,
            conflicts: first.conflicts,
            stands,
            steps,
            undone: Vec::new(),
            cursor: 0,
            said: None,
            alarm: false,
            keeping: Keeping::default(),
            help: Help::default(),
            seek: None,
            size,
            lang,
            sight: Sight::default(),
            layout: Arrangement::default(),
            keymap: Keymap::default(),
            pointing: Pointing::default(),
            pinyin: Pinyin::default(),
        };
        amending.cursor = amending.next_open(0).unwrap_or(0);
        if resumed > 0 {
            amending.say(AmendSays::Resumed { count: resumed.to_string() });
        }
        amending
    }

    /// The conflict with the cursor.
    pub fn conflict(&self) -> Option<&Conflict> {
        self.conflicts.get(self.cursor)
    }

    /// Which side a conflict went to; none while it is open.
    pub fn chosen(&self, conflict: &Conflict) -> Option<Side> {
        chosen(&self.steps, conflict.question())
    }

    /// How many are open.
    pub fn open(&self) -> usize {
        self.conflicts.iter().filter(|conflict| self.chosen(conflict).is_none()).count()
    }

    /// What the three come to by what was chosen.
    pub fn outcome(&self) -> Again {
        let by_hand = |question: Question| chosen(&self.steps, question);
        decided(&self.old, &self.new, &self.ours, (Side::Ours, &by_hand))
    }

    /// The title of the plan.
    pub fn title(&self) -> &str {
        &self.ours.title
    }

    /// What the three sides of a conflict say.
    pub fn sides(&self, conflict: &Conflict) -> Sides {
        let none = || Amended::NotThere.text(self.lang).to_owned();
        let row = conflict.row;
        let there = row
            .and_then(|row| self.stands.iter().find(|(ours, _)| *ours == row).map(|(_, new)| *new));
        let of = |plan: &Plan, row: Option<Place>| row.and_then(|row| words(plan, row));
        let (old, ours) = (of(&self.old, row), of(&self.ours, row));
        let new = of(&self.new, there.or(row));
        let around = |row: Option<String>| row.unwrap_or_default();
        match &conflict.what {
            Clash::Field { field, was, ours: own, theirs } => {
                let unit = self.unit(row, *field);
                let said = |words: &Said| format!("{}{unit}", said(words, self.lang));
                Sides {
                    old: (said(was), around(old)),
                    new: (said(theirs), around(new)),
                    ours: (said(own), around(ours)),
                }
            }
            Clash::DroppedEdited { title } => Sides {
                old: (old.unwrap_or_default(), String::new()),
                new: (none(), String::new()),
                ours: (title.clone(), String::new()),
            },
            Clash::RemovedChanged { title } => Sides {
                old: (old.unwrap_or_default(), String::new()),
                new: (title.clone(), String::new()),
                ours: (none(), String::new()),
            },
        }
    }

    /// The unit of a value: a number alone says little.
    fn unit(&self, row: Option<Place>, field: Field) -> &str {
        let goal = self.ours.targets().find(|goal| Some(goal.id) == row);
        match field {
            Field::Value | Field::From | Field::Upper => goal.map_or("", |goal| &goal.unit),
            _ => "",
        }
    }

    /// What the row of a conflict says in the plan, and what became of it where it is not in both.
    pub fn told(&self, conflict: &Conflict) -> (String, Option<Amended>) {
        match &conflict.what {
            Clash::Field { .. } => (self.sides(conflict).ours.1, None),
            Clash::DroppedEdited { title } => (title.clone(), Some(Amended::Dropped)),
            Clash::RemovedChanged { title } => (title.clone(), Some(Amended::Removed)),
        }
    }

    /// Each conflict that was decided: which side has it, and what that says.
    pub fn decisions(&self) -> Vec<String> {
        let told = |conflict: &Conflict| {
            let side = self.chosen(conflict)?;
            let sides = self.sides(conflict);
            let what = match side {
                Side::Ours => sides.ours.0,
                Side::Theirs => sides.new.0,
                Side::Both => format!("{}{}", sides.ours.0, sides.new.0),
            };
            let row = self.row(conflict);
            let side = command::took(side).text(self.lang).to_owned();
            Some(AmendSays::Chose { row, side, what }.text(self.lang))
        };
        self.conflicts.iter().filter_map(told).collect()
    }

    /// The words by which people know the row of a conflict.
    pub fn row(&self, conflict: &Conflict) -> String {
        let row = conflict.row.map_or_else(|| AgainSays::Plan.text(self.lang), |it| it.to_string());
        match &conflict.what {
            Clash::Field { field, .. } => format!("{row} {}", field.text(self.lang)),
            Clash::DroppedEdited { .. } | Clash::RemovedChanged { .. } => row,
        }
    }

    /// Says something that the next key replaces.
    pub fn say(&mut self, what: AmendSays) {
        (self.said, self.alarm) = (Some(what), false);
    }

    /// Says that something is wrong.
    pub fn warn(&mut self, what: AmendSays) {
        (self.said, self.alarm) = (Some(what), true);
    }

    /// What the disk said of what was to be kept. What it refuses is told until it takes it.
    pub fn kept(&mut self, how: Result<(), String>) {
        if self.keeping.hear(how) {
            self.say(AmendSays::KeptNow);
        } else if let Some(why) = self.keeping.why() {
            self.warn(AmendSays::NotKept { why: why.to_owned() });
        }
    }

    /// The next conflict that is open, from a place on and round.
    fn next_open(&self, from: usize) -> Option<usize> {
        let open = |at: &usize| self.conflicts.get(*at).is_some_and(|it| self.chosen(it).is_none());
        (from..self.conflicts.len()).chain(0..from).find(open)
    }
}

fn chosen(steps: &[Choice], question: Question) -> Option<Side> {
    let key = question.key();
    steps.iter().rev().find(|choice| choice.of == key).map(|choice| choice.side)
}

/// What a row of a plan says.
fn words(plan: &Plan, row: Place) -> Option<String> {
    match row.level() {
        Level::Section => plan.sections.iter().find(|it| it.id == row).map(|it| it.title.clone()),
        Level::Task => plan.tasks().find(|it| it.id == row).map(|it| it.title.clone()),
        Level::Measure => plan.measures().find(|it| it.id == row).map(|it| it.text.clone()),
        Level::Target => {
            let of = plan.measures().find(|it| it.targets.iter().any(|goal| goal.id == row));
            let headline = || plan.headline.iter().find(|goal| goal.id == row);
            of.map(|it| it.text.clone()).or_else(|| headline().map(|goal| goal.text.clone()))
        }
    }
}

/// What a field says, for people.
pub fn said(said: &Said, lang: Lang) -> String {
    match said {
        Said::Words(words) if words.is_empty() => AgainSays::Nothing.text(lang),
        Said::Words(words) => words.clone(),
        Said::Comparator(comparator) => meant(*comparator).text(lang).to_owned(),
        Said::Kind(kind) => judged(*kind).text(lang).to_owned(),
    }
}

/// Takes an input and changes the state; gives what the world is to do.
pub fn update(amending: &mut Amending, input: &Input) -> Vec<Effect> {
    match input {
        Input::Key(key) => return press(amending, *key),
        Input::Resize(columns, rows) => amending.size = (*columns, *rows),
        Input::Measured(width) => amending.sight.ambiguous = *width,
        Input::Touch(touch) => point(amending, touch),
        Input::Text(text) | Input::Paste(text) => {
            (amending.said, amending.alarm) = (None, false);
            amending.keeping.stay();
            amending.help = Help::Closed;
            seeking::begin(amending, text);
        }
        // What it means is known where the frame is.
        Input::Mouse(_) => {}
    }
    Vec::new()
}

/// The conflict under the mouse has the cursor.
fn point(amending: &mut Amending, touch: &Touch) {
    (amending.said, amending.alarm) = (None, false);
    amending.keeping.stay();
    if let (Touch::Row(row), Help::Closed) = (touch, amending.help) {
        amending.seek = None;
        amending.cursor = (*row).min(amending.conflicts.len().saturating_sub(1));
    }
}

fn press(amending: &mut Amending, key: Key) -> Vec<Effect> {
    (amending.said, amending.alarm) = (None, false);
    let row = row_of(COMMANDS, &amending.keymap, key);
    if amending.seek.is_some() || row.is_none_or(|row| row.does != Does::Leave) {
        amending.keeping.stay();
    }
    if let Some(seek) = amending.seek.take() {
        seeking::key(amending, seek, key);
        return Vec::new();
    }
    let helped = std::mem::take(&mut amending.help) == Help::Open;
    match (row, key) {
        (Some(_), _) if helped => {}
        (Some(row), _) => return command::carry_out(amending, row.does),
        (None, Key::Char(c)) if twin(c).is_ascii_digit() => command::no_side(amending),
        // What is no key of this screen is a word that begins.
        (None, Key::Char(c)) if c != ' ' => seeking::begin(amending, &c.to_string()),
        (None, _) => {}
    }
    Vec::new()
}
