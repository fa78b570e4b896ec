//! 大屏: what is being discussed now and what was decided on it, to be read from the back of the room.
//!
//! Only what is saved, and nothing of whoever reads along: no draft, no mark, no name of a reviewer, no
//! key. What finds no room is left out whole, the newest decision last.

mod lists;
mod targets;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::canvas::Pen;
use super::records;
use super::shown::Shown;
use super::status;
use super::strip::{self, Piece, Strip};
use super::style::Role;
use super::subject::{Subject, names};
use crate::app::guest::Guest;
use crate::app::{Screen, Session, Spot, agenda, line, look};
use crate::ledger::{AgendaItem, Edit, RecordId};
use crate::plan::Place;
use crate::words::{Guest as Word, GuestSays, Label, Seen, Sign, Wall as Says};

/// From this many lines on there is a blank one between the rows of a list.
const TALL: u16 = 24;

/// Draws the big screen over a whole buffer. Gives the place of the cursor: what is being discussed.
pub fn draw(session: &Session, guest: &Guest, buffer: &mut Buffer) -> Position {
    let kept = session.shown_in(guest.seat.sight.script);
    let mut pen = Pen::anew(buffer, guest.seat.sight).in_script(kept);
    let (area, subject) = (pen.area(), Subject { session, seat: &guest.seat });
    if area.width < 40 || area.height < 10 {
        super::too_small(&mut pen, area, subject);
        return pen.focused();
    }
    let side = (area.width / 20).max(2);
    let width = area.width - 2 * side;
    let rest = Rect { x: area.x + side, y: area.y + 1, width, height: area.height - 3 };
    pen.focus(rest.x, rest.y);
    let foot = Rect { y: area.bottom() - 1, height: 1, ..rest };
    foot_line(&mut pen, foot, subject, guest);
    let mut page = Page { pen: &mut pen, subject, rest };
    match scene(subject, guest) {
        Scene::Silent(word) => page.silent(word),
        Scene::Item(number, item) => page.item(number, item),
        Scene::Row(place) => page.row(place),
        Scene::Tasks(section) => page.tasks(section),
        Scene::Plan => page.plan(),
    }
    pen.focused()
}

/// The item that is on, as the big screen shows it: for whoever wants it large on a screen of their own.
pub(super) fn item(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) {
    let side = 3.min(area.width / 8);
    let rest = Rect { x: area.x + side, width: area.width - 2 * side, ..area };
    let mut page = Page { pen, subject, rest };
    match line::item(subject.session, subject.seat).zip(subject.seat.line.item) {
        Some((item, number)) => page.item(number, item),
        None => page.plan(),
    }
}

/// What is to be shown.
enum Scene<'a> {
    /// Nothing but why nothing is shown.
    Silent(&'static str),
    Item(u16, &'a AgendaItem),
    Row(Place),
    Tasks(Option<Place>),
    Plan,
}

/// What the desk is at, as far as it may be shown.
fn scene<'a>(subject: Subject<'a>, guest: &Guest) -> Scene<'a> {
    let restricted = || Scene::Silent(Word::Restricted.text(subject.lang()));
    match (&guest.desk, subject.seat.screen()) {
        (Some(Spot::Paused), _) => Scene::Silent(Says::Paused.text(subject.lang())),
        (Some(Spot::Restricted), _) => restricted(),
        (_, Screen::Meeting) => {
            let item = line::item(subject.session, subject.seat);
            match item.zip(subject.seat.line.item) {
                Some((item, _)) if item.restricted => restricted(),
                Some((item, number)) => Scene::Item(number, item),
                None => Scene::Plan,
            }
        }
        (_, Screen::Task { place, .. }) => Scene::Row(*place),
        (_, Screen::Tasks { section, .. }) => Scene::Tasks(*section),
        _ => Scene::Plan,
    }
}

/// Plan, meeting and day; or the one thing that somebody at this screen has to know.
fn foot_line(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, guest: &Guest) {
    let lang = subject.lang();
    if let Some(said) =
        guest.said.as_ref().filter(|said| guest.alarm || **said == GuestSays::LeaveAsk)
    {
        let role = if guest.alarm { Role::Alarm } else { Role::Saved };
        pen.text((area.x, area.y), area.width, said.text(lang), role);
        return;
    }
    let plan = &subject.session.plan;
    let rehearsal = if plan.rehearsal { subject.label(Label::Rehearsal) } else { "" };
    let day = subject.state().id().day().filter(|_| subject.session.meeting().is_some());
    let day = day.unwrap_or(subject.session.today).to_string();
    let line = |series, day: &str| {
        let meeting = status::meeting(subject, series).unwrap_or_default();
        let parts = [rehearsal, plan.name(), &meeting, day];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join("  ")
    };
    let fits = |text: &String| pen.ruler().columns(text) <= usize::from(area.width);
    let lines = [line(true, &day), line(false, &day), line(false, "")];
    let shown = lines.iter().find(|text| fits(text)).unwrap_or(&lines[2]);
    centred(pen, area, shown, Role::Hint);
}

