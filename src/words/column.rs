//! What papers that are tables say: their columns, their choices, and what stands around them.

words! {
    /// A column of a table that is printed or filled in.
    Column {
        Nth => "序号", "No.";
        Id => "编号", "id";
        Origin => "事项来源", "source";
        Kind => "事项类别", "kind";
        OriginDay => "来源时间", "decided on";
        Matter => "事项内容", "matter";
        Decision => "议定事项", "decision";
        Rows => "任务要求", "row of the plan";
        Lead => "牵头单位", "lead";
        Support => "配合单位", "support";
        Responsible => "责任单位", "responsible";
        Sponsor => "责任领导", "sponsor";
        LeadSponsor => "牵头领导", "sponsor";
        Person => "责任人", "person";
        Assigned => "交办时间", "assigned on";
        Due => "办结时限", "due";
        DueBy => "完成时限", "due";
        Urgency => "紧急程度", "urgency";
        Major => "是否重大", "major";
        Frequency => "反馈频次", "reports";
        Heard => "最近反馈时间", "last report";
        Progress => "进展情况", "progress";
        Problem => "存在问题", "problems";
        Next => "下一步打算", "next steps";
        Stage => "推进状态", "stage";
        Light => "亮灯", "light";
        Sheets => "督办单次数（蓝/黄/红）", "sheets (blue/yellow/red)";
        Extended => "延期", "extensions";
        Proof => "佐证", "evidence";
        DoneOn => "办结时间", "done on";
        ClosedOn => "销号时间", "closed on";
        Remark => "备注", "remarks";
        Task => "目标任务", "task";
        Measure => "具体措施", "measure";
        Goal => "年度目标", "goal of the year";
        MainTask => "主要任务", "task";
        WholeYear => "全年目标任务", "goal of the year";
        Leader => "分管领导", "sponsor";
        Partners => "责任主体与协同单位", "partners";
        Last => "上期推进情况", "last report";
        This => "本期推进情况", "this report";
        Pace => "是否达序", "on pace";
        Why => "说明", "why";
        First => "一季度形象进度", "first quarter";
        Second => "二季度形象进度", "second quarter";
        Third => "三季度形象进度", "third quarter";
        Fourth => "四季度形象进度", "fourth quarter";
    }
}

words! {
    /// A choice of a column that people fill in, and other words of tables.
    Cell {
        Urgent => "特急", "most urgent";
        Pressing => "紧急", "urgent";
        Usual => "一般", "usual";
        Yes => "是", "yes";
        No => "否", "no";
        Monthly => "每月", "monthly";
        Weekly => "每周", "weekly";
        AtTheEnd => "到期反馈", "when due";
        NotInMinutes => "不入纪要", "not in the minutes";
        Untracked => "仅记录", "on record only";
        Assumed => "（待确认）", "(to be confirmed)";
    }
}

sentences! {
    /// A sentence around a table.
    Around {
        DecisionsOf { meetings } => "{meetings}议定事项清单", "Decisions of {meetings}";
        Ledger { plan } => "{plan}督办台账", "Ledger of {plan}";
        Division { plan } => "{plan}任务分解表", "Division of work of {plan}";
        Progress { plan } => "{plan}推进情况表", "Progress of {plan}";
        ProgressName => "推进情况表", "progress";
        LedgerName => "督办台账", "ledger";
        DivisionName => "任务分解表", "division";
        DecisionsName => "议定事项清单", "decisions";
        CalendarName => "时限日历", "dues";
        AsOf { day, policy } => "截至{day}，亮灯规则：{policy}", "As of {day}; lights by the rule {policy}";
        Count { count } => "共{count}项。", "{count} in all.";
        None => "没有事项。", "There is nothing.";
        Sealed { seal } => "存档封印：{seal}", "Seal: {seal}";
        Unsealed => "会议未散，尚未封存。", "The meeting is open: nothing is sealed yet.";
        ExtendedFrom { from, to, reason, approved } => "{from}→{to}（{reason}；{approved}批准）", "{from} to {to} ({reason}; approved by {approved})";
        Page => "第&P页 共&N页", "Page &P of &N";
        DueOf { name } => "{name}时限", "dues of {name}";
        LeadBy { names } => "牵头：{names}", "Lead: {names}";
        SupportBy { names } => "配合：{names}", "Support: {names}";
    }
}
