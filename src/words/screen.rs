//! What the screens say of what they show: states of saving, empty places, figures, counts.

words! {
    /// A word of a screen.
    Sign {
        Saved => "已存", "saved";
        Saving => "存盘中", "saving";
        Unsaved => "未存", "NOT SAVED";
        ReadOnly => "只读", "read-only";
        Sealing => "封存中", "sealing";
        NotCommitted => "已封存未入库", "sealed, not committed";
        InSession => "进行中", "in session";
        Adjourned => "休会中", "adjourned";
        All => "全部", "all";
        Gap => "差距", "gap";
        Through => "截至", "through";
        Reported => "已报", "reported";
        Open => "未办结", "open";
        Undone => "未结", "open";
        ThisTime => "本次", "this meeting";
        First => "首个目标", "first target";
        Three => "近三次", "last three";
        NoNumber => "定性", "no number";
        NoSupport => "无", "none";
        AwaitingIssue => "待下达", "not issued yet";
        InStep => "同步", "in step";
        UpOnly => "只增不减", "never less";
        DownOnly => "持续下降", "falling";
        Complete => "全覆盖", "full coverage";
        Avert => "坚决遏制", "none at all";
        Even => "持平", "even";
        Preliminary => "快报", "preliminary";
        NoMeetingYet => "还没有会议。F8 开会", "no meeting yet. F8 opens one";
        NoDecisionsOpen => "没有未办结的议定事项", "no decision is open";
        NoDecisionsHere => "本项还没有议定事项", "no decision on this row yet";
        NoTargets => "本项没有目标", "this row has no target";
        NoTasks => "这里没有任务", "there are no tasks here";
        NotAssigned => "未分工", "nobody leads yet";
        NoOffices => "名册是空的", "the roster is empty";
        NoRecords => "本次还没有记录", "nothing recorded yet";
        NoGaps => "没有缺项", "nothing is missing";
        NoHits => "没有找到", "nothing found";
        NothingOffered => "现在没有可用的命令", "no command works now";
        Corrected => "更正过", "corrected";
        Ditto => "同上", "likewise";
        Draft => "送审稿", "draft";
        NotSigned => "未签", "not signed in";
        Substitute => "代", "for";
        Came => "到", "from";
        Went => "离", "until";
        BackTo => "前一个绑定", "what was bound before";
        OpensPalette => "Enter 打开命令", "Enter opens the commands";
        Leads => "牵头", "leads";
        Supports => "配合", "supports";
        NotDiscussed => "未议", "not discussed";
        StillTyped => "行里还有没存的文字", "typed and not saved";
        Doing => "做什么", "what it does";
        AnyMethod => "输入法开着也能用", "always works";
        Letters => "英文状态", "letters too";
        Filter => "过滤", "filter";
        NoColours => "无色", "no colours";
        Sixteen => "16色", "16 colours";
        Indexed => "256色", "256 colours";
        TrueColour => "真彩", "true colour";
        Narrow => "1格", "1";
        Wide => "2格", "2";
        ByPalette => "F4 里选", "in F4";
        Scroll => "方向键翻看", "arrows scroll";
        Undecided => "未办结议定", "open decisions";
        Ordered => "排序", "order";
        NoDecisionsYet => "还没有议定事项。开会后记下的都列在这里", "no decisions yet; what meetings decide is listed here";
        NoneLetThrough => "没有符合条件的议定事项。^U 清空条件", "no decision fits the filter. ^U clears it";
        Everything => "全部议定事项", "all decisions";
        TakenBack => "已撤回", "taken back";
        Extensions => "延期", "ext.";
        NoSuchOffice => "名册外", "outside the roster";
        OtherMatters => "其他事项", "other matters";
    }
}

