//! An hour of a meeting, from a script: ten offices speak, fifteen decisions are caught, on a clock
//! that moves with what is typed. No mouse, no wait, no more keys than screens.md 7 allows.

use super::*;
use crate::app::rehearsal::between;

const SCRIPT: &str = include_str!("hour.txt");

/// Milliseconds that a Han character takes: 40 a minute by pinyin (domain.md, 5).
const HAN: u64 = 1_500;
/// Milliseconds that any other key takes.
const KEY: u64 = 250;
/// A decision of 11 Han with lead and due, in milliseconds of input (screens.md, 7).
const DECISION: u64 = 20_000;
/// A reading.
const READING: u64 = 5_000;

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

/// Keys beyond the words that a kind of act may take (screens.md, 7).
fn budget(kind: &str) -> usize {
    match kind {
        "open" => 3,
        "next" | "undo" => 1,
        "default" | "decide" => 2,
        "three" => 14,
        "letters" => 22,
        "lead" | "readto" | "which" => 10,
        "jump" | "other" => 5,
        "close" => 4,
        "attend" => 60,
        other => panic!("no budget for {other}"),
    }
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

/// Acts that type end with Enter.
fn inputs(act: &Act<'_>) -> Vec<(Input, u64)> {
    let mut inputs: Vec<_> = act.keys.iter().flat_map(|word| pressed(word)).collect();
    if !matches!(act.kind, "open" | "next" | "undo" | "close" | "attend") {
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
}

/// What an act must have led to, and how fast.
fn judge(desk: &Desk, act: &Act<'_>, took: u64, counts: &mut Counts) {
    let said = desk.said();
    match act.kind {
        "decide" | "default" | "lead" | "three" | "letters" => {
            counts.decisions += 1;
            // The budget is of lead and due; three offices by their letters are ten keys more.
            let allowed = DECISION + if act.kind == "letters" { 10 * KEY } else { 0 };
            assert!(took <= allowed, "{took} ms for {:?}", act.keys);
            assert!(said.starts_with("已存 议定"), "{:?}: {said}", act.keys);
            assert!(desk.seat.line.field.is_empty());
        }
        "readto" | "which" => {
            counts.readings += 1;
            assert!(took <= READING, "{took} ms for {:?}", act.keys);
            assert!(said.starts_with("已存 报数"), "{:?}: {said}", act.keys);
        }
        "undo" => {
            counts.undone += 1;
            assert!(said.starts_with("已撤回：议定"), "{said}");
        }
        _ => {}
    }
}

#[test]
fn an_hour_of_ten_offices_is_caught_as_it_is_spoken() {
    let mut desk = Desk::new(between());
    let begun = desk.session.now;
    let (mut clock, mut counts) = (0, Counts::default());
    for act in acts() {
        clock = clock.max(act.said * 1_000);
        let started = clock;
        let inputs = inputs(&act);
        let keys = inputs.iter().filter(|(input, _)| is_key(input)).count();
        assert!(keys <= budget(act.kind), "{keys} keys for {} {:?}", act.kind, act.keys);
        for (input, takes) in inputs {
            clock += takes;
            desk.session.now = begun + chrono::TimeDelta::milliseconds(clock.cast_signed());
            desk.send(&input);
        }
        judge(&desk, &act, clock - started, &mut counts);
    }
    let Counts { decisions, readings, undone } = counts;
    assert_eq!((decisions - undone, readings, undone), (15, 14, 3));
    assert!(clock <= 58 * 60 * 1_000, "{clock} ms");
    let sealed = desk.session.sealed.clone();
    assert_eq!(sealed.id().to_string(), "2023-09-15");
    let own = sealed.ledger.decisions.iter().filter(|(id, _)| id.snapshot == sealed.id());
    let own: Vec<_> = own.map(|(_, decision)| decision).collect();
    assert_eq!(own.len(), 15);
    let stated = own.iter().filter(|made| !made.lead.is_empty() && !made.lead_assumed);
    assert_eq!(stated.count(), 13);
}
