//! `export`: papers printed and as files, and what becomes of a file that somebody changed.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use crate::commands::book::Book;

/// A book with a meeting that is closed and one that is open.
fn book() -> Book {
    let book = Book::in_git();
    book.done(&["meet", "open", "--date", "2023-09-15", "--place", "第一会议室"]);
    book.done(&["attend", "出席", "发改局", "财政局"]);
    book.done(&["attend", "请假", "投促局"]);
    book.done(&["decide", "1.4", "太安路迁改10月15日前完成 @临空办 +住建局 >10-15"]);
    book.done(&["decide", "1.4", "写错的一条"]);
    book.done(&["undo"]);
    book.done(&["decide", "0", "冬季清冰雪预案报区政府 @城管局"]);
    book.done(&["meet", "close"]);
    book.done_on("2023-10-20", &["meet", "open", "--date", "2023-10-20"]);
    book.done_on("2023-10-20", &["decide", "1.1", "专项债第三批材料报省 @发改局"]);
    book
}

#[test]
fn minutes_are_printed_of_the_open_meeting_or_of_any_other() {
    let book = book();
    let open = book.done(&["export", "minutes"]);
    assert!(open.contains("第2次重点工作调度会会议纪要\n（送审稿）\n"), "{open}");
    let closed = book.done(&["export", "纪要", "2023-09-15"]);
    for line in [
        "道里区人民政府专题会议纪要\n第1期\n道里区人民政府　　2023年9月15日\n",
        "区长在第一会议室主持召开第1次重点工作调度会",
        "会议议定：太安路迁改10月15日前完成，由哈尔滨临空经济区管理办公室牵头，道里区住房和城乡建设局配合。\n",
        "会议议定：冬季清冰雪预案报区政府",
        "　　出席：道里区发展和改革局、道里区财政局\n　　请假：道里区投资促进局\n",
        "抄送：区委办公室，区人大常委会办公室，区政协办公室。\n道里区人民政府办公室　　2023年　月　日印发\n",
    ] {
        assert!(closed.contains(line), "{line}\n{closed}");
    }
    assert!(!closed.contains("写错的一条"), "{closed}");
    assert_eq!(closed, book.done(&["export", "minutes", "第1次", "--to", "txt"]));
    assert_eq!(closed, book.done(&["export", "minutes", "上次"]));
    assert_eq!(open, book.done(&["export", "minutes", "本次"]));
    let both = book.done(&["export", "minutes", "1..2", "--to", "md"]);
    assert!(both.starts_with("# 第1次至第2次重点工作调度会会议纪要\n"), "{both}");
    assert_eq!(both, book.done(&["export", "minutes", "1", "2", "--to", "md"]));
    let wrong = book.run(&["export", "minutes", "9"]);
    assert!(wrong.code == Some(2) && wrong.said.contains("没有“9”这次会议"), "{wrong:?}");
    let english = book.done(&["--lang", "en", "export", "minutes", "1"]);
    assert!(english.contains("draft for approval") && english.contains("15 September 2023"));
}

#[test]
fn a_book_without_a_meeting_has_no_minutes() {
    let book = Book::plain();
    let none = book.run(&["export", "minutes"]);
    assert!(none.code == Some(1) && none.said.contains("还没有开过会"), "{none:?}");
    book.done(&["meet", "open", "--date", "2023-09-15"]);
    let empty = book.done(&["export", "minutes"]);
    assert!(empty.contains("会议没有形成议定事项。"), "{empty}");
}

#[test]
fn a_signed_paper_is_final_and_stays_as_it_was_signed() {
    let book = book();
    book.done(&["meet", "close"]);
    book.done_on(
        "2023-10-20",
        &["sign", "1", "--by", "区长", "--document", "〔2023〕12号", "--on", "2023-09-18"],
    );
    let signed = book.done(&["export", "minutes", "1"]);
    assert!(!signed.contains("送审稿") && signed.contains("\n〔2023〕12号\n"), "{signed}");
    assert!(signed.contains("2023年9月18日印发"), "{signed}");
    book.done(&["correct", "1/1", "内容=太安路迁改11月15日前完成", "--agreed", "区长"]);
    let later = book.done(&["export", "minutes", "1"]);
    let (before, told) = later.split_once("　　签发后更正").unwrap();
    assert!(told.contains("更正为“太安路迁改11月15日前完成”。"), "{told}");
    assert!(signed.starts_with(before), "{before}");
}

