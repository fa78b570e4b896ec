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
        TooLong => "这一行太长，没有收", "this line is too long and was not taken";
        Left => "已离开", "left";
        NotNow => "现在不能用", "not now";
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
        MoreNews { count } => "另有{count}条。", "{count} more.";
        At { time, what } => "{time} {what}", "{time} {what}";
        Goes { what } => "转到 {what}", "now at {what}";
        Found { count } => "找到{count}项。", "{count} found.";
        Numbered { number, what } => "{number} {what}", "{number} {what}";
        Missed { shown, all } => "离开期间第{shown}条，共{all}条。", "while away, {shown} of {all}.";
        Skipped { count } => "你那边收得慢，有{count}行没有送出。", "your side is slow; {count} lines were left out.";
    }
}
