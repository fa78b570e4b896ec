//! The terminal, tried on a real pseudo-terminal: every way out, storms of sizes, pastes, replies,
//! a line that takes no bytes, a line that is gone. And its bytes, counted against stock ratatui's.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test stops where it fails, and starts itself again on a terminal"
)]

#[path = "rights/frozen.rs"]
mod frozen;

mod terminal {
    mod acceptance;
    mod amending;
    mod bytes;
    mod desk;
    mod doctor;
    mod drafting;
    mod follow;
    mod frozen;
    mod history;
    mod linear;
    mod looks;
    mod mouse;
    pub(crate) mod program;
    pub(crate) mod rig;
    mod room;
    mod tutor;
}

use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use portable_pty::CommandBuilder;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use rustix::process::{Signal, WaitOptions, kill_process, waitpid};
use rustix::termios;
use terminal::program::{GONE, LAST_WORDS, page, run};
use terminal::rig::{Program, Rig};
use yiding::app::key::{Input, Key};
use yiding::app::sight::Ambiguous;
use yiding::shell::terminal::{Event, Terminal};

/// The other side of the rig: this test binary, started again on a terminal of its own.
#[test]
fn the_program_of_the_rig() {
    if std::env::var_os("YIDING_RIG").is_some() {
        run();
    }
}

fn start(rig: &mut Rig, words: &std::path::Path) -> Program {
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["--exact", "the_program_of_the_rig", "--nocapture"]);
    command.env("YIDING_RIG", "1");
    command.env("TERM", "xterm-256color");
    command.env(LAST_WORDS, words);
    let program = rig.start(command);
    rig.wait("first frame", |seen| seen.says("ready"));
    program
}

/// A terminal in this process, with its events.
fn enter(rig: &Rig) -> (Terminal, Receiver<Event>) {
    let (mut terminal, events) = take(rig);
    terminal.listen().unwrap();
    (terminal, events)
}

/// The same before anybody listens.
fn take(rig: &Rig) -> (Terminal, Receiver<Event>) {
    let (tell, events) = channel();
    let tell = Mutex::new(tell);
    let tell = Arc::new(move |event| drop(tell.lock().unwrap().send(event)));
    (Terminal::enter(&rig.path, tell, || ()).unwrap(), events)
}

fn next(events: &Receiver<Event>) -> Event {
    events.recv_timeout(Duration::from_secs(20)).expect("no event came")
}

fn draw(terminal: &mut Terminal, frame: &Buffer) {
    terminal.draw(frame, Position { x: 0, y: 1 }).unwrap();
}

const LEAVE: &str = "\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[?1049l";

#[test]
fn every_way_out_gives_the_terminal_back() {
    let ways: [(&str, Option<Signal>, &str, bool); 7] = [
        ("\x11", None, "0", false),
        ("\x1b[18~", None, "3", false),
        ("\x1b[20~", None, "101", false),
        ("", Some(Signal::TERM), "Terminated", true),
        ("", Some(Signal::HUP), "Hangup", true),
        ("", Some(Signal::INT), "Interrupt", true),
        ("", Some(Signal::QUIT), "Quit", true),
    ];
    for (keys, signal, end, has_words) in ways {
        let folder = tempfile::tempdir().unwrap();
        let words = folder.path().join("last words");
        let mut rig = Rig::new();
        let before = rig.modes();
        let mut program = start(&mut rig, &words);
        assert_ne!(rig.modes(), before, "raw while it runs");
        rig.press(keys);
        if let Some(signal) = signal {
            kill_process(program.pid(), signal).unwrap();
        }
        assert_eq!(program.end(), end, "{keys:?} {signal:?}");
        assert_eq!(rig.modes(), before, "after {end}");
        rig.wait(&format!("the way out of {end}"), |seen| seen.count(LEAVE) == 1);
        rig.look(|seen| assert!(!seen.emulator.screen().alternate_screen()));
        assert_eq!(words.exists(), has_words, "last words of {end}");
    }
}

