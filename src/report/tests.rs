//! What reading makes of whole texts: a convention of published reports each, in the words of
//! places that there are not.

use super::*;

mod documents;
mod formed;
mod laws;
mod levels;
mod whole;

/// A draft in brief: `1 title [lead]` a line for a section, `1.1 title: measures` for a task.
pub(super) fn brief(text: &str) -> Vec<String> {
    brief_of(&read(text))
}

/// The same of a draft.
pub(super) fn brief_of(draft: &Draft) -> Vec<String> {
    let mut brief = Vec::new();
    for section in &draft.plan.sections {
        let mut line = format!("{} {}", section.id, section.title);
        for lead in &section.lead {
            line.push_str(" [");
            line.push_str(lead);
            line.push(']');
        }
        brief.push(line);
        for task in &section.tasks {
            let measures: Vec<&str> = task.measures.iter().map(|it| it.text.as_str()).collect();
            brief.push(format!("{} {}: {}", task.id, task.title, measures.join("|")));
        }
    }
    brief
}

fn check(text: &str, expect: &[&str]) {
    assert_eq!(brief(text), expect, "{text}");
}

/// The words of every span of a role.
fn spans(text: &str, role: Role) -> Vec<String> {
    let draft = read(text);
    let spans = draft.spans.iter().filter(|span| span.role == role);
    spans.map(|span| line::verbatim(text, &span.at)).collect()
}

/// The doubts that weigh more than a look.
fn doubts(text: &str) -> Vec<String> {
    let draft = read(text);
    let heavy = draft.doubts.iter().filter(|doubt| doubt.weight != Weight::Light);
    heavy.map(|doubt| doubt.why.text(Lang::Zh)).collect()
}
