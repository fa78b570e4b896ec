//! From a report's draft to what a new book needs besides: the offices that the report names under keys
//! of their own, and who has which row.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::due::{self, Base};
use super::pinyin::Pinyin;
use crate::ledger::{Assignment, Due, When};
use crate::plan::place::Level;
use crate::plan::{Office, OfficeKey, Party, Place, Plan, Roster};
use crate::report::{Draft, Duty};

/// The offices of a draft under new keys, in the order in which the report names them. Those that the
/// roster knows already keep theirs.
pub fn roster(draft: &Draft, known: &Roster) -> Roster {
    let mut roster = known.clone();
    let letters = Initials::default();
    let mut order = roster.offices.iter().map(|(_, office)| office.order).max().unwrap_or(0);
    for name in draft.offices() {
        if roster.resolve(name).is_some() || roster.post(name).is_some() {
            continue;
        }
        let Some(key) = free(&letters.of(name), &roster) else { continue };
        order = order.saturating_add(10);
        let office = Office {
            short: name.to_owned(),
            full: name.to_owned(),
            aliases: Vec::new(),
            order,
            former: Vec::new(),
            successor: None,
        };
        roster.offices.insert(key, office);
    }
    roster
}

/// A key that nobody has: `jyj`, else `jyj2`.
fn free(letters: &str, roster: &Roster) -> Option<OfficeKey> {
    let begins = letters.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase());
    let stem = if begins { letters.to_owned() } else { format!("dw{letters}") };
    let names = std::iter::once(stem.clone()).chain((2..).map(|number| format!("{stem}{number}")));
    let mut keys = names.take(10_000).filter_map(|name| name.parse::<OfficeKey>().ok());
    keys.find(|key| roster.offices.get(key).is_none() && roster.posts.get(key).is_none())
}

/// The first letters of Han.
struct Initials {
    tables: Pinyin,
}

impl Default for Initials {
    fn default() -> Self {
        Self { tables: Pinyin::default() }
    }
}

impl Initials {
    fn of(&self, name: &str) -> String {
        let alphabet: Vec<String> = ('a'..='z').map(String::from).collect();
        let queries: Vec<_> = alphabet.iter().map(|letter| self.tables.letters(letter)).collect();
        let letter = |c: char| {
            if c.is_ascii_alphanumeric() {
                return Some(c.to_ascii_lowercase());
            }
            let han = c.to_string();
            let begins = |query: &Option<super::pinyin::Letters<'_>>| {
                query.as_ref().is_some_and(|query| query.begins(&han))
            };
            let at = queries.iter().position(begins)?;
            alphabet.get(at)?.chars().next()
        };
        name.chars().filter_map(letter).take(12).collect()
    }
}

/// Who has which row, and the dues that name no day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Divided {
    /// Rows and who has them.
    pub rows: Vec<(Place, Assignment)>,
    /// Rows whose due names no day, with its words.
    pub no_day: Vec<(Place, String)>,
}

/// Who has which row, as the report says it. A section has nobody: its tasks do.
pub fn divided(draft: &Draft, plan: &Plan, today: NaiveDate) -> Divided {
    let mut rows: BTreeMap<Place, Assignment> = BTreeMap::new();
    let mut divided = Divided::default();
    let base = Base {
        day: plan.period.from,
        next_meeting: None,
        period: plan.period,
        holidays: &plan.holidays,
    };
    for duty in &draft.duties {
        for place in places(duty, plan) {
            let now = rows.entry(place).or_insert_with(|| Assignment::since(today));
            add(&mut now.lead, &duty.leads, plan);
            add(&mut now.support, &duty.supports, plan);
            match day(&duty.due, &base) {
                Some(day) => now.due = now.due.or(Some(day)),
                None if duty.due.is_empty() => {}
                None => divided.no_day.push((place, duty.due.clone())),
            }
        }
    }
    let said =
        |now: &Assignment| !now.lead.is_empty() || !now.support.is_empty() || now.due.is_some();
    divided.rows = rows.into_iter().filter(|(_, now)| said(now)).collect();
    divided
}

/// The rows that a duty is about: one that stands behind a section is about each of its tasks.
fn places(duty: &Duty, plan: &Plan) -> Vec<Place> {
    let Some(place) = duty.row.filter(|place| plan.find(*place).is_some()) else {
        return Vec::new();
    };
    if place.level() != Level::Section {
        return vec![place];
    }
    let section = plan.sections.iter().find(|section| section.id == place);
    section.map_or_else(Vec::new, |section| section.tasks.iter().map(|task| task.id).collect())
}

fn add(parties: &mut Vec<Party>, names: &[String], plan: &Plan) {
    for name in names {
        let party = Party::named(name, &plan.roster);
        if !parties.contains(&party) {
            parties.push(party);
        }
    }
}

/// `12月底`, `2024年6月`, counted from the beginning of the plan's year.
fn day(words: &str, base: &Base<'_>) -> Option<NaiveDate> {
    let bare = words.trim().trim_end_matches(['前', '。']);
    let read = due::read(words.trim(), base).or_else(|| due::read(bare, base))?;
    match read.due {
        Due::Stated(When::On(day, _)) => Some(day),
        _ => None,
    }
}
