//! 体检: what the program found of the terminal, of git and of the book, and what to do about it.

words! {
    /// How it stands with one thing.
    Health {
        Good => "好", "ok";
        Note => "留意", "note";
        Fault => "有问题", "fault";
        Unasked => "未问", "not asked";
    }
}

words! {
    /// The parts of a page of findings.
    Ward {
        Terminal => "终端", "Terminal";
        Git => "git", "git";
        Book => "这一册", "This book";
    }
}

words! {
    /// What was looked at. The English word is its name in JSON.
    Topic {
        Encoding => "编码", "encoding";
        Locale => "语言环境", "locale";
        Emulator => "终端程序", "terminal program";
        Term => "终端类型", "TERM";
        Settings => "个人设置", "settings";
        Colour => "颜色", "colour";
        Size => "窗口", "size";
        Ambiguous => "模糊宽度", "ambiguous width";
        Sync => "同步刷新", "synchronized output";
        Clipboard => "剪贴板", "clipboard";
        InputMethod => "输入法", "input method";
        Program => "git 程序", "git program";
        Repository => "仓库", "repository";
        Identity => "由谁入库", "identity";
        Attributes => "属性", "attributes";
        Textconv => "git diff", "textconv";
        Committed => "入库", "committed";
        Plan => "计划", "plan";
        Lock => "占用", "lock";
        Rights => "权限", "rights";
        Holidays => "节假日", "holidays";
        Door => "SSH 门", "front door";
    }
}

