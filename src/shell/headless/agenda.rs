//! The agenda without the screen: what is gone through, prepared before the meeting or changed in it.

use super::hand::{Hand, look, refusal, usage};
use super::layout::page;
use super::{Answer, name};
use crate::app::agenda::prepared::split;
use crate::app::agenda::{Agenda, Toward, build, order, planned};
use crate::app::page::item::{added, minutes};
use crate::app::{Session, act};
use crate::format::{csv, json};
use crate::judge::{Lists, Point, Subject};
use crate::ledger::{AgendaItem, ItemState, Used, sentence};
use crate::plan::Party;
use crate::shell::args::{Agenda as Asked, Format, NewItem, Settings};
use crate::shell::failure::Failure;
use crate::shell::table;
use crate::words::printed::{Printed, Refused};
use crate::words::{Label, Lang, Notice, Seen, Sign};

/// `agenda`, and what follows it.
pub fn agenda(settings: &Settings, asked: &Asked) -> Result<Answer, Failure> {
    let lang = settings.lang;
    match asked {
        Asked::Show => show(settings),
        Asked::Lists => lists(settings),
        Asked::Build => change(settings, |session| Ok(build::from_lists(session, "", lang))),
        Asked::Add(item) => {
            change(settings, |session| Ok(added(session, new_item(session, item)?, None, lang)))
        }
        Asked::Remove(number) => change(settings, |session| removed(session, *number)),
        Asked::Move { from, to } => change(settings, |session| moved(session, *from, *to)),
        Asked::State { number, state, reason } => change(settings, |session| {
            let reason = reason.clone().unwrap_or_default();
            with_item(session, *number, |item| AgendaItem { state: *state, reason, ..item })
        }),
        Asked::Prepare { number, lines } => {
            let lines = prepared(lines, lang)?;
            change(settings, |session| {
                with_item(session, *number, |mut item| {
                    item.prepared.extend(lines);
                    item
                })
            })
        }
        Asked::Word { number, text } => change(settings, |session| {
            with_item(session, *number, |item| AgendaItem { in_papers: text.trim().into(), ..item })
        }),
    }
}

/// The items as people read them, with the time that each used.
pub fn said(agenda: &Agenda, used: &Used, lang: Lang) -> Vec<String> {
    agenda.iter().flat_map(|(number, item)| item_lines(*number, item, used, lang)).collect()
}

/// The items as scripts read them.
pub fn values(agenda: &Agenda, used: &Used) -> json::Value {
    let value = |(number, item): (&u16, &AgendaItem)| {
        let used = used.items.get(number).map(chrono::TimeDelta::num_minutes);
        json::item(*number, item, used)
    };
    json::array(agenda.iter().map(value).collect())
}

/// The time that the items of the open meeting used.
pub fn used(session: &Session) -> Used {
    let history = session.open.as_ref().filter(|_| session.meeting().is_some());
    history.map(|history| history.floor().used(session.now)).unwrap_or_default()
}

/// `planned 60, used 12 minutes`; empty where nothing is known.
pub fn time(agenda: &Agenda, used: &Used, lang: Lang) -> Vec<String> {
    let planned = planned(agenda).map(|count| Printed::Planned { count: count.to_string() });
    let count = used.all.num_minutes().to_string();
    let used = (!used.items.is_empty()).then_some(Printed::Used { count });
    [planned, used].into_iter().flatten().map(|line| line.text(lang)).collect()
}

fn show(settings: &Settings) -> Result<Answer, Failure> {
    let mut book = look(settings)?;
    let agenda = book.session.agenda().cloned().unwrap_or_default();
    let used = used(&book.session);
    let mut text = written(&agenda, &used, settings);
    if settings.format == Format::Text {
        text += &page(&time(&agenda, &used, settings.lang), settings.width);
    }
    if agenda.is_empty() {
        book.told.push(Printed::NoAgenda.text(settings.lang));
    }
    Ok(Answer { text, told: book.told, no: false })
}

fn written(agenda: &Agenda, used: &Used, settings: &Settings) -> String {
    match settings.format {
        Format::Json => json::text(&values(agenda, used)),
        Format::Csv => csv::table(values(agenda, used).as_array().map_or(&[], Vec::as_slice)),
        Format::Text => page(&said(agenda, used, settings.lang), settings.width),
    }
}

/// 会前三张单.
fn lists(settings: &Settings) -> Result<Answer, Failure> {
    let book = look(settings)?;
    let (session, lang) = (&book.session, settings.lang);
    let lists = session.lists();
    let text = match settings.format {
        Format::Json | Format::Csv => {
            let named = |name: &'static str, points: &[Point]| -> Vec<json::Value> {
                let value = |point: &Point| json::point(name, point, lang);
                points.iter().map(value).collect()
            };
            let all = [
                named("behind", &lists.behind),
                named("left_open", &lists.decisions),
                named("unreported", &lists.unreported),
            ];
            let all = all.concat();
            if settings.format == Format::Csv {
                csv::table(&all)
            } else {
                json::text(&json::array(all))
            }
        }
        Format::Text => page(&list_lines(session, lists, lang), settings.width),
    };
    Ok(Answer { text, told: book.told, no: false })
}

fn list_lines(session: &Session, lists: &Lists, lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    for (label, points) in [
        (Label::Behind, &lists.behind),
        (Label::LeftOpen, &lists.decisions),
        (Label::Unreported, &lists.unreported),
    ] {
        said.push(format!("{} {}", label.text(lang), points.len()));
        said.extend(points.iter().map(|point| format!("  {}", point_line(session, point, lang))));
    }
    said
}

