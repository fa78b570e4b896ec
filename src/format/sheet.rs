//! A table that somebody filled in elsewhere: bytes to rows with the numbers of their lines.
//!
//! Any bytes are refused or read whole. What spreadsheets do to a table is undone here (marks,
//! encodings, separators); what the cells mean is not known here.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_8};

use crate::words::{BadSheet, Separator};

/// The most bytes that a table may have.
pub const LARGEST: usize = 4 << 20;

/// The most lines.
const MOST_LINES: usize = 20_000;

/// A table, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The name of its encoding: `UTF-8`, `GB18030`.
    pub encoding: &'static str,
    /// What parts its cells.
    pub separator: Separator,
    /// Its lines that say anything, the heading first.
    pub rows: Vec<Row>,
}

/// One line of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line of the file on which it begins, from 1.
    pub line: usize,
    /// Its cells, trimmed.
    pub cells: Vec<String>,
}

/// Reads a table.
///
/// # Errors
/// Why it is none, and what to do.
pub fn read(bytes: &[u8]) -> Result<Sheet, BadSheet> {
    if bytes.len() > LARGEST {
        return Err(BadSheet::TooLarge { most: LARGEST.to_string() });
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Err(BadSheet::Workbook);
    }
    let (encoding, text) = decoded(bytes)?;
    // One way to end a line, so that lines are counted as a person counts them.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if let Some(at) = text.find('\0') {
        return Err(BadSheet::Nul { line: line_at(&text, at).to_string() });
    }
    let separator = separator(&text);
    let rows = rows(&text, separator)?;
    if rows.is_empty() { Err(BadSheet::Empty) } else { Ok(Sheet { encoding, separator, rows }) }
}

/// The text by its mark; without one as UTF-8, and where it is none as a Chinese Excel writes it.
fn decoded(bytes: &[u8]) -> Result<(&'static str, Cow<'_, str>), BadSheet> {
    let (marked, rest) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (vec![encoding], &bytes[length..]),
        None => (vec![UTF_8, GB18030], bytes),
    };
    for encoding in &marked {
        if let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(rest) {
            // The standard writes its name in small letters, people do not.
            let name = if *encoding == GB18030 { "GB18030" } else { encoding.name() };
            return Ok((name, text));
        }
    }
    let reads = |line: &[u8]| {
        let read = |encoding: &&'static Encoding| {
            encoding.decode_without_bom_handling_and_without_replacement(line).is_some()
        };
        marked.iter().any(read)
    };
    let wrong = rest.split(|byte| *byte == b'\n').position(|line| !reads(line)).unwrap_or(0);
    Err(BadSheet::NotText { line: (wrong + 1).to_string() })
}

const SEPARATORS: [(Separator, char); 4] = [
    (Separator::Tab, '\t'),
    (Separator::Comma, ','),
    (Separator::Semicolon, ';'),
    (Separator::WideComma, '，'),
];

/// What stands most often in the first line that says anything; a comma when nothing does.
fn separator(text: &str) -> Separator {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |mark: char| first.matches(mark).count();
    let (best, mark) = SEPARATORS
        .into_iter()
        .rev()
        .max_by_key(|(_, mark)| count(*mark))
        .unwrap_or((Separator::Comma, ','));
    if count(mark) == 0 { Separator::Comma } else { best }
}

