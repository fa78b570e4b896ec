//! AS PAPERS: what the office prints, made from the record and from nothing else.
//!
//! A kind of paper makes one [`Paper`] value of the plan and of what is on record; a writer makes text,
//! a page or a document of it, byte-equal for equal papers. So no two papers of a meeting can disagree,
//! whatever they are written as. This room has no files, no paths and no clock.

use std::collections::BTreeMap;

use crate::ledger::RecordId;
use crate::words::Lang;

pub mod before;
pub mod bulletin;
pub mod calendar;
pub mod chart;
pub mod decisions;
pub mod division;
pub mod docx;
pub mod html;
pub mod ledger;
pub mod level;
pub mod listing;
pub mod markdown;
pub mod minutes;
pub mod notices;
pub mod page;
pub mod progress;
pub mod sheet;
pub mod text;
pub mod xlsx;

#[cfg(test)]
mod laws;
mod measure;
mod name;
mod names;
mod said;
#[cfg(test)]
pub(crate) mod tests;
mod title;
#[cfg(test)]
mod worded;
mod xml;

pub use chart::Chart;
pub use level::Level;
pub use listing::Listing;
pub use name::{days, file_name};
pub use sheet::Sheet;

/// A paper in its order from head to foot, its words final.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// In which language it is.
    pub lang: Lang,
    /// 纪要标志: the red line at its head.
    pub mark: String,
    /// 第4期
    pub number: String,
    /// The body that issues it.
    pub organ: String,
    /// Its date.
    pub date: String,
    /// Its title.
    pub title: String,
    /// 演练, 送审稿: what the paper is not, or not yet.
    pub standing: Vec<String>,
    /// What it says.
    pub body: Vec<Block>,
    /// 附图: pictures of what is on record. Only a page shows them: the text has the figures.
    pub charts: Vec<Chart>,
    /// Which blocks, by their places, tell of which records.
    pub records: BTreeMap<usize, RecordId>,
    /// 版记
    pub foot: Foot,
}

/// A part of a paper that begins a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// A heading, or one of several under a heading.
    Item {
        /// Of which level.
        level: Level,
        /// Its number there, from 1.
        number: usize,
        /// What it says.
        text: String,
    },
    /// To whom it is: 投促局：
    Address(String),
    /// 落款: who signs, and the day.
    Signed {
        /// Who.
        by: String,
        /// When.
        day: String,
    },
    /// 出席 请假 列席: a label, and who it is.
    Roll {
        /// 出席
        label: String,
        /// 发改局、财政局
        names: String,
    },
}

/// 版记: what stands at the foot of the last page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Foot {
    /// 抄送：…。 Empty without anybody.
    pub copies: String,
    /// 印发机关
    pub office: String,
    /// 2023年9月18日印发
    pub issued: String,
}

impl Paper {
    /// 送审稿, with whatever else is to be said of how the paper stands: `（演练　送审稿）`.
    pub fn standing(&self) -> Option<String> {
        said::standing(&self.standing, self.lang)
    }
}
