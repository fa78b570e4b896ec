//! A report settled key by key: what each key says of it, and what it leaves alone.

use super::*;
use crate::plan::Comparator;
use crate::report::read;
use crate::words::report::Weight;

const REPORT: &str = "云溪县2031年重点工作\n\n2031年主要预期目标是：地区生产总值增长6%左右。重点抓好以下三个方面工作。\n\n\
（一）抓好产业\n\n——做强农业。新建水库2座，整修渠道30公里。推广良种。\n\n——做优工业。新增规上企业10户以上。\n\n\
（二）办好民生\n\n——办好教育。新建学校3所。推动教师交流轮岗常态化。\n";

fn desk() -> Drafting {
    let report = (REPORT.to_owned(), read(REPORT));
    Drafting::new(report, Vec::new(), (120, 36), Lang::Zh)
}

/// Presses keys by their names, `"..."` types text.
fn press(drafting: &mut Drafting, keys: &str) -> Vec<Effect> {
    let mut effects = Vec::new();
    for key in keys.split_whitespace() {
        let input = match key.strip_prefix('"') {
            Some(text) => Input::Text(text.trim_end_matches('"').to_owned()),
            None => Input::Key(key.parse().unwrap()),
        };
        effects = update(drafting, &input);
    }
    effects
}

/// Puts the cursor on the first line that begins with these words.
fn go(drafting: &mut Drafting, words: &str) {
    let is = |row: &Row| drafting.text[row.at.clone()].starts_with(words);
    drafting.cursor = drafting.rows.iter().position(is).unwrap();
}

fn measures(drafting: &Drafting) -> Vec<String> {
    let of = |it: &crate::plan::Measure| format!("{} {}", it.id, it.text);
    drafting.draft().plan.measures().map(of).collect()
}

fn said(drafting: &Drafting) -> String {
    drafting.said.as_ref().map(|said| said.text(Lang::Zh)).unwrap_or_default()
}

#[test]
fn one_begins_at_the_first_doubt() {
    let drafting = desk();
    let row = drafting.row().unwrap();
    assert_eq!(&REPORT[row.at.clone()], "重点抓好以下三个方面工作。");
    assert_eq!(row.doubts.len(), 1);
}

#[test]
fn a_sentence_is_cut_at_its_first_mark_and_the_cut_is_taken_back() {
    let mut drafting = desk();
    let before = measures(&drafting);
    go(&mut drafting, "新建水库");
    let effects = press(&mut drafting, "enter 1 enter");
    assert!(matches!(effects.as_slice(), [Effect::Keep(steps)] if steps.len() == 1));
    assert_eq!(measures(&drafting)[..2], ["1.1.1 新建水库2座，", "1.1.2 整修渠道30公里。"]);
    press(&mut drafting, "ctrl-z");
    assert_eq!(measures(&drafting), before);
    press(&mut drafting, "ctrl-y");
    assert_eq!(measures(&drafting).len(), before.len() + 1);
}

#[test]
fn a_cut_at_an_end_is_refused() {
    let mut drafting = desk();
    go(&mut drafting, "推广良种");
    press(&mut drafting, "enter 1 end enter");
    assert_eq!(said(&drafting), "断点在头尾，断不开；请往中间移");
    assert!(drafting.over.is_some() && drafting.steps.is_empty());
}

#[test]
fn what_is_not_doubted_needs_no_word() {
    let mut drafting = desk();
    go(&mut drafting, "推广良种");
    assert_eq!(press(&mut drafting, "space"), []);
    assert_eq!(said(&drafting), "这一行没有疑点，^N 到下一处");
}

#[test]
fn a_doubt_that_was_looked_at_is_gone_and_the_next_one_comes() {
    let mut drafting = desk();
    let before = drafting.draft().doubts.len();
    press(&mut drafting, "space");
    assert_eq!(drafting.draft().doubts.len(), before - 1);
    assert_eq!(said(&drafting), "已定：重点抓好以下三个方面工作。");
}

