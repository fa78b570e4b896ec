//! What the minutes go through: the items of the agenda that left a record, in their order, then what
//! belongs to none.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::Signed;
use super::decision::{self, Made};
use crate::ledger::{About, AgendaItem, DecisionKind, ItemState};
use crate::papers::names::Names;
use crate::papers::said;
use crate::plan::{Party, Phrase, Place};
use crate::words::Lang;
use crate::words::paper::{Paper as Word, PaperSays};

/// One heading of the minutes, and what stands under it.
#[derive(Default)]
pub(super) struct Item<'a> {
    title: String,
    agenda: Option<&'a AgendaItem>,
    /// It is no item, and not about a row: 其他事项.
    pub(super) is_other: bool,
    /// The paragraph that it has in place of what it heard; empty for none.
    pub(super) in_papers: &'a str,
    /// What was noted and is for the minutes.
    pub(super) noted: Vec<&'a str>,
    /// What was decided or required.
    pub(super) decisions: Vec<Made<'a>>,
}

/// All of a meeting.
pub(super) struct Items<'a> {
    /// The headings in their order.
    pub(super) headings: Vec<Item<'a>>,
    /// Reports that were heard and left no record.
    pub(super) heard: Vec<String>,
    /// Sentences about what was put off.
    pub(super) put_off: Vec<String>,
}

/// Under what a record stands, and in which order headings come.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Home {
    /// An item of the agenda; one that bundles several tasks has a heading for each.
    Item(u16, Option<Place>),
    /// No item, but a row.
    Row(Place),
    /// Neither.
    Other,
}

/// The items of a meeting with what is on record of each.
pub(super) fn items<'a>(of: &'a Signed) -> Items<'a> {
    let mut homes: Vec<(Home, Item<'a>)> = Vec::new();
    let own = of.state.ledger.notes.iter().filter(|(id, _)| id.snapshot == of.meeting.id);
    for (_, note) in own.filter(|(_, note)| !note.local && !note.text.trim().is_empty()) {
        at(of, &mut homes, home(of, note.item, &note.about)).noted.push(&note.text);
    }
    for made in decision::for_minutes(of) {
        let item = at(of, &mut homes, home(of, made.item, &made.about));
        match made.kind {
            DecisionKind::Noted => item.noted.push(made.as_made()),
            DecisionKind::Settled | DecisionKind::Required => item.decisions.push(made),
        }
    }
    homes.extend(worded(of, &homes));
    homes.sort_by_key(|(home, _)| *home);
    word(of, &mut homes);
    let left = of
        .meeting
        .agenda
        .iter()
        .filter(|(number, _)| !homes.iter().any(|(home, _)| home.is_of(**number)));
    let left: Vec<&AgendaItem> = left.map(|(_, item)| item).collect();
    let discussed = left.iter().filter(|item| item.state == ItemState::Discussed);
    Items {
        heard: discussed.map(|item| heard(item, of.lang)).collect(),
        put_off: left.iter().filter_map(|item| put_off(item, of.lang)).collect(),
        headings: homes.into_iter().map(|(_, item)| item).collect(),
    }
}

/// Headings of items that left no record and have a paragraph of their own.
fn worded<'a>(of: &'a Signed, homes: &[(Home, Item<'a>)]) -> Vec<(Home, Item<'a>)> {
    let is_there = |number: u16| homes.iter().any(|(home, _)| home.is_of(number));
    let all = of.meeting.agenda.iter();
    let own = all.filter(|(number, item)| !item.in_papers.trim().is_empty() && !is_there(**number));
    let homes = own.map(|(number, _)| Home::Item(*number, None));
    homes.map(|home| (home, heading(of, home))).collect()
}

/// The paragraph of an item stands under its first heading.
fn word<'a>(of: &'a Signed, homes: &mut [(Home, Item<'a>)]) {
    for (number, agenda) in &of.meeting.agenda {
        let first = homes.iter_mut().find(|(home, _)| home.is_of(*number));
        if let Some((_, item)) = first {
            item.in_papers = agenda.in_papers.trim();
        }
    }
}

impl Home {
    fn is_of(self, number: u16) -> bool {
        matches!(self, Self::Item(own, _) if own == number)
    }
}

/// The heading of a home, made when its first record comes.
fn at<'m, 'a>(
    of: &'a Signed,
    homes: &'m mut Vec<(Home, Item<'a>)>,
    home: Home,
) -> &'m mut Item<'a> {
    let found = homes.iter().position(|(own, _)| *own == home);
    let at = found.unwrap_or_else(|| {
        homes.push((home, heading(of, home)));
        homes.len() - 1
    });
    &mut homes[at].1
}

fn heading<'a>(of: &'a Signed, home: Home) -> Item<'a> {
    let row = |place: Place| said::clean(&of.plan.row(place).title);
    match home {
        Home::Item(number, None) => {
            let agenda = of.meeting.agenda.get(&number);
            let title = agenda.map_or_else(String::new, |item| said::clean(&item.title));
            Item { title, agenda, ..Item::default() }
        }
        Home::Item(_, Some(place)) | Home::Row(place) => {
            Item { title: row(place), ..Item::default() }
        }
        Home::Other => {
            let title = Word::OtherMatters.text(of.lang).to_owned();
            Item { title, is_other: true, ..Item::default() }
        }
    }
}

