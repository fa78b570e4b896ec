//! Pages of papers, as they are printed.

use super::*;
use crate::app::preview::{Kind, Preview};

fn shown(paper: Kind, cursor: usize) -> Screen {
    Screen::Preview(Preview { paper, cursor, ..Preview::new(Lang::Zh) })
}

#[test]
fn minutes_stand_on_their_pages() {
    let session = in_session();
    pictures("preview_last", &session, &seat(0, 0, shown(Kind::Minutes, usize::MAX)));
}

#[test]
fn the_line_with_the_cursor_shows_its_record() {
    let session = in_session();
    let preview = Preview::new(Lang::Zh);
    let laid = preview.laid(&session).unwrap();
    let line = (0..laid.count()).find(|line| laid.record(*line).is_some()).unwrap();
    pictures("preview_record", &session, &seat(0, 0, shown(Kind::Minutes, line)));
}

#[test]
fn other_papers_have_pages_too() {
    let session = in_session();
    pictures("preview_decisions", &session, &seat(0, 0, shown(Kind::Decisions, 0)));
    pictures("preview_none", &founded(plan()), &seat(0, 0, shown(Kind::Notices, 0)));
}
