//! 查找 on a screen that knows no book: words, pinyin initials or a number are typed in one line, and
//! the cursor goes along to where they stand.
//!
//! Whatever is typed where nobody waits for text comes here, so nothing typed is lost. It changes
//! nothing but where the cursor is.

use super::field::Field;
use super::jump;
use super::key::Key;
use super::pinyin::Pinyin;
use super::query::Word;
use crate::plan::{Place, Plan};
use crate::words::seek::SeekSays;

/// What is looked for, and where it was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seek {
    /// What is typed.
    pub field: Field,
    /// The lines that have it, top to bottom.
    hits: Vec<usize>,
    /// The hit with the cursor.
    at: usize,
    /// The line from which one came.
    from: usize,
}

/// A line that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which row of the plan it is.
    pub place: Option<Place>,
    /// What it says.
    pub words: String,
}

/// What a key came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Led {
    /// The line is open still, its text as it was.
    On,
    /// Its text may be another.
    Typed,
    /// It is closed, the cursor where it is now.
    Closed,
}

/// A text of fewer characters is no passage, nor a line that could be a part of one.
const PASSAGE: usize = 4;

impl Seek {
    /// Opens the line; the cursor stands in a line of the screen.
    pub(super) fn begin(from: usize) -> Self {
        Self { from, ..Self::default() }
    }

    /// Takes a key.
    pub(super) fn key(&mut self, key: Key) -> Led {
        let last = self.hits.len().saturating_sub(1);
        match key {
            Key::Esc | Key::F(10) => {
                self.hits.clear();
                return Led::Closed;
            }
            Key::Enter if self.hits.is_empty() && !self.field.text().trim().is_empty() => {}
            Key::Enter => return Led::Closed,
            Key::Down | Key::Tab => self.at = if self.at < last { self.at + 1 } else { 0 },
            Key::Up | Key::BackTab => self.at = self.at.checked_sub(1).unwrap_or(last),
            key if self.field.key(key) => return Led::Typed,
            _ => {}
        }
        Led::On
    }

    /// Looks for what is typed. A number is a row of the plan and what lies below it, else it is words.
    pub(super) fn look(&mut self, lines: &[Line], plan: &Plan, pinyin: &Pinyin) {
        let typed = self.field.text();
        self.hits = numbered(typed, lines, plan);
        self.at = 0;
        if self.hits.is_empty() {
            self.hits = worded(typed, lines, pinyin);
            self.at = self.hits.iter().position(|hit| *hit >= self.from).unwrap_or(0);
        }
    }

    /// The line where the cursor is: where it was found, or where one came from.
    pub fn cursor(&self) -> usize {
        self.hits.get(self.at).copied().unwrap_or(self.from)
    }

    /// What is said of it; nothing as long as nothing is typed.
    pub fn said(&self) -> Option<SeekSays> {
        if self.field.text().trim().is_empty() {
            return None;
        }
        let of = self.hits.len().to_string();
        let found = SeekSays::Place { at: (self.at + 1).to_string(), of };
        Some(if self.hits.is_empty() { SeekSays::Nowhere } else { found })
    }
}

/// The row that digits name, and the rows below it.
fn numbered(typed: &str, lines: &[Line], plan: &Plan) -> Vec<usize> {
    let Some(above) = jump::enter(typed.trim(), plan) else { return Vec::new() };
    find(lines, |line| line.place.is_some_and(|place| place.is_within(above)))
}

/// The lines that have all the words; of a pasted passage the lines that stand in it.
fn worded(typed: &str, lines: &[Line], pinyin: &Pinyin) -> Vec<usize> {
    let words: Vec<Word<'_>> =
        typed.split_whitespace().map(|word| Word::new(word, pinyin)).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let found = find(lines, |line| words.iter().all(|word| word.find(&line.words).is_some()));
    if !found.is_empty() || typed.chars().count() < PASSAGE {
        return found;
    }
    let passage = closed_up(typed);
    find(lines, |line| {
        let words = closed_up(&line.words);
        words.chars().count() >= PASSAGE && passage.contains(&words)
    })
}

