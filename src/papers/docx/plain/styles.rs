//! The styles of a plain document, the headings under the names by which every program knows them.

use crate::papers::Paper;
use crate::papers::docx::parts::named;
use crate::papers::xml::{Element, element};
use crate::words::Lang;
use crate::words::paper::Style as Name;

/// The fonts, and which others may stand in their place.
const FONTS: [(&str, &str, &str); 2] = [
    ("Calibri", "Carlito,Arial,Liberation Sans,Noto Sans", "00"),
    ("等线", "DengXian,微软雅黑,Microsoft YaHei,PingFang SC,Noto Sans CJK SC", "86"),
];

/// The text in half points.
const TEXT: u32 = 22;

/// How far the text of a list stands from its number.
const HANGING: u32 = 510;

/// All styles.
pub(in crate::papers::docx) fn styles(paper: &Paper) -> Element {
    let lang = if paper.lang == Lang::Zh { "en-US" } else { "en-GB" };
    let [(western, ..), (eastern, ..)] = FONTS;
    let fonts = element("w:rFonts")
        .with("w:ascii", western)
        .with("w:hAnsi", western)
        .with("w:eastAsia", eastern)
        .with("w:cs", western);
    let run = element("w:rPr")
        .add(fonts)
        .add_all(sized(TEXT))
        .add(element("w:lang").with("w:val", lang).with("w:eastAsia", "zh-CN"));
    let apart =
        element("w:spacing").with("w:after", 120).with("w:line", 288).with("w:lineRule", "auto");
    let defaults = element("w:docDefaults")
        .add(element("w:rPrDefault").add(run))
        .add(element("w:pPrDefault").add(element("w:pPr").add(apart)));
    let normal = element("w:style")
        .with("w:type", "paragraph")
        .with("w:default", 1)
        .with("w:styleId", "Normal")
        .add(element("w:name").with("w:val", "Normal"))
        .add(element("w:qFormat"));
    let own = |name: Name| name.text(Lang::Zh);
    named("w:styles").add(defaults).add(normal).add_all(
        [
            Style::new("Mark", own(Name::Mark)).apart(0, 60).look(28, Weight::Bold),
            Style::new("Organ", own(Name::Organ)).apart(0, 60).look(TEXT, Weight::Plain),
            Style::new("Title", "Title").apart(0, 120).heading(None).look(36, Weight::Bold),
            Style::new("Subtitle", "Subtitle").apart(0, 200).heading(None).look(TEXT, Weight::Grey),
            Style::new("Heading1", "heading 1")
                .apart(280, 100)
                .heading(Some(0))
                .look(28, Weight::Bold),
            Style::new("Heading2", "heading 2")
                .apart(200, 80)
                .heading(Some(1))
                .look(24, Weight::Bold),
            Style::new("Level3", own(Name::Third)).hanging(HANGING, HANGING),
            Style::new("Level4", own(Name::Fourth)).hanging(2 * HANGING, HANGING),
            Style::new("Signed", own(Name::Signed)).apart(360, 120),
            Style::new("Roll", own(Name::Roll)),
            Style::new("Foot", own(Name::Foot)).apart(360, 0).ruled().look(18, Weight::Grey),
            Style::new("Copies", own(Name::Copies)).apart(0, 0).look(18, Weight::Grey),
            Style::new("PageOdd", own(Name::PageOdd)).centred().look(18, Weight::Grey),
        ]
        .map(Style::element),
    )
}

/// The font table.
pub(in crate::papers::docx) fn fonts() -> Element {
    let one = |(name, instead, charset): (&str, &str, &str)| {
        element("w:font")
            .with("w:name", name)
            .add(element("w:altName").with("w:val", instead))
            .add(element("w:charset").with("w:val", charset))
            .add(element("w:family").with("w:val", "swiss"))
            .add(element("w:pitch").with("w:val", "variable"))
    };
    named("w:fonts").add_all(FONTS.map(one))
}

/// How strong a text is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Weight {
    Plain,
    Bold,
    Grey,
}

/// A style while it is put together; its parts are written in the order of the schema.
struct Style {
    id: &'static str,
    name: &'static str,
    keep: bool,
    rule: Option<Element>,
    spacing: Option<Element>,
    indent: Option<Element>,
    align: Option<Element>,
    outline: Option<u32>,
    run: Option<Element>,
}

impl Style {
    const fn new(id: &'static str, name: &'static str) -> Self {
        Self {
            id,
            name,
            keep: false,
            rule: None,
            spacing: None,
            indent: None,
            align: None,
            outline: None,
            run: None,
        }
    }

    fn apart(mut self, before: u32, after: u32) -> Self {
        let spacing = element("w:spacing").with("w:before", before).with("w:after", after);
        self.spacing = Some(spacing);
        self
    }

    /// Stays with what follows it; a heading is in the outline too.
    fn heading(mut self, outline: Option<u32>) -> Self {
        (self.keep, self.outline) = (true, outline);
        self
    }

    fn hanging(mut self, left: u32, by: u32) -> Self {
        self.indent = Some(element("w:ind").with("w:left", left).with("w:hanging", by));
        self
    }

    fn centred(mut self) -> Self {
        self.align = Some(element("w:jc").with("w:val", "center"));
        self
    }

    fn ruled(mut self) -> Self {
        let rule = element("w:top")
            .with("w:val", "single")
            .with("w:sz", 4)
            .with("w:space", 6)
            .with("w:color", "808080");
        self.rule = Some(element("w:pBdr").add(rule));
        self
    }

    fn look(mut self, size: u32, weight: Weight) -> Self {
        let bold = (weight == Weight::Bold).then(|| element("w:b"));
        let grey = (weight == Weight::Grey).then(|| element("w:color").with("w:val", "595959"));
        self.run = Some(element("w:rPr").add_all(bold).add_all(grey).add_all(sized(size)));
        self
    }

    fn element(self) -> Element {
        let outline = self.outline.map(|level| element("w:outlineLvl").with("w:val", level));
        let shape = element("w:pPr")
            .add_all(self.keep.then(|| element("w:keepNext")))
            .add_all(self.rule)
            .add_all(self.spacing)
            .add_all(self.indent)
            .add_all(self.align)
            .add_all(outline);
        element("w:style")
            .with("w:type", "paragraph")
            .with("w:styleId", self.id)
            .add(element("w:name").with("w:val", self.name))
            .add(element("w:basedOn").with("w:val", "Normal"))
            .add(element("w:qFormat"))
            .add(shape)
            .add_all(self.run)
    }
}

fn sized(half_points: u32) -> [Element; 2] {
    [element("w:sz").with("w:val", half_points), element("w:szCs").with("w:val", half_points)]
}
