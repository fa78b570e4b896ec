//! From one term as typed to what it asks for.

use super::key::{names, plain};
use super::split::{Before, Piece};
use super::value::{self, among, code, count, named};
use super::{Asks, Context, Days, Held, Order, Role, Term, Text, Whom, Word};
use crate::app::jump;
use crate::judge::Light;
use crate::ledger::{DecisionKind, Outcome, RecordId, Settlement, Stage};
use crate::plan::{Office, OfficeKey, Party, Place};
use crate::words::query::{Key, Unclear, Value};
use crate::words::{Gap, Lang};

/// Reads one term.
pub(super) fn term<'a>(piece: Piece, context: &Context<'a>) -> Result<Term<'a>, Unclear> {
    let Piece { denied, key, value, quoted } = piece;
    let asks = match key {
        Some((Before::Unknown(key), _)) => {
            return Err(Unclear::NoSuchKey { key, keys: names(context.keys, context.lang) });
        }
        Some((Before::Key(key), order)) => keyed(key, order, &value, context)?,
        None if quoted => Asks::Text(Text::new(&value, context)),
        None if value.is_empty() => return Err(Unclear::NothingDenied),
        None => bare(&value, context)?,
    };
    Ok(Term { denied, asks })
}

fn keyed<'a>(
    key: Key,
    order: Order,
    value: &str,
    context: &Context<'a>,
) -> Result<Asks<'a>, Unclear> {
    let name = || key.text(context.lang).to_owned();
    if !context.keys.contains(&key) {
        return Err(Unclear::NotHere { key: name(), keys: names(context.keys, context.lang) });
    }
    if value.trim().is_empty() {
        return Err(Unclear::NoValue { key: name() });
    }
    if order != Order::Is && !matches!(key, Key::Due | Key::Meeting | Key::Extended) {
        return Err(Unclear::NoOrder { key: name() });
    }
    Ok(match key {
        Key::Lead => Asks::Party(Role::Lead, whom(value, context)?),
        Key::Support => Asks::Party(Role::Support, whom(value, context)?),
        Key::Office => Asks::Party(Role::Any, whom(value, context)?),
        Key::Row => match row(value, context) {
            Some(place) => Asks::Row(place),
            None => Asks::Rows(Text::new(value, context)),
        },
        Key::Meeting => Asks::Meeting(value::meeting(value, order, context)?),
        Key::Series => Asks::Series(value::series(value, context)?),
        Key::Due => Asks::Due(order, value::days(value, context)?),
        Key::Light => match value::light(value) {
            Some(light) => Asks::State(Some(light), None),
            None => return Err(among(key, value, Light::ALL.iter().map(|l| l.word()), context)),
        },
        Key::Stage => match Stage::named(&code(value)) {
            Some(stage) => Asks::State(None, Some(stage)),
            None => return Err(among(key, value, Stage::ALL.iter().map(|s| s.word()), context)),
        },
        Key::Kind => {
            if let Some(kind) = DecisionKind::named(&code(value)) {
                Asks::Kind(kind)
            } else {
                let all = DecisionKind::ALL.iter().map(|kind| kind.word());
                return Err(among(key, value, all, context));
            }
        }
        Key::Outcome => match Outcome::named(&code(value)) {
            Some(outcome) => Asks::Outcome(outcome),
            None => return Err(among(key, value, Outcome::ALL.iter().map(|o| o.word()), context)),
        },
        Key::Account if named(value, Value::Nobody) => Asks::Account(None),
        Key::Account => {
            if let Some(state) = Settlement::named(&code(value)) {
                Asks::Account(Some(state))
            } else {
                let all = Settlement::ALL.iter().map(|state| state.word());
                return Err(among(key, value, all, context));
            }
        }
        Key::Source => Asks::Source(Word::new(value, context.names.pinyin())),
        Key::Extended => Asks::Extended(order, count(value)?),
        Key::Pending | Key::Silent | Key::Open => {
            return Err(Unclear::NoValueMeant { key: name() });
        }
    })
}

/// A term without a key: an office, a number, a state, or text.
fn bare<'a>(word: &str, context: &Context<'a>) -> Result<Asks<'a>, Unclear> {
    if let Some(office) = word.strip_prefix(['@', '＠']) {
        return match office {
            "" => Err(Unclear::NoValue { key: "@".into() }),
            office => Ok(Asks::Party(Role::Any, whom(office, context)?)),
        };
    }
    let numbered = numbered(word, context);
    // A key alone is one whose value is still to come.
    if let Some(key) = super::key::named(word).filter(|key| takes_value(*key)) {
        return Err(Unclear::NoValue { key: key.text(context.lang).into() });
    }
    let said = numbered.or_else(|| flag(word, context)).or_else(|| state(word, context));
    Ok(said.unwrap_or_else(|| Asks::Text(Text::new(word, context))))
}

fn takes_value(key: Key) -> bool {
    !matches!(key, Key::Pending | Key::Silent | Key::Open | Key::Extended)
}

