//! The order of an agenda. Numbers are what people say and print, so the number of an item that was
//! on, or under which something was recorded, stays; the others move around it.

use std::collections::BTreeSet;

use crate::app::session::Session;
use crate::ledger::{AgendaItem, Edit, ItemState, Snapshot};
use crate::plan::Table;

/// An agenda by number.
pub type Agenda = Table<u16, AgendaItem>;

/// Where an item moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toward {
    /// Earlier.
    First,
    /// Later.
    Last,
}

/// The numbers that are on record; none while the agenda is being prepared.
pub fn fixed(session: &Session) -> BTreeSet<u16> {
    let (Some(history), Some(meeting)) = (&session.open, session.meeting()) else {
        return BTreeSet::new();
    };
    let were_on = meeting.agenda.keys().copied().filter(|item| history.floor().knows(*item));
    recorded(&history.open).into_iter().chain(were_on).collect()
}

/// The items under which a meeting decided or noted something.
pub fn recorded(meeting: &Snapshot) -> BTreeSet<u16> {
    let items = meeting.additions().into_iter().filter_map(|edit| match edit {
        Edit::Decision(change) => change.now?.item,
        Edit::Note(change) => change.now?.item,
        _ => None,
    });
    items.collect()
}

/// The agenda with an item one place on, and its new number; none when it cannot move there.
pub fn moved(
    agenda: &Agenda,
    number: u16,
    toward: Toward,
    fixed: &BTreeSet<u16>,
) -> Option<(Agenda, u16)> {
    let is_free = |other: &&u16| !fixed.contains(*other);
    let other = *match toward {
        Toward::First => agenda.range(..number).map(|(other, _)| other).rfind(is_free)?,
        Toward::Last => agenda.range(number..).map(|(other, _)| other).skip(1).find(is_free)?,
    };
    if fixed.contains(&number) {
        return None;
    }
    let (item, neighbour) = (agenda.get(&number)?.clone(), agenda.get(&other)?.clone());
    let mut moved = agenda.clone();
    moved.insert(other, item);
    moved.insert(number, neighbour);
    Some((moved, other))
}

/// The agenda with one more item behind another, and its number; behind none, at the end of what is
/// talked about: what is reported in writing stays last.
pub fn with(
    agenda: &Agenda,
    behind: Option<u16>,
    item: AgendaItem,
    fixed: &BTreeSet<u16>,
) -> (Agenda, u16) {
    let mut free = free(agenda, fixed);
    let is_spoken = |(_, item): &(u16, AgendaItem)| item.state != ItemState::Written;
    let last_spoken = || free.iter().rposition(is_spoken).map_or(0, |last| last + 1);
    let at = behind.map_or_else(last_spoken, |number| {
        free.iter().take_while(|(other, _)| *other <= number).count()
    });
    free.insert(at, (0, item));
    let numbers = free_numbers(fixed).take(free.len()).collect::<Vec<_>>();
    let number = numbers.get(at).copied().unwrap_or_default();
    (filled(agenda, fixed, free.into_iter().map(|(_, item)| item)), number)
}

/// The agenda without an item. One whose number is on record stays.
pub fn without(agenda: &Agenda, number: u16, fixed: &BTreeSet<u16>) -> Agenda {
    let free = free(agenda, fixed).into_iter().filter(|(other, _)| *other != number);
    filled(agenda, fixed, free.map(|(_, item)| item))
}

/// The agenda with other items in the place of those whose number is not on record.
pub fn filled(
    agenda: &Agenda,
    fixed: &BTreeSet<u16>,
    items: impl IntoIterator<Item = AgendaItem>,
) -> Agenda {
    let stays = agenda.iter().filter(|(number, _)| fixed.contains(*number));
    let stays = stays.map(|(number, item)| (*number, item.clone()));
    stays.chain(free_numbers(fixed).zip(items)).collect()
}

fn free(agenda: &Agenda, fixed: &BTreeSet<u16>) -> Vec<(u16, AgendaItem)> {
    let free = agenda.iter().filter(|(number, _)| !fixed.contains(*number));
    free.map(|(number, item)| (*number, item.clone())).collect()
}

fn free_numbers(fixed: &BTreeSet<u16>) -> impl Iterator<Item = u16> {
    (1..=u16::MAX).filter(|number| !fixed.contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agenda(titles: &str) -> Agenda {
        let item = |title: &str| AgendaItem { title: title.into(), ..AgendaItem::default() };
        (1..).zip(titles.split(' ').map(item)).collect()
    }

    fn shown(agenda: &Agenda) -> String {
        let item = |(number, item): (&u16, &AgendaItem)| format!("{number}{}", item.title);
        agenda.iter().map(item).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn an_item_moves_past_those_on_record() {
        for (number, toward, fixed, now) in [
            (2, Toward::First, vec![], Some("1乙 2甲 3丙 4丁")),
            (2, Toward::Last, vec![], Some("1甲 2丙 3乙 4丁")),
            (1, Toward::First, vec![], None),
            (4, Toward::Last, vec![], None),
            (4, Toward::First, vec![2, 3], Some("1丁 2乙 3丙 4甲")),
            (2, Toward::First, vec![1], None),
            (2, Toward::First, vec![2], None),
            (9, Toward::First, vec![], None),
        ] {
            let moved =
                moved(&agenda("甲 乙 丙 丁"), number, toward, &fixed.iter().copied().collect());
            assert_eq!(moved.map(|(now, _)| shown(&now)).as_deref(), now, "{number} {fixed:?}");
        }
    }

    #[test]
    fn an_item_comes_behind_another_and_goes_without_a_hole() {
        let item = AgendaItem { title: "新".into(), ..AgendaItem::default() };
        for (behind, fixed, now, number) in [
            (None, vec![], "1甲 2乙 3丙 4新", 4),
            (Some(1), vec![], "1甲 2新 3乙 4丙", 2),
            (Some(1), vec![1, 2], "1甲 2乙 3新 4丙", 3),
            (Some(0), vec![1], "1甲 2新 3乙 4丙", 2),
        ] {
            let fixed = fixed.into_iter().collect();
            let (agenda, at) = with(&agenda("甲 乙 丙"), behind, item.clone(), &fixed);
            assert_eq!((shown(&agenda).as_str(), at), (now, number));
        }
        let left = |number, fixed: &[u16]| {
            let fixed = fixed.iter().copied().collect();
            shown(&without(&agenda("甲 乙 丙"), number, &fixed))
        };
        assert_eq!(left(1, &[]), "1乙 2丙");
        assert_eq!(left(1, &[2]), "1丙 2乙");
        assert_eq!(left(2, &[2]), "1甲 2乙 3丙");
    }
}
