//! Books on a real disk: recorded, closed, interrupted, forked, damaged.

use std::fs;

use chrono::NaiveDate;

use super::*;
use crate::app::{Effect, Outcome};
use crate::ledger::snapshot::Interval;
use crate::ledger::{
    AgendaItem, Change, Decision, Edit, Entry, Header, Held, ItemState, Step, snapshot,
};
use crate::shell::perform::Scribe;
use crate::shell::publish::{Final, publish};

mod purge;

const PLAN: &str = include_str!("../../../plan.ron");

fn book() -> (tempfile::TempDir, Site) {
    let temp = tempfile::tempdir().unwrap();
    fs::write(temp.path().join("plan.ron"), PLAN).unwrap();
    let site = Site::find(temp.path()).unwrap();
    (temp, site)
}

fn read(site: &Site, right: &Right) -> Book {
    let clock = Clock::new(NaiveDate::from_ymd_opt(2023, 9, 15));
    open(site.clone(), right, clock, Lang::Zh).unwrap()
}

fn refusal(site: &Site) -> String {
    let opened = open(site.clone(), &Right::Look, Clock::default(), Lang::Zh);
    opened.map(|_| ()).unwrap_err().sentence(Lang::Zh)
}

fn scribe(book: Book) -> Scribe {
    Scribe::new(book.site, book.journal, book.founding, Lang::Zh)
}

fn interval(name: &str) -> Held {
    Held::Interval(Interval::new(name.parse().unwrap()))
}

fn header(book: &Book, kind: Held) -> Box<Header> {
    let (follows, seal) = (book.session.sealed.id(), book.session.seal.clone());
    let plan = book.session.digest.clone();
    Box::new(Header { format: snapshot::FORMAT, kind, follows, seal, with: Vec::new(), plan })
}

fn did(book: &Book, id: &str, text: &str) -> Entry {
    let decision = Decision { text: text.into(), ..Decision::default() };
    let edit = Edit::Decision(Box::new(Change::add(id.parse().unwrap(), decision)));
    Entry::Did(Step { at: book.session.now, edits: vec![edit] })
}

fn sealed(snapshot: &Snapshot) -> Publication {
    let text = seal::sealed(ron::write(snapshot).unwrap());
    let seal = seal::verify(text.as_bytes()).unwrap();
    Publication { id: snapshot.id(), text, seal, message: "试".into() }
}

/// Puts a snapshot there that follows another.
fn put(site: &Site, base: &Sealed, name: &str) -> Sealed {
    let snapshot = base.snapshot.following(base.seal.clone(), interval(name), &base.snapshot.plan);
    let publication = sealed(&snapshot);
    fs::write(site.snapshot(&publication.id), &publication.text).unwrap();
    Sealed { snapshot, says: None, seal: publication.seal, broken: None }
}

/// Founds a book and gives its first snapshot.
fn founded(site: &Site) -> Sealed {
    scribe(read(site, &Right::Write)).found().unwrap();
    head::read(site, &SnapshotId::adopted()).unwrap()
}

#[test]
fn a_lone_plan_is_a_book_and_nothing_is_written_to_look_at_it() {
    let (temp, site) = book();
    let book = read(&site, &Right::Look);
    assert_eq!(book.session.sealed.id(), SnapshotId::adopted());
    assert!(book.founding.is_some() && book.journal.is_none() && book.told.is_empty());
    assert_eq!(fs::read_dir(temp.path()).unwrap().count(), 1);
    assert!(refusal(&Site::at(&temp.path().join("none"))).contains("找不到"));
}

#[test]
fn what_was_kept_is_there_again_and_goes_on() {
    let (_temp, site) = book();
    let first = read(&site, &Right::Write);
    let begin = Effect::Begin(header(&first, interval("2023-09-15-interval")));
    let entries = [
        did(&first, "2023-09-15-interval/1", "一"),
        did(&first, "2023-09-15-interval/2", "二"),
        Entry::Undid,
    ];
    let mut writing = scribe(first);
    assert_eq!(writing.perform(begin).outcomes, [Outcome::Begun]);
    for (serial, entry) in (1..).zip(entries) {
        let done = writing.perform(Effect::Append { serial, entry });
        assert_eq!(done.outcomes, [Outcome::Kept { serial }]);
    }
    drop(writing);

    let again = read(&site, &Right::Write);
    let history = again.session.open.as_ref().unwrap();
    assert_eq!((again.recovered, history.steps().len()), (3, 1));
    assert_eq!(history.next_record().to_string(), "2023-09-15-interval/3");
    assert!(again.session.keeping.read_only.is_none(), "{:?}", again.session.keeping.read_only);
    let publication = sealed(&history.open.for_sealing());
    let mut writing = scribe(again);
    let done = writing.perform(Effect::Publish(Box::new(publication.clone())));
    assert_eq!(done.outcomes, [Outcome::Published { seal: publication.seal.clone() }]);
    assert_eq!(done.commit, Some(publication.clone()));
    drop(writing);
    assert_eq!(site.waiting(), std::slice::from_ref(&publication.id));

    let closed = read(&site, &Right::Write);
    assert_eq!(closed.session.sealed.id(), publication.id);
    assert_eq!(closed.session.seal, publication.seal);
    assert!(closed.session.open.is_none() && closed.told.is_empty(), "{:?}", closed.told);
    assert_eq!(site.waiting(), []);
}

