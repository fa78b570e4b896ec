//! What changed between two states of a book, for people, programs and tables.

use super::Answer;
use super::hand::look;
use super::layout::page;
use super::moment::Moment;
use crate::app::Session;
use crate::format::{csv, json};
use crate::judge::compare::{self, By, Difference, Shared, said};
use crate::judge::{Grounds, compare as differences};
use crate::plan::Found;
use crate::shell::args::{Format, Settings};
use crate::shell::failure::Failure;
use crate::words::Lang;
use crate::words::compare::{Change, Compared, Sort};

/// `diff [A [B]] [--by 单位] [--kind 时限]`
pub fn diff(
    settings: &Settings,
    ends: &[String],
    by: By,
    sort: Option<Sort>,
) -> Result<Answer, Failure> {
    let mut book = look(settings)?;
    let odd = std::mem::take(&mut book.told);
    let was = match ends.first() {
        Some(text) => Moment::find(&book, text, settings)?,
        None => Moment::last(&book, settings)?,
    };
    let now = match ends.get(1) {
        Some(text) => Moment::find(&book, text, settings)?,
        None => Moment::now(&book, settings),
    };
    let (before, after) = (was.grounds(&book), now.grounds(&book));
    let mut all = differences(&before, &after);
    all.retain(|one| sort.is_none_or(|sort| one.field.sort() == sort));
    let (session, lang) = (&book.session, settings.lang);
    let both = Both { session, was: &before, now: &after, sort, lang };
    let text = match settings.format {
        Format::Text => page(&both.lines(&(&was, &now), &all, by), settings.width),
        Format::Csv => csv::table(&both.values(&all)),
        Format::Json => {
            let end = |of: &Moment<'_>| json::end(&of.state.id(), of.today, &of.title);
            let changes = json::array(both.values(&all));
            json::text(&json::compared(&end(&was), &end(&now), &changes))
        }
    };
    let told = odd.into_iter().chain(was.told.clone()).chain(now.told.clone()).collect();
    Ok(Answer { text, told, no: false })
}

/// Both sides, and for whom they are told.
struct Both<'a> {
    session: &'a Session,
    was: &'a Grounds<'a>,
    now: &'a Grounds<'a>,
    /// Only changes of this sort are told.
    sort: Option<Sort>,
    lang: Lang,
}

impl Both<'_> {
    fn values(&self, all: &[Difference]) -> Vec<json::Value> {
        let said = |one| said(one, self.was, self.now, self.lang);
        all.iter().map(|one| json::difference(one, &said(one))).collect()
    }

    /// Which states, how many changes of each sort, then group by group.
    fn lines(
        &self,
        (was, now): &(&Moment<'_>, &Moment<'_>),
        all: &[Difference],
        by: By,
    ) -> Vec<String> {
        let lang = self.lang;
        let turns = Change::Turns { was: was.title.clone(), now: now.title.clone() };
        let mut lines = vec![turns.text(lang)];
        if all.is_empty() {
            let sort = self.sort.map(|_| Compared::NoneOfSort);
            lines.push(sort.unwrap_or(Compared::Unchanged).text(lang).to_owned());
            return lines;
        }
        let mut counts = vec![Change::Changes { count: all.len().to_string() }.text(lang)];
        counts.extend(compare::counts(all).into_iter().map(|(sort, count)| {
            let (sort, count) = (sort.text(lang).to_owned(), count.to_string());
            Change::Count { sort, count }.text(lang)
        }));
        lines.push(counts.join("  "));
        for (shared, of) in compare::grouped(all, by, &self.session.plan) {
            lines.push(String::new());
            lines.push(self.heading(&shared));
            lines.extend(of.iter().filter_map(|index| all.get(*index)).map(|one| self.line(one)));
        }
        lines
    }

    /// `1.2 招商引资  牵头 投促局`, or the office.
    fn heading(&self, shared: &Shared) -> String {
        let lang = self.lang;
        match shared {
            Shared::Row(place) => {
                let plans = [self.now.plan, self.was.plan];
                let title = plans.into_iter().find_map(|plan| plan.find(*place)).map(Found::title);
                let mut parts = vec![format!("{place} {}", title.unwrap_or_default())];
                if let Some(assigned) = self.now.state.assignment(*place) {
                    parts.extend(super::lines::people(&assigned.lead, &[], lang));
                }
                parts.join("  ")
            }
            Shared::Lead(party) => party.name().to_owned(),
            Shared::Nobody => Compared::NoOffice.text(lang).to_owned(),
            Shared::NoRow => Compared::NoRow.text(lang).to_owned(),
        }
    }

    /// `  报数  1.2/1 签约额  240亿元（1—7月） -> 305亿元（1—8月）  +65`
    fn line(&self, one: &Difference) -> String {
        let said = said(one, self.was, self.now, self.lang);
        let mut parts = vec![format!("  {}", said.field), said.topic.clone(), said.turn(self.lang)];
        parts.extend(said.notes);
        parts.retain(|part| !part.trim().is_empty());
        parts.join("  ")
    }
}
