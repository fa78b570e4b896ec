//! What holds of any judgement.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::tests::{Book, book, day, row, target};
use super::{Light, Tally, decision, reason};
use crate::ledger::{Amendment, Decision, Due, LightSet, Reading, SnapshotId, When};
use crate::plan::{Comparator, Every, Kind, Month, Number, Place, PlannedNode, Span, Target};
use crate::words::Lang;
use chrono::NaiveDate;

const KINDS: [Kind; 10] = [
    Kind::Cumulative,
    Kind::Rate,
    Kind::Level,
    Kind::Milestone,
    Kind::Checklist,
    Kind::Relative,
    Kind::Direction,
    Kind::Issued,
    Kind::Structural,
    Kind::Qualitative,
];

const COMPARATORS: [Comparator; 13] = [
    Comparator::Exactly,
    Comparator::About,
    Comparator::AtLeast,
    Comparator::AtMost,
    Comparator::MoreThan,
    Comparator::Range,
    Comparator::FromTo,
    Comparator::InStep,
    Comparator::UpOnly,
    Comparator::DownOnly,
    Comparator::Complete,
    Comparator::Avert,
    Comparator::Issued,
];

fn any_day() -> impl Strategy<Value = NaiveDate> + Clone {
    let usual = (0..800_i64).prop_map(|days| day("2022-11-01") + chrono::TimeDelta::days(days));
    let far = prop_oneof![Just(NaiveDate::MIN), Just(NaiveDate::MAX), Just(day("9999-12-31"))];
    prop_oneof![20 => usual, 1 => far]
}

fn any_month() -> impl Strategy<Value = Month> + Clone {
    (2021..2025_i32, 1..=12_u32).prop_map(|(year, month)| Month { year, month })
}

fn any_number() -> impl Strategy<Value = Number> + Clone {
    let usual = (-50..2000_i64).prop_map(Number::from);
    let decimal = (0..90_000_i64).prop_map(Number::tenths);
    let edge = prop_oneof![
        Just(rust_decimal::Decimal::MAX),
        Just(rust_decimal::Decimal::MIN),
        Just(rust_decimal::Decimal::new(1, 28)),
        Just(rust_decimal::Decimal::ZERO),
    ];
    prop_oneof![8 => usual, 4 => decimal, 1 => edge.prop_map(Number::from)]
}

/// Any target that a file may hold, sense or nonsense.
fn any_target() -> impl Strategy<Value = Target> {
    let kind =
        (0..KINDS.len(), 0..COMPARATORS.len(), prop_oneof![Just("%"), Just("亿元"), Just("个")]);
    let numbers = (option::of(any_number()), option::of(any_number()), option::of(any_number()));
    let days = (option::of(any_day()), option::of(any_day()));
    let every = prop_oneof![
        Just(Every::Month),
        Just(Every::Quarter),
        Just(Every::HalfYear),
        Just(Every::Year)
    ];
    let along = vec((any_month(), any_number()), 0..4);
    let nodes = vec(any_month(), 0..4);
    let others = (option::of(1..5_u16), vec(1..5_u16, 0..3), any::<bool>());
    (kind, numbers, days, every, along, nodes, others).prop_map(
        |(
            (kind, comparator, unit),
            (value, from, upper),
            (due, measured),
            every,
            along,
            nodes,
            others,
        )| {
            let place = |number: u16| Place::target(1, 1, number);
            Target {
                kind: KINDS[kind],
                comparator: COMPARATORS[comparator],
                unit: unit.into(),
                value,
                from,
                upper,
                due,
                measured,
                every,
                trajectory: along.into_iter().collect(),
                nodes: nodes
                    .into_iter()
                    .map(|by| PlannedNode { by, text: "节点".into() })
                    .collect(),
                against: others.0.map(place),
                with: others.1.into_iter().map(place).collect(),
                season: if others.2 { "施工".into() } else { String::new() },
                ..target("cumulative")
            }
        },
    )
}

fn any_reading() -> impl Strategy<Value = Reading> {
    (any_month(), 0..14_i64, any_number(), any_day(), vec("[甲乙]", 0..3)).prop_map(
        |(from, months, value, entered, done)| Reading {
            period: Span { from, to: from.plus(months) },
            value,
            entered,
            from: None,
            source: String::new(),
            preliminary: false,
            written: String::new(),
            revises: None,
            reason: String::new(),
            done,
        },
    )
}

