//! The paragraphs of a paper, broken into lines, as high as the document has them.

use super::breaking::{self, Room, halves};
use super::{CELLS, Face, Piece};
use crate::papers::measure::{
    CHARACTER, LARGE, LINE, MARK_BEFORE, RULE_SPACE, RULE_THICK, SMALL, TITLE, TITLE_LINE, WIDTH,
    mark_line, mark_size,
};
use crate::papers::text::copies;
use crate::papers::{Block, Level, Paper, title};
use crate::words::paper::Paper as Word;

/// A paragraph.
#[derive(Debug)]
pub(super) struct Paragraph {
    /// The room above it.
    pub(super) before: u32,
    /// How high each of its lines is.
    pub(super) line: u32,
    /// The room below it, with the red rule at its end.
    pub(super) rule: Option<u32>,
    /// Whether it stays on the page of the one behind it.
    pub(super) keep: bool,
    /// Its lines.
    pub(super) lines: Vec<Vec<Piece>>,
    /// Of which block it is.
    pub(super) of: Option<usize>,
}

/// Where the lines of a paragraph stand.
#[derive(Clone, Copy)]
enum Stand {
    /// The first line and the others so many characters in, and all of them from the right.
    Left {
        first: u32,
        rest: u32,
        right: u32,
    },
    Centre,
    /// So many characters from the right.
    Right(u32),
}

const FLUSH: Stand = Stand::Left { first: 0, rest: 0, right: 0 };
/// 左空二字
const INDENTED: Stand = Stand::Left { first: 2, rest: 0, right: 0 };
/// Names that go on under the first one: two characters in, and the label's three.
const ROLL: Stand = Stand::Left { first: 2, rest: 5, right: 0 };
/// 抄送 of the foot, in its own characters.
const COPIES: Stand = Stand::Left { first: 1, rest: 4, right: 1 };

/// Head and text, from above.
pub(super) fn paragraphs(paper: &Paper) -> Vec<Paragraph> {
    let mut all = head(paper);
    let mut in_roll = false;
    for (at, block) in paper.body.iter().enumerate() {
        let is_roll = matches!(block, Block::Roll { .. });
        if is_roll && !in_roll {
            all.push(blank());
        }
        in_roll = is_roll;
        all.push(Paragraph { of: Some(at), ..part(block, paper) });
    }
    all
}

/// The lines of the foot: for whom it is copied, then who issues it and when.
pub(super) fn foot(paper: &Paper) -> Vec<Vec<Vec<Piece>>> {
    let foot = &paper.foot;
    let mut all = Vec::new();
    if !foot.copies.is_empty() {
        all.push(set(&copies(paper), Face::Small, SMALL, COPIES));
    }
    if !(foot.office.is_empty() && foot.issued.is_empty()) {
        all.push(vec![both_ends(&foot.office, &foot.issued, Face::Small)]);
    }
    all
}

/// 版头 and title.
fn head(paper: &Paper) -> Vec<Paragraph> {
    let mut all = Vec::new();
    if !paper.mark.is_empty() {
        let size = mark_size(&paper.mark);
        let mark = set(&paper.mark, Face::Mark, size * 10, Stand::Centre);
        let (before, line) = (MARK_BEFORE, mark_line(size));
        all.push(Paragraph { before, line, ..paragraph(mark) });
        let number = set(&paper.number, Face::Text, CHARACTER, Stand::Centre);
        all.push(Paragraph { before: 2 * LINE, ..paragraph(number) });
        let organ = vec![both_ends(&paper.organ, &paper.date, Face::Text)];
        // Points, and eighths of one.
        let rule = Some(RULE_SPACE * 20 + RULE_THICK * 20 / 8);
        all.push(Paragraph { before: LINE, rule, ..paragraph(organ) });
    }
    let lines = title::lines(&paper.title, TITLE);
    let lines = lines.iter().flat_map(|line| set(line, Face::Title, LARGE, Stand::Centre));
    let title = paragraph(lines.collect());
    all.push(Paragraph { before: 2 * LINE, line: TITLE_LINE, keep: true, ..title });
    let standing = paper.standing();
    all.extend(standing.map(|said| paragraph(set(&said, Face::Script, CHARACTER, Stand::Centre))));
    all.push(blank());
    all
}

