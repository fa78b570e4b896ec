//! From a key to the bytes of its frame: flat with the size of the plan, and as quick as the least
//! that ratatui can do.

use yiding::app::{Key, Session};

use super::books;
use super::desk::{Desk, Stock, WINDOW};
use super::list::List;
use super::measure::{Medians, Sample, busy, in_turn};
use super::table::{Goal, Table, Unit};

/// A window that twenty tasks fill.
const SMALL: (u16, u16) = (80, 24);

/// What somebody does, again and again.
struct Habit {
    what: &'static str,
    /// Keys that lead there.
    before: &'static [Key],
    /// Keys that leave everything as it was.
    keys: &'static [Key],
}

const HABITS: [Habit; 9] = [
    Habit { what: "overview, a row down and up", before: &[], keys: &[Key::Down, Key::Up] },
    Habit {
        what: "tasks, a row down and up",
        before: &[Key::Char('t')],
        keys: &[Key::Down, Key::Up],
    },
    Habit {
        what: "a task, a row down and up",
        before: &[Key::Char('t'), Key::Enter],
        keys: &[Key::Down, Key::Up],
    },
    Habit {
        what: "a task, the next and the one before",
        before: &[Key::Char('t'), Key::Down, Key::Enter],
        keys: &[Key::Char(']'), Key::Char('[')],
    },
    Habit { what: "a digit of a row, and Esc", before: &[], keys: &[Key::Char('1'), Key::Esc] },
    Habit {
        what: "a measure by its digits, and Esc",
        before: &[],
        keys: &[
            Key::Char('1'),
            Key::Char('.'),
            Key::Char('1'),
            Key::Char('.'),
            Key::Char('1'),
            Key::Esc,
        ],
    },
    Habit {
        what: "meeting, a letter and Backspace",
        before: &[Key::F(8), Key::Enter],
        keys: &[Key::Char('议'), Key::Backspace],
    },
    Habit {
        what: "meeting, a record up and Esc",
        before: &[Key::F(8), Key::Enter],
        keys: &[Key::Up, Key::Up],
    },
    Habit {
        what: "meeting, a note and ^Z",
        before: &[Key::F(8), Key::Enter],
        keys: &[Key::Char('记'), Key::Char('：'), Key::Char('好'), Key::Enter, Key::Ctrl('z')],
    },
];

/// Measures keys.
pub fn measure(table: &mut Table, sample: Sample) {
    for tasks in [1_000, 10_000, 100_000] {
        let mut sessions = [20, tasks].map(|tasks| Some(year(tasks, 300)));
        for habit in &HABITS {
            let found = grown(habit, &mut sessions, sample);
            let what = format!("{}, {tasks} tasks : 20", habit.what);
            table.row(&what, found, Unit::Time, Goal::Ratio(1.2));
        }
        let [_, large] = sessions;
        let found = minimal(large.unwrap(), sample);
        let what = format!("a row down and up, {tasks} tasks : minimal ratatui");
        table.row(&what, found, Unit::Time, Goal::Ratio(1.2));
    }
    let found = search(sample);
    let what = "a letter of a search in 6000 decisions : a plain search";
    table.row(what, found, Unit::Time, Goal::Most(0.03));
}

fn year(tasks: usize, decisions: usize) -> Session {
    let plan = books::plan_of(tasks);
    let newest = books::year(&plan, 12, decisions);
    books::session(plan, newest)
}

/// A habit on a large plan, against the same on the district's.
fn grown(habit: &Habit, sessions: &mut [Option<Session>; 2], sample: Sample) -> Medians {
    let begun = |session: &mut Option<Session>| {
        let mut desk = Desk::new(session.take().unwrap(), SMALL);
        habit.before.iter().for_each(|key| desk.press(*key));
        desk
    };
    let [mut small, mut large] = sessions.each_mut().map(begun);
    let times = times(|| practise(&mut large, habit, 1));
    let found = in_turn(
        sample.rounds(11),
        || practise(&mut large, habit, times),
        || practise(&mut small, habit, times),
    );
    *sessions = [small, large].map(|desk| Some(desk.leave()));
    found
}

/// The seconds that one key of a habit takes.
fn practise(desk: &mut Desk, habit: &Habit, times: usize) -> f64 {
    let work = || (0..times).for_each(|_| habit.keys.iter().for_each(|key| desk.press(*key)));
    busy(work) / count(times * habit.keys.len())
}

/// How often to do what takes so long, for some milliseconds in all.
fn times(mut once: impl FnMut() -> f64) -> usize {
    once();
    let often = [16, 4, 1];
    let taken = once();
    often.into_iter().find(|times| taken * count(*times) < 0.01).unwrap_or(1)
}

/// A row down and up, against the least that ratatui can do.
fn minimal(session: Session, sample: Sample) -> Medians {
    let tasks = session.plan.tasks().map(|task| format!("{} {}", task.id, task.title));
    let (mut list, mut stock) = (List::new(tasks.collect()), Stock::new(WINDOW));
    stock.list(&mut list);
    let mut desk = Desk::new(session, WINDOW);
    desk.press(Key::Char('t'));
    in_turn(
        sample.rounds(21),
        || {
            let keys = [Key::Down, Key::Up].into_iter().cycle().take(32);
            busy(|| keys.for_each(|key| desk.press(key))) / 32.0
        },
        || {
            let work = || {
                for _ in 0..16 {
                    list.down();
                    stock.list(&mut list);
                    list.up();
                    stock.list(&mut list);
                }
            };
            busy(work) / 32.0
        },
    )
}

/// A letter of a search in pinyin, against looking for Han in the same sentences.
fn search(sample: Sample) -> Medians {
    let mut desk = Desk::new(year(20, 6_000), WINDOW);
    let decisions = desk.session.sealed.ledger.decisions.clone();
    desk.press(Key::Char('/'));
    desk.write("zsy");
    in_turn(
        sample.rounds(11),
        || {
            let time = busy(|| desk.press(Key::Char('z')));
            desk.press(Key::Backspace);
            time
        },
        || busy(|| decisions.values().filter(|one| one.text.contains("招商引资")).count()),
    )
}

fn count(times: usize) -> f64 {
    f64::from(u32::try_from(times).unwrap())
}
