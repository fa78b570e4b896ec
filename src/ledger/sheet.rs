//! 三色督办单: issued and counted.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{About, RecordId, Snapshot};

states! {
    /// The colour of a supervision sheet.
    Colour {
        Blue = "blue";
        Yellow = "yellow";
        Red = "red";
    }
}

/// 三色督办单
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// What it presses for.
    pub about: About,
    /// 蓝黄红
    pub colour: Colour,
    /// On what day it was issued.
    pub on: NaiveDate,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// How many sheets were issued: 蓝1 黄0 红0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Issued([usize; 3]);

impl Issued {
    /// How many of a colour.
    pub const fn of(self, colour: Colour) -> usize {
        self.0[colour as usize]
    }

    /// Whether there was none.
    pub const fn is_none(self) -> bool {
        matches!(self.0, [0, 0, 0])
    }
}

impl Snapshot {
    /// The sheets about a row or a decision, oldest first.
    pub fn sheets(&self, about: &About) -> Vec<(&RecordId, &Sheet)> {
        let mut all = self.in_order(&self.ledger.sheets);
        all.retain(|(_, sheet)| sheet.about == *about);
        all
    }

    /// How many sheets of each colour a row or a decision got.
    pub fn issued(&self, about: &About) -> Issued {
        let mut issued = Issued::default();
        for sheet in self.ledger.sheets.values().filter(|sheet| sheet.about == *about) {
            issued.0[sheet.colour as usize] += 1;
        }
        issued
    }
}
