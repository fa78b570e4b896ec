//! Units as reports write them: a table of measure words, what they measure, and what only looks
//! like one of them (项 in 项目).

use std::ops::Range;

/// A unit behind a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unit {
    /// Where it stands, from its magnitude on: 万平方米.
    pub range: Range<usize>,
    /// What it measures.
    pub measure: Measure,
    /// 余 or 多 stands between magnitude and unit.
    pub roughly: Roughly,
}

/// Whether 余 or 多 makes a number a rough one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Roughly {
    /// 20万人
    No,
    /// 20余万人
    Yes,
}

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Measure {
    /// A part of a whole: %.
    Share,
    /// 元
    Money,
    /// 平方米
    Area,
    /// 公里
    Length,
    /// 吨, 立方米, 千瓦
    Amount,
    /// 人, 户
    People,
    /// Things that can be named one by one: 个, 座.
    Things,
    /// What takes place: 场, 次.
    Events,
    /// 年, 天, 小时: a span, or a date.
    Time,
    /// 倍
    Times,
    /// A bare 万 or 亿.
    Bare,
}

use Measure::{Amount, Area, Bare, Events, Length, Money, People, Share, Things, Time, Times};

/// Measure words. The longest that fits is meant.
const UNITS: &[(&[&str], Measure)] = &[
    (&["%", "％", "‰", "个百分点", "百分点"], Share),
    (&["元", "元人民币", "美元", "港元", "欧元", "日元", "块钱"], Money),
    (
        &["平方米", "平方公里", "平方千米", "平米", "平方", "平", "公顷", "亩", "㎡", "m²", "km²"],
        Area,
    ),
    (&["公里", "千米", "米", "延米", "海里", "里", "皮长公里", "车道公里", "km", "KM"], Length),
    (&["吨", "公斤", "千克", "克", "斤", "担", "吨标准煤", "吨标煤", "毫克", "微克"], Amount),
    (&["立方米", "立方", "方", "标方", "升", "毫升", "m³", "㎥"], Amount),
    (
        &["千瓦", "千瓦时", "兆瓦", "兆瓦时", "吉瓦", "吉瓦时", "瓦", "度电", "千伏安", "蒸吨"],
        Amount,
    ),
    (&["kW", "MW", "GW", "kWh", "MWh", "GWh", "t"], Amount),
    (&["标箱", "标准箱", "TEU", "箱", "桶", "瓶", "剂", "剂次", "P", "PFLOPS", "分"], Amount),
    (&["人", "人次", "名", "位", "户", "户次", "人份", "户数", "口人", "人口"], People),
    (&["个", "家", "座", "所", "处", "条", "项", "件", "套", "台", "台套", "部", "辆"], Things),
    (&["段", "栋", "幢", "间", "块", "片", "支", "艘", "架", "列", "张", "本", "册", "份"], Things),
    (&["株", "棵", "头", "只", "羽", "尾", "盏", "口", "眼", "根", "面", "扇", "门", "道"], Things),
    (&["宗", "起", "例", "单", "笔", "批", "组", "篇", "首", "幅", "枚", "颗", "粒", "匹"], Things),
    (&["对", "层", "孔", "杆", "床", "桩", "节", "款", "种"], Things),
    (
        &[
            "场", "场次", "次", "班次", "架次", "批次", "车次", "趟", "期次", "台次", "件次",
            "家次", "课时",
        ],
        Events,
    ),
    (
        &["年", "个年头", "月", "个月", "日", "天", "周", "个工作日", "工作日", "小时", "个小时"],
        Time,
    ),
    (&["分钟", "秒", "季度", "个季度", "周年", "时", "学时", "岁"], Time),
    (&["倍", "成", "番"], Times),
];

/// Units that are another word when one of these stands behind them.
const OTHER_WORDS: &[(&str, &[&str])] = &[
    ("人", &["论坛", "大", "民", "才", "均", "工", "社", "居", "员", "力"]),
    (
        "分",
        &[
            "钟", "别", "之", "级", "类", "布", "公", "局", "步", "批", "配", "析", "享", "解",
            "管", "散", "支",
        ],
    ),
    ("名", &["录", "牌"]),
    ("项", &["目"]),
    ("条", &["件", "例"]),
    ("部", &["门", "委", "长", "队", "分"]),
    ("处", &["理"]),
    ("场", &["所", "景", "馆", "均"]),
    ("次", &["全", "会", "党", "产", "代"]),
    ("支", &["持", "撑", "付", "部"]),
    ("方", &["面", "案", "式", "向", "便", "位", "针", "米", "责"]),
    ("口", &["岸", "袋", "子", "径"]),
    ("道", &["路", "班", "理"]),
    ("面", &["向", "积", "对", "临"]),
    ("门", &["类", "户", "诊", "店", "口"]),
    ("平", &["台", "均", "安", "稳", "原", "等", "衡"]),
    ("里", &["程", "面"]),
    ("元", &["旦", "宵", "素"]),
    ("成", &["为", "功", "立", "果", "本", "员", "效", "长", "品", "熟", "套", "就", "都", "交"]),
    ("番", &["茄"]),
    ("种", &["植", "子", "质", "业", "粮", "养", "苗"]),
    ("片", &["区"]),
    ("层", &["级", "次", "面"]),
    ("节", &["能", "水", "点", "约", "假", "日", "庆", "气"]),
    ("份", &["额"]),
    ("本", &["级", "地", "土", "科", "市", "区", "县", "年", "届"]),
    ("头", &["部"]),
    ("组", &["织", "建", "长", "合", "团"]),
    ("单", &["位", "元", "一", "独", "体", "个", "品"]),
    ("起", &["步", "来", "点", "草"]),
    ("例", &["如", "行"]),
    ("位", &["于", "居", "列"]),
    ("对", &["接", "外", "口", "标", "于"]),
    ("时", &["间", "代", "段", "期"]),
    ("周", &["边", "期", "转"]),
    ("根", &["据", "本", "治"]),
    ("列", &["入", "为"]),
    ("首", &["位", "批", "次", "创", "店", "要", "府"]),
    ("台", &["阶", "账", "胞", "湾"]),
    ("桩", &["基"]),
    ("床", &["位"]),
];

