//! Numbers that count something: a numeral with its unit and its comparator words, or two numerals
//! that are the ends of a range.

use std::ops::Range;

use super::bound;
use super::marks::Marks;
use super::refusal::{Verdict, refusal};
use super::{Candidate, Comparator, NotATarget, Number};
use crate::report::number::{Numeral, Script, numerals};
use crate::report::unit::{Measure, Roughly, Unit, rough, skip_blank, unit_at};

/// A number with its unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quantity {
    /// From the comparator word before it to the one behind it.
    pub whole: Range<usize>,
    /// From the first figure to the end of the unit.
    pub number: Range<usize>,
    /// The value, the lower one of a range.
    pub value: Number,
    /// The upper one of a range.
    pub upper: Option<Number>,
    /// The unit as written.
    pub unit: String,
    /// What the unit measures; none for a bare number.
    pub measure: Option<Measure>,
    /// How the value is meant.
    pub comparator: Comparator,
    /// How the number is written.
    pub script: Script,
    /// Two ends of a range in two units.
    pub units: Units,
}

/// Whether both ends of a range have one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Units {
    /// They have.
    Same,
    /// They have not: 5000万元—1亿元.
    Differ,
}

/// Every number of a text: those that count something, and those that do not. Units are cut from
/// what is shown, all else is read in the simplified text.
pub(crate) fn quantities(
    shown: &str,
    text: &str,
    marks: &Marks,
) -> (Vec<Quantity>, Vec<Candidate>) {
    let figures = figures(text);
    let (mut found, mut rejected) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(figure) = figures.get(at) {
        let upper = figures.get(at + 1).filter(|upper| is_range(text, figure, upper));
        let span = figure.numeral.range.start..upper.unwrap_or(figure).end;
        at += if upper.is_some() { 2 } else { 1 };
        let last = upper.unwrap_or(figure);
        let verdict = [refusal(text, last, marks), refusal(text, figure, marks)]
            .into_iter()
            .find(|verdict| !matches!(verdict, Verdict::Counts))
            .unwrap_or(Verdict::Counts);
        match (verdict, quantity(shown, text, figure, upper)) {
            (Verdict::Counts, Some(quantity)) => found.push(quantity),
            (Verdict::Counts, None) => {
                rejected.push(Candidate { range: span, why: NotATarget::Code });
            }
            (Verdict::Refused(why), _) => rejected.push(Candidate { range: span, why }),
            (Verdict::NoNumber, _) => {}
        }
    }
    (found, rejected)
}

/// A numeral with the unit behind it, or with that of the numerals that follow: 10、20和50名.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    pub numeral: Numeral,
    pub unit: Option<Unit>,
    /// 余 or 多 behind the figures.
    pub roughly: Roughly,
    /// Where figures and unit end.
    pub end: usize,
}

fn figures(text: &str) -> Vec<Figure> {
    let mut figures: Vec<Figure> = Vec::new();
    for numeral in numerals(text) {
        let within = figures.last().is_some_and(|last| {
            let joined =
                numeral.script == Script::Han && numeral.range.start == last.numeral.range.end;
            numeral.range.start < last.end || joined
        });
        if within {
            continue;
        }
        let figure = figure(text, numeral);
        match figures.last().and_then(|last| in_two_units(text, last, &figure)) {
            Some(whole) => {
                figures.pop();
                figures.push(whole);
            }
            None => figures.push(figure),
        }
    }
    for at in (1..figures.len()).rev() {
        let (head, tail) = figures.split_at_mut(at);
        let (Some(one), Some(next)) = (head.last_mut(), tail.first()) else { continue };
        if one.unit.is_none() && shares_unit(text, one, next) {
            one.unit.clone_from(&next.unit);
        }
    }
    figures
}

fn figure(text: &str, numeral: Numeral) -> Figure {
    let (after, roughly) = rough(text, numeral.range.end);
    let at = if numeral.script == Script::Percent { text.len() } else { after };
    let unit = unit_at(text, at);
    let roughly = match (&unit, roughly) {
        (Some(unit), Roughly::No) => unit.roughly,
        (Some(_), Roughly::Yes) => Roughly::Yes,
        (None, _) => Roughly::No,
    };
    let end = unit.as_ref().map_or(numeral.range.end, |unit| unit.range.end);
    Figure { numeral, unit, roughly, end }
}