#[test]
fn a_row_becomes_something_else() {
    let mut drafting = desk();
    go(&mut drafting, "做优工业");
    press(&mut drafting, "enter 3 1");
    let titles: Vec<&str> =
        drafting.draft().plan.sections.iter().map(|section| section.title.as_str()).collect();
    assert_eq!(titles, ["抓好产业", "做优工业", "办好民生"]);
    let heavy = drafting.draft().doubts.iter().any(|doubt| doubt.weight == Weight::Heavy);
    assert!(!heavy, "there are three sections, as it says");
}

#[test]
fn two_sentences_are_joined_but_not_over_the_end_of_a_task() {
    let mut drafting = desk();
    go(&mut drafting, "新建水库");
    press(&mut drafting, "enter 2");
    assert_eq!(measures(&drafting)[0], "1.1.1 新建水库2座，整修渠道30公里。推广良种。");
    press(&mut drafting, "enter 2");
    assert_eq!(said(&drafting), "这是最后一句，没有可并的；请到前一句上并");
}

#[test]
fn a_target_is_put_right_with_figures_of_either_width() {
    let mut drafting = desk();
    go(&mut drafting, "10户");
    press(&mut drafting, "enter 1 down left left down backspace backspace \"１２\" f2");
    let plan = &drafting.draft().plan;
    let target = plan.sections[0].tasks[1].targets().next().unwrap();
    assert_eq!((target.amount().as_str(), target.comparator), ("12户", Comparator::Exactly));
    assert!(drafting.over.is_none());
}

#[test]
fn a_blank_that_is_wrong_is_shown_and_nothing_is_settled() {
    for (keys, blank, expect) in [
        ("ctrl-u end ctrl-u f2", 0, "请写指标：量的是什么"),
        ("down down end ctrl-u f2", 2, "这样比要有数值；请写上"),
        ("down down end \"多\" f2", 2, "“10多”不是数，请写成 305 或 23.9"),
        (
            "up down down down down down down down down down down end ctrl-u \"别的话\" f2",
            10,
            "这一句里没有“别的话”，请照抄原话，要含有这个数",
        ),
    ] {
        let mut drafting = desk();
        go(&mut drafting, "10户");
        press(&mut drafting, "enter 1");
        let cleared = keys.replace("ctrl-u", "home ctrl-k");
        press(&mut drafting, &cleared);
        assert_eq!(said(&drafting), expect, "{keys}");
        assert!(drafting.steps.is_empty(), "{keys}");
        let Some(Over::Target(form)) = &drafting.over else { panic!("{keys}") };
        assert_eq!(form.here, blank, "{keys}");
    }
}

#[test]
fn a_number_is_no_target_for_a_reason_and_can_become_one_again() {
    let mut drafting = desk();
    go(&mut drafting, "3所");
    press(&mut drafting, "enter 2 enter");
    assert_eq!(said(&drafting), "请写一句原因");
    press(&mut drafting, "\"去年的事\" enter");
    assert_eq!(drafting.draft().plan.sections[1].tasks[0].targets().count(), 0);
    press(&mut drafting, "f3");
    go(&mut drafting, "3所");
    press(&mut drafting, "enter 1 \"新建学校\" f2");
    let school = drafting.draft().plan.sections[1].tasks[0].targets().next().unwrap().clone();
    assert_eq!((school.metric.as_str(), school.amount().as_str()), ("新建学校", "3所"));
}

#[test]
fn an_escape_from_anything_settles_nothing() {
    for keys in ["enter esc", "enter 1 esc", "enter 3 esc", "f1 esc"] {
        let mut drafting = desk();
        go(&mut drafting, "新建水库");
        press(&mut drafting, keys);
        assert!(drafting.steps.is_empty() && drafting.over.is_none(), "{keys}");
    }
}

#[test]
fn what_was_settled_is_there_when_one_comes_back() {
    let mut drafting = desk();
    go(&mut drafting, "新建水库");
    press(&mut drafting, "enter 1 enter");
    let (steps, draft) = (drafting.steps.clone(), drafting.draft().clone());
    let report = (REPORT.to_owned(), read(REPORT));
    let again = Drafting::new(report, steps, (80, 24), Lang::Zh);
    assert_eq!(again.draft(), &draft);
    assert_eq!(said(&again), "接着上次：已定 1 处");
}

