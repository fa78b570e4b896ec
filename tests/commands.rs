//! Every command without the screen, on real books: what it prints, how it ends, what it leaves.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test that runs the binary and stops where it fails"
)]

#[path = "rights/frozen.rs"]
mod frozen;

mod commands {
    mod acceptance;
    mod agenda;
    mod bad_input;
    pub(crate) mod book;
    mod chain;
    mod check;
    mod diff;
    mod doctor;
    mod export;
    mod followup;
    mod founded;
    mod frozen;
    mod given_up;
    mod import;
    mod join;
    mod killed;
    mod lights;
    mod linear;
    mod linear_desk;
    mod next_book;
    mod papers;
    mod print;
    mod printed;
    mod register;
    mod settled;
    mod several;
    mod signed;
    mod story;
    mod sync;
    #[allow(dead_code, reason = "the tests of the doors use the rest of it")]
    pub(crate) mod talk;
    mod tongue;
    mod tutor;
    mod worded;
}

use std::fs;

use commands::book::Book;
use serde_json::Value;

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn a_record_is_answered_with_its_id_and_can_be_taken_back() {
    let book = Book::in_git();
    assert_eq!(book.done(&["meet", "open", "--chair", "区长"]), "2023-09-15\n");
    assert_eq!(book.done(&["decide", "1.4", "太安路迁改10月15日前完成"]), "2023-09-15/1\n");
    assert_eq!(book.done(&["read", "1.2/1=305", "2023-08"]), "2023-09-15/2\n");
    assert_eq!(book.done(&["assign", "1.4", "@临空办 +住建局"]), "2023-09-15/3\n");
    assert_eq!(book.done(&["attend", "出席", "临空办", "住建局"]), "临空办 出席\n住建局 出席\n");
    assert_eq!(book.done(&["decide", "0", "其他事项一条"]), "2023-09-15/4\n");
    assert!(book.done(&["undo"]).starts_with("已撤回：议定4 其他事项一条"));
    assert_eq!(book.run(&["redo"]).code, Some(0));
    assert!(book.done(&["undo"]).starts_with("已撤回："));
    assert_eq!(book.names(".git/yiding/open"), ["2023-09-15"]);
}

#[test]
fn a_close_leaves_one_file_one_commit_and_no_journal() {
    let book = Book::in_git();
    book.done(&["meet", "open"]);
    book.done(&["decide", "1.4", "太安路迁改10月15日前完成"]);
    book.done(&["read", "1.2/1=305", "2023-08"]);
    book.done(&["decide", "0", "其他事项一条"]);
    book.done(&["undo"]);
    let closed = book.run(&["meet", "close"]);
    assert_eq!((closed.code, closed.said.as_str()), (Some(0), ""));
    assert!(closed.out.starts_with("2023-09-15 ") && closed.out.len() == 31, "{}", closed.out);
    assert_eq!(book.names("snapshots"), ["0000-adopted.ron", "2023-09-15.ron"]);
    assert_eq!(book.names(".git/yiding/open"), [""; 0]);
    assert_eq!(book.names(".git/yiding/done"), [""; 0]);
    let subject = "第1次重点工作调度会 2023-09-15：议定1项，报数1条\n";
    assert_eq!(book.git(&["log", "-1", "--format=%s"]), subject);
    assert_eq!(book.git(&["status", "--porcelain"]), "?? plan.ron\n");
    let text = String::from_utf8(book.read("snapshots/2023-09-15.ron")).unwrap();
    assert!(text.contains("太安路迁改") && !text.contains("其他事项一条"));
    assert_eq!(book.run(&["check"]).code, Some(0));
}

