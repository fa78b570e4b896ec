//! 分工表: row by row who answers for it, and what is typed into a cell.
//!
//! Every cell that is confirmed is one assignment with its own undo. A cell takes what the line takes:
//! names, pinyin initials, the digits of the meeting's offices, due words.

use super::entry::{self, Candidates, Meaning};
use super::field::Field;
use super::session::Session;
use super::submit;
use crate::ledger::{About, Assignment, sentence};
use crate::plan::{Party, Place, Plan};
use crate::words::{Label, Notice};

/// The table while it is filled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Division {
    /// The row with the cursor.
    pub cursor: usize,
    /// The column with the cursor.
    pub column: Column,
    /// What is being typed into the cell with the cursor.
    pub cell: Option<Field>,
    /// Which rows it has.
    pub depth: Depth,
}

/// A column of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// 牵头领导
    Sponsor,
    /// 牵头
    #[default]
    Lead,
    /// 配合
    Support,
    /// 时限
    Due,
}

/// Which rows the table has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// The tasks.
    #[default]
    Tasks,
    /// The tasks, and below each its measures.
    Measures,
}

impl Column {
    /// All of them, from left to right.
    pub const ALL: [Self; 4] = [Self::Sponsor, Self::Lead, Self::Support, Self::Due];

    /// Its heading.
    pub const fn label(self) -> Label {
        match self {
            Self::Sponsor => Label::Sponsor,
            Self::Lead => Label::Lead,
            Self::Support => Label::Support,
            Self::Due => Label::Due,
        }
    }
}

/// How many rows the table has.
pub fn count(plan: &Plan, depth: Depth) -> usize {
    match depth {
        Depth::Tasks => plan.tasks().count(),
        Depth::Measures => plan.tasks().map(|task| 1 + task.measures.len()).sum(),
    }
}

/// The row of a number.
pub fn row(plan: &Plan, depth: Depth, index: usize) -> Option<Place> {
    match depth {
        Depth::Tasks => super::rows::nth_task(plan, None, index).map(|task| task.id),
        Depth::Measures => {
            let below = |task: &crate::plan::Task| {
                let measures: Vec<Place> = task.measures.iter().map(|measure| measure.id).collect();
                std::iter::once(task.id).chain(measures)
            };
            plan.tasks().flat_map(below).nth(index)
        }
    }
}

/// The number of a row; none when the table does not have it.
pub fn index(plan: &Plan, depth: Depth, wanted: Place) -> Option<usize> {
    (0..count(plan, depth)).find(|index| row(plan, depth, *index) == Some(wanted))
}

/// What a cell says now.
pub fn shown(now: Option<&Assignment>, column: Column) -> String {
    let Some(now) = now else { return String::new() };
    match column {
        Column::Sponsor => now.sponsor.clone(),
        Column::Lead => sentence::names(&now.lead),
        Column::Support => sentence::names(&now.support),
        Column::Due => now.due.map_or_else(String::new, |due| due.to_string()),
    }
}

/// Who has a row once a cell says something else.
///
/// # Errors
/// What of it is not understood.
pub fn meant(
    session: &Session,
    row: Place,
    column: Column,
    typed: &str,
) -> Result<Assignment, Notice> {
    let since = session.base_day();
    let now = session.assignment(row).cloned();
    let mut next = Assignment { since, ..now.unwrap_or_else(|| Assignment::since(since)) };
    let typed = typed.trim();
    match column {
        Column::Sponsor => next.sponsor = sponsor(session, typed),
        Column::Lead => next.lead = parties(session, row, typed)?,
        Column::Support => next.support = parties(session, row, typed)?,
        Column::Due if typed.is_empty() => next.due = None,
        Column::Due => {
            let day = submit::meant_day(session, typed);
            next.due = Some(day.ok_or_else(|| Notice::NotADate { text: typed.into() })?);
        }
    }
    Ok(next)
}

/// Who is offered for what is typed into a cell of names.
pub fn offered(session: &Session, row: Place, division: &Division) -> Option<Candidates> {
    let cell = division.cell.as_ref()?;
    if !matches!(division.column, Column::Lead | Column::Support) {
        return None;
    }
    let last = cell.text().rsplit(is_between).next().unwrap_or_default();
    let about = [About::Row(session.plan.row(row))];
    let picks = session.picks();
    let line = format!("@{last}");
    entry::candidates(&line, line.len(), &submit::context(session, &about, &picks))
}