#[test]
fn of_another_text_what_does_not_fit_is_said() {
    let mut drafting = desk();
    go(&mut drafting, "推广良种");
    press(&mut drafting, "enter 3 3");
    let text = REPORT.replace("推广良种", "推广新茶");
    let report = (text.clone(), read(&text));
    let again = Drafting::new(report, drafting.steps, (80, 24), Lang::Zh);
    assert!(again.alarm);
    assert_eq!(said(&again), "从前定的有 1 条与这份原文不合，没有用上；请再看一遍疑点");
}

#[test]
fn the_plan_is_asked_for_by_one_key() {
    let mut drafting = desk();
    assert_eq!(press(&mut drafting, "f2"), [Effect::Write]);
    assert_eq!(press(&mut drafting, "f10"), [Effect::Leave]);
}

/// What is typed where no field is open, and what comes of it: the line with the cursor, what is over
/// the screen, what is said.
#[test]
fn whatever_is_typed_where_nobody_waits_for_it_is_looked_for() {
    for (start, keys, words, over) in [
        ("推广良种", "\"办好\"", "办好民生", "办好"),
        ("推广良种", "学", "新建学校", "学"),
        ("推广良种", "\"xj\"", "新建学校", "xj"),
        ("推广良种", "２", "办好民生", "２"),
        ("推广良种", "2 . 1", "办好教育", "2.1"),
        ("推广良种", "，", "——做强农业", "，"),
        ("推广良种", "、 \"水库\"", "新建水库", "水库"),
        ("新建水库", "enter \"良种\"", "推广良种", "良种"),
        ("新建水库", "enter 良", "推广良种", "良"),
        ("新建水库", "f1 \"良种\"", "推广良种", "良种"),
        ("新建水库", "enter 1 \"良种\"", "推广良种", "良种"),
        ("推广良种", "\"无此话\"", "推广良种", "无此话"),
    ] {
        let mut drafting = desk();
        go(&mut drafting, start);
        let effects = press(&mut drafting, keys);
        assert_eq!(effects, [], "{keys}");
        let row = drafting.row().unwrap().at.clone();
        let Some(Over::Seek(seek)) = &drafting.over else { panic!("{keys} {:?}", drafting.over) };
        assert_eq!(seek.field.text(), over, "{keys}");
        let line = drafting.text[..row.end].rsplit('\n').next().unwrap();
        assert!(line.contains(words) || words.starts_with("——"), "{keys}: {line}");
        assert!(drafting.steps.is_empty());
        press(&mut drafting, "enter");
        let closed = drafting.over.is_none();
        assert_eq!(closed, over != "无此话", "{keys}: what is not found stays to be mended");
    }
}

#[test]
fn escape_goes_back_to_where_one_began_to_look() {
    let mut drafting = desk();
    go(&mut drafting, "推广良种");
    let before = drafting.cursor;
    press(&mut drafting, "\"新建学校\" esc");
    assert_eq!((drafting.cursor, &drafting.over), (before, &None));
}

#[test]
fn a_point_is_found_by_the_words_before_it() {
    for (keys, at) in [
        ("\"新建水库2座\"", "新建水库2座"),
        ("，", "新建水库2座，"),
        ("\"渠道\"", "新建水库2座，整修渠道"),
        ("\"渠道\" \"新建\"", "新建"),
    ] {
        let mut drafting = desk();
        go(&mut drafting, "新建水库");
        press(&mut drafting, &format!("enter 1 home {keys}"));
        let Some(Over::Cut(cut)) = &drafting.over else { panic!("{keys}") };
        assert_eq!(&drafting.text[cut.within.start..cut.at], at, "{keys}");
    }
    let mut drafting = desk();
    go(&mut drafting, "新建水库");
    press(&mut drafting, "enter 1 山");
    assert_eq!(said(&drafting), "这一句里没有“山”；照原文写，断点就到那几个字后面");
    assert!(matches!(drafting.over, Some(Over::Cut(_))));
}