/// `4/2`, `2023-09-15/2`, `1.4`, `14`, `2023-09-15`.
fn numbered<'a>(word: &str, context: &Context<'a>) -> Option<Asks<'a>> {
    let plain = plain(word);
    let has = |key| context.keys.contains(&key);
    if has(Key::Meeting) {
        if let Ok(id) = plain.parse::<RecordId>() {
            return Some(Asks::Record(id));
        }
        if let Ok(id) = plain.parse() {
            return Some(Asks::Meeting(Held::Is(id)));
        }
    }
    if has(Key::Row)
        && let Some(place) = row(word, context)
    {
        return Some(Asks::Row(place));
    }
    let (meeting, record) = plain.split_once('/').filter(|_| has(Key::Meeting))?;
    Some(Asks::Numbered(meeting.parse().ok()?, record.parse().ok()?))
}

/// A row of the plan, as the jump box reads it.
fn row(word: &str, context: &Context<'_>) -> Option<Place> {
    let plain = plain(word);
    let plain = plain.strip_prefix('#').unwrap_or(&plain);
    let place: Option<Place> = plain.parse().ok();
    let there = place.filter(|place| context.plan.find(*place).is_some());
    there.or_else(|| jump::by_digits(plain, context.plan))
}

/// What is so or not, and what a decision may lack.
fn flag<'a>(word: &str, context: &Context<'_>) -> Option<Asks<'a>> {
    let flags = [
        (Key::Pending, Asks::Pending),
        (Key::Silent, Asks::Silent),
        (Key::Open, Asks::Open),
        (Key::Extended, Asks::Extended(Order::AtLeast, 1)),
    ];
    let word = plain(word);
    let means = |key: Key| [Lang::Zh, Lang::En].iter().any(|lang| key.text(*lang) == word);
    let mut flags = flags.into_iter().filter(|(key, _)| context.keys.contains(key));
    if let Some((_, asks)) = flags.find(|(key, _)| means(*key)) {
        return Some(asks);
    }
    let gap = |gap: Gap| [Lang::Zh, Lang::En].iter().any(|lang| gap.text(*lang) == word);
    if context.keys.contains(&Key::Lead) && gap(Gap::NoLead) {
        return Some(Asks::Party(Role::Lead, Whom::Nobody));
    }
    (context.keys.contains(&Key::Due) && gap(Gap::NoDue))
        .then_some(Asks::Due(Order::Is, Days::Unsettled))
}

/// A light, a stage, an outcome other than the usual one, what became of a row.
fn state<'a>(word: &str, context: &Context<'_>) -> Option<Asks<'a>> {
    let has = |key| context.keys.contains(&key);
    let light = value::light(word).filter(|_| has(Key::Light));
    let word = code(word);
    let stage = Stage::named(&word).filter(|_| has(Key::Stage));
    if light.is_some() || stage.is_some() {
        return Some(Asks::State(light, stage));
    }
    let outcome = Outcome::named(&word).filter(|outcome| *outcome != Outcome::Agreed);
    if let Some(outcome) = outcome.filter(|_| has(Key::Outcome)) {
        return Some(Asks::Outcome(outcome));
    }
    let account = Settlement::named(&word).filter(|_| has(Key::Account))?;
    Some(Asks::Account(Some(account)))
}

/// Who is meant: nobody, a digit's office, a whole name or group, or whoever is called so.
fn whom<'a>(word: &str, context: &Context<'a>) -> Result<Whom<'a>, Unclear> {
    if named(word, Value::Nobody) {
        return Ok(Whom::Nobody);
    }
    let plain = plain(word);
    if let [digit @ b'0'..=b'9'] = plain.as_bytes() {
        let pick = usize::from(digit - b'0').checked_sub(1);
        let party = pick.and_then(|pick| context.picks.get(pick));
        let nobody = || Unclear::NobodyPicked { digit: plain.clone() };
        let party = party.ok_or_else(nobody)?;
        return Ok(Whom::Offices(keys(std::slice::from_ref(party), context), party.to_string()));
    }
    if let Some(parties) = context.names.exact(word) {
        let keys = keys(parties, context);
        let name = if let [party] = parties { party.name() } else { word };
        return Ok(Whom::Offices(keys, name.to_owned()));
    }
    Ok(Whom::Called(Text::new(word, context)))
}

/// The keys under which decisions of these offices were recorded, whoever had their work then.
fn keys(parties: &[Party], context: &Context<'_>) -> Vec<OfficeKey> {
    let keys: Vec<&OfficeKey> = parties.iter().filter_map(Party::key).collect();
    context.plan.roster.united(&keys)
}

impl<'a> Text<'a> {
    fn new(typed: &str, context: &Context<'a>) -> Self {
        let word = Word::new(typed, context.names.pinyin());
        let called = |office: &Office| {
            let own = [&office.short, &office.full].into_iter().chain(&office.aliases);
            let former = office.former.iter().flat_map(|old| [&old.short, &old.full]);
            own.chain(former).any(|name| word.calls(name))
        };
        let roster = &context.plan.roster;
        let offices = roster.offices.iter().filter(|(_, office)| called(office));
        let offices = roster.united(&offices.map(|(key, _)| key).collect::<Vec<_>>());
        let titled = |(place, names): (Place, [&str; 2])| {
            names.iter().any(|name| word.find(name).is_some()).then_some(place)
        };
        let sections = context.plan.sections.iter().map(|own| (own.id, [&*own.title, &own.short]));
        let tasks = context.plan.tasks().map(|own| (own.id, [&*own.title, &own.short]));
        let targets = context.plan.targets().map(|own| (own.id, [&*own.metric, &own.short]));
        let rows = sections.chain(tasks).chain(targets).filter_map(titled).collect();
        Self { word, offices, rows }
    }
}
