//! What an edit says of itself: toasts, the take-back line, the commit message, the log.

sentences! {
    /// One edit in one sentence.
    Told {
        Decision { kind, number, text } => "{kind}{number} {text}", "{kind} {number}: {text}";
        Changed { kind, number, text } => "改{kind}{number} {text}", "{kind} {number} now reads: {text}";
        InPapers { text } => "（文稿作：{text}）", " (in papers: {text})";
        WordedInPapers { kind, number, text } => "{kind}{number} 文稿作：{text}", "{kind} {number} reads in papers: {text}";
        AsRecorded { kind, number, text } => "{kind}{number} 文稿仍用原文：{text}", "{kind} {number} reads in papers as recorded: {text}";
        ItemInPapers { title, text } => "议题 {title} 文稿作：{text}", "item {title} reads in papers: {text}";
        ItemAsRecorded { title } => "议题 {title} 文稿按记录写", "item {title} reads in papers as recorded";
        OfItem { number, what } => "议题{number} {what}", "{what} of item {number}";
        Gone { kind, number, text } => "撤回{kind}{number} {text}", "withdrawn {kind} {number}: {text}";
        Answered { word, text } => "{word}：{text}", "{word}: {text}";
        ReadingWritten { row, value, period, written } => "报数 {row} {value}（{period}，原写{written}）", "reading {row} {value} ({period}, written as {written})";
        Reading { row, value, period } => "报数 {row} {value}（{period}）", "reading {row} {value} ({period})";
        Assigned { row, who } => "分工 {row} {who}", "{row} {who}";
        Leads { names } => "牵头 {names}", "led by {names}";
        Helps { names } => "配合 {names}", "with {names}";
        Sponsor { name } => "牵头领导 {name}", "sponsored by {name}";
        Person { name } => "责任人 {name}", "answered for by {name}";
        Until { day } => "时限 {day}", "by {day}";
        Nobody => "无人", "has nobody";
        Node { day, step } => "，{day} {step}", ", {step} by {day}";
        Note { text } => "记 {text}", "note: {text}";
        Attendance { who, state } => "{who} {state}", "{who}: {state}";
        Item { title, state } => "议题 {title} {state}", "item {title}: {state}";
        Of { what, said } => "{what} {said}", "{what}: {said}";
        Replaces { ids } => "，代替 {ids}", ", replaces {ids}";
        Back { what } => "撤回 {what}", "withdrawn: {what}";
        Amended { row, value } => "{row} 调整为 {value}", "{row} amended to {value}";
        ItemAdded { title } => "增议题 {title}", "item added: {title}";
        ItemRemoved { title } => "删议题 {title}", "item removed: {title}";
        ItemChanged { title } => "改议题 {title}", "item changed: {title}";
        Prepared { title, count } => "预拟{count}条 {title}", "{count} line(s) prepared for {title}";
        AgendaChanged { count } => "改议程{count}项", "{count} items of the agenda changed";
        AndMore { what, more } => "{what} 等{more}条", "{what}, {more} in all";
        Adjourned { number } => "休会（第{number}段完）", "adjourned (sitting {number} ended)";
        Resumed { number } => "复会（第{number}段）", "resumed (sitting {number})";
        Light { row, light, reason } => "{row} 亮灯 {light}：{reason}", "{row} light {light}: {reason}";
        LightBack { row } => "{row} 亮灯恢复自动", "{row} light by the rule again";
        Signed { meeting, by } => "{meeting} 签发 {by}", "{meeting} signed by {by}";
        Account { row, state, reason } => "交账 {row} {state}：{reason}", "account of {row}: {state}, {reason}";
        Meeting { series, number, day } => "第{number}次{series} {day}", "{series} no. {number}, {day}";
        Joining { day } => "合并 {day}", "joined {day}";
        Interval { day } => "会间 {day}", "interval from {day}";
        Counts { decisions, readings } => "议定{decisions}项，报数{readings}条", "decisions {decisions}, readings {readings}";
        Followups { count } => "办理{count}条", "followed up {count}";
        Assignments { count } => "分工{count}项", "assigned {count}";
        Sheets { count } => "督办单{count}份", "sheets {count}";
        Corrections { count } => "更正{count}处", "corrected {count}";
        Amendments { count } => "调整{count}项", "amended {count}";
        Signings { count } => "签发{count}次", "signed {count}";
        Rate { all, done, percent } => "{all}件，办结{done}，{percent}%", "{all}, {done} done, {percent}%";
        Dropped { rate, count } => "{rate}，废止{count}", "{rate}, {count} dropped";
        Gaps { count } => "散会时的缺项{count}", "{count} gaps at the close";
        Founding { title } => "建账 {title}", "founding: {title}";
        OpenDecisions => "上次议定事项办理情况", "decisions of earlier meetings";
        Unreported { count } => "未报数的{count}项", "{count} tasks without figures";
        Rest { count } => "其余{count}项", "the other {count} tasks";
        PutOff { number, state } => "第{number}次会议{state}", "{state} by meeting {number}";
        PutOffBecause { number, state, reason } => "第{number}次会议{state}：{reason}", "{state} by meeting {number}: {reason}";
        Remarks { text } => "回应批注：{text}", "answer to remarks: {text}";
        Unanswered => "批注未回复", "remark not answered";
        HeadlineTargets => "主要预期目标", "headline targets";
        Months { from, to } => "{from}—{to}月", "{from}-{to}";
        Month { month } => "{month}月", "{month}";
    }
}