#[test]
fn a_choice_is_made_by_its_name_or_said_to_be_none() {
    for (typed, expect) in [
        ("\"左右\"", Some(Comparator::About)),
        ("\"zy\"", Some(Comparator::About)),
        ("\"不减\"", Some(Comparator::UpOnly)),
        ("\"很多\"", None),
        ("９", None),
    ] {
        let mut drafting = desk();
        go(&mut drafting, "10户");
        press(&mut drafting, &format!("enter 1 down {typed}"));
        let Some(Over::Target(form)) = &drafting.over else { panic!("{typed}") };
        let Blank::Comparator(chosen) = form.blanks[form.here].1 else { panic!("{typed}") };
        assert_eq!(chosen, expect.unwrap_or(Comparator::AtLeast), "{typed}");
        assert_eq!(drafting.alarm, expect.is_none(), "{typed}");
        let kept = said(&drafting).contains(typed.trim_matches('"'));
        assert_eq!(kept, expect.is_none(), "what was typed is told: {}", said(&drafting));
    }
}

#[test]
fn a_digit_that_is_no_choice_is_answered() {
    let mut drafting = desk();
    go(&mut drafting, "新建水库");
    press(&mut drafting, "enter ９");
    assert_eq!(said(&drafting), "没有这一项；请按 1 至 3");
    press(&mut drafting, "１");
    assert!(matches!(drafting.over, Some(Over::Cut(_))), "full-width digits choose too");
}

#[test]
fn a_hundred_keys_and_a_paste_of_many_lines_are_taken_whole() {
    let mut drafting = desk();
    let typed = "新建学校三所请教育局于九月底前报来".repeat(6);
    for c in typed.chars() {
        update(&mut drafting, &Input::Key(Key::Char(c)));
    }
    let Some(Over::Seek(seek)) = &drafting.over else { panic!() };
    assert_eq!(seek.field.text(), typed);
    let mut drafting = desk();
    drafting.cursor = 0;
    let passage = "——办好教育。新建学校3所。\n推动教师交流轮岗常态化。\n第三行";
    update(&mut drafting, &Input::Paste(passage.to_owned()));
    let row = drafting.row().unwrap().at.clone();
    assert_eq!(&drafting.text[row], "办好教育", "the lines that stand in what was pasted");
}

#[test]
fn what_the_disk_refused_is_told_until_it_takes_it() {
    let mut drafting = desk();
    press(&mut drafting, "space");
    drafting.kept(Err("磁盘已满".into()));
    assert!(drafting.alarm && drafting.keeping.why().is_some());
    press(&mut drafting, "down");
    assert_eq!(drafting.keeping.why(), Some("磁盘已满"), "another key takes nothing away");
    assert!(matches!(press(&mut drafting, "f10").as_slice(), [Effect::Keep(_)]));
    drafting.kept(Ok(()));
    assert_eq!(said(&drafting), "没有存下的这次都存下了");
    assert_eq!(press(&mut drafting, "f10"), [Effect::Leave]);
}

#[test]
fn what_was_written_is_given_up_only_by_asking_twice() {
    for (row, keys) in [
        ("做强农业", "enter 2 \"农业\""),
        ("3所", "enter 2 \"去年的事\""),
        ("10户", "enter 1 \"多\""),
        ("10户", "enter 1 down right"),
    ] {
        let mut drafting = desk();
        go(&mut drafting, row);
        press(&mut drafting, keys);
        press(&mut drafting, "esc");
        let first = (drafting.over.is_some(), said(&drafting));
        assert_eq!(first, (true, "写的还没有保存：F2 保存，再按 Esc 就放弃".into()), "{keys}");
        press(&mut drafting, "home esc");
        assert!(drafting.over.is_some(), "{keys}: another key in between");
        press(&mut drafting, "esc");
        assert!(drafting.over.is_none() && drafting.steps.is_empty(), "{keys}");
    }
    let mut drafting = desk();
    go(&mut drafting, "10户");
    press(&mut drafting, "enter 1 esc");
    assert!(drafting.over.is_none(), "nothing was written");
}
