//! One pair of eyes: which screen, which row, what is typed. The desk is a seat, a test is a seat.
//!
//! A seat never holds a record: whatever it shows is looked up in the session when it is drawn.

mod line;
mod over;

use std::collections::BTreeSet;

pub use self::line::{Binding, Line};
pub use self::over::{About, Find, Hit, Menu, Over, Plain};
use super::compare::Compare;
use super::copying::Copied;
use super::division::Division;
use super::field::Field;
use super::form::Form;
use super::glimpse::Glimpse;
use super::key::Key;
use super::keymap::Keymap;
use super::page::Figures;
use super::page::looks::Looks;
use super::pasted::Pasted;
use super::practice::Practice;
use super::preview::Preview;
use super::register::Register;
use super::sight::{Origin, Sight};
use super::spot::{Cast, Spot};
use super::taste::{Ground, Taste};
use super::tip::Habits;
use crate::ledger::story::Subject;
use crate::plan::Place;
use crate::words::tip::Tip;
use crate::words::{Do, Lang, Notice};

/// A seat before a session.
#[derive(Clone, Debug)]
pub struct Seat {
    /// Columns and rows of its window.
    pub size: (u16, u16),
    /// What its terminal can show.
    pub sight: Sight,
    /// What its person chose.
    pub taste: Taste,
    /// The keys that its person has for commands.
    pub keymap: Keymap,
    /// What would hold without any choice.
    pub ground: Ground,
    /// What runs here, on what.
    pub origin: Origin,
    /// The language in which it is spoken to.
    pub lang: Lang,
    /// The screens that were opened, the one shown last; never empty.
    screens: Vec<Screen>,
    /// What lies over the screen and has the keys.
    pub over: Option<Over>,
    /// 显示: the settings, over everything else.
    pub looks: Option<Looks>,
    /// The line of the meeting.
    pub line: Line,
    /// Rows that are marked in the list of tasks, in the order of the plan.
    pub marks: BTreeSet<Place>,
    /// What was said last.
    pub notice: Option<Notice>,
    /// The notice stays until something is done about it.
    pub alarm: bool,
    /// F10 was pressed once while a meeting is open.
    pub leaving: bool,
    /// The last key opened a task through the jump box: `.2` and `/1` go on from there.
    pub jumped: bool,
    /// The hint of this start, until something else is said or done.
    pub tip: Option<Tip>,
    /// What its person uses, for the next hint.
    pub habits: Habits,
    /// What the last key copied: once more, and the text is shown.
    pub copied: Option<Copied>,
    /// What its person does there.
    pub hands: Hands,
    /// 练习: how far its practice is; none at a real book.
    pub practice: Option<Practice>,
    /// What its last frame showed, for the keys that go on from there.
    pub glimpse: Glimpse,
    /// 投屏: how much of where it is others are told.
    pub cast: Cast,
    /// Where it was when others were last told.
    pub(super) spot: Option<Spot>,
}

/// What the person at a seat does there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hands {
    /// Records: the desk.
    Record,
    /// Only reads: hints of what could be recorded are left out.
    Read,
}

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// 总览: the headline targets, the sections, what is open.
    Overview {
        /// The row with the cursor.
        cursor: usize,
    },
    /// 任务清单: the tasks of a section, or all.
    Tasks {
        /// Only this section's.
        section: Option<Place>,
        /// The row with the cursor.
        cursor: usize,
    },
    /// 任务详情
    Task {
        /// Which.
        place: Place,
        /// The row with the cursor.
        cursor: usize,
    },
    /// 会议: the line has the keys.
    Meeting,
    /// A page of fields.
    Form(Form),
    /// 签到
    SignIn {
        /// The row with the cursor.
        cursor: usize,
    },
    /// 粘贴: several lines before they are recorded.
    Pasted(Pasted),
    /// 阅览: what reviewers left on what is open.
    Reviews {
        /// The row with the cursor.
        cursor: usize,
    },
    /// 待定: what is to be settled.
    Pending {
        /// The row with the cursor.
        cursor: usize,
    },
    /// 念清单: the decisions of a meeting, read back to the chair.
    ReadBack {
        /// The decision at the top.
        cursor: usize,
    },
    /// 预览: a paper of the meeting, page by page.
    Preview(Preview),
    /// 散会: what is missing, and F8 to seal.
    Gate {
        /// The row with the cursor.
        cursor: usize,
    },
    /// 合并: two lines of meetings, and what of them is in conflict.
    Join {
        /// The row with the cursor.
        cursor: usize,
    },
    /// 单位: what an office has.
    Office {
        /// Its name.
        party: crate::plan::Party,
        /// The row with the cursor.
        cursor: usize,
    },
    /// 交账: what became of each row at the year's end.
    Account {
        /// The row with the cursor.
        cursor: usize,
        /// The task whose measures are shown.
        unfolded: Option<Place>,
    },
    /// 台账: all decisions, filtered.
    Register(Register),
    /// 差异: what changed between two ends of the line of meetings.
    Compare(Box<Compare>),
    /// 来龙去脉 of a row or a decision.
    Story {
        /// Whose.
        of: Subject,
        /// The record with the cursor.
        cursor: usize,
    },
    /// 会前三张单
    Lists {
        /// The row with the cursor.
        cursor: usize,
    },
    /// 议程: what is gone through, and the lines prepared for it.
    Agenda {
        /// The row with the cursor.
        cursor: usize,
    },
    /// 分工表
    Division(Division),
    /// 报数表, before it is recorded.
    Figures(Figures),
    /// 帮助
    Help {
        /// Only commands that match.
        filter: Field,
        /// The first line shown.
        top: usize,
    },
}

