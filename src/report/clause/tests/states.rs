//! Goals without a number.

use super::*;

#[test]
fn in_step_with_something() {
    check("居民收入增长与经济增长基本同步。", &["居民收入增速 InStep% Relative"]);
    check("居民收入与地区生产总值增幅同步。", &["居民收入增速 InStep% Relative"]);
    check("同步推进新区与老城建设。", &[]);
    check("建立和市级同步的事项库。", &[]);
}

#[test]
fn up_or_down_only() {
    check(
        "确保“三公”经费持续下降、民生投入只增不减。",
        &["“三公”经费 DownOnly Direction", "民生投入 UpOnly Direction"],
    );
    check("服务水平持续提升。", &[]);
    check_in(Setting::Headline, "空气质量持续改善。", &["空气质量 UpOnly Direction"]);
}

#[test]
fn complete_coverage_and_clearance() {
    check("推进村(居)法律顾问全覆盖工作。", &["村(居)法律顾问覆盖率 Complete% Level"]);
    check("扎实推进审计监督全覆盖。", &["审计监督覆盖 Complete Qualitative"]);
    check("零就业家庭动态清零。", &["零就业家庭清零 Complete Level"]);
    check("老年助餐点实现社区全覆盖。", &["老年助餐点覆盖率 Complete% Level"]);
    check("推动有条件的镇实现债务清零。", &["债务清零 Complete Level"]);
    check("叫响“全覆盖”品牌。", &[]);
    check("20户以上自然村硬化路全覆盖。", &["20户以上自然村硬化路覆盖率 Complete% Level"]);
}

#[test]
fn what_must_not_happen() {
    check("坚决遏制重特大事故。", &["重特大事故 Avert Qualitative"]);
    check("守住不发生规模性返贫底线。", &["规模性返贫 Avert Qualitative"]);
    check("坚决杜绝形式主义。", &[]);
}

#[test]
fn a_figure_that_is_still_to_be_issued() {
    check("实际利用内资达到省市下达的指标任务。", &["实际利用内资 Issued Issued"]);
    check("完成上级下达的节能减排任务。", &["节能减排任务 Issued Issued"]);
    check("能耗降低完成市下达目标。", &["能耗 Issued Issued"]);
    check("按照要求完成整改任务。", &[]);
}

#[test]
fn twice_what_it_was() {
    check("力争电商交易额翻番。", &["电商交易额 2倍 Level"]);
    check("工业总产值翻两番。", &["工业总产值 4倍 Level"]);
    check("网络零售额增长1倍。", &["网络零售额增速 1倍 Rate"]);
}
