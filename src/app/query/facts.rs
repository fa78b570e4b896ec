//! What a query may ask of one record, whatever its kind; what a kind does not have stays empty.

use super::{Asks, Days, Held, Role, Text, Whom};
use crate::judge::Light;
use crate::ledger::{DecisionKind, Due, Outcome, RecordId, Settlement, SnapshotId, Stage, When};
use crate::plan::{OfficeKey, Party, Place};

/// What can be asked of one record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Its id.
    pub record: Option<RecordId>,
    /// What it was recorded in.
    pub held: Option<SnapshotId>,
    /// The meeting that it was recorded in, by its number.
    pub meeting: Option<Nth>,
    /// The rows that it is about.
    pub rows: Vec<Place>,
    /// Who leads.
    pub lead: Vec<Party>,
    /// Who helps.
    pub support: Vec<Party>,
    /// Who else has to do with it.
    pub others: Vec<Party>,
    /// By when.
    pub due: Due,
    /// How it stands.
    pub light: Option<Light>,
    /// Where a decision is in its life.
    pub stage: Option<Stage>,
    /// What sort of decision it is.
    pub kind: Option<DecisionKind>,
    /// How the meeting answered.
    pub outcome: Option<Outcome>,
    /// What became of a row at the year's end.
    pub account: Option<Settlement>,
    /// How often it was extended.
    pub extensions: usize,
    /// To be settled after the meeting.
    pub pending: bool,
    /// Open, and nobody reported on it for long.
    pub silent: bool,
    /// Where it came from.
    pub source: String,
    /// The words that its line shows.
    pub texts: Vec<String>,
}

/// A meeting by its number in its series.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Nth {
    /// The code of the series; empty for the usual one.
    pub series: String,
    /// From 1.
    pub number: usize,
}

impl Facts {
    /// Whether it has what a term asks for. Numbers of meetings are those of the usual series unless
    /// a series is asked for as well.
    pub(super) fn has(&self, asks: &Asks<'_>, by_series: bool) -> bool {
        match asks {
            Asks::Text(text) => self.says(text),
            Asks::Party(role, whom) => self.names(*role, whom),
            Asks::Row(place) => self.is_within(*place),
            Asks::Rows(text) => text.rows.iter().any(|place| self.is_within(*place)),
            Asks::Record(id) => self.record.as_ref() == Some(id),
            Asks::Numbered(meeting, record) => {
                self.is_nth(false, |number| number == *meeting)
                    && self.record.as_ref().is_some_and(|id| id.number == *record)
            }
            Asks::Meeting(held) => self.was_held(held, by_series),
            Asks::Series(code) => self.meeting.as_ref().is_some_and(|nth| nth.series == *code),
            Asks::Due(order, Days::Span(from, to)) => {
                let day = self.due.when().and_then(When::day);
                day.is_some_and(|day| order.of(&day, (from, to)))
            }
            Asks::Due(_, Days::Each(when)) => self.due.when() == Some(*when),
            Asks::Due(_, Days::Unsettled) => self.due.when().is_none(),
            Asks::State(light, stage) => self.stands(*light, *stage),
            Asks::Kind(kind) => self.kind == Some(*kind),
            Asks::Outcome(outcome) => self.outcome == Some(*outcome),
            Asks::Source(word) => word.find(&self.source).is_some(),
            Asks::Extended(order, count) => order.of(&self.extensions, (count, count)),
            Asks::Pending => self.pending,
            Asks::Silent => self.silent,
            Asks::Open => self.stage.is_some_and(|stage| !stage.is_over()),
            Asks::Account(state) => self.account == *state,
        }
    }

    fn says(&self, text: &Text<'_>) -> bool {
        let shown = || self.texts.iter().chain([&self.source]);
        shown().any(|shown| text.word.find(shown).is_some())
            || self.parties(Role::Any).any(|party| called(party, text))
            || text.rows.iter().any(|place| self.is_within(*place))
    }

    fn names(&self, role: Role, whom: &Whom<'_>) -> bool {
        let mut parties = self.parties(role);
        match whom {
            Whom::Nobody => parties.next().is_none(),
            Whom::Offices(keys, _) => parties.any(|party| has_key(party, keys)),
            Whom::Called(text) => parties.any(|party| called(party, text)),
        }
    }

    fn parties(&self, role: Role) -> impl Iterator<Item = &Party> {
        let lead = self.lead.iter().filter(move |_| role != Role::Support);
        let support = self.support.iter().filter(move |_| role != Role::Lead);
        lead.chain(support).chain(self.others.iter().filter(move |_| role == Role::Any))
    }

    fn is_within(&self, place: Place) -> bool {
        self.rows.iter().any(|row| row.is_within(place))
    }

    fn was_held(&self, held: &Held, by_series: bool) -> bool {
        match held {
            Held::Is(id) => self.held.as_ref() == Some(id),
            Held::Nth(order, wanted) => {
                self.is_nth(by_series, |number| order.of(&number, (wanted, wanted)))
            }
            Held::Interval => self.held.as_ref().is_some_and(|id| !id.is_meeting()),
        }
    }

    fn is_nth(&self, any_series: bool, test: impl Fn(usize) -> bool) -> bool {
        let nth = self.meeting.as_ref().filter(|nth| any_series || nth.series.is_empty());
        nth.is_some_and(|nth| test(nth.number))
    }

    /// 办结 is also what was 销号 after it.
    fn stands(&self, light: Option<Light>, stage: Option<Stage>) -> bool {
        match (stage, self.stage) {
            (Some(Stage::Done), Some(now)) => matches!(now, Stage::Done | Stage::Closed),
            (Some(wanted), Some(now)) => now == wanted,
            _ => light.is_some() && self.light == light,
        }
    }
}

fn called(party: &Party, text: &Text<'_>) -> bool {
    has_key(party, &text.offices) || text.word.calls(party.name())
}

fn has_key(party: &Party, keys: &[OfficeKey]) -> bool {
    party.key().is_some_and(|key| keys.contains(key))
}
