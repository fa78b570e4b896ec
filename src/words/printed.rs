//! What the program says outside the screen: answers of commands, and why there is none.

sentences! {
    /// Why a command did nothing.
    Refused {
        NoMeetingOpen => "现在没有开会，议定事项要在会上记", "no meeting is open, and decisions are made in meetings";
        OpenOne => "先开会：yiding meet open --title 名称（报数、分工、办理不用开会）", "open one: yiding meet open --title TITLE (readings, assignments and stages need none)";
        WrongRow { id } => "没有 {id} 这一项；编号见 yiding list tasks", "there is no row {id}; yiding list tasks gives the numbers";
        NobodyNamed { text } => "“{text}”里没有写谁牵头、谁配合；请写 @投促局 +发改局", "{text:?} names nobody; write @LEAD +SUPPORT";
        Several { ids } => "有几个目标，请写明一个：{ids}", "there are several targets; name one of them: {ids}";
        NothingMade => "这一行没有要记的内容；请写议定，或 =305、@投促局", "this line records nothing; write a decision, or =305, @LEAD";
        NotText => "标准输入不是 UTF-8 文字；请转成 UTF-8 再来", "standard input is no UTF-8 text; save it as UTF-8";
        TooLong { limit } => "内容超过 {limit} 字，没有记；请分成几条", "the text has more than {limit} characters and was not recorded; split it";
        NoReason { id } => "{id} 的结果要写明原因：--reason 原因", "say why {id} came out so: --reason TEXT";
        HasGaps { count } => "缺项{count}处，没有散会：", "{count} gap(s), and the meeting stays open:";
        Dumb { term } => "终端类型是“{term}”，画不了屏幕；看内容用 yiding show，记录用 yiding decide", "a terminal of type {term:?} cannot show the desk; yiding show shows, yiding decide records";
        Terminal { why } => "终端用不了：{why}；看内容用 yiding show，逐行读写用 yiding --linear", "the terminal cannot be used: {why}; yiding show shows, yiding --linear reads lines";
        BookThere { folder } => "{folder} 里已经有 plan.ron，没有动它；请换一个目录", "{folder} already has a plan.ron, which was left alone; choose another folder";
        OldMeetingOpen { what } => "旧册还在开会：{what}", "a meeting of the old book is open: {what}";
        CloseOld { folder } => "先散会：yiding -C {folder} meet close", "close it first: yiding -C {folder} meet close";
        NotWritten { why } => "新的 plan.ron 没有写成：{why}", "the new plan.ron could not be written: {why}";
        NotHandedOn => "名册、规则或系列没有完整接转，什么也没有写；请对照旧册的 plan.ron 手工补上", "roster, policies or series were not handed on whole and nothing was written; copy them from the old plan.ron by hand";
        Crashed => "程序出错退出。记录都已存妥，重新打开即可恢复", "the program failed and ended. All records are safe; open it again to go on";
        Unsent { count } => "退出时有{count}条没有存妥，已留在草稿里；打开这一册就在", "{count} record(s) were not saved on leaving and stay in the draft; open the book again and they are there";
    }
}

sentences! {
    /// Lines of answers.
    Printed {
        Period { from, to } => "计划期 {from} 至 {to}", "from {from} to {to}";
        Today { day } => "今天 {day}", "today {day}";
        Interval { records } => "会间，已记{records}条，尚未入账", "between meetings, {records} record(s) not sealed";
        Nothing => "会间，没有新记录", "between meetings, nothing new";
        InSession { what, counts } => "正在开会：{what}，{counts}", "in session: {what}, {counts}";
        Goal { amount } => "目标 {amount}", "goal {amount}";
        Latest { value, period } => "最新 {value}（{period}）", "latest {value} ({period})";
        Written { figure } => "原写 {figure}，单位不同", "written as {figure}, another unit";
        Odd { row, what } => "{row}：{what}（已记）", "{row}: {what} (recorded)";
        Lead { names } => "牵头 {names}", "led by {names}";
        Support { names } => "配合 {names}", "with {names}";
        Due { day } => "时限 {day}", "due {day}";
        Account { state, reason } => "交账 {state}：{reason}", "account {state}: {reason}";
        Since { day } => "自 {day}", "since {day}";
        TaskCount { count } => "{count}项任务", "{count} task(s)";
        OpenCount { count } => "未办结{count}项", "{count} open";
        Gaps { count } => "缺项{count}处", "{count} gap(s)";
        Sitting { number } => "第{number}段", "sitting {number}";
        Chair { name } => "主持 {name}", "chaired by {name}";
        Agenda { count, discussed } => "议题{count}项，已议{discussed}项", "{count} item(s), {discussed} discussed";
        Attendance { states } => "签到 {states}", "attendance {states}";
        NewBook { title } => "新建 {title}", "new book: {title}";
        GoesOn { folder } => "{folder} 里的 plan.ron 照原样使用", "the plan.ron in {folder} is used as it is";
        Carried { count, rowless, book } => "从 {book} 接转未办结的议定{count}项，其中{rowless}项在新计划里没有对应的任务；都在会间，核对后用 yiding seal 入账", "{count} open decision(s) carried over from {book}, {rowless} of them on no row of the new plan; they wait between meetings: look them through, then yiding seal";
        OldUnsealed { count, folder } => "旧册会间还有{count}条没有入账（已计入）：yiding -C {folder} seal", "the old book has {count} record(s) not sealed yet (they were counted): yiding -C {folder} seal";
        Planned { count } => "计划{count}分", "{count} min planned";
        Used { count } => "已用{count}分", "{count} min used";
        NoAgenda => "还没有议程；yiding agenda --auto 按三张单排", "no agenda yet; yiding agenda --auto builds one";
        Founded { folder } => "已建：{folder}。编辑 plan.ron，再运行 yiding check", "made: {folder}. Edit plan.ron, then run yiding check";
        Demo { folder } => "演练本：{folder}（随便试，用完删掉这个文件夹）", "a book to rehearse with: {folder} (try anything, then delete the folder)";
        Clean { files } => "没有发现问题（{files}个文件）", "no faults ({files} file(s))";
        Sealed => "已封存", "sealed";
        Open => "未散会", "open";
    }
}
