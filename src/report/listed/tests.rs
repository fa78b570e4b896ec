//! Tables as people keep them.

use super::*;
use crate::plan::validate;

/// The plan of a table, a row a line.
fn shown(text: &str) -> String {
    let draft = drafted(text);
    let mut lines = Vec::new();
    for section in &draft.plan.sections {
        lines.push(format!("{} {}", section.id, section.title));
        for task in &section.tasks {
            lines.push(format!("{} {}", task.id, task.title));
            for measure in &task.measures {
                lines.push(format!("{} {}", measure.id, measure.text));
                lines.extend(measure.targets.iter().map(|target| {
                    let (metric, amount) = (&target.metric, target.amount());
                    format!(
                        "{} {metric} {:?} {amount} “{}”",
                        target.id, target.comparator, target.text
                    )
                }));
            }
        }
    }
    lines.extend(draft.duties.iter().map(|duty| {
        let row = duty.row.map_or_else(String::new, |row| row.to_string());
        format!("{row} @{} +{} >{}", duty.leads.join("、"), duty.supports.join("、"), duty.due)
    }));
    lines.join("\n")
}

fn drafted(text: &str) -> Draft {
    let cells = |line: &str| line.split(',').map(|cell| cell.trim().to_owned()).collect();
    let rows = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let rows: Vec<Listed> =
        rows.map(|(at, line)| Listed { line: at + 1, cells: cells(line) }).collect();
    let draft = read(text, &rows);
    assert_eq!(validate::problems(&draft.plan), []);
    let whole: String = draft.spans.iter().map(|span| draft.text(text, span)).collect();
    assert_eq!(whole, text, "every character has its span");
    draft
}

#[test]
fn rows_go_under_their_sections_and_tasks() {
    let text = "方面,任务,措施,指标,比较,数值,计量单位,牵头单位,完成时限\n\
        实体经济,培育企业,新增规上工业企业10户以上。,新增规上工业企业,以上,10,户,工信局、发改局,12月底\n\
        ,,,签约额,,500,亿元,,\n\
        \n\
        民生,办学,新建学校。,新建学校,,5所,,教育局,9月\n\
        实体经济,招商,开展招商。,,,,,投促局,\n";
    assert_eq!(
        shown(text),
        "1 实体经济\n1.1 培育企业\n1.1.1 新增规上工业企业10户以上。\n\
         1.1/1 新增规上工业企业 AtLeast 10户 “新增规上工业企业10户”\n\
         1.1/2 签约额 Exactly 500亿元 “新增规上工业企业10户以上。”\n\
         1.2 招商\n1.2.1 开展招商。\n2 民生\n2.1 办学\n2.1.1 新建学校。\n\
         2.1/1 新建学校 Exactly 5所 “新建学校。”\n\
         1.1.1 @工信局 +发改局 >12月底\n2.1.1 @教育局 + >9月\n1.2.1 @投促局 + >"
    );
}

#[test]
fn english_headings_and_rows_without_a_measure_do_as_well() {
    let text = "Section,Task,Metric,Comparator,Value,Unit,Lead,Due\n\
        Economy,New firms,firms founded,at_least,10,firms,Trade,2031-06-30\n\
        Economy,New firms,income,in_step,,,,\n";
    assert_eq!(
        shown(text),
        "1 Economy\n1.1 New firms\n1.1.1 firms founded 10 firms\n\
         1.1/1 firms founded AtLeast 10 firms “firms founded 10 firms”\n\
         1.1/2 income InStep  “firms founded 10 firms”\n1.1.1 @Trade + >2031-06-30"
    );
}

#[test]
fn what_cannot_be_read_is_kept_as_words_with_a_doubt() {
    let draft = drafted("任务,措施,指标,数值\n培育企业,新增企业若干户。,新增企业,若干\n,,,7\n");
    let doubts: Vec<String> = draft
        .doubts
        .iter()
        .map(|doubt| {
            format!("{}:{} {}", doubt.spot.line, doubt.spot.column, doubt.why.text(Lang::Zh))
        })
        .collect();
    assert_eq!(
        doubts,
        [
            "1:1 没有找到计划年度，暂按 2000 年",
            "1:1 没有找到标题",
            "2:1 “新增企业若干”看不出目标是多少，只留文字",
            "3:1 “7”看不出目标是多少，只留文字",
        ]
    );
    assert_eq!(draft.plan.targets().count(), 0);
    assert!(
        is_heading(&["Task", "Lead"]) && !is_heading(&["任务"]) && !is_heading(&["目标", "单位"])
    );
}

#[test]
fn comparators_are_read_in_english() {
    let text = "Section,Task,Metric,Comparator,Value,Unit\n\
        Economy,New firms,firms founded,at least,10,firms\n\
        Economy,New firms,permits issued,No more than,5,permits\n\
        Economy,New firms,vacancies,falling,,\n";
    assert_eq!(
        shown(text),
        "1 Economy\n1.1 New firms\n1.1.1 firms founded 10 firms\n\
         1.1/1 firms founded AtLeast 10 firms “firms founded 10 firms”\n\
         1.1/2 permits issued AtMost 5 permits “firms founded 10 firms”\n\
         1.1/3 vacancies DownOnly  “firms founded 10 firms”"
    );
}
