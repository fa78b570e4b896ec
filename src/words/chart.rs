//! The words around the picture of a target's readings.

words! {
    /// What the dots of a picture stand for.
    Dots {
        Months => "序时", "pace";
        Trajectory => "计划进度", "planned";
        Season => "季节进度", "by the season";
        Goal => "目标", "goal";
    }
}

sentences! {
    /// What a picture shows.
    Shows {
        Only { name } => "{name}   # 报数", "{name}   # readings";
        Beside { name, dots } => "{name}   # 报数   . {dots}", "{name}   # readings   . {dots}";
    }
}

words! {
    /// A word of a printed picture.
    Mark {
        Reported => "报数", "reported";
        Above => "高于目标", "above the goal";
        Below => "低于目标", "below the goal";
        Goal => "目标", "goal";
        Annex => "附图　各项目标逐月进度", "Charts: the targets month by month";
        Points => "个百分点", "percentage points";
    }
}

sentences! {
    /// What a printed picture says to whoever cannot see it.
    Pictured {
        Name { target, unit } => "{target}（{unit}）", "{target} ({unit})";
        Sum { target, dots } => "{target}：逐月累计报数与{dots}", "{target}: sums as reported, month by month, beside the {dots}";
        Gap { target, unit } => "{target}：各月报数与目标之差，单位{unit}", "{target}: how far each report lies from the goal, in {unit}";
        Alone { target } => "{target}：各月报数", "{target}: reports month by month";
        Month { month, value } => "{month}月{value}", "month {month}: {value}";
        Beside { month, value, dots, wanted } => "{month}月{value}，{dots}{wanted}", "month {month}: {value}, {dots} {wanted}";
        Away { month, value, goal, gap, unit } => "{month}月{value}，目标{goal}，{gap}{unit}", "month {month}: {value}, goal {goal}, {gap} {unit}";
        High { by } => "高{by}", "above by {by}";
        Low { by } => "低{by}", "below by {by}";
        Even => "持平", "on it";
    }
}
