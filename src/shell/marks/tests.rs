//! Marks of several reviewers, under keys and under names, whole and torn.

use super::*;
use crate::ledger::Remark;

fn site() -> (tempfile::TempDir, Site) {
    let temp = tempfile::tempdir().unwrap();
    fs::create_dir(temp.path().join("snapshots")).unwrap();
    fs::write(temp.path().join("plan.ron"), "").unwrap();
    let site = Site::find(temp.path()).unwrap();
    site.make_state().unwrap();
    make(&site);
    (temp, site)
}

const KEY: &str = "SHA256:jMZ+x/ufM6ZVqxLkJLLc+OBbxIT0RT2BHVuQFa9kmbc";

fn inspector() -> Reviewer {
    Reviewer::of_key("督查室", KEY)
}

fn jotting(minute: u32, what: Jot) -> Jotting {
    let at = format!("2023-09-15T14:{minute:02}:00+08:00").parse().unwrap();
    Jotting { at, what }
}

#[test]
fn a_reviewer_is_known_by_the_visits_to_all_meetings_together() {
    let (_temp, site) = site();
    for (open, at) in [("2023-08-11", 1), ("2023-09-15", 2), ("2023-09-15", 3)] {
        write(&site, &open.parse().unwrap(), &inspector(), &jotting(at, Jot::Came)).unwrap();
    }
    assert_eq!(last_visit(&site, &inspector()).unwrap().came, 3);
}

#[test]
fn what_one_reviewer_leaves_others_read() {
    let (_temp, site) = site();
    let open: SnapshotId = "2023-09-15".parse().unwrap();
    let about = || About::Decision("2023-09-15/1".parse().unwrap());
    let mut marks = Marks::default();
    assert!(marks.refresh(&site, &open), "another folder");
    assert!(!marks.refresh(&site, &open));
    let said = Jot::Said(about(), "何时开工\u{1b}[2J\n".into());
    write(&site, &open, &inspector(), &jotting(20, Jot::Seen(about()))).unwrap();
    write(&site, &open, &inspector(), &jotting(31, said)).unwrap();
    write(&site, &open, &Reviewer::named("../../etc"), &jotting(22, Jot::Came)).unwrap();
    assert!(marks.refresh(&site, &open));
    let all = marks.marks();
    assert_eq!(all.len(), 2);
    assert_eq!((all[0].by.as_str(), &all[0].remark), ("督查室", &Remark::Seen));
    assert_eq!(marks.readers().len(), 2);
    let last = last_visit(&site, &inspector()).unwrap();
    assert_eq!(last.at.format("%H:%M").to_string(), "14:31");
    assert_eq!((last.on, last.saw, last.came), (open.clone(), None, 0));
    assert_eq!(last_visit(&site, &Reviewer::named("政研室")), None);
    for entry in fs::read_dir(site.marks_on(&open)).unwrap() {
        let entry = entry.unwrap();
        assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o7777, FILE_MODE);
        // Whoever tears a line harms nobody else.
        let mut file = OpenOptions::new().append(true).open(entry.path()).unwrap();
        file.write_all(b"(at: \"\xff").unwrap();
    }
    let mode = fs::metadata(site.marks_on(&open)).unwrap().permissions().mode();
    assert_eq!(mode & 0o7777, FOLDER_MODE);
    assert!(marks.refresh(&site, &open));
    assert_eq!(marks.marks(), all);
}

#[test]
fn a_draft_is_its_owners_alone() {
    let (_temp, site) = site();
    let about = About::Decision("2023-09-15/1".parse().unwrap());
    let draft = vec![(about, "医院立项批了没有".to_owned())];
    keep_drafts(&site, &inspector(), &draft).unwrap();
    assert_eq!(drafts(&site, &inspector()), draft);
    assert_eq!(drafts(&site, &Reviewer::named("政研室")), []);
    let file = fs::read_dir(site.marks()).unwrap().next().unwrap().unwrap();
    assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    keep_drafts(&site, &inspector(), &[]).unwrap();
    keep_drafts(&site, &inspector(), &[]).unwrap();
    assert_eq!(drafts(&site, &inspector()), []);
}

#[test]
fn what_was_left_under_a_name_goes_on_under_the_key() {
    let (_temp, site) = site();
    let open: SnapshotId = "2023-09-15".parse().unwrap();
    let about = || About::Decision("2023-09-15/1".parse().unwrap());
    let before = Reviewer::named("督查室");
    write(&site, &open, &before, &jotting(20, Jot::Seen(about()))).unwrap();
    keep_drafts(&site, &before, &[(about(), "第三批".to_owned())]).unwrap();
    assert_eq!(drafts(&site, &inspector()).len(), 1);
    assert_eq!(last_visit(&site, &inspector()).unwrap().at.format("%H:%M").to_string(), "14:20");
    write(&site, &open, &inspector(), &jotting(21, Jot::Unseen(about()))).unwrap();
    keep_drafts(&site, &inspector(), &[]).unwrap();
    assert_eq!(drafts(&site, &before), [], "it was sent");
    let mut marks = Marks::default();
    marks.refresh(&site, &open);
    assert_eq!(marks.marks(), [], "one reviewer with two files");
    assert_eq!(marks.readers(), [Reader { name: "督查室".into(), here: false }]);
    let path = path(&site, &open, &inspector());
    assert_eq!(path.file_stem().unwrap().to_str(), Some(inspector().file().as_str()));
}

#[test]
fn a_key_keeps_its_file_under_another_name() {
    let (_temp, site) = site();
    let open: SnapshotId = "2023-09-15".parse().unwrap();
    let about = || About::Decision("2023-09-15/1".parse().unwrap());
    write(&site, &open, &inspector(), &jotting(20, Jot::Seen(about()))).unwrap();
    let renamed = Reviewer::of_key("督查一室", KEY);
    write(&site, &open, &renamed, &jotting(21, Jot::Came)).unwrap();
    let mut marks = Marks::default();
    marks.refresh(&site, &open);
    assert_eq!(marks.marks()[0].by, "督查一室");
    assert_eq!(marks.readers().len(), 1);
}

#[test]
fn who_sits_here_is_seen_until_they_leave() {
    let (_temp, site) = site();
    let open: SnapshotId = "2023-09-15".parse().unwrap();
    let at = jotting(20, Jot::Came).at;
    let mut marks = Marks::default();
    let first = sit(&site, &open, &inspector(), at).unwrap();
    let second = sit(&site, &open, &inspector(), at).unwrap();
    assert!(marks.refresh(&site, &open));
    assert_eq!(marks.readers(), [Reader { name: "督查室".into(), here: true }]);
    drop(first);
    assert!(!marks.refresh(&site, &open), "the other seat is still there");
    drop(second);
    assert!(marks.refresh(&site, &open));
    assert!(!marks.readers()[0].here);
}
