//! Each fault: where it is told, and in which words.

use super::problems;
use crate::plan::{
    Comparator, Every, Holder, Kind, Letterhead, Measure, Office, OfficeKey, Path, Period, Place,
    Plan, Post, Roster, Section, Series, Table, Target, Task,
};
use crate::words::{Lang, Wrong};

mod judging;

fn target(id: Place) -> Target {
    Target {
        id,
        metric: "签约额".into(),
        short: String::new(),
        comparator: Comparator::Exactly,
        value: "500".parse().ok(),
        from: None,
        upper: None,
        unit: "亿元".into(),
        kind: Kind::Cumulative,
        qualifier: String::new(),
        text: "签约额500亿元".into(),
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
    }
}

fn measure(id: Place, targets: Vec<Target>) -> Measure {
    Measure { id, text: "力争签约额500亿元。".into(), targets }
}

fn task(id: Place, measures: Vec<Measure>) -> Task {
    Task { id, title: "抓好招商引资".into(), short: "招商".into(), weight: None, measures }
}

fn office(short: &str, full: &str) -> Office {
    Office {
        short: short.into(),
        full: full.into(),
        aliases: Vec::new(),
        order: 10,
        former: Vec::new(),
        successor: None,
    }
}

fn key(text: &str) -> OfficeKey {
    text.parse().unwrap()
}

/// A plan without a fault.
pub(in crate::plan) fn sound() -> Plan {
    let day = |text: &str| text.parse().unwrap();
    let offices =
        [(key("tcj"), office("投促局", "投资促进局")), (key("czj"), office("财政局", "区财政局"))];
    let post = Post { title: "区长".into(), office: None, order: 1, holders: Vec::new() };
    let period = Period { from: day("2023-01-01"), to: day("2023-12-31") };
    Plan {
        guidance: vec!["预期签约额500亿元。".into()],
        headline: vec![target(Place::headline(1)), target(Place::headline(2))],
        sections: vec![Section {
            id: Place::section(1),
            title: "坚持项目拉动".into(),
            short: String::new(),
            weight: None,
            lead: vec!["上项目。".into()],
            tasks: vec![
                task(
                    Place::task(1, 1),
                    vec![
                        measure(Place::measure(1, 1, 1), vec![target(Place::target(1, 1, 1))]),
                        measure(Place::measure(1, 1, 2), vec![target(Place::target(1, 1, 2))]),
                    ],
                ),
                task(Place::task(1, 2), Vec::new()),
            ],
        }],
        series: vec![
            Series {
                name: "调度会".into(),
                code: String::new(),
                place: String::new(),
                chair: String::new(),
                letterhead: Letterhead::default(),
            },
            Series {
                name: "常务会".into(),
                code: "cw".into(),
                place: String::new(),
                chair: String::new(),
                letterhead: Letterhead::default(),
            },
        ],
        roster: Roster {
            offices: offices.into_iter().collect(),
            posts: [(key("qz"), post)].into_iter().collect(),
            groups: [("各局".to_owned(), vec![key("tcj")])].into_iter().collect(),
        },
        ..Plan::new("daoli-2023", "主要任务", period)
    }
}

/// `path: sentence` of each problem.
fn told(plan: &Plan) -> Vec<String> {
    let told = problems(plan);
    told.iter().map(|problem| format!("{}: {}", problem.at, problem.what.text(Lang::Zh))).collect()
}

#[test]
fn a_sound_plan_has_no_problem() {
    assert_eq!(told(&sound()), Vec::<String>::new());
}

pub(super) type Harm = fn(&mut Plan);

pub(super) fn assert_told(cases: &[(Harm, &str)]) {
    for (harm, want) in cases {
        let mut plan = sound();
        harm(&mut plan);
        assert_eq!(told(&plan), [*want]);
    }
}

fn first(plan: &mut Plan) -> &mut Target {
    &mut plan.sections[0].tasks[0].measures[0].targets[0]
}

