//! Figures as people type them: 305, ３０５亿, 3.05万亿, 8.6万平方米, 68%, 10户以上.
//!
//! Exact: a figure of another power of ten is moved by its point, never by a float. A unit that cannot
//! be compared is said and the digits stay.

use rust_decimal::Decimal;

use crate::app::key::twin;
use crate::plan::Number;
use crate::words::Notice;

/// A figure in the unit of its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The value in the target's unit; as typed, unless it was converted.
    pub value: Number,
    /// It was typed in another power of ten.
    pub converted: bool,
    /// The unit that was typed is another one.
    pub differs: bool,
}

/// Reads a figure for a target whose unit is known.
pub fn figure(typed: &str, unit: &str) -> Result<Figure, Notice> {
    let typed = typed.trim();
    let plain: String = typed.chars().map(plain).collect();
    let wrong = || Notice::NotANumber { text: typed.to_owned() };
    let (digits, rest) = split(&plain).ok_or_else(wrong)?;
    if rest.contains(|c: char| c.is_ascii_digit()) {
        return Err(wrong());
    }
    let rest = bare_unit(rest);
    let target: String = unit.chars().map(|c| plain_unit(c).to_ascii_lowercase()).collect();
    let ((typed_power, typed_base), (power, base)) = (scale(rest), scale(bare_unit(&target)));
    let number = Decimal::from_str_exact(&digits).map_err(|_| wrong())?;
    let differs = !typed_base.is_empty() && same(typed_base) != same(base);
    let move_by = if rest.is_empty() || differs { 0 } else { typed_power - power };
    let value = moved(number, move_by).ok_or_else(wrong)?;
    let value = value.to_string().parse().map_err(|_| wrong())?;
    Ok(Figure { value, converted: move_by != 0, differs })
}

fn plain(c: char) -> char {
    match c {
        '－' | '−' => '-',
        c => plain_unit(twin(c)).to_ascii_lowercase(),
    }
}

fn plain_unit(c: char) -> char {
    match c {
        '（' => '(',
        '）' => ')',
        '％' => '%',
        c => c,
    }
}

/// The digits without grouping, and what stands behind them.
fn split(text: &str) -> Option<(String, &str)> {
    let text = ["约", "近", "超过", "超", "达到", "达"]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text);
    let (percent, text) = text.strip_prefix("百分之").map_or((false, text), |rest| (true, rest));
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '-')));
    let (digits, rest) = text.split_at(end.unwrap_or(text.len()));
    let grouped = digits.contains(',');
    let whole = digits.trim_start_matches('-').split('.').next().unwrap_or_default();
    let groups = || whole.split(',').skip(1).all(|group| group.len() == 3);
    let fits = !grouped || groups();
    let rest = if percent && rest.is_empty() { "%" } else { rest };
    (fits && digits.ends_with(|c: char| c.is_ascii_digit()))
        .then(|| (digits.replace(',', ""), rest))
}

/// A unit without the words that compare: 6.5%左右, 10户以上, 20余条.
fn bare_unit(unit: &str) -> &str {
    let unit = unit.trim().trim_start_matches(['余', '多']);
    ["左右", "以上", "以下", "以内"].iter().find_map(|word| unit.strip_suffix(word)).unwrap_or(unit)
}

const POWERS: [(&str, i32); 14] = [
    ("万亿", 12),
    ("千亿", 11),
    ("百亿", 10),
    ("亿", 8),
    ("千万", 7),
    ("百万", 6),
    ("万", 4),
    ("千", 3),
    ("百", 2),
    ("trillion", 12),
    ("billion", 9),
    ("bn", 9),
    ("million", 6),
    ("thousand", 3),
];

/// Whether a word of its own behind a figure is a part of it: 305 million, 6.5 percent.
pub(super) fn is_power(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    let power = word.is_ascii() && POWERS.iter().any(|(power, _)| *power == word);
    power || matches!(word.as_str(), "percent" | "%")
}

/// The power of ten of a unit, and the unit without it.
fn scale(unit: &str) -> (i32, &str) {
    let power = POWERS.iter().find_map(|(word, power)| Some((*power, unit.strip_prefix(word)?)));
    power.unwrap_or((0, unit))
}

/// Units that are written in several ways.
fn same(unit: &str) -> &str {
    match unit {
        "㎡" | "平米" | "平" => "平方米",
        "个百分点" | "百分点" | "个点" | "点" | "percent" => "%",
        other => other.split_once('(').map_or(other, |(before, _)| before),
    }
}

fn moved(number: Decimal, places: i32) -> Option<Decimal> {
    let power = Decimal::from(10_i64.checked_pow(places.unsigned_abs())?);
    match places {
        0 => Some(number),
        1.. => number.checked_mul(power).map(|value| value.normalize()),
        _ => {
            let value = number.checked_div(power)?.normalize();
            (value.checked_mul(power)? == number).then_some(value)
        }
    }
}
