//! Every screen as parts of a paper: those that list what can be stood on by their panes, the others
//! each in its own way.

use super::{fact, line, rows};
use crate::app::compare::Compare;
use crate::app::form::{Form, Ticked};
use crate::app::page::{Figures, help, reviews};
use crate::app::rows::{self as stops, Stop};
use crate::app::sheet::readings;
use crate::app::story::story as chapters;
use crate::app::{Key, Screen, account as settled, division, line as desk, look};
use crate::judge::compare::Shared;
use crate::ledger::sentence::{self, Speech};
use crate::ledger::story::Subject as Whose;
use crate::ledger::{RecordId, Remark};
use crate::papers::Chart;
use crate::papers::listing::{Part, Row};
use crate::plan::{Found, Target};
use crate::view::subject::{Subject, names};
use crate::view::{account, compare, gate, join, lists, office, signin, task};
use crate::words::compare::{Column, Compared};
use crate::words::{Guest, GuestSays, Label, Seen, Sign};

/// What the screen says above its rows.
pub(super) fn about(subject: Subject<'_>) -> Vec<String> {
    let lang = subject.lang();
    match subject.seat.screen() {
        Screen::Task { place, .. } => {
            let reason = subject.session.reason(*place, lang);
            let (light, _) = subject.light_of(*place);
            let who = line(&task::who(subject, *place));
            std::iter::once(format!("{light}  {who}")).chain(reason).collect()
        }
        Screen::Tasks { section: Some(section), .. } => vec![subject.row(*section)],
        Screen::Register(register) => {
            let order = register.sort.word().text(lang).to_owned();
            let counts = sentence::rate(register.counts.done, lang);
            let parts = [
                Some(register.field.text().to_owned()),
                Some(Seen::ByOrder { order }.text(lang)),
                counts,
                register.unclear.as_ref().map(|why| why.text(lang)),
            ];
            let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
            vec![parts.collect::<Vec<_>>().join("  ")]
        }
        Screen::Meeting | Screen::SignIn { .. } | Screen::Gate { .. } | Screen::ReadBack { .. } => {
            let state = subject.state();
            let held = subject.session.meeting().map(|_| sentence::of_held(&state.kind, lang));
            held.into_iter().chain([sentence::counts(state, lang)]).collect()
        }
        Screen::Story { of, .. } => vec![crate::view::story::whose(subject, of)],
        Screen::Compare(compare) => compare::between(subject, compare),
        Screen::Office { party, .. } => {
            let card = subject.session.card(party);
            vec![line(&office::name(subject, &card.party))]
        }
        Screen::Figures(figures) => vec![figures.name.clone(), figures.read_as.clone()],
        _ => Vec::new(),
    }
}

/// Whether a screen is a list of which the rows are worth counting.
pub(super) fn is_list(screen: &Screen) -> bool {
    matches!(
        screen,
        Screen::Tasks { .. }
            | Screen::Register(_)
            | Screen::Pending { .. }
            | Screen::ReadBack { .. }
    )
}

/// What the screen lists.
pub(super) fn parts(subject: Subject<'_>) -> Vec<Part> {
    match subject.seat.screen() {
        Screen::Meeting => meeting(subject),
        Screen::Form(form) => vec![part("", self::form(subject, form))],
        Screen::SignIn { .. } => vec![part("", signin(subject))],
        Screen::Gate { .. } => gate(subject),
        Screen::Join { .. } => join::said(subject).into_iter().map(conflict).collect(),
        Screen::Division(table) => vec![part("", division(subject, table))],
        Screen::Account { unfolded, .. } => vec![part("", account(subject, *unfolded))],
        Screen::Figures(figures) => self::figures(subject, figures),
        Screen::Compare(compare) => changes(subject, compare),
        Screen::Story { of, .. } => story(subject, of),
        Screen::Lists { .. } => lists(subject),
        Screen::Agenda { .. } => vec![part("", agenda(subject))],
        Screen::Reviews { .. } => reviews(subject),
        Screen::Help { filter, .. } => vec![part("", keys(subject, filter.text()))],
        Screen::Pasted(pasted) => {
            let numbered = (1..).zip(&pasted.lines);
            let row = |(at, line): (usize, &crate::app::pasted::Line)| Row {
                number: at.to_string(),
                text: line.text.clone(),
                facts: vec![fact(
                    subject.label(Label::State),
                    if line.left_out { subject.sign(Sign::LeftOut) } else { "" },
                )],
                more: Vec::new(),
            };
            vec![part("", numbered.map(row).collect())]
        }
        Screen::Office { party, .. } => {
            let card = subject.session.card(party);
            let leads = card.rows.iter().map(|line| match line.target {
                Some(target) => rows::of(subject, &Stop::Row(target.id)),
                None => rows::of(subject, &Stop::Row(line.row)),
            });
            let leads = part(subject.label(Label::Leads), leads.collect());
            std::iter::once(leads).chain(panes(subject)).collect()
        }
        _ => panes(subject),
    }
}