#[test]
fn rows_have_numbers_of_their_own_in_order() {
    assert_told(&[
        (
            |plan| plan.sections[0].tasks[1].id = Place::task(1, 1),
            "sections[0].tasks[1].id: 编号 1.1 出现了两次；请给其中一个换一个编号",
        ),
        (
            |plan| plan.sections[0].tasks[1].id = Place::task(2, 2),
            "sections[0].tasks[1].id: 编号 2.2 不在 1 之下；请按上级编号改写",
        ),
        (
            |plan| plan.sections[0].tasks[1].id = Place::section(3),
            "sections[0].tasks[1].id: 编号 3 的层次不对；方面写 1，任务写 1.2，措施写 1.2.2，目标写 1.2/1",
        ),
        (
            |plan| plan.sections[0].tasks[0].measures[0].id = Place::measure(1, 1, 9),
            "sections[0].tasks[0].measures[1].id: 编号 1.1.2 排在了更大的编号之后；请按编号排列",
        ),
        (
            |plan| first(plan).id = Place::target(1, 1, 2),
            "sections[0].tasks[0].measures[1].targets[0].id: 编号 1.1/2 出现了两次；请给其中一个换一个编号",
        ),
        (
            |plan| {
                let more = Target { id: Place::target(1, 1, 9), ..first(plan).clone() };
                plan.sections[0].tasks[0].measures[0].targets.insert(0, more);
            },
            "sections[0].tasks[0].measures[0].targets[1].id: 编号 1.1/1 排在了更大的编号之后；请按编号排列",
        ),
        (
            |plan| first(plan).id = Place::headline(7),
            "sections[0].tasks[0].measures[0].targets[0].id: 编号 0/7 不在 1.1 之下；请按上级编号改写",
        ),
        (
            |plan| first(plan).id = Place::measure(1, 1, 7),
            "sections[0].tasks[0].measures[0].targets[0].id: 编号 1.1.7 的层次不对；方面写 1，任务写 1.2，措施写 1.2.2，目标写 1.2/1",
        ),
        (
            |plan| plan.headline[1].id = Place::target(1, 1, 9),
            "headline[1].id: 编号 1.1/9 不在 0 之下；请按上级编号改写",
        ),
    ]);
}

#[test]
fn targets_quote_and_say_what_they_mean() {
    assert_told(&[
        (
            |plan| first(plan).text = "签约额501亿元".into(),
            "sections[0].tasks[0].measures[0].targets[0].text: 目标引文“签约额501亿元”不在本条措施里；请照抄措施原文：力争签约额500亿元。",
        ),
        (
            |plan| plan.headline[0].text = "签约额501亿元".into(),
            "headline[0].text: 目标引文“签约额501亿元”不在 guidance 里；请照抄其中的原话",
        ),
        (
            |plan| first(plan).text = String::new(),
            "sections[0].tasks[0].measures[0].targets[0].text: 这里不能空着；请写上",
        ),
        (
            |plan| first(plan).metric = " ".into(),
            "sections[0].tasks[0].measures[0].targets[0].metric: 目标 1.1/1 没有指标名；请写 metric",
        ),
        (
            |plan| first(plan).short = "全年的签约额".into(),
            "sections[0].tasks[0].measures[0].targets[0].short: 简称“全年的签约额”比全称“签约额”还长；请改短，或删去 short",
        ),
        (
            |plan| first(plan).value = None,
            "sections[0].tasks[0].measures[0].targets[0].comparator: 目标 1.1/1 没有数值；请写 value，或换一个不带数的 comparator",
        ),
        (
            |plan| first(plan).comparator = Comparator::UpOnly,
            "sections[0].tasks[0].measures[0].targets[0].value: 目标 1.1/1 的 comparator 不带数，却写了 value；请去掉一个",
        ),
        (
            |plan| first(plan).comparator = Comparator::FromTo,
            "sections[0].tasks[0].measures[0].targets[0].comparator: 目标 1.1/1：from 与 comparator: from_to 要同时写；请补上或去掉",
        ),
        (
            |plan| first(plan).comparator = Comparator::Range,
            "sections[0].tasks[0].measures[0].targets[0].comparator: 目标 1.1/1：upper 与 comparator: range 要同时写；请补上或去掉",
        ),
        (
            |plan| first(plan).from = "1".parse().ok(),
            "sections[0].tasks[0].measures[0].targets[0].comparator: 目标 1.1/1：from 与 comparator: from_to 要同时写；请补上或去掉",
        ),
        (
            |plan| {
                first(plan).comparator = Comparator::Range;
                first(plan).upper = "499.9".parse().ok();
            },
            "sections[0].tasks[0].measures[0].targets[0].upper: 目标 1.1/1 的 upper 小于 value；请对调",
        ),
        (
            |plan| {
                first(plan).value = "1".parse().ok();
                first(plan).members = vec!["甲".into(), "乙".into()];
            },
            "sections[0].tasks[0].measures[0].targets[0].members: 目标 1.1/1 的 members 有 2 个，多于 value；请核对",
        ),
        (
            |plan| first(plan).members = vec!["甲".into(), "甲".into()],
            "sections[0].tasks[0].measures[0].targets[0].members[1]: 清单里“甲”出现了两次；请删去一个",
        ),
    ]);
}

