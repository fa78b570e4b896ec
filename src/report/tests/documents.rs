//! Whole documents that are no report of a year: notices, lists, tables, plans of offices and towns.

use super::*;

#[test]
fn what_a_notice_says_before_its_document_is_no_plan() {
    let text = "云溪县人民政府办公室关于印发2031年工作任务责任分解方案的通知\n各乡镇人民政府：\n《方案》已经同意，现印发给你们。\n一、各单位要高度重视，切实加强领导，明确时间节点，狠抓落实。\n二、各单位要按季报送进展情况，督查室跟踪督办。\n云溪县人民政府办公室\n2031年1月3日\n2031年工作任务责任分解方案\n一、抓工业\n（一）壮大主导产业。新增规上工业企业12家。\n责任单位：工信局\n（二）建好园区。新建厂房2万平方米。\n责任单位：园区管委会\n二、抓农业\n（三）稳住粮食生产。新建高标准农田2万亩。\n责任单位：农业农村局\n";
    check(
        text,
        &[
            "1 抓工业",
            "1.1 壮大主导产业: 新增规上工业企业12家。",
            "1.2 建好园区: 新建厂房2万平方米。",
            "2 抓农业",
            "2.1 稳住粮食生产: 新建高标准农田2万亩。",
        ],
    );
    assert_eq!(read(text).plan.title, "2031年工作任务责任分解方案");
}

#[test]
fn tasks_may_be_counted_on_over_sections() {
    check(
        "云溪县教育局2031年工作要点\n一、优化资源\n1.增加学位。新建学校3所。\n2.办好集团。新增教育集团2个。\n二、建强队伍\n3.补充教师。招聘教师80名。\n三、守住安全\n4.织密防护网。开展检查24次。\n5.规范培训。压减机构5家。\n",
        &[
            "1 优化资源",
            "1.1 增加学位: 新建学校3所。",
            "1.2 办好集团: 新增教育集团2个。",
            "2 建强队伍",
            "2.1 补充教师: 招聘教师80名。",
            "3 守住安全",
            "3.1 织密防护网: 开展检查24次。",
            "3.2 规范培训: 压减机构5家。",
        ],
    );
}

#[test]
fn a_list_of_things_to_be_done_is_tasks_and_no_sections() {
    let text = "2031年云溪县民生实事项目\n一、新建幼儿园2所，新增学位360个。\n责任单位：教育局\n二、改造老旧小区12个。\n责任单位：住建局\n三、整治下水道、明沟1000米；更新垃圾收运点10处。\n责任单位：城管局\n";
    check(
        text,
        &[
            "1 2031年云溪县民生实事项目",
            "1.1 新建幼儿园2所: 新建幼儿园2所，新增学位360个。",
            "1.2 改造老旧小区12个: 改造老旧小区12个。",
            "1.3 整治下水道、明沟1000米: 整治下水道、明沟1000米；更新垃圾收运点10处。",
        ],
    );
    assert_eq!(read(text).plan.targets().count(), 5);
}

#[test]
fn a_part_that_lists_the_targets_of_the_year_gives_headline_targets() {
    let text = "云溪县2031年国民经济和社会发展计划\n一、2030年计划执行情况\n全县生产总值增长5.8%。\n二、2031年经济社会发展预期目标\n1.地区生产总值增长6%左右；\n2.一般公共预算收入增长2%；\n3.城镇、农村居民人均可支配收入分别增长5.5%、7%。\n三、2031年主要任务\n（一）惠民生\n1.办好教育\n新建中学2所。新增学位900个，招聘教师百名，全部用于薄弱学校。\n2.看好病\n新建卫生院1家。改造村卫生室20个，让群众看病不出村。\n（二）保平安\n1.抓安全\n排查隐患。严管危化品、燃气和矿山，坚决防止事故发生。\n";
    let draft = read(text);
    let headline: Vec<String> = draft
        .plan
        .headline
        .iter()
        .map(|goal| format!("{} {}", goal.metric, goal.amount()))
        .collect();
    assert_eq!(
        headline,
        [
            "地区生产总值增速 6%",
            "一般公共预算收入增速 2%",
            "城镇居民人均可支配收入增速 5.5%",
            "农村居民人均可支配收入增速 7%",
        ]
    );
    let titles: Vec<&str> = draft.plan.tasks().map(|task| task.title.as_str()).collect();
    assert_eq!(titles, ["办好教育", "看好病", "抓安全"]);
}

