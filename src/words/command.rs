//! The names of all commands: footer, palette, F1, README and man page show these.

words! {
    /// A command, by its name.
    Do {
        Help => "帮助", "help";
        Decide => "记议定", "decide";
        Read => "记报数", "reading";
        Palette => "命令", "commands";
        Meeting => "会议", "meeting";
        Quit => "退出", "quit";
        Search => "搜索", "search";
        Cast => "投屏", "reviewers see";
        Reviews => "阅览", "reviewers";
        ReadBack => "念清单", "read back";
        Pending => "待定", "to settle";
        Mark => "选中", "mark";
        Undo => "撤回", "undo";
        Redo => "重做", "redo";
        NextItem => "下一项", "next item";
        PreviousItem => "上一项", "previous item";
        Open => "打开", "open";
        Back => "返回", "back";
        NextPane => "下一栏", "next pane";
        PreviousPane => "上一栏", "previous pane";
        Up => "上", "up";
        Down => "下", "down";
        PageUp => "上页", "page up";
        PageDown => "下页", "page down";
        Home => "最前", "first";
        End => "最后", "last";
        Withdraw => "撤回所选", "withdraw";
        Jump => "直达", "go to";
        Before => "会前", "before";
        Agenda => "议程", "agenda";
        BuildAgenda => "按三张单排议程", "build the agenda";
        Figures => "报数表", "table of readings";
        SignIn => "签到", "sign in";
        Overview => "总览", "overview";
        Tasks => "任务清单", "tasks";
        Register => "台账", "register";
        Compare => "差异", "compare";
        Story => "来龙去脉", "story";
        Desk => "回会议", "to the meeting";
        NextTask => "下一任务", "next task";
        PreviousTask => "上一任务", "previous task";
        Assign => "分工", "assign";
        Sheet => "督办单", "sheet";
        Correct => "更正", "correct";
        CorrectMeeting => "更正会议", "correct the meeting";
        Sign => "签发", "sign";
        Amend => "调整", "amend";
        Account => "交账", "account";
        Light => "亮灯", "light";
        Seal => "入账", "seal";
        Join => "合并", "join";
        Commit => "入库", "commit";
        Papers => "出文稿", "make papers";
        Print => "打印", "print";
        Preview => "预览", "preview";
        ClearLine => "清空所写", "clear the line";
        Skip => "跳过练习", "skip the job";
        Hints => "提示", "hints";
        Redraw => "重画", "redraw";
    }
}