fn point_line(session: &Session, point: &Point, lang: Lang) -> String {
    let (id, text) = match &point.about {
        Subject::Row(place) => {
            let text = session.plan.find(*place).map_or("", |found| found.short());
            (place.to_string(), text.to_owned())
        }
        Subject::Decision(id) => {
            let text = session.state().standing(id).map(|now| now.text);
            (id.to_string(), text.unwrap_or_default())
        }
    };
    let lead = match point.lead.as_slice() {
        [] => Sign::NotAssigned.text(lang).to_owned(),
        lead => sentence::names(lead),
    };
    let light = format!("{} {}", point.light.mark(), point.light.word().text(lang));
    [id, text, lead, light, point.why.text(lang)].join("  ")
}

/// Changes the agenda and says what it is now.
fn change(
    settings: &Settings,
    how: impl FnOnce(&Session) -> Result<Agenda, Notice>,
) -> Result<Answer, Failure> {
    let mut hand = Hand::take(settings)?;
    let now = how(&hand.session).map_err(|why| refusal(&why, settings.lang))?;
    let acted = act::set_agenda(&mut hand.session, &now);
    hand.carry_out(acted)?;
    let agenda = hand.session.agenda().cloned().unwrap_or_default();
    let text = written(&agenda, &used(&hand.session), settings);
    Ok(Answer { text, told: hand.told, no: false })
}

fn new_item(session: &Session, asked: &NewItem) -> Result<AgendaItem, Notice> {
    let mut rows = Vec::new();
    for id in &asked.rows {
        let place = name::plain(id).parse().ok();
        let place = place.filter(|place| session.plan.find(*place).is_some());
        let place = place.ok_or_else(|| Notice::NoSuchRow { id: id.clone() })?;
        rows.push(session.plan.row(place));
    }
    let office = asked.office.as_deref().map(|name| Party::named(name, &session.plan.roster));
    let leads = || session.assignment(rows.first()?.place)?.lead.first().cloned();
    Ok(AgendaItem {
        title: asked.title.clone(),
        office: office.or_else(leads),
        rows,
        presenter: asked.presenter.clone().unwrap_or_default(),
        minutes: minutes(asked.minutes.as_deref().unwrap_or_default())?,
        restricted: asked.restricted,
        ..AgendaItem::default()
    })
}

fn removed(session: &Session, number: u16) -> Result<Agenda, Notice> {
    let agenda = agenda_with(session, number)?;
    let fixed = order::fixed(session);
    if fixed.contains(&number) {
        return Err(Notice::ItemOnRecord);
    }
    Ok(order::without(&agenda, number, &fixed))
}

/// One place after the other, so that items on record are passed as on the screen.
fn moved(session: &Session, from: u16, to: u16) -> Result<Agenda, Notice> {
    let mut agenda = agenda_with(session, from)?;
    let fixed = order::fixed(session);
    let toward = if to < from { Toward::First } else { Toward::Last };
    let mut at = from;
    while at != to {
        let (next, number) = order::moved(&agenda, at, toward, &fixed).ok_or(Notice::ItemStays)?;
        let past = if to < from { number < to } else { number > to };
        if past {
            return Err(Notice::ItemStays);
        }
        (agenda, at) = (next, number);
    }
    Ok(agenda)
}

fn with_item(
    session: &Session,
    number: u16,
    how: impl FnOnce(AgendaItem) -> AgendaItem,
) -> Result<Agenda, Notice> {
    let mut agenda = agenda_with(session, number)?;
    let item = agenda.get(&number).cloned().unwrap_or_default();
    agenda.insert(number, how(item));
    Ok(agenda)
}

fn agenda_with(session: &Session, number: u16) -> Result<Agenda, Notice> {
    let agenda = session.agenda().filter(|agenda| agenda.contains_key(&number)).cloned();
    agenda.ok_or_else(|| Notice::NoSuchItem { number: number.to_string() })
}

/// The lines of a call; `-` takes those of standard input.
fn prepared(asked: &[String], lang: Lang) -> Result<Vec<String>, Failure> {
    let all = if matches!(asked, [one] if one == "-") {
        let bytes = table::read("-".as_ref(), lang).map_err(|why| Failure::unreadable(&why))?;
        String::from_utf8(bytes)
            .map_err(|_| usage(&Refused::NotText, lang))
            .map(|text| split(&text))?
    } else {
        asked.iter().flat_map(|line| split(line)).collect()
    };
    if all.is_empty() { Err(usage(&Refused::NothingMade, lang)) } else { Ok(all) }
}

fn item_lines(number: u16, item: &AgendaItem, used: &Used, lang: Lang) -> Vec<String> {
    let places: Vec<String> = item.rows.iter().map(|row| row.place.to_string()).collect();
    let used = used.items.get(&number).map(|used| used.num_minutes().to_string());
    let planned =
        item.minutes.map(|count| Printed::Planned { count: count.to_string() }.text(lang));
    let restricted = item.restricted.then(|| Sign::Restricted.text(lang).to_owned());
    let parts = [
        Some(format!("{number:>2} {}", item.state.word().text(lang))),
        Some(places.join(" ")),
        Some(item.title.clone()),
        item.office.as_ref().map(ToString::to_string),
        Some(item.presenter.clone()),
        planned,
        used.map(|count| Printed::Used { count }.text(lang)),
        restricted,
        Some(item.reason.clone()).filter(|_| item.state != ItemState::Discussed),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let prepared = item.prepared.iter().map(|line| format!("     - {line}"));
    let worded = Some(item.in_papers.clone()).filter(|text| !text.is_empty());
    let worded = worded.map(|text| format!("     {}", Seen::InPapers { text }.text(lang)));
    std::iter::once(parts.join("  ")).chain(prepared).chain(worded).collect()
}
