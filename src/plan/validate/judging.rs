//! What can be wrong with what people write to have targets judged: rules, seasons, trajectories,
//! nodes, partners, weights, days off.

use rust_decimal::Decimal;

use super::Walk;
use crate::plan::{Found, Kind, Month, Number, Path, Place, Plan, Policy, Target};
use crate::words::Wrong;

impl Walk {
    /// The judging aids of every row, in the order of the plan.
    pub(super) fn judged(&mut self, plan: &Plan) {
        let top = Path::default();
        for (index, target) in plan.headline.iter().enumerate() {
            self.aids(&top.field("headline").index(index), target, plan);
        }
        for (index, section) in plan.sections.iter().enumerate() {
            let at = top.field("sections").index(index);
            self.weight(&at, section.weight);
            for (index, task) in section.tasks.iter().enumerate() {
                let at = at.field("tasks").index(index);
                self.weight(&at, task.weight);
                for (index, measure) in task.measures.iter().enumerate() {
                    let at = at.field("measures").index(index).field("targets");
                    for (index, target) in measure.targets.iter().enumerate() {
                        self.aids(&at.index(index), target, plan);
                    }
                }
            }
        }
    }

    fn weight(&mut self, at: &Path, weight: Option<u16>) {
        if weight == Some(0) {
            self.say(at.field("weight"), Wrong::NoWeight);
        }
    }

    fn aids(&mut self, at: &Path, target: &Target, plan: &Plan) {
        self.weight(at, target.weight);
        if !target.season.is_empty() && !plan.seasons.contains_key(&target.season) {
            let (name, names) = (target.season.clone(), listed(plan.seasons.keys()));
            self.say(at.field("season"), Wrong::NoSuchSeason { name, names });
        }
        for (field, day) in [("due", target.due), ("measured", target.measured)] {
            if let Some(day) = day.filter(|day| *day < plan.period.from || *day > plan.period.to) {
                self.say(at.field(field), Wrong::OutsidePeriod { day: day.to_string() });
            }
        }
        self.trajectory(&at.field("trajectory"), target, plan);
        for (index, node) in target.nodes.iter().enumerate() {
            let at = at.field("nodes").index(index);
            self.month(&at.field("by"), node.by, plan);
            self.needed(at.field("text"), &node.text);
        }
        if let Some(other) = target.against {
            self.other(&at.field("against"), target.id, other, plan);
        }
        for (index, other) in target.with.iter().enumerate() {
            self.other(&at.field("with").index(index), target.id, *other, plan);
        }
    }

    /// Months of the plan; a sum never falls.
    fn trajectory(&mut self, at: &Path, target: &Target, plan: &Plan) {
        let grows = matches!(target.kind, Kind::Cumulative | Kind::Checklist | Kind::Issued);
        let mut before: Option<Number> = None;
        for (month, value) in &target.trajectory {
            let at = at.key(month);
            self.month(&at, *month, plan);
            let falls = before.is_some_and(|before| value.value() < before.value());
            if grows && falls {
                self.say(at, Wrong::TrajectoryFalls { month: month.to_string() });
            }
            before = Some(*value);
        }
    }

    fn month(&mut self, at: &Path, month: Month, plan: &Plan) {
        let (first, last) = (Month::of(plan.period.from), Month::of(plan.period.to));
        if month < first || month > last {
            self.say(at.clone(), Wrong::OutsidePeriod { day: month.to_string() });
        }
    }

    /// Another target of this plan.
    fn other(&mut self, at: &Path, own: Place, other: Place, plan: &Plan) {
        let known = matches!(plan.find(other), Some(Found::Target(_)));
        if other == own || !known {
            self.say(at.clone(), Wrong::NoSuchTarget { id: other.to_string() });
        }
    }