#[test]
fn several_figures_are_one_act() {
    let book = Book::plain();
    let ids = "2023-09-15-interval/1\n2023-09-15-interval/2\n";
    assert_eq!(book.done(&["read", "1.2/1=305亿", "0/2=16.2", "1-8月"]), ids);
    assert_eq!(book.run(&["read", "1.2/1=306", "9.9/1=1", "9月"]).code, Some(2), "all or none");
    let list = json(&book.done(&["list", "readings", "--format", "json"]));
    let values: Vec<&str> =
        list.as_array().unwrap().iter().map(|one| one["value"].as_str().unwrap()).collect();
    assert_eq!(values, ["16.2", "305"]);
    assert_eq!(list[0]["period"], "2023-01..2023-08");
    book.done(&["undo"]);
    assert_eq!(book.done(&["list", "readings", "--format", "json"]), "[]\n");
}

#[test]
fn the_line_of_a_command_is_the_line_of_the_screen() {
    let book = Book::plain();
    book.done(&["meet", "open"]);
    book.done(&["decide", "1.4", "空港应急医院开工 @卫健局 +临空办 +发改局 >1031"]);
    book.done(&["decide", "1.4", "由卫健局牵头，临空办配合，10月底前空港应急医院开工"]);
    let list = json(&book.done(&["list", "decisions", "--format", "json"]));
    for one in list.as_array().unwrap() {
        assert_eq!((&one["lead"][0], &one["support"][0]), (&"卫健局".into(), &"临空办".into()));
        assert_eq!((&one["due"], &one["due_is"]), (&"2023-10-31".into(), &"stated".into()));
    }
    assert_eq!(list[0]["text"], "空港应急医院开工");
}

#[test]
fn between_meetings_figures_are_kept_and_decisions_wait_for_one() {
    let book = Book::plain();
    let refused = book.run(&["decide", "1.4", "开工"]);
    assert_eq!((refused.code, refused.out.as_str()), (Some(5), ""));
    assert!(refused.said.contains("现在没有开会") && refused.said.contains("yiding meet open"));
    assert_eq!(book.done(&["read", "0/2=16.2", "2023-08"]), "2023-09-15-interval/1\n");
    assert_eq!(book.run(&["meet", "status"]).code, Some(1));
    assert_eq!(book.done(&["meet", "open"]), "2023-09-15\n");
    assert_eq!(
        book.names("snapshots"),
        [".yiding", "0000-adopted.ron", "2023-09-15-interval.ron"],
        "opening a meeting seals the interval"
    );
    assert_eq!(book.run(&["meet", "open"]).code, Some(5));
    assert_eq!(book.run(&["seal"]).code, Some(5));
    assert!(book.done(&["meet", "close"]).starts_with("2023-09-15 "));
    assert_eq!(book.run(&["seal"]).code, Some(1), "nothing was recorded since");
    assert_eq!(book.run(&["undo"]).code, Some(1));
}

#[test]
fn sealed_and_not_committed_is_told_and_no_failure() {
    let book = Book::in_git();
    book.git(&["config", "--unset", "user.name"]);
    book.git(&["config", "user.useConfigOnly", "true"]);
    book.done(&["meet", "open"]);
    let closed = book.run(&["meet", "close"]);
    assert_eq!(closed.code, Some(0));
    assert!(closed.said.contains("未入库：git 还不知道由谁入库"), "{}", closed.said);
    assert_eq!(book.names(".git/yiding/done"), ["2023-09-15"], "kept until it is committed");
    book.git(&["config", "user.name", "甲"]);
    book.done(&["meet", "open", "--date", "2023-09-20"]);
    book.done(&["meet", "close"]);
    assert_eq!(book.names(".git/yiding/done"), [""; 0]);
    assert_eq!(book.git(&["status", "--porcelain"]), "?? plan.ron\n");
}

#[test]
fn names_outside_the_roster_are_kept() {
    let book = Book::plain();
    book.done(&["meet", "open"]);
    book.done(&["assign", "1.4", "@省交投集团"]);
    book.done(&["attend", "列席", "省交投集团"]);
    let task = book.done(&["show", "1.4"]);
    assert!(task.contains("牵头 省交投集团"), "{task}");
}

