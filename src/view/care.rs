//! 关怀: one column of at most forty Han, six rows at a time, a blank line between them, nothing
//! abbreviated. How large the letters are is the terminal's to say, so the screen says how to zoom.
//!
//! Screens of rows are told row by row here; pages of fields are drawn as everywhere, in the column.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::linear;
use super::list;
use super::records;
use super::strip::{self, Piece, Strip};
use super::style::Role;
use super::subject::{Subject, names};
use super::why;
use super::width::Ruler;
use crate::app::look::{self, SIX};
use crate::app::taste::Arrangement;
use crate::app::{Pane, Screen, Stop, line, rows};
use crate::judge::{Light, Tally};
use crate::ledger::{Edit, RecordId, Standing};
use crate::plan::{Found, Place, Section, Target};
use crate::words::{Label, Seen, Sign};

/// Forty Han, and what stands around them.
const COLUMN: u16 = 80;

impl Subject<'_> {
    /// Whether this seat is shown less at a time, and all of it.
    pub fn is_cared_for(self) -> bool {
        self.seat.taste.layout == Arrangement::Care
    }

    /// The part of the window in which everything stands: all of it, or one column in its middle.
    pub fn column(self, area: Rect) -> Rect {
        if !self.is_cared_for() {
            return area;
        }
        let width = area.width.min(COLUMN);
        Rect { x: area.x + (area.width - width) / 2, width, ..area }
    }
}

/// Whether a screen is told row by row.
pub fn tells(screen: &Screen) -> bool {
    matches!(
        screen,
        Screen::Overview { .. }
            | Screen::Tasks { .. }
            | Screen::Task { .. }
            | Screen::Office { .. }
            | Screen::Pending { .. }
            | Screen::ReadBack { .. }
    )
}

/// Says on a rule how letters become larger.
pub fn zoom(pen: &mut Pen<'_>, rule: Rect, subject: Subject<'_>) {
    if subject.is_cared_for() {
        let said = format!(" {} ", subject.sign(Sign::Zoom));
        pen.text_before((rule.right() - 2, rule.y), rule.width, said, Role::Hint);
    }
}

/// Draws a screen of rows: what it is about, then six of them with the cursor among them.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) {
    let area = why::foot(pen, area, subject, 28);
    let rest = match subject.seat.screen() {
        Screen::Task { place, .. } => task(pen, area, subject, *place),
        _ => area,
    };
    let (session, screen) = (subject.session, subject.seat.screen());
    let panes = rows::panes(session, screen);
    let count = panes.last().map_or(0, |pane| pane.rows.end);
    let page = Page { subject, panes: &panes, area: rest };
    let stop = |at: usize| rows::at(session, screen, at);
    page.draw(pen, look::cursor(subject.seat).min(count.saturating_sub(1)), (count, &stop));
}

/// Draws the item of the meeting: its title, who answers for it, targets, and what was recorded.
pub fn item(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) {
    let (session, seat) = (subject.session, subject.seat);
    let places = line::rows(session, seat);
    let now = line::item(session, seat);
    let title = match (places.as_slice(), now) {
        ([place], _) => title_of(subject, *place),
        (_, Some(item)) => item.title.clone(),
        (_, None) => subject.sign(Sign::OtherMatters).to_owned(),
    };
    let all = session.meeting().map_or(0, |meeting| meeting.agenda.len()).to_string();
    let shown = seat.line.item.unwrap_or_default().to_string();
    let count = Seen::Of { shown, all }.text(subject.lang());
    let mut about = vec![Piece::labelled(subject, Label::Item, count)];
    about.extend(now.map(|item| Piece::new(item.state.word().text(subject.lang()), Role::Plain)));
    about.extend(
        now.filter(|item| item.restricted)
            .map(|_| Piece::new(subject.sign(Sign::Restricted), Role::Behind)),
    );
    about.extend(places.first().into_iter().flat_map(|place| who(subject, *place)));
    let rest = head(pen, area, &title, about);
    let targets = places.iter().flat_map(|place| look::targets_at(session, *place));
    let targets: Vec<Stop> = targets.take(2).map(Stop::Row).collect();
    let below = above(pen, rest, subject, &targets);
    recorded(pen, below, subject);
}

