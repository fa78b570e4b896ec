//! What the program says after an act, or instead of one.

sentences! {
    /// A sentence on the status line. Reasons from the world are handed over whole.
    Notice {
        Saved { what } => "已存 {what}", "saved {what}";
        Withdrawn { what } => "已撤回：{what}", "taken back: {what}";
        Redone { what } => "已重做：{what}", "done again: {what}";
        NotSaved { why } => "未存：{why}", "NOT SAVED: {why}";
        NothingToUndo => "没有可撤回的记录", "nothing to take back";
        NothingToRedo => "没有可重做的记录", "nothing to do again";
        NoMeeting => "还没有开会。F8 开会", "no meeting is open. F8 opens one";
        MeetingOpen => "会议正在进行。F8 休会或散会", "a meeting is open. F8 adjourns or closes it";
        ReadOnly { why } => "只读：{why}", "read-only: {why}";
        Closing => "正在封存，请稍候", "being sealed, please wait";
        Opened { what } => "已开会：{what}", "opened: {what}";
        Sealed { what, seal } => "已封存 {what}  封印 {seal}", "sealed {what}  seal {seal}";
        Committed { commit, seal } => "已封存，已入库 {commit}  封印 {seal}", "sealed and committed {commit}  seal {seal}";
        SealedNotCommitted { why } => "已封存，{why}（F4 输入 入库 再试）", "sealed, {why} (F4, type commit, to try again)";
        NotSealed { why } => "未封存：{why}。记录都在，可再按 F8", "not sealed: {why}. All records are safe; press F8 again";
        NotBegun { why } => "未开：{why}", "not opened: {why}";
        Told { what } => "{what}", "{what}";
        Recovered { count } => "已恢复{count}条", "recovered {count} records";
        NothingOpen => "会间没有新记录，不用入账", "nothing was recorded since the last meeting: nothing to seal";
        BackDated { last } => "日期早于上次会议 {last}；请改日期", "the date is before the last meeting, {last}; change it";
        NotADate { text } => "“{text}”不是日期；请写 2023-09-15、9-15 或 915", "{text:?} is not a date; write 2023-09-15, 9-15 or 915";
        NoSuchRow { id } => "没有 {id} 这一项", "there is no row {id}";
        NoSuchSource { text } => "“{text}”不是议程的来处；1 已备 2 三张单 3 计划顺序", "{text:?} is no source of an agenda; 1 prepared, 2 lists, 3 plan";
        ItemStays => "到头了，或前后都是已议的项，不能再移", "it cannot move further: it is at the end, or its number is on record";
        ItemOnRecord => "这一项已经议过或记过，不能删；可按 1 暂缓、2 转下次", "this item is on record and stays; 1 postpones it, 2 carries it over";
        NotMinutes { text } => "“{text}”不是分钟数；请写 1 至 600", "{text:?} is no number of minutes; write 1 to 600";
        NotATime { text } => "“{text}”不是时间；请写 14:30 或 1430", "{text:?} is no time; write 14:30 or 1430";
        NotAPresence { text } => "“{text}”不是到会情况；请写 出席 请假 列席 缺席 或 1 至 4", "{text:?} is no attendance; write present excused attending absent, or 1 to 4";
        NotAName { text } => "“{text}”不是单位；请写名称、拼音首字母或数字", "{text:?} names no office; write a name, its initials or a digit";
        NothingAbove => "上面没有可以照抄的", "there is nothing above to repeat";
        TableWrong => "表里有不对的行，一条也没有记；请改好再来", "the table has wrong lines and nothing was recorded; mend them and come back";
        TableEmpty => "表里没有要记的", "the table has nothing to record";
        NoSuchItem { number } => "议程里没有第{number}项", "the agenda has no item {number}";
        NoSuchRecord { id } => "没有 {id} 这条记录", "there is no record {id}";
        NotANumber { text } => "“{text}”不是数；请写 305、23.9 或 305亿", "{text:?} is not a number; write 305 or 23.9";
        NoSuchSeries { name } => "没有“{name}”这个会议系列；请写 plan.ron 里的名称或代码", "there is no series {name:?}; write a name or a code of plan.ron";
        NotADue { text } => "“{text}”不是时限；请写 1031、10月底、+7 或 尽快", "{text:?} is no due date; write 1031, 10-31 or +7";
        NotAPeriod { text } => "“{text}”不是月份；请写 8月 或 2023-01..2023-08", "{text:?} is no month; write 8 or 2023-01..2023-08";
        NoRow => "没有绑定任务；请先用 #编号 指定", "no row is bound; name one with #NUMBER first";
        OneBinding => "一次绑定任务或一条议定，不能同时绑定", "bind to rows or to one decision, not to both";
        NoTarget { id } => "{id} 没有目标，不能记报数", "{id} has no target to read";
        WhichTarget => "本项有几个目标，请选一个", "this row has several targets, choose one";
        Frozen => "已封存的记录不能改；请另记一条", "a sealed record cannot be changed; record another";
        NothingHere => "这里没有可撤回的记录", "there is no record here to withdraw";
        Empty => "内容是空的", "there is no text";
        NotNow => "现在不能用", "not now";
        NotAdjourned => "会议没有休会", "the meeting is not adjourned";
        LastItem => "已是最后一项", "this is the last item";
        FirstItem => "已是第一项", "this is the first item";
        QuitAsk => "会议还开着，记录都已存。再按一次 F10 退出", "a meeting is open; everything is saved. Press F10 again to quit";
        Bound { what } => "现在记到：{what}", "now recording on: {what}";
        Cleared => "已清空，^Z 找回", "cleared; ^Z brings it back";
        TooSmall { columns, rows } => "窗口太小 {columns}x{rows}", "window too small {columns}x{rows}";
        Found { count } => "找到{count}条", "{count} found";
        PasteCut { kept } => "粘贴太长，只留前{kept}字", "the paste was too long; the first {kept} characters were kept";
    }
}
