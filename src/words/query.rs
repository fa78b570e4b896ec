//! The words of the query language: its keys, what its terms say, what is wrong with one.

words! {
    /// What a term asks for, by the word before its colon; some stand alone.
    Key {
        Lead => "牵头", "lead";
        Support => "配合", "support";
        Office => "单位", "office";
        Row => "任务", "row";
        Meeting => "会议", "meeting";
        Series => "系列", "series";
        Due => "时限", "due";
        Light => "状态", "light";
        Stage => "办理", "stage";
        Kind => "类别", "kind";
        Outcome => "结果", "outcome";
        Source => "来源", "source";
        Extended => "延期", "extended";
        Pending => "待定", "pending";
        Silent => "久未报", "silent";
        Open => "未办结", "open";
        Account => "交账", "account";
    }
}

/// Other words for a key, as people type them.
pub const ALIASES: &[(&str, Key)] = &[
    ("方面", Key::Row),
    ("事项", Key::Row),
    ("编号", Key::Row),
    ("task", Key::Row),
    ("section", Key::Row),
    ("阶段", Key::Stage),
    ("亮灯", Key::Light),
    ("state", Key::Light),
    ("status", Key::Light),
    ("place", Key::Row),
    ("type", Key::Kind),
    ("result", Key::Outcome),
    ("unit", Key::Office),
];

words! {
    /// In what order the register lists.
    Order {
        Weight => "轻重", "weight";
        Due => "时限", "due";
        Meeting => "会议", "meeting";
        Lead => "牵头", "lead";
        Row => "任务", "row";
    }
}

words! {
    /// A value that is no name and no date.
    Value {
        Nobody => "无", "none";
        Unsettled => "未定", "unsettled";
        This => "本次", "this";
        Last => "上次", "last";
        Interval => "会间", "interval";
        ThisWeek => "本周", "this week";
        NextWeek => "下周", "next week";
        ThisMonth => "本月", "this month";
        NextMonth => "下月", "next month";
    }
}

sentences! {
    /// What one term says, for the line under the filter.
    Says {
        Named { key, value } => "{key} {value}", "{key} {value}";
        Text { text } => "含“{text}”", "with {text:?}";
        Nth { number } => "第{number}次会议", "meeting no. {number}";
        Not { what } => "除去{what}", "not {what}";
        Span { from, to } => "{from}至{to}", "{from} to {to}";
    }
}

sentences! {
    /// Why a term means nothing.
    Unclear {
        NoSuchKey { key, keys } => "没有“{key}”这个条件；可用：{keys}。要找这几个字，请加引号", "there is no key {key:?}; there are: {keys}. Put quotes around it to look for the words";
        NotHere { key, keys } => "这里不能用“{key}”；可用：{keys}", "{key:?} cannot be asked here; there are: {keys}";
        NoValue { key } => "“{key}”后面还要写值；要找这几个字，请加引号", "{key:?} needs a value; put quotes around it to look for the word";
        NothingDenied => "! 后面请写条件，如 !逾期", "! needs something to deny; write it behind, as !overdue";
        NoValueMeant { key } => "“{key}”单独写就行，后面不用跟值", "{key:?} takes no value; write it alone";
        NoOrder { key } => "“{key}”不分大小；请用冒号", "{key:?} has no order; use a colon";
        NotADue { value } => "“{value}”不是日期；请写 10-31、1031、10月、月底 或 未定", "{value:?} is no date; write 10-31, 2023-10-31, +7 or unsettled";
        NotAMeeting { value } => "“{value}”不是会议；请写 3、2023-08-11、上次、本次 或 会间", "{value:?} is no meeting; write 3, 2023-08-11, last, this or interval";
        NotANumber { value } => "“{value}”不是次数；请写 1、2 这样的数", "{value:?} is no count; write a number such as 1";
        NotOneOf { key, value, among } => "“{key}”没有“{value}”；可以是：{among}", "{key:?} cannot be {value:?}; it is one of: {among}";
        NobodyPicked { digit } => "@{digit} 没有对应的单位；请写名称", "@{digit} picks no office; write a name";
    }
}
