//! All of Unicode in pieces that fit into a line: everything that is odd and a step through the rest,
//! or every single scalar value under `YIDING_LONG`.

/// Whether everything is tried. It is asked when the tests are built.
pub const ALL: bool = option_env!("YIDING_LONG").is_some();

/// How many columns a piece takes, about: what is hidden takes up to eight, as a mark.
const COLUMNS: usize = 640;

/// The ends of everything that is odd.
const ODD: &[(u32, u32)] = &[
    (0x00, 0x1f),
    (0x7e, 0xa1),
    (0xad, 0xad),
    (0x300, 0x303),
    (0x34f, 0x34f),
    (0x378, 0x37a),
    (0x483, 0x489),
    (0x5b0, 0x5b2),
    (0x600, 0x605),
    (0x61c, 0x61c),
    (0x6dd, 0x6dd),
    (0x70f, 0x70f),
    (0x903, 0x903),
    (0xd4e, 0xd4e),
    (0x102b, 0x102c),
    (0x115f, 0x1161),
    (0x11a8, 0x11a8),
    (0x17b4, 0x17b6),
    (0x180b, 0x180f),
    (0x1ab0, 0x1ab1),
    (0x2000, 0x2010),
    (0x2014, 0x2014),
    (0x201c, 0x201d),
    (0x2026, 0x202f),
    (0x205f, 0x2070),
    (0x20d0, 0x20d1),
    (0x20e3, 0x20e3),
    (0x2460, 0x2461),
    (0x2500, 0x2502),
    (0x2800, 0x2800),
    (0x3000, 0x3000),
    (0x302a, 0x302f),
    (0x3099, 0x309a),
    (0x3164, 0x3164),
    (0xac00, 0xac01),
    (0xd7ff, 0xd7ff),
    (0xe000, 0xe001),
    (0xf8ff, 0xf900),
    (0xfdcf, 0xfdd1),
    (0xfe00, 0xfe0f),
    (0xfe20, 0xfe21),
    (0xfeff, 0xfeff),
    (0xff9e, 0xffa1),
    (0xffe8, 0xffff),
    (0x110bd, 0x110bd),
    (0x13430, 0x13431),
    (0x1bca0, 0x1bca1),
    (0x1d165, 0x1d16d),
    (0x1d173, 0x1d174),
    (0x1f1e8, 0x1f1e9),
    (0x1f3fa, 0x1f3ff),
    (0x1fffe, 0x20001),
    (0x2ffff, 0x30000),
    (0x3fffd, 0x40000),
    (0xe0000, 0xe0002),
    (0xe0041, 0xe0042),
    (0xe007f, 0xe0080),
    (0xe0100, 0xe0101),
    (0xe01ef, 0xe01f0),
    (0xeffff, 0xf0000),
    (0xffffd, 0x0010_0000),
    (0x0010_fffd, 0x0010_ffff),
];

/// What steers when it is together.
const TOGETHER: &[&str] = &[
    "甲\x1b[2J\x1b]0;题\x07\x1b]52;c;55Sy\x07乙\x1bP1$r\x1b\\\x1b[6n\x1bc",
    "\u{9b}31m\u{9d}0;题\u{9c}\u{90}q\u{9c}",
    "👨\u{200d}👩\u{200d}👧👍🏻🇨🇳1\u{fe0f}\u{20e3}☀\u{fe0f}☀\u{fe0e}",
    "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}\u{30b}",
    "\u{202e}abc\u{202c}\u{2067}def\u{2069}葛\u{e0100}\u{e0101}",
    "\r\n\t\u{85}\u{2028}\u{2029}\u{b}\u{c}",
    "=1+1 +1 -1 @A1 <b>&amp;</b> \"'`|*_[x](y) # ",
];

/// The pieces, each behind a Han character.
pub fn pieces() -> Vec<String> {
    let mut pieces: Vec<String> = TOGETHER.iter().map(|text| format!("甲{text}")).collect();
    let odd = ODD.iter().flat_map(|(first, last)| *first..=*last);
    let rest = (0..=u32::from(char::MAX)).step_by(if ALL { 1 } else { 7919 });
    let (mut piece, mut columns) = (String::from('乙'), 0);
    for c in odd.chain(rest).filter_map(char::from_u32) {
        piece.push(c);
        columns += if c.is_alphanumeric() { 2 } else { 8 };
        if columns > COLUMNS {
            pieces.push(std::mem::replace(&mut piece, String::from('乙')));
            columns = 0;
        }
    }
    pieces.push(piece);
    pieces
}

#[test]
fn every_scalar_value_is_in_a_piece_when_everything_is_tried() {
    let pieces = pieces();
    let all: std::collections::BTreeSet<char> =
        pieces.iter().flat_map(|text| text.chars()).collect();
    assert_eq!(all.len() == 1_112_064, ALL, "{} values", all.len());
    for (first, last) in ODD {
        assert!([first, last].iter().all(|c| char::from_u32(**c).is_none_or(|c| all.contains(&c))));
    }
}
