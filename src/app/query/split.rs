//! A line in terms: blanks part them, quotes hold them together, `!` denies, an operator parts key
//! and value. Nothing here knows what a key means.

use super::Order;
use super::key;
use crate::app::key::twin;
use crate::words::query::Key;

/// One term as it was typed.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) denied: bool,
    /// What stands before the operator, and the operator.
    pub(super) key: Option<(Before, Order)>,
    /// The value, or the whole term.
    pub(super) value: String,
    /// The value stood in quotes: it is taken to the letter.
    pub(super) quoted: bool,
}

/// What stands before an operator.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Before {
    Key(Key),
    Unknown(String),
}

/// The terms of a text. An unclosed quote runs to the end.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut chars = text.chars().peekable();
    loop {
        while chars.next_if(|c| c.is_whitespace()).is_some() {}
        if chars.peek().is_none() {
            return pieces;
        }
        pieces.push(piece(&mut chars));
    }
}

type Chars<'a> = std::iter::Peekable<std::str::Chars<'a>>;

fn piece(chars: &mut Chars<'_>) -> Piece {
    let denied = chars.next_if(|c| twin(*c) == '!').is_some();
    let mut piece = Piece { denied, ..Piece::default() };
    let mut within = false;
    while let Some(c) = chars.next_if(|c| within || !c.is_whitespace()) {
        if twin(c) == '"' {
            within = !within;
            piece.quoted |= piece.value.is_empty();
        } else if within || piece.quoted || piece.key.is_some() {
            piece.value.push(c);
        } else {
            piece.take(c, chars);
        }
    }
    piece
}

impl Piece {
    /// Takes a character that may be an operator: one needs a key before it. A title's own marks
    /// (《…》) are operators behind a key alone.
    fn take(&mut self, c: char, chars: &mut Chars<'_>) {
        let Some(order) = order(c).filter(|_| !self.value.is_empty()) else {
            return self.value.push(c);
        };
        let named = key::named(&self.value);
        if named.is_none() && matches!(c, '《' | '》') {
            return self.value.push(c);
        }
        let before = std::mem::take(&mut self.value);
        let before = named.map_or(Before::Unknown(before), Before::Key);
        self.key = Some((before, with_equals(order, chars)));
    }
}

fn order(c: char) -> Option<Order> {
    match twin(c) {
        ':' | '=' => Some(Order::Is),
        '<' => Some(Order::Below),
        '>' => Some(Order::Above),
        '≤' => Some(Order::AtMost),
        '≥' => Some(Order::AtLeast),
        _ => None,
    }
}

/// `<=` and `>=`.
fn with_equals(order: Order, chars: &mut Chars<'_>) -> Order {
    let (Order::Below | Order::Above) = order else { return order };
    match (chars.next_if(|c| twin(*c) == '='), order) {
        (Some(_), Order::Below) => Order::AtMost,
        (Some(_), _) => Order::AtLeast,
        (None, order) => order,
    }
}
