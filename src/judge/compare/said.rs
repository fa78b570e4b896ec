//! A difference in words: what it is of, its value on either side, and what is worth knowing beside it.

use super::{Difference, Field, Grounds, Topic, Value, rows};
use crate::judge::{Light, reason};
use crate::ledger::{Due, Followup, Happening, RecordId, sentence};
use crate::plan::{Found, Number, Place, Target};
use crate::words::compare::{Change, Column, Compared};
use crate::words::{Beside, Lang, Seen};

/// A difference as it is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// In what.
    pub field: &'static str,
    /// What differs, by its number and its name.
    pub topic: String,
    /// The value on the first side; empty where there is none.
    pub was: String,
    /// The value on the second side.
    pub now: String,
    /// The reasons of lights, how far a figure moved, who approved and why.
    pub notes: Vec<String>,
}

impl Said {
    /// What it was and what it is: `240（1—7月） -> 305（1—8月）`, or that it is new, or gone.
    pub fn turn(&self, lang: Lang) -> String {
        match (self.was.as_str(), self.now.as_str()) {
            ("", "") => String::new(),
            ("", now) => format!("{} {now}", Compared::Added.text(lang)),
            (was, "") => format!("{} {was}", Compared::Gone.text(lang)),
            (was, now) if was == now => now.to_owned(),
            (was, now) => Change::Turns { was: was.into(), now: now.into() }.text(lang),
        }
    }
}

/// Says a difference. The sides are the ones that were compared, or ones that know more.
pub fn said(one: &Difference, was: &Grounds<'_>, now: &Grounds<'_>, lang: Lang) -> Said {
    let saying = Saying { one, was, now, lang };
    let side = |value: &Option<Value>, on| {
        value.as_ref().map(|value| saying.value(value, on)).unwrap_or_default()
    };
    Said {
        field: one.field.word().text(lang),
        topic: saying.topic(),
        was: side(&one.was, was),
        now: side(&one.now, now),
        notes: saying.notes().into_iter().filter(|note| !note.is_empty()).collect(),
    }
}

struct Saying<'a> {
    one: &'a Difference,
    was: &'a Grounds<'a>,
    now: &'a Grounds<'a>,
    lang: Lang,
}

