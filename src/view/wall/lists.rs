//! Lists on the big screen: the tasks of a section, the plan as a whole.

use ratatui::layout::Rect;

use super::{Page, TALL};
use crate::app::{Screen, rows};
use crate::judge::Light;
use crate::plan::{Place, Section};
use crate::view::canvas::Pen;
use crate::view::strip::{self, Piece};
use crate::view::style::Role;
use crate::view::subject::{Subject, role_of};
use crate::view::table::{Cell, Columns, Width};
use crate::words::{Guest as Word, Label, Lang, Seen};

impl Page<'_, '_, '_> {
    /// The tasks of a section, or all, with who leads each and how it stands.
    pub(super) fn tasks(&mut self, section: Option<Place>) {
        let subject = self.subject;
        let title = section
            .map_or_else(|| subject.label(Label::Tasks).to_owned(), |section| self.name(section));
        self.title(subject.session.plan.name(), &title);
        let count = rows::count(subject.session, &Screen::Tasks { section, cursor: 0 });
        let tasks = (0..).map_while(|at| rows::nth_task(&subject.session.plan, section, at));
        let widths = [Width::Is(5), Width::Rest, Width::Is(14), subject.light_width()];
        let columns = Columns::over(self.rest, &widths);
        self.listed(count, tasks, |pen, line, task| {
            let ((lead, lead_role), (light, role)) =
                (subject.row_lead(task.id), subject.light_of(task.id));
            let short = if task.short.is_empty() { &task.title } else { &task.short };
            let cells = [
                Cell::plain(task.id.to_string()),
                Cell::plain(short),
                Cell::new(lead, lead_role),
                Cell::new(light, role),
            ];
            columns.write(pen, line.y, &cells);
        });
    }

    /// The plan as a whole: its headline targets, and how the tasks of each section stand.
    pub(super) fn plan(&mut self) {
        let subject = self.subject;
        let plan = &subject.session.plan;
        let open = subject.session.meeting().is_none().then_some(Word::NothingOpen);
        self.title(open.map_or("", |word| word.text(subject.lang())), plan.name());
        let sections = u16::try_from(plan.sections.len()).unwrap_or(u16::MAX).saturating_add(1);
        let below = sections.min(self.rest.height / 2);
        let above = self.rest.height - below;
        let whole = self.rest;
        self.rest.height = above;
        let headline = plan.headline.iter().take(usize::from(above.saturating_sub(1)));
        let table = self.table(&headline.clone().collect::<Vec<_>>());
        for target in headline {
            let line = self.take(1);
            self.target(line, &table, target);
        }
        let used = self.rest.y - whole.y;
        self.rest = Rect { y: self.rest.y, height: whole.height - used, ..whole };
        self.skip();
        self.listed(plan.sections.len(), plan.sections.iter(), |pen, line, section| {
            let used = pen.text((line.x, line.y), line.width / 2, name_of(section), Role::Plain);
            let x = line.x + used.max(line.width / 3) + 2;
            let area = Rect { x, width: line.right().saturating_sub(x), ..line };
            strip::pieces(pen, area, &lights(subject, section.id));
        });
    }

    /// One line for each, the last for how many found none.
    fn listed<T>(
        &mut self,
        count: usize,
        all: impl Iterator<Item = T>,
        write: impl Fn(&mut Pen<'_>, Rect, T),
    ) {
        let room = usize::from(self.rest.height);
        let shown = if count > room { room.saturating_sub(1) } else { count };
        let airy = self.rest.height >= TALL && 2 * count <= room;
        for one in all.take(shown) {
            let line = self.take(1);
            write(self.pen, line, one);
            if airy {
                self.skip();
            }
        }
        if count > shown && self.rest.height > 0 {
            let more = Seen::More { count: (count - shown).to_string() }.text(self.subject.lang());
            let line = self.take(1);
            self.pen.text((line.x, line.y), line.width, more, Role::Hint);
        }
    }
}

/// A section by its number and short name.
fn name_of(section: &Section) -> String {
    let short = if section.short.is_empty() { &section.title } else { &section.short };
    format!("{}  {short}", section.id)
}

/// `X 逾期1  ! 滞后2`: how the tasks of a section stand.
fn lights(subject: Subject<'_>, section: Place) -> Vec<Piece> {
    let Some(tally) = subject.session.verdicts.tally(section) else { return Vec::new() };
    let between = if subject.lang() == Lang::En { " " } else { "" };
    let lit = Light::ALL.into_iter().filter(|light| tally.of(*light) > 0);
    let piece = |light: Light| {
        let (word, _) = subject.light(light);
        Piece::new(format!("{word}{between}{}", tally.of(light)), role_of(light))
    };
    lit.map(piece).collect()
}
