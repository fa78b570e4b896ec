//! What three cells say of a target: `以上` `10` `户`, or `10户以上` in one of them.

use crate::plan::{Comparator, Kind, Number, Place, Target};
use crate::report::letter::{bare, fold};

/// What a row says of its target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Goal {
    comparator: Comparator,
    value: Option<Number>,
    from: Option<Number>,
    upper: Option<Number>,
    unit: String,
}

/// Words for comparators: the code of the plan, signs, and what people write.
const COMPARATORS: [(Comparator, &[&str]); 13] = [
    (Comparator::Exactly, &["exactly", "=", "等于", "正好", "达到", "完成"]),
    (Comparator::About, &["about", "~", "≈", "左右", "约"]),
    (
        Comparator::AtLeast,
        &[
            "at_least",
            "no_less_than",
            "minimum",
            ">=",
            "≥",
            "以上",
            "及以上",
            "不低于",
            "不少于",
            "至少",
        ],
    ),
    (
        Comparator::AtMost,
        &[
            "at_most",
            "no_more_than",
            "within",
            "maximum",
            "<=",
            "≤",
            "以内",
            "以下",
            "不超过",
            "不高于",
            "控制在",
        ],
    ),
    (Comparator::MoreThan, &["more_than", "over", ">", "超过", "突破"]),
    (Comparator::Range, &["range", "区间"]),
    (Comparator::FromTo, &["from_to", "由几变几", "压缩"]),
    (Comparator::InStep, &["in_step", "同步", "基本同步"]),
    (Comparator::UpOnly, &["up_only", "rising", "只增不减"]),
    (Comparator::DownOnly, &["down_only", "falling", "持续下降", "只减不增"]),
    (Comparator::Complete, &["complete", "full_coverage", "全覆盖"]),
    (Comparator::Avert, &["avert", "坚决遏制", "不发生"]),
    (Comparator::Issued, &["issued", "上级下达"]),
];

fn comparator(words: &str) -> Option<Comparator> {
    // `at least`, `at-least`: a code as people write it.
    let squeezed = |text: &str| text.replace([' ', '-', '_'], "");
    let words = squeezed(words);
    let means = |name: &&str| squeezed(name) == words;
    let found = COMPARATORS.iter().find(|(_, names)| names.iter().any(means));
    found.map(|(comparator, _)| *comparator)
}

/// A goal of three cells; `95%以上` in one of them says as much as three.
pub(super) fn goal(said: &str, value: &str, unit: &str) -> Option<Goal> {
    let said = bare(said).to_lowercase();
    let cell: String = value.chars().filter(|c| !c.is_whitespace()).map(fold).collect();
    let without = |comparator: Comparator| Goal {
        comparator,
        value: None,
        from: None,
        upper: None,
        unit: String::new(),
    };
    let stated = match said.as_str() {
        "" => None,
        words => Some(comparator(words)?),
    };
    if cell.is_empty() {
        return stated.filter(|comparator| !comparator.takes_value()).map(without);
    }
    if let Some(comparator) = comparator(&cell).filter(|comparator| !comparator.takes_value()) {
        return Some(without(comparator));
    }
    let start = cell.find(|c: char| c.is_ascii_digit() || c == '-')?;
    let (before, rest) = (cell.get(..start)?, cell.get(start..)?);
    let (first, rest) = number_of(rest)?;
    let (second, rest) = match second(rest) {
        Some((second, rest)) => (Some(second), rest),
        None => (None, rest),
    };
    let (own, after) = unit_of(rest);
    // `5左右以上` says two things, and `5（8）` is no unit.
    if comparator(&own).is_some() || own.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let unit = if unit.is_empty() { own } else { unit.to_owned() };
    let around = match (before, after.as_str()) {
        ("", "") => None,
        ("", words) | (words, "") => Some(comparator(words)?),
        _ => return None,
    };
    let comparator = stated.or(around);
    let (comparator, value, from, upper) = match (comparator, second) {
        (Some(Comparator::FromTo), Some(second)) => (Comparator::FromTo, second, Some(first), None),
        (None | Some(Comparator::Range), Some(second)) => {
            (Comparator::Range, first, None, Some(second))
        }
        (Some(Comparator::Range | Comparator::FromTo), None) | (Some(_), Some(_)) => return None,
        (other, None) => (other.unwrap_or(Comparator::Exactly), first, None, None),
    };
    comparator.takes_value().then_some(Goal { comparator, value: Some(value), from, upper, unit })
}

/// A number at the start of a text, thousands together: `15,700`.
fn number_of(text: &str) -> Option<(Number, &str)> {
    let end = text
        .char_indices()
        .find(|(at, c)| !(c.is_ascii_digit() || *c == '.' || *c == ',' || *c == '-' && *at == 0));
    let end = end.map_or(text.len(), |(at, _)| at);
    let (digits, rest) = (text.get(..end)?, text.get(end..)?);
    let plain = digits.replace(',', "");
    let grouped = digits
        .split(',')
        .skip(1)
        .all(|group| group.split('.').next().is_some_and(|whole| whole.len() == 3));
    if !grouped {
        return None;
    }
    plain.parse().ok().map(|number| (number, rest))
}

