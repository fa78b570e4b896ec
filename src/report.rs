//! READING A REPORT.
//!
//! Reading cannot fail, it can only doubt: nothing in this room's public face is a `Result`.
//!
//! ```text
//! text ─> lines joined to paragraphs ─> parts ─> sections ─> tasks ─> measures by sentence
//! ```
//!
//! It goes by how reports are written and not by how one of them is: which markers stand for what
//! is seen in each report anew.

use chrono::NaiveDate;

use crate::plan::{Period, Plan};
use crate::words::Lang;
use crate::words::report::{Role, Unnamed, Weight, Why};

pub mod again;
pub mod clause;
mod draft;
mod duty;
mod goal;
pub mod hint;
mod join;
mod latin;
mod lead;
mod letter;
mod line;
pub mod listed;
mod marker;
mod notice;
pub(crate) mod number;
mod outline;
mod parts;
pub mod proof;
mod section;
mod sentence;
pub mod settle;
mod table;
mod tail;
#[cfg(test)]
mod tests;
mod title;
pub(crate) mod unit;
mod writer;

pub use draft::{Bridge, Doubt, Draft, Duty, Reason, Span};
pub use goal::{Goal, Refused, Rejected};

use hint::Hint;
use line::Para;
use parts::{Kind, Part};
use writer::Writer;

/// Reads a report. Whatever the text is, a draft comes of it that has every character of it.
pub fn read(text: &str) -> Draft {
    read_formed(text, &[])
}

/// Reads a report with what the form of its source says of the text. It helps where the words leave
/// something open, and never stands against them.
pub fn read_formed(text: &str, hints: &[Hint]) -> Draft {
    if sentence::is_latin(text) {
        return read_latin(text, hints);
    }
    let paras = line::paragraphs(text, hints);
    let parts = parts::parts(text, &paras);
    let front = parts.first().filter(|part| part.kind == Kind::Front);
    let front = front.map_or([].as_slice(), |part| of(&paras, part));
    let page = title::page(text, front);
    let mut writer = Writer::new(text, Plan::new("plan", "", year_of(DEFAULT_YEAR)));
    first_page(&mut writer, text, front, page);
    name(&mut writer, text, front, page);
    set_year(&mut writer, text, &paras, &parts);
    outline::read(&mut writer, text, &paras, &parts);
    for part in parts.iter().filter(|part| part.kind == Kind::Back) {
        for para in of(&paras, part) {
            writer.claim(para.at.clone(), Role::Chrome);
        }
    }
    if !parts.iter().any(|part| part.kind == Kind::Plan) {
        writer.doubt(0..0, Weight::Heavy, Why::NoPlanPart);
    }
    writer.finish()
}

/// Reads a plan in Latin letters.
fn read_latin(text: &str, hints: &[Hint]) -> Draft {
    let year = latin::year(text);
    let period = year_of(year.unwrap_or(DEFAULT_YEAR));
    let id = format!("plan-{}", year.unwrap_or(DEFAULT_YEAR));
    let mut writer = Writer::new(text, Plan::new(&id, Unnamed::Report.text(Lang::En), period));
    if year.is_none() {
        let why = Why::NoYear { year: DEFAULT_YEAR.to_string() };
        writer.doubt(0..0, Weight::Heavy, why);
    }
    latin::read(&mut writer, text, hints);
    writer.finish()
}

/// The year that stands in when a text names none.
const DEFAULT_YEAR: i32 = 2000;

fn of<'a>(paras: &'a [Para], part: &Part) -> &'a [Para] {
    paras.get(part.paras.clone()).unwrap_or_default()
}

/// Page furniture, title, date line, the first words.
fn first_page(writer: &mut Writer, text: &str, front: &[Para], page: title::Page) {
    let opens = |para: &Para| {
        let words = letter::bare(text.get(para.at.clone()).unwrap_or_default());
        words.starts_with("各位") || words.starts_with("同志们") || words.starts_with("现在")
    };
    let opened = front.iter().position(opens).unwrap_or(front.len());
    let long: usize = front.iter().skip(opened).map(|para| para.chars).sum();
    for (at, para) in front.iter().enumerate() {
        let role = match at {
            _ if page.title == Some(at) => Role::Title,
            _ if page.date == Some(at) => Role::DateLine,
            _ if at >= opened && long > LONG_OPENING => Role::Review,
            _ if at >= opened => Role::Opening,
            _ => Role::Chrome,
        };
        writer.claim(para.at.clone(), role);
    }
}

/// An opening longer than this is a review without a heading.
const LONG_OPENING: usize = 600;

/// Title and organ, from the first page.
fn name(writer: &mut Writer, text: &str, front: &[Para], page: title::Page) {
    let words = |at: Option<usize>| {
        let para = at.and_then(|at| front.get(at))?;
        Some(line::verbatim(text, &(para.at.clone())).trim_matches(letter::is_space).to_owned())
    };
    let titled = words(page.title);
    let dated = words(page.date);
    let place = dated.as_deref().and_then(title::district);
    let place = place.or_else(|| titled.as_deref().and_then(title::district_of_title));
    writer.plan.organ = place.map_or_else(String::new, |place| format!("{place}人民政府"));
    if titled.is_none() {
        writer.doubt(0..0, Weight::Middle, Why::NoTitle);
    }
    writer.plan.title = titled.unwrap_or_else(|| Unnamed::Report.text(Lang::Zh).into());
}

/// The year of the plan: its part's heading says it, or the title, or the date line, or the words
/// that come first in the plan.
fn set_year(writer: &mut Writer, text: &str, paras: &[Para], parts: &[Part]) {
    let words = |para: &Para| letter::bare(text.get(para.at.clone()).unwrap_or_default());
    let plans = || parts.iter().filter(|part| part.kind == Kind::Plan);
    let headings = plans().filter(|part| part.headed != parts::Headed::Not);
    let mut said: Vec<String> =
        headings.filter_map(|part| of(paras, part).first().map(words)).collect();
    said.extend(plans().flat_map(|part| of(paras, part).iter().take(4)).filter_map(|para| {
        let words = words(para);
        let begins = words.split_once('年').is_some_and(|(year, _)| year.chars().count() == 4);
        begins.then_some(words)
    }));
    let front = parts.iter().filter(|part| part.kind == Kind::Front);
    let mut front: Vec<String> = front.flat_map(|part| of(paras, part)).map(words).collect();
    front.sort_by_key(|words| !words.starts_with(['—', '-', '(']));
    said.extend(front);
    said.extend(paras.iter().take(40).map(words));
    let found = said.iter().find_map(|words| title::year(words)).or_else(|| {
        // Compared as published: the folding of characters makes the traditional ones plain.
        let first = paras.iter().take(40).filter_map(|para| text.get(para.at.clone()));
        first.into_iter().find_map(title::republican)
    });
    let year = found.unwrap_or(DEFAULT_YEAR);
    writer.plan.period = year_of(year);
    writer.plan.id = format!("plan-{year}");
    if found.is_none() {
        writer.doubt(0..0, Weight::Heavy, Why::NoYear { year: year.to_string() });
    }
}

fn year_of(year: i32) -> Period {
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    Period { from: day(1, 1), to: day(12, 31) }
}
