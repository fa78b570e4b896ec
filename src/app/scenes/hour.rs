//! An hour of a meeting, from a script: ten offices speak, fifteen decisions are caught, on a clock
//! that moves with what is typed. No mouse, no wait, no more keys than screens.md 7 allows.

use std::collections::BTreeSet;

use super::*;
use crate::app::rehearsal::between;
use crate::ledger::{Decision, Due};

const SCRIPT: &str = include_str!("hour.txt");

/// Milliseconds that a Han character takes: 40 a minute by pinyin (domain.md, 5).
const HAN: u64 = 1_500;
/// Milliseconds that any other key takes.
const KEY: u64 = 250;
/// A decision of 11 Han with lead and due, in milliseconds of input (screens.md, 7).
const DECISION: u64 = 20_000;
/// A reading.
const READING: u64 = 5_000;
/// The close, with its gaps.
const CLOSE: u64 = 15_000;

/// One line of the script.
struct Act<'a> {
    /// Second at which the room has said it.
    said: u64,
    kind: &'a str,
    keys: Vec<&'a str>,
}

fn acts() -> Vec<Act<'static>> {
    let lines = SCRIPT.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let act = |line: &'static str| {
        let mut words = line.split_whitespace();
        let (minutes, seconds) = words.next().unwrap().split_once(':').unwrap();
        let number = |text: &str| text.parse::<u64>().unwrap();
        let said = number(minutes) * 60 + number(seconds);
        Act { said, kind: words.next().unwrap(), keys: words.collect() }
    };
    lines.map(act).collect()
}

/// The lines of the table of screens.md 7 that are done at the desk: the kind that the script calls
/// them by, and the keys beyond the words that they may take. What the room adds to the table stands
/// under it. Printing, comparing and the reviewer's seat are not the secretary's hour.
const JOBS: [(&str, usize); 28] = [
    ("default", 2),  // 记议定，牵头和时限不用说
    ("decide", 2),   // 记议定，时限写在话里
    ("lead", 10),    // 带牵头和时限
    ("three", 14),   // 带牵头、两家配合和时限，按数字
    ("letters", 22), // 同上，按声母
    ("form", 24),    // 同上，按页
    ("figure", 6),   // 报数，F3
    ("item", 6),     // 报数，本议题
    ("which", 6),    // 报数，本议题的第几个目标
    ("readto", 10),  // 报数，任何目标
    ("row", 3),      // 按编号到任务
    ("jump", 4),     // 会上按编号到任务
    ("other", 4),    // 会上到其他事项
    ("pinyin", 6),   // 按拼音
    ("next", 1),     // 下一个议题
    ("undo", 1),     // 撤回
    ("redo", 1),     // 重做
    ("open", 3),     // 开会
    ("gate", 3),     // 散会: the first half, F8 2
    ("close", 1),    // 散会: the second half, F8
    ("quit", 2),     // 退出
    ("attend", 60),  // 签到: ten offices and whoever stands for them
    ("mend", 6),     // a gap that wants a name: its page at the field, three letters, F2
    ("settle", 2),   // a gap: one key, and one to get there
    ("pass", 1),     // a gap that stays on record
    ("confirm", 1),  // all that was assumed
    ("read", 1),     // 念清单
    ("page", 2),     // its next page
];

/// Keys beyond the words that a kind of act may take; one to go back is no job.
fn budget(kind: &str) -> usize {
    let job = JOBS.iter().find(|(name, _)| *name == kind);
    job.map_or_else(|| if kind == "back" { 1 } else { panic!("no budget for {kind}") }, |job| job.1)
}

/// What a word of the script is: keys, each with the time that it takes.
fn pressed(word: &str) -> Vec<(Input, u64)> {
    let (word, times) = match word.split_once('*') {
        Some((word, times)) => (word, times.parse().unwrap()),
        None => (word, 1),
    };
    if let Some(key) = named(word) {
        return vec![(Input::Key(key), KEY); times];
    }
    let mut inputs = Vec::new();
    for run in word.chars().collect::<Vec<_>>().chunk_by(|a, b| !a.is_ascii() && !b.is_ascii()) {
        if run[0].is_ascii() {
            let typed = if run[0] == '_' { ' ' } else { run[0] };
            inputs.push((Input::Key(Key::Char(typed)), KEY));
        } else {
            inputs.push((Input::Text(run.iter().collect()), HAN * run.len() as u64));
        }
    }
    inputs
}

/// The key of a name; a single character types itself.
fn named(word: &str) -> Option<Key> {
    word.parse().ok().filter(|_| word.chars().count() > 1)
}

/// Kinds that are typed into the line and end with Enter.
const TYPED: [&str; 9] =
    ["default", "decide", "lead", "three", "letters", "item", "readto", "jump", "other"];

fn inputs(act: &Act<'_>) -> Vec<(Input, u64)> {
    let mut inputs: Vec<_> = act.keys.iter().flat_map(|word| pressed(word)).collect();
    if TYPED.contains(&act.kind) {
        inputs.push((Input::Key(Key::Enter), KEY));
    }
    inputs
}

fn is_key(input: &Input) -> bool {
    matches!(input, Input::Key(_))
}

/// How many acts of each sort there were.
#[derive(Default)]
struct Counts {
    decisions: usize,
    readings: usize,
    undone: usize,
    redone: usize,
    /// Milliseconds at the gate, from the first key to the last.
    gate: u64,
}