impl Saying<'_> {
    fn topic(&self) -> String {
        match &self.one.topic {
            Topic::Row(place) => {
                let found = self.now.plan.find(*place).or_else(|| self.was.plan.find(*place));
                format!("{place} {}", found.map_or("", Found::short)).trim_end().to_owned()
            }
            Topic::Decision(id) => {
                let standing =
                    [self.now, self.was].into_iter().find_map(|on| on.state.standing(id));
                // What a decision says is told where the decision itself is new.
                let own = self.one.field != Field::Decision && self.one.field != Field::Text;
                let text = standing.filter(|_| own).map(|standing| standing.text);
                format!("{id} {}", text.unwrap_or_default()).trim_end().to_owned()
            }
            Topic::Held(id) => id.to_string(),
            Topic::Person(party) => party.name().to_owned(),
        }
    }

    fn value(&self, value: &Value, on: &Grounds<'_>) -> String {
        let lang = self.lang;
        match value {
            Value::Light(verdict) => self.light(verdict.light),
            Value::Reading(value, period) => {
                let period = sentence::months(*period, lang);
                Change::Reading { value: self.amount(*value, on), period }.text(lang)
            }
            Value::Goal(value) => self.amount(*value, on),
            Value::Hand(light, why) => {
                let set = light.map(|light| self.light(Some(light)));
                let back = || Compared::BackToRule.text(lang).to_owned();
                self.because(set.unwrap_or_else(back), why)
            }
            Value::Parties(parties) => sentence::names(parties),
            Value::Day(day) => day.to_string(),
            Value::Decision(standing) => sentence::of_standing(standing, lang),
            Value::Text(text) => text.clone(),
            Value::Due(due) => self.due(due),
            Value::Stage(stage, None) => stage.word().text(lang).to_owned(),
            Value::Stage(stage, Some(by)) => {
                let stage = stage.word().text(lang).to_owned();
                Change::ReplacedBy { stage, by: by.to_string() }.text(lang)
            }
            Value::Feedback(feedback) => feedback.progress.clone(),
            Value::Sheet(colour, why) => {
                let colour = colour.word().text(lang).to_owned();
                self.because(Change::Sheet { colour }.text(lang), why)
            }
            Value::Slip(slip, agreed) => {
                let (field, was, now) = sentence::slip(slip, lang);
                let agreed = Beside::Agreed { who: agreed.clone() }.text(lang);
                self.because(Change::Corrected { field, was, now }.text(lang), &agreed)
            }
            Value::Account(state, why) => self.because(state.word().text(lang).to_owned(), why),
            Value::Signed(by, document) => format!("{by} {document}").trim_end().to_owned(),
            Value::Attended(state, instead) => {
                let state = state.word().text(lang).to_owned();
                let name = instead.clone();
                if name.is_empty() { state } else { Change::Instead { state, name }.text(lang) }
            }
        }
    }

    fn because(&self, what: String, why: &str) -> String {
        if why.is_empty() {
            return what;
        }
        Change::Because { what, why: why.to_owned() }.text(self.lang)
    }

    fn light(&self, light: Option<Light>) -> String {
        light.map_or_else(
            || Compared::NoLight.text(self.lang).to_owned(),
            |light| format!("{} {}", light.mark(), light.word().text(self.lang)),
        )
    }

    fn due(&self, due: &Due) -> String {
        match due {
            Due::Missing => Compared::Missing.text(self.lang).to_owned(),
            Due::Stated(when) => when.text(self.lang),
            Due::Assumed(when) => Change::Assumed { day: when.text(self.lang) }.text(self.lang),
            Due::Unsettled(words) => words.clone(),
        }
    }

    fn amount(&self, value: Number, on: &Grounds<'_>) -> String {
        self.target(on).map_or_else(|| value.to_string(), |target| target.measured(value))
    }

    fn target<'a>(&self, on: &Grounds<'a>) -> Option<&'a Target> {
        let Topic::Row(place) = &self.one.topic else { return None };
        target(on, *place)
    }

    /// What is worth knowing beside the values.
    fn notes(&self) -> Vec<String> {
        match (&self.one.was, &self.one.now) {
            (Some(Value::Light(_)), _) | (_, Some(Value::Light(_))) => self.reasons(),
            (Some(Value::Reading(was, _)), Some(Value::Reading(now, _))) => {
                let mut notes = vec![stepped(*was, *now, self.lang)];
                notes.extend(self.times());
                notes
            }
            (None, Some(Value::Reading(..))) => self.times().into_iter().collect(),
            (_, Some(Value::Goal(_))) => self.amended(),
            _ => self.steps(),
        }
    }

    /// Why the light was what it was, and why it is what it is.
    fn reasons(&self) -> Vec<String> {
        let why = |value: &Option<Value>, on: &Grounds<'_>| match value {
            Some(Value::Light(verdict)) => {
                Some(reason::text(on, self.target(on), verdict, self.lang))
            }
            _ => None,
        };
        let before = why(&self.one.was, self.was).map(|why| Change::Before { why });
        let after = why(&self.one.now, self.now).map(|why| Change::After { why });
        before.into_iter().chain(after).map(|one| one.text(self.lang)).collect()
    }

    /// How many records lie between the two values, when it is more than one.
    fn times(&self) -> Option<String> {
        let count = self.one.records.len();
        (count > 1).then(|| Change::Times { count: count.to_string() }.text(self.lang))
    }

    /// Who changed a goal, and by which paper.
    fn amended(&self) -> Vec<String> {
        let Topic::Row(place) = &self.one.topic else { return Vec::new() };
        let Some(record) = self.one.records.last() else { return Vec::new() };
        let found = [self.now, self.was]
            .into_iter()
            .find_map(|on| on.state.ledger.amendments.get(place).and_then(|all| all.get(record)));
        let Some(amendment) = found else { return Vec::new() };
        let day = Beside::Effective { day: amendment.effective.to_string() }.text(self.lang);
        vec![amendment.organ.clone(), amendment.document.clone(), day]
    }

    /// Who agreed and why, of the last step that made it so; how often it was extended.
    fn steps(&self) -> Vec<String> {
        let Topic::Decision(id) = &self.one.topic else { return Vec::new() };
        let steps: Vec<&Followup> =
            self.one.records.iter().filter_map(|record| self.step(id, record)).collect();
        let Some(last) = steps.last() else { return Vec::new() };
        let extended = |step: &Followup| matches!(step.what, Happening::Extended { .. });
        let times = steps.iter().filter(|step| extended(step)).count();
        let filled = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let (who, why) = (filled(&last.consent), filled(&last.note));
        let (who, why) = if extended(last) {
            (who.map(|who| Beside::Approved { who }), why.map(|why| Beside::Because { why }))
        } else {
            (who.map(|who| Beside::Agreed { who }), why.map(|note| Beside::Remark { note }))
        };
        let count = (times > 0).then(|| Seen::Extended { count: times.to_string() });
        let beside = why.into_iter().chain(who).map(|one| one.text(self.lang));
        count.map(|count| count.text(self.lang)).into_iter().chain(beside).collect()
    }

    fn step(&self, id: &RecordId, record: &RecordId) -> Option<&Followup> {
        let sides = [self.now, self.was].into_iter();
        sides.into_iter().find_map(|on| on.state.ledger.followups.get(id)?.get(record))
    }
}

/// How far a figure moved: `+65`, `-3.5`.
fn stepped(was: Number, now: Number, lang: Lang) -> String {
    match rows::step(was, now) {
        Some(step) if step.is_zero() => Column::Unmoved.text(lang).to_owned(),
        Some(step) if step.is_sign_positive() => format!("+{step}"),
        Some(step) => step.to_string(),
        None => String::new(),
    }
}

fn target<'a>(on: &Grounds<'a>, place: Place) -> Option<&'a Target> {
    match on.plan.find(place)? {
        Found::Target(target) => Some(target),
        _ => None,
    }
}
