//! Enter on the line: from what was typed to what is recorded.
//!
//! The grammar is [`entry`]'s, the acts are [`act`]'s; this file joins them, for the line, the forms
//! and the command line alike.

use chrono::NaiveDate;

use super::act::{self, Acted};
use super::due::{self, Base};
use super::entry::{self, Bind, Context, Meaning, Understood};
use super::rows::Stop;
use super::seat::{Binding, Hit, Screen, Seat};
use super::session::Session;
use super::{Effect, line, menu, over, search};
use crate::ledger::{About, Assignment, Due, Reading, RecordId, When};
use crate::plan::place::Level;
use crate::plan::{Found, Party, Place};
use crate::words::{Caution, Notice};

/// What the line of a seat means now; the screen shows it before Enter.
pub fn understood(session: &Session, seat: &Seat) -> Understood {
    let about = line::about(session, &seat.line.binding);
    let (item, picks) = (line::unbound_rows(session, seat), session.picks());
    let reporter = reporter(session, seat.line.item);
    let context = Context { item: &item, reporter, ..context(session, &about, &picks) };
    entry::read(seat.line.field.text(), &context)
}

/// What a text means when it is recorded on something.
pub fn understood_on(session: &Session, about: &[About], text: &str) -> Understood {
    understood_under(session, None, about, text)
}

/// The same under an item of the agenda.
pub fn understood_under(
    session: &Session,
    item: Option<u16>,
    about: &[About],
    text: &str,
) -> Understood {
    let (picks, reporter) = (session.picks(), reporter(session, item));
    entry::read(text, &Context { reporter, ..context(session, about, &picks) })
}

/// A figure that is typed over a reading, as if that were not there yet.
pub fn understood_over(session: &Session, revised: &RecordId, text: &str) -> Understood {
    let picks = session.picks();
    entry::read(text, &Context { revised: Some(revised), ..context(session, &[], &picks) })
}

/// The office that reports on an item by topic; rows have a lead of their own, or lack one.
pub(super) fn reporter(session: &Session, item: Option<u16>) -> Option<&Party> {
    let topic = session.agenda()?.get(&item?).filter(|item| item.rows.is_empty())?;
    topic.office.as_ref()
}

/// What a line is read against.
pub fn context<'a>(session: &'a Session, binding: &'a [About], picks: &'a [Party]) -> Context<'a> {
    Context {
        plan: &session.plan,
        names: session.names(),
        state: session.state(),
        picks,
        binding,
        item: &[],
        reporter: None,
        revised: None,
        base: base(session),
        today: session.today,
    }
}

/// Carries out the line. What cannot be carried out stays in it.
pub(super) fn submit(session: &mut Session, seat: &mut Seat) -> Vec<Effect> {
    let meaning = understood(session, seat).meaning;
    if let Meaning::WhichTarget { of, value } = meaning {
        // The line keeps its text until a target is chosen.
        menu::begin_target(seat, of, value);
        return Vec::new();
    }
    let from = seat.line.from.clone();
    let acted = act::striking(session, from.as_ref(), |session| carry_out(session, seat, meaning));
    if acted.is_ok() {
        seat.line.field.take();
    }
    act::done(seat, acted)
}

fn carry_out(session: &mut Session, seat: &mut Seat, meaning: Meaning) -> Acted {
    let typed = seat.line.field.text().to_owned();
    let item = seat.line.item;
    match meaning {
        Meaning::Nothing | Meaning::WhichTarget { .. } => Ok(Vec::new()),
        Meaning::Palette => {
            over::begin_palette(session, seat);
            Ok(Vec::new())
        }
        Meaning::Decision(mut decision) => {
            decision.item = item;
            let replaced = decision.supersedes.clone();
            let acted = act::decide(session, *decision, &typed)?;
            line::leave_replaced(session, seat, &replaced);
            Ok(acted)
        }
        Meaning::Note(note) => act::note(session, crate::ledger::Note { item, ..note }, &typed),
        Meaning::Readings(readings) => act::read(session, readings, &typed),
        Meaning::Assign { rows, sponsor, lead, support, due } => {
            assign(session, &rows, Division { sponsor, lead, support, due }, &typed)
        }
        Meaning::Card(party) => {
            seat.open(Screen::Office { party, cursor: 0 });
            Ok(Vec::new())
        }
        Meaning::Bind(to) => bind(session, seat, to),
        Meaning::Refused(why) => Err(why),
    }
}

fn bind(session: &mut Session, seat: &mut Seat, to: Bind) -> Acted {
    match to {
        Bind::Rows(rows) => return line::bind_rows(session, seat, rows),
        Bind::Item(item) => return line::go_to_item(session, seat, item),
        Bind::Spelt(letters) => {
            let row = spelt(session, letters)?;
            return line::bind_rows(session, seat, vec![row]);
        }
        Bind::Decision(id) => line::bind(session, seat, Binding::Decision(id)),
        Bind::Nothing => line::bind(session, seat, Binding::Nothing),
        Bind::Back => {
            let before = seat.line.before.take().unwrap_or_default();
            line::bind(session, seat, before);
        }
    }
    Ok(Vec::new())
}

/// How many of several tasks are told by name.
const TOLD: usize = 6;

