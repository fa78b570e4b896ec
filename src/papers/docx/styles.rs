//! The styles of an official paper, each under the name by which an office knows it.

use super::parts::named;
use crate::papers::Paper;
use crate::papers::measure::{
    CHARACTER, CLOSER, FOURTH, LINE, MARK_BEFORE, RULE_SPACE, RULE_THICK, SMALL, TITLE_LINE, WIDTH,
    mark_line, mark_size,
};
use crate::papers::xml::{Element, element};
use crate::words::Lang;
use crate::words::paper::Style as Name;

/// The fonts of GB/T 9704-2012.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Font {
    /// 小标宋: marks and titles.
    Title,
    /// 仿宋: the text.
    Text,
    /// 黑体: the first level.
    Bold,
    /// 楷体: the second level.
    Script,
    /// 宋体: page numbers.
    Number,
}

impl Font {
    pub(super) const ALL: [Self; 5] =
        [Self::Title, Self::Text, Self::Bold, Self::Script, Self::Number];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Title => "方正小标宋简体",
            Self::Text => "仿宋_GB2312",
            Self::Bold => "黑体",
            Self::Script => "楷体_GB2312",
            Self::Number => "宋体",
        }
    }

    /// The fonts that may stand in its place, the best first.
    pub(super) const fn instead(self) -> &'static str {
        match self {
            Self::Title => {
                "方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体,SimSun,Noto Serif CJK SC"
            }
            Self::Text => "仿宋,FangSong,FangSong_GB2312,华文仿宋,STFangsong,Noto Serif CJK SC",
            Self::Bold => "SimHei,微软雅黑,Microsoft YaHei,Noto Sans CJK SC",
            Self::Script => "楷体,KaiTi,KaiTi_GB2312,华文楷体,STKaiti,Noto Serif CJK SC",
            Self::Number => "SimSun,Noto Serif CJK SC",
        }
    }

    pub(super) const fn family(self) -> &'static str {
        match self {
            Self::Bold => "swiss",
            Self::Script => "script",
            Self::Title | Self::Text | Self::Number => "roman",
        }
    }

    /// The font of a run, for every sort of character.
    pub(super) fn of_run(self) -> Element {
        let name = self.name();
        element("w:rFonts")
            .with("w:ascii", name)
            .with("w:hAnsi", name)
            .with("w:eastAsia", name)
            .with("w:cs", name)
    }
}

/// 三号 and 二号 in half points.
const THIRD: u32 = 32;
const SECOND: u32 = 44;

/// 纪要标志 is red.
const RED: &str = "FF0000";

/// The office's fonts, and which others may stand in their place.
pub(super) fn fonts() -> Element {
    let one = |font: &Font| {
        element("w:font")
            .with("w:name", font.name())
            .add(element("w:altName").with("w:val", font.instead()))
            .add(element("w:charset").with("w:val", "86"))
            .add(element("w:family").with("w:val", font.family()))
            .add(element("w:pitch").with("w:val", "default"))
    };
    named("w:fonts").add_all(Font::ALL.iter().map(one))
}

