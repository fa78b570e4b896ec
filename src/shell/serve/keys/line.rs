//! One line of authorized_keys: options, key, name.
//!
//! The key itself is read by the SSH library. Its reader of whole lines splits options at blanks
//! inside quotes and takes `#` in a name for a comment, so the line is cut here.

use std::net::IpAddr;
use std::str::FromStr as _;

use chrono::{Local, NaiveDate, NaiveDateTime, NaiveTime, TimeZone as _, Utc};
use russh::keys::ssh_key::public::KeyData;
use russh::keys::{Algorithm, HashAlg, PublicKey};

use super::Screen;
use crate::plan::plain::is_hidden;
use crate::words::door::{KeyFault, Refusal};

/// The longest name that is shown.
const LONGEST_NAME: usize = 32;

/// A key with what its options say.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) key: PublicKey,
    pub(super) name: String,
    pub(super) screen: Screen,
    from: Vec<Pattern>,
    pub(super) until: Option<NaiveDateTime>,
}

/// Addresses that a key may come from, or may not.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Pattern {
    negated: bool,
    among: Among,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Among {
    /// An address and how many of its leading bits count.
    Network(IpAddr, u8),
    /// `*` and `?` over the address as text.
    Glob(String),
}

impl Entry {
    pub(super) fn admits(&self, from: IpAddr, now: NaiveDateTime) -> Result<(), Refusal> {
        if self.until.is_some_and(|until| now >= until) {
            return Err(Refusal::Expired);
        }
        let from = from.to_canonical();
        let matching = |negated| {
            self.from.iter().any(|pattern| pattern.negated == negated && pattern.among.holds(from))
        };
        let here = self.from.is_empty() || (matching(false) && !matching(true));
        if here { Ok(()) } else { Err(Refusal::Elsewhere) }
    }
}

/// Reads a line; nothing for an empty one or a remark.
pub(super) fn read(line: &str) -> Result<Option<Entry>, KeyFault> {
    let line = line.trim();
    if line.is_empty() || line.starts_with('#') {
        return Ok(None);
    }
    let (options, rest) = if begins_with_key(line) { ("", line) } else { cut_options(line)? };
    let mut words = rest.trim_start().splitn(3, char::is_whitespace);
    let (kind, data) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let key = PublicKey::from_openssh(&format!("{kind} {data}")).map_err(|_| KeyFault::NotAKey)?;
    strong(&key)?;
    let fingerprint = key.fingerprint(HashAlg::Sha256).to_string();
    let name = shown_name(words.next().unwrap_or_default(), &fingerprint);
    let mut entry = Entry { key, name, screen: Screen::Allowed, from: Vec::new(), until: None };
    for option in split(options) {
        honour(&mut entry, option)?;
    }
    Ok(Some(entry))
}

fn begins_with_key(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    Algorithm::from_str(first).is_ok_and(|kind| !matches!(kind, Algorithm::Other(_)))
}

/// The options before the first blank outside quotes, and what follows.
fn cut_options(line: &str) -> Result<(&str, &str), KeyFault> {
    let mut quoted = false;
    let mut escaped = false;
    for (at, c) in line.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            c if c.is_whitespace() && !quoted => return Ok(line.split_at(at)),
            _ => {}
        }
    }
    Err(if quoted { KeyFault::Quotes } else { KeyFault::NotAKey })
}

/// Options at the commas outside quotes.
fn split(options: &str) -> Vec<&str> {
    let mut quoted = false;
    let parts = options.split(move |c| {
        quoted ^= c == '"';
        c == ',' && !quoted
    });
    parts.filter(|part| !part.is_empty()).collect()
}

/// Takes an option into account. What the door never gives may be forbidden in any words; what it
/// never gives cannot be asked for.
fn honour(entry: &mut Entry, option: &str) -> Result<(), KeyFault> {
    let (name, value) = option
        .split_once('=')
        .map_or((option, None), |(name, value)| (name, Some(value.trim_matches('"'))));
    match (name.to_ascii_lowercase().as_str(), value) {
        ("restrict" | "no-pty", None) => entry.screen = Screen::Forbidden,
        ("pty", None) => entry.screen = Screen::Allowed,
        (
            "no-port-forwarding" | "no-agent-forwarding" | "no-x11-forwarding" | "no-user-rc",
            None,
        )
        | ("permitopen" | "permitlisten", Some("none")) => {}
        ("from", Some(list)) => entry.from = patterns(list)?,
        ("expiry-time", Some(time)) => {
            let until = moment(time).ok_or(KeyFault::Date { value: time.to_owned() })?;
            entry.until = Some(entry.until.map_or(until, |other| other.min(until)));
        }
        _ => return Err(KeyFault::Option { option: name.to_owned() }),
    }
    Ok(())
}

