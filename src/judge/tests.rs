//! A small book to judge in, in one line a target; the tables lie in files of their own.

mod decisions;
mod hands;
mod table;

use chrono::NaiveDate;

use super::{Grounds, Rule, Verdict, reason};
use crate::ledger::{Amendment, Reading, RecordId, Snapshot, SnapshotId};
use crate::plan::{
    Comparator, Every, Kind, Measure, Month, Number, Period, Place, Plan, PlannedNode, Row,
    Section, Span, Table, Target, Task,
};
use crate::words::Lang;

/// A plan with one task, and what is on record of it.
#[derive(Debug)]
pub(crate) struct Book {
    pub(super) plan: Plan,
    pub(super) state: Snapshot,
    pub(super) rule: Rule,
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A book of 2023 whose only measure sets no target yet.
pub(crate) fn book() -> Book {
    let period = Period { from: day("2023-01-01"), to: day("2023-12-31") };
    let mut plan = Plan::new("rehearsal-2023", "演练", period);
    let season = ["0", "0", "0", "10", "25", "40", "55", "70", "85", "100", "100", "100"];
    let season = season.iter().map(|share| share.parse::<Number>().unwrap()).collect();
    plan.seasons.insert("施工".into(), season);
    let measure =
        Measure { id: Place::measure(1, 1, 1), text: "措施。".into(), targets: Vec::new() };
    let task = Task {
        id: Place::task(1, 1),
        title: "任务".into(),
        short: String::new(),
        weight: None,
        measures: vec![measure],
    };
    plan.sections.push(Section {
        id: Place::section(1),
        title: "方面".into(),
        short: String::new(),
        weight: None,
        lead: Vec::new(),
        tasks: vec![task],
    });
    let state = Snapshot::adopted(&plan, "rehearsal-2023 sha256:0");
    Book { rule: Rule::of(&plan), plan, state }
}

impl Book {
    /// On what it is judged on a day.
    pub(crate) fn grounds(&self, today: &str) -> Grounds<'_> {
        Grounds { plan: &self.plan, state: &self.state, rule: &self.rule, today: day(today) }
    }

    /// Puts another rule in force.
    pub(super) fn ruled(mut self, name: &str) -> Self {
        self.rule = Rule::named(&self.plan, name).unwrap();
        self
    }

    /// Adds a target to the measure, under the next number.
    pub(crate) fn with(mut self, target: Target) -> Self {
        self.set(target);
        self
    }

    pub(super) fn set(&mut self, target: Target) -> Place {
        let targets = &mut self.plan.sections[0].tasks[0].measures[0].targets;
        let number = u16::try_from(targets.len() + 1).unwrap();
        let id = Place::target(1, 1, number);
        targets.push(Target { id, ..target });
        id
    }

    /// Reads the target of a number: `1-8=305 1-9=342`, `9=65` for one month, `2022:1-8=1200` for last
    /// year, `1-9=2+甲+乙` with members, `1-8=305@2023-09-12` for the day of entry.
    pub(crate) fn read(mut self, number: u16, readings: &str) -> Self {
        for text in readings.split_whitespace() {
            let reading = reading(text);
            let row = self.plan.row(Place::target(1, 1, number));
            let id = self.next_record();
            self.state.ledger.readings.entry(row).or_default().insert(id, reading);
        }
        self
    }

    /// Changes the target of a number: `450 from 2023-07-01 by 〔2023〕12号`.
    pub(super) fn amended(mut self, number: u16, text: &str) -> Self {
        let words: Vec<&str> = text.split_whitespace().collect();
        let amendment = Amendment {
            was: None,
            now: words[0].parse().unwrap(),
            organ: "区人大常委会".into(),
            document: words.get(4).map(|text| (*text).to_owned()).unwrap_or_default(),
            effective: day(words[2]),
            reason: String::new(),
        };
        let row = self.plan.row(Place::target(1, 1, number));
        let id = self.next_record();
        self.state.ledger.amendments.entry(row).or_default().insert(id, amendment);
        self
    }

    /// A record of the meeting of 2023-09-15, each with a number of its own.
    pub(super) fn next_record(&self) -> RecordId {
        let ledger = &self.state.ledger;
        let count = ledger.readings.values().map(|all| all.len()).sum::<usize>()
            + ledger.amendments.values().map(|all| all.len()).sum::<usize>()
            + ledger.lights.values().map(|all| all.len()).sum::<usize>()
            + ledger.decisions.len()
            + ledger.followups.values().map(|all| all.len()).sum::<usize>();
        SnapshotId::meeting(day("2023-09-15"), "").record(u32::try_from(count + 1).unwrap())
    }

    pub(crate) fn target(&self, number: u16) -> &Target {
        &self.plan.sections[0].tasks[0].measures[0].targets[usize::from(number) - 1]
    }

    pub(super) fn judged(&self, number: u16, today: &str) -> Verdict {
        super::target(&self.grounds(today), self.target(number))
    }