sentences! {
    /// A piece of a screen with places in it.
    Seen {
        About { value } => "{value}左右", "about {value}";
        AtLeast { value } => "{value}以上", "at least {value}";
        AtMost { value } => "{value}以内", "at most {value}";
        MoreThan { value } => "超过{value}", "more than {value}";
        Range { from, to } => "{from}至{to}", "{from} to {to}";
        FromTo { from, to } => "由{from}到{to}", "from {from} to {to}";
        Short { by } => "差{by}", "-{by}";
        Over { by } => "超{by}", "+{by}";
        Held { number, series } => "第{number}次{series}", "{series} no. {number}";
        HeldShort { number } => "第{number}次", "no. {number}";
        SavedAt { time } => "已存 {time}", "saved {time}";
        Decisions { count } => "议定{count}", "decided {count}";
        Readings { count } => "报数{count}", "readings {count}";
        Unsent { count } => "还有{count}行未存", "{count} lines more not saved";
        Lacking { gap, count } => "{gap}{count}", "{gap} {count}";
        Items { done, all } => "已议{done}/{all}", "{done}/{all} done";
        Tasks { count } => "{count}项", "{count}";
        Since { day } => "自{day}", "since {day}";
        Sheets { blue, yellow, red } => "督办单 蓝{blue} 黄{yellow} 红{red}", "sheets blue {blue} yellow {yellow} red {red}";
        Fed { day, days } => "反馈 {day}（{days}天前）", "reported {day} ({days} days ago)";
        FedToday { day } => "反馈 {day}（今天）", "reported {day} (today)";
        ReplacedBy { id } => "由 {id} 代替", "replaced by {id}";
        Replaces { ids } => "代替 {ids}", "replaces {ids}";
        Signed { by, day } => "{by} {day} 签发", "signed by {by} on {day}";
        Amended { was, organ } => "原{was}，{organ}调整", "was {was}, amended by {organ}";
        WasFigure { was } => "更正过（原{was}）", "corrected (was {was})";
        Extended { count } => "延期{count}次", "extended {count}x";
        Of { shown, all } => "{shown}/{all}", "{shown}/{all}";
        DueIn { day, weekday, days } => "{day} 周{weekday} 还有{days}天", "{day} {weekday}, in {days} days";
        DuePast { day, weekday } => "{day} 周{weekday}", "{day} {weekday}";
        Outside { name, flag } => "{name}（{flag}）", "{name} ({flag})";
        Figure { was, now } => "{was} 变为 {now}", "{was} becomes {now}";
        OpensCard { name } => "Enter 打开 {name}", "Enter opens {name}";
        Binds { name } => "Enter 换到 {name}", "Enter goes to {name}";
        Chooses { count } => "Enter 后从{count}个目标里选一个", "Enter, then choose one of {count} targets";
        Numbered { kind, number } => "{kind}{number}", "{kind} {number}";
        Named { sign, count } => "{sign}{count}", "{sign} {count}";
        Origin { program, terminal, size, depth, width } => "{program}  {size}  {depth}  模糊宽度 {width}  终端 {terminal}", "{program}  {size}  {depth}  ambiguous width {width}  terminal {terminal}";
        Listed { count } => "{count}条", "{count} listed";
        ByOrder { order } => "按{order}排", "by {order}";
        Times { count } => "{count}次", "{count}x";
        Pending { count } => "{count}条", "{count}";
    }
}

