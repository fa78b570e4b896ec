//! A picture as SVG: exact sizes, black on white, told apart by marks, patterns and words, with nothing
//! in it that runs or is loaded. Equal pictures are equal bytes.

use quick_xml::escape::escape;
use rust_decimal::Decimal;

use super::{Chart, Point, Shape, shown};
use crate::words::chart::{Dots, Mark};

/// The whole picture, in pixels: as wide as a telephone shows well, and four to a printed page.
const SIZE: (i64, i64) = (480, 230);

/// Where figures are drawn: left, top, right, bottom.
const FIELD: (i64, i64, i64, i64) = (62, 34, 468, 200);

/// How much darker a line is that is only there to be measured by.
const FAINT: &str = "#bbb";

/// The lines of a scale, one below each other, at most.
const TICKS: i64 = 5;

/// The picture.
pub(super) fn draw(chart: &Chart) -> String {
    let id = chart.of.to_string().replace(['.', '/'], "-");
    let ((width, height), title) = (SIZE, escape(chart.title()));
    let mut lines = vec![
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" \
             aria-labelledby=\"chart-{id}-title chart-{id}-desc\" font-size=\"13\" \
             font-family=\"sans-serif\">"
        ),
        format!("<title id=\"chart-{id}-title\">{title}</title>"),
        format!("<desc id=\"chart-{id}-desc\">{}</desc>", escape(chart.told())),
    ];
    let plot = Plot::of(chart);
    lines.extend(plot.scale(chart));
    lines.extend(match chart.shape() {
        Shape::Sum(dots) => sum(chart, &plot, dots),
        Shape::Gap => gaps(chart, &plot, &id),
        Shape::Alone => reported(chart, &plot),
    });
    lines.push("</svg>".to_owned());
    lines.join("\n")
}

/// From months and values to places.
struct Plot {
    columns: i64,
    low: Decimal,
    high: Decimal,
    step: Decimal,
}

impl Plot {
    fn of(chart: &Chart) -> Self {
        let points = chart.points();
        let values = points.iter().map(|point| match (chart.shape(), point.wanted) {
            (Shape::Gap, Some(goal)) => point.value.saturating_sub(goal),
            _ => point.value,
        });
        let wanted = chart.course.wanted.iter().copied();
        let wanted: Vec<Decimal> = match chart.shape() {
            Shape::Sum(_) => wanted.collect(),
            Shape::Gap | Shape::Alone => Vec::new(),
        };
        // Sums and distances stand on zero; a figure without a goal lies between its own ends.
        let zero = (chart.shape() != Shape::Alone).then_some(Decimal::ZERO);
        let all: Vec<Decimal> = values.chain(wanted).chain(zero).collect();
        let low = all.iter().min().copied().unwrap_or_default();
        let high = all.iter().max().copied().unwrap_or_default();
        let step = step(high.saturating_sub(low));
        // Figures stand beyond the ends of bars.
        let beyond = match chart.shape() {
            Shape::Gap => step / Decimal::from(3),
            Shape::Sum(_) | Shape::Alone => Decimal::ZERO,
        };
        let far = |end: Decimal| if end.is_zero() { Decimal::ZERO } else { beyond };
        let (low, high) = (low.saturating_sub(far(low)), high.saturating_add(far(high)));
        let down = |value: Decimal| whole(value, step).floor().saturating_mul(step);
        let up = |value: Decimal| whole(value, step).ceil().saturating_mul(step);
        let (low, high) = (down(low), up(high));
        let high = if high > low { high } else { low.saturating_add(step) };
        let columns = i64::try_from(chart.course.reported.len()).unwrap_or(1).max(1);
        Self { columns, low, high, step }
    }

    /// The middle of a month's column.
    fn x(&self, at: usize) -> Decimal {
        let (left, _, right, _) = FIELD;
        let at = i64::try_from(at).unwrap_or(0);
        let half = Decimal::from((2 * at + 1) * (right - left)) / Decimal::from(2 * self.columns);
        tenth(Decimal::from(left) + half)
    }

