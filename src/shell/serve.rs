//! `yiding serve`: an SSH door for reviewers, where no managed sshd is at hand.
//!
//! A process of its own, beside the desk and never in it. One thread serves the network (tokio, and
//! nowhere else in the program), one keeps the hall with the book and the seats, two answer
//! commands. Nothing here writes to the book.

mod alarm;
mod busy;
mod call;
mod door;
mod ear;
pub mod fit;
mod front;
mod guard;
mod guest;
mod hall;
mod host;
mod keys;
mod limits;
mod line;
mod log;
mod members;
mod room;
mod speech;
mod sshd;
mod strangers;
mod visit;

use std::fs;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Instant;

use chrono::{Local, NaiveDateTime, TimeDelta, TimeZone as _};
use russh::keys::{PrivateKey, PublicKey};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use tokio::sync::{Notify, Semaphore};

use self::guard::Guard;
use self::guest::{GuestId, Tell};
use self::hall::{Hall, Porter, Word};
use self::keys::{Keys, Member};
use self::limits::{CALLS, Crowd};
use self::log::Log;
use self::members::{Gone, Members};
use self::room::Reading;
use self::strangers::Strangers;
use super::args::{self, Scope, Settings};
use super::failure::{self, Failure, FailureKind};
use super::headless::hand;
use super::marks;
use super::trouble::{reason, show};
use super::watch::Blind;
use crate::words::Lang;
use crate::words::door::{KeyFault, Logged, Porch, Refusal, Shut};

pub use self::call::{Called, call};
pub use self::front::who;
pub use self::sshd::block;

/// Where the door opens unless somebody decides otherwise: for this machine alone.
const HERE: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 2222);

/// What all connections share.
pub struct Door {
    lang: Lang,
    /// How the commands of guests are answered.
    settings: Settings,
    opened: Instant,
    keys: Mutex<Keys>,
    log: Arc<Log>,
    strangers: Strangers,
    crowd: Crowd,
    members: Members,
    calls: Semaphore,
    hall: Porter,
    guests: AtomicU64,
}

/// Everything that the door is opened with.
struct Ready {
    door: Arc<Door>,
    hall: Hall<Reading>,
    words: Receiver<Word>,
    host: PrivateKey,
    list: PathBuf,
}

/// Opens the door and keeps it open until a signal comes.
///
/// # Errors
/// Why it does not open, or what broke it.
pub fn run(settings: &Settings, asked: &args::Door) -> Result<(), Failure> {
    let lang = settings.lang;
    let address = address(asked.listen.as_deref(), lang)?;
    let Ready { door, hall, words, host, list } = ready(settings, asked)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .max_blocking_threads(CALLS)
        .build()
        .map_err(|why| broken(&reason(&why, lang), lang))?;
    let listener = {
        let _inside = runtime.enter();
        door::bind(address).map_err(|why| not_bound(address, &why, lang))?
    };
    let address = listener.local_addr().unwrap_or(address);
    greet(&door, address, &host::fingerprint(&host), &list);
    let closing = closing(&door).map_err(|why| broken(&reason(&why, lang), lang))?;
    let ended = Ended(Arc::clone(&closing));
    let hall = thread::Builder::new().name("hall".to_owned()).spawn(move || {
        let _ended = ended;
        hall.stay(&words);
    });
    let hall = hall.map_err(|why| broken(&reason(&why, lang), lang))?;
    let guard = Guard::new(Arc::clone(&door), &list);
    runtime.block_on(async {
        tokio::spawn(guard.stand());
        door::keep(&door, listener, host, &closing).await;
    });
    let whole = hall.join().is_ok();
    // The last words of the hall are still on their way.
    runtime.block_on(door::see_off(&door));
    say(&[Porch::Closed.text(lang)]);
    if whole { Ok(()) } else { Err(broken("hall", lang)) }
}

