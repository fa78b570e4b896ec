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

/// A meeting that made so many decisions, by nobody and with nothing assumed.
pub(crate) fn decided(count: u32) -> Snapshot {
    let mut meeting = opened();
    let id = meeting.id();
    for number in 1..=count {
        let decision = Decision {
            text: "演练一条".into(),
            lead: vec![office("tcj", "投促局")],
            due: Due::Stated("2023-09-30".parse().unwrap()),
            ..Decision::default()
        };
        meeting.ledger.decisions.insert(id.record(number), decision);
    }
    meeting
}

/// A step in a life, as a test writes it: 交办, 反馈：八成, 延期 2023-10-31, 换牵头 住建局, 改文字 …,
/// 代替 (by 2023-09-15/2); 无人 in front of it when nobody agreed.
pub(crate) fn step(text: &str) -> Followup {
    let (consent, text) = match text.strip_prefix("无人 ") {
        Some(text) => ("", text),
        None => ("区长", text),
    };
    let what = if let Some(progress) = text.strip_prefix("反馈：") {
        feedback(progress.to_owned())
    } else if let Some(to) = text.strip_prefix("延期 ") {
        Happening::Extended { from: None, to: to.parse().unwrap() }
    } else if let Some(name) = text.strip_prefix("换牵头 ") {
        let key = if name == "投促局" { "tcj" } else { "zjj" };
        Happening::Lead { was: Vec::new(), now: vec![office(key, name)] }
    } else if let Some(now) = text.strip_prefix("改文字 ") {
        Happening::Wording { was: String::new(), now: now.into() }
    } else if text == "代替" {
        Happening::Superseded { by: "2023-09-15/2".parse().unwrap() }
    } else {
        Happening::Stage(Stage::named(text).unwrap())
    };
    Followup::on(day(20), what).agreed_by(consent)
}

fn feedback(progress: String) -> Happening {
    let (problem, next) = (String::new(), String::new());
    Happening::Feedback { from: None, progress, problem, next }
}

