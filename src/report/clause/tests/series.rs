//! Several numbers that share a verb, a unit or a metric; lists with their members.

use super::*;

#[test]
fn each_number_of_a_series_has_its_own_metric() {
    check(
        "新建改造道路3条、停车位417个、泵站15座。",
        &["新建改造道路 3条 Checklist", "停车位 417个 Cumulative", "泵站 15座 Cumulative"],
    );
    check(
        "打造10名名师，培养20名骨干，储备50名后备人才。",
        &["名师 10名 Cumulative", "培养骨干 20名 Cumulative", "储备后备人才 50名 Cumulative"],
    );
    check(
        "改造100个养老中心和300个幸福院。",
        &["改造养老中心 100个 Cumulative", "幸福院 300个 Cumulative"],
    );
    check(
        "创建20个农业产业园、100个产业强镇。",
        &["创建农业产业园 20个 Cumulative", "产业强镇 100个 Cumulative"],
    );
    check(
        "绿化街路4条继续谋划建设“口袋公园”2个。",
        &["绿化街路 4条 Checklist", "“口袋公园” 2个 Checklist"],
    );
}

#[test]
fn two_values_of_one_metric() {
    check(
        "建设彩叶景观20处、8.6万平方米。",
        &["彩叶景观数量 20处 Cumulative", "彩叶景观面积 8.6万平方米 Cumulative"],
    );
    check(
        "新登记经营主体2万户、增长20%。",
        &["新登记经营主体 2万户 Cumulative", "新登记经营主体增速 20% Rate"],
    );
    check(
        "工业增加值达200亿元、增速10%。",
        &["工业增加值 200亿元 Cumulative", "工业增加值增速 10% Rate"],
    );
    check(
        "安排重点项目60个，总投资85亿元。",
        &["安排重点项目 60个 Cumulative", "安排重点项目总投资 85亿元 Cumulative"],
    );
}

#[test]
fn what_a_number_is_of_may_stand_before_it() {
    check(
        "财政收入完成15.6亿元，同口径增长6%，占比72%。",
        &["财政收入 15.6亿元 Cumulative", "财政收入增速 6% Rate", "财政收入占比 72% Level"],
    );
    check(
        "完成6条道路改造；投资8000万元，利用外资500万美元。",
        &["道路改造 6条 Checklist", "投资 8000万元 Cumulative", "利用外资 500万美元 Cumulative"],
    );
    check("普及率提高5个百分点，达到88%。", &["普及率 5个百分点 Rate", "普及率 88% Level"]);
    check(
        "引进亿元以上项目35个，其中10亿元以上5个。",
        &["引进亿元以上项目 35个 Cumulative", "引进亿元以上项目10亿元以上 5个 Checklist"],
    );
    check(
        "补助标准提高到每人每年670元，人均绿地达到14平方米。",
        &["补助标准 670元 Cumulative", "人均绿地 14平方米 Level"],
    );
    check(
        "全区85%的村收入达到10万元以上。",
        &["村收入 85% Level ?NoVerb", "村收入 ≥10万元 Cumulative ?Describes"],
    );
}

#[test]
fn values_are_distributed_over_names() {
    check(
        "工业投资、技改投资分别增长10%、12%以上。",
        &["工业投资增速 ≥10% Rate", "技改投资增速 ≥12% Rate"],
    );
    check(
        "城镇、农村居民收入分别增长5%和6.5%左右。",
        &["城镇居民收入增速 ≈5% Rate", "农村居民收入增速 ≈6.5% Rate"],
    );
    check(
        "原煤、原油产量分别达到70万吨、1.2万吨。",
        &["原煤 70万吨 Cumulative", "原油产量 1.2万吨 Cumulative"],
    );
    check(
        "新签约、新开工项目分别达到60个、50个。",
        &["新签约项目 60个 Cumulative", "新开工项目 50个 Cumulative"],
    );
    check("分别完成造林、抚育2万亩、3万亩。", &["造林 2万亩 Cumulative", "抚育 3万亩 Cumulative"]);
    check(
        "接待游客30万人次、旅游收入2亿元，分别增长15%和18%。",
        &[
            "接待游客 30万人次 Cumulative",
            "旅游收入 2亿元 Cumulative",
            "接待游客增速 15% Rate",
            "旅游收入增速 18% Rate",
        ],
    );
    check(
        "城乡居民收入分别增长6%、9%。",
        &["城乡居民收入增速 6% Rate ?Uneven", "城乡居民收入增速 9% Rate ?Uneven"],
    );
    check("甲、乙分别增长6、7%。", &["甲增速 6% Rate", "乙增速 7% Rate"]);
}

#[test]
fn a_verb_alone_counts_what_was_spoken_of() {
    check(
        "推动加装电梯建设，新开工40台，完工15台。",
        &["加装电梯建设新开工 40台 Cumulative", "加装电梯建设完工 15台 Cumulative"],
    );
    check(
        "全年新签约项目60个、开工50个。",
        &["新签约项目 60个 Cumulative", "新签约项目开工 50个 Cumulative"],
    );
    check("新建10所、改造20所学校。", &["新建学校 10所 Cumulative", "改造学校 20所 Cumulative"]);
}

#[test]
fn from_one_number_to_another() {
    check("将12个行政村合并为5个。", &["行政村合并 12→5个 Structural"]);
    check("将城北4个街道整合为2个街道。", &["城北街道整合 4→2个 Structural"]);
    check("入园率由85%提高到95%。", &["入园率 85→95% Level"]);
    check("入园率由85%提高到 95%。", &["入园率 85→95% Level"]);
    check("办理时限从5个工作日压缩至2个工作日。", &["办理时限 5→2个工作日 Level"]);
    check("供水能力由8万吨提升到12万吨以上。", &["供水能力 8→12万吨 Level"]);
    check("审批事项由60项压减到45项。", &["审批事项 60→45项 Level"]);
}

#[test]
fn a_list_with_a_count_is_a_checklist() {
    let members = |sentence: &str| -> Vec<Vec<String>> {
        targets(sentence, Setting::Measure).found.into_iter().map(|it| it.members).collect()
    };
    let hills = ["东岭", "西岭", "南岭"];
    assert_eq!(members("推进东岭、西岭、南岭等5个卫生院建设。"), [hills]);
    assert_eq!(members("推进东岭、西岭和南岭3家卫生院建设。"), [hills]);
    let road = ["云山路(东段)改造", "“书香”街区"];
    assert_eq!(members("实施云山路(东段)改造、“书香”街区等4个项目。"), [road]);
    assert_eq!(members("举办灯会、庙会等30场文化活动。"), [[""; 0]]);
    assert_eq!(members("新建水厂5座。"), [[""; 0]]);
    check("推进东岭、西岭、南岭等2个项目。", &["项目 2个 Checklist ?Members"]);
}