fn part(heading: &str, rows: Vec<Row>) -> Part {
    Part { heading: heading.to_owned(), rows, charts: Vec::new() }
}

/// A screen that lists what can be stood on.
fn panes(subject: Subject<'_>) -> Vec<Part> {
    let (session, screen) = (subject.session, subject.seat.screen());
    let panes = stops::panes(session, screen);
    let alone = panes.len() == 1;
    let one = |pane: crate::app::Pane| {
        let stops = pane.rows.clone().filter_map(|at| stops::at(session, screen, at));
        let heading = if alone { "" } else { subject.label(pane.label) };
        let rows = stops.map(|stop| rows::of(subject, &stop)).collect();
        Part { charts: charts(subject, pane.label), ..part(heading, rows) }
    };
    panes.into_iter().map(one).collect()
}

/// The pictures of a task's targets, of the headline targets.
fn charts(subject: Subject<'_>, label: Label) -> Vec<Chart> {
    let (session, lang) = (subject.session, subject.lang());
    let on = session.grounds();
    let drawn = |target: &Target| Chart::of(&on, target, lang);
    match (subject.seat.screen(), label) {
        (Screen::Task { place, .. }, Label::Targets) => match session.plan.find(*place) {
            Some(Found::Task(task)) => task.targets().filter_map(drawn).collect(),
            _ => Vec::new(),
        },
        (Screen::Overview { .. }, Label::Headline) => {
            session.plan.headline.iter().filter_map(drawn).collect()
        }
        _ => Vec::new(),
    }
}

/// The item that is on, its targets, what is open on it, what was recorded, and the agenda.
fn meeting(subject: Subject<'_>) -> Vec<Part> {
    let (session, seat) = (subject.session, subject.seat);
    let item = seat.line.item.map(Stop::Item);
    let places = desk::rows(session, seat);
    let tasks = places.iter().copied().map(Stop::Row);
    let targets = places.iter().flat_map(|place| look::targets_at(session, *place)).map(Stop::Row);
    let open = subject.state().id();
    let (earlier, now): (Vec<RecordId>, Vec<RecordId>) =
        desk::walkable(session, seat).into_iter().partition(|id| id.snapshot != open);
    let agenda = session.agenda().into_iter().flat_map(|agenda| agenda.keys().copied());
    let list = |heading: &str, stops: &mut dyn Iterator<Item = Stop>| {
        part(heading, stops.map(|stop| rows::of(subject, &stop)).collect())
    };
    vec![
        list(subject.label(Label::Item), &mut item.into_iter().chain(tasks)),
        list(subject.label(Label::Targets), &mut targets.into_iter()),
        list(subject.sign(Sign::Open), &mut earlier.into_iter().map(Stop::Record)),
        list(subject.label(Label::Records), &mut now.into_iter().map(Stop::Record)),
        list(subject.label(Label::Agenda), &mut agenda.map(Stop::Item)),
    ]
}

fn form(subject: Subject<'_>, form: &Form) -> Vec<Row> {
    let field = |label: &str, text: &str| Row {
        number: label.to_owned(),
        text: text.to_owned(),
        ..Row::default()
    };
    let fields = form.fields.iter().map(|(label, own)| field(subject.label(*label), own.text()));
    let ticks = form.ticks.iter().map(|tick| {
        let mark = if tick.on { "[x]" } else { "[ ]" };
        let of = match &tick.of {
            Ticked::Member(name) => name,
            Ticked::Preliminary => subject.sign(Sign::Preliminary),
            Ticked::Pinned => subject.sign(Sign::Pinned),
        };
        field(mark, of)
    });
    fields.chain(ticks).collect()
}

fn signin(subject: Subject<'_>) -> Vec<Row> {
    let attendees = subject.session.attendees();
    let numbered = (1..).zip(&attendees);
    let row = |(at, (party, here)): (usize, &(crate::plan::Party, Option<_>))| {
        let cells = signin::said(subject, party, here.as_ref());
        let [name, full, state, note] = cells;
        Row {
            number: at.to_string(),
            text: name,
            facts: vec![
                fact(subject.label(Label::Office), full),
                fact(subject.label(Label::State), state),
                fact(subject.label(Label::Note), note),
            ],
            more: Vec::new(),
        }
    };
    numbered.map(row).collect()
}

