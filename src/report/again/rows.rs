//! The rows of a plan, level by level: which stay, which come, which go, and their numbers.

use super::likeness::pairs;
use super::{Brought, Change, Clash, Side, Three, Work};
use crate::plan::{Measure, Place, Plan, Section, Target, Task};
use crate::words::again::Field;

/// A row of any level.
pub(super) trait Line: Clone + PartialEq {
    fn id(&self) -> Place;

    /// The words by which people know it.
    fn words(&self) -> &str;

    /// The row of a plan under a number; none of a kind whose rows do not move.
    fn at(_plan: &Plan, _place: Place) -> Option<&Self> {
        None
    }

    /// The row without anything below it that could have moved.
    fn emptied(&self) -> Self {
        self.clone()
    }

    /// The row that three rows come to; its number is that of ours.
    fn merged(work: &mut Work<'_>, three: Three<'_, Self>) -> Self;

    /// The row under a number of this plan, with all below it.
    fn numbered(&self, work: &mut Work<'_>, above: Option<Place>, number: u16) -> Self;

    /// The number for a row that is new, when those before it went up to `last`.
    fn next(_work: &mut Work<'_>, last: u16) -> u16 {
        last.saturating_add(1)
    }
}

/// The greatest number of some rows.
pub(super) fn last<T: Line>(rows: &[T]) -> u16 {
    rows.iter().map(|row| row.id().number()).max().unwrap_or(0)
}

impl Work<'_> {
    /// The rows below one that all three have.
    pub(super) fn rows<T: Line>(
        &mut self,
        above: Option<Place>,
        three: Three<'_, Vec<T>>,
    ) -> Vec<T> {
        let Three { old, new, ours } = three;
        let was: Vec<&str> = old.iter().map(T::words).collect();
        let is: Vec<&str> = new.iter().map(T::words).collect();
        let became = pairs(&was, &is);
        let mut kept: Vec<T> = Vec::with_capacity(ours.len());
        for row in ours {
            let before = old.iter().position(|old| old.id() == row.id());
            kept.extend(match before.and_then(|at| Some((old.get(at)?, *became.get(at)?))) {
                None => Some(row.clone()),
                Some((old, Some(to))) => {
                    new.get(to).map(|new| T::merged(self, Three { old, new, ours: row }))
                }
                Some((old, None)) => match self.moves.of(old) {
                    Some(new) => Some(self.moved(old, new, row)),
                    None => self.dropped(old, row),
                },
            });
        }
        for (old, to) in old.iter().zip(&became) {
            let removed = ours.iter().all(|row| row.id() != old.id());
            let new = to.and_then(|to| new.get(to)).or_else(|| self.moves.of(old));
            if let Some(new) = new.filter(|_| removed) {
                self.removed(old, new, &mut kept);
            }
        }
        // A row that somebody added by hand before the report had it is not added once more.
        let ahead = |row: &T| {
            let known = |own: &T| own.words() == row.words();
            ours.iter().any(|own| known(own) && old.iter().all(|old| old.id() != own.id()))
        };
        let mut number = last(old).max(last(ours));
        let came = new.iter().enumerate().filter(|(at, _)| !became.contains(&Some(*at)));
        let came: Vec<&T> =
            came.map(|(_, row)| row).filter(|row| !self.moves.came(row.id())).collect();
        for row in came.into_iter().filter(|row| !ahead(row)) {
            number = T::next(self, number);
            let row = row.numbered(self, above, number);
            let what = Brought::Row { title: row.words().to_owned() };
            self.changes.push(Change { row: Some(row.id()), what });
            kept.push(row);
        }
        kept
    }

    /// A row that stands below another one in the new report: it stays, and takes what that says.
    fn moved<T: Line>(&mut self, old: &T, new: &T, ours: &T) -> T {
        let what = Brought::Moved { title: ours.words().to_owned(), to: new.id() };
        self.changes.push(Change { row: Some(ours.id()), what });
        T::merged(self, Three { old, new, ours })
    }

