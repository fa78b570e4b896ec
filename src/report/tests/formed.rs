//! What the form of a source adds: headings and bold print where the words leave something open.

use super::super::hint::{Form, Hint};
use super::*;

/// A text in which `# ` and `## ` stand before headings and `*…*` around bold print, as it reads
/// without them, and what they say.
fn formed(marked: &str) -> (String, Vec<Hint>) {
    let (mut text, mut hints) = (String::new(), Vec::new());
    for line in marked.lines() {
        let signs = line.len() - line.trim_start_matches('#').len();
        let words = line.trim_start_matches('#').trim_start();
        let start = text.len();
        let bold = words.strip_prefix('*').and_then(|rest| rest.split_once('*'));
        match bold {
            Some((bold, rest)) => text.extend([bold, rest]),
            None => text.push_str(words),
        }
        if let Some(level) = u8::try_from(signs).ok().filter(|level| *level > 0) {
            hints.push(Hint { range: start..text.len(), what: Form::Heading(level) });
        }
        if let Some((bold, _)) = bold {
            hints.push(Hint { range: start..start + bold.len(), what: Form::Strong });
        }
        text.push('\n');
    }
    (text, hints)
}

fn rows(marked: &str) -> Vec<String> {
    let (text, hints) = formed(marked);
    let draft = read_formed(&text, &hints);
    assert_eq!(draft.spans.iter().map(|span| span.at.len()).sum::<usize>(), text.len());
    let mut rows = Vec::new();
    for section in &draft.plan.sections {
        rows.push(format!("{} {}", section.id, section.title));
        rows.extend(section.tasks.iter().map(|task| {
            let all: Vec<&str> = task.measures.iter().map(|row| row.text.as_str()).collect();
            format!("{} {}: {}", task.id, task.title, all.join("|"))
        }));
    }
    rows
}

#[test]
fn headings_without_numbers_are_sections_and_tasks() {
    assert_eq!(
        rows(
            "# 2031年工作任务\n## 惠民生\n### 办好教育\n新建中学2所。\n### 看好病\n新建卫生院1家。\n## 保平安\n### 抓安全\n排查隐患。"
        ),
        [
            "1 惠民生",
            "1.1 办好教育: 新建中学2所。",
            "1.2 看好病: 新建卫生院1家。",
            "2 保平安",
            "2.1 抓安全: 排查隐患。"
        ]
    );
}

#[test]
fn bold_words_at_the_start_of_paragraphs_are_titles() {
    assert_eq!(
        rows(
            "（一）惠民生\n*持续办好人民满意的教育，*新建中学2所，增学位。\n*深入推进健康云溪建设。*建卫生院。\n（二）保平安\n抓安全，强监管。"
        )[..3],
        [
            "1 惠民生",
            "1.1 持续办好人民满意的教育: 新建中学2所，增学位。",
            "1.2 深入推进健康云溪建设: 建卫生院。"
        ]
    );
}

#[test]
fn one_bold_word_and_bold_numbers_change_nothing() {
    let plain = "（一）惠民生\n办好教育。新建中学2所，新增学位3000个，招聘教师百名。\n（二）保平安\n抓安全，强监管。";
    let expect = brief(plain);
    let marked = plain.replace("办好教育。", "*办好教育。*");
    assert_eq!(rows(&marked), expect);
}
