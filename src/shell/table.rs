//! Tables as files: what is read from a path or from standard input, and what is written anew.
//!
//! Everything in them is untrusted: nothing larger than a table is read, and nothing that is there is
//! written over.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;

use super::trouble::{reason, show};
use crate::format::sheet::LARGEST;
use crate::words::{BadSheet, Lang, SheetSays};

/// The bytes of a table; `-` is standard input.
///
/// # Errors
/// Why it cannot be read.
pub fn read(path: &Path, lang: Lang) -> Result<Vec<u8>, String> {
    if path == Path::new("-") {
        return whole(io::stdin().lock()).map_err(|error| unreadable(path, &error, lang));
    }
    file(path, lang)
}

/// The bytes of a file. Only a plain one is opened: whatever else bears the name may never end.
///
/// # Errors
/// Why it cannot be read.
pub fn file(path: &Path, lang: Lang) -> Result<Vec<u8>, String> {
    let plain = |kind: std::fs::Metadata| {
        if kind.is_file() { Ok(()) } else { Err(io::ErrorKind::InvalidInput.into()) }
    };
    let opened = std::fs::metadata(path).and_then(plain).and_then(|()| File::open(path));
    opened.and_then(whole).map_err(|error| unreadable(path, &error, lang))
}

/// Writes a file that is not there yet.
///
/// # Errors
/// That it is there, or why it could not be written.
pub fn write_new(path: &Path, text: &str, lang: Lang) -> Result<(), String> {
    let written = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => SheetSays::There { path: show(path) }.text(lang),
        _ => SheetSays::NotWritten { path: show(path), why: reason(&error, lang) }.text(lang),
    })
}

/// One byte more than the largest table is enough to know that it is too large.
fn whole(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(LARGEST as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn unreadable(path: &Path, error: &io::Error, lang: Lang) -> String {
    BadSheet::Unreadable { path: show(path), why: reason(error, lang) }.text(lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_files_are_read_and_nothing_is_written_over() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("表.csv");
        write_new(&path, "编号,本期\n", Lang::Zh).unwrap();
        assert_eq!(file(&path, Lang::Zh), Ok("编号,本期\n".as_bytes().to_vec()));
        let again = write_new(&path, "别的", Lang::Zh).unwrap_err();
        assert!(again.contains("已经在那里，没有动它"), "{again}");
        assert!(file(temp.path(), Lang::Zh).unwrap_err().starts_with("读不了"));
        let pipe = temp.path().join("pipe");
        rustix::fs::mknodat(
            rustix::fs::CWD,
            &pipe,
            rustix::fs::FileType::Fifo,
            rustix::fs::Mode::RWXU,
            0,
        )
        .unwrap();
        assert!(file(&pipe, Lang::Zh).is_err(), "a pipe would never end");
        File::create(&path).unwrap().set_len(LARGEST as u64 * 9).unwrap();
        assert_eq!(file(&path, Lang::Zh).map(|bytes| bytes.len()), Ok(LARGEST + 1));
    }
}
