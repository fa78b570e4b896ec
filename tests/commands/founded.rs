//! `init --from`: a published report or a table becomes a book; what is neither makes none.

use std::fs;

use yiding::format::ron::{Limits, read};
use yiding::plan::{Plan, validate};

use super::book::Book;
use super::import::REPORT;

#[test]
fn a_book_is_founded_on_a_report_with_its_leads() {
    let book = Book::in_git();
    book.write("来件", REPORT.as_bytes());
    let (report, folder) = (book.at("来件"), book.at("2031"));
    let made = book.run_on(
        "2031-01-20",
        &["init", folder.to_str().unwrap(), "--from", report.to_str().unwrap()],
    );
    assert_eq!(made.code, Some(0), "{made:?}");
    assert!(
        made.out.contains("方面 2  任务 4") && made.out.contains("分工 1 条已记在会间"),
        "{}",
        made.out
    );
    let shown = book.in_folder("2031", &["list", "tasks"]);
    assert!(shown.out.contains("发改局") && shown.out.contains("办好教育事业"), "{}", shown.out);
    assert_eq!(book.in_folder("2031", &["check"]).code, Some(0));
    let sealed = book.in_folder("2031", &["seal"]);
    assert_eq!(sealed.code, Some(0), "{sealed:?}");
    let again = book.run(&["init", folder.to_str().unwrap(), "--from", report.to_str().unwrap()]);
    assert_eq!(again.code, Some(5), "{again:?}");
}

#[test]
fn next_years_report_goes_on_from_the_old_book() {
    let book = Book::in_git();
    book.done(&["meet", "open"]);
    book.done(&["decide", "1.4", "太安路迁改 @临空办 >2023-12-31"]);
    book.done(&["meet", "close"]);
    book.write("来件", REPORT.replace("2031", "2024").replace("2030", "2023").as_bytes());
    let (report, folder) = (book.at("来件"), book.at("2024"));
    let root = book.root();
    let line = [
        "init",
        folder.to_str().unwrap(),
        "--from",
        report.to_str().unwrap(),
        "--after",
        root.to_str().unwrap(),
    ];
    let made = book.run_on("2024-01-20", &line);
    assert_eq!(made.code, Some(0), "{made:?}");
    assert!(made.out.contains("从 daoli-2023 接转未办结的议定1项"), "{}", made.out);
    let plan: Plan = read(&book.read("2024/plan.ron"), Limits::of(1)).unwrap();
    let old: Plan = read(&book.read("plan.ron"), Limits::of(1)).unwrap();
    assert_eq!((plan.id.as_str(), plan.title.as_str()), ("daoli-2024", "青禾区2024年政府工作报告"));
    assert_eq!((&plan.roster, &plan.series, &plan.policy), (&old.roster, &old.series, &old.policy));
    assert_eq!(plan.period.from.to_string(), "2024-01-01");
    assert_eq!(plan.tasks().count(), 4);
    assert_eq!(validate::problems(&plan), []);
    let decisions = book.in_folder("2024", &["list", "decisions"]);
    assert!(decisions.out.contains("太安路迁改"), "{}", decisions.out);
    let text = String::from_utf8(book.read("2024/plan.ron")).unwrap();
    assert!(text.contains("// 接转自 daoli-2023") && text.contains("// 原文第 "), "{text}");
}

#[test]
fn a_table_is_a_plan_for_whoever_has_no_report() {
    let table = "方面,任务,措施,指标,比较,数值,计量单位,牵头单位,完成时限\r\n\
        实体经济,培育企业,新增规上工业企业10户以上。,新增规上工业企业,以上,10,户,工信局,2031-12-20\r\n\
        ,招商,开展招商。,签约额,,500,亿元,投促局,\r\n";
    let bytes = encoding_rs::GB18030.encode(table).0.into_owned();
    let book = Book::in_git();
    book.write("2031年重点任务.csv", &bytes);
    let (report, folder) = (book.at("2031年重点任务.csv"), book.at("新"));
    let made = book.run(&["init", folder.to_str().unwrap(), "--from", report.to_str().unwrap()]);
    assert_eq!(made.code, Some(0), "{made:?}");
    let plan: Plan = read(&fs::read(folder.join("plan.ron")).unwrap(), Limits::of(1)).unwrap();
    assert_eq!((plan.title.as_str(), plan.id.as_str()), ("2031年重点任务", "plan-2031"));
    let amounts: Vec<String> = plan.targets().map(yiding::plan::Target::amount).collect();
    assert_eq!(amounts, ["10户", "500亿元"]);
    assert_eq!(plan.roster.offices.len(), 2);
    assert!(
        made.out.contains("CSV 表格，GB18030") && made.out.contains("分工 2 条已记在会间"),
        "{}",
        made.out
    );
    let tasks = book.in_folder("新", &["list", "tasks", "--format", "csv"]);
    assert!(tasks.out.contains("工信局") && tasks.out.contains("投促局"), "{}", tasks.out);
}

#[test]
fn a_text_that_is_no_report_makes_no_book_and_says_what_to_do() {
    let book = Book::in_git();
    for (nth, text) in [
        "去年秋天我们去了北湖。\n湖边有3条船，船家说今年水浅。\n我们坐到天黑才回来。\n",
        "关于借用会议室的函\n\n因工作需要，拟于下周二借用贵单位第一会议室。\n请予支持。\n",
        "Dear all,\n\nthe lift is out of order until Monday. Please use the stairs.\n",
    ]
    .into_iter()
    .enumerate()
    {
        let (name, folder) = (format!("来件{nth}"), format!("新{nth}"));
        book.write(&name, text.as_bytes());
        let (report, folder) = (book.at(&name), book.at(&folder));
        let call = ["init", folder.to_str().unwrap(), "--from", report.to_str().unwrap()];
        let made = book.run(&call);
        assert_eq!(made.code, Some(1), "{text} {made:?}");
        assert!(made.said.contains("没有"), "{made:?}");
        assert!(!folder.exists(), "nothing is made of {text}");
    }
    // A report of one task with a number before it is one.
    book.write(
        "小报告",
        "云溪县2031年重点工作\n（一）抓好产业\n——做强农业。新建水库2座。\n".as_bytes(),
    );
    let (report, folder) = (book.at("小报告"), book.at("小"));
    let call = ["init", folder.to_str().unwrap(), "--from", report.to_str().unwrap()];
    assert_eq!(book.run(&call).code, Some(0));
}