#[test]
fn a_close_that_was_interrupted_behind_its_snapshot_is_completed() {
    let (_temp, site) = book();
    founded(&site);
    let first = read(&site, &Right::Write);
    let begin = Effect::Begin(header(&first, interval("2023-09-15-interval")));
    let entry = did(&first, "2023-09-15-interval/1", "一");
    let mut writing = scribe(first);
    writing.perform(begin);
    writing.perform(Effect::Append { serial: 1, entry });
    drop(writing);
    let mut book = read(&site, &Right::Write);
    let snapshot = book.session.open.as_ref().unwrap().open.for_sealing();
    let publication = sealed(&snapshot);
    let closing = ron::line(&Entry::Closing(publication.seal.clone())).unwrap();
    book.journal.as_mut().unwrap().append(&closing).unwrap();
    let folder = site.snapshots();
    let name = file_name(&publication.id);
    let file = Final { folder: &folder, name: &name, bytes: publication.text.as_bytes() };
    publish(&Real, &file, |_| true).unwrap();
    drop(book);

    let looked = read(&site, &Right::Look);
    assert!(looked.session.open.is_none() && looked.session.sealed.id() == publication.id);
    let book = read(&site, &Right::Write);
    assert_eq!(book.told, ["2023-09-15-interval 已封存，上次没做完的散会已补完"]);
    assert_eq!(site.opened().unwrap(), []);
    assert_eq!(read(&site, &Right::Write).told, Vec::<String>::new());
}

#[test]
fn a_plan_may_be_edited_until_something_is_sealed_on_it() {
    let (temp, site) = book();
    let first = read(&site, &Right::Write);
    let begin = Effect::Begin(header(&first, interval("2023-09-15-interval")));
    let entry = did(&first, "2023-09-15-interval/1", "一");
    let mut writing = scribe(first);
    assert_eq!(writing.perform(begin).outcomes, [Outcome::Begun]);
    writing.perform(Effect::Append { serial: 1, entry });
    drop(writing);
    assert!(shelf::list(&site.snapshots()).unwrap().ids.is_empty(), "not adopted yet");

    let edited = PLAN.replace("持续推动临空经济发展", "加快发展临空经济");
    assert_ne!(edited, PLAN);
    fs::write(temp.path().join("plan.ron"), edited).unwrap();
    let again = read(&site, &Right::Write);
    assert_eq!((again.recovered, &again.told), (1, &Vec::new()));
    assert!(again.session.keeping.read_only.is_none(), "{:?}", again.session.keeping.read_only);
    let open = &again.session.open.as_ref().unwrap().open;
    assert_eq!(open.plan, again.session.digest);
    let publication = sealed(&open.for_sealing());
    let done = scribe(again).perform(Effect::Publish(Box::new(publication.clone())));
    assert_eq!(done.outcomes, [Outcome::Published { seal: publication.seal }]);

    let closed = read(&site, &Right::Write);
    assert_eq!((closed.told, closed.session.sealed.id()), (Vec::new(), publication.id));
    let founding = fs::read_to_string(site.snapshot(&SnapshotId::adopted())).unwrap();
    assert!(founding.contains("加快发展临空经济"), "adopted as it was edited");
}

#[test]
fn the_head_is_the_one_that_names_all_others_whatever_its_name() {
    let (_temp, site) = book();
    let meeting = put(&site, &founded(&site), "2023-09-15-interval");
    put(&site, &meeting, "2023-04-28-interval");
    let book = read(&site, &Right::Look);
    assert_eq!(book.session.sealed.id().to_string(), "2023-04-28-interval");
    assert!(book.session.keeping.read_only.is_none() && book.told.is_empty());

    fs::remove_file(site.snapshot(&meeting.snapshot.id())).unwrap();
    let told = read(&site, &Right::Look).told;
    assert!(told.len() == 1 && told[0].starts_with("缺存档 2023-09-15-interval"), "{told:?}");
}

#[test]
fn two_lines_of_meetings_are_shown_and_not_written() {
    let (_temp, site) = book();
    let founding = founded(&site);
    put(&site, &founding, "2023-05-01-interval");
    put(&site, &founding, "2023-06-01-interval");
    let book = read(&site, &Right::Write);
    assert_eq!(
        book.session.keeping.read_only.as_deref(),
        Some(
            "有两条互不相属的会议线：2023-05-01-interval、2023-06-01-interval；\
             请先合并成一条（在记录席，或用 yiding merge），再记录"
        )
    );
}