#[test]
fn files_bear_names_that_sort_and_what_somebody_changed_is_left_alone() {
    let book = book();
    let folder = book.at("文稿");
    let shown = folder.to_str().unwrap();
    let path = folder.join("2023-09-15-会议纪要.txt");
    let made = book.done(&["export", "minutes", "1", "--out", shown, "--to", "txt"]);
    assert_eq!(made, format!("{}\n", path.display()));
    let printed = book.done(&["export", "minutes", "1"]);
    assert_eq!(fs::read_to_string(&path).unwrap(), printed);
    let same = book.done(&["export", "minutes", "1", "--out", shown, "--to", "txt"]);
    assert!(same.contains("没有变化"), "{same}");
    // Nobody touched it, and the record went on: it is made anew.
    book.done(&["meet", "close"]);
    book.done(&["sign", "1", "--by", "区长"]);
    book.done(&["export", "minutes", "1", "--out", shown, "--to", "txt"]);
    assert!(!fs::read_to_string(&path).unwrap().contains("送审稿"));
    fs::write(&path, "手改的一稿").unwrap();
    let kept = book.run(&["export", "minutes", "1", "--out", shown, "--to", "txt"]);
    assert_eq!(kept.code, Some(5), "{kept:?}");
    assert!(
        kept.said.contains("有人改过，没有动它") && kept.said.contains("--replace"),
        "{kept:?}"
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), "手改的一稿");
    book.done(&["export", "minutes", "1", "--out", shown, "--to", "txt", "--replace"]);
    assert!(fs::read_to_string(&path).unwrap().contains("会议纪要"));
    let names: Vec<_> =
        fs::read_dir(&folder).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(names, ["2023-09-15-会议纪要.txt"], "nothing is left beside it");
}

