//! Whose marks: the name that is shown, and the key that was proven. Who comes without a key, at a
//! terminal of this machine, is known by the name alone.
//!
//! A name is for people and may change; the file of a reviewer's marks is named by the key.

use sha2::{Digest as _, Sha256};

use crate::plan::plain::is_hidden;

/// The longest name of a reviewer.
const LONGEST: usize = 32;

/// A reviewer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewer {
    /// The name that is shown.
    pub name: String,
    /// The fingerprint of the key that was proven: `SHA256:…`.
    pub key: Option<String>,
}

impl Reviewer {
    /// Somebody at this machine, without a key.
    pub fn named(name: &str) -> Self {
        Self { name: name.to_owned(), key: None }
    }

    /// Whoever proved a key.
    pub fn of_key(name: &str, fingerprint: &str) -> Self {
        Self { name: name.to_owned(), key: Some(fingerprint.to_owned()) }
    }

    /// Whether the name can be shown and told from others.
    pub fn has_plain_name(&self) -> bool {
        let length = self.name.chars().count();
        (1..=LONGEST).contains(&length)
            && !self.name.chars().any(|c| c.is_control() || is_hidden(c))
    }

    /// The stem of the names of this reviewer's files: the fingerprint in characters that a file
    /// name may have; the digest of the name where there is no key.
    pub fn file(&self) -> String {
        match self.key.as_deref().map(plain) {
            Some(key) if !key.is_empty() => key,
            _ => digest(&self.name),
        }
    }

    /// The stems of all files that may be this reviewer's: those of before keys named them too.
    pub fn files(&self) -> [String; 2] {
        [self.file(), digest(&self.name)]
    }
}

/// A fingerprint as a file name: the letters of base64 that are none become those that are.
fn plain(fingerprint: &str) -> String {
    let (kind, digits) = fingerprint.split_once(':').unwrap_or(("", fingerprint));
    let digits = digits.chars().filter_map(|c| match c {
        '/' => Some('_'),
        '+' => Some('-'),
        c => c.is_ascii_alphanumeric().then_some(c),
    });
    let digits: String = digits.collect();
    if digits.is_empty() { digits } else { format!("{}-{digits}", kind.to_lowercase()) }
}

/// A name for a file, whatever somebody is called.
fn digest(name: &str) -> String {
    let digest = Sha256::digest(name.as_bytes());
    let mut head = [0; 8];
    head.copy_from_slice(&digest[..8]);
    format!("{:016x}", u64::from_be_bytes(head))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_names_the_file_and_a_name_where_there_is_none() {
        let key = "SHA256:jMZ+x/ufM6ZVqxLkJLLc+OBbxIT0RT2BHVuQFa9kmbc";
        let of_key = Reviewer::of_key("督查室", key);
        assert_eq!(of_key.file(), "sha256-jMZ-x_ufM6ZVqxLkJLLc-OBbxIT0RT2BHVuQFa9kmbc");
        assert_eq!(of_key.file(), Reviewer::of_key("办公室", key).file(), "whatever it is called");
        let named = Reviewer::named("督查室");
        assert_eq!(of_key.files()[1], named.file(), "what was left before is found");
        for odd in ["../../etc/passwd", "", "SHA256:", "SHA256:../x"] {
            let file = Reviewer::of_key("甲", odd).file();
            let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
            assert!(!file.is_empty() && file.chars().all(plain), "{odd} {file}");
        }
    }

    #[test]
    fn a_name_is_short_and_can_be_seen() {
        for (name, plain) in [
            ("督查室", true),
            ("", false),
            ("甲\u{202e}乙", false),
            ("甲\n乙", false),
            (&"甲".repeat(33), false),
        ] {
            assert_eq!(Reviewer::named(name).has_plain_name(), plain, "{name:?}");
        }
    }
}
