//! 定疑: what the screen says on which a report becomes a plan.

words! {
    /// What can be done on the screen, as the footer and F1 name it.
    Settles {
        Settle => "办理", "settle";
        Fine => "就这样", "it is right";
        NextDoubt => "下一疑点", "next doubt";
        DoubtBefore => "上一疑点", "doubt before";
        Undo => "撤回", "undo";
        Redo => "重做", "redo";
        Numbers => "其他数字", "other numbers";
        Find => "查找", "find";
        Write => "写成计划", "write the plan";
        Help => "帮助", "help";
        Leave => "退出", "leave";
        Up => "上一行", "line above";
        Down => "下一行", "line below";
        PageUp => "上一页", "page up";
        PageDown => "下一页", "page down";
        Home => "开头", "beginning";
        End => "末尾", "end";
        Redraw => "重画", "redraw";
    }
}

words! {
    /// What can be done about a row.
    Offered {
        Fine => "就这样，看过了", "it is right as it is";
        Split => "从一处断开", "cut in two";
        Join => "与下一句并成一句", "join with the next sentence";
        TitleEnd => "标题到哪里止", "where the title ends";
        Short => "简称", "short name";
        As => "定为……", "it is ...";
        Change => "改目标", "change the target";
        NotATarget => "不是目标", "not a target";
        ATarget => "是目标", "it is a target";
    }
}

words! {
    /// What a stretch of the report can be said to be.
    Said {
        Section => "方面标题", "title of a section";
        Task => "任务标题", "title of a task";
        Measure => "措施", "measure";
        Lead => "方面导语", "section lead";
        Guidance => "总体要求", "guidance";
        Headline => "预期目标句", "sentence of headline targets";
        Outside => "不入计划", "not of the plan";
    }
}

words! {
    /// Labels of the screen.
    Drafted {
        Drafting => "定疑", "Settling";
        Source => "报告原文", "Report";
        Plan => "计划稿", "Draft of the plan";
        Doubt => "疑点", "Doubt";
        NoDoubts => "没有疑点了，F2 写成计划", "no doubts are left: F2 writes the plan";
        NoDoubtHere => "这一行没有疑点", "nothing is doubted here";
        Kept => "定一处存一处，可以离开再来", "each is kept as you go: leave and come back";
        Why => "原因", "Why";
        Name => "简称", "Short name";
        CutHere => "左右键移动，或写断点前的字  Tab 下一个标点  Enter 断开  Esc 返回", "arrows move the cut, or write words before it  Tab next mark  Enter cuts  Esc back";
        EndsHere => "左右键移动，或写末几个字  Tab 下一个标点  Enter 标题到此  Esc 返回", "arrows move, or write its last words  Tab next mark  Enter ends it  Esc back";
        FormKeys => "F2 保存  Tab 下一格  左右键选  Esc 返回", "F2 saves  Tab next  arrows choose  Esc back";
        FieldKeys => "Enter 保存  Esc 返回", "Enter saves  Esc back";
        MenuKeys => "数字或方向键选，Enter 确定  Esc 返回", "a digit or arrows, Enter confirms  Esc back";
        HelpKeys => "方向键翻看  Esc 返回", "arrows scroll  Esc back";
    }
}

words! {
    /// The fields of a target.
    TargetField {
        Metric => "指标", "metric";
        Comparator => "怎样比", "comparator";
        Value => "数值", "value";
        From => "原来", "from";
        Upper => "上限", "upper";
        Unit => "单位", "unit";
        Kind => "类别", "kind";
        Qualifier => "语气", "qualifier";
        Short => "简称", "short name";
        Members => "清单", "members";
        Phrase => "原话", "phrase";
    }
}

words! {
    /// How a value is meant, by name.
    Meant {
        Exactly => "正好", "exactly";
        About => "左右", "about";
        AtLeast => "以上", "at least";
        AtMost => "以内", "at most";
        MoreThan => "超过", "more than";
        Range => "区间", "range";
        FromTo => "从…到…", "from…to";
        InStep => "同步", "in step";
        UpOnly => "只增不减", "up only";
        DownOnly => "持续下降", "down only";
        Complete => "全覆盖", "complete";
        Avert => "坚决遏制", "avert";
        Issued => "上级下达", "issued from above";
    }
}