#[test]
fn texts_say_something_and_hide_nothing() {
    assert_told(&[
        (
            |plan| plan.id = "道里".into(),
            "id: 计划编号“道里”不合写法；请只用小写字母、数字和 -，不能空",
        ),
        (|plan| plan.title = String::new(), "title: 这里不能空着；请写上"),
        (|plan| plan.guidance.push(" ".into()), "guidance[1]: 这里不能空着；请写上"),
        (
            |plan| plan.sections[0].title.push('\u{202e}'),
            "sections[0].title: 这段文字里有看不见的字符 <202E>；请删去",
        ),
        (
            |plan| plan.sections[0].lead.push("\u{1b}[2J".into()),
            "sections[0].lead[1]: 这段文字里有看不见的字符 <001B>；请删去",
        ),
        (
            |plan| plan.sections[0].tasks[0].title = String::new(),
            "sections[0].tasks[0].title: 这里不能空着；请写上",
        ),
        (
            |plan| plan.sections[0].tasks[0].short = "抓好招商引资工作".into(),
            "sections[0].tasks[0].short: 简称“抓好招商引资工作”比全称“抓好招商引资”还长；请改短，或删去 short",
        ),
        (
            |plan| plan.sections[0].tasks[0].measures[0].text.push('\n'),
            "sections[0].tasks[0].measures[0].text: 这段文字里有看不见的字符 <000A>；请删去",
        ),
        (
            |plan| std::mem::swap(&mut plan.period.from, &mut plan.period.to),
            "period: 计划的结束日期早于开始日期；请对调",
        ),
    ]);
}

#[test]
fn a_noted_slip_is_in_the_text_even_across_a_title() {
    let mut plan = sound();
    let note = |text: &str| crate::plan::Defect { text: text.into(), note: "缺句号".into() };
    plan.defects = vec![note("招商引资力争"), note("招商引资大力")];
    let at = Path::default().field("defects").index(1).field("text");
    let what = Wrong::NoSuchText { text: "招商引资大力".into() };
    assert_eq!(problems(&plan), [crate::plan::Problem { at, what }]);
}

