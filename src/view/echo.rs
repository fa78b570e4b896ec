//! What Enter will do, said before it is pressed; whom a digit picks; and with an empty line, how to
//! write.
//!
//! Who and by when stand first: the sentence itself is seen in the line. What was not said but
//! assumed stands in 〔 〕, what is missing or odd stands out; nothing here ever blocks.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::records;
use super::strip::{self, Piece};
use super::style::Role;
use super::subject::Subject;
use crate::app::entry::{self, Bind, Candidate, Meaning, Understood};
use crate::app::line::about;
use crate::app::submit::{context, understood};
use crate::judge::needs_somebody;
use crate::ledger::due::weekday_han;
use crate::ledger::{About, Decision, Due, Node, Outcome, Reading, When, sentence};
use crate::plan::{Found, Party, Place};
use crate::words::{self, Caution, Gap, Hint, Joint, Label, Lang, Seen, Sign, State};

/// What a line would do, with what to look at twice, as pieces.
pub fn pieces_of(subject: Subject<'_>, understood: &Understood) -> Vec<Piece> {
    let mut said = meaning(subject, &understood.meaning);
    let at = said.len().saturating_sub(usize::from(ends_in_text(&understood.meaning)));
    let caution = |caution: &Caution| Piece::new(subject.says(caution), Role::Behind);
    said.splice(at..at, understood.cautions.iter().map(caution));
    said
}

/// Draws it below the line.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) {
    if subject.seat.line.field.is_empty() {
        let looks = subject.session.keeping.read_only.is_some();
        strip::hints(pen, area, subject, if looks { &LOOKING } else { &HINTS });
        return;
    }
    let offered = pieces(pen, Rect { height: area.height.min(2), ..area }, &candidates(subject));
    let understood = understood(subject.session, subject.seat);
    let rest = Rect { y: area.y + offered, height: area.height - offered, ..area };
    pieces(pen, rest, &pieces_of(subject, &understood));
}

/// What an empty line can be used for, the commonest first.
const HINTS: [Hint; 10] = [
    Hint::Write,
    Hint::Sentence,
    Hint::Sigils,
    Hint::Reading,
    Hint::Bind,
    Hint::Unbind,
    Hint::Next,
    Hint::Walk,
    Hint::Act,
    Hint::Withdraw,
];

/// What it can be used for where nothing can be recorded.
const LOOKING: [Hint; 4] = [Hint::OnlyLooks, Hint::Digits, Hint::Han, Hint::Through];

/// Draws pieces in as many lines as there are; gives the lines used.
pub fn pieces(pen: &mut Pen<'_>, area: Rect, pieces: &[Piece]) -> u16 {
    let lines = strip::flowing(pen.ruler(), area.width, pieces.iter().cloned());
    let mut y = area.y;
    for line in lines.iter().take(usize::from(area.height)) {
        line.draw(pen, Rect { y, height: 1, ..area });
        y += 1;
    }
    y - area.y
}

/// Who is offered behind `@` and `+`, each with the digit that picks it.
fn candidates(subject: Subject<'_>) -> Vec<Piece> {
    let (session, line) = (subject.session, &subject.seat.line);
    let (about, picks) = (about(session, &line.binding), session.picks());
    let context = context(session, &about, &picks);
    let found = entry::candidates(line.field.text(), line.field.cursor(), &context);
    let piece = |candidate: Candidate| {
        let name = candidate.party.name();
        let text = match candidate.digit {
            Some(digit) => format!("{digit} {name}"),
            None => name.to_owned(),
        };
        Piece::new(text, Role::Strong)
    };
    found.map_or_else(Vec::new, |found| found.list.into_iter().take(MOST).map(piece).collect())
}

/// The most offices that are offered: two lines of them.
const MOST: usize = 18;

/// Whether the last piece of a meaning is the text that the line shows already.
fn ends_in_text(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Decision(_) | Meaning::Note(_))
}