impl Seat {
    /// A seat that looks at the plan.
    pub fn new(size: (u16, u16), lang: Lang) -> Self {
        Self {
            size,
            sight: Sight::default(),
            taste: Taste::default(),
            keymap: Keymap::default(),
            ground: Ground { lang, ..Ground::default() },
            origin: Origin::default(),
            lang,
            screens: vec![Screen::Overview { cursor: 0 }],
            over: None,
            looks: None,
            line: Line::default(),
            marks: BTreeSet::new(),
            notice: None,
            alarm: false,
            leaving: false,
            jumped: false,
            tip: None,
            habits: Habits::default(),
            copied: None,
            hands: Hands::Record,
            practice: None,
            glimpse: Glimpse::default(),
            cast: Cast::default(),
            spot: None,
        }
    }

    /// The screen that is shown.
    pub fn screen(&self) -> &Screen {
        self.screens.last().unwrap_or(&Screen::Meeting)
    }

    /// The same, for moving about in it.
    pub fn screen_mut(&mut self) -> Option<&mut Screen> {
        self.screens.last_mut()
    }

    /// The screens that were opened, the one that is shown last.
    pub fn screens(&self) -> impl DoubleEndedIterator<Item = &Screen> {
        self.screens.iter()
    }

    /// Opens a screen over the one that is shown.
    pub fn open(&mut self, screen: Screen) {
        self.over = None;
        self.glimpse = Glimpse::default();
        if *self.screen() != screen {
            self.screens.push(screen);
        }
    }

    /// Goes to a main screen: what was opened over it is left.
    pub fn go(&mut self, screen: Screen) {
        self.over = None;
        self.glimpse = Glimpse::default();
        while self.screens.len() > 1 {
            self.back();
        }
        if !matches!(screen, Screen::Overview { .. }) {
            self.screens.push(screen);
        }
    }

    /// Leaves what is shown; false at the first screen. Pasted lines wait at the line of the meeting.
    pub fn back(&mut self) -> bool {
        if self.screens.len() < 2 {
            return false;
        }
        self.glimpse = Glimpse::default();
        if let Some(Screen::Pasted(mut pasted)) = self.screens.pop() {
            pasted.take_over();
            self.line.unsent.extend(pasted.texts().map(str::to_owned));
        }
        true
    }

    /// Everything that is typed or pasted and not recorded, line by line: what a draft keeps.
    pub fn unrecorded(&self) -> String {
        let pasted = self.screens.iter().filter_map(|screen| match screen {
            Screen::Pasted(pasted) => Some(pasted.texts()),
            _ => None,
        });
        let waiting = self.line.unsent.iter().map(String::as_str).chain(pasted.flatten());
        let all: Vec<&str> = std::iter::once(self.line.field.text()).chain(waiting).collect();
        all.join("\n")
    }

    /// Says something that the next key replaces.
    pub fn say(&mut self, notice: Notice) {
        self.notice = Some(notice);
        self.alarm = false;
    }

    /// Says something that stays until it is mended.
    pub fn warn(&mut self, notice: Notice) {
        self.notice = Some(notice);
        self.alarm = true;
    }
}

/// What the footer and the palette show of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The command.
    pub command: Do,
    /// Its first key.
    pub key: Option<Key>,
}