#[test]
fn what_is_worth_knowing_is_a_remark_and_no_fault() {
    let book = Book::in_git();
    book.git(&["config", "--unset", "user.name"]);
    book.git(&["config", "user.useConfigOnly", "true"]);
    book.done(&["meet", "open"]);
    book.done(&["decide", "1.4", "尽快开工 @省交投集团 >2023-09-01"]);
    book.done(&["meet", "close"]);
    book.done(&["meet", "open", "--date", "2023-09-20"]);
    let checked = book.run(&["check"]);
    assert_eq!(checked.code, Some(0), "{checked:?}");
    for words in ["2023-09-15 已封存，还没有入库", "名册外的名称：省交投集团", "正在开会"]
    {
        assert!(checked.said.contains(words), "{words}: {}", checked.said);
    }
}

#[test]
fn commands_at_once_get_one_number_each() {
    let book = Book::plain();
    book.done(&["meet", "open"]);
    let spawn = |n: u32| {
        let mut command = book.command(&["decide", "0", &format!("第{n}件")]);
        command.stdout(std::process::Stdio::piped()).spawn().unwrap()
    };
    let children: Vec<_> = (0..6).map(spawn).collect();
    let mut ids = Vec::new();
    for child in children {
        let output = child.wait_with_output().unwrap();
        assert!(matches!(output.status.code(), Some(0 | 4)), "{output:?}");
        ids.extend(String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned));
    }
    ids.sort();
    ids.dedup();
    let list = json(&book.done(&["list", "decisions", "--format", "json"]));
    let kept: Vec<&str> =
        list.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(kept, ids, "each has its own number, and each that was printed is there");
    assert!(!ids.is_empty());
}

#[test]
fn what_makes_no_sense_is_refused_with_its_code() {
    let book = Book::plain();
    book.done(&["meet", "open"]);
    for (line, code) in [
        (vec!["show", "9.9"], 2),
        (vec!["decide", "9.9", "x"], 2),
        (vec!["read", "1.2=5"], 2),
        (vec!["read", "1.1.1=5"], 2),
        (vec!["read", "1.2/1=1e400"], 2),
        (vec!["stage", "2023-09-15/9", "办结"], 2),
        (vec!["meet", "open", "--series", "没有"], 2),
        (vec!["meet", "resume"], 5),
        (vec!["list", "decisions", "牵头:投促局"], 1),
        (vec!["list", "decisions"], 0),
    ] {
        let ran = book.run(&line);
        assert_eq!(ran.code, Some(code), "{line:?} {ran:?}");
    }
    assert!(book.run(&["read", "1.2=5"]).said.contains("1.2/1"), "the ids to choose from");
}

#[test]
fn back_dating_is_not_allowed() {
    let book = Book::plain();
    book.done(&["meet", "open"]);
    book.done(&["meet", "close"]);
    let refused = book.run(&["meet", "open", "--date", "2023-09-01"]);
    assert_eq!(refused.code, Some(5));
    assert!(refused.said.contains("2023-09-15"), "{}", refused.said);
    assert_eq!(book.done(&["meet", "open"]), "2023-09-15-2\n");
}

#[test]
fn a_strict_close_names_the_gaps_and_stays_open() {
    let book = Book::plain();
    book.done(&["meet", "open"]);
    book.done(&["decide", "0", "事情一件"]);
    let refused = book.run(&["meet", "close", "--strict"]);
    assert_eq!(refused.code, Some(1));
    assert!(refused.said.contains("2023-09-15/1 缺牵头"), "{}", refused.said);
    let status = json(&book.done(&["meet", "status", "--format", "json"]));
    assert_eq!((&status["id"], &status["state"]), (&"2023-09-15".into(), &"open".into()));
    assert!(!status["gaps"].as_array().unwrap().is_empty());
    book.done(&["meet", "close"]);
}

