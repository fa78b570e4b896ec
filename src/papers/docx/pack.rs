//! Parts in one archive, the same bytes for the same parts.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The archive could not be written.
#[derive(Debug)]
pub struct NotPacked;

/// Packs the parts in their order, under the first day that archives know.
pub(super) fn pack(parts: &[(&str, String)]) -> Result<Vec<u8>, NotPacked> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, options).map_err(|_| NotPacked)?;
        archive.write_all(text.as_bytes()).map_err(|_| NotPacked)?;
    }
    archive.finish().map(Cursor::into_inner).map_err(|_| NotPacked)
}
