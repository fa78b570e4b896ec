//! Lights set by hand, rows by what is below them, counts and weights, sheets.

use std::collections::BTreeMap;

use super::{Book, book, day, row, target};
use crate::judge::tally::{Part, Tally};
use crate::judge::{self, Light, Verdict, reason};
use crate::ledger::{Assignment, Colour, LightSet};
use crate::plan::Place;
use crate::words::Lang;

fn set(light: Option<Light>) -> LightSet {
    LightSet {
        light,
        reason: "已签框架协议".into(),
        agreed: "区长".into(),
        on: day("2023-09-15"),
        pinned: false,
    }
}

impl Book {
    fn lit(mut self, place: Place, set: LightSet) -> Self {
        let id = self.next_record();
        self.state.ledger.lights.entry(row(place)).or_default().insert(id, set);
        self
    }

    fn task(&self, today: &str) -> Verdict {
        let grounds = self.grounds(today);
        let task = &self.plan.sections[0].tasks[0];
        let targets: Vec<_> = task.targets().map(|t| (t.id, judge::target(&grounds, t))).collect();
        let targets = targets.iter().map(|(place, verdict)| (*place, verdict));
        judge::row(&grounds, task.id, targets, std::iter::empty())
    }

    fn task_said(&self, today: &str) -> String {
        reason::text(&self.grounds(today), None, &self.task(today), Lang::Zh)
    }
}

#[test]
fn a_hand_wins_until_the_next_reading() {
    let place = Place::target(1, 1, 1);
    let behind = || book().with(target("cumulative 500 亿元")).read(1, "1-8=305");
    let lit = behind().lit(place, set(Some(Light::OnTrack)));
    assert_eq!(
        lit.said(1, "2023-09-15"),
        "正常 09-15手工亮灯：已签框架协议（区长同意），累计305/500=61.0%，序时66.7%，差5.7点，规则 通用，原判 滞后"
    );
    assert_eq!(lit.judged(1, "2023-09-15").sheet, None);
    let read = behind().lit(place, set(Some(Light::OnTrack))).read(1, "1-9=310");
    assert_eq!(read.judged(1, "2023-10-15").light, Some(Light::Behind));
    let pinned = LightSet { pinned: true, ..set(Some(Light::OnTrack)) };
    let kept = behind().lit(place, pinned).read(1, "1-9=310");
    assert_eq!(kept.judged(1, "2023-10-15").light, Some(Light::OnTrack));
    let cleared = kept.lit(place, set(None));
    assert_eq!(cleared.judged(1, "2023-10-15").light, Some(Light::Behind));
}

#[test]
fn what_has_no_number_has_the_light_that_somebody_set() {
    let quiet = book().with(target("qualitative"));
    let quiet = quiet.lit(Place::target(1, 1, 1), set(Some(Light::Behind)));
    let verdict = quiet.judged(1, "2023-09-15");
    assert_eq!((verdict.light, verdict.sheet), (Some(Light::Behind), Some(Colour::Yellow)));
    assert_eq!(
        quiet.said(1, "2023-09-15"),
        "滞后 09-15手工亮灯：已签框架协议（区长同意），定性，由人亮灯，规则 通用，不判"
    );
}

#[test]
fn a_task_has_the_worst_light_below_it() {
    let both = || {
        book().with(target("cumulative 500 亿元")).with(target("issued 亿元")).read(1, "1-8=340")
    };
    assert_eq!(
        both().task_said("2023-09-15"),
        "1.1/1 指标，累计340/500=68.0%，序时66.7%，超1.3点，规则 通用，判 正常",
        "what was not issued is no alarm"
    );
    let worse = both().with(target("rate 7 %")).read(3, "1-8=6.8");
    assert_eq!(
        worse.task_said("2023-09-15"),
        "1.1/3 指标，报数6.8%，目标7%，差0.2点，规则 通用，判 滞后"
    );
    let hand = worse.lit(Place::task(1, 1), set(Some(Light::DueSoon)));
    assert_eq!(hand.task("2023-09-15").light, Some(Light::DueSoon));
    assert_eq!(hand.read(1, "1-9=380").task("2023-10-15").light, Some(Light::Behind));
    let below = both().lit(Place::target(1, 1, 1), set(Some(Light::Behind)));
    assert_eq!(
        below.task_said("2023-09-15"),
        "1.1/1 指标，09-15手工亮灯：已签框架协议（区长同意），累计340/500=68.0%，序时66.7%，超1.3点，规则 通用，原判 正常"
    );
}

