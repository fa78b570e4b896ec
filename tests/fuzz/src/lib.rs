//! From bytes to what they stand for: every byte is a piece of a report, of a keyboard's stream, or one
//! change of a file, so that whatever an engine tries comes close to what people write, and close to its
//! edges.

pub mod book;

/// Pieces of reports, of pages around them, and of what breaks them.
const DECK: &[&str] = &[
    "\n", "\n", "\n", "。", "，", "；", "：", "、", " ", "\u{3000}\u{3000}", "\r\n", "\t", "——", "-", "—",
    "（一）", "（二）", "（三）", "(一)", "(二)", "（十一）", "一、", "二、", "三、", "壹、", "第一，", "第二，", "1.", "2、", "3．",
    "（1）", "①", "一是", "二是", "一要", "●", "2031年", "今年", "去年", "过去五年", "2030年工作回顾", "2031年工作安排",
    "政府工作报告", "各位代表：", "现在，我代表区人民政府，向大会报告工作，请予审议。", "在青禾区第三届人民代表大会第一次会议上",
    "主要预期目标是：", "重点抓好以下", "五个方面", "工作。", "坚持项目带动，壮大实体经济", "狠抓项目建设", "办好民生实事",
    "实施重点项目", "新增规上工业企业", "地区生产总值", "增长", "分别增长", "达到", "不低于", "控制在", "以内", "以上", "左右", "超过",
    "力争", "确保", "由", "从", "提高到", "压缩至", "等", "翻一番", "全覆盖", "持续下降", "只增不减", "同步", "坚决遏制",
    "0", "1", "5", "10", "6.5", "4.5%—5%", "15 700", "１０", "三千", "两", "百分之八", "5G", "PM2.5", "“1+3+N”", "“4567”",
    "%", "％", "个", "户", "家", "亿元", "万亩", "公里", "所", "个百分点", "万平方米", "名", "处、",
    "（牵头单位：发改局；责任单位：住建局、财政局；完成时限：6月底）", "（责任单位：", "牵头单位：教育局\n", "）", "(", "“", "”", "［20］",
    "名词解释", "附件", "责任编辑：", "打印本页", "首页", "经(jīng)", "經濟發展", "This year we will build 10 schools. ",
    "深入开展企业服务年活动，兑现惠企资金，帮助企业解决融资难题，推动优质教育资源向乡村延伸，让孩子在家门口上好学。",
    "\u{feff}", "\u{200d}", "\u{a0}", "\u{202e}", "\0", "é", "𠮷", "�",
    "<p>", "</p>", "<b>", "</b>", "<table>", "<tr>", "<td rowspan=2>", "</table>", "<h2>", "</h2>", "<br>", "<li>",
    "<script>", "</script>", "&nbsp;", "&#x4e00;", "<!--", "-->", "# ", "## ", "**", "- ", "| ", "|---|---|\n",
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:tbl>", "<w:tr>", "<w:tc>", "</w:tc>", "</w:tr>", "</w:tbl>",
    "方面,任务,措施,指标,比较,数值,单位,牵头单位,时限\n", ",", "\"",
];

/// The text that bytes stand for.
pub fn text(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| DECK[usize::from(*byte) % DECK.len()]).collect()
}

/// What keyboards, input methods and terminals send, and what breaks it.
const STREAM: &[&str] = &[
    "\x1b", "\x1b", "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[H", "\x1b[F", "\x1b[3~", "\x1b[5~", "\x1b[6~", "\x1b[Z",
    "\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~", "\x1b[17~", "\x1b[18~", "\x1b[19~", "\x1b[20~", "\x1b[21~",
    "\x1b[23~", "\x1b[24~", "\x1b[1;2A", "\x1b[1;5D", "\x1b[200~", "\x1b[201~", "\x1b[<0;20;9M", "\x1b[<64;1;1M", "\x1b[24;7R",
    "\x1b]52;c;", "\x1bP", "\x1b\\", "\x07", "\r", "\r", "\r", "\r\n", "\n", "\t", "\x7f", " ", "\u{3000}",
    "\x01", "\x04", "\x05", "\x06", "\x0b", "\x0e", "\x10", "\x12", "\x13", "\x14", "\x15", "\x17", "\x18", "\x19", "\x1a",
    "0", "1", "2", "3", "4", "5", "7", "9", "１", "４", ".", "。", "．", "/", "／", "、", ",", "，", ":", "：", ";", "；", "?", "？",
    "!", "！", "<", ">", "《", "》", "#", "＃", "@", "＠", "+", "＋", "=", "＝", "-", "—", "%", "％", "(", "（", "）",
    "#14 ", "#1.2 ", "#0 ", "##", "=305", "＝３０５", "=305 8月", "1.2/1=305", "@tcj ", "@1 ", "+lkb,fgj ", ">1031", ">+7", "》月底",
    "由投促局牵头，住建局配合，10月底前完成", "要求：", "记：", "原则同意：", "暂缓：", "代替：1", "空港应急医院开工", "每月5日",
    "by 31 Oct", "lead: ", "q", "j", "k", "p", "y", "u", "n", "N", "yb", "tcj", "zsyz", "招商引资", "议定", "逾期", "牵头:",
    "\u{202e}", "\u{200d}", "\u{feff}", "\0", "\u{9b}", "e\u{301}", "👨\u{200d}👩", "𠮷", "“", "”",
];

/// The bytes that a terminal sends. What is longer than a piece comes from the upper half, byte by byte.
pub fn stream(bytes: &[u8]) -> Vec<u8> {
    let piece = |byte: &u8| match STREAM.get(usize::from(*byte)) {
        Some(piece) => piece.as_bytes().to_vec(),
        None => vec![*byte],
    };
    bytes.iter().flat_map(piece).collect()
}

/// A file somebody or something changed: each change is a place, an act, and what is put there.
pub fn changed(file: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut file = file.to_vec();
    for change in bytes.chunks_exact(4).take(6) {
        let [high, low, act, with] = change else { continue };
        let at = (usize::from(*high) << 8 | usize::from(*low)) * file.len().max(1) >> 16;
        let rest = file.split_off(at.min(file.len()));
        let gone = usize::from(*act & 0x3f).min(rest.len());
        match act >> 6 {
            0 => file.push(*with),
            1 => file.extend(DECK[usize::from(*with) % DECK.len()].as_bytes()),
            2 => file.extend(RON[usize::from(*with) % RON.len()].as_bytes()),
            _ => file.extend(std::iter::repeat_n(&rest[..gone], usize::from(*with & 7)).flatten()),
        }
        file.extend(&rest[if act >> 6 == 3 { 0 } else { gone }..]);
    }
    file
}

/// What stands in files of a book, and what breaks it.
const RON: &[&str] = &[
    "(", ")", "[", "]", "{", "}", "\"", "\\", "\\u{", "//", "/*", "*/", "r#\"", "\"#", ",", ":", "'", "-1", "0", "1e9",
    "18446744073709551616", "99999999999999999999.9", "0.10", "None", "Some(", "true", "nan", "2023-02-30", "2023-09-15",
    "\"2023-09-15/2\": ", "\"1.2/1\": ", "\"9.9\": ", "0000-adopted", "format: 999,", "title: \"\",", "// seal sha256:", "\u{feff}",
    "\r\n", "\t", "\x1b[2J", "\u{202e}", "lkb", "tcj", "\n", "((((((((((((((((", "[[[[[[[[[[[[[[[[", "~", "|",
];
