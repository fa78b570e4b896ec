//! Whatever a report, a page or a file holds, it is read or refused, and no character of it is lost.

use std::io::{Cursor, Write as _};
use std::time::{Duration, Instant};

use yiding::format::source::{self, Taken};
use yiding::format::{annotated, ron, sheet};
use yiding::plan::{FORMAT, Plan};
use yiding::report::listed::{self, Listed};
use yiding::report::{self, Draft};
use yiding_fuzz::text;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::patience;

/// What must hold of any draft.
fn check(source: &str, draft: &Draft) {
    let mut at = 0;
    for span in &draft.spans {
        assert_eq!(span.at.start, at, "a gap or an overlap in {source:?}");
        assert!(source.is_char_boundary(span.at.end));
        at = span.at.end;
    }
    assert_eq!(at, source.len(), "the end of {source:?} is lost");
    for (at, row) in draft.doubts.iter().map(|doubt| (&doubt.at, doubt.row)) {
        assert!(source.get(at.clone()).is_some());
        assert!(
            row.is_none_or(|row| draft.plan.find(row).is_some()),
            "no row {row:?} in {source:?}"
        );
    }
    for goal in &draft.goals {
        assert!(source.get(goal.at.clone()).is_some() && draft.plan.find(goal.id).is_some());
    }
    assert!(draft.rejected.iter().all(|number| source.get(number.at.clone()).is_some()));
    let written = annotated::write(&draft.plan, &annotated::Notes::default()).unwrap();
    let back: Plan = ron::read(written.as_bytes(), ron::Limits::of(FORMAT)).unwrap();
    assert_eq!(back, draft.plan, "written and read it is another plan: {source:?}");
}

#[test]
fn any_text_is_a_draft_without_a_loss() {
    bolero::check!().with_type::<Vec<u8>>().with_test_time(patience()).for_each(|bytes| {
        let source = text(bytes);
        let begun = Instant::now();
        check(&source, &report::read(&source));
        assert!(begun.elapsed() < Duration::from_secs(5), "slow: {source:?}");
    });
}

#[test]
fn any_file_is_read_or_refused() {
    bolero::check!().with_type::<Vec<u8>>().with_test_time(patience()).for_each(|bytes| {
        let words = text(bytes);
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
        zip.write_all(words.as_bytes()).unwrap();
        let docx = zip.finish().unwrap().into_inner();
        for file in [bytes.as_slice(), words.as_bytes(), &docx] {
            let Ok(Taken::Source(read)) = source::read(file, None) else { continue };
            for hint in &read.hints {
                assert!(
                    read.text.get(hint.range.clone()).is_some_and(|words| !words.contains('\n'))
                );
            }
            check(&read.text, &report::read(&read.text));
        }
        let _ = source::paged(&words);
    });
}

#[test]
fn any_table_is_a_draft_without_a_loss() {
    bolero::check!().with_type::<Vec<u8>>().with_test_time(patience()).for_each(|bytes| {
        let source = format!("任务,措施,指标,数值\n{}", text(bytes));
        let Ok(sheet) = sheet::read(source.as_bytes()) else { return };
        let rows = sheet.rows.into_iter().map(|row| Listed { line: row.line, cells: row.cells });
        check(&source, &listed::read(&source, &rows.collect::<Vec<_>>()));
    });
}
