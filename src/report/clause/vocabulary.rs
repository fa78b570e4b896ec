//! The words around a target: how firmly it is promised, how it is done, how it moves.

use super::lexicon::Lexicon;

/// How firmly something is promised.
pub(crate) static FIRMNESS: Lexicon =
    Lexicon::of("力争 争取 确保 保证 计划 预计 预期目标 预期 努力 奋力 拟 原则上");

/// Words that begin like one of firmness and are none.
static NO_FIRMNESS: Lexicon = Lexicon::of("预期性 预期寿命 计划生育 计划性 保证金 保证率 拟态");

/// How firmly something is promised by the word that a text begins with.
pub(crate) fn firmness(text: &str) -> Option<&'static str> {
    FIRMNESS.opening(text).filter(|_| NO_FIRMNESS.opening(text).is_none())
}

/// What joins a phrase to the one before it, and prepositions.
pub(crate) static CONNECTORS: Lexicon = Lexicon::of(
    "并且 并 且 同时 其中 以及 及 和 与 再 又 也 还 将 把 要 使 让 我们将 我们要 我们 对于 对 在 为 于 至 累计 不断",
);

/// Words that begin with a connector and are none.
pub(crate) static NO_CONNECTORS: Lexicon = Lexicon::of(
    "并网 并购 及时 和美 和谐 和平 与会 再生 再贷 再就业 再制造 再担保 再融资 在建 在库 在线 在校 在册 在职 \
     在孵 对口 对外 对接 对俄 为民 为老 为企 至少 要素 还迁 还田 还建 将军",
);

/// Words that join two numbers of a series.
pub(crate) static JOINTS: Lexicon = Lexicon::of("和 及 与 以及 并 或");

/// Places and times that go without saying.
pub(crate) static FRAMES: Lexicon = Lexicon::of(
    "今年 全年 年内 本年度 本年 年底前 年底 到年底 年末 上半年 下半年 当年 明年 新一年 新的一年 本届政府 每年 \
     全区 全市 全县 全省 全国 全州 全旗 我区 我市 我县 我省",
);

/// How something is done; counts only before a verb.
pub(crate) static ADVERBS: Lexicon = Lexicon::of(
    "加快 全力 着力 大力 积极 扎实 深入 持续 继续 稳步 有序 全面 进一步 重点 统筹 科学 高标准 高质量 高起点 \
     高水平 精心 认真 切实 严格 逐步 有效 坚决 率先 精准 常态化 优先 主动 充分 集中 同步 分类 分步 有力 快速 \
     加速 系统 规范 深化 不断 加强 再 提速 精细化 精细 全域 全程 稳妥 稳慎 滚动 动态 加力 纵深 强力 适时 合理 \
     尽快 抓紧 多渠道 广泛 联合 配合 协同 协助 分批 分批次 狠抓 至少",
);

/// Adverbs that say by themselves how firmly something is promised.
pub(crate) static EFFORTS: Lexicon =
    Lexicon::of("加快 全力 着力 大力 积极 扎实 持续 继续 稳步 重点 坚决 配合 加力");

/// Verbs of pushing: with the adverb before it such a verb says how firmly something is promised.
pub(crate) static PUSHES: Lexicon = Lexicon::of("推进 推动 做好 力促 促进 抓好 抓实");

/// Verbs that say no more than that it is done.
pub(crate) static LIGHT: Lexicon = Lexicon::of(
    "推进 推动 做好 力促 促进 抓好 抓实 完成 实现 建设 实施 打造 开展 举办 建立 组织 落实 启动 进行 形成 达成 \
     建好 办好 做强 做优 做大 建强 支持 鼓励 引导 加大 加快 健全 构建 搭建 布局 保障 加强 用好 完善 \
     规划 谋划 坚持 深化 强化 巩固 拓展 优化 落地 力保 稳定 持续 保持 做到 基本实现 提前实现 全面实现",
);

