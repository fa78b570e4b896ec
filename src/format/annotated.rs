//! A plan as a file, with comments where a person needs one: where a row stands in its source, and what
//! is doubted about it. What the file says is the plan and nothing else; comments are not read.

use std::collections::BTreeMap;

use super::ron::{self, Unwritable};
use crate::plan::plain::is_hidden;
use crate::plan::{Place, Plan};

/// What is said beside a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// Lines at the top of the file.
    pub top: Vec<String>,
    /// What is said of rows.
    pub rows: BTreeMap<Place, Note>,
}

/// What is said of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// Lines above it.
    pub above: Vec<String>,
    /// A few words behind its id.
    pub beside: String,
}

/// The plan as a file.
///
/// # Errors
/// When the plan has no RON form: a mistake of its type, never of its content.
pub fn write(plan: &Plan, notes: &Notes) -> Result<String, Unwritable> {
    let bare = ron::write(plan)?;
    let mut text = String::with_capacity(bare.len() + bare.len() / 8);
    let mut lines = bare.lines().peekable();
    // The attribute must be the first line.
    if let Some(first) = lines.next() {
        push(&mut text, first);
    }
    notes.top.iter().for_each(|line| push(&mut text, &comment(line)));
    while let Some(line) = lines.next() {
        let below = lines.peek().and_then(|below| row(below));
        if line.trim() == "("
            && let Some(note) = below.and_then(|place| notes.rows.get(&place))
        {
            let indent = line.len() - line.trim_start().len();
            for above in &note.above {
                push(&mut text, &format!("{:indent$}{}", "", comment(above)));
            }
        }
        let note = row(line).and_then(|place| notes.rows.get(&place));
        match note.filter(|note| !note.beside.is_empty()) {
            Some(note) => push(&mut text, &format!("{line} {}", comment(&note.beside))),
            None => push(&mut text, line),
        }
    }
    Ok(text)
}

/// The row whose id a line says. No text of a plan stands on a line that begins so: it is in quotes.
fn row(line: &str) -> Option<Place> {
    line.trim_start().strip_prefix("id: \"")?.strip_suffix("\",")?.parse().ok()
}

/// A comment of one line, with nothing in it that nobody sees.
fn comment(words: &str) -> String {
    let seen = |c: char| if is_hidden(c) { '\u{fffd}' } else { c };
    let words: String = words.chars().map(seen).collect();
    format!("// {}", words.trim_end()).trim_end().to_owned()
}

fn push(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::ron::Limits;
    use crate::plan::{FORMAT, Measure, Period, Section, Task};

    fn plan() -> Plan {
        let day = |text: &str| text.parse().unwrap();
        let period = Period { from: day("2024-01-01"), to: day("2024-12-31") };
        let place = |text: &str| text.parse::<Place>().unwrap();
        let text = "id: \"1.1\",\n(\nid: \"1\",".to_owned();
        let measures = vec![Measure { id: place("1.1.1"), text, targets: Vec::new() }];
        let (short, weight) = (String::new(), None);
        let task =
            Task {
                id: place("1.1"), title: "任务".into(), short: short.clone(), weight, measures
            };
        let (title, lead, tasks) = ("方面".into(), Vec::new(), vec![task]);
        let section = Section { id: place("1"), title, short, weight, lead, tasks };
        Plan { sections: vec![section], ..Plan::new("x", "题", period) }
    }

    #[test]
    fn notes_stand_beside_their_rows_and_change_nothing() {
        let note = |above: &[&str], beside: &str| Note {
            above: above.iter().map(|line| (*line).to_owned()).collect(),
            beside: beside.into(),
        };
        let notes = Notes {
            top: vec!["由 报告.txt 读入\u{202e}\n第二行".into()],
            rows: [
                ("1".parse().unwrap(), note(&["疑点：甲", "疑点：乙\r\n"], "第3行")),
                ("1.1.1".parse().unwrap(), note(&[], "第5行")),
            ]
            .into(),
        };
        let text = write(&plan(), &notes).unwrap();
        for wanted in [
            "#![enable(implicit_some)]\n// 由 报告.txt 读入��第二行\n(\n",
            "    // 疑点：甲\n    // 疑点：乙��\n    (\n      id: \"1\", // 第3行\n",
            "              id: \"1.1.1\", // 第5行\n              text: \"id: ",
        ] {
            assert!(text.contains(wanted), "{text}");
        }
        assert_eq!(text.matches("第3行").count(), 1, "a text that looks like a row is none");
        let back: Plan = ron::read(text.as_bytes(), Limits::of(FORMAT)).unwrap();
        assert_eq!(back, plan());
    }
}