#[test]
fn json_has_the_fields_of_the_contract() {
    let book = Book::plain();
    book.done(&["meet", "open"]);
    book.done(&["decide", "1.4", "太安路迁改"]);
    book.done(&["read", "1.2/1=305", "2023-08"]);
    let plan = json(&book.done(&["show", "--format", "json"]));
    assert_eq!(keys(&plan), ["title", "period", "guidance", "headline", "sections"]);
    assert_eq!(json(&book.done(&["show", "1.2", "--format", "json"]))["id"], "1.2");
    assert_eq!(json(&book.done(&["show", "2023-09-15/1", "--format", "json"]))["about"][0], "1.4");
    assert_eq!(json(&book.done(&["show", "1/1", "--format", "json"]))["id"], "2023-09-15/1");
    let targets = json(&book.done(&["list", "targets", "--format", "json"]));
    let target = targets.as_array().unwrap().iter().find(|t| t["id"] == "1.2/1").unwrap();
    assert_eq!(target["reading"]["value"], "305");
    assert_eq!(target["reading"]["period"], "2023-01..2023-08");
    assert_eq!((&target["value"], &target["pace"]), (&"500".into(), &"66.7".into()));
    for (kind, count) in
        [("tasks", 20), ("targets", 58), ("decisions", 1), ("readings", 1), ("meetings", 1)]
    {
        let list = json(&book.done(&["list", kind, "--format", "json"]));
        assert_eq!(list.as_array().unwrap().len(), count, "{kind}");
    }
    let decision = &json(&book.done(&["list", "decisions", "--format", "json"]))[0];
    for key in
        ["id", "about", "kind", "outcome", "text", "lead", "support", "due", "stage", "light"]
    {
        assert!(decision.get(key).is_some(), "{key}");
    }
    let empty = Book::plain();
    assert_eq!(empty.done(&["list", "decisions", "--format", "json"]), "[]\n");
}

#[test]
fn filters_narrow_a_list() {
    let book = Book::plain();
    book.done(&["meet", "open"]);
    book.done(&["decide", "1.4", "太安路迁改"]);
    book.done(&["decide", "1.2", "招商两次"]);
    for (filters, count) in [
        (vec!["1.4"], 1),
        (vec!["1"], 2),
        (vec!["招商"], 1),
        (vec!["办理:立项"], 2),
        (vec!["stage:registered", "1.2"], 1),
        (vec!["会议:2023-09-15"], 2),
    ] {
        let line = [vec!["list", "decisions"], filters.clone()].concat();
        assert_eq!(book.done(&line).lines().count(), count, "{filters:?}");
    }
}

#[test]
fn a_table_is_csv_with_a_mark_for_spreadsheets() {
    let book = Book::plain();
    let table = book.done(&["list", "tasks", "--format", "csv"]);
    assert!(table.starts_with("\u{feff}id,title,short,section,"), "{table}");
    assert_eq!(table.lines().count(), 21);
}

#[test]
fn a_lone_plan_can_be_read_and_looking_leaves_nothing() {
    let book = Book::plain();
    for line in [vec![], vec!["show"], vec!["show", "1.2"], vec!["list", "offices"], vec!["check"]]
    {
        let ran = book.run(&line);
        assert_eq!(ran.code, Some(0), "{line:?} {ran:?}");
        assert!(!ran.out.contains('\u{1b}') && !ran.out.is_empty());
    }
    assert_eq!(book.names(""), ["plan.ron"]);
}

#[test]
fn no_book_is_told_with_what_to_do() {
    let book = Book::plain();
    fs::remove_file(book.at("plan.ron")).unwrap();
    let ran = book.run(&["show"]);
    assert_eq!(ran.code, Some(3));
    assert!(ran.said.contains("没有 plan.ron") && ran.said.contains("yiding init"));
}

