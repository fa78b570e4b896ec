//! A table as a workbook: its head stays in sight, its columns can be filtered, what is chosen is
//! chosen from a list, and it prints on the width of a sheet.
//!
//! Every cell is text, so that what begins with = + - or @ stays what it is. Equal tables are equal
//! bytes: the day of making is the same for all.

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Workbook, Worksheet, XlsxError,
};

use unicode_width::UnicodeWidthStr;

use super::sheet::{Cell, Column, Filled, Sheet};
use crate::ledger::Light;
use crate::plan::Style;
use crate::plan::plain::marked;
use crate::words::column::Around;

/// Why there is no workbook.
#[derive(Debug)]
pub struct NotWritten;

/// The most that a cell of a workbook holds, in UTF-16 units.
const LONGEST: usize = 32_000;

/// The tallest row of a workbook, in points.
const TALLEST: f64 = 409.0;

/// The height of a row that somebody signs, in points.
const SIGNED: f64 = 26.0;

/// More Han characters side by side than A4 can show so that they are read.
const WIDE: u32 = 120;

/// More than A3 can: such a table goes over several sheets of A4 beside each other.
const WIDEST: u32 = 180;

/// Han characters on one of them.
const SHEET: u32 = 90;

/// The first columns, which stand on each of them: by these a row is known.
const KNOWN: u16 = 2;

/// The line of the headings, from 0.
const HEAD: u32 = 2;

/// The bytes of the workbook.
///
/// # Errors
/// When the table is larger than a workbook can be.
pub fn write(sheet: &Sheet) -> Result<Vec<u8>, NotWritten> {
    workbook(sheet).map_err(|_| NotWritten)
}

fn workbook(sheet: &Sheet) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(
        &DocProperties::new().set_title(held(&sheet.title)).set_creation_datetime(&made),
    );
    let page = book.add_worksheet();
    let name: String =
        held(&sheet.name).chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(31).collect();
    if !name.is_empty() {
        page.set_name(name)?;
    }
    let last = u16::try_from(sheet.columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
    head(page, sheet, last.min(last_on_first(sheet)))?;
    let looks = Looks::of(sheet);
    let mut row = HEAD;
    for cells in &sheet.rows {
        row += 1;
        for (column, cell) in (0..).zip(cells) {
            page.write_string_with_format(row, column, held(&cell.text), looks.look(cell))?;
        }
        page.set_row_height(row, height(sheet, cells))?;
    }
    if !sheet.columns.is_empty() {
        page.autofilter(HEAD, 0, row, last)?;
    }
    choices(page, sheet, row)?;
    for line in &sheet.foot {
        row += 1;
        page.write_string_with_format(row, 0, held(line), &face(sheet, Face::Text, 11))?;
    }
    print(page, sheet)?;
    book.save_to_buffer()
}

fn head(page: &mut Worksheet, sheet: &Sheet, last: u16) -> Result<(), XlsxError> {
    let title = face(sheet, Face::Title, 18).set_align(FormatAlign::Center);
    let about = face(sheet, Face::Text, 11).set_align(FormatAlign::Right);
    for (row, text, look) in [(0, &sheet.title, title), (1, &sheet.about, about)] {
        if last > 0 {
            page.merge_range(row, 0, row, last, &held(text), &look)?;
        } else {
            page.write_string_with_format(row, 0, held(text), &look)?;
        }
    }
    page.set_row_height(0, 30)?;
    let heading = boxed(face(sheet, Face::Heading, 11)).set_align(FormatAlign::Center);
    let heading = heading.set_background_color(Color::RGB(0x00EE_EEEE));
    for (at, column) in (0..).zip(&sheet.columns) {
        page.write_string_with_format(HEAD, at, &column.heading, &heading)?;
        page.set_column_width(at, f64::from(column.width) * 2.0 + 1.0)?;
    }
    page.set_row_height(HEAD, 32)?;
    page.set_freeze_panes(HEAD + 1, if across(sheet) > 1 { KNOWN } else { 0 })?;
    Ok(())
}

fn width(columns: &[Column]) -> u32 {
    columns.iter().map(|column| u32::from(column.width)).sum()
}

/// How many sheets of paper stand beside each other.
fn across(sheet: &Sheet) -> u16 {
    let all = width(&sheet.columns);
    if all <= WIDEST {
        return 1;
    }
    let known = width(sheet.columns.get(..usize::from(KNOWN)).unwrap_or_default());
    let each = SHEET.saturating_sub(known).max(1);
    u16::try_from(all.saturating_sub(known).div_ceil(each)).unwrap_or(u16::MAX)
}