fn rows(text: &str, separator: Separator) -> Result<Vec<Row>, BadSheet> {
    let (text, mark) = match separator {
        Separator::Comma => (Cow::Borrowed(text), b','),
        Separator::Tab => (Cow::Borrowed(text), b'\t'),
        Separator::Semicolon => (Cow::Borrowed(text), b';'),
        // The reader knows separators of one byte.
        Separator::WideComma => (Cow::Owned(text.replace('，', "\u{1f}")), 0x1f),
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(mark)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut start = 0;
    for record in reader.records() {
        // Text in memory can neither fail to be read nor be no UTF-8.
        let record = record.map_err(|_| BadSheet::Empty)?;
        let (line, from) = record.position().map_or((0, 0), |at| (at.line(), at.byte()));
        start = usize::try_from(from).unwrap_or(start);
        let cells: Vec<String> = record.iter().map(|cell| cell.trim().to_owned()).collect();
        if cells.iter().all(String::is_empty) {
            continue;
        }
        // A line of the file that begins behind a blank one is numbered as the reader met it.
        let line = usize::try_from(line).unwrap_or(0) + blank_before(&text, start);
        rows.push(Row { line, cells });
        if rows.len() > MOST_LINES {
            return Err(BadSheet::TooLong { most: MOST_LINES.to_string() });
        }
    }
    quotes_close(&text)?;
    Ok(rows)
}

/// Blank lines that the reader passes over before a record whose place it gives before them.
fn blank_before(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let blank = rest.len() - rest.trim_start_matches('\n').len();
    rest.get(..blank).unwrap_or_default().matches('\n').count()
}

/// A quotation mark that nobody closes would swallow every line behind it.
fn quotes_close(text: &str) -> Result<(), BadSheet> {
    if text.matches('"').count().is_multiple_of(2) {
        return Ok(());
    }
    let odd = text.lines().position(|line| !line.matches('"').count().is_multiple_of(2));
    Err(BadSheet::OpenQuote { line: (odd.unwrap_or(0) + 1).to_string() })
}

fn line_at(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or_default().matches('\n').count() + 1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::words::Lang;

    fn shown(bytes: &[u8]) -> String {
        match read(bytes) {
            Ok(sheet) => {
                let row = |row: &Row| format!("{}:{}", row.line, row.cells.join("|"));
                let rows: Vec<String> = sheet.rows.iter().map(row).collect();
                format!("{} {} {}", sheet.encoding, sheet.separator.text(Lang::Zh), rows.join(" "))
            }
            Err(why) => why.text(Lang::Zh),
        }
    }

    fn gb(text: &str) -> Vec<u8> {
        GB18030.encode(text).0.into_owned()
    }

    fn utf16(text: &str) -> Vec<u8> {
        let units = text.encode_utf16().flat_map(u16::to_le_bytes);
        [0xff, 0xfe].into_iter().chain(units).collect()
    }

    #[test]
    fn tables_come_as_spreadsheets_write_them() {
        for (bytes, read) in [
            ("编号,本期\r\n1.2/1,305\r\n".into(), "UTF-8 逗号 1:编号|本期 2:1.2/1|305"),
            ("\u{feff}编号,本期\n1.2/1,305".into(), "UTF-8 逗号 1:编号|本期 2:1.2/1|305"),
            (gb("编号,本期\r\n1.2/1,305\r\n"), "GB18030 逗号 1:编号|本期 2:1.2/1|305"),
            (utf16("编号\t本期\r\n1.2/1\t305\r\n"), "UTF-16LE 制表符 1:编号|本期 2:1.2/1|305"),
            ("编号;本期\n1.2/1;3,5\n".into(), "UTF-8 分号 1:编号|本期 2:1.2/1|3,5"),
            ("编号，本期\n1.2/1，305\n".into(), "UTF-8 全角逗号 1:编号|本期 2:1.2/1|305"),
            ("a,b\n\n \n1,\"x, \"\"y\"\"\"\n".into(), "UTF-8 逗号 1:a|b 4:1|x, \"y\""),
            ("a,b\n1\n,,\n2,3,4\n".into(), "UTF-8 逗号 1:a|b 2:1 4:2|3|4"),
            ("a\r1\r".into(), "UTF-8 逗号 1:a 2:1"),
        ] as [(Vec<u8>, &str); 9]
        {
            assert_eq!(shown(&bytes), read);
        }
    }

    #[test]
    fn what_is_no_table_is_refused_with_what_to_do() {
        for (bytes, why) in [
            (b"".to_vec(), "表格是空的；请填上再来"),
            (b"\n \r\n,,\n".to_vec(), "表格是空的；请填上再来"),
            (b"PK\x03\x04...".to_vec(), "这是 xlsx 工作簿"),
            (b"a,b\n1,\xff\xff\n".to_vec(), "第2行不是文字"),
            (b"a,b\n1,2\n3,\0\n".to_vec(), "第3行里有空字符"),
            (b"a,b\n1,\"2\n3,4\n".to_vec(), "第2行起引号不成对"),
            (vec![b','; LARGEST + 1], "表格太大"),
            ("1\n".repeat(MOST_LINES + 1).into_bytes(), "表格超过 20000 行"),
        ] {
            let said = shown(&bytes);
            assert!(said.starts_with(why), "{said}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            if let Ok(sheet) = read(&bytes) {
                prop_assert!(sheet.rows.iter().all(|row| row.cells.iter().any(|c| !c.is_empty())));
            }
        }

        #[test]
        fn what_we_write_comes_back(cells in proptest::collection::vec("[^\\x00-\\x1f\\x7f]{0,8}", 1..6)) {
            let cells: Vec<String> = cells.iter().map(|cell| format!("字{cell}终")).collect();
            let quoted: Vec<String> =
                cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            let sheet = read(format!("头{}\n{}\n", ",".repeat(60), quoted.join(",")).as_bytes());
            prop_assert_eq!(&sheet.unwrap().rows[1].cells, &cells);
        }
    }
}
