//! Scenes on a real file system: what a person, a tool or another desk may do to a journal that is
//! open.

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;

use super::*;
use crate::shell::disk::Real;

struct Book {
    _temp: tempfile::TempDir,
    home: Home,
}

fn book() -> Book {
    let temp = tempfile::tempdir().unwrap();
    let home = Home::new(temp.path(), "yiding/open/2023-09-15");
    Book { _temp: temp, home }
}

impl Book {
    fn begin(&self) -> Journal<Real> {
        Journal::open_new(Real, self.home.clone(), "(meeting: \"2023-09-15\")").unwrap()
    }

    fn payloads(&self) -> Vec<String> {
        let found = read(&Real, self.home.path()).unwrap().recovered;
        assert!(found.damage.is_empty(), "{:?}", found.damage);
        found.records.iter().map(|r| r.payload().to_owned()).collect()
    }

    fn files(&self) -> Vec<String> {
        let dir = Real.open_dir(self.home.path()).unwrap();
        Real.names(&dir).unwrap()
    }

    fn resume(&self) -> Journal<Real> {
        let kept = read(&Real, self.home.path()).unwrap();
        Journal::resume(Real, self.home.clone(), kept).unwrap()
    }
}

#[test]
fn a_record_is_one_line_of_one_file_that_strangers_cannot_read() {
    let book = book();
    let mut journal = book.begin();
    assert_eq!(journal.append("one").unwrap(), Saved { seq: 1, rewritten: None });
    assert_eq!(journal.append("two").unwrap().seq, 2);
    assert_eq!(journal.unsaved(), 0);
    assert_eq!(journal.records().count(), 2);
    let path = book.home.file("000001.jnl");
    let text = fs::read_to_string(&path).unwrap();
    let ends: Vec<&str> = text.lines().map(|line| &line[16..]).collect();
    assert_eq!(ends, ["(meeting: \"2023-09-15\")", "one", "two"]);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o7777;
    assert_eq!((mode(&path), mode(book.home.path())), (0o640, 0o750));
    assert!(journal.reserve_left().is_some_and(|left| left > RESERVE_LOW));
}

const RESERVE_LOW: u64 = 1 << 18;

#[test]
fn a_second_journal_in_one_folder_is_refused() {
    let book = book();
    book.begin();
    let again = Journal::open_new(Real, book.home.clone(), "other");
    assert_eq!(again.err(), Some(NotOpened::Taken(book.home.path().to_owned())));
}

#[test]
fn a_folder_that_died_before_its_first_line_was_whole_can_begin_again() {
    let book = book();
    home::make(&Real, &book.home).unwrap();
    fs::write(book.home.file("000001.jnl"), "000000 12").unwrap();
    book.begin().append("one").unwrap();
    assert_eq!(book.payloads(), ["one"]);
}

#[test]
fn going_on_writes_nothing_until_there_is_something_to_save() {
    let book = book();
    book.begin().append("one").unwrap();
    let mut journal = book.resume();
    assert_eq!(book.files(), ["000001.jnl"]);
    assert_eq!(journal.append("two").unwrap(), Saved { seq: 2, rewritten: None });
    assert_eq!(book.files(), ["000002.jnl"], "the old file said nothing else");
    journal.append("three").unwrap();
    assert_eq!(book.payloads(), ["one", "two", "three"]);
}

#[test]
fn a_file_with_an_unfinished_line_is_left_as_it_is() {
    let book = book();
    book.begin().append("one").unwrap();
    let path = book.home.file("000001.jnl");
    let mut file = fs::OpenOptions::new().append(true).open(&path).unwrap();
    file.write_all(b"000002 00").unwrap();
    let kept = read(&Real, book.home.path()).unwrap();
    assert_eq!(kept.recovered.torn.as_ref().unwrap().bytes, b"000002 00");
    book.resume().append("two").unwrap();
    assert_eq!(book.files(), ["000001.jnl", "000002.jnl"]);
    assert!(fs::read_to_string(&path).unwrap().ends_with("000002 00"));
    let found = read(&Real, book.home.path()).unwrap().recovered;
    assert_eq!((found.torn, found.damage), (None, vec![]));
}

#[test]
fn a_journal_that_was_deleted_is_written_again_from_memory_and_told() {
    let book = book();
    let mut journal = book.begin();
    journal.append("one").unwrap();
    let path = book.home.file("000001.jnl");
    fs::remove_file(&path).unwrap();
    assert_eq!(journal.append("two").unwrap().rewritten, Some(Rewritten::Gone(path)));
    assert_eq!(book.payloads(), ["one", "two"]);

    fs::remove_dir_all(book.home.path().ancestors().nth(2).unwrap()).unwrap();
    let saved = journal.append("three").unwrap();
    assert_eq!(saved.rewritten, Some(Rewritten::Gone(book.home.file("000002.jnl"))));
    assert_eq!(book.payloads(), ["one", "two", "three"]);
    assert_eq!(journal.append("four").unwrap().rewritten, None);
}

