//! Guests that stall, break, flood and leave, in a hall with a room that draws its last key.

use std::sync::mpsc::channel;
use std::thread::{JoinHandle, spawn};

use tokio::runtime::Runtime;
use tokio::sync::mpsc;

use super::super::guest::{Tell, Then};
use super::*;
use crate::app::pointer::Pointing;
use crate::app::{Input, Key};
use crate::shell::reviewer::Reviewer;
use crate::shell::terminal::{ENTER, LEAVE};
use crate::shell::typed::Typed;
use crate::view::Drawn;
use crate::words::Lang;

/// Draws what was pressed last; `!` breaks it, `q` leaves, and `d` draws no more than half.
struct Slate;

impl Room for Slate {
    type Seat = String;
    type News = String;

    fn sit_down(&mut self, visitor: &Visitor) -> String {
        assert!(visitor.who.name != "坏", "a seat that breaks at once");
        visitor.who.name.clone()
    }

    fn take(&mut self, seat: &mut String, input: &Input) -> Then {
        match input {
            Input::Key(Key::Char('!')) => panic!("a key that breaks"),
            Input::Key(Key::Char('q')) => Then::Leave,
            Input::Key(key) => {
                *seat = format!("{key:?}");
                Then::Stay
            }
            Input::Resize(columns, rows) => {
                *seat = format!("{columns}x{rows}");
                Then::Stay
            }
            _ => Then::Stay,
        }
    }

    fn draw(&self, seat: &mut String, frame: &mut Buffer) -> Drawn {
        assert!(!seat.contains('d'), "a picture that breaks");
        frame.reset();
        frame.set_string(0, 0, seat, ratatui::style::Style::default());
        Drawn { pointing: Pointing::Off, ..Drawn::default() }
    }

    fn look(&mut self) -> String {
        "新".to_owned()
    }

    fn look_again(&mut self) -> Option<String> {
        None
    }

    fn hear(&mut self, seat: &mut String, news: &String) -> Vec<String> {
        assert!(seat != "聋", "news that break");
        seat.clone_from(news);
        vec![news.clone()]
    }

    fn greet(&self, seat: &String) -> Vec<String> {
        vec![format!("来了{seat}")]
    }

    fn take_line(&mut self, seat: &mut String, typed: &Typed) -> (Then, Vec<String>) {
        match typed {
            Typed::Line(line) if line == "!" => panic!("a line that breaks"),
            Typed::Line(line) if line == "q" => (Then::Leave, Vec::new()),
            Typed::Line(line) => {
                seat.clone_from(line);
                (Then::Stay, vec![line.repeat(3)])
            }
            Typed::TooLong => (Then::Stay, vec!["长".to_owned()]),
        }
    }

    fn lang(&self, seat: &String) -> Lang {
        if seat.contains('e') { Lang::En } else { Lang::Zh }
    }

    fn prompt(&self, _seat: &String) -> String {
        "> ".to_owned()
    }

    fn stand_up(&mut self, _seat: String) {}
}

struct Rig {
    porter: Porter,
    hall: Option<JoinHandle<()>>,
    runtime: Runtime,
    log: tempfile::TempDir,
}

/// A guest's end of things.
struct End {
    id: GuestId,
    inbox: Arc<Inbox>,
    outs: mpsc::Receiver<Out>,
}

impl Rig {
    fn new() -> Self {
        let log = tempfile::tempdir().unwrap();
        let told = Arc::new(Log::open(&log.path().join("log"), Lang::Zh).unwrap());
        let (porter, words) = channel();
        let hall = Some(spawn(move || Hall::new(Slate, told).stay(&words)));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        Self { porter, hall, runtime, log }
    }

    fn come(&self, id: GuestId, name: &str, size: (u16, u16)) -> End {
        let (outlet, outs) = mpsc::channel(OUT);
        let inbox = Arc::new(Inbox::default());
        self.arrive(id, name, (size, Layout::Screen), (inbox, outlet, outs))
    }

    /// A guest who is told in lines.
    fn come_in_lines(&self, id: GuestId, name: &str) -> End {
        let (outlet, outs) = mpsc::channel(OUT);
        let inbox = Arc::new(Inbox::default());
        self.arrive(id, name, ((80, 24), Layout::Lines), (inbox, outlet, outs))
    }

    fn arrive(
        &self,
        id: GuestId,
        name: &str,
        (size, layout): ((u16, u16), Layout),
        (inbox, outlet, outs): (Arc<Inbox>, Outlet, mpsc::Receiver<Out>),
    ) -> End {
        let term = if layout == Layout::Lines { "" } else { "xterm" }.to_owned();
        let who = Reviewer::named(name);
        let visitor = Visitor { who, size, term, lang: Lang::Zh, layout };
        let arrival = Arrival { id, visitor, inbox: Arc::clone(&inbox), outlet };
        self.porter.send(Word::Came(Box::new(arrival))).unwrap();
        End { id, inbox, outs }
    }

