//! Readings: `=305`, `=305 8月`, `1.2/1=305亿`, `2=88.6`, `1.4/2=+航空小镇`, `=295 原因：统计修订`.
//!
//! The months are the last reported ones and one more, unless they are typed. What looks odd (ten times
//! off, a total that falls, an older month) is said and never blocks.

use super::figure::is_power;
use super::{Context, Meaning, Part, Spot, Understood, binding, decision, figure, sigil};
use crate::app::key::twin;
use crate::judge::figures::newest_of;
use crate::ledger::{Reading, RecordId};
use crate::plan::place::Level;
use crate::plan::{Found, Month, Party, Place, Plan, Target};
use crate::words::{Caution, Notice};

pub mod members;
mod oddity;
mod period;

pub use period::{meant_period, next_period};

/// A line of readings; none when it is something else.
pub(super) fn read(line: &str, context: &Context) -> Option<Understood> {
    let words = words(line);
    head(words.first()?.1)?;
    let mut items: Vec<Item> = Vec::new();
    for (at, word) in words {
        match (head(word), items.last_mut()) {
            (Some((length, id)), _) => items.push(Item::new(at, length, id, word)),
            (None, Some(item)) => item.add(at, word, context),
            (None, None) => return None,
        }
    }
    let spots = items.iter().flat_map(|item| item.spots.clone()).collect();
    match meaning(items, line, context) {
        Ok((meaning, cautions)) => Some(Understood { meaning, spots, cautions }),
        Err(why) => Some(Understood::refused(why, spots)),
    }
}

/// One figure and the words behind it, as typed.
struct Item {
    id: String,
    value: String,
    period: Option<String>,
    from: Option<Party>,
    preliminary: bool,
    source: Vec<String>,
    /// Why it fell or was corrected; once it begins, the rest of the words are of it.
    reason: Vec<String>,
    spots: Vec<Spot>,
}

impl Item {
    fn new(at: usize, head: usize, id: String, word: &str) -> Self {
        let place = Spot::dropped(at..at + head, Part::Place);
        let value = Spot::dropped(at + head..at + word.len(), Part::Value);
        Self {
            id,
            value: word[head..].to_owned(),
            period: None,
            from: None,
            preliminary: false,
            source: Vec::new(),
            reason: Vec::new(),
            spots: [place, value].into_iter().filter(|spot| !spot.at.is_empty()).collect(),
        }
    }

    /// A word behind the figure: the figure itself after `= `, months, 快报, an office, 原因：…, or a
    /// source.
    fn add(&mut self, at: usize, word: &str, context: &Context) {
        let mut part = Part::Source;
        if !self.reason.is_empty() {
            self.reason.push(word.to_owned());
        } else if let Some(why) = why(word) {
            self.reason.push(why.to_owned());
        } else if self.value.is_empty() {
            word.clone_into(&mut self.value);
            part = Part::Value;
        } else if self.period.is_none() && self.source.is_empty() && is_power(word) {
            // 305 million is one figure in two words.
            self.value.push_str(word);
            part = Part::Value;
        } else if self.period.is_none() && period::is_months(word) {
            self.period = Some(word.to_owned());
            part = Part::Period;
        } else if is_preliminary(word) {
            self.preliminary = true;
            part = Part::Kind;
        } else if let Some(office) = office(word, context).filter(|_| self.from.is_none()) {
            self.from = Some(office);
        } else {
            self.source.push(word.to_owned());
        }
        self.spots.push(Spot::dropped(at..at + word.len(), part));
    }

    /// What followed `PLACE=`, to be read again once the target is chosen.
    fn behind(&self) -> String {
        let mut words = vec![self.value.clone()];
        words.extend(self.period.clone());
        words.extend(self.preliminary.then(|| "快报".to_owned()));
        words.extend(self.from.iter().map(|party| format!("@{party}")));
        words.extend(self.source.iter().cloned());
        if !self.reason.is_empty() {
            words.push(format!("原因：{}", self.reason.join(" ")));
        }
        words.join(" ")
    }
}

