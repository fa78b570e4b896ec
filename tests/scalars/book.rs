//! A book in which a text stands wherever a person could have written one: in its plan, in what is
//! sealed, in what is open, and in what reviewers left.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex};

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use yiding::app::Session;
use yiding::app::rehearse::{PLAN, Rehearsal, Year, rehearsed, year};
use yiding::format::excerpt::Told;
use yiding::format::ron::{self, Limits};
use yiding::format::seal;
use yiding::ledger::{Snapshot, snapshot};
use yiding::plan::{self, Plan};
use yiding::shell::args::{self, Ask};
use yiding::shell::book::{self, Right, Site};
use yiding::shell::clock::Clock;
use yiding::shell::failure::Failure;
use yiding::shell::headless::{self, Answer};
use yiding::shell::locale::Spoken;
use yiding::words::Lang;

/// Two meetings of a made-up year.
static YEAR: LazyLock<Rehearsal> =
    LazyLock::new(|| year(rehearsed(PLAN), Year { meetings: 2, decisions: 8 }, Lang::Zh).unwrap());

/// Lines of files whose texts say something to the program, as a due does.
static MEANT: LazyLock<Mutex<BTreeSet<(String, usize)>>> = LazyLock::new(Mutex::default);

/// The day that counts as today.
pub const TODAY: &str = "2023-12-30";

/// The book.
pub struct Book {
    temp: tempfile::TempDir,
    /// The snapshots' files.
    pub files: Vec<PathBuf>,
}

impl Book {
    /// A book in which the first text has the first of these behind it, the next the next, and so on.
    pub fn with(texts: &[String]) -> Self {
        let temp = tempfile::tempdir().unwrap();
        let root = temp.path().join("book");
        fs::create_dir_all(root.join("snapshots")).unwrap();
        let said = readable::<Plan>("plan", &YEAR.plan, texts, Limits::of(plan::FORMAT));
        let digest = |text: &str| {
            seal::plan_digest(&ron::read(text.as_bytes(), Limits::of(plan::FORMAT)).unwrap())
        };
        let mut replaced = vec![(digest(&YEAR.plan), digest(&said))];
        fs::write(root.join("plan.ron"), said).unwrap();
        let mut files = Vec::new();
        for sealed in &YEAR.sealed {
            let (name, whole) = (sealed.file.id.to_string(), &sealed.file.text);
            let end = whole.trim_end().rfind('\n').unwrap() + 1;
            let mut said =
                readable::<Snapshot>(&name, &whole[..end], texts, Limits::of(snapshot::FORMAT));
            for (old, new) in &replaced {
                said = said.replace(old, new);
            }
            let said = seal::sealed(said);
            let new = seal::verify(said.as_bytes()).unwrap().to_string();
            replaced.push((sealed.file.seal.to_string(), new));
            files.push(root.join("snapshots").join(format!("{name}.ron")));
            fs::write(files.last().unwrap(), said).unwrap();
        }
        let book = Self { temp, files };
        book.open_a_meeting(texts.first().map_or("", String::as_str));
        book
    }

    /// A meeting is open, and this was written in it.
    fn open_a_meeting(&self, text: &str) {
        let line = text.replace(['\n', '\r'], " ");
        self.call(&["meet", "open", "--chair", &line, "--place", &line]).unwrap();
        // What the line takes for something else is refused, and the refusal is tried elsewhere.
        let _ = self.call(&["decide", "1.1", &line]);
        let _ = self.call(&["decide", "0", &format!("记：{line}")]);
        let _ = self.call(&["decide", "1.2", &format!("开工 @{line} +{line} >{line}")]);
        let _ = self.call(&["assign", "1.1", &format!("@{line}")]);
        let _ = self.call(&["attend", "请假", &line, "--reason", &line]);
        let _ = self.call(&["agenda", "add", &line]);
        let _ = self.call(&["read", "1.2/1=305", "--reason", &line]);
    }

    /// The folder.
    pub fn root(&self) -> PathBuf {
        self.temp.path().join("book")
    }

    /// What is meant by a command line on this book.
    pub fn ask(&self, line: &[&str]) -> Result<Ask, Failure> {
        let root = self.root().into_os_string();
        let mut words: Vec<OsString> = vec!["yiding".into(), "-C".into(), root];
        words.extend(["--today", TODAY, "--lang", "zh"].map(OsString::from));
        words.extend(line.iter().map(OsString::from));
        args::parse(words, Spoken::default())
    }

    /// What a command answers.
    pub fn call(&self, line: &[&str]) -> Result<Answer, Failure> {
        headless::answer(&self.ask(line)?)
    }

    /// What everybody shares.
    pub fn session(&self) -> Session {
        let today: NaiveDate = TODAY.parse().unwrap();
        let site = Site::at(Path::new(&self.root()));
        let read = book::open(site, &Right::Look, Clock::new(Some(today)), Lang::Zh);
        read.ok().unwrap().session
    }
}

/// A file with a text behind all of its own, but for what the program itself understands.
fn readable<T: DeserializeOwned>(
    name: &str,
    file: &str,
    texts: &[String],
    limits: Limits,
) -> String {
    loop {
        let meant = MEANT.lock().unwrap().clone();
        let said = behind_each(file, texts, |line| meant.contains(&(name.to_owned(), line)));
        match ron::read::<T>(said.as_bytes(), limits) {
            Ok(_) => return said,
            Err(why) => {
                let line = Told::of(&why, Lang::Zh).line;
                let new = MEANT.lock().unwrap().insert((name.to_owned(), line));
                assert!(new, "{name}:{line} {}", said.lines().nth(line - 1).unwrap());
            }
        }
    }
}

/// The same file with a text at the end of every string in which there is Han.
fn behind_each(file: &str, texts: &[String], is_meant: impl Fn(usize) -> bool) -> String {
    let escaped = |c: char| format!("\\u{{{:x}}}", u32::from(c));
    let escaped: Vec<String> =
        texts.iter().map(|text| text.chars().map(escaped).collect()).collect();
    let mut next = escaped.iter().cycle();
    let mut said = String::with_capacity(file.len() * 2);
    for (line, words) in (1..).zip(file.split_inclusive('\n')) {
        if words.trim_start().starts_with("//") || is_meant(line) {
            said.push_str(words);
            continue;
        }
        let (mut inside, mut han, mut before) = (false, false, ' ');
        for c in words.chars() {
            if c == '"' && before != '\\' {
                if inside && han {
                    said.push_str(next.next().map_or("", String::as_str));
                }
                (inside, han) = (!inside, false);
            }
            han |= inside && ('\u{4e00}'..='\u{9fff}').contains(&c);
            before = if before == '\\' { ' ' } else { c };
            said.push(c);
        }
    }
    said
}

#[test]
fn the_text_stands_in_plan_and_records() {
    let book = Book::with(&["〔演练〕".to_owned()]);
    let plan = fs::read_to_string(book.root().join("plan.ron")).unwrap();
    assert!(plan.matches("\\u{3014}").count() > 400, "{}", plan.len());
    for file in &book.files[1..] {
        let text = fs::read_to_string(file).unwrap();
        assert!(text.matches("\\u{3014}").count() > 10, "{file:?}");
    }
    let session = book.session();
    assert!(session.plan.title.ends_with("〔演练〕"));
    assert!(session.meeting().is_some() && session.keeping.read_only.is_none());
    let decided = book.call(&["list", "decisions"]).unwrap().text;
    assert!(decided.matches("〔演练〕").count() > 8, "{decided}");
    assert!(MEANT.lock().unwrap().len() < 60, "{:?}", MEANT.lock().unwrap());
}
