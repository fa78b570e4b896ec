//! 三色督办单: issued and counted.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::About;

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
