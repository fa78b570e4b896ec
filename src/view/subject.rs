//! What is drawn: the session as one seat sees it, and its days, names and numbers as that seat
//! reads them. It must never work out how something stands: that is `judge`'s.

use chrono::{Datelike as _, NaiveDate};

use super::style::Role;
use super::table::Width;
use crate::app::taste::Marks;
use crate::app::{Seat, Session};
use crate::judge::Light;
use crate::ledger::sentence::{self, Speech};
use crate::ledger::{About, Due, Edit, RecordId, Snapshot, SnapshotId, Stage, Standing, When};
use crate::plan::{Party, Place};
use crate::words::{Beside, Gap, Joint, Label, Lang, Says, Seen, Sign};

/// A session and the seat that looks at it.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// What everybody shares.
    pub session: &'a Session,
    /// Who looks.
    pub seat: &'a Seat,
}

impl<'a> Subject<'a> {
    /// The language of the seat.
    pub fn lang(self) -> Lang {
        self.seat.lang
    }

    /// The width of a column whose words are longer in English.
    pub fn fit(self, zh: u16, en: u16) -> Width {
        Width::Is(if self.lang() == Lang::Zh { zh } else { en })
    }

    /// The width of the numbers of decisions, whatever series their meetings are of: nobody can ask for
    /// one whose number is cut.
    pub fn number_width(self, least: u16) -> Width {
        let longest = u16::try_from(self.session.index.longest()).unwrap_or(u16::MAX);
        Width::Is(longest.clamp(least, 12))
    }

    /// The width of a light: a mark, and a word of up to three Han.
    pub fn light_width(self) -> Width {
        self.fit(8, 13)
    }

