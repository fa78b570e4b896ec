//! Lights on the command line: judged, judged again by another rule, set by hand, put back.

use serde_json::Value;

use super::book::{Book, PLAN};

/// A target of a list, as programs read it.
fn target(book: &Book, line: &[&str], id: &str) -> Value {
    let list: Value = serde_json::from_str(&book.done(line)).unwrap();
    list.as_array().unwrap().iter().find(|target| target["id"] == id).unwrap().clone()
}

const LIST: [&str; 4] = ["list", "targets", "--format", "json"];

#[test]
fn a_light_says_its_numbers_and_its_rule() {
    let book = Book::plain();
    book.done(&["read", "1.2/1=305", "0/1=4.8", "2.2/4=11", "8月"]);
    let sum = target(&book, &LIST, "1.2/1");
    assert_eq!((&sum["value"], &sum["share"]), (&"500".into(), &"61.0".into()));
    assert_eq!((&sum["pace"], &sum["gap"]), (&"66.7".into(), &"5.7".into()));
    assert_eq!(sum["reason"], "累计305/500=61.0%，序时66.7%，差5.7点，规则 通用，判 滞后");
    let rate = target(&book, &LIST, "0/1");
    assert_eq!((&rate["pace"], &rate["gap"]), (&Value::Null, &"1.2".into()));
    let done = target(&book, &LIST, "2.2/4");
    assert_eq!((&done["light"], &done["share"]), (&"已完成".into(), &"110.0".into()));
    let quiet = target(&book, &LIST, "5.5/1");
    assert_eq!((&quiet["light"], &quiet["reading"]), (&Value::Null, &Value::Null));
    let issued = target(&book, &LIST, "1.2/2");
    assert_eq!(issued["light"], "未下达");
    let line = book.done(&["list", "targets", "1.2/1"]);
    assert_eq!(
        line,
        "1.2/1  签约额  目标 500亿元  最新 305亿元（1—8月）  ! 滞后  累计305/500=61.0%，序时66.7%，差5.7点，规则 通用，判 滞后\n"
    );
    assert!(book.done(&["show", "1.2"]).contains("\n  ! 滞后  1.2/1 签约额，累计305/500"));
    let shown: Value =
        serde_json::from_str(&book.done(&["show", "1.2/1", "--format", "json"])).unwrap();
    assert_eq!(shown["light"], "滞后");
    let section: Value =
        serde_json::from_str(&book.done(&["show", "1", "--format", "json"])).unwrap();
    assert_eq!((&section["lights"]["滞后"], &section["share"]), (&1.into(), &Value::Null));
    let english = book.done(&["--lang", "en", "list", "targets", "1.2/1"]);
    assert!(
        english
            .ends_with("305 of 500 is 61.0%, pace 66.7%, 5.7 points short, rule default: behind\n")
    );
}