/// The last column that is surely on the first sheet of paper: the title stands over these.
fn last_on_first(sheet: &Sheet) -> u16 {
    if across(sheet) == 1 {
        return u16::MAX;
    }
    let fit = (1..=sheet.columns.len())
        .take_while(|count| width(&sheet.columns[..*count]) <= SHEET * 3 / 4);
    u16::try_from(fit.count()).unwrap_or(u16::MAX).saturating_sub(1)
}

/// As high as the cell with the most lines: not every program works that out by itself.
fn height(sheet: &Sheet, cells: &[Cell]) -> f64 {
    let lines = |(column, cell): (&Column, &Cell)| {
        // A line ends early where a mark must not begin the next one, and a cell has edges.
        let room = (usize::from(column.width) * 2).saturating_sub(1).max(1);
        let lines: usize = cell.text.lines().map(|line| line.width().div_ceil(room).max(1)).sum();
        u16::try_from(lines).unwrap_or(u16::MAX)
    };
    let most = sheet.columns.iter().zip(cells).map(lines).max().unwrap_or(1).max(1);
    let least = match sheet.filled {
        Filled::Typed => 0.0,
        Filled::Signed => SIGNED,
    };
    (f64::from(most) * 15.0 + 4.0).max(least).min(TALLEST)
}

/// Columns that are filled in by hand choose from their list.
fn choices(page: &mut Worksheet, sheet: &Sheet, last: u32) -> Result<(), XlsxError> {
    for (at, column) in (0..).zip(&sheet.columns) {
        if !column.choices.is_empty() && last > HEAD {
            let choices: Vec<String> = column.choices.iter().map(|choice| held(choice)).collect();
            let list = DataValidation::new().allow_list_strings(&choices)?;
            page.add_data_validation(HEAD + 1, at, last, at, &list)?;
        }
    }
    Ok(())
}

/// A4 across, A3 for many columns, Letter and Tabloid where paper is American; as wide as the paper, or as
/// several sheets of it where it could not be read on one, its first columns on each. The head is on every
/// page, and pages are numbered.
fn print(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let (width, across) = (width(&sheet.columns), across(sheet));
    // As workbooks number them: A4 and A3, Letter and Tabloid.
    let (usual, large) = if sheet.style == Style::Letter { (1, 3) } else { (9, 8) };
    page.set_paper_size(if width > WIDE && across == 1 { large } else { usual })
        .set_landscape()
        .set_print_fit_to_pages(across, 0)
        .set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3)
        .set_footer(format!("&C{}", Around::Page.text(sheet.lang)));
    page.set_repeat_rows(HEAD, HEAD)?;
    if across > 1 {
        page.set_page_order(false).set_repeat_columns(0, KNOWN - 1)?;
    }
    Ok(())
}

/// For what a font is.
#[derive(Clone, Copy)]
enum Face {
    Title,
    Heading,
    Text,
}

fn face(sheet: &Sheet, face: Face, size: u8) -> Format {
    let name = match (face, sheet.style.is_standard()) {
        (Face::Title, true) => "方正小标宋简体",
        (Face::Heading, true) => "黑体",
        (Face::Text, true) => "仿宋_GB2312",
        (_, false) => "Calibri",
    };
    let font = Format::new().set_font_name(name).set_font_size(size);
    let font = font.set_align(FormatAlign::VerticalCenter);
    // Where one font serves all, what stands out is bold.
    let bold = !sheet.style.is_standard() && !matches!(face, Face::Text);
    if bold { font.set_bold() } else { font }
}

fn boxed(font: Format) -> Format {
    font.set_text_wrap().set_border(FormatBorder::Thin)
}

/// How cells look, made once for a table: a light is its word, and its colour beside it.
struct Looks {
    plain: Format,
    lit: Vec<(Light, Format)>,
}

impl Looks {
    fn of(sheet: &Sheet) -> Self {
        let plain = boxed(face(sheet, Face::Text, 11));
        let lit = |light: Light| {
            let color = Color::RGB(color(light));
            let look = plain.clone().set_background_color(color).set_align(FormatAlign::Center);
            (light, look)
        };
        Self { lit: Light::ALL.map(lit).to_vec(), plain }
    }

    fn look(&self, cell: &Cell) -> &Format {
        let lit = self.lit.iter().find(|(light, _)| Some(*light) == cell.light);
        lit.map_or(&self.plain, |(_, look)| look)
    }
}

