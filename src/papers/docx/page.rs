//! The page of GB/T 9704-2012 in twentieths of a point, and its number.

use crate::papers::measure::{HEIGHT, LINE, WIDTH};
use crate::papers::xml::{Element, element};

/// A4.
pub(super) const PAPER: (u32, u32) = (11_906, 16_838);
/// 天头 37 mm and 订口 28 mm.
const TOP: u32 = 2_098;
pub(super) const LEFT: u32 = 1_587;
/// From the edge of the paper to the foot of the line of the page number, whose dashes then stand
/// 7 mm below the text.
const FOOTER: u32 = 1_418;

/// The two sides of a leaf: the number stands at the outer edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// 单页码居右
    Odd,
    /// 双页码居左
    Even,
}

/// The section of a paper: size, margins, footers, grid. One that follows another begins on a leaf of
/// its own, and each counts its pages from 1.
pub(super) fn section(nth: usize) -> Element {
    let (width, height) = PAPER;
    let footer =
        |kind: &str, id: &str| element("w:footerReference").with("w:type", kind).with("r:id", id);
    let margins = element("w:pgMar")
        .with("w:top", TOP)
        .with("w:right", width - LEFT - WIDTH)
        .with("w:bottom", height - TOP - HEIGHT)
        .with("w:left", LEFT)
        .with("w:header", 851)
        .with("w:footer", FOOTER)
        .with("w:gutter", 0);
    let begins = (nth > 0).then(|| element("w:type").with("w:val", "oddPage"));
    element("w:sectPr")
        .add(footer("default", "rId4"))
        .add(footer("even", "rId5"))
        .add_all(begins)
        .add(element("w:pgSz").with("w:w", width).with("w:h", height))
        .add(margins)
        .add(element("w:pgNumType").with("w:start", 1))
        .add(element("w:cols").with("w:space", 425))
        // No grid: every line has its height, and a grid would push the mark off its place.
        .add(element("w:docGrid").with("w:linePitch", LINE))
}

/// `— 1 —` in 四号, one character from the edge.
pub(super) fn footer(side: Side) -> Element {
    let style = match side {
        Side::Odd => "PageOdd",
        Side::Even => "PageEven",
    };
    let text =
        |text: &str| element("w:r").add(element("w:t").with("xml:space", "preserve").say(text));
    let field = |kind: &str| element("w:r").add(element("w:fldChar").with("w:fldCharType", kind));
    let code = element("w:instrText").with("xml:space", "preserve").say(" PAGE ");
    let number = element("w:p")
        .add(element("w:pPr").add(element("w:pStyle").with("w:val", style)))
        .add(text("— "))
        .add(field("begin"))
        .add(element("w:r").add(code))
        .add(field("separate"))
        .add(text("1"))
        .add(field("end"))
        .add(text(" —"));
    super::parts::named("w:ftr").add(number)
}
