//! Two small lines, told apart and joined: what is in conflict, and what a choice makes of it.

use super::*;
use crate::ledger::laws::{decided, step};
use crate::ledger::merge::settle::Settling;
use crate::ledger::{
    Assignment, Correction, Decision, Disputed, Interval, Light, LightSet, Reading, Signing, Slip,
    Stage,
};
use crate::plan::{Party, Row};

const DIGEST: &str = "rehearsal sha256:0";

/// A seal that stands for what a snapshot says.
pub(super) fn sealed(snapshot: Snapshot) -> Link {
    let text = format!("{snapshot:?}");
    let sum = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    });
    let seal = format!("sha256:{sum:016x}{sum:016x}{sum:016x}{sum:016x}").parse().unwrap();
    Link { snapshot, seal }
}

/// What both lines stand on: a meeting of 2023-09-15 with three decisions.
pub(super) fn base() -> Link {
    sealed(decided(3))
}

pub(super) fn id(text: &str) -> SnapshotId {
    text.parse().unwrap()
}

pub(super) fn record(text: &str) -> RecordId {
    text.parse().unwrap()
}

/// An interval after a snapshot.
pub(super) fn after(link: &Link, name: &str) -> Snapshot {
    link.snapshot.following(link.seal.clone(), Held::Interval(Interval::new(id(name))), DIGEST)
}

/// A meeting after a snapshot.
pub(super) fn meeting(link: &Link, name: &str, number: u32) -> Snapshot {
    let mut meeting = decided(0).meeting().unwrap().clone();
    (meeting.id, meeting.number) = (id(name), number);
    link.snapshot.following(link.seal.clone(), Held::Meeting(meeting), DIGEST)
}

pub(super) fn line(links: &[Link]) -> Line {
    let (head, apart) = links.split_last().unwrap();
    Line { head: head.clone(), apart: apart.to_vec() }
}

pub(super) fn joined(ours: &[Link], theirs: &[Link]) -> Joined {
    let joint = Joint { id: id("2023-10-01-join"), plan: DIGEST };
    join(&line(ours), &line(theirs), joint).unwrap()
}

/// A line that ends with an interval in which these steps befell the first decision.
fn steps(name: &str, steps: &[&str]) -> Vec<Link> {
    changed(name, |open| {
        let of = open.ledger.followups.entry(record("2023-09-15/1")).or_default();
        for (number, text) in (1..).zip(steps) {
            of.insert(id(name).record(number), step(text));
        }
    })
}

fn changed(name: &str, change: impl FnOnce(&mut Snapshot)) -> Vec<Link> {
    let mut open = after(&base(), name);
    change(&mut open);
    vec![sealed(open)]
}

fn row(place: &str) -> Row {
    Row { place: place.parse().unwrap(), title: String::new() }
}

fn outside(name: &str) -> Vec<Party> {
    vec![Party::Outside(name.into())]
}

const A: &str = "2023-09-20-interval";
const B: &str = "2023-09-22-interval";

/// What is in conflict between two lines of steps.
fn disputes(a: &[&str], b: &[&str]) -> Vec<Disputed> {
    let all = joined(&steps(A, a), &steps(B, b)).conflicts;
    all.into_iter().map(|conflict| conflict.of).collect()
}

#[test]
fn one_field_with_two_new_values_is_a_conflict_and_nothing_else_is() {
    let one = || record("2023-09-15/1");
    let due = vec![Disputed::Due(one())];
    let stage = vec![Disputed::Stage(one())];
    for (a, b, expect) in [
        (&["延期 2023-10-31"][..], &["延期 2023-11-30"][..], due.clone()),
        (&["延期 2023-10-31"], &["延期 2023-10-31"], vec![]),
        (&["延期 2023-10-31"], &["换牵头 住建局"], vec![]),
        (&["换牵头 住建局"], &["换牵头 投促局"], vec![Disputed::Lead(one())]),
        (&["改文字 甲"], &["改文字 乙"], vec![Disputed::Wording(one())]),
        (&["办结"], &["延期 2023-10-31"], stage.clone()),
        (&["延期 2023-10-31"], &["废止"], stage.clone()),
        (&["办结"], &["废止"], stage.clone()),
        (&["办结"], &["代替"], stage),
        (&["办结"], &["办结", "销号"], vec![]),
        (&["办结"], &["反馈：八成"], vec![]),
        (&["交办"], &["审核", "反馈：八成"], vec![]),
    ] {
        assert_eq!(disputes(a, b), expect, "{a:?} {b:?}");
        assert_eq!(disputes(b, a), expect, "{b:?} {a:?}");
    }
}

