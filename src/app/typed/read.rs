//! What a line means where it was typed. A number picks what was read under it, a name is a command,
//! a key is a key; in a field and at the line of the meeting everything else is text.

use super::acts::{acts, is_name};
use super::{Step, number};
use crate::app::guest::typed::{is_called, record, spoken};
use crate::app::key::twin;
use crate::app::menu::decision::MORE;
use crate::app::menu::{self, Choice};
use crate::app::script::simplified;
use crate::app::seat::{About, Find, Menu, Over, Screen, Seat};
use crate::app::session::Session;
use crate::app::{Key, Stop, command, jump, rows};
use crate::ledger::Presence;
use crate::words::linear::Way;
use crate::words::{Deed, Do, Label, Lang};

/// What a line means, step by step.
pub fn read(session: &Session, seat: &Seat, line: &str) -> Vec<Step> {
    let line = line.trim();
    let plain: String = line.chars().map(twin).collect();
    if let Some(looks) = &seat.looks {
        return match super::looks::read(looks, &plain) {
            Some(steps) => steps,
            None if is_back(&plain) => vec![Step::Key(Key::Esc)],
            // A number that picks nothing here picks nothing behind it either.
            None if plain.bytes().all(|byte| byte.is_ascii_digit()) => vec![Step::Again],
            None => leaving(on_screen(session, seat, line, &plain)),
        };
    }
    match &seat.over {
        Some(Over::Menu(menu)) => in_menu(session, seat, menu, (line, &plain)),
        Some(Over::Find(find)) => in_box(session, seat, find, (line, &plain)),
        Some(Over::Plain(_)) if plain.is_empty() => vec![Step::Key(Key::Esc)],
        Some(Over::Jump(_) | Over::Plain(_)) => leaving(on_screen(session, seat, line, &plain)),
        None => on_screen(session, seat, line, &plain),
    }
}

/// What lies over the screen is left first.
fn leaving(then: Vec<Step>) -> Vec<Step> {
    std::iter::once(Step::Key(Key::Esc)).chain(then).collect()
}

/// A digit or a name picks, an empty line leaves; any other line leaves and is taken as usual.
fn in_menu(session: &Session, seat: &Seat, menu: &Menu, (line, plain): (&str, &str)) -> Vec<Step> {
    let choices = menu::choices(session, &menu.about);
    let digit = |(at, choice): (u32, &Choice)| {
        let digit = choice.digit(at);
        let named = name(choice).is_some_and(|(zh, en)| is_called(line, zh, en));
        (named || plain == digit.to_string()).then_some(Step::Key(Key::Char(digit)))
    };
    match (0..).zip(&choices).find_map(digit) {
        Some(picked) => vec![picked],
        None if plain.is_empty() || is_back(plain) => vec![Step::Key(Key::Esc)],
        None if further(menu, line).is_some() => further(menu, line).unwrap_or_default(),
        // A number that picks nothing here picks nothing behind it either.
        None if plain.bytes().all(|byte| byte.is_ascii_digit()) => vec![Step::Again],
        None => leaving(on_screen(session, seat, line, plain)),
    }
}

/// What stands on the second page of what can be done about a decision, by its name.
fn further(menu: &Menu, line: &str) -> Option<Vec<Step>> {
    let About::Decision(_) = menu.about else { return None };
    let is = |deed: &&Deed| is_called(line, deed.text(Lang::Zh), deed.text(Lang::En));
    let at = MORE.iter().position(|deed| is(&deed))?;
    let digit = Choice::Deed(MORE[at]).digit(u32::try_from(at).ok()?);
    Some(vec![Step::Key(Key::Char('0')), Step::Key(Key::Char(digit))])
}

/// The name of a choice, where it has one of its own.
fn name(choice: &Choice) -> Option<(&'static str, &'static str)> {
    let both = |word: &dyn Fn(Lang) -> &'static str| (word(Lang::Zh), word(Lang::En));
    match choice {
        Choice::Meeting(label) => Some(both(&|lang| label.text(lang))),
        Choice::Deed(deed) => Some(both(&|lang| deed.text(lang))),
        Choice::Sort(by) => Some(both(&|lang| by.word().text(lang))),
        Choice::Changes(Some(sort)) => Some(both(&|lang| sort.text(lang))),
        Choice::Light(light) => Some(both(&|lang| light.word().text(lang))),
        _ => None,
    }
}

