//! Whatever a report, a page or a file holds, it is read or refused, and no character of it is lost.

use std::io::{Cursor, Write as _};
use std::time::{Duration, Instant};

use yiding::format::source::{self, Taken};
use yiding::format::{annotated, ron, sheet};
use yiding::plan::{FORMAT, Plan};
use yiding::report::hint::{Form, Hint};
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

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, words) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(words.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A text in which any two lines may be headings and any words bold, however little sense it makes.
#[test]
fn any_form_is_a_draft_without_a_loss() {
    bolero::check!().with_type::<(Vec<u8>, Vec<u8>)>().with_test_time(patience()).for_each(
        |(bytes, forms)| {
            let source = text(bytes);
            let mut hints = Vec::new();
            let mut at = 0;
            for (line, form) in source.split_inclusive('\n').zip(forms.iter().cycle()) {
                let words = line.trim_end_matches('\n');
                let range = at..at + words.len();
                at += line.len();
                let what = match form % 6 {
                    level @ 1..=3 => Form::Heading(level),
                    4 => Form::Strong,
                    5 => Form::Item,
                    _ => continue,
                };
                let half = words.char_indices().nth(words.chars().count() / 2);
                let end = half.map_or(range.end, |(half, _)| range.start + half);
                let range = if what == Form::Strong { range.start..end } else { range };
                if !range.is_empty() {
                    hints.push(Hint { range, what });
                }
            }
            check(&source, &report::read_formed(&source, &hints));
        },
    );
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
        let docx = zipped(&[("word/document.xml", &words)]);
        let sheet = format!("<worksheet><sheetData>{words}</sheetData></worksheet>");
        let xlsx = zipped(&[
            (
                "xl/workbook.xml",
                "<workbook><sheets><sheet name=\"a\" r:id=\"r\"/></sheets></workbook>",
            ),
            ("xl/_rels/workbook.xml.rels", "<R><R Id=\"r\" Target=\"s.xml\"/></R>"),
            ("xl/sharedStrings.xml", &words),
            ("xl/s.xml", &sheet),
        ]);
        for file in [bytes.as_slice(), words.as_bytes(), &docx, &xlsx] {
            let Ok(Taken::Source(read)) = source::read(file, None) else { continue };
            for hint in &read.hints {
                assert!(
                    read.text.get(hint.range.clone()).is_some_and(|words| !words.contains('\n'))
                );
            }
            check(&read.text, &report::read_formed(&read.text, &read.hints));
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
