//! What frames every screen: the header, the status line and the keys at the foot.
//!
//! The header says where one is and what is open; the status line says whether it is saved. A
//! warning that needs a hand stays in front of whatever else is said.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::foot::{self, Most};
use super::strip;
use super::style::Role;
use super::subject::Subject;
use super::width::Ruler;
use crate::app::form::Purpose;
use crate::app::mend::Sealed;
use crate::app::page::reviews;
use crate::app::taste::Hints;
use crate::app::{Cast, Key, Keymap, Screen, command};
use crate::ledger::{Edit, Held, sentence};
use crate::plan::Place;
use crate::words::tip::TipSays;
use crate::words::{Do, Gap, GuestSays, Label, Lang, Notice, Seen, Sign};

/// From this width on there is room for whole names.
pub const WIDE: u16 = 100;

/// The top line: plan, screen, meeting, saved or not.
pub fn header(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) {
    let (saved, role) = kept(subject);
    top(pen, area, subject, (saved, role, area.width / 3));
}

/// The top line with what stands at its right end, in what role and within how many columns.
pub fn top(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, end: (&str, Role, u16)) {
    let (said, role, room) = end;
    let mut right = area.right().saturating_sub(1);
    right = pen.text_before((right, area.y), room, said, role);
    if let Some(meeting) = meeting(subject, area.width >= WIDE) {
        right = right.saturating_sub(2);
        right = pen.text_before((right, area.y), area.width / 2, meeting, Role::Plain);
    }
    let end = right.saturating_sub(2);
    let mut x = area.x + 1;
    let mut write = |text: &str, role| {
        let room = end.saturating_sub(x);
        x += pen.text((x, area.y), room, text, role) + 2;
    };
    if area.width >= 80 {
        write(subject.session.plan.name(), Role::Plain);
    }
    if subject.session.plan.rehearsal {
        write(subject.label(Label::Rehearsal), Role::Behind);
    }
    write(&title(subject), Role::Title);
}

/// The foot of a screen: what was said last, or how it stands, between a rule and the keys. Gives how many of its
/// three lines that took.
pub fn foot(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) -> u16 {
    let said = told(subject);
    let most = if subject.seat.notice.is_some() { Most::All } else { Most::ButTheKeys };
    if most == Most::All || !foot::fits(pen, area.width, &said) {
        return foot::tell(pen, area, &said, most);
    }
    status(pen, Rect { y: area.y + 1, height: 1, ..area }, subject);
    1
}

/// The same in one line.
pub fn status(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) {
    let said = match &subject.seat.notice {
        Some(_) => told(subject),
        None => hinted(pen.ruler(), subject, (in_front(subject), area.width)),
    };
    foot::one_line(pen, area, &fitting(pen.ruler(), said, area.width.saturating_sub(1)));
}

/// What was said last, behind what stands before it.
fn told(subject: Subject<'_>) -> Vec<(String, Role)> {
    let role = if subject.seat.alarm { Role::Alarm } else { Role::Saved };
    let said = subject.seat.notice.as_ref().map(|notice| (subject.says(notice), role));
    let again = |text: &str| said.as_ref().is_some_and(|(said, _)| said == text);
    let before = in_front(subject).into_iter().filter(|(text, _)| !again(text));
    before.collect::<Vec<_>>().into_iter().chain(said).collect()
}

/// What finds room beside each other. What only tells goes before what is to be mended, the last first.
fn fitting(ruler: Ruler, said: Vec<(String, Role)>, width: u16) -> Vec<(String, Role)> {
    let mut said = said;
    let columns = |said: &[(String, Role)]| {
        said.iter().map(|(text, _)| ruler.columns(text) + 2).sum::<usize>().saturating_sub(2)
    };
    while said.len() > 1 && columns(&said) > usize::from(width) {
        let tells = said.iter().skip(1).rposition(|(_, role)| *role == Role::Plain);
        said.remove(tells.map_or(said.len() - 1, |at| at + 1));
    }
    said
}

