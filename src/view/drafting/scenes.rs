//! The screen at both sizes, and what lies over it. Every line is as wide as the screen.

use super::*;
use crate::app::drafting::{Effect, Over, read, update};
use crate::app::pointer::{Mouse, Patch, Pointer, Touch};
use crate::app::{Input, Key};
use crate::view::canvas::screen_text;
use crate::words::Lang;

/// A report with something of everything.
pub(in crate::view) const REPORT: &str = "首页 > 政务公开\n\n云溪县2031年重点工作（演练）\n\n2031年主要预期目标是：地区生产总值增长6%左右，粮食产量稳定在12万吨。重点抓好以下三个方面工作。\n\n\
（一）抓好产业\n\n壮大实体经济，夯实发展根基。\n\n——做强农业。新建水库2座，整修渠道30公里。推广良种，建设“一村一品”示范村。\n\n——做优工业。新增规上企业10户以上，实施技术改造项目20个，完成投资3.5亿元。\n\n\
（二）办好民生\n\n——办好教育。新建学校3所，改造校舍12所。推动教师交流轮岗常态化。\n\n——守护健康。实现家庭医生签约服务全覆盖。\n\n【打印本页】 【关闭窗口】\n";

fn seen(name: &str, (columns, rows): (u16, u16), lang: Lang, keys: &[&str]) {
    let report = (REPORT.to_owned(), read(REPORT));
    let mut drafting = Drafting::new(report, Vec::new(), (columns, rows), lang);
    for key in keys {
        let key: Key = key.parse().unwrap();
        update(&mut drafting, &Input::Key(key));
    }
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    let focus = draw(&drafting, &mut buffer).focus;
    assert!(focus.x < columns && focus.y < rows);
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../scenes");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, screen_text(&buffer)));
}

#[test]
fn a_report_and_its_plan_beside_each_other() {
    seen("drafting_120x36", (120, 36), Lang::Zh, &[]);
}

#[test]
fn under_each_other_where_it_is_narrow() {
    seen("drafting_80x24", (80, 24), Lang::Zh, &["down", "down", "down", "down"]);
}

#[test]
fn the_choices_for_a_measure() {
    seen("drafting_choices", (80, 24), Lang::Zh, &["down", "down", "down", "down", "enter"]);
}

#[test]
fn the_point_in_a_sentence() {
    let keys = ["down", "down", "down", "down", "enter", "1"];
    seen("drafting_cut", (80, 24), Lang::Zh, &keys);
}

#[test]
fn the_form_of_a_target_in_english() {
    let keys = ["down", "down", "down", "down", "down", "enter", "1"];
    seen("drafting_target_en", (80, 24), Lang::En, &keys);
}

#[test]
fn numbers_that_are_no_targets() {
    seen("drafting_numbers", (120, 36), Lang::Zh, &["f3"]);
}

#[test]
fn too_small_is_said() {
    seen("drafting_small", (59, 10), Lang::Zh, &[]);
}

#[test]
fn every_size_is_survived() {
    let report = (REPORT.to_owned(), read(REPORT));
    for keys in [vec![], vec!["enter"], vec!["enter", "1"], vec!["f1"]] {
        for size in [(0, 0), (1, 1), (20, 5), (60, 16), (61, 17), (99, 20), (100, 16), (200, 60)] {
            let mut drafting = Drafting::new(report.clone(), Vec::new(), size, Lang::Zh);
            for key in &keys {
                update(&mut drafting, &Input::Key(key.parse().unwrap()));
            }
            draw(&drafting, &mut Buffer::empty(Rect::new(0, 0, size.0, size.1)));
        }
    }
}

/// The mouse does what keys do: a row, what can be done about it, a choice, a field, the keys below.
#[test]
fn a_report_can_be_settled_with_the_mouse() {
    let report = (REPORT.to_owned(), read(REPORT));
    let mut drafting = Drafting::new(report, Vec::new(), (120, 36), Lang::Zh);
    let mut pointer = Pointer::default();
    let mut mouse = |drafting: &mut Drafting, mouse: Mouse| {
        let area = Rect::new(0, 0, 120, 36);
        pointer.over(draw(drafting, &mut Buffer::empty(area)).patches);
        let meant = pointer.read(&Input::Mouse(mouse));
        meant.iter().flat_map(|input| update(drafting, input)).collect::<Vec<_>>()
    };
    drafting.cursor = 0;
    mouse(&mut drafting, Mouse::Down);
    assert_eq!(drafting.cursor, 3, "the wheel goes three rows");
    mouse(&mut drafting, Mouse::Up);
    mouse(&mut drafting, Mouse::Up);
    assert_eq!(drafting.cursor, 0, "and stops at the first");
    let row = |nth: u16| Mouse::Press(70, 3 + nth);
    mouse(&mut drafting, row(2));
    assert_eq!((drafting.cursor, &drafting.over), (2, &None));
    mouse(&mut drafting, row(2));
    assert!(matches!(drafting.over, Some(Over::Menu(_))), "once more opens what can be done");
    mouse(&mut drafting, row(2));
    assert!(matches!(drafting.over, Some(Over::Menu(_))), "nothing below a box is chosen");
    // F10 leaves, whoever presses it.
    drafting.over = None;
    let area = Rect::new(0, 0, 120, 36);
    let seen = draw(&drafting, &mut Buffer::empty(area));
    let leaves = |patch: &&Patch| patch.touch == Touch::Key(Key::F(10));
    let (x, y) = seen.patches.iter().find(leaves).unwrap().from;
    assert_eq!(mouse(&mut drafting, Mouse::Press(x, y)), [Effect::Leave]);
}
