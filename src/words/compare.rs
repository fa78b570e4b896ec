//! What differs between two states of a book.

words! {
    /// In what two states differ.
    Differs {
        Row => "计划", "plan";
        Light => "状态", "light";
        Reading => "报数", "reading";
        Goal => "目标值", "goal";
        Hand => "手定亮灯", "set by hand";
        Sponsor => "牵头领导", "sponsor";
        Lead => "牵头", "lead";
        Support => "配合", "support";
        Person => "责任人", "person";
        Decision => "议定", "decision";
        Text => "文字", "wording";
        Due => "时限", "due";
        Stage => "办理", "stage";
        Feedback => "反馈", "report";
        Sheet => "督办单", "sheet";
        Correction => "更正", "correction";
        Account => "交账", "account";
        Note => "记", "note";
        Signing => "签发", "signing";
        Attendance => "到会", "attendance";
    }
}

words! {
    /// The sorts of changes by which a comparison is filtered.
    Sort {
        Lights => "状态", "lights";
        Readings => "报数", "readings";
        Decisions => "议定", "decisions";
        Dues => "时限", "dues";
        Stages => "办理", "stages";
        Leads => "分工", "leads";
        Amended => "更正调整", "amended";
        Others => "其他", "others";
    }
}

impl Sort {
    /// All of them, in the order of the digits that pick them.
    pub const ALL: [Self; 8] = [
        Self::Lights,
        Self::Readings,
        Self::Decisions,
        Self::Dues,
        Self::Stages,
        Self::Leads,
        Self::Amended,
        Self::Others,
    ];
}

words! {
    /// Short words of a comparison.
    Compared {
        Added => "新增", "new";
        Gone => "已无", "gone";
        Now => "现在", "now";
        All => "全部", "all";
        ByTask => "按任务", "by task";
        ByOffice => "按单位", "by office";
        NoRow => "其他事项", "other matters";
        NoOffice => "未分工", "nobody's";
        Unchanged => "没有变化", "nothing changed";
        NoneOfSort => "这一类没有变化", "nothing of this sort changed";
        BackToRule => "恢复自动", "by the rule";
        NoLight => "无灯", "no light";
        Missing => "缺时限", "no due";
        Nothing => "无", "none";
    }
}

sentences! {
    /// A part of a difference.
    Change {
        Before { why } => "原：{why}", "before: {why}";
        After { why } => "现：{why}", "now: {why}";
        Turns { was, now } => "{was} -> {now}", "{was} -> {now}";
        Reading { value, period } => "{value}（{period}）", "{value} ({period})";
        Assumed { day } => "〔{day}〕", "[{day}]";
        ReplacedBy { stage, by } => "{stage}（由 {by} 代替）", "{stage} (replaced by {by})";
        Instead { state, name } => "{state}（代 {name}）", "{state} ({name} came)";
        Because { what, why } => "{what}（{why}）", "{what} ({why})";
        Sheet { colour } => "{colour}色", "{colour}";
        Corrected { field, was, now } => "{field} {was} 改为 {now}", "{field} {was} is {now}";
        Times { count } => "共{count}次", "{count} times";
        Changes { count } => "变化{count}处", "{count} changes";
        Count { sort, count } => "{sort}{count}", "{sort} {count}";
    }
}