words! {
    /// How a target is judged, by name.
    Judged {
        Cumulative => "累计", "cumulative";
        Rate => "增速", "rate";
        Level => "水平", "level";
        Milestone => "节点", "milestone";
        Checklist => "清单", "checklist";
        Relative => "对照", "relative";
        Direction => "方向", "direction";
        Issued => "下达", "issued";
        Structural => "一次性", "structural";
        Qualitative => "定性", "qualitative";
    }
}

sentences! {
    /// What the screen says after a key.
    DraftSays {
        Done { what } => "已定：{what}", "settled: {what}";
        TakenBack { what } => "已撤回：{what}", "taken back: {what}";
        Again { what } => "已重做：{what}", "done again: {what}";
        NothingBack => "没有可撤回的", "there is nothing to take back";
        NothingAgain => "没有可重做的", "there is nothing to do again";
        NothingToDo => "这一行没有可定的，用方向键换一行", "there is nothing to settle on this line; move to another";
        NoDoubt => "这一行没有疑点，^N 到下一处", "nothing is doubted on this line; ^N goes to the next doubt";
        Unsaved => "写的还没有保存：F2 保存，再按 Esc 就放弃", "not saved yet: F2 saves it, Esc once more gives it up";
        NoOffer { last } => "没有这一项；请按 1 至 {last}", "there is no such choice; press 1 to {last}";
        NotInSentence { text } => "这一句里没有“{text}”；照原文写，断点就到那几个字后面", "the sentence does not have {text:?}; write its own words and the cut goes behind them";
        NotAChoice { text, choices } => "“{text}”不在可选的里面；左右键选，或写：{choices}", "not {text:?}; arrows choose, or write: {choices}";
        NoNext => "这是最后一句，没有可并的；请到前一句上并", "it is the last sentence, with none to join; go to the one before";
        NotCut => "断点在头尾，断不开；请往中间移", "the cut is at an end; move it inwards";
        BadNumber { text } => "“{text}”不是数，请写成 305 或 23.9", "{text:?} is no number; write 305 or 23.9";
        BadPhrase { text } => "这一句里没有“{text}”，请照抄原话，要含有这个数", "the sentence does not have {text:?}; quote it as it stands, the number in it";
        NeedsMetric => "请写指标：量的是什么", "write the metric: what is measured";
        NeedsReason => "请写一句原因", "write a reason";
        NeedsValue => "这样比要有数值；请写上", "this comparator takes a value; write one";
        PlanThere { path } => "{path} 已经在那里，F2 写不了；定了的照样存着，写时加 --replace 换掉它", "{path} is already there and F2 cannot write it; what is settled is kept all the same, and --replace writes over it";
        Written { path } => "已写成 {path}", "written: {path}";
        NotWritten { why } => "没有写成：{why}", "not written: {why}";
        NotKept { why } => "定了的没有存下：{why}。先别走：F10 再存一次，还不行，再按 F10 离开", "what was settled could not be kept: {why}. Do not leave yet: F10 tries once more, and F10 again leaves";
        KeptNow => "没有存下的这次都存下了", "all of it is kept now";
        Unfit { count } => "从前定的有 {count} 条与这份原文不合，没有用上；请再看一遍疑点", "{count} earlier settlings do not fit this text and were left out; look the doubts through again";
        Resumed { count } => "接着上次：已定 {count} 处", "going on: {count} settled so far";
        Place { at, of } => "第 {at} 处，共 {of} 处", "{at} of {of}";
        Counts { sections, tasks, measures, targets } => "{sections}个方面  {tasks}项任务  {measures}条措施  {targets}个目标", "{sections} sections  {tasks} tasks  {measures} measures  {targets} targets";
        Left { heavy, middle, light } => "疑点：要定{heavy}  要看{middle}  可看{light}", "doubts: {heavy} to be settled  {middle} to be looked at  {light} worth a look";
        Line { line } => "第{line}行", "line {line}";
        Run { what, chars } => "{what}（{chars}字）", "{what} ({chars} characters)";
    }
}