#[test]
fn a_task_has_a_due_of_its_own() {
    let assigned = |due: &str, readings: &str| {
        let mut book = book().with(target("cumulative 500 亿元")).read(1, readings);
        let id = book.next_record();
        let assignment =
            Assignment { due: due.parse().ok(), ..Assignment::since(day("2023-03-01")) };
        let all = book.state.ledger.assignments.entry(row(Place::task(1, 1))).or_default();
        all.insert(id, assignment);
        book
    };
    for (due, readings, want) in [
        ("2023-09-10", "1-8=340", "分工时限09-10，已过5天，规则 通用，判 逾期"),
        ("2023-09-18", "1-8=340", "分工时限09-18，还有3天，规则 通用，判 临期"),
        (
            "2023-10-31",
            "1-8=340",
            "1.1/1 指标，累计340/500=68.0%，序时66.7%，超1.3点，规则 通用，判 正常",
        ),
        ("2023-09-10", "1-8=500", "1.1/1 指标，累计500/500=100.0%，规则 通用，判 已完成"),
    ] {
        assert_eq!(assigned(due, readings).task_said("2023-09-15"), want, "{due} {readings}");
    }
    let bare = book();
    assert_eq!(bare.task("2023-09-15").light, None);
    assert_eq!(bare.task_said("2023-09-15"), "没有目标和未办结的议定，规则 通用，不判");
}

#[test]
fn sections_count_lights_and_weigh_only_what_the_plan_weighs() {
    let judged = |book: &Book| {
        let grounds = book.grounds("2023-09-15");
        let mut all: BTreeMap<Place, Verdict> =
            book.plan.targets().map(|t| (t.id, judge::target(&grounds, t))).collect();
        all.insert(Place::task(1, 1), book.task("2023-09-15"));
        all
    };
    let mixed = |[one, two, three]: [&str; 3]| {
        book()
            .with(target(&format!("cumulative 500 亿元 {one}")))
            .with(target(&format!("rate 7 % {two}")))
            .with(target(&format!("qualitative {three}")))
            .read(1, "1-8=500")
            .read(2, "1-8=6")
    };
    let plain = mixed(["", "", ""]);
    let all = judged(&plain);
    let (task, ..) = tallies(&plain, &all);
    assert_eq!((task.of(Light::Done), task.of(Light::Behind), task.unlit), (1, 1, 1));
    assert_eq!((task.all(), task.share()), (3, None));
    let weighed = mixed(["weight=30", "weight=10", "weight=60"]);
    let all = judged(&weighed);
    let (task, section, plan) = tallies(&weighed, &all);
    assert_eq!(task.share(), Some(75), "what nobody can judge is not weighed");
    assert_eq!((section.of(Light::Behind), section.all(), section.share()), (1, 1, Some(75)));
    assert_eq!((section.targets, section.reported), (3, 2));
    assert_eq!((plan.of(Light::Behind), plan.share()), (1, Some(75)));
}

/// The counts of the book's task, its section and its plan. What is taken back leaves nothing.
fn tallies(book: &Book, all: &BTreeMap<Place, Verdict>) -> (Tally, Tally, Tally) {
    let section = &book.plan.sections[0];
    let task = Tally::of_targets(&section.tasks[0], |place| all.get(&place));
    let part = Part::new(&section.tasks[0], &all[&Place::task(1, 1)], &task);
    let mut own = Tally::default();
    own.put(&part);
    own.take(&part);
    assert_eq!(own, Tally::default());
    own.put(&part);
    let plan = Tally::of_sections([(section, &own)].into_iter());
    (task, own, plan)
}

#[test]
fn sheets_follow_the_light_and_the_distance() {
    for (readings, today, rule, want) in [
        ("1-8=305", "2023-09-15", "通用", Some(Colour::Yellow)),
        ("1-8=150", "2023-09-15", "通用", Some(Colour::Red)),
        ("1-8=150", "2023-09-15", "宣城", Some(Colour::Yellow)),
        ("1-8=340", "2023-09-15", "通用", None),
        ("1-11=470", "2023-12-26", "通用", Some(Colour::Blue)),
        ("1-12=480", "2024-01-15", "宣城", Some(Colour::Red)),
    ] {
        let book = book().with(target("cumulative 500 亿元")).ruled(rule).read(1, readings);
        assert_eq!(book.judged(1, today).sheet, want, "{readings} {today} {rule}");
    }
}
