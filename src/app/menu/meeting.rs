//! F8 in a meeting: 休会 or 复会, 散会, 签到, 差异.

use super::Choice;
use crate::app::act::{self, Acted};
use crate::app::page;
use crate::app::seat::{About, Menu, Over, Screen, Seat};
use crate::app::session::Session;
use crate::ledger::Meeting;
use crate::words::Label;

/// Opens the menu.
pub(in crate::app) fn begin(seat: &mut Seat) {
    seat.over = Some(Over::Menu(Menu { about: About::Meeting, cursor: 0 }));
}

pub(super) fn choices(session: &Session) -> Vec<Choice> {
    let adjourned = session.meeting().is_some_and(Meeting::is_adjourned);
    let pause = if adjourned { Label::Resume } else { Label::Adjourn };
    [pause, Label::Closing, Label::Attendance, Label::Changed].map(Choice::Meeting).to_vec()
}

pub(super) fn choose(session: &mut Session, seat: &mut Seat, label: Label) -> Acted {
    match label {
        Label::Adjourn => act::adjourn(session),
        Label::Resume => {
            let acted = act::resume(session)?;
            // Who is here after a break is another question than who was before it.
            seat.open(Screen::SignIn { cursor: 0 });
            Ok(acted)
        }
        Label::Closing => {
            seat.open(Screen::Gate { cursor: 0 });
            Ok(Vec::new())
        }
        Label::Changed => {
            page::compare::begin(session, seat);
            Ok(Vec::new())
        }
        _ => {
            seat.open(Screen::SignIn { cursor: 0 });
            Ok(Vec::new())
        }
    }
}
