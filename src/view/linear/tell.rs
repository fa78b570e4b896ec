//! Rows, records and screens in sentences: what any seat is told, whoever sits there.

use std::ops::Range;

use super::past;
use crate::app::rows::{self, Stop};
use crate::app::{Screen, line};
use crate::judge::Light;
use crate::ledger::{About, AgendaItem, Edit, ItemState, RecordId, sentence};
use crate::plan::{Found, Place, Section, Target};
use crate::view::records;
use crate::view::status;
use crate::view::story;
use crate::view::subject::{Subject, names};
use crate::words::linear::{Line, Told};
use crate::words::{Label, Lang, Seen, Sign};

/// Parts behind each other and a stop.
pub fn full(parts: &[String], lang: Lang) -> String {
    let parts: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|p| !p.is_empty()).collect();
    let text = parts.join(Line::Comma.text(lang));
    let ends = text.ends_with(['。', '.', '！', '？', '!', '?']);
    if ends || text.is_empty() { text } else { text + Line::Stop.text(lang) }
}

/// Where one is: the item and who answers for it, or the name of the screen.
pub fn head(subject: Subject<'_>) -> Vec<String> {
    let lang = subject.lang();
    match subject.seat.screen() {
        Screen::Meeting => item(subject),
        Screen::Task { place, .. } => {
            let title = subject.session.plan.find(*place).map_or("", |found| found.title());
            let mut lines = vec![full(&[format!("{place} {title}")], lang)];
            lines.push(full(&who(subject, *place), lang));
            lines
        }
        Screen::Register(register) => {
            let count = register.ids.len().to_string();
            let parts = [
                status::title(subject),
                register.field.text().to_owned(),
                Seen::Listed { count }.text(lang),
                register.unclear.as_ref().map(|why| why.text(lang)).unwrap_or_default(),
            ];
            vec![full(&parts, lang)]
        }
        Screen::Story { of, .. } => {
            vec![full(&[status::title(subject), story::whose(subject, of)], lang)]
        }
        _ => vec![full(&[status::title(subject)], lang)],
    }
}

/// The item that is on.
fn item(subject: Subject<'_>) -> Vec<String> {
    let lang = subject.lang();
    let meeting = subject.session.meeting();
    let item = line::item(subject.session, subject.seat);
    let rows = line::rows(subject.session, subject.seat);
    let number = subject.seat.line.item.unwrap_or_default().to_string();
    let all = meeting.map_or(0, |meeting| meeting.agenda.len()).to_string();
    let count = Seen::Of { shown: number, all }.text(lang);
    let title = match (rows.as_slice(), item) {
        ([place], _) => {
            let title = subject.session.plan.find(*place).map_or("", |found| found.title());
            format!("{place} {title}")
        }
        (_, Some(item)) => item.title.clone(),
        (_, None) => String::new(),
    };
    let restricted = item.filter(|item| item.restricted).map(|_| subject.sign(Sign::Restricted));
    // An item that is told of has come up, or nobody asks yet how far it is.
    let known = item.filter(|item: &&AgendaItem| item.state != ItemState::Ahead);
    let state = known.map(|item| item.state.word().text(lang));
    let first = [
        pair(subject.label(Label::Item), &format!("{count} {title}"), lang),
        state.unwrap_or_default().to_owned(),
        restricted.unwrap_or_default().to_owned(),
    ];
    let mut lines = vec![full(&first, lang)];
    if let [place] = rows.as_slice() {
        lines.push(full(&who(subject, *place), lang));
    }
    lines
}

/// Who answers for a row, and how it stands.
fn who(subject: Subject<'_>, place: Place) -> Vec<String> {
    let lang = subject.lang();
    let (lead, _) = subject.row_lead(place);
    let support = subject.session.assignment(place).map(|now| names(&now.support));
    let light = subject.session.verdict(place).and_then(|verdict| verdict.light);
    vec![
        pair(subject.label(Label::Lead), &lead, lang),
        pair(subject.label(Label::Support), &support.unwrap_or_default(), lang),
        pair(subject.label(Label::State), light.map_or("", |l| l.word().text(lang)), lang),
        subject.session.reason(place, lang).unwrap_or_default(),
    ]
}

/// The rows of a screen from one on, each under its heading.
pub fn rows(subject: Subject<'_>, from: usize, most: usize) -> Vec<String> {
    if let Screen::Meeting = subject.seat.screen() {
        return meeting(subject, most, |_| true);
    }
    listed(subject, from, most, |rows| told(subject, rows))
}