/// The second number of `4.5—5`, `4→2`, `4.5%~5%`.
fn second(text: &str) -> Option<(Number, &str)> {
    let text = text.strip_prefix('%').unwrap_or(text);
    let rest = text.trim_start_matches(['—', '–', '-', '~', '→', '至', '到']);
    if rest.len() == text.len() { None } else { number_of(rest) }
}

/// The unit with which a text begins, and the comparator behind it: `户以上`.
fn unit_of(text: &str) -> (String, String) {
    let words = COMPARATORS.iter().flat_map(|(_, names)| names.iter());
    let after = words.filter(|word| text.ends_with(**word)).max_by_key(|word| word.len());
    let after = after.map_or("", |word| *word);
    (text.get(..text.len() - after.len()).unwrap_or(text).to_owned(), after.to_owned())
}

/// The words of a measure that set a target: from its metric to its number, or the whole of it.
pub(super) fn phrase(measure: &str, metric: &str, goal: &Goal) -> String {
    let value = goal.value.map(|value| value.to_string()).filter(|value| !value.is_empty());
    let found = value.and_then(|value| {
        let at = measure.find(&value)?;
        let end = at + value.len();
        let rest = measure.get(end..)?;
        let space = rest.len() - rest.trim_start().len();
        let follows = !goal.unit.is_empty() && rest.trim_start().starts_with(&goal.unit);
        let unit = if follows { space + goal.unit.len() } else { 0 };
        let start = measure.get(..at)?.find(metric).unwrap_or(at);
        measure.get(start..end + unit)
    });
    found.unwrap_or(measure).to_owned()
}

impl Goal {
    pub(super) fn target(self, metric: String, text: String) -> Target {
        let kind = self.kind(&metric);
        Target {
            metric,
            comparator: self.comparator,
            value: self.value,
            from: self.from,
            upper: self.upper,
            unit: self.unit,
            kind,
            ..Target::of_phrase(Place::section(0), text)
        }
    }

    fn kind(&self, metric: &str) -> Kind {
        let grows = ["增长", "增速", "增幅", "growth"].iter().any(|word| metric.contains(word));
        match self.comparator {
            Comparator::InStep => Kind::Relative,
            Comparator::UpOnly | Comparator::DownOnly => Kind::Direction,
            Comparator::Complete => Kind::Level,
            Comparator::Avert => Kind::Qualitative,
            Comparator::Issued => Kind::Issued,
            Comparator::FromTo => Kind::Structural,
            _ if self.unit == "%" && grows => Kind::Rate,
            _ if self.unit == "%" => Kind::Level,
            _ => Kind::Cumulative,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(said: &str, value: &str, unit: &str, want: &str) {
        let shown = goal(said, value, unit).map(|goal| {
            let number =
                |number: Option<Number>| number.map_or_else(|| "-".into(), |n| n.to_string());
            let (from, value, upper) = (number(goal.from), number(goal.value), number(goal.upper));
            format!("{:?} {from} {value} {upper} {}", goal.comparator, goal.unit)
        });
        assert_eq!(shown.unwrap_or_default().trim_end(), want, "{said:?} {value:?} {unit:?}");
    }

    #[test]
    fn cells_say_goals_apart_or_together() {
        check("", "500", "亿元", "Exactly - 500 - 亿元");
        check("以上", "10", "户", "AtLeast - 10 - 户");
        check("", "10户以上", "", "AtLeast - 10 - 户");
        check("", "≥95%", "", "AtLeast - 95 - %");
        check("at_most", "5.50", "%", "AtMost - 5.50 - %");
        check("", "约６％", "", "About - 6 - %");
        check("", "15,700", "人", "Exactly - 15700 - 人");
        check("", "4.5%—5%", "", "Range - 4.5 5 %");
        check("from_to", "4→2", "个", "FromTo 4 2 - 个");
        check("持续下降", "", "", "DownOnly - - -");
        check("", "全覆盖", "", "Complete - - -");
        check("issued", "", "", "Issued - - -");
    }

    #[test]
    fn what_is_not_understood_is_no_goal() {
        for (said, value) in [
            ("", ""),
            ("", "若干"),
            ("大概", "5"),
            ("", "5左右以上"),
            ("range", "5"),
            ("以上", "5-6"),
            ("同步", "5"),
            ("", "1,57"),
            ("以上", ""),
            ("", "-"),
            ("", "1.2.3"),
        ] {
            check(said, value, "", "");
        }
    }

    #[test]
    fn a_phrase_is_a_piece_of_its_measure() {
        let goal = goal("", "10", "户").unwrap();
        assert_eq!(phrase("力争新增企业10户以上。", "新增企业", &goal), "新增企业10户");
        assert_eq!(phrase("新增10户企业。", "企业", &goal), "10户");
        assert_eq!(phrase("抓好企业培育。", "企业", &goal), "抓好企业培育。");
    }
}