/// The one task that is spelt so. Of several the best come first, as the search has them.
fn spelt(session: &mut Session, letters: String) -> Result<Place, Notice> {
    session.catalogued();
    let hits = search::things(session, &letters);
    let task = |hit: &Hit| match hit.stop {
        Stop::Row(place) if place.level() == Level::Task => Some(place),
        _ => None,
    };
    let tasks: Vec<Place> = hits.iter().filter_map(task).collect();
    match tasks.as_slice() {
        [] => Err(Notice::NoSuchRow { id: letters }),
        [only] => Ok(*only),
        several => {
            let name = |place: &Place| {
                let title = session.plan.find(*place).map(Found::short).unwrap_or_default();
                format!("{place} {title}")
            };
            let told: Vec<String> = several.iter().take(TOLD).map(name).collect();
            let more = if several.len() > TOLD { " .." } else { "" };
            let rows = format!("{}{more}", told.join("  "));
            Err(Notice::SeveralTasks { letters, rows })
        }
    }
}

/// Who gets rows, as one line says it. Who is not named stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Division {
    /// 牵头领导
    pub sponsor: Option<Party>,
    /// 牵头
    pub lead: Vec<Party>,
    /// 配合
    pub support: Vec<Party>,
    /// 完成时限
    pub due: Option<NaiveDate>,
}

/// Gives rows to offices, over whoever has them now.
pub fn assign(session: &mut Session, rows: &[Place], to: Division, typed: &str) -> Acted {
    let next = assignment(session, rows, to);
    act::assign(session, rows, &next, typed)
}

/// Who has rows once they are given, over whoever has the first of them now.
pub(super) fn assignment(session: &Session, rows: &[Place], to: Division) -> Assignment {
    let now = rows.first().and_then(|row| session.assignment(*row)).cloned();
    let since = session.base_day();
    let mut next = match now {
        Some(now) => Assignment { since, ..now },
        None => Assignment::since(since),
    };
    if !to.lead.is_empty() {
        next.lead = to.lead;
    }
    if !to.support.is_empty() {
        next.support = to.support;
    }
    if let Some(sponsor) = to.sponsor {
        sponsor.name().clone_into(&mut next.sponsor);
    }
    next.due = to.due.or(next.due);
    next
}

/// Records the value of a target that was chosen from several, and frees the line that held it.
pub(super) fn read_chosen(
    session: &mut Session,
    seat: &mut Seat,
    target: Place,
    value: &str,
) -> Acted {
    if value.is_empty() {
        super::page::read::begin_on(session, seat, target);
        return Ok(Vec::new());
    }
    let typed = format!("{target}={value}");
    let acted = match understood_on(session, &[], &typed).meaning {
        Meaning::Readings(readings) => act::read(session, readings, &typed),
        Meaning::Refused(why) => Err(why),
        _ => Err(Notice::NotANumber { text: value.into() }),
    };
    if acted.is_ok() {
        seat.line.field.take();
    }
    acted
}

/// A reading from the fields of a form, with what is odd about it.
///
/// # Errors
/// A value that is no number, months that are none.
pub fn reading(
    session: &Session,
    target: Place,
    (value, period): (&str, &str),
) -> Result<(Reading, Vec<Caution>), Notice> {
    let typed = format!("{target}={value} {period}");
    let understood = understood_on(session, &[], &typed);
    match understood.meaning {
        Meaning::Readings(readings) => {
            let (_, reading) = readings
                .into_iter()
                .next()
                .ok_or_else(|| Notice::NotANumber { text: value.into() })?;
            // What is no month would silently become a source, and the months be assumed.
            if !period.is_empty() && !reading.source.is_empty() {
                return Err(Notice::NotAPeriod { text: period.into() });
            }
            Ok((reading, understood.cautions))
        }
        Meaning::Refused(why) => Err(why),
        _ => Err(Notice::NotAPeriod { text: period.into() }),
    }
}

/// The party that a name means.
pub fn party(session: &Session, name: &str) -> Party {
    Party::named(name, &session.plan.roster)
}

/// The day that a text names.
pub fn meant_day(session: &Session, text: &str) -> Option<NaiveDate> {
    match due::read(text, &base(session))?.due {
        Due::Stated(When::On(day, _)) => Some(day),
        _ => None,
    }
}

/// The day that a text names of something that happened already: 9-12 is this year's, and 20 on the
/// 15th was last month.
pub fn past_day(session: &Session, text: &str) -> Option<NaiveDate> {
    let meant = due::read(text, &base(session))?;
    let Due::Stated(When::On(day, _)) = meant.due else { return None };
    let back = |months| day.checked_sub_months(chrono::Months::new(months));
    let said = |which: fn(&Caution) -> bool| meant.cautions.iter().any(which);
    if said(|caution| matches!(caution, Caution::NextYear { .. })) {
        return back(12);
    }
    if said(|caution| matches!(caution, Caution::NextMonth { .. })) {
        return back(1);
    }
    Some(day)
}

/// The due that a text names.
///
/// # Errors
/// Words that name none. The `>` of the line may stand before them.
pub fn meant_due(session: &Session, text: &str) -> Result<Due, Notice> {
    let meant = due::read(text.trim_start_matches(['>', '》', '＞']), &base(session));
    meant.map(|meant| meant.due).ok_or_else(|| Notice::NotADue { text: text.into() })
}

/// What due words count from: the open meeting, or today.
pub fn base(session: &Session) -> Base<'_> {
    Base {
        day: session.base_day(),
        next_meeting: session.meeting().and_then(|meeting| meeting.next),
        period: session.plan.period,
        holidays: &session.plan.holidays,
    }
}
