//! `import`: a published report in any form becomes a plan.

use std::io::Write as _;
use std::process::Stdio;

use serde_json::Value;
use yiding::format::ron::{Limits, read};
use yiding::plan::{Plan, validate};

use crate::commands::book::{Book, Ran};

/// A small report of an invented place.
pub(super) const REPORT: &str = "\
青禾区2031年政府工作报告
——2031年1月8日在青禾区第三届人民代表大会第一次会议上
各位代表：
现在，我代表区人民政府，向大会报告工作，请予审议。
一、2030年工作回顾
过去一年，全区生产总值增长5.2%，新增企业300户，城乡面貌持续改善，人民生活水平稳步提高。
二、2031年工作安排
今年经济社会发展的主要预期目标是：地区生产总值增长6%左右，固定资产投资增长8%以上。
重点抓好以下两个方面工作。
（一）坚持项目带动，壮大实体经济
狠抓项目建设。实施重点项目50个，完成投资120亿元以上。开展项目集中开工活动，推动青禾产业园二期建成投用，全力服务保障重大项目落地见效。（牵头单位：发改局；责任单位：住建局、自然资源局；完成时限：6月底）
培育壮大企业。新增规上工业企业10户以上，专精特新企业5户。深入开展企业服务年活动，兑现惠企资金，帮助企业解决融资难题。
（二）坚持民生为本，增进群众福祉
办好教育事业。新建学校3所，新增学位3000个。深化教育综合改革，推进优质教育资源向乡村延伸，让孩子在家门口上好学。
完善养老服务。新建社区养老服务站12处，培训护理人员400人次以上。健全基本养老服务清单，提升居家养老上门服务的质量和水平。
";

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// Imports bytes under a name that says nothing.
fn imported(bytes: &[u8], more: &[&str]) -> (Book, Ran) {
    let book = Book::plain();
    book.write("来件", bytes);
    let report = book.at("来件");
    let line = [&["import", report.to_str().unwrap()], more].concat();
    let ran = book.run(&line);
    (book, ran)
}

/// The plan that bytes become, by way of the file that is written.
fn plan(bytes: &[u8]) -> Plan {
    let (book, _) = imported(bytes, &[]);
    let (report, out) = (book.at("来件"), book.at("新.ron"));
    book.done(&["import", report.to_str().unwrap(), "-o", out.to_str().unwrap()]);
    let plan: Plan = read(&book.read("新.ron"), Limits::of(1)).unwrap();
    assert_eq!(validate::problems(&plan), []);
    plan
}

/// Every line of the report in other clothes.
fn each(dressed: fn(&str) -> String) -> String {
    REPORT.lines().map(dressed).collect::<Vec<_>>().concat()
}

fn html() -> String {
    let paragraphs = each(|line| format!("<p>　　{line}</p>\n"));
    format!(
        "<!DOCTYPE html><html><head><title>青禾区</title></head><body>{paragraphs}</body></html>"
    )
}

fn markdown() -> String {
    each(|line| format!("{}{line}\n\n", if line.starts_with('（') { "### " } else { "" }))
}

