//! Faults of what people write to have targets judged.

use super::{Harm, first, sound, told};
use crate::plan::{Holiday, Month, Number, Place, Plan, PlannedNode, Policy, Table};

/// `@` stands for the first target of the first measure.
fn assert_told(cases: &[(Harm, &str)]) {
    for (harm, want) in cases {
        let mut plan = sound();
        harm(&mut plan);
        let want = want.replace('@', "sections[0].tasks[0].measures[0].targets[0]");
        assert_eq!(told(&plan), [want]);
    }
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn policy(plan: &mut Plan, policy: Policy) {
    plan.policies.insert("本区".into(), policy);
}

/// A season of so many months that stands still and then is whole.
fn season(plan: &mut Plan, shares: &[i64]) {
    let shares = shares.iter().map(|share| Number::from(*share)).collect();
    plan.seasons.insert("施工".into(), shares);
}

#[test]
fn rules_are_known_and_their_numbers_make_sense() {
    assert_told(&[
        (
            |plan| plan.policy = "盐城".into(),
            "policy: 没有“盐城”这条亮灯规则；可以写：通用、宣城、银川",
        ),
        (
            |plan| policy(plan, Policy { slack: Number::from(-1), ..Policy::default() }),
            "policies.本区.slack: 百分点请写 0 到 100 之间的数",
        ),
        (
            |plan| policy(plan, Policy { about: Number::from(101), ..Policy::default() }),
            "policies.本区.about: 百分点请写 0 到 100 之间的数",
        ),
        (
            |plan| policy(plan, Policy { severe: Some(Number::from(4)), ..Policy::default() }),
            "policies.本区.severe: 发红单的界限请写不小于 slack 的数",
        ),
        (
            |plan| policy(plan, Policy { node_slack: 4, ..Policy::default() }),
            "policies.本区.node_severe: 发红单的界限请写不小于 node_slack 的数",
        ),
        (
            |plan| policy(plan, Policy { report_day: 31, ..Policy::default() }),
            "policies.本区.report_day: 这里请写 1 到 28 的整数",
        ),
        (
            |plan| policy(plan, Policy { report_day: 0, ..Policy::default() }),
            "policies.本区.report_day: 这里请写 1 到 28 的整数",
        ),
        (
            |plan| policy(plan, Policy { soon: 400, ..Policy::default() }),
            "policies.本区.soon: 这里请写 0 到 366 的整数",
        ),
        (
            |plan| policy(plan, Policy { feedback: Some(0), ..Policy::default() }),
            "policies.本区.feedback: 这里请写 1 到 366 的整数",
        ),
        (
            |plan| plan.policies = Table::from_iter([(" ".to_owned(), Policy::default())]),
            "policies. : 这里不能空着；请写上",
        ),
    ]);
    let mut own = sound();
    policy(
        &mut own,
        Policy { severe: None, node_severe: None, feedback: None, ..Policy::default() },
    );
    own.policy = "本区".into();
    assert_eq!(told(&own), Vec::<String>::new());
    own.policy = "yinchuan".into();
    assert_eq!(told(&own), Vec::<String>::new(), "a rule that ships may be named without Han");
}

#[test]
fn seasons_cover_the_plan_and_never_fall() {
    assert_told(&[
        (
            |plan| season(plan, &[0, 0, 0, 20, 40, 60, 80, 100, 100, 100, 100]),
            "seasons.施工: 季节要给计划期每个月一个百分比，写了 11 个；请写 12 个",
        ),
        (
            |plan| season(plan, &[0, 0, 0, 20, 40, 30, 80, 100, 100, 100, 100, 100]),
            "seasons.施工[5]: 季节的百分比在 0 到 100 之间，只增不减；请核对这一个",
        ),
        (
            |plan| season(plan, &[0, 0, 0, 20, 40, 60, 80, 100, 100, 100, 100, 101]),
            "seasons.施工[11]: 季节的百分比在 0 到 100 之间，只增不减；请核对这一个",
        ),
        (
            |plan| {
                season(plan, &[0, 0, 0, 20, 40, 60, 80, 100, 100, 100, 100, 100]);
                first(plan).season = "农闲".into();
            },
            "@.season: seasons 里没有“农闲”；可以写：施工",
        ),
    ]);
}

#[test]
fn trajectories_and_nodes_lie_in_the_plan() {
    assert_told(&[
        (
            |plan| {
                first(plan).trajectory = Table::from_iter([(month("2024-01"), Number::from(500))]);
            },
            "@.trajectory.2024-01: 2024-01 不在计划期内；请核对 period",
        ),
        (
            |plan| {
                first(plan).trajectory = Table::from_iter([
                    (month("2023-03"), Number::from(200)),
                    (month("2023-06"), Number::from(150)),
                ]);
            },
            "@.trajectory.2023-06: 到 2023-06 的累计比前一个月份少，累计数只增不减；请核对",
        ),
        (
            |plan| {
                first(plan).nodes =
                    vec![PlannedNode { by: month("2022-12"), text: "立项".into() }];
            },
            "@.nodes[0].by: 2022-12 不在计划期内；请核对 period",
        ),
        (
            |plan| {
                first(plan).nodes = vec![PlannedNode { by: month("2023-12"), text: String::new() }];
            },
            "@.nodes[0].text: 这里不能空着；请写上",
        ),
    ]);
}

#[test]
fn days_partners_and_weights_speak_of_this_plan() {
    assert_told(&[
        (
            |plan| plan.headline[0].due = "2024-01-01".parse().ok(),
            "headline[0].due: 2024-01-01 不在计划期内；请核对 period",
        ),
        (
            |plan| first(plan).measured = "2022-12-31".parse().ok(),
            "@.measured: 2022-12-31 不在计划期内；请核对 period",
        ),
        (
            |plan| first(plan).against = Some(Place::headline(9)),
            "@.against: 计划里没有另一个目标 0/9；请写已有目标的编号",
        ),
        (
            |plan| first(plan).against = Some(Place::target(1, 1, 1)),
            "@.against: 计划里没有另一个目标 1.1/1；请写已有目标的编号",
        ),
        (
            |plan| first(plan).with = vec![Place::headline(1), Place::task(1, 1)],
            "@.with[1]: 计划里没有另一个目标 1.1；请写已有目标的编号",
        ),
        (|plan| first(plan).weight = Some(0), "@.weight: 权重要大于 0；不计权重就删去 weight"),
        (
            |plan| plan.sections[0].tasks[0].weight = Some(0),
            "sections[0].tasks[0].weight: 权重要大于 0；不计权重就删去 weight",
        ),
        (
            |plan| plan.sections[0].weight = Some(0),
            "sections[0].weight: 权重要大于 0；不计权重就删去 weight",
        ),
    ]);
}

#[test]
fn days_off_have_an_order() {
    fn holiday(from: &str, to: &str) -> Holiday {
        let day = |text: &str| text.parse().unwrap();
        Holiday { name: "国庆节".into(), from: day(from), to: day(to) }
    }
    assert_told(&[
        (
            |plan| plan.holidays.off.push(holiday("2023-10-06", "2023-09-29")),
            "holidays.off[0].to: 假期的最后一天早于第一天；请对调",
        ),
        (
            |plan| {
                plan.holidays.off.push(holiday("2023-09-29", "2023-10-06"));
                plan.holidays.worked.push("2023-10-06".parse().unwrap());
            },
            "holidays.worked[0]: 2023-10-06 既是假日又是调休上班日；请删去一个",
        ),
        (
            |plan| plan.holidays.worked = vec!["2023-10-07".parse().unwrap(); 2],
            "holidays.worked[1]: 2023-10-07 写了两次；请删去一个",
        ),
    ]);
}
