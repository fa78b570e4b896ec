//! The desk in lines, through pipes: a whole meeting as a script, and what is on record afterwards.

use std::process::Command;
use std::process::Stdio;

use serde_json::Value;

use super::book::{Book, Ran};
use super::join::{apart, apart_with_conflicts, pull};
use super::talk::{Talk, are_plain_lines};

fn desk(book: &Book) -> Command {
    book.command(&["--linear"])
}

/// Types the lines of a script, parted by ` | `, and its end; what was said. It always ends well.
fn script(command: Command, script: &str) -> String {
    lines(command, &script.split(" | ").collect::<Vec<_>>())
}

fn lines(command: Command, lines: &[&str]) -> String {
    let mut talk = Talk::start(command);
    for line in lines {
        talk.say(line);
    }
    let (text, code) = talk.end();
    assert_eq!(code, Some(0), "{text}");
    are_plain_lines(&text);
    assert!(text.ends_with("已离开。\n"), "{text}");
    text
}

/// All of these, parted by ` | `, were said.
fn hears(said: &str, all: &str) {
    for what in all.split(" | ") {
        assert!(said.contains(what), "{what}\n{said}");
    }
}

/// The decisions on record, newest last.
fn decisions(book: &Book) -> Vec<Value> {
    let list = book.done(&["list", "decisions", "--format", "json"]);
    serde_json::from_str::<Vec<Value>>(&list).unwrap()
}

fn names(value: &Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// Lead, support and due of the decision with a text.
fn who<'v>(all: &'v [Value], text: &str) -> (Vec<&'v str>, Vec<&'v str>, String) {
    let found = all.iter().find(|one| one["text"].as_str().is_some_and(|own| own.contains(text)));
    let found = found.unwrap_or_else(|| panic!("{text} is not on record: {all:?}"));
    (names(&found["lead"]), names(&found["support"]), found["due"].to_string())
}

#[test]
fn a_decision_is_recorded_in_every_way_that_the_desk_knows() {
    let book = Book::in_git();
    let said = script(
        desk(&book),
        "开会 | 保存 | #1.4 | 空港应急医院开工 | 太安路迁改完成 @3>1031 | \
            专班每周调度 @3+5+7>1031 | 台账按月报送 @tcj +fgj +czj >1031 | \
            由卫健局牵头，发改局、财政局配合，10月底前拿出方案 | 记议定 | 完善园区载体 | \
            投促局 | 发改局 | 1031 | 保存 | 原则同意：设立专项资金 | 记：下次听取汇报",
    );
    assert!(said.contains("1.4 临空经济 >") && said.contains("已存 议定1"), "{said}");
    let all = decisions(&book);
    assert_eq!(all.len(), 7, "{all:?}");
    assert_eq!(who(&all, "太安路迁改").0, ["教育局"]);
    assert!(who(&all, "太安路迁改").2.contains("2023-10-31"));
    assert_eq!(who(&all, "专班每周调度").1, ["公安分局", "司法局"]);
    assert_eq!(who(&all, "台账按月报送").0, ["投促局"]);
    assert_eq!(who(&all, "台账按月报送").1, ["发改局", "财政局"]);
    assert_eq!(who(&all, "拿出方案").0, ["卫健局"]);
    let (lead, support, due) = who(&all, "完善园区载体");
    assert_eq!((lead, support), (vec!["投促局"], vec!["发改局"]));
    assert!(due.contains("2023-10-31"), "{due}");
    book.done(&["check"]);
}

#[test]
fn readings_are_recorded_by_line_by_choice_and_by_form_and_taken_back() {
    let book = Book::in_git();
    let said = script(
        desk(&book),
        "开会 | 保存 | 1.2/1=305 8月 | #1.4 | =1 | 1 | 14 | 1.4/2 | 记报数 | 2 | 保存 | \
            撤回 | 重做 | 撤回",
    );
    hears(
        &said,
        "已存 报数 1.2/1 | 1 1.4/1 | 已存 报数 1.4/1 | 已存 报数 1.4/2 | 已撤回： | \
        已重做：",
    );
    let read = book.done(&["list", "readings", "--format", "json"]);
    let read: Vec<Value> = serde_json::from_str(&read).unwrap();
    assert_eq!(read.len(), 2, "{read:?}");
}

