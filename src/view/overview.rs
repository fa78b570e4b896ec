//! 总览: the headline targets, the sections, and every decision that is not over.

use std::ops::Bound;

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::list::{self, Lines};
use super::panes;
use super::status::WIDE;
use super::style::Role;
use super::subject::Subject;
use super::table::{Cell, Columns, Width};
use crate::app::rows;
use crate::judge::light;
use crate::ledger::{ItemState, RecordId};
use crate::plan::{Place, Section, Target};
use crate::words::{Label, Lang, Seen, Sign};

/// Draws the overview with the cursor on a row.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, cursor: usize) {
    let panes = rows::panes(subject.session, subject.seat.screen());
    let slots = panes::slots(&panes, area.height, |_| 1);
    let decisions = subject.session.index.open();
    let first = |label| panes.iter().find(|pane| pane.label == label).map_or(0, |p| p.rows.start);
    let number = number_width(pen, subject, decisions);
    let page = Page { subject, area, decisions, number };
    let lines = Lines { panes: &panes, slots: &slots, cursor: Some(cursor) };
    let end = list::draw(pen, area, &lines, |pen, y, slot| match slot {
        list::Line::Heading(label) => page.heading(pen, y, label),
        list::Line::Row(label, row, _) => {
            page.row(pen, y, label, row - first(label));
        }
    });
    page.empty(pen, end);
}

/// The overview while it is drawn.
struct Page<'a> {
    subject: Subject<'a>,
    area: Rect,
    decisions: &'a [RecordId],
    number: u16,
}

