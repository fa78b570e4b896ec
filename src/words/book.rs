//! What a book on disk says of itself when it is opened.

sentences! {
    /// Why a book cannot be opened at all.
    Unopened {
        NoBook { folder } => "{folder} 和它的上级文件夹里都没有 plan.ron；请用 -C 指出议定簿在哪里，或用 yiding init 新建一个", "there is no plan.ron in {folder} or above it; say where the book is with -C, or make one with yiding init";
        NotRead { path, why } => "{path} 读不了：{why}", "{path} cannot be read: {why}";
        OtherPlan { path, theirs, ours } => "{path} 是另一本计划（{theirs}）的存档，而 plan.ron 是 {ours}；请把它移出 snapshots/", "{path} is a snapshot of another plan ({theirs}), and plan.ron is {ours}; move it out of snapshots/";
        OtherName { path, id } => "{path} 里写的是 {id}，与文件名不符；请改回原名", "{path} says that it is {id}; give the file its name back";
    }
}

words! {
    /// What whoever is new can do where there is no book.
    Begin {
        Rehearse => "第一次用：yiding demo 先演练，yiding tutor 跟着练三件事，都不动你的文件", "new here: yiding demo rehearses and yiding tutor shows the way; neither touches a file of yours";
    }
}

sentences! {
    /// Why a book is shown and not written.
    Barred {
        TwoHeads { names } => "有两条互不相属的会议线：{names}；请先合并成一条（在记录席，或用 yiding merge），再记录", "there are two lines of meetings, {names}, and neither includes the other; join them (at the desk, or by yiding merge) before recording";
        OtherPlans { names, ours, theirs } => "两条会议线（{names}）属于不同的计划（{ours}、{theirs}），不能合并；请把别的计划的存档移出 snapshots/", "the two lines of meetings, {names}, are of two plans ({ours}, {theirs}) and cannot be joined; move the snapshots of the other plan out of snapshots/";
        Rewritten { names, id } => "两条会议线（{names}）里同一条记录 {id} 写得不同：有一个存档被改过，不能合并；请用 yiding check 查看", "the two lines of meetings, {names}, have the record {id} and it reads differently: a snapshot was changed, and they cannot be joined; see yiding check";
        Merging { files } => "git 合并还没有做完，两边都有 {files}；请运行 yiding merge", "a git merge is unfinished, and both sides have {files}; run yiding merge";
        Unsealed { path, why } => "{path} {why}", "{path}: {why}";
        Elsewhere { id, follows, head } => "没散的 {id} 接在 {follows} 之后，而最新存档是 {head}；它的记录都在日志里，请先用 git 取回原来的存档", "{id} is open and follows {follows}, but the newest snapshot is {head}; its records are safe in the journal. Bring back the snapshots that it stands on";
        SeveralOpen { names } => "有几本没有封存的日志：{names}；记录都在，请先移开多余的", "several journals are open: {names}; all records are safe. Move away what is too much";
        Journal { why } => "{why}", "{why}";
        NewerJournal { id } => "没散的 {id} 由更新的程序记录；请用那个程序打开", "{id} was recorded by a newer program; open it with that one";
    }
}

sentences! {
    /// What is odd about a book that could be opened all the same.
    Odd {
        Name { name } => "snapshots/{name} 不是存档的名字，没有读；请移走它，或改回原名", "snapshots/{name} has no snapshot's name and was not read; move it away, or give it its name back";
        Link { name } => "snapshots/{name} 是一个链接，没有读；请换成真正的文件", "snapshots/{name} is a link and was not read; put a real file in its place";
        NotAFile { name } => "snapshots/{name} 不是普通文件，没有读；请移走它", "snapshots/{name} is not a regular file and was not read; move it away";
        OtherLine { names } => "另有一条会议线（{names}）；散会后用 yiding merge 合并", "there is another line of meetings ({names}); join them with yiding merge after the close";
        Abandoned { name } => "snapshots/{name} 是没做完又放弃的 git 合并留下的，没有算进来；不再合并就删掉它，要合并就再 git pull 一次", "snapshots/{name} was left by a git merge that was given up, and does not count; delete it, or git pull again to join";
        OldJoining { id } => "上次没做完的合并 {id} 已对不上现在的存档，留在一边，不用处理", "the joining {id} that was begun no longer fits the snapshots and is left aside: nothing to do";
        Missing { id, by } => "缺存档 {id}（{by} 建立在它之上）；可用 git checkout 取回", "the snapshot {id} is missing, and {by} stands on it; git checkout brings it back";
        PlanChanged { id } => "plan.ron 的正文或目标与 {id} 存档时不同；请用 yiding check 查看", "the text or the targets of plan.ron are not those of {id}; see yiding check";
        Lost { id, seq, why } => "{id} 的日志第 {seq} 条没有计入（{why}），原样留在日志里", "record {seq} of the journal of {id} was left out ({why}) and stays in the journal as it is";
        DoesNotFit => "与前面的记录对不上", "it does not fit what was before";
        Finished { id } => "{id} 已封存，上次没做完的散会已补完", "{id} is sealed; the close that was interrupted is complete now";
        NotFinished { id, why } => "{id} 已封存，但它的日志没有移走：{why}", "{id} is sealed, but its journal could not be moved away: {why}";
        LastMeeting { path } => "{path} 读不了，开会页不能预填；请运行 yiding check", "{path} cannot be read, so the page of the next meeting is not prefilled; run yiding check";
    }
}
