//! 出文稿: all papers of a meeting, asked for by one key and made behind the desk's back.
//!
//! The room goes on meanwhile, so how far they are is said only where nothing else is being said.

use super::effect::{Effect, Papering};
use super::seat::Seat;
use super::session::Session;
use crate::words::Notice;

/// Asks for the papers, once at a time.
pub(super) fn begin(session: &mut Session, seat: &mut Seat) -> Vec<Effect> {
    if let Some(at) = session.papering {
        seat.say(under_way(at));
        return Vec::new();
    }
    session.papering = Some((0, 0));
    let papering = Papering { today: session.today, rule: session.rule.clone() };
    vec![Effect::Papers(Box::new(papering))]
}

/// They came one further.
pub(super) fn going(session: &mut Session, seat: &mut Seat, at: (usize, usize)) {
    session.papering = Some(at);
    if matches!(seat.notice, None | Some(Notice::PapersUnderWay { .. })) {
        seat.say(under_way(at));
    }
}

/// They lie in their folder, except those that somebody changed.
pub(super) fn made(
    session: &mut Session,
    seat: &mut Seat,
    count: usize,
    (folder, left): (&str, &[String]),
) {
    session.papering = None;
    let (count, folder) = (count.to_string(), folder.to_owned());
    // One is named: the line of notices has 80 columns, and the folder shows the rest.
    let name = match left {
        [] => return seat.say(Notice::PapersMade { count, folder }),
        [only] => only.clone(),
        [first, ..] => Notice::AndOthers { name: first.clone() }.text(seat.lang),
    };
    let left = left.len().to_string();
    seat.warn(Notice::PapersLeft { count, folder, left, name });
}

fn under_way((at, all): (usize, usize)) -> Notice {
    Notice::PapersUnderWay { at: at.to_string(), all: all.to_string() }
}