/// What stands before whatever else is said.
fn in_front(subject: Subject<'_>) -> Vec<(String, Role)> {
    let mut said = Vec::new();
    said.extend(banner(subject).map(|banner| (banner, Role::Alarm)));
    let cast = subject.seat.cast;
    let told = matches!(subject.seat.notice, Some(Notice::CastNow { .. }));
    if cast != Cast::Full && !told && subject.session.meeting().is_some() {
        let how = cast.word().text(subject.lang()).to_owned();
        said.push((Notice::CastNow { how }.text(subject.lang()), Role::Behind));
    }
    let unsent = subject.seat.line.unsent.len();
    if unsent > 0 {
        let count = unsent.to_string();
        said.push((Seen::Unsent { count }.text(subject.lang()), Role::Alarm));
    }
    said
}

/// How it stands, with the hint of this start behind it. What finds no room together loses the rule and what
/// is over, then the hint; what stands open is never left out for it.
fn hinted(
    ruler: Ruler,
    subject: Subject<'_>,
    (in_front, width): (Vec<(String, Role)>, u16),
) -> Vec<(String, Role)> {
    let all: Vec<_> = in_front.into_iter().chain(standing(subject)).collect();
    let Some(tip) = subject.seat.tip else { return all };
    let what = subject.says(&tip);
    let hint = (subject.says(&TipSays::Hint { what }), Role::Hint);
    let off = (subject.says(&TipSays::Off), Role::Hint);
    let fits = |said: &[(String, Role)]| {
        let columns = said.iter().map(|(text, _)| ruler.columns(text) + 2).sum::<usize>();
        columns <= usize::from(width)
    };
    // The rule stands last; where nothing is open the rest only tells what was.
    let ruled = all[..all.len().saturating_sub(1)].to_vec();
    let open = subject.session.open.is_some();
    let matters = |(_, role): &&(String, Role)| open || *role != Role::Plain;
    let least: Vec<_> = ruled.iter().filter(matters).cloned().collect();
    let kept = [(&all, true), (&all, false), (&ruled, false), (&least, true), (&least, false)];
    let mut said = kept.into_iter().map(|(before, with_off)| {
        let off = with_off.then(|| off.clone());
        before.iter().cloned().chain([hint.clone()]).chain(off).collect::<Vec<_>>()
    });
    said.find(|said| fits(said)).unwrap_or_else(|| all.clone())
}

/// The last line: keys that do something here. A box over the screen has the keys and says its own.
pub fn footer(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) {
    if subject.seat.over.is_some() || subject.seat.looks.is_some() {
        return;
    }
    let lang = subject.lang();
    if subject.seat.taste.hints == Hints::Hidden {
        return;
    }
    // F1 to F5 are enough to begin with, and F4 has the others.
    let first = |what: Do| matches!(Keymap::default().first(what), Some(Key::F(1..=5)));
    let offers = command::footer(subject.session, subject.seat).into_iter();
    let offers = offers.filter(|offer| !subject.is_cared_for() || first(offer.command));
    let offers = offers.filter_map(|offer| Some((offer.key?, offer.command.text(lang))));
    strip::keys(pen, area, lang, offers);
}

/// The name of what is shown.
pub fn title(subject: Subject<'_>) -> String {
    let lang = subject.lang();
    if subject.seat.looks.is_some() {
        return Do::Looks.text(lang).to_owned();
    }
    let text = match subject.seat.screen() {
        Screen::Overview { .. } => Do::Overview.text(lang),
        Screen::Tasks { section, .. } => return tasks(subject, *section),
        Screen::Task { place, .. } => return subject.row(*place),
        Screen::Meeting => Do::Meeting.text(lang),
        Screen::Form(form) => purpose(&form.purpose, lang),
        Screen::Pasted(_) => Label::Pasted.text(lang),
        Screen::Reviews { .. } => Do::Reviews.text(lang),
        Screen::Pending { .. } => Do::Pending.text(lang),
        Screen::ReadBack { .. } => Do::ReadBack.text(lang),
        Screen::Preview(preview) => {
            return format!("{} {}", Do::Preview.text(lang), preview.paper.name(lang));
        }
        Screen::SignIn { .. } => Do::SignIn.text(lang),
        Screen::Gate { .. } => Label::Closing.text(lang),
        Screen::Join { .. } => Do::Join.text(lang),
        Screen::Office { party, .. } => return party.to_string(),
        Screen::Account { .. } => Do::Account.text(lang),
        Screen::Register(_) => Do::Register.text(lang),
        Screen::Compare(_) => Do::Compare.text(lang),
        Screen::Story { .. } => Do::Story.text(lang),
        Screen::Lists { .. } => Do::Before.text(lang),
        Screen::Agenda { .. } => Do::Agenda.text(lang),
        Screen::Division(_) => Do::Assign.text(lang),
        Screen::Figures(_) => Do::Figures.text(lang),
        Screen::Help { .. } => Do::Help.text(lang),
    };
    text.to_owned()
}

