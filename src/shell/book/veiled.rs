//! What of a book's sealed meetings is not for guests, read from their own files.
//!
//! The newest ledger has every record but not the agendas of old meetings, and it is they that say what
//! was restricted. Most files say nothing of it and are not understood for it.

use std::fs;

use super::head;
use super::site::Site;
use crate::app::guest::veil::Veil;
use crate::ledger::{Snapshot, SnapshotId};

/// How a file says that an item was restricted.
const RESTRICTED: &[u8] = b"restricted: true";

/// The veil over everything that a sealed snapshot stands on, and over itself.
pub fn veil(site: &Site, sealed: &Snapshot) -> Veil {
    let mut veil = Veil::default();
    veil.lay_over(sealed);
    for (id, _) in sealed.meetings.iter().filter(|(id, _)| id.is_meeting()) {
        if may_restrict(site, id) {
            match head::read(site, id) {
                Ok(file) => veil.lay_over(&file.snapshot),
                Err(_) => veil.lay_over_all_of(id),
            }
        }
    }
    veil
}

/// Whether a file says so anywhere; one that is not there or cannot be read may have said it.
fn may_restrict(site: &Site, id: &SnapshotId) -> bool {
    let bytes = fs::read(site.snapshot(id));
    bytes.map_or(true, |bytes| bytes.windows(RESTRICTED.len()).any(|part| part == RESTRICTED))
}