const fn color(light: Light) -> u32 {
    match light {
        Light::Overdue => 0x00FF_C7CE,
        Light::Behind => 0x00FF_EB9C,
        Light::DueSoon => 0x00BD_D7EE,
        Light::OnTrack | Light::Done => 0x00C6_EFCE,
        Light::NotStarted | Light::Unreported | Light::NotDue | Light::NotIssued => 0x00E7_E6E6,
    }
}

/// As much of a text as a cell holds. What steers or hides is shown as a mark.
fn held(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(marked).collect();
    let text = lines.join("\n");
    let mut left = LONGEST;
    let fits = |c: &char| {
        left = left.saturating_sub(c.len_utf16());
        left > 0
    };
    text.chars().take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use super::*;
    use crate::words::Lang;

    fn sheet() -> Sheet {
        let column = |heading: &str, choices: &[&str]| Column {
            heading: heading.into(),
            width: 8,
            choices: choices.iter().map(|choice| (*choice).to_owned()).collect(),
        };
        let lit = Cell { text: "逾期".into(), light: Some(Light::Overdue) };
        Sheet {
            lang: Lang::Zh,
            name: "督办/台账".into(),
            title: "督办台账".into(),
            columns: vec![
                column("事项", &[]),
                column("亮灯", &[]),
                column("紧急", &["特急", "一般"]),
            ],
            rows: vec![
                vec![Cell::text("=HYPERLINK(\"x\")"), lit, Cell::default()],
                vec![
                    Cell::text("+1 @甲 -乙 <b>&"),
                    Cell::text("长".repeat(40_000)),
                    Cell::default(),
                ],
            ],
            foot: vec!["共2项。".into()],
            ..Sheet::default()
        }
    }

    fn part(bytes: &[u8], name: &str) -> String {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn a_workbook_has_a_head_that_stays_filters_choices_and_no_formula() {
        let bytes = write(&sheet()).unwrap();
        let page = part(&bytes, "xl/worksheets/sheet1.xml");
        for want in [
            "state=\"frozen\"",
            "<autoFilter ref=\"A3:C5\"/>",
            "<dataValidation type=\"list\"",
            "orientation=\"landscape\"",
            "fitToHeight=\"0\"",
        ] {
            assert!(page.contains(want), "{want}\n{page}");
        }
        assert!(!page.contains("<f>"), "no cell is a formula");
        let texts = part(&bytes, "xl/sharedStrings.xml");
        assert!(texts.contains("<t>=HYPERLINK(\"x\")</t>"), "{}", &texts[..300]);
        assert!(part(&bytes, "xl/workbook.xml").contains("name=\"督办台账\""));
        assert_eq!(bytes, write(&sheet()).unwrap(), "equal tables are equal bytes");
    }

    /// How a table of so many columns, each ten Han wide, is printed.
    fn printed(columns: usize) -> (String, String) {
        let column = |at: usize| Column { heading: at.to_string(), width: 10, choices: Vec::new() };
        let columns: Vec<Column> = (0..columns).map(column).collect();
        let rows = vec![vec![Cell::text("甲"); columns.len()]];
        let wide = Sheet { columns, rows, title: "台账".into(), ..sheet() };
        let bytes = write(&wide).unwrap();
        (part(&bytes, "xl/worksheets/sheet1.xml"), part(&bytes, "xl/workbook.xml"))
    }

    #[test]
    fn what_cannot_be_read_on_one_sheet_goes_over_several_with_its_first_columns_on_each() {
        for (columns, paper, across) in [
            (8, "paperSize=\"9\"", None),
            (15, "paperSize=\"8\"", None),
            (24, "paperSize=\"9\"", Some(4)),
        ] {
            let (page, book) = printed(columns);
            let width = across.map(|across| format!("fitToWidth=\"{across}\""));
            assert!(page.contains(paper), "{columns}: {page}");
            assert!(width.is_none_or(|width| page.contains(&width)), "{columns}: {page}");
            let repeats = book.contains("$A:$B,");
            assert_eq!(repeats, across.is_some(), "{columns}: {book}");
            let order = page.contains("overThenDown");
            assert_eq!(order, across.is_some(), "what belongs together is printed together");
            assert!(book.contains("$3:$3"), "the head is on every page: {book}");
        }
    }

    #[test]
    fn an_empty_table_is_a_workbook() {
        assert!(write(&Sheet::default()).is_ok());
        let mut none = sheet();
        none.rows.clear();
        assert!(write(&none).is_ok());
    }
}
