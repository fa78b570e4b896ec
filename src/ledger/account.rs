//! 交账: what became of a row at the end of the plan's period.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

states! {
    /// What became of a row.
    Settlement {
        Finished = "finished";
        Unfinished = "unfinished";
        CarriedOver = "carried_over";
    }
}

/// The account of one row, with its reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// 完成 未完成 转下年
    pub state: Settlement,
    /// On what day.
    pub on: NaiveDate,
    /// Why.
    pub reason: String,
}