/// Writes one line in the middle. Gives its first column.
fn centred(pen: &mut Pen<'_>, area: Rect, text: &str, role: Role) -> u16 {
    let x = middle(pen, area, text);
    pen.text((x, area.y), area.right().saturating_sub(x), text, role);
    x
}

/// The column at which a text begins that stands in the middle.
fn middle(pen: &Pen<'_>, area: Rect, text: &str) -> u16 {
    let columns = u16::try_from(pen.ruler().columns(text)).unwrap_or(u16::MAX);
    area.x + area.width.saturating_sub(columns) / 2
}

/// The screen while it is filled from above.
struct Page<'p, 'b, 'a> {
    pen: &'p mut Pen<'b>,
    subject: Subject<'a>,
    /// What is still empty.
    rest: Rect,
}

impl Page<'_, '_, '_> {
    /// Takes lines from above, as far as there are any.
    fn take(&mut self, lines: u16) -> Rect {
        let height = lines.min(self.rest.height);
        let taken = Rect { height, ..self.rest };
        self.rest.y += height;
        self.rest.height -= height;
        taken
    }

    fn skip(&mut self) {
        self.take(1);
    }

    fn silent(&mut self, word: &str) {
        self.take(self.rest.height / 2);
        let line = self.take(1);
        let x = centred(self.pen, line, word, Role::Title);
        self.pen.focus(x, line.y);
    }

    /// What is talked about, in the middle: a small line, and the title in as many lines as it needs.
    fn title(&mut self, above: &str, title: &str) {
        let line = self.take(1);
        centred(self.pen, line, above, Role::Plain);
        let ruler = self.pen.ruler();
        // As a whole: a name that the end of a line parts is a name still.
        let text = Shown::new(self.pen.in_its_script(title).into_owned());
        for (at, part) in ruler.wrap(&text, usize::from(self.rest.width)).iter().enumerate().take(3)
        {
            let line = self.take(1);
            let x = middle(self.pen, line, part.as_str());
            self.pen.verbatim((x, line.y), line.right() - x, part.as_str(), Role::Title);
            if at == 0 {
                self.pen.focus(x, line.y);
            }
        }
        self.skip();
    }

    fn item(&mut self, number: u16, item: &AgendaItem) {
        let subject = self.subject;
        let all = subject.session.meeting().map_or(0, |meeting| meeting.agenda.len()).to_string();
        let count = Seen::Of { shown: number.to_string(), all }.text(subject.lang());
        let state = item.state.word().text(subject.lang());
        let above = format!("{} {count}  {state}", subject.label(Label::Item));
        let places = line::rows(subject.session, subject.seat);
        match places.as_slice() {
            [place] => {
                self.title(&above, &self.name(*place));
                self.who(*place);
            }
            _ => self.title(&above, &item.title),
        }
        let targets = places.iter().flat_map(|place| look::targets_at(subject.session, *place));
        self.targets(&targets.collect::<Vec<_>>());
        let own = of_item(subject, number, &places);
        let looks_back = own.is_empty() || agenda::follows_up(item);
        if looks_back { self.left_open() } else { self.decisions(&own) }
    }

    fn row(&mut self, place: Place) {
        let subject = self.subject;
        let section = place.in_section().map(|section| subject.row(section));
        self.title(&section.unwrap_or_default(), &self.name(place));
        self.who(place);
        self.targets(&look::targets_at(subject.session, place));
        let state = subject.state();
        let mut ids = subject.session.index.about(place).to_vec();
        ids.retain(|id| !state.is_over(id) || id.snapshot == state.id());
        self.decisions(&ids);
    }

    /// A row by its number and whole title.
    fn name(&self, place: Place) -> String {
        let title = self.subject.session.plan.find(place).map_or("", |found| found.title());
        format!("{place}  {title}")
    }

    /// Who answers for a row, and how it stands.
    fn who(&mut self, place: Place) {
        let (subject, line) = (self.subject, self.take(1));
        let (light, role) = subject.light_of(place);
        let right = if light.is_empty() {
            line.right()
        } else {
            self.pen.text_before((line.right(), line.y), line.width / 2, light, role)
        };
        let (lead, lead_role) = subject.row_lead(place);
        let support = subject.session.assignment(place).map(|now| names(&now.support));
        let pieces = [
            Piece::labelled(subject, Label::Lead, lead).role(lead_role),
            Piece::labelled(subject, Label::Support, support.unwrap_or_default()),
        ];
        let width = right.saturating_sub(line.x + 2);
        strip::pieces(self.pen, Rect { width, ..line }, &pieces);
        self.skip();
    }

    /// What earlier meetings left open here, where nothing was decided yet.
    fn left_open(&mut self) {
        let subject = self.subject;
        let open = subject.state().id();
        let mut ids = line::walkable(subject.session, subject.seat);
        ids.retain(|id| id.snapshot != open && subject.state().ledger.decisions.contains_key(id));
        let line = self.take(1);
        if ids.is_empty() {
            let word = Says::NothingYet.text(subject.lang());
            self.pen.text((line.x, line.y), line.width, word, Role::Hint);
        } else {
            self.pen.text((line.x, line.y), line.width, subject.sign(Sign::Open), Role::Hint);
            self.decisions(&ids);
        }
    }

    /// Decisions, as many of the newest as find room, the one that is pointed at always.
    fn decisions(&mut self, ids: &[RecordId]) {
        let pointed = self.subject.seat.line.record.as_ref();
        let last = pointed.and_then(|id| ids.iter().position(|own| own == id));
        let ids = last.map_or(ids, |last| &ids[..=last]);
        let (mut blocks, mut left) = (Vec::new(), usize::from(self.rest.height));
        for id in ids.iter().rev() {
            let block = self.decision(id);
            let needed = block.len() + usize::from(!blocks.is_empty());
            if needed > left && !blocks.is_empty() {
                break;
            }
            left = left.saturating_sub(needed);
            blocks.push((id, block));
        }
        for (at, (id, block)) in blocks.into_iter().rev().enumerate() {
            if at > 0 {
                self.skip();
            }
            for (at, strip) in block.iter().enumerate() {
                let line = self.take(1);
                if line.height == 0 {
                    break;
                }
                if at == 0 && pointed == Some(id) {
                    self.pen.text((line.x.saturating_sub(2), line.y), 1, ">", Role::Key);
                    self.pen.focus(line.x, line.y);
                }
                strip.draw(self.pen, line);
            }
        }
    }

    /// A decision with who and by when; one of an earlier meeting with its number and its light.
    fn decision(&self, id: &RecordId) -> Vec<Strip> {
        let (subject, ruler) = (self.subject, self.pen.ruler());
        let own = (id.snapshot == subject.state().id())
            .then(|| records::decision(ruler, self.rest, subject, id));
        if let Some(lines) = own {
            return lines.unwrap_or_default();
        }
        let Some(standing) = subject.state().standing(id) else { return Vec::new() };
        let text = format!("{} {}", subject.record(id), standing.text);
        let mut lines = strip::wrapped(ruler, self.rest.width, &text);
        let (light, role) = subject.decision_light(id, &standing);
        let who = records::who(subject, id, &standing);
        let pieces = std::iter::once(Piece::new(light, role)).chain(who);
        lines.extend(strip::flowing(ruler, self.rest.width, pieces));
        lines
    }
}

/// What this meeting decided on an item: while it was on, or about its rows.
fn of_item(subject: Subject<'_>, number: u16, places: &[Place]) -> Vec<RecordId> {
    let history = subject.session.open.as_ref();
    let decided = subject.session.index.records().iter().filter_map(|edit| match edit {
        Edit::Decision(_) => edit.record(),
        _ => None,
    });
    let state = subject.state();
    let is_own = |id: &&RecordId| {
        let Some(made) = state.ledger.decisions.get(*id) else { return false };
        let during = made.item.or_else(|| history.and_then(|history| history.item_of(id)));
        let about = crate::app::catalogue::rows(&made.about);
        about.iter().any(|row| places.iter().any(|place| row.is_within(*place)))
            || (during == Some(number) && (about.is_empty() || places.len() != 1))
    };
    decided.filter(is_own).cloned().collect()
}
