//! A plan that a report proposes, as scripts read it: the plan, what each part of the text was taken
//! for, and what is doubted. Places are in characters from 0, lines and columns from 1.

use std::ops::Range;

use serde_json::json;

use super::{Value, list, plan};
use crate::format::source::Source;
use crate::report::{Doubt, Draft, Duty, Goal, Rejected, Span};
use crate::words::Lang;

/// A reading of a report.
pub fn draft(source: &Source, draft: &Draft, lang: Lang) -> Value {
    let mut places = Places { text: &source.text, byte: 0, character: 0 };
    let spans: Vec<Value> = draft.spans.iter().map(|span| places.span(span)).collect();
    let doubt = |doubt: &Doubt| {
        json!({
            "line": doubt.spot.line,
            "column": doubt.spot.column,
            "row": doubt.row.map(|row| row.to_string()),
            "weight": doubt.weight.text(Lang::En),
            "text": doubt.why.text(lang),
            "quote": source.text.get(doubt.at.clone()),
        })
    };
    let targets: Vec<Value> = draft.goals.iter().map(|goal| places.goal(goal)).collect();
    let rejected: Vec<Value> =
        draft.rejected.iter().map(|number| places.rejected(number, lang)).collect();
    json!({
        "source": about(source),
        "plan": plan(&draft.plan),
        "spans": spans,
        "targets": targets,
        "rejected": rejected,
        "doubts": list(&draft.doubts, doubt),
        "bridge": draft.bridge.as_ref().map(|bridge| json!({
            "text": source.text.get(bridge.at.clone()),
            "said": bridge.said,
            "found": bridge.found,
        })),
        "duties": list(&draft.duties, duty),
    })
}

fn about(source: &Source) -> Value {
    json!({
        "kind": source.kind.text(Lang::En),
        "encoding": source.encoding,
        "known": source.known.text(Lang::En),
        "damaged": source.damaged,
        "characters": source.text.chars().count(),
        "lines": source.text.lines().count(),
    })
}

fn duty(duty: &Duty) -> Value {
    json!({
        "row": duty.row.map(|row| row.to_string()),
        "lead": duty.leads,
        "support": duty.supports,
        "due": duty.due,
    })
}

/// From bytes to characters, going on from the last place.
struct Places<'a> {
    text: &'a str,
    byte: usize,
    character: usize,
}

impl Places<'_> {
    fn character(&mut self, byte: usize) -> usize {
        if byte < self.byte {
            (self.byte, self.character) = (0, 0);
        }
        let between = self.text.get(self.byte..byte).unwrap_or_default();
        self.character += between.chars().count();
        self.byte = byte;
        self.character
    }

    fn span(&mut self, span: &Span) -> Value {
        let Range { start, end } = span.at;
        json!({
            "from": self.character(start),
            "to": self.character(end),
            "line": span.spot.line,
            "column": span.spot.column,
            "role": span.role.text(Lang::En),
            "row": span.row.map(|row| row.to_string()),
            "text": self.text.get(span.at.clone()),
        })
    }

    fn goal(&mut self, goal: &Goal) -> Value {
        json!({
            "id": goal.id.to_string(),
            "from": self.character(goal.at.start),
            "to": self.character(goal.at.end),
            "text": self.text.get(goal.at.clone()),
            "number": self.text.get(goal.number.clone()),
        })
    }

    fn rejected(&mut self, number: &Rejected, lang: Lang) -> Value {
        json!({
            "row": number.row.map(|row| row.to_string()),
            "from": self.character(number.at.start),
            "to": self.character(number.at.end),
            "text": self.text.get(number.at.clone()),
            "why": number.why.text(lang),
        })
    }
}
