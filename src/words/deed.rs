//! What can be done about an earlier decision: its menu, in the order of its digits.

words! {
    /// One entry of the menu of an earlier decision.
    Deed {
        Finish => "办结", "done";
        Extend => "延期", "extend";
        Lead => "换牵头", "another lead";
        Reword => "改文字", "other words";
        Drop => "废止", "drop";
        Reopen => "重启", "reopen";
        Continue => "续办", "go on with it";
        Story => "来龙去脉", "its story";
        More => "更多", "more";
        Assign => "交办", "assigned";
        Feedback => "反馈", "feedback";
        Review => "审核", "reviewed";
        FinishOn => "办结（写日期）", "done (with the day)";
        Close => "销号", "closed";
        Sheet => "督办单", "sheet";
        Correct => "更正", "correct";
        Replace => "另行议定代替它", "replace it by another";
        InPapers => "文稿表述", "its wording in papers";
        Back => "返回前页", "first page";
    }
}
