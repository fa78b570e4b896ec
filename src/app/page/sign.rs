//! 签发: the form that makes a meeting's minutes final.

use super::past_day;
use crate::app::act::{self, Acted};
use crate::app::{Field, Form, Purpose, Screen, Seat, Session};
use crate::ledger::{Signing, SnapshotId};
use crate::words::{Label, Notice};

/// The form for the newest of the meetings that are not signed.
pub(super) fn begin(session: &Session, seat: &mut Seat) {
    let meeting = unsigned(session).map_or_else(String::new, |meeting| meeting.to_string());
    let day = session.base_day().to_string();
    let fields = vec![
        (Label::Held, Field::new(&meeting)),
        (Label::Signer, Field::default()),
        (Label::Day, Field::new(&day)),
        (Label::Document, Field::default()),
    ];
    let mut form = Form::new(Purpose::Sign, fields);
    form.at = usize::from(!meeting.is_empty());
    seat.open(Screen::Form(form));
}

/// Records who signed.
pub(super) fn confirm(session: &mut Session, form: &Form) -> Acted {
    let text = form.text(Label::Held);
    let open = session.meeting().map(|open| open.id.clone());
    let open = open.filter(|open| open.to_string() == text);
    let meeting = open.or_else(|| session.sealed_meeting(text));
    let meeting = meeting.ok_or_else(|| Notice::NoSuchMeeting { id: text.into() })?;
    let signing = Signing {
        by: form.text(Label::Signer).into(),
        on: past_day(session, form)?,
        document: form.text(Label::Document).into(),
    };
    act::sign(session, &meeting, signing)
}

fn unsigned(session: &Session) -> Option<SnapshotId> {
    let sealed = session.sealed.meetings.iter().map(|(id, _)| id.clone());
    let meetings = sealed.chain([session.sealed.id()]).filter(SnapshotId::is_meeting);
    meetings.rev().find(|id| session.state().signing(id).is_none())
}