/// What is missing, what was not put to the meeting, what was not gone through.
fn gate(subject: Subject<'_>) -> Vec<Part> {
    let lang = subject.lang();
    let gaps = subject.session.gaps().iter().map(|gap| Row {
        number: gate::whose(subject, gap),
        text: format!("{} {}", gap.kind.text(lang), gap.detail),
        facts: Vec::new(),
        more: gap.record().map(|id| gate::said(subject, id)).into_iter().collect(),
    });
    let waiting = reviews::waiting(subject.session).map(|mark| gate::said_by(subject, mark));
    let waiting: Vec<Row> = waiting.map(Row::text).collect();
    let ahead: Vec<Row> = gate::ahead(subject).into_iter().map(Row::text).collect();
    let not_put = subject.says(&GuestSays::NotPut { count: waiting.len().to_string() });
    vec![
        part(subject.label(Label::Gaps), gaps.collect()),
        part(&not_put, waiting),
        part(subject.sign(Sign::NotDiscussed), ahead),
    ]
}

/// The lines of a conflict, its first one above the others.
fn conflict(lines: Vec<String>) -> Part {
    let mut lines = lines.into_iter();
    let heading = lines.next().unwrap_or_default();
    let rows: Vec<Row> = lines.map(Row::text).collect();
    if rows.is_empty() { part("", vec![Row::text(heading)]) } else { part(&heading, rows) }
}

fn division(subject: Subject<'_>, table: &division::Division) -> Vec<Row> {
    let plan = &subject.session.plan;
    let places = (0..division::count(plan, table.depth))
        .filter_map(|index| division::row(plan, table.depth, index));
    let row = |place: crate::plan::Place| {
        let now = subject.session.assignment(place);
        let cells = division::Column::ALL
            .map(|column| fact(subject.label(column.label()), division::shown(now, column)));
        Row {
            number: place.to_string(),
            text: plan.find(place).map_or("", Found::title).to_owned(),
            facts: cells.to_vec(),
            more: Vec::new(),
        }
    };
    places.map(row).collect()
}

fn account(subject: Subject<'_>, unfolded: Option<crate::plan::Place>) -> Vec<Row> {
    let plan = &subject.session.plan;
    let places =
        (0..settled::count(plan, unfolded)).filter_map(|index| settled::row(plan, unfolded, index));
    let row = |place: crate::plan::Place| {
        let light = settled::worst(subject.session, place);
        let light = light.map(|light| subject.light(light).0).unwrap_or_default();
        let (state, reason) = account::said(subject, place);
        Row {
            number: place.to_string(),
            text: plan.find(place).map_or("", Found::title).to_owned(),
            facts: vec![
                fact(subject.label(Label::Lead), subject.row_lead(place).0),
                fact(subject.label(Label::State), light),
                fact(subject.label(Label::Account), state),
                fact(subject.label(Label::Reason), reason),
            ],
            more: Vec::new(),
        }
    };
    places.map(row).collect()
}

fn figures(subject: Subject<'_>, figures: &Figures) -> Vec<Part> {
    let lang = subject.lang();
    let found = match &figures.found {
        Ok(found) => found,
        Err(why) => return vec![part("", vec![Row::text(why.text(lang))])],
    };
    let faults = found.faults.iter().map(|fault| Row::text(fault.text(lang)));
    let changes = found.changes.iter().map(|change| Row {
        text: readings::told(subject.session, change, lang),
        more: change.cautions.clone(),
        ..Row::default()
    });
    vec![
        part(subject.label(Label::Faults), faults.collect()),
        part(subject.label(Label::Changes), changes.collect()),
    ]
}

/// The changes, group by group.
fn changes(subject: Subject<'_>, compare: &Compare) -> Vec<Part> {
    let lang = subject.lang();
    let mut nth = 0;
    let mut parts = Vec::new();
    for (shared, of) in &compare.groups {
        let heading = match shared {
            Shared::Row(place) => compare::row(subject, compare, *place),
            Shared::Lead(party) => party.name().to_owned(),
            Shared::Nobody => Compared::NoOffice.text(lang).to_owned(),
            Shared::NoRow => Compared::NoRow.text(lang).to_owned(),
        };
        let listed = (nth..nth + of.len()).filter_map(|at| compare.at(at));
        let row = |one| {
            let (topic, told) = compare::in_words(subject, compare, one);
            Row {
                number: String::new(),
                text: topic,
                facts: vec![
                    fact(Column::In.text(lang), told.field),
                    fact(Compared::Before.text(lang), told.was),
                    fact(Compared::After.text(lang), told.now),
                ],
                more: told.notes,
            }
        };
        parts.push(part(&heading, listed.map(row).collect()));
        nth += of.len();
    }
    parts
}

