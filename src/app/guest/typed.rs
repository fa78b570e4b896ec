//! Lines typed in where nothing is drawn: the same commands, called by number, name, key or place.
//!
//! A line comes to the actions that keys come to, so nothing can be typed that no key could do. What
//! is no command is looked for; no line is an error.

use super::command::{self, COMMANDS, Look, ON_PAGE};
use super::{Action, Effect, Guest, Mark, Mode, Over, carry_out, hush, settle};
use crate::app::jump;
use crate::app::key::twin;
use crate::app::page::looks::Looks;
use crate::app::rows::Stop;
use crate::app::script::{Kept, simplified};
use crate::app::seat::{Binding, Find, Over as Box, Screen};
use crate::app::session::Session;
use crate::app::taste::Taste;
use crate::app::typed::{Step, looks};
use crate::app::{Key, Keymap, Spot, look};
use crate::ledger::{About, RecordId};
use crate::words::{Do, Guest as Word, GuestSays, Lang, Notice};

/// What lies before a guest, to be told again when it is something else than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    /// What lies over the screen.
    pub over: (Option<Over>, Option<Find>, Option<Looks>),
    /// The screen, whatever row its cursor is on, and the item of the meeting.
    pub place: (Screen, Option<u16>, Binding, Option<About>),
    /// The row with the cursor; on the meeting's screen the record that is pointed at.
    pub cursor: (usize, Option<RecordId>),
    /// What was said last.
    pub said: (Option<GuestSays>, Option<Notice>),
    /// How it is shown.
    pub taste: Taste,
    /// Whether it follows, and where the desk is.
    pub desk: (Mode, Option<Spot>),
}

impl Before {
    /// What lies before a guest now.
    pub fn of(guest: &Guest) -> Self {
        let find = match &guest.seat.over {
            Some(Box::Find(find)) => Some(find.clone()),
            _ => None,
        };
        let mut seat = guest.seat.clone();
        let cursor = look::cursor(&seat);
        look::set_cursor(&mut seat, 0);
        let line = &guest.seat.line;
        Self {
            over: (guest.over.clone(), find, guest.seat.looks.clone()),
            place: (seat.screen().clone(), line.item, line.binding.clone(), guest.named.clone()),
            cursor: (cursor, line.record.clone()),
            said: (guest.said.clone(), guest.seat.notice.clone()),
            taste: guest.seat.taste.clone(),
            desk: (guest.mode, guest.desk.clone()),
        }
    }
}

/// Takes one typed line. The session's catalogue must be as the session is.
pub fn take(session: &Session, guest: &mut Guest, line: &str) -> Vec<Effect> {
    let before = guest.unsent();
    hush(guest);
    let mut effects = Vec::new();
    for action in read(session, guest, line.trim()) {
        close(session, guest, &action);
        effects.extend(carry_out(session, guest, action));
    }
    let unsent = guest.unsent();
    if unsent != before {
        // Kept before it is sent: when it is sent it is a draft no more.
        effects.insert(0, Effect::Draft(unsent));
    }
    effects.extend(settle(session, guest).into_iter().map(Effect::Recall));
    effects
}

/// What a line means.
fn read(session: &Session, guest: &Guest, line: &str) -> Vec<Action> {
    if let Some(Over::Pad { .. }) = &guest.over {
        return on_pad(line);
    }
    let plain: String = line.chars().map(twin).collect();
    if let Some(looks) = &guest.seat.looks {
        return in_looks(session, guest, looks, (line, &plain));
    }
    on_screen(session, guest, line, &plain)
}

/// What a line means where nothing that asks lies over the screen.
fn on_screen(session: &Session, guest: &Guest, line: &str, plain: &str) -> Vec<Action> {
    if plain.is_empty() {
        return enter(guest);
    }
    if let Some(action) = choice(guest, plain).or_else(|| named(plain)) {
        return vec![action];
    }
    if let Some(stop) = stop(session, plain) {
        return vec![look(Look::To(stop))];
    }
    with_words(session, guest, line).unwrap_or_else(|| find(guest, line))
}

const fn look(what: Look) -> Action {
    Action::Look(what)
}