/// Reads book, list and host key; opens the log. Nobody can come in yet.
fn ready(settings: &Settings, asked: &args::Door) -> Result<Ready, Failure> {
    let lang = settings.lang;
    let settings = Settings { scope: asked.shown, ..settings.clone() };
    let site = hand::site(&settings)?;
    let (porter, words) = mpsc::channel();
    let told = porter.clone();
    let reading = Reading::open(&settings, move || drop(told.send(Word::Folder)))?;
    site.make_state().map_err(|why| Failure::unreadable(&why.sentence(lang)))?;
    marks::make(&site);
    let folder = folder(&site.state(), lang)?;
    let host = host::key(&folder.join("host"), lang)?;
    let path = folder.join("log");
    let log = Arc::new(Log::open(&path, lang).map_err(|why| not_made(&path, &why, lang))?);
    if reading.is_deaf() {
        log.say(&Logged::Deaf { why: guard::unheard(&Blind::Full, lang) });
    }
    let list = asked.keys.clone().unwrap_or_else(|| folder.join("authorized_keys"));
    let door = Door {
        lang,
        opened: Instant::now(),
        keys: Mutex::new(Keys::of(&list, lang)),
        log: Arc::clone(&log),
        strangers: Strangers::default(),
        crowd: Crowd::default(),
        members: Members::default(),
        calls: Semaphore::new(CALLS),
        hall: porter,
        guests: AtomicU64::new(0),
        settings: Settings { book: site.root().to_owned(), ..settings },
    };
    Ok(Ready { door: Arc::new(door), hall: Hall::new(reading, log), words, host, list })
}

impl Door {
    /// Whether a key opens the door, now and from there. The list is read again when it changed.
    fn admit(&self, key: &PublicKey, from: IpAddr) -> Result<Member, Refusal> {
        self.refresh();
        let keys = self.keys.lock().unwrap_or_else(PoisonError::into_inner);
        keys.admit(key, from, Local::now().naive_local())
    }

    /// Reads the list again when it changed, and says what of it does not count.
    fn refresh(&self) {
        let mut keys = self.keys.lock().unwrap_or_else(PoisonError::into_inner);
        if keys.refresh() {
            self.log.say(&Logged::Keys { count: keys.count().to_string() });
            let faults = keys.faults().iter();
            faults.for_each(|fault| say(&[fault_line(keys.path(), fault, self.lang)]));
        }
    }

    /// Puts out whoever holds a key that does not open any more: who has a seat is told why before the
    /// line is cut, which is when the answer is dropped.
    #[must_use]
    fn review(&self) -> Vec<Gone> {
        self.refresh();
        let keys = self.keys.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Local::now().naive_local();
        let mut gone = self.members.keep(|key, from| keys.admit(key, from, now).is_ok());
        for Gone { name, seat, .. } in &gone {
            let (who, what) = (name.clone(), Refusal::Revoked.text(self.lang));
            self.log.say(&Logged::Refused { who, what });
            if let Some(seat) = seat {
                self.porter(Word::Out(*seat));
            }
        }
        gone.retain(|gone| gone.seat.is_some());
        gone
    }

    /// The second, counted from 1970, at which the next key of somebody who is in ends.
    fn next_end(&self) -> Option<i64> {
        let keys = self.keys.lock().unwrap_or_else(PoisonError::into_inner);
        let end = self.members.next_end(|key| keys.end(key))?;
        // The hour that a clock leaps over ends when it has leapt.
        let there_is = |end: NaiveDateTime| Local.from_local_datetime(&end).earliest();
        let end = there_is(end).or_else(|| there_is(end + TimeDelta::hours(1)))?;
        Some(end.timestamp())
    }

    /// Tells the hall. Without a hall there is nobody left to tell.
    fn porter(&self, word: Word) {
        let _ = self.hall.send(word);
    }

    fn tell(&self, tell: Tell, id: GuestId) {
        if tell == Tell::Now {
            self.porter(Word::Heard(id));
        }
    }