/// A chapter for each meeting and each time between two.
fn story(subject: Subject<'_>, of: &Whose) -> Vec<Part> {
    let number = |id: &_| subject.record(id);
    let told =
        chapters(subject.session, of, subject.lang(), Speech::spoken(subject.lang(), &number));
    let chapter = |chapter: crate::app::story::Chapter| {
        let events = chapter.events.into_iter().map(|event| Row {
            number: event.on.map(|day| subject.day(day)).unwrap_or_default(),
            text: event.text,
            ..Row::default()
        });
        part(&chapter.name, events.collect())
    };
    told.into_iter().map(chapter).collect()
}

/// 会前三张单
fn lists(subject: Subject<'_>) -> Vec<Part> {
    let all = subject.session.lists();
    let row = |point: &crate::judge::Point| {
        let (number, text) = lists::named(subject, point);
        Row {
            number,
            text,
            facts: vec![
                fact(subject.label(Label::Lead), names(&point.lead)),
                fact(subject.label(Label::State), subject.light(point.light).0),
                fact(subject.label(Label::Reason), point.why.text(subject.lang())),
            ],
            more: Vec::new(),
        }
    };
    [
        (Label::Behind, &all.behind),
        (Label::LeftOpen, &all.decisions),
        (Label::Unreported, &all.unreported),
    ]
    .map(|(label, points)| part(subject.label(label), points.iter().map(row).collect()))
    .into()
}

/// The items, each with the lines that are prepared for it.
fn agenda(subject: Subject<'_>) -> Vec<Row> {
    let items = stops::agenda_rows(subject.session);
    let items = items.filter(|stop| matches!(stop, Stop::Item(_)));
    items.map(|stop| rows::of(subject, &stop)).collect()
}

/// Remarks, then who has read what.
fn reviews(subject: Subject<'_>) -> Vec<Part> {
    let (session, lang) = (subject.session, subject.lang());
    let remarks = reviews::remarks(session).map(|mark| {
        let text = match &mark.remark {
            Remark::Said(text) => text.clone(),
            Remark::Seen => String::new(),
        };
        let put = reviews::is_put_forward(session, mark);
        let put = if put { Guest::PutAlready.text(lang) } else { "" };
        Row {
            text,
            facts: vec![
                fact(subject.label(Label::Name), mark.by.clone()),
                fact(subject.label(Label::Rows), subject.about(&mark.about)),
                fact(subject.label(Label::State), put),
            ],
            ..Row::default()
        }
    });
    let decisions = session.read_back().into_iter().map(|id| {
        let (read, unread) = reviews::readers(session, &id);
        let joined = |names: &[&str]| names.join("、");
        let seen = (!read.is_empty()).then(|| GuestSays::SeenBy { names: joined(&read) });
        let not = (!unread.is_empty()).then(|| GuestSays::UnreadBy { names: joined(&unread) });
        let text = subject.state().standing(&id).map(|now| now.text).unwrap_or_default();
        Row {
            number: subject.record(&id),
            text,
            facts: Vec::new(),
            more: seen.into_iter().chain(not).map(|said| said.text(lang)).collect(),
        }
    });
    vec![
        part(subject.label(Label::Remarks), remarks.collect()),
        part(subject.label(Label::ReadBy), decisions.collect()),
    ]
}

fn keys(subject: Subject<'_>, filter: &str) -> Vec<Row> {
    let joined = |keys: &[Key]| keys.iter().map(Key::to_string).collect::<Vec<_>>().join("  ");
    let row = |command: &'static crate::app::command::Command| Row {
        text: command.what.text(subject.lang()).to_owned(),
        facts: vec![
            fact(
                subject.sign(Sign::AnyMethod),
                match subject.seat.keymap.keys(command).as_slice() {
                    [] => subject.says(&Sign::ByPalette),
                    own => joined(own),
                },
            ),
            fact(subject.sign(Sign::Letters), joined(&subject.seat.keymap.letters(command))),
        ],
        ..Row::default()
    };
    help::matching(subject.session, subject.seat, filter).into_iter().map(row).collect()
}
