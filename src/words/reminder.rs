//! What a 提醒函 says.

sentences! {
    /// A sentence of a reminder to an office.
    ReminderOf {
        Title => "提醒函", "Reminder";
        Name { office } => "提醒函-{office}", "reminder-{office}";
        AllName => "提醒函", "reminders";
        To { office } => "{office}：", "To {office}:";
        Opens { day, policy, counts } => "截至{day}，你单位牵头的事项和目标中：{counts}（亮灯规则：{policy}）。请抓紧办理，并反馈进展情况、存在问题和下一步措施；确需延期的，请在到期前说明理由和新的时限。", "On {day}, of what you lead: {counts} (by the rule {policy}). Please see to it and report progress, problems and next steps; where more time is needed, say why and until when before it is due.";
        Lit { light, count } => "{light}{count}项", "{count} {light}";
        Decided { text, day, why } => "{text}（{day}议定，{why}）", "{text} (decided on {day}, {why})";
        Past { days } => "已逾期{days}天", "{days} days overdue";
        Today => "今天到期", "due today";
        Ahead { days } => "还有{days}天到期", "due in {days} days";
        Missed { day, days } => "{day}的一次没有反馈，已过{days}天", "nothing reported for {day}, {days} days ago";
        Next { day, days } => "{day}的一次还有{days}天到期", "the next on {day}, in {days} days";
        Unheard { day, days } => "{day}以来{days}天没有反馈", "nothing heard for {days} days, since {day}";
        NoneFor => "没有逾期、滞后、临期或未报的事项，不用发提醒函", "nothing is overdue, behind, due soon or unreported: there is nobody to remind";
    }
}