fn patterns(list: &str) -> Result<Vec<Pattern>, KeyFault> {
    let read = |text: &str| {
        let (negated, text) = text.strip_prefix('!').map_or((false, text), |text| (true, text));
        let among = among(text).ok_or(KeyFault::Address { value: text.to_owned() })?;
        Ok(Pattern { negated, among })
    };
    list.split(',').map(|part| read(part.trim())).collect()
}

fn among(text: &str) -> Option<Among> {
    if let Ok(address) = text.parse::<IpAddr>() {
        return Some(Among::Network(address, u8::MAX));
    }
    if let Some((address, bits)) = text.split_once('/') {
        let (address, bits) = (address.parse::<IpAddr>().ok()?, bits.parse().ok()?);
        let most = if address.is_ipv4() { 32 } else { 128 };
        return (bits <= most).then_some(Among::Network(address, bits));
    }
    let glob = |c: char| c.is_ascii_hexdigit() || matches!(c, '.' | ':' | '*' | '?');
    (text.contains(['*', '?']) && text.chars().all(glob)).then(|| Among::Glob(text.to_owned()))
}

impl Among {
    fn holds(&self, from: IpAddr) -> bool {
        match self {
            Self::Network(network, bits) => match (network.to_canonical(), from) {
                (IpAddr::V4(network), IpAddr::V4(from)) => {
                    let apart = network.to_bits() ^ from.to_bits();
                    apart.leading_zeros() >= u32::from(*bits).min(32)
                }
                (IpAddr::V6(network), IpAddr::V6(from)) => {
                    let apart = network.to_bits() ^ from.to_bits();
                    apart.leading_zeros() >= u32::from(*bits).min(128)
                }
                _ => false,
            },
            Self::Glob(glob) => fits(glob.as_bytes(), from.to_string().as_bytes()),
        }
    }
}

fn fits(glob: &[u8], text: &[u8]) -> bool {
    match (glob, text) {
        ([], text) => text.is_empty(),
        ([b'*', glob @ ..], text) => (0..=text.len()).any(|at| fits(glob, &text[at..])),
        ([b'?', glob @ ..], [_, text @ ..]) => fits(glob, text),
        ([own, glob @ ..], [c, text @ ..]) => own == c && fits(glob, text),
        (_, []) => false,
    }
}

/// `YYYYMMDD`, `YYYYMMDDHHMM` or with seconds, local time; with a `Z` it is UTC.
fn moment(text: &str) -> Option<NaiveDateTime> {
    let (digits, utc) = text.strip_suffix(['Z', 'z']).map_or((text, false), |text| (text, true));
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (day, time) = digits.split_at_checked(8)?;
    let day = NaiveDate::parse_from_str(day, "%Y%m%d").ok()?;
    let time = match time.len() {
        0 => NaiveTime::MIN,
        4 => NaiveTime::parse_from_str(time, "%H%M").ok()?,
        6 => NaiveTime::parse_from_str(time, "%H%M%S").ok()?,
        _ => return None,
    };
    let moment = day.and_time(time);
    Some(if utc {
        Utc.from_utc_datetime(&moment).with_timezone(&Local).naive_local()
    } else {
        moment
    })
}

fn strong(key: &PublicKey) -> Result<(), KeyFault> {
    let KeyData::Rsa(rsa) = key.key_data() else { return Ok(()) };
    let bits = rsa.key_size();
    if bits < 2048 { Err(KeyFault::Weak { bits: bits.to_string() }) } else { Ok(()) }
}