#[test]
fn a_folder_that_was_moved_away_is_made_again() {
    let book = book();
    let mut journal = book.begin();
    journal.append("one").unwrap();
    fs::rename(book.home.path(), book.home.path().with_extension("old")).unwrap();
    assert!(journal.append("two").unwrap().rewritten.is_some());
    assert_eq!(book.payloads(), ["one", "two"]);
}

#[test]
fn a_file_that_was_cut_is_written_again() {
    let book = book();
    let mut journal = book.begin();
    journal.append("one").unwrap();
    fs::OpenOptions::new().write(true).truncate(true).open(book.home.file("000001.jnl")).unwrap();
    assert!(journal.append("two").unwrap().rewritten.is_some());
    assert_eq!(book.payloads(), ["one", "two"]);
}

#[test]
fn a_foreign_line_makes_us_read_only_for_good() {
    let book = book();
    let mut journal = book.begin();
    let path = book.home.file("000001.jnl");
    let mut file = fs::OpenOptions::new().append(true).open(&path).unwrap();
    file.write_all(b"x").unwrap();
    for _ in 0..2 {
        assert_eq!(journal.append("one").unwrap_err(), NotSaved::Foreign { path: path.clone() });
    }
    assert_eq!(journal.unsaved(), 2);
    assert!(book.payloads().is_empty());
}

#[test]
fn another_desk_that_took_over_makes_us_read_only() {
    let book = book();
    let mut stale = book.begin();
    stale.append("one").unwrap();
    let kept = read(&Real, book.home.path()).unwrap();
    let mut other = Journal::resume(Real, book.home.clone(), kept).unwrap();
    other.append("two").unwrap();
    // The other desk removed the file that it repeats; ours finds its successor instead.
    assert!(matches!(stale.append("mine"), Err(NotSaved::Foreign { .. })));
    other.append("three").unwrap();
    assert_eq!(book.payloads(), ["one", "two", "three"]);
}

#[test]
fn a_read_only_folder_says_so_and_the_next_save_tries_again() {
    let book = book();
    let mut journal = book.begin();
    journal.append("one").unwrap();
    fs::remove_dir_all(book.home.path()).unwrap();
    fs::write(book.home.path(), "in the way").unwrap();
    let lost = journal.append("two").unwrap_err();
    assert!(matches!(lost, NotSaved::Disk { count: 1, .. }), "{lost}");
    assert_eq!(journal.unsaved(), 1);
    fs::remove_file(book.home.path()).unwrap();
    journal.save().unwrap();
    assert_eq!((journal.unsaved(), book.payloads()), (0, vec!["one".into(), "two".into()]));
}

#[test]
fn a_record_that_was_given_up_never_comes_back() {
    let book = book();
    let mut journal = book.begin();
    journal.append("one").unwrap();
    let (kept, aside) = (book.home.path(), book.home.path().with_extension("aside"));
    fs::rename(kept, &aside).unwrap();
    fs::write(kept, "in the way").unwrap();
    journal.append("two").unwrap_err();
    journal.give_up();
    assert_eq!((journal.unsaved(), journal.records().count()), (0, 1));
    fs::remove_file(kept).unwrap();
    fs::rename(&aside, kept).unwrap();
    assert_eq!(journal.append("three").unwrap().seq, 3);
    assert_eq!(book.payloads(), ["one", "three"]);
    book.resume().append("four").unwrap();
    assert_eq!(book.payloads(), ["one", "three", "four"]);
}

#[test]
fn saving_elsewhere_takes_every_record_along() {
    let book = book();
    let mut journal = book.begin();
    journal.append("one").unwrap();
    let other = tempfile::tempdir().unwrap();
    journal.save_elsewhere(Home::new(other.path(), "rescue")).unwrap();
    journal.append("two").unwrap();
    let found = read(&Real, &other.path().join("rescue")).unwrap().recovered;
    assert_eq!(found.records.len(), 2);
    assert_eq!(book.payloads(), ["one"]);
}

#[test]
fn a_line_break_is_not_taken() {
    let book = book();
    let mut journal = book.begin();
    assert!(matches!(journal.append("two\nlines"), Err(NotSaved::Line(_))));
    assert_eq!(journal.records().count(), 0);
}