#[test]
fn a_stop_gives_it_back_and_going_on_takes_it_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut rig = Rig::new();
    let before = rig.modes();
    let mut program = start(&mut rig, &folder.path().join("words"));
    kill_process(program.pid(), Signal::TSTP).unwrap();
    let stopped = waitpid(Some(program.pid()), WaitOptions::UNTRACED).unwrap();
    assert!(stopped.is_some_and(|(_, status)| status.stopped()));
    assert_eq!(rig.modes(), before, "while it is stopped");
    rig.wait("other screen left", |seen| !seen.emulator.screen().alternate_screen());
    kill_process(program.pid(), Signal::CONT).unwrap();
    rig.wait("drawn again", |seen| seen.says("道里区2023年主要任务") && seen.says("! 滞后"));
    assert_ne!(rig.modes(), before);
    rig.press("\x1b[B\x11");
    assert_eq!(program.end(), "0");
    assert_eq!(rig.modes(), before);
}

#[test]
fn a_terminal_that_vanishes_ends_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let mut rig = Rig::unread();
    let words = folder.path().join("words");
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["--exact", "the_program_of_the_rig", "--nocapture"]);
    command.env("YIDING_RIG", "1");
    command.env(LAST_WORDS, &words);
    let before = rig.modes();
    let mut program = rig.start(command);
    while rig.modes() == before {
        std::thread::yield_now();
    }
    rig.vanish();
    let end = program.end();
    assert!(end == "Hangup" || end == GONE.to_string(), "{end}");
}

#[test]
fn a_vanished_terminal_is_told_once_even_without_a_signal() {
    let mut rig = Rig::unread();
    let (terminal, events) = enter(&rig);
    rig.vanish();
    // The rig's last keys may still arrive.
    while next(&events) != Event::Gone {}
    drop(terminal);
    assert!(events.try_recv().is_err(), "told again");
}

#[test]
fn a_storm_of_sizes_is_survived() {
    let folder = tempfile::tempdir().unwrap();
    let mut rig = Rig::new();
    let mut program = start(&mut rig, &folder.path().join("words"));
    for n in 0..300_u16 {
        let sizes = [(1, 1), (0, 0), (2, 1), (65_535, 65_535), (200, 50), (40 + n, 10 + n % 40)];
        let (columns, rows) = sizes[usize::from(n) % sizes.len()];
        rig.resize(columns, rows);
    }
    rig.resize(100, 30);
    rig.wait("the last size", |seen| seen.says("size 100x30"));
    rig.press("\x1b[B");
    rig.press("\x11");
    assert_eq!(program.end(), "0");
}

#[test]
fn what_arrives_together_is_one_burst() {
    let mut rig = Rig::new();
    let (_terminal, events) = enter(&rig);
    for (keys, want) in [
        ("议定：请区发改局牵头", vec![Input::Text("议定：请区发改局牵头".to_owned())]),
        ("：", vec![Input::Key(Key::Char('：'))]),
        ("\x1b[A", vec![Input::Key(Key::Up)]),
        ("\x1b", vec![Input::Key(Key::Esc)]),
        ("\x1b[200~一\r\n二\x1b[201~", vec![Input::Paste("一\n二".to_owned())]),
    ] {
        rig.press(keys);
        assert_eq!(next(&events), Event::Inputs(want), "{keys:?}");
    }
}

#[test]
fn replies_that_come_late_are_never_typed() {
    let mut rig = Rig::new();
    let (_terminal, events) = enter(&rig);
    rig.press("\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[?62;22c\x1b[5;3R\x1b[0n");
    rig.press_bytes(b"\xff\xc3");
    rig.press("q");
    assert_eq!(next(&events), Event::Inputs(vec![Input::Key(Key::Char('q'))]));
}

#[test]
fn a_paste_without_end_is_released_and_keys_are_heard_again() {
    let mut rig = Rig::new();
    let (_terminal, events) = enter(&rig);
    rig.press("\x1b[200~甲乙\x03");
    assert_eq!(next(&events), Event::Inputs(vec![Input::Paste("甲乙\x03".to_owned())]));
    // Keys are ignored for a moment after a paste; a person presses again.
    rig.press("\x1b[200~\x1b[201~");
    assert_eq!(next(&events), Event::Inputs(vec![Input::Paste(String::new())]));
}