#[test]
fn a_town_speaks_of_the_year_in_its_own_words() {
    let text = "青石镇政府工作报告\n2031年1月8日\n各位代表：\n一、一年来，我们致力于强基固本\n修路32公里，改水12处。\n二、新的一年，我们将突出重点，开创新局面\n（一）抓产业\n1、稳粮油。种粮8万亩。\n2、兴特色。新栽柠檬1500亩。\n（二）抓民生\n1、修好路。硬化村道18公里。\n";
    check(
        text,
        &[
            "1 抓产业",
            "1.1 稳粮油: 种粮8万亩。",
            "1.2 兴特色: 新栽柠檬1500亩。",
            "2 抓民生",
            "2.1 修好路: 硬化村道18公里。",
        ],
    );
    assert_eq!(spans(text, Role::Review), ["修路32公里，改水12处。"]);
}

#[test]
fn a_table_may_name_its_tasks_and_groups_beside_what_is_done() {
    let text = "2031年云溪县重点任务分解表\n序号\t类别\t目标任务\t具体内容\t牵头领导\t牵头单位\t完成时限\n1\t产业\t做强工业\t新增规上企业10家；建厂房8万平方米。\t副县长\t工信局\t12月底\n2\t\t粮食总产9万吨以上\t建好农田。\t副县长\t农业农村局\t11月底\n3\t民生\t办好教育\t新建幼儿园2所。\t副县长\t教育局\t8月底\n";
    check(
        text,
        &[
            "1 产业",
            "1.1 做强工业: 新增规上企业10家；建厂房8万平方米。",
            "1.2 粮食总产9万吨以上: 粮食总产9万吨以上|建好农田。",
            "2 民生",
            "2.1 办好教育: 新建幼儿园2所。",
        ],
    );
    let leads: Vec<String> = read(text).duties.iter().map(|duty| duty.leads.join("、")).collect();
    assert_eq!(leads, ["工信局", "农业农村局", "教育局"]);
}

#[test]
fn a_table_whose_cells_stand_below_each_other_is_a_table() {
    let text = "2031年重点工作及责任清单\n序号 |\n重点工作 |\n责任领导 |\n责任单位 |\n完成时限 |\n1 |\n盘活存量土地400亩，清退企业10家。 |\n演练甲 |\n改革办 |\n全年 |\n2 |\n提升承载能力，新建管网12公里。 |\n演练乙 |\n规划局、住建局 |\n9月底 |\n";
    check(
        text,
        &[
            "1 2031年重点工作及责任清单",
            "1.1 盘活存量土地400亩: 盘活存量土地400亩，清退企业10家。",
            "1.2 提升承载能力: 新建管网12公里。",
        ],
    );
    let duties: Vec<String> = read(text)
        .duties
        .iter()
        .map(|duty| format!("{} {} {}", duty.leads.concat(), duty.supports.concat(), duty.due))
        .collect();
    assert_eq!(duties, ["改革办  全年", "规划局 住建局 9月底"]);
}

#[test]
fn a_single_grand_heading_over_sections_is_that_of_a_part() {
    check(
        "青山縣政府施政計畫\n壹、年度施政目標\n本府以打造宜居城市為願景。\n一、教育處\n（一）改善校園環境：補助20所學校，新建球場5座。\n（二）推動雙語教育：增聘教師15名。\n二、工務處\n（一）道路養護：改善路面25公里。\n",
        &[
            "1 教育處",
            "1.1 改善校園環境: 補助20所學校，新建球場5座。",
            "1.2 推動雙語教育: 增聘教師15名。",
            "2 工務處",
            "2.1 道路養護: 改善路面25公里。",
        ],
    );
}