#[test]
fn another_rule_says_which_rows_flip() {
    let book = Book::plain();
    book.done(&["read", "1.2/1=305", "4.4/2=30", "8月"]);
    let ran = book.run(&["--policy", "银川", "list", "targets"]);
    assert_eq!(
        (ran.code, ran.said.as_str()),
        (Some(0), "yiding: 按规则 银川，1行的灯与规则 通用 不同\n")
    );
    let flipped = ran.out.lines().find(|line| line.starts_with("1.2/1")).unwrap();
    assert!(flipped.contains("  = 正常（通用 滞后）  "), "{flipped}");
    assert!(flipped.ends_with("规则 银川，判 正常"), "{flipped}");
    assert_eq!(ran.out.matches('（').count(), 3, "two periods and one flip");
    for (name, light) in [("yinchuan", "正常"), ("宣城", "滞后"), ("default", "滞后")] {
        let line = [&["--policy", name][..], &LIST].concat();
        let sum = target(&book, &line, "1.2/1");
        assert_eq!(
            (&sum["light"], &sum["light_before"]),
            (&light.into(), &"滞后".into()),
            "{name}"
        );
    }
    assert_eq!(target(&book, &LIST, "1.2/1").get("light_before"), None);
    let unknown = book.run(&["--policy", "盐城", "list", "targets"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (Some(2), ""));
    assert!(
        unknown.said.contains("有：通用(default) 宣城(xuancheng) 银川(yinchuan)"),
        "{}",
        unknown.said
    );
    let own =
        PLAN.replace("    // 宣城：累计数", "    \"本区\": (slack: \"6\"),\n    // 宣城：累计数");
    let own = own.replace("\n  policy: \"通用\"", "\n  policy: \"本区\"");
    book.write("plan.ron", own.as_bytes());
    assert_eq!(
        target(&book, &LIST, "1.2/1")["reason"],
        "累计305/500=61.0%，序时66.7%，差5.7点，规则 本区，判 正常"
    );
}

#[test]
fn a_hand_sets_a_light_until_the_next_reading() {
    let book = Book::plain();
    book.done(&["read", "1.2/1=305", "8月"]);
    let set = ["light", "1.2/1", "正常", "--reason", "已签框架协议", "--agreed", "区长"];
    assert_eq!(book.done(&set), "2023-09-15-interval/2\n");
    let sum = target(&book, &LIST, "1.2/1");
    assert_eq!(sum["light"], "正常");
    assert_eq!(
        sum["reason"],
        "09-15手工亮灯：已签框架协议（区长同意），累计305/500=61.0%，序时66.7%，差5.7点，规则 通用，原判 滞后"
    );
    book.done(&["read", "1.2/1=310", "9月"]);
    assert_eq!(target(&book, &LIST, "1.2/1")["light"], "滞后", "a reading clears it");
    book.done(&["meet", "open"]);
    book.done(&["light", "1.4", "behind", "--reason", "停工", "--pin"]);
    book.done(&["read", "1.4/1=1", "9月"]);
    assert!(book.done(&["list", "tasks", "1.4"]).contains("! 滞后"), "pinned");
    book.done(&["light", "1.4", "auto"]);
    assert!(!book.done(&["list", "tasks", "1.4"]).contains("! 滞后"));
    assert!(book.done(&["undo"]).contains("1.4 持续推动临空经济发展 亮灯恢复自动"));
    book.done(&["meet", "close"]);
    let sealed = String::from_utf8(book.read("snapshots/2023-09-15.ron")).unwrap();
    assert!(sealed.contains("light: Behind,") && sealed.contains("pinned: true,"), "{sealed}");
    assert_eq!(book.run(&["check"]).code, Some(0));
}

#[test]
fn a_light_that_makes_no_sense_is_refused_and_nothing_is_recorded() {
    let book = Book::plain();
    for (line, code, said) in [
        (vec!["light", "1.4", "滞后"], 2, "人工亮灯要写明原因：--reason 文字"),
        (vec!["light", "1.4", "红灯", "--reason", "x"], 2, "不能是“红灯”"),
        (vec!["light", "9.9", "滞后", "--reason", "x"], 2, "没有 9.9 这一项"),
        (vec!["light", "1", "滞后", "--reason", "x"], 2, "1 是方面"),
        (vec!["light", "1.4", "auto"], 2, "1.4 没有人工亮灯"),
    ] {
        let ran = book.run(&line);
        assert_eq!(ran.code, Some(code), "{line:?} {ran:?}");
        assert!(ran.said.contains(said), "{line:?} {}", ran.said);
    }
    assert_eq!(book.run(&["seal"]).code, Some(1), "nothing was recorded");
}

#[test]
fn members_of_a_list_are_ticked_by_name() {
    let book = Book::plain();
    book.done(&["read", "1.4/2=+航空小镇", "8月"]);
    book.done(&["read", "1.4/2=+shenhang", "8月"]);
    let list: Value =
        serde_json::from_str(&book.done(&["list", "readings", "--format", "json"])).unwrap();
    assert_eq!(list[1]["value"], "2");
    assert_eq!(list[1]["done"], serde_json::json!(["航空小镇", "深航哈尔滨维修中心"]));
    let wrong = book.run(&["read", "1.4/2=+高铁站"]);
    assert_eq!(wrong.code, Some(2));
    assert!(
        wrong.said.contains("没有叫“高铁站”的成员；请写其中一个：哈尔滨机场国际货运枢纽"),
        "{}",
        wrong.said
    );
}

#[test]
fn judging_aids_that_are_wrong_are_told_at_their_line() {
    let book = Book::plain();
    for (was, wrong, said) in [
        (
            "  policy: \"通用\",",
            "  policy: \"盐城\",",
            "没有“盐城”这条亮灯规则；可以写：通用、宣城、银川",
        ),
        ("      report_day: 10,", "      report_day: 31,", "这里请写 1 到 28 的整数"),
        ("    \"施工\": [\"0\", ", "    \"施工\": [", "写了 11 个；请写 12 个"),
        ("      against: \"0/1\",", "      against: \"0/9\",", "计划里没有另一个目标 0/9"),
        ("with: [\"3.2/3\"],", "with: [\"3.2/4\"],", "计划里没有另一个目标 3.2/4"),
    ] {
        let text = PLAN.replacen(was, wrong, 1);
        assert_ne!(text, PLAN, "{was}");
        book.write("plan.ron", text.as_bytes());
        let line = 1 + text.lines().position(|line| line.contains(wrong.trim())).unwrap();
        let ran = book.run(&["check"]);
        assert_eq!(ran.code, Some(1), "{wrong} {ran:?}");
        assert!(ran.out.contains(said), "{wrong}\n{}", ran.out);
        assert!(ran.out.contains(&format!("plan.ron:{line}:")), "{line}\n{}", ran.out);
        assert_eq!(book.run(&["list", "targets"]).code, Some(0), "it is judged all the same");
    }
}

/// Records, and gives what was said beside the answer.
fn said(book: &Book, line: &[&str]) -> String {
    let ran = book.run(line);
    assert_eq!(ran.code, Some(0), "odd figures are recorded all the same: {ran:?}");
    ran.said
}

#[test]
fn a_figure_that_looks_odd_is_recorded_and_said() {
    let book = Book::plain();
    assert_eq!(said(&book, &["read", "1.2/1=240", "7月"]), "");
    for (line, says) in [
        (vec!["read", "1.2/1=2400", "8月"], "1.2/1：与上次的 240亿元 相差十倍，请核对单位（已记）"),
        (vec!["read", "1.2/1=30500000000元", "8月"], "1.2/1：30500000000元 记为 305亿元（已记）"),
        (vec!["read", "1.2/1=200", "9月"], "1.2/1：请写明原因（已记）"),
        (vec!["read", "1.2/1=190", "6月"], "1.2/1：早于最近一次报数（2023-01..2023-09）（已记）"),
        (vec!["read", "0/1=48", "8月"], "0/1：与目标 6% 相差十倍，请核对单位（已记）"),
    ] {
        let ran = said(&book, &line);
        assert!(ran.contains(says), "{line:?} {ran}");
    }
    let why = said(&book, &["read", "1.2/1=180", "9月", "--reason", "统计修订"]);
    assert!(why.contains("订正本期已报的 200") && !why.contains("请写明原因"), "{why}");
    let list: Value =
        serde_json::from_str(&book.done(&["list", "readings", "--format", "json"])).unwrap();
    assert!(list.as_array().unwrap().iter().any(|reading| reading["reason"] == "统计修订"));
    let wrong = book.run(&["read", "1.2/1=305", "上月底"]);
    assert_eq!(wrong.code, Some(2));
    assert!(wrong.said.contains("“上月底”不是月份"), "{}", wrong.said);
}

#[test]
fn a_figure_in_another_unit_says_so_to_the_end() {
    let book = Book::plain();
    book.done(&["meet", "open", "--title", "调度会"]);
    let told = said(&book, &["read", "1.2/1=32%", "8月"]);
    assert!(told.contains("单位“32%”与目标的“亿元”不同，按“亿元”记"), "{told}");
    let listed = book.done(&["list", "readings"]);
    assert!(listed.contains("32亿元  原写 32%，单位不同"), "{listed}");
    let list: Value =
        serde_json::from_str(&book.done(&["list", "readings", "--format", "json"])).unwrap();
    assert_eq!(list[0]["written"], "32%");
    let strict = book.run(&["meet", "close", "--strict"]);
    assert_eq!(strict.code, Some(1));
    assert!(strict.said.contains("单位不同"), "{}", strict.said);
    book.done(&["meet", "close"]);
    let sealed = String::from_utf8(book.read("snapshots/2023-09-15.ron")).unwrap();
    assert!(sealed.contains("value: \"32\",") && sealed.contains("written: \"32%\","), "{sealed}");
    assert_eq!(said(&book, &["read", "1.2/1=33亿", "9月"]), "", "the target's own unit");
}
