//! What holds of the papers of any record.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use icalendar::{Calendar, Component as _};
use proptest::prelude::*;

use super::ledger::{Which, followed};
use super::minutes::{Known, minutes};
use super::sheet::Cell;
use super::tests::plan;
use super::{Block, Paper, bulletin, calendar, docx, ledger, markdown, notices, text, xlsx};
use crate::judge::{Grounds, Rule};
use crate::ledger::DecisionKind;
use crate::ledger::laws::{any_snapshot, any_text};
use crate::plan::plain::is_hidden;
use crate::words::Lang;

/// Whether the numbers of every level go up by one, and begin anew under what is above them.
fn counts_without_holes(paper: &Paper) -> bool {
    let mut next = [1; 4];
    paper.body.iter().all(|block| {
        let Block::Item { level, number, .. } = block else { return true };
        let at = *level as usize;
        let counts = next[at] == *number || (*level as usize == 3 && *number == 1);
        next[at] = number + 1;
        next[at + 1..].fill(1);
        counts
    })
}

proptest! {
    #[test]
    fn any_meeting_has_minutes(state in any_snapshot()) {
        let plan = plan();
        let Some(meeting) = state.meeting() else { return Ok(()) };
        for lang in [Lang::Zh, Lang::En] {
            let known = Known { plan: &plan, state: &state, lang };
            let paper = minutes(known, &[meeting]).unwrap();
            prop_assert!(counts_without_holes(&paper), "{:?}", paper.body);
            let text = text::write(&paper);
            prop_assert!(!text.chars().any(|c| c != '\n' && is_hidden(c)), "{text:?}");
            prop_assert_eq!(&minutes(known, &[meeting]).unwrap(), &paper);
            prop_assert_eq!(docx::write(&paper).unwrap(), docx::write(&paper).unwrap());
            prop_assert!(markdown::write(&paper).ends_with('\n'));
        }
    }

    #[test]
    fn what_is_for_the_minutes_is_in_them(state in any_snapshot()) {
        let plan = plan();
        let Some(meeting) = state.meeting() else { return Ok(()) };
        let known = Known { plan: &plan, state: &state, lang: Lang::Zh };
        let text = text::write(&minutes(known, &[meeting]).unwrap());
        for (id, made) in &state.ledger.decisions {
            let own = id.snapshot == meeting.id && !made.not_in_minutes && !made.pending;
            if own && made.kind != DecisionKind::Noted && !state.is_corrected(id) {
                let said = super::said::open(made.for_papers());
                prop_assert!(text.contains(&said), "{said} {text}");
            }
        }
    }

    #[test]
    fn every_paper_counts_the_same_matters(state in any_snapshot()) {
        let plan = plan();
        let rule = Rule::of(&plan);
        let today = "2023-10-05".parse().unwrap();
        let on = Grounds { plan: &plan, state: &state, rule: &rule, today };
        let count = followed(&on, Which::default()).len();
        let sheet = ledger::sheet(&on, Which::default(), Lang::Zh);
        prop_assert_eq!(sheet.rows.len(), count);
        prop_assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()));
        prop_assert!(xlsx::write(&sheet).is_ok());
        let bulletin = bulletin::paper(&on, Lang::Zh);
        prop_assert!(counts_without_holes(&bulletin));
        let all = notices::notices(&on, Which::default(), &[], Lang::Zh);
        prop_assert!(all.iter().all(|notice| counts_without_holes(&notice.paper)));
        let calendar = calendar::write(&on, Which::default(), Lang::Zh);
        prop_assert!(calendar.matches("BEGIN:VEVENT").count() <= count);
        prop_assert!(calendar.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
    }

    #[test]
    fn another_library_reads_the_cells_that_were_written(state in any_snapshot(), odd in any_text()) {
        let plan = plan();
        let rule = Rule::of(&plan);
        let today = "2023-10-05".parse().unwrap();
        let on = Grounds { plan: &plan, state: &state, rule: &rule, today };
        let mut sheet = ledger::sheet(&on, Which::default(), Lang::Zh);
        let columns = sheet.columns.len();
        let odd = super::said::clean(&odd);
        for begins in ["=", "+", "-", "@"] {
            sheet.rows.push(vec![Cell::text(format!("{begins}1+1{odd}")); columns]);
        }
        let mut book = Xlsx::new(Cursor::new(xlsx::write(&sheet).unwrap())).unwrap();
        prop_assert!(book.worksheet_formula(&sheet.name).unwrap().is_empty(), "no cell is a formula");
        let read = book.worksheet_range(&sheet.name).unwrap();
        for (row, line) in (2..).zip(sheet.lines()) {
            for (column, text) in (0..).zip(line) {
                match read.get_value((row, column)) {
                    Some(Data::String(cell)) => prop_assert_eq!(cell, &text),
                    Some(Data::Empty) | None => prop_assert_eq!("", &text),
                    other => prop_assert!(false, "{other:?} is no text"),
                }
            }
        }
    }

    #[test]
    fn another_library_reads_the_events_that_were_written(state in any_snapshot()) {
        let plan = plan();
        let rule = Rule::of(&plan);
        let today = "2023-10-05".parse().unwrap();
        let on = Grounds { plan: &plan, state: &state, rule: &rule, today };
        let text = calendar::write(&on, Which::default(), Lang::Zh);
        prop_assert!(text.is_char_boundary(0) && std::str::from_utf8(text.as_bytes()).is_ok());
        let read: Calendar = text.parse().unwrap();
        // Whether a library takes the marks before commas away or not.
        let bare = |text: &str| text.replace('\\', "");
        let told: Vec<String> = (read.components.iter())
            .filter_map(|one| one.as_event())
            .map(|event| bare(event.get_summary().unwrap_or_default()))
            .collect();
        let open = followed(&on, Which::default()).into_iter();
        let open = open.filter_map(|id| state.standing(id));
        let open = open.filter(|now| !now.is_over() && now.due.when().is_some());
        let want: Vec<String> =
            open.map(|now| bare(&super::said::clean(now.for_papers()))).collect();
        prop_assert_eq!(told, want);
    }
}