/// What an act must have led to, and how fast. `lacked` is how many gaps there were before it.
fn judge(desk: &Desk, act: &Act<'_>, (took, lacked): (u64, usize), counts: &mut Counts) {
    match act.kind {
        "row" | "pinyin" => assert!(matches!(desk.seat.screen(), Screen::Task { .. })),
        "read" | "page" => assert!(matches!(desk.seat.screen(), Screen::ReadBack { .. })),
        "quit" => assert!(desk.asked.contains(&Effect::Quit)),
        "gate" | "mend" | "settle" | "pass" | "confirm" | "close" => {
            counts.gate += took;
            judge_gap(desk, act, lacked);
        }
        _ => judge_record(desk, act, took, counts),
    }
}

fn judge_record(desk: &Desk, act: &Act<'_>, took: u64, counts: &mut Counts) {
    let said = desk.said();
    match act.kind {
        "decide" | "default" | "lead" | "three" | "letters" | "form" => {
            counts.decisions += 1;
            // The budget is of lead and due; more offices are more keys.
            let more = budget(act.kind).saturating_sub(10) as u64;
            assert!(took <= DECISION + more * KEY, "{took} ms for {:?}", act.keys);
            assert!(said.starts_with("已存 议定"), "{:?}: {said}", act.keys);
            assert!(desk.seat.line.field.is_empty());
        }
        "readto" | "which" | "item" | "figure" => {
            counts.readings += 1;
            assert!(took <= READING, "{took} ms for {:?}", act.keys);
            assert!(said.starts_with("已存 报数"), "{:?}: {said}", act.keys);
        }
        "undo" => {
            counts.undone += 1;
            assert!(said.starts_with("已撤回：议定"), "{said}");
        }
        "redo" => {
            counts.redone += 1;
            assert!(said.starts_with("已重做：议定"), "{said}");
        }
        _ => {}
    }
}

fn judge_gap(desk: &Desk, act: &Act<'_>, lacked: usize) {
    let lacks = desk.session.gaps().len();
    match act.kind {
        "mend" | "settle" => assert_eq!(lacks, lacked - 1, "{:?}: {}", act.keys, desk.said()),
        "confirm" => assert!(lacks < lacked && !assumes(desk), "{}", desk.said()),
        "pass" => assert_eq!(lacks, lacked),
        _ => {}
    }
}

/// Whether a lead or a due is still only assumed.
fn assumes(desk: &Desk) -> bool {
    use crate::words::Gap::{AssumedDue, AssumedLead};
    desk.session.gaps().iter().any(|gap| matches!(gap.kind, AssumedLead | AssumedDue))
}

/// Plays the script on a clock that moves with what is typed, and gives it at the end.
fn play(desk: &mut Desk, counts: &mut Counts) -> u64 {
    let begun = desk.session.now;
    let mut clock = 0;
    for act in acts() {
        clock = clock.max(act.said * 1_000);
        let (started, lacked) = (clock, desk.session.gaps().len());
        let inputs = inputs(&act);
        let keys = inputs.iter().filter(|(input, _)| is_key(input)).count();
        assert!(keys <= budget(act.kind), "{keys} keys for {} {:?}", act.kind, act.keys);
        for (input, takes) in inputs {
            clock += takes;
            desk.session.now = begun + chrono::TimeDelta::milliseconds(clock.cast_signed());
            desk.send(&input);
        }
        judge(desk, &act, (clock - started, lacked), counts);
    }
    clock
}

#[test]
fn an_hour_of_ten_offices_is_caught_as_it_is_spoken() {
    let mut desk = Desk::new(between());
    let mut counts = Counts::default();
    let clock = play(&mut desk, &mut counts);
    let Counts { decisions, readings, undone, redone, gate } = counts;
    assert_eq!((decisions - undone + redone, readings, undone, redone), (15, 14, 3, 1));
    assert!(clock <= 58 * 60 * 1_000, "{clock} ms");
    assert!(gate <= CLOSE, "{gate} ms at the gate");
    let sealed = desk.session.sealed.clone();
    assert_eq!(sealed.id().to_string(), "2023-09-15");
    let own = sealed.ledger.decisions.iter().filter(|(id, _)| id.snapshot == sealed.id());
    let own: Vec<_> = own.map(|(_, decision)| decision).collect();
    assert_eq!(own.len(), 15);
    let stated = |made: &&&Decision| {
        !made.lead.is_empty() && !made.lead_assumed && !matches!(made.due, Due::Assumed(_))
    };
    assert_eq!(own.iter().filter(stated).count(), 15, "the gate left nothing assumed");
}

#[test]
fn what_the_gate_left_open_stands_in_the_message_of_the_close() {
    let mut desk = Desk::new(between());
    play(&mut desk, &mut Counts::default());
    let published = desk.asked.iter().rev().find_map(|effect| match effect {
        Effect::Publish(it) => Some(it.message.clone()),
        _ => None,
    });
    let message = published.unwrap();
    let gaps = message.lines().skip_while(|line| !line.contains("缺项"));
    assert_eq!(
        gaps.collect::<Vec<_>>(),
        ["散会时的缺项2", "2023-09-15/21 名册外 省厅", "2023-09-15/30 含糊 抓紧"]
    );
}

#[test]
fn every_job_of_the_table_is_in_the_hour() {
    let done: BTreeSet<&str> = acts().iter().map(|act| act.kind).collect();
    let missing = JOBS.iter().map(|(kind, _)| *kind).filter(|kind| !done.contains(kind));
    assert_eq!(missing.collect::<Vec<_>>(), Vec::<&str>::new());
}