impl Page<'_> {
    fn heading(&self, pen: &mut Pen<'_>, y: u16, label: Label) {
        let of = |label| Cell::new(self.subject.label(label), Role::Hint);
        let sign = |sign| Cell::new(self.subject.sign(sign), Role::Hint);
        let none = || Cell::plain("");
        pen.text((self.area.x + 1, y), self.area.width, self.subject.label(label), Role::Title);
        let cells = match label {
            Label::Headline => vec![
                none(),
                none(),
                of(Label::Goal).right(),
                of(Label::Latest).right(),
                of(Label::Period),
                sign(Sign::Gap).right(),
                of(Label::State),
            ],
            Label::Sections => vec![
                none(),
                none(),
                of(Label::Task).right(),
                of(Label::Target).right(),
                sign(Sign::Open).right(),
                sign(Sign::ThisTime),
            ],
            _ => vec![
                none(),
                none(),
                of(Label::Rows),
                of(Label::Lead),
                of(Label::Due),
                of(Label::State),
            ],
        };
        self.columns(label).write(pen, y, &cells);
    }

    fn row(&self, pen: &mut Pen<'_>, y: u16, label: Label, row: usize) {
        let plan = &self.subject.session.plan;
        let cells = match label {
            Label::Headline => plan.headline.get(row).map(|target| self.headline(target)),
            Label::Sections => plan.sections.get(row).map(|section| self.section(section)),
            _ => self.decisions.get(row).and_then(|id| self.decision(id)),
        };
        self.columns(label).write(pen, y, &cells.unwrap_or_default());
    }

    /// The columns of a pane; the titles of all panes start at one place, the lights too.
    fn columns(&self, label: Label) -> Columns {
        let (wide, middling) = (self.area.width >= WIDE, self.area.width >= 76);
        let area = list::inner(self.area);
        let widths: &[Width] = match label {
            Label::Headline => &[
                Width::Is(self.number),
                Width::Rest,
                Width::Is(if wide { 14 } else { 10 }),
                Width::Is(if wide { 14 } else { 10 }),
                self.period(wide, middling),
                Width::only(middling, if wide { 8 } else { 6 }),
                self.subject.light_width(),
            ],
            Label::Sections => &[
                Width::Is(self.number),
                Width::Rest,
                Width::Is(6),
                self.subject.fit(10, 14),
                Width::Is(8),
                if middling { self.subject.fit(8, 12) } else { Width::Hidden },
            ],
            _ => &[
                Width::Is(self.number),
                Width::Rest,
                Width::only(wide, 18),
                Width::Is(if wide { 14 } else { 10 }),
                Width::Is(10),
                self.subject.light_width(),
            ],
        };
        Columns::over(area, widths)
    }

    /// The months of a reading; in English they are long, so a narrow window leaves them out.
    fn period(&self, wide: bool, middling: bool) -> Width {
        match self.subject.lang() {
            Lang::Zh => Width::only(middling, 7),
            Lang::En => Width::only(wide, 11),
        }
    }

    fn headline(&self, target: &Target) -> Vec<Cell<'static>> {
        let subject = self.subject;
        let wide = self.area.width >= WIDE;
        let name = if wide || target.short.is_empty() { &target.metric } else { &target.short };
        let light = light::of_target(subject.state(), target).map(|light| subject.light(light));
        let (light, role) = light.unwrap_or_default();
        vec![
            Cell::plain(target.id.to_string()),
            Cell::plain(name.clone()),
            Cell::plain(subject.goal(target)).right(),
            Cell::new(subject.latest_value(target), Role::Strong).right(),
            Cell::plain(subject.latest_period(target)),
            Cell::plain(subject.progress(target)).right(),
            Cell::new(light, role),
        ]
    }

    fn section(&self, section: &Section) -> Vec<Cell<'static>> {
        let (subject, lang) = (self.subject, self.subject.lang());
        let count = |count: usize| count.to_string();
        let all: usize = section.tasks.iter().map(|task| task.targets().count()).sum();
        let reported = Seen::Of { shown: count(reported(subject, section.id)), all: count(all) };
        let open = self.decisions.iter().filter(|id| is_about(subject, id, section.id)).count();
        vec![
            Cell::plain(section.id.to_string()),
            Cell::plain(self.name(section)),
            Cell::plain(Seen::Tasks { count: count(section.tasks.len()) }.text(lang)).right(),
            Cell::plain(format!("{} {}", reported.text(lang), subject.sign(Sign::Reported)))
                .right(),
            Cell::plain(if open == 0 { "-".to_owned() } else { count(open) }).right(),
            Cell::plain(self.items(section.id)),
        ]
    }

    fn name(&self, section: &Section) -> String {
        match (section.short.is_empty(), self.area.width >= WIDE) {
            (true, _) => section.title.clone(),
            (false, false) => section.short.clone(),
            (false, true) => format!("{}  {}", section.short, section.title),
        }
    }

    /// How many items of the agenda about a section are through.
    fn items(&self, section: Place) -> String {
        let Some(meeting) = self.subject.session.meeting() else { return "-".to_owned() };
        let agenda = meeting.agenda.values();
        let own = agenda.filter(|item| item.rows.iter().any(|row| row.place.is_within(section)));
        let (mut all, mut done) = (0, 0);
        for item in own {
            all += 1;
            done += usize::from(!matches!(item.state, ItemState::Ahead | ItemState::Current));
        }
        let (done, all) = (done.to_string(), all.to_string());
        Seen::Items { done, all }.text(self.subject.lang())
    }

    fn decision(&self, id: &RecordId) -> Option<Vec<Cell<'static>>> {
        let subject = self.subject;
        let standing = subject.state().standing(id)?;
        let about = &subject.state().ledger.decisions.get(id)?.about;
        let about = about.first().map(|about| subject.about(about)).unwrap_or_default();
        let (lead, lead_role) = subject.lead(id, &standing);
        let (due, due_role) = subject.due_day(&standing.due);
        let (light, light_role) = subject.decision_light(&standing);
        Some(vec![
            Cell::plain(subject.record(id)),
            Cell::plain(standing.text),
            Cell::plain(about),
            Cell::new(lead, lead_role),
            Cell::new(due, due_role),
            Cell::new(light, light_role),
        ])
    }

    /// What is not there yet, and the key that makes it.
    fn empty(&self, pen: &mut Pen<'_>, end: u16) {
        let subject = self.subject;
        let mut y = end + 1;
        let mut say = |sign| {
            if y < self.area.bottom() {
                let at = (list::inner(self.area).x, y);
                pen.text(at, self.area.width, subject.sign(sign), Role::Hint);
                y += 1;
            }
        };
        let never = subject.session.meeting().is_none() && subject.session.last_meeting.is_none();
        if never {
            say(Sign::NoMeetingYet);
        } else if self.decisions.is_empty() {
            say(Sign::NoDecisionsOpen);
        }
    }
}

/// Room for the numbers of rows and of these decisions.
fn number_width(pen: &Pen<'_>, subject: Subject<'_>, decisions: &[RecordId]) -> u16 {
    let width = |id| u16::try_from(pen.ruler().columns(&subject.record(id))).unwrap_or(u16::MAX);
    decisions.iter().map(width).max().unwrap_or(0).clamp(4, 10)
}

/// How many targets below a section have a reading: a look at what was reported, not at the plan.
fn reported(subject: Subject<'_>, section: Place) -> usize {
    let readings = &subject.state().ledger.readings;
    let below = readings.range::<Place, _>((Bound::Included(section), Bound::Unbounded));
    below.take_while(|(row, _)| row.place.is_within(section)).count()
}

fn is_about(subject: Subject<'_>, id: &RecordId, section: Place) -> bool {
    let decision = subject.state().ledger.decisions.get(id);
    decision.is_some_and(|decision| {
        decision.about.iter().any(
            |about| matches!(about, crate::ledger::About::Row(row) if row.place.is_within(section)),
        )
    })
}
