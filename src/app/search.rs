//! 搜索 and 命令: one box for rows, decisions, offices, posts, notes, sources and commands, by number,
//! Han, full pinyin or initials.
//!
//! Terms are split at blanks and all must match something of what is found. A number in full comes
//! first, then names that begin so, names that hold it, bodies; in each the open and late first.

use super::command;
use super::key::twin;
use super::query::Word;
use super::rows::Stop;
use super::seat::{Find, Hit, Over, Seat};
use super::session::Session;
use crate::judge::Light;
use crate::ledger::About;
use crate::plan::{Office, OfficeKey, Party, Place};

/// The most hits that a box lists.
const MOST: usize = 200;

/// Looks again for what the box holds.
pub(super) fn refresh(session: &mut Session, seat: &mut Seat) {
    let Some(Over::Find(mut find)) = seat.over.take() else { return };
    find.hits = hits(session, seat, &find);
    find.cursor = 0;
    seat.over = Some(Over::Find(find));
}

/// What matches, best first.
pub fn hits(session: &mut Session, seat: &Seat, find: &Find) -> Vec<Hit> {
    session.catalogued();
    let session = &*session;
    let text = find.field.text();
    let terms: Vec<Term<'_>> =
        text.split_whitespace().map(|word| Term::new(word, session)).collect();
    let mut found = Found { terms: &terms, found: Vec::new() };
    if find.commands {
        commands(session, seat, &mut found);
        return found.hits();
    }
    if terms.is_empty() {
        return Vec::new();
    }
    found.all_things(session, text);
    commands(session, seat, &mut found);
    found.best_first().hits()
}

/// What matches and is no command, best first. The session's catalogue must be as the session is.
pub(super) fn things(session: &Session, text: &str) -> Vec<Hit> {
    let terms: Vec<Term<'_>> =
        text.split_whitespace().map(|word| Term::new(word, session)).collect();
    if terms.is_empty() {
        return Vec::new();
    }
    let mut found = Found { terms: &terms, found: Vec::new() };
    found.all_things(session, text);
    found.best_first().hits()
}

/// How well something matches; less is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Number,
    Begins,
    Holds,
    Body,
    Command,
}

/// Open and late first: whether it is over, whether it has no light, and its light.
type Weight = (bool, bool, Option<Light>);

/// What has no light weighs less than what has one, and more than what is over.
const LIGHTEST: Weight = (false, true, None);

/// A word that is looked for, with the offices that are called so: thousands of decisions name them.
struct Term<'s> {
    word: Word<'s>,
    offices: Vec<OfficeKey>,
}

impl<'s> Term<'s> {
    fn new(typed: &str, session: &'s Session) -> Self {
        let word = Word::new(typed, session.names().pinyin());
        let called = |office: &Office| names_of(office).any(|name| word.calls(name));
        let roster = &session.plan.roster;
        let offices = roster.offices.iter().filter(|(_, office)| called(office));
        let offices = roster.united(&offices.map(|(key, _)| key).collect::<Vec<_>>());
        Self { word, offices }
    }

    fn calls(&self, party: &Party) -> bool {
        match party.key() {
            Some(key) => self.offices.contains(key),
            None => self.word.calls(party.name()),
        }
    }
}

/// What was found so far.
struct Found<'s, 't> {
    terms: &'t [Term<'s>],
    found: Vec<One<'s>>,
}

/// One thing that was found, its text still where it lies: thousands may match a letter.
struct One<'s> {
    rank: Rank,
    weight: Weight,
    stop: Stop,
    shown: &'s str,
}

/// What something can be found by. What matched of its names and its bodies is shown.
#[derive(Clone, Copy)]
struct Texts<'s, 'n> {
    names: &'n [&'s str],
    bodies: &'n [&'s str],
    /// What finds it and is not shown for it.
    aside: &'n dyn Fn(&Term<'_>) -> bool,
}