    /// The ledger as it stands.
    pub fn state(self) -> &'a Snapshot {
        self.session.state()
    }

    /// A label in the seat's language.
    pub fn label(self, label: Label) -> &'static str {
        label.text(self.lang())
    }

    /// A word of the screen in the seat's language.
    pub fn sign(self, sign: Sign) -> &'static str {
        sign.text(self.lang())
    }

    /// A text that may name keys, in the seat's language and with the keys of its person.
    pub fn says(self, what: &impl Says) -> String {
        self.seat.keymap.say(what, self.lang())
    }

    /// A day: without its year when it is the plan's.
    pub fn day(self, day: NaiveDate) -> String {
        if day.year() == self.session.plan.period.from.year() {
            day.format("%m-%d").to_string()
        } else {
            day.to_string()
        }
    }

    /// A due day or a repetition.
    pub fn when(self, when: When) -> String {
        match when {
            When::On(day, None) => self.day(day),
            When::On(day, Some(time)) => format!("{} {time}", self.day(day)),
            other => other.text(self.lang()),
        }
    }

    /// A due with how sure it is: assumed ones stand in 〔 〕, missing ones stand out.
    pub fn due(self, due: &Due) -> (String, Role) {
        match due {
            Due::Stated(when) => (self.when(*when), Role::Plain),
            Due::Assumed(when) => (format!("〔{}〕", self.when(*when)), Role::Plain),
            Due::Unsettled(words) => (words.clone(), Role::Behind),
            Due::Missing => (Gap::NoDue.text(self.lang()).to_owned(), Role::Behind),
        }
    }

    /// The same without the time of day, for a column of days.
    pub fn due_day(self, due: &Due) -> (String, Role) {
        let day = |when: &When| match *when {
            When::On(day, _) => When::On(day, None),
            other => other,
        };
        match due {
            Due::Stated(when) => self.due(&Due::Stated(day(when))),
            Due::Assumed(when) => self.due(&Due::Assumed(day(when))),
            Due::Unsettled(_) | Due::Missing => self.due(due),
        }
    }

    /// Who leads a decision: assumed in 〔 〕, missing stands out.
    pub fn lead(self, id: &RecordId, standing: &Standing) -> (String, Role) {
        if standing.lead.is_empty() {
            return (Gap::NoLead.text(self.lang()).to_owned(), Role::Behind);
        }
        let names = names(&standing.lead);
        let made = self.state().ledger.decisions.get(id);
        let assumed = made.is_some_and(|made| made.lead_assumed && made.lead == standing.lead);
        (if assumed { format!("〔{names}〕") } else { names }, Role::Plain)
    }

    /// Who leads a row now, or that nobody does.
    pub fn row_lead(self, place: Place) -> (String, Role) {
        let assignment =
            self.session.assignment(place).filter(|assignment| !assignment.lead.is_empty());
        assignment.map_or_else(
            || (self.sign(Sign::NotAssigned).to_owned(), Role::Hint),
            |assignment| (names(&assignment.lead), Role::Plain),
        )
    }

    /// The number of a record as people say it: `4/2` in a meeting of the usual series, else its id
    /// without the plan's year.
    pub fn record(self, id: &RecordId) -> String {
        self.session.index.spoken(id)
    }

    /// What an edit says of itself, with records numbered as people say them.
    pub fn said(self, edit: &Edit) -> String {
        sentence::of(edit, Speech::spoken(self.lang(), &|id| self.record(id)))
    }

    /// A meeting as people say it: `第3次 08-11`; an interval by its day.
    pub fn held(self, id: &SnapshotId) -> String {
        let day = id.day().map(|day| self.day(day)).unwrap_or_default();
        let number = self.session.index.number(id).map(|number| number.to_string());
        let held = number.map(|number| Seen::HeldShort { number }.text(self.lang()));
        format!("{} {day}", held.unwrap_or_default()).trim().to_owned()
    }

    /// A row by its number and short name: `1.4 临空经济`; an earlier decision by its number.
    pub fn about(self, about: &About) -> String {
        match about {
            About::Row(row) => self.row(row.place),
            About::Decision(id) => self.record(id),
        }
    }

    /// A row by its number and short name.
    pub fn row(self, place: Place) -> String {
        let name = self.session.plan.find(place).map_or("", |found| found.short());
        format!("{place} {name}").trim_end().to_owned()
    }

    /// A light's mark and word, and the role that repeats them in colour.
    pub fn light(self, light: Light) -> (String, Role) {
        (self.marked(light, light.word().text(self.lang())), role_of(light))
    }

    /// The mark of a light, for whoever wants marks.
    pub fn mark(self, light: Light) -> Option<char> {
        (self.seat.taste.marks != Marks::Word).then_some(light.mark())
    }

    fn marked(self, light: Light, word: &str) -> String {
        self.mark(light).map_or_else(|| word.to_owned(), |mark| format!("{mark} {word}"))
    }

    /// How a decision stands: its light, or for one that is over the stage in which it ended.
    pub fn decision_light(self, id: &RecordId, standing: &Standing) -> (String, Role) {
        let now = self.decision_word(id, standing);
        now.map(|(light, word)| (self.marked(light, word), role_of(light))).unwrap_or_default()
    }

    /// The same as a light and a word.
    pub fn decision_word(
        self,
        id: &RecordId,
        standing: &Standing,
    ) -> Option<(Light, &'static str)> {
        if standing.is_over() {
            return Some((Light::Done, standing.stage.word().text(self.lang())));
        }
        let light = self.session.judged(id)?.light?;
        Some((light, light.word().text(self.lang())))
    }

    /// The stage of a decision on its way; the first and the last need no word.
    pub fn stage(self, standing: &Standing) -> Option<&'static str> {
        let on_its_way = !standing.is_over() && standing.stage != Stage::default();
        on_its_way.then(|| standing.stage.word().text(self.lang()))
    }

    /// `延期1次（原08-31，批准人 区长）`, when it was extended.
    pub fn extended(self, standing: &Standing) -> Option<String> {
        let last = standing.extended.last()?;
        let said = Seen::Extended { count: standing.extended.len().to_string() }.text(self.lang());
        let was = standing.first_due().map(|first| Beside::Was { what: self.when(first) });
        let who = Some(last.approved.clone()).filter(|who| !who.is_empty());
        let who = who.map(|who| Beside::Approved { who });
        let details: Vec<String> =
            was.into_iter().chain(who).map(|one| one.text(self.lang())).collect();
        if details.is_empty() {
            return Some(said);
        }
        let details = details.join(Joint::Comma.text(self.lang()));
        Some(Beside::Details { said, details }.text(self.lang()))
    }
}

/// The role of a light.
pub fn role_of(light: Light) -> Role {
    match light {
        Light::OnTrack => Role::Good,
        Light::DueSoon => Role::Soon,
        Light::Behind => Role::Behind,
        Light::Overdue => Role::Overdue,
        Light::Done => Role::Done,
        Light::Unreported | Light::NotIssued | Light::NotStarted | Light::NotDue => Role::Unstarted,
    }
}

/// Names next to each other in a column.
pub fn names(parties: &[Party]) -> String {
    sentence::names(parties)
}