fn office(key: &str, name: &str) -> Party {
    Party::Office { key: key.parse().unwrap(), name: name.into() }
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

fn any_edit() -> BoxedStrategy<Edit> {
    let decision =
        any_change(any_record(), any_decision()).prop_map(|c| Edit::Decision(Box::new(c)));
    let note = any_change(any_record(), any_note()).prop_map(Edit::Note);
    let item = any_change(1..3_u16, any_item()).prop_map(Edit::Item);
    let sheet = any_change(any_record(), any_sheet()).prop_map(Edit::Sheet);
    let followup =
        any_change((any_record(), any_record()), any_followup()).prop_map(Edit::Followup);
    prop_oneof![decision, note, item, sheet, followup, any_edit_of_row(), any_edit_of_sealed()]
        .boxed()
}

fn any_edit_of_row() -> BoxedStrategy<Edit> {
    let reading = any_change((any_row(), any_record()), any_reading()).prop_map(Edit::Reading);
    let amendment =
        any_change((any_row(), any_record()), any_amendment()).prop_map(Edit::Amendment);
    let account = any_change((any_row(), any_record()), any_account()).prop_map(Edit::Account);
    let assignment =
        any_change((any_row(), any_record()), any_assignment()).prop_map(Edit::Assignment);
    let light = any_change((any_row(), any_record()), any_light()).prop_map(Edit::Light);
    prop_oneof![reading, amendment, account, assignment, light].boxed()
}

fn any_edit_of_sealed() -> BoxedStrategy<Edit> {
    let correction =
        any_change((any_sealed(), any_record()), any_correction()).prop_map(Edit::Correction);
    let signing = any_change((any_sealed(), any_record()), any_signing()).prop_map(Edit::Signing);
    prop_oneof![correction, signing].boxed()
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
    let post = Party::Post { key: "fgfqz".parse().unwrap(), name: "分管副区长".into() };
    prop_oneof![Just(office), Just(post), any_text().prop_map(Party::Outside)]
}

fn any_decision() -> impl Strategy<Value = Decision> + Clone {
    (any_text(), any_party(), any::<bool>(), 0..4_usize, any_due()).prop_map(
        |(text, party, flag, n, due)| Decision {
            text,
            due,
            lead_assumed: flag,
            pending: flag,
            in_papers: if n == 3 { "文稿另有说法".into() } else { String::new() },
            item: flag.then_some(3),
            outcome: Outcome::ALL[n],
            about: vec![About::Row(Row { place: Place::task(1, 4), title: "临空".into() })],
            lead: vec![party],
            nodes: (0..n).map(|n| any_node(n, flag)).collect(),
            supersedes: flag
                .then(|| SnapshotId::meeting(day(1), "").record(1))
                .into_iter()
                .collect(),
            ..Decision::default()
        },
    )
}

/// A node as a row's trajectory gives it.
fn any_node(n: usize, done: bool) -> Node {
    let by = day(u32::try_from(n).unwrap() + 20);
    Node { by, text: if done { "主体完工".into() } else { String::new() } }
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
            written: String::new(),
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
    (0..6_usize, any_text()).prop_map(|(n, in_papers)| AgendaItem {
        state: ItemState::ALL[n],
        in_papers,
        ..AgendaItem::default()
    })
}

fn any_followup() -> BoxedStrategy<Followup> {
    let what = prop_oneof![
        (0..8_usize).prop_map(|n| Happening::Stage(Stage::ALL[n])),
        (option::of(any_when()), any_when())
            .prop_map(|(from, to)| Happening::Extended { from, to }),
        (any_party(), any_party())
            .prop_map(|(was, now)| Happening::Lead { was: vec![was], now: vec![now] }),
        (any_text(), any_text()).prop_map(|(was, now)| Happening::Wording { was, now }),
        any_record().prop_map(|by| Happening::Superseded { by }),
        (any_text(), any_party(), any_due()).prop_map(|(text, party, due)| Happening::Settled {
            text,
            lead: vec![party],
            support: Vec::new(),
            due,
        }),
        (option::of(any_party()), any_text(), any_text(), any_text()).prop_map(
            |(from, progress, problem, next)| Happening::Feedback { from, progress, problem, next }
        ),
    ];
    (what, any_text(), any_text())
        .prop_map(|(what, consent, note)| Followup { on: day(20), what, consent, note })
        .boxed()
}

fn any_when() -> impl Strategy<Value = When> + Clone {
    prop_oneof![
        (1..29_u32).prop_map(|d| When::On(day(d), TimeOfDay::new(14, d))),
        (1..32_u8).prop_map(When::Monthly),
    ]
}

fn any_sheet() -> impl Strategy<Value = Sheet> + Clone {
    (0..3_usize, any_about(), any_text()).prop_map(|(n, about, reason)| Sheet {
        about,
        colour: Colour::ALL[n],
        on: day(20),
        reason,
    })
}

fn any_about() -> impl Strategy<Value = About> + Clone {
    let row = Row { place: Place::task(1, 4), title: "临空".into() };
    prop_oneof![Just(About::Row(row)), any_record().prop_map(About::Decision)]
}

fn any_amendment() -> impl Strategy<Value = Amendment> + Clone {
    (option::of(any_number()), any_number(), any_text(), any_text()).prop_map(
        |(was, now, document, reason)| Amendment {
            was,
            now,
            organ: "区人大常委会".into(),
            document,
            effective: day(1),
            reason,
        },
    )
}

fn any_number() -> impl Strategy<Value = Number> + Clone {
    "(0|[1-9][0-9]{0,8})(\\.[0-9]{1,4})?".prop_map(|text| text.parse().unwrap())
}

fn any_account() -> impl Strategy<Value = Account> + Clone {
    (0..Settlement::ALL.len(), any_text()).prop_map(|(n, reason)| Account {
        state: Settlement::ALL[n],
        on: day(28),
        reason,
    })
}

fn any_assignment() -> impl Strategy<Value = Assignment> + Clone {
    (any_party(), any_text(), any::<bool>()).prop_map(|(lead, person, dated)| Assignment {
        lead: vec![lead],
        person,
        due: dated.then(|| day(30)),
        ..Assignment::since(day(1))
    })
}

fn any_light() -> impl Strategy<Value = LightSet> + Clone {
    let light = option::of(Just(Light::Behind));
    (light, any_text(), any::<bool>()).prop_map(|(light, reason, pinned)| LightSet {
        light,
        reason,
        agreed: "区长".into(),
        on: day(15),
        pinned,
    })
}

/// What was sealed before the meeting that is open.
fn any_sealed() -> impl Strategy<Value = SnapshotId> + Clone {
    (1..3_u32).prop_map(|d| SnapshotId::meeting(day(d), ""))
}

fn any_correction() -> BoxedStrategy<Correction> {
    let slip = prop_oneof![
        (any_text(), any_text()).prop_map(|(was, now)| Slip::Text { was, now }),
        (any_party(), any_party())
            .prop_map(|(was, now)| Slip::Lead { was: vec![was], now: vec![now] }),
        any_party().prop_map(|now| Slip::Support { was: Vec::new(), now: vec![now] }),
        (any_due(), any_due()).prop_map(|(was, now)| Slip::Due { was, now }),
        (any_number(), any_number()).prop_map(|(was, now)| Slip::Value { was, now }),
        (any_text(), any_text()).prop_map(|(was, now)| Slip::Source { was, now }),
        (any_text(), any_text()).prop_map(|(was, now)| Slip::InPapers { was, now }),
        (1..3_u16, any_text(), any_text()).prop_map(|(item, was, now)| Slip::ItemInPapers {
            item,
            was,
            now
        }),
        (1..3_u16, any_text(), any_text()).prop_map(|(sitting, was, now)| Slip::Venue {
            sitting,
            was,
            now
        }),
        (1..3_u16, 0..60_u32).prop_map(|(sitting, minute)| Slip::Began {
            sitting,
            was: None,
            now: TimeOfDay::new(9, minute)
        }),
        (any_party(), option::of(0..4_usize)).prop_map(|(who, n)| Slip::Attendance {
            who,
            was: None,
            now: n.map(|n| Presence::ALL[n]),
        }),
    ];
    (any_sealed(), 1..3_u32, any::<bool>(), slip)
        .prop_map(|(of, number, whole, slip)| {
            let record = (!whole).then(|| of.record(number));
            Correction { on: day(20), record, slip, agreed: "区长".into() }
        })
        .boxed()
}

fn any_signing() -> impl Strategy<Value = Signing> + Clone {
    (any_text(), any_text()).prop_map(|(by, document)| Signing { by, on: day(20), document })
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 9, day).unwrap()
}
