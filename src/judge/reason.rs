//! Why, in words: the facts of a verdict in one sentence, the rule's name and the light at its end.

use chrono::{Datelike as _, NaiveDate};
use rust_decimal::Decimal;

use super::verdict::{By, Fact, Measure, Verdict};
use super::{Grounds, Light, goal};
use crate::ledger::{LightSet, RecordId, sentence};
use crate::plan::{Found, Month, Number, Place, Span, Target};
use crate::words::verdict::Because;
use crate::words::{Gap, Joint, Lang};

/// The reason of a verdict. A target's facts need the target; those of a row name theirs.
pub fn text(on: &Grounds<'_>, target: Option<&Target>, verdict: &Verdict, lang: Lang) -> String {
    let mut said = Saying { on, target, verdict, lang };
    let mut parts = Vec::new();
    for fact in &verdict.facts {
        said.turn_to(fact);
        parts.push(said.because(fact).text(lang));
    }
    parts.push(judged(on, verdict, lang).text(lang));
    parts.join(Joint::Comma.text(lang))
}

/// The last part: the rule, and what it says by itself.
fn judged(on: &Grounds<'_>, verdict: &Verdict, lang: Lang) -> Because {
    let rule = on.rule.shown(lang).to_owned();
    let Some(light) = verdict.plain else { return Because::Unjudged { rule } };
    let light = light.word().text(lang).to_owned();
    // Of this row, or of the one below that gives it its light.
    let by_hand = verdict.facts.iter().any(|fact| matches!(fact, Fact::Hand(..)));
    if by_hand { Because::JudgedOnly { rule, light } } else { Because::Judged { rule, light } }
}

/// The characters of a decision's sentence that name it.
const SENTENCE: usize = 14;

/// A reason while it is put into words.
#[derive(Clone, Copy)]
struct Saying<'a> {
    on: &'a Grounds<'a>,
    /// Whose facts they are.
    target: Option<&'a Target>,
    verdict: &'a Verdict,
    lang: Lang,
}