sentences! {
    /// What was found.
    Found {
        NotTried => "要人在键盘前试，一分钟", "to be tried by a person; it takes a minute";
        NoTerminal => "没有终端，问不到", "there is no terminal to ask";
        NotBefore => "在后台运行，不去打扰终端", "run in the background, where a terminal is not to be asked";
        NoAnswer => "终端没有回答", "the terminal did not answer";
        Utf8 => "UTF-8，“中”占2格", "UTF-8; a Han character takes two columns";
        NotUtf8 { columns } => "“中”占了 {columns} 格：终端不是 UTF-8", "a Han character took {columns} column(s): the terminal does not read UTF-8";
        Locale { name } => "{name}", "{name}";
        LocaleNot { name } => "{name}：不是 UTF-8，git、vi、less 会把中文打成乱码", "{name} is not UTF-8: git, vi and less will garble Chinese";
        NoLocale => "没有写 LANG", "LANG is not set";
        Term { name } => "{name}", "{name}";
        Settings { file } => "{file}", "{file}";
        NoSettings { file } => "没有另设，按默认；F9 改后存 {file}", "none of your own, the defaults hold; F9 keeps what you change in {file}";
        Dumb { name } => "“{name}”不能定位光标，打不开屏幕", "{name:?} cannot move its cursor, so there is no screen";
        True => "真彩", "24 bit";
        Indexed => "256色", "256 colours";
        Sixteen => "16色", "16 colours";
        Mono => "不用颜色：状态看标记和字", "none: marks and words tell states apart";
        Size { size } => "{size}", "{size}";
        Narrow { size } => "{size}，小于 80x24：自动单栏", "{size}, less than 80x24: one column";
        Tiny { size } => "{size}，小于 60x18：放不下", "{size}, less than 60x18: too small";
        OneWide => "1格", "one column";
        TwoWide => "2格：照此排版，框线改用 ASCII", "two columns: laid out for it, with ASCII rules";
        Sync => "支持：一帧一次画完", "spoken: a frame appears at once";
        NoSync => "不支持：自动不用", "not spoken, and not used";
        Clipboard => "终端说能写剪贴板（OSC 52）", "the terminal says that it takes text for the clipboard (OSC 52)";
        NoClipboard => "终端没有说能写剪贴板（OSC 52）", "the terminal does not say that it takes text for the clipboard (OSC 52)";
        Program { version } => "{version}", "{version}";
        Repository { folder } => "{folder}", "{folder}";
        NoRepository => "这一册不在 git 仓库里：照样能用，只是没有入库", "this book is in no git repository: it works, and nothing is committed";
        Said { what } => "{what}", "{what}";
        Identity { who } => "{who}", "{who}";
        Nobody => "git 还不知道由谁入库", "git does not know who commits";
        LeftAlone => "存档的字节 git 不动，也不逐行合并", "git leaves the bytes of snapshots alone and never merges them";
        NotLeftAlone => "git 可能改动存档的行尾，或逐行合并存档", "git may change line ends of snapshots, or merge them line by line";
        NoAttributes => "没有 .gitattributes：git 可能改动存档的行尾，或逐行合并存档", "there is no .gitattributes: git may change line ends of snapshots, or merge them line by line";
        Speaks => "把存档读成句子，git log -p、git show 也是", "speaks sentences: git diff, git log -p and git show read snapshots out";
        Silent => "这份拷贝里还不能把存档读成句子", "does not speak sentences in this clone yet";
        Foreign { value } => "diff.yiding.textconv 由人写着“{value}”，没有动它", "somebody set diff.yiding.textconv to {value:?}; it was left alone";
        NotNamed => ".gitattributes 里没有 diff=yiding，所以不能把存档读成句子", ".gitattributes does not say diff=yiding, so nothing speaks";
        NotOnPath => "驱动已装，但 PATH 里没有 yiding：git diff 只能照原样显示", "the driver is set, but yiding is not on PATH: git diff shows files as they are";
        Committed => "封存的都已入库", "all that is sealed is committed";
        Uncommitted { ids } => "已封存，未入库：{ids}", "sealed, not committed: {ids}";
        NoBook { folder } => "{folder} 里没有 plan.ron：不是一册", "{folder} has no plan.ron: it is no book";
        Plan { title } => "{title}", "{title}";
        Free => "没有人在记", "nobody records";
        Held { by } => "{by} 正在记", "{by} records";
        Network { kind } => "这一册放在网络文件系统上（{kind}）：锁不可靠，不能在这里记", "the book lies on a network file system ({kind}), where locks cannot be relied upon: nothing can be recorded";
        Rights => "能读能写，草稿只有本人能看", "readable and writable, and drafts are private";
        NoWrite { path } => "不能写 {path}", "{path} cannot be written";
        Open { path } => "{path} 别人也能看", "others can read {path}";
        Holidays { years } => "{years} 年已填", "{years}: filled in";
        NoHolidays { years } => "没有 {years} 年的节假日：工作日只按周一至周五算", "no holidays of {years}: Monday to Friday count as working days";
        Door { file } => "{file} 里写着 yiding follow", "{file} runs yiding follow";
        DoorUnread { file } => "{file} 读不到：不知道有没有给阅览席开门", "{file} cannot be read, so it is not known whether reviewers have a door";
        NoDoor => "没有给阅览席开，用不着就不必；要开见 yiding serve --print-sshd", "none for reviewers, and none is needed; to open one see yiding serve --print-sshd";
        NoSshd => "本机没有 sshd，用不着就不必；要给阅览席开门用 yiding serve", "no sshd on this machine, and none is needed; yiding serve opens a door of its own";
        Mended { what } => "已修：{what}", "mended: {what}";
    }
}

