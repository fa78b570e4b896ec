//! 合并: what is in conflict and how it was settled, and what git and the remote had to say.

sentences! {
    /// What a conflict is about.
    Dispute {
        Wording { id } => "{id} 内容", "text of {id}";
        Lead { id } => "{id} 牵头", "lead of {id}";
        Due { id } => "{id} 时限", "due of {id}";
        Stage { id } => "{id} 办理", "stage of {id}";
        Assignment { row } => "{row} 分工", "assignment of {row}";
        Reading { row, period } => "{row} 报数（{period}）", "reading of {row} ({period})";
        Amendment { row, day } => "{row} 调整（自 {day} 起）", "amendment of {row} (from {day})";
        Light { row } => "{row} 亮灯", "light of {row}";
        Account { row } => "{row} 交账", "account of {row}";
        Correction { of, field } => "{of} 更正{field}", "{field} of {of}, corrected";
        Signing { meeting } => "{meeting} 签发", "signing of {meeting}";
    }
}

sentences! {
    /// How a conflict was settled.
    Settlement {
        Line { number, what, line } => "冲突{number} {what}：以 {line} 一线为准", "conflict {number}, {what}: as the line of {line} says";
        Both { number, what } => "冲突{number} {what}：两条都留，以后记的为准", "conflict {number}, {what}: both stay, the later holds";
        Other { number, what } => "冲突{number} {what}：另定", "conflict {number}, {what}: something else";
    }
}

words! {
    /// Values in a conflict.
    Valued {
        NoDue => "没有时限", "no due";
        Nobody => "无人", "nobody";
        ByRule => "恢复自动", "by the rule again";
        Preliminary => "快报", "preliminary";
        Note => "两线合并时选定", "chosen when two lines of meetings were joined";
    }
}
