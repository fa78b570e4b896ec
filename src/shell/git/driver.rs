//! `git diff`, `git log -p` and `git show` speak sentences: a textconv driver in the configuration of
//! this clone. What somebody set up already is never overwritten.

use std::path::Path;

use super::{NotCommitted, Repo};
use crate::view::shown::Shown;
use crate::words::textconv::InGit;

/// The name of the driver, in `.gitattributes` and in the configuration.
const KEY: &str = "diff.yiding.textconv";

/// What git runs, through its shell. Where there is no yiding, or an older one, the file is shown as it
/// is: a diff must never fail for that.
pub const DRIVER: &str = "f() { yiding textconv \"$1\" 2>/dev/null || cat \"$1\"; }; f";

/// What makes any driver one of ours: somebody may have given the program's whole path.
const OURS: &str = "yiding textconv";

/// The driver that is set up, in this clone or for all repositories of this user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Driver {
    /// It lets yiding speak.
    Ours,
    /// Somebody set up something else under this name.
    Foreign(String),
    /// None.
    Missing,
}

impl Repo {
    /// Sets the driver up, unless there is one. What was found and left alone.
    ///
    /// # Errors
    /// That git could not be asked, or did not take it.
    pub fn speak(&self, snapshot: &Path) -> Result<Vec<InGit>, NotCommitted> {
        let mut left = Vec::new();
        match self.driver()? {
            Driver::Missing => self.write(&["config", "--local", KEY, DRIVER], &[], None)?,
            Driver::Ours => {}
            Driver::Foreign(value) => {
                left.push(InGit::Foreign { value, wanted: DRIVER.to_owned() });
            }
        }
        if !self.names_driver(snapshot)? {
            left.push(InGit::NoAttribute);
        }
        Ok(left)
    }

    /// That the attributes of a snapshot promise sentences which this clone does not speak: whoever
    /// clones a book gets its attributes and none of its configuration.
    pub fn silent(&self, snapshot: &Path) -> Option<InGit> {
        let promised = self.names_driver(snapshot).unwrap_or(false);
        let missing = promised && self.driver().is_ok_and(|driver| driver == Driver::Missing);
        missing.then_some(InGit::Silent)
    }

    /// The driver that is set up.
    ///
    /// # Errors
    /// That git could not be asked.
    pub fn driver(&self) -> Result<Driver, NotCommitted> {
        let ran = self.read(&["config", "--get", KEY], None)?;
        let value = Shown::new(String::from_utf8_lossy(&ran.output).trim_end()).to_string();
        Ok(match value {
            value if !ran.success || value.is_empty() => Driver::Missing,
            value if value.contains(OURS) => Driver::Ours,
            value => Driver::Foreign(value),
        })
    }

    /// Whether the attributes of a file name the driver.
    ///
    /// # Errors
    /// That git could not be asked.
    pub fn names_driver(&self, file: &Path) -> Result<bool, NotCommitted> {
        let below = file.strip_prefix(self.root()).unwrap_or(file).display().to_string();
        let ran = self.read(&["check-attr", "-z", "diff", "--", &below], None)?;
        if !ran.success {
            return Err(self.explain(&ran, &[]));
        }
        let is = ran.output.split(|byte| *byte == 0).nth(2);
        Ok(is == Some(b"yiding".as_slice()))
    }
}