/// The words of a line and where they begin.
fn words(line: &str) -> Vec<(usize, &str)> {
    let start = |word: &str| word.as_ptr() as usize - line.as_ptr() as usize;
    line.split_whitespace().map(|word| (start(word), word)).collect()
}

/// `1.2/1=` at the beginning of a word: its length in bytes, and the id; empty for `=` alone.
fn head(word: &str) -> Option<(usize, String)> {
    let (length, id) = binding::id(word);
    let mark = word[length..].chars().next().filter(|mark| twin(*mark) == '=')?;
    Some((length + mark.len_utf8(), id))
}

fn is_preliminary(word: &str) -> bool {
    let english = ["preliminary", "provisional", "flash"];
    matches!(word, "快报" | "预计" | "初步" | "快报数")
        || english.iter().any(|own| own.eq_ignore_ascii_case(word))
}

/// What follows `原因：`, in either width.
fn why(word: &str) -> Option<&str> {
    let (name, why) = word.split_once([':', '：'])?;
    (matches!(name, "原因" | "因" | "reason") && !why.is_empty()).then_some(why)
}

fn office(word: &str, context: &Context) -> Option<Party> {
    let mark = word.chars().next().filter(|mark| twin(*mark) == '@')?;
    let (length, mut people, _) = sigil::people(&word[mark.len_utf8()..], context)?;
    (mark.len_utf8() + length == word.len() && people.len() == 1).then(|| people.swap_remove(0))
}

type Meant = (Meaning, Vec<Caution>);

fn meaning(items: Vec<Item>, line: &str, context: &Context) -> Result<Meant, Notice> {
    if let [item] = items.as_slice()
        && item.id.is_empty()
    {
        let of = bound_targets(context)?;
        if of.len() > 1 {
            if members::ticked(&item.value).is_none() {
                figure(&item.value, "").map_err(|_| not_a_number(&item.value, line))?;
            }
            return Ok((Meaning::WhichTarget { of, value: item.behind() }, Vec::new()));
        }
    }
    let mut readings = Vec::new();
    let mut cautions = Vec::new();
    for item in items {
        let target = target(&item.id, context)?;
        let (reading, more) = reading(item, target, context)?;
        readings.push((target.id, reading));
        cautions.extend(more);
    }
    Ok((Meaning::Readings(readings), cautions))
}

fn not_a_number(value: &str, line: &str) -> Notice {
    let text = if value.is_empty() { line.trim() } else { value };
    Notice::NotANumber { text: text.to_owned() }
}

/// The targets of the rows to which the line is bound, or that the item goes through.
fn bound_targets(context: &Context) -> Result<Vec<Place>, Notice> {
    let mut rows = decision::rows(context.binding);
    if rows.is_empty() {
        rows = context.item.to_vec();
    }
    let first = rows.first().ok_or(Notice::NoRow)?;
    let of: Vec<Place> =
        rows.iter().flat_map(|row| targets_of(*row, context.plan)).map(|t| t.id).collect();
    if of.is_empty() { Err(Notice::NoTarget { id: first.to_string() }) } else { Ok(of) }
}

/// The targets of a row: its own; of a measure its sentence's, of a section none.
fn targets_of(row: Place, plan: &Plan) -> Vec<&Target> {
    match plan.find(row) {
        Some(Found::Target(target)) => vec![target],
        Some(Found::Measure(measure)) => measure.targets.iter().collect(),
        Some(Found::Task(task)) => task.targets().collect(),
        Some(Found::Section(_)) | None => Vec::new(),
    }
}

