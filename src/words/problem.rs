//! What can be wrong with a file that a person wrote, and what to do about it.

sentences! {
    /// A fault of a plan or a snapshot that could be read.
    Wrong {
        SameId { id } => "编号 {id} 出现了两次；请给其中一个换一个编号", "the id {id} stands twice; give one of them another";
        NotThisLevel { id } => "编号 {id} 的层次不对；方面写 1，任务写 1.2，措施写 1.2.2，目标写 1.2/1", "the id {id} is of another level; write a section as 1, a task 1.2, a measure 1.2.2, a target 1.2/1";
        NotBelow { id, above } => "编号 {id} 不在 {above} 之下；请按上级编号改写", "the id {id} does not lie below {above}; write it as {above} says";
        OutOfOrder { id } => "编号 {id} 排在了更大的编号之后；请按编号排列", "the id {id} follows a greater one; put the rows in the order of their numbers";
        NotQuoted { quote, sentence } => "目标引文“{quote}”不在本条措施里；请照抄措施原文：{sentence}", "the target's phrase {quote:?} is not in its measure; quote the measure as it stands: {sentence}";
        NotInGuidance { quote } => "目标引文“{quote}”不在 guidance 里；请照抄其中的原话", "the target's phrase {quote:?} is not in the guidance; quote it as it stands";
        NoSuchText { text } => "正文里没有“{text}”；请照抄正文里有错漏的原话", "the plan has no text {text:?}; quote the slip as it stands";
        Hidden { mark } => "这段文字里有看不见的字符 {mark}；请删去", "this text has a character {mark} that cannot be seen; delete it";
        Empty => "这里不能空着；请写上", "this must not be empty; write something";
        ShortIsLonger { short, long } => "简称“{short}”比全称“{long}”还长；请改短，或删去 short", "the short name {short:?} is longer than {long:?}; shorten it or leave it out";
        BadPlanId { id } => "计划编号“{id}”不合写法；请只用小写字母、数字和 -，不能空", "the plan's id {id:?} cannot stand; use small letters, digits and -, and at least one";
        SameMember { member } => "清单里“{member}”出现了两次；请删去一个", "the list names {member:?} twice; delete one";
        TooManyMembers { id, count } => "目标 {id} 的 members 有 {count} 个，多于 value；请核对", "target {id} names {count} members, more than its value; check them";
        RangeBackwards { id } => "目标 {id} 的 upper 小于 value；请对调", "the `upper` of target {id} is below its value; swap them";
        ValueMissing { id } => "目标 {id} 没有数值；请写 value，或换一个不带数的 comparator", "target {id} has no value; write one, or use a comparator that takes none";
        ValueNotMeant { id } => "目标 {id} 的 comparator 不带数，却写了 value；请去掉一个", "target {id} has a value but its comparator takes none; remove one of them";
        FromGoesWithFromTo { id } => "目标 {id}：from 与 comparator: from_to 要同时写；请补上或去掉", "target {id}: `from` and `comparator: from_to` go together; add the other, or remove both";
        UpperGoesWithRange { id } => "目标 {id}：upper 与 comparator: range 要同时写；请补上或去掉", "target {id}: `upper` and `comparator: range` go together; add the other, or remove both";
        MetricMissing { id } => "目标 {id} 没有指标名；请写 metric", "target {id} has no metric; write what is measured";
        SameName { name, key, other } => "名称“{name}”同时属于 {other} 和 {key}；请改其中一个", "the name {name:?} belongs to both {other} and {key}; change one";
        NoName { key } => "单位 {key} 没有简称；请写 short", "the office {key} has no short name; write `short`";
        NoSuchOffice { key } => "名册里没有单位 {key}；请先加这个单位，或改用已有的编号", "the roster has no office {key}; add it, or use a key that is there";
        SuccessorCycle { key } => "单位 {key} 的 successor 绕回了自己；请改成现在的单位，或删去", "the successors of the office {key} lead back to it; name the office of today, or leave it out";
        TermBackwards { name } => "“{name}”的任职结束日期早于开始日期；请对调", "the term of {name} ends before it begins; swap the two days";
        TermsOverlap { name, other } => "“{name}”与“{other}”的任职时间有重叠；请改 from 或 to，一天只能有一人", "the terms of {name} and {other} overlap; change `from` or `to`: a day has one holder";
        PeriodBackwards => "计划的结束日期早于开始日期；请对调", "the period ends before it begins; swap the two days";
        BadSeriesCode { code } => "系列代码“{code}”不合写法；请只用小写字母和数字，不用 interval、join、adopted", "the series code {code:?} cannot stand; use small letters and digits, and not interval, join or adopted";
        NoSuchPolicy { name, names } => "没有“{name}”这条亮灯规则；可以写：{names}", "there is no rule {name:?}; there are: {names}";
        NoSuchSeason { name, names } => "seasons 里没有“{name}”；可以写：{names}", "`seasons` has no {name:?}; there are: {names}";
        SeasonLength { count, months } => "季节要给计划期每个月一个百分比，写了 {count} 个；请写 {months} 个", "a season gives a percentage for each month of the plan, and here are {count}; write {months}";
        SeasonFalls => "季节的百分比在 0 到 100 之间，只增不减；请核对这一个", "the percentages of a season lie between 0 and 100 and never fall; check this one";
        TrajectoryFalls { month } => "到 {month} 的累计比前一个月份少，累计数只增不减；请核对", "the sum at {month} is below the one before it, and a sum never falls; check it";
        OutsidePeriod { day } => "{day} 不在计划期内；请核对 period", "{day} lies outside the plan's period; check `period`";
        NoSuchTarget { id } => "计划里没有另一个目标 {id}；请写已有目标的编号", "the plan has no other target {id}; name one that it has";
        NoWeight => "权重要大于 0；不计权重就删去 weight", "a weight is more than 0; leave `weight` out for none";
        NotPoints => "百分点请写 0 到 100 之间的数", "points lie between 0 and 100; write such a number";
        SevereBelowSlack { slack } => "发红单的界限请写不小于 {slack} 的数", "the limit for a red sheet cannot be below {slack}; write a greater one";
        OutOfRange { from, to } => "这里请写 {from} 到 {to} 的整数", "write a whole number from {from} to {to} here";
        HolidayBackwards => "假期的最后一天早于第一天；请对调", "the holiday ends before it begins; swap the two days";
        SameDay { day } => "{day} 写了两次；请删去一个", "{day} stands twice; delete one";
        WorkedHoliday { day } => "{day} 既是假日又是调休上班日；请删去一个", "{day} is both off and worked; delete one of them";
        SameSeriesCode { code } => "系列代码“{code}”出现了两次；请换一个", "the series code {code:?} stands twice; change one";
        NoSuchBlank { blank, names } => "这里没有“{blank}”这个空；可以写：{names}", "there is no blank {blank:?} here; there are: {names}";
        NoBlanks { blank } => "这句话里不能有“{blank}”；请去掉花括号", "this phrase takes no blank {blank:?}; remove the braces";
    }
}
