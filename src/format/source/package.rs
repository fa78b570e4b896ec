//! What office programs write is a zip of XML parts. Only the parts that are asked for are unpacked,
//! each up to a bound.

use std::borrow::Cow;
use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::charset;
use crate::words::source::NotRead;

/// The most parts that a file may hold.
const PARTS: usize = 10_000;

/// The most bytes that one of them may unpack to.
const UNPACKED: u64 = 64 << 20;

/// An opened zip.
pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    names: Vec<String>,
}

impl<'a> Package<'a> {
    /// Opens a zip.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, NotRead> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|why| broken(&why))?;
        if zip.len() > PARTS {
            return Err(NotRead::TooManyParts { most: PARTS.to_string() });
        }
        let names = zip.file_names().flatten().map(Cow::into_owned).collect();
        Ok(Self { zip, names })
    }

    /// Whether it has a part of that name.
    pub(super) fn holds(&self, name: &str) -> bool {
        self.names.iter().any(|known| known == name)
    }

    /// What its parts are called.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// The text of a part; empty when there is none.
    pub(super) fn part(&mut self, name: &str) -> Result<String, NotRead> {
        if !self.holds(name) {
            return Ok(String::new());
        }
        let file = self.zip.by_name(name).map_err(|why| broken(&why))?;
        let mut bytes = Vec::new();
        let read = file.take(UNPACKED + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > UNPACKED {
            let most = (UNPACKED >> 20).to_string();
            return Err(NotRead::Unfolds { part: name.to_owned(), most });
        }
        read.map_err(|why| broken(&why))?;
        Ok(charset::decode(&bytes, None)?.text)
    }
}

fn broken(why: &dyn std::error::Error) -> NotRead {
    NotRead::BrokenZip { why: why.to_string() }
}
