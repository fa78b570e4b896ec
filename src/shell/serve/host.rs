//! The host key: made once, readable by its owner alone, and never used when others could read it.

use std::fs::{self, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::Path;

use russh::keys::ssh_key::LineEnding;
use russh::keys::{Algorithm, HashAlg, PrivateKey};
use rustix::fs::OFlags;

use crate::shell::failure::{Failure, FailureKind};
use crate::shell::trouble::{reason, show};
use crate::words::Lang;
use crate::words::door::Shut;

/// No host key is longer.
const LONGEST: u64 = 16 << 10;

/// The key in a file; a new one where there is none.
///
/// # Errors
/// That others could have read it, that it is no key, or what the disk said.
pub fn key(path: &Path, lang: Lang) -> Result<PrivateKey, Failure> {
    match read(path) {
        Ok(text) => PrivateKey::from_openssh(&text)
            .map_err(|_| Failure::unreadable(&Shut::KeyBroken { file: show(path) }.text(lang))),
        Err(Wrong::Absent) => make(path, lang),
        Err(Wrong::Readable) => {
            let file = show(path);
            let why = Shut::KeyReadable { file: file.clone() }.text(lang);
            Err(Failure::new(FailureKind::Forbidden, why).hint(Shut::KeyMend { file }.text(lang)))
        }
        Err(Wrong::Io(why)) => Err(unread(path, &reason(&why, lang), lang)),
    }
}

/// How a key is known to people.
pub fn fingerprint(key: &PrivateKey) -> String {
    key.fingerprint(HashAlg::Sha256).to_string()
}

enum Wrong {
    Absent,
    Readable,
    Io(io::Error),
}

impl From<io::Error> for Wrong {
    fn from(why: io::Error) -> Self {
        if why.kind() == io::ErrorKind::NotFound { Self::Absent } else { Self::Io(why) }
    }
}

/// What was opened is what is judged: nobody can put another file in its place meanwhile.
fn read(path: &Path) -> Result<String, Wrong> {
    let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed();
    let mut file = OpenOptions::new().read(true).custom_flags(flags).open(path)?;
    let known = file.metadata()?;
    if known.mode() & 0o077 != 0 {
        return Err(Wrong::Readable);
    }
    if !known.is_file() || known.uid() != rustix::process::geteuid().as_raw() {
        return Err(Wrong::Io(io::ErrorKind::PermissionDenied.into()));
    }
    let mut text = String::new();
    io::Read::by_ref(&mut file).take(LONGEST).read_to_string(&mut text)?;
    Ok(text)
}

/// Two doors that open at once end with one key: the second finds the first one's.
fn make(path: &Path, lang: Lang) -> Result<PrivateKey, Failure> {
    let key = PrivateKey::random(&mut russh::keys::key::safe_rng(), Algorithm::Ed25519)
        .map_err(|why| unread(path, &why.to_string(), lang))?;
    let written = key
        .to_openssh(LineEnding::LF)
        .map_err(io::Error::other)
        .and_then(|text| put(path, text.as_bytes()));
    match written {
        Ok(()) => Ok(key),
        Err(why) if why.kind() == io::ErrorKind::AlreadyExists => self::key(path, lang),
        Err(why) => {
            let why = Shut::NotMade { file: show(path), why: reason(&why, lang) };
            Err(Failure::unreadable(&why.text(lang)))
        }
    }
}

fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path).map_err(|why| why.error)?;
    fs::File::open(folder)?.sync_all()
}

fn unread(path: &Path, why: &str, lang: Lang) -> Failure {
    let why = Shut::KeyUnread { file: show(path), why: why.to_owned() };
    Failure::unreadable(&why.text(lang))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn a_key_is_made_once() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("host");
        let first = key(&path, Lang::Zh).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fingerprint(&key(&path, Lang::Zh).unwrap()), fingerprint(&first));
        assert!(fingerprint(&first).starts_with("SHA256:"));
    }

    #[test]
    fn a_key_that_others_could_read_is_refused() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("host");
        key(&path, Lang::Zh).unwrap();
        for mode in [0o640, 0o604, 0o620] {
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            let why = key(&path, Lang::Zh).unwrap_err();
            assert_eq!(why.kind, FailureKind::Forbidden, "{mode:o}");
            assert_eq!(why.hints.len(), 1);
        }
    }

    #[test]
    fn what_is_no_key_is_left_as_it_is() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("host");
        fs::write(&path, "not a key").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        let broken = key(&path, Lang::Zh).unwrap_err();
        assert!(broken.message.contains("不是主机钥匙，或已损坏"), "{broken:?}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "not a key");
        let link = temp.path().join("link");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        let refused = key(&link, Lang::Zh).unwrap_err();
        assert!(refused.message.contains("它是一个链接"), "{refused:?}");
        let folder = key(temp.path(), Lang::Zh).unwrap_err();
        assert!(!folder.message.contains("os error"), "{folder:?}");
        let nowhere = key(&temp.path().join("nowhere/host"), Lang::Zh).unwrap_err();
        assert!(nowhere.message.contains("找不到"), "{nowhere:?}");
    }
}
