//! 粘贴: several pasted lines, each with what it says, looked at once before all are recorded.
//!
//! F2 records them as one act with one undo, or none of them: a line that means nothing keeps the page
//! open with the cursor on it. However the page is left, the lines go back to the line of the meeting.

use crate::app::act::{self, Record};
use crate::app::entry::Meaning;
use crate::app::pasted::Pasted;
use crate::app::{Effect, Field, Key, Screen, Seat, Session, line, submit};
use crate::ledger::{About, Note};
use crate::words::Notice;

/// Opens the page on several lines.
pub(in crate::app) fn begin(seat: &mut Seat, pasted: Pasted, beyond: usize) {
    seat.open(Screen::Pasted(pasted));
    if beyond > 0 {
        seat.say(Notice::LinesCut { count: beyond.to_string() });
    }
}

/// Text that arrives at the page: into the line that is being changed, else further lines, else at the
/// end of the line with the cursor.
pub(in crate::app) fn text(pasted: &mut Pasted, text: &str) {
    match (&mut pasted.editing, Pasted::new(text)) {
        (None, Some((more, _))) => pasted.add(more),
        (None, None) => {
            edit(pasted);
            if let Some(field) = &mut pasted.editing {
                field.insert(text);
            }
        }
        (Some(field), _) => {
            field.insert(text);
        }
    }
}

fn edit(pasted: &mut Pasted) {
    let text = pasted.line().map(|line| Field::new(&line.text));
    pasted.editing = text;
}

/// Where a page leads for whoever is shown less at a time.
fn turned(seat: &mut Seat, key: Key) -> Option<usize> {
    let Screen::Pasted(pasted) = seat.screen() else { return None };
    let from = pasted.cursor;
    if pasted.editing.is_some() { None } else { seat.turned(key, from) }
}

/// Arrows look, Space leaves out, Enter changes, F2 records all, Esc gives all back.
pub(in crate::app) fn key(session: &mut Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    let turned = turned(seat, key);
    let Some(Screen::Pasted(pasted)) = seat.screen_mut() else { return None };
    if key == Key::F(2) {
        pasted.take_over();
        return Some(record(session, seat));
    }
    if pasted.editing.is_some() {
        return editing_key(pasted, key).then(Vec::new);
    }
    let last = pasted.lines.len().saturating_sub(1);
    if let Some(to) = turned {
        pasted.cursor = to.min(last);
        return Some(Vec::new());
    }
    match key {
        Key::Up => pasted.cursor = pasted.cursor.saturating_sub(1),
        Key::Down | Key::Tab => pasted.cursor = (pasted.cursor + 1).min(last),
        Key::PageUp => pasted.cursor = pasted.cursor.saturating_sub(10),
        Key::PageDown => pasted.cursor = (pasted.cursor + 10).min(last),
        Key::Home => pasted.cursor = 0,
        Key::End => pasted.cursor = last,
        Key::Enter => edit(pasted),
        Key::Esc => {
            let count = pasted.texts().count().to_string();
            seat.back();
            line::next_unsent(seat);
            seat.say(Notice::LinesBack { count });
        }
        Key::Char(_) if key.command() == Key::Char(' ') => {
            if let Some(line) = pasted.line() {
                line.left_out = !line.left_out && !line.text.is_empty();
            }
            pasted.cursor = (pasted.cursor + 1).min(last);
        }
        Key::Char(c) => text(pasted, c.encode_utf8(&mut [0; 4])),
        _ => return None,
    }
    Some(Vec::new())
}

/// A line that is being changed: Enter and the arrows take it over, Esc leaves it as it was.
fn editing_key(pasted: &mut Pasted, key: Key) -> bool {
    let last = pasted.lines.len().saturating_sub(1);
    match key {
        Key::Enter => pasted.take_over(),
        Key::Esc => pasted.editing = None,
        Key::Up => {
            pasted.take_over();
            pasted.cursor = pasted.cursor.saturating_sub(1);
        }
        Key::Down | Key::Tab => {
            pasted.take_over();
            pasted.cursor = (pasted.cursor + 1).min(last);
        }
        key => return pasted.editing.as_mut().is_some_and(|field| field.key(key)),
    }
    true
}

/// All lines that are not left out, as one act; or none, with the cursor on the one that cannot be.
fn record(session: &mut Session, seat: &mut Seat) -> Vec<Effect> {
    let Screen::Pasted(pasted) = seat.screen() else { return Vec::new() };
    let kept = pasted.lines.iter().enumerate().filter(|(_, line)| !line.left_out);
    let kept: Vec<(usize, String)> = kept.map(|(nth, line)| (nth, line.text.clone())).collect();
    let about = line::about(session, &seat.line.binding);
    let mut records = Vec::new();
    for (nth, text) in &kept {
        match meant(session, seat, &about, text) {
            Ok(more) => records.extend(more),
            Err(why) => {
                if let Some(Screen::Pasted(pasted)) = seat.screen_mut() {
                    pasted.cursor = *nth;
                }
                seat.say(why);
                return Vec::new();
            }
        }
    }
    let typed: Vec<String> = kept.into_iter().map(|(_, text)| text).collect();
    let acted = if records.is_empty() {
        Err(Notice::Empty)
    } else {
        act::record(session, records, &typed.join("\n"))
    };
    if acted.is_ok() {
        // They are records now; the page has nothing to give back.
        if let Some(Screen::Pasted(pasted)) = seat.screen_mut() {
            pasted.lines.clear();
        }
        seat.back();
    }
    act::done(seat, acted)
}

/// What one line records.
fn meant(
    session: &Session,
    seat: &Seat,
    about: &[About],
    text: &str,
) -> Result<Vec<Record>, Notice> {
    let item = seat.line.item;
    match submit::understood_under(session, item, about, text).meaning {
        Meaning::Nothing => Ok(Vec::new()),
        Meaning::Decision(decision) => {
            Ok(vec![Record::Decision(Box::new(crate::ledger::Decision { item, ..*decision }))])
        }
        Meaning::Note(note) => Ok(vec![Record::Note(Note { item, ..note })]),
        Meaning::Readings(readings) => {
            let row = |(place, reading)| Record::Reading(session.plan.row(place), reading);
            Ok(readings.into_iter().map(row).collect())
        }
        Meaning::Assign { rows, sponsor, lead, support, due } => {
            let to = submit::Division { sponsor, lead, support, due };
            let now = submit::assignment(session, &rows, to);
            let record = |row| Record::Assignment(session.plan.row(row), now.clone());
            Ok(rows.into_iter().map(record).collect())
        }
        Meaning::Refused(why) => Err(why),
        Meaning::Palette | Meaning::Card(_) | Meaning::Bind(_) | Meaning::WhichTarget { .. } => {
            Err(Notice::NotARecord { text: text.to_owned() })
        }
    }
}
