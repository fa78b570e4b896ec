//! 合并: what is in conflict and how it was settled, and what git and the remote had to say.

sentences! {
    /// What a conflict is about.
    Dispute {
        Wording { id } => "{id} 内容", "text of {id}";
        Lead { id } => "{id} 牵头", "lead of {id}";
        Due { id } => "{id} 时限", "due of {id}";
        Stage { id } => "{id} 办理", "stage of {id}";
        Assignment { row } => "{row} 分工", "assignment of {row}";
        Reading { row, period } => "{row} 报数（{period}）", "reading of {row} ({period})";
        Amendment { row, day } => "{row} 调整（自 {day} 起）", "amendment of {row} (from {day})";
        Light { row } => "{row} 亮灯", "light of {row}";
        Account { row } => "{row} 交账", "account of {row}";
        Correction { of, field } => "{of} 更正{field}", "{field} of {of}, corrected";
        Signing { meeting } => "{meeting} 签发", "signing of {meeting}";
    }
}

sentences! {
    /// How a conflict was settled.
    Settlement {
        Line { number, what, line } => "冲突{number} {what}：以 {line} 一线为准", "conflict {number}, {what}: as the line of {line} says";
        Both { number, what } => "冲突{number} {what}：两条都留，以后记的为准", "conflict {number}, {what}: both stay, the later holds";
        Other { number, what } => "冲突{number} {what}：另定", "conflict {number}, {what}: something else";
    }
}

words! {
    /// Values in a conflict.
    Valued {
        NoDue => "没有时限", "no due";
        Nobody => "无人", "nobody";
        ByRule => "恢复自动", "by the rule again";
        Preliminary => "快报", "preliminary";
        Note => "两线合并时选定", "chosen when two lines of meetings were joined";
    }
}

words! {
    /// Words of the page where two lines are joined.
    JoinSign {
        Ours => "本线", "ours";
        Theirs => "另线", "theirs";
        Waits => "? 待选", "? waits";
        TookOurs => "= 用本线", "= ours";
        TookTheirs => "= 用另线", "= theirs";
        KeptBoth => "= 都留", "= both";
        Otherwise => "= 另定", "= otherwise";
        NoConflicts => "两条线没有冲突，F8 合并", "the two lines are not in conflict; F8 joins them";
        OneLine => "只有一条会议线", "there is one line of meetings";
    }
}

sentences! {
    /// What a joining does by itself, and what a command says of it.
    JoinSays {
        Renamed { from, to } => "两线都有 {from}：封印大的一份存为 {to}，字节不动", "both lines have {from}: the one of the greater seal is filed as {to}, its bytes untouched";
        Number { id, number } => "{id} 第{number}次", "{id} no. {number}";
        Rest { names } => "还有别的会议线：{names}，这两条合并后接着合", "there are more lines, {names}; they are joined after these two";
        Numbered { what } => "会议次数按日期重排：{what}", "meetings numbered anew by day: {what}";
        Nothing => "只有一条会议线，没有可合并的", "there is one line of meetings: nothing to join";
        Waiting { count } => "{count}处冲突待选：yiding merge --ours N、--theirs N、--both N，或 --set N=内容（N 可写几个，如 1,3，或 all）；也可打开 yiding 逐条选", "{count} conflict(s) wait: yiding merge --ours N, --theirs N, --both N or --set N=VALUE (N may be several, as 1,3, or all); or open yiding and settle them one by one";
        PlanMarked { at } => "{at} 两边都改了计划的同一处：留下要的，去掉 <<<<<<<、=======、>>>>>>> 三种行，git add plan.ron，再运行 yiding merge", "{at} both sides changed the same place of the plan: keep what is right, delete the lines <<<<<<<, ======= and >>>>>>>, git add plan.ron, then run yiding merge";
        OtherFiles { files } => "git 合并里还有别的冲突：{files}；请先解决并 git add，再运行 yiding merge", "the git merge has other conflicts: {files}; resolve and git add them, then run yiding merge";
        OneSided { file } => "{file} 只有一边有，另一边删了它；封存的文件不能删，请用 git checkout 取回并 git add，再运行 yiding merge", "{file} was deleted on one side; a sealed snapshot stays: git checkout it, git add it, then run yiding merge";
        SideUnread { file, side, why } => "{file}（{side}）读不了：{why}；什么也没有改动，请用 git log -p 查这个文件", "{file} ({side}) cannot be read: {why}; nothing was changed, see git log -p of it";
        Marked { at, file } => "{at} 存档里有 git 的冲突标记，没有动它；运行 git checkout --ours -- {file} 取回原样，再运行 yiding merge", "{at} the snapshot has conflict markers of git in it and was left as it is; run git checkout --ours -- {file}, then yiding merge";
        Edited { file } => "{file} 与 git 合并的两边都不同，没有动它；请移到别处，再运行 yiding merge", "{file} is neither side of the git merge and was left as it is; move it elsewhere, then run yiding merge";
        PlanWrong { shown } => "plan.ron 合并后有问题，改好、git add plan.ron，再运行 yiding merge：\n{shown}", "plan.ron is wrong after the merge; mend it, git add plan.ron, then run yiding merge:\n{shown}";
        NotPlaced { file, why } => "{file} 没有放好：{why}", "{file} could not be put in place: {why}";
    }
}
