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
        Differ { row, field, ours, theirs } => "冲突  {row}  {field}：计划改成“{ours}”，新报告写“{theirs}”", "conflict  {row}  {field}: the plan was made to say {ours:?}, the new report says {theirs:?}";
        DroppedEdited { row, title } => "冲突  {row}  {title}：新报告没有这一行，计划里改过它", "conflict  {row}  {title}: not in the new report, and edited in the plan";
        RemovedChanged { row, title } => "冲突  {row}  {title}：计划里删了这一行，新报告改了它", "conflict  {row}  {title}: removed from the plan, and changed in the new report";
        Plan => "全篇", "plan";
        Nothing => "空", "nothing";
        Unchanged => "新报告没有带来改动，计划没有动", "the new report changes nothing; the plan was left alone";
        Written { path, changes } => "已写 {path}：{changes} 处改动，原有编号不变；请运行 yiding check", "wrote {path}: {changes} change(s), ids as they were; now run yiding check";
        Conflicts { count, path } => "有 {count} 处两边都改过，{path} 没有动", "{count} place(s) were changed on both sides; {path} was left alone";
        OneSide => "都照计划加 --ours，都照新报告加 --theirs；要逐处定，先在计划里改成要的样子，再加 --ours", "--ours keeps the plan in all of them, --theirs takes the report; to settle each, edit the plan first and then give --ours";
        Comments => "计划重写过：手写的注释不在了，旧文件在 git 里", "the plan was written anew: comments by hand are gone, the old file is in git";
        NeedsPlan => "再读一遍要知道改哪个计划；请加 -o plan.ron", "reading again needs the plan to change; add -o plan.ron";
        NotSettled => "--again 和 --settle 不能一起用；请先再读，再定疑", "--again and --settle do not go together; read again first";
    }
}
