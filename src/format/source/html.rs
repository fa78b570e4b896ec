//! A saved page as lines: blocks end lines, what is not shown is not read, bold print and headings are
//! kept as evidence.
//!
//! Only tokens are made of a page and never a tree: a page that nests a million deep costs no more than
//! a flat one.

use std::cell::Cell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::page::Page;
use crate::report::hint::{Form, Hint};
use crate::words::source::NotRead;

/// How many spans may be open at once and still be known for what they are.
const SPANS: usize = 256;

/// The text of a page, and what its tags say of it.
pub(super) fn read(text: &str) -> Result<(String, Vec<Hint>), NotRead> {
    let queue = BufferQueue::default();
    for part in pieces(text) {
        queue.push_back(StrTendril::from(part));
    }
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    // It stops behind each script, which nobody here runs.
    while !queue.is_empty() {
        let _ = tokenizer.feed(&queue);
    }
    tokenizer.end();
    tokenizer.sink.state.take().page.finish()
}

/// A text in pieces that a tendril can hold.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut end = rest.len().min(1 << 20);
        while !rest.is_char_boundary(end) {
            end -= 1;
        }
        let (piece, after) = rest.split_at(end);
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

/// The tokenizer holds its sink for good, so what it knows lies in a cell.
#[derive(Default)]
struct Sink {
    state: Cell<State>,
}

#[derive(Default)]
struct State {
    page: Page,
    /// The element whose content is not shown.
    hidden: Option<String>,
    /// For each open span whether it is bold.
    spans: Vec<bool>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.state.take();
        let result = match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => state.opens(&tag),
            Token::TagToken(tag) => state.closes(&tag.name),
            Token::CharacterTokens(text) => state.says(&text),
            _ => TokenSinkResult::Continue,
        };
        self.state.set(state);
        result
    }
}

impl State {
    fn says(&mut self, text: &str) -> TokenSinkResult<()> {
        if self.hidden.is_none() && !self.page.is_full() {
            self.page.flow(text);
        }
        TokenSinkResult::Continue
    }

    fn opens(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        if self.hidden.is_some() {
            return TokenSinkResult::Continue;
        }
        if let Some(passed) = hides(name) {
            self.hidden = Some(name.to_owned());
            return match passed {
                Passed::Raw(kind) => TokenSinkResult::RawData(kind),
                Passed::Tags => TokenSinkResult::Continue,
            };
        }
        match name {
            "br" => self.page.end_line(),
            "b" | "strong" => self.page.strong(),
            "span" | "font" => self.span(is_bold(tag)),
            "table" => self.page.table(),
            "tr" => self.page.row(),
            "td" | "th" => self.page.cell(number(tag, "colspan"), number(tag, "rowspan")),
            "li" => {
                self.page.end_block();
                self.page.is(Form::Item);
            }
            _ => match heading(name) {
                Some(level) => {
                    self.page.end_block();
                    self.page.is(Form::Heading(level));
                }
                None if is_block(name) => self.page.end_block(),
                None => {}
            },
        }
        TokenSinkResult::Continue
    }

    fn closes(&mut self, name: &str) -> TokenSinkResult<()> {
        if self.hidden.as_deref() == Some(name) {
            self.hidden = None;
        }
        if self.hidden.is_some() {
            return TokenSinkResult::Continue;
        }
        match name {
            "b" | "strong" => self.page.weak(),
            "span" | "font" => self.end_span(),
            "table" => self.page.end_table(),
            _ if is_block(name) || heading(name).is_some() => self.page.end_block(),
            _ => {}
        }
        TokenSinkResult::Continue
    }

    fn end_span(&mut self) {
        if self.spans.pop() == Some(true) {
            self.page.weak();
        }
    }

    fn span(&mut self, bold: bool) {
        if self.spans.len() >= SPANS {
            return;
        }
        self.spans.push(bold);
        if bold {
            self.page.strong();
        }
    }
}

/// How the content of what is not shown is passed over.
enum Passed {
    /// In a state of the tokenizer, for it may hold anything.
    Raw(RawKind),
    /// As tags like others.
    Tags,
}

/// What of a page is not shown, and in which state its content is passed over.
fn hides(name: &str) -> Option<Passed> {
    match name {
        "script" => Some(Passed::Raw(RawKind::ScriptData)),
        "style" | "noscript" | "noframes" | "iframe" | "xmp" => Some(Passed::Raw(RawKind::Rawtext)),
        "title" | "textarea" => Some(Passed::Raw(RawKind::Rcdata)),
        "svg" | "template" | "select" | "object" => Some(Passed::Tags),
        _ => None,
    }
}

fn heading(name: &str) -> Option<u8> {
    let mut letters = name.bytes();
    match (letters.next(), letters.next(), letters.next()) {
        (Some(b'h'), Some(digit @ b'1'..=b'6'), None) => Some(digit - b'0'),
        _ => None,
    }
}

fn is_block(name: &str) -> bool {
    const BLOCKS: [&str; 38] = [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ];
    BLOCKS.binary_search(&name).is_ok()
}

fn attribute<'a>(tag: &'a Tag, name: &str) -> Option<&'a str> {
    let found = tag.attrs.iter().find(|attribute| &*attribute.name.local == name);
    found.map(|attribute| &*attribute.value)
}

fn number(tag: &Tag, name: &str) -> usize {
    attribute(tag, name).and_then(|value| value.trim().parse().ok()).unwrap_or(1)
}

/// Bold by its style, as pages that came from Word are.
fn is_bold(tag: &Tag) -> bool {
    let style = attribute(tag, "style").unwrap_or_default().to_ascii_lowercase();
    let weight = style.split(';').find_map(|rule| rule.trim().strip_prefix("font-weight"));
    let weight = weight.unwrap_or_default().trim_start_matches([':', ' ']);
    weight.starts_with("bold") || matches!(weight.get(..3), Some("600" | "700" | "800" | "900"))
}