/// Words that begin with a light verb and are nouns.
pub(crate) static NO_LIGHT: Lexicon = Lexicon::of(
    "建设用地 建设工程 建设项目 建筑 建档 建制 建议 建材 建行 建农 办理 办公 办件 办学 办案 抓手 实现率 完成率 \
     支持率 支持资金 保障性 保障房 保障人 保障对象 保障水平 落地率 落地项目 组织部 稳定率 优化率 实施率 落实率 \
     开展率 巩固率 巩固提升 拓展区 促进会 推进会",
);

/// Verbs that belong to what is counted: 新增规上工业企业. 新 may stand before each of them.
pub(crate) static TELLING: Lexicon = Lexicon::of(
    "新建 新增 新开 新上 新设 新招 新植 新签 新购 新改 新注册 新登记 净增 改造 改建 改扩建 扩建 续建 迁建 重建 建改 配建 加装 修建 建成 创建 \
     创成 创评 创树 创办 开办 组建 设立 增设 维修 修缮 修复 修编 整治 治理 加固 疏浚 疏通 清淤 清运 清理 清收 \
     绿化 美化 亮化 硬化 提质 提升 提高 升级改造 提升改造 提档升级 改良 改善 \
     培育 培养 培训 引进 引入 导入 引育 选育 招引 招聘 招录 选树 选派 选聘 派驻 评选 评定 认定 遴选 储备 充实 \
     签约 签订 申报 申请 化解 处置 收储 收购 盘活 流转 流转 消化 腾退 腾空 征收 征迁 拆除 搬迁 回迁 安置 分配 \
     配租 交付 筹集 筹建 筹措 募集 募资 融资 归集 追缴 挽回 贷款 \
     种植 植树 造林 栽植 抚育 出栏 生产 供应 提供 输送 输出 推广 \
     开工 完工 投产 竣工 投用 达产 开通 通车 贯通 连通 联通 接通 打通 铺设 敷设 架设 安装 布设 布置 配备 购置 \
     更新 淘汰 关停 退出 消除 销号 解决 攻坚 攻克 突破 冲刺 跻身 研发 开发 编制 绘制 制定 修订 出台 \
     救助 帮扶 资助 惠及 带动 转移 发放 兑现 拨付 投放 发行 减免 投入 投资 安排 扶持 走访 慰问 \
     入库 入统 升规 上市 挂牌 股改 落户 孵化 授权 推荐 推出 推介 承办 承接 举行 实行 接待 吸引 集聚 聚集 发展 \
     增加 扩大 压减 压降 减少 降低 削减 延伸 拓宽 覆盖 补充 划定 调整 整合 撤并 合并 排查 抽检 检测 监测 检修 \
     服务 保护 养护 配套 改革 创作 出版 演出 展演 放映 送戏 对接 洽谈 考察 联系 嫁接 纳入 提取 打好 获批 获评 上报 撬动 去化 接种 采购 补贴 招收 兴建 恢复 减负 复垦 出让 更换 \
     处理 受理 查处 办结 运行 整改",
);

/// Telling verbs that are as often a part of a noun: they open no phrase in the middle of a list.
pub(crate) static NOUNISH: Lexicon = Lexicon::of(
    "服务 生产 保护 投资 发展 培训 绿化 开发 融资 改革 上市 贷款 \
     监测 检测 保障 演出 覆盖 建设 配套 储备 稳定 落地 养护 提升 治理 改造 维修 整治 修复 加固 申报 交付 安置 \
     分配 研发 更新 签约 投入 规划 谋划 对接 清淤 扩建 改建 续建 美化 亮化 硬化 搬迁 迁建 供应 流转",
);

/// Telling verbs that are also what is counted: 新增贷款, 植树.
pub(crate) static DEEDS: Lexicon = Lexicon::of(
    "贷款 投资 培训 融资 造林 植树 绿化 签约 上市 演出 抽检 检测 生产 治理 清淤 安置 流转 征收 拆除 出栏 供应",
);

/// Verbs of building that are as often a part of a project's name.
pub(crate) static BUILDING: Lexicon = Lexicon::of("新建 改建 扩建 改扩建 续建 迁建 重建");