/// The list of tasks: of which section, and how many rows are marked in it.
fn tasks(subject: Subject<'_>, section: Option<Place>) -> String {
    let lang = subject.lang();
    let mut parts = vec![Do::Tasks.text(lang).to_owned()];
    parts.extend(section.map(|place| subject.row(place)));
    let marked = subject.seat.marks.len();
    if marked > 0 {
        parts.push(Seen::Marked { count: marked.to_string() }.text(lang));
    }
    parts.join(" ")
}

/// What a form is for, in a word.
pub fn purpose(purpose: &Purpose, lang: Lang) -> &'static str {
    match purpose {
        Purpose::Open => Label::NewMeeting.text(lang),
        Purpose::Decide { .. } => Do::Decide.text(lang),
        Purpose::Read { .. } => Do::Read.text(lang),
        Purpose::Light { .. } => Do::Light.text(lang),
        Purpose::Assign { .. } => Do::Assign.text(lang),
        Purpose::Account { .. } => Do::Account.text(lang),
        Purpose::Item { .. } => Label::Item.text(lang),
        Purpose::Prepare { .. } => Label::Prepared.text(lang),
        Purpose::Skip { .. } => Label::Skip.text(lang),
        Purpose::Attend { .. } => Do::SignIn.text(lang),
        Purpose::Figures => Do::Figures.text(lang),
        Purpose::Revise { .. } => Label::Revise.text(lang),
        Purpose::Identity => Label::Committer.text(lang),
        Purpose::Follow { deed, .. } => deed.text(lang),
        Purpose::Sheet { .. } => Do::Sheet.text(lang),
        Purpose::Correct { of: Sealed::Meeting(_) } => Do::CorrectMeeting.text(lang),
        Purpose::Correct { .. } => Do::Correct.text(lang),
        Purpose::Sign => Do::Sign.text(lang),
        Purpose::Dispute { .. } => Do::Join.text(lang),
        Purpose::Amend { .. } => Do::Amend.text(lang),
    }
}

/// Whether everything is on disk, in a word.
fn kept(subject: Subject<'_>) -> (&'static str, Role) {
    let keeping = &subject.session.keeping;
    let (sign, role) = if keeping.failed.is_some() {
        (Sign::Unsaved, Role::Alarm)
    } else if keeping.read_only.is_some() && subject.state().joining().is_none() {
        (Sign::ReadOnly, Role::Behind)
    } else if keeping.closing.is_some() {
        (Sign::Sealing, Role::Strong)
    } else if !keeping.pending.is_empty() {
        (Sign::Saving, Role::Strong)
    } else if keeping.uncommitted.is_some() {
        (Sign::NotCommitted, Role::Behind)
    } else {
        (Sign::Saved, Role::Plain)
    };
    (subject.sign(sign), role)
}

/// What stays in front until it is mended.
fn banner(subject: Subject<'_>) -> Option<String> {
    let (keeping, lang) = (&subject.session.keeping, subject.lang());
    if subject.seat.alarm {
        return None; // the notice says it already
    }
    if let Some(why) = &keeping.failed {
        return Some(Notice::NotSaved { why: why.clone() }.text(lang));
    }
    // Where two lines are joined the page says it, and what was done is said here.
    let joins =
        matches!(subject.seat.screen(), Screen::Join { .. }) && subject.session.fork.is_some();
    if let Some(why) = keeping.read_only.as_ref().filter(|_| !joins) {
        return Some(Notice::ReadOnly { why: why.clone() }.text(lang));
    }
    keeping.uncommitted.as_ref().map(|_| subject.sign(Sign::NotCommitted).to_owned())
}