    /// A row that the new report has no more: it goes, unless somebody worked on it or something
    /// that stands below it only moved.
    fn dropped<T: Line>(&mut self, old: &T, ours: &T) -> Option<T> {
        let (row, title) = (Some(ours.id()), ours.words().to_owned());
        if self.moves.left(old.id()) {
            let new = &old.emptied();
            self.changes.push(Change { row, what: Brought::Emptied { title } });
            let stood = self.places.get(&old.id()).copied();
            let merged = T::merged(self, Three { old, new, ours });
            // What is empty stands nowhere in the new report.
            match stood {
                Some(place) => self.places.insert(old.id(), place),
                None => self.places.remove(&old.id()),
            };
            return Some(merged);
        }
        if ours == old {
            self.changes.push(Change { row, what: Brought::Gone { title } });
            return None;
        }
        let side = self.clash(row, Clash::DroppedEdited { title });
        (side != Side::Theirs).then(|| ours.clone())
    }

    /// A row that the plan has no more: it stays away, unless the new report changed it.
    fn removed<T: Line>(&mut self, old: &T, new: &T, kept: &mut Vec<T>) {
        let mut trial = self.clone();
        trial.changes.clear();
        let amended = T::merged(&mut trial, Three { old, new, ours: old });
        if trial.changes.is_empty() {
            return;
        }
        let what = Clash::RemovedChanged { title: new.words().to_owned() };
        if self.clash(Some(old.id()), what) == Side::Theirs {
            (self.places, self.last_target) = (trial.places, trial.last_target);
            let at = kept.iter().position(|row| row.id() > old.id()).unwrap_or(kept.len());
            kept.insert(at, amended);
        }
    }

    /// Notes where a row that all three have stands, and gives its number.
    fn found<T: Line>(&mut self, three: Three<'_, T>) -> Place {
        self.stands(three.new.id(), three.ours.id());
        three.ours.id()
    }

    /// The title of a section or a task, and what people call it in short.
    fn named(
        &mut self,
        row: Option<Place>,
        (title, short): (Three<'_, String>, Three<'_, String>),
    ) -> (String, String) {
        (self.field(row, Field::Title, title), self.field(row, Field::Short, short))
    }

    /// The rows below one that is new, under the numbers that they have.
    fn below<T: Line>(&mut self, above: Place, rows: &[T]) -> Vec<T> {
        rows.iter().map(|row| row.numbered(self, Some(above), row.id().number())).collect()
    }

    /// Notes where a row of the new report stands.
    fn stands(&mut self, new: Place, ours: Place) {
        self.places.insert(new, ours);
    }
}

impl Line for Section {
    fn id(&self) -> Place {
        self.id
    }

    fn emptied(&self) -> Self {
        Self { tasks: Vec::new(), ..self.clone() }
    }

    fn words(&self) -> &str {
        &self.title
    }

    fn merged(work: &mut Work<'_>, three: Three<'_, Self>) -> Self {
        let Self { id, weight, .. } = *three.ours;
        let row = Some(work.found(three));
        let (title, short) = work
            .named(row, (three.of(|section| &section.title), three.of(|section| &section.short)));
        Self {
            id,
            title,
            short,
            weight,
            lead: work.field(row, Field::Lead, three.of(|section| &section.lead)),
            tasks: work.rows(row, three.of(|section| &section.tasks)),
        }
    }

    fn numbered(&self, work: &mut Work<'_>, _above: Option<Place>, number: u16) -> Self {
        let id = Place::section(number);
        work.stands(self.id, id);
        Self { id, tasks: work.below(id, &self.tasks), ..self.clone() }
    }
}

impl Line for Task {
    fn id(&self) -> Place {
        self.id
    }

    fn at(plan: &Plan, place: Place) -> Option<&Self> {
        plan.tasks().find(|task| task.id == place)
    }

    fn emptied(&self) -> Self {
        Self { measures: Vec::new(), ..self.clone() }
    }

