//! Pages, line by line. Whether a printed document has the same is asked in `tests/pages.rs`.

use super::*;
use crate::papers::minutes::{Known, minutes};
use crate::papers::tests::{plan, whole};
use crate::papers::{Block, Foot, Level};
use crate::words::Lang;

fn paper(lines: usize) -> Paper {
    let body = (0..lines).map(|_| Block::Text("甲".into())).collect();
    Paper { title: "演练".into(), body, ..Paper::default() }
}

fn footed(lines: usize) -> Paper {
    let foot = Foot { copies: "甲、乙。".into(), office: "丙".into(), issued: "丁".into() };
    Paper { foot, ..paper(lines) }
}

/// The rows of each page that are taken.
fn rows(paper: &Paper) -> Vec<Vec<usize>> {
    let of = |page: &Page| page.lines.iter().map(|line| line.row).collect();
    pages(paper).iter().map(of).collect()
}

#[test]
fn a_meeting_with_something_of_everything() {
    let (plan, state) = (plan(), whole());
    let known = Known { plan: &plan, state: &state, lang: Lang::Zh };
    let paper = minutes(known, &[state.meeting().unwrap()]).unwrap();
    assert_eq!(write(&paper).replace('\u{c}', ""), WHOLE);
}

#[test]
fn a_page_has_22_rows_and_no_two_lines_in_one() {
    // The title takes 2 rows above it and 1.2 itself, and a blank one stands below it.
    let first = |count: usize| rows(&paper(count))[0].len();
    assert_eq!((first(17), first(18), rows(&paper(18)).len()), (18, 18, 2));
    for count in 0..60 {
        let taken = rows(&footed(count));
        assert!(taken.iter().flatten().all(|row| *row < ROWS));
        assert!(taken.iter().all(|page| page.is_sorted_by(|one, next| one < next)), "{count}");
    }
}

#[test]
fn the_foot_ends_where_the_page_ends() {
    for (count, number, alone) in [(0, 1, false), (15, 1, false), (16, 2, true), (18, 2, false)] {
        let paper = footed(count);
        let pages = pages(&paper);
        let last: Vec<usize> = pages.last().unwrap().lines.iter().map(|line| line.row).collect();
        assert_eq!((pages.len(), foot_stands_alone(&paper)), (number, alone), "{count}");
        assert!(last.ends_with(&[20, 21]), "{count} {last:?}");
        let below: Vec<usize> = pages.last().unwrap().rules.iter().map(|rule| rule.below).collect();
        assert_eq!(below, [19, 20, 21]);
    }
}

#[test]
fn a_heading_stays_with_what_is_under_it() {
    let mut paper = paper(16);
    let item = |level, text: &str| Block::Item { level, number: 1, text: text.into() };
    paper.body.extend([item(Level::First, "乙"), item(Level::Second, "丙")]);
    paper.body.push(Block::Text("丁".into()));
    let on = |page: usize| pages(&paper)[page].lines.iter().filter_map(|line| line.of).collect();
    let second: Vec<usize> = on(1);
    assert_eq!(second, [16, 17, 18]);
}

#[test]
fn page_numbers_stand_at_the_outer_edge() {
    for (page, at, text) in [(1, 47, "— 1 —"), (2, 2, "— 2 —"), (11, 46, "— 11 —")] {
        assert_eq!(number(page), Piece { at, text: text.into(), face: Face::Small });
    }
}

#[test]
fn whatever_a_paper_says_it_has_pages() {
    let long = "很长的一句话，".repeat(400);
    let paper = Paper {
        mark: "很长".repeat(60),
        title: "很长的标题".repeat(30),
        body: vec![
            Block::Roll { label: "列席".into(), names: "演练单位、".repeat(300) },
            Block::Item { level: Level::First, number: 1, text: long.clone() },
            Block::Signed { by: long.clone(), day: long.clone() },
        ],
        foot: Foot { copies: long.repeat(2), ..Foot::default() },
        ..Paper::default()
    };
    let said: String = pages(&paper)
        .iter()
        .flat_map(|page| page.lines.iter().flat_map(|line| &line.pieces))
        .map(|piece| piece.text.as_str())
        .collect();
    assert!(
        said.matches("演练单位").count() == 300 && said.matches("很长的一句话").count() == 2000
    );
    assert_eq!(pages(&Paper::default()).len(), 1);
}

const WHOLE: &str = "\n\n\n\n　　　　　　　　 重点工作调度会会议纪要


　　　　　　　　　　　　 第4期

　演练区人民政府　　　　　　　　　　　　 2023年9月15日

--------------------------------------------------------

　　　　　　　第4次重点工作调度会会议纪要
　　　　　　　　　　　 （送审稿）

　　2023年9月15日9:00至10:10，区长演练甲在第一会议室主持
召开第4次重点工作调度会，听取了关于招商引资情况等3项汇
报。现将会议议定事项纪要如下：
　　一、关于招商引资情况
　　会议听取了演练区投资促进局（以下简称投促局）关于招商
引资情况的汇报。


　　　　　　　　　　　　　　　　　　　　　　　 — 1 —
　　会议指出，招商要盯住签约转开工。
　　会议议定：
　　1.招商小分队本月出发，由投促局、演练区发展和改革局
（以下简称发改局）牵头，2023年9月30日前完成。
　　2.签约项目台账按月报送，由投促局牵头，时限为每月5
日。
　　（1）2023年10月8日前，报第一期。
　　二、专项债申报
　　会议听取了发改局关于专项债申报的汇报。
　　会议议定：第三批材料9月底前报省，由发改局牵头，演练
区财政局（以下简称财政局）配合。
　　会议要求：说明资金缺口。
　　三、其他事项
　　会议还研究了其他事项。
　　会议议定：
　　1.原则同意：补助办法按程序报批，由财政局牵头。
　　2.会后再定的事（待定）。
　　会议还听取了财政局关于安全生产情况的汇报。
　　“清冰雪预案”暂缓：等市里文件。

　　出席：区长演练甲、发改局、财政局
　　请假：投促局（副局长代）

　— 2 —
　　列席：省交投集团



















--------------------------------------------------------
　抄送：区委办公室，区人大常委会办公室。
--------------------------------------------------------
　演练区人民政府办公室　　　　　　　2023年　月　日印发
--------------------------------------------------------

　　　　　　　　　　　　　　　　　　　　　　　 — 3 —
";
