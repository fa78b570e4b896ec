//! What happens to decisions and sealed records afterwards: stage, extend, lead, reword, feedback,
//! sheet, correct, sign, amend. Bad input is refused with what to do, and nothing is half applied.

use serde_json::Value;

use crate::commands::book::{Book, Ran};
use crate::json;

/// A book whose first meeting, of 2023-09-15 under 区长, decided one thing and read two figures.
fn book() -> Book {
    let book = Book::plain();
    book.done(&["meet", "open", "--chair", "区长"]);
    book.done(&["decide", "1.4", "太安路迁改 @临空办 >2023-09-30"]);
    book.done(&["decide", "1.4", "空港医院开工 @卫健局 >2023-10-31"]);
    book.done(&["read", "1.2/1=305", "2023-08"]);
    book.done(&["attend", "出席", "临空办"]);
    book.done(&["meet", "close"]);
    book
}

fn done(book: &Book, line: &[&str]) -> String {
    let ran = later(book, line);
    assert_eq!(ran.code, Some(0), "{line:?} {ran:?}");
    ran.out
}

/// A day of October on which somebody goes on with it.
fn later(book: &Book, line: &[&str]) -> Ran {
    book.run_on("2023-10-08", line)
}

fn decision(book: &Book, id: &str) -> Value {
    json(&done(book, &["show", id, "--format", "json"]))
}

