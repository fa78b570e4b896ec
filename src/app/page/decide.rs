//! 记议定: the long form of a decision, new, not sealed yet, or left 待定 and to be settled.
//!
//! A field that is left as it was keeps its value and how sure it is: whoever mends a word of the
//! sentence has not confirmed the lead. In a new decision an empty lead or due is assumed, as in the
//! line.

use super::kind::{self, Flags};
use super::parties;
use crate::app::act::{self, Acted};
use crate::app::entry::{self, Meaning};
use crate::app::{Field, Form, Purpose, Screen, Seat, Session, line, submit};
use crate::ledger::{
    About as Subject, Decision, Due, Followup, Happening, Node, RecordId, Standing, sentence,
};
use crate::plan::Place;
use crate::words::{Joint, Label, Lang, Notice};

/// The form of a new decision: on the rows that are marked or pointed at, else on what the line binds
/// to, with what is typed in the line and understood of it.
pub(super) fn begin(session: &Session, seat: &mut Seat, rows: &[Place]) {
    let said = seat.line.field.text();
    let binding: Vec<Subject> = match rows {
        [] => line::about(session, &seat.line.binding),
        rows => rows.iter().map(|row| Subject::Row(session.plan.row(*row))).collect(),
    };
    let decision = match submit::understood_under(session, seat.line.item, &binding, said).meaning {
        Meaning::Decision(decision) => *decision,
        _ => Decision { about: binding, text: said.trim().to_owned(), ..Decision::default() },
    };
    let mut fields = fields(&decision, seat.lang);
    // What is only assumed stays empty, to be said or to be assumed again.
    let assumed = [
        (Label::Lead, decision.lead_assumed),
        (Label::Due, matches!(decision.due, Due::Assumed(_))),
    ];
    for (label, field) in &mut fields {
        if assumed.contains(&(*label, true)) {
            *field = Field::default();
        }
    }
    // First what was decided; how papers word it comes later.
    fields.retain(|(label, _)| *label != Label::InPapers);
    let rows = rows_of(&decision.about);
    seat.open(Screen::Form(Form::new(Purpose::Decide { rows, change: None }, fields)));
}

/// The form of a decision that is not sealed yet, the cursor in one of its fields.
pub(in crate::app) fn begin_change(
    session: &Session,
    seat: &mut Seat,
    id: &RecordId,
    label: Label,
) {
    if let Some(decision) = session.state().ledger.decisions.get(id) {
        open(seat, id, fields(decision, seat.lang), (decision, label));
    }
}

/// The form of a decision that was left 待定: saving it settles it. One that is sealed keeps its rows
/// and its kind.
pub(in crate::app) fn begin_settle(session: &Session, seat: &mut Seat, id: &RecordId) {
    let Some(decision) = session.state().ledger.decisions.get(id) else { return };
    if session.is_open(&id.snapshot) {
        let settled = Decision { pending: false, ..decision.clone() };
        return open(seat, id, fields(&settled, seat.lang), (decision, Label::Text));
    }
    let Some(now) = session.state().standing(id) else { return };
    let mut fields = fields(&standing_as(decision, &now), seat.lang);
    let kept = [Label::Text, Label::Lead, Label::Support, Label::Due];
    fields.retain(|(label, _)| kept.contains(label));
    open(seat, id, fields, (decision, Label::Text));
}

fn open(
    seat: &mut Seat,
    id: &RecordId,
    fields: Vec<(Label, Field)>,
    (decision, label): (&Decision, Label),
) {
    let rows = rows_of(&decision.about);
    let mut form = Form::new(Purpose::Decide { rows, change: Some(id.clone()) }, fields);
    form.at = form.fields.iter().position(|(of, _)| *of == label).unwrap_or(0);
    seat.open(Screen::Form(form));
}

