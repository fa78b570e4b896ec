//! What a person settled of a report is said again: the bundled plan is what its report and its
//! settlings give, and a file of settlings that is damaged stops everything.

use yiding::format::ron::{Limits, read};
use yiding::plan::{FORMAT, Plan, Target};

use crate::commands::book::Book;

const REPORT: &[u8] = include_bytes!("../facts/report.txt");
const SETTLED: &[u8] = include_bytes!("../facts/report.settled.ron");

fn plan(bytes: &[u8]) -> Plan {
    read(bytes, Limits::of(FORMAT)).unwrap()
}

/// A plan without what is edited all year: what of it comes out of the report.
fn reported(mut plan: Plan) -> Plan {
    plan.headline.iter_mut().for_each(Target::forget_judging);
    for section in &mut plan.sections {
        section.weight = None;
        for task in &mut section.tasks {
            task.weight = None;
            let targets = task.measures.iter_mut().flat_map(|measure| &mut measure.targets);
            targets.for_each(Target::forget_judging);
        }
    }
    plan
}

fn with_settlings(settled: &[u8]) -> Book {
    let book = Book::plain();
    book.write("报告.txt", REPORT);
    book.write("新.settled.ron", settled);
    book
}

fn import(book: &Book) -> crate::commands::book::Ran {
    let (report, out) = (book.at("报告.txt"), book.at("新.ron"));
    book.run(&["import", report.to_str().unwrap(), "-o", out.to_str().unwrap()])
}

#[test]
fn the_bundled_plan_is_what_its_report_and_its_settlings_give() {
    let book = with_settlings(SETTLED);
    let ran = import(&book);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.said.contains("接着上次"), "{ran:?}");
    assert!(!ran.said.contains("没有用上"), "{ran:?}");
    let (made, bundled) = (plan(&book.read("新.ron")), plan(include_bytes!("../../plan.ron")));
    let (made, bundled) = (reported(made), reported(bundled));
    assert_eq!(made.guidance, bundled.guidance);
    assert_eq!(made.headline, bundled.headline);
    assert_eq!(made.sections, bundled.sections);
}

#[test]
fn without_the_settlings_it_is_another_plan() {
    let book = Book::plain();
    book.write("报告.txt", REPORT);
    assert_eq!(import(&book).code, Some(0));
    let (made, bundled) = (plan(&book.read("新.ron")), plan(include_bytes!("../../plan.ron")));
    assert_ne!(
        reported(made).headline,
        reported(bundled).headline,
        "names for columns are settled"
    );
}

#[test]
fn a_damaged_file_of_settlings_is_named_and_nothing_is_written() {
    for damage in [&b"(format: 1, steps: ["[..], b"(format: 9, steps: [])", b"(format: 1, more: 1)"]
    {
        let book = with_settlings(damage);
        let ran = import(&book);
        assert_eq!(ran.code, Some(3), "{ran:?}");
        assert!(ran.said.contains("新.settled.ron"), "{ran:?}");
        assert!(!book.at("新.ron").exists());
        assert_eq!(book.read("新.settled.ron"), damage);
    }
}

#[test]
fn settlings_of_another_report_are_left_out_and_said() {
    let book = with_settlings(SETTLED);
    let other = String::from_utf8_lossy(REPORT).replace("签约额500亿元", "签约额600亿元");
    book.write("报告.txt", format!("　{other}").as_bytes());
    let ran = import(&book);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.said.contains("没有用上"), "{ran:?}");
}

#[test]
fn the_screen_needs_a_place_for_the_plan_and_a_report_that_is_no_table() {
    let book = Book::plain();
    book.write("报告.txt", REPORT);
    let report = book.at("报告.txt");
    let ran = book.run(&["import", report.to_str().unwrap(), "--settle"]);
    assert!(ran.code == Some(2) && ran.said.contains("-o plan.ron"), "{ran:?}");
    book.write("表.csv", "方面,任务,措施\n一,二,建学校3所。\n".as_bytes());
    let (table, out) = (book.at("表.csv"), book.at("新.ron"));
    let line = ["import", table.to_str().unwrap(), "-o", out.to_str().unwrap(), "--settle"];
    let ran = book.run(&line);
    assert!(ran.code == Some(2) && ran.said.contains("请在表里改"), "{ran:?}");
}