fn find(lines: &[Line], is_it: impl Fn(&Line) -> bool) -> Vec<usize> {
    (0..).zip(lines).filter(|(_, line)| is_it(line)).map(|(nth, _)| nth).collect()
}

/// Without blanks: where lines were broken says nothing.
fn closed_up(text: &str) -> String {
    text.split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::read;

    const REPORT: &str = "云溪县2031年重点工作\n（一）抓好产业\n——做强农业。新建水库2座，整修渠道30公里。推广良种。\n\
        ——做优工业。新增规上企业10户以上。\n（二）办好民生\n——办好教育。新建学校3所。\n";

    /// The rows of a plan, as lines.
    fn lines(plan: &Plan) -> Vec<Line> {
        let line = |place: Place, words: &str| Line { place: Some(place), words: words.to_owned() };
        let mut lines = Vec::new();
        for section in &plan.sections {
            lines.push(line(section.id, &section.title));
            for task in &section.tasks {
                lines.push(line(task.id, &task.title));
                lines.extend(task.measures.iter().map(|it| line(it.id, &it.text)));
            }
        }
        lines
    }

    #[test]
    fn words_initials_numbers_and_passages_are_found() {
        let plan = read(REPORT).plan;
        let (lines, pinyin) = (lines(&plan), Pinyin::default());
        for (typed, from, expect) in [
            ("新建", 0, "新建水库2座，整修渠道30公里。 第 1 处，共 2 处"),
            ("新建", 5, "新建学校3所。 第 2 处，共 2 处"),
            ("新建 渠道", 5, "新建水库2座，整修渠道30公里。 第 1 处，共 1 处"),
            ("xx", 0, "新建学校3所。 第 1 处，共 1 处"),
            ("ｘｘ", 0, "新建学校3所。 第 1 处，共 1 处"),
            ("新建學校", 0, "新建学校3所。 第 1 处，共 1 处"),
            ("12", 0, "做优工业 第 1 处，共 2 处"),
            ("１．２", 0, "做优工业 第 1 处，共 2 处"),
            ("1。2。1", 0, "新增规上企业10户以上。 第 1 处，共 1 处"),
            ("2", 0, "办好民生 第 1 处，共 3 处"),
            ("30", 0, "新建水库2座，整修渠道30公里。 第 1 处，共 1 处"),
            ("推广良种。 做优工业。新增规上\n企业10户以上。", 0, "推广良种。 第 1 处，共 3 处"),
            ("没有的话", 3, "推广良种。 没有找到"),
        ] {
            let mut seek = Seek::begin(from);
            seek.field.insert(typed);
            seek.look(&lines, &plan, &pinyin);
            let said = seek.said().map(|said| said.text(crate::words::Lang::Zh));
            let told = format!("{} {}", lines[seek.cursor()].words, said.unwrap_or_default());
            assert_eq!(told, expect, "{typed}");
        }
    }

    #[test]
    fn arrows_go_round_and_escape_goes_back() {
        let plan = read(REPORT).plan;
        let lines = lines(&plan);
        let mut seek = Seek::begin(4);
        seek.field.insert("新");
        seek.look(&lines, &plan, &Pinyin::default());
        let mut gone = vec![seek.cursor()];
        for key in [Key::Down, Key::Down, Key::Down, Key::Up, Key::Up] {
            assert_eq!(seek.key(key), Led::On);
            gone.push(seek.cursor());
        }
        assert_eq!(gone, [5, 8, 2, 5, 2, 8]);
        assert_eq!((seek.key(Key::Esc), seek.cursor()), (Led::Closed, 4));
        let mut lost = Seek::begin(1);
        lost.field.insert("无");
        lost.look(&lines, &plan, &Pinyin::default());
        assert_eq!(lost.key(Key::Enter), Led::On, "what is not found is not thrown away by Enter");
        assert_eq!(lost.field.text(), "无");
    }
}
