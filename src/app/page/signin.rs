//! 签到: the keys of the sign-in sheet.

use crate::app::{Effect, Key, Seat, Session, Stop, act, look, update};
use crate::words::Do;

/// Space goes through 出席 请假 列席 缺席; Delete takes somebody off the sheet.
pub(in crate::app) fn key(session: &mut Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    let Some(Stop::Party(who)) = look::stop(session, seat) else { return None };
    let signed = session.meeting().and_then(|meeting| meeting.attendance.get(&who)).cloned();
    let now = match key.command() {
        Key::Char(' ') | Key::Enter => {
            let mut now = signed.clone().unwrap_or_default();
            if signed.is_some() {
                now.state = now.state.next();
            }
            Some(now)
        }
        Key::Delete => None,
        _ => return None,
    };
    let acted = act::attend(session, who, now);
    if key == Key::Enter {
        look::run(session, seat, Do::Down);
    }
    Some(update::done(seat, acted))
}