#[test]
fn series_and_offices_have_names_of_their_own() {
    fn offices(plan: &mut Plan) -> &mut Office {
        plan.roster.offices.get_mut(&key("tcj")).unwrap()
    }
    assert_told(&[
        (
            |plan| plan.series[1].code = "CW".into(),
            "series[1].code: 系列代码“CW”不合写法；请只用小写字母和数字，不用 interval、join、adopted",
        ),
        (
            |plan| plan.series[1].code = "join".into(),
            "series[1].code: 系列代码“join”不合写法；请只用小写字母和数字，不用 interval、join、adopted",
        ),
        (
            |plan| plan.series[1].code = String::new(),
            "series[1].code: 系列代码“”出现了两次；请换一个",
        ),
        (|plan| plan.series[1].name = String::new(), "series[1].name: 这里不能空着；请写上"),
        (
            |plan| offices(plan).short = String::new(),
            "roster.offices.tcj.short: 单位 tcj 没有简称；请写 short",
        ),
        (
            |plan| offices(plan).aliases.push("财政局".into()),
            "roster.offices.tcj: 名称“财政局”同时属于 czj 和 tcj；请改其中一个",
        ),
        (
            |plan| offices(plan).aliases.push("投\u{200b}促".into()),
            "roster.offices.tcj.aliases[0]: 这段文字里有看不见的字符 <200B>；请删去",
        ),
        (
            |plan| offices(plan).successor = Some(key("nix")),
            "roster.offices.tcj.successor: 名册里没有单位 nix；请先加这个单位，或改用已有的编号",
        ),
        (
            |plan| plan.roster.posts.get_mut(&key("qz")).unwrap().office = Some(key("nix")),
            "roster.posts.qz.office: 名册里没有单位 nix；请先加这个单位，或改用已有的编号",
        ),
        (
            |plan| plan.roster.groups.get_mut("各局").unwrap().push(key("nix")),
            "roster.groups.各局[1]: 名册里没有单位 nix；请先加这个单位，或改用已有的编号",
        ),
        (
            |plan| drop(plan.roster.groups.insert("财政局".into(), Vec::new())),
            "roster.groups.财政局: 名称“财政局”同时属于 czj 和 财政局；请改其中一个",
        ),
    ]);
}

#[test]
fn a_post_has_one_holder_a_day_and_a_successor_is_another_office() {
    fn hold(plan: &mut Plan, terms: &[(&str, &str, Option<&str>)]) {
        let holder = |(name, from, to): &(&str, &str, Option<&str>)| Holder {
            name: (*name).into(),
            from: from.parse().unwrap(),
            to: to.map(|to| to.parse().unwrap()),
        };
        let post = plan.roster.posts.get_mut(&key("qz")).unwrap();
        post.holders = terms.iter().map(holder).collect();
    }
    fn follow(plan: &mut Plan, office: &str, successor: &str) {
        let office = plan.roster.offices.get_mut(&key(office)).unwrap();
        office.successor = Some(key(successor));
    }
    assert_told(&[
        (
            |plan| hold(plan, &[("甲", "2023-07-01", Some("2023-06-30"))]),
            "roster.posts.qz.holders[0].to: “甲”的任职结束日期早于开始日期；请对调",
        ),
        (
            |plan| hold(plan, &[("甲", "2021-01-01", None), ("乙", "2023-07-01", None)]),
            "roster.posts.qz.holders[1].from: “乙”与“甲”的任职时间有重叠；请改 from 或 to，一天只能有一人",
        ),
        (
            |plan| {
                let until = Some("2023-07-01");
                hold(plan, &[("乙", "2023-07-01", None), ("甲", "2021-01-01", until)]);
            },
            "roster.posts.qz.holders[1].from: “甲”与“乙”的任职时间有重叠；请改 from 或 to，一天只能有一人",
        ),
        (
            |plan| plan.roster.posts.get_mut(&key("qz")).unwrap().title = "财政局".into(),
            "roster.posts.qz.title: 名称“财政局”同时属于 czj 和 qz；请改其中一个",
        ),
        (
            |plan| follow(plan, "tcj", "tcj"),
            "roster.offices.tcj.successor: 单位 tcj 的 successor 绕回了自己；请改成现在的单位，或删去",
        ),
    ]);
    let mut plan = sound();
    hold(&mut plan, &[("甲", "2021-01-01", Some("2023-06-30")), ("乙", "2023-07-01", None)]);
    follow(&mut plan, "tcj", "czj");
    assert_eq!(told(&plan), Vec::<String>::new());
    follow(&mut plan, "czj", "tcj");
    assert_eq!(told(&plan).len(), 2);
}