    fn next_guest(&self) -> GuestId {
        self.guests.fetch_add(1, Ordering::Relaxed)
    }
}

fn address(asked: Option<&str>, lang: Lang) -> Result<SocketAddr, Failure> {
    let Some(asked) = asked else { return Ok(HERE) };
    asked.parse().map_err(|_| {
        let why = Shut::NotAnAddress { value: asked.to_owned() }.text(lang);
        Failure::new(FailureKind::Usage, why)
    })
}

/// The folder of host key, list and log: its owner's alone.
fn folder(state: &Path, lang: Lang) -> Result<PathBuf, Failure> {
    let folder = state.join("door");
    match fs::DirBuilder::new().mode(0o700).create(&folder) {
        Err(why) if why.kind() != io::ErrorKind::AlreadyExists => {
            Err(not_made(&folder, &why, lang))
        }
        _ => Ok(folder),
    }
}

/// What whoever opened the door has to know.
fn greet(door: &Door, address: SocketAddr, fingerprint: &str, list: &Path) {
    let (lang, keys) = (door.lang, door.keys.lock().unwrap_or_else(PoisonError::into_inner));
    let file = show(list);
    let mut lines = vec![
        Porch::Open { address: address.to_string() },
        Porch::HostKey { fingerprint: fingerprint.to_owned() },
    ];
    lines.push(match keys.count() {
        0 => Porch::Nobody { file },
        count => Porch::Members { count: count.to_string(), file },
    });
    if door.settings.scope == Scope::Sealed {
        lines.push(Porch::SealedOnly);
    }
    if !address.ip().is_loopback() {
        lines.push(Porch::Wide { address: address.to_string() });
    }
    lines.push(Porch::Come { port: address.port().to_string() });
    let mut lines: Vec<String> = lines.into_iter().map(|line| line.text(lang)).collect();
    lines.extend(keys.faults().iter().map(|fault| fault_line(list, fault, lang)));
    say(&lines);
}

fn fault_line(list: &Path, fault: &keys::Fault, lang: Lang) -> String {
    let (file, what): (String, &KeyFault) = (show(list), &fault.what);
    Porch::Line { file, line: fault.line.to_string(), what: what.text(lang) }.text(lang)
}

/// Words for whoever sits at the terminal of the door.
fn say(lines: &[String]) {
    // Nobody may sit there any more; the log has what matters.
    let _ = failure::tell(&mut io::stderr().lock(), lines);
}

/// A door without a hall closes: whoever looks after it opens it again.
struct Ended(Arc<Notify>);

impl Drop for Ended {
    fn drop(&mut self) {
        self.0.notify_one();
    }
}

/// Notified when a signal says that the door is to close; the hall is told too.
fn closing(door: &Arc<Door>) -> io::Result<Arc<Notify>> {
    let closing = Arc::new(Notify::new());
    let (told, door) = (Arc::clone(&closing), Arc::clone(door));
    let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP])?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        if signals.forever().next().is_some() {
            door.porter(Word::End);
            told.notify_one();
        }
    })?;
    Ok(closing)
}

fn not_bound(address: SocketAddr, why: &io::Error, lang: Lang) -> Failure {
    let address = address.to_string();
    let why = match why.kind() {
        io::ErrorKind::AddrInUse => Shut::Taken { address },
        io::ErrorKind::AddrNotAvailable => Shut::NotHere { address },
        io::ErrorKind::PermissionDenied => Shut::LowPort { address },
        _ => Shut::NotBound { address, why: reason(why, lang) },
    };
    Failure::new(FailureKind::Conflict, why.text(lang))
}

fn not_made(path: &Path, why: &io::Error, lang: Lang) -> Failure {
    let why = Shut::NotMade { file: show(path), why: reason(why, lang) };
    Failure::unreadable(&why.text(lang))
}

fn broken(why: &str, lang: Lang) -> Failure {
    Failure::new(FailureKind::Bug, Shut::Broken { why: why.to_owned() }.text(lang))
}
