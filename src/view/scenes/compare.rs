//! The comparison: the line of meetings, the changes, the readings on their way.

use super::*;
use crate::app::compare::{Compare, End};
use crate::app::rehearsal::{lived_in_session, reported};
use crate::judge::compare::By;
use crate::words::compare::Sort;

/// The comparison as it opens.
pub(super) fn opened(session: &Session) -> Compare {
    let mut compare = Compare::new(session);
    compare.settle(session);
    compare
}

/// The comparison between two ends, the cursor on the first change of a field.
fn between_ends(session: &Session, from: &str, to: &str) -> Compare {
    let end = |name: &str| name.parse().map_or(End::Now, End::Sealed);
    let mut compare = Compare::new(session);
    compare.ends = [end(from), end(to)];
    compare.settle(session);
    compare
}

fn compared(name: &str, session: &Session, compare: Compare) -> Vec<(u16, u16)> {
    pictures(name, session, &seat(0, 0, Screen::Compare(Box::new(compare))))
}

/// The row of the first change that is said so.
fn row(session: &Session, compare: &Compare, wanted: &str) -> usize {
    let on = session.grounds();
    let said = |one| crate::judge::compare::said(one, &on, &on, Lang::Zh);
    let found = compare.listed().position(|one| {
        let said = said(one);
        format!("{} {}", said.field, said.topic).starts_with(wanted)
    });
    found.unwrap_or_else(|| panic!("no {wanted}"))
}

#[test]
fn a_light_that_changed_is_pointed_at() {
    let session = in_session();
    let mut compare = opened(&session);
    compare.cursor = row(&session, &compare, "状态 1.4");
    let focus = compared("compare_light", &session, compare);
    assert!(focus.iter().all(|(x, y)| *x == 3 && *y > 3), "{focus:?}");
}

#[test]
fn figures_stand_beside_their_pace() {
    let session = reported();
    let mut compare = between_ends(&session, "2023-05-19", "2023-09-12-interval");
    compare.cursor = row(&session, &compare, "报数 1.2/1");
    compare.moves = 1;
    compared("compare_reading", &session, compare);
}

#[test]
fn a_due_is_told_with_the_old_day_and_who_agreed() {
    let session = lived_in_session();
    let mut compare = opened(&session);
    compare.by = By::Office;
    compare.list(&session);
    compare.cursor = row(&session, &compare, "时限 2023-08-11/10");
    compared("compare_by_office", &session, compare);
}

#[test]
fn dues_alone_are_listed() {
    let session = lived_in_session();
    let mut compare = opened(&session);
    compare.sort = Some(Sort::Dues);
    compare.list(&session);
    compared("compare_dues", &session, compare);
}

#[test]
fn nothing_changed_is_said() {
    let mut session = founded(plan());
    session.today = session.plan.period.from;
    session.reindex();
    compared("compare_new_book", &session, opened(&session));
}