    /// The height of a value.
    fn y(&self, value: Decimal) -> Decimal {
        let (_, top, _, bottom) = FIELD;
        let up = value
            .checked_sub(self.low)
            .zip(self.high.checked_sub(self.low))
            .and_then(|(above, all)| above.checked_div(all))
            .and_then(|part| part.checked_mul(Decimal::from(bottom - top)));
        tenth(Decimal::from(bottom) - up.unwrap_or_default())
    }

    /// Lines to measure by with their values, and the months below.
    fn scale(&self, chart: &Chart) -> Vec<String> {
        let (left, _, right, bottom) = FIELD;
        let mut lines = Vec::new();
        let mut value = self.low;
        for _ in 0..=2 * TICKS {
            let y = self.y(value);
            let ink = if value.is_zero() { "#000" } else { FAINT };
            lines.push(format!("<path d=\"M{left} {y}H{right}\" stroke=\"{ink}\" fill=\"none\"/>"));
            let label = match chart.shape() {
                Shape::Gap if value.is_zero() => Mark::Goal.text(chart.lang).to_owned(),
                Shape::Gap if value > Decimal::ZERO => format!("+{}", shown(value)),
                _ => shown(value),
            };
            lines.push(text(Decimal::from(left - 6), y + Decimal::from(4), "end", &label));
            value = value.saturating_add(self.step);
            if value > self.high {
                break;
            }
        }
        // In what it is told.
        lines.push(text(Decimal::from(right), Decimal::from(18), "end", &chart.unit));
        let every = if self.columns > 12 { 2 } else { 1 };
        for (at, after) in (0..chart.course.reported.len()).zip(0_i64..).step_by(every) {
            let month = chart.course.first.plus(after).month.to_string();
            lines.push(text(self.x(at), Decimal::from(bottom + 18), "middle", &month));
        }
        lines
    }
}

/// A sum with its marks, and its pace as a broken line with rings.
fn sum(chart: &Chart, plot: &Plot, dots: Dots) -> Vec<String> {
    let wanted = &chart.course.wanted;
    let pace: Vec<(Decimal, Decimal)> =
        wanted.iter().enumerate().map(|(at, value)| (plot.x(at), plot.y(*value))).collect();
    let mut lines = vec![path(&pace, "stroke=\"#000\" stroke-dasharray=\"6 4\"")];
    lines.extend(pace.iter().map(|(x, y)| ring(*x, *y)));
    lines.extend(reported(chart, plot));
    let (left, ..) = FIELD;
    let first = Decimal::from(left + 110);
    let y = Decimal::from(14);
    lines.push(path(
        &[(first, y), (first + Decimal::from(28), y)],
        "stroke=\"#000\" stroke-dasharray=\"6 4\"",
    ));
    lines.push(ring(first + Decimal::from(14), y));
    let beside = first + Decimal::from(34);
    lines.push(text(beside, y + Decimal::from(4), "start", dots.text(chart.lang)));
    lines
}

/// What was reported: a firm line with marks, and figures where there is room for them.
fn reported(chart: &Chart, plot: &Plot) -> Vec<String> {
    let points = chart.points();
    let places: Vec<(Decimal, Decimal)> =
        points.iter().map(|point| (plot.x(point.at), plot.y(point.value))).collect();
    let mut lines = vec![path(&places, "stroke=\"#000\" stroke-width=\"2.5\"")];
    lines.extend(places.iter().map(|(x, y)| dot(*x, *y)));
    lines.extend(figures(&points).into_iter().map(|point| {
        let y = plot.y(point.value) - Decimal::from(9);
        text(plot.x(point.at), y, "middle", &shown(point.value))
    }));
    let (left, ..) = FIELD;
    let (first, y) = (Decimal::from(left), Decimal::from(14));
    lines.push(path(
        &[(first, y), (first + Decimal::from(28), y)],
        "stroke=\"#000\" stroke-width=\"2.5\"",
    ));
    lines.push(dot(first + Decimal::from(14), y));
    let name = Mark::Reported.text(chart.lang);
    lines.push(text(first + Decimal::from(34), y + Decimal::from(4), "start", name));
    lines
}

