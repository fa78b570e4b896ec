//! Parts, first and last pages, targets of the year, responsibility.

use super::*;

const REVIEW: &str = "一、2030年工作回顾\n（一）经济向好。完成投资30亿元，同比增长8%，新建水库3座，改造老街2条。\n——工业提质。新增企业20家，产值增长9%，园区扩容，税收翻番。\n";
const PLAN: &str = "二、2031年工作安排\n今年主要预期目标是：地区生产总值增长6%左右；一般公共预算收入增长3%。重点抓好以下两方面工作。\n（一）惠民生\n办好教育。新建中学2所，新增学位3000个，招聘教师百名。\n（二）保平安\n守住底线。排查隐患，严管危化品、燃气和矿山，坚决防止事故。\n";
const SECTIONS: [&str; 4] = [
    "1 惠民生",
    "1.1 办好教育: 新建中学2所，新增学位3000个，招聘教师百名。",
    "2 保平安",
    "2.1 守住底线: 排查隐患，严管危化品、燃气和矿山，坚决防止事故。",
];

#[test]
fn review_and_outlook_are_kept_and_not_read() {
    let outlook = "三、“十七五”时期主要目标\n（一）发展目标。到2035年，地区生产总值达到500亿元，人均收入翻一番，城镇化率达到70%。\n";
    let text = format!("{REVIEW}{PLAN}{outlook}");
    check(&text, &SECTIONS);
    assert_eq!(spans(&text, Role::Outlook).len(), 1);
    assert_eq!(spans(&text, Role::Review).len(), 2);
    let before = outlook.replace('三', "二");
    check(&format!("{REVIEW}{before}{}", PLAN.replace("二、2031", "三、2031")), &SECTIONS);
}

#[test]
fn parts_without_numbers_are_parts() {
    let text = format!("各位代表：\n现在，我代表县政府报告工作，请审议。\n{REVIEW}{PLAN}");
    check(&text.replace("一、2030", "2030").replace("二、2031", "2031"), &SECTIONS);
}

#[test]
fn the_plan_may_be_spread_over_parts() {
    let text = format!(
        "{REVIEW}二、2031年工作总体要求\n今年主要预期目标是：地区生产总值增长6%左右。重点抓好以下工作。\n三、惠民生\n办好教育。新建中学2所，新增学位3000个，招聘教师百名。\n四、保平安\n守住底线。排查隐患，严管危化品、燃气和矿山，坚决防止事故。"
    );
    check(&text, &SECTIONS);
}

#[test]
fn self_improvement_beside_the_plan_is_a_section_with_a_doubt() {
    let text = format!(
        "{REVIEW}{PLAN}三、加强政府自身建设\n（一）坚持政治引领。深入学习，忠诚履职。\n（二）坚持依法行政。健全决策机制，规范执法。"
    );
    let found = brief(&text);
    assert_eq!(
        found[4..],
        [
            "3 加强政府自身建设",
            "3.1 坚持政治引领: 深入学习，忠诚履职。",
            "3.2 坚持依法行政: 健全决策机制，规范执法。"
        ]
    );
    let draft = read(&text);
    assert!(draft.doubts.iter().any(|doubt| doubt.why == Reason::Reading(Why::BesidePart)));
    assert_eq!(draft.bridge.map(|bridge| (bridge.said, bridge.found)), Some((Some(2), 2)));
}

#[test]
fn the_first_page_is_no_plan() {
    let page = "下载\n打印\n【字号：\n加大\n】\n云溪县2031年政府工作报告\n——2031年1月8日在云溪县第十八届人民代表大会第一次会议上\n来源：云溪日报\n县长　演练甲\n各位代表：\n现在，我代表县政府，向大会报告工作，请予审议。\n";
    let text = format!("{page}{REVIEW}{PLAN}");
    check(&text, &SECTIONS);
    let draft = read(&text);
    assert_eq!(draft.plan.title, "云溪县2031年政府工作报告");
    assert_eq!(draft.plan.organ, "云溪县人民政府");
    assert_eq!(draft.plan.id, "plan-2031");
    assert_eq!(
        spans(&text, Role::DateLine),
        ["——2031年1月8日在云溪县第十八届人民代表大会第一次会议上"]
    );
    assert_eq!(spans(&text, Role::Opening).len(), 2);
}

#[test]
fn the_year_is_the_plans_and_not_the_titles() {
    let text = "2030年云溪县人民政府工作报告\n各位代表：\n一、2030年工作回顾\n完成投资。\n二、2031年重点工作\n（一）惠民生\n办教育，建学校。\n（二）保平安\n抓安全，强监管。";
    assert_eq!(read(text).plan.period.from.to_string(), "2031-01-01");
    let text = "云溪县政府工作报告\n（二〇三二年一月八日在云溪县第十八届人民代表大会上）\n（一）惠民生\n办教育，建学校。\n（二）保平安\n抓安全，强监管。";
    assert_eq!(read(text).plan.id, "plan-2032");
    assert!(
        doubts("（一）惠民生\n办教育，建学校。\n（二）保平安\n抓安全，强监管。")
            .contains(&"没有找到计划年度，暂按 2000 年".to_owned())
    );
}

