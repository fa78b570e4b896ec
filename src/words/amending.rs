//! 定冲突: what the screen says on which both a plan and its amended report changed something.

words! {
    /// What can be done on the screen, as the footer and F1 name it.
    Amends {
        Ours => "照计划", "keep the plan";
        Theirs => "照新报告", "take the report";
        Both => "两样都要", "keep both";
        Next => "下一处未定", "next open";
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
        Dropped => "新报告没有这一行，计划里改过它", "not in the new report, and edited in the plan";
        Removed => "计划里删了这一行，新报告改了它", "removed from the plan, and changed in the new report";
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
        Back { row } => "已撤回：{row}", "taken back: {row}";
        Again { row } => "已重做：{row}", "done again: {row}";
        NothingBack => "没有可撤回的", "nothing to take back";
        NothingAgain => "没有可重做的", "nothing to do again";
        NoBoth => "这里只能二选一；请按 1 或 2", "it is one or the other here; press 1 or 2";
        StillOpen { open } => "还有 {open} 处未定；定完再写", "{open} are still open; settle them first";
        AllSettled => "都定了，F2 写进计划", "all are settled: F2 writes the plan";
        Resumed { count } => "接着上次：已定 {count} 处", "going on: {count} settled before";
        NotWritten { why } => "没有写成：{why}", "not written: {why}";
        NotKept { why } => "选择没有存下：{why}", "the choice was not kept: {why}";
    }
}
