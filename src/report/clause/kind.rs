//! How a target would be judged, by its unit, its verb and its metric.

use super::lexicon::Move;
use super::quantity::Quantity;
use crate::plan::{Comparator, Kind};
use crate::report::unit::Measure;

/// What a kind is judged by.
pub(crate) struct Evidence<'a> {
    /// The number.
    pub quantity: &'a Quantity,
    /// What is counted.
    pub metric: &'a str,
    /// How it moves.
    pub moves: Move,
    /// How many members are named.
    pub members: usize,
}

/// So many things can be named one by one, and are watched one by one.
const NAMEABLE: i64 = 10;

/// Metrics that grow by a rate.
const RATES: &[&str] = &["增速", "增幅", "涨幅", "降幅", "增长率", "增长"];

/// Metrics that stand at a level.
const LEVELS: &[&str] =
    &["率", "比重", "占比", "总量", "总数", "保有量", "浓度", "比例", "指数", "均值", "满意度"];

/// Verbs that make fewer of many, at once.
const MERGED: &[&str] = &["整合", "合并", "撤并", "归并"];

/// Bodies whose number changes by one act.
const BODIES: &[&str] = &["街道", "乡镇", "镇", "乡", "村", "社区", "机构", "部门"];

/// The kind of a target with a number.
pub(crate) fn kind(evidence: &Evidence) -> Kind {
    let Evidence { quantity, metric, moves, .. } = evidence;
    if quantity.comparator == Comparator::FromTo && MERGED.iter().any(|word| metric.ends_with(word))
    {
        return Kind::Structural;
    }
    match quantity.measure {
        Some(Measure::Share | Measure::Times) => match moves {
            Move::Grows | Move::Falls => Kind::Rate,
            _ if RATES.iter().any(|word| metric.ends_with(word)) => Kind::Rate,
            _ => Kind::Level,
        },
        Some(Measure::Time) | None => Kind::Level,
        _ if *moves == Move::Reaches && LEVELS.iter().any(|word| metric.ends_with(word)) => {
            Kind::Level
        }
        Some(Measure::Things) => things(evidence),
        _ => Kind::Cumulative,
    }
}

/// Things are a checklist when they are few, or named.
fn things(evidence: &Evidence) -> Kind {
    let body = BODIES.iter().any(|word| evidence.metric.ends_with(word));
    if body && evidence.metric.contains("增设") {
        return Kind::Structural;
    }
    let few = evidence.quantity.value.value() < NAMEABLE.into();
    let firms = evidence.metric.contains("企业");
    let named = evidence.members > 0;
    if named || (few && !firms) { Kind::Checklist } else { Kind::Cumulative }
}