#[test]
fn last_words_and_furniture_are_no_tasks() {
    let text = format!(
        "{REVIEW}{PLAN}各位代表！\n蓝图已绘就，奋进正当时。让我们团结一心，为建设美丽云溪而奋斗！\n【打印本页】 【关闭窗口】\n主办单位：云溪县人民政府办公室 电话：000\n版权所有"
    );
    check(&text, &SECTIONS);
    assert_eq!(spans(&text, Role::Closing).len(), 2);
    assert_eq!(
        spans(&text, Role::Chrome),
        ["【打印本页】 【关闭窗口】", "主办单位：云溪县人民政府办公室 电话：000", "版权所有"]
    );
}

#[test]
fn guidance_headline_and_bridge_stand_before_the_sections() {
    let text = format!("{REVIEW}{PLAN}");
    let draft = read(&text);
    assert_eq!(draft.plan.guidance.len(), 2);
    assert_eq!(spans(&text, Role::Headline).len(), 1);
    assert_eq!(spans(&text, Role::Bridge), ["重点抓好以下两方面工作。"]);
    assert_eq!(draft.bridge.map(|bridge| (bridge.said, bridge.found)), Some((Some(2), 2)));
    let wrong = text.replace("以下两方面", "以下八个方面");
    assert!(doubts(&wrong).contains(&"过渡句说 8 个方面，找到 2 个".to_owned()));
}

#[test]
fn a_section_of_guidance_is_guidance() {
    let text = "二、2031年工作\n（一）总体要求\n坚持稳中求进。\n（二）预期目标\n主要预期目标：\n——地区生产总值增长6%；\n——粮食产量20万吨。\n（三）惠民生\n办教育，建学校。\n（四）保平安\n抓安全，强监管。";
    check(text, &["1 惠民生", "1.1 办教育: 建学校。", "2 保平安", "2.1 抓安全: 强监管。"]);
    assert_eq!(
        spans(text, Role::Headline),
        ["主要预期目标：", "地区生产总值增长6%；", "粮食产量20万吨。"]
    );
}

#[test]
fn glossaries_are_kept_out() {
    let text = format!(
        "{REVIEW}{PLAN}名词解释\n1.“三保”：保基本民生、保工资、保运转。\n2.“一老一小”：老人和孩子。"
    );
    check(&text, &SECTIONS);
    assert_eq!(spans(&text, Role::Glossary).len(), 2);
    let text = format!("{REVIEW}{PLAN}［1］“三保”：保基本民生。\n［2］一老一小：老人和孩子。");
    check(&text, &SECTIONS);
}

#[test]
fn livelihood_items_behind_the_body_are_a_section() {
    let text = format!(
        "{REVIEW}{PLAN}各位代表！让我们团结奋斗！\n附件：2031年云溪县十件民生实事\n1.新建养老床位200张。\n2.改造老街。更新管网5公里，修缮房屋300户。"
    );
    let found = brief(&text);
    assert_eq!(found[..4], SECTIONS);
    assert_eq!(
        found[4..],
        [
            "3 附件：2031年云溪县十件民生实事",
            "3.1 新建养老床位200张: 新建养老床位200张。",
            "3.2 改造老街: 更新管网5公里，修缮房屋300户。",
        ]
    );
}

#[test]
fn responsibility_is_kept_beside_the_plan() {
    let text = "2031年云溪县重点工作任务分解方案\n一、惠民生\n1.办好教育。新建中学2所。\n牵头单位：教育局\n责任单位：财政局、住建局\n完成时限：2031年8月底\n2.看好病。新建卫生院1家（责任单位：卫健局、各镇）。\n二、保平安\n1.抓安全。排查隐患。（应急局牵头，公安局配合）\n2.管好路。增设岗亭。";
    check(
        text,
        &[
            "1 惠民生",
            "1.1 办好教育: 新建中学2所。",
            "1.2 看好病: 新建卫生院1家。",
            "2 保平安",
            "2.1 抓安全: 排查隐患。",
            "2.2 管好路: 增设岗亭。",
        ],
    );
    let draft = read(text);
    let said: Vec<_> = draft
        .duties
        .iter()
        .map(|duty| {
            (
                duty.row.map(|row| row.to_string()),
                duty.leads.join("、"),
                duty.supports.join("、"),
                duty.due.as_str(),
            )
        })
        .collect();
    let row = |place: &str| Some(place.to_owned());
    assert_eq!(
        said,
        [
            (row("1.1.1"), "教育局".into(), "财政局、住建局".into(), "2031年8月底"),
            (row("1.2.1"), "卫健局".into(), "各镇".into(), ""),
            (row("2.1.1"), "应急局".into(), "公安局".into(), ""),
        ]
    );
    assert_eq!(
        draft.offices(),
        ["教育局", "财政局", "住建局", "卫健局", "各镇", "应急局", "公安局"]
    );
}