#[test]
fn a_new_book_is_whole_and_an_old_one_is_left_alone() {
    let book = Book::in_git();
    fs::remove_file(book.at("plan.ron")).unwrap();
    let root = book.root();
    for lang in ["zh", "en"] {
        let folder = root.join(lang);
        let folder = folder.to_str().unwrap();
        let made = book.run(&["--lang", lang, "init", folder]);
        assert_eq!(made.code, Some(0), "{made:?}");
        assert_eq!(book.names(lang), [".gitattributes", "plan.ron"]);
        let again = book.run(&["init", folder]);
        assert_eq!(again.code, Some(5));
        assert_eq!(book.in_folder(lang, &["check"]).code, Some(0));
    }
    assert_eq!(book.git(&["status", "--porcelain"]), "");
    assert!(book.git(&["log", "--format=%s"]).contains("新建 2023年重点工作"));

    // The plan is edited first and adopted with the first meeting.
    let plan = String::from_utf8(book.read("zh/plan.ron")).unwrap();
    book.write("zh/plan.ron", plan.replace("第一项任务", "持续推进重点项目建设").as_bytes());
    assert_eq!(book.in_folder("zh", &["read", "1.1/1=3", "2023-08"]).code, Some(0));
    assert_eq!(book.in_folder("zh", &["check"]).code, Some(0));
    assert_eq!(book.in_folder("zh", &["meet", "open"]).code, Some(0));
    assert_eq!(book.names("zh/snapshots"), ["0000-adopted.ron", "2023-09-15-interval.ron"]);
    assert_eq!(book.in_folder("zh", &["check"]).code, Some(0));
}

#[test]
fn the_rehearsal_has_something_on_every_screen() {
    let book = Book::plain();
    let ran = book.command(&["demo"]).env("TMPDIR", book.root()).output().unwrap();
    let folder = String::from_utf8(ran.stdout).unwrap();
    let name = folder.trim().rsplit('/').next().unwrap().to_owned();
    assert!(folder.trim().starts_with(book.root().to_str().unwrap()), "{folder}");
    let snapshots = [
        "0000-adopted.ron",
        "2023-03-17.ron",
        "2023-05-19.ron",
        "2023-06-05-interval.ron",
        "2023-08-11.ron",
        "2023-09-12-interval.ron",
    ];
    assert_eq!(book.names(&format!("{name}/snapshots")), snapshots);
    assert_eq!(book.names(&format!("{name}/.git/yiding/open")), ["2023-09-15"]);
    let overview = book.in_folder(&name, &[]);
    assert!(overview.out.contains("演练\n"), "{overview:?}");
    assert!(overview.out.contains("第4次重点工作调度会"), "{overview:?}");
    assert_eq!(book.in_folder(&name, &["check"]).code, Some(0));
}

#[test]
fn a_command_waits_for_the_lock_and_names_its_holder() {
    let book = Book::in_git();
    book.done(&["meet", "open"]);
    let path = book.at(".git/yiding/lock");
    let lock = fs::OpenOptions::new().read(true).write(true).open(&path).unwrap();
    lock.try_lock().unwrap();
    std::io::Write::write_all(&mut (&lock), "甲秘书 @ desk\n".as_bytes()).unwrap();
    let refused = book.run(&["decide", "0", "x"]);
    assert_eq!(refused.code, Some(4));
    assert!(refused.said.contains("甲秘书 @ desk"), "{}", refused.said);
    assert_eq!(book.run(&["show"]).code, Some(0), "looking needs no lock");
    drop(lock);
    assert_eq!(book.done(&["decide", "0", "x"]), "2023-09-15/1\n");
}

#[test]
fn the_plan_is_checked_against_its_report() {
    let book = Book::plain();
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/facts/report.txt");
    let proven = book.run(&["check", "--source", source]);
    assert_eq!(proven.code, Some(0), "{}", proven.out);
    assert!(
        proven.out.ends_with("129 段文字依次就是报告的正文，一字不差，没有遗漏\n"),
        "{}",
        proven.out
    );
    assert!(proven.out.contains("（标记和标题后的句号）39 处"), "{}", proven.out);
    assert!(proven.out.contains("report.txt:61:1: 主办单位"), "{}", proven.out);

    let text = String::from_utf8(book.read("plan.ron")).unwrap();
    let edited = text.replace("全力上项目、打基础", "全力上项目,打基础");
    book.write("plan.ron", edited.as_bytes());
    let doubted = book.run(&["check", "--source", source]);
    assert_eq!(doubted.code, Some(1));
    let want = "之后，计划写“,打基础、补短板,培育壮”，报告写“、打基础、补短板,培育壮”（报告 ";
    assert!(doubted.out.contains("plan.ron:") && doubted.out.contains(want), "{}", doubted.out);
}