/// A number picks one of what was found, an empty line leaves; anything else is looked for instead.
fn in_box(session: &Session, seat: &Seat, find: &Find, (line, plain): (&str, &str)) -> Vec<Step> {
    if plain.is_empty() || is_back(plain) {
        return vec![Step::Key(Key::Esc)];
    }
    if plain == "0" {
        return leaving(vec![Step::Run(Do::Palette)]);
    }
    let picked = plain.parse::<usize>().ok().and_then(|nth| nth.checked_sub(1));
    if let Some(at) = picked.filter(|at| *at < find.hits.len()) {
        return vec![Step::Choose(at)];
    }
    if let Some(key) = key(plain).filter(|key| *key != Key::Enter) {
        return vec![Step::Key(key)];
    }
    match named(plain) {
        Some(Step::Key(key)) => vec![Step::Key(key)],
        Some(step) => leaving(vec![step]),
        None => match elsewhere(session, seat, plain) {
            Some(step) if !find.commands => leaving(vec![step]),
            _ => vec![Step::Key(Key::Ctrl('u')), Step::Text(line.to_owned())],
        },
    }
}

/// What a line means where nothing lies over the screen.
fn on_screen(session: &Session, seat: &Seat, line: &str, plain: &str) -> Vec<Step> {
    if let Some(name) = plain.strip_prefix(':') {
        return palette(name.trim());
    }
    if let Screen::Form(_) = seat.screen() {
        return vec![in_form(line, plain)];
    }
    match plain {
        "" => return vec![empty(seat)],
        "0" => return vec![Step::Run(Do::Palette)],
        "?" => return vec![Step::Run(Do::Help)],
        _ => {}
    }
    if let Some(steps) = of_meeting(session, seat, plain) {
        return steps;
    }
    if let Some(step) = one(session, seat, plain) {
        // What is typed is recorded by an empty line and by nothing else.
        let typed = *seat.screen() == Screen::Meeting && !seat.line.field.is_empty();
        return vec![if typed && step == Step::Key(Key::Enter) { Step::Again } else { step }];
    }
    let rest = |mark: &[char]| Some(line.strip_prefix(mark)?.trim().to_owned());
    if let Some(wanted) = rest(&['/', '／', '、']) {
        return vec![Step::Run(Do::Search), Step::Text(wanted)];
    }
    if let Some(tried) = rest(&['?', '？']).filter(|_| session.meeting().is_some()) {
        return vec![Step::Try(tried)];
    }
    two(session, seat, plain).unwrap_or_else(|| text(session, seat, line, plain))
}

/// A line that is one thing as a whole: a key, something to be done here, a command, a number.
fn one(session: &Session, seat: &Seat, plain: &str) -> Option<Step> {
    key(plain)
        .map(Step::Key)
        .or_else(|| act(session, seat, plain))
        .or_else(|| named(plain))
        .or_else(|| row(session, seat, plain).map(Step::Row))
        .or_else(|| elsewhere(session, seat, plain))
        .or_else(|| mark(seat, plain))
}

/// A row of the screen by its number, and what is done with it: `3 请假`.
fn two(session: &Session, seat: &Seat, plain: &str) -> Option<Vec<Step>> {
    let (number, rest) = plain.split_once(char::is_whitespace)?;
    let there = match row(session, seat, number) {
        Some(at) => Step::Row(at),
        None if matches!(seat.screen(), Screen::Account { .. } | Screen::Division(_)) => {
            elsewhere(session, seat, number)?
        }
        None => return None,
    };
    let does = key(rest.trim()).map(Step::Key).or_else(|| act(session, seat, rest.trim()));
    let does = does.or_else(|| by_key(rest.trim())).or_else(|| mark(seat, rest.trim()));
    Some(vec![there, does?])
}

/// Whoever waits for text gets it; where nobody does, it goes to the line of the meeting and is heard
/// before it is recorded, or it is looked for.
fn text(session: &Session, seat: &Seat, line: &str, plain: &str) -> Vec<Step> {
    let text = || line.to_owned();
    match seat.screen() {
        Screen::Meeting if session.keeping.read_only.is_some() => {
            vec![Step::Run(Do::Search), Step::Text(text())]
        }
        // `#1.4` binds the line wherever one looks, and records nothing.
        _ if is_binding(plain) && session.meeting().is_some() => vec![Step::Write(text())],
        // What would be done elsewhere was perhaps not meant to be recorded here.
        Screen::Meeting if reads_as_done(plain) => vec![Step::Try(text())],
        Screen::Meeting => vec![Step::Write(text())],
        Screen::Register(_) | Screen::Help { .. } => {
            vec![Step::Key(Key::End), Step::Key(Key::Ctrl('u')), Step::Text(text())]
        }
        Screen::SignIn { .. } => somebody(line, plain),
        _ if reads_as_done(plain) => vec![Step::NotHere],
        Screen::Division(_) => vec![Step::Text(text()), Step::Key(Key::Enter)],
        Screen::Agenda { .. } | Screen::Pasted(_) => vec![Step::Text(text())],
        _ if session.meeting().is_some() && session.keeping.read_only.is_none() => {
            vec![Step::Try(text())]
        }
        _ => vec![Step::Text(text())],
    }
}

