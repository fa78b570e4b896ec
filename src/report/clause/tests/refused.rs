//! Numbers that are no targets, each with its reason.

use super::NotATarget::{
    Age, Article, Class, Code, Congress, Date, Duration, Footnote, Mechanism, Name, NoUnit,
    Ordinal, Past, PerUnit, Quoted, Ratio, Scope, Slogan, Threshold, Vague,
};
use super::*;

#[test]
fn dates_spans_and_ages() {
    refused("2023年意义重大，6月底前完成。", &[("2023年", Date), ("6月", Date)]);
    refused("二〇二六年是关键之年。", &[("二〇二六年", Date)]);
    refused("建设2024—2026年项目库。", &[("2024—2026年", Date)]);
    refused("构建15分钟便民圈，坚持24小时值班。", &[("15分钟", Duration), ("24小时", Duration)]);
    refused("关爱65岁以上老人。", &[("65岁", Age)]);
}

#[test]
fn ranks_classes_names_and_codes() {
    refused("力争进入全省前50名。", &[("50名", Ordinal)]);
    refused("做好第2批创建工作。", &[("2批", Ordinal)]);
    refused("建设3号线二期，引进500强企业。", &[("3", Class), ("二", Class), ("500", Class)]);
    refused("加快5G布局，打造4A级景区。", &[("5", Code), ("4", Code)]);
    refused("提升G318沿线和城乡路399地块。", &[("318", Code), ("399", NoUnit)]);
    refused("拨打12345热线。", &[("12345", NoUnit)]);
    refused("开展5大行动，落实中央八项规定。", &[("5", Name), ("八项", Name)]);
    refused("贯彻党的二十届三中全会精神。", &[("二十", Congress), ("三", Congress)]);
    refused("公共服务按1:8配比。", &[("1", Ratio), ("8", Ratio)]);
}

#[test]
fn slogans_and_mechanisms() {
    refused(
        "围绕“4567”体系，推行1+3+N机制。",
        &[("4567", Quoted), ("1", Mechanism), ("3", Mechanism)],
    );
    refused("叫响“三个一百”品牌。", &[("三个", Quoted), ("一百", Quoted)]);
    refused("打造一批示范点，建设一个中心。", &[("一批", Article), ("一个", Article)]);
    refused("统筹两个市场，推进三项改革。", &[("两个", Slogan), ("三项", Slogan)]);
    refused("服务数十家企业。", &[("十家", Vague)]);
    refused("完善家庭医生制度[20]。", &[("20", Footnote)]);
}

#[test]
fn what_is_acted_on_and_what_was_reached() {
    refused("围绕10条产业链开展招商。", &[("10条", Scope)]);
    refused("盘活45万平方米已净地块。", &[("45万平方米", Scope)]);
    refused("去年完成投资20亿元。", &[("20亿元", Past)]);
    refused("推进总投资12亿元的光伏产业园建设。", &[("12亿元", Threshold)]);
    refused("加快年产5万吨的建材项目建设。", &[("5万吨", Threshold)]);
    refused("每3公里设站。", &[("3公里", PerUnit)]);
    check("引进5亿元以上项目3个。", &["引进5亿元以上项目 3个 Checklist"]);
    check("较上年增长5%。", &[]);
    check("村级收入较去年增长5%。", &["村级收入增速 5% Rate"]);
}

#[test]
fn the_past_and_the_outlook_propose_nothing() {
    let clauses = targets("新建公园5个，实现全覆盖。", Setting::Review);
    assert_eq!(clauses.found, []);
    let why: Vec<NotATarget> = clauses.rejected.iter().map(|it| it.why).collect();
    assert_eq!(why, [NotATarget::Review]);
}