/// All styles; the size of the mark is chosen so that it stands in one line.
pub(super) fn styles(paper: &Paper) -> Element {
    let (lang, eastern) = match paper.lang {
        Lang::Zh => ("en-US", "zh-CN"),
        Lang::En => ("en-GB", "zh-CN"),
    };
    let spoken = element("w:lang").with("w:val", lang).with("w:eastAsia", eastern);
    let run = element("w:rPr")
        .add(Font::Text.of_run())
        .add(element("w:spacing").with("w:val", CLOSER))
        .add(size(THIRD))
        .add(element("w:szCs").with("w:val", THIRD))
        .add(spoken);
    let defaults =
        element("w:docDefaults").add(element("w:rPrDefault").add(run)).add(element("w:pPrDefault"));
    let mark = mark_size(&paper.mark);
    named("w:styles").add(defaults).add(normal()).add_all([
        style("Mark", Name::Mark, mark_shape(mark), title_run(mark).with_color(RED)),
        style("Number", Name::Number, centred().spaced(2 * LINE, 0), Run::default()),
        style("Organ", Name::Organ, organ_shape(), Run::default()),
        style("PaperTitle", Name::Title, title_shape(), title_run(SECOND)),
        style("Standing", Name::Standing, centred(), Run::of(Font::Script)),
        style("Level1", Name::First, indented().outline(0), Run::of(Font::Bold)),
        style("Level2", Name::Second, indented().outline(1), Run::of(Font::Script)),
        style("Level3", Name::Third, indented(), Run::default()),
        style("Level4", Name::Fourth, indented(), Run::default()),
        style("Signed", Name::Signed, signed_shape(), Run::default()),
        style("Roll", Name::Roll, roll_shape(), Run::default()),
        style("Foot", Name::Foot, foot_shape(), Run::sized(FOURTH)),
        style("Copies", Name::Copies, copies_shape(), Run::sized(FOURTH)),
        style("PageOdd", Name::PageOdd, edge("right"), page_run()),
        style("PageEven", Name::PageEven, edge("left"), page_run()),
    ])
}

/// The properties of a run that differ from those of the text.
#[derive(Clone, Copy, Default)]
struct Run {
    font: Option<Font>,
    color: Option<&'static str>,
    size: Option<u32>,
    /// Characters stand as far apart as their font wants.
    loose: bool,
}

impl Run {
    fn of(font: Font) -> Self {
        Self { font: Some(font), ..Self::default() }
    }

    fn sized(size: u32) -> Self {
        Self { size: Some(size), loose: true, ..Self::default() }
    }

    fn with_color(self, color: &'static str) -> Self {
        Self { color: Some(color), ..self }
    }

    fn element(self) -> Element {
        let color = self.color.map(|color| element("w:color").with("w:val", color));
        let loose = self.loose.then(|| element("w:spacing").with("w:val", 0));
        let size = self.size.map(|points| [size(points), element("w:szCs").with("w:val", points)]);
        element("w:rPr")
            .add_all(self.font.map(Font::of_run))
            .add_all(color)
            .add_all(loose)
            .add_all(size.into_iter().flatten())
    }
}

/// The properties of a paragraph, in the order of the schema.
#[derive(Default)]
struct Shape {
    keep: bool,
    border: Option<Element>,
    tabs: Option<Element>,
    spacing: Option<Element>,
    indent: Option<Element>,
    align: Option<&'static str>,
    outline: Option<u32>,
}

impl Shape {
    fn spaced(self, before: u32, after: u32) -> Self {
        let spacing = exact(LINE).with("w:before", before).with("w:after", after);
        Self { spacing: Some(spacing), ..self }
    }

    fn outline(self, level: u32) -> Self {
        Self { outline: Some(level), keep: true, ..self }
    }

    fn element(self) -> Element {
        element("w:pPr")
            .add_all(self.keep.then(|| element("w:keepNext")))
            .add_all(self.border)
            .add_all(self.tabs)
            .add_all(self.spacing)
            .add_all(self.indent)
            .add_all(self.align.map(|align| element("w:jc").with("w:val", align)))
            .add_all(self.outline.map(|level| element("w:outlineLvl").with("w:val", level)))
    }
}

/// Lines of a height that no character changes.
fn exact(line: u32) -> Element {
    element("w:spacing").with("w:line", line).with("w:lineRule", "exact")
}

fn size(half_points: u32) -> Element {
    element("w:sz").with("w:val", half_points)
}

/// 正文: lines of 28 characters, 22 to the page; nothing hangs out, nothing is squeezed.
fn normal() -> Element {
    let no = |name| element(name).with("w:val", 0);
    let shape = element("w:pPr")
        .add(no("w:widowControl"))
        .add(no("w:overflowPunct"))
        .add(no("w:autoSpaceDE"))
        .add(no("w:autoSpaceDN"))
        .add(exact(LINE))
        .add(element("w:jc").with("w:val", "both"));
    element("w:style")
        .with("w:type", "paragraph")
        .with("w:default", 1)
        .with("w:styleId", "Normal")
        .add(element("w:name").with("w:val", "Normal"))
        .add(element("w:qFormat"))
        .add(shape)
}