impl<'s> Texts<'s, '_> {
    fn names<'n>(names: &'n [&'s str]) -> Texts<'s, 'n> {
        Texts { names, bodies: &[], aside: &|_| false }
    }

    fn body<'n>(bodies: &'n [&'s str]) -> Texts<'s, 'n> {
        Texts { names: &[], bodies, aside: &|_| false }
    }

    /// How well one term matches; none when it does not.
    fn rank(&self, term: &Term<'_>) -> Option<Rank> {
        let finds = |texts: &[&str]| texts.iter().any(|text| term.word.find(text).is_some());
        if self.names.iter().any(|name| term.word.begins(name)) {
            Some(Rank::Begins)
        } else if finds(self.names) {
            Some(Rank::Holds)
        } else {
            (finds(self.bodies) || (self.aside)(term)).then_some(Rank::Body)
        }
    }

    /// The text that matched; the first one when only what is not shown did.
    fn shown(&self, terms: &[Term<'_>]) -> &'s str {
        let all = || self.names.iter().chain(self.bodies).filter(|text| !text.is_empty());
        let holds = |text: &&&str| terms.iter().any(|term| term.word.find(text).is_some());
        let alone = all().nth(1).is_none();
        let shown = if alone { all().next() } else { all().find(holds).or_else(|| all().next()) };
        shown.copied().unwrap_or_default()
    }
}

impl<'s> Found<'s, '_> {
    fn all_things(&mut self, session: &'s Session, text: &str) {
        numbered(session, text, self);
        rows(session, self);
        people(session, self);
        decisions(session, self);
        records(session, self);
    }

    /// Tries one thing: its rank is that of the term that matches worst.
    fn try_one(
        &mut self,
        texts: Texts<'s, '_>,
        stop: impl FnOnce() -> Stop,
        weight: impl FnOnce() -> Weight,
    ) {
        let ranks = self.terms.iter().map(|term| texts.rank(term));
        if let Some(rank) = ranks.reduce(|one, other| Some(one?.max(other?))).flatten() {
            let shown = texts.shown(self.terms);
            self.found.push(One { rank, weight: weight(), stop: stop(), shown });
        }
    }

    /// Sorted; those that are alike stay in the order of the plan and of the meetings.
    fn best_first(mut self) -> Self {
        self.found.sort_by_key(|one| (one.rank, one.weight));
        // What was found by its number in full need not stand again below.
        let first = self.found.iter().take_while(|one| one.rank == Rank::Number);
        let numbers: Vec<Stop> = first.map(|one| one.stop.clone()).collect();
        self.found.retain(|one| one.rank == Rank::Number || !numbers.contains(&one.stop));
        self
    }

    /// As many as a box lists, each with what of it matched.
    fn hits(self) -> Vec<Hit> {
        let hit = |one: One<'_>| Hit {
            stop: one.stop,
            shown: one.shown.to_owned(),
            matched: self.terms.iter().filter_map(|term| term.word.find(one.shown)).collect(),
            light: one.weight.2,
        };
        self.found.into_iter().take(MOST).map(hit).collect()
    }
}

fn commands(session: &Session, seat: &Seat, found: &mut Found<'_, '_>) {
    for (command, _) in command::offers(session, seat) {
        let name = command.what.text(seat.lang);
        if found.terms.iter().all(|term| term.word.find(name).is_some()) {
            let (rank, weight) = (Rank::Command, LIGHTEST);
            found.found.push(One { rank, weight, stop: Stop::Command(command.what), shown: name });
        }
    }
}

/// The number of a row or of a decision typed in full stands first.
fn numbered<'s>(session: &'s Session, text: &str, found: &mut Found<'s, '_>) {
    let plain: String = text.trim().chars().map(twin).collect();
    let place = plain.parse::<Place>().ok();
    let row = place.and_then(|place| Some((place, session.plan.find(place)?.title())));
    let mut add = |stop, shown| {
        let (rank, weight) = (Rank::Number, LIGHTEST);
        found.found.push(One { rank, weight, stop, shown });
    };
    if let Some((place, title)) = row {
        add(Stop::Row(place), title);
    }
    let Some((meeting, record)) = plain.split_once('/') else { return };
    for entry in session.catalogue.entries() {
        let nth = entry.facts.meeting.as_ref().filter(|nth| nth.series.is_empty());
        let by_number = nth.is_some_and(|nth| nth.number.to_string() == meeting)
            && entry.id.number.to_string() == record;
        if by_number || entry.id.to_string() == plain {
            add(Stop::Decision(entry.id.clone()), text_of(&entry.facts.texts));
        }
    }
}

