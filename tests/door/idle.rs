//! A door at rest: nobody wakes it and nothing is sent, and what changes is heard all the same.

use std::fs;
use std::time::Duration;

use super::open::Open;
use crate::rig::{Rig, woken};
use crate::talk::Talk;

/// Longer than the 2 seconds that a door without a kernel that tells it looks at its list.
const SILENCE: Duration = Duration::from_millis(2200);

#[test]
fn nobody_wakes_a_door_with_nobody_in_it() {
    let open = Open::new();
    assert_eq!(woken(&Rig::new(), &[open.pid()], SILENCE), [0], "times woken");
}

#[test]
fn guests_who_do_nothing_wake_nobody_and_are_sent_nothing() {
    let open = Open::new();
    let (seat, _program) = open.sit("甲");
    seat.wait("the seat", |seen| seen.says("只读"));
    let mut lines = Talk::start(open.client.program("ssh", "甲", &["-T", "127.0.0.1"]));
    lines.hear("跟随 >");
    seat.rest(Duration::from_millis(300));
    let before = (seat.look(|seen| seen.bytes.len()), lines.said());
    assert_eq!(woken(&seat, &[open.pid()], SILENCE), [0], "times woken");
    assert_eq!((seat.look(|seen| seen.bytes.len()), lines.said()), before, "sent");
}

/// What needed somebody who looks is told by the system: whichever way a list is written.
#[test]
fn a_list_that_is_replaced_deleted_and_made_anew_counts_at_once() {
    let open = Open::new();
    let path = open.client.at("authorized_keys");
    let list = fs::read_to_string(&path).unwrap();
    let ways: [(&str, &dyn Fn()); 3] = [
        ("replaced", &|| {
            fs::write(open.client.at("new"), "# nobody\n").unwrap();
            fs::rename(open.client.at("new"), &path).unwrap();
        }),
        ("deleted", &|| fs::remove_file(&path).unwrap()),
        ("others may write it", &|| open.admit_others()),
    ];
    for (way, does) in ways {
        let (seat, mut program) = open.sit("甲");
        seat.wait(way, |seen| seen.says("只读"));
        does();
        assert_eq!(program.end(), "5", "{way}");
        let _ = fs::remove_file(&path);
        fs::write(&path, &list).unwrap();
    }
    open.wait("each of them", |said| said.matches("这把钥匙已不在名单里").count() == 3);
    assert!(!open.said().contains("每2秒"), "{}", open.said());
}
