//! What the field with the cursor will be taken for: the day of due words, the offices of digits and
//! letters. Said while it is typed, because a form has no other echo.

use crate::app::page::parties;
use crate::app::{Purpose, submit};
use crate::ledger::{Due, When};
use crate::view::echo::{by, listed};
use crate::view::strip::Piece;
use crate::view::style::Role;
use crate::view::subject::Subject;
use crate::words::{Label, Notice};

/// What is typed in a field, understood; nothing for fields that are taken as they are.
pub fn pieces(
    subject: Subject<'_>,
    purpose: &Purpose,
    (label, typed): (Label, &str),
) -> Vec<Piece> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Vec::new();
    }
    let (session, plain) = (subject.session, |text: String| Piece::new(text, Role::Strong));
    let wrong = |why: Notice| Piece::new(why.text(subject.lang()), Role::Behind);
    let day = |day: Option<chrono::NaiveDate>| match day {
        Some(day) => plain(by(subject, When::On(day, None))),
        None => wrong(Notice::NotADate { text: typed.into() }),
    };
    let said = match (label, purpose) {
        (Label::Due, _) => match submit::meant_due(session, typed) {
            Ok(Due::Stated(when) | Due::Assumed(when)) => plain(by(subject, when)),
            Ok(other) => {
                let (text, role) = subject.due(&other);
                Piece::new(text, role)
            }
            Err(why) => wrong(why),
        },
        (Label::Day | Label::Next, Purpose::Open) => day(submit::meant_day(session, typed)),
        (Label::Day, _) => day(submit::past_day(session, typed)),
        (Label::Lead | Label::Support | Label::Office, _) => match parties(session, typed) {
            Ok(people) => plain(listed(subject, &people)),
            Err(why) => wrong(why),
        },
        (Label::Held, _) => match session.sealed_meeting(typed) {
            Some(id) => plain(subject.held(&id)),
            None => wrong(Notice::NoSuchMeeting { id: typed.into() }),
        },
        _ => return Vec::new(),
    };
    vec![said]
}