#[test]
fn a_broken_seal_bars_writing_and_names_line_ends() {
    let (_temp, site) = book();
    let last = put(&site, &founded(&site), "2023-09-15-interval");
    let path = site.snapshot(&last.snapshot.id());
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace('\n', "\r\n")).unwrap();
    let why = read(&site, &Right::Write).session.keeping.read_only.unwrap();
    assert!(why.contains("行尾被换成了 CRLF"), "{why}");
    fs::write(&path, text.replace("format: 1", "format:  1")).unwrap();
    let why = read(&site, &Right::Write).session.keeping.read_only.unwrap();
    assert!(why.contains("封印与内容不符"), "{why}");
}

#[test]
fn a_snapshot_of_another_plan_or_under_another_name_is_refused() {
    let (temp, site) = book();
    founded(&site);
    fs::write(temp.path().join("plan.ron"), PLAN.replace("\"daoli-2023\"", "\"daoli-2024\""))
        .unwrap();
    assert!(refusal(&site).contains("是另一本计划（daoli-2023）的存档"), "{}", refusal(&site));
    fs::write(temp.path().join("plan.ron"), PLAN).unwrap();
    let wrong = site.snapshots().join("2023-09-15.ron");
    fs::copy(site.snapshot(&SnapshotId::adopted()), &wrong).unwrap();
    assert!(refusal(&site).contains("里写的是 0000-adopted"), "{}", refusal(&site));
}

#[test]
fn a_journal_that_stands_on_another_snapshot_bars_writing() {
    let (_temp, site) = book();
    founded(&site);
    let first = read(&site, &Right::Write);
    let begin = Effect::Begin(header(&first, interval("2023-09-15-interval")));
    let mut writing = scribe(first);
    writing.perform(begin);
    drop(writing);
    put(&site, &head::read(&site, &SnapshotId::adopted()).unwrap(), "2023-05-01-interval");
    let book = read(&site, &Right::Write);
    let why = book.session.keeping.read_only.unwrap();
    assert!(why.starts_with("没散的 2023-09-15-interval 接在 0000-adopted 之后"), "{why}");
    let kept = site.open(&"2023-09-15-interval".parse().unwrap());
    assert!(book.session.open.is_none() && kept.path().exists());
}

/// An interval with an agenda, and perhaps a record; what it holds in its journal.
fn preparing(site: &Site, record: Option<&str>) -> Scribe {
    let first = read(site, &Right::Write);
    let begin = Effect::Begin(header(&first, interval("2023-09-15-interval")));
    let item = AgendaItem { title: "关于预算的汇报".into(), ..AgendaItem::default() };
    let edit = Edit::Item(Change::add(1, item));
    let agenda = Entry::Did(Step { at: first.session.now, edits: vec![edit] });
    let record = record.map(|text| did(&first, "2023-09-15-interval/1", text));
    let mut writing = scribe(first);
    writing.perform(begin);
    for (serial, entry) in (1..).zip([Some(agenda), record].into_iter().flatten()) {
        let done = writing.perform(Effect::Append { serial, entry });
        assert_eq!(done.outcomes, [Outcome::Kept { serial }]);
    }
    writing
}

fn titles(book: &Book) -> Vec<&str> {
    let agenda = book.session.agenda().into_iter().flat_map(|agenda| agenda.values());
    agenda.map(|item| item.title.as_str()).collect()
}

#[test]
fn an_agenda_goes_on_behind_a_seal_whenever_the_power_goes() {
    let (_temp, site) = book();
    founded(&site);
    drop(preparing(&site, Some("一")));
    let before = read(&site, &Right::Write);
    assert_eq!(titles(&before), ["关于预算的汇报"]);
    let snapshot = before.session.open.as_ref().unwrap().open.for_sealing();
    let publication = sealed(&snapshot);
    assert!(!publication.text.contains("关于预算的汇报"), "an agenda never enters a snapshot");

    // The power goes right behind the snapshot: no journal has the agenda but the finished one.
    let mut journal = before.journal.unwrap();
    let closing = ron::line(&Entry::Closing(publication.seal.clone())).unwrap();
    journal.append(&closing).unwrap();
    let (folder, name) = (site.snapshots(), file_name(&publication.id));
    let file = Final { folder: &folder, name: &name, bytes: publication.text.as_bytes() };
    publish(&Real, &file, |_| true).unwrap();
    drop(journal);
    let looked = read(&site, &Right::Look);
    assert_eq!(titles(&looked), ["关于预算的汇报"], "who only looks sees it too");

    let again = read(&site, &Right::Write);
    assert_eq!(titles(&again), ["关于预算的汇报"]);
    assert_eq!(again.session.state().id().to_string(), "2023-09-15-interval-2");
    assert_eq!(site.opened().unwrap().len(), 1, "the finished journal is filed away");
    drop(again);
    let once_more = read(&site, &Right::Write);
    assert_eq!((titles(&once_more), once_more.recovered), (vec!["关于预算的汇报"], 0));
    assert!(once_more.session.keeping.read_only.is_none());
}