fn meaning(subject: Subject<'_>, meaning: &Meaning) -> Vec<Piece> {
    let lang = subject.lang();
    let plain = |text: String| vec![Piece::new(text, Role::Strong)];
    match meaning {
        Meaning::Nothing => Vec::new(),
        Meaning::Palette => plain(subject.sign(Sign::OpensPalette).to_owned()),
        Meaning::Decision(decision) => self::decision(subject, decision),
        Meaning::Note(note) => {
            let kind = Piece::new(State::Noted.text(lang), Role::Strong);
            vec![kind, Piece::labelled(subject, Label::Text, note.text.as_str())]
        }
        Meaning::Readings(readings) => {
            readings.iter().flat_map(|(place, reading)| figure(subject, *place, reading)).collect()
        }
        Meaning::WhichTarget { of, .. } => {
            plain(Seen::Chooses { count: of.len().to_string() }.text(lang))
        }
        Meaning::Assign { rows, sponsor, lead, support, due } => {
            let mut said = vec![Piece::new(words::Do::Assign.text(lang), Role::Strong)];
            said.extend(rows.iter().map(|row| Piece::new(subject.row(*row), Role::Plain)));
            let sponsor = sponsor.as_ref().map(ToString::to_string).unwrap_or_default();
            said.push(Piece::labelled(subject, Label::Sponsor, sponsor));
            said.push(Piece::labelled(subject, Label::Lead, listed(subject, lead)));
            said.push(Piece::labelled(subject, Label::Support, listed(subject, support)));
            let due = due.map(|due| by(subject, When::On(due, None))).unwrap_or_default();
            said.push(Piece::labelled(subject, Label::Due, due));
            said
        }
        Meaning::Card(party) => plain(Seen::OpensCard { name: party.to_string() }.text(lang)),
        Meaning::Bind(to) => plain(Seen::Binds { name: bound(subject, to) }.text(lang)),
        Meaning::Refused(why) => vec![Piece::new(subject.says(why), Role::Behind)],
    }
}

/// What kind of decision, who, by when, and about what; the sentence last.
fn decision(subject: Subject<'_>, decision: &Decision) -> Vec<Piece> {
    let lang = subject.lang();
    let kind = decision.kind.word().text(lang);
    let outcome = Some(decision.outcome).filter(|outcome| *outcome != Outcome::Agreed);
    let outcome = outcome.map_or("", |outcome| outcome.word().text(lang));
    let pending = if decision.pending { Gap::Pending.text(lang) } else { "" };
    let (due, due_role) = match &decision.due {
        Due::Stated(when) => (by(subject, *when), Role::Plain),
        other => records::due(subject, decision, other),
    };
    let (lead, lead_role) = match decision.lead.as_slice() {
        [] if !needs_somebody(decision) => (String::new(), Role::Plain),
        [] => (Gap::NoLead.text(lang).to_owned(), Role::Behind),
        lead if decision.lead_assumed => (format!("〔{}〕", listed(subject, lead)), Role::Plain),
        lead => (listed(subject, lead), Role::Plain),
    };
    vec![
        Piece::new(kind, Role::Strong),
        Piece::new(outcome, Role::Strong),
        Piece::new(pending, Role::Behind),
        Piece::new(replaces(subject, decision), Role::Strong),
        Piece::labelled(subject, Label::Lead, lead).role(lead_role),
        Piece::labelled(subject, Label::Support, listed(subject, &decision.support)),
        Piece::labelled(subject, Label::Due, due).role(due_role),
        Piece::labelled(subject, Label::Nodes, nodes(subject, &decision.nodes)),
        Piece::labelled(subject, Label::Rows, elsewhere(subject, &decision.about)),
        Piece::labelled(subject, Label::Text, decision.text.as_str()),
    ]
}

/// Whose place it takes.
fn replaces(subject: Subject<'_>, decision: &Decision) -> String {
    let ids: Vec<String> = decision.supersedes.iter().map(|id| subject.record(id)).collect();
    if ids.is_empty() {
        return String::new();
    }
    Seen::Replaces { ids: ids.join(Joint::List.text(subject.lang())) }.text(subject.lang())
}

