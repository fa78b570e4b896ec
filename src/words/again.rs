//! What an amended report changes in a plan, and where both were changed.

words! {
    /// A field of a plan that a report speaks of.
    Field {
        Title => "标题", "title";
        Short => "简称", "short name";
        Organ => "机关", "organ";
        Guidance => "总体要求", "guidance";
        Period => "起止", "period";
        Lead => "引言", "guiding sentences";
        Text => "原文", "text";
        Metric => "指标", "metric";
        Comparator => "比较", "comparator";
        Value => "数值", "value";
        From => "起点", "from";
        Upper => "上限", "upper bound";
        Unit => "单位", "unit";
        Kind => "类别", "kind";
        Qualifier => "力度", "qualifier";
        Members => "名单", "members";
    }
}

sentences! {
    /// Lines of the answer to a report that is read again.
    AgainSays {
        Taken { row, field, from, to } => "改  {row}  {field}：{from} → {to}", "changed  {row}  {field}: {from} -> {to}";
        Added { row, title } => "增  {row}  {title}", "added  {row}  {title}";
        Dropped { row, title } => "删  {row}  {title}", "dropped  {row}  {title}";
        Moved { row, title, to } => "移  {row}  {title}：新报告里是 {to}；编号不变，仍在原处", "moved  {row}  {title}: {to} in the new report; it keeps its number and its place";
        Emptied { row, title } => "留  {row}  {title}：新报告没有这一行，它下面有移走的行，所以留着", "kept  {row}  {title}: not in the new report, but rows below it only moved";
        Differ { row, field, ours, theirs } => "冲突  {row}  {field}：计划改成“{ours}”，新报告写“{theirs}”", "conflict  {row}  {field}: the plan was made to say {ours:?}, the new report says {theirs:?}";
        DroppedEdited { row, title } => "冲突  {row}  {title}：新报告没有这一行，计划里改过它", "conflict  {row}  {title}: not in the new report, and edited in the plan";
        RemovedChanged { row, title } => "冲突  {row}  {title}：计划里删了这一行，新报告改了它", "conflict  {row}  {title}: removed from the plan, and changed in the new report";
        Plan => "全篇", "plan";
        Nothing => "空", "nothing";
        Unchanged => "新报告没有带来改动，计划没有动", "the new report changes nothing; the plan was left alone";
        Written { path, changes } => "已写 {path}：{changes} 处改动，原有编号不变；请运行 yiding check", "wrote {path}: {changes} change(s), ids as they were; now run yiding check";
        Conflicts { count, path } => "有 {count} 处要人来定，{path} 没有动", "{count} place(s) need somebody to decide; {path} was left alone";
        OneSide => "都照计划加 --ours，都照新报告加 --theirs；要逐处定加 --settle", "--ours keeps the plan in all of them, --theirs takes the report; --settle asks one by one";
        Comments { count } => "手写的 {count} 条注释都在原来的行旁边", "{count} comment(s) by hand stand beside their rows as before";
        Remark { line, words } => "注释  第 {line} 行  {words}：它所在的行没有了，写了就丢", "comment  line {line}  {words}: its row is gone, and so it would be";
        Recorded { row, title, count } => "记录  {row}  {title}：行没有了，名下的 {count} 条记录照原样留在台账里", "records  {row}  {title}: the row is gone; its {count} record(s) stay in the ledger as they are";
        NeedsPlan => "再读一遍要知道改哪个计划；请加 -o plan.ron", "reading again needs the plan to change; add -o plan.ron";
    }
}