    fn press(&self, end: &End, bytes: &[u8]) {
        let (_, tell) = self.runtime.block_on(end.inbox.put(bytes));
        self.tell(end, tell);
    }

    fn tell(&self, end: &End, tell: Tell) {
        if tell == Tell::Now {
            self.porter.send(Word::Heard(end.id)).unwrap();
        }
    }

    /// The next piece of output, as the network side would take it.
    fn next(&self, end: &mut End) -> Out {
        let out = self.runtime.block_on(async {
            let most = Duration::from_secs(20);
            tokio::time::timeout(most, end.outs.recv()).await
        });
        let out = out.unwrap().unwrap();
        let _ = self.porter.send(Word::Ready);
        out
    }

    /// Waits until a frame shows something.
    fn see(&self, end: &mut End, what: &str) {
        loop {
            match self.next(end) {
                Out::Frame(bytes) if String::from_utf8_lossy(&bytes).contains(what) => return,
                Out::Frame(_) => {}
                Out::End(bytes, _) => panic!("{}", String::from_utf8_lossy(&bytes)),
            }
        }
    }

    /// Waits for the last words.
    fn end(&self, end: &mut End) -> (String, u32) {
        loop {
            if let Out::End(bytes, code) = self.next(end) {
                return (String::from_utf8_lossy(&bytes).into_owned(), code);
            }
        }
    }

    fn close(mut self) {
        self.porter.send(Word::End).unwrap();
        self.hall.take().unwrap().join().unwrap();
    }
}

#[test]
fn a_guest_sees_what_it_does_and_leaves() {
    let rig = Rig::new();
    let mut guest = rig.come(1, "甲", (20, 3));
    let Out::Frame(first) = rig.next(&mut guest) else { panic!("no frame") };
    assert!(first.starts_with(ENTER), "{first:?}");
    rig.press(&guest, b"x");
    rig.see(&mut guest, "Char('x')");
    rig.tell(&guest, guest.inbox.resize((10, 2)));
    rig.see(&mut guest, "10x2");
    rig.press(&guest, b"q");
    let (bytes, code) = rig.end(&mut guest);
    assert_eq!((bytes.as_bytes(), code), (LEAVE, 0));
    rig.close();
}

#[test]
fn what_breaks_one_guest_ends_that_guest() {
    let rig = Rig::new();
    let mut good = rig.come(1, "甲", (20, 3));
    rig.see(&mut good, "甲");
    let mut bad = vec![rig.come(2, "坏", (20, 3)), rig.come(3, "乙", (20, 3))];
    rig.press(&bad[1], b"!");
    bad.push(rig.come(4, "draws", (20, 3)));
    bad.push(rig.come(5, "聋", (20, 3)));
    rig.see(&mut bad[3], "聋");
    rig.porter.send(Word::Folder).unwrap();
    for guest in &mut bad {
        let (words, code) = rig.end(guest);
        assert!(words.contains("阅览席出错") && code == BUG, "{words:?}");
    }
    rig.see(&mut good, "新");
    rig.press(&good, b"y");
    rig.see(&mut good, "Char('y')");
    let log = std::fs::read_to_string(rig.log.path().join("log")).unwrap();
    assert_eq!(log.lines().filter(|line| line.contains("出错")).count(), 4, "{log}");
    rig.close();
}

#[test]
fn a_guest_that_does_not_read_costs_two_frames_and_catches_up() {
    let rig = Rig::new();
    let mut slow = rig.come(1, "慢", (20, 3));
    let mut good = rig.come(2, "快", (20, 3));
    for letter in b'a'..=b'c' {
        rig.press(&slow, &[letter]);
        rig.press(&good, &[letter]);
        // Only the letter changes, so only the letter is sent.
        rig.see(&mut good, char::from(letter).to_string().as_str());
    }
    assert!(slow.outs.len() <= OUT, "bounded");
    rig.press(&slow, b"z");
    rig.see(&mut slow, "z");
    rig.close();
}

#[test]
fn a_storm_of_sizes_is_one_size() {
    let rig = Rig::new();
    let mut guest = rig.come(1, "甲", (20, 3));
    rig.see(&mut guest, "甲");
    for columns in 0..10_000_u16 {
        rig.tell(&guest, guest.inbox.resize((columns % 60, 3)));
    }
    for size in [(0, 0), (1, 1), (400, 120), (30, 5)] {
        rig.tell(&guest, guest.inbox.resize(size));
    }
    rig.see(&mut guest, "30x5");
    rig.close();
}

#[test]
fn garbage_is_survived_and_later_keys_are_heard() {
    let rig = Rig::new();
    let mut guest = rig.come(1, "甲", (20, 3));
    let garbage: Vec<u8> = (0..=255_u8).filter(|byte| !b"!qd".contains(byte)).collect();
    rig.press(&guest, &garbage);
    rig.press(&guest, b"\xff\xfe\xc3\x1b]11;x\x07k");
    rig.see(&mut guest, "Char('k')");
    rig.close();
}