fn style(id: &'static str, name: Name, shape: Shape, run: Run) -> Element {
    element("w:style")
        .with("w:type", "paragraph")
        .with("w:customStyle", 1)
        .with("w:styleId", id)
        .add(element("w:name").with("w:val", name.text(Lang::Zh)))
        .add(element("w:basedOn").with("w:val", "Normal"))
        .add(element("w:qFormat"))
        .add(shape.element())
        .add(run.element())
}

fn centred() -> Shape {
    Shape { align: Some("center"), ..Shape::default() }
}

fn title_run(size: u32) -> Run {
    Run { size: Some(size), loose: true, ..Run::of(Font::Title) }
}

fn page_run() -> Run {
    Run { size: Some(FOURTH), loose: true, ..Run::of(Font::Number) }
}

/// 纪要标志
fn mark_shape(size: u32) -> Shape {
    let spacing = element("w:spacing")
        .with("w:before", MARK_BEFORE)
        .with("w:line", mark_line(size))
        .with("w:lineRule", "exact");
    Shape { spacing: Some(spacing), ..centred() }
}

/// Organ at the left, date at the right, one character from the edges; the red rule 4 mm below.
fn organ_shape() -> Shape {
    let rule = element("w:bottom")
        .with("w:val", "single")
        .with("w:sz", RULE_THICK)
        .with("w:space", RULE_SPACE)
        .with("w:color", RED);
    let tab = element("w:tab").with("w:val", "right").with("w:pos", WIDTH - CHARACTER);
    Shape {
        border: Some(element("w:pBdr").add(rule)),
        tabs: Some(element("w:tabs").add(tab)),
        align: Some("left"),
        ..Shape::default()
    }
    .spaced(LINE, 0)
}

/// Two blank lines under the rule, one before the text.
fn title_shape() -> Shape {
    let spacing = element("w:spacing")
        .with("w:before", 2 * LINE)
        .with("w:line", TITLE_LINE)
        .with("w:lineRule", "exact");
    Shape { keep: true, spacing: Some(spacing), ..centred() }
}

/// 左空二字
fn indented() -> Shape {
    let indent = element("w:ind").with("w:firstLine", 2 * CHARACTER);
    Shape { indent: Some(indent), ..Shape::default() }
}

/// 落款: two blank lines below the text, four characters from the right.
fn signed_shape() -> Shape {
    let indent = element("w:ind").with("w:right", 4 * CHARACTER);
    Shape { indent: Some(indent), align: Some("right"), ..Shape::default() }.spaced(2 * LINE, 0)
}

/// Names that go on under the first one: two characters in, and the label's three.
fn roll_shape() -> Shape {
    let indent = element("w:ind").with("w:left", 5 * CHARACTER).with("w:hanging", 3 * CHARACTER);
    Shape { indent: Some(indent), ..Shape::default() }
}

/// 版记: one character from the edges.
fn foot_shape() -> Shape {
    let tab = element("w:tab").with("w:val", "right").with("w:pos", WIDTH - SMALL);
    let indent = element("w:ind").with("w:left", SMALL).with("w:right", SMALL);
    Shape {
        tabs: Some(element("w:tabs").add(tab)),
        indent: Some(indent),
        align: Some("left"),
        ..Shape::default()
    }
}

/// 抄送: what goes on stands under the first name.
fn copies_shape() -> Shape {
    let indent = element("w:ind")
        .with("w:left", 4 * SMALL)
        .with("w:right", SMALL)
        .with("w:hanging", 3 * SMALL);
    Shape { indent: Some(indent), align: Some("both"), ..Shape::default() }
}

/// A page number, one character from an edge.
fn edge(side: &'static str) -> Shape {
    let inside = element("w:ind").with(if side == "right" { "w:right" } else { "w:left" }, SMALL);
    Shape { indent: Some(inside), align: Some(side), ..Shape::default() }
}