#[test]
fn a_report_behind_an_end_does_not_open_it_again() {
    let all = joined(&steps(A, &["办结"]), &steps(B, &["反馈：八成"])).open;
    let standing = all.standing(&record("2023-09-15/1")).unwrap();
    assert_eq!((standing.stage, standing.feedback.is_some()), (Stage::Done, true));
    assert_eq!(all.stage(&record("2023-09-15/1")), Some(Stage::Done));
}

#[test]
fn rows_facts_and_figures_conflict_by_their_values() {
    let assign = |name: &'static str, who: &'static str| {
        changed(name, |open| {
            let assignment =
                Assignment { lead: outside(who), ..Assignment::since(day("2023-09-20")) };
            let of = open.ledger.assignments.entry(row("1.4")).or_default();
            of.insert(id(name).record(1), assignment);
        })
    };
    let light = |name: &'static str, light| {
        changed(name, |open| {
            let (reason, agreed) = (name.to_owned(), String::new());
            let set = LightSet { light, reason, agreed, on: day("2023-09-20"), pinned: false };
            let of = open.ledger.lights.entry(row("1.4")).or_default();
            of.insert(id(name).record(1), set);
        })
    };
    let figure = |name: &'static str, value: &'static str| {
        changed(name, |open| {
            let reading = Reading {
                period: "2023-01..2023-08".parse().unwrap(),
                value: value.parse().unwrap(),
                written: String::new(),
                entered: day("2023-09-20"),
                from: None,
                source: String::new(),
                preliminary: false,
                revises: None,
                reason: String::new(),
                done: Vec::new(),
            };
            let of = open.ledger.readings.entry(row("1.2/1")).or_default();
            of.insert(id(name).record(1), reading);
        })
    };
    for (a, b, expect) in [
        (assign(A, "甲局"), assign(B, "乙局"), 1),
        (assign(A, "甲局"), assign(B, "甲局"), 0),
        (light(A, Some(Light::Behind)), light(B, None), 1),
        (light(A, Some(Light::Behind)), light(B, Some(Light::Behind)), 0),
        (figure(A, "305"), figure(B, "306"), 1),
        (figure(A, "305"), figure(B, "305"), 0),
    ] {
        let both = joined(&a, &b);
        assert_eq!(both.conflicts.len(), expect, "{:?}", both.conflicts);
    }
}

#[test]
fn corrections_and_signatures_conflict_by_what_they_say() {
    let chair = |name: &'static str, who: &'static str| {
        changed(name, |open| {
            let slip = Slip::Chair { sitting: 1, was: String::new(), now: who.into() };
            let one =
                Correction { on: day("2023-09-20"), record: None, slip, agreed: "区长".into() };
            let of = open.ledger.corrections.entry(id("2023-09-15")).or_default();
            of.insert(id(name).record(1), one);
        })
    };
    let sign = |name: &'static str, document: &'static str| {
        changed(name, |open| {
            let signing =
                Signing { by: "区长".into(), on: day("2023-09-20"), document: document.into() };
            let of = open.ledger.signings.entry(id("2023-09-15")).or_default();
            of.insert(id(name).record(1), signing);
        })
    };
    for (a, b, expect) in [
        (chair(A, "区长"), chair(B, "常务副区长"), 1),
        (chair(A, "区长"), chair(B, "区长"), 0),
        (sign(A, "1号"), sign(B, "2号"), 1),
        (sign(A, "1号"), sign(B, "1号"), 0),
        (sign(A, "1号"), chair(B, "区长"), 0),
    ] {
        let both = joined(&a, &b);
        assert_eq!(both.conflicts.len(), expect, "{:?}", both.conflicts);
    }
}

