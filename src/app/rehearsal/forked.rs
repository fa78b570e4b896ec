//! Two desks that worked apart after the third meeting: each met on one day and recorded since.

use super::{Session, between, close, day, decide, meet, open, record, time};
use crate::app::Fork;
use crate::ledger::merge::{Joint, Line, Link};
use crate::ledger::{
    Change, Edit, Followup, Happening, Held, Interval, Light, LightSet, RecordId, SnapshotId, Stage,
};

/// Both held a meeting on one day; nothing is in conflict.
pub(crate) fn parted() -> Session {
    fork(meeting, meeting)
}

/// The same, and three fields got two new values since.
pub(crate) fn forked() -> Session {
    let roads = || -> RecordId { "2023-08-11/10".parse().unwrap() };
    let hospital = || -> RecordId { "2023-08-11/11".parse().unwrap() };
    let extended = |to: &str| {
        let what = Happening::Extended { from: "2023-08-31".parse().ok(), to: to.parse().unwrap() };
        Followup::on(day("2023-08-30"), what).agreed_by("区长").because("雨季停工")
    };
    let finished = || Followup::on(day("2023-08-30"), Happening::Stage(Stage::Done));
    fork(
        |book, text| {
            meeting(book, text);
            since(book, "2023-08-28", |book| {
                follow(book, &roads(), extended("2023-10-15"));
                follow(book, &hospital(), finished());
                light(book, Light::Behind, "签约额连续两月未增");
            });
        },
        |book, text| {
            meeting(book, text);
            since(book, "2023-08-30", |book| {
                follow(book, &roads(), extended("2023-11-30"));
                follow(book, &hospital(), extended("2023-12-31"));
                light(book, Light::OnTrack, "九月有大项目签约");
            });
        },
    )
}

fn meeting(book: &mut Session, text: &str) {
    meet(book, "2023-08-25", 4);
    decide(book, "14:10", "1.4", [text, "lkb", "2023-09-30"]);
}

/// What was recorded after the meeting.
fn since(book: &mut Session, on: &str, acts: impl Fn(&mut Session)) {
    close(book);
    book.seal = seal(if on == "2023-08-28" { '3' } else { '4' });
    open(book, Held::Interval(Interval::new(SnapshotId::interval(day(on)))));
    acts(book);
}

fn follow(book: &mut Session, id: &RecordId, step: Followup) {
    record(book, "10:00", |record| Edit::Followup(Change::add((id.clone(), record), step)));
}

fn light(book: &mut Session, light: Light, reason: &str) {
    let (on, agreed) = (day("2023-08-30"), "区长".into());
    let set = LightSet { light: Some(light), reason: reason.into(), agreed, on, pinned: false };
    let row = book.plan.row("1.2".parse().unwrap());
    record(book, "10:00", |id| Edit::Light(Change::add((row, id), set)));
}

fn fork(ours: impl Fn(&mut Session, &str), theirs: impl Fn(&mut Session, &str)) -> Session {
    let mut other = between();
    theirs(&mut other, "老旧小区改造进度每周报一次");
    let theirs = line(&mut other, '8');
    let mut book = between();
    ours(&mut book, "太安路迁改的管线图9月底前交齐");
    let ours = line(&mut book, '7');
    let digest = book.digest.clone();
    let joint = Joint { id: "2023-09-15-join".parse().unwrap(), plan: &digest };
    let with = theirs.head.snapshot.id();
    let fork = Fork::new((ours, theirs), with, joint).unwrap();
    book.fork = Some(Box::new(fork));
    book.keeping.read_only = Some("有两条会议线".into());
    (book.today, book.now) = (day("2023-09-15"), time("2023-09-15", "14:40"));
    book.reindex();
    book
}

/// Seals what is open, as the end of a line.
fn line(book: &mut Session, digit: char) -> Line {
    let before = Link { snapshot: book.sealed.clone(), seal: book.seal.clone() };
    close(book);
    book.seal = seal(digit);
    let head = Link { snapshot: book.sealed.clone(), seal: book.seal.clone() };
    Line { head, apart: vec![before] }
}

fn seal(digit: char) -> crate::ledger::Seal {
    format!("sha256:{}", String::from(digit).repeat(64)).parse().unwrap()
}
