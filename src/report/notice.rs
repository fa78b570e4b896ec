//! A notice that publishes a document: 关于印发…的通知, its paragraphs, who signed it and when, and
//! only then the document itself.

use super::letter::{bare, han_digit};
use super::line::Para;

/// So far down a notice begins, and so long it is at most, in paragraphs.
const BEGINS: usize = 16;
const LONGEST: usize = 40;

/// Between the date of a notice and the title of its document stand at most so many paragraphs:
/// 此件公开发布.
const BETWEEN: usize = 4;

/// The paragraph that is the title of the document which a notice publishes.
pub(super) fn document(text: &str, paras: &[Para]) -> Option<usize> {
    let words =
        |at: usize| paras.get(at).map(|para| bare(text.get(para.at.clone()).unwrap_or_default()));
    let told =
        (0..paras.len().min(BEGINS)).find(|at| words(*at).is_some_and(|it| is_notice(&it)))?;
    let signed = (told + 1..told + LONGEST).find(|at| words(*at).is_some_and(|it| is_date(&it)))?;
    let title = |at: &usize| {
        let para = paras.get(*at);
        para.is_some_and(|para| {
            !para.prose && para.marker.is_none() && (6..=60).contains(&para.chars)
        }) && words(*at).is_some_and(|it| !it.starts_with(['(', '附']))
    };
    (signed + 1..=signed + BETWEEN).find(title)
}

/// 关于印发《…》的通知
fn is_notice(words: &str) -> bool {
    words.contains("印发")
        && words.trim_end_matches('"').ends_with("通知")
        && words.chars().count() <= 90
}

/// A line that is only a date: 2031年1月3日.
fn is_date(words: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit() || han_digit(c).is_some() || c == '十';
    let plain = words.chars().all(|c| digit(c) || matches!(c, '年' | '月' | '日'));
    plain && words.ends_with('日') && words.contains('年')
}

#[cfg(test)]
mod tests {
    use super::super::line::paragraphs;
    use super::*;

    #[test]
    fn a_document_begins_behind_the_date_of_its_notice() {
        let notice = "云溪县人民政府办公室关于印发2031年任务分解方案的通知\n各乡镇：\n一、各单位要高度重视。\n云溪县人民政府办公室\n2031年1月3日\n（此件公开发布）\n2031年任务分解方案\n一、抓工业。";
        assert_eq!(document(notice, &paragraphs(notice, &[])), Some(6));
        let report = "云溪县2031年政府工作报告\n2031年1月3日\n各位代表：";
        assert_eq!(document(report, &paragraphs(report, &[])), None);
    }
}
