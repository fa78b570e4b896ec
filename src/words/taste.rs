//! What is said of a person's own settings, and the names that F9 shows.

sentences! {
    /// What became of a person's settings.
    TasteSays {
        Unread { at, why } => "{at} {why}；显示按默认", "{at} {why}; defaults hold";
        Advised { why, what } => "{why}（{what}）", "{why} ({what})";
        NoHome => "没有 HOME，也没有 XDG_CONFIG_HOME，设置无处可存；本次有效", "there is neither HOME nor XDG_CONFIG_HOME to keep settings in; they hold until you leave";
        NotOver { at } => "{at} 有误，没有改动它；设置本次有效，改好文件后再存", "{at} has a fault and was left alone; the settings hold until you leave, mend the file to keep them";
        NotKept { at, why } => "{at} 没有写成：{why}；设置本次有效", "{at} was not written: {why}; the settings hold until you leave";
        Head => "// yiding 的显示设置，只管本人的屏幕。F9 会改这里；手写的注释和顺序保留。", "// How yiding looks to me. F9 writes here; comments and order stay as they are.";
    }
}
