//! One number and what stands around it: metric, comparator, unit, kind, qualifier, phrase.

use super::*;

#[test]
fn a_verb_a_number_a_unit_and_what_is_counted() {
    check("新建12所公办幼儿园。", &["新建公办幼儿园 12所 Cumulative"]);
    check("实施8条小流域治理工程。", &["小流域治理工程 8条 Checklist"]);
    check("打造精品民宿30家。", &["精品民宿 30家 Cumulative"]);
    check("力争全年新增规上工业企业15户以上。", &["新增规上工业企业 ≥15户 Cumulative"]);
    check("城镇新增就业4500人。", &["城镇新增就业 4500人 Cumulative"]);
    check("完成固定资产投资86.50亿元。", &["固定资产投资 86.50亿元 Cumulative"]);
    check("建设布局均衡、特色鲜明的社区花园2个。", &["社区花园 2个 Checklist"]);
    check("为8000名独居老人安装报警器。", &["独居老人安装报警器 8000名 Cumulative"]);
    check("本区将新增养老床位172张。", &["新增养老床位 172张 Cumulative"]);
    check("在云岭片区增设2个社区。", &["云岭片区增设社区 2个 Structural"]);
    check("安排13个预期性指标。", &["安排预期性指标 13个 Cumulative"]);
    check("完善保护体系推动6个镇(街)工作站建设。", &["镇(街)工作站建设 6个 Checklist"]);
}

#[test]
fn a_rate_is_a_metric_of_its_own_and_a_level_is_none() {
    check("地区生产总值增长6%左右。", &["地区生产总值增速 ≈6% Rate"]);
    check("万元GDP能耗下降3%。", &["万元GDP能耗降幅 3% Rate"]);
    check("居民消费价格涨幅控制在3%以内。", &["居民消费价格涨幅 ≤3% Rate"]);
    check("森林覆盖率达到42.5%。", &["森林覆盖率 42.5% Level"]);
    check("城镇化率提高1.2个百分点。", &["城镇化率 1.2个百分点 Rate"]);
    check("全年压减一般性支出10%以上。", &["压减一般性支出 ≥10% Rate"]);
    check("群众满意度达95分以上。", &["群众满意度 ≥95分 Level"]);
    check("经营主体总量达到5万户。", &["经营主体总量 5万户 Level"]);
}

#[test]
fn comparator_words_stand_before_and_behind() {
    check("粮食产量稳定在25万吨以上。", &["粮食产量 ≥25万吨 Cumulative"]);
    check("社区活动不少于200场。", &["社区活动 ≥200场 Cumulative"]);
    check("税收占比不低于75%。", &["税收占比 ≥75% Level"]);
    check("每个街道至少建成1处示范点。", &["每个街道至少建成示范点 ≥1处 Checklist"]);
    check("失业率控制在5.5%以内。", &["失业率 ≤5.5% Level"]);
    check("价格指数控制在3%左右。", &["价格指数 ≈3% Level"]);
    check("管网漏损率降至9%以下。", &["管网漏损率 ≤9% Level"]);
    check("会议经费不超过200万元。", &["会议经费 ≤200万元 Cumulative"]);
    check("高新技术企业突破200家。", &["高新技术企业 >200家 Cumulative"]);
    check("外贸进出口总额超80亿元。", &["外贸进出口总额 >80亿元 Cumulative"]);
    check("培训技工近3000人。", &["培训技工 ≈3000人 Cumulative"]);
    check("全年节约用水约50万吨。", &["节约用水 ≈50万吨 Cumulative"]);
    check("惠及居民8600余户。", &["惠及居民 ≈8600户 Cumulative"]);
    check("整合资金2300多万元。", &["整合资金 ≈2300万元 Cumulative"]);
}

#[test]
fn ranges_have_any_dash() {
    for dash in ["—", "－", "-", "–", "～", "~", "至"] {
        let sentence = format!("地区生产总值增长5%{dash}5.5%。");
        check(&sentence, &["地区生产总值增速 5—5.5% Rate"]);
    }
    check("引进院士团队1-2个。", &["引进院士团队 1—2个 Checklist"]);
    check("打造3至5个特色街区。", &["特色街区 3—5个 Checklist"]);
    check("争取资金5000万元—1亿元。", &["资金 5000万元 Cumulative ?UnitsDiffer"]);
}