    /// `滞后 累计…`
    pub(super) fn said(&self, number: u16, today: &str) -> String {
        let verdict = self.judged(number, today);
        let light = verdict.light.map_or("-", |light| light.word().text(Lang::Zh));
        let why = reason::text(&self.grounds(today), Some(self.target(number)), &verdict, Lang::Zh);
        format!("{light} {why}")
    }
}

fn reading(text: &str) -> Reading {
    let (text, entered) = text.split_once('@').map_or((text, "2023-09-15"), |(t, day)| (t, day));
    let (months, value) = text.split_once('=').unwrap();
    let (year, months) = months.split_once(':').unwrap_or(("2023", months));
    let (from, to) = months.split_once('-').unwrap_or((months, months));
    let month = |text: &str| Month { year: year.parse().unwrap(), month: text.parse().unwrap() };
    let mut parts = value.split('+');
    Reading {
        period: Span { from: month(from), to: month(to) },
        value: parts.next().unwrap().parse().unwrap(),
        entered: day(entered),
        from: None,
        source: String::new(),
        preliminary: false,
        written: String::new(),
        revises: None,
        reason: String::new(),
        done: parts.map(str::to_owned).collect(),
    }
}

/// A target in one line: `cumulative 500 亿元`, `rate about 6 %`, `level at_least 65 %
/// measured=2023-10-31`, `checklist 7 个 members=甲,乙`, `milestone nodes=2023-03:立项,2023-06:开工`.
pub(crate) fn target(line: &str) -> Target {
    let mut target = Target {
        id: Place::target(1, 1, 1),
        metric: "指标".into(),
        short: String::new(),
        comparator: Comparator::Exactly,
        value: None,
        from: None,
        upper: None,
        unit: String::new(),
        kind: Kind::Cumulative,
        qualifier: String::new(),
        text: "指标".into(),
        members: Vec::new(),
        due: None,
        measured: None,
        every: Every::Month,
        against: None,
        with: Vec::new(),
        trajectory: Table::default(),
        season: String::new(),
        nodes: Vec::new(),
        weight: None,
    };
    for word in line.split_whitespace() {
        match word.split_once('=') {
            Some((field, value)) => set(&mut target, field, value),
            None => word_of(&mut target, word),
        }
    }
    target
}

fn word_of(target: &mut Target, word: &str) {
    let kinds = [
        ("cumulative", Kind::Cumulative),
        ("rate", Kind::Rate),
        ("level", Kind::Level),
        ("milestone", Kind::Milestone),
        ("checklist", Kind::Checklist),
        ("relative", Kind::Relative),
        ("direction", Kind::Direction),
        ("issued", Kind::Issued),
        ("structural", Kind::Structural),
        ("qualitative", Kind::Qualitative),
    ];
    let comparators = [
        ("about", Comparator::About),
        ("at_least", Comparator::AtLeast),
        ("at_most", Comparator::AtMost),
        ("more_than", Comparator::MoreThan),
        ("range", Comparator::Range),
        ("from_to", Comparator::FromTo),
        ("in_step", Comparator::InStep),
        ("up_only", Comparator::UpOnly),
        ("down_only", Comparator::DownOnly),
        ("complete", Comparator::Complete),
    ];
    let named = |(name, _): &(&str, Kind)| *name == word;
    if let Some((_, kind)) = kinds.iter().find(|kind| named(kind)) {
        target.kind = *kind;
        if *kind == Kind::Issued {
            target.comparator = Comparator::Issued;
        }
    } else if let Some((_, comparator)) = comparators.iter().find(|(name, _)| *name == word) {
        target.comparator = *comparator;
    } else if let Ok(value) = word.parse() {
        target.value = Some(value);
    } else {
        target.unit = word.into();
    }
}

fn set(target: &mut Target, field: &str, value: &str) {
    let list = || value.split(',').map(str::to_owned);
    match field {
        "upper" => target.upper = value.parse().ok(),
        "from" => target.from = value.parse().ok(),
        "due" => target.due = Some(day(value)),
        "measured" => target.measured = Some(day(value)),
        "season" => target.season = value.into(),
        "weight" => target.weight = value.parse().ok(),
        "against" => target.against = value.parse().ok(),
        "with" => target.with = value.split(',').map(|place| place.parse().unwrap()).collect(),
        "members" => target.members = list().collect(),
        "every" => target.every = if value == "quarter" { Every::Quarter } else { Every::Year },
        "trajectory" => {
            target.trajectory = list()
                .map(|point| {
                    let (month, value) = point.split_once(':').unwrap();
                    (month.parse().unwrap(), value.parse().unwrap())
                })
                .collect();
        }
        "nodes" => {
            target.nodes = list()
                .map(|node| {
                    let (month, text) = node.split_once(':').unwrap();
                    PlannedNode { by: month.parse().unwrap(), text: text.into() }
                })
                .collect();
        }
        other => panic!("{other}"),
    }
}

/// A row under its place, as records name it.
pub(super) fn row(place: Place) -> Row {
    Row { place, title: String::new() }
}