/// Records the decision, or what became of it.
pub(super) fn confirm(
    session: &mut Session,
    seat: &Seat,
    form: &Form,
    change: Option<&RecordId>,
) -> Acted {
    if form.text(Label::Text).is_empty() {
        return Err(Notice::Empty);
    }
    match change {
        Some(id) if session.is_open(&id.snapshot) => {
            let was = session.state().ledger.decisions.get(id).cloned().unwrap_or_default();
            let now = edited(session, form, was, seat.lang)?;
            act::change(session, id, now, "")
        }
        Some(id) => settle(session, form, id, seat.lang),
        None => {
            let decision = new(session, seat, form)?;
            let typed = decision.said.clone();
            act::decide(session, decision, &typed)
        }
    }
}

/// A new decision: its sentence is heard as in the line, what the other fields say counts more, and
/// what nobody said is assumed.
fn new(session: &Session, seat: &Seat, form: &Form) -> Result<Decision, Notice> {
    let rows = places(session, form.text(Label::Rows))?;
    let about: Vec<Subject> =
        rows.into_iter().map(|row| Subject::Row(session.plan.row(row))).collect();
    let text = form.text(Label::Text);
    let heard = match submit::understood_under(session, seat.line.item, &about, text).meaning {
        Meaning::Decision(decision) => *decision,
        _ => Decision { about, text: text.to_owned(), ..Decision::default() },
    };
    let usual = Form::new(form.purpose.clone(), fields(&Decision::default(), seat.lang));
    let mut said = form.clone();
    for ((label, field), (_, own)) in said.fields.iter_mut().zip(fields(&heard, seat.lang)) {
        if *label == Label::Text || form.text(*label) == usual.text(*label) {
            *field = own;
        }
    }
    let mut decision = edited(session, &said, heard, seat.lang)?;
    // Who writes what would have been assumed has said it.
    decision.lead_assumed &= form.text(Label::Lead).is_empty();
    if let (Due::Assumed(when), false) = (&decision.due, form.text(Label::Due).is_empty()) {
        decision.due = Due::Stated(*when);
    }
    let typed = seat.line.field.text();
    (if typed.is_empty() { text } else { typed }).clone_into(&mut decision.said);
    decision.item = seat.line.item.filter(|_| session.meeting().is_some());
    let (picks, reporter) = (session.picks(), submit::reporter(session, decision.item));
    let context = entry::Context { reporter, ..submit::context(session, &[], &picks) };
    entry::assume(&mut decision, &context);
    Ok(decision)
}

/// Settles a decision of a closed meeting that was left 待定.
fn settle(session: &mut Session, form: &Form, id: &RecordId, lang: Lang) -> Acted {
    let made = session.state().ledger.decisions.get(id).ok_or(Notice::NotNow)?;
    let now = session.state().standing(id).ok_or(Notice::NotNow)?;
    let decision = edited(session, form, standing_as(made, &now), lang)?;
    settle_as(session, id, decision)
}

/// Settles a decision that was left 待定 as it stands now.
pub(in crate::app) fn settle_as_it_stands(session: &mut Session, id: &RecordId) -> Acted {
    let made = session.state().ledger.decisions.get(id).ok_or(Notice::NotNow)?;
    if session.is_open(&id.snapshot) {
        let settled = Decision { pending: false, ..made.clone() };
        return act::change(session, id, settled, "");
    }
    let now = session.state().standing(id).ok_or(Notice::NotNow)?;
    let decision = standing_as(made, &now);
    settle_as(session, id, decision)
}

fn settle_as(session: &mut Session, id: &RecordId, decision: Decision) -> Acted {
    let Decision { text, lead, support, mut due, .. } = decision;
    // Whoever settles it says by when.
    if let Due::Assumed(when) = due {
        due = Due::Stated(when);
    }
    let what = Happening::Settled { text, lead, support, due };
    let on = session.base_day();
    act::follow(session, id, Followup::on(on, what), "")
}

fn standing_as(made: &Decision, now: &Standing) -> Decision {
    Decision {
        text: now.text.clone(),
        lead: now.lead.clone(),
        support: now.support.clone(),
        due: now.due.clone(),
        ..made.clone()
    }
}