/// Whether a line says to what the line of the meeting binds: `#1.4`, `#7`, `##`.
fn is_binding(plain: &str) -> bool {
    let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | '/' | '-' | '#');
    plain.strip_prefix('#').is_some_and(|rest| rest.chars().all(number))
}

/// Whether a line says what is done on some list: `5 暂缓`, 缺席, 封存.
fn reads_as_done(plain: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let last = match plain.split_once(char::is_whitespace) {
        Some((number, rest)) if digits(number) => rest.trim(),
        Some(_) => plain
            .rsplit(char::is_whitespace)
            .next()
            .filter(|last| presence(last).is_some())
            .unwrap_or(plain),
        None => plain,
    };
    digits(last) || is_name(last) || presence(last).is_some()
}

/// `投促局 请假`: who, and how.
fn somebody(line: &str, plain: &str) -> Vec<Step> {
    let last = plain.rsplit(char::is_whitespace).next().unwrap_or_default();
    match (presence(last), line.rsplit_once(char::is_whitespace)) {
        (Some(state), Some((who, _))) => {
            vec![Step::Text(who.trim().to_owned()), Step::Sign(state)]
        }
        _ => vec![Step::Text(line.to_owned())],
    }
}

/// In a form everything is the answer but what takes one through it.
fn in_form(line: &str, plain: &str) -> Step {
    let is = |zh: &str, en: &str| is_called(plain, zh, en);
    let called = |what: Do| is(what.text(Lang::Zh), what.text(Lang::En));
    let number = plain.strip_prefix('#').and_then(|number| number.parse::<usize>().ok());
    match key(plain) {
        Some(Key::F(2 | 8)) => return Step::Save,
        Some(key) if !matches!(key, Key::Enter | Key::Char(_)) => return Step::Key(key),
        _ => {}
    }
    let way = |way: Way| is(way.text(Lang::Zh), way.text(Lang::En));
    match number.and_then(|number| number.checked_sub(1)) {
        Some(at) => Step::Field(at),
        None if way(Way::Save) || way(Way::OpenIt) => Step::Save,
        None if is_back(plain) => Step::Key(Key::Esc),
        None if called(Do::PreviousPane) || called(Do::Up) => Step::Key(Key::Up),
        None if called(Do::NextPane) || called(Do::Down) => Step::Key(Key::Down),
        None => Step::Fill(line.to_owned()),
    }
}

/// What stands in the line is recorded, what waits behind it comes; else all is read again.
fn empty(seat: &Seat) -> Step {
    let waits = !seat.line.field.is_empty() || !seat.line.unsent.is_empty();
    if waits && *seat.screen() == Screen::Meeting { Step::Key(Key::Enter) } else { Step::Again }
}

/// `：台账 逾期` opens a list with what is looked for in it, any other name narrows the palette.
fn palette(name: &str) -> Vec<Step> {
    if let Some(step) = named(name) {
        return vec![step];
    }
    if let Some((what, wanted)) = name.split_once(char::is_whitespace)
        && let Some(Step::Run(what @ (Do::Register | Do::Search | Do::Help))) = named(what)
    {
        return vec![Step::Run(what), Step::Text(wanted.trim().to_owned())];
    }
    vec![Step::Commands(name.to_owned())]
}

/// A key by its name: `F8`, `^N`, `ctrl-n`, 空格.
fn key(plain: &str) -> Option<Key> {
    let control = plain.strip_prefix('^').map(|letter| format!("ctrl-{letter}"));
    let name = control.as_deref().unwrap_or(plain);
    let named = || name.parse::<Key>().ok().filter(|_| name.chars().count() > 1);
    HAN_KEYS.iter().find(|(han, _)| is_called(plain, han, han)).map(|(_, key)| *key).or_else(named)
}

/// Keys as Chinese keyboards call them.
const HAN_KEYS: [(&str, Key); 4] =
    [("空格", Key::Char(' ')), ("回车", Key::Enter), ("左", Key::Left), ("右", Key::Right)];

fn is_back(plain: &str) -> bool {
    is_called(plain, Do::Back.text(Lang::Zh), Do::Back.text(Lang::En))
        || key(plain) == Some(Key::Esc)
}

/// Something that can be done on this screen, by its name.
fn act(session: &Session, seat: &Seat, plain: &str) -> Option<Step> {
    if let (Screen::SignIn { .. }, Some(state)) = (seat.screen(), presence(plain)) {
        return Some(Step::Sign(state));
    }
    let is = |way: &Way| is_called(plain, way.text(Lang::Zh), way.text(Lang::En));
    acts(session, seat).into_iter().find(|(way, _)| is(way)).map(|(_, key)| Step::Key(key))
}

