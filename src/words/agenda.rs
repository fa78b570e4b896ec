//! What the agenda and the talking cards say of what they list.

words! {
    /// Where an agenda comes from.
    AgendaFrom {
        Prepared => "已备", "prepared";
        Lists => "三张单", "lists";
        Plan => "计划顺序", "plan";
    }
}

sentences! {
    /// Why something is on a list before the meeting.
    Listed {
        NeverReported => "从未报数", "never reported";
        ReportedThrough { period } => "报到 {period}", "reported {period}";
        Short { points, period } => "差{points}点（{period}）", "{points} points short ({period})";
        Overdue { days, day } => "逾期{days}天（{day}）", "{days} days overdue ({day})";
        DueToday { day } => "今天到期（{day}）", "due today ({day})";
        DueIn { days, day } => "还有{days}天（{day}）", "due in {days} days ({day})";
        Unanswered { when, day } => "{day}未反馈（{when}）", "{day} missed, {when}";
        Unsettled { words } => "时限未定（{words}）", "due not settled ({words})";
        NoDue => "没有时限", "no due date";
    }
}
