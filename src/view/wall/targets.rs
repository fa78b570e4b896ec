//! Targets on the big screen: name, figure, bar and light under each other.

use ratatui::layout::Rect;

use super::{Page, TALL, centred};
use crate::judge::Light;
use crate::plan::{Found, Place, Target};
use crate::view::style::Role;
use crate::view::subject::Subject;
use crate::view::table::{Columns, Width};
use crate::words::{Seen, Wall as Says};

impl<'a> Page<'_, '_, 'a> {
    /// Targets with their bars. Where not all of them find room the worst do, in the plan's order.
    pub(super) fn targets(&mut self, places: &[Place]) {
        let plan = &self.subject.session.plan;
        let target = |place: &Place| match plan.find(*place) {
            Some(Found::Target(target)) => Some(target),
            _ => None,
        };
        let all: Vec<&Target> = places.iter().filter_map(target).collect();
        if all.is_empty() {
            return;
        }
        let airy = self.rest.height >= TALL;
        let lines = (self.rest.height / if airy { 4 } else { 3 }).max(3);
        let shown = worst(self.subject, &all, usize::from(lines));
        let table = self.table(&shown);
        for target in &shown {
            let line = self.take(1);
            self.target(line, &table, target);
            if airy {
                self.skip();
            }
        }
        let paced = |target: &&Target| self.subject.way(target, NARROW_WAY).contains('|');
        let mut said = Vec::new();
        if shown.iter().any(paced) {
            said.push(Says::PaceMark.text(self.subject.lang()).to_owned());
        }
        if let Some(count) = all.len().checked_sub(shown.len()).filter(|count| *count > 0) {
            said.push(Seen::More { count: count.to_string() }.text(self.subject.lang()));
        }
        if !said.is_empty() {
            let line = self.take(1);
            centred(self.pen, line, &said.join("  "), Role::Hint);
        }
        self.skip();
    }

    /// The columns of targets: the names get what the figures leave.
    pub(super) fn table(&self, targets: &[&Target]) -> Table {
        let (subject, ruler) = (self.subject, self.pen.ruler());
        let (wide, area) = (self.rest.width >= 90, self.rest);
        let latest = targets.iter().map(|target| ruler.columns(&subject.latest_value(target)));
        let latest = u16::try_from(latest.max().unwrap_or(0)).unwrap_or(u16::MAX).clamp(4, 12);
        let way = if wide { WIDE_WAY } else { NARROW_WAY };
        let widths = [
            Width::Rest,
            Width::only(wide, 14),
            Width::Is(latest),
            Width::Is(u16::try_from(way).unwrap_or(u16::MAX)),
            subject.light_width(),
        ];
        Table { columns: Columns::over(area, &widths), wide, way }
    }

    pub(super) fn target(&mut self, line: Rect, table: &Table, target: &'a Target) {
        let whole = table.wide || target.short.is_empty();
        let name = if whole { &target.metric } else { &target.short };
        let [_, name, goal, latest, _, way, light] =
            self.subject.target_cells(target, name, table.way);
        table.columns.write(self.pen, line.y, &[name, goal, latest, way, light]);
    }
}

/// How targets stand under each other.
pub(super) struct Table {
    columns: Columns,
    wide: bool,
    way: usize,
}

/// Room for a bar and its share.
const NARROW_WAY: usize = 20;

/// Room for a bar, its share, and how far it is from its pace.
const WIDE_WAY: usize = 32;

/// As many targets as there is room for: the worst ones, in the plan's order.
fn worst<'a>(subject: Subject<'_>, all: &[&'a Target], most: usize) -> Vec<&'a Target> {
    let light = |target: &Target| subject.verdict(target.id).and_then(|verdict| verdict.light);
    let mut numbered: Vec<(usize, &Target)> = all.iter().copied().enumerate().collect();
    numbered.sort_by_key(|(_, target)| light(target).map_or(Light::ALL.len(), |l| l as usize));
    numbered.truncate(most);
    numbered.sort_by_key(|(at, _)| *at);
    numbered.into_iter().map(|(_, target)| target).collect()
}
