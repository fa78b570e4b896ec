//! Who OpenSSH let in: with `ExposeAuthInfo` it says which key was proven, and the account's own
//! list says whose it is.
//!
//! All reviewers share one account, so its name tells nobody apart. The name is for people: what a
//! key may do was settled by sshd. A client that may send variables of its own (AcceptEnv) cannot put
//! its own words in the place of sshd's: only a file that nobody else could have written counts.

use std::collections::BTreeSet;
use std::fs::{self, OpenOptions};
use std::io::Read as _;
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::Path;

use russh::keys::{HashAlg, PublicKey};
use rustix::fs::OFlags;
use rustix::process::geteuid;

use super::keys::shown_name;
use crate::shell::reviewer::Reviewer;

/// The most that is read of what sshd says.
const MOST: u64 = 1 << 16;

/// Whoever sshd let in with a key, under the name that was asked for or else that of the list;
/// without a key whoever was asked for.
pub fn who(name: Option<&str>) -> Option<Reviewer> {
    let name = name.map(str::trim);
    let proven = std::env::var_os("SSH_USER_AUTH").and_then(|file| told(Path::new(&file)));
    let home = std::env::var_os("HOME").unwrap_or_default();
    let list = fs::read_to_string(Path::new(&home).join(".ssh/authorized_keys"));
    let of_key = proven.and_then(|proven| of_key(&list.unwrap_or_default(), &proven));
    match (of_key, name) {
        (Some(who), Some(name)) => Some(Reviewer { name: name.to_owned(), ..who }),
        (who, name) => who.or_else(|| name.map(Reviewer::named)),
    }
}

/// What sshd wrote: a file of this very account's, which nobody else may write or read.
fn told(path: &Path) -> Option<String> {
    let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed();
    let file = OpenOptions::new().read(true).custom_flags(flags).open(path).ok()?;
    let known = file.metadata().ok()?;
    // Neither group nor others have any of the six bits.
    let ours =
        known.is_file() && known.uid() == geteuid().as_raw() && known.mode().trailing_zeros() >= 6;
    let mut text = String::new();
    ours.then(|| file.take(MOST).read_to_string(&mut text).ok())??;
    Some(text)
}

/// Whose key was proven: the comment of its line is the name, its fingerprint's beginning where there
/// is none. No two keys have one name: marks stand under it.
fn of_key(list: &str, proven: &str) -> Option<Reviewer> {
    let proven = proven.lines().find_map(|line| line.strip_prefix("publickey "))?;
    let fingerprint = |key: &PublicKey| key.fingerprint(HashAlg::Sha256).to_string();
    let key = PublicKey::from_openssh(proven.trim()).ok()?;
    let mut names = BTreeSet::new();
    for (other, comment) in list.lines().filter_map(named) {
        let print = fingerprint(&other);
        let mut name = shown_name(comment, &print);
        if !names.insert(name.clone()) {
            let short: String = print.chars().skip("SHA256:".len()).take(4).collect();
            name = format!("{name}#{short}");
        }
        if other.key_data() == key.key_data() {
            return Some(Reviewer::of_key(&name, &print));
        }
    }
    let print = fingerprint(&key);
    Some(Reviewer::of_key(&shown_name("", &print), &print))
}

/// The key of a line of the list, whatever options stand before it, and its comment.
fn named(line: &str) -> Option<(PublicKey, &str)> {
    let line = line.trim();
    if line.starts_with('#') {
        return None;
    }
    let mut starts = line.match_indices("AAAA").map(|(at, _)| at);
    starts.find_map(|at| key_at(line, at))
}

/// A key whose data begins there: its kind is the word before, its comment all that is behind.
fn key_at(line: &str, at: usize) -> Option<(PublicKey, &str)> {
    let (before, rest) = line.split_at_checked(at)?;
    let kind = before.strip_suffix(' ')?.rsplit(' ').next()?;
    let (data, comment) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let key = PublicKey::from_openssh(&format!("{kind} {data}")).ok()?;
    Some((key, comment.trim()))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    const KEY: &str =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJdD7y3aLq454yWBdwLWbieU1ebz9/cu7/QEXn9OIeZJ";
    const OTHER: &str =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJdD7y3aLq454yWBdwLWbieU1ebz9/cu7/QEXn9OIeZK";

    #[test]
    fn a_key_has_the_name_that_the_list_gives_it() {
        let proven = format!("publickey {KEY}\n");
        let list = format!("# {KEY} 旧\nssh-ed25519 AAAA 乙\nrestrict,pty {KEY} 督查室 一席\n");
        let who = of_key(&list, &proven).unwrap();
        assert_eq!(who.name, "督查室 一席");
        assert!(who.key.is_some_and(|key| key.starts_with("SHA256:")));
        for without in ["", &format!("{KEY}\n"), &format!("{KEY}x 甲")] {
            let name = of_key(without, &proven).unwrap().name;
            assert!(name.starts_with("SHA256:"), "{without} {name}");
        }
        for nothing in ["", "password\n", "publickey ssh-ed25519 AAAA\n"] {
            assert_eq!(of_key(&list, nothing), None, "{nothing}");
        }
    }

    #[test]
    fn two_keys_of_one_name_are_told_apart() {
        let list = format!("{OTHER} root@pc\ncommand=\"x AAAA y\" {KEY} root@pc\n");
        let name = |key: &str| of_key(&list, &format!("publickey {key}\n")).unwrap().name;
        assert_eq!(name(OTHER), "root@pc");
        assert!(name(KEY).starts_with("root@pc#"), "{}", name(KEY));
    }

    #[test]
    fn only_what_nobody_else_could_have_written_counts() {
        let temp = tempfile::tempdir().unwrap();
        let file = temp.path().join("auth");
        fs::write(&file, format!("publickey {KEY}\n")).unwrap();
        for (mode, counts) in [(0o600, true), (0o400, true), (0o644, false), (0o620, false)] {
            fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
            assert_eq!(told(&file).is_some(), counts, "{mode:o}");
        }
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
        let link = temp.path().join("link");
        std::os::unix::fs::symlink(&file, &link).unwrap();
        assert_eq!(told(&link), None);
        assert_eq!(told(temp.path()), None);
        assert_eq!(told(&temp.path().join("nowhere")), None);
    }
}