/// Verbs that begin a phrase of their own even where a comma is missing before them.
pub(crate) static RUN_ON: Lexicon = Lexicon::of("完善 推进 确保 促进 进一步 不断 推动 切实");

/// Verbs behind which a phrase of its own begins where a comma is missing before them.
pub(crate) static TURNS: Lexicon = Lexicon::of("推进 推动 实施 打造 完成 开展 组织");

/// What makes one body of many.
pub(crate) static MERGERS: Lexicon = Lexicon::of("整合 合并 撤并 归并");

/// Metrics that only say which side of the one before them is measured.
pub(crate) static SIDES: Lexicon = Lexicon::of(
    "合计 总投资 投资 总面积 面积 总里程 里程 全长 总长 长度 建筑面积 总建筑面积 总额 金额 总量 总数 总规模 规模 \
     占地 占地面积 总投资额 投资额 产值 总产值 产量 年产值 增速 增幅 涨幅 增长率 占比 年度计划投资 年度投资 \
     当年投资 计划总投资 计划投资 增长 同比增长",
);

/// How what is before the number moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Move {
    /// Nothing is said.
    Still,
    /// 增长, by so much.
    Grows,
    /// 下降, by so much.
    Falls,
    /// 达到, 提高到: a level.
    Reaches,
    /// 完成, 实现: a sum.
    Done,
}

static GROWING: Lexicon = Lexicon::of(
    "增长 同比增长 年均增长 提高 提升 上涨 增加 上升 回升 上浮 递增 扩大 增速 增幅 涨幅 增长率 增速达",
);
static FALLING: Lexicon = Lexicon::of("下降 降低 减少 压减 压降 削减 下调 缩减 降幅 缩小");
static REACHING: Lexicon = Lexicon::of(
    "增长到 增长至 提高到 提高至 提升到 提升至 增加到 增加至 扩大到 扩大至 达到 达 升至 升到 上升到 上升至 降至 \
     降到 下降到 下降至 降低到 降低至 减少到 减少至 压缩至 压缩到 压减至 压减到 缩短至 缩短到 控制在 稳定在 保持在 \
     维持在 恢复到 恢复至 发展到 发展至 保持 稳定 增至 减至 缩减至 拓展至 拓展到 延长至 延长到 压缩 缩短 调整为 \
     调整到 巩固在",
);
static DOING: Lexicon = Lexicon::of("完成 实现 为 是 共 共计 总计 累计 占 共有 拥有 各 均");
static IDLE: Lexicon = Lexicon::of(
    "在 分别 同口径 可比口径 同比 比上年 较上年 比去年 较去年 年均 再 还 不断 持续 稳步 目标为 目标是 预期 全年 今年 年内 将",
);

/// Words that end like a verb of moving and are none.
static NO_MOVES: Lexicon =
    Lexicon::of("存在 现在 所在 在在 发达 直达 行为 作为 平均 人均 日均 户均 公共 汇总 总共 即将");

/// Nouns of moving, which are a part of the metric.
pub(crate) static RATES: Lexicon = Lexicon::of("增速 增幅 涨幅 降幅 增长率");

/// Bases of a sum, which say nothing of what it is of.
pub(crate) static BASES: Lexicon =
    Lexicon::of("每人每月 每人每年 每人每天 人均每年 每月 每年 每户 每亩 每人 每村");

/// Verbs before the noun that say by how much it changes: 压减一般性支出10%.
pub(crate) static CHANGING: Lexicon =
    Lexicon::of("压减 压降 减少 降低 下降 提高 提升 增加 缩减 削减");

/// The verb of moving right before a number.
pub(crate) fn moving(text: &str) -> Option<(&'static str, Move)> {
    let kinds = [
        (&GROWING, Move::Grows),
        (&FALLING, Move::Falls),
        (&REACHING, Move::Reaches),
        (&DOING, Move::Done),
        (&IDLE, Move::Still),
    ];
    let fits = kinds.into_iter().filter_map(|(words, moves)| Some((words.closing(text)?, moves)));
    fits.max_by_key(|(word, _)| word.len()).filter(|_| NO_MOVES.closing(text).is_none())
}