#[test]
fn the_agenda_is_walked_and_everything_is_found() {
    let book = Book::in_git();
    let said = script(
        desk(&book),
        "开会 | #7 | 三张单 | 保存 | 下一项 | 上一项 | #1.4 | 空港应急医院开工 | /zsyz | 1 | \
            14 | 来龙去脉 | 返回 | 台账 | 空港 | 1 | 打开 | 返回 | 差异 | 总览 | 会前 | \
            ：tz | 返回 | 0 | 下页 |  | ？ | 返回",
    );
    hears(
        &said,
        "议题2/ | 议题1/ | 找到 | 看 1.4 临空经济 > | 来龙去脉 | 台账，空港，1条 | \
        差异 | 会前 | 命令 >",
    );
}

#[test]
fn a_meeting_is_signed_in_prepared_closed_and_signed() {
    let book = Book::in_git();
    let said = script(
        desk(&book),
        "开会 | 保存 | 签到 | 2 出席 | 投促局 请假 | 返回 | 议程 | 5 | \
            空港应急医院10月底前开工 | 保存 | 9 转下次 | 返回 | #1.4 | 预拟1 |  | \
            太安路迁改完成 | 散会 | 全部确认 | 封存 | 签发 | 区长 |  | 〔2023〕4号 | 出文稿",
    );
    hears(&said, "发改局 出席 | 投促局 请假 | 预拟1 空港应急医院 | 行里还没记下 | 封印 | 签发");
    assert!(said.contains("已入库") || said.contains("已封存"), "{said}");
    assert_eq!(decisions(&book).len(), 2);
    assert!(book.names("snapshots").contains(&"2023-09-15.ron".to_owned()));
    assert!(book.done(&["show"]).contains("道里区"));
    let log = book.done(&["log"]);
    assert!(log.contains("2023-09-15"), "{log}");
    assert!(!book.git(&["log", "--oneline"]).is_empty());
    book.done(&["check"]);
}

#[test]
fn an_earlier_decision_is_followed_up_from_its_menu() {
    let book = Book::in_git();
    book.done_on("2023-08-11", &["meet", "open", "--chair", "区长"]);
    for text in [
        "太安路迁改完成 @临空办 >0831",
        "空港应急医院开工 @卫健局 >0930",
        "台账按月报送 @投促局 >0831",
    ] {
        book.done_on("2023-08-11", &["decide", "1.4", text]);
    }
    book.done_on("2023-08-11", &["meet", "close"]);
    let said = script(
        desk(&book),
        "1/1 | 延期 | 1015 | 保存 | #2 | 区长 | 雨季停工 | 保存 | 1/2 | 1 | 1/3 | 更正 | \
            台账按季报送 | #99 | 区长 | 1/1 | 0 | 反馈 | 已迁改七成 | 保存 | 1.4 | 亮灯 | \
            滞后 | 雨季 | 区长 | 否",
    );
    hears(&said, "2 延期 | 空一行返回 | 请写明由谁批准 | 这一页还开着 | 已存");
    let all = decisions(&book);
    assert!(who(&all, "太安路迁改").2.contains("2023-10-15"), "{all:?}\n{said}");
    assert_eq!(all[1]["stage"].as_str(), Some("done"), "{all:?}\n{said}");
    assert!(all.iter().any(|one| one["text"] == "台账按季报送"), "{all:?}\n{said}");
    book.done(&["check"]);
}

#[test]
fn two_lines_of_meetings_are_joined() {
    let (a, b) = apart();
    pull(&a, &b);
    let said = script(desk(&a), " | 合并 | 返回");
    assert!(said.contains("本线") && said.contains("已封存"), "{said}");
    a.done(&["check"]);
}

#[test]
fn a_conflict_is_read_and_settled_by_its_number() {
    for (line, due) in [("1 用另线", "2023-11-30"), ("1 用本线", "2023-10-31")] {
        let (a, b) = apart_with_conflicts();
        pull(&a, &b);
        let words = format!("合并 | {line} | 合并");
        let said = script(a.command_on("2023-09-18", &["--linear"]), &words);
        hears(&said, "冲突1 | 2023-10-31 | 2023-11-30 | 待选 | 已封存");
        let one: Value =
            serde_json::from_str(&a.done(&["show", "2023-09-01/1", "--format", "json"])).unwrap();
        assert_eq!(one["due"], due, "{said}");
        assert_eq!(a.run_on("2023-09-18", &["check"]).code, Some(0));
    }
}

#[test]
fn killed_in_the_middle_it_goes_on_where_it_was() {
    let book = Book::in_git();
    let mut talk = Talk::start(desk(&book));
    talk.say("开会");
    talk.say("保存");
    talk.hear("已开会");
    talk.say("#1.4");
    talk.say("空港应急医院开工");
    talk.hear("已存 议定1");
    talk.say("？太安路迁改完成");
    talk.hear("空一行就记下");
    drop(talk);
    let said = script(desk(&book), " | ");
    assert!(said.contains("已恢复") && said.contains("第1次"), "{said}");
    let all = decisions(&book);
    assert!(all.iter().any(|one| one["text"] == "空港应急医院开工"), "{all:?}");
}