/// The target that an id names: `1.2/1`; `1.2` when it has one; `2` for the second of the bound task;
/// none for the bound row's only one.
fn target<'a>(id: &str, context: &Context<'a>) -> Result<&'a Target, Notice> {
    let plan: &'a Plan = context.plan;
    let unknown = || Notice::NoSuchRow { id: id.to_owned() };
    let place = match id.parse::<Place>() {
        _ if id.is_empty() => only(&bound_targets(context)?, id)?,
        Ok(place) if place.level() == Level::Section => {
            nth(place.number(), context).ok_or_else(unknown)?
        }
        Ok(place) if plan.find(place).is_none() => return Err(unknown()),
        Ok(place) => only(&ids(&targets_of(place, plan)), id)?,
        Err(_) => return Err(unknown()),
    };
    match plan.find(place) {
        Some(Found::Target(target)) => Ok(target),
        _ => Err(unknown()),
    }
}

fn ids(targets: &[&Target]) -> Vec<Place> {
    targets.iter().map(|target| target.id).collect()
}

fn only(of: &[Place], id: &str) -> Result<Place, Notice> {
    match of {
        [one] => Ok(*one),
        [] => Err(Notice::NoTarget { id: id.to_owned() }),
        _ => Err(Notice::WhichTarget),
    }
}

/// The target of a number: of the bound task, or of the item that goes through several targets.
fn nth(number: u16, context: &Context) -> Option<Place> {
    let rows = decision::rows(context.binding);
    let Some(row) = rows.first() else {
        let own = |place: &&Place| place.level() == Level::Target && place.number() == number;
        return context.item.iter().find(own).copied();
    };
    let task = row.in_task()?;
    let place = targets_of(task, context.plan).into_iter().map(|target| target.id);
    place.into_iter().find(|target| target.number() == number)
}

fn reading(
    item: Item,
    target: &Target,
    context: &Context,
) -> Result<(Reading, Vec<Caution>), Notice> {
    let first = Month::of(context.plan.period.from);
    let stands = |id: &RecordId| context.revised != Some(id);
    let last =
        newest_of(context.state, target.id, |id, reading| stands(id) && reading.period.to >= first);
    let last = last.map(|(_, reading)| reading);
    let (figure, done) = if let Some(names) = members::ticked(&item.value) {
        members::figure(&names, target, last.as_deref(), context)?
    } else {
        let figure = figure(&item.value, &target.unit)?;
        (figure, members::covered(target, last.as_deref(), figure.value))
    };
    let usual = next_period(context.plan, context.state, target.id, context.base.day);
    let period = match &item.period {
        Some(typed) => meant_period(typed, usual, context.base.day)
            .ok_or_else(|| Notice::NotAPeriod { text: typed.clone() })?,
        None => usual,
    };
    let corrected =
        newest_of(context.state, target.id, |id, reading| stands(id) && reading.period == period);
    let mut cautions = oddity::figures(&figure, target, period, last.as_deref());
    cautions.extend(oddity::months(period, target, context));
    if figure.converted {
        let value = target.measured(figure.value);
        cautions.push(Caution::Converted { typed: item.value.clone(), value });
    }
    if figure.differs {
        let unit = target.unit.clone();
        cautions.push(Caution::UnitDiffers { typed: item.value.clone(), unit });
    }
    if let Some((_, reading)) = &corrected {
        cautions.push(Caution::Corrects { last: reading.value.to_string() });
    }
    let wants =
        |caution: &Caution| matches!(caution, Caution::Corrects { .. } | Caution::Falls { .. });
    if item.reason.is_empty() && cautions.iter().any(wants) {
        cautions.push(Caution::SayWhy);
    }
    let reading = Reading {
        period,
        value: figure.value,
        written: if figure.differs { item.value } else { String::new() },
        entered: context.today,
        from: item.from,
        source: item.source.join(" "),
        preliminary: item.preliminary,
        revises: corrected.map(|(id, _)| id.clone()),
        reason: item.reason.join(" "),
        done,
    };
    Ok((reading, cautions))
}