impl Saying<'_> {
    /// From a row's name on, the facts are those of that row.
    fn turn_to(&mut self, fact: &Fact) {
        if let Fact::Row(place) = fact {
            self.target = match self.on.plan.find(*place) {
                Some(Found::Target(target)) => Some(target),
                _ => None,
            };
        }
    }

    fn because(self, fact: &Fact) -> Because {
        self.counted(fact)
            .or_else(|| self.reported(fact))
            .or_else(|| self.compared(fact))
            .or_else(|| self.dated(fact))
            .or_else(|| self.decided(fact))
            .unwrap_or_else(|| plain(fact))
    }

    /// Figures, goals, paces and gaps.
    fn counted(self, fact: &Fact) -> Option<Because> {
        let number = |number: &Number| number.to_string();
        Some(match fact {
            Fact::Sum(value, goal, share) => {
                Because::Sum { value: number(value), goal: number(goal), share: percent(*share) }
            }
            Fact::Spent(value, goal, share) => {
                Because::Spent { value: number(value), goal: number(goal), share: percent(*share) }
            }
            Fact::Ticked(done, all, share) => {
                Because::Ticked { done: number(done), all: number(all), share: percent(*share) }
            }
            Fact::Count(done, all) => Because::Count { done: number(done), all: number(all) },
            Fact::Value(value) => Because::Value { value: self.amount(*value) },
            Fact::Goal => Because::Goal { goal: self.goal() },
            Fact::Allowed(points) => Because::Allowed { points: number(points) },
            Fact::Pace(pace, by) => self.pace(*pace, *by),
            Fact::Gap(by, measure) => self.gap(*by, *measure),
            Fact::Small(small) => Because::Small { small: small.to_string() },
            Fact::Amended(value, day) => self.amended(*value, *day),
            _ => return None,
        })
    }

    /// Reports that are there, or are not.
    fn reported(self, fact: &Fact) -> Option<Because> {
        Some(match fact {
            Fact::NoReading(by) => Because::NoReading { by: self.day(*by) },
            Fact::NoReadingYet(by) => Because::NoReadingYet { by: self.day(*by) },
            Fact::Stale(to, expected, count) => Because::Stale {
                to: self.month(*to),
                expected: self.month(*expected),
                count: count.to_string(),
            },
            Fact::Lacks(months) => Because::Lacks { months: self.months(*months) },
            Fact::Final(day) => Because::Final { day: self.day(*day) },
            Fact::Unmeasured(day) => Because::Unmeasured { day: self.day(*day) },
            _ => return None,
        })
    }

    /// Other targets, other years, hands.
    fn compared(self, fact: &Fact) -> Option<Because> {
        Some(match fact {
            Fact::Against(place, value) => {
                Because::Against { row: self.row(*place), value: self.amount(*value) }
            }
            Fact::AgainstMissing(place, months) => {
                Because::AgainstMissing { row: self.row(*place), months: self.months(*months) }
            }
            Fact::LastYear(months, value) => {
                Because::LastYear { months: self.months(*months), value: self.amount(*value) }
            }
            Fact::LastYearMissing(months) => {
                Because::LastYearMissing { months: self.months(*months) }
            }
            Fact::Partner(place, light) => {
                Because::Partner { row: self.row(*place), light: self.light(*light) }
            }
            Fact::Hand(place, id) => self.hand(*place, id),
            Fact::Row(place) => Because::Row { row: self.row(*place) },
            _ => return None,
        })
    }

    /// Days and nodes.
    fn dated(self, fact: &Fact) -> Option<Because> {
        let count = i64::to_string;
        Some(match fact {
            Fact::Node(index, late) => self.node(*index, Some(*late)),
            Fact::NextNode(index) => self.node(*index, None),
            Fact::Overdue(day, days) => Because::Overdue { day: self.day(*day), days: count(days) },
            Fact::Soon(day, days) => Because::Soon { day: self.day(*day), days: count(days) },
            Fact::Later(day) => Because::Later { day: self.day(*day) },
            Fact::Measured(day) => Because::Measured { day: self.day(*day) },
            Fact::Assigned(day, days) => {
                Because::Assigned { day: self.day(*day), days: count(days) }
            }
            Fact::AssignedSoon(day, days) => {
                Because::AssignedSoon { day: self.day(*day), days: count(days) }
            }
            _ => return None,
        })
    }

    /// Decisions.
    fn decided(self, fact: &Fact) -> Option<Because> {
        Some(match fact {
            Fact::Decision(id) => Because::Decision { text: self.sentence(id) },
            Fact::Ended(stage) => Because::Ended { stage: stage.word().text(self.lang).into() },
            Fact::Unheard(days, since) => {
                Because::Unheard { days: days.to_string(), since: self.day(*since) }
            }
            Fact::Step(id, index, late) => self.step(id, *index, *late),
            Fact::Repeats(when) => Because::Later { day: when.text(self.lang) },
            Fact::Occurrence(when, day) => {
                Because::Occurrence { when: when.text(self.lang), day: self.day(*day) }
            }
            Fact::NextOccurrence(when, day, days) => Because::NextOccurrence {
                when: when.text(self.lang),
                day: self.day(*day),
                days: days.to_string(),
            },
            _ => return None,
        })
    }

    /// A value with the unit of its target.
    fn amount(self, value: Number) -> String {
        self.target.map_or_else(|| value.to_string(), |target| target.measured(value))
    }

    fn goal(self) -> String {
        let value = self.verdict.goal;
        self.target.map_or_else(String::new, |target| {
            let value = value.or_else(|| {
                goal::in_force(self.on.state, target, self.on.today, self.on.today)
                    .map(|goal| goal.value)
            });
            goal::phrase(target, value, self.lang)
        })
    }

    fn pace(self, pace: Decimal, by: By) -> Because {
        let pace = percent(pace);
        match by {
            By::Months => Because::Pace { pace },
            By::Trajectory => Because::OwnPace { pace },
            By::Season => {
                let season = self.target.map_or_else(String::new, |target| target.season.clone());
                Because::SeasonPace { pace, season }
            }
        }
    }

    fn gap(self, by: Decimal, measure: Measure) -> Because {
        if by.is_zero() {
            return Because::Even;
        }
        let size = by.abs();
        let (short, amount) = (by > Decimal::ZERO, || self.amount(Number::from(size.normalize())));
        match (measure, short) {
            (Measure::Share, true) => Because::Short { by: percent(size) },
            (Measure::Share, false) => Because::Over { by: percent(size) },
            (Measure::Points, true) => Because::Short { by: size.normalize().to_string() },
            (Measure::Points, false) => Because::Over { by: size.normalize().to_string() },
            (Measure::Unit, true) => Because::ShortBy { by: amount() },
            (Measure::Unit, false) => Because::OverBy { by: amount() },
        }
    }

    fn amended(self, value: Number, day: NaiveDate) -> Because {
        let all = self.target.and_then(|t| self.on.state.ledger.amendments.get(&t.id));
        let by = all.into_iter().flat_map(|all| all.values());
        let mut by = by.filter(|by| by.effective == day && by.now == value);
        let document = by.next().map(|by| by.document.clone()).unwrap_or_default();
        let (value, day) = (self.amount(value), self.day(day));
        if document.is_empty() {
            return Because::Amended { value, day };
        }
        Because::AmendedBy { value, day, document }
    }

    fn node(self, index: usize, late: Option<u32>) -> Because {
        let node = self.target.and_then(|target| target.nodes.get(index));
        let text = node.map_or_else(String::new, |node| node.text.clone());
        let month = node.map_or_else(String::new, |node| self.month(node.by));
        match late {
            Some(late) => Because::Node { text, month, late: late.to_string() },
            None => Because::NextNode { text, month },
        }
    }

    fn step(self, id: &RecordId, index: usize, late: u32) -> Because {
        let made = self.on.state.ledger.decisions.get(id);
        let node = made.and_then(|made| made.nodes.get(index));
        let text = node.map_or_else(String::new, |node| node.text.clone());
        let month = node.map_or_else(String::new, |node| self.day(node.by));
        Because::Node { text, month, late: late.to_string() }
    }

    /// The beginning of a decision's sentence, by which people know it.
    fn sentence(self, id: &RecordId) -> String {
        let Some(standing) = self.on.state.standing(id) else { return id.to_string() };
        let begin: String = standing.text.chars().take(SENTENCE).collect();
        if begin.len() < standing.text.len() { format!("{begin}..") } else { begin }
    }

    fn hand(self, place: Place, id: &RecordId) -> Because {
        let all = self.on.state.ledger.lights.get(&place);
        let Some(LightSet { reason, agreed, on, .. }) = all.and_then(|all| all.get(id)) else {
            return Because::ByHand;
        };
        let (day, reason, agreed) = (self.day(*on), reason.clone(), agreed.clone());
        if agreed.is_empty() {
            return Because::Hand { day, reason };
        }
        Because::HandAgreed { day, reason, agreed }
    }

    fn row(self, place: Place) -> String {
        let name = self.on.plan.find(place).map_or("", |found| found.short());
        format!("{place} {name}").trim_end().to_owned()
    }

    fn light(self, light: Option<Light>) -> String {
        light.map_or(Gap::Pending.text(self.lang), |light| light.word().text(self.lang)).to_owned()
    }

    fn day(self, day: NaiveDate) -> String {
        if day.year() == self.on.plan.period.from.year() {
            day.format("%m-%d").to_string()
        } else {
            day.to_string()
        }
    }

    fn months(self, months: Span) -> String {
        if months.from.year == self.on.plan.period.from.year() {
            sentence::months(months, self.lang)
        } else {
            months.to_string()
        }
    }

    fn month(self, month: Month) -> String {
        self.months(Span { from: month, to: month })
    }
}

/// Facts without anything to fill in.
fn plain(fact: &Fact) -> Because {
    match fact {
        Fact::Exceeded => Because::Exceeded,
        Fact::Nothing => Because::Nothing,
        Fact::NotExpected => Because::NotExpected,
        Fact::NotIssued => Because::NotIssued,
        Fact::AgainstNothing => Because::AgainstNothing,
        Fact::NoGoal => Because::NoGoal,
        Fact::Red => Because::Red,
        Fact::Untracked => Because::Untracked,
        Fact::Rejected => Because::Rejected,
        Fact::NoDue => Because::NoDue,
        Fact::NoTargets => Because::NoTargets,
        _ => Because::ByHand,
    }
}

/// One decimal, always: 75.0.
fn percent(value: Decimal) -> String {
    format!("{value:.1}")
}
