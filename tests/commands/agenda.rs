//! The agenda and the tables of offices, on real books: what is printed, what is left, what is refused.

use std::io::Write;
use std::process::Stdio;

use serde_json::Value;

use crate::commands::book::{Book, Ran};

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// Runs a command with something on standard input.
fn fed(book: &Book, line: &[&str], input: &[u8]) -> Ran {
    let mut child = book
        .command(line)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    Ran::of(&child.wait_with_output().unwrap())
}

fn values(book: &Book) -> Vec<String> {
    let list = json(&book.done(&["list", "readings", "--format", "json"]));
    list.as_array().unwrap().iter().map(|one| one["value"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn an_agenda_is_prepared_between_meetings_and_taken_over() {
    let book = Book::in_git();
    assert_eq!(book.run(&["agenda"]).out, "");
    let built = book.done(&["agenda", "--auto"]);
    assert!(built.starts_with(" 1 未议  0/1 0/2 0/3 0/4 0/5 0/6  主要预期目标\n"), "{built}");
    let added = book.done(&[
        "agenda",
        "add",
        "关于冬季清冰雪的汇报",
        "--office",
        "城管局",
        "--minutes",
        "10",
        "--restricted",
    ]);
    assert!(added.contains(" 3 未议  关于冬季清冰雪的汇报  城管局  计划10分  不公开\n"), "{added}");
    let moved = book.done(&["agenda", "move", "3", "1"]);
    assert!(moved.starts_with(" 1 未议  关于冬季清冰雪的汇报"), "{moved}");
    let prepared = fed(&book, &["agenda", "prepare", "1", "-"], "一行\r\n\r\n二行\n".as_bytes());
    assert!(prepared.out.contains("     - 一行\n     - 二行\n"), "{prepared:?}");
    book.done(&["agenda", "state", "2", "转下次", "--reason", "等方案"]);
    book.done(&["meet", "open"]);
    let status = json(&book.done(&["meet", "status", "--format", "json"]));
    let first = &status["agenda"][0];
    assert_eq!((&first["state"], &first["minutes"]), (&"current".into(), &10.into()));
    assert_eq!((&first["restricted"], &first["prepared"][1]), (&true.into(), &"二行".into()));
    assert_eq!(status["agenda"][1]["reason"], "等方案");
    let said = book.done(&["meet", "status"]);
    assert!(said.contains("计划10分  已用0分") && said.contains(" 1 在议  关于冬季"), "{said}");
    book.done(&["meet", "close"]);
    let snapshot = String::from_utf8(book.read("snapshots/2023-09-15.ron")).unwrap();
    assert!(snapshot.contains("清冰雪") && !snapshot.contains("二行"));
    assert_eq!(book.run(&["check"]).code, Some(0));
    let next = json(&book.done(&["agenda", "--auto", "--format", "json"]));
    let back = next.as_array().unwrap().iter().find(|item| item["reason"] != "");
    assert_eq!(back.unwrap()["reason"], "第1次会议转下次：等方案", "what was carried is back");
}

#[test]
fn a_seal_keeps_the_agenda_that_is_being_prepared() {
    let book = Book::in_git();
    book.done(&["agenda", "add", "关于冬季清冰雪的汇报"]);
    assert_eq!(book.run(&["seal"]).code, Some(1), "an agenda alone is nothing to seal");
    assert_eq!(book.names("snapshots"), [""; 0]);

    book.done(&["read", "1.2/1=305", "8月"]);
    assert!(book.done(&["seal"]).starts_with("2023-09-15-interval "));
    assert_eq!(book.names(".git/yiding/open"), ["2023-09-15-interval-2"]);
    let snapshot = String::from_utf8(book.read("snapshots/2023-09-15-interval.ron")).unwrap();
    assert!(!snapshot.contains("清冰雪"));

    book.done(&["meet", "open"]);
    assert_eq!(book.names(".git/yiding/open"), ["2023-09-15"]);
    assert!(book.done(&["agenda"]).contains("关于冬季清冰雪的汇报"));
    let lists = book.done(&["agenda", "--lists"]);
    let behind =
        "欠进度 1\n  1.2/1  签约额  未分工  ! 滞后  差5.7点（1—8月）\n上次议定未办结 0\n未报数 ";
    assert!(lists.starts_with(behind), "{lists}");
}

#[test]
fn what_an_agenda_cannot_do_is_refused_with_its_code() {
    let book = Book::plain();
    book.done(&["agenda", "add", "甲"]);
    book.done(&["agenda", "add", "乙"]);
    for (line, code, said) in [
        (vec!["agenda", "remove", "9"], 2, "议程里没有第9项"),
        (vec!["agenda", "move", "1", "9"], 5, "不能再移"),
        (vec!["agenda", "add", "丙", "--rows", "9.9"], 2, "没有 9.9 这一项"),
        (vec!["agenda", "add", "丙", "--minutes", "很久"], 2, "“很久”不是分钟数"),
        (vec!["agenda", "prepare", "1", " "], 2, "没有要记的内容"),
        (vec!["agenda", "remove", "甲"], 2, "“甲”不是序号"),
        (vec!["agenda", "state", "1", "取消"], 2, "暂缓 转下次 书面 未议"),
    ] {
        let ran = book.run(&line);
        assert_eq!(ran.code, Some(code), "{line:?} {ran:?}");
        assert!(ran.said.contains(said), "{line:?} {ran:?}");
    }
    book.done(&["meet", "open"]);
    assert_eq!(book.run(&["agenda", "remove", "1"]).code, Some(5), "it is on record");
}

#[test]
fn a_table_is_recorded_whole_by_one_act() {
    let book = Book::plain();
    let good = "编号,目标,本期,截至\n1.2/1,签约额,305,8月\n0/2,,16.2,8月\n0/1,,,\n";
    book.write("好.csv", good.as_bytes());
    let path = book.at("好.csv");
    let path = path.to_str().unwrap();
    let dry = book.run(&["read", "--csv", path, "--dry-run"]);
    assert_eq!(dry.code, Some(0));
    assert_eq!(
        dry.out,
        "1.2/1 签约额  无 -> 305亿元（1—8月）\n0/2 财政预算收入  无 -> 16.2亿元（1—8月）\n"
    );
    assert!(dry.said.contains("按 UTF-8 编码、逗号分隔读取"), "{}", dry.said);
    assert!(dry.said.contains("1行没有填数，未动") && dry.said.contains("会记2条"));
    assert_eq!(values(&book), [""; 0], "a dry run records nothing");
    let changes = json(&book.done(&["read", "--csv", path, "--dry-run", "--format", "json"]));
    assert_eq!((&changes[0]["line"], &changes[0]["was"]), (&2.into(), &Value::Null));
    assert_eq!(changes[1]["now"]["value"], "16.2");

    let ids = "2023-09-15-interval/1\n2023-09-15-interval/2\n";
    assert_eq!(book.done(&["read", "--csv", path]), ids);
    assert_eq!(values(&book), ["16.2", "305"]);
    let again = book.run(&["read", "--csv", path]);
    assert_eq!((again.code, again.out.as_str()), (Some(0), ""));
    assert!(again.said.contains("2行没有变化") && again.said.contains("没有可记的行"));
    book.done(&["undo"]);
    assert_eq!(values(&book), [""; 0], "one undo");
}

#[test]
fn nothing_of_a_wrong_table_is_recorded() {
    let book = Book::plain();
    let bad = "编号,目标,本期,截至\n1.2/1,签约额,305,8月\n9.9/1,,1,\n1.2/2,,三,\n0/2,,5,8月\n0/2,,6,8月\n";
    for line in [vec!["read", "--csv", "-"], vec!["read", "--csv", "-", "--dry-run"]] {
        let ran = fed(&book, &line, bad.as_bytes());
        assert_eq!((ran.code, ran.out.as_str()), (Some(3), ""), "{ran:?}");
        for said in [
            "有3行不对，一条也没有记",
            "第3行：没有 9.9/1",
            "第4行：“三”不是数",
            "第6行：0/2 与第5行重复",
        ] {
            assert!(ran.said.contains(said), "{said}: {}", ran.said);
        }
    }
    assert_eq!(values(&book), [""; 0]);
    assert_eq!(book.names("snapshots/.yiding/open"), [""; 0]);
    let many: Vec<String> = (0..99).map(|n| format!("8.{n}/1,1")).collect();
    let many = format!("id,value\n{}\n", many.join("\n"));
    let ran = fed(&book, &["read", "--csv", "-"], many.as_bytes());
    assert!(ran.said.contains("还有59行不对"), "{}", ran.said);
    assert!(ran.said.lines().count() < 50);
}

#[test]
fn tables_that_are_none_are_refused_in_words() {
    let book = Book::plain();
    for (bytes, said) in [
        (b"".to_vec(), "表格是空的"),
        (b"PK\x03\x04\x00\x00".to_vec(), "xlsx"),
        (b"\x00\x01\x02".to_vec(), "第1行里有空字符"),
        (b"id,value\n1.2/1,\xff\xff\n".to_vec(), "第2行不是文字"),
        (b"id,value\n1.2/1,\"305\n".to_vec(), "第2行起引号不成对"),
        (b"a,b\n1,2\n".to_vec(), "编号 id、本期 value"),
        (vec![b'x'; (4 << 20) + 1], "表格太大"),
        (b"id,value\n\x1b[2J,1\n".to_vec(), "没有 "),
    ] {
        let ran = fed(&book, &["read", "--csv", "-"], &bytes);
        assert_eq!((ran.code, ran.out.as_str()), (Some(3), ""), "{said}");
        assert!(ran.said.contains(said), "{said}: {}", ran.said);
        assert!(!ran.said.contains('\u{1b}'), "{}", ran.said);
    }
    for path in ["没有.csv", "."] {
        let ran = book.run(&["read", "--csv", path]);
        assert_eq!(ran.code, Some(3), "{ran:?}");
        assert!(ran.said.contains("读不了"), "{}", ran.said);
    }
}

#[test]
fn a_template_goes_out_and_comes_back() {
    let book = Book::plain();
    book.done(&["assign", "1.2", "@投促局"]);
    book.done(&["assign", "1.4", "@临空办"]);
    assert_eq!(book.run(&["read", "--template", "住建局"]).code, Some(1));
    let template = book.done(&["read", "--template", "投促局"]);
    assert!(template.starts_with("\u{feff}编号,目标,年度目标,"), "{template}");
    assert_eq!(template.lines().count(), 3);
    let folder = book.at("发出");
    let folder = folder.to_str().unwrap();
    let ran = book.run(&["read", "--template", "--out", folder]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""));
    assert_eq!(book.names("发出"), ["报数表-临空办.csv", "报数表-投促局.csv"]);
    let again = book.run(&["read", "--template", "--out", folder]);
    assert_eq!(again.code, Some(5), "what is there is left alone: {again:?}");
    let sent = String::from_utf8(book.read("发出/报数表-投促局.csv")).unwrap();
    let filled = sent.replace(",1—8月,,,", ",1—8月,305,统计月报,");
    assert_ne!(filled, sent);
    let ran = fed(&book, &["read", "--csv", "-"], filled.as_bytes());
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(values(&book), ["305", "305"]);
}

#[test]
fn assignments_come_from_a_table_too() {
    let book = Book::plain();
    let table =
        "编号,事项,牵头,配合,时限\n1.2,招商引资,投促局,发改局、经开区,10月底\n1.4,,神秘局,,\n";
    let dry = fed(&book, &["assign", "--csv", "-", "--dry-run"], table.as_bytes());
    assert_eq!(dry.code, Some(0), "{dry:?}");
    assert!(
        dry.out.starts_with("1.2 招商引资  未分工 -> 牵头 投促局 配合 发改局、经开区"),
        "{}",
        dry.out
    );
    assert!(dry.said.contains("第3行：“神秘局”不在名册"), "{}", dry.said);
    assert!(!book.done(&["show", "1.2"]).contains("投促局"));
    let done = fed(&book, &["assign", "--csv", "-"], table.as_bytes());
    assert_eq!(done.out, "2023-09-15-interval/1\n2023-09-15-interval/2\n");
    assert!(book.done(&["show", "1.2"]).contains("牵头 投促局"));
    book.done(&["undo"]);
    assert!(!book.done(&["show", "1.2"]).contains("投促局"));
    let wrong =
        fed(&book, &["assign", "--csv", "-"], "编号,牵头\n1.2,投促局\n2,发改局\n".as_bytes());
    assert_eq!((wrong.code, wrong.out.as_str()), (Some(3), ""));
    assert!(!book.done(&["show", "1.2"]).contains("投促局"));
}

#[test]
fn somebody_comes_for_an_office_and_says_why() {
    let book = Book::plain();
    book.done(&["meet", "open"]);
    let said =
        book.done(&["attend", "出席", "王副局长", "--for", "住建局", "--reason", "局长开会"]);
    assert_eq!(said, "住建局 出席\n");
    assert_eq!(book.run(&["attend", "出席", "甲", "乙", "--for", "住建局"]).code, Some(2));
    book.done(&["meet", "close"]);
    let text = String::from_utf8(book.read("snapshots/2023-09-15.ron")).unwrap();
    assert!(
        text.contains("substitute: \"王副局长\"") && text.contains("reason: \"局长开会\""),
        "{text}"
    );
}

#[test]
fn what_goes_with_a_table_and_what_does_not() {
    let book = Book::plain();
    for (line, said) in [
        (vec!["read"], "还缺 位置=数值"),
        (vec!["read", "--dry-run", "1.2/1=3"], "--dry-run 只与 --csv 一起用"),
        (vec!["read", "--csv", "x", "1.2/1=3"], "不能再写“1.2/1=3”"),
        (vec!["assign", "1.2"], "还缺 位置 和 @牵头"),
        (vec!["assign", "--csv", "x", "1.2"], "不能再写“1.2”"),
    ] {
        let ran = book.run(&line);
        assert_eq!(ran.code, Some(2), "{line:?} {ran:?}");
        assert!(ran.said.contains(said), "{line:?} {ran:?}");
    }
}
