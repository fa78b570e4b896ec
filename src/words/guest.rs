//! What a reviewer's seat says, and what the desk says of its reviewers.

words! {
    /// A word of a reviewer's seat: what can be done there, and how it stands.
    Guest {
        Follow => "跟随", "follow";
        Seen => "已阅", "read";
        Remark => "批注", "remark";
        Menu => "目录", "menu";
        Missed => "离开期间", "while away";
        Minutes => "最近纪要", "last minutes";
        Leave => "离开", "leave";
        Meeting => "看会议", "the meeting";
        Following => "跟随", "following";
        Browsing => "浏览", "browsing";
        CastFull => "同步", "in step";
        CastItems => "只议题", "items only";
        CastPaused => "暂停", "paused";
        DeskPaused => "投屏已暂停，可自行浏览", "the desk has paused; browse on your own";
        Restricted => "本议题不公开", "this item is restricted";
        NoDesk => "记录席没有开着；有新记录时跳到那一项", "no desk is open; a new record moves you to its row";
        NothingOpen => "没有会议在开", "no meeting is open";
        DeskIdle => "没有会议在开，正在跟随", "no meeting is open, following";
        OpensThem => "Enter 打开", "Enter opens them";
        BackByTab => "Tab 回来", "Tab comes back";
        Stays => "翻到别处即暂停跟随，Tab 回来", "going elsewhere pauses; Tab comes back";
        PutAlready => "已提请", "put forward";
        NobodyRead => "还没有人阅", "read by nobody yet";
        NoMarks => "还没有人留下已阅或批注", "no reviewer has left a mark yet";
        Mine => "我的", "mine";
        SendIt => "Enter 送出  Esc 留作草稿", "Enter sends it, Esc keeps it as a draft";
        CardKeys => "空格 已阅  ，批注  Enter 来龙去脉  Esc 返回", "Space: read, comma: remark, Enter: story, Esc back";
        NextMissed => "Enter 下一条  Esc 返回", "Enter the next one, Esc leaves";
        PickOne => "数字或方向键选，0 翻页，Esc 返回", "digits or arrows, 0 next page, Esc back";
        PutForward => "Enter 提请会上研究", "Enter puts it to the meeting";
        Draft => "草稿", "draft";
        ReadsOnly => "这里只看、只批注，不能改数", "here one reads and remarks, nothing is changed";
    }
}

sentences! {
    /// A sentence of a reviewer's seat.
    GuestSays {
        At { what } => "正在跟随：{what}", "following: {what}";
        Paused { what } => "已暂停跟随：主持在{what}", "paused; the desk is at {what}";
        Item { number, all, what } => "议题{number}/{all} {what}", "item {number}/{all} {what}";
        MarkedSeen { what } => "已阅 {what}", "read: {what}";
        TookBack { what } => "已取消已阅 {what}", "no longer read: {what}";
        Sent { what } => "已送出 {what}", "sent: {what}";
        ForVisit => "只管这次阅览，下次来再选", "for this visit only; choose again next time";
        NotSent { why } => "没有送出：{why}。写的还在批注里，处理后再送", "NOT SENT: {why}. What was written is still in the remark; send it again then";
        NotKept { why } => "没有存下：{why}", "NOT KEPT: {why}";
        NothingOpen => "没有会议在开", "no meeting is open";
        FirstItem => "已是第一项", "this is the first item";
        LastItem => "已是最后一项", "this is the last item";
        Counts { seen, remarks } => "已阅{seen} 批注{remarks}", "read by {seen}, {remarks} remarks";
        SeenBy { names } => "已阅 {names}", "read by {names}";
        UnreadBy { names } => "未阅 {names}", "not read by {names}";
        Away { from, to, what } => "离开{from}–{to}：{what}，Enter 逐条看", "away {from}–{to}: {what}; Enter reads them one by one";
        Since { from, what } => "上次到访 {from} 以来：{what}，Enter 逐条看", "since {from}: {what}; Enter reads them one by one";
        Others { count } => "其他{count}", "{count} others";
        Recorded { what } => "新记录：{what}", "recorded: {what}";
        TakenBack { count } => "记录席撤回了{count}条", "the desk took back {count}";
        Opened { what } => "开会了：{what}", "opened: {what}";
        Closed { what } => "已封存：{what}", "sealed: {what}";
        Newer { what } => "来了新的存档：{what}", "a newer snapshot came: {what}";
        DeskGone => "记录席断了；已存的都在，等下一个", "the desk is gone; what is saved stays, waiting for the next one";
        DeskBack => "记录席又开了", "a desk is open again";
        PlanChanged => "计划改过，已重读", "the plan was changed and is read anew";
        Trouble { why } => "暂时读不到新内容：{why}", "what is new cannot be read: {why}";
        LeaveAsk => "再按一次 Esc 离开", "press Esc again to leave";
        NothingToMark => "请先移到一项或一条议定上", "point at a row or a decision first";
        NothingMissed => "离开期间没有新记录", "nothing was recorded meanwhile";
        Minutes { what, by } => "最近签发的纪要：{what}（{by}）", "last signed minutes: {what} ({by})";
        NothingSigned => "还没有签发的纪要；请等签发", "no minutes are signed yet; wait until some are";
        PutForward { by, text } => "提请会上研究（{by}）：{text}", "put to the meeting ({by}): {text}";
        Here { count } => "阅览{count}人", "reviewers {count}";
        Sitting { names } => "在席 {names}", "here: {names}";
        NotPut { count } => "批注{count}条未提请，F6 看", "{count} remarks not put forward, F6 shows them";
        Unanswered { count } => "批注{count}（F6）", "{count} remarks (F6)";
        NoTerminal => "这里不是终端，画不了屏幕；逐行看用 yiding follow --linear，只看内容用 yiding show", "this is no terminal to draw on; yiding follow --linear speaks in lines, yiding show shows the book";
        NoName { name } => "“{name}”不能作名字；请写 1 至 32 个字，不含控制字符", "{name:?} is no name; write 1 to 32 characters";
    }
}
