//! One pair of eyes: which screen, which row, what is typed. The desk is a seat, a test is a seat.
//!
//! A seat never holds a record: whatever it shows is looked up in the session when it is drawn.

use std::collections::BTreeSet;

use super::agenda::Prepared;
use super::compare::Compare;
use super::division::Division;
use super::field::Field;
use super::form::Form;
use super::key::Key;
use super::mend::Sealed;
use super::page::Figures;
use super::pasted::Pasted;
use super::practice::Practice;
use super::preview::Preview;
use super::register::Register;
use super::rows::Stop;
use super::sight::{Origin, Printer, Sight};
use super::spot::{Cast, Spot};
use super::taste::{Ground, Taste};
use super::tip::Habits;
use crate::judge::Light;
use crate::ledger::RecordId;
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
    /// What its person does there.
    pub hands: Hands,
    /// 练习: how far its practice is; none at a real book.
    pub practice: Option<Practice>,
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

/// What lies over a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Over {
    /// A row's number is being typed.
    Jump(String),
    /// 搜索 or 命令
    Find(Find),
    /// A numbered choice.
    Menu(Menu),
}

/// Looking for something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Find {
    /// Commands only (F4), or everything (`/`).
    pub commands: bool,
    /// What is looked for.
    pub field: Field,
    /// What was found, best first; worked out when a key is typed, not when it is drawn.
    pub hits: Vec<Hit>,
    /// The row with the cursor.
    pub cursor: usize,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What.
    pub stop: Stop,
    /// Its text, as it was when it was found.
    pub shown: String,
    /// Which characters of it matched, in bytes.
    pub matched: Vec<std::ops::Range<usize>>,
    /// How it stood.
    pub light: Option<Light>,
}

/// A numbered choice: a digit picks, arrows and Enter too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Menu {
    /// What is chosen.
    pub about: About,
    /// The row with the cursor.
    pub cursor: usize,
}

/// What a menu is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// F8 in a meeting: 休会, 散会.
    Meeting,
    /// Which of several targets a value is of.
    Target {
        /// The targets.
        of: Vec<Place>,
        /// What was typed behind `=`.
        value: String,
    },
    /// What can be done about a decision.
    Decision(RecordId),
    /// The rest of it.
    MoreOf(RecordId),
    /// Which sealed record is corrected.
    Sealed(Vec<Sealed>),
    /// In what order the register lists.
    Sort,
    /// Which changes a comparison lists, and how they are put together.
    Changes,
    /// The light of a row.
    Light(Place),
    /// Where what is seen is printed to.
    Print(Printer),
}

/// The line of the meeting: what is typed, and to what it binds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// What is typed.
    pub field: Field,
    /// To what it binds.
    pub binding: Binding,
    /// The bindings before, for `##`.
    pub before: Option<Binding>,
    /// The item of the agenda that is on.
    pub item: Option<u16>,
    /// What ^U cleared, for ^Z.
    pub cleared: Option<String>,
    /// The record that Up and Down point at, while the line is empty.
    pub record: Option<RecordId>,
    /// The prepared line that they point at instead.
    pub prepared: Option<Prepared>,
    /// The prepared line from which what is typed was made.
    pub from: Option<Prepared>,
    /// Lines that could not be saved and wait behind the one that is shown.
    pub unsent: Vec<String>,
}

/// To what the line binds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Binding {
    /// No row: 其他事项.
    #[default]
    Nothing,
    /// One or more rows.
    Rows(Vec<Place>),
    /// An earlier decision.
    Decision(RecordId),
}

impl Line {
    /// Only an empty line points at anything, and at one thing; only what is still typed was made of
    /// something.
    pub(super) fn settle(&mut self) {
        let elsewhere = |prepared: &mut Prepared| Some(prepared.item) != self.item;
        if !self.field.is_empty() || self.record.is_some() {
            self.prepared = None;
        }
        self.prepared.take_if(elsewhere);
        if self.field.is_empty() {
            self.from = None;
        }
    }
}

impl Seat {
    /// A seat that looks at the plan.
    pub fn new(size: (u16, u16), lang: Lang) -> Self {
        Self {
            size,
            sight: Sight::default(),
            taste: Taste::default(),
            ground: Ground { lang, ..Ground::default() },
            origin: Origin::default(),
            lang,
            screens: vec![Screen::Overview { cursor: 0 }],
            over: None,
            line: Line::default(),
            marks: BTreeSet::new(),
            notice: None,
            alarm: false,
            leaving: false,
            jumped: false,
            tip: None,
            habits: Habits::default(),
            hands: Hands::Record,
            practice: None,
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
        if *self.screen() != screen {
            self.screens.push(screen);
        }
    }

    /// Goes to a main screen: what was opened over it is left.
    pub fn go(&mut self, screen: Screen) {
        self.over = None;
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