/// A decision with what the fields say now; what they say as before stays as it was.
fn edited(session: &Session, form: &Form, was: Decision, lang: Lang) -> Result<Decision, Notice> {
    let before = Form::new(form.purpose.clone(), fields(&was, lang));
    let says = |label| {
        let has = form.fields.iter().any(|(of, _)| *of == label);
        let text = form.text(label);
        (has && text != before.text(label)).then(|| text.to_owned())
    };
    let mut now = was;
    if let Some(text) = says(Label::Text) {
        now.text = text;
    }
    if let Some(text) = says(Label::InPapers) {
        now.in_papers = text;
    }
    if let Some(lead) = says(Label::Lead) {
        (now.lead, now.lead_assumed) = (parties(session, &lead)?, false);
    }
    if let Some(support) = says(Label::Support) {
        now.support = parties(session, &support)?;
    }
    now.support.retain(|party| !now.lead.contains(party));
    match says(Label::Due).as_deref() {
        None => {}
        Some("") => now.due = Due::Missing,
        Some(due) => now.due = submit::meant_due(session, due)?,
    }
    if let Some(nodes) = says(Label::Nodes) {
        now.nodes = read_nodes(session, &nodes)?;
    }
    if let Some(rows) = says(Label::Rows) {
        let rows = places(session, &rows)?;
        now.about.retain(|about| matches!(about, Subject::Decision(_)));
        now.about.extend(rows.into_iter().map(|row| Subject::Row(session.plan.row(row))));
    }
    if let Some(kind) = says(Label::Kind) {
        Flags::read(&kind)?.put(&mut now);
    }
    Ok(now)
}

fn fields(decision: &Decision, lang: Lang) -> Vec<(Label, Field)> {
    let due = match &decision.due {
        Due::Missing => String::new(),
        Due::Stated(when) | Due::Assumed(when) => when.text(lang),
        Due::Unsettled(words) => words.clone(),
    };
    let rows: Vec<String> = rows_of(&decision.about).iter().map(Place::to_string).collect();
    let nodes: Vec<String> = decision.nodes.iter().map(node_text).collect();
    [
        (Label::Text, decision.text.clone()),
        (Label::Lead, sentence::names(&decision.lead)),
        (Label::Support, sentence::names(&decision.support)),
        (Label::Due, due),
        (Label::Nodes, nodes.join(Joint::Apart.text(lang))),
        (Label::Rows, rows.join(" ")),
        (Label::Kind, kind::text(decision, lang)),
        (Label::InPapers, decision.in_papers.clone()),
    ]
    .map(|(label, text)| (label, Field::new(&text)))
    .into()
}

fn rows_of(about: &[Subject]) -> Vec<Place> {
    let row = |about: &Subject| match about {
        Subject::Row(row) => Some(row.place),
        Subject::Decision(_) => None,
    };
    about.iter().filter_map(row).collect()
}

pub(super) fn places(session: &Session, text: &str) -> Result<Vec<Place>, Notice> {
    let ids =
        text.split(|c: char| c.is_whitespace() || "、,，".contains(c)).filter(|id| !id.is_empty());
    ids.map(|id| {
        let place = id.parse().ok().filter(|place| session.plan.find(*place).is_some());
        place.ok_or_else(|| Notice::NoSuchRow { id: id.into() })
    })
    .collect()
}

fn node_text(node: &Node) -> String {
    format!("{} {}", node.by, node.text)
}

/// `09-25 拿出方案；10月底 报审`: a day, a blank, and what is to be done by then.
fn read_nodes(session: &Session, text: &str) -> Result<Vec<Node>, Notice> {
    let parts = text.split(['；', ';']).map(str::trim).filter(|part| !part.is_empty());
    let node = |part: &str| {
        let wrong = || Notice::NotANode { text: part.into() };
        let (day, what) = part.split_once(char::is_whitespace).ok_or_else(wrong)?;
        let by = submit::meant_day(session, day).ok_or_else(wrong)?;
        Ok(Node { by, text: what.trim().to_owned() })
    };
    parts.map(node).collect()
}