/// What is in the middle of attention, and what is said of it; a blank line. Gives what is left.
fn head(pen: &mut Pen<'_>, area: Rect, title: &str, about: Vec<Piece>) -> Rect {
    let inner = list::inner(area);
    let mut used = pen.wrapped(inner, title, Role::Title);
    for strip in told(pen.ruler(), inner.width, about) {
        if used < area.height {
            strip.draw(pen, Rect { y: area.y + used, height: 1, ..inner });
        }
        used += 1;
    }
    below(area, used + 1)
}

fn below(area: Rect, lines: u16) -> Rect {
    let lines = lines.min(area.height);
    Rect { y: area.y + lines, height: area.height - lines, ..area }
}

fn task(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, place: Place) -> Rect {
    head(pen, area, &title_of(subject, place), who(subject, place))
}

/// A row by its number and whole title.
fn title_of(subject: Subject<'_>, place: Place) -> String {
    let title = subject.session.plan.find(place).map_or("", |found| found.title());
    format!("{place} {title}")
}

/// How a row stands and who answers for it.
fn who(subject: Subject<'_>, place: Place) -> Vec<Piece> {
    let (light, role) = subject.light_of(place);
    let (lead, lead_role) = subject.row_lead(place);
    let support = subject.session.assignment(place).map(|now| names(&now.support));
    vec![
        Piece::new(light, role),
        Piece::labelled(subject, Label::Lead, lead).role(lead_role),
        Piece::labelled(subject, Label::Support, support.unwrap_or_default()),
    ]
}

/// A few rows that are only looked at, as many as leave half of the room. Gives what is left.
fn above(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, stops: &[Stop]) -> Rect {
    let inner = list::inner(area);
    let mut rest = area;
    for stop in stops {
        let lines = block(subject, pen.ruler(), inner.width, stop);
        let needs = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(1);
        if rest.height.saturating_sub(needs) < area.height / 2 {
            break;
        }
        for (y, strip) in (rest.y..).zip(&lines) {
            strip.draw(pen, Rect { y, height: 1, ..inner });
        }
        rest = below(rest, needs);
    }
    rest
}

/// What earlier meetings left open on the item, and this one's records: the newest, or those around
/// the one that is pointed at.
fn recorded(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) {
    let open = subject.state().id();
    let earlier = line::walkable(subject.session, subject.seat).into_iter();
    let earlier = earlier.filter(|id| id.snapshot != open).map(Stop::Decision);
    let records = subject.session.index.records().iter().filter_map(Edit::record);
    let stops: Vec<Stop> = earlier.chain(records.cloned().map(Stop::Record)).collect();
    if stops.is_empty() {
        let inner = list::inner(area);
        if area.height > 0 {
            pen.text((inner.x, inner.y), inner.width, subject.sign(Sign::NoRecords), Role::Hint);
        }
        return;
    }
    let pointed = subject.seat.line.record.as_ref();
    let is_it =
        |stop: &Stop| matches!(stop, Stop::Decision(id) | Stop::Record(id) if Some(id) == pointed);
    let at = stops.iter().position(is_it);
    let panes = [Pane { label: Label::Records, rows: 0..stops.len() }];
    let page = Page { subject, panes: &panes, area };
    let stop = |at: usize| stops.get(at).cloned();
    match at {
        Some(at) => page.draw(pen, at, (stops.len(), &stop)),
        None => page.newest(pen, (stops.len(), &stop)),
    }
}

/// The rows of a screen: how many, and the one of a number.
type Rows<'r> = (usize, &'r dyn Fn(usize) -> Option<Stop>);

/// A page of six rows while it is drawn.
struct Page<'a> {
    subject: Subject<'a>,
    panes: &'a [Pane],
    area: Rect,
}

