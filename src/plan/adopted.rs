//! The adopted part of a plan in one canonical form: what a snapshot's digest stands on.
//!
//! Short names, kinds, roster, comments, byte-order marks and line ends do not count: people edit
//! those all year. What counts was adopted by a competent body, and changes by amendment only.

use super::{Number, Plan, Target};

/// One line a fact, `\`-escaped, in the order of the plan. Two plans promise the same when their
/// canonical forms are equal byte for byte.
pub fn canonical(plan: &Plan) -> String {
    let mut lines = Lines::default();
    for sentence in &plan.guidance {
        lines.add(&["guidance", sentence]);
    }
    plan.headline.iter().for_each(|target| lines.target(target));
    for section in &plan.sections {
        lines.add(&["section", &section.id.to_string(), &section.title]);
        for sentence in &section.lead {
            lines.add(&["lead", sentence]);
        }
        for task in &section.tasks {
            lines.add(&["task", &task.id.to_string(), &task.title]);
            for measure in &task.measures {
                lines.add(&["measure", &measure.id.to_string(), &measure.text]);
                measure.targets.iter().for_each(|target| lines.target(target));
            }
        }
    }
    lines.0
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    fn add(&mut self, fields: &[&str]) {
        for (index, field) in fields.iter().enumerate() {
            if index > 0 {
                self.0.push('\t');
            }
            for letter in field.chars() {
                match letter {
                    '\\' => self.0.push_str("\\\\"),
                    '\t' => self.0.push_str("\\t"),
                    '\n' => self.0.push_str("\\n"),
                    _ => self.0.push(letter),
                }
            }
        }
        self.0.push('\n');
    }

    fn target(&mut self, target: &Target) {
        let number = |number: Option<Number>| number.map_or_else(String::new, |n| n.to_string());
        self.add(&[
            "target",
            &target.id.to_string(),
            &target.metric,
            // The variant's name is part of the form: renaming one would break every digest.
            &format!("{:?}", target.comparator),
            &number(target.value),
            &number(target.from),
            &number(target.upper),
            &target.unit,
            &target.text,
        ]);
    }
}
