//! What a guest leaves: 已阅 and 批注. Until the disk has answered what is written is a draft.

use super::{Effect, Guest, Mark, Over, point, pointing};
use crate::app::field::Field;
use crate::app::session::Session;
use crate::ledger::{About, Jot, Remark};
use crate::words::GuestSays;

/// Leaves a mark, or begins to.
pub(super) fn mark(session: &Session, guest: &mut Guest, mark: Mark) -> Vec<Effect> {
    if let (Mark::Send, Some(Over::Pad { about, field })) = (mark, &mut guest.over) {
        let (about, text) = (about.clone(), field.text().trim().to_owned());
        guest.over = None;
        guest.drafts.retain(|(other, _)| *other != about);
        if text.is_empty() {
            return Vec::new();
        }
        let what = pointing::name(session, &about);
        // Until the disk has answered it is a draft: what cannot be sent is not lost.
        guest.drafts.push((about.clone(), text.clone()));
        guest.say(GuestSays::Sent { what });
        return vec![Effect::Write(Jot::Said(about, text))];
    }
    let Some(about) = point(session, guest) else {
        guest.say(GuestSays::NothingToMark);
        return Vec::new();
    };
    match mark {
        Mark::Seen => {
            let what = pointing::name(session, &about);
            let (jot, said) = if is_seen(session, guest, &about) {
                (Jot::Unseen(about), GuestSays::TookBack { what })
            } else {
                (Jot::Seen(about), GuestSays::MarkedSeen { what })
            };
            guest.say(said);
            vec![Effect::Write(jot)]
        }
        Mark::Remark => {
            let draft = guest.drafts.iter().find(|(other, _)| *other == about);
            let field = Field::new(draft.map_or("", |(_, text)| text));
            guest.over = Some(Over::Pad { about, field });
            Vec::new()
        }
        Mark::Send => Vec::new(),
    }
}

/// Whether this reviewer has marked something as read.
pub fn is_seen(session: &Session, guest: &Guest, about: &About) -> bool {
    let mut marks = session.marks.iter();
    marks.any(|mark| mark.by == guest.name && mark.about == *about && mark.remark == Remark::Seen)
}

/// What the world made of a line that was to be written.
pub fn answer(guest: &mut Guest, jot: &Jot, kept: Result<(), String>) -> Vec<Effect> {
    let before = guest.unsent();
    match (jot, kept) {
        (Jot::Came | Jot::Left | Jot::Saw(_), _) | (Jot::Seen(_) | Jot::Unseen(_), Ok(())) => {}
        (Jot::Said(about, _), Ok(())) => {
            guest.drafts.retain(|(other, _)| other != about);
        }
        (Jot::Said(..), Err(why)) => guest.warn(GuestSays::NotSent { why }),
        (_, Err(why)) => guest.warn(GuestSays::NotKept { why }),
    }
    let unsent = guest.unsent();
    if unsent == before { Vec::new() } else { vec![Effect::Draft(unsent)] }
}