#[test]
fn a_life_is_told_with_its_days_meetings_and_people() {
    let book = book();
    assert_eq!(
        done(&book, &["stage", "1/1", "交办", "--on", "2023-09-18"]),
        "2023-10-08-interval/1\n"
    );
    let fed = ["feedback", "1/1", "已迁改七成", "--problem", "雨季停工", "--on", "2023-09-25"];
    done(&book, &fed);
    let extend = ["extend", "1/1", "10-20", "--reason", "雨季停工", "--approved", "区长"];
    done(&book, &[&extend[..], &["--on", "2023-09-28"]].concat());
    done(&book, &["sheet", "1/1", "黄", "--reason", "进度滞后", "--on", "2023-10-07"]);
    done(&book, &["stage", "1/1", "办结"]);
    done(&book, &["stage", "1/1", "销号"]);
    done(&book, &["sheet", "1.4", "蓝"]);
    assert!(done(&book, &["list", "tasks", "1.4"]).contains("督办单 蓝1 黄0 红0"));
    let told = done(&book, &["show", "1/1"]);
    for line in [
        "  2023-09-15  立项：太安路迁改，牵头 临空办，时限 2023-09-30  [2023-09-15/1]",
        "  2023-09-18  交办  [2023-10-08-interval/1]",
        "  2023-09-25  反馈：已迁改七成（临空办 报；存在问题：雨季停工）  [2023-10-08-interval/2]",
        "  2023-09-28  延期到 2023-10-20（原 2023-09-30；批准人 区长；理由：雨季停工）  [2023-10-08-interval/3]",
        "  2023-10-07  发黄色督办单（理由：进度滞后）  [2023-10-08-interval/4]",
        "  2023-10-08  办结  [2023-10-08-interval/5]",
        "  2023-10-08  销号  [2023-10-08-interval/6]",
    ] {
        assert!(told.contains(line), "{line}\n{told}");
    }
    let told = decision(&book, "1/1");
    assert_eq!(told["life"].as_array().unwrap().len(), 7);
    assert_eq!(
        (&told["life"][3]["what"], &told["life"][3]["on"]),
        (&"extended".into(), &"2023-09-28".into())
    );
    let extended = &told["extended"][0];
    assert_eq!((&extended["from"], &extended["to"]), (&"2023-09-30".into(), &"2023-10-20".into()));
    assert_eq!((&extended["approved"], &extended["reason"]), (&"区长".into(), &"雨季停工".into()));
    assert_eq!(told["last_feedback"]["on"], "2023-09-25");
    assert_eq!(told["last_feedback"]["from"], "临空办");
    assert_eq!(told["sheets"], json(r#"{"blue":0,"yellow":1,"red":0}"#));
    assert_eq!((&told["stage"], &told["stage_on"]), (&"closed".into(), &"2023-10-08".into()));
    let listed = done(&book, &["list", "decisions", "太安路"]);
    assert!(listed.contains("延期1次") && listed.contains("督办单 蓝0 黄1 红0"), "{listed}");
}

#[test]
fn another_lead_and_another_text_keep_what_was() {
    let book = book();
    let lead = ["lead", "1/1", "住建局", "@发改局", "--consent", "区长", "--reason", "职责调整"];
    assert_eq!(done(&book, &lead), "2023-10-08-interval/1\n");
    done(&book, &["reword", "1/1", "太安路迁改完成，确保通车", "--consent", "区长"]);
    let told = done(&book, &["show", "1/1"]);
    for line in [
        "改由 住建局、发改局 牵头（原 临空办；区长 同意；职责调整）  [2023-10-08-interval/1]",
        "改文字：太安路迁改完成，确保通车（区长 同意）  [2023-10-08-interval/2]",
    ] {
        assert!(told.contains(line), "{line}\n{told}");
    }
    let told = decision(&book, "1/1");
    assert_eq!(told["lead"], json(r#"["住建局","发改局"]"#));
    assert_eq!(told["text"], "太安路迁改完成，确保通车");
}

#[test]
fn a_meeting_tells_how_much_of_it_is_done_and_whether_it_is_final() {
    let book = book();
    done(&book, &["stage", "1/1", "办结"]);
    assert!(done(&book, &["log"]).contains("2件，办结1，50%"));
    assert!(done(&book, &["list", "meetings"]).contains("送审稿"));
    done(&book, &["sign", "1", "--by", "区长", "--on", "2023-09-18", "--document", "〔2023〕1号"]);
    assert!(done(&book, &["log"]).contains("区长 2023-09-18 签发 〔2023〕1号"));
    let meeting = &json(&done(&book, &["list", "meetings", "--format", "json"]))[0];
    assert_eq!(
        (&meeting["followed"], &meeting["done"], &meeting["rate"]),
        (&2.into(), &1.into(), &50.into())
    );
    assert_eq!((&meeting["draft"], &meeting["signed"]["by"]), (&false.into(), &"区长".into()));
    let again = later(&book, &["sign", "2023-09-15", "--by", "区长"]);
    assert_eq!(again.code, Some(5));
    assert!(again.said.contains("已由 区长 于 2023-09-18 签发"), "{}", again.said);
}

#[test]
fn corrections_are_records_and_the_sealed_file_stays() {
    let book = book();
    let before = book.read("snapshots/2023-09-15.ron");
    let line = ["correct", "1/1", "内容=太安路道路迁改", "牵头=住建局", "--agreed", "区长"];
    assert_eq!(done(&book, &line), "2023-10-08-interval/1\n2023-10-08-interval/2\n");
    let now = decision(&book, "1/1");
    assert_eq!((&now["text"], &now["lead"][0]), (&"太安路道路迁改".into(), &"住建局".into()));
    assert_eq!(now["corrected"], true);
    done(&book, &["correct", "1/3", "数值=350亿", "--agreed", "区长"]);
    assert!(done(&book, &["list", "readings"]).contains("350亿元  更正过"));
    done(&book, &["correct", "2023-09-15", "主持=常务副区长", "临空办=请假", "--agreed", "区长"]);
    let meeting = &json(&done(&book, &["list", "meetings", "--format", "json"]))[0];
    assert_eq!((&meeting["chair"], &meeting["corrected"]), (&"常务副区长".into(), &true.into()));
    assert_eq!(book.read("snapshots/2023-09-15.ron"), before);
    done(&book, &["seal"]);
    let sealed = String::from_utf8(book.read("snapshots/2023-10-08-interval.ron")).unwrap();
    assert!(sealed.contains("was: \"太安路迁改\"") && sealed.contains("now: \"太安路道路迁改\""));
    assert_eq!(book.run(&["check"]).code, Some(0));
}

#[test]
fn an_amended_goal_is_told_and_the_plan_is_left_alone() {
    let book = book();
    let before = book.read("plan.ron");
    let amend = ["amend", "1.2/1", "480", "--organ", "区人大常委会", "--document", "〔2023〕7号"];
    done(&book, &[&amend[..], &["--from", "2023-10-01", "--reason", "财力调整"]].concat());
    let told = done(&book, &["show", "1.2/1"]);
    assert!(told.contains("目标 480亿元（原500，区人大常委会调整）"), "{told}");
    let earlier = book.run_on("2023-09-30", &["show", "1.2/1"]);
    assert!(earlier.out.contains("目标 500亿元"), "not in force yet: {}", earlier.out);
    assert_eq!(book.read("plan.ron"), before);
    done(&book, &["amend", "1.2/2", "95", "--organ", "市商务局", "--document", "〔2023〕31号"]);
    assert!(done(&book, &["show", "1.2/2"]).contains("目标 95"));
    done(&book, &["undo"]);
    assert!(!done(&book, &["show", "1.2/2"]).contains("目标 95"));
}

#[test]
fn a_decision_that_replaces_another_is_one_act() {
    let book = book();
    let open = later(&book, &["meet", "open", "--chair", "区长"]);
    assert_eq!(open.code, Some(0), "{open:?}");
    done(&book, &["decide", "0", "代替1/1：太安路迁改10月20日前完成"]);
    let (old, new) = (decision(&book, "1/1"), decision(&book, "2/1"));
    assert_eq!((&old["stage"], &old["superseded_by"]), (&"dropped".into(), &"2023-10-08/1".into()));
    assert_eq!((&new["supersedes"][0], &new["about"][0]), (&"2023-09-15/1".into(), &"1.4".into()));
    assert_eq!((&new["lead"][0], &new["consent"]), (&"临空办".into(), &"区长".into()));
    let refused = later(&book, &["stage", "1/1", "重启"]);
    assert_eq!(refused.code, Some(5));
    assert!(refused.said.contains("已由 2023-10-08/1 代替"), "{}", refused.said);
    done(&book, &["undo"]);
    assert_eq!(decision(&book, "1/1")["stage"], "registered");
    done(&book, &["decide", "1/1", "代替：太安路迁改10月20日前完成"]);
    assert_eq!(decision(&book, "1/1")["superseded_by"], "2023-10-08/3");
}

#[test]
fn bad_input_is_refused_and_nothing_is_half_applied() {
    let book = book();
    done(&book, &["stage", "1/2", "废止", "--consent", "区长"]);
    let before = done(&book, &["list", "decisions", "--format", "json"]);
    for (line, code, said) in BAD {
        is_refused(&book, line, *code, said);
        assert_eq!(done(&book, &["list", "decisions", "--format", "json"]), before, "{line:?}");
    }
    let open = later(&book, &["meet", "open", "--chair", "区长"]);
    assert_eq!(open.code, Some(0));
    done(&book, &["decide", "1.2", "招商两次"]);
    is_refused(&book, &["sign", "2023-10-08", "--by", "区长"], 5, "还没有散会");
    is_refused(&book, &["correct", "2/1", "内容=招商三次", "--agreed", "区长"], 5, "不用更正");
    is_refused(&book, &["decide", "0", "代替1/2：空港医院开工"], 5, "已废止");
    is_refused(&book, &["decide", "0", "代替：空港医院开工"], 2, "没有指明代替哪一条");
    done(&book, &["stage", "1/1", "废止"]);
    assert_eq!(decision(&book, "1/1")["consent"], "区长", "in a meeting the chair agrees");
}

fn is_refused(book: &Book, line: &[&str], code: i32, said: &str) {
    let ran = later(book, line);
    assert_eq!((ran.code, ran.out.as_str()), (Some(code), ""), "{line:?} {ran:?}");
    assert!(ran.said.contains(said), "{line:?} {}", ran.said);
}

/// Calls that make no sense, how they end, and what is said.
const BAD: &[(&[&str], i32, &str)] = &[
    (&["stage", "1/9", "办结"], 2, "没有 1/9；任务和目标见"),
    (&["stage", "1/2", "办结"], 5, "已废止；要再办，先重启"),
    (&["stage", "1/1", "销号"], 5, "先记办结，再销号"),
    (&["stage", "1/1", "立项"], 5, "立项是开头"),
    (&["stage", "1/1", "废止"], 2, "请写明经谁同意"),
    (&["stage", "1/1", "废止", "--consent", " "], 2, "请写明经谁同意"),
    (&["stage", "1/1", "办结", "--on", "2023-09-14"], 2, "早于议定的 2023-09-15"),
    (&["stage", "1/1", "办结", "--on", "2023-10-09"], 2, "晚于今天 2023-10-08"),
    (&["stage", "1/1", "办结", "--on", "10-7"], 2, "不是日期"),
    (&["extend", "1/1", "2023-09-30", "--approved", "区长"], 2, "不晚于现在的 2023-09-30"),
    (&["extend", "1/1", "2023-09-01", "--approved", "区长"], 2, "不晚于现在的 2023-09-30"),
    (&["extend", "1/1", "2023-10-31"], 2, "请写明由谁批准"),
    (&["extend", "1/1", "很快", "--approved", "区长"], 2, "不是时限"),
    (&["extend", "1/1", "尽快", "--approved", "区长"], 2, "请写延到哪天"),
    (&["lead", "1/1", "住建局"], 2, "请写明经谁同意"),
    (&["lead", "1/1", "临空办", "--consent", "区长"], 2, "没有改动"),
    (&["lead", "1/1", " ", "--consent", "区长"], 2, "内容是空的"),
    (&["lead", "1/2", "住建局", "--consent", "区长"], 5, "已废止"),
    (&["lead", "1/1", "99", "--consent", "区长"], 2, "没有对应的单位"),
    (&["reword", "1/1", "太安路迁改", "--consent", "区长"], 2, "没有改动"),
    (&["reword", "1/1", " ", "--consent", "区长"], 2, "内容是空的"),
    (&["feedback", "1/1", " "], 2, "内容是空的"),
    (&["feedback", "1/2", "有进展"], 5, "已废止"),
    (&["sheet", "1/1", "绿"], 2, "不是督办单的颜色"),
    (&["sheet", "9.9", "蓝"], 2, "没有 9.9 这一项"),
    (&["sheet", "2023-09-15/9", "蓝"], 2, "没有 2023-09-15/9；任务和目标见"),
    (&["correct", "1/1", "内容=新内容"], 2, "请写明经谁同意"),
    (&["correct", "1/1", "内容=太安路迁改", "--agreed", "区长"], 2, "没有改动"),
    (&["correct", "1/1", "天气=晴", "--agreed", "区长"], 2, "请写其中一个：内容 牵头 配合 时限"),
    (&["correct", "1/1", "内容=新", "时限=很快", "--agreed", "区长"], 2, "不是时限"),
    (&["correct", "1/3", "数值=很多", "--agreed", "区长"], 2, "不是数"),
    (&["correct", "1", "开始=九点", "--agreed", "区长"], 2, "不是时间"),
    (&["correct", "2023-09-16", "主持=甲", "--agreed", "区长"], 2, "没有 2023-09-16"),
    (&["sign", "1"], 2, "请写明签发人"),
    (&["sign", "9", "--by", "区长"], 2, "没有 9 这次会议"),
    (&["sign", "1", "--by", "区长", "--on", "2023-09-14"], 2, "早于会议的 2023-09-15"),
    (&["amend", "1.2/1", "480"], 2, "哪个机关"),
    (&["amend", "1.2/1", "很多", "--organ", "区人大常委会"], 2, "不是数"),
    (&["amend", "1.2/1", "500", "--organ", "区人大常委会"], 2, "现在就是 500"),
    (&["amend", "1.2", "480", "--organ", "区人大常委会"], 2, "1.2/1"),
    (&["amend", "9.9/1", "480", "--organ", "区人大常委会"], 2, "没有 9.9/1"),
    (&["amend", "1.2/2", "95", "--organ", "市商务局"], 2, "请写明文号"),
    (
        &["amend", "1.2/1", "480", "--organ", "区人大常委会", "--from", "2024-01-01"],
        2,
        "不在计划期内",
    ),
];
