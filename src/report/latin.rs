//! A plan in Latin letters: its headings, what is to be done below each, and its first page.
//!
//! Such plans have no form that all keep to, so little is taken for sure: headings are known by their
//! numbers, by words such as Priority 1, by the form of the source, or by standing alone without a
//! stop. The highest of them that comes more than once are sections, the next ones tasks.

use std::ops::Range;

use crate::words::report::{Role, Weight, Why};

use super::duty;
use super::hint::{self, Hint};
use super::sentence::sentences;
use super::table;
use super::writer::Writer;

mod block;
mod heading;
#[cfg(test)]
mod tests;

use block::{Block, blocks};
use heading::{Form, Topic, about};

/// Reads a plan in Latin letters.
pub(super) fn read(writer: &mut Writer, text: &str, hints: &[Hint]) {
    let blocks = blocks(text, hints);
    let levels = Levels::of(text, &blocks);
    // A heading above all sections is the title.
    let begins = |block: &Block| levels.section.is_some() && block.rank == levels.section;
    let first = blocks.iter().position(begins);
    let mut reader = Reader { writer, text, hints, levels, kept: None, begun: Begun::Nothing };
    // Without sections everything behind the title is one.
    let behind = || reader.title(&blocks).map_or(0, |at| at + 1);
    let (front, body) = blocks.split_at(first.unwrap_or_else(behind));
    reader.front(front);
    if first.is_none() {
        reader.whole(body);
    }
    for block in body {
        reader.block(block);
    }
}

/// Which headings are sections, which are tasks.
struct Levels {
    section: Option<u8>,
    task: Option<u8>,
    /// Whether what is to be done stands in items where there are no tasks.
    items: bool,
}

impl Levels {
    fn of(text: &str, blocks: &[Block]) -> Self {
        let works =
            |block: &&Block| about(text.get(block.body()).unwrap_or_default()) == Topic::Work;
        let count = |rank: u8| {
            let here = |block: &&Block| block.rank == Some(rank);
            blocks.iter().filter(here).filter(works).count()
        };
        let mut ranks: Vec<u8> = blocks.iter().filter_map(|block| block.rank).collect();
        ranks.sort_unstable();
        ranks.dedup();
        let often = ranks.iter().position(|rank| count(*rank) >= 2);
        let section = often.and_then(|at| ranks.get(at).copied());
        let below = ranks.iter().skip(often.map_or(ranks.len(), |at| at + 1));
        let task = below.copied().find(|rank| count(*rank) >= 2);
        let items = blocks.iter().any(|block| block.form == Form::Item);
        Self { section, task, items }
    }

    fn is_section(&self, block: &Block) -> bool {
        block.rank.is_some() && block.rank <= self.section && self.section.is_some()
    }

    fn is_task(&self, block: &Block) -> bool {
        self.task.is_some() && block.rank.is_some_and(|rank| Some(rank) <= self.task)
    }
}

/// What the reader stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Begun {
    Nothing,
    Section,
    Task,
}

struct Reader<'a, 'w, 't> {
    writer: &'w mut Writer<'t>,
    text: &'a str,
    hints: &'a [Hint],
    levels: Levels,
    /// What a section is that is kept and not read.
    kept: Option<Role>,
    begun: Begun,
}