#[test]
fn no_input_leaves_and_questions_are_not_needed_to_leave() {
    let book = Book::in_git();
    let ran = Ran::of(&desk(&book).output().unwrap());
    assert!(ran.code == Some(0) && ran.out.contains("线性模式"), "{ran:?}");
    are_plain_lines(&ran.out);
    let ran = book.run(&[]);
    assert!(ran.code == Some(0) && !ran.out.contains("线性模式"), "a pipe is no desk: {ran:?}");
    let ran = book.run(&["--linear", "--no-input"]);
    assert!(ran.code == Some(0) && !ran.out.contains(" >"), "{ran:?}");
    let said = script(desk(&book), "开会 | 保存 | 退出 | 退出 | 从来没有读到");
    assert!(said.contains("再写一次 退出") && !said.contains("从来没有"), "{said}");
}

#[test]
fn another_desk_is_only_looked_at() {
    let book = Book::in_git();
    let mut first = Talk::start(desk(&book));
    first.say("开会");
    first.say("保存");
    first.hear("已开会");
    let said = script(desk(&book), "#1.4 | 空港应急医院开工 | 1.4");
    assert!(said.contains("只读：") && said.contains("1.4 持续推动"), "{said}");
    assert_eq!(decisions(&book).len(), 0);
    let (_, code) = first.end();
    assert_eq!(code, Some(0));
}

