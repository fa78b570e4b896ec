//! What git and the meetings before have to tell, as scripts read it: stories, commits, two lines of
//! meetings.

use chrono::NaiveDate;
use serde_json::json;

use super::Value;
use crate::ledger::{RecordId, SnapshotId};

/// A row or a decision by its id.
pub fn titled(id: &str, title: &str) -> Value {
    json!({ "id": id, "title": title })
}

/// What one meeting has to tell of it.
pub fn chapter(id: &SnapshotId, title: &str, commit: Option<&str>, events: &[Value]) -> Value {
    let date = id.day().map(|day| day.to_string());
    json!({ "id": id.to_string(), "title": title, "date": date, "commit": commit, "events": events })
}

/// One thing that happened.
pub fn told(record: &RecordId, on: Option<NaiveDate>, kind: &str, text: &str) -> Value {
    let date = on.map(|day| day.to_string());
    json!({ "record": record.to_string(), "date": date, "kind": kind, "text": text })
}

/// How a snapshot stands in git: whether HEAD has it as it is, which commit brought it, and how that
/// is signed; null where git is not asked.
pub fn in_git(
    committed: Option<bool>,
    commit: Option<&str>,
    signed: Option<(&str, &str)>,
) -> Value {
    json!({
        "committed": committed,
        "commit": commit,
        "signature": signed.map(|(signature, _)| signature),
        "signer": signed.map(|(_, signer)| signer).filter(|signer| !signer.is_empty()),
    })
}

/// A conflict of two lines of meetings, as a program reads it.
#[derive(Clone, Debug)]
pub struct Dispute {
    /// Its number.
    pub number: u16,
    /// What it is about.
    pub about: String,
    /// The line, the record and the value of our side.
    pub ours: (String, String, String),
    /// The same of the other side.
    pub theirs: (String, String, String),
    /// `ours`, `theirs`, `both` or `other`, once it is settled.
    pub settled: Option<&'static str>,
}

/// A conflict of two lines of meetings.
pub fn conflict(of: &Dispute) -> Value {
    json!({
        "number": of.number,
        "about": of.about,
        "ours_line": of.ours.0,
        "ours_record": of.ours.1,
        "ours": of.ours.2,
        "theirs_line": of.theirs.0,
        "theirs_record": of.theirs.1,
        "theirs": of.theirs.2,
        "settled": of.settled,
    })
}
