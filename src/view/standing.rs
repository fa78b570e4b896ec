//! How a decision stands, piece by piece: its light, who has it, by when, and what happened to it.

use super::strip::Piece;
use super::style::Role;
use super::subject::{Subject, names};
use crate::ledger::sentence::{self, Speech};
use crate::ledger::{About, Colour, Feedback, RecordId, Stage, Standing};
use crate::words::{Beside, Joint, Label, Seen, Sign};

/// All of it, the most asked for first.
pub fn pieces(subject: Subject<'_>, id: &RecordId, now: &Standing) -> Vec<Piece> {
    let plain = |text: Option<String>| text.map(|text| Piece::new(text, Role::Plain));
    let mut pieces = brief(subject, id, now);
    pieces.extend(plain(subject.extended(now)));
    // The last report says its stage itself.
    let told = now.stage == Stage::Reported && now.feedback.is_some();
    let stage = subject.stage(now).filter(|_| !told);
    pieces.extend(stage.map(|stage| Piece::new(stage, Role::Plain)));
    pieces.extend(plain(agreed(subject, now)));
    pieces.extend(plain(in_papers(subject, now)));
    pieces.extend(plain(now.feedback.as_ref().map(|feedback| fed(subject, feedback))));
    pieces.extend(plain(sheets(subject, &About::Decision(id.clone()))));
    pieces.extend(plain(replaced(subject, id, now)));
    if now.corrected {
        pieces.push(Piece::new(subject.sign(Sign::Corrected), Role::Plain));
    }
    pieces
}

/// The light, who leads and helps, and the due.
pub fn brief(subject: Subject<'_>, id: &RecordId, now: &Standing) -> Vec<Piece> {
    let day = id.snapshot.day().map(|day| subject.day(day)).unwrap_or_default();
    let (light, light_role) = subject.decision_light(id, now);
    let (lead, lead_role) = subject.lead(id, now);
    let (due, due_role) = subject.due(&now.due);
    vec![
        Piece::new(day, Role::Plain),
        Piece::new(light, light_role),
        Piece::labelled(subject, Label::Lead, lead).role(lead_role),
        Piece::labelled(subject, Label::Support, names(&now.support)),
        Piece::labelled(subject, Label::Due, due).role(due_role),
    ]
}

/// `督办单 蓝1 黄0 红0`, when there was any.
pub fn sheets(subject: Subject<'_>, about: &About) -> Option<String> {
    let issued = subject.state().issued(about);
    let of = |colour| issued.of(colour).to_string();
    let seen =
        Seen::Sheets { blue: of(Colour::Blue), yellow: of(Colour::Yellow), red: of(Colour::Red) };
    (!issued.is_none()).then(|| seen.text(subject.lang()))
}

impl Subject<'_> {
    /// How much of what the last meeting decided is done: `上次 22件，办结6，27%`.
    pub fn last_rate(self) -> Option<String> {
        let last = self.session.last_meeting.as_ref()?;
        let rate = sentence::rate(self.state().completion(&last.id), self.lang())?;
        Some(format!("{} {rate}", self.label(Label::LastTime)))
    }

    /// What happened to a decision since it was made, a line each: `09-15 延期到 2023-10-15（…）`.
    pub fn life(self, id: &RecordId) -> Vec<String> {
        let life = self.state().life(id);
        let number = |id: &RecordId| self.record(id);
        let speech = Speech::spoken(self.lang(), &number);
        let said = life.iter().skip(1).map(|moment| {
            let day = moment.on.map(|day| self.day(day)).unwrap_or_default();
            format!("{day} {}", sentence::of_event(moment, speech))
        });
        said.collect()
    }
}

/// How papers word it, where they say it otherwise.
pub fn in_papers(subject: Subject<'_>, now: &Standing) -> Option<String> {
    let text = now.in_papers.clone();
    (!text.is_empty()).then(|| Seen::InPapers { text }.text(subject.lang()))
}

/// Who agreed that it was dropped or opened again.
fn agreed(subject: Subject<'_>, now: &Standing) -> Option<String> {
    let asked = matches!(now.stage, Stage::Dropped | Stage::Reopened) && !now.consent.is_empty();
    let who = now.consent.clone();
    asked.then(|| Beside::Agreed { who }.text(subject.lang()))
}

/// `反馈 09-12（3天前） 已完成八成`
fn fed(subject: Subject<'_>, feedback: &Feedback) -> String {
    let day = subject.day(feedback.on);
    let seen = match (subject.session.today - feedback.on).num_days() {
        ..=0 => Seen::FedToday { day },
        days => Seen::Fed { day, days: days.to_string() },
    };
    let mark = Joint::Label.text(subject.lang());
    format!("{}{mark}{}", seen.text(subject.lang()), feedback.progress)
}

/// What stands in its place, and in whose place it stands.
fn replaced(subject: Subject<'_>, id: &RecordId, now: &Standing) -> Option<String> {
    if let Some(by) = &now.superseded_by {
        return Some(Seen::ReplacedBy { id: subject.record(by) }.text(subject.lang()));
    }
    let old = &subject.state().ledger.decisions.get(id)?.supersedes;
    let ids: Vec<String> = old.iter().map(|id| subject.record(id)).collect();
    (!ids.is_empty()).then(|| {
        Seen::Replaces { ids: ids.join(Joint::List.text(subject.lang())) }.text(subject.lang())
    })
}
