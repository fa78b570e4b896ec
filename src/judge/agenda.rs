//! 会前三张单: what a meeting has to talk about, worked out from the ledger and a day.
//!
//! ① what lags behind its pace, ② what earlier meetings decided and nobody finished, ③ what was not
//! reported. Each line says whose it is and why it is there. Nothing here puts them in the order of
//! an agenda: that is the secretary's.

use chrono::NaiveDate;

use super::Light;
use super::light::{latest_reading, of_decision, of_target};
use crate::ledger::{Due, RecordId, Snapshot, SnapshotId, Standing, When, sentence};
use crate::plan::{Party, Place, Plan, Span, Target};
use crate::words::{Lang, Listed};

/// What is looked at, and when.
#[derive(Clone, Debug)]
pub struct Now<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The ledger.
    pub state: &'a Snapshot,
    /// The day.
    pub today: NaiveDate,
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
    /// 欠进度: targets behind or overdue, the worst first.
    pub behind: Vec<Point>,
    /// 上次议定未办结: overdue first, then what is due soon, then the others.
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
    /// The months of its newest reading.
    ReportedThrough(Span),
    /// Its due day, and the day on which that was asked.
    Due(NaiveDate, NaiveDate),
    /// It comes again and again.
    Repeats(When),
    /// Words that name no day.
    Unsettled(String),
    /// Nobody said by when.
    NoDue,
}

impl Why {
    /// The reason in one short sentence.
    pub fn text(&self, lang: Lang) -> String {
        let short = |day: &NaiveDate| day.format("%m-%d").to_string();
        let listed = match self {
            Self::NeverReported => Listed::NeverReported,
            Self::ReportedThrough(span) => {
                Listed::ReportedThrough { period: sentence::months(*span, lang) }
            }
            Self::Due(day, today) => match (*day - *today).num_days() {
                days @ ..0 => Listed::Overdue { days: (-days).to_string(), day: short(day) },
                0 => Listed::DueToday { day: short(day) },
                days => Listed::DueIn { days: days.to_string(), day: short(day) },
            },
            Self::Repeats(when) => return when.to_string(),
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
        for target in now.plan.targets() {
            let Some((light, why)) = judged(now, target) else { continue };
            let lead =
                now.state.assignment(target.id).map_or_else(Vec::new, |now| now.lead.clone());
            let point = Point { about: Subject::Row(target.id), light, lead, why };
            match light {
                Light::Overdue | Light::Behind => lists.behind.push(point),
                Light::Unreported => lists.unreported.push(point),
                _ => {}
            }
        }
        lists.behind.sort_by_key(|point| point.light);
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

/// How a target stands and why: the one place in which this room's agenda and cards ask.
pub(super) fn judged(now: &Now<'_>, target: &Target) -> Option<(Light, Why)> {
    let state = now.state;
    let light = of_target(state, target)?;
    let latest = latest_reading(state, target.id);
    let why = latest.map_or(Why::NeverReported, |(_, last)| Why::ReportedThrough(last.period));
    Some((light, why))
}

/// The decisions of earlier meetings that are not over.
fn decisions(now: &Now<'_>) -> Vec<Point> {
    let (state, today) = (now.state, now.today);
    let earlier = state.in_order(&state.ledger.decisions).into_iter();
    let earlier = earlier.filter(|(id, _)| now.is_past(id) && !state.is_over(id));
    let mut points: Vec<_> = earlier
        .filter_map(|(id, _)| {
            let standing = state.standing(id)?;
            let day = standing.due.when().and_then(When::day);
            let light = of_decision(&standing, today);
            let why = why(&standing, today);
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

fn rank(light: Light) -> u8 {
    match light {
        Light::Overdue => 0,
        Light::DueSoon => 1,
        _ => 2,
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
