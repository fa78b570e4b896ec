//! From a key to the bytes of its frame: flat with the size of the plan, and as quick as the least
//! that ratatui can do.

use yiding::app::{Key, Session};

use super::books;
use super::desk::{Desk, Stock, WINDOW};
use super::list::List;
use super::measure::{Medians, Sample, busy, in_turn};
use super::table::{Goal, Table, Unit};

/// A window that twenty tasks fill, with all that a wide one shows.
const SMALL: (u16, u16) = (120, 24);

/// What somebody does, again and again.
#[derive(Clone, Copy)]
struct Habit {
    what: &'static str,
    /// Keys that lead there.
    before: &'static [Key],
    /// Keys that leave everything as it was.
    keys: &'static [Key],
}

const OVERVIEW: Habit =
    Habit { what: "overview, a row down and up", before: &[], keys: &[Key::Down, Key::Up] };

const TASKS: Habit = Habit {
    what: "tasks, a row down and up",
    before: &[Key::Char('t')],
    keys: &[Key::Down, Key::Up],
};

const TASK: Habit = Habit {
    what: "a task, a row down and up",
    before: &[Key::Char('t'), Key::Enter],
    keys: &[Key::Down, Key::Up],
};

const LETTER: Habit = Habit {
    what: "meeting, a letter and Backspace",
    before: &[Key::F(8), Key::Enter],
    keys: &[Key::Char('议'), Key::Backspace],
};

const RECORDS: Habit = Habit {
    what: "meeting, up and down the records",
    before: &[
        Key::F(8),
        Key::Enter,
        Key::Char('好'),
        Key::Enter,
        Key::Char('行'),
        Key::Enter,
        Key::Up,
    ],
    keys: &[Key::Up, Key::Down],
};

/// What is as quick on a large plan as on a small one.
const HABITS: [Habit; 9] = [
    OVERVIEW,
    TASKS,
    TASK,
    LETTER,
    RECORDS,
    Habit {
        what: "a task, the next and the one before",
        before: &[Key::Char('t'), Key::Down, Key::Enter],
        keys: &[Key::Char(']'), Key::Char('[')],
    },
    Habit { what: "a digit of a row, and Esc", before: &[], keys: &[Key::Char('1'), Key::Esc] },
    Habit {
        what: "a measure by its digits, and Esc",
        before: &[],
        keys: &[Key::Char('1'), Key::Char('.'), Key::Char('1'), Key::Char('.'), Key::Esc],
    },
    Habit {
        what: "meeting, a decision and ^Z",
        before: &[Key::F(8), Key::Enter],
        keys: &[Key::Char('好'), Key::Enter, Key::Ctrl('z')],
    },
];

/// Measures keys on plans of all sizes.
pub fn measure(table: &mut Table, sample: Sample) {
    // Built without optimization, the large plans alone take minutes.
    let sizes: &[usize] = match sample {
        Sample::Brief => &[1_000],
        Sample::Short | Sample::Long => &[1_000, 10_000, 100_000],
    };
    for &tasks in sizes {
        let mut sessions = [20, tasks].map(|tasks| Some(year(tasks, 300)));
        for habit in &HABITS {
            let found = grown(habit, &mut sessions, sample);
            let what = format!("{}, {tasks} tasks : 20", habit.what);
            table.row(&what, found, Unit::Time, Goal::Ratio(1.2));
        }
    }
    let found = search(sample);
    let what = "a letter of a search in 6000 decisions : a plain search";
    table.row(what, found, Unit::Time, Goal::Most(0.03));
}

/// Measures keys against a list with a cursor.
pub fn measure_floor(table: &mut Table, sample: Sample) {
    for (tasks, habit) in
        [(20, OVERVIEW), (20, TASKS), (1_000, TASKS), (20, TASK), (20, LETTER), (20, RECORDS)]
    {
        let found = above_floor(&habit, year(tasks, 300), sample);
        let what = format!("{}, {tasks} tasks : minimal ratatui", habit.what);
        table.row(&what, found, Unit::Time, Goal::Ratio(1.2));
    }
}

fn year(tasks: usize, decisions: usize) -> Session {
    let plan = books::plan_of(tasks);
    let newest = books::year(&plan, 12, decisions);
    books::session(plan, newest)
}

/// A desk after the keys that lead to a habit.
fn begun(habit: &Habit, session: Session, window: (u16, u16)) -> Desk {
    let mut desk = Desk::new(session, window);
    habit.before.iter().for_each(|key| desk.press(*key));
    let meets = habit.before.first() == Some(&Key::F(8));
    assert_eq!(desk.session.meeting().is_some(), meets, "{}", habit.what);
    desk
}

/// A habit on a large plan, against the same on the district's.
fn grown(habit: &Habit, sessions: &mut [Option<Session>; 2], sample: Sample) -> Medians {
    let desks = sessions.each_mut().map(|session| begun(habit, session.take().unwrap(), SMALL));
    let [mut small, mut large] = desks;
    let times = often(|| practise(&mut large, habit, 1) * count(habit.keys.len()));
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
fn often(mut once: impl FnMut() -> f64) -> usize {
    once();
    let taken = once();
    [16, 4].into_iter().find(|times| taken * count(*times) < 0.02).unwrap_or(1)
}

/// A habit, against a row down and up in a list.
fn above_floor(habit: &Habit, session: Session, sample: Sample) -> Medians {
    let tasks = session.plan.tasks().map(|task| format!("{} {}", task.id, task.title));
    let mut list = List::new(tasks.collect(), session.sealed.ledger.decisions.len());
    let (mut stock, mut desk) = (Stock::new(WINDOW), begun(habit, session, WINDOW));
    let mut floor = || {
        for _ in 0..16 {
            list.down();
            stock.list(&mut list);
            list.up();
            stock.list(&mut list);
        }
    };
    floor();
    in_turn(sample.rounds(21), || practise(&mut desk, habit, 16), || busy(&mut floor) / 32.0)
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
