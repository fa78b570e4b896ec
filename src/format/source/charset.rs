//! Bytes as text: by their mark, by what a person or a page says, by whether they hold, by a guess.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

use crate::words::source::{Known, NotRead};

/// An encoding that a person can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charset(&'static Encoding);

impl Charset {
    /// By any name that browsers know: `gb2312`, `utf-8`, `big5`.
    pub fn named(name: &str) -> Option<Self> {
        let known = Encoding::for_label(name.trim().as_bytes());
        let known = known.or_else(|| {
            // People write what their editor shows: UTF8, UTF16.
            let short = name.trim().to_ascii_lowercase().replace(['-', '_', ' '], "");
            match short.as_str() {
                "utf8" => Some(UTF_8),
                "utf16" | "utf16le" => Some(UTF_16LE),
                "utf16be" => Some(UTF_16BE),
                _ => None,
            }
        });
        known.filter(|encoding| readable(encoding)).map(wide).map(Self)
    }
}

/// Bytes that became text.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: &'static str,
    pub(super) known: Known,
    pub(super) damaged: usize,
}

/// The most damage that a text may have: one place in so many characters.
const WHOLE: usize = 50;

/// Decodes bytes.
///
/// # Errors
/// When they are no text, or not in the encoding that was set.
pub(super) fn decode(bytes: &[u8], set: Option<Charset>) -> Result<Decoded, NotRead> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(length..).unwrap_or_default();
        return held(decoded(rest, encoding, Known::Marked), || NotRead::NotText);
    }
    if let Some(Charset(encoding)) = set {
        let decoded = decoded(bytes, encoding, Known::Set);
        let (name, damaged) = (decoded.encoding.to_owned(), decoded.damaged.to_string());
        return held(decoded, || NotRead::OtherEncoding { encoding: name, damaged });
    }
    if let Some(encoding) = two_bytes_each(bytes) {
        return held(decoded(bytes, encoding, Known::Guessed), || NotRead::NotText);
    }
    if is_mostly_utf8(bytes) {
        return held(decoded(bytes, UTF_8, Known::Valid), || NotRead::NotText);
    }
    if let Some(encoding) = declared(bytes) {
        let decoded = decoded(bytes, encoding, Known::Declared);
        if holds(&decoded) {
            return Ok(decoded);
        }
    }
    held(decoded(bytes, guess(bytes), Known::Guessed), || NotRead::NotText)
}

fn decoded(bytes: &[u8], encoding: &'static Encoding, known: Known) -> Decoded {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    // A replacement character that the file itself wrote is damage that somebody else did.
    let damaged = text.matches('\u{fffd}').count();
    // The standard writes its name in small letters, people do not.
    let name = if encoding == GB18030 { "GB18030" } else { encoding.name() };
    Decoded { text: text.into_owned(), encoding: name, known, damaged }
}

fn held(decoded: Decoded, why: impl FnOnce() -> NotRead) -> Result<Decoded, NotRead> {
    if holds(&decoded) { Ok(decoded) } else { Err(why()) }
}

/// Whether it is text at all: hardly any damage, and no control characters to speak of.
fn holds(decoded: &Decoded) -> bool {
    let strange = |c: &char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}');
    let odd = decoded.text.chars().filter(strange).count() + decoded.damaged;
    odd * WHOLE <= decoded.text.chars().count()
}

/// UTF-8 as it is, or as a download that was cut left it.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken * WHOLE <= whole
}

/// UTF-16 without its mark: half of the bytes of its ASCII are zero, on one side; and Han in the
/// wrong order is no Han.
fn two_bytes_each(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.len() < 4 || !bytes.len().is_multiple_of(2) || !bytes.contains(&0) {
        return None;
    }
    let share = |encoding: &'static Encoding| {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
        let usual = text.chars().filter(|c| is_usual(*c)).count();
        Some((usual * 100 / text.chars().count().max(1), encoding))
    };
    let best = [UTF_16LE, UTF_16BE].into_iter().filter_map(share).max_by_key(|(share, _)| *share);
    best.filter(|(share, _)| *share >= 90).map(|(_, encoding)| encoding)
}

/// What Chinese and English text is made of.
fn is_usual(c: char) -> bool {
    matches!(c, '\t' | '\r' | '\n' | ' '..='~' | '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}'
        | '\u{ff00}'..='\u{ffef}' | '\u{2010}'..='\u{2027}' | '\u{a0}'..='\u{ff}')
}

/// What a page declares of itself in its head.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..4096).unwrap_or(bytes).to_ascii_lowercase();
    let at = head.windows(8).position(|window| window == b"charset=")?;
    let rest = head.get(at + 8..)?;
    let name: Vec<u8> = rest
        .iter()
        .copied()
        .skip_while(|byte| matches!(byte, b'"' | b'\'' | b' '))
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        .collect();
    Encoding::for_label(&name).filter(|encoding| readable(encoding)).map(wide)
}

/// What the bytes look like. A page in Chinese is what comes here: between the two that it may be
/// in, the words that every such text has decide, and only then the general guess.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let common = |encoding: &'static Encoding| {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
        let found = text.chars().filter(|c| COMMON.contains(*c)).count();
        Some((found * 100 / text.chars().filter(|c| !c.is_ascii()).count().max(1), encoding))
    };
    // Of two that are equal the later is taken.
    let best = [BIG5, GB18030].into_iter().filter_map(common).max_by_key(|(share, _)| *share);
    if let Some((_, encoding)) = best.filter(|(share, _)| *share >= 5) {
        return encoding;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    wide(detector.guess(Some(b"cn"), Utf8Detection::Deny))
}

/// Characters that no report is without, in both scripts.
const COMMON: &str =
    "的年和工作建设設建发展發展区區市一不在人中大实施實施推进進加强強政府，。、：；";

/// Whether a Han is one of GB 2312, the set of 简体. Those of 繁体 alone are not.
pub fn is_simplified(han: char) -> bool {
    let mut utf8 = [0; 4];
    let (bytes, _, failed) = GBK.encode(han.encode_utf8(&mut utf8));
    !failed && matches!(*bytes, [0xa1..=0xf7, 0xa1..=0xfe])
}

/// GB2312 and GBK as what they are part of.
fn wide(encoding: &'static Encoding) -> &'static Encoding {
    if encoding == GBK { GB18030 } else { encoding }
}

/// Whether text can come of it: browsers know one encoding that replaces everything.
fn readable(encoding: &'static Encoding) -> bool {
    encoding != encoding_rs::REPLACEMENT
}