fn rows<'s>(session: &'s Session, found: &mut Found<'s, '_>) {
    let plan = &session.plan;
    let lit = |row: Place| session.verdicts.of(row).and_then(|verdict| verdict.light);
    let weight = |light: Option<Light>| (light == Some(Light::Done), light.is_none(), light);
    for own in &plan.sections {
        let names: &[&str] = &[&own.title, &own.short];
        found.try_one(Texts::names(names), || Stop::Row(own.id), || LIGHTEST);
    }
    for task in plan.tasks() {
        let now = session.assignment(task.id);
        let who = now.map_or([""; 2], |now| [now.sponsor.as_str(), now.person.as_str()]);
        let aside = |term: &Term<'_>| who.iter().any(|who| term.word.find(who).is_some());
        let names: &[&str] = &[&task.title, &task.short];
        let texts = Texts { names, bodies: &[], aside: &aside };
        found.try_one(texts, || Stop::Row(task.id), || weight(lit(task.id)));
    }
    for own in plan.targets() {
        let names: &[&str] = &[&own.metric, &own.short];
        found.try_one(Texts::names(names), || Stop::Row(own.id), || weight(lit(own.id)));
    }
    for own in plan.measures() {
        found.try_one(Texts::body(&[&own.text]), || Stop::Row(own.id), || LIGHTEST);
    }
}

/// The names of an office: of today, and of before.
fn names_of(office: &Office) -> impl Iterator<Item = &str> {
    let own = [&office.short, &office.full].into_iter().chain(&office.aliases);
    let former = office.former.iter().flat_map(|old| [&old.short, &old.full]);
    own.chain(former).map(String::as_str)
}

/// Offices by all their names and those of whom they took over, posts by title and holder.
fn people<'s>(session: &'s Session, found: &mut Found<'s, '_>) {
    let roster = &session.plan.roster;
    let card = |key: &OfficeKey, office: &Office| {
        Stop::Party(Party::Office { key: key.clone(), name: office.short.clone() })
    };
    for (key, office) in roster.serving() {
        let own = names_of(office).chain([key.as_str()]);
        let before = roster
            .offices
            .iter()
            .filter(|(other, _)| *other != key && roster.present_office(other) == key);
        let before = before.flat_map(|(key, office)| names_of(office).chain([key.as_str()]));
        let names: Vec<&str> = own.chain(before).collect();
        found.try_one(Texts::names(&names), || card(key, office), || LIGHTEST);
    }
    for post in roster.posts.values() {
        let holders = post.holders.iter().map(|holder| holder.name.as_str());
        let names: Vec<&str> = [post.title.as_str()].into_iter().chain(holders).collect();
        let office = post.office.as_ref().map(|key| roster.present_office(key));
        let office = office.and_then(|key| Some((key, roster.offices.get(key)?)));
        let stop = || match office {
            Some((key, office)) => card(key, office),
            None => Stop::Party(Party::Outside(post.title.clone())),
        };
        found.try_one(Texts::names(&names), stop, || LIGHTEST);
    }
}

fn decisions<'s>(session: &'s Session, found: &mut Found<'s, '_>) {
    for entry in session.catalogue.entries() {
        let facts = &entry.facts;
        let aside = |term: &Term<'_>| {
            facts.lead.iter().chain(&facts.support).any(|party| term.calls(party))
        };
        let bodies: &[&str] = &[text_of(&facts.texts), &facts.source];
        let texts = Texts { names: &[], bodies, aside: &aside };
        found.try_one(texts, || Stop::Decision(entry.id.clone()), || entry.weight());
    }
}

/// Notes by their words, readings by where they come from.
fn records<'s>(session: &'s Session, found: &mut Found<'s, '_>) {
    let ledger = &session.state().ledger;
    let of_notes = ledger.notes.iter().map(|(id, note)| (id, note.text.as_str()));
    let readings = ledger.readings.values().flatten();
    let of_readings = readings.map(|(id, reading)| (id, reading.source.as_str()));
    for (id, text) in of_notes.chain(of_readings).filter(|(_, text)| !text.is_empty()) {
        found.try_one(Texts::body(&[text]), || Stop::Record(id.clone()), || LIGHTEST);
    }
}

fn text_of(texts: &[String]) -> &str {
    texts.first().map_or("", String::as_str)
}

/// The row to which a record that is no decision belongs: a note's, a reading's.
pub(super) fn row_of(session: &Session, id: &crate::ledger::RecordId) -> Option<Place> {
    let ledger = &session.state().ledger;
    let note = ledger.notes.get(id).and_then(|note| {
        note.about.iter().find_map(|about| match about {
            About::Row(row) => Some(row.place),
            About::Decision(_) => None,
        })
    });
    let reading = || ledger.readings.iter().find(|(_, all)| all.contains_key(id));
    note.or_else(|| reading().map(|(row, _)| row.place))
}
