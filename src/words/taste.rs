//! What is said of a person's own settings, and the names that F9 shows.

sentences! {
    /// What became of a person's settings.
    TasteSays {
        Unread { at, why } => "{at} {why}；显示按默认", "{at} {why}; defaults hold";
        BadKeys { at, why } => "{at} {why}；按键按默认，其余照设", "{at} {why}; the keys are the usual ones, all else holds";
        Advised { why, what } => "{why}（{what}）", "{why} ({what})";
        NoHome => "没有 HOME，也没有 XDG_CONFIG_HOME，设置无处可存，本次有效；要留下，先设 HOME", "there is neither HOME nor XDG_CONFIG_HOME to keep settings in, and they hold until you leave; set HOME to keep them";
        NotOver { at } => "{at} 有误，没有改动它；设置本次有效，改好文件后再存", "{at} has a fault and was left alone; the settings hold until you leave, mend the file to keep them";
        NotKept { at, why } => "{at} 没有写成：{why}；设置本次有效", "{at} was not written: {why}; the settings hold until you leave";
        Head => "// yiding 的显示设置，只管本人的屏幕。F9 会改这里；手写的注释和顺序保留。", "// How yiding looks to me. F9 writes here; comments and order stay as they are.";
    }
}

sentences! {
    /// What is wrong with the keys of a person's settings.
    BadKey {
        Unknown { name } => "没有名为 {name} 的命令；名字见 F1", "there is no command {name}; F1 has their names";
        Near { name, near } => "没有名为 {name} 的命令；是不是 {near}？", "there is no command {name}; did you mean {near}?";
        Twice { what } => "{what} 写了两次；请删去一个", "{what} stands here twice; delete one";
        NoKey { key } => "没有这个键 {key}；写 f2、ctrl-z、alt-x、pageup 或一个字符", "there is no key {key}; write f2, ctrl-z, alt-x, pageup or a character";
        Taken { key, by } => "{key} 是 {by} 的键；先给 {by} 换一个", "{key} is a key of {by}; give {by} another one first";
        Kept { key } => "{key} 不能换：打字、移动、终端或输入法要用它；请另选一个键", "{key} stays what it is: typing, moving, the terminal or an input method needs it; choose another";
        Swallowed { what } => "{what} 要有一个输入法放行的键；请给它留一个，如 ctrl-k、ctrl-e", "{what} needs a key that an input method lets through; give it one, like ctrl-k or ctrl-e";
        OnlyTyped { what } => "{what} 打字时也要能按；请给它一个不是字符的键，如 ctrl-k", "{what} is needed while one types too: give it a key that is no character, like ctrl-k";
        Needed { what } => "{what} 不能停用；请给它留一个键", "{what} cannot be without a key; leave it one";
    }
}

words! {
    /// A setting of F9.
    Setting {
        Layout => "版式", "layout";
        Theme => "主题", "theme";
        Colours => "颜色", "colours";
        Marks => "状态标", "status";
        Borders => "边框", "borders";
        Width => "符号宽度", "wide marks";
        Hints => "提示行", "hints";
        Script => "文字", "script";
        Tongue => "语言", "language";
        Mouse => "鼠标", "mouse";
    }
}

words! {
    /// What is chosen for a [`Setting`].
    Chosen {
        Standard => "标准", "standard";
        Care => "关怀", "large and plain";
        Wall => "大屏", "projector";
        Linear => "线性", "lines";
        Dark => "标准深", "dark";
        Light => "标准浅", "light";
        ContrastDark => "高对比黑底", "contrast dark";
        ContrastLight => "高对比白底", "contrast light";
        Mono => "单色", "mono";
        Auto => "自动", "auto";
        Sixteen => "16色", "16";
        Indexed => "256色", "256";
        TrueColour => "真彩", "24 bit";
        MarkWordColour => "符号+汉字+颜色", "mark, word, colour";
        MarkWord => "符号+汉字", "mark, word";
        WordAlone => "仅汉字", "word";
        Lines => "线条", "lines";
        Ascii => "ASCII", "ASCII";
        One => "1格", "1 column";
        Two => "2格", "2 columns";
        Beginner => "新手", "beginner";
        Usual => "常用", "usual";
        Hidden => "隐藏", "hidden";
        Simplified => "简体", "simplified";
        Traditional => "繁体", "traditional";
        Chinese => "中文", "中文";
        English => "English", "English";
        On => "开", "on";
        Off => "关", "off";
    }
}

words! {
    /// What a [`Setting`] is about, and what the preview holds.
    Meant {
        Layout => "关怀：一栏大行距、不缩写；大屏：远处看得清；线性：逐行读，下次打开起", "plain: one column, nothing abbreviated; lines: read line by line from the next start";
        Theme => "标准不铺底，沿用终端自己的；两种高对比自己铺底", "the standard themes keep the terminal's background, the two of high contrast do not";
        Colours => "自动：按终端自报和 NO_COLOR", "auto: as the terminal and NO_COLOR say";
        Marks => "状态总有汉字，符号和颜色可以不要", "there is always a word; mark and colour may go";
        Borders => "自动：认得的终端上画线，其余用 + - |", "auto: lines on terminals that are known to draw them well, else + - |";
        Width => "引号、破折号一类占几格；自动按打开时量到的", "of quotes and dashes; auto: as measured at the start";
        Hints => "新手：按键和做法；常用：只有按键；隐藏：都不显示", "beginner: keys and what to do; usual: keys; hidden: neither";
        Script => "只改显示，不改文件", "of what is shown, never of files";
        Tongue => "自动：按系统语言", "auto: as the locale says";
        Mouse => "开：点行、滚轮；按住 Shift 拖动仍归终端", "on: click rows, scroll; with Shift the mouse stays the terminal's";
        Sample => "“十四五”规划确定的重点项目——机场二期…已全面开工建设，项目建设有序推进", "“quoted” and — dashed … text under a frame, as the report of the plan has it in places";
        Framed => "框下有字", "over text";
    }
}
