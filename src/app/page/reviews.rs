//! 阅览: what reviewers left on what is open. The names are the desk's to see; guests see counts.
//!
//! Nothing of it is on record. Enter on a remark puts it to the meeting: that is a record, and says whose
//! remark it was.

use crate::app::act::{self, Acted};
use crate::app::rows::Stop;
use crate::app::{Effect, Key, Seat, Session, look};
use crate::ledger::{About, Mark, Note, RecordId, Remark};
use crate::words::{GuestSays, Lang, Notice};

/// What was said, in the order in which it came: a queue that never turns under the cursor.
pub fn remarks(session: &Session) -> impl Iterator<Item = &Mark> {
    session.marks.iter().filter(|mark| matches!(mark.remark, Remark::Said(_)))
}

/// What the rows of the page stand for: the remarks, then the decisions that were read or not.
pub fn row(session: &Session, index: usize) -> Option<Stop> {
    let said = remarks(session).count();
    match remarks(session).nth(index).map(|mark| &mark.about) {
        Some(About::Row(row)) => Some(Stop::Row(row.place)),
        Some(About::Decision(id)) => Some(Stop::Decision(id.clone())),
        None => session.read_back().get(index.checked_sub(said)?).cloned().map(Stop::Decision),
    }
}

/// Who has read a decision, and who came and has not.
pub fn readers<'a>(session: &'a Session, id: &RecordId) -> (Vec<&'a str>, Vec<&'a str>) {
    let read = |by: &str| {
        let about = About::Decision(id.clone());
        let mut marks = session.marks.iter();
        marks.any(|mark| mark.by == by && mark.about == about && mark.remark == Remark::Seen)
    };
    session.readers.iter().map(|reader| reader.name.as_str()).partition(|by| read(by))
}

/// Who sits there now, by name: for the desk alone.
pub fn present(session: &Session) -> impl Iterator<Item = &str> {
    session.readers.iter().filter(|reader| reader.here).map(|reader| reader.name.as_str())
}

/// What was said and not put to the meeting yet.
pub fn waiting(session: &Session) -> impl Iterator<Item = &Mark> {
    remarks(session).filter(|mark| !is_put_forward(session, mark))
}

/// Whether a remark was put to the meeting.
pub fn is_put_forward(session: &Session, mark: &Mark) -> bool {
    let texts = [Lang::Zh, Lang::En].map(|lang| sentence(mark, lang));
    let mut notes = session.state().ledger.notes.values();
    notes.any(|note| texts.iter().any(|text| text.as_ref() == Some(&note.text)))
}

/// Enter on a remark puts it to the meeting; on a decision it is as everywhere.
pub(in crate::app) fn key(session: &mut Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    let mark = remarks(session).nth(look::cursor(seat)).cloned().filter(|_| key == Key::Enter)?;
    let acted = put_forward(session, &mark, seat.lang);
    Some(act::done(seat, acted))
}

/// 提请会上研究: a note on what the remark is about, under the item that is on.
fn put_forward(session: &mut Session, mark: &Mark, lang: Lang) -> Acted {
    if session.meeting().is_none() {
        return Err(Notice::NoMeeting);
    }
    if is_put_forward(session, mark) {
        return Err(Notice::AlreadyThere);
    }
    let text = sentence(mark, lang).ok_or(Notice::NotNow)?;
    let item = session.open.as_ref().and_then(|history| history.floor().here());
    let note = Note { about: vec![mark.about.clone()], text, item, local: false };
    act::note(session, note, "")
}

fn sentence(mark: &Mark, lang: Lang) -> Option<String> {
    let Remark::Said(text) = &mark.remark else { return None };
    let (by, text) = (mark.by.clone(), text.clone());
    Some(GuestSays::PutForward { by, text }.text(lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::rehearsal::{in_session, place};
    use crate::app::{Input, Screen, update};
    use crate::ledger::Reader;

    #[test]
    fn a_remark_enters_the_record_when_the_desk_puts_it_forward_and_once() {
        let mut session = in_session();
        let mut seat = Seat::new((80, 24), Lang::Zh);
        let about = About::Row(session.plan.row(place("1.4")));
        let said = Remark::Said("医院立项批了没有".into());
        session.marks = vec![
            Mark { about: about.clone(), by: "督查室".into(), remark: Remark::Seen },
            Mark { about, by: "督查室".into(), remark: said },
        ];
        let before = session.index.records().len();
        assert_eq!(waiting(&session).count(), 1);
        seat.open(Screen::Reviews { cursor: 0 });
        let mut enter = || update(&mut session, &mut seat, &Input::Key(Key::Enter));
        assert!(matches!(enter().as_slice(), [Effect::Append { .. }]));
        assert_eq!(enter(), []);
        assert_eq!(seat.notice, Some(Notice::AlreadyThere));
        assert_eq!(session.index.records().len(), before + 1);
        assert_eq!(waiting(&session).count(), 0);
        let note = session.state().ledger.notes.values().next_back().unwrap();
        assert_eq!(note.text, "提请会上研究（督查室）：医院立项批了没有");
    }

    fn reader(name: &str, here: bool) -> Reader {
        Reader { name: name.into(), here }
    }

    #[test]
    fn the_desk_sees_who_has_read_and_who_has_not() {
        let mut session = in_session();
        let id = session.read_back()[0].clone();
        session.readers = vec![reader("督查室", true), reader("政研室", false)];
        let about = About::Decision(id.clone());
        session.marks = vec![Mark { about, by: "督查室".into(), remark: Remark::Seen }];
        assert_eq!(readers(&session, &id), (vec!["督查室"], vec!["政研室"]));
        assert_eq!(row(&session, 0), Some(Stop::Decision(id)));
        assert_eq!(present(&session).collect::<Vec<_>>(), ["督查室"]);
    }
}