#[test]
fn two_assignments_of_one_row_by_different_fields_say_both() {
    let with = |name: &'static str, change: fn(&mut Assignment)| {
        changed(name, |open| {
            let mut assignment = Assignment::since(day("2023-09-20"));
            change(&mut assignment);
            let of = open.ledger.assignments.entry(row("1.4")).or_default();
            of.insert(id(name).record(1), assignment);
        })
    };
    let a = with(A, |assignment| assignment.lead = outside("甲局"));
    let b = with(B, |assignment| assignment.sponsor = "副区长".into());
    let both = joined(&a, &b);
    assert_eq!(both.conflicts, []);
    let mut open = both.open.clone();
    both.combined.iter().for_each(|edit| open.apply(edit).unwrap());
    let now = open.assignment("1.4".parse().unwrap()).unwrap();
    assert_eq!((now.lead.clone(), now.sponsor.as_str()), (outside("甲局"), "副区长"));
    assert_eq!(joined(&b, &a).combined, both.combined);
}

#[test]
fn of_two_meetings_of_one_day_the_greater_seal_is_filed_anew_and_numbers_follow_the_days() {
    let held = |day: &str, number, text: &str| {
        let mut open = meeting(&base(), day, number);
        let decision = Decision { text: text.into(), ..Decision::default() };
        open.ledger.decisions.insert(id(day).record(1), decision);
        sealed(open)
    };
    let (a, b) = (held("2023-09-28", 5, "甲"), held("2023-09-28", 5, "乙"));
    let next = sealed(meeting(&b, "2023-09-29", 6));
    let both = joined(std::slice::from_ref(&a), &[b.clone(), next.clone()]);
    let (first, second) = if a.seal < b.seal { (&a, &b) } else { (&b, &a) };
    let renamed =
        Renamed { from: id("2023-09-28"), to: id("2023-09-28-2"), seal: second.seal.clone() };
    assert_eq!(both.renamed, [renamed]);
    let text = |record: &str| both.open.ledger.decisions[&self::record(record)].text.clone();
    let said = |link: &Link| link.snapshot.ledger.decisions[&record("2023-09-28/1")].text.clone();
    assert_eq!(text("2023-09-28/1"), said(first));
    assert_eq!(text("2023-09-28-2/1"), said(second));
    let numbers = |name: &str| both.open.ledger.numbers.get(&id(name)).copied();
    assert_eq!(numbers("2023-09-28"), Some(5));
    assert_eq!(numbers("2023-09-28-2"), Some(6));
    assert_eq!(numbers("2023-09-29"), Some(7));
    let joining = both.open.joining().unwrap();
    assert_eq!(joining.renamed.get(&id("2023-09-28-2")), Some(&id("2023-09-28")));
    // The joining stands on both, each under its seal.
    assert_eq!(both.open.meetings.seal(&id("2023-09-28")), Some(&first.seal));
    assert_eq!(both.open.meetings.seal(&id("2023-09-28-2")), Some(&second.seal));
    let other = joined(&[b.clone(), next], std::slice::from_ref(&a));
    assert_eq!(other.open, both.open);
    // Whoever reads a file of the second line reads it under the names of the joining.
    let names = Names::between(&other_chain(second), &both.open.meetings);
    assert_eq!(names.id(&id("2023-09-28")), id("2023-09-28-2"));
}

fn other_chain(link: &Link) -> Chain {
    line(std::slice::from_ref(link)).whole()
}

#[test]
fn a_line_that_goes_on_after_a_joining_is_joined_again_under_the_same_names() {
    let held = |text: &str| {
        let mut open = meeting(&base(), "2023-09-28", 5);
        let decision = Decision { text: text.into(), ..Decision::default() };
        open.ledger.decisions.insert(id("2023-09-28").record(1), decision);
        sealed(open)
    };
    let (a, b) = (held("甲"), held("乙"));
    let (lesser, greater) = if a.seal < b.seal { (a, b) } else { (b, a) };
    let first = sealed(joined(&[lesser], std::slice::from_ref(&greater)).open);
    let on = sealed(after(&greater, "2023-10-02-interval"));
    let joint = Joint { id: id("2023-10-03-join"), plan: DIGEST };
    let again = join(&line(&[first]), &line(&[greater, on.clone()]), joint).unwrap();
    assert_eq!(again.renamed, []);
    assert_eq!(again.open.meetings.seal(&id("2023-10-02-interval")), Some(&on.seal));
    assert!(again.open.ledger.decisions.contains_key(&record("2023-09-28-2/1")));
}