/// Offices between commas, stops or blanks, each as the line understands it.
pub fn parties(session: &Session, row: Place, typed: &str) -> Result<Vec<Party>, Notice> {
    let about = [About::Row(session.plan.row(row))];
    let mut named = Vec::new();
    let known = |word: &str| {
        let meant = submit::understood_on(session, &about, &format!("@{word}")).meaning;
        matches!(meant, Meaning::Card(_))
            || matches!(meant, Meaning::Assign { lead, .. } if is_known(&lead))
    };
    let parts = typed.split(is_mark);
    for word in parts.flat_map(|part| session.names().in_words(part, known)) {
        let found = match submit::understood_on(session, &about, &format!("@{word}")).meaning {
            // Letters that stand for nobody are a slip, Han that nobody bears is a body outside.
            Meaning::Assign { lead, .. } if is_known(&lead) || !word.is_ascii() => lead,
            Meaning::Card(party) => vec![party],
            _ => return Err(Notice::NotAName { text: word.into() }),
        };
        named.extend(found.into_iter().filter(|party| !named.contains(party)).collect::<Vec<_>>());
    }
    Ok(named)
}

/// A leader by the title of a post or by a name that another row has, from its letters; any other text
/// as it is.
fn sponsor(session: &Session, typed: &str) -> String {
    let Some(letters) = session.names().pinyin().letters(typed).filter(|_| typed.is_ascii()) else {
        return typed.to_owned();
    };
    let posts = session.plan.roster.posts.values().map(|post| &post.title);
    let rows = session.state().ledger.assignments.keys();
    let named = rows.filter_map(|row| session.assignment(row.place)).map(|now| &now.sponsor);
    let mut known = posts.chain(named).filter(|name| !name.is_empty());
    known.find(|name| letters.begins(name)).cloned().unwrap_or_else(|| typed.to_owned())
}

fn is_known(parties: &[Party]) -> bool {
    parties.iter().all(|party| party.key().is_some())
}

fn is_between(c: char) -> bool {
    c.is_whitespace() || is_mark(c)
}

fn is_mark(c: char) -> bool {
    "、,，;；+＋@＠".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::rehearsal::{between, in_session, place};

    #[test]
    fn a_cell_takes_names_letters_and_digits() {
        let session = in_session();
        for (typed, named) in [
            ("投促局", "投促局"),
            ("tcj", "投促局"),
            ("tcj fgj", "投促局、发改局"),
            ("投促局、发改局，投促局", "投促局、发改局"),
            ("2", "发改局"),
            ("2 ３", "发改局、财政局"),
            ("省交投集团", "省交投集团"),
            ("", ""),
        ] {
            let meant = parties(&session, place("1.4"), typed);
            assert_eq!(meant.map(|all| sentence::names(&all)), Ok(named.to_owned()), "{typed}");
        }
        for wrong in ["99", "tcj zzzzqq"] {
            assert!(parties(&session, place("1.4"), wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_cell_changes_what_it_stands_for_and_nothing_else() {
        let session = between();
        let was = session.assignment(place("1.2")).cloned().unwrap();
        let meant = |column, typed| meant(&session, place("1.2"), column, typed);
        let due = meant(Column::Due, "1031").unwrap();
        assert_eq!(due.due.map(|day| day.to_string()), Some("2023-10-31".into()));
        assert_eq!((due.lead, due.support), (was.lead.clone(), was.support.clone()));
        assert_eq!(meant(Column::Support, "").unwrap().lead, was.lead);
        assert!(meant(Column::Due, "十三月").is_err());
        assert_eq!(meant(Column::Sponsor, "分管副区长").unwrap().sponsor, "分管副区长");
    }

    #[test]
    fn measures_stand_below_their_tasks() {
        let plan = between().plan;
        assert_eq!((count(&plan, Depth::Tasks), count(&plan, Depth::Measures)), (20, 113));
        assert_eq!(row(&plan, Depth::Measures, 1), Some(place("1.1.1")));
        assert_eq!(index(&plan, Depth::Tasks, place("1.2")), Some(1));
        assert_eq!(row(&plan, Depth::Tasks, 20), None);
    }
}