/// The item under which a record was made, unless only another one goes through its row (`#14` typed
/// while the first item was on); without an item the one that goes through its row, else its task.
fn home(of: &Signed, item: Option<u16>, about: &[About]) -> Home {
    let agenda = &of.meeting.agenda;
    let row = about.iter().find_map(|about| match about {
        About::Row(row) => Some(row.place),
        About::Decision(id) => {
            let earlier = of.state.ledger.decisions.get(id)?;
            earlier.about.iter().find_map(|about| match about {
                About::Row(row) => Some(row.place),
                About::Decision(_) => None,
            })
        }
    });
    let task = row.map(|row| row.in_task().unwrap_or(row));
    let goes = |item: &AgendaItem| {
        row.is_some_and(|row| item.rows.iter().any(|own| row.is_within(own.place)))
    };
    let named = item.and_then(|number| Some((number, agenda.get(&number)?)));
    let through = agenda.iter().find(|(_, item)| goes(item)).map(|(number, _)| *number);
    // An item without rows is about whatever was said under it.
    let its_own = named.filter(|(_, item)| item.rows.is_empty() || goes(item));
    let number = its_own.map(|(number, _)| number).or(through);
    match (number.or(named.map(|(number, _)| number)), task) {
        (Some(number), task) => {
            let bundle = agenda.get(&number).is_some_and(is_bundle);
            Home::Item(number, task.filter(|_| bundle))
        }
        (None, Some(task)) => Home::Row(task),
        (None, None) => Home::Other,
    }
}

/// Whether an item goes through several tasks: 其余11项 is no heading for any of them.
fn is_bundle(item: &AgendaItem) -> bool {
    let mut tasks = item.rows.iter().filter_map(|row| row.place.in_task());
    let first = tasks.next();
    tasks.any(|task| Some(task) != first)
}

impl<'a> Item<'a> {
    /// Its heading: 关于…的汇报 is about … .
    pub(super) fn heading(&self, lang: Lang) -> String {
        let title = self.title.trim_end_matches(['。', '.']);
        let about = if lang == Lang::Zh { title.strip_suffix("的汇报") } else { None };
        about.unwrap_or(title).to_owned()
    }

    /// Who reported: the office of the item, and who spoke for it.
    pub(super) fn reporter(&self, names: &mut Names, day: Option<NaiveDate>) -> Option<String> {
        let item = self.agenda?;
        let presenter = said::clean(&item.presenter);
        match &item.office {
            Some(office) => Some(names.of(office, day) + &presenter),
            None => (!presenter.is_empty()).then_some(presenter),
        }
    }

    /// What was reported: 关于…的汇报.
    pub(super) fn report(&self, lang: Lang) -> String {
        report(&self.title, lang)
    }

    /// Decisions, then requirements, each in the order in which they were made.
    pub(super) fn by_kind(&self) -> impl Iterator<Item = (Phrase, Vec<&Made<'a>>)> {
        let kinds =
            [(Phrase::Settled, DecisionKind::Settled), (Phrase::Required, DecisionKind::Required)];
        let of = |(phrase, kind)| {
            (phrase, self.decisions.iter().filter(|made| made.kind == kind).collect::<Vec<_>>())
        };
        kinds.map(of).into_iter().filter(|(_, all)| !all.is_empty())
    }
}

impl Items<'_> {
    /// What the meeting heard, for its first paragraph: all of it while that is short.
    pub(super) fn heard_in_all(&self, lang: Lang) -> String {
        let reports = self.headings.iter().filter(|item| item.agenda.is_some());
        let reports: Vec<Cow<'_, str>> = reports
            .filter(|item| item.agenda.is_some_and(|own| own.office.is_some()))
            .map(|item| Cow::Owned(item.report(lang)))
            .chain(self.heard.iter().map(|title| Cow::Borrowed(title.as_str())))
            .collect();
        match reports.as_slice() {
            [] => String::new(),
            [one] => PaperSays::HeardOne { what: one.to_string() }.text(lang),
            [first, ..] => {
                let what =
                    if lang == Lang::Zh { first.trim_end_matches("的汇报") } else { first };
                let (what, count) = (what.to_owned(), reports.len().to_string());
                PaperSays::HeardMany { what, count }.text(lang)
            }
        }
    }
}

/// A title as the report that it is.
fn report(title: &str, lang: Lang) -> String {
    let title = title.trim_end_matches(['。', '.']);
    if lang == Lang::Zh && title.ends_with("汇报") {
        return title.to_owned();
    }
    let title =
        if lang == Lang::Zh { title.strip_prefix("关于").unwrap_or(title) } else { title };
    PaperSays::Report { title: title.to_owned() }.text(lang)
}

fn heard(item: &AgendaItem, lang: Lang) -> String {
    let office = item.office.as_ref().map_or("", Party::name);
    let between = if office.is_empty() || lang == Lang::Zh { "" } else { " " };
    format!("{}{between}{}", said::clean(office), report(&said::clean(&item.title), lang))
}

/// An item that was put off, and why.
fn put_off(item: &AgendaItem, lang: Lang) -> Option<String> {
    if !matches!(item.state, ItemState::Postponed | ItemState::Carried) {
        return None;
    }
    let (title, state) = (said::open(&item.title), said::state(item.state.word(), lang));
    let reason = said::open(&item.reason);
    let told = if reason.is_empty() {
        PaperSays::PutOff { title, state }
    } else {
        PaperSays::PutOffBecause { title, state, reason }
    };
    Some(told.text(lang))
}
