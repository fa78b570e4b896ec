//! Arbitrary meetings and edits, for the laws that other files state.

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::*;
use crate::plan::{Number, Party, Place, Row, Span, Table};

/// An empty meeting, just opened.
pub(crate) fn opened() -> Snapshot {
    let founding = Snapshot {
        format: snapshot::FORMAT,
        kind: Held::Interval(Interval::new(SnapshotId::adopted())),
        follows: Vec::new(),
        meetings: Chain::default(),
        plan: "rehearsal sha256:0".into(),
        ledger: Ledger::default(),
        marks: Vec::new(),
    };
    let meeting = Meeting {
        id: "2023-09-15".parse().unwrap(),
        series: "演练会".into(),
        number: 4,
        title: String::new(),
        next: None,
        sittings: Table::default(),
        attendance: Table::default(),
        agenda: Table::default(),
    };
    let seal = format!("sha256:{}", "0".repeat(64)).parse().unwrap();
    founding.following(seal, Held::Meeting(meeting), "rehearsal sha256:0")
}

/// Edits of a few places, so that they often meet: many fit the state, many do not.
pub(crate) fn any_edits() -> impl Strategy<Value = Vec<Edit>> {
    vec(any_edit(), 0..24)
}

/// A meeting with whatever of these edits fit it.
pub(crate) fn any_snapshot() -> impl Strategy<Value = Snapshot> {
    any_edits().prop_map(|edits| {
        let mut snapshot = opened();
        for edit in edits {
            // What does not fit is refused and leaves the state as it was.
            let _ = snapshot.apply(&edit);
        }
        snapshot
    })
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let decision =
        any_change(any_record(), any_decision()).prop_map(|c| Edit::Decision(Box::new(c)));
    let reading = any_change((any_row(), any_record()), any_reading()).prop_map(Edit::Reading);
    let note = any_change(any_record(), any_note()).prop_map(Edit::Note);
    let item = any_change(1..3_u16, any_item()).prop_map(Edit::Item);
    let followup =
        any_change((any_record(), any_record()), any_followup()).prop_map(Edit::Followup);
    prop_oneof![decision, reading, note, item, followup]
}

fn any_change<K, V>(
    at: impl Strategy<Value = K>,
    value: impl Strategy<Value = V> + Clone,
) -> impl Strategy<Value = Change<K, V>>
where
    K: Clone + std::fmt::Debug,
    V: Clone + PartialEq + std::fmt::Debug,
{
    (at, option::weighted(0.3, value.clone()), option::weighted(0.8, value))
        .prop_map(|(at, was, now)| Change { at, was, now })
}

fn any_record() -> impl Strategy<Value = RecordId> {
    (1..4_u32).prop_map(|number| SnapshotId::meeting(day(15), "").record(number))
}

fn any_row() -> impl Strategy<Value = Row> {
    (1..3_u16, any_text()).prop_map(|(n, title)| Row { place: Place::target(1, 2, n), title })
}

/// Text that files must survive: Han, quotes, escapes, controls, combining marks, bidi.
pub(crate) fn any_text() -> impl Strategy<Value = String> + Clone {
    prop_oneof![Just("议定事项".to_owned()), any::<String>(), r#"["\\\n\t\u{1b}\u{202e}é]{0,6}"#]
}

fn any_party() -> impl Strategy<Value = Party> + Clone {
    let office = Party::Office { key: "tcj".parse().unwrap(), name: "投促局".into() };
    prop_oneof![Just(office), any_text().prop_map(Party::Outside)]
}

fn any_decision() -> impl Strategy<Value = Decision> + Clone {
    (any_text(), any_party(), any::<bool>(), 0..4_usize, any_due()).prop_map(
        |(text, party, flag, n, due)| Decision {
            text,
            due,
            lead_assumed: flag,
            item: flag.then_some(3),
            outcome: Outcome::ALL[n],
            about: vec![About::Row(Row { place: Place::task(1, 4), title: "临空".into() })],
            lead: vec![party],
            ..Decision::default()
        },
    )
}

fn any_due() -> impl Strategy<Value = Due> + Clone {
    prop_oneof![
        Just(Due::Missing),
        (1..28_u32).prop_map(|d| Due::Stated(When::On(day(d), None))),
        (1..28_u8).prop_map(|d| Due::Assumed(When::Monthly(d))),
        Just(Due::Unsettled("尽快".into())),
    ]
}

fn any_reading() -> impl Strategy<Value = Reading> + Clone {
    ("(0|[1-9][0-9]{0,8})(\\.[0-9]{1,4})?", any::<bool>()).prop_map(|(value, preliminary)| {
        Reading {
            period: "2023-01..2023-08".parse::<Span>().unwrap(),
            value: value.parse::<Number>().unwrap(),
            entered: day(15),
            from: None,
            source: String::new(),
            preliminary,
            revises: None,
            reason: String::new(),
            done: Vec::new(),
        }
    })
}

fn any_note() -> impl Strategy<Value = Note> + Clone {
    (Just("记一笔".to_owned()), any::<bool>()).prop_map(|(text, local)| Note {
        text,
        local,
        ..Note::default()
    })
}

fn any_item() -> impl Strategy<Value = AgendaItem> + Clone {
    (0..6_usize).prop_map(|n| AgendaItem { state: ItemState::ALL[n], ..AgendaItem::default() })
}

fn any_followup() -> impl Strategy<Value = Followup> + Clone {
    (0..8_usize, Just("区长".to_owned())).prop_map(|(n, consent)| Followup {
        on: day(20),
        what: Happening::Stage(Stage::ALL[n]),
        consent,
        note: String::new(),
    })
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 9, day).unwrap()
}
