//! 会议: who met when, and what they went through.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::SnapshotId;
use super::decision::is_default;
use super::due::is_false;
use crate::plan::{Party, Row, Table};

/// One meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// `2023-09-15`
    pub id: SnapshotId,
    /// 重点工作调度会
    pub series: String,
    /// Its number within the series, from 1.
    pub number: u32,
    /// A title of its own, if it has one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// When the next one is expected: a due that nobody names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<chrono::NaiveDate>,
    /// From when to when, where, under whom; more than one after a 休会.
    #[serde(default, skip_serializing_if = "is_default")]
    pub sittings: Table<u16, Sitting>,
    /// Who was there.
    #[serde(default, skip_serializing_if = "is_default")]
    pub attendance: Table<Party, Attendance>,
    /// The agenda by item number.
    #[serde(default, skip_serializing_if = "is_default")]
    pub agenda: Table<u16, AgendaItem>,
}

impl Meeting {
    /// 休会: its last sitting ended, and no other began.
    #[must_use]
    pub fn is_adjourned(&self) -> bool {
        self.sittings.values().next_back().is_some_and(|sitting| sitting.to.is_some())
    }
}

/// 分段: a meeting without a break.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sitting {
    /// When it began, on the meeting's day unless `day` says otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<TimeOfDay>,
    /// When it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<TimeOfDay>,
    /// The day, when it is not the meeting's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<chrono::NaiveDate>,
    /// 第一会议室
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// 主持
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub chair: String,
}

states! {
    /// Whether somebody was there.
    #[derive(Default)]
    Presence {
        #[default]
        Present = "present";
        Excused = "excused";
        Attending = "attending";
        Absent = "absent";
    }
}

impl Presence {
    /// How somebody who attended so is expected next time: who was excused or absent is a member
    /// all the same.
    #[must_use]
    pub const fn expected(self) -> Self {
        match self {
            Self::Attending => Self::Attending,
            Self::Present | Self::Excused | Self::Absent => Self::Present,
        }
    }

    /// The next state of the sign-in sheet's Space key: 出席 请假 列席 缺席.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Present => Self::Excused,
            Self::Excused => Self::Attending,
            Self::Attending => Self::Absent,
            Self::Absent => Self::Present,
        }
    }
}

/// How somebody attended.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attendance {
    /// 出席 请假 列席 缺席
    pub state: Presence,
    /// 代: who came instead.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub substitute: String,
    /// When they came, if late.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<TimeOfDay>,
    /// When they left, if early.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<TimeOfDay>,
    /// Why they were excused.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

states! {
    /// How far an item of the agenda is.
    #[derive(Default)]
    ItemState {
        #[default]
        Ahead = "ahead";
        Current = "current";
        Discussed = "discussed";
        Postponed = "postponed";
        Carried = "carried";
        Written = "written";
    }
}

impl ItemState {
    /// Whether it is still to be gone through: 未议, or 在议.
    pub const fn is_ahead(self) -> bool {
        matches!(self, Self::Ahead | Self::Current)
    }
}

/// 议题: one item of the agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaItem {
    /// 关于…的汇报, or the row's title.
    pub title: String,
    /// The rows that it goes through.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<Row>,
    /// The office that reports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<Party>,
    /// Who speaks.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub presenter: String,
    /// Planned minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// 本议题不公开
    #[serde(default, skip_serializing_if = "is_false")]
    pub restricted: bool,
    /// 预拟: lines prepared before the meeting. They never enter a snapshot.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prepared: Vec<String>,
    /// How far it is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub state: ItemState,
    /// Why it was put off, carried to the next meeting, or skipped.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// 文稿表述: the paragraph that minutes have of it, in place of 会议听取了….
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub in_papers: String,
}

/// A time of the day to the minute: `09:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay {
    hour: u8,
    minute: u8,
}

impl TimeOfDay {
    /// A time; none for 24:00 and beyond.
    pub fn new(hour: u32, minute: u32) -> Option<Self> {
        let (hour, minute) = (u8::try_from(hour).ok()?, u8::try_from(minute).ok()?);
        (hour < 24 && minute < 60).then_some(Self { hour, minute })
    }

    /// Minutes since midnight.
    pub fn minutes(self) -> u32 {
        u32::from(self.hour) * 60 + u32::from(self.minute)
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

/// The text is not `09:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotATime;

impl FromStr for TimeOfDay {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        let (hour, minute) = text.split_once(':').ok_or(NotATime)?;
        let number = |text: &str| text.parse::<u32>().map_err(|_| NotATime);
        let time = Self::new(number(hour)?, number(minute)?).ok_or(NotATime)?;
        if time.to_string() == text { Ok(time) } else { Err(NotATime) }
    }
}

impl Serialize for TimeOfDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TimeOfDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|NotATime| {
            de::Error::invalid_value(de::Unexpected::Str(&text), &"a time like \"09:00\"")
        })
    }
}