fn presence(plain: &str) -> Option<Presence> {
    Presence::named(plain).or_else(|| Presence::named(&simplified(plain)?))
}

/// A command by its name. Those that move about are keys: each screen has its own way of moving.
fn named(plain: &str) -> Option<Step> {
    by_key(plain).or_else(|| {
        let called = |row: &&command::Command| {
            is_called(plain, row.what.text(Lang::Zh), row.what.text(Lang::En))
        };
        command::COMMANDS.iter().find(called).map(|row| Step::Run(row.what))
    })
}

/// The commands that are carried out by their key.
const BY_KEY: [(Do, Key); 12] = [
    (Do::Quit, Key::F(10)),
    (Do::Open, Key::Enter),
    (Do::Back, Key::Esc),
    (Do::Up, Key::Up),
    (Do::Down, Key::Down),
    (Do::PageUp, Key::PageUp),
    (Do::PageDown, Key::PageDown),
    (Do::Home, Key::Home),
    (Do::End, Key::End),
    (Do::NextPane, Key::Tab),
    (Do::PreviousPane, Key::BackTab),
    (Do::Undo, Key::Ctrl('z')),
];

fn by_key(plain: &str) -> Option<Step> {
    let called = |what: &Do| is_called(plain, what.text(Lang::Zh), what.text(Lang::En));
    BY_KEY.iter().find(|(what, _)| called(what)).map(|(_, key)| Step::Key(*key))
}

/// 开会, or while a meeting is open one of its menu: 休会 散会.
fn of_meeting(session: &Session, seat: &Seat, plain: &str) -> Option<Vec<Step>> {
    let is = |label: Label| is_called(plain, label.text(Lang::Zh), label.text(Lang::En));
    let menu = Step::Run(Do::Meeting);
    if session.meeting().is_none() {
        return is(Label::NewMeeting).then_some(vec![menu]);
    }
    let choices = menu::choices(session, &About::Meeting);
    let digit = |(at, choice): (u32, &Choice)| match choice {
        Choice::Meeting(label) if is(*label) => Some(choice.digit(at)),
        _ => None,
    };
    // 签到 is a command of its own.
    if named(plain).is_some() {
        return None;
    }
    let digit = (0..).zip(&choices).find_map(digit)?;
    match seat.screen() {
        Screen::Gate { .. } if is(Label::Closing) => Some(vec![Step::Again]),
        _ => Some(vec![menu, Step::Key(Key::Char(digit))]),
    }
}

/// The row of the screen that was read under a number.
fn row(session: &Session, seat: &Seat, plain: &str) -> Option<usize> {
    let wanted = plain.strip_prefix('#').unwrap_or(plain);
    let bare = !plain.starts_with('#') || *seat.screen() != Screen::Meeting;
    let is_number = wanted.starts_with(|c: char| c.is_ascii_digit());
    let count = rows::count(session, seat.screen());
    let mut all = (0..count).filter(|_| bare && is_number);
    all.find(|at| number(session, seat.screen(), *at).as_deref() == Some(wanted))
}

/// A row of the plan or a record by its own number: `1.4`, `14`, `4/2`, `议定3`; a line prepared for the
/// item: `预拟1`.
fn elsewhere(session: &Session, seat: &Seat, plain: &str) -> Option<Step> {
    let number = plain.trim_start_matches(|c: char| !c.is_ascii_digit());
    let (name, nth) = plain.split_at(plain.len() - number.len());
    let prepared = Label::Prepared;
    if is_called(name.trim_end(), prepared.text(Lang::Zh), prepared.text(Lang::En)) {
        let nth = nth.trim().parse::<usize>().ok()?.checked_sub(1)?;
        return (*seat.screen() == Screen::Meeting).then_some(Step::Prepare(nth));
    }
    let state = session.state();
    let id = spoken(session, plain).or_else(|| record(session, plain)).filter(|id| {
        state.ledger.decisions.contains_key(id)
            || session.index.records().iter().any(|edit| edit.record() == Some(id))
    });
    if let Some(id) = id {
        return Some(Step::Go(Stop::Decision(id)));
    }
    let is_number = plain.starts_with(|c: char| c.is_ascii_digit())
        && plain.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '/' | '-'));
    let place = is_number.then(|| jump::enter(plain, &session.plan)).flatten()?;
    Some(Step::Go(Stop::Row(place)))
}

/// A mark alone is its key, where no text is waited for.
fn mark(seat: &Seat, plain: &str) -> Option<Step> {
    let mut letters = plain.chars();
    let only = letters.next().filter(|_| letters.next().is_none())?;
    let typing = matches!(seat.screen(), Screen::Meeting | Screen::Help { .. });
    (!typing && only.is_ascii_punctuation()).then_some(Step::Key(Key::Char(only)))
}
