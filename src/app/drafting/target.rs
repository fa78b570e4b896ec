//! The form of a target: the phrase, what is measured, how, how much.

use std::str::FromStr;

use super::over::Over;
use super::rows::What;
use super::{Drafting, Effect};
use crate::app::Key;
use crate::app::field::Field;
use crate::app::pinyin::Pinyin;
use crate::app::query::Word;
use crate::plan::{Comparator, Found, Kind, Number, Place, Target};
use crate::report::settle::{Settling, Stretch};
use crate::words::Joint;
use crate::words::drafting::{DraftSays, Judged, Meant, TargetField};

/// A target that is being changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetForm {
    /// The number that it is about.
    pub at: Stretch,
    /// The target as it was, or an empty one.
    target: Target,
    /// Its blanks, top to bottom.
    pub blanks: Vec<(TargetField, Blank)>,
    /// The blank with the cursor.
    pub here: usize,
    /// Leaving was asked for, and nothing else since.
    leaving: bool,
}

/// One blank of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Blank {
    /// Words.
    Words(Field),
    /// How the value is meant.
    Comparator(Comparator),
    /// How it is judged.
    Kind(Kind),
}

/// Comparators in the order in which arrows go through them.
const COMPARATORS: [(Comparator, Meant); 13] = [
    (Comparator::Exactly, Meant::Exactly),
    (Comparator::About, Meant::About),
    (Comparator::AtLeast, Meant::AtLeast),
    (Comparator::AtMost, Meant::AtMost),
    (Comparator::MoreThan, Meant::MoreThan),
    (Comparator::Range, Meant::Range),
    (Comparator::FromTo, Meant::FromTo),
    (Comparator::InStep, Meant::InStep),
    (Comparator::UpOnly, Meant::UpOnly),
    (Comparator::DownOnly, Meant::DownOnly),
    (Comparator::Complete, Meant::Complete),
    (Comparator::Avert, Meant::Avert),
    (Comparator::Issued, Meant::Issued),
];

/// Kinds in the order in which arrows go through them.
const KINDS: [(Kind, Judged); 10] = [
    (Kind::Cumulative, Judged::Cumulative),
    (Kind::Rate, Judged::Rate),
    (Kind::Level, Judged::Level),
    (Kind::Milestone, Judged::Milestone),
    (Kind::Checklist, Judged::Checklist),
    (Kind::Relative, Judged::Relative),
    (Kind::Direction, Judged::Direction),
    (Kind::Issued, Judged::Issued),
    (Kind::Structural, Judged::Structural),
    (Kind::Qualitative, Judged::Qualitative),
];

/// The name of a comparator.
pub fn meant(comparator: Comparator) -> Meant {
    COMPARATORS.iter().find(|row| row.0 == comparator).map_or(Meant::Exactly, |row| row.1)
}

/// The name of a kind.
pub fn judged(kind: Kind) -> Judged {
    KINDS.iter().find(|row| row.0 == kind).map_or(Judged::Qualitative, |row| row.1)
}

/// Opens the form for the number with the cursor.
pub(super) fn begin(drafting: &mut Drafting) {
    let Some(row) = drafting.row() else { return };
    let at = Stretch::of(&drafting.text, row.at.clone());
    let target = match row.what {
        What::Target => row.place.and_then(|id| drafting.draft().plan.find(id)),
        _ => None,
    };
    let target = match target {
        Some(Found::Target(target)) => Some(target.clone()),
        _ => None,
    };
    let target = target.unwrap_or_else(|| anew(&at.words));
    drafting.over = Some(Over::Target(Box::new(form(at, target))));
}

