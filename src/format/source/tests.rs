//! One small report in every form, and files that want to do harm.

use std::fmt::Write as _;
use std::io::Write as _;

use encoding_rs::{BIG5, GB18030};
use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use crate::report::hint::Form;
use crate::words::Lang;

/// A small report of an invented place.
const REPORT: &str = "\
青禾区2024年重点工作
（一）壮大实体经济
新增规上工业企业10户以上。力争签约额500亿元。
改善营商环境。全面落实“一件事一次办”，办结率95%以上。
（二）办好民生实事
新建学校5所。新增学位3000个。
";

/// The lines that say anything.
fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

fn taken(bytes: &[u8]) -> Source {
    match read(bytes, None) {
        Ok(Taken::Source(source)) => source,
        other => panic!("{other:?}"),
    }
}

fn refused(bytes: &[u8]) -> NotRead {
    match read(bytes, None) {
        Err(why) => why,
        other => panic!("{other:?}"),
    }
}

/// Each hint with the words that it is about.
fn hinted(source: &Source) -> Vec<(Form, &str)> {
    let words = |hint: &Hint| (hint.what, &source.text[hint.range.clone()]);
    source.hints.iter().map(words).collect()
}

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

fn marked(mark: &[u8], bytes: &[u8]) -> Vec<u8> {
    [mark, bytes].concat()
}

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

use std::io::Cursor;

fn document(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"
    )
}