fn any_rule() -> impl Strategy<Value = &'static str> {
    prop_oneof![Just("通用"), Just("宣城"), Just("银川")]
}

/// A book of two targets with whatever was recorded of them.
fn any_book() -> impl Strategy<Value = Book> {
    let amendment = (any_number(), any_day()).prop_map(|(now, effective)| Amendment {
        was: None,
        now,
        organ: "区人大常委会".into(),
        document: String::new(),
        effective,
        reason: String::new(),
    });
    let target = || (any_target(), vec(any_reading(), 0..6), option::of(amendment.clone()));
    let due = prop_oneof![
        any_day().prop_map(|day| Due::Stated(When::On(day, None))),
        (1..=31_u8).prop_map(|day| Due::Stated(When::Monthly(day))),
        Just(Due::Stated(When::Weekly(chrono::Weekday::Fri))),
        Just(Due::Missing),
    ];
    (target(), target(), any_rule(), due).prop_map(|(one, two, rule, due)| {
        let mut book = book().ruled(rule);
        for (target, readings, amendment) in [one, two] {
            let place = book.set(target);
            for reading in readings {
                let id = book.next_record();
                book.state.ledger.readings.entry(row(place)).or_default().insert(id, reading);
            }
            if let Some(amendment) = amendment {
                let id = book.next_record();
                book.state.ledger.amendments.entry(row(place)).or_default().insert(id, amendment);
            }
        }
        let id = SnapshotId::meeting(day("2023-05-19"), "").record(1);
        book.state.ledger.decisions.insert(id, Decision { due, ..Decision::default() });
        book
    })
}

proptest! {
    /// Any target with any readings on any day under any rule has a verdict with a reason.
    #[test]
    fn everything_can_be_judged(book in any_book(), today in any_day()) {
        let grounds = super::Grounds { today, ..book.grounds("2023-09-15") };
        for target in book.plan.targets() {
            let verdict = super::target(&grounds, target);
            for lang in [Lang::Zh, Lang::En] {
                prop_assert!(!reason::text(&grounds, Some(target), &verdict, lang).is_empty());
            }
            let task = &book.plan.sections[0].tasks[0];
            prop_assert_eq!(Tally::of_targets(task, |_| Some(&verdict)).all(), 2);
        }
        for id in book.state.ledger.decisions.keys() {
            prop_assert!(decision(&grounds, id).is_some());
        }
    }

    /// Whoever does more never stands worse: a sum, in one month, on one day, under one rule.
    #[test]
    fn more_never_worsens_the_light_of_a_sum(
        (less, more) in (0..9000_i64, 0..9000_i64).prop_map(|(a, b)| (a.min(b), a.max(b))),
        goal in 1..9000_i64,
        month in 1..=12_u32,
        season in any::<bool>(),
        rule in any_rule(),
        today in any_day(),
    ) {
        let season = if season { "season=施工" } else { "" };
        let goal = format!("cumulative {} 户 {season}", Number::tenths(goal));
        let light = |value: i64| {
            let reading = format!("1-{month}={}", Number::tenths(value));
            let book = book().with(target(&goal)).ruled(rule).read(1, &reading);
            let grounds = super::Grounds { today, ..book.grounds("2023-09-15") };
            super::target(&grounds, book.target(1)).light
        };
        prop_assert!(light(less) <= light(more), "{:?} {:?}", light(less), light(more));
    }

    /// A light set by hand wins over any figure that was there before it.
    #[test]
    fn a_hand_wins(book in any_book(), nth in 0..9_usize, today in any_day()) {
        let mut book = book;
        let light = Light::ALL[nth];
        let set = LightSet {
            light: Some(light),
            reason: "区长定".into(),
            agreed: String::new(),
            on: day("2023-09-15"),
            pinned: false,
        };
        let id = book.next_record();
        book.state.ledger.lights.entry(row(Place::target(1, 1, 1))).or_default().insert(id, set);
        let grounds = super::Grounds { today, ..book.grounds("2023-09-15") };
        let verdict = super::target(&grounds, book.target(1));
        prop_assert_eq!(verdict.light, Some(light));
        prop_assert!(reason::text(&grounds, Some(book.target(1)), &verdict, Lang::Zh).contains("区长定"));
    }
}