fn part(block: &Block, paper: &Paper) -> Paragraph {
    match block {
        Block::Text(text) => paragraph(set(text, Face::Text, CHARACTER, INDENTED)),
        Block::Address(text) => paragraph(set(text, Face::Text, CHARACTER, FLUSH)),
        Block::Signed { by, day } => {
            let line = |said| set(said, Face::Text, CHARACTER, Stand::Right(4));
            let lines = [by, day].into_iter().flat_map(|said| line(said)).collect();
            Paragraph { before: 2 * LINE, ..paragraph(lines) }
        }
        Block::Item { level, number, text } => {
            let text = format!("{}{text}", level.label(*number, paper.lang));
            let (face, keep) = match level {
                Level::First => (Face::Bold, true),
                Level::Second => (Face::Script, true),
                Level::Third | Level::Fourth => (Face::Text, false),
            };
            Paragraph { keep, ..paragraph(set(&text, face, CHARACTER, INDENTED)) }
        }
        Block::Roll { label, names } => {
            let label = format!("{label}{}", Word::Colon.text(paper.lang));
            let mut lines = set(&format!("{label}{names}"), Face::Text, CHARACTER, ROLL);
            if let Some(first) = lines.first_mut() {
                embolden(first, label.len());
            }
            paragraph(lines)
        }
    }
}

/// The first bytes of a line in 黑体.
fn embolden(line: &mut Vec<Piece>, bytes: usize) {
    let Some(piece) = line.first_mut().filter(|piece| piece.text.is_char_boundary(bytes)) else {
        return;
    };
    let names = piece.text.split_off(bytes);
    piece.face = Face::Bold;
    let at = piece.at + halves(&piece.text);
    line.push(Piece { at, text: names, face: Face::Text });
}

fn paragraph(lines: Vec<Vec<Piece>>) -> Paragraph {
    Paragraph { before: 0, line: LINE, rule: None, keep: false, lines, of: None }
}

fn blank() -> Paragraph {
    paragraph(vec![Vec::new()])
}

/// A text in lines of one piece each; a character is as wide as that.
fn set(text: &str, face: Face, character: u32, stand: Stand) -> Vec<Vec<Piece>> {
    let room = |indent: u32| WIDTH.saturating_sub(indent * character);
    let half = if character == CHARACTER { HALF } else { character / 2 };
    let (first, rest) = match stand {
        Stand::Left { first, rest, right } => (room(first + right), room(rest + right)),
        Stand::Centre => (WIDTH, WIDTH),
        Stand::Right(right) => (room(right), room(right)),
    };
    let lines = breaking::lines(text, Room { first, rest, half });
    let piece = |(nth, line): (usize, std::ops::Range<usize>)| {
        let text = text[line].to_owned();
        let at = place(stand, nth, halves(&text));
        vec![Piece { at, text, face }]
    };
    lines.into_iter().enumerate().map(piece).collect()
}

/// What half a character of 三号 takes, a fifth of a point closer as it stands.
const HALF: u32 = CHARACTER / 2 - 2;

/// Where a line begins.
fn place(stand: Stand, nth: usize, halves: usize) -> usize {
    match stand {
        Stand::Left { first, rest, .. } => 2 * (if nth == 0 { first } else { rest }) as usize,
        Stand::Centre => CELLS.saturating_sub(halves) / 2,
        Stand::Right(right) => CELLS.saturating_sub(2 * right as usize + halves),
    }
}

/// One text a character from the left edge, one as far from the right.
fn both_ends(left: &str, right: &str, face: Face) -> Vec<Piece> {
    let at = (CELLS - 2).saturating_sub(halves(right));
    let left = Piece { at: 2, text: left.to_owned(), face };
    let right = Piece { at, text: right.to_owned(), face };
    [left, right].into_iter().filter(|piece| !piece.text.is_empty()).collect()
}
