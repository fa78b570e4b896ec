//! 议题: the fields of one item, a line prepared for it, and why it is skipped.

use super::{decide, parties};
use crate::app::act::{self, Acted};
use crate::app::agenda::prepared::split;
use crate::app::agenda::{Agenda, build, order};
use crate::app::{Field, Form, Purpose, Screen, Seat, Session, Stop, key, look};
use crate::ledger::{AgendaItem, ItemState};
use crate::words::{Label, Lang, Notice};

/// The form of an item.
pub(super) fn begin(session: &Session, seat: &mut Seat, number: u16) {
    let item = session.agenda().and_then(|agenda| agenda.get(&number)).cloned().unwrap_or_default();
    open(seat, Purpose::Item { number: Some(number), behind: None }, &item);
}

/// The form of a new item behind another.
pub(super) fn begin_new(session: &Session, seat: &mut Seat, behind: Option<u16>, title: &str) {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let behind = behind.filter(|number| session.agenda().is_some_and(|a| a.contains_key(number)));
    let item = AgendaItem { title, ..AgendaItem::default() };
    open(seat, Purpose::Item { number: None, behind }, &item);
}

/// The form of a prepared line, new or there already.
pub(super) fn begin_line(seat: &mut Seat, number: u16, line: Option<usize>, text: &str) {
    let fields = vec![(Label::Prepared, Field::new(text))];
    seat.open(Screen::Form(Form::new(Purpose::Prepare { number, line }, fields)));
}

/// The form that asks why an item is skipped.
pub(super) fn begin_skip(seat: &mut Seat, number: u16) {
    let fields = vec![(Label::Reason, Field::default())];
    seat.open(Screen::Form(Form::new(Purpose::Skip { number }, fields)));
}

fn open(seat: &mut Seat, purpose: Purpose, item: &AgendaItem) {
    let rows: Vec<String> = item.rows.iter().map(|row| row.place.to_string()).collect();
    let office = item.office.as_ref().map_or("", |office| office.name());
    let minutes = item.minutes.map_or_else(String::new, |minutes| minutes.to_string());
    let is_there = matches!(purpose, Purpose::Item { number: Some(_), .. });
    let mut fields = vec![
        (Label::Title, Field::new(&item.title)),
        (Label::Rows, Field::new(&rows.join(" "))),
        (Label::Office, Field::new(office)),
        (Label::Presenter, Field::new(&item.presenter)),
        (Label::Minutes, Field::new(&minutes)),
        (Label::Reason, Field::new(&item.reason)),
    ];
    if is_there {
        fields.push((Label::InPapers, Field::new(&item.in_papers)));
    }
    seat.open(Screen::Form(Form::new(purpose, fields)));
}

/// Puts the item onto the agenda, or what became of it.
pub(super) fn confirm(
    session: &mut Session,
    form: &Form,
    (number, behind): (Option<u16>, Option<u16>),
    lang: Lang,
) -> Acted {
    let was = number.and_then(|number| session.agenda()?.get(&number).cloned());
    let item = read(session, form, was.unwrap_or_default())?;
    if let Some(number) = number {
        return act::set_item(session, number, item);
    }
    act::set_agenda(session, &added(session, item, behind, lang))
}

/// A new item is what one goes on with: its minutes, its place, its lines.
pub(super) fn stand_at_new(session: &Session, seat: &mut Seat, form: &Form) {
    let is_new = matches!(form.purpose, Purpose::Item { number: None, .. });
    let agenda = session.agenda().filter(|_| is_new);
    let title = form.text(Label::Title);
    let of_title = |(_, item): &(&u16, &AgendaItem)| item.title == title;
    let number = agenda.and_then(|agenda| agenda.iter().rfind(of_title)).map(|(n, _)| *n);
    if let (Some(number), Screen::Agenda { .. }) = (number, seat.screen()) {
        look::stand_at(session, seat, &Stop::Item(number));
    }
}

/// The agenda with one more item. The first item that is put on an empty one brings with it what comes
/// back by itself.
pub fn added(session: &Session, item: AgendaItem, behind: Option<u16>, lang: Lang) -> Agenda {
    let mut agenda = session.agenda().cloned().unwrap_or_default();
    if agenda.is_empty() {
        agenda = (1..).zip(build::standing(session, "", lang)).collect();
    }
    order::with(&agenda, behind, item, &order::fixed(session)).0
}

/// Puts a line under an item, or what became of it; an empty one goes.
pub(super) fn confirm_line(
    session: &mut Session,
    form: &Form,
    number: u16,
    line: Option<usize>,
) -> Acted {
    let mut item = session.agenda().and_then(|agenda| agenda.get(&number)).cloned();
    let item = item.as_mut().ok_or_else(|| Notice::NoSuchItem { number: number.to_string() })?;
    let text = split(form.text(Label::Prepared));
    match line {
        Some(line) if line < item.prepared.len() => drop(item.prepared.splice(line..=line, text)),
        _ if text.is_empty() => return Err(Notice::Empty),
        _ => item.prepared.extend(text),
    }
    act::set_item(session, number, item.clone())
}

/// Skips an item once: it comes back next time, with the reason.
pub(super) fn confirm_skip(session: &mut Session, form: &Form, number: u16) -> Acted {
    let reason = form.text(Label::Reason);
    if reason.is_empty() {
        return Err(Notice::Empty);
    }
    let item = session.agenda().and_then(|agenda| agenda.get(&number)).cloned();
    let item = item.ok_or_else(|| Notice::NoSuchItem { number: number.to_string() })?;
    let item = AgendaItem { state: ItemState::Carried, reason: reason.into(), ..item };
    act::set_item(session, number, item)
}

fn read(session: &Session, form: &Form, was: AgendaItem) -> Result<AgendaItem, Notice> {
    let rows = decide::places(session, form.text(Label::Rows))?;
    let rows: Vec<_> = rows.into_iter().map(|place| session.plan.row(place)).collect();
    let title = match (form.text(Label::Title), rows.as_slice()) {
        ("", [row, ..]) => row.title.clone(),
        ("", []) => return Err(Notice::Empty),
        (title, _) => title.to_owned(),
    };
    let office = parties(session, form.text(Label::Office))?.into_iter().next();
    let office = office.or_else(|| {
        let row = rows.first().filter(|_| was.rows != rows)?;
        session.assignment(row.place)?.lead.first().cloned()
    });
    Ok(AgendaItem {
        title,
        rows,
        office,
        presenter: form.text(Label::Presenter).into(),
        minutes: minutes(form.text(Label::Minutes))?,
        reason: form.text(Label::Reason).into(),
        in_papers: form.text(Label::InPapers).into(),
        ..was
    })
}

/// Whole minutes, also as `10分`.
pub fn minutes(text: &str) -> Result<Option<u16>, Notice> {
    let plain: String = text.chars().map(key::twin).collect();
    let digits = plain.trim().trim_end_matches("分钟").trim_end_matches('分').trim();
    if digits.is_empty() {
        return Ok(None);
    }
    let minutes = digits.parse().ok().filter(|minutes| (1..=MOST).contains(minutes));
    minutes.map(Some).ok_or_else(|| Notice::NotMinutes { text: text.into() })
}

/// A day of meeting.
const MOST: u16 = 600;
