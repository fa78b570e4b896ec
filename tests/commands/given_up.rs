//! A git merge that is given up after `yiding merge` had put both versions of a snapshot in place.

use crate::commands::book::Book;
use crate::commands::join::{apart_with_conflicts, pull, same, snapshots};

const TODAY: &str = "2023-09-18";

/// Whichever side has the lesser seal: the copy under the second name is theirs or ours.
#[test]
fn after_an_abort_the_book_goes_on_and_the_copy_is_named() {
    let (a, b) = apart_with_conflicts();
    for (here, there, own) in [(&a, &b, "2023-09-16"), (&b, &a, "2023-09-17")] {
        let before = snapshots(here);
        pull(here, there);
        unfinished(here);
        assert_eq!(here.run_on(TODAY, &["merge"]).code, Some(4));
        unfinished(here);
        here.git(&["merge", "--abort"]);
        assert_eq!(here.git(&["status", "--porcelain"]), "?? snapshots/2023-09-08-2.ron\n");

        let check = here.run_on(TODAY, &["check"]);
        assert_eq!(check.code, Some(1), "{check:?}");
        let says = "snapshots/2023-09-08-2.ron 是没做完又放弃的 git 合并留下的";
        assert!(check.out.contains(says) && !check.out.contains("会议线"), "{check:?}");

        goes_on(here, own);
        let now = snapshots(here);
        assert!(before.iter().all(|file| now.contains(file)), "no sealed byte changed");
    }

    // Removed as it says, all is clean; merged again, the copy is taken for what it is.
    let (clean, again) = (a.copy(), a);
    std::fs::remove_file(clean.at("snapshots/2023-09-08-2.ron")).unwrap();
    assert_eq!(clean.run_on(TODAY, &["check"]).code, Some(0));
    for book in [&clean, &again] {
        pull(book, &b);
        let joined = book.run_on(TODAY, &["merge", "--theirs", "all"]);
        assert_eq!(joined.code, Some(0), "{joined:?}");
        assert_eq!(book.run_on(TODAY, &["check"]).code, Some(0));
        assert_eq!(book.git(&["status", "--porcelain"]), "");
    }
    same(&snapshots(&clean), &snapshots(&again));
}

/// Nothing is barred, and nothing stands on the copy.
fn goes_on(here: &Book, own: &str) {
    let log = here.run_on(TODAY, &["log"]);
    assert_eq!(log.code, Some(0), "{log:?}");
    here.done_on(TODAY, &["read", "1.2/1=307", "2023-08"]);
    here.done_on(TODAY, &["seal"]);
    let sealed = String::from_utf8(here.read(&format!("snapshots/{TODAY}-interval.ron"))).unwrap();
    assert!(!sealed.contains("2023-09-08-2"), "{sealed}");
    assert!(sealed.contains(&format!("\"{own}")), "it follows its own line: {sealed}");
}

/// A merge that is not concluded is one fault, and nothing is called replaced.
fn unfinished(here: &Book) {
    let check = here.run_on(TODAY, &["check", "--format", "json"]);
    assert_eq!(check.code, Some(1), "{check:?}");
    let value: serde_json::Value = serde_json::from_str(&check.out).unwrap();
    let faults = value["faults"].as_array().unwrap();
    assert_eq!(faults.len(), 1, "{faults:#?}");
    let text = faults[0]["text"].as_str().unwrap();
    assert!(text.contains("2023-09-08.ron；请运行 yiding merge"), "{text}");
}
