//! A decision and its life, as scripts read them.

use serde_json::json;

use super::{Value, due, due_is, field, ids, light, list, names};
use crate::judge::Light;
use crate::ledger::{
    About, Colour, Completion, Decision, Event, Extension, Feedback, Happening, Issued, Moment,
    RecordId, Signing, Stage, Standing, sentence,
};
use crate::words::Lang;

/// A light and why.
#[derive(Clone, Copy, Debug)]
pub struct Judged<'a> {
    /// The light.
    pub light: Option<Light>,
    /// Why, in one sentence.
    pub reason: &'a str,
}

/// A decision as it stands.
pub fn decision(id: &RecordId, made: &Decision, now: &Standing, judged: &Judged<'_>) -> Value {
    json!({
        "id": id.to_string(),
        "meeting": id.snapshot.to_string(),
        "about": list(&made.about, |about| Value::from(about.to_string())),
        "rows": list(&made.about, |about| match about {
            About::Row(row) => Value::from(row.title.clone()),
            About::Decision(_) => Value::Null,
        }),
        "kind": made.kind.code(),
        "outcome": made.outcome.code(),
        "text": now.text,
        "in_papers": now.in_papers,
        "lead": names(&now.lead),
        "lead_assumed": made.lead_assumed && made.lead == now.lead,
        "support": names(&now.support),
        "due": due(&now.due),
        "due_is": due_is(&now.due),
        "stage": now.stage.code(),
        "light": light(judged.light),
        "reason": judged.reason,
        "stage_on": now.stage_on.map(|day| day.to_string()),
        "extensions": now.extended.len(),
        "extended": list(&now.extended, extension),
        "last_feedback": now.feedback.as_ref().map(feedback),
        "corrected": now.corrected,
        "nodes": list(&made.nodes, |node| json!({ "by": node.by.to_string(), "text": node.text })),
        "pending": now.pending,
        "tracked": !made.untracked,
        "in_minutes": !made.not_in_minutes,
        "item": made.item,
        "source": made.source,
        "supersedes": ids(&made.supersedes),
        "superseded_by": now.superseded_by.as_ref().map(ToString::to_string),
        "consent": now.consent,
    })
}

fn extension(extension: &Extension) -> Value {
    json!({
        "on": extension.on.to_string(),
        "from": extension.from.map(|from| from.to_string()),
        "to": extension.to.to_string(),
        "approved": extension.approved,
        "reason": extension.reason,
    })
}

fn feedback(feedback: &Feedback) -> Value {
    json!({
        "on": feedback.on.to_string(),
        "from": feedback.from.as_ref().map(|party| party.name().to_owned()),
        "progress": feedback.progress,
        "problem": feedback.problem,
        "next": feedback.next,
    })
}

/// How many supervision sheets were issued, colour by colour.
pub fn sheets(issued: Issued) -> Value {
    let of = |colour: &Colour| (colour.code().to_owned(), Value::from(issued.of(*colour)));
    field("sheets", Value::Object(Colour::ALL.iter().map(of).collect()))
}

/// The life of a decision, moment by moment, each with the sentence that says it.
pub fn life(life: &[Moment<'_>], lang: Lang) -> Value {
    let moment = |moment: &Moment<'_>| {
        json!({
            "record": moment.record.to_string(),
            "meeting": moment.record.snapshot.to_string(),
            "on": moment.on.map(|day| day.to_string()),
            "what": event(&moment.event),
            "said": sentence::of_event(moment, lang),
        })
    };
    field("life", list(life, moment))
}

/// The name of what happened, for programs.
fn event(event: &Event<'_>) -> &'static str {
    match event {
        Event::Made(_) => Stage::Registered.code(),
        Event::Corrected(_) => "corrected",
        Event::Sheet(_) => "sheet",
        Event::TakenUp(_) => "taken_up",
        Event::Step(step) => match &step.what {
            Happening::Stage(stage) => stage.code(),
            Happening::Extended { .. } => "extended",
            Happening::Lead { .. } => "lead",
            Happening::Wording { .. } => "wording",
            Happening::Settled { .. } => "settled",
            Happening::Superseded { .. } => "superseded",
            Happening::Feedback { .. } => Stage::Reported.code(),
        },
    }
}

/// What became of a meeting: how much is done, and whether its minutes are final.
pub fn outcome(completion: Completion, signing: Option<&Signing>) -> Value {
    json!({
        "followed": completion.all,
        "done": completion.done,
        "dropped": completion.dropped,
        "rate": completion.percent(),
        "draft": signing.is_none(),
        "signed": signing.map(|signing| json!({
            "by": signing.by,
            "on": signing.on.to_string(),
            "document": signing.document,
        })),
    })
}
