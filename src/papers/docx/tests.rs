//! The document against the schema of OOXML, and against the paper that it was made of.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;

use super::write;
use crate::papers::minutes::{Known, minutes};
use crate::papers::tests::{plan, whole};
use crate::papers::{Block, Paper};
use crate::plan::{Letterhead, Style};
use crate::words::Lang;

/// The order of elements within others, as ECMA-376 (5th edition, part 1, annex A) gives it; only
/// those that a paper could have.
const ORDER: [(&str, &str); 14] = [
    (
        "w:pPr",
        "w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl w:numPr w:pBdr \
         w:shd w:tabs w:kinsoku w:wordWrap w:overflowPunct w:topLinePunct w:autoSpaceDE \
         w:autoSpaceDN w:snapToGrid w:spacing w:ind w:jc w:textAlignment w:outlineLvl w:rPr w:sectPr",
    ),
    (
        "w:rPr",
        "w:rStyle w:rFonts w:b w:i w:color w:spacing w:w w:kern w:position w:sz w:szCs w:u w:lang",
    ),
    (
        "w:sectPr",
        "w:headerReference w:footerReference w:type w:pgSz w:pgMar w:pgNumType w:cols w:titlePg \
         w:docGrid",
    ),
    (
        "w:style",
        "w:name w:aliases w:basedOn w:next w:link w:uiPriority w:qFormat w:pPr w:rPr w:tblPr",
    ),
    ("w:styles", "w:docDefaults w:latentStyles w:style"),
    ("w:docDefaults", "w:rPrDefault w:pPrDefault"),
    (
        "w:settings",
        "w:zoom w:mirrorMargins w:defaultTabStop w:evenAndOddHeaders w:characterSpacingControl \
         w:noLineBreaksAfter w:noLineBreaksBefore w:compat w:themeFontLang",
    ),
    ("w:font", "w:altName w:panose1 w:charset w:family w:notTrueType w:pitch w:sig"),
    ("w:tbl", "w:tblPr w:tblGrid w:tr"),
    (
        "w:tblPr",
        "w:tblStyle w:tblpPr w:tblOverlap w:tblW w:jc w:tblCellSpacing w:tblInd w:tblBorders w:shd \
         w:tblLayout w:tblCellMar w:tblLook",
    ),
    ("w:tblBorders", "w:top w:left w:bottom w:right w:insideH w:insideV"),
    ("w:tr", "w:tblPrEx w:trPr w:tc"),
    ("w:tc", "w:tcPr w:p"),
    ("w:p", "w:pPr w:r"),
];

fn paper() -> Paper {
    let (plan, state) = (plan(), whole());
    let known = Known { plan: &plan, state: &state, lang: Lang::Zh };
    minutes(known, &[state.meeting().unwrap()]).unwrap()
}

/// The paper in every layout, and a file of two of them.
fn layouts() -> Vec<Paper> {
    let house = Letterhead::default();
    let of = |style| paper().in_style(style, &house);
    let mut all = Style::ALL.map(of).to_vec();
    let two = |style| Paper { then: vec![of(style)], ..of(style) };
    all.extend([Style::Standard, Style::Plain].map(two));
    all
}

fn parts(paper: &Paper) -> BTreeMap<String, String> {
    let bytes = write(paper).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        parts.insert(file.name().unwrap().into_owned(), text);
    }
    parts
}