sentences! {
    /// What to do about it.
    Cure {
        ToUtf8 => "把终端的字符集设为 UTF-8，或换一个终端", "set the terminal's character set to UTF-8, or use another one";
        SetLang => "写 export LANG=zh_CN.UTF-8（或 C.UTF-8）", "export LANG=C.UTF-8, or en_US.UTF-8";
        SetTerm => "写 export TERM=xterm-256color；读屏和管道可以用子命令，见 yiding --help", "export TERM=xterm-256color; commands work without a screen, see yiding --help";
        Enlarge => "把窗口拉大，或把字调小", "make the window larger, or the letters smaller";
        OnTerminal => "在终端里运行", "run it on a terminal";
        AskAgain => "线路慢时再运行一次；一直没有回答就换一个终端", "on a slow line run it again; where it never answers use another terminal";
        ByMouse => "复制不成时，按住 Shift 用鼠标选", "where copying fails hold Shift and select with the mouse";
        Init => "要入库，在那里运行 git init", "to commit, run git init there";
        Name => "运行 git config user.name 姓名 和 git config user.email 邮箱；在记录席入库时也会问", "run git config user.name NAME and git config user.email ADDRESS; the desk asks for them too";
        Line { line } => "在 .gitattributes 里写一行：{line}", "write this line into .gitattributes: {line}";
        Fix => "运行 yiding doctor --fix", "run yiding doctor --fix";
        SetDriver { wanted } => "要把存档读成句子，请改成：{wanted}", "for it to speak sentences set it to: {wanted}";
        ToPath { folder } => "把 {folder} 放进 PATH", "put {folder} on PATH";
        Commit => "在记录席按 F4 选“入库”，或再封存一次", "choose commit behind F4 at the desk, or seal again";
        NewBook => "yiding init 新建一册，yiding demo 先演练；别处的一册用 -C 目录", "yiding init starts one, yiding demo rehearses; another folder's by -C DIR";
        Check => "yiding check 指出哪一行", "yiding check shows the line";
        Wait => "等那边散会；只看不记不受影响", "wait until that meeting closes; looking is always possible";
        Move => "把这一册移到本机的磁盘上，用 yiding sync 与别处同步", "move the book to a disk of this machine, and share it by yiding sync";
        Own { path } => "请这个目录的主人给写权限：chmod u+w {path}", "ask its owner for the right to write: chmod u+w {path}";
        AsRoot => "要看这一项，用 sudo 运行 yiding doctor", "to look there run yiding doctor by sudo";
        FillIn => "照当年的放假通知填 plan.ron 的 holidays", "fill in `holidays` of plan.ron by that year's notice";
        AskKeys => "在终端里运行 yiding doctor --ime", "run yiding doctor --ime on a terminal";
        OtherKeys => "F4 或在空行打“：”打开命令表，每个命令都有不用这个键的走法", "F4 or a colon on an empty line opens the palette, which reaches every command without this key";
        InputMethodOn => "切到中文输入法，再运行一次", "switch the input method on and run it again";
        Elsewhere => "按 F1 看光标；候选框飘走多半是终端的毛病，换一个终端，或把输入法设为嵌入式候选", "a candidate window that drifts is mostly the terminal's fault: use another one, or let the input method show candidates in line";
    }
}

sentences! {
    /// The test of an input method: what is asked, and what came.
    Trial {
        Start => "输入法小测，四步；Esc 跳过一步，Ctrl-C 全部跳过。", "A test of the input method in four steps; Esc skips one, Ctrl-C all.";
        Type => "1/4 请打开中文输入法，打“道里”二字，回车：", "1/4 Switch the input method on, type 道里, Enter: ";
        Press { key } => "2/4 不切换输入法，直接按 {key}：", "2/4 Leave it on and press {key}: ";
        Digits => "3/4 再打数字 14：", "3/4 Now type the digits 14: ";
        Arrow => "4/4 再按方向键下：", "4/4 Now the arrow key down: ";
        Window => "候选框刚才贴着光标吗？ 1 是  2 飘到别处：", "Was the candidate window beside the cursor?  1 yes  2 elsewhere: ";
        Came { what, as_what } => "{what}：收到{as_what}", "{what}: {as_what} arrived";
        Right { what } => "{what}：收到", "{what}: arrived";
        Skipped { what } => "{what}：跳过", "{what}: skipped";
        Letters { text } => "收到的是字母“{text}”：输入法没有打开", "letters arrived, {text:?}: the input method is off";
        Beside => "候选框贴着光标", "the candidate window is beside the cursor";
        Adrift => "候选框不在光标旁", "the candidate window is not beside the cursor";
        Nothing => "空的", "nothing";
    }
}

sentences! {
    /// What it comes to.
    Summary {
        Well => "体检完：没有问题", "examined: no faults";
        Faults { count } => "体检完：{count}处有问题", "examined: {count} fault(s)";
        Mendable { count } => "其中{count}处 yiding doctor --fix 能修", "yiding doctor --fix mends {count} of them";
    }
}
