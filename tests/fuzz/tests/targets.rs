//! All targets in one program: they share the processors of the machine, so that a minute of each takes
//! less than a minute each.

#[path = "targets/files.rs"]
mod files;
#[path = "targets/keys.rs"]
mod keys;
#[path = "targets/report.rs"]
mod report;

use std::time::Duration;

/// How long each target runs.
fn patience() -> Duration {
    let seconds = std::env::var("YIDING_FUZZ_SECONDS").ok().and_then(|text| text.parse().ok());
    Duration::from_secs(seconds.unwrap_or(10))
}
