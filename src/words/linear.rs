//! What is said where nothing is drawn: whole sentences, one fact each.

words! {
    /// A word of the lines.
    Line {
        Prompt => ">", ">";
        Stop => "。", ".";
        Comma => "，", ", ";
        Repeat => "空一行是再读一遍", "an empty line reads it again";
        PadKeys => "写一行回车送出，空一行送出草稿，返回是留作草稿", "write one line to send it; an empty line sends the draft, back keeps it as a draft";
        NextMissed => "空一行读下一条，返回是不读了", "an empty line reads the next one, back leaves";
        LeaveCard => "空一行返回，也可写 已阅 或 批注 加内容", "an empty line leaves; or write read, or remark and your words";
        PickHit => "写编号打开，空一行返回", "write a number to open one, an empty line leaves";
        LeaveAsk => "再写一次返回就离开", "write back once more to leave";
        TooLong => "这一行太长，没有收；请分成几行", "this line is too long and was not taken; split it";
        Left => "已离开", "left";
        NotNow => "现在不能用；写 0 列出能用的", "not now; write 0 for what works";
        NoMeeting => "没有会议在开，写 开会 就开", "no meeting is open; write open a meeting";
        HowTo => "写 0 列出现在能用的命令，按编号或名字用，写 ： 加名字或首字母也可；1.4 看一项，4/2 看一条议定，/ 加字是搜索；空一行再读一遍，退出 是离开", "write 0 for the commands that work now, by number or name, or : and a name; 1.4 for a row, 4/2 for a decision, / and words to search; an empty line reads again, quit leaves";
        QuitAsk => "会议还开着，记录都已存。再写一次 退出 就离开", "a meeting is open; everything is saved. Write quit again to leave";
        RecordsIt => "空一行就记下，写新的一行就换掉，清空所写 是不要了", "an empty line records it, another line takes its place, clear the line drops it";
        Looking => "看", "at";
        PickOne => "写编号或名字，空一行返回", "write a number or a name, an empty line leaves";
        WriteWanted => "写要找的字、拼音首字母或编号", "write what to look for, or a number";
        Blank => "空着", "empty";
        Assumed => "没有人说过，是推定的", "nobody said it, it is assumed";
        Yes => "是", "yes";
        No => "否", "no";
        FormStays => "这一页还开着，#2 是到第2栏，返回 不办", "the page is still open: #2 goes to field 2, back leaves it";
        YesOrNo => "写 是 或 否", "write yes or no";
    }
}

words! {
    /// What can be done on a screen besides its commands.
    Way {
        Save => "保存", "save";
        OpenIt => "开会", "open it";
        SealIt => "封存", "close it";
        ConfirmAll => "全部确认", "confirm all";
        Confirm => "确认", "confirm";
        Mend => "补正", "mend";
        SettleAsIs => "照此定下", "settle it";
        SettleElse => "改定", "settle it otherwise";
        Untrack => "不列督办", "do not follow up";
        ReopenRow => "重启", "open the row again";
        FigureRight => "数没错", "the figure is right";
        SeeOffice => "看单位", "see the office";
        NextOne => "下一条", "next one";
        CarryAll => "全部转下次", "all to the next meeting";
        GoTo => "去议", "go there";
        Came => "到会", "came";
        Went => "离会", "went";
        Instead => "代会", "substitute";
        TakeOff => "取消", "take off";
        Edit => "修改", "edit";
        Postpone => "暂缓", "postpone";
        Carry => "转下次", "next time";
        InWriting => "书面", "in writing";
        SkipIt => "跳过", "skip";
        Restore => "恢复", "put back";
        Sooner => "前移", "move up";
        Later => "后移", "move down";
        Restrict => "不公开", "restrict";
        Longer => "加五分", "longer";
        Shorter => "减五分", "shorter";
        Add => "增一项", "add";
        Remove => "删除", "remove";
        Ours => "用本线", "ours";
        Theirs => "用另线", "theirs";
        Both => "都留", "both";
        Otherwise => "另定", "otherwise";
        JoinNow => "合并", "join";
        Finished => "完成", "finished";
        Unfinished => "未完成", "unfinished";
        CarriedOver => "转下年", "carried over";
        WriteWhy => "写原因", "write why";
        Unfold => "展开", "unfold";
        Fold => "收起", "fold";
        WholeRow => "整行", "whole row";
        NextCell => "下一格", "next cell";
        PreviousCell => "上一格", "previous cell";
        SameAsAbove => "同上", "as above";
        ClearCell => "清格", "clear the cell";
        WithMeasures => "措施", "measures";
        RecordAll => "全部记下", "record all";
        LeaveOut => "略过", "leave out";
        PutForward => "提请", "put forward";
        Reorder => "换排序", "another order";
        OwnList => "本单位", "its office";
        ClearFilter => "清空条件", "clear the filter";
        EndBack => "往前", "earlier";
        EndOn => "往后", "later";
        OtherEnd => "换一端", "other end";
        BothBack => "都往前", "both earlier";
        BothOn => "都往后", "both later";
        Only => "只看", "only";
        GiveRow => "交给它", "give it the row";
        NextOffice => "下一单位", "next office";
    }
}

sentences! {
    /// A sentence of the lines.
    Told {
        Greeting { plan, name } => "{plan}。线性阅览，只看、只批注，不能改数。你是{name}。", "{plan}. A reviewer's seat in lines: look and remark, no record changes. You are {name}.";
        Commands { list } => "命令：{list}，0 目录。也可写编号 1.4，议定 4/2，要找的字，离开。空一行是再读一遍。", "commands: {list}, 0 menu. Or write a number like 1.4, a decision like 4/2, words to look for, leave. An empty line reads again.";
        Pair { what, text } => "{what}{text}", "{what} {text}";
        Heading { what, count } => "{what}{count}项。", "{what}: {count}.";
        More { count } => "其余{count}项没有读，写 下页 接着读。", "{count} more not read; write page down to go on.";
        Above { count } => "前面还有{count}项，写 最前 从头读。", "{count} before these; write first to read from the start.";
        MoreNews { count } => "另有{count}条。", "{count} more.";
        At { time, what } => "{time} {what}", "{time} {what}";
        Goes { what } => "转到 {what}", "now at {what}";
        Found { count } => "找到{count}项。", "{count} found.";
        Numbered { number, what } => "{number} {what}", "{number} {what}";
        Missed { shown, all } => "离开期间第{shown}条，共{all}条。", "while away, {shown} of {all}.";
        Desk { plan } => "{plan}。线性模式，逐行读，逐行写。", "{plan}. In lines: read line by line, write line by line.";
        InLine { text } => "行里还没记下：{text}", "in the line, not recorded: {text}";
        CanDo { list } => "这里可写：{list}，返回。", "here you can write: {list}, back.";
        FormKeys { count } => "共{count}栏，逐栏答：空一行不改，写了就换掉，- 清空，上一栏 回头，#2 到第2栏，保存 就此办好，返回 不办。", "{count} fields, answered one by one: an empty line keeps, words replace, - empties, previous pane goes back, #2 goes to field 2, save carries it out, back leaves it.";
        Field { number, all, what } => "第{number}栏，共{all}栏，{what}", "field {number} of {all}, {what}";
        Holds { text } => "现为{text}", "now {text}";
        Cell { what } => "写字填{what}", "words fill in {what}";
        Ready { number, text } => "预拟{number} {text}", "prepared {number}, {text}";
        Skipped { count } => "你那边收得慢，有{count}行没有送出。", "your side is slow; {count} lines were left out.";
    }
}