impl Reader<'_, '_, '_> {
    /// Title, year, and whatever stands before the first section.
    fn front(&mut self, blocks: &[Block]) {
        let title = self.title(blocks).and_then(|at| blocks.get(at));
        let title = title.map(|block| block.title.clone());
        match &title {
            Some(at) => self.writer.plan.title = self.writer.words(at),
            None => self.writer.doubt(0..0, Weight::Middle, Why::NoTitle),
        }
        for block in blocks {
            let role = match block.form {
                _ if title.as_ref() == Some(&block.title) => Role::Title,
                Form::Prose | Form::Item => Role::Guidance,
                _ => Role::Chrome,
            };
            if role == Role::Guidance {
                for sentence in sentences(self.text, block.at.clone()) {
                    self.writer.guidance(sentence, Role::Guidance);
                }
            } else {
                self.writer.claim(block.at.clone(), role);
            }
        }
    }

    /// Which of the first blocks is the title.
    fn title(&self, blocks: &[Block]) -> Option<usize> {
        let words = |block: &Block| self.text.get(block.at.clone()).unwrap_or_default();
        let first = blocks.get(..blocks.len().min(6)).unwrap_or_default();
        let named = first.iter().position(|block| heading::is_title(words(block)));
        named.or_else(|| first.iter().position(|block| heading::fits_heading(words(block))))
    }

    /// A plan without headings: one section.
    fn whole(&mut self, body: &[Block]) {
        let Some(first) = body.first() else {
            self.writer.doubt(0..0, Weight::Heavy, Why::NoPlanPart);
            return;
        };
        self.writer.untitled(self.writer.plan.title.clone());
        self.writer.doubt(first.at.clone(), Weight::Heavy, Why::NoSections);
        self.begun = Begun::Section;
    }

    fn block(&mut self, block: &Block) {
        if self.levels.is_section(block) {
            let kept = about(self.text.get(block.body()).unwrap_or_default());
            self.kept = kept.role();
            if let Some(role) = self.kept {
                self.writer.claim(block.at.clone(), role);
            } else {
                self.writer.section(block.at.start..block.title.start, block.title.clone());
                self.begun = Begun::Section;
                self.writer.columns = None;
            }
        } else if let Some(role) = self.kept {
            self.writer.claim(block.at.clone(), role);
        } else {
            self.below(block);
        }
    }

    /// Within a section that is read.
    fn below(&mut self, block: &Block) {
        let cells = table::cells(self.text, &block.at);
        let line = self.text.get(block.at.clone()).unwrap_or_default();
        if !cells.is_empty() {
            self.row(block, &cells);
        } else if self.levels.is_task(block) {
            self.writer.task(block.at.start..block.title.start, block.title.clone());
            self.begun = Begun::Task;
        } else if duty::is_duty(line) && self.begun == Begun::Task {
            self.writer.duty(block.at.clone(), "");
        } else {
            self.words(block);
        }
    }

    /// Sentences: of the task, or leading into the section, or tasks themselves.
    fn words(&mut self, block: &Block) {
        let all = sentences(self.text, block.body());
        let marker = block.at.start..block.body().start;
        let alone = self.levels.task.is_none();
        let is_task = alone && (block.form == Form::Item || !self.levels.items);
        if is_task && self.begun != Begun::Nothing {
            let Some((first, rest)) = all.split_first() else { return };
            if let Some(stop) = self.bold_lead(first).filter(|_| !rest.is_empty()) {
                self.writer.task(marker, first.start..stop);
                self.writer.claim(stop..first.end, Role::Stop);
                return self.writer.measures(rest.to_vec());
            }
            self.writer.borrowed(marker, &heading::lead(self.text, first));
            self.writer.measures(all.clone());
        } else {
            self.writer.claim(marker, Role::Stop);
            match self.begun {
                Begun::Task => self.writer.measures(all),
                _ => self.writer.leads(all),
            }
        }
    }

    /// Where the title ends that a sentence is because all of it stands in bold print, and nothing behind it does:
    /// **Build more homes.** At least 40 of them.
    fn bold_lead(&self, first: &Range<usize>) -> Option<usize> {
        let line = first.start..self.text.len();
        let end = hint::strong(self.hints, &line)?;
        let words = self.text.get(first.clone())?;
        let title = first.start + words.trim_end_matches(['.', ':']).len();
        (title..=first.end).contains(&end).then_some(title)
    }

    fn row(&mut self, block: &Block, cells: &[Range<usize>]) {
        if let Some(columns) = table::heading(self.text, cells) {
            self.writer.claim(block.at.clone(), Role::TableHead);
            self.writer.columns = Some(columns);
        } else if table::is_rule(self.text, cells) {
            self.writer.claim(block.at.clone(), Role::Stop);
        } else if self.writer.columns.is_some() {
            self.tabled(cells);
        } else {
            self.words(block);
        }
    }

    fn tabled(&mut self, cells: &[Range<usize>]) {
        let columns = self.writer.columns.clone().unwrap_or_default();
        for (column, cell) in columns.into_iter().zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            let all = sentences(self.text, cell.clone());
            match column {
                table::Column::Task => {
                    self.writer.borrowed(cell.start..cell.start, &heading::lead(self.text, cell));
                    self.writer.measures(all);
                    self.begun = Begun::Task;
                }
                table::Column::Measure if self.writer.has_task() => self.writer.measures(all),
                table::Column::Duty(name) if self.writer.has_task() => {
                    self.writer.duty(cell.clone(), &name);
                }
                _ => self.writer.claim(cell.clone(), Role::Chrome),
            }
        }
    }
}

/// The year that the first lines of a plan name: 2031-32, April 2031.
pub(super) fn year(text: &str) -> Option<i32> {
    let lines = || text.lines().filter(|line| !line.trim().is_empty()).take(40);
    let titled = lines().take(8).filter(|line| heading::is_title(line)).flat_map(years).next();
    titled.or_else(|| lines().flat_map(years).max())
}

fn years(line: &str) -> impl Iterator<Item = i32> {
    let numbers = line.split(|c: char| !c.is_ascii_digit());
    let years = numbers.filter(|number| number.len() == 4).filter_map(|number| number.parse().ok());
    years.filter(|year| (1980..=2099).contains(year))
}