#[test]
fn a_seal_makes_the_next_journal_before_the_old_one_goes() {
    let (_temp, site) = book();
    let mut writing = preparing(&site, Some("一"));
    let book = read(&site, &Right::Look);
    let open = book.session.open.as_ref().unwrap();
    let publication = sealed(&open.open.for_sealing());
    let mut next = Interval::new("2023-09-15-interval-2".parse().unwrap());
    next.agenda = open.open.agenda().cloned().unwrap();
    let (follows, seal) = (publication.id.clone(), publication.seal.clone());
    let plan = book.session.digest.clone();
    let kind = Held::Interval(next);
    let header = Header { format: snapshot::FORMAT, kind, follows, seal, with: Vec::new(), plan };
    let effect = Effect::PublishAndBegin(Box::new(publication.clone()), Box::new(header));
    let done = writing.perform(effect);
    assert_eq!(
        done.outcomes,
        [Outcome::Published { seal: publication.seal.clone() }, Outcome::Begun]
    );
    drop(writing);
    assert_eq!(site.waiting(), [publication.id]);
    let again = read(&site, &Right::Write);
    assert_eq!(titles(&again), ["关于预算的汇报"]);
    assert!(again.told.is_empty(), "{:?}", again.told);
}

#[test]
fn a_meeting_takes_the_place_of_an_interval_that_keeps_nothing() {
    let (_temp, site) = book();
    let mut writing = preparing(&site, None);
    let looked = read(&site, &Right::Look);
    let meeting = crate::app::agenda::prefilled(&looked.session, "");
    let meeting = crate::app::agenda::meeting(&looked.session, &meeting, Lang::Zh);
    let begin = Effect::Begin(header(&looked, Held::Meeting(meeting)));
    let kept =
        fs::read(site.open(&"2023-09-15-interval".parse().unwrap()).path().join("000001.jnl"));
    assert_eq!(writing.perform(begin).outcomes, [Outcome::Begun]);
    drop(writing);
    assert_eq!(site.opened().unwrap().len(), 1, "the interval's journal is gone");
    assert_eq!(titles(&read(&site, &Right::Write)), ["关于预算的汇报"]);

    // The power goes before it is: both are there, and the meeting goes on.
    let folder = site.open(&"2023-09-15-interval".parse().unwrap());
    fs::create_dir_all(folder.path()).unwrap();
    fs::write(folder.path().join("000001.jnl"), kept.unwrap()).unwrap();
    let book = read(&site, &Right::Write);
    assert!(book.session.keeping.read_only.is_none(), "{:?}", book.session.keeping.read_only);
    assert!(book.session.meeting().is_some());
    assert_eq!(site.opened().unwrap().len(), 1);
}

#[test]
fn the_time_that_items_used_is_recovered() {
    let (_temp, site) = book();
    let mut first = read(&site, &Right::Write);
    // In the afternoon, whenever this runs: the ten minutes must not end on another day.
    first.session.now = "2023-09-15T14:40:00+08:00".parse().unwrap();
    let meeting = crate::app::agenda::prefilled(&first.session, "");
    let meeting = crate::app::agenda::meeting(&first.session, &meeting, Lang::Zh);
    let begin = Effect::Begin(header(&first, Held::Meeting(meeting.clone())));
    let on = |number: u16, minutes: i64| {
        let was = meeting.agenda.get(&number).cloned().unwrap();
        let now = AgendaItem { state: ItemState::Current, ..was.clone() };
        let edit = Edit::Item(Change { at: number, was: Some(was), now: Some(now) });
        let at = first.session.now + chrono::TimeDelta::minutes(minutes);
        Entry::Aside(Step { at, edits: vec![edit] })
    };
    let (entries, now) = ([on(1, 0), on(2, 7)], first.session.now);
    let mut writing = scribe(first);
    writing.perform(begin);
    for (serial, entry) in (1..).zip(entries) {
        writing.perform(Effect::Append { serial, entry });
    }
    drop(writing);
    let again = read(&site, &Right::Look);
    let floor = again.session.open.as_ref().unwrap().floor();
    let used = floor.used(now + chrono::TimeDelta::minutes(10));
    let minutes: Vec<i64> = used.items.values().map(chrono::TimeDelta::num_minutes).collect();
    assert_eq!((floor.here(), minutes, used.all.num_minutes()), (Some(2), vec![7, 3], 10));
}
