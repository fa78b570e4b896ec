//! What an edit says of itself: toasts, the take-back line, the commit message, the log.

sentences! {
    /// One edit in one sentence.
    Told {
        Decision { kind, number, text } => "{kind}{number} {text}", "{kind} {number}: {text}";
        Changed { kind, number, text } => "改{kind}{number} {text}", "{kind} {number} now reads: {text}";
        Gone { kind, number, text } => "撤回{kind}{number} {text}", "withdrawn {kind} {number}: {text}";
        Answered { word, text } => "{word}：{text}", "{word}: {text}";
        Reading { row, value, period } => "报数 {row} {value}（{period}）", "reading {row} {value} ({period})";
        Assigned { row, lead, support } => "分工 {row} 牵头 {lead}{support}", "{row} led by {lead}{support}";
        Support { names } => "，配合 {names}", ", with {names}";
        Lead { names } => "，牵头 {names}", ", led by {names}";
        Due { day } => "，时限 {day}", ", by {day}";
        Node { day, step } => "，{day} {step}", ", {step} by {day}";
        Note { text } => "记 {text}", "note: {text}";
        Attendance { who, state } => "{who} {state}", "{who}: {state}";
        Item { title, state } => "议题 {title} {state}", "item {title}: {state}";
        Sitting { number } => "第{number}段", "sitting {number}";
        Of { what, said } => "{what} {said}", "{what}: {said}";
        Replaces { ids } => "，代替 {ids}", ", replaces {ids}";
        Back { what } => "撤回 {what}", "withdrawn: {what}";
        Amended { row, value } => "{row} 调整为 {value}", "{row} amended to {value}";
        Signed { meeting, by } => "{meeting} 签发 {by}", "{meeting} signed by {by}";
        Light { row, light, reason } => "{row} 亮灯 {light}：{reason}", "{row} light {light}: {reason}";
        Account { row, state, reason } => "交账 {row} {state}：{reason}", "account of {row}: {state}, {reason}";
        Meeting { series, number, day } => "第{number}次{series} {day}", "{series} no. {number}, {day}";
        Interval { day } => "会间 {day}", "interval from {day}";
        Counts { decisions, readings } => "议定{decisions}项，报数{readings}条", "{decisions} decisions, {readings} readings";
        Followups { count } => "办理{count}条", "{count} followed up";
        Assignments { count } => "分工{count}项", "{count} assigned";
        Sheets { count } => "督办单{count}份", "{count} sheets";
        Corrections { count } => "更正{count}处", "{count} corrected";
        Amendments { count } => "调整{count}项", "{count} amended";
        Signings { count } => "签发{count}次", "{count} signed";
        Rate { all, done, percent } => "{all}件，办结{done}，{percent}%", "{all}, {done} done, {percent}%";
        Dropped { rate, count } => "{rate}，废止{count}", "{rate}, {count} dropped";
        Gaps { count } => "散会时的缺项{count}", "{count} gaps at the close";
        Founding { title } => "建账 {title}", "founding: {title}";
        OpenDecisions => "上次议定事项办理情况", "decisions of earlier meetings";
        HeadlineTargets => "主要预期目标", "headline targets";
        Months { from, to } => "{from}—{to}月", "months {from}–{to}";
        Month { month } => "{month}月", "month {month}";
    }
}