/// The same, each row said in a way of one's own.
pub fn listed(
    subject: Subject<'_>,
    from: usize,
    most: usize,
    say: impl Fn(Range<usize>) -> Vec<String>,
) -> Vec<String> {
    let (session, lang, screen) = (subject.session, subject.lang(), subject.seat.screen());
    let (mut lines, mut left) = (Vec::new(), most);
    let panes = rows::panes(session, screen);
    let end = panes.last().map_or(0, |pane| pane.rows.end);
    if end == 0 {
        return say(0..0);
    }
    for pane in panes.iter().filter(|pane| pane.rows.end > from) {
        if left == 0 {
            break;
        }
        let (what, count) = (subject.label(pane.label).to_owned(), pane.rows.len().to_string());
        // A story has its meetings for headings.
        if pane.rows.start >= from && !matches!(screen, Screen::Story { .. }) {
            lines.push(Told::Heading { what, count }.text(lang));
        }
        let own = pane.rows.start.max(from)..pane.rows.end;
        let count = own.len().min(left);
        lines.extend(say(own.start..own.start + count));
        left -= count;
    }
    let shown = most - left;
    if let Some(count) = end.checked_sub(from + shown).filter(|count| *count > 0) {
        lines.push(Told::More { count: count.to_string() }.text(lang));
    }
    lines
}

/// The rows of a screen of those numbers; where the past is told, whatever can be said of it.
pub fn told(subject: Subject<'_>, rows: Range<usize>) -> Vec<String> {
    match subject.seat.screen() {
        Screen::Story { of, .. } => past::story(subject, of, rows),
        Screen::Compare(compare) => past::changes(subject, compare, rows),
        screen => {
            let stops = rows.filter_map(|at| rows::at(subject.session, screen, at));
            stops.map(|at| stop(subject, &at)).collect()
        }
    }
}

/// The targets of the item, what earlier meetings left open on it, and those records of this one that
/// are wanted.
pub fn meeting(
    subject: Subject<'_>,
    most: usize,
    wanted: impl Fn(&RecordId) -> bool,
) -> Vec<String> {
    let (session, lang) = (subject.session, subject.lang());
    let mut lines = Vec::new();
    let places = line::rows(session, subject.seat);
    let targets = places.iter().flat_map(|place| crate::app::look::targets_at(session, *place));
    let targets = targets.take(most).map(|place| stop(subject, &Stop::Row(place)));
    lines.extend(under(subject.label(Label::Targets), targets.collect(), lang));
    let open = subject.state().id();
    let (earlier, mut now): (Vec<RecordId>, Vec<RecordId>) =
        line::walkable(session, subject.seat).into_iter().partition(|id| id.snapshot != open);
    now.retain(wanted);
    let newest = |ids: &[RecordId]| {
        let first = ids.len().saturating_sub(most);
        ids[first..].iter().map(|id| record(subject, id)).collect::<Vec<_>>()
    };
    lines.extend(under(subject.sign(Sign::Open), newest(&earlier), lang));
    lines.extend(under(subject.label(Label::Records), newest(&now), lang));
    if now.is_empty() {
        lines.push(full(&[subject.sign(Sign::NoRecords).to_owned()], lang));
    }
    lines
}

/// Lines under a heading that says how many they are; nothing for none.
fn under(what: &str, lines: Vec<String>, lang: Lang) -> Vec<String> {
    if lines.is_empty() {
        return lines;
    }
    let count = lines.len().to_string();
    std::iter::once(Told::Heading { what: what.to_owned(), count }.text(lang))
        .chain(lines)
        .collect()
}

/// Anything that a cursor can stand on, in one sentence.
pub fn stop(subject: Subject<'_>, stop: &Stop) -> String {
    let lang = subject.lang();
    match stop {
        Stop::Row(place) => row(subject, *place),
        Stop::Decision(id) | Stop::Record(id) => record(subject, id),
        Stop::Item(number) => {
            let item = subject.session.agenda().and_then(|agenda| agenda.get(number));
            let title = item.map_or("", |item| item.title.as_str());
            full(&[format!("{number} {title}")], lang)
        }
        Stop::Prepared(number, nth) => {
            let item = subject.session.agenda().and_then(|agenda| agenda.get(number));
            let text = item.and_then(|item| item.prepared.get(*nth)).cloned();
            full(&[subject.label(Label::Prepared).to_owned(), text.unwrap_or_default()], lang)
        }
        Stop::Party(party) => full(&[party.to_string()], lang),
        Stop::Command(what) => full(&[what.text(lang).to_owned()], lang),
    }
}

fn row(subject: Subject<'_>, place: Place) -> String {
    let lang = subject.lang();
    match subject.session.plan.find(place) {
        Some(Found::Section(section)) => section_line(subject, section),
        Some(Found::Task(task)) => {
            let mut parts = vec![format!("{} {}", task.id, task.title)];
            let (lead, _) = subject.row_lead(place);
            parts.push(pair(subject.label(Label::Lead), &lead, lang));
            parts.push(light(subject, place).unwrap_or_default());
            full(&parts, lang)
        }
        Some(Found::Measure(measure)) => full(&[format!("{} {}", measure.id, measure.text)], lang),
        Some(Found::Target(target)) => full(&target_parts(subject, target), lang),
        None => String::new(),
    }
}

