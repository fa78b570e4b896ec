//! 练习, key by key: each job is known by its record, whichever way it was done.

use super::*;
use crate::app::practice::{Became, Job};

/// A meeting of the rehearsal that has no record yet, at its item on investment.
fn practising() -> Desk {
    let mut desk = Desk::new(between());
    desk.press("f8 f8 #1.2 enter");
    desk.seat.practice = Some(Practice::begin(&desk.session));
    desk
}

fn job(desk: &Desk) -> Option<Job> {
    desk.seat.practice.as_ref().and_then(Practice::job)
}

fn became(desk: &Desk) -> Vec<String> {
    let jobs = desk.seat.practice.as_ref().map(Practice::jobs).unwrap_or_default();
    let told = |became: &Became| match became {
        Became::Ahead => "ahead".to_owned(),
        Became::Skipped => "skipped".to_owned(),
        Became::Done(keys) => keys.iter().map(Key::to_string).collect::<Vec<_>>().join(" "),
    };
    jobs.iter().map(|(_, of)| told(of)).collect()
}

#[test]
fn each_job_comes_by_itself_when_the_one_before_is_on_record() {
    let mut desk = practising();
    assert_eq!(job(&desk), Some(Job::Decide));
    desk.press("签约项目10月底前开工");
    assert_eq!(job(&desk), Some(Job::Decide), "what is typed is no record");
    desk.press("enter");
    assert_eq!(job(&desk), Some(Job::Read));
    desk.press("1.2/1=305 enter");
    assert_eq!(job(&desk), Some(Job::TakeBack));
    desk.press("ctrl-z");
    assert_eq!(job(&desk), None);
    assert_eq!(became(&desk), ["Enter", "Enter", "^Z"]);
}

#[test]
fn a_job_may_be_done_in_any_way_and_out_of_turn() {
    let mut desk = practising();
    desk.press("f3 1 305 enter");
    assert_eq!((job(&desk), became(&desk)[1].as_str()), (Some(Job::Decide), "F3 Enter"));
    desk.press("f2 开工 f2 up delete");
    assert_eq!(became(&desk), ["F2", "F3 Enter", "Del"]);
}

#[test]
fn a_job_is_skipped_by_a_key_that_does_nothing_else() {
    let mut desk = practising();
    desk.press("签约 ctrl-f");
    assert_eq!((job(&desk), desk.seat.line.field.text()), (Some(Job::Read), "签约"));
    desk.press("ctrl-f ctrl-f ctrl-f");
    assert_eq!(
        (became(&desk), desk.said()),
        (vec!["skipped".to_owned(); 3], "现在不能用；F1 列出能用的键".into())
    );
    let mut real = opened();
    real.press("ctrl-f");
    assert_eq!(
        real.said(),
        "现在不能用；F1 列出能用的键",
        "at a real book there is nothing to skip"
    );
}

#[test]
fn what_the_disk_refused_is_not_done() {
    let mut desk = practising();
    desk.broken = true;
    desk.press("签约项目开工 enter");
    assert_eq!(became(&desk)[0], "ahead");
}

#[test]
fn who_comes_back_goes_on_where_the_record_stands() {
    let mut desk = practising();
    desk.press("签约项目开工 enter ctrl-z");
    let again = Practice::begin(&desk.session);
    assert_eq!(again.job(), Some(Job::Read), "a decision that was taken back was made");
    assert_eq!(again.jobs()[2], (Job::TakeBack, Became::Done(Vec::new())));
}

#[test]
fn leaving_a_practice_asks_nothing() {
    let mut desk = practising();
    desk.press("f10");
    assert_eq!(desk.asked.last(), Some(&Effect::Quit));
}