fn docx() -> Vec<u8> {
    let paragraphs = each(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>"));
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    write!(zip, "<w:document xmlns:w=\"w\"><w:body>{paragraphs}</w:body></w:document>").unwrap();
    zip.finish().unwrap().into_inner()
}

#[test]
fn every_form_of_a_report_gives_the_same_plan() {
    let text = plan(REPORT.as_bytes());
    assert_eq!((text.sections.len(), text.tasks().count(), text.measures().count()), (2, 4, 8));
    assert_eq!(text.title, "青禾区2031年政府工作报告");
    let gb = encoding_rs::GB18030.encode(REPORT).0.into_owned();
    let utf16: Vec<u8> = REPORT.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let windows = format!("\u{feff}{}", REPORT.replace('\n', "\r\n"));
    for bytes in [gb, utf16, windows.into(), html().into(), markdown().into(), docx()] {
        assert_eq!(plan(&bytes), text);
    }
}

/// An amended report: a number raised, a sentence more, one less.
fn amended() -> String {
    REPORT
        .replace("实施重点项目50个", "实施重点项目60个")
        .replace("培训护理人员400人次以上。", "培训护理人员400人次以上。建成老年食堂8家。")
        .replace("深入开展企业服务年活动，兑现惠企资金，帮助企业解决融资难题。", "")
}

/// A report and the one that it was amended to, beside the plan that becomes of them.
struct Amending {
    book: Book,
    old: String,
    new: String,
    out: String,
}

impl Amending {
    fn new() -> Self {
        let book = Book::plain();
        book.write("旧.txt", REPORT.as_bytes());
        book.write("新.txt", amended().as_bytes());
        let [old, new, out] =
            ["旧.txt", "新.txt", "计划.ron"].map(|name| book.at(name).to_str().unwrap().to_owned());
        Self { book, old, new, out }
    }

    /// The same with the plan of the old report.
    fn begun() -> Self {
        let amending = Self::new();
        amending.import();
        amending
    }

    fn import(&self) {
        self.book.done(&["import", &self.old, "-o", &self.out]);
    }

    /// The call that reads the amended report.
    fn line(&self) -> [&str; 6] {
        ["import", &self.new, "-o", &self.out, "--again", &self.old]
    }

    fn text(&self) -> String {
        String::from_utf8(self.book.read("计划.ron")).unwrap()
    }

    fn plan(&self) -> Plan {
        read(self.text().as_bytes(), Limits::of(1)).unwrap()
    }

    /// Changes the plan by hand.
    fn edit(&self, text: &str) {
        assert_ne!(text, self.text());
        self.book.write("计划.ron", text.as_bytes());
    }
}

#[test]
fn an_amended_report_goes_into_the_plan_and_leaves_what_was_edited() {
    let amending = Amending::begun();
    let (book, line) = (&amending.book, amending.line());
    let made = amending.plan();
    let edited = amending.text().replace("完善养老服务\"", "完善养老服务体系\"");
    amending.edit(&edited);
    let told = book.done(&line);
    for words in ["改  1.1/1  数值：50 → 60", "增  2.2.3  建成老年食堂8家。", "删  1.2.2  深入开展"]
    {
        assert!(told.contains(words), "{words}\n{told}");
    }
    let plan = amending.plan();
    assert_eq!(validate::problems(&plan), []);
    assert_eq!(plan.roster, made.roster);
    assert_eq!(plan.tasks().last().unwrap().title, "完善养老服务体系");
    assert_eq!(plan.measures().count(), 8);

    // The same number made another by hand: asked, and nothing written.
    let clash = edited.replace("value: \"50\"", "value: \"55\"");
    amending.edit(&clash);
    let ran = book.run(&line);
    assert_eq!(ran.code, Some(4), "{ran:?}");
    assert!(ran.out.contains("冲突  1.1/1  数值：计划改成“55”，新报告写“60”"), "{ran:?}");
    assert!(ran.said.contains("没有动") && ran.said.contains("--theirs"), "{ran:?}");
    assert_eq!(amending.text(), clash);
    for (side, value) in [("--ours", "55"), ("--theirs", "60")] {
        book.write("计划.ron", clash.as_bytes());
        book.done(&[&line[..], &[side]].concat());
        let goal = amending.plan().measures().next().unwrap().targets[0].value.unwrap();
        assert_eq!(goal.to_string(), value);
    }
    let both = [&line[..], &["--ours", "--theirs"]].concat();
    assert_eq!(book.run(&both).code, Some(2));
}

#[test]
fn what_was_settled_lives_through_an_amended_report() {
    let amending = Amending::new();
    let from = REPORT.find("50个").unwrap();
    let target = "(id: \"1.1/1\", metric: \"重点项目\", short: \"项目数\", comparator: exactly, value: \"50\", unit: \"个\", kind: cumulative, text: \"实施重点项目50个\")";
    let at = format!("(from: {from}, to: {}, words: \"50个\")", from + "50个".len());
    let settled = format!(
        "#![enable(implicit_some)]\n(format: 1, steps: [[promises(at: {at}, target: {target})]])\n"
    );
    amending.book.write("计划.settled.ron", settled.as_bytes());
    amending.import();
    amending.book.done(&amending.line());
    let plan = amending.plan();
    let goal = &plan.measures().next().unwrap().targets[0];
    assert_eq!((goal.value.unwrap().to_string().as_str(), goal.short.as_str()), ("60", "项目数"));
}

#[test]
fn comments_of_people_stay_beside_their_rows_and_none_goes_unsaid() {
    let amending = Amending::begun();
    let (book, line, made) = (&amending.book, amending.line(), amending.text());
    amending.edit(&made.replace("value: \"50\",", "value: \"50\", // 区长问过"));
    let told = book.run(&line);
    assert_eq!(told.code, Some(0), "{told:?}");
    assert!(told.said.contains("手写的 1 条注释"), "{told:?}");
    let now = amending.text();
    assert!(now.contains("value: \"60\", // 区长问过\n"), "{now}");

    // A comment on a row that goes is told before anything is done.
    let lost = made.replace("text: \"深入开展", "// 这句会后再议\n              text: \"深入开展");
    assert_ne!(lost, made);
    amending.edit(&lost);
    let asked = book.run(&line);
    assert_eq!(asked.code, Some(4), "{asked:?}");
    assert!(asked.out.contains("// 这句会后再议：它所在的行没有了"), "{asked:?}");
    assert_eq!(amending.text(), lost);
    book.done(&[&line[..], &["--theirs"]].concat());
}

#[test]
fn the_summary_counts_compares_and_doubts() {
    let (book, ran) = imported(REPORT.as_bytes(), &[]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    for words in [
        "青禾区2031年政府工作报告  纯文本，UTF-8",
        "方面 2  任务 4  措施 8  目标 ",
        "过渡句说 2 个方面，找到 2 个",
        "责任单位 3 个，分工 1 条",
    ] {
        assert!(ran.out.contains(words), "{words}\n{}", ran.out);
    }
    assert!(ran.said.contains("没有写文件；要写请加 -o plan.ron"), "{}", ran.said);
    assert_eq!(book.names("."), ["plan.ron", "来件"]);
    let wrong = REPORT.replace("以下两个方面", "以下六个方面");
    let (_, ran) = imported(wrong.as_bytes(), &["--lang", "en"]);
    assert!(ran.out.contains("the bridge sentence says 6 section(s), 2 found"), "{}", ran.out);
}

#[test]
fn programs_get_every_character_with_what_it_was_taken_for() {
    let (_, ran) = imported(REPORT.as_bytes(), &["--format", "json"]);
    let told = json(&ran.out);
    let spans = told["spans"].as_array().unwrap();
    let whole: String = spans.iter().map(|span| span["text"].as_str().unwrap()).collect();
    assert_eq!(whole, REPORT);
    let mut at = 0;
    for span in spans {
        assert_eq!(span["from"].as_u64(), Some(at));
        at = span["to"].as_u64().unwrap();
    }
    assert_eq!(at, u64::try_from(REPORT.chars().count()).unwrap());
    assert_eq!(told["plan"]["sections"][1]["tasks"][0]["title"], "办好教育事业");
    let duty = serde_json::json!({
        "row": told["duties"][0]["row"], "lead": ["发改局"], "support": ["住建局", "自然资源局"], "due": "6月底"
    });
    assert_eq!(told["duties"][0], duty);
    assert_eq!((&told["bridge"]["said"], &told["bridge"]["found"]), (&2.into(), &2.into()));
    assert_eq!(told["source"]["encoding"], "UTF-8");
    for target in told["targets"].as_array().unwrap() {
        let (from, to) = (target["from"].as_u64().unwrap(), target["to"].as_u64().unwrap());
        let (from, count) = (usize::try_from(from).unwrap(), usize::try_from(to - from).unwrap());
        let words: String = REPORT.chars().skip(from).take(count).collect();
        assert_eq!(target["text"], words);
    }
}

#[test]
fn a_plan_says_where_its_rows_stand_and_what_is_doubted() {
    let unstopped = REPORT.trim_end().trim_end_matches('。');
    let (book, _) = imported(unstopped.as_bytes(), &[]);
    let (report, out) = (book.at("来件"), book.at("新.ron"));
    let ran = book.run(&["import", report.to_str().unwrap(), "-o", out.to_str().unwrap()]);
    assert!(ran.said.contains("已写 "), "{ran:?}");
    let text = String::from_utf8(book.read("新.ron")).unwrap();
    for words in [
        "// 由 来件 读入。",
        "id: \"1.2\", // 原文第 12 行\n",
        "// 疑点（",
        "// 牵头 发改局  配合 住建局、自然资源局  时限 6月底\n",
        "\"fgj\": (",
        "name: \"重点工作调度会\"",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

#[test]
fn a_file_that_is_there_stays_unless_it_is_to_go() {
    let (book, _) = imported(REPORT.as_bytes(), &[]);
    let (report, out) = (book.at("来件"), book.at("plan.ron"));
    let (report, out) = (report.to_str().unwrap(), out.to_str().unwrap());
    let before = book.read("plan.ron");
    let ran = book.run(&["import", report, "-o", out]);
    assert_eq!(ran.code, Some(5), "{ran:?}");
    assert!(ran.said.contains("已经在那里，没有动它") && ran.said.contains("--replace"));
    assert_eq!(book.read("plan.ron"), before);
    book.done(&["import", report, "-o", out, "--replace"]);
    assert!(String::from_utf8(book.read("plan.ron")).unwrap().contains("青禾区"));
    assert_eq!(book.names("."), ["plan.ron", "来件"], "nothing is left beside it");
    let nowhere = book.at("没有/plan.ron");
    assert_eq!(book.run(&["import", report, "-o", nowhere.to_str().unwrap()]).code, Some(3));
}

#[test]
fn standard_input_is_a_report_too() {
    let book = Book::plain();
    let mut child = book
        .command(&["import", "-", "--encoding", "gbk"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let bytes = encoding_rs::GB18030.encode(REPORT).0.into_owned();
    child.stdin.take().unwrap().write_all(&bytes).unwrap();
    let ran = Ran::of(&child.wait_with_output().unwrap());
    assert!(
        ran.out.starts_with("青禾区2031年政府工作报告  纯文本，GB18030（按 --encoding）"),
        "{ran:?}"
    );
}

#[test]
fn what_is_no_report_is_told_with_what_to_do() {
    let zip = |name: &str| {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.finish().unwrap().into_inner()
    };
    for (bytes, code, words) in [
        (zip("xl/workbook.xml"), 3, "里面没有文字"),
        (b"PK\x03\x04 cut off".to_vec(), 3, "重新下载"),
        (b"\x89PNG".to_vec(), 3, "先做文字识别"),
        (Vec::new(), 3, "里面没有文字"),
        ("只有一句话".into(), 1, "没有找到任务"),
    ] {
        let (book, ran) = imported(&bytes, &["-o", "/nowhere/新.ron"]);
        assert_eq!(ran.code, Some(code), "{ran:?}");
        assert!(ran.said.contains(words), "{}", ran.said);
        assert_eq!(book.names("."), ["plan.ron", "来件"]);
    }
    let (_, ran) = imported(REPORT.as_bytes(), &["--encoding", "火星文"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.said.contains("gb18030"), "{}", ran.said);
}

#[test]
fn a_pdf_needs_its_reader_and_says_so() {
    let book = Book::plain();
    book.write("来件", b"%PDF-1.7\nbroken");
    let report = book.at("来件");
    let line = ["import", report.to_str().unwrap()];
    let mut command = book.command(&line);
    let without = Ran::of(&command.env("PATH", book.root()).output().unwrap());
    assert_eq!(without.code, Some(3));
    assert!(without.said.contains("pdftotext"), "{}", without.said);
}