/// The comment as far as it can be shown; the fingerprint's beginning where there is none.
pub fn shown_name(comment: &str, fingerprint: &str) -> String {
    let clean = |c: &char| !c.is_control() && !is_hidden(*c);
    let name: String = comment.trim().chars().filter(clean).take(LONGEST_NAME).collect();
    if name.is_empty() {
        return fingerprint.chars().take(15).collect();
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJdD7y3aLq454yWBdwLWbieU1ebz9/cu7/QEXn9OIeZJ";

    fn entry(options: &str) -> Result<Entry, KeyFault> {
        read(&format!("{options}{KEY} 甲 #1")).map(Option::unwrap)
    }

    #[test]
    fn each_option_is_honoured_or_refused() {
        for (options, screen) in [
            ("", Screen::Allowed),
            ("restrict ", Screen::Forbidden),
            ("restrict,pty ", Screen::Allowed),
            ("no-pty ", Screen::Forbidden),
            ("no-agent-forwarding,no-X11-forwarding,permitopen=\"none\"  ", Screen::Allowed),
            ("from=\"10.0.0.0/8, 192.168.1.?\",pty\t", Screen::Allowed),
        ] {
            let entry = entry(options).unwrap();
            assert_eq!((entry.screen, entry.name.as_str()), (screen, "甲 #1"), "{options}");
        }
        for (options, option) in [
            ("command=\"ls -l, x\" ", "command"),
            ("environment=\"A=B\" ", "environment"),
            ("cert-authority ", "cert-authority"),
            ("agent-forwarding ", "agent-forwarding"),
            ("verify-required ", "verify-required"),
            ("made-up ", "made-up"),
        ] {
            let want = KeyFault::Option { option: option.to_owned() };
            assert_eq!(entry(options).err(), Some(want), "{options}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_no_key() {
        for (line, want) in [
            ("ssh-ed25519", KeyFault::NotAKey),
            ("ssh-ed25519 AAAA 甲", KeyFault::NotAKey),
            ("restrict", KeyFault::NotAKey),
            ("from=\"10.0.0.1 ssh-ed25519 AAAA", KeyFault::Quotes),
            (&format!("ssh-rsa {}", &KEY[12..]), KeyFault::NotAKey),
            (
                &format!("from=\"a.example\" {KEY}"),
                KeyFault::Address { value: "a.example".to_owned() },
            ),
            (
                &format!("from=\"10.0.0.0/33\" {KEY}"),
                KeyFault::Address { value: "10.0.0.0/33".to_owned() },
            ),
            (
                &format!("expiry-time=\"2023-9-15\" {KEY}"),
                KeyFault::Date { value: "2023-9-15".to_owned() },
            ),
        ] {
            assert_eq!(read(line).err(), Some(want), "{line}");
        }
        assert!(read("  # x").unwrap().is_none());
    }

    #[test]
    fn a_name_has_nothing_hidden_in_it() {
        let named = |comment: &str| read(&format!("{KEY} {comment}")).unwrap().unwrap().name;
        assert_eq!(named("督查室\u{202e}\u{1b}[2J"), "督查室[2J");
        assert_eq!(named(""), named("\u{200b}"));
        assert!(named("").starts_with("SHA256:"));
        assert_eq!(named(&"长".repeat(500)).chars().count(), LONGEST_NAME);
    }

    #[test]
    fn addresses_are_matched_as_sshd_does() {
        for (list, from, want) in [
            ("10.1.2.3", "10.1.2.3", true),
            ("10.1.2.3", "::ffff:10.1.2.3", true),
            ("10.1.0.0/16", "10.1.9.9", true),
            ("10.1.0.0/16", "10.2.0.1", false),
            ("0.0.0.0/0", "8.8.8.8", true),
            ("10.*", "10.200.1.1", true),
            ("10.?.1.1", "10.20.1.1", false),
            ("*,!10.0.0.1", "10.0.0.1", false),
            ("!10.0.0.1", "10.0.0.2", false),
            ("fe80::/10", "fe80::1", true),
            ("fe80::/10", "10.0.0.1", false),
        ] {
            let entry = entry(&format!("from=\"{list}\" ")).unwrap();
            let now = NaiveDateTime::default();
            assert_eq!(entry.admits(from.parse().unwrap(), now).is_ok(), want, "{list} {from}");
        }
    }

    #[test]
    fn times_are_read_as_sshd_does() {
        let at = |text: &str| moment(text).map(|moment| moment.to_string());
        assert_eq!(at("20230915").unwrap(), "2023-09-15 00:00:00");
        assert_eq!(at("202309151430").unwrap(), "2023-09-15 14:30:00");
        assert_eq!(at("20230915143001").unwrap(), "2023-09-15 14:30:01");
        assert!(moment("20230915Z").is_some());
        for wrong in ["", "2023", "20231301", "202309151", "20230915x", "长长长长", "2023091524610"]
        {
            assert_eq!(moment(wrong), None, "{wrong}");
        }
    }
}