/// How far each report lies from the goal: a bar up or down, each in a pattern of its own.
fn gaps(chart: &Chart, plot: &Plot, id: &str) -> Vec<String> {
    let (low, high) = (format!("chart-{id}-low"), format!("chart-{id}-high"));
    let mut lines = vec![format!(
        "<defs><pattern id=\"{low}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
             <path d=\"M0 6L6 0\" stroke=\"#000\" stroke-width=\"1.5\"/></pattern>\
             <pattern id=\"{high}\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">\
             <circle cx=\"2.5\" cy=\"2.5\" r=\"1.1\"/></pattern></defs>"
    )];
    let zero = plot.y(Decimal::ZERO);
    for point in chart.points() {
        let Some(goal) = point.wanted else { continue };
        let gap = point.value.saturating_sub(goal);
        let (x, y) = (plot.x(point.at), plot.y(gap));
        let pattern = if gap.is_sign_negative() { &low } else { &high };
        lines.push(bar(
            (x - Decimal::from(9), zero.min(y)),
            (18.into(), (zero - y).abs()),
            pattern,
        ));
        let (sign, below) = match gap {
            gap if gap.is_zero() => ("", -5),
            gap if gap.is_sign_negative() => ("-", 14),
            _ => ("+", -5),
        };
        let label = format!("{sign}{}", shown(gap.abs()));
        lines.push(text(x, y + Decimal::from(below), "middle", &label));
    }
    let (left, ..) = FIELD;
    for (at, pattern, name) in [(left, &low, Mark::Below), (left + 130, &high, Mark::Above)] {
        lines.push(bar((at.into(), 8.into()), (18.into(), 12.into()), pattern));
        lines.push(text(Decimal::from(at + 24), Decimal::from(18), "start", name.text(chart.lang)));
    }
    lines
}

/// The points whose figures are written: the newest always, others with room before the next.
fn figures(points: &[Point]) -> Vec<&Point> {
    let mut written: Vec<&Point> = Vec::new();
    for point in points.iter().rev() {
        if written.last().is_none_or(|next| point.at + 2 <= next.at) {
            written.push(point);
        }
    }
    written
}

/// A step of the scale that people count in: 1, 2 or 5 of some power of ten.
fn step(span: Decimal) -> Decimal {
    let (two, five, ten) = (Decimal::TWO, Decimal::from(5), Decimal::TEN);
    let enough = |step: Decimal| whole(span, step) <= Decimal::from(TICKS);
    let mut power = Decimal::new(1, 2);
    loop {
        let next = [power, power.saturating_mul(two), power.saturating_mul(five)];
        if let Some(step) = next.into_iter().find(|step| enough(*step)) {
            return step;
        }
        match power.checked_mul(ten) {
            Some(more) => power = more,
            None => return power,
        }
    }
}

/// How often one value goes into another; as good as for ever where it cannot be counted.
fn whole(value: Decimal, step: Decimal) -> Decimal {
    value.checked_div(step).unwrap_or(Decimal::MAX)
}

/// A place, to a tenth of a pixel.
fn tenth(value: Decimal) -> Decimal {
    value.round_dp(1).normalize()
}

fn path(points: &[(Decimal, Decimal)], looks: &str) -> String {
    let places: Vec<String> = points.iter().map(|(x, y)| format!("{x} {y}")).collect();
    let way = format!("M{}", places.join("L"));
    format!("<path d=\"{way}\" fill=\"none\" {looks}/>")
}

fn dot(x: Decimal, y: Decimal) -> String {
    format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"4\"/>")
}

fn ring(x: Decimal, y: Decimal) -> String {
    format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"2.5\" fill=\"#fff\" stroke=\"#000\"/>")
}

fn bar((x, y): (Decimal, Decimal), (width, height): (Decimal, Decimal), pattern: &str) -> String {
    format!(
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" \
         fill=\"url(#{pattern})\" stroke=\"#000\"/>"
    )
}

/// A word; a rim of paper keeps it apart from lines behind it.
fn text(x: Decimal, y: Decimal, anchor: &str, said: &str) -> String {
    let said = escape(said);
    format!(
        "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" stroke=\"#fff\" stroke-width=\"3\" \
         paint-order=\"stroke\" stroke-linejoin=\"round\">{said}</text>"
    )
}
