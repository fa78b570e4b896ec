//! A file that is whole or not there.

use std::fs::{File, Permissions};
use std::io::{self, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use super::args::Over;

/// Writes a file beside its place, synced, and then given its name, which
/// fails when the name is taken and may not be.
pub fn put(path: &Path, bytes: &[u8], over: Over) -> io::Result<()> {
    let folder = path.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    // What the user's umask takes away is taken away, as of any other file.
    let usual = Permissions::from_mode(0o666);
    let mut file = tempfile::Builder::new().permissions(usual).tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    match over {
        Over::Keep => file.persist_noclobber(path),
        Over::Replace => file.persist(path),
    }?;
    File::open(folder)?.sync_all()
}