    /// The rule that was picked, the plan's own rules, its seasons and its days off.
    pub(super) fn rules(&mut self, plan: &Plan) {
        let top = Path::default();
        if plan.policy_named(&plan.policy).is_none() {
            let shipped = crate::plan::policy::SHIPPED.iter().map(|(han, _)| (*han).to_owned());
            let own = plan.policies.keys().cloned();
            let mut names: Vec<String> = shipped.chain(own).collect();
            names.dedup();
            let (name, names) = (plan.policy.clone(), names.join("、"));
            self.say(top.field("policy"), Wrong::NoSuchPolicy { name, names });
        }
        for (name, policy) in &plan.policies {
            let at = top.field("policies").key(name);
            self.needed(at.clone(), name);
            self.policy(&at, policy);
        }
        for (name, season) in &plan.seasons {
            let at = top.field("seasons").key(name);
            self.needed(at.clone(), name);
            self.season(&at, season, plan);
        }
        self.holidays(&top.field("holidays"), plan);
    }

    fn policy(&mut self, at: &Path, policy: &Policy) {
        let points = [
            ("slack", Some(policy.slack)),
            ("severe", policy.severe),
            ("about", Some(policy.about)),
            ("rate_slack", Some(policy.rate_slack)),
        ];
        for (field, points) in points {
            if points.is_some_and(|points| !is_percent(points)) {
                self.say(at.field(field), Wrong::NotPoints);
            }
        }
        if policy.severe.is_some_and(|severe| severe.value() < policy.slack.value()) {
            self.say(at.field("severe"), Wrong::SevereBelowSlack { slack: "slack".into() });
        }
        if policy.node_severe.is_some_and(|severe| severe < policy.node_slack) {
            let slack = "node_slack".into();
            self.say(at.field("node_severe"), Wrong::SevereBelowSlack { slack });
        }
        let counts = [
            ("small", policy.small, 0..=1000),
            ("soon", policy.soon, 0..=366),
            ("node_slack", policy.node_slack, 0..=24),
            ("node_severe", policy.node_severe.unwrap_or(0), 0..=24),
            ("report_day", u16::from(policy.report_day), 1..=28),
            ("missing", policy.missing, 0..=24),
            ("feedback", policy.feedback.unwrap_or(1), 1..=366),
        ];
        for (field, count, range) in counts {
            if !range.contains(&count) {
                let (from, to) = (range.start().to_string(), range.end().to_string());
                self.say(at.field(field), Wrong::OutOfRange { from, to });
            }
        }
    }

    /// One share for each month of the plan, from nothing to all.
    fn season(&mut self, at: &Path, season: &[Number], plan: &Plan) {
        let months = Month::of(plan.period.from).until(Month::of(plan.period.to)) + 1;
        if i64::try_from(season.len()).ok() != Some(months) {
            let (count, months) = (season.len().to_string(), months.to_string());
            self.say(at.clone(), Wrong::SeasonLength { count, months });
        }
        let mut before = Decimal::ZERO;
        for (index, share) in season.iter().enumerate() {
            if !is_percent(*share) || share.value() < before {
                self.say(at.index(index), Wrong::SeasonFalls);
            }
            before = share.value();
        }
    }

    fn holidays(&mut self, at: &Path, plan: &Plan) {
        for (index, holiday) in plan.holidays.off.iter().enumerate() {
            let at = at.field("off").index(index);
            self.needed(at.field("name"), &holiday.name);
            if holiday.from > holiday.to {
                self.say(at.field("to"), Wrong::HolidayBackwards);
            }
        }
        for (index, day) in plan.holidays.worked.iter().enumerate() {
            let at = at.field("worked").index(index);
            if plan.holidays.worked.iter().take(index).any(|other| other == day) {
                self.say(at.clone(), Wrong::SameDay { day: day.to_string() });
            }
            if plan.holidays.holiday(*day).is_some() {
                self.say(at, Wrong::WorkedHoliday { day: day.to_string() });
            }
        }
    }
}

fn is_percent(number: Number) -> bool {
    (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&number.value())
}

fn listed<'a>(names: impl Iterator<Item = &'a String>) -> String {
    names.cloned().collect::<Vec<_>>().join("、")
}
