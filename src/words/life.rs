//! What happened to a record, without its number: the life of a decision, and what an edit says of
//! a step in it.

sentences! {
    /// One thing that happened.
    Life {
        Made { text } => "立项：{text}", "decided: {text}";
        Stage { stage } => "{stage}", "{stage}";
        Extended { to } => "延期到 {to}", "extended to {to}";
        Lead { names } => "改由 {names} 牵头", "now led by {names}";
        Wording { text } => "改文字：{text}", "now reads: {text}";
        Settled { text } => "定下：{text}", "settled: {text}";
        Superseded { by } => "由 {by} 代替", "replaced by {by}";
        Feedback { progress } => "反馈：{progress}", "reported: {progress}";
        Corrected { field, was, now } => "更正{field}：{was} 改为 {now}", "{field} corrected: {was} is {now}";
        Sheet { colour } => "发{colour}色督办单", "{colour} sheet issued";
        TakenUp { id, text } => "{id} 续办：{text}", "{id} goes on with it: {text}";
    }
}

sentences! {
    /// What is told beside what happened.
    Beside {
        Was { what } => "原 {what}", "was {what}";
        Approved { who } => "批准人 {who}", "approved by {who}";
        Agreed { who } => "{who} 同意", "{who} agreed";
        From { office } => "{office} 报", "by {office}";
        Problem { what } => "存在问题：{what}", "problem: {what}";
        Next { what } => "下一步：{what}", "next: {what}";
        Because { why } => "理由：{why}", "because {why}";
        Remark { note } => "{note}", "{note}";
        Document { number } => "{number}", "{number}";
        Effective { day } => "自 {day} 起", "from {day}";
        Details { said, details } => "{said}（{details}）", "{said} ({details})";
        Nothing => "空", "nothing";
    }
}
