//! What a term says, in words: the line under the filter, so that nobody wonders what was understood.

use super::{Asks, Context, Days, Held, Order, Role, Term, Text, Whom};
use crate::words::listed;
use crate::words::query::{Key, Says, Value};

/// One term in words.
pub(super) fn term(term: &Term<'_>, context: &Context<'_>) -> String {
    let what = asks(&term.asks, context);
    if term.denied { Says::Not { what }.text(context.lang) } else { what }
}

fn asks(asks: &Asks<'_>, context: &Context<'_>) -> String {
    let lang = context.lang;
    let keyed =
        |key: Key, value: String| Says::Named { key: key.text(lang).into(), value }.text(lang);
    match asks {
        Asks::Text(text) => Says::Text { text: text.word.text().into() }.text(lang),
        Asks::Party(role, whom) => keyed(of(*role), self::whom(whom, context)),
        Asks::Row(place) => keyed(Key::Row, row(*place, context)),
        Asks::Rows(text) => keyed(Key::Row, called(text, context)),
        Asks::Record(id) => id.to_string(),
        Asks::Numbered(meeting, record) => format!("{meeting}/{record}"),
        Asks::Meeting(held) => meeting(held, context),
        Asks::Series(code) => {
            let series = context.plan.series_of(code).map_or(code, |series| &series.name);
            keyed(Key::Series, series.clone())
        }
        Asks::Due(order, days) => keyed(Key::Due, due(*order, days, context)),
        Asks::State(_, Some(stage)) => stage.word().text(lang).into(),
        Asks::State(light, None) => light.map_or("", |light| light.word().text(lang)).into(),
        Asks::Kind(kind) => keyed(Key::Kind, kind.word().text(lang).into()),
        Asks::Outcome(outcome) => keyed(Key::Outcome, outcome.word().text(lang).into()),
        Asks::Source(word) => keyed(Key::Source, word.text().into()),
        Asks::Extended(Order::AtLeast, 1) => Key::Extended.text(lang).into(),
        Asks::Extended(order, count) => keyed(Key::Extended, format!("{}{count}", sign(*order))),
        Asks::Pending => Key::Pending.text(lang).into(),
        Asks::Silent => Key::Silent.text(lang).into(),
        Asks::Open => Key::Open.text(lang).into(),
        Asks::Account(state) => {
            let nobody = Value::Nobody.text(lang);
            keyed(Key::Account, state.map_or(nobody, |state| state.word().text(lang)).into())
        }
    }
}

fn of(role: Role) -> Key {
    match role {
        Role::Lead => Key::Lead,
        Role::Support => Key::Support,
        Role::Any => Key::Office,
    }
}

fn whom(whom: &Whom<'_>, context: &Context<'_>) -> String {
    match whom {
        Whom::Nobody => Value::Nobody.text(context.lang).into(),
        Whom::Offices(_, name) => name.clone(),
        Whom::Called(text) => called_office(text, context),
    }
}

/// The offices that letters stand for, while they are few; else what was typed.
fn called_office(text: &Text<'_>, context: &Context<'_>) -> String {
    let offices = &context.plan.roster.offices;
    let names: Vec<&str> = text
        .offices
        .iter()
        .filter_map(|key| offices.get(key).map(|office| office.short.as_str()))
        .collect();
    few(&names).unwrap_or_else(|| text.word.text().into())
}

/// The rows that a word names, while they are few; else the word.
fn called(text: &Text<'_>, context: &Context<'_>) -> String {
    let names: Vec<String> = text.rows.iter().map(|place| row(*place, context)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    few(&names).unwrap_or_else(|| text.word.text().into())
}

fn few(names: &[&str]) -> Option<String> {
    (1..=3).contains(&names.len()).then(|| listed(names))
}

fn row(place: crate::plan::Place, context: &Context<'_>) -> String {
    let name = context.plan.find(place).map_or("", |found| found.short());
    format!("{place} {name}").trim_end().to_owned()
}

fn meeting(held: &Held, context: &Context<'_>) -> String {
    let lang = context.lang;
    match held {
        Held::Is(id) => {
            Says::Named { key: Key::Meeting.text(lang).into(), value: id.to_string() }.text(lang)
        }
        Held::Nth(order, number) => {
            Says::Nth { number: format!("{}{number}", sign(*order)) }.text(lang)
        }
        Held::Interval => Value::Interval.text(lang).into(),
    }
}

fn due(order: Order, days: &Days, context: &Context<'_>) -> String {
    let said = match days {
        Days::Span(from, to) if from == to => from.to_string(),
        Days::Span(from, _) if matches!(order, Order::Below | Order::AtLeast) => from.to_string(),
        Days::Span(_, to) if matches!(order, Order::Above | Order::AtMost) => to.to_string(),
        Days::Span(from, to) => {
            Says::Span { from: from.to_string(), to: to.to_string() }.text(context.lang)
        }
        Days::Each(when) => when.text(context.lang),
        Days::Unsettled => Value::Unsettled.text(context.lang).into(),
    };
    format!("{}{said}", sign(order))
}

fn sign(order: Order) -> &'static str {
    match order {
        Order::Is => "",
        Order::Below => "<",
        Order::AtMost => "<=",
        Order::AtLeast => ">=",
        Order::Above => ">",
    }
}