#[test]
fn a_reader_that_goes_away_ends_it_and_lines_in_english_are_english() {
    let book = Book::in_git();
    let mut command = desk(&book);
    let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = child.unwrap();
    drop(child.stdout.take());
    drop(child.stdin.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
    let mut talk = Talk::start(book.command(&["--lang", "en", "--linear"]));
    talk.hear("In lines");
    talk.say("open a meeting");
    talk.say("save");
    talk.say("0");
    let (text, code) = talk.end();
    assert_eq!(code, Some(0), "{text}");
    assert!(text.contains("decide") && !text.contains("编号"), "{text}");
}

#[test]
fn the_script_of_the_readme_holds_a_meeting() {
    let readme = include_str!("../../README.md");
    let call = readme.lines().find(|line| line.ends_with("| yiding --linear")).unwrap();
    let words = shlex::split(call.split('|').next().unwrap()).unwrap();
    let lines: Vec<&str> = words[2..].iter().map(String::as_str).collect();
    let book = Book::in_git();
    let said = self::lines(desk(&book), &lines);
    assert!(said.contains("已封存") && !said.contains("未存"), "{said}");
    let all = decisions(&book);
    assert_eq!(who(&all, "空港应急医院").0, ["卫健局"]);
    assert_eq!(book.names("snapshots"), ["0000-adopted.ron", "2023-09-15.ron"]);
}

#[test]
fn a_practice_is_held_and_a_list_is_printed_in_lines() {
    let book = Book::in_git();
    let mut command = book.command(&["--linear", "tutor"]);
    command.current_dir(book.root());
    let mut talk = Talk::start(command);
    for line in ["开会", "保存", "签约项目10月底前开工", "1.2/1=305", "撤回", "退出", "退出"]
    {
        talk.say(line);
    }
    let (text, code) = talk.end();
    are_plain_lines(&text);
    assert_eq!(code, Some(0), "{text}");
    hears(&text, "练习1/3 | 练习2/3 | 练习3/3 | 练完了");
    let said = script(desk(&book), "台账 | 打印 | 1");
    assert!(said.contains("打印"), "{said}");
}

/// The table of screens.md 7, a job a row: what is written, and what is heard of it.
const JOBS: [(&str, &str, &str); 21] = [
    ("open a meeting", "开会 | 保存", "已开会"),
    ("jump to a task by number", "14", "看 1.4 临空经济 >"),
    ("from the meeting line", "回会议 | #2 | #14", "现在记到：1.4 临空经济"),
    ("by pinyin", "/zsyz | 1", "看 1.2 招商引资 >"),
    ("record a decision, default lead and due", "#14 | 空港应急医院开工", "已存 议定1"),
    ("with lead and due", "太安路迁改完成 @3>1031", "已存 议定2"),
    ("with two in support, numbered", "专班每周调度 @3+5+7>1031", "已存 议定3"),
    ("the same by initials", "台账按月报送 @wjj +lkb +fgj >1031", "已存 议定4"),
    ("as a sentence", "由卫健局牵头，临空办、发改局配合，10月底前拿出方案", "已存 议定5"),
    ("by form", "记议定 | 完善园区载体 | wjj | lkb fgj | 1031 | 保存", "已存 议定6"),
    ("a reading of the task's target", "记报数 | 1 | 保存", "已存 报数 1.4/"),
    ("a reading of the item in the line", "=3 | 1", "已存 报数 1.4/1"),
    ("a reading of any target", "1.2/1=305", "已存 报数 1.2/1"),
    ("undo", "撤回", "已撤回：报数 1.2/1"),
    ("redo", "重做", "已重做：报数 1.2/1"),
    ("next item", "下一项", "议题"),
    ("what changed since the last meeting", "差异", "变化"),
    ("print this view", "打印 | 1", "已存成"),
    ("close the meeting", "散会 | 封存", "封印"),
    ("quit asks while a meeting is open", "开会 | 保存 | 退出", "再写一次 退出"),
    ("quit", "退出", "已离开。"),
];

#[test]
fn every_job_of_the_table_is_done_through_a_pipe() {
    let book = Book::in_git();
    let mut talk = Talk::start(desk(&book));
    for (_, lines, heard) in JOBS {
        for line in lines.split(" | ") {
            talk.say(line);
        }
        talk.hear(heard);
    }
    let (text, code) = talk.end();
    are_plain_lines(&text);
    assert_eq!(code, Some(0), "{text}");
    let all = decisions(&book);
    assert_eq!(all.len(), 6, "{all:?}");
    assert_eq!(who(&all, "拿出方案").1, ["临空办", "发改局"]);
    assert_eq!(who(&all, "完善园区载体").0, ["卫健局"]);
}

#[test]
fn other_ends_are_compared_and_only_some_changes_are_read() {
    let book = Book::in_git();
    for (day, text) in [("2023-07-11", "太安路迁改完成"), ("2023-08-11", "台账按月报送")]
    {
        book.done_on(day, &["meet", "open", "--chair", "区长"]);
        book.done_on(day, &["decide", "1.4", text]);
        book.done_on(day, &["meet", "close"]);
    }
    let said = script(desk(&book), "差异 | 往前 | 只看 | 3 | 只看 | 1 | 只看 | 0");
    let parts: Vec<&str> = said.split("-> 现在").collect();
    let [_, since, earlier, ..] = parts.as_slice() else { panic!("{said}") };
    assert!(!since.contains("太安路迁改完成") && earlier.contains("太安路迁改完成"), "{said}");
    let after = parts[2..].concat();
    assert!(after.contains("这一类没有变化") && after.contains("未分工"), "{said}");
}

#[test]
fn work_is_divided_a_table_recorded_and_the_year_accounted_for() {
    let book = Book::in_git();
    let file = book.root().join("8月.csv");
    std::fs::write(&file, "编号,数值,期间\n1.2/1,305,8月\n").unwrap();
    let table = file.to_str().unwrap();
    let said = lines(
        desk(&book),
        &[
            "开会",
            "保存",
            "总览",
            "分工",
            "1.4",
            "临空办",
            "返回",
            "报数表",
            table,
            "全部记下",
            "回会议",
            "散会",
            "封存",
            "交账",
            "1.4 未完成",
            "征地未完",
            "返回",
        ],
    );
    hears(&said, "1.4 持续推动 | 牵头 临空办 | 305 | 未完成 | 征地未完");
}

#[test]
fn a_paper_is_read_page_by_page_decisions_are_read_back_and_text_is_copied() {
    let book = Book::in_git();
    let said = script(
        desk(&book),
        "开会 | 保存 | #1.4 | 空港应急医院开工 | 预览 | 下页 | 返回 | 念清单 | 返回 | 1.4 | \
            复制 | ",
    );
    hears(&said, "会议纪要，第1页 | 1 议定1 空港应急医院开工 | 这个终端没有剪贴板");
}

#[test]
fn settings_are_chosen_by_number_and_kept_and_a_start_hints_once() {
    let book = Book::in_git();
    let said = script(desk(&book), "显示 | 7 | 3 |  | 任务清单 | 显示 | 提示行 新手");
    hears(&said, "1 版式，现为标准 | 显示 提示行 > | 3 隐藏 | 提示行，现为隐藏 | 没用过 ");
    assert_eq!(said.matches("没用过 ").count(), 1, "{said}");
    let kept = script(desk(&book), "提示 | 显示");
    assert!(kept.contains("7 提示行，现为新手") && kept.contains("不再提示"), "{kept}");
    let silent = lines(desk(&book), &[]);
    assert!(!silent.contains("没用过"), "{silent}");
}
