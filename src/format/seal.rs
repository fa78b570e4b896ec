//! The seal under a snapshot, and the digest of a plan.
//!
//! A seal shows that bytes are those that were written. It stops accidents, not a person with write
//! access: for that its short form is printed on paper.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::ledger::Seal;
use crate::plan::{self, Plan};
use crate::words::Unsealed;

const OPEN: &str = "// seal ";

/// The name of a plan and the digest of its adopted part: `daoli-2023 sha256:…`.
pub fn plan_digest(plan: &Plan) -> String {
    digest(&plan.id, plan)
}

/// The same for whatever says what was adopted, under the plan's id.
pub fn digest<'a>(id: &str, of: impl Into<plan::Promise<'a>>) -> String {
    let mut digest = Sha256::new();
    plan::canonical(of, |line| digest.update(line));
    format!("{id} {}", written(&digest.finalize()))
}

/// A file with its seal as the last line: over every byte before that line.
pub fn sealed(mut text: String) -> String {
    let digest = sha256(text.as_bytes());
    let _ = writeln!(text, "{OPEN}{digest}"); // a String takes everything
    text
}

/// The seal of a file, if it is the seal of these bytes.
pub fn verify(bytes: &[u8]) -> Result<Seal, Unsealed> {
    let (body, seal) = split(bytes).ok_or(Unsealed::Missing)?;
    if sha256(body) == seal.to_string() {
        return Ok(seal);
    }
    let plain = without_returns(bytes);
    let honest = split(&plain).is_some_and(|(body, seal)| sha256(body) == seal.to_string());
    Err(if honest { Unsealed::LineEnds } else { Unsealed::Altered })
}

/// The bytes before the seal's line, and the seal.
fn split(bytes: &[u8]) -> Option<(&[u8], Seal)> {
    let end = bytes.strip_suffix(b"\n")?;
    let start = end.iter().rposition(|byte| *byte == b'\n')? + 1;
    let (body, line) = end.split_at_checked(start)?;
    let line = std::str::from_utf8(line).ok()?.trim_end_matches('\r');
    Some((body, line.strip_prefix(OPEN)?.parse().ok()?))
}

/// What the bytes were before a git setting or an editor turned `\n` into `\r\n`.
fn without_returns(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(bytes.len());
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        match line.strip_suffix(b"\r\n") {
            Some(line) => plain.extend(line.iter().chain(b"\n")),
            None => plain.extend(line),
        }
    }
    plain
}

/// The digest of any bytes: `sha256:…`.
pub fn sha256(bytes: &[u8]) -> String {
    written(&Sha256::digest(bytes))
}

fn written(digest: &[u8]) -> String {
    let mut text = String::from("sha256:");
    for byte in digest {
        let _ = write!(text, "{byte:02x}"); // a String takes everything
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_answers_for_every_byte_before_it() {
        let file = sealed("(\n  a: 1,\n)\n".into());
        assert_eq!(
            file,
            "(\n  a: 1,\n)\n// seal sha256:\
             1a3090e5227fbe80c02ef65faed2fec4ed5b1559b6455899a1e01a56cf85c03f\n"
        );
        let seal = verify(file.as_bytes()).unwrap();
        assert_eq!(seal.short(), "1a30 90e5 227f be80");
        for at in 0..file.len() {
            let mut bytes = file.clone().into_bytes();
            bytes[at] ^= 1;
            assert!(verify(&bytes).is_err(), "byte {at}");
            assert!(verify(&file.as_bytes()[..at]).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn what_broke_a_seal_is_told_apart() {
        let file = sealed("(\n  a: 1,\n)\n".into());
        let windows = file.replace('\n', "\r\n");
        assert_eq!(verify(windows.as_bytes()), Err(Unsealed::LineEnds));
        assert_eq!(verify(file.replace('1', "2").as_bytes()), Err(Unsealed::Altered));
        assert_eq!(verify(b"(\n  a: 1,\n)\n"), Err(Unsealed::Missing));
        assert_eq!(verify(format!("{file}\n").as_bytes()), Err(Unsealed::Missing));
    }

    #[test]
    fn the_digest_is_of_what_was_adopted() {
        let read = |text: &str| -> Plan {
            super::super::ron::read(text.as_bytes(), super::super::ron::Limits::of(1)).unwrap()
        };
        let text = include_str!("../../plan.ron");
        let digest = plan_digest(&read(text));
        assert_eq!(
            digest,
            "daoli-2023 sha256:775be63f585bfd13fde8c3fc453664b1f828533a9333568e6b034733b30923aa"
        );
        let edited = text.replace("short: \"投促局\"", "short: \"招商局本级\"");
        assert_eq!(plan_digest(&read(&edited)), digest);
        let amended = text.replace("value: \"500\"", "value: \"501\"");
        assert_ne!(plan_digest(&read(&amended)), digest);
    }
}