/// Where settings are chosen a number or a name picks, as it does at the desk; any other line leaves them
/// and is taken as usual.
fn in_looks(
    session: &Session,
    guest: &Guest,
    looks: &Looks,
    (line, plain): (&str, &str),
) -> Vec<Action> {
    let left = || look(Look::Over(Key::Esc));
    let Some(steps) = looks::read(looks, plain) else {
        // A number that picks nothing here picks nothing behind it either.
        if plain.bytes().all(|byte| byte.is_ascii_digit()) {
            return Vec::new();
        }
        if is_back(plain) {
            return vec![left()];
        }
        return std::iter::once(left()).chain(on_screen(session, guest, line, plain)).collect();
    };
    let meant = steps.into_iter().map(|step| match step {
        Step::Setting(at) => look(Look::Setting(at)),
        Step::Value(at) => look(Look::Value(at)),
        _ => left(),
    });
    meant.collect()
}

/// Whether a line leaves what asks.
fn is_back(plain: &str) -> bool {
    is_called(plain, Do::Back.text(Lang::Zh), Do::Back.text(Lang::En)) || plain == "esc"
}

/// Where a remark is written a line is the remark; an empty one sends what is there.
fn on_pad(line: &str) -> Vec<Action> {
    if line.is_empty() {
        return vec![Action::Mark(Mark::Send)];
    }
    if is_back(line) {
        return vec![look(Look::Over(Key::Esc))];
    }
    vec![look(Look::Text(line.to_owned())), Action::Mark(Mark::Send)]
}

/// An empty line goes on: to what was missed, from what lies over the screen back to it.
fn enter(guest: &Guest) -> Vec<Action> {
    match &guest.over {
        Some(Over::Missed { .. }) => vec![look(Look::Over(Key::Enter))],
        Some(_) => vec![look(Look::Over(Key::Esc))],
        None if guest.seat.over.is_some() => vec![look(Look::Over(Key::Esc))],
        None if !guest.missed.ids.is_empty() && !guest.missed.later => vec![look(Look::Missed)],
        None => Vec::new(),
    }
}

/// A number: one of what was found, else one of the menu.
fn choice(guest: &Guest, plain: &str) -> Option<Action> {
    if !plain.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let nth = plain.parse::<usize>().ok()?;
    if let (Some(Box::Find(found)), None) = (&guest.seat.over, &guest.over)
        && let Some(hit) = nth.checked_sub(1).and_then(|at| found.hits.get(at))
    {
        return Some(look(Look::To(hit.stop.clone())));
    }
    if nth == 0 {
        return Some(look(Look::Menu));
    }
    let row = COMMANDS.get(nth - 1).filter(|_| nth <= ON_PAGE && plain.len() == 1);
    row.map(|row| row.does.clone())
}

/// A command by its name in either language, or by one of its keys.
fn named(plain: &str) -> Option<Action> {
    let both = |row: &&command::Command| {
        is_called(plain, row.name.text(Lang::Zh), row.name.text(Lang::En))
    };
    if let Some(row) = COMMANDS.iter().find(both) {
        return Some(row.does.clone());
    }
    let quits = is_called(plain, Do::Quit.text(Lang::Zh), Do::Quit.text(Lang::En)) || plain == "q";
    if quits {
        return Some(look(Look::Leave));
    }
    let key = plain.parse::<Key>().ok().filter(|key| !matches!(key, Key::Char('0'..='9')))?;
    command::of_key(&Keymap::default(), key)
}

/// Whether a line is one of our words, in either language and either script. `close meeting` is
/// `close the meeting`: without its articles an English name would be recorded as a decision.
pub(in crate::app) fn is_called(line: &str, zh: &str, en: &str) -> bool {
    line == zh || bare(line).eq(bare(en)) || is_folded(line, zh)
}

fn bare(name: &str) -> impl Iterator<Item = String> {
    let words = name.split_ascii_whitespace().map(str::to_ascii_lowercase);
    words.filter(|word| !matches!(word.as_str(), "the" | "a" | "an"))
}

/// Whether a line is a word as whoever reads 繁体 sees it, or as they would write it.
fn is_folded(line: &str, word: &str) -> bool {
    // A word has as many characters in either, so most lines are told apart without the tables.
    let alike = !line.is_ascii() && line.chars().count() == word.chars().count();
    alike
        && (simplified(line).is_some_and(|folded| folded == word)
            || Kept::default().traditional(word) == line)
}

/// A row or a record by its number: `1.4`, `14`, `#1`, `4/2`, `议定3` for one of what is open.
pub(in crate::app) fn stop(session: &Session, plain: &str) -> Option<Stop> {
    let id = spoken(session, plain).or_else(|| record(session, plain));
    if let Some(id) = id.filter(|id| session.state().ledger.decisions.contains_key(id)) {
        return Some(Stop::Decision(id));
    }
    let digits = plain.strip_prefix('#').unwrap_or(plain);
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '/' | '-'));
    is_number.then(|| jump::enter(digits, &session.plan)).flatten().map(Stop::Row)
}

