//! Why a light is what it is: the parts of a reason, in the order in which they are said.

sentences! {
    /// One part of a reason.
    Because {
        Sum { value, goal, share } => "累计{value}/{goal}={share}%", "{value} of {goal} is {share}%";
        Spent { value, goal, share } => "累计{value}，限额{goal}，已用{share}%", "{value} of at most {goal}, {share}% used";
        Ticked { done, all, share } => "完成{done}/{all}={share}%", "{done} of {all} done, {share}%";
        Count { done, all } => "完成{done}/{all}", "{done} of {all} done";
        Value { value } => "报数{value}", "reported {value}";
        Goal { goal } => "目标{goal}", "goal {goal}";
        Allowed { points } => "可差{points}点", "{points} points allowed";
        Pace { pace } => "序时{pace}%", "pace {pace}%";
        OwnPace { pace } => "计划进度{pace}%", "planned {pace}%";
        SeasonPace { pace, season } => "按“{season}”季节应达{pace}%", "{pace}% by the season {season:?}";
        Short { by } => "差{by}点", "{by} points short";
        Over { by } => "超{by}点", "{by} points ahead";
        ShortBy { by } => "差{by}", "{by} short";
        OverBy { by } => "超{by}", "{by} over";
        Even => "持平", "even";
        Small { small } => "计数不超过{small}，不比序时", "a count of {small} at most is not held to the pace";
        Exceeded => "已超限额", "over the limit";
        NoReading { by } => "没有报数，最迟应在{by}报", "nothing reported, first report due by {by}";
        Nothing => "没有报数", "nothing reported";
        NotExpected => "还没到应有进度的月份", "nothing is expected of these months";
        NoReadingYet { by } => "还没到第一次报数的日子（{by}）", "first report due by {by}";
        Stale { to, expected, count } => "最近报数到{to}，应报到{expected}，缺{count}期", "last reported for {to}, expected for {expected}, {count} report(s) missing";
        Lacks { months } => "缺{months}的数，加不出累计", "without {months} there is no total";
        Final { day } => "{day}到期后还没有报数", "nothing reported for {day}, when it was due";
        Unmeasured { day } => "{day}测算后还没有报数", "nothing reported since it was measured on {day}";
        NotIssued => "指标还没有下达", "no goal has been issued";
        Amended { value, day } => "{day}起目标为{value}", "the goal is {value} from {day}";
        AmendedBy { value, day, document } => "{day}起目标为{value}（{document}）", "the goal is {value} from {day} ({document})";
        Node { text, month, late } => "“{text}”应在{month}完成，已晚{late}个月", "{text:?} was planned for {month}, {late} month(s) late";
        NextNode { text, month } => "下一节点“{text}”在{month}", "next {text:?} in {month}";
        Overdue { day, days } => "时限{day}，已过{days}天", "due {day}, {days} day(s) ago";
        Soon { day, days } => "时限{day}，还有{days}天", "due {day}, in {days} day(s)";
        Later { day } => "时限{day}", "due {day}";
        Measured { day } => "{day}测算", "measured on {day}";
        Against { row, value } => "{row}同期{value}", "{row} for the same months {value}";
        AgainstMissing { row, months } => "{row}没有{months}的报数，无法比", "{row} has no figure for {months} to compare with";
        AgainstNothing => "计划里没有写与哪个目标比（against）", "the plan does not say with which target to compare (against)";
        LastYear { months, value } => "上年同期（{months}）{value}", "the same months of last year ({months}) {value}";
        LastYearMissing { months } => "没有上年同期（{months}）的报数，无法比", "no figure for the same months of last year ({months}) to compare with";
        Partner { row, light } => "须与{row}同时达标，其{light}", "to be reached together with {row}, which is {light}";
        NoGoal => "没有数值目标，不能自动判", "without a number it cannot be judged by itself";
        ByHand => "定性，由人亮灯", "without a number: its light is set by hand";
        Red => "应发红单", "a red sheet is due";
        Hand { day, reason } => "{day}手工亮灯：{reason}", "set by hand on {day}: {reason}";
        HandAgreed { day, reason, agreed } => "{day}手工亮灯：{reason}（{agreed}同意）", "set by hand on {day}: {reason} (agreed by {agreed})";
        Row { row } => "{row}", "{row}";
        Decision { text } => "议定“{text}”", "decision {text:?}";
        Ended { stage } => "已{stage}", "{stage}";
        Untracked => "仅记录，不督办", "on record only, not followed up";
        Rejected => "会议不同意，不督办", "refused by the meeting, not followed up";
        NoDue => "没有时限", "no due date";
        Unheard { days, since } => "自{since}起{days}天没有反馈", "nothing heard for {days} days, since {since}";
        Occurrence { when, day } => "{when}：{day}的一次没有反馈", "{when}: nothing for {day}";
        NextOccurrence { when, day, days } => "{when}：下一次{day}，还有{days}天", "{when}: next on {day}, in {days} day(s)";
        Assigned { day, days } => "分工时限{day}，已过{days}天", "assigned until {day}, {days} day(s) ago";
        AssignedSoon { day, days } => "分工时限{day}，还有{days}天", "assigned until {day}, in {days} day(s)";
        NoTargets => "没有目标和未办结的议定", "neither targets nor open decisions";
        Judged { rule, light } => "规则 {rule}，判 {light}", "rule {rule}: {light}";
        JudgedOnly { rule, light } => "规则 {rule}，原判 {light}", "rule {rule} alone: {light}";
        Unjudged { rule } => "规则 {rule}，不判", "rule {rule}: not judged";
    }
}

sentences! {
    /// What is said of a rule.
    Ruled {
        Unknown { name, names } => "没有“{name}”这条规则；有：{names}", "there is no rule {name:?}; there are: {names}";
        Flips { count, rule, usual } => "按规则 {rule}，{count}行的灯与规则 {usual} 不同", "under the rule {rule} {count} row(s) flip against the rule {usual}";
        Flipped { light, usual, before } => "{light}（{usual} {before}）", "{light} ({usual}: {before})";
    }
}
