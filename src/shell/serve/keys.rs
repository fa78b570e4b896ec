//! Who may come in: the keys of an authorized_keys file, read anew whenever it changes.
//!
//! Every option of a line is honoured, or the line does not count and somebody is told why: none is
//! ignored in silence. A file that others may write admits nobody.

mod line;

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _};
use std::net::IpAddr;
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use russh::keys::{HashAlg, PublicKey};
use rustix::fs::OFlags;
use rustix::io::Errno;

use crate::shell::trouble::reason;
use crate::words::Lang;
use crate::words::door::{KeyFault, Refusal};
use line::Entry;
pub use line::shown_name;

/// No list is longer.
const LONGEST: u64 = 1 << 20;

/// Who proved a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The key's comment: the name that is shown.
    pub name: String,
    /// The key's fingerprint: who it is.
    pub fingerprint: String,
    /// Whether the key may have a screen.
    pub screen: Screen,
}

/// Whether a key may have a screen, or only call commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// It may.
    Allowed,
    /// `restrict` without `pty`, or `no-pty`.
    Forbidden,
}

/// A line that does not count; line 0 is the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Which line.
    pub line: usize,
    /// Why not.
    pub what: KeyFault,
}

/// The list of keys.
#[derive(Debug)]
pub struct Keys {
    path: PathBuf,
    lang: Lang,
    stamp: Option<Stamp>,
    entries: Vec<Entry>,
    faults: Vec<Fault>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    file: (u64, u64),
    size: u64,
    mode: u32,
    changed: (i64, i64),
    touched: (i64, i64),
}

impl Keys {
    /// The keys of a file, which need not be there yet.
    pub fn of(path: &Path, lang: Lang) -> Self {
        let (entries, faults) = (Vec::new(), Vec::new());
        let mut keys = Self { path: path.to_owned(), lang, stamp: None, entries, faults };
        keys.read();
        keys
    }

    /// Reads the file again if it changed. Whether it did.
    pub fn refresh(&mut self) -> bool {
        let changed = Stamp::of(&self.path) != self.stamp;
        if changed {
            self.read();
        }
        changed
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// How many keys count.
    pub fn count(&self) -> usize {
        self.entries.len()
    }

    /// The lines that do not.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Who a key belongs to.
    ///
    /// # Errors
    /// Why it does not open the door, now and from there.
    pub fn admit(
        &self,
        key: &PublicKey,
        from: IpAddr,
        now: NaiveDateTime,
    ) -> Result<Member, Refusal> {
        let Some(entry) = self.entry(key) else { return Err(Refusal::Stranger) };
        entry.admits(from, now)?;
        let fingerprint = key.fingerprint(HashAlg::Sha256).to_string();
        Ok(Member { name: entry.name.clone(), fingerprint, screen: entry.screen })
    }

    /// When a key ends by itself; never, unless its line says so.
    pub fn end(&self, key: &PublicKey) -> Option<NaiveDateTime> {
        self.entry(key)?.until
    }

    fn entry(&self, key: &PublicKey) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key.key_data() == key.key_data())
    }

    fn read(&mut self) {
        (self.entries, self.faults) = (Vec::new(), Vec::new());
        let mut text = String::new();
        self.stamp = match read(&self.path, &mut text, self.lang) {
            Ok(stamp) => stamp,
            Err(fault) => {
                self.faults.push(Fault { line: 0, what: fault });
                Stamp::of(&self.path)
            }
        };
        for (at, line) in text.lines().enumerate() {
            let read = line::read(line).and_then(|entry| match entry {
                Some(entry) if self.has(&entry) => Err(KeyFault::Twice),
                entry => Ok(entry),
            });
            match read {
                Ok(None) => {}
                Ok(Some(mut entry)) => {
                    self.tell_apart(&mut entry);
                    self.entries.push(entry);
                }
                Err(what) => self.faults.push(Fault { line: at + 1, what }),
            }
        }
    }

    /// Marks stand under a name, so no two keys have the same one.
    fn tell_apart(&self, entry: &mut Entry) {
        if self.entries.iter().any(|other| other.name == entry.name) {
            let fingerprint = entry.key.fingerprint(HashAlg::Sha256).to_string();
            let short: String = fingerprint.chars().skip("SHA256:".len()).take(4).collect();
            entry.name = format!("{}#{short}", entry.name);
        }
    }

    fn has(&self, entry: &Entry) -> bool {
        self.entries.iter().any(|other| other.key.key_data() == entry.key.key_data())
    }
}

