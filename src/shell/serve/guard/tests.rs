//! Keys that are taken away and keys that run out, seen through the lines that are cut.

use std::fs;
use std::net::SocketAddr;
use std::sync::atomic::AtomicU64;
use std::sync::mpsc;
use std::time::Instant;

use chrono::{Local, TimeDelta};
use russh::keys::{Algorithm, PrivateKey, PublicKey, key};
use tokio::runtime::Runtime;
use tokio::sync::{Semaphore, oneshot};
use tokio::time::timeout;

use super::*;
use crate::shell::args::Settings;
use crate::shell::serve::keys::Keys;
use crate::shell::serve::limits::Crowd;
use crate::shell::serve::log::Log;
use crate::shell::serve::members::Members;
use crate::shell::serve::strangers::Strangers;

const TOO_LONG: Duration = Duration::from_secs(20);

/// A door with a list of keys and nobody behind it.
struct Porch {
    temp: tempfile::TempDir,
    door: Arc<Door>,
    list: PathBuf,
    runtime: Runtime,
}

impl Porch {
    fn new() -> Self {
        let temp = tempfile::tempdir().unwrap();
        let list = temp.path().join("authorized_keys");
        let door = Door {
            lang: Lang::Zh,
            settings: Settings::speaking(Lang::Zh),
            opened: Instant::now(),
            keys: std::sync::Mutex::new(Keys::of(&list, Lang::Zh)),
            log: Arc::new(Log::open(&temp.path().join("log"), Lang::Zh).unwrap()),
            strangers: Strangers::default(),
            crowd: Crowd::default(),
            members: Members::default(),
            calls: Semaphore::new(1),
            hall: mpsc::channel().0,
            guests: AtomicU64::new(0),
        };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        Self { temp, door: Arc::new(door), list, runtime }
    }

    fn guard(&self) -> Guard {
        Guard::new(Arc::clone(&self.door), &self.list)
    }

    /// Somebody comes in with a key. What tells when the line is cut.
    fn enter(&self, key: &PublicKey) -> oneshot::Receiver<()> {
        let (knife, cut) = oneshot::channel();
        self.door.members.enter(key, SocketAddr::from(([127, 0, 0, 1], 9)), "甲", knife);
        cut
    }

    fn said(&self) -> String {
        fs::read_to_string(self.temp.path().join("log")).unwrap()
    }
}

fn new_key() -> PublicKey {
    PrivateKey::random(&mut key::safe_rng(), Algorithm::Ed25519).unwrap().public_key().clone()
}

fn line(key: &PublicKey) -> String {
    key.to_openssh().unwrap() + "\n"
}

#[test]
fn whoever_is_taken_off_the_list_is_out_and_the_others_stay() {
    let porch = Porch::new();
    let (first, second) = (new_key(), new_key());
    fs::write(&porch.list, line(&first) + &line(&second)).unwrap();
    porch.runtime.block_on(async {
        tokio::spawn(porch.guard().stand());
        let (cut, mut stays) = (porch.enter(&first), porch.enter(&second));
        fs::write(porch.temp.path().join("new"), line(&second)).unwrap();
        tokio::task::yield_now().await;
        fs::rename(porch.temp.path().join("new"), &porch.list).unwrap();
        assert!(timeout(TOO_LONG, cut).await.unwrap().is_err(), "cut");
        assert_eq!(stays.try_recv(), Err(oneshot::error::TryRecvError::Empty));
        fs::remove_file(&porch.list).unwrap();
        assert!(timeout(TOO_LONG, stays).await.unwrap().is_err(), "cut without a list");
    });
    assert!(!porch.said().contains("每2秒"), "{}", porch.said());
}

#[test]
fn a_key_that_runs_out_ends_what_it_opened_at_that_moment() {
    let porch = Porch::new();
    let (short, long) = (new_key(), new_key());
    let end = Local::now().naive_local() + TimeDelta::milliseconds(1100);
    let end = end.format("%Y%m%d%H%M%S");
    let list = format!("expiry-time=\"{end}\" {}{}", line(&short), line(&long));
    fs::write(&porch.list, list).unwrap();
    porch.runtime.block_on(async {
        tokio::spawn(porch.guard().stand());
        let mut stays = porch.enter(&long);
        let cut = porch.enter(&short);
        assert!(porch.guard().set_alarm(), "nobody looks now and then for it");
        assert!(timeout(TOO_LONG, cut).await.unwrap().is_err(), "cut");
        assert_eq!(stays.try_recv(), Err(oneshot::error::TryRecvError::Empty));
        assert_eq!(porch.door.next_end(), None, "no key of those who are in ends");
    });
}

#[test]
fn where_the_kernel_does_not_tell_the_list_is_looked_at_and_the_log_says_so_once() {
    let porch = Porch::new();
    let key = new_key();
    fs::write(&porch.list, line(&key)).unwrap();
    let guard = Guard { begin: |_, _| Err(Blind::Full), ..porch.guard() };
    porch.runtime.block_on(async {
        tokio::spawn(guard.stand());
        let cut = porch.enter(&key);
        tokio::task::yield_now().await;
        fs::write(&porch.list, "# nobody\n").unwrap();
        assert!(timeout(TOO_LONG, cut).await.unwrap().is_err(), "cut");
    });
    let said = porch.said();
    assert_eq!(said.matches("每2秒看一次：系统的监视名额用完了").count(), 1, "{said}");
    assert!(said.contains("fs.inotify.max_user_watches"), "{said}");
}

#[test]
fn a_list_that_cannot_be_watched_is_watched_as_soon_as_it_can() {
    let porch = Porch::new();
    std::os::unix::fs::symlink(&porch.list, &porch.list).unwrap();
    let mut guard = porch.guard();
    guard.follow();
    guard.follow();
    assert_eq!(guard.sees, Sees::Looking);
    fs::remove_file(&porch.list).unwrap();
    guard.follow();
    assert_eq!(guard.sees, Sees::Told);
    let said = porch.said();
    assert!(said.matches("每2秒").count() == 1 && said.contains("又由系统告知"), "{said}");
}