/// `议定3`: a decision of what is open, as it was told.
pub(in crate::app) fn spoken(session: &Session, plain: &str) -> Option<RecordId> {
    let (kind, number) = plain.split_at(plain.find(|c: char| c.is_ascii_digit())?);
    let id = RecordId { snapshot: session.state().id(), number: number.parse().ok()? };
    let word = session.state().ledger.decisions.get(&id)?.kind.word();
    is_called(kind.trim(), word.text(Lang::Zh), word.text(Lang::En)).then_some(id)
}

/// A record by its id, or by the number of its meeting and its own.
pub(in crate::app) fn record(session: &Session, plain: &str) -> Option<RecordId> {
    if let Ok(id) = plain.parse::<RecordId>() {
        return Some(id);
    }
    let (meeting, number) = plain.split_once('/')?;
    let snapshot = session.numbered(meeting.parse().ok()?)?;
    Some(RecordId { snapshot, number: number.parse().ok()? })
}

/// A command with words behind it: a remark, something to be marked or looked for.
fn with_words(session: &Session, guest: &Guest, line: &str) -> Option<Vec<Action>> {
    let is = |word: &str, zh: &str, en: &str| is_called(word, zh, en);
    let (word, rest) = match line.split_once([' ', '\u{3000}', '：', ':']) {
        Some((word, rest)) => (word, rest.trim()),
        None => split_mark(line)?,
    };
    if rest.is_empty() {
        return None;
    }
    let (remark, seen) = (Word::Remark, Word::Seen);
    let search = Do::Search;
    if is(word, remark.text(Lang::Zh), remark.text(Lang::En)) || word == "," {
        let mut actions = vec![Action::Mark(Mark::Remark), look(Look::Text(rest.to_owned()))];
        // What was written before is read again before it goes out with this.
        let drafted = super::point(session, guest)
            .is_some_and(|about| guest.drafts.iter().any(|(other, _)| *other == about));
        if !drafted {
            actions.push(Action::Mark(Mark::Send));
        }
        return Some(actions);
    }
    if is(word, seen.text(Lang::Zh), seen.text(Lang::En)) {
        let plain: String = rest.chars().map(twin).collect();
        let stop = stop(session, &plain)?;
        return Some(vec![look(Look::To(stop)), Action::Mark(Mark::Seen)]);
    }
    let is_search = is(word, search.text(Lang::Zh), search.text(Lang::En)) || word == "/";
    is_search.then(|| vec![look(Look::Search), look(Look::Text(rest.to_owned()))])
}

/// `，` and `/` need no blank behind them.
fn split_mark(line: &str) -> Option<(&str, &str)> {
    let first = line.chars().next()?;
    let word = match twin(first) {
        ',' => ",",
        '/' => "/",
        _ => return None,
    };
    Some((word, line.get(first.len_utf8()..)?.trim()))
}

/// Anything else filters the register, and is looked for elsewhere.
fn find(guest: &Guest, line: &str) -> Vec<Action> {
    let filtering = matches!(guest.seat.screen(), Screen::Register(_));
    let clear = filtering.then(|| look(Look::Filter(Key::Ctrl('u'))));
    clear.into_iter().chain([look(Look::Text(line.to_owned()))]).collect()
}

/// What lies over the screen goes before something else is looked at; a mark is left on it.
fn close(session: &Session, guest: &mut Guest, action: &Action) {
    let Action::Look(what) = action else { return };
    if matches!(what, Look::Over(_) | Look::Setting(_) | Look::Value(_))
        || matches!(guest.over, Some(Over::Pad { .. }))
    {
        return;
    }
    // What lies over what is looked at is nothing else that is looked at.
    let lies_over = matches!(what, Look::Looks | Look::Help | Look::Menu);
    if !lies_over && (!matches!(what, Look::Text(_)) || guest.over.is_some()) {
        guest.named = None;
    }
    if guest.over.is_some() {
        carry_out(session, guest, look(Look::Over(Key::Esc)));
    }
    // What is looked for next replaces what was found.
    if !matches!(what, Look::Text(_)) || !is_new_search(guest) {
        guest.seat.over = None;
    }
}

/// Whether the search was opened by this very line and waits for its text.
fn is_new_search(guest: &Guest) -> bool {
    matches!(&guest.seat.over, Some(Box::Find(find)) if find.field.is_empty())
}

#[cfg(test)]
mod tests;