/// The nodes on the way to a due: `09-25 拿出方案；10-10 报审`.
pub fn nodes(subject: Subject<'_>, nodes: &[Node]) -> String {
    let node = |node: &Node| format!("{} {}", subject.day(node.by), node.text);
    nodes.iter().map(node).collect::<Vec<_>>().join(Joint::Apart.text(subject.lang()))
}

/// What a decision is about, when that is not what the prompt says.
fn elsewhere(subject: Subject<'_>, about: &[About]) -> String {
    if *about == self::about(subject.session, &subject.seat.line.binding) {
        return String::new();
    }
    let names: Vec<String> = about.iter().map(|about| subject.about(about)).collect();
    names.join("  ")
}

/// A figure beside the last one, with its months.
fn figure(subject: Subject<'_>, place: Place, reading: &Reading) -> Vec<Piece> {
    let lang = subject.lang();
    let Some(Found::Target(target)) = subject.session.plan.find(place) else { return Vec::new() };
    let now = target.measured(reading.value);
    let text = match subject.latest_value(target) {
        was if was.is_empty() => now,
        was => Seen::Figure { was, now }.text(lang),
    };
    vec![
        Piece::new(words::Do::Read.text(lang), Role::Strong),
        Piece::new(format!("{place} {}", target.metric), Role::Plain),
        Piece::new(text, Role::Strong),
        Piece::labelled(subject, Label::Period, sentence::months(reading.period, lang)),
        Piece::labelled(subject, Label::Goal, subject.goal(target)),
        Piece::labelled(subject, Label::Members, words::listed(&reading.done)),
        Piece::labelled(subject, Label::Source, reading.source.as_str()),
        Piece::labelled(subject, Label::Reason, reading.reason.as_str()),
    ]
}

/// Names in a row, those outside the roster flagged.
pub(super) fn listed(subject: Subject<'_>, parties: &[Party]) -> String {
    let lang = subject.lang();
    let name = |party: &Party| {
        let name = party.to_string();
        if !party.is_outside() {
            return name;
        }
        Seen::Outside { name, flag: Gap::Outside.text(lang).to_owned() }.text(lang)
    };
    let names: Vec<String> = parties.iter().map(name).collect();
    words::listed(&names)
}

/// A due with its weekday and how many days are left: dates typed in digits are checked so.
pub(super) fn by(subject: Subject<'_>, when: When) -> String {
    let Some(on) = when.day() else { return subject.when(when) };
    let lang = subject.lang();
    let weekday = match lang {
        Lang::Zh => weekday_han(chrono::Datelike::weekday(&on)).to_string(),
        Lang::En => on.format("%a").to_string(),
    };
    let day = subject.day(on);
    let weekday = match when {
        When::On(_, Some(time)) => format!("{weekday} {time}"),
        _ => weekday,
    };
    match (on - subject.session.base_day()).num_days() {
        0 => Seen::DueToday { day, weekday },
        days @ 1.. => Seen::DueIn { day, weekday, days: days.to_string() },
        _ => Seen::DuePast { day, weekday },
    }
    .text(lang)
}

/// To what the line would bind.
fn bound(subject: Subject<'_>, to: &Bind) -> String {
    match to {
        Bind::Rows(rows) => {
            let names: Vec<String> = rows.iter().map(|row| subject.row(*row)).collect();
            names.join("  ")
        }
        Bind::Decision(id) => {
            let text = subject.state().standing(id).map(|standing| standing.text);
            format!("{} {}", subject.record(id), text.unwrap_or_default())
        }
        Bind::Item(number) => {
            let agenda = subject.session.meeting().map(|meeting| &meeting.agenda);
            let item = agenda.and_then(|agenda| agenda.get(number));
            let name = item.map(|item| super::meeting::name_of(subject, item)).unwrap_or_default();
            format!("{} {number} {name}", subject.label(Label::Item))
        }
        Bind::Spelt(letters) => Seen::Spelt { letters: letters.clone() }.text(subject.seat.lang),
        Bind::Nothing => subject.sign(Sign::OtherMatters).to_owned(),
        Bind::Back => subject.sign(Sign::BackTo).to_owned(),
    }
}
