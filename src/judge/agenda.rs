//! 会前三张单: what a meeting has to talk about, worked out from the ledger and a day.
//!
//! ① what lags behind its pace, ② what earlier meetings decided and nobody finished, ③ what was not
//! reported. Each line says whose it is and why it is there. Nothing here puts them in the order of
//! an agenda: that is the secretary's.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::decision::decision;
use super::verdict::{Fact, Measure, Verdict};
use super::{Grounds, Light};
use crate::ledger::{Due, RecordId, SnapshotId, Standing, When, sentence};
use crate::plan::{Party, Place, Span, Target};
use crate::words::{Lang, Listed};

/// What is looked at, and how it stands.
#[derive(Clone, Debug)]
pub struct Now<'a> {
    /// The plan, the ledger, the rule, the day.
    pub on: Grounds<'a>,
    /// How every target stands.
    pub targets: &'a BTreeMap<Place, Verdict>,
    /// The meeting or interval that is open; none when `state` is sealed, so that all of it is past.
    pub open: Option<SnapshotId>,
}

impl Now<'_> {
    /// Whether a record was made before what is open.
    pub(super) fn is_past(&self, id: &RecordId) -> bool {
        self.open.as_ref() != Some(&id.snapshot)
    }
}

/// The three lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lists {
    /// 欠进度: targets behind or overdue, the worst light first and in it the widest gap.
    pub behind: Vec<Point>,
    /// 上次议定未办结: overdue and behind first, then what is due soon, then the others; not what is
    /// only on record.
    pub decisions: Vec<Point>,
    /// 未报数: targets without a reading that is due.
    pub unreported: Vec<Point>,
}

/// One line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// What it is about.
    pub about: Subject,
    /// How that stands.
    pub light: Light,
    /// Whose it is: the first leads.
    pub lead: Vec<Party>,
    /// Why it is on the list.
    pub why: Why,
}

/// What a line of a list is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A target.
    Row(Place),
    /// An earlier decision.
    Decision(RecordId),
}

/// Why something is on a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nothing was ever reported of it.
    NeverReported,
    /// The months of its newest figure.
    ReportedThrough(Span),
    /// How many points it lacks, and the months of its newest figure.
    Short(Decimal, Span),
    /// Its due day, and the day on which that was asked.
    Due(NaiveDate, NaiveDate),
    /// It comes again and again.
    Repeats(When),
    /// It comes again and again, and nobody answered for the last day.
    Unanswered(When, NaiveDate),
    /// Words that name no day.
    Unsettled(String),
    /// Nobody said by when.
    NoDue,
}

impl Why {
    /// How many points it lacks.
    const fn lacks(&self) -> Option<Decimal> {
        match self {
            Self::Short(points, _) => Some(*points),
            _ => None,
        }
    }

    /// The reason in one short sentence.
    pub fn text(&self, lang: Lang) -> String {
        let short = |day: &NaiveDate| day.format("%m-%d").to_string();
        let listed = match self {
            Self::NeverReported => Listed::NeverReported,
            Self::ReportedThrough(span) => {
                Listed::ReportedThrough { period: sentence::months(*span, lang) }
            }
            Self::Short(points, span) => {
                let (points, period) = (points.to_string(), sentence::months(*span, lang));
                Listed::Short { points, period }
            }
            Self::Due(day, today) => match (*day - *today).num_days() {
                days @ ..0 => Listed::Overdue { days: (-days).to_string(), day: short(day) },
                0 => Listed::DueToday { day: short(day) },
                days => Listed::DueIn { days: days.to_string(), day: short(day) },
            },
            Self::Repeats(when) => return when.text(lang),
            Self::Unanswered(when, day) => {
                Listed::Unanswered { when: when.text(lang), day: short(day) }
            }
            Self::Unsettled(words) => Listed::Unsettled { words: words.clone() },
            Self::NoDue => Listed::NoDue,
        };
        listed.text(lang)
    }
}

impl Lists {
    /// The lists as it stands now.
    pub fn of(now: &Now<'_>) -> Self {
        let mut lists = Self { decisions: decisions(now), ..Self::default() };
        for target in now.on.plan.targets() {
            let Some((light, why)) = judged(now, target) else { continue };
            let lead =
                now.on.state.assignment(target.id).map_or_else(Vec::new, |now| now.lead.clone());
            let point = Point { about: Subject::Row(target.id), light, lead, why };
            match light {
                Light::Overdue | Light::Behind => lists.behind.push(point),
                Light::Unreported => lists.unreported.push(point),
                _ => {}
            }
        }
        lists.behind.sort_by_key(|point| (point.light, Reverse(point.why.lacks())));
        lists
    }

    /// Every line, list by list.
    pub fn points(&self) -> impl Iterator<Item = &Point> {
        self.behind.iter().chain(&self.decisions).chain(&self.unreported)
    }

    /// How many lines there are in all.
    pub fn len(&self) -> usize {
        self.behind.len() + self.decisions.len() + self.unreported.len()
    }

    /// Whether there is nothing to talk about.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// How a target stands and why, in a few words.
pub(super) fn judged(now: &Now<'_>, target: &Target) -> Option<(Light, Why)> {
    let verdict = now.targets.get(&target.id)?;
    let light = verdict.light?;
    let Some(figure) = verdict.figure else { return Some((light, Why::NeverReported)) };
    let lacks = verdict.facts.iter().find_map(|fact| match fact {
        Fact::Gap(points, Measure::Share | Measure::Points) => Some(points.normalize()),
        _ => None,
    });
    let lacks = lacks.filter(|lacks| *lacks > Decimal::ZERO && light == Light::Behind);
    let why =
        lacks.map_or(Why::ReportedThrough(figure.period), |lacks| Why::Short(lacks, figure.period));
    Some((light, why))
}

/// The decisions of earlier meetings that are not over.
fn decisions(now: &Now<'_>) -> Vec<Point> {
    let (state, today) = (now.on.state, now.on.today);
    let earlier = state.in_order(&state.ledger.decisions).into_iter();
    let earlier = earlier.filter(|(id, _)| now.is_past(id) && !state.is_over(id));
    let mut points: Vec<_> = earlier
        .filter_map(|(id, _)| {
            let standing = state.standing(id)?;
            let day = standing.due.when().and_then(When::day);
            let verdict = decision(&now.on, id)?;
            let light = verdict.light?;
            let why = unanswered(&verdict).unwrap_or_else(|| why(&standing, today));
            let about = Subject::Decision(id.clone());
            Some((
                (rank(light), day.is_none(), day),
                Point { about, light, lead: standing.lead, why },
            ))
        })
        .collect();
    points.sort_by_key(|(rank, _)| *rank);
    points.into_iter().map(|(_, point)| point).collect()
}

fn unanswered(verdict: &Verdict) -> Option<Why> {
    verdict.facts.iter().find_map(|fact| match fact {
        Fact::Occurrence(when, day) => Some(Why::Unanswered(*when, *day)),
        _ => None,
    })
}

fn rank(light: Light) -> u8 {
    match light {
        Light::Overdue => 0,
        Light::Behind => 1,
        Light::DueSoon => 2,
        _ => 3,
    }
}

fn why(standing: &Standing, today: NaiveDate) -> Why {
    match (&standing.due, standing.due.when().map(|when| (when, when.day()))) {
        (_, Some((_, Some(day)))) => Why::Due(day, today),
        (_, Some((when, None))) => Why::Repeats(when),
        (Due::Unsettled(words), None) => Why::Unsettled(words.clone()),
        (_, None) => Why::NoDue,
    }
}
