//! 由谁入库: asked once, when git does not know.

use crate::app::act::{self, Acted};
use crate::app::{Effect, Field, Form, Purpose, Screen, Seat, Session};
use crate::words::{Label, Notice};

/// Asks who commits.
pub(in crate::app) fn begin(seat: &mut Seat) {
    let fields = [Label::Name, Label::Mail].map(|label| (label, Field::default())).to_vec();
    seat.open(Screen::Form(Form::new(Purpose::Identity, fields)));
}

/// Tells git, and has it try again.
pub(super) fn confirm(session: &Session, form: &Form) -> Acted {
    let text = |label| form.text(label).to_owned();
    let (name, mail) = (text(Label::Name), text(Label::Mail));
    if name.is_empty() || mail.is_empty() {
        return Err(Notice::Empty);
    }
    let mut effects = vec![Effect::Identify { name, mail }];
    effects.extend(act::commit_again(session)?);
    Ok(effects)
}