/// The meeting of the header.
pub(super) fn meeting(subject: Subject<'_>, whole: bool) -> Option<String> {
    let meeting = subject.session.meeting()?;
    let (number, series) = (meeting.number.to_string(), meeting.series.clone());
    let seen = if whole { Seen::Held { number, series } } else { Seen::HeldShort { number } };
    let now = if meeting.is_adjourned() { Sign::Adjourned } else { Sign::InSession };
    Some(format!("{} {}", seen.text(subject.lang()), subject.sign(now)))
}

/// How what is open stands: saved when, what it is, its counts, what its records lack.
pub(super) fn standing(subject: Subject<'_>) -> Vec<(String, Role)> {
    let lang = subject.lang();
    let Some(history) = &subject.session.open else {
        let sealed = sentence::of_held(&subject.session.sealed.kind, lang);
        let last = subject.last_rate().map(|rate| (rate, Role::Plain));
        let lacking = lacking(subject).into_iter().map(|text| (text, Role::Behind));
        let said = std::iter::once((sealed, Role::Plain)).chain(last).chain(lacking);
        return said.chain([rule(subject)]).collect();
    };
    let mut said = Vec::new();
    let keeping = &subject.session.keeping;
    let kept = keeping.pending.is_empty() && keeping.failed.is_none();
    if let Some(step) = history.steps().last().filter(|_| kept) {
        let time = step.at.format("%H:%M").to_string();
        said.push((Seen::SavedAt { time }.text(lang), Role::Saved));
    }
    let made = |what: fn(&Edit) -> bool| {
        subject.session.index.records().iter().filter(|edit| what(edit)).count().to_string()
    };
    if matches!(history.open.kind, Held::Meeting(_)) {
        said.push((
            Seen::Decisions { count: made(|edit| matches!(edit, Edit::Decision(_))) }.text(lang),
            Role::Plain,
        ));
    } else {
        said.push((sentence::of_held(&history.open.kind, lang), Role::Plain));
        if let Some(agenda) = subject.session.agenda().filter(|agenda| !agenda.is_empty()) {
            let count = agenda.len().to_string();
            said.push((Seen::AgendaReady { count }.text(lang), Role::Plain));
        }
    }
    said.push((
        Seen::Readings { count: made(|edit| matches!(edit, Edit::Reading(_))) }.text(lang),
        Role::Plain,
    ));
    let here = reviews::present(subject.session).count();
    if here > 0 {
        said.push((GuestSays::Here { count: here.to_string() }.text(lang), Role::Plain));
    }
    let waiting = reviews::waiting(subject.session).count();
    if waiting > 0 {
        let count = waiting.to_string();
        said.push((subject.says(&GuestSays::Unanswered { count }), Role::Behind));
    }
    said.extend(lacking(subject).into_iter().map(|text| (text, Role::Behind)));
    said.push(rule(subject));
    said
}

/// By which rule the lights are judged.
fn rule(subject: Subject<'_>) -> (String, Role) {
    let name = subject.session.rule.shown(subject.lang()).to_owned();
    (Seen::Rule { name }.text(subject.lang()), Role::Plain)
}

/// The gaps as the status line counts them, what is missing before what is only odd.
const ORDER: [Gap; 4] = [Gap::NoLead, Gap::NoDue, Gap::AssumedLead, Gap::AssumedDue];

/// What the meeting lacks, each with its count, and what is still to be settled.
pub fn lacking(subject: Subject<'_>) -> Vec<String> {
    let mut counts: Vec<(Gap, usize)> = Vec::new();
    for gap in subject.session.gaps() {
        match counts.iter_mut().find(|(kind, _)| *kind == gap.kind) {
            // The agenda says how many items are left, and that of earlier meetings is counted below.
            _ if matches!(gap.kind, Gap::NotDiscussed | Gap::Pending) => {}
            Some((_, count)) => *count += 1,
            None => counts.push((gap.kind, 1)),
        }
    }
    let order = |kind| ORDER.iter().position(|of| *of == kind).unwrap_or(ORDER.len());
    counts.sort_by_key(|(kind, _)| order(*kind));
    let pending = subject.session.index.pending().len();
    if pending > 0 {
        counts.push((Gap::Pending, pending));
    }
    let text = |(gap, count): (Gap, usize)| {
        let gap = gap.text(subject.lang()).to_owned();
        Seen::Lacking { gap, count: count.to_string() }.text(subject.lang())
    };
    counts.into_iter().map(text).collect()
}