impl Page<'_> {
    /// The six among which the cursor is; where these have no room, those before it that have.
    fn draw(&self, pen: &mut Pen<'_>, cursor: usize, rows: Rows<'_>) {
        let mut first = cursor - cursor % SIX;
        while first < cursor && self.lines(pen, first..cursor + 1, rows) > self.area.height {
            first += 1;
        }
        self.from(pen, first, (Some(cursor), rows));
    }

    /// The last ones that have room.
    fn newest(&self, pen: &mut Pen<'_>, rows: Rows<'_>) {
        let end = rows.0;
        let mut first = end.saturating_sub(SIX);
        while first + 1 < end && self.lines(pen, first..end, rows) > self.area.height {
            first += 1;
        }
        self.from(pen, first, (None, rows));
    }

    /// The lines that rows take, headings and blank lines among them.
    fn lines(&self, pen: &Pen<'_>, of: std::ops::Range<usize>, (_, stop): Rows<'_>) -> u16 {
        let inner = list::inner(self.area);
        let own = |at: usize| {
            let lines = stop(at).map(|stop| block(self.subject, pen.ruler(), inner.width, &stop));
            lines.map_or(0, |lines| lines.len()) + 1
        };
        let headed = self.panes.iter().filter(|pane| {
            pane.rows.contains(&of.start)
                || (of.contains(&pane.rows.start) && !pane.rows.is_empty())
        });
        let lines = headed.count() + of.clone().map(own).sum::<usize>();
        u16::try_from(lines.saturating_sub(1)).unwrap_or(u16::MAX)
    }

    fn from(&self, pen: &mut Pen<'_>, first: usize, (cursor, rows): (Option<usize>, Rows<'_>)) {
        let (area, inner) = (self.area, list::inner(self.area));
        let mut y = area.y;
        let mut label = None;
        for at in first..(first + SIX).min(rows.0) {
            let Some(stop) = (rows.1)(at) else { continue };
            let pane = self.panes.iter().find(|pane| pane.rows.contains(&at));
            let heading = pane.filter(|pane| label != Some(pane.label));
            let lines = block(self.subject, pen.ruler(), inner.width, &stop);
            let needs = u16::from(heading.is_some()).saturating_add(len(&lines));
            let fits = y.saturating_add(needs) <= area.bottom();
            if y >= area.bottom() || (!fits && at != first) {
                break;
            }
            if let Some(pane) = heading {
                self.heading(pen, y, (pane, at));
                label = Some(pane.label);
                y += 1;
            }
            for (nth, strip) in lines.iter().enumerate() {
                if y >= area.bottom() {
                    break;
                }
                strip.draw(pen, Rect { y, height: 1, ..inner });
                if cursor == Some(at) {
                    list::mark(pen, area, y, nth == 0);
                }
                y += 1;
            }
            y += 1;
        }
    }

    /// The heading of a pane, and which of its rows begin here.
    fn heading(&self, pen: &mut Pen<'_>, y: u16, (pane, at): (&Pane, usize)) {
        let (area, subject) = (self.area, self.subject);
        pen.text((area.x + 1, y), area.width - 1, subject.label(pane.label), Role::Title);
        let shown = (at - pane.rows.start + 1).to_string();
        let count = Seen::Of { shown, all: pane.rows.len().to_string() }.text(subject.lang());
        pen.text_before((area.right() - 1, y), area.width / 3, count, Role::Hint);
    }
}

fn len(lines: &[Strip]) -> u16 {
    u16::try_from(lines.len()).unwrap_or(u16::MAX)
}

