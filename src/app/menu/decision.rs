//! The menu of an earlier decision: 1办结 2延期 3换牵头 4改文字 5废止 6重启 7续办 8来龙去脉, and behind 0 the rest of
//! its life. The digits are the same in a meeting and between meetings.

use crate::app::act::{self, Acted};
use crate::app::mend::Sealed;
use crate::app::seat::{About, Menu, Over, Screen, Seat};
use crate::app::session::Session;
use crate::app::{Binding, Field, line, page};
use crate::ledger::story::Subject as Whole;
use crate::ledger::{About as Subject, Followup, Happening, RecordId, Stage};
use crate::words::{Deed, Label, Notice};

/// The first page, in the order of its digits.
pub const FIRST: [Deed; 9] = [
    Deed::Finish,
    Deed::Extend,
    Deed::Lead,
    Deed::Reword,
    Deed::Drop,
    Deed::Reopen,
    Deed::Continue,
    Deed::Story,
    Deed::More,
];

/// The second page.
pub const MORE: [Deed; 10] = [
    Deed::Assign,
    Deed::Feedback,
    Deed::Review,
    Deed::FinishOn,
    Deed::Close,
    Deed::Sheet,
    Deed::Correct,
    Deed::Replace,
    Deed::InPapers,
    Deed::Back,
];

/// Opens the menu of what can be done about a decision.
pub(in crate::app) fn begin(session: &Session, seat: &mut Seat, id: &RecordId) {
    if session.state().ledger.decisions.contains_key(id) {
        seat.over = Some(Over::Menu(Menu { about: About::Decision(id.clone()), cursor: 0 }));
    }
}

/// Why something cannot be done about a decision now; none when it can.
pub fn refusal(session: &Session, id: &RecordId, deed: Deed) -> Option<Notice> {
    let own = session.is_open(&id.snapshot);
    match deed {
        Deed::Continue | Deed::Replace if session.meeting().is_none() => Some(Notice::NoMeeting),
        Deed::Correct if own => Some(Notice::NotSealedYet { id: id.to_string() }),
        Deed::Drop | Deed::Replace if own => Some(Notice::OfThisMeeting),
        // What is not sealed yet is simply changed.
        Deed::Extend | Deed::Lead | Deed::Reword if own => None,
        Deed::More | Deed::Back | Deed::Continue | Deed::Correct | Deed::InPapers | Deed::Story => {
            None
        }
        deed => act::possible(session, id, &sample(session, id, deed)).err(),
    }
}

/// A step of the sort of a deed: whether it follows does not depend on its words.
fn sample(session: &Session, id: &RecordId, deed: Deed) -> Followup {
    let said = || String::from("-");
    let what = match (page::follow::stage_of(deed), deed) {
        (Some(stage), _) => Happening::Stage(stage),
        (None, Deed::Replace) => Happening::Superseded { by: id.clone() },
        _ => Happening::Feedback { from: None, progress: said(), problem: said(), next: said() },
    };
    Followup::on(session.base_day(), what).agreed_by("-")
}

/// Does it, or opens the form that asks for the rest.
pub(super) fn choose(session: &mut Session, seat: &mut Seat, id: &RecordId, deed: Deed) -> Acted {
    if let Some(refusal) = refusal(session, id, deed) {
        return Err(refusal);
    }
    match deed {
        Deed::More => turn(seat, About::MoreOf(id.clone())),
        Deed::Back => turn(seat, About::Decision(id.clone())),
        Deed::Continue => go_on(session, seat, id),
        Deed::Story => page::story::open(seat, Whole::Decision(id.clone())),
        Deed::Replace => {
            go_on(session, seat, id);
            let typed = seat.line.field.take();
            seat.line.field = Field::new(&format!("{REPLACES}{typed}"));
        }
        Deed::Finish => {
            let step = Followup::on(session.base_day(), Happening::Stage(Stage::Done));
            return act::follow(session, id, step, "");
        }
        deed => {
            act::writable(session)?;
            begin_form(session, seat, id, deed);
        }
    }
    Ok(Vec::new())
}

/// What the line begins with when its decision takes the place of the one to which it is bound.
const REPLACES: &str = "代替：";

fn turn(seat: &mut Seat, about: About) {
    seat.over = Some(Over::Menu(Menu { about, cursor: 0 }));
}

/// The line binds to the decision.
fn go_on(session: &Session, seat: &mut Seat, id: &RecordId) {
    line::bind(session, seat, Binding::Decision(id.clone()));
    seat.go(Screen::Meeting);
}

/// The form that asks for the rest. A decision that is not sealed is changed as a whole.
fn begin_form(session: &Session, seat: &mut Seat, id: &RecordId, deed: Deed) {
    let field = match deed {
        Deed::Extend => Label::Due,
        Deed::Lead => Label::Lead,
        Deed::Reword => Label::Text,
        Deed::InPapers => Label::InPapers,
        Deed::Correct => {
            return page::correct::begin_on(session, seat, Sealed::Decision(id.clone()));
        }
        Deed::Sheet => return page::sheet::begin_on(session, seat, Subject::Decision(id.clone())),
        deed => return page::follow::begin(session, seat, id, deed),
    };
    match deed {
        _ if session.is_open(&id.snapshot) => {
            page::decide::begin_change(session, seat, id, field);
        }
        // What is sealed is said otherwise by a correction.
        Deed::InPapers => {
            page::correct::begin_at(session, seat, Sealed::Decision(id.clone()), field);
        }
        deed => page::follow::begin(session, seat, id, deed),
    }
}
