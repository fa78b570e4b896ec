//! What stands behind the body: page furniture, glossaries, lists of livelihood items.

use super::duty;
use super::letter::{bare, head};
use super::line::Para;
use super::parts::{Headed, Kind, Part};

/// Words of page furniture.
const FURNITURE: [&str; 39] = [
    "打印",
    "关闭",
    "版权",
    "ICP",
    "备案",
    "责任编辑",
    "编辑:",
    "来源:",
    "相关报道",
    "相关链接",
    "相关文章",
    "上一篇",
    "下一篇",
    "分享",
    "网站",
    "主办:",
    "主办单位:",
    "承办:",
    "承办单位:",
    "技术支持",
    "联系电话",
    "电话:",
    "地址:",
    "扫一扫",
    "二维码",
    "字号",
    "浏览次数",
    "发布时间",
    "发布日期",
    "收藏",
    "Copyright",
    "copyright",
    "维基文库",
    "公有领域",
    "返回顶部",
    "附件下载",
    "相关文档",
    "点击图片",
    "点击进入",
];

/// Words that only a licence or a wiki says.
const LICENCE: [&str; 4] = ["维基文库", "公有领域", "Wikisource", "著作权法"];

/// The first paragraph of the page furniture behind the body.
pub(super) fn begins(text: &str, paras: &[Para]) -> usize {
    let mut tail = paras.len();
    for (at, para) in paras.iter().enumerate().rev() {
        let words = bare(text.get(para.at.clone()).unwrap_or_default());
        let named = FURNITURE.iter().any(|word| words.contains(word));
        let licence = LICENCE.iter().any(|word| words.contains(word));
        let furniture = named && !para.prose && para.chars <= 120 && !is_work(para, &words);
        if licence || furniture {
            tail = at;
        } else if para.prose || para.chars > 60 || para.marker.is_some() {
            break;
        }
    }
    tail
}

/// Whether a line belongs to the plan though it names page furniture: 牵头单位：网站办.
fn is_work(para: &Para, words: &str) -> bool {
    let ends = words.ends_with(['。', ';']);
    let office = words.starts_with("主办单位:") || words.starts_with("承办单位:");
    let page = words.contains("电话") || words.contains("地址") || words.contains("ICP");
    ends || duty::is_duty(words) && !(office && page)
        || para.marker.is_some_and(|m| m.style.counts())
}

/// Takes glossaries and appendices from the end of the last part, and puts the furniture behind.
pub(super) fn sort(text: &str, paras: &[Para], tail: usize, parts: &mut Vec<Part>) {
    let Some(last) = parts.iter().rposition(|part| part.kind != Kind::Front) else {
        back(paras.len(), tail, parts);
        return;
    };
    let Some(part) = parts.get_mut(last) else { return };
    let from = part.paras.start + 1;
    let mut breaks: Vec<(usize, Kind)> = Vec::new();
    let mut note = false;
    for at in from..tail {
        let Some(para) = paras.get(at) else { break };
        let words = bare(text.get(para.at.clone()).unwrap_or_default());
        let kind = heading(para, &words)
            .filter(|kind| *kind != Kind::Appendix || closed(text, paras, from..at));
        let defined = is_definition(&words);
        let notes = defined
            && (note
                || paras.get(at + 1).is_some_and(|next| {
                    is_definition(&bare(text.get(next.at.clone()).unwrap_or_default()))
                }));
        let now = breaks.last().map(|(_, kind)| *kind);
        match kind {
            Some(kind) if now != Some(kind) => breaks.push((at, kind)),
            None if notes && now != Some(Kind::Glossary) => breaks.push((at, Kind::Glossary)),
            _ => {}
        }
        note = defined;
    }
    let end = breaks.first().map_or(part.paras.end, |(at, _)| *at);
    part.paras.end = end;
    for (nth, (at, kind)) in breaks.iter().enumerate() {
        let end = breaks.get(nth + 1).map_or(tail, |(at, _)| *at);
        parts.push(Part { kind: *kind, headed: Headed::Plainly, paras: *at..end });
    }
    back(paras.len(), tail, parts);
}

fn back(end: usize, tail: usize, parts: &mut Vec<Part>) {
    if tail < end {
        parts.push(Part { kind: Kind::Back, headed: Headed::Not, paras: tail..end });
    }
}

/// 名词解释, 附件：十件民生实事
fn heading(para: &Para, words: &str) -> Option<Kind> {
    let short = para.chars <= 40 && !words.contains('。');
    let notes = [
        "名词解释",
        "名词注释",
        "名词说明",
        "有关名词",
        "相关名词",
        "术语解释",
        "名词术语",
        "注释",
    ];
    let items = ["实事", "民生项目", "项目清单", "任务清单", "任务分解", "重点项目"];
    let has = |list: &[&str]| list.iter().any(|word| words.contains(word));
    let plain = para.marker.is_none_or(|marker| !marker.style.counts());
    if !short || !plain {
        None
    } else if has(&notes) {
        Some(Kind::Glossary)
    } else if (words.starts_with("附件") || words.starts_with("附:") || para.chars <= 24)
        && has(&items)
    {
        Some(Kind::Appendix)
    } else {
        None
    }
}

/// Whether the report has said its last word: a list of items within it is no appendix.
fn closed(text: &str, paras: &[Para], within: std::ops::Range<usize>) -> bool {
    within.rev().take(12).any(|at| {
        paras.get(at).is_some_and(|para| is_closing(text.get(para.at.clone()).unwrap_or_default()))
    })
}

/// Whether a paragraph turns to the deputies: the plan is said.
pub(super) fn is_closing(para: &str) -> bool {
    let head = head(para, 160);
    let turns = ["各位代表", "同志们", "让我们更加紧密", "让我们紧密团结"];
    turns.iter().any(|turn| head.starts_with(turn))
        || head.contains("让我们更加紧密")
        || head.contains("紧密团结在以")
}

/// `1.“词”：…`, `［2］词：…`: a line of a glossary.
fn is_definition(words: &str) -> bool {
    let rest =
        words.trim_start_matches(|c: char| c.is_ascii_digit() || "[]().、①②③④⑤⑥⑦⑧⑨⑩".contains(c));
    let numbered = rest.len() < words.len();
    let note = words.starts_with('[') && numbered;
    let quoted = rest.starts_with('"')
        && rest.get(1..).is_some_and(|rest| {
            rest.split_once('"').is_some_and(|(term, after)| {
                term.chars().count() <= 30
                    && (after.starts_with([':', '-', '—'])
                        || after.starts_with("是指")
                        || after.starts_with("指"))
            })
        });
    note || numbered && quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn definitions_are_known_by_their_form() {
        for (line, expect) in [
            ("1.“三保”：保基本民生。", true),
            ("［2］“枫桥经验”：发动群众。", true),
            ("[3]三张清单：权力清单。", true),
            ("1.新建“口袋公园”10个。", false),
            ("“三保”就是保。", false),
        ] {
            assert_eq!(is_definition(&bare(line)), expect, "{line}");
        }
    }
}
