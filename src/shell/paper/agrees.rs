//! The bulletin against the lists and the screen: a rehearsed year of any size, on any day of it, by
//! every rule (tests).

use std::collections::BTreeMap;

use chrono::Days;
use proptest::prelude::*;

use crate::app::Session;
use crate::app::rehearse::{self, PLAN, Year, rehearsed};
use crate::judge::{Light, Rule};
use crate::papers::{bulletin, text};
use crate::words::Lang;

/// How many of each light, as a list or a screen counts them.
fn counted(lights: impl Iterator<Item = Option<Light>>) -> BTreeMap<Light, usize> {
    let mut counts = BTreeMap::new();
    for light in lights.flatten() {
        *counts.entry(light).or_insert(0) += 1;
    }
    counts
}

/// What a line of the bulletin says of each light, `逾期3件、正常2件`.
fn said(line: &str, of: &str) -> BTreeMap<Light, usize> {
    let line = line.trim_end_matches('。');
    let (_, parts) = line.split_once('：').unwrap_or_default();
    let parts = parts.split('、').filter_map(|part| {
        let part = part.strip_suffix(of)?;
        let digits = part.find(|c: char| c.is_ascii_digit())?;
        Some((Light::named(&part[..digits])?, part[digits..].parse().ok()?))
    });
    parts.collect()
}

fn agrees(session: &Session) -> Result<(), TestCaseError> {
    let text = text::write(&bulletin::paper(&session.grounds(), Lang::Zh));
    let line = |with: &str| text.lines().find(|line| line.contains(with)).unwrap_or_default();
    let targets = counted(session.verdicts.targets().values().map(|verdict| verdict.light));
    prop_assert_eq!(said(line("目标共"), "项"), targets, "{}", text);
    let open = session.index.open().iter();
    let decisions = counted(open.map(|id| session.judged(id).and_then(|verdict| verdict.light)));
    prop_assert_eq!(said(line("正在办理的事项："), "件"), decisions, "{}", text);
    prop_assert!(text.contains(session.rule.shown(Lang::Zh)), "{}", text);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn the_bulletin_counts_as_lists_and_screens_do(
        meetings in 1..5_usize,
        decisions in 0..24_usize,
        back in 0..300_u64,
    ) {
        let year = Year { meetings, decisions };
        let book = rehearse::year(rehearsed(PLAN), year, Lang::Zh);
        let mut session = book.map_err(|why| TestCaseError::fail(why.text(Lang::Zh)))?.session;
        let today = session.today.checked_sub_days(Days::new(back)).unwrap_or(session.today);
        session.set_clock(session.now, today);
        for policy in ["通用", "宣城", "银川"] {
            session.rule = Rule::named(&session.plan, policy).unwrap();
            session.judge();
            agrees(&session)?;
        }
    }
}