/// 2亿5000万元 is one number: 25000万元.
fn in_two_units(text: &str, large: &Figure, small: &Figure) -> Option<Figure> {
    let unit = |figure: &Figure| figure.unit.as_ref().map(|unit| &text[unit.range.clone()]);
    let fits = large.end == small.numeral.range.start
        && unit(large) == Some("亿")
        && unit(small).is_some_and(|unit| unit.starts_with('万'));
    let values = large.numeral.value.zip(small.numeral.value).filter(|_| fits);
    let (large_value, small_value) = values?;
    let value = large_value.value().checked_mul(10_000.into())?.checked_add(small_value.value())?;
    let range = large.numeral.range.start..small.numeral.range.end;
    let numeral = Numeral { range, value: Some(Number::from(value)), ..small.numeral.clone() };
    Some(Figure { numeral, ..small.clone() })
}

/// Whether nothing but a separator stands between a bare number and the next one with a unit.
fn shares_unit(text: &str, one: &Figure, next: &Figure) -> bool {
    let between = text[one.end..next.numeral.range.start].trim();
    one.numeral.script == Script::Digits
        && next.unit.as_ref().is_some_and(|unit| unit.measure != Measure::Time)
        && !is_year(text, &one.numeral)
        && (matches!(between, "、" | "和" | "及" | "与" | "或") || is_dash(between))
}

/// Whether a numeral is written as a year.
pub(crate) fn is_year(text: &str, numeral: &Numeral) -> bool {
    let written = &text[numeral.range.clone()];
    let four = written.chars().count() == 4;
    let value = numeral.value.map(|value| value.to_string()).unwrap_or_default();
    four && numeral.script == Script::Digits && (value.starts_with("19") || value.starts_with("20"))
}

fn is_dash(between: &str) -> bool {
    matches!(between, "-" | "－" | "—" | "–" | "―" | "——" | "~" | "～" | "〜" | "至" | "到")
}

fn is_range(text: &str, low: &Figure, high: &Figure) -> bool {
    let values = [low.numeral.value, high.numeral.value];
    let [Some(from), Some(to)] = values else { return false };
    let from_word = text[..low.numeral.range.start].trim_end().ends_with(['从', '由']);
    is_dash(text[low.end..high.numeral.range.start].trim())
        && !from_word
        && (differ(text, low, high) || from.value() <= to.value())
}

/// Whether both ends have a unit, and not the same one.
fn differ(text: &str, low: &Figure, high: &Figure) -> bool {
    let unit = |figure: &Figure| figure.unit.as_ref().map(|unit| &text[unit.range.clone()]);
    unit(low).zip(unit(high)).is_some_and(|(one, other)| one != other)
}

fn quantity(shown: &str, text: &str, low: &Figure, high: Option<&Figure>) -> Option<Quantity> {
    let last = high.unwrap_or(low);
    let number = low.numeral.range.start..last.end;
    let after = bound::after(text, number.end);
    let before = bound::before(text, number.start);
    let mut comparator = bound::joined(before.map(|(_, it)| it), after.map(|(_, it)| it));
    if low.roughly == Roughly::Yes && comparator == Comparator::Exactly {
        comparator = Comparator::About;
    }
    let units = if differ(text, low, last) { Units::Differ } else { Units::Same };
    let upper = high.and_then(|high| high.numeral.value).filter(|_| units == Units::Same);
    let comparator = if upper.is_some() { Comparator::Range } else { comparator };
    let share = low.numeral.script == Script::Percent;
    let unit = if units == Units::Differ { &low.unit } else { &last.unit };
    Some(Quantity {
        whole: before.map_or(number.start, |(at, _)| at)..after.map_or(number.end, |(at, _)| at),
        number,
        value: low.numeral.value?,
        upper,
        unit: if share { "%".into() } else { written(shown, unit.as_ref()) },
        measure: if share { Some(Measure::Share) } else { unit.as_ref().map(|it| it.measure) },
        comparator,
        script: low.numeral.script,
        units,
    })
}

/// A unit as written, without what breaks it.
fn written(shown: &str, unit: Option<&Unit>) -> String {
    let Some(unit) = unit else { return String::new() };
    let word = shown[unit.range.clone()].replace('％', "%");
    let kept = |c: &char| {
        !c.is_whitespace() && (unit.roughly == Roughly::No || !"余餘多来來".contains(*c))
    };
    word.chars().filter(kept).collect()
}

/// Where the text goes on behind a figure, spaces skipped.
pub(crate) fn rest<'a>(text: &'a str, figure: &Figure) -> &'a str {
    &text[skip_blank(text, figure.end)..]
}