/// A measure or a target with how it came to its light.
pub fn row_with_reason(subject: Subject<'_>, place: Place) -> Vec<String> {
    let reason = subject.session.reason(place, subject.lang()).unwrap_or_default();
    vec![row(subject, place), full(&[reason], subject.lang())]
}

fn section_line(subject: Subject<'_>, section: &Section) -> String {
    let lang = subject.lang();
    let mut parts = vec![format!("{} {}", section.id, section.title)];
    let count = section.tasks.len().to_string();
    parts.push(pair(subject.label(Label::Task), &Seen::Tasks { count }.text(lang), lang));
    if let Some(tally) = subject.session.verdicts.tally(section.id) {
        let lit = Light::ALL.into_iter().filter(|light| tally.of(*light) > 0);
        parts.extend(lit.map(|light| {
            let (gap, count) = (light.word().text(lang), tally.of(light).to_string());
            pair(gap, &count, lang)
        }));
    }
    full(&parts, lang)
}

fn target_parts(subject: Subject<'_>, target: &Target) -> Vec<String> {
    let lang = subject.lang();
    let latest = subject.latest_value(target);
    let latest = match subject.latest_period(target) {
        months if months.is_empty() => latest,
        months => Seen::ReadingOf { value: latest, months }.text(lang),
    };
    vec![
        format!("{} {}", target.id, target.metric),
        pair(subject.label(Label::Goal), &subject.goal(target), lang),
        pair(subject.label(Label::Latest), &latest, lang),
        light(subject, target.id).unwrap_or_default(),
    ]
}

fn light(subject: Subject<'_>, place: Place) -> Option<String> {
    let light = subject.verdict(place)?.light?;
    Some(light.word().text(subject.lang()).to_owned())
}

/// A record: a decision with who and by when, anything else as it says of itself.
pub fn record(subject: Subject<'_>, id: &RecordId) -> String {
    let lang = subject.lang();
    let state = subject.state();
    let Some((made, standing)) = state.ledger.decisions.get(id).zip(state.standing(id)) else {
        let records = subject.session.index.records();
        let edit = records.iter().find(|edit| edit.record() == Some(id));
        let said = edit.map(|edit| subject.said(edit)).unwrap_or_default();
        return full(&[said], lang);
    };
    let number = if subject.session.is_open(&id.snapshot) {
        let kind = made.kind.word().text(lang).to_owned();
        Seen::Numbered { kind, number: id.number.to_string() }.text(lang)
    } else {
        subject.record(id)
    };
    let text = sentence::answered(made, &standing.text, lang);
    let text = text.trim_end_matches(['。', '.']);
    let mut parts = vec![format!("{number} {text}")];
    parts.extend(records::who(subject, id, &standing).iter().map(|piece| {
        let (label, text) = piece.parts();
        pair(label, text, lang)
    }));
    parts.extend(subject.extended(&standing));
    let judged = subject.session.judged(id).and_then(|verdict| verdict.light);
    parts.push(match judged {
        _ if standing.is_over() => standing.stage.word().text(lang).to_owned(),
        Some(light) => light.word().text(lang).to_owned(),
        None => String::new(),
    });
    full(&parts, lang)
}

/// A decision, why it stands so, and everything that happened to it.
pub fn decision_with_life(subject: Subject<'_>, id: &RecordId) -> Vec<String> {
    let (lang, state) = (subject.lang(), subject.state());
    let mut lines = vec![record(subject, id)];
    let reason = subject.session.reason_of(id, lang).unwrap_or_default();
    lines.push(full(&[reason], lang));
    lines.extend(state.life(id).iter().skip(1).map(|moment| {
        let day = moment.on.map(|day| subject.day(day)).unwrap_or_default();
        full(&[format!("{day} {}", sentence::of_event(moment, lang))], lang)
    }));
    lines
}

/// A record that just came, with the time at which it was saved.
pub fn event(subject: Subject<'_>, edit: &Edit) -> String {
    let history = subject.session.open.as_ref();
    let at = history.zip(edit.record()).and_then(|(history, id)| history.time_of(id));
    let what = match (edit, edit.record()) {
        (Edit::Decision(_), Some(id)) => record(subject, id),
        _ => full(&[subject.said(edit)], subject.lang()),
    };
    match at {
        Some(at) => Told::At { time: at.format("%H:%M").to_string(), what }.text(subject.lang()),
        None => what,
    }
}

/// A row or a decision by its number and short name; a measure has none but its whole sentence.
pub fn about(subject: Subject<'_>, about: &About) -> String {
    match about {
        About::Row(row) => match subject.session.plan.find(row.place) {
            Some(Found::Measure(measure)) => measure.id.to_string(),
            _ => subject.about(about),
        },
        About::Decision(_) => subject.about(about),
    }
}

/// A word with what it labels; nothing for nothing. What is missing names itself: 缺牵头.
pub fn pair(what: &str, text: &str, lang: Lang) -> String {
    if text.is_empty() || text.contains(what) {
        return text.to_owned();
    }
    Told::Pair { what: what.to_owned(), text: text.to_owned() }.text(lang)
}
