//! Several lines that were pasted at once: what is one line, and what is only the number before it.
//!
//! Nothing here knows what a line means; that is asked anew whenever it is shown.

use super::field::{Field, LIMIT};

/// The most lines that are taken; a list of 200 decisions is long, a paste of a whole file is a slip.
pub const MOST: usize = 200;

/// Lines to be looked at before they are recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// The lines.
    pub lines: Vec<Line>,
    /// The one with the cursor.
    pub cursor: usize,
    /// The text of that line while it is being changed.
    pub editing: Option<Field>,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it says.
    pub text: String,
    /// It is not to be recorded.
    pub left_out: bool,
}

impl Pasted {
    /// The lines of a text; none when there are not several. Gives how many were left out because
    /// they are too many.
    pub fn new(text: &str) -> Option<(Self, usize)> {
        let mut lines: Vec<&str> =
            text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).collect();
        let beyond = lines.len().saturating_sub(MOST);
        lines.truncate(MOST);
        let line = |text: &str| Line { text: text.chars().take(LIMIT).collect(), left_out: false };
        let pasted = Self {
            lines: without_numbers(&lines).into_iter().map(line).collect(),
            ..Self::default()
        };
        (lines.len() > 1).then_some((pasted, beyond))
    }

    /// Adds further lines.
    pub fn add(&mut self, more: Self) {
        self.lines.extend(more.lines);
        self.lines.truncate(MOST);
    }

    /// The line with the cursor.
    pub fn line(&mut self) -> Option<&mut Line> {
        self.lines.get_mut(self.cursor)
    }

    /// Takes over what was changed of a line; one without text is left out.
    pub fn take_over(&mut self) {
        let Some(field) = self.editing.take() else { return };
        if let Some(line) = self.line() {
            field.text().trim().clone_into(&mut line.text);
            line.left_out |= line.text.is_empty();
        }
    }

    /// The texts of all lines, those that are left out too.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let all = self.lines.iter().enumerate().map(|(nth, line)| {
            let changed = self.editing.as_ref().filter(|_| nth == self.cursor);
            changed.map_or(line.text.as_str(), Field::text)
        });
        all.filter(|text| !text.is_empty())
    }
}

/// Lines of a list without their numbers: 1. 2、 （一） 三、 ·. Only where every line has one: a single
/// number may belong to the sentence.
fn without_numbers<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let bare: Option<Vec<&str>> = lines.iter().map(|line| unnumbered(line)).collect();
    bare.unwrap_or_else(|| lines.to_vec())
}

fn unnumbered(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(['·', '•', '●', '-', '*', '—']).or_else(|| behind_number(line))?;
    Some(rest.trim_start()).filter(|rest| !rest.is_empty())
}

/// What stands behind 1. 2、 （一） 3）: not behind 1.4, which is a row, 10.31, a day, or 1、2号楼, two
/// buildings.
fn behind_number(line: &str) -> Option<&str> {
    let inner = line.strip_prefix(['（', '(']);
    let number = inner.unwrap_or(line);
    let digit = |c: char| c.is_numeric() || "一二三四五六七八九十".contains(c);
    let after = number.trim_start_matches(digit);
    let ends: &[char] =
        if inner.is_some() { &['）', ')'] } else { &['、', '.', '．', '）', ')'] };
    let rest = after.strip_prefix(ends).filter(|_| after.len() < number.len())?;
    (!rest.starts_with(char::is_numeric)).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Option<Vec<String>> {
        let (pasted, _) = Pasted::new(text)?;
        Some(pasted.texts().map(str::to_owned).collect())
    }

    #[test]
    fn a_list_loses_its_numbers_and_nothing_else() {
        for (text, want) in [
            ("甲\n乙", Some("甲|乙")),
            ("甲\r\n\r\n 乙 \n", Some("甲|乙")),
            ("1. 甲\n2、乙\n３）丙", Some("甲|乙|丙")),
            ("一、甲\n（二）乙", Some("甲|乙")),
            ("· 甲\n· 乙", Some("甲|乙")),
            ("1、2号楼拆除\n3、4号楼拆除", Some("1、2号楼拆除|3、4号楼拆除")),
            ("1.4 加快\n1.2 招商", Some("1.4 加快|1.2 招商")),
            ("1. 甲\n另：乙", Some("1. 甲|另：乙")),
            ("1.2/1=305\n3.1/1=20", Some("1.2/1=305|3.1/1=20")),
            ("1.\n2.", Some("1.|2.")),
            ("只有一行\n\n", None),
            ("", None),
        ] {
            assert_eq!(lines(text).map(|all| all.join("|")).as_deref(), want, "{text:?}");
        }
    }

    #[test]
    fn there_is_an_end_to_a_paste() {
        let (pasted, beyond) = Pasted::new(&"长\n".repeat(1000)).unwrap();
        assert_eq!((pasted.lines.len(), beyond), (MOST, 800));
        let (pasted, _) = Pasted::new(&format!("{}\n乙", "长".repeat(10 * LIMIT))).unwrap();
        assert_eq!(pasted.lines[0].text.chars().count(), LIMIT);
    }
}