#[test]
fn ten_megabytes_are_one_paste() {
    let mut rig = Rig::new();
    let (_terminal, events) = enter(&rig);
    let line = "议定：请区发改局牵头，10月底前开工。\n";
    let text = line.repeat((10 << 20) / line.len());
    rig.press(&format!("\x1b[200~{}\x1b[201~", text.replace('\n', "\r")));
    let Event::Inputs(inputs) = next(&events) else { panic!("no inputs") };
    assert!(inputs == [Input::Paste(text)], "another paste");
}

#[test]
fn a_line_that_takes_no_bytes_stops_nobody() {
    let rig = Rig::unread();
    let (mut terminal, events) = enter(&rig);
    for n in 0..200 {
        draw(&mut terminal, &page(80, 24, n * 3, 1, "not yet"));
    }
    let last = page(80, 24, 0, 1, "the newest frame");
    draw(&mut terminal, &last);
    rig.read();
    assert_eq!(next(&events), Event::Ready);
    draw(&mut terminal, &last);
    rig.wait("the newest frame", |seen| seen.says("the newest frame"));
    drop(terminal);
    rig.wait("the way out", |seen| seen.count(LEAVE) == 1);
}

#[test]
fn a_line_that_is_full_before_the_first_frame_is_heard_all_the_same() {
    let mut rig = Rig::unread();
    let flags = rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY;
    let flags = i32::try_from(flags.bits()).unwrap();
    let line = std::fs::OpenOptions::new().write(true).custom_flags(flags).open(&rig.path);
    let mut line = line.unwrap();
    let mut raw = termios::tcgetattr(&line).unwrap();
    raw.make_raw();
    termios::tcsetattr(&line, termios::OptionalActions::Now, &raw).unwrap();
    while line.write(&[b'.'; 1024]).is_ok() {}
    let (mut terminal, events) = take(&rig);
    let frame = page(80, 24, 0, 1, "the first frame");
    draw(&mut terminal, &frame);
    rig.press("q");
    assert_eq!(next(&events), Event::Inputs(vec![Input::Key(Key::Char('q'))]));
    rig.read();
    assert_eq!(next(&events), Event::Ready);
    draw(&mut terminal, &frame);
    rig.wait("the first frame", |seen| seen.says("the first frame"));
}

#[test]
fn what_comes_before_the_first_frame_is_heard_behind_it() {
    let mut rig = Rig::new();
    let (mut terminal, events) = take(&rig);
    rig.press("q");
    draw(&mut terminal, &page(80, 24, 0, 1, "ready"));
    assert_eq!(next(&events), Event::Inputs(vec![Input::Key(Key::Char('q'))]));
}

#[test]
fn doubtful_glyphs_are_measured() {
    for (answer, want) in [("\x1b[1;2R", Ambiguous::Narrow), ("\x1b[1;3R", Ambiguous::Wide)] {
        let mut rig = Rig::new();
        let (mut terminal, events) = enter(&rig);
        draw(&mut terminal, &page(80, 24, 0, 1, "ready"));
        terminal.measure().unwrap();
        rig.wait("the probe", |seen| seen.count("\x1b[6n") == 5);
        rig.press(&answer.repeat(4));
        rig.press("\x1b[1;3R");
        assert_eq!(next(&events), Event::Inputs(vec![Input::Measured(want)]));
        rig.look(|seen| assert!(seen.says("道里区2023年主要任务"), "the probe was left standing"));
    }
}

#[test]
fn nothing_is_sent_when_nothing_changed() {
    let rig = Rig::new();
    let (mut terminal, _events) = enter(&rig);
    let frame = page(80, 24, 0, 1, "ready");
    draw(&mut terminal, &frame);
    rig.wait("first frame", |seen| seen.says("ready"));
    for _ in 0..100 {
        draw(&mut terminal, &frame);
    }
    draw(&mut terminal, &page(80, 24, 0, 1, "second"));
    rig.wait("second frame", |seen| seen.says("second"));
    rig.look(|seen| assert_eq!(seen.count("\x1b[?2026h"), 2, "frames sent"));
}