/// A target of which only the phrase is known: its number and unit are what stands there.
fn anew(words: &str) -> Target {
    let digits: String =
        words.chars().skip_while(|c| !c.is_ascii_digit()).take_while(|c| is_digit(*c)).collect();
    let unit = words.split(is_digit).next_back().unwrap_or_default().trim().to_owned();
    Target {
        value: Number::from_str(&digits).ok(),
        unit,
        ..Target::of_phrase(Place::headline(1), words)
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || c == '.'
}

fn form(at: Stretch, target: Target) -> TargetForm {
    let number = |it: Option<Number>| it.map(|it| it.to_string()).unwrap_or_default();
    let words = |it: &str| Blank::Words(Field::new(it));
    let blanks = vec![
        (TargetField::Metric, words(&target.metric)),
        (TargetField::Comparator, Blank::Comparator(target.comparator)),
        (TargetField::Value, words(&number(target.value))),
        (TargetField::From, words(&number(target.from))),
        (TargetField::Upper, words(&number(target.upper))),
        (TargetField::Unit, words(&target.unit)),
        (TargetField::Kind, Blank::Kind(target.kind)),
        (TargetField::Qualifier, words(&target.qualifier)),
        (TargetField::Short, words(&target.short)),
        (TargetField::Members, words(&target.members.join("、"))),
        (TargetField::Phrase, words(&target.text)),
    ];
    TargetForm { at, target, blanks, here: 0, leaving: false }
}

impl TargetForm {
    /// Whether it may be left: nothing was written, or leaving is asked for a second time.
    pub(super) fn leave(&mut self) -> bool {
        let before = form(self.at.clone(), self.target.clone());
        let written = |blank: &Blank| match blank {
            Blank::Words(field) => field.text().to_owned(),
            chosen => format!("{chosen:?}"),
        };
        let mut pairs = self.blanks.iter().zip(&before.blanks);
        let same = pairs.all(|(now, was)| written(&now.1) == written(&was.1));
        same || std::mem::replace(&mut self.leaving, true)
    }

    /// Whether the blank with the cursor takes words.
    fn is_writing(&self) -> bool {
        matches!(self.blanks.get(self.here), Some((_, Blank::Words(_))))
    }

    fn words(&self, of: TargetField) -> String {
        let found = self.blanks.iter().find(|(field, _)| *field == of);
        match found {
            Some((_, Blank::Words(field))) => field.text().trim().to_owned(),
            _ => String::new(),
        }
    }

    fn number(&self, of: TargetField) -> Result<Option<Number>, DraftSays> {
        let text = self.words(of);
        if text.is_empty() {
            return Ok(None);
        }
        let half: String = text.chars().map(crate::app::key::twin).collect();
        let half = half.replace(',', "");
        Number::from_str(&half).map(Some).map_err(|_| DraftSays::BadNumber { text })
    }

    /// The target that the form says, or the blank that is wrong and why.
    fn read(&self) -> Result<Target, (TargetField, DraftSays)> {
        let number = |of| self.number(of).map_err(|why| (of, why));
        let mut target = Target {
            metric: self.words(TargetField::Metric),
            short: self.words(TargetField::Short),
            value: number(TargetField::Value)?,
            from: number(TargetField::From)?,
            upper: number(TargetField::Upper)?,
            unit: self.words(TargetField::Unit),
            qualifier: self.words(TargetField::Qualifier),
            text: self.words(TargetField::Phrase),
            ..self.target.clone()
        };
        for (_, blank) in &self.blanks {
            match blank {
                Blank::Comparator(comparator) => target.comparator = *comparator,
                Blank::Kind(kind) => target.kind = *kind,
                Blank::Words(_) => {}
            }
        }
        let members = self.words(TargetField::Members);
        let members = members.split(['、', '，', ',']).map(str::trim);
        target.members = members.filter(|it| !it.is_empty()).map(str::to_owned).collect();
        if target.metric.is_empty() {
            return Err((TargetField::Metric, DraftSays::NeedsMetric));
        }
        if target.comparator.takes_value() && target.value.is_none() {
            return Err((TargetField::Value, DraftSays::NeedsValue));
        }
        Ok(target)
    }
}

/// Gives a key to the form.
pub(super) fn key(drafting: &mut Drafting, mut form: Box<TargetForm>, key: Key) -> Vec<Effect> {
    let last = form.blanks.len().saturating_sub(1);
    form.leaving = false;
    match key {
        Key::F(2) => return save(drafting, form),
        Key::Enter if form.here == last => return save(drafting, form),
        Key::Tab | Key::Down | Key::Enter => form.here = (form.here + 1).min(last),
        Key::BackTab | Key::Up => form.here = form.here.saturating_sub(1),
        Key::Char(c) if c != ' ' && c != '\u{3000}' || form.is_writing() => {
            text(drafting, form, &c.to_string());
            return Vec::new();
        }
        key => edit(&mut form, key),
    }
    drafting.over = Some(Over::Target(form));
    Vec::new()
}

/// Gives text to the blank with the cursor: words are written, a choice is made by its name.
pub(super) fn text(drafting: &mut Drafting, mut form: Box<TargetForm>, text: &str) {
    let (here, lang) = (form.here, drafting.lang);
    let by = (&drafting.pinyin, Joint::List.text(lang));
    let choices = match form.blanks.get_mut(here).map(|(_, blank)| blank) {
        Some(Blank::Words(field)) => {
            field.insert(text);
            None
        }
        Some(Blank::Comparator(chosen)) => {
            let names = COMPARATORS.map(|(comparator, name)| (comparator, name.text(lang)));
            name(&names, chosen, text, by)
        }
        Some(Blank::Kind(chosen)) => {
            let names = KINDS.map(|(kind, name)| (kind, name.text(lang)));
            name(&names, chosen, text, by)
        }
        None => None,
    };
    drafting.over = Some(Over::Target(form));
    if let Some(choices) = choices {
        drafting.warn(DraftSays::NotAChoice { text: text.to_owned(), choices });
    }
}

/// Chooses what is called so, or alone begins so; gives what can be chosen where nothing is.
fn name<T: Copy>(
    all: &[(T, &str)],
    chosen: &mut T,
    typed: &str,
    (pinyin, mark): (&Pinyin, &str),
) -> Option<String> {
    let word = Word::new(typed.trim(), pinyin);
    let exact = all.iter().find(|(_, name)| *name == word.text());
    let mut called = all.iter().filter(|(_, name)| word.calls(name));
    let only = called.next().filter(|_| called.next().is_none());
    match exact.or(only) {
        Some((choice, _)) => {
            *chosen = *choice;
            None
        }
        None => Some(all.iter().map(|(_, name)| *name).collect::<Vec<_>>().join(mark)),
    }
}

fn edit(form: &mut TargetForm, key: Key) {
    let here = form.here;
    match form.blanks.get_mut(here).map(|(_, blank)| blank) {
        Some(Blank::Words(field)) => {
            field.key(key);
        }
        Some(Blank::Comparator(comparator)) => turn(&COMPARATORS, comparator, key),
        Some(Blank::Kind(kind)) => turn(&KINDS, kind, key),
        None => {}
    }
}

/// The next or the one before in a list that goes round.
fn turn<T: Copy + PartialEq, W>(all: &[(T, W)], chosen: &mut T, key: Key) {
    let here = all.iter().position(|row| row.0 == *chosen).unwrap_or(0);
    let to = match key.command() {
        Key::Left => here + all.len() - 1,
        Key::Right | Key::Char(' ') => here + 1,
        _ => here,
    };
    if let Some(row) = all.get(to % all.len().max(1)) {
        *chosen = row.0;
    }
}

fn save(drafting: &mut Drafting, mut form: Box<TargetForm>) -> Vec<Effect> {
    let target = form.read().and_then(|target| {
        let quoted = drafting.quotes(&form.at, &target.text);
        let text = target.text.clone();
        quoted.then_some(target).ok_or((TargetField::Phrase, DraftSays::BadPhrase { text }))
    });
    match target {
        Ok(target) => {
            drafting.act(vec![Settling::Promises { at: form.at, target: Box::new(target) }])
        }
        Err((blank, why)) => {
            form.here = form.blanks.iter().position(|(field, _)| *field == blank).unwrap_or(0);
            drafting.over = Some(Over::Target(form));
            drafting.warn(why);
            Vec::new()
        }
    }
}

impl Drafting {
    /// Whether a phrase stands in the sentence of a number, with the number in it.
    fn quotes(&self, number: &Stretch, phrase: &str) -> bool {
        crate::report::settle::phrase(&self.text, self.draft(), number, phrase).is_some()
    }
}
