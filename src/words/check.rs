//! What can be wrong between the files of a book.

words! {
    /// What a paper has a place for.
    Lacking {
        Organ => "发文机关（organ）", "the issuing body (organ)";
        Office => "印发机关（letterhead 的 office）", "who issues it (office of the letterhead)";
        Copies => "抄送（letterhead 的 copies）", "copies to (copies of the letterhead)";
    }
}

sentences! {
    /// A fault of the chain.
    Fault {
        NoSealOf { id } => "follows 里有 {id}，meetings 里却没有它的封印；请用 git log -p 查这个文件", "`follows` names {id}, and `meetings` has no seal of it; see git log -p of this file";
        OtherSeal { id } => "记着 {id} 的封印与那个文件现在的不同：有一个被换过；可用 git log 查看", "the seal that it gives for {id} is not that file's: one of the two was replaced; see git log";
        BackDated { last } => "日期早于它所接的上一次会议 {last}（同一系列）：倒填日期；封存的文件不动，请核对日期，作一条更正", "it is dated before {last}, the last meeting of its series that it stands on; leave the sealed files as they are, look at the dates and record a correction";
        NoParent => "follows 是空的：建账以外的存档都接在另一份之后；请用 git log -p 查这个文件", "`follows` is empty: every snapshot but the founding one follows another; see git log -p of this file";
        Unchained { id, by } => "meetings 里缺 {id}：它所接的 {by} 建立在 {id} 之上；请用 git log -p 查这个文件", "`meetings` lacks {id}, on which {by} stands, and it follows {by}; see git log -p of this file";
        Reordered { id, by } => "meetings 里 {id} 的次序与它所接的 {by} 里的不同；请用 git log -p 查这个文件", "`meetings` gives {id} in another order than {by}, which it follows; see git log -p of this file";
        Stranger { id, by } => "meetings 里多出 {id}：它所接的 {by} 没有提到它；请用 git log -p 查这个文件", "`meetings` names {id}, of which {by}, which it follows, knows nothing; see git log -p of this file";
        Lost { id, by } => "记录 {id} 不见了：它所接的 {by} 里有，台账只增不减；请用 git checkout 取回原件", "the record {id} is gone: {by}, which it follows, has it, and a ledger only grows; git checkout brings the original back";
        Rewritten { id, by } => "记录 {id} 与它所接的 {by} 里的不同：封存的记录不改；请用 git checkout 取回原件，另作更正", "the record {id} is not as in {by}, which it follows: a sealed record is never changed; git checkout the original, and record a correction";
        Slipped { id, meeting, by } => "记录 {id} 写作 {meeting} 的，它所接的 {by} 里却没有：不能补进以前的会议；请用 git checkout 取回原件，另记一条", "the record {id} is said to be of {meeting}, and {by}, which it follows, does not have it: nothing is added to an earlier meeting; git checkout the original, and record another";
        Altered { id, by } => "记录 {id} 与接在后面的 {by} 里的不同：改动在这里；请用 git checkout 取回原件", "the record {id} is not as in {by}, which follows: this is where it was changed; git checkout brings the original back";
        Replanned { by } => "计划的正文或目标与它所接的 {by} 时不同，又没有相应的调整记录；请记一条调整", "the text or the targets of the plan are not those of {by}, which it follows, and no amendment says so; record one";
        Gone { file } => "git 里有这份存档，盘上没有；用 git checkout -- {file} 取回", "git has this snapshot, and the disk does not; git checkout -- {file} brings it back";
        NotAsCommitted { file } => "封印是对的，却与入库的不同：入库之后换过；用 git diff -- {file} 看改了什么，用 git checkout -- {file} 取回原件", "its seal holds, and git has another file: it was replaced after it was committed; git diff -- {file} shows what changed, git checkout -- {file} brings the original back";
        OtherPlan { id } => "plan.ron 的正文或目标与 {id} 存档时不同：正文和目标只能经法定程序调整；改回原文，或记一条调整", "the text or the targets of plan.ron are not those of {id}: they change by amendment only. Put the text back, or record an amendment";
    }
}

sentences! {
    /// Worth knowing, and no fault.
    Remark {
        Uncommitted { ids } => "{ids} 已封存，还没有入库；在记录席的命令表里选“入库”", "{ids}: sealed, not committed yet; choose commit in the palette of the desk";
        Outside { names } => "名册外的名称：{names}；可加进 plan.ron 的名册", "names outside the roster: {names}; add them to plan.ron, or leave them";
        UnknownRow { rows } => "有记录提到计划里没有的编号：{rows}；记录照原样保留，不用处理", "records name rows that the plan does not have: {rows}; they are kept as they are: nothing to do";
        Overdue { count } => "逾期未办结{count}项，见 yiding list decisions 逾期", "{count} decision(s) overdue, see yiding list decisions overdue";
        Unsigned { ids } => "送审稿，还没有签发：{ids}；签发用 yiding sign", "drafts that are not signed yet: {ids}; yiding sign makes them final";
        InPapers { ids } => "文稿里的说法和记录不同：{ids}；签发前请再看一遍", "papers word these otherwise than the record: {ids}; look again before signing";
        PapersLack { what } => "出的文稿会缺：{what}；请写进 plan.ron", "papers will lack: {what}; write it into plan.ron";
        Touched { commit, ids } => "提交 {commit} 改动过封存的 {ids}：用 git show {commit} 看改了什么", "the commit {commit} changed or removed what was sealed, {ids}; see git show {commit}";
        Future { ids } => "日期在今天以后：{ids}；请核对日期和本机的时钟", "dated after today: {ids}; look at the dates and at this machine's clock";
        HardLinked { names } => "{names} 在别处还有硬链接：改那里就改了存档；请把那边的删掉，或另存一份", "{names}: another hard link shares this file, and whoever edits that one edits the snapshot; remove it, or make it a copy";
        Attributes { line } => "git 可能改动存档的行尾，或逐行合并存档：请在 .gitattributes 里写一行 {line}", "git may change line ends of snapshots, or merge them line by line: write this line into .gitattributes: {line}";
        Journal { why } => "没有封存的记录读不了：{why}", "the records that are not sealed cannot be read: {why}";
        OfMany { names, count } => "{names} 等{count}个", "{names} and more, {count} in all";
        Open { what } => "正在开会：{what}", "in session: {what}";
    }
}