#[test]
fn a_door_that_closes_says_goodbye() {
    let rig = Rig::new();
    let mut guest = rig.come(1, "甲", (20, 3));
    rig.see(&mut guest, "甲");
    rig.porter.send(Word::End).unwrap();
    let (words, code) = rig.end(&mut guest);
    assert!(words.contains("会议照常") && code == 0, "{words:?}");
}

#[test]
fn whoever_is_put_out_is_told_why_and_gets_the_terminal_back() {
    let rig = Rig::new();
    let (mut guest, mut other) = (rig.come(1, "甲", (20, 3)), rig.come(2, "乙", (20, 3)));
    rig.see(&mut guest, "甲");
    rig.see(&mut other, "乙");
    rig.press(&guest, b"z");
    rig.see(&mut guest, "Char('z')");
    rig.porter.send(Word::Out(1)).unwrap();
    let (words, code) = rig.end(&mut guest);
    assert!(words.starts_with(std::str::from_utf8(LEAVE).unwrap()), "{words:?}");
    assert!(words.contains("这把钥匙已不在名单里") && code == 5, "{words:?}");
    rig.press(&other, b"e");
    rig.see(&mut other, "Char('e')");
    rig.porter.send(Word::Out(2)).unwrap();
    let (words, _) = rig.end(&mut other);
    assert!(words.contains("this key is no longer on the list"), "as it chose: {words:?}");
    rig.close();
}

#[test]
fn a_line_that_is_gone_frees_its_seat() {
    let rig = Rig::new();
    let mut guest = rig.come(1, "甲", (20, 3));
    rig.see(&mut guest, "甲");
    rig.porter.send(Word::Left(1)).unwrap();
    let gone = rig.runtime.block_on(guest.outs.recv());
    assert_eq!(gone, None);
    // Whoever still sends is not kept waiting.
    rig.press(&guest, &[b'x'; 1000]);
    rig.close();
}

/// What is told until something is said.
fn told_until(rig: &Rig, guest: &mut End, what: &str) -> String {
    let mut text = String::new();
    while !text.contains(what) {
        match rig.next(guest) {
            Out::Frame(bytes) => text += &String::from_utf8(bytes).unwrap(),
            Out::End(..) => panic!("never said: {what}\n{text}"),
        }
    }
    text
}

/// Everything that is told until the seat is left.
fn told(rig: &Rig, guest: &mut End) -> (String, u32) {
    let mut text = Vec::new();
    loop {
        match rig.next(guest) {
            Out::Frame(bytes) => text.extend(bytes),
            Out::End(bytes, code) => {
                text.extend(bytes);
                return (String::from_utf8(text).unwrap(), code);
            }
        }
    }
}

#[test]
fn who_has_no_terminal_is_told_in_lines_and_the_end_of_input_leaves() {
    let rig = Rig::new();
    let mut guest = rig.come_in_lines(1, "甲");
    rig.press(&guest, "一\r\n二".as_bytes());
    let mut text = told_until(&rig, &mut guest, "一一一");
    rig.porter.send(Word::Folder).unwrap();
    text += &told_until(&rig, &mut guest, "新");
    rig.press(&guest, "三\n四".as_bytes());
    rig.porter.send(Word::Ended(1)).unwrap();
    let (rest, code) = told(&rig, &mut guest);
    text += &rest;
    assert!(!text.contains(['\u{1b}', '\r']), "{text:?}");
    let lines: Vec<&str> = text.lines().filter(|line| *line != ">").collect();
    assert_eq!(lines, ["来了甲", "一一一", "新", "二三二三二三", "四四四", "已离开。"]);
    assert_eq!(code, 0);
    rig.close();
}

#[test]
fn a_line_that_breaks_ends_one_guest_and_leaving_is_heard() {
    let rig = Rig::new();
    let (mut bad, mut good) = (rig.come_in_lines(1, "甲"), rig.come_in_lines(2, "乙"));
    rig.press(&bad, b"!\n");
    let (text, code) = told(&rig, &mut bad);
    assert!(code == BUG && !text.contains('\u{1b}'), "{text:?}");
    rig.press(&good, b"q\nx\n");
    let (text, code) = told(&rig, &mut good);
    assert!(text.ends_with("已离开。\n") && !text.contains("xxx") && code == 0, "{text:?}");
    rig.close();
}

#[test]
fn a_guest_who_never_reads_its_lines_is_told_a_bounded_part() {
    let rig = Rig::new();
    let mut guest = rig.come_in_lines(1, "甲");
    for _ in 0..3000 {
        rig.press(&guest, format!("{}\n", "x".repeat(1000)).as_bytes());
    }
    rig.porter.send(Word::Ended(1)).unwrap();
    let (text, _) = told(&rig, &mut guest);
    assert!(text.len() < 1 << 20, "{}", text.len());
    assert!(text.contains("行没有送出"), "what was left out is told");
    rig.close();
}
