//! One slip: what was written and what is right, as values, so that whoever looks a record up can put
//! it right without asking a roster.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::ledger::{Decision, Due, Meeting, Presence, Reading, Sitting, TimeOfDay};
use crate::plan::{Number, Party, Span};

/// What was written, and what is right, field by field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "`was` is what was written, `now` is what is right")]
pub enum Slip {
    /// 内容 of a decision.
    Text { was: String, now: String },
    /// 文稿表述 of a decision.
    InPapers { was: String, now: String },
    /// 牵头 of a decision.
    Lead { was: Vec<Party>, now: Vec<Party> },
    /// 配合 of a decision.
    Support { was: Vec<Party>, now: Vec<Party> },
    /// 时限 of a decision.
    Due { was: Due, now: Due },
    /// 数值 of a reading.
    Value { was: Number, now: Number },
    /// 截至 of a reading.
    Period { was: Span, now: Span },
    /// 来源 of a reading.
    Source { was: String, now: String },
    /// 名称 of a meeting.
    Title { was: String, now: String },
    /// 地点 of a sitting.
    Venue { sitting: u16, was: String, now: String },
    /// 主持 of a sitting.
    Chair { sitting: u16, was: String, now: String },
    /// When a sitting began.
    Began { sitting: u16, was: Option<TimeOfDay>, now: Option<TimeOfDay> },
    /// When it ended.
    Ended { sitting: u16, was: Option<TimeOfDay>, now: Option<TimeOfDay> },
    /// 文稿表述 of an item of the agenda.
    ItemInPapers { item: u16, was: String, now: String },
    /// How somebody attended; none for not at all.
    Attendance { who: Party, was: Option<Presence>, now: Option<Presence> },
}

impl Slip {
    /// What differs between a decision as it was made and what is right of it.
    pub fn of_decision(was: &Decision, now: &Decision) -> Vec<Self> {
        let mut slips = Vec::new();
        if was.text != now.text {
            slips.push(Self::Text { was: was.text.clone(), now: now.text.clone() });
        }
        if was.in_papers != now.in_papers {
            slips.push(Self::InPapers { was: was.in_papers.clone(), now: now.in_papers.clone() });
        }
        if was.lead != now.lead {
            slips.push(Self::Lead { was: was.lead.clone(), now: now.lead.clone() });
        }
        if was.support != now.support {
            slips.push(Self::Support { was: was.support.clone(), now: now.support.clone() });
        }
        if was.due != now.due {
            slips.push(Self::Due { was: was.due.clone(), now: now.due.clone() });
        }
        slips
    }

    /// What differs between a reading as it was entered and what is right of it.
    pub fn of_reading(was: &Reading, now: &Reading) -> Vec<Self> {
        let mut slips = Vec::new();
        if was.value != now.value {
            slips.push(Self::Value { was: was.value, now: now.value });
        }
        if was.period != now.period {
            slips.push(Self::Period { was: was.period, now: now.period });
        }
        if was.source != now.source {
            slips.push(Self::Source { was: was.source.clone(), now: now.source.clone() });
        }
        slips
    }

    /// What differs between a meeting as it was held and what is right of it.
    pub fn of_meeting(was: &Meeting, now: &Meeting) -> Vec<Self> {
        let mut slips = Vec::new();
        if was.title != now.title {
            slips.push(Self::Title { was: was.title.clone(), now: now.title.clone() });
        }
        for (number, sitting) in &now.sittings {
            let before = was.sittings.get(number).cloned().unwrap_or_default();
            slips.extend(Self::of_sitting(*number, before, sitting.clone()));
        }
        for (number, item) in &now.agenda {
            let before = was.agenda.get(number).map_or("", |item| item.in_papers.as_str());
            if before != item.in_papers {
                let (was, now) = (before.to_owned(), item.in_papers.clone());
                slips.push(Self::ItemInPapers { item: *number, was, now });
            }
        }
        let state = |of: &Meeting, who: &Party| of.attendance.get(who).map(|one| one.state);
        let people: BTreeSet<&Party> = was.attendance.keys().chain(now.attendance.keys()).collect();
        for who in people {
            let (was, now) = (state(was, who), state(now, who));
            if was != now {
                slips.push(Self::Attendance { who: who.clone(), was, now });
            }
        }
        slips
    }

    fn of_sitting(sitting: u16, was: Sitting, now: Sitting) -> Vec<Self> {
        let mut slips = Vec::new();
        if was.place != now.place {
            slips.push(Self::Venue { sitting, was: was.place, now: now.place });
        }
        if was.chair != now.chair {
            slips.push(Self::Chair { sitting, was: was.chair, now: now.chair });
        }
        if was.from != now.from {
            slips.push(Self::Began { sitting, was: was.from, now: now.from });
        }
        if was.to != now.to {
            slips.push(Self::Ended { sitting, was: was.to, now: now.to });
        }
        slips
    }

    pub(super) fn mend_decision(&self, decision: &mut Decision) {
        match self {
            Self::Text { now, .. } => decision.text.clone_from(now),
            Self::InPapers { now, .. } => decision.in_papers.clone_from(now),
            Self::Lead { now, .. } => {
                decision.lead.clone_from(now);
                decision.lead_assumed = false;
            }
            Self::Support { now, .. } => decision.support.clone_from(now),
            Self::Due { now, .. } => decision.due.clone_from(now),
            _ => {}
        }
    }

    pub(super) fn mend_reading(&self, reading: &mut Reading) {
        match self {
            Self::Value { now, .. } => reading.value = *now,
            Self::Period { now, .. } => reading.period = *now,
            Self::Source { now, .. } => reading.source.clone_from(now),
            _ => {}
        }
    }

    pub(super) fn mend_meeting(&self, meeting: &mut Meeting) {
        match self {
            Self::Title { now, .. } => meeting.title.clone_from(now),
            Self::Venue { sitting, now, .. } => {
                at(meeting, *sitting, |sitting| sitting.place.clone_from(now));
            }
            Self::Chair { sitting, now, .. } => {
                at(meeting, *sitting, |sitting| sitting.chair.clone_from(now));
            }
            Self::Began { sitting, now, .. } => {
                at(meeting, *sitting, |sitting| sitting.from = *now);
            }
            Self::Ended { sitting, now, .. } => at(meeting, *sitting, |sitting| sitting.to = *now),
            Self::ItemInPapers { item, now, .. } => {
                if let Some(item) = meeting.agenda.get_mut(item) {
                    item.in_papers.clone_from(now);
                }
            }
            Self::Attendance { who, now: Some(now), .. } => {
                meeting.attendance.entry(who.clone()).or_default().state = *now;
            }
            Self::Attendance { who, now: None, .. } => drop(meeting.attendance.remove(who)),
            _ => {}
        }
    }
}

fn at(meeting: &mut Meeting, sitting: u16, mend: impl FnOnce(&mut Sitting)) {
    mend(meeting.sittings.entry(sitting).or_default());
}