    fn words(&self) -> &str {
        &self.title
    }

    fn merged(work: &mut Work<'_>, three: Three<'_, Self>) -> Self {
        let Self { id, weight, .. } = *three.ours;
        let row = Some(work.found(three));
        let had = three.old.targets().chain(three.ours.targets());
        work.last_target = had.map(|target| target.id.number()).max().unwrap_or(0);
        let (title, short) =
            work.named(row, (three.of(|task| &task.title), three.of(|task| &task.short)));
        Self { id, title, short, weight, measures: work.rows(row, three.of(|task| &task.measures)) }
    }

    fn numbered(&self, work: &mut Work<'_>, above: Option<Place>, number: u16) -> Self {
        let id = Place::task(above.map_or(0, Place::number), number);
        work.stands(self.id, id);
        work.last_target = 0;
        Self { id, measures: work.below(id, &self.measures), ..self.clone() }
    }
}

impl Line for Measure {
    fn id(&self) -> Place {
        self.id
    }

    fn at(plan: &Plan, place: Place) -> Option<&Self> {
        plan.measures().find(|measure| measure.id == place)
    }

    fn words(&self) -> &str {
        &self.text
    }

    fn merged(work: &mut Work<'_>, three: Three<'_, Self>) -> Self {
        let id = three.ours.id;
        work.stands(three.new.id, id);
        Self {
            id,
            text: work.field(Some(id), Field::Text, three.of(|measure| &measure.text)),
            targets: work.targets(id.in_task(), three.of(|measure| &measure.targets)),
        }
    }

    fn numbered(&self, work: &mut Work<'_>, above: Option<Place>, number: u16) -> Self {
        let (section, task) = numbers(above);
        let id = Place::measure(section, task, number);
        work.stands(self.id, id);
        let targets = self.targets.iter().map(|target| {
            let number = Target::next(work, 0);
            target.numbered(work, above, number)
        });
        Self { id, targets: targets.collect(), text: self.text.clone() }
    }
}

impl Line for Target {
    fn id(&self) -> Place {
        self.id
    }

    fn words(&self) -> &str {
        &self.text
    }

    fn merged(work: &mut Work<'_>, three: Three<'_, Self>) -> Self {
        let row = Some(three.ours.id);
        work.stands(three.new.id, three.ours.id);
        Self {
            metric: work.field(row, Field::Metric, three.of(|target| &target.metric)),
            short: work.field(row, Field::Short, three.of(|target| &target.short)),
            comparator: work.field(row, Field::Comparator, three.of(|target| &target.comparator)),
            value: work.field(row, Field::Value, three.of(|target| &target.value)),
            from: work.field(row, Field::From, three.of(|target| &target.from)),
            upper: work.field(row, Field::Upper, three.of(|target| &target.upper)),
            unit: work.field(row, Field::Unit, three.of(|target| &target.unit)),
            kind: work.field(row, Field::Kind, three.of(|target| &target.kind)),
            qualifier: work.field(row, Field::Qualifier, three.of(|target| &target.qualifier)),
            text: work.field(row, Field::Text, three.of(|target| &target.text)),
            members: work.field(row, Field::Members, three.of(|target| &target.members)),
            ..three.ours.clone()
        }
    }

    fn numbered(&self, work: &mut Work<'_>, above: Option<Place>, number: u16) -> Self {
        let (section, task) = numbers(above);
        let id = Place::target(section, task, number);
        work.stands(self.id, id);
        Self { id, ..self.clone() }
    }

    /// Targets are counted over the whole task.
    fn next(work: &mut Work<'_>, _last: u16) -> u16 {
        work.last_target = work.last_target.saturating_add(1);
        work.last_target
    }
}

/// Section and task of a row; zeros for the headline.
fn numbers(task: Option<Place>) -> (u16, u16) {
    let section = task.and_then(Place::in_section).map_or(0, Place::number);
    (section, task.map_or(0, Place::number))
}
