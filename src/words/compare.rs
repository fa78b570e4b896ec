//! What differs between two states of a book.

words! {
    /// In what two states differ.
    Differs {
        Row => "计划", "plan";
        Light => "状态", "light";
        Reading => "报数", "reading";
        Goal => "目标值", "goal";
        Hand => "亮灯", "set by hand";
        Sponsor => "牵头领导", "sponsor";
        Lead => "牵头", "lead";
        Support => "配合", "support";
        Person => "责任人", "person";
        Decision => "议定", "decision";
        Text => "文字", "wording";
        InPapers => "文稿表述", "in papers";
        Due => "时限", "due";
        Stage => "办理", "stage";
        Feedback => "反馈", "report";
        Sheet => "督办单", "sheet";
        Correction => "更正", "correction";
        Account => "交账", "account";
        Note => "记", "note";
        Signing => "签发", "signing";
        Attendance => "到会", "attendance";
    }
}

words! {
    /// The sorts of changes by which a comparison is filtered.
    Sort {
        Lights => "状态", "lights";
        Readings => "报数", "readings";
        Decisions => "议定", "decisions";
        Dues => "时限", "dues";
        Stages => "办理", "stages";
        Leads => "分工", "leads";
        Amended => "更正调整", "amended";
        Others => "其他", "others";
    }
}

impl Sort {
    /// All of them, in the order of the digits that pick them.
    pub const ALL: [Self; 8] = [
        Self::Lights,
        Self::Readings,
        Self::Decisions,
        Self::Dues,
        Self::Stages,
        Self::Leads,
        Self::Amended,
        Self::Others,
    ];
}

words! {
    /// Short words of a comparison.
    Compared {
        Added => "新增", "new";
        Gone => "已无", "gone";
        Adopted => "建账", "adopted";
        Before => "原来", "before";
        After => "后来", "after";
        Now => "现在", "now";
        All => "全部", "all";
        ByTask => "按任务", "by task";
        ByOffice => "按单位", "by office";
        NoRow => "其他事项", "other matters";
        NoOffice => "未分工", "nobody's";
        Unchanged => "没有变化", "nothing changed";
        NoneOfSort => "这一类没有变化", "nothing of this sort changed";
        BackToRule => "恢复自动", "by the rule";
        NoLight => "无灯", "no light";
        Missing => "缺时限", "no due";
    }
}

sentences! {
    /// A part of a difference.
    Change {
        Before { why } => "原：{why}", "before: {why}";
        After { why } => "现：{why}", "now: {why}";
        Turns { was, now } => "{was} -> {now}", "{was} -> {now}";
        Reading { value, period } => "{value}（{period}）", "{value} ({period})";
        Assumed { day } => "〔{day}〕", "[{day}]";
        ReplacedBy { stage, by } => "{stage}（由 {by} 代替）", "{stage} (replaced by {by})";
        Instead { state, name } => "{state}（代 {name}）", "{state} ({name} came)";
        Because { what, why } => "{what}（{why}）", "{what} ({why})";
        Sheet { colour } => "{colour}色", "{colour}";
        Corrected { field, was, now } => "{field} {was} 改为 {now}", "{field} {was} is {now}";
        Times { count } => "共{count}次", "{count} times";
        Changes { count } => "变化{count}处", "{count} changes";
        Count { sort, count } => "{sort}{count}", "{sort} {count}";
    }
}

sentences! {
    /// Why a name names no state of a book, or which it was taken for.
    Unnamed {
        Nothing { text } => "“{text}”不是会议次数、存档编号、日期，也不是 git 版本。可以写 3、2023-08-11、HEAD~1、上次、本次", "{text:?} is no number of a meeting, no snapshot, no date and no git revision. Write 3, 2023-08-11, HEAD~1, last or now";
        Several { text, names } => "“{text}”这天有几份存档，请写全：{names}", "there are several snapshots of {text}, write one in full: {names}";
        NoMeeting => "还没有散过会。可以写 建账、本次", "no meeting was closed yet. Write adopted or now";
        NoSnapshot { text } => "git 版本“{text}”里没有存档", "the git revision {text:?} holds no snapshot";
        TwoLines { text, names } => "git 版本“{text}”里有两条会议线（{names}），不知以哪一条为准；请写存档编号", "the git revision {text:?} holds two lines of meetings ({names}); write a snapshot instead";
        OtherPlan { name, theirs, ours } => "{name} 属于另一个计划（{theirs}，本册是 {ours}），不能比", "{name} is of another plan ({theirs}, this book is of {ours}) and cannot be compared";
        InGit { text, file, why } => "git 版本“{text}”里的 {file} 读不懂：{why}", "{file} in the git revision {text:?} cannot be read: {why}";
        NoRepository { text } => "“{text}”不是会议次数、存档编号或日期；本册不在 git 里，也没有版本可比", "{text:?} is no number of a meeting, no snapshot and no date; the book is not in git, so there is no revision either";
        Before { text, name } => "{text} 没有存档，取它之前的 {name}", "there is no snapshot of {text}; the one before it is {name}";
        Missing { name } => "snapshots/{name}.ron 不在盘上", "snapshots/{name}.ron is not on the disk";
        PlanLost { name } => "没有找到 {name} 时的 plan.ron（正文或目标与现在不同，又没有入库），按现在的计划比", "plan.ron of the time of {name} is not to be found (its text or its targets read otherwise, and it was not committed); compared by the plan as it is now";
        PlanNow { text } => "git 版本“{text}”里的 plan.ron 读不懂，按现在的计划比", "plan.ron in the git revision {text:?} cannot be read; compared by the plan as it is now";
    }
}

words! {
    /// What the keys of the comparison do.
    Moves {
        End => "左右 移端点", "left right move the end";
        Other => "Tab 换端", "Tab the other end";
        Both => "[ ] 两端同移", "[ ] move both";
        Ends => "< > 移端点", "< > move the end";
        Turn => "；换端", "; the other end";
        Sorts => "。只看一类", ". one sort";
        Only => "，只看一类", ", one sort";
        Open => "Enter 打开", "Enter opens";
        Leave => "Esc 返回", "Esc back";
    }
}

words! {
    /// The columns of the comparison, and what its foot says.
    Column {
        In => "变化", "what";
        Of => "事项", "of";
        Note => "说明", "note";
        Pace => "序时", "pace";
        NoReadings => "还没有报数", "nothing reported yet";
        File => "正在读那时的存档", "reading the file of that time";
        Unmoved => "无变化", "no change";
    }
}