#[test]
fn an_english_plan_is_kept_whole() {
    let text = "Plan of Action 2031\n\nWe will build 5 km of road. We will plant 200 trees.\n\nSchools open in June.";
    let draft = read(text);
    assert_eq!(draft.spans.iter().map(|span| span.at.len()).sum::<usize>(), text.len());
    assert_eq!(draft.plan.guidance.len() + draft.plan.measures().count(), 3);
}

#[test]
fn traditional_characters_have_parts_too() {
    let text = "各位代表：\n現在，我代表區政府報告工作，請審議。\n一、2030年工作回顧\n新建水庫3座。\n二、2031年工作任務\n（一）惠民生\n辦好教育。新建中學2所，新增學位3000個，招聘教師百名。\n（二）保平安\n守住底線。排查隱患，嚴管危化品、燃氣和礦山，堅決防止事故。";
    check(
        text,
        &[
            "1 惠民生",
            "1.1 辦好教育: 新建中學2所，新增學位3000個，招聘教師百名。",
            "2 保平安",
            "2.1 守住底線: 排查隱患，嚴管危化品、燃氣和礦山，堅決防止事故。",
        ],
    );
    assert_eq!(spans(text, Role::Review), ["新建水庫3座。"]);
}

#[test]
fn slogans_for_headings_are_known_by_what_they_set() {
    let text = "一、顶压前行，“十六五”圆满收官\n完成投资30亿元，同比增长8%。\n二、一鼓作气，推动“十七五”开好局\n今年全县经济社会发展主要预期目标是：地区生产总值增长6%左右。\n（一）惠民生\n办好教育。新建中学2所，新增学位3000个，招聘教师百名。\n（二）保平安\n守住底线。排查隐患，严管危化品、燃气和矿山，坚决防止事故。";
    check(text, &SECTIONS);
}

#[test]
fn sections_that_sound_like_parts_are_sections() {
    let text = "2031年云溪县工作要点\n一、聚焦重点工作，惠民生\n办好教育。新建中学2所，新增学位3000个，招聘教师百名。\n二、保平安\n守住底线。排查隐患，严管危化品、燃气和矿山，坚决防止事故。\n三、兴产业\n壮大工业。新增企业20家，园区扩容千亩，税收稳步增长。\n四、护生态\n治好水。清淤河道10公里，新建污水厂1座，水质全面达标。\n五、加强政府自身建设\n依法行政。健全决策机制，规范执法，自觉接受监督。";
    let found: Vec<String> = brief(text).into_iter().filter(|line| !line.contains(": ")).collect();
    assert_eq!(
        found,
        ["1 聚焦重点工作，惠民生", "2 保平安", "3 兴产业", "4 护生态", "5 加强政府自身建设"]
    );
}

#[test]
fn a_page_set_to_a_width_is_read_as_its_paragraphs() {
    let text = format!("{REVIEW}{PLAN}")
        .replace("排查隐患，", "排查隐患，严格落实领导责任、部门责任、属地责任和企业主体责任，")
        .replace("新增学位3000个，", "新增学位3000个，深入推进集团化办学和城乡学校共同体建设，");
    let plain = brief(&text);
    let mut wrapped = String::new();
    for line in text.lines() {
        let chars: Vec<char> = format!("　　{line}").chars().collect();
        for piece in chars.chunks(18) {
            wrapped.extend(piece);
            wrapped.push('\n');
        }
    }
    assert_eq!(brief(&wrapped), plain);
}

#[test]
fn rows_of_a_table_are_tasks_with_their_offices() {
    for (open, part, close) in [("", "\t", ""), ("| ", " | ", " |")] {
        let row = |cells: [&str; 5]| format!("{open}{}{close}", cells.join(part));
        let text = [
            "2031年云溪县政府工作报告任务分解表".into(),
            row(["序号", "工作任务", "牵头单位", "责任单位", "完成时限"]),
            row(["1", "办好教育。新建中学2所。", "教育局", "财政局、住建局", "2031年8月"]),
            row(["2", "新建卫生院1家", "卫健局", "各镇", "2031年12月"]),
        ];
        let text = text.join("\n");
        check(
            &text,
            &[
                "1 2031年云溪县政府工作报告任务分解表",
                "1.1 办好教育: 新建中学2所。",
                "1.2 新建卫生院1家: 新建卫生院1家",
            ],
        );
        let draft = read(&text);
        let said: Vec<String> = draft
            .duties
            .iter()
            .map(|duty| {
                format!("{} {} {}", duty.leads.join("、"), duty.supports.join("、"), duty.due)
            })
            .collect();
        assert_eq!(said, ["教育局 财政局、住建局 2031年8月", "卫健局 各镇 2031年12月"]);
    }
}