#[test]
fn what_cannot_be_written_says_why_and_leaves_nothing() {
    let book = book();
    let run = |line: &[&str]| book.run(&[&["export", "minutes", "1"], line].concat());
    let gone = book.at("没有的目录/纪要.md");
    let ran = run(&["-o", gone.to_str().unwrap()]);
    assert!(ran.code == Some(5) && ran.said.contains("找不到"), "{ran:?}");
    let ran = run(&["-o", book.root().to_str().unwrap(), "--to", "md"]);
    assert!(ran.code == Some(2) && ran.said.contains("--out"), "{ran:?}");
    book.write("文件", b"x");
    let ran = run(&["--out", book.at("文件").to_str().unwrap()]);
    assert_eq!(ran.code, Some(5), "{ran:?}");
    let ran = run(&["-o", "纪要.pdf"]);
    assert!(ran.code == Some(2) && ran.said.contains("只有 docx html md txt"), "{ran:?}");
    let steering = book.at("a\u{1b}[2Jb.md");
    let ran = run(&["-o", steering.to_str().unwrap()]);
    assert!(ran.code == Some(0) && !ran.out.contains('\u{1b}'), "{ran:?}");
    // Nobody may write there: unless whoever runs the test may do everything.
    let shut = book.at("关着");
    fs::create_dir(&shut).unwrap();
    fs::set_permissions(&shut, fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(shut.join("probe"), "x").is_err() {
        let ran = run(&["--out", shut.to_str().unwrap()]);
        assert!(ran.code == Some(5) && ran.said.contains("没有权限"), "{ran:?}");
    }
    fs::set_permissions(&shut, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn the_usual_file_is_a_word_document_and_equal_records_make_equal_bytes() {
    let book = book();
    let folder = book.at("文稿");
    let shown = folder.to_str().unwrap();
    book.done(&["export", "minutes", "1", "--out", shown]);
    let first = fs::read(folder.join("2023-09-15-会议纪要.docx")).unwrap();
    assert!(first.starts_with(b"PK") && first.len() > 4000, "{}", first.len());
    book.done_on("2023-12-01", &["export", "minutes", "1", "-o", &format!("{shown}/b.docx")]);
    assert_eq!(first, fs::read(folder.join("b.docx")).unwrap());
    let printed = book.run(&["export", "minutes", "1", "--to", "docx"]);
    assert!(printed.code == Some(2) && printed.said.contains("-o 文件"), "{printed:?}");
    let html = book.done(&["export", "minutes", "1", "--to", "html"]);
    assert!(
        html.starts_with("<!DOCTYPE html>")
            && html.contains("<h1>第1次重点工作调度会会议纪要</h1>")
    );
}

#[test]
fn tables_open_in_a_spreadsheet_and_lists_bear_the_seal() {
    let book = book();
    let sealed = book.done(&["export", "decisions", "1"]);
    assert!(sealed.contains("第1次重点工作调度会议定事项清单") && sealed.contains("存档封印："));
    let csv = book.done(&["export", "清单", "1", "--to", "csv"]);
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines[0], "\u{feff}序号,编号,议定事项,牵头单位,配合单位,完成时限,备注");
    assert!(
        lines[1].starts_with("1,2023-09-15/1,太安路迁改10月15日前完成,临空办,住建局,2023-10-15"),
        "{csv}"
    );
    assert_eq!(lines.len(), 3, "what was taken back is no line");
    let ledger = book.done(&["export", "ledger", "--office", "临空办", "--to", "csv"]);
    assert_eq!(ledger.lines().count(), 2, "{ledger}");
    let all = book.done(&["export", "ledger", "--to", "md"]);
    assert!(all.contains("亮灯规则：通用") && all.contains("共3项。"), "{all}");
    let division = book.done(&["export", "table", "--to", "csv"]);
    assert_eq!(division.lines().count(), 94, "93 measures and their head");
    let folder = book.at("文稿");
    let shown = folder.to_str().unwrap();
    book.done(&["export", "ledger", "--out", shown]);
    book.done(&["export", "table", "--out", shown]);
    for name in ["2023-09-15-督办台账.xlsx", "2023-09-15-任务分解表.xlsx"] {
        assert!(fs::read(folder.join(name)).unwrap().starts_with(b"PK"), "{name}");
    }
    for (line, code) in [
        (&["export", "ledger", "--office", "没有的局"][..], 2),
        (&["export", "table", "1"], 2),
        (&["export", "minutes", "--office", "临空办"], 2),
        (&["export", "ledger", "--to", "docx"], 2),
    ] {
        assert_eq!(book.run(line).code, Some(code), "{line:?}");
    }
}

#[test]
fn notices_are_one_file_for_each_office_and_one_of_all() {
    let book = book();
    let folder = book.at("交办");
    let made = book.done(&["export", "notices", "1", "--out", folder.to_str().unwrap()]);
    let names: Vec<&str> = made.lines().filter_map(|line| line.rsplit('/').next()).collect();
    let want = [
        "2023-09-15-交办单.docx",
        "2023-09-15-交办单-城管局.docx",
        "2023-09-15-交办单-住建局.docx",
        "2023-09-15-交办单-临空办.docx",
    ];
    let sorted = |mut names: Vec<&str>| {
        names.sort_unstable();
        names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(sorted(names), sorted(want.to_vec()));
    let own = book.done(&["export", "notices", "1", "--office", "临空办"]);
    assert!(own.contains("由你单位牵头或配合的有1项") && !own.contains("清冰雪"), "{own}");
    let none = book.run(&["export", "notices", "1", "--office", "教育局"]);
    assert!(none.code == Some(1) && none.said.contains("没有要交办的事项"), "{none:?}");
}

#[test]
fn the_calendar_holds_what_is_open() {
    let book = book();
    let all = book.done(&["export", "calendar"]);
    assert!(all.starts_with("BEGIN:VCALENDAR\r\n") && all.ends_with("END:VCALENDAR\r\n"), "{all}");
    assert!(
        all.contains("DTSTART;VALUE=DATE:20231015\r\nSUMMARY:太安路迁改10月15日前完成\r\n"),
        "{all}"
    );
    book.done(&["stage", "2023-09-15/1", "办结"]);
    let less = book.done(&["export", "calendar"]);
    assert!(!less.contains("太安路"), "{less}");
}

/// The lights of a list, and how many of each: what the bulletin must say.
fn lights(book: &Book, policy: &str, kind: &str) -> std::collections::BTreeMap<String, usize> {
    let list = book.done(&["--policy", policy, "list", kind, "--format", "json"]);
    let list: serde_json::Value = serde_json::from_str(&list).unwrap();
    let mut counts = std::collections::BTreeMap::new();
    for row in list.as_array().unwrap() {
        if let Some(light) = row["light"].as_str() {
            *counts.entry(light.to_owned()).or_insert(0) += 1;
        }
    }
    counts
}

#[test]
fn the_bulletin_counts_as_the_lists_do_by_every_rule() {
    let book = book();
    for (target, value) in [("0/1", "4.8"), ("1.2/1", "240"), ("3.1/1", "120"), ("3.1/3", "9")] {
        book.done_on("2023-10-20", &["read", &format!("{target}={value}"), "8月"]);
    }
    for policy in ["通用", "宣城", "银川"] {
        let text = book.done(&["--policy", policy, "export", "bulletin"]);
        assert!(text.contains(&format!("亮灯规则：{policy}。")), "{text}");
        let targets = text.lines().find(|line| line.contains("目标共")).unwrap();
        for (light, count) in lights(&book, policy, "targets") {
            assert!(
                targets.contains(&format!("{light}{count}项")),
                "{policy} {light}{count} {targets}"
            );
        }
        let matters = text.lines().find(|line| line.contains("正在办理的事项：")).unwrap();
        for (light, count) in lights(&book, policy, "decisions") {
            assert!(
                matters.contains(&format!("{light}{count}件")),
                "{policy} {light}{count} {matters}"
            );
        }
        assert!(text.contains("确定事项3件，已办结0件、占0%，正在办理3件、占100%。"), "{text}");
    }
}

#[test]
fn the_last_two_reports_stand_side_by_side() {
    let book = Book::plain();
    book.done(&["read", "1.2/1=240", "7月"]);
    book.done(&["read", "1.2/1=305", "8月"]);
    let table = book.done(&["export", "progress", "--to", "csv"]);
    let line = table.lines().find(|line| line.starts_with("1.2/1,")).unwrap();
    assert!(line.contains("1—7月 240亿元,1—8月 305亿元,"), "{line}");
    assert!(line.contains("累计305/500=61.0%") && line.contains("规则 通用"), "{line}");
    let targets = book.done(&["list", "targets", "--format", "csv"]).lines().count();
    assert_eq!(table.lines().count(), targets, "every target has its line");
}

#[test]
fn before_a_meeting_its_papers_come_from_what_is_prepared() {
    let book = Book::plain();
    book.done(&["agenda", "add", "关于冬季清冰雪的汇报", "--office", "城管局"]);
    let invitation = book.done(&["export", "invitation"]);
    for line in [
        "关于召开第1次重点工作调度会的通知\n",
        "　　一、时间\n",
        "　　2.关于冬季清冰雪的汇报（城管局）。\n",
    ] {
        assert!(invitation.contains(line), "{line}\n{invitation}");
    }
    let agenda = book.done(&["export", "议程", "--to", "md"]);
    assert!(agenda.starts_with("# 第1次重点工作调度会议程\n"), "{agenda}");
    let signin = book.done(&["export", "signin", "--to", "csv"]);
    assert!(signin.contains("1,道里区城市管理局,出席,,,,\r\n"), "{signin}");
    book.done(&["meet", "open", "--date", "2023-09-15"]);
    let same = book.done(&["export", "agenda"]);
    assert!(same.contains(".关于冬季清冰雪的汇报（城管局）。"), "{same}");
}
