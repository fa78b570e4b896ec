//! What holds of any joining.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;

use super::tests::{after, base, id, joined, line, meeting, record, sealed};
use super::*;
use crate::ledger::laws::{any_edits, decided, step};
use crate::ledger::{Disputed, Due, Followup, Interval};

/// A line of a meeting of the 15th that two desks both held, with whatever edits fit it, and an
/// interval behind it.
fn any_line() -> impl Strategy<Value = Vec<Link>> {
    (any_edits(), any::<bool>(), vec(0..6_usize, 0..4), 20..28_u32).prop_map(
        |(edits, same_day, happened, day)| {
            let before = after(&base(), "2023-09-16-interval");
            let before = sealed(before);
            let name = if same_day { "2023-09-17".to_owned() } else { format!("2023-09-{day}") };
            let mut open = meeting(&before, &name, 5);
            for edit in edits {
                // The edits are of a meeting of the 15th; here they are this meeting's.
                let names: Names = [(id("2023-09-15"), id(&name))].into_iter().collect();
                let mut own = decided(0);
                if own.apply(&edit).is_ok() {
                    let own = own.renamed(&names);
                    for edit in own.additions() {
                        let _ = open.apply(&edit);
                    }
                }
            }
            let kinds = [
                "办结",
                "延期 2023-10-31",
                "延期 2023-11-30",
                "换牵头 住建局",
                "废止",
                "反馈：八成",
            ];
            let of: &mut Table<RecordId, Followup> =
                open.ledger.followups.entry(record("2023-09-15/1")).or_default();
            for (number, kind) in (100..).zip(happened) {
                of.insert(id(&name).record(number), step(kinds[kind]));
            }
            if of.is_empty() {
                open.ledger.followups.remove(&record("2023-09-15/1"));
            }
            let held = sealed(open);
            let last = after(&held, &format!("2023-09-{}-interval", day + 1));
            vec![before, held.clone(), sealed(last)]
        },
    )
}

/// Every record of a ledger by its id.
fn records(snapshot: &Snapshot) -> BTreeMap<Option<RecordId>, Edit> {
    let snapshots = snapshot.meetings.iter().map(|(id, _)| id.clone()).chain([snapshot.id()]);
    let mut all = BTreeMap::new();
    for id in snapshots {
        let mut of = snapshot.clone();
        of.kind = Held::Interval(Interval::new(id));
        for edit in of.additions() {
            all.insert(edit.record().cloned(), edit);
        }
    }
    all
}

proptest! {
    #[test]
    fn from_either_side_the_same_comes_out(a in any_line(), b in any_line()) {
        prop_assume!(a != b);
        let (one, other) = (joined(&a, &b), joined(&b, &a));
        prop_assert_eq!(&one.open, &other.open);
        prop_assert_eq!(&one.renamed, &other.renamed);
        prop_assert_eq!(&one.combined, &other.combined);
        prop_assert_eq!(one.conflicts.len(), other.conflicts.len());
        for (one, other) in one.conflicts.iter().zip(&other.conflicts) {
            prop_assert_eq!(&one.of, &other.of);
            prop_assert_eq!((&one.ours, &one.theirs), (&other.theirs, &other.ours));
        }
    }

    /// No record is lost, and none is changed: each line's records are there under the names of the
    /// joining, and there are no others.
    #[test]
    fn every_record_of_both_lines_is_there_as_it_was(a in any_line(), b in any_line()) {
        prop_assume!(a != b);
        let both = joined(&a, &b);
        let mut all = records(&both.open);
        for line in [&a, &b] {
            let chain = self::line(line).whole();
            let names = Names::between(&chain, &both.open.meetings);
            let head = line.last().unwrap().snapshot.clone().renamed(&names);
            for (record, said) in records(&head) {
                prop_assert_eq!(all.get(&record), Some(&said));
            }
        }
        for line in [&a, &b] {
            let names = Names::between(&self::line(line).whole(), &both.open.meetings);
            for record in records(&line.last().unwrap().snapshot.clone().renamed(&names)).keys() {
                all.remove(record);
            }
        }
        prop_assert!(all.is_empty(), "{all:?}");
    }

    /// What only one line touched reads as that line reads it, unless a conflict says otherwise.
    #[test]
    fn nothing_is_changed_in_silence(a in any_line(), b in any_line()) {
        prop_assume!(a != b);
        let both = joined(&a, &b);
        let one = record("2023-09-15/1");
        let heads = [&a, &b].map(|line| &line.last().unwrap().snapshot);
        let [ours, theirs] = heads.map(|head| head.standing(&one).unwrap());
        let now = both.open.standing(&one).unwrap();
        let was = base().snapshot.standing(&one).unwrap();
        let disputed = |of: Disputed| both.conflicts.iter().any(|conflict| conflict.of == of);
        let side = |due: &Due| *due == ours.due || *due == theirs.due;
        prop_assert!(side(&now.due));
        if !disputed(Disputed::Due(one.clone())) && ours.due != was.due && theirs.due != was.due {
            prop_assert_eq!(&ours.due, &theirs.due);
        }
        if !disputed(Disputed::Stage(one.clone())) {
            let over = ours.is_over() || theirs.is_over();
            prop_assert_eq!(now.is_over(), over);
        }
    }
}
