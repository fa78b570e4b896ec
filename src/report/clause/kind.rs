//! How a target would be judged, by its unit, its verb and its metric.

use super::lexicon::Lexicon;
use super::quantity::Quantity;
use super::vocabulary::{CHANGING, Move, RATES, TELLING};
use crate::plan::Kind;
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

/// Metrics that stand at a level.
static LEVELS: Lexicon =
    Lexicon::of("率 比重 占比 总量 总数 保有量 浓度 比例 指数 均值 满意度 能力 水平");

/// What is said of one of many.
static PER_HEAD: Lexicon = Lexicon::of("每千 每万 每百 人均 户均 亩均 地均");

/// Bodies whose number changes by one act.
static BODIES: Lexicon = Lexicon::of("街道 乡镇 镇 乡 村 社区 机构 部门");

/// The kind of a target with a number.
pub(crate) fn kind(evidence: &Evidence) -> Kind {
    let Evidence { quantity, metric, moves, .. } = evidence;
    match quantity.measure {
        Some(Measure::Share | Measure::Times) => match moves {
            Move::Grows | Move::Falls => Kind::Rate,
            _ if CHANGING.opening(metric).is_some() => Kind::Rate,
            _ if RATES.closing(metric).is_some() => Kind::Rate,
            _ => Kind::Level,
        },
        Some(Measure::Time) | None => Kind::Level,
        _ if PER_HEAD.opening(metric).is_some() => Kind::Level,
        _ if LEVELS.closing(metric).is_some() && TELLING.opening(metric).is_none() => Kind::Level,
        Some(Measure::Things) => things(evidence),
        _ => Kind::Cumulative,
    }
}

/// Things are a checklist when they are few, or named.
fn things(evidence: &Evidence) -> Kind {
    let body = BODIES.closing(evidence.metric).is_some();
    if body && evidence.metric.contains("增设") {
        return Kind::Structural;
    }
    let thousands = evidence.quantity.unit.starts_with(['万', '亿', '千', '百', '萬', '億']);
    let few = evidence.quantity.value.value() < NAMEABLE.into() && !thousands;
    let whole = evidence.quantity.value.value().fract().is_zero();
    let firms = evidence.metric.contains("企业");
    let named = evidence.members > 0;
    if named || (few && whole && !firms) { Kind::Checklist } else { Kind::Cumulative }
}