words! {
    /// How to do something, said where it can be done.
    Hint {
        Write => "写议定内容，Enter 保存", "write what was decided, Enter saves";
        Sentence => "由X牵头，Y、Z配合，10月底前", "@lead +support >due";
        Sigils => "@牵头 +配合 >时限", "offices by name, pinyin initials or digit";
        Reading => "=305 报数", "=305 a reading";
        Bind => "#1.4 换任务", "#1.4 another row";
        Unbind => "#0 其他事项", "#0 no row";
        Walk => "上下键选记录", "arrows choose a record";
        Act => "Enter 办理", "Enter acts on it";
        Withdraw => "Delete 撤回", "Delete withdraws it";
        Move => "Tab 下一格", "Tab next field";
        Confirm => "Enter 下一格，最后一格保存", "Enter next field, saves on the last";
        SaveF2 => "F2 保存", "F2 saves";
        OpenNow => "Enter 或 F8 开会", "Enter or F8 opens the meeting";
        SealF8 => "F8 封存", "F8 seals";
        Leave => "Esc 返回", "Esc leaves";
        Cycle => "空格 换状态", "Space changes";
        SignDown => "Enter 签到并下移", "Enter signs in and goes on";
        TakeOff => "Delete 取消", "Delete takes off";
        Mend => "Enter 补正", "Enter mends it";
        ConfirmAssumed => "空格 确认〔〕", "Space confirms what stands in 〔〕";
        Pick => "数字或方向键选，Enter 确定", "digits or arrows choose, Enter takes it";
        Look => "汉字、全拼、首字母、编号都可以", "text, pinyin, initials or a number";
        OpenHit => "方向键选，Enter 打开", "arrows choose, Enter opens";
        Number => "1.4 任务  1.4.2 措施  1.4/1 目标  0/1 预期目标", "1.4 task  1.4.2 measure  1.4/1 target  0/1 headline";
        Names => "单位名称；几家用顿号隔开，第一家为主", "offices, the first one leads";
        DueWords => "1031、10-31 14:00、10月底、下周五、+7、尽快", "1031, 10-31 14:00, 2023-10-31 or +7";
        RowNumbers => "任务编号，几项用空格隔开；其他事项留空", "row numbers with blanks between; empty for none";
        OneSentence => "一句话说清一件事", "one matter in one sentence";
        Months => "8月 或 2023-01..2023-08", "8 or 2023-01..2023-08";
        DayWords => "2023-09-15、9-15 或 0915", "2023-09-15, 9-15 or 0915";
        SeriesName => "plan.ron 里的系列名称或代码", "a series of plan.ron, by name or code";
        Safe => "输入法开着打字母不会误触命令；上屏的汉字自动进搜索框（会议中进记录行）", "no letter is a command while you type; text goes to the search or the line";
        Twins => "全角符号 ：／？，。０-９ 与半角同样有效", "full-width marks work like their ASCII twins";
        OnlyLooks => "这里只看不记", "nothing is recorded here";
        Digits => "数字直达任务", "digits go to a task";
        Han => "汉字进搜索", "/ searches";
        Through => "^N ^P 走议题", "^N ^P go through the agenda";
        Settle => "1完成 2未完成 3转下年", "1 finished 2 unfinished 3 carried over";
        ConfirmClear => "0 确认全部〔〕", "0 confirms all in 〔〕";
        WriteReason => "Enter 写原因", "Enter writes why";
        SaveReason => "Enter 保存", "Enter saves";
        Unfold => "左右键 展开措施", "right shows the measures";
        ActOn => "Enter 办理", "Enter acts on it";
        Reorder => "，换排序", ", another order";
        OwnList => "@ 只看本单位", "@ its office's list";
        ClearFilter => "^U 清空条件", "^U clears";
        Terms => "如 牵头:投促局 逾期 会议:3 时限<10-31 !办结", "lead:Trade overdue meeting:3 due<10-31 !done";
        AllOfOffice => "^T 全部议定", "^T all its decisions";
        Next => "^N 议完，下一项", "^N done, next item";
        Zero => "0 更多", "0 more";
        ZeroBack => "0 前页", "0 first page";
        WhoAgreed => "岗位或姓名，如 区长", "a post or a name";
        OnlyChanged => "只记改动的格", "only what is changed is recorded";
        MayBeEmpty => "可留空", "may stay empty";
        PastDay => "当天或以前：9-12、0912、2023-09-12", "today or before: 9-12, 0912 or 2023-09-12";
        Picks => "名称、首字母或签到的数字；几家用顿号隔开，第一家为主", "names, initials or digits; the first one leads";
        Figure => "年度目标的新数值，如 480", "the new value, as 480";
        Colours => "1蓝 临期  2黄 滞后  3红 逾期", "1 blue due soon  2 yellow behind  3 red overdue";
        People => "投促局=请假；几家用空格隔开", "NAME=excused, more with blanks between";
        MeetingName => "2023-09-15，或次数 4", "2023-09-15, or its number, 4";
        DocumentName => "如 〔2023〕4号，可留空", "its number, or nothing";
        Clock => "09:00", "09:00";
    }
}