/// The text of the file and what it was read from; nothing when there is no file.
fn read(path: &Path, text: &mut String, lang: Lang) -> Result<Option<Stamp>, KeyFault> {
    let unreadable = |why: io::Error| KeyFault::Unreadable { why: reason(&why, lang) };
    let flags = OFlags::NONBLOCK.bits().cast_signed();
    let file = match OpenOptions::new().read(true).custom_flags(flags).open(path) {
        Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(None),
        opened => opened.map_err(unreadable)?,
    };
    let known = file.metadata().map_err(unreadable)?;
    if !known.is_file() {
        return Err(unreadable(Errno::ISDIR.into()));
    }
    if known.mode() & 0o022 != 0 {
        return Err(KeyFault::Writable);
    }
    File::take(file, LONGEST).read_to_string(text).map_err(|why| {
        text.clear();
        unreadable(why)
    })?;
    Ok(Some(Stamp::from(&known)))
}

impl Stamp {
    fn of(path: &Path) -> Option<Self> {
        fs::metadata(path).ok().as_ref().map(Self::from)
    }
}

impl From<&fs::Metadata> for Stamp {
    fn from(known: &fs::Metadata) -> Self {
        Self {
            file: (known.dev(), known.ino()),
            size: known.len(),
            mode: known.mode(),
            changed: (known.mtime(), known.mtime_nsec()),
            touched: (known.ctime(), known.ctime_nsec()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use chrono::NaiveDate;
    use russh::keys::{Algorithm, PrivateKey, key};

    use super::*;

    fn new_key() -> PublicKey {
        let key = PrivateKey::random(&mut key::safe_rng(), Algorithm::Ed25519).unwrap();
        PublicKey::new(key.public_key().key_data().clone(), "")
    }

    fn text(key: &PublicKey) -> String {
        key.to_openssh().unwrap().trim().to_owned()
    }

    fn at(day: u32) -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2023, 9, day).unwrap().and_hms_opt(12, 0, 0).unwrap()
    }

    fn list(lines: &[String]) -> (tempfile::TempDir, PathBuf) {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("authorized_keys");
        fs::write(&path, lines.join("\n")).unwrap();
        (temp, path)
    }

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

    #[test]
    fn the_comment_is_the_name_and_the_fingerprint_is_who_it_is() {
        let (ours, theirs) = (new_key(), new_key());
        let lines = ["# 名单".to_owned(), String::new(), format!("{} 督查室 一席", text(&ours))];
        let (_temp, path) = list(&lines);
        let keys = Keys::of(&path, Lang::Zh);
        let member = keys.admit(&ours, HERE, at(15)).unwrap();
        assert_eq!((member.name.as_str(), member.screen), ("督查室 一席", Screen::Allowed));
        assert_eq!(member.fingerprint, ours.fingerprint(HashAlg::Sha256).to_string());
        assert_eq!(keys.admit(&theirs, HERE, at(15)), Err(Refusal::Stranger));
        assert_eq!(keys.faults(), []);
    }

    #[test]
    fn a_key_that_is_taken_off_the_list_is_a_stranger_at_once() {
        let (first, second) = (new_key(), new_key());
        let (_temp, path) = list(&[text(&first)]);
        let mut keys = Keys::of(&path, Lang::Zh);
        assert!(!keys.refresh());
        fs::write(&path, text(&second)).unwrap();
        assert!(keys.refresh());
        assert_eq!(keys.admit(&first, HERE, at(15)), Err(Refusal::Stranger));
        assert!(keys.admit(&second, HERE, at(15)).is_ok());
        fs::remove_file(&path).unwrap();
        assert!(keys.refresh());
        assert_eq!(keys.count(), 0);
    }

    #[test]
    fn a_list_that_others_may_write_admits_nobody() {
        let key = new_key();
        let (_temp, path) = list(&[text(&key)]);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o664)).unwrap();
        let mut keys = Keys::of(&path, Lang::Zh);
        assert_eq!(keys.admit(&key, HERE, at(15)), Err(Refusal::Stranger));
        assert_eq!(keys.faults(), [Fault { line: 0, what: KeyFault::Writable }]);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        assert!(keys.refresh() && keys.admit(&key, HERE, at(15)).is_ok());
    }

    #[test]
    fn a_list_that_cannot_be_read_says_why_in_words() {
        let (temp, path) = list(&[text(&new_key())]);
        let latin = temp.path().join("latin");
        fs::write(&latin, [0xe9, b'\n']).unwrap();
        let ring = temp.path().join("ring");
        std::os::unix::fs::symlink(&ring, &ring).unwrap();
        for (list, told) in [
            (temp.path(), "不是普通文件"),
            (&path.join("list"), "不是普通文件"),
            (&latin, "不是 UTF-8 文字"),
            (&ring, "是一个链接"),
        ] {
            let keys = Keys::of(list, Lang::Zh);
            let [Fault { line: 0, what }] = keys.faults() else { panic!("{keys:?}") };
            assert!(what.text(Lang::Zh).contains(told), "{what:?}");
        }
        assert_eq!(Keys::of(&temp.path().join("nowhere"), Lang::Zh).faults(), [], "not yet");
    }

    #[test]
    fn a_bad_line_says_which_it_is_and_the_others_count() {
        let (one, two) = (new_key(), new_key());
        let lines = [
            "ssh-ed25519 AAAA".to_owned(),
            text(&one),
            format!("command=\"ls -l\" {}", text(&two)),
            text(&one),
        ];
        let (_temp, path) = list(&lines);
        let keys = Keys::of(&path, Lang::Zh);
        let lines: Vec<usize> = keys.faults().iter().map(|fault| fault.line).collect();
        assert_eq!((lines, keys.count()), (vec![1, 3, 4], 1));
        assert_eq!(keys.admit(&two, HERE, at(15)), Err(Refusal::Stranger));
    }

    #[test]
    fn two_keys_never_have_one_name() {
        let (one, two) = (new_key(), new_key());
        let (_temp, path) = list(&[text(&one) + " 甲", text(&two) + " 甲"]);
        let keys = Keys::of(&path, Lang::Zh);
        let name = |key| keys.admit(key, HERE, at(15)).unwrap().name;
        assert_eq!(name(&one), "甲");
        assert!(name(&two).starts_with("甲#") && name(&two).chars().count() == 6);
    }

    #[test]
    fn from_and_expiry_are_honoured() {
        let key = new_key();
        let (_temp, path) = list(&[format!(
            "from=\"127.0.0.0/8,!127.0.0.9\",expiry-time=\"20230916\" {}",
            text(&key)
        )]);
        let keys = Keys::of(&path, Lang::Zh);
        assert!(keys.admit(&key, HERE, at(15)).is_ok());
        assert_eq!(keys.admit(&key, HERE, at(16)), Err(Refusal::Expired));
        for elsewhere in ["127.0.0.9", "10.0.0.1", "::1"] {
            let from = elsewhere.parse().unwrap();
            assert_eq!(keys.admit(&key, from, at(15)), Err(Refusal::Elsewhere), "{elsewhere}");
        }
    }
}
