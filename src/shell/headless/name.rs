//! What people call a row or a record on the command line: `1.4`, `１．４`, `2023-09-15/2`, `4/2`.

use crate::app::Session;
use crate::app::key::twin;
use crate::ledger::RecordId;
use crate::plan::Place;
use crate::shell::failure::{Failure, FailureKind};
use crate::words::Lang;
use crate::words::instead::Instead;
use crate::words::printed::Refused;

/// Full-width digits and stops as their ASCII twins.
pub fn plain(text: &str) -> String {
    text.trim().chars().map(twin).collect()
}

/// A row of the plan.
///
/// # Errors
/// That the plan has no such row.
pub fn row(session: &Session, text: &str, lang: Lang) -> Result<Place, Failure> {
    let place = plain(text).parse().ok().filter(|place| session.plan.find(*place).is_some());
    place.ok_or_else(|| {
        let why = Refused::WrongRow { id: text.to_owned() };
        Failure::new(FailureKind::Usage, why.text(lang))
    })
}

/// A record by its id, or by the number of its meeting in the usual series.
///
/// # Errors
/// That there is no such decision.
pub fn decision(session: &Session, text: &str, lang: Lang) -> Result<RecordId, Failure> {
    let id = record(session, text);
    let known = id.filter(|id| session.state().ledger.decisions.contains_key(id));
    known.ok_or_else(|| {
        let why = Instead::NoSuchRecord { id: text.to_owned() };
        Failure::new(FailureKind::Usage, why.text(lang))
    })
}

/// Any record by its id or its number, whether there is one or not.
pub fn record(session: &Session, text: &str) -> Option<RecordId> {
    let plain = plain(text);
    plain.parse().ok().or_else(|| by_number(session, &plain))
}

/// `4/2`: the second record of the fourth meeting.
fn by_number(session: &Session, text: &str) -> Option<RecordId> {
    let (meeting, record) = text.split_once('/')?;
    let record: u32 = record.parse().ok().filter(|record| *record > 0)?;
    Some(session.numbered(meeting.parse().ok()?)?.record(record))
}