/// A row in whole words: what it is, then how it stands.
fn block(subject: Subject<'_>, ruler: Ruler, width: u16, stop: &Stop) -> Vec<Strip> {
    let (text, about) = match stop {
        Stop::Row(place) => match subject.session.plan.find(*place) {
            Some(Found::Section(section)) => section_of(subject, section),
            Some(Found::Task(_)) => (title_of(subject, *place), who(subject, *place)),
            Some(Found::Target(target)) => target_of(subject, target),
            Some(Found::Measure(measure)) => {
                (format!("{} {}", measure.id, measure.text), Vec::new())
            }
            None => (place.to_string(), Vec::new()),
        },
        Stop::Decision(id) | Stop::Record(id) => match subject.state().standing(id) {
            Some(standing) => decision_of(subject, id, &standing),
            None => (record_of(subject, id), Vec::new()),
        },
        other => (linear::named(subject, other), Vec::new()),
    };
    let mut lines = strip::wrapped(ruler, width, &text);
    lines.extend(told(ruler, width, about));
    lines
}

fn section_of(subject: Subject<'_>, section: &Section) -> (String, Vec<Piece>) {
    let none = Tally::default();
    let tally = subject.session.verdicts.tally(section.id).unwrap_or(&none);
    let count = Seen::Tasks { count: section.tasks.len().to_string() }.text(subject.lang());
    let lit = Light::ALL.into_iter().filter(|light| tally.of(*light) > 0).map(|light| {
        let (text, role) = subject.light(light);
        let said = Seen::Lacking { gap: text, count: tally.of(light).to_string() };
        Piece::new(said.text(subject.lang()), role)
    });
    let about = std::iter::once(Piece::labelled(subject, Label::Tasks, count)).chain(lit).collect();
    (format!("{} {}", section.id, section.title), about)
}

fn target_of(subject: Subject<'_>, target: &Target) -> (String, Vec<Piece>) {
    let (light, role) = subject.light_of(target.id);
    let value = subject.latest_value(target);
    let months = subject.latest_period(target);
    let latest = if months.is_empty() {
        value
    } else {
        Seen::ReadingOf { value, months }.text(subject.lang())
    };
    let about = vec![
        Piece::new(light, role),
        Piece::labelled(subject, Label::Goal, subject.goal(target)),
        Piece::labelled(subject, Label::Latest, latest),
    ];
    (format!("{} {}", target.id, target.metric), about)
}

fn decision_of(subject: Subject<'_>, id: &RecordId, standing: &Standing) -> (String, Vec<Piece>) {
    let (light, role) = subject.decision_light(id, standing);
    let mut about = vec![Piece::new(light, role)];
    about.extend(records::who(subject, id, standing));
    let own =
        subject.state().ledger.decisions.get(id).filter(|_| subject.session.is_open(&id.snapshot));
    let number = own.map(|made| {
        let kind = made.kind.word().text(subject.lang()).to_owned();
        Seen::Numbered { kind, number: id.number.to_string() }.text(subject.lang())
    });
    (format!("{} {}", number.unwrap_or_else(|| subject.record(id)), standing.text), about)
}

/// A reading, a note, an assignment, with the time at which it was recorded.
fn record_of(subject: Subject<'_>, id: &RecordId) -> String {
    let records = subject.session.index.records();
    let edit = records.iter().find(|edit| edit.record() == Some(id));
    let said = edit.map(|edit| subject.said(edit)).unwrap_or_default();
    let at = subject.session.open.as_ref().and_then(|history| history.time_of(id));
    let at = at.map(|at| at.format("%H:%M ").to_string()).unwrap_or_default();
    format!("{at}{said}")
}

/// Pieces in as many lines as they need; one that is longer than a line goes on in the next.
fn told(ruler: Ruler, width: u16, pieces: Vec<Piece>) -> Vec<Strip> {
    let mut lines = Vec::new();
    let mut short = Vec::new();
    for piece in pieces {
        let (label, text) = piece.parts();
        let whole = format!("{label} {text}");
        if ruler.columns(whole.trim()) <= usize::from(width) {
            short.push(piece);
            continue;
        }
        lines.extend(strip::flowing(ruler, width, std::mem::take(&mut short)));
        lines.extend(strip::wrapped(ruler, width, whole.trim()));
    }
    lines.extend(strip::flowing(ruler, width, short));
    lines
}