#[test]
fn a_line_joined_with_itself_or_its_ancestor_is_that_line() {
    let (base, later) = (base(), steps(A, &["办结"]));
    let joint = || Joint { id: id("2023-10-01-join"), plan: DIGEST };
    for (a, b) in [(&later, &later), (&later, &vec![base.clone()]), (&vec![base], &later)] {
        assert_eq!(join(&line(a), &line(b), joint()), Err(Unjoined::Included));
    }
    let mut strange = steps(B, &[]);
    strange[0].snapshot.plan = "other sha256:0".into();
    assert!(matches!(join(&line(&later), &line(&strange), joint()), Err(Unjoined::OtherPlan(..))));
}

#[test]
fn a_record_that_both_have_and_that_differs_is_named() {
    let mut strange = steps(B, &[]);
    let id = record("2023-09-15/2");
    strange[0].snapshot.ledger.decisions.get_mut(&id).unwrap().text = "改过".into();
    let joint = Joint { id: self::id("2023-10-01-join"), plan: DIGEST };
    let answer = join(&line(&steps(A, &[])), &line(&strange), joint);
    assert_eq!(answer, Err(Unjoined::Rewritten(id)));
}

/// Settles the only conflict of two lines, and gives the joining.
fn settled(a: &[&str], b: &[&str], choices: &[Choice]) -> Snapshot {
    let both = joined(&steps(A, a), &steps(B, b));
    let [conflict] = both.conflicts.as_slice() else { panic!("{:?}", both.conflicts) };
    let mut open = both.open.clone();
    let mut next = open.id().record(1);
    for choice in choices {
        let how = Settling { number: 1, next: &next, on: day("2023-10-01"), note: "合并" };
        for edit in conflict.settle(&open, choice, how) {
            open.apply(&edit).unwrap();
        }
        next.number += 5;
    }
    open
}

#[test]
fn a_choice_holds_whatever_was_chosen_before() {
    let one = record("2023-09-15/1");
    let due =
        |open: &Snapshot| open.standing(&one).unwrap().due.when().map(|when| when.to_string());
    let (a, b) = (&["延期 2023-10-31"][..], &["延期 2023-11-30"][..]);
    let other = Choice::Other(Box::new(Said::Step(step("延期 2023-12-15"))));
    for (choices, expect) in [
        (&[Choice::Ours][..], "2023-10-31"),
        (&[Choice::Theirs], "2023-11-30"),
        (&[Choice::Both], "2023-11-30"),
        (std::slice::from_ref(&other), "2023-12-15"),
        (&[Choice::Ours, Choice::Theirs], "2023-11-30"),
        (&[Choice::Ours, Choice::Both, Choice::Ours], "2023-10-31"),
        (&[other.clone(), Choice::Ours, Choice::Both], "2023-11-30"),
    ] {
        let open = settled(a, b, choices);
        assert_eq!(due(&open).as_deref(), Some(expect), "{choices:?}");
        let settled = &open.joining().unwrap().settled[&1];
        let own: Vec<RecordId> =
            open.additions().iter().filter_map(|edit| edit.record().cloned()).collect();
        assert_eq!(settled.records, own, "{choices:?}");
    }
    for (a, b, choice, over) in [
        (&["办结"][..], &["延期 2023-10-31"][..], Choice::Ours, true),
        (&["办结"], &["延期 2023-10-31"], Choice::Theirs, false),
        (&["延期 2023-10-31"], &["办结"], Choice::Ours, false),
        (&["延期 2023-10-31"], &["办结"], Choice::Theirs, true),
    ] {
        let open = settled(a, b, std::slice::from_ref(&choice));
        assert_eq!(open.is_over(&one), over, "{a:?} {b:?} {choice:?}");
    }
    let dropped = settled(&["办结"], &["废止"], &[Choice::Theirs]);
    assert_eq!(dropped.stage(&one), Some(Stage::Dropped));
    let replaced = settled(&["办结"], &["代替"], &[Choice::Theirs]);
    assert_eq!(replaced.standing(&one).unwrap().superseded_by, Some(record("2023-09-15/2")));
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}