fn word(body: &str) -> Vec<u8> {
    zipped(&[("[Content_Types].xml", "<Types/>"), ("word/document.xml", &document(body))])
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[test]
fn every_form_of_one_report_is_the_same_text() {
    let html = "<!DOCTYPE html><html><head><meta charset=utf-8><title>青禾</title><style>p{}</style></head><body>\
        <h1>青禾区2024年重点工作</h1>\n<div><p>（一）壮大实体经济</p>\n\
        <p>新增规上工业企业10户以上。力争\n    签约额500亿元。</p><p><b>改善营商环境。</b>全面落实&ldquo;一件事一次办&rdquo;，办结率95%以上。\
        <p>（二）办好民生实事<p>新建学校5所。新增学位3000个。</div><script>alert('<p>')</script></body></html>";
    let markdown = "# 青禾区2024年重点工作\n\n## （一）壮大实体经济\n\n新增规上工业企业10户以上。力争签约额500亿元。\n\
        \n**改善营商环境。**全面落实“一件事一次办”，办结率95%以上。\n\n## （二）办好民生实事\n\n新建学校5所。新增学位3000个。\n";
    let docx = word(&lines(REPORT).iter().map(|line| paragraph(line)).collect::<String>());
    for (bytes, kind, encoding, known) in [
        (REPORT.into(), Kind::Text, "UTF-8", Known::Valid),
        (marked(b"\xef\xbb\xbf", REPORT.as_bytes()), Kind::Text, "UTF-8", Known::Marked),
        (REPORT.replace('\n', "\r\n").into(), Kind::Text, "UTF-8", Known::Valid),
        (GB18030.encode(REPORT).0.into_owned(), Kind::Text, "GB18030", Known::Guessed),
        (
            marked(b"\xff\xfe", &utf16(REPORT, u16::to_le_bytes)),
            Kind::Text,
            "UTF-16LE",
            Known::Marked,
        ),
        (utf16(REPORT, u16::to_le_bytes), Kind::Text, "UTF-16LE", Known::Guessed),
        (utf16(REPORT, u16::to_be_bytes), Kind::Text, "UTF-16BE", Known::Guessed),
        (html.into(), Kind::Html, "UTF-8", Known::Valid),
        (
            GB18030.encode(&html.replace("utf-8", "gb2312")).0.into_owned(),
            Kind::Html,
            "GB18030",
            Known::Declared,
        ),
        (markdown.into(), Kind::Markdown, "UTF-8", Known::Valid),
        (docx, Kind::Docx, "UTF-8", Known::ByKind),
    ] as [(Vec<u8>, Kind, &str, Known); 11]
    {
        let source = taken(&bytes);
        assert_eq!(lines(&source.text), lines(REPORT), "{kind:?} {encoding}");
        assert_eq!((source.kind, source.encoding, source.known), (kind, encoding, known));
        assert_eq!(source.damaged, 0);
    }
}

#[test]
fn an_encoding_is_guessed_and_can_be_set() {
    let traditional = "壹、經濟發展\n推動產業升級，新增就業機會。全年實施建設項目十項。";
    let big5 = BIG5.encode(traditional).0.into_owned();
    assert_eq!(taken(&big5).text, traditional);
    assert_eq!(taken(&big5).encoding, "Big5");
    let set = |name: &str| match read(&big5, Charset::named(name)) {
        Ok(Taken::Source(source)) => Ok((source.text, source.known)),
        Err(why) => Err(why.text(Lang::Zh)),
        Ok(Taken::Pdf) => unreachable!(),
    };
    assert_eq!(set("big5"), Ok((traditional.to_owned(), Known::Set)));
    assert!(set("utf8").unwrap_err().starts_with("按 UTF-8 读，有"));
    for (name, known) in
        [("GB2312", true), ("gbk", true), ("utf8", true), ("UTF-16", true), ("klingon", false)]
    {
        assert_eq!(Charset::named(name).is_some(), known, "{name}");
    }
    // A download that was cut inside a character is still what it was.
    let cut = &REPORT.as_bytes()[..REPORT.len() - 2];
    assert_eq!((taken(cut).encoding, taken(cut).damaged), ("UTF-8", 1));
}

#[test]
fn a_page_says_what_is_bold_what_is_a_heading_and_what_is_an_item() {
    let page = taken(
        "<body><h2 class=x>（一）壮大<b>实体</b>经济</h2><p>&nbsp;<span style='font-family:a; font-weight: 700'>改善\
         环境</span><strong>提效</strong>。正文 </p><ul><li>甲<li>乙</ul><p><b>忘了收尾<p>下一段<br>又一行</body>"
            .as_bytes(),
    );
    assert_eq!(
        lines(&page.text),
        ["（一）壮大实体经济", "改善环境提效。正文", "甲", "乙", "忘了收尾", "下一段", "又一行"]
    );
    assert_eq!(
        hinted(&page),
        [
            (Form::Heading(2), "（一）壮大实体经济"),
            (Form::Strong, "实体"),
            (Form::Strong, "改善环境提效"),
            (Form::Item, "甲"),
            (Form::Item, "乙"),
            (Form::Strong, "忘了收尾"),
        ]
    );
}

#[test]
fn bold_words_that_no_stop_parts_from_their_text_are_a_line_of_their_own() {
    let task = |title: &str| {
        format!("<p>　　<b>{title}</b>实施重点项目50个，完成投资<b>120亿元</b>以上。</p>")
    };
    let page = taken(format!("{}{}", task("狠抓项目建设"), task("培育壮大企业")).as_bytes());
    let rest = "实施重点项目50个，完成投资120亿元以上。";
    assert_eq!(lines(&page.text), ["狠抓项目建设", rest, "培育壮大企业", rest]);
    assert_eq!(hinted(&page)[..2], [(Form::Strong, "狠抓项目建设"), (Form::Strong, "120亿元")]);
    let name = taken(task("青禾产业园").as_bytes());
    assert_eq!(lines(&name.text).len(), 1, "one alone may be a name");
    let stopped = taken(format!("{}{}", task("狠抓项目。"), task("培育企业：")).as_bytes());
    assert_eq!(lines(&stopped.text).len(), 2);
}

#[test]
fn white_space_of_a_page_is_what_a_browser_makes_of_it() {
    let page = taken("<p>新增\n   企业\t10 户\nover two\nlines</p><p>　　缩进</p>".as_bytes());
    assert_eq!(page.text, "新增企业 10 户 over two lines\n　　缩进\n");
}

#[test]
fn a_table_of_duties_becomes_lines_with_brackets() {
    let want = [
        "青禾区重点工作分解表",
        "1.壮大实体经济",
        "新增规上工业企业10户。（牵头单位：工信局；配合单位：发改局、商务局；完成时限：12月底）",
        "签约额500亿元。（牵头单位：投促局）",
        "2.办好民生实事",
        "新建学校5所。（牵头单位：教育局；完成时限：9月底）",
    ];
    let html = "<table><tr><td colspan=6>青禾区重点工作分解表</td></tr>\
        <tr><th>序号<th>目标任务<th>具体措施<th>牵头<br>单位<th>配合单位<th>完成时限</tr>\
        <tr><td rowspan=2>1<td rowspan=2>壮大实体经济<td>新增规上工业企业10户。<td>工信局<td><p>发改局</p><p>商务局</p><td>12月底</tr>\
        <tr><td>签约额500亿元。<td>投促局<td><td></tr>\
        <tr><td>2<td>办好民生实事<td>新建学校5所。<td>教育局<td><td>9月底</tr></table><p></p>";
    assert_eq!(lines(&taken(html.as_bytes()).text), want);
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", paragraph(text));
    let row = |cells: &[&str]| {
        format!("<w:tr>{}</w:tr>", cells.iter().map(|text| cell(text)).collect::<String>())
    };
    let body = format!(
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"6\"/></w:tcPr>{}</w:tc></w:tr>{}{}{}{}</w:tbl>",
        paragraph("青禾区重点工作分解表"),
        row(&["序号", "目标任务", "具体措施", "牵头单位", "配合单位", "完成时限"]),
        row(&["1", "壮大实体经济", "新增规上工业企业10户。", "工信局", "发改局、商务局", "12月底"]),
        row(&["", "", "签约额500亿元。", "投促局", "", ""]),
        row(&["2", "办好民生实事", "新建学校5所。", "教育局", "", "9月底"]),
    );
    assert_eq!(lines(&taken(&word(&body)).text), want);
    let markdown = "# 分解\n| 任务 | 责任单位 |\n|---|---|\n| 新建学校5所 | 教育局 |\n\n完\n";
    assert_eq!(
        lines(&taken(markdown.as_bytes()).text),
        ["分解", "新建学校5所（责任单位：教育局）", "完"]
    );
    let underlined = taken(b"Plan 2031\n=====\n\nHomes\n-----\n* 40 homes\n---\nEnd\n");
    assert_eq!(underlined.kind, Kind::Markdown);
    assert_eq!(
        hinted(&underlined),
        [(Form::Heading(1), "Plan 2031"), (Form::Heading(2), "Homes"), (Form::Item, "40 homes")]
    );
}

#[test]
fn other_tables_are_rows_and_tables_that_lay_out_are_paragraphs() {
    let rows = taken("<table><tr><td>指标<td>数值<tr><td>学位<td>3000个</table><p>".as_bytes());
    assert_eq!(hinted(&rows), [(Form::Row, "指标\t数值"), (Form::Row, "学位\t3000个")]);
    let layout = "<table><tr><td>导航<td><table><tr><td><p>（一）壮大</p><p>新增企业10户。</p></table></table>";
    assert_eq!(lines(&taken(layout.as_bytes()).text), ["导航", "（一）壮大", "新增企业10户。"]);
}

/// A workbook of one sheet with these rows and merged cells; texts are shared, `#` marks a date.
fn workbook(rows: &[&[&str]], merged: &[&str]) -> Vec<u8> {
    let (mut strings, mut cells) = (String::new(), String::new());
    let mut count = 0;
    for (row, said) in rows.iter().enumerate() {
        write!(cells, "<row r=\"{}\">", row + 1).unwrap();
        for (column, words) in said.iter().enumerate().filter(|(_, words)| !words.is_empty()) {
            let name = format!("{}{}", char::from(b'A' + u8::try_from(column).unwrap()), row + 1);
            if let Some(number) = words.strip_prefix('#') {
                write!(cells, "<c r=\"{name}\" s=\"1\"><v>{number}</v></c>").unwrap();
            } else {
                write!(strings, "<si><t>{words}</t><rPh><t>音</t></rPh></si>").unwrap();
                write!(cells, "<c r=\"{name}\" t=\"s\"><v>{count}</v></c>").unwrap();
                count += 1;
            }
        }
        cells.push_str("</row>");
    }
    let mut ranges = String::new();
    for range in merged {
        write!(ranges, "<mergeCell ref=\"{range}\"/>").unwrap();
    }
    let sheet = format!(
        "<worksheet><sheetData>{cells}</sheetData><mergeCells>{ranges}</mergeCells></worksheet>"
    );
    zipped(&[
        (
            "xl/workbook.xml",
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"表\" r:id=\"r1\"/><sheet name=\"藏\" state=\"hidden\" r:id=\"r2\"/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
        ),
        (
            "xl/styles.xml",
            "<styleSheet><numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"176\"/></cellXfs></styleSheet>",
        ),
        ("xl/sharedStrings.xml", &format!("<sst>{strings}</sst>")),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

#[test]
fn a_workbook_is_its_rows_and_a_table_of_duties_its_lines() {
    let plain =
        taken(&workbook(&[&["指标", "数值"], &["学位", "3000个"], &["时间", "#45000"]], &[]));
    assert_eq!(plain.kind, Kind::Workbook);
    assert_eq!(lines(&plain.text), ["指标\t数值", "学位\t3000个", "时间\t2023-03-15"]);
    let duties = taken(&workbook(
        &[
            &["2031年任务分解表"],
            &["序号", "目标任务", "牵头单位", "完成时限"],
            &["1", "新建学校5所。", "教育局", "9月底"],
            &["2", "改造小区3个。", "住建局", "10月底"],
        ],
        &["A1:D1"],
    ));
    assert_eq!(
        lines(&duties.text),
        [
            "2031年任务分解表",
            "1.新建学校5所。（牵头单位：教育局；完成时限：9月底）",
            "2.改造小区3个。（牵头单位：住建局；完成时限：10月底）",
        ]
    );
    let plan =
        workbook(&[&["方面", "任务", "措施"], &["惠民生", "办好教育", "建校，增“学位”。"]], &[]);
    let plan = taken(&plan);
    assert_eq!(
        (plan.kind, lines(&plan.text)[1]),
        (Kind::Table, "\"惠民生\",\"办好教育\",\"建校，增“学位”。\"")
    );
}

#[test]
fn word_counts_by_itself_and_is_read_as_it_shows() {
    let styles = "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"2\"><w:name w:val=\"heading 2\"/><w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr></w:pPr></w:style>\
        <w:style w:styleId=\"T\"><w:name w:val=\"toc 1\"/></w:style><w:style w:styleId=\"mine\"><w:basedOn w:val=\"2\"/></w:style></w:styles>";
    let numbering = "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"3\">\
        <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"（%1）\"/></w:lvl>\
        <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%2.\"/></w:lvl></w:abstractNum>\
        <w:num w:numId=\"7\"><w:abstractNumId w:val=\"3\"/></w:num></w:numbering>";
    let styled = |style: &str, text: &str| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let item = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr>\
        <w:r><w:rPr><w:b/></w:rPr><w:t>提升</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>效率。</w:t></w:r><w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t>办结率95%&amp;更高</w:t></w:r>\
        <w:del><w:r><w:t>删了</w:t></w:r></w:del><mc:Fallback><w:p><w:r><w:t>重复</w:t></w:r></w:p></mc:Fallback><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>";
    let body = [
        styled("T", "壮大\t1"),
        styled("2", "壮大"),
        item.into(),
        item.into(),
        styled("mine", "民生"),
        item.into(),
    ]
    .concat();
    let notes = "<w:footnotes xmlns:w=\"w\"><w:footnote w:type=\"separator\"><w:p/></w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:t>办结率：按期办结的比例。</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let source = taken(&zipped(&[
        ("word/document.xml", &document(&body)),
        ("word/styles.xml", styles),
        ("word/numbering.xml", numbering),
        ("word/footnotes.xml", notes),
    ]));
    let item = |n: u8| format!("{n}.提升效率。办结率95%&更高");
    assert_eq!(
        lines(&source.text),
        ["（一）壮大", &item(1), &item(2), "（二）民生", &item(1), "［1］办结率：按期办结的比例。"]
    );
    assert_eq!(
        hinted(&source)[..3],
        [
            (Form::Heading(2), "（一）壮大"),
            (Form::Item, item(1).as_str()),
            (Form::Strong, "提升效率。")
        ]
    );
}

#[test]
fn a_page_of_pdf_is_paragraphs_again() {
    let laid_out = "                青禾区2024年重点工作\n\n    （一）壮大实体经济\n\
        \x20   新增规上工业企业10户以上，力争全年签约额达到500\n亿元，改善营商环境，把每一件小事办好办实办出成效来\n让群众满意。\n\
        \n                — 1 —\n\x0c    新建学校5所。\n                — 2 —\n\x0c";
    assert_eq!(
        paged(laid_out).unwrap().text,
        "青禾区2024年重点工作\n（一）壮大实体经济\n新增规上工业企业10户以上，力争全年签约额达到500亿元，改善营商环境，\
         把每一件小事办好办实办出成效来让群众满意。\n新建学校5所。\n"
    );
    assert_eq!(paged("\x0c\n — 1 —\n\x0c"), Err(NotRead::NoWordsInPdf));
    assert_eq!(read(b"%PDF-1.7\n...", None), Ok(Taken::Pdf));
}

#[test]
fn a_table_of_a_pdf_is_rows_where_it_is_plain() {
    let page = "        云溪县2031年任务分解表\n\n  序号        目标任务          牵头单位    完成时限\n   1    新建学校5所，新增学位      教育局      9月底\n        2400个。\n   2    改造小区3个。              住建局      10月底\n\n                 — 1 —\n";
    assert_eq!(
        lines(&paged(page).unwrap().text),
        [
            "云溪县2031年任务分解表",
            "1.新建学校5所，新增学位2400个。（牵头单位：教育局；完成时限：9月底）",
            "2.改造小区3个。（牵头单位：住建局；完成时限：10月底）",
        ]
    );
}

#[test]
fn what_is_no_report_is_refused_with_what_to_do() {
    let zip = |name: &str| zipped(&[(name, "x")]);
    for (bytes, why) in [
        (Vec::new(), "里面没有文字；请给出有正文的报告"),
        (b"\xef\xbb\xbf \r\n".to_vec(), "里面没有文字；请给出有正文的报告"),
        (b"<html><body><script>x".to_vec(), "里面没有文字；请给出有正文的报告"),
        ((0..=255).cycle().take(4000).collect(), "这不是文字文件"),
        (zip("xl/workbook.bin"), "这是 xlsb 工作簿"),
        (zip("ppt/presentation.xml"), "这是演示文稿"),
        (zip("OFD.xml"), "这是 OFD 版式文件"),
        (zip("content.xml"), "这是 OpenDocument"),
        (zip("报告.txt"), "这是压缩包"),
        (b"\x1f\x8b\x08".to_vec(), "这是压缩包"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..".to_vec(), "这是旧版 Office 文件"),
        (b"{\\rtf1".to_vec(), "这是 RTF 文件"),
        (b"\x89PNG\r\n".to_vec(), "这是图片"),
        (b"MIME-Version: 1.0\r\n".to_vec(), "这是网页归档"),
        (word("")[..60].to_vec(), "这个文件像是 docx，但解不开"),
        (word(""), "里面没有文字；请给出有正文的报告"),
        (vec![b'a'; LARGEST + 1], "文件超过 32 MB"),
        (vec![b'a'; LONGEST + 1], "里面的文字超过 8 MB"),
    ] {
        let said = refused(&bytes).text(Lang::Zh);
        assert!(said.starts_with(why), "{said}");
        assert!(!refused(&bytes).text(Lang::En).is_empty());
    }
}

#[test]
fn no_file_makes_more_work_than_it_is_worth() {
    let entities = "<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>";
    let body = document(&paragraph("&b;"));
    let declared = body.replace("<w:document", &format!("{entities}<w:document"));
    assert!(matches!(refused(&zipped(&[(BODY, &declared)])), NotRead::Entities { .. }));
    assert_eq!(taken(&zipped(&[(BODY, &body)])).text, "&b;\n");
    let deep = document(&format!("{}{}", "<w:p>".repeat(500), "</w:p>".repeat(500)));
    assert!(matches!(refused(&zipped(&[(BODY, &deep)])), NotRead::TooDeep { .. }));
    for broken in ["<w:document><w:p>", "<a></b>", "<w:t x=<>", "<![CDATA["] {
        let why = refused(&zipped(&[(BODY, broken)]));
        assert!(matches!(why, NotRead::BrokenXml { .. }), "{broken}: {why:?}");
    }
    let html = format!("<p>{}深{}", "<div><b><table><tr><td>".repeat(50_000), "</div>".repeat(9));
    assert_eq!(taken(html.as_bytes()).text, "深\n");
    let spans =
        "<table><tr><td colspan=9999999999 rowspan=4294967295>宽<tr><td colspan=-1>窄".repeat(50);
    assert!(taken(spans.as_bytes()).text.starts_with("宽"));
}

const BODY: &str = "word/document.xml";

#[test]
fn what_unpacks_to_far_more_than_it_is_is_left_alone() {
    let zip = zipped(&[(BODY, &" ".repeat((64 << 20) + 1))]);
    assert!(zip.len() < 1 << 20);
    assert!(matches!(refused(&zip), NotRead::Unfolds { .. }));
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, None);
        let _ = read(&[b"PK\x03\x04".as_slice(), &bytes].concat(), None);
    }

    /// Whatever a page or Markdown holds, hints lie on whole characters and within a line.
    #[test]
    fn hints_lie_within_lines(parts in proptest::collection::vec(
        prop_oneof![
            Just("<p>"), Just("</p>"), Just("<b>"), Just("</b>"), Just("<table>"), Just("</table>"),
            Just("<tr>"), Just("<td rowspan=2>"), Just("<td colspan=3>"), Just("牵头单位"), Just("任务"),
            Just("\n"), Just(" "), Just("字"), Just("<h2>"), Just("</h2>"), Just("<li>"), Just("<br>"),
            Just("**"), Just("## "), Just("- "), Just("|"), Just("|---|---|\n"), Just("<script>"),
            Just("</script>"), Just("<span style=font-weight:bold>"), Just("</span>"), Just("&nbsp;"),
        ], 0..60)) {
        let text = parts.concat();
        for read in [html::read(&text), markdown::read(&text)] {
            let (text, hints) = read.unwrap();
            for hint in hints {
                let words = text.get(hint.range.clone());
                prop_assert!(words.is_some_and(|w| !w.is_empty() && !w.contains('\n')), "{hint:?} {text:?}");
            }
        }
    }

    #[test]
    fn any_layout_becomes_paragraphs_with_all_its_words(text in "[ \\n\\x0c字a。]{0,80}") {
        let words = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(words(&paged::text(&text)), words(&text));
    }
}
