//! What the entry line says before Enter: what to look at twice.

sentences! {
    /// Something to look at twice. It is shown with the parsed fields and never blocks.
    Caution {
        Past { day } => "{day} 已经过去", "{day} is past";
        Weekend { day } => "{day} 是周末", "{day} falls on a weekend";
        Holiday { day, name } => "{day} 逢{name}放假", "{day} falls in a holiday, {name}";
        BeyondPlan { day } => "{day} 超出计划期", "{day} is beyond the plan's period";
        NextMonth { day } => "=>下月 {day}", "=>next month, {day}";
        NextYear { day } => "=>明年 {day}", "=>next year, {day}";
        NoHolidays { year } => "plan.ron 里没有{year}年的节假日，工作日只除去周末", "plan.ron has no holidays of {year}: working days leave out weekends only";
        Vague { words } => "“{words}”不是日期，时限记为未定", "{words:?} names no day; the due is recorded as unsettled";
        Finished { rows } => "{rows} 已完成，散会时问重启还是不列督办", "{rows} is finished; the close asks whether to open it again";
        NotInRoster { name } => "“{name}”不在名册，按名册外记", "{name:?} is not in the roster; recorded as outside it";
        AsText { text } => "“{text}”没有对应的单位，按文字记", "{text:?} picks no office; recorded as text";
        Glued { text } => "“{text}”前空一格才算，现在按文字记", "{text:?} counts after a space only; recorded as text";
        Adjourned => "现在休会，照记", "the meeting is adjourned; recorded all the same";
        NoMeeting => "没有会议，议定要先开会（F8）", "no meeting is open; a decision needs one (F8)";
        TimesTen { last } => "与上次的 {last} 相差十倍，请核对单位", "ten times off the last one, {last}; check the unit";
        TimesTarget { target } => "与目标 {target} 相差十倍，请核对单位", "ten times off the target, {target}; check the unit";
        Falls { last } => "累计数比上次的 {last} 少", "a running total below the last one, {last}";
        SayWhyHere => "请写明原因", "say why";
        SayWhy => "请写 原因：…", "say why with reason:...";
        Older { period } => "早于最近一次报数（{period}）", "older than the last reading ({period})";
        Corrects { last } => "订正本期已报的 {last}", "corrects {last}, already reported for this period";
        NotOver { period } => "{period} 还没过完", "{period} is not over yet";
        OutsidePlan { period } => "{period} 不在计划期内", "{period} is outside the plan's period";
        Converted { typed, value } => "{typed} 记为 {value}", "{typed} is recorded as {value}";
        UnitDiffers { typed, unit } => "单位“{typed}”与目标的“{unit}”不同，按“{unit}”记", "the unit {typed:?} differs from the target's {unit:?}; recorded in {unit:?}";
    }
}
