//! 总览: the headline targets, the sections, and every decision that is not over.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::empty;
use super::list::{self, Lines};
use super::panes;
use super::status::WIDE;
use super::style::Role;
use super::subject::{Subject, role_of};
use super::table::{Cell, Columns, Width};
use super::why;
use super::width::Ruler;
use crate::app::progress::Through;
use crate::app::rows;
use crate::judge::{Light, Tally};
use crate::ledger::RecordId;
use crate::plan::{Place, Section, Target};
use crate::words::{Label, Lang, Seen, Sign};

/// Draws the overview with the cursor on a row.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, cursor: usize) {
    let area = why::foot(pen, area, subject, 28);
    let panes = rows::panes(subject.session, subject.seat.screen());
    let slots = panes::slots(&panes, area.height, |_| 1);
    let decisions = subject.session.index.open();
    let first = |label| panes.iter().find(|pane| pane.label == label).map_or(0, |p| p.rows.start);
    let number = u16::try_from(subject.session.index.widest()).unwrap_or(u16::MAX).clamp(4, 10);
    let page = Page { subject, area, decisions, number };
    let columns: Vec<(Label, Columns)> =
        panes.iter().map(|pane| (pane.label, page.columns(pane.label))).collect();
    let write = |pen: &mut Pen<'_>, y, label, cells: &[Cell<'_>]| {
        if let Some((_, columns)) = columns.iter().find(|(of, _)| *of == label) {
            columns.write(pen, y, cells);
        }
    };
    let lines = Lines { panes: &panes, slots: &slots, cursor: Some(cursor) };
    let end = list::draw(pen, area, &lines, |pen, y, slot| match slot {
        list::Line::Heading(label) => {
            pen.text((area.x + 1, y), area.width, subject.label(label), Role::Title);
            write(pen, y, label, &page.heading(label));
        }
        list::Line::Row(label, row, _) => {
            write(pen, y, label, &page.row(label, row - first(label)));
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

impl<'a> Page<'a> {
    fn heading(&self, label: Label) -> Vec<Cell<'static>> {
        let of = |label| Cell::new(self.subject.label(label), Role::Hint);
        let sign = |sign| Cell::new(self.subject.sign(sign), Role::Hint);
        let none = || Cell::plain("");
        match label {
            Label::Headline => vec![
                none(),
                none(),
                of(Label::Goal).right(),
                of(Label::Latest).right(),
                of(Label::Period),
                of(Label::Progress),
                of(Label::State),
            ],
            Label::Sections => {
                let mut cells = vec![none(), none(), of(Label::Task).right()];
                cells.extend(COUNTED.map(|light| self.light_heading(light)));
                cells.push(sign(Sign::Others).right());
                cells.extend([of(Label::Target).right(), sign(Sign::Open).right()]);
                cells.push(sign(Sign::ThisTime));
                cells
            }
            _ => vec![
                none(),
                none(),
                of(Label::Rows),
                of(Label::Lead),
                of(Label::Due),
                of(Label::State),
            ],
        }
    }

    fn row(&self, label: Label, row: usize) -> Vec<Cell<'_>> {
        let plan = &self.subject.session.plan;
        let cells = match label {
            Label::Headline => plan.headline.get(row).map(|target| self.headline(target)),
            Label::Sections => plan.sections.get(row).map(|section| self.section(section)),
            _ => self.decisions.get(row).and_then(|id| self.decision(id)),
        };
        cells.unwrap_or_default()
    }

    /// The columns of a pane; the titles of all panes start at one place, the lights too. In a narrow
    /// window the numbers of other series are too long for that: they would leave no room for names.
    fn columns(&self, label: Label) -> Columns {
        let (wide, middling) = (self.area.width >= WIDE, self.area.width >= 76);
        let area = list::inner(self.area);
        let number = if wide { self.number } else { self.number.min(6) };
        let widths: &[Width] = match label {
            Label::Headline => &[
                Width::Is(number),
                Width::Rest,
                self.widest(wide, |target| self.subject.goal(target)),
                self.widest(wide, |target| self.subject.latest_value(target)),
                self.period(wide, middling),
                Width::only(middling, self.way()),
                self.subject.light_width(),
            ],
            Label::Sections => {
                let mut widths = vec![Width::Is(number), Width::Rest];
                widths.push(Width::only(middling, 4));
                widths.extend(COUNTED.map(|light| self.light_column(light)));
                widths.push(Width::only(middling, if self.is_zh() { 4 } else { 6 }));
                widths.push(Width::only(wide, if self.is_zh() { 10 } else { 14 }));
                widths.push(Width::only(wide, 6));
                widths.push(if middling { self.subject.fit(8, 12) } else { Width::Hidden });
                return Columns::over(area, &widths);
            }
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

    fn headline(&self, target: &'a Target) -> Vec<Cell<'a>> {
        let subject = self.subject;
        let wide = self.area.width >= WIDE;
        let name = if wide || target.short.is_empty() { &target.metric } else { &target.short };
        subject.target_cells(target, name, usize::from(self.way())).to_vec()
    }

    /// Room for a bar with its figures.
    fn way(&self) -> u16 {
        if self.area.width >= WIDE { 32 } else { 15 }
    }

    /// As wide as the widest of the headline's texts, within reason.
    fn widest(&self, wide: bool, text: impl Fn(&Target) -> String) -> Width {
        let ruler = Ruler::default();
        let headline = self.subject.session.plan.headline.iter();
        let columns = headline.map(|target| ruler.columns(&text(target))).max().unwrap_or(0);
        Width::Is(u16::try_from(columns).unwrap_or(u16::MAX).clamp(8, if wide { 14 } else { 10 }))
    }

    fn is_zh(&self) -> bool {
        self.subject.lang() == Lang::Zh
    }

    /// A light over its counts: its word, or its mark alone where the words are long.
    fn light_heading(&self, light: Light) -> Cell<'static> {
        let lang = self.subject.lang();
        let word = light.word().text(lang);
        let text = if lang == Lang::En { light.mark().to_string() } else { word.to_owned() };
        Cell::new(text, Role::Hint).right()
    }

    fn light_column(&self, light: Light) -> Width {
        let lang = self.subject.lang();
        if lang == Lang::En {
            return Width::Is(3);
        }
        let columns = Ruler::default().columns(light.word().text(lang));
        Width::Is(u16::try_from(columns).unwrap_or(u16::MAX).min(10))
    }

    fn section(&self, section: &Section) -> Vec<Cell<'static>> {
        let (subject, lang) = (self.subject, self.subject.lang());
        let none = Tally::default();
        let tally = subject.session.verdicts.tally(section.id).unwrap_or(&none);
        let (shown, all) = (tally.reported.to_string(), tally.targets.to_string());
        let reported = Seen::Of { shown, all }.text(lang);
        let open = subject.session.index.open_about(section.id).len();
        let counted: usize = COUNTED.into_iter().map(|light| tally.of(light)).sum();
        let mut cells = vec![
            Cell::plain(section.id.to_string()),
            Cell::plain(self.name(section)),
            Cell::plain(section.tasks.len().to_string()).right(),
        ];
        cells.extend(
            COUNTED.map(|light| Cell::new(count(tally.of(light)), role(light, tally)).right()),
        );
        cells.push(Cell::plain(count(tally.all() - counted)).right());
        let reported = format!("{reported} {}", subject.sign(Sign::Reported));
        cells.extend([Cell::plain(reported).right(), Cell::plain(count(open)).right()]);
        cells.push(Cell::plain(self.items(section.id)));
        cells
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
        let session = self.subject.session;
        if session.meeting().is_none() {
            return "-".to_owned();
        }
        let Through { done, all } = session.index.progress.section(section);
        Seen::Items { done: done.to_string(), all: all.to_string() }.text(self.subject.lang())
    }

    fn decision(&self, id: &RecordId) -> Option<Vec<Cell<'static>>> {
        let subject = self.subject;
        let standing = subject.state().standing(id)?;
        let about = &subject.state().ledger.decisions.get(id)?.about;
        let about = about.first().map(|about| subject.about(about)).unwrap_or_default();
        let (lead, lead_role) = subject.lead(id, &standing);
        let (due, due_role) = subject.due_day(&standing.due);
        let (light, light_role) = subject.decision_light(id, &standing);
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
        let y = end + 1;
        if let Some((said, role)) = empty::here(self.subject).filter(|_| y < self.area.bottom()) {
            pen.text((list::inner(self.area).x, y), self.area.width, said, role);
        }
    }
}

/// The lights that a section counts, the rest in one column.
const COUNTED: [Light; 6] =
    [Light::OnTrack, Light::DueSoon, Light::Behind, Light::Overdue, Light::Unreported, Light::Done];

/// In what role a light is counted: what there is none of alarms nobody.
fn role(light: Light, tally: &Tally) -> Role {
    if tally.of(light) == 0 { Role::Plain } else { role_of(light) }
}

/// A count in a table: nothing is a dash.
fn count(count: usize) -> String {
    if count == 0 { "-".to_owned() } else { count.to_string() }
}