#[test]
fn numbers_are_written_in_many_ways() {
    check("新建公厕１２座。", &["新建公厕 12座 Cumulative"]);
    check("社会消费品零售总额增长7％。", &["社会消费品零售总额增速 7% Rate"]);
    check("植树15,600株。", &["植树 15600株 Cumulative"]);
    check("新增绿地1 200亩。", &["新增绿地 1200亩 Cumulative"]);
    check("固定资产投资增长5.\n5%。", &["固定资产投资增速 5.5% Rate"]);
    check(
        "维修校舍十二所，新建两座水厂。",
        &["维修校舍 12所 Cumulative", "新建水厂 2座 Checklist"],
    );
    check("安装路灯百余盏。", &["安装路灯 ≈100盏 Cumulative"]);
    check("合格率达到百分之九十八点五。", &["合格率 98.5% Level"]);
    check("PM\n2.5浓度控制在35微克/立方米以内。", &["PM2.5浓度 ≤35微克/立方米 Level"]);
}

#[test]
fn units_are_kept_as_written() {
    check("维修道路20条(段)。", &["维修道路 20条(段) Cumulative"]);
    check("污水处理能力达到3万吨/日。", &["污水处理能力 3万吨/日 Level"]);
    check("接待游客300万人次。", &["接待游客 300万人次 Cumulative"]);
    check("经营主体突破15万。", &["经营主体 >15万 Cumulative"]);
    check("新增装机70万千瓦。", &["新增装机 70万千瓦 Cumulative"]);
    check("更新设备300台（套）。", &["更新设备 300台（套） Cumulative"]);
    check("浓度控制在35以内。", &["浓度 ≤35 Level ?UnitMissing"]);
}

#[test]
fn a_span_of_time_counts_where_it_is_what_is_reached() {
    check("办理时限压缩至3个工作日以内。", &["办理时限 ≤3个工作日 Level"]);
    check("优良天数达到330天以上。", &["优良天数 ≥330天 Level"]);
    check("人均预期寿命达到80岁。", &["人均预期寿命 80岁 Level"]);
}

#[test]
fn traditional_characters_are_read_and_kept() {
    check("新建公園12個。", &["新建公園 12個 Cumulative"]);
    check("綠化覆蓋率達到45%以上。", &["綠化覆蓋率 ≥45% Level"]);
    check("為300戶老年人進行居家改造。", &["老年人進行居家改造 300戶 Cumulative"]);
}

#[test]
fn what_is_not_sure_is_doubted() {
    check("占地200亩。", &["占地 200亩 Cumulative ?Describes"]);
    check("新建A、B各2个。", &["新建A、B 2个 Checklist ?Shared"]);
    check("力争三年内新建水厂5座。", &["新建水厂 5座 Checklist ?OtherYear"]);
    check("改造市场5个、公厕十座。", &["改造市场 5个 Checklist", "公厕 10座 Cumulative ?HanCount"]);
}

#[test]
fn the_qualifier_says_how_firmly_it_is_promised() {
    let said = |sentence: &str, setting| -> Vec<String> {
        targets(sentence, setting).found.into_iter().map(|it| it.qualifier).collect()
    };
    let measure = |sentence: &str| said(sentence, Setting::Measure);
    assert_eq!(measure("力争全年完成签约额50亿元。"), ["力争"]);
    assert_eq!(measure("财政收入计划完成23.9亿元。"), ["计划"]);
    assert_eq!(measure("确保入库税收5亿元、非税收入1亿元。"), ["确保", "确保"]);
    assert_eq!(measure("全力推进3家卫生院建设。"), ["全力推进"]);
    assert_eq!(measure("着力培养骨干教师70名。"), ["着力"]);
    assert_eq!(measure("新建公园5个。"), [""]);
    let headline = "主要预期目标是：财政收入增长5%，投资力争增长8%。";
    assert_eq!(said(headline, Setting::Headline), ["预期目标", "力争"]);
}

#[test]
fn the_phrase_is_a_piece_of_the_sentence() {
    let phrases = |sentence: &str| -> Vec<String> {
        targets(sentence, Setting::Measure).found.into_iter().map(|it| it.text).collect()
    };
    assert_eq!(phrases("持续发力，力争新增学位300个以上。"), ["力争新增学位300个以上"]);
    assert_eq!(
        phrases("推进东岭、西岭、南岭等5个乡镇卫生院建设，完善体系。"),
        ["东岭、西岭、南岭等5个乡镇卫生院建设"]
    );
}

#[test]
fn english_plans_give_their_numbers_in_doubt() {
    check(
        "GDP will grow by about 5%, and we will build 1,200 affordable homes by 2026.",
        &["GDP will grow ≈5% Rate ?English", "build affordable homes 1200 Cumulative ?English"],
    );
    check(
        "Create at least 12 million urban jobs; keep unemployment below 5.5 percent.",
        &[
            "Create urban jobs ≥12million Cumulative ?English",
            "keep unemployment ≤5.5% Level ?English",
        ],
    );
    check("The 14th Plan covers 5 years and route G318.", &[]);
}
