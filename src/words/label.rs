//! The labels of fields, columns and panes.

words! {
    /// A label.
    Label {
        Text => "内容", "text";
        Lead => "牵头", "lead";
        Support => "配合", "support";
        Due => "时限", "due";
        Rows => "事项", "rows";
        Note => "备注", "note";
        Kind => "类别", "kind";
        Outcome => "结果", "outcome";
        Value => "数值", "value";
        Period => "截至", "through";
        Office => "单位", "office";
        Source => "来源", "source";
        Reason => "原因", "reason";
        Series => "系列", "series";
        Number => "次数", "number";
        Day => "日期", "date";
        Place => "地点", "place";
        Chair => "主持", "chair";
        Next => "下次会议", "next meeting";
        From => "开始", "from";
        Sponsor => "牵头领导", "sponsor";
        Person => "责任人", "person";
        Name => "姓名", "name";
        Mail => "邮箱", "email";
        Committer => "由谁入库", "who commits";
        Headline => "预期目标", "headline targets";
        Sections => "方面", "sections";
        Section => "方面", "section";
        Tasks => "任务", "tasks";
        Task => "任务", "task";
        Measures => "措施", "measures";
        Targets => "目标与报数", "targets and readings";
        Target => "目标", "target";
        Goal => "年度目标", "goal";
        Latest => "最新报数", "latest";
        Progress => "进度", "progress";
        State => "状态", "state";
        Decisions => "议定事项", "decisions";
        Records => "本次记录", "this meeting";
        Agenda => "议题", "agenda";
        Item => "议题", "item";
        Attendance => "签到", "sign-in";
        Gaps => "缺项", "gaps";
        Since => "自", "since";
        Until => "结束", "until";
        Title => "名称", "title";
        Consent => "经谁同意", "consent";
        Approved => "批准人", "approval";
        Done => "进展情况", "progress";
        Problem => "存在问题", "problem";
        NextStep => "下一步措施", "next step";
        Organ => "机关", "organ";
        Document => "文号", "document";
        Effective => "生效日期", "in force";
        Signer => "签发人", "signed by";
        Colour => "颜色", "colour";
        Held => "会议", "meeting";
        Attended => "到会", "attended";
        Stage => "办理", "stage";
        Commands => "命令", "commands";
        Offices => "单位", "offices";
        Id => "编号", "id";
        Key => "键", "key";
        NewMeeting => "开会", "open a meeting";
        Closing => "散会", "close the meeting";
        Adjourn => "休会", "adjourn";
        Resume => "复会", "resume";
        Interval => "会间", "between meetings";
        LastTime => "上次", "last time";
        Rehearsal => "演练", "REHEARSAL";
        NoSecrets => "不得录入涉密内容", "no classified content";
    }
}