/// Units in whose company a number may also stand alone.
const MAGNITUDES: &[&str] =
    &["万亿", "千亿", "百亿", "十亿", "亿", "千万", "百万", "十万", "万", "千", "百"];

/// The unit that stands at a place, if there is one.
pub(crate) fn unit_at(text: &str, at: usize) -> Option<Unit> {
    let start = skip_blank(text, at);
    if let Some((end, measure)) = word(text, start) {
        let range = start..compound(text, end);
        return Some(Unit { range, measure, roughly: Roughly::No });
    }
    let magnitude = MAGNITUDES.iter().find(|word| text[start..].starts_with(**word))?;
    let after = start + magnitude.len();
    let (inner, roughly) = rough(text, after);
    match word(text, skip_blank(text, inner)) {
        Some((end, measure)) => Some(Unit { range: start..compound(text, end), measure, roughly }),
        None if magnitude.contains(['万', '亿']) => {
            Some(Unit { range: start..inner, measure: Bare, roughly })
        }
        None => None,
    }
}

/// 余 or 多 at a place, and where the text goes on.
pub(crate) fn rough(text: &str, at: usize) -> (usize, Roughly) {
    match text[at..].chars().next() {
        Some(c @ ('余' | '多' | '来')) => (at + c.len_utf8(), Roughly::Yes),
        _ => (at, Roughly::No),
    }
}

/// The longest measure word at a place, where it is no part of another word.
fn word(text: &str, at: usize) -> Option<(usize, Measure)> {
    let rest = &text[at..];
    let first = rest.as_bytes().first()?;
    let words =
        UNITS.iter().flat_map(|(words, measure)| words.iter().map(|word| (*word, *measure)));
    let fits = |word: &&str| word.as_bytes().first() == Some(first) && rest.starts_with(*word);
    words
        .filter(|(word, _)| fits(word) && !other_word(word, &rest[word.len()..]))
        .max_by_key(|(word, _)| word.len())
        .map(|(word, measure)| (at + word.len(), measure))
}

fn other_word(word: &str, rest: &str) -> bool {
    if word.is_ascii() {
        return rest.starts_with(|c: char| c.is_ascii_alphanumeric()) && word != "%";
    }
    let row = OTHER_WORDS.iter().find(|(unit, _)| *unit == word);
    row.is_some_and(|(_, tails)| tails.iter().any(|tail| rest.starts_with(tail)))
}

/// Where a unit ends that another one joins: 万吨/年, 条(段), 台（套）.
fn compound(text: &str, end: usize) -> usize {
    let Some(open) = text[end..].chars().next() else { return end };
    let close = match open {
        '/' | '／' => None,
        '(' => Some(')'),
        '（' => Some('）'),
        _ => return end,
    };
    let start = end + open.len_utf8();
    let inner = unit_word(text, start);
    match (inner, close) {
        (Some(inner), None) => inner,
        (Some(inner), Some(close)) if text[inner..].starts_with(close) => inner + close.len_utf8(),
        _ => end,
    }
}

/// A measure word after / or in brackets, whatever stands behind it.
fn unit_word(text: &str, at: usize) -> Option<usize> {
    let words = UNITS.iter().flat_map(|(words, _)| words.iter());
    let fits = words.filter(|word| text[at..].starts_with(**word)).map(|word| word.len()).max()?;
    Some(at + fits)
}

/// Where the text goes on after spaces and the ends of lines.
pub(crate) fn skip_blank(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start().len()
}

impl Measure {
    /// What tells two values of one metric apart: 数量 and 面积.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Share => "占比",
            Money => "金额",
            Area => "面积",
            Length => "长度",
            People => "人数",
            Events => "场次",
            Time => "时间",
            Things | Amount | Times | Bare => "数量",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<(&str, Measure)>) {
        let unit = unit_at(text, 0).map(|unit| (text[unit.range].to_owned(), unit.measure));
        assert_eq!(unit, expect.map(|(unit, measure)| (unit.to_owned(), measure)), "{text}");
    }

    #[test]
    fn the_longest_word_is_meant() {
        check("亿元左右", Some(("亿元", Money)));
        check("万平方米的", Some(("万平方米", Area)));
        check("个百分点", Some(("个百分点", Share)));
        check("万千瓦时", Some(("万千瓦时", Amount)));
        check("千瓦", Some(("千瓦", Amount)));
        check("千人", Some(("千人", People)));
        check("万吨/年", Some(("万吨/年", Amount)));
        check("条(段)，", Some(("条(段)", Things)));
        check("台（套）", Some(("台（套）", Things)));
        check("人次", Some(("人次", People)));
        check("万以上", Some(("万", Bare)));
        check(" 亿元", Some(("亿元", Money)));
        check("万多亩", Some(("万多亩", Area)));
    }

    #[test]
    fn another_word_is_no_unit() {
        for text in ["项目", "部门", "方面", "大行动", "人大代表", "", "。", "次全会", "千"]
        {
            check(text, None);
        }
    }
}