/// Calls for every element with the one that holds it, and for every text.
fn walk(text: &str, mut each: impl FnMut(&str, &str), mut said: impl FnMut(&str)) {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<String> = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => {
                let name = tag.name().as_ref().to_owned();
                each(open.last().map_or("", String::as_str), &name);
                open.push(name);
            }
            Event::Empty(tag) => {
                let name = tag.name().as_ref().to_owned();
                each(open.last().map_or("", String::as_str), &name);
            }
            Event::End(_) => drop(open.pop()),
            Event::Text(text) => said(&text.xml10_content()),
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn every_element_stands_where_the_schema_wants_it() {
    let order: BTreeMap<&str, Vec<&str>> =
        ORDER.iter().map(|(of, all)| (*of, all.split_whitespace().collect())).collect();
    for (name, text) in layouts().iter().flat_map(parts) {
        // The last place within each open element of a known order.
        let mut last: Vec<(String, usize)> = Vec::new();
        let mut checked = 0;
        walk(
            &text,
            |of, element| {
                while last.last().is_some_and(|(open, _)| open != of && order.contains_key(of)) {
                    last.pop();
                }
                if order.contains_key(element) {
                    checked += 1;
                }
                if let Some(all) = order.get(of) {
                    let place = all.iter().position(|own| *own == element);
                    let place = place.unwrap_or_else(|| panic!("{name}: {element} in {of}"));
                    if let Some((_, before)) = last.last_mut().filter(|(open, _)| open == of) {
                        assert!(*before <= place, "{name}: {element} too late in {of}");
                        *before = place;
                    }
                }
                if order.contains_key(element) {
                    last.push((element.to_owned(), 0));
                }
            },
            |_| {},
        );
        let ordered = ["word/document.xml", "word/styles.xml", "word/settings.xml"];
        assert!(checked > 0 || !ordered.contains(&name.as_str()), "{name}");
    }
}

#[test]
fn the_document_says_what_the_paper_says_and_nothing_else() {
    let paper = paper();
    let mut said = String::new();
    walk(&parts(&paper)["word/document.xml"], |_, _| {}, |text| said.push_str(text));
    let mut want =
        format!("{}{}　{}{}{}", paper.mark, paper.number, paper.organ, paper.date, paper.title);
    want += &paper.standing().unwrap();
    for block in &paper.body {
        want += &crate::papers::text::line(block, paper.lang);
    }
    want += &["抄送：", &paper.foot.copies, &paper.foot.office, &paper.foot.issued].concat();
    assert_eq!(said.trim(), want);
}

#[test]
fn equal_papers_are_equal_bytes() {
    let bytes = write(&paper()).unwrap();
    assert_eq!(bytes, write(&paper()).unwrap());
    let mut other = paper();
    other.body.push(Block::Text("多一句。".into()));
    assert_ne!(bytes, write(&other).unwrap());
}

#[test]
fn every_style_and_relation_that_is_used_is_there() {
    let named = |text: &str, attribute: &str| -> Vec<String> {
        let rest = text.split(attribute).skip(1);
        rest.filter_map(|rest| rest.split('"').next().map(str::to_owned)).collect()
    };
    for parts in layouts().iter().map(parts) {
        let styles = named(&parts["word/styles.xml"], "w:styleId=\"");
        for part in ["word/document.xml", "word/footer1.xml", "word/footer2.xml"] {
            for used in named(&parts[part], "<w:pStyle w:val=\"") {
                assert!(styles.contains(&used), "{used}");
            }
        }
        let ids = named(&parts["word/_rels/document.xml.rels"], " Id=\"");
        for used in named(&parts["word/document.xml"], "r:id=\"") {
            assert!(ids.contains(&used), "{used}");
        }
        for target in named(&parts["word/_rels/document.xml.rels"], "Target=\"") {
            assert!(parts.contains_key(&format!("word/{target}")), "{target}");
        }
    }
    let fonts = |style: Style| {
        parts(&paper().in_style(style, &Letterhead::default()))["word/fontTable.xml"].clone()
    };
    for font in ["方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"] {
        assert!(fonts(Style::Standard).contains(font), "{font}");
        assert!(!fonts(Style::Plain).contains(font), "{font}");
    }
}

#[test]
fn a_file_of_several_papers_has_a_section_and_a_head_for_each() {
    for style in [Style::Standard, Style::Plain] {
        let house = Letterhead::default();
        let one = paper().in_style(style, &house);
        let all = Paper { then: vec![one.clone(), one.clone()], ..one.clone() };
        let text = &parts(&all)["word/document.xml"];
        assert_eq!(text.matches("<w:sectPr>").count(), 3);
        assert_eq!(text.matches("<w:type w:val=\"oddPage\"/>").count(), 2, "the first just begins");
        assert_eq!(text.matches(one.title.as_str()).count(), 3);
    }
}

#[test]
fn three_hundred_names_and_a_mark_of_any_length_are_a_document() {
    let mut paper = paper();
    paper.mark = "很长".repeat(60);
    paper.title = "很长的标题".repeat(30);
    paper.body.push(Block::Roll { label: "列席".into(), names: "演练单位、".repeat(300) });
    let parts = parts(&paper);
    assert!(parts["word/document.xml"].contains("演练单位、演练单位"));
    let none = Paper::default();
    assert!(!self::parts(&none)["word/document.xml"].contains("<w:tbl>"));
}
