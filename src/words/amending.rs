//! 定冲突: what the screen says on which both a plan and its amended report changed something.

words! {
    /// What can be done on the screen, as the footer and F1 name it.
    Amends {
        Ours => "照计划", "the plan";
        Theirs => "照新报告", "the report";
        Both => "两样都要", "both";
        Next => "下一处未定", "next open";
        Find => "查找", "find";
        Undo => "撤回", "undo";
        Redo => "重做", "redo";
        Write => "写进计划", "write the plan";
        Help => "帮助", "help";
        Leave => "退出", "leave";
        Up => "上一处", "one above";
        Down => "下一处", "one below";
        Home => "开头", "beginning";
        End => "末尾", "end";
        Redraw => "重画", "redraw";
    }
}

words! {
    /// Labels of the screen.
    Amended {
        Amending => "定冲突", "Conflicts";
        Old => "原报告", "Old report";
        New => "新报告", "New report";
        Ours => "计划（改过）", "Plan as edited";
        Open => "未定", "open";
        TookOurs => "照计划", "plan";
        TookTheirs => "照新报告", "report";
        TookBoth => "都要", "both";
        Dropped => "新报告删了，计划改过", "report dropped, plan edited";
        Removed => "计划删了，新报告改过", "plan dropped, report changed";
        NotThere => "（没有这一行）", "(no such row)";
        Kept => "定一处存一处，可以离开再来", "each is kept as you go: leave and come back";
        HelpTitle => "键", "Keys";
        HelpFoot => "Esc 返回", "Esc back";
    }
}

sentences! {
    /// What is said after a key.
    AmendSays {
        Counts { all, open } => "{all} 处冲突，{open} 处未定", "{all} conflict(s), {open} open";
        Took { row, side } => "{row}：{side}", "{row}: {side}";
        Chose { row, side, what } => "定  {row}：{side}（{what}）", "settled  {row}: {side} ({what})";
        Back { row } => "已撤回：{row}", "taken back: {row}";
        Again { row } => "已重做：{row}", "done again: {row}";
        NothingBack => "没有可撤回的", "nothing to take back";
        NothingAgain => "没有可重做的", "nothing to do again";
        NoBoth => "这里只能二选一；请按 1 或 2", "it is one or the other here; press 1 or 2";
        OneOfTwo => "没有这一项；1 照计划，2 照新报告；找编号先按 /", "there is no such choice; 1 keeps the plan, 2 takes the report; / finds a number";
        OneOfThree => "没有这一项；1 照计划，2 照新报告，3 两样都要；找编号先按 /", "there is no such choice; 1 keeps the plan, 2 takes the report, 3 keeps both; / finds a number";
        StillOpen { open } => "还有 {open} 处未定；定完再写", "{open} are still open; settle them first";
        AllSettled => "都定了，F2 写进计划", "all are settled: F2 writes the plan";
        Resumed { count } => "接着上次：已定 {count} 处", "going on: {count} settled before";
        NotWritten { why } => "没有写成：{why}", "not written: {why}";
        NotKept { why } => "选择没有存下：{why}。先别走：F10 再存一次，还不行，再按 F10 离开", "the choice was not kept: {why}. Do not leave yet: F10 tries once more, and F10 again leaves";
        KeptNow => "没有存下的这次都存下了", "all of it is kept now";
    }
}
