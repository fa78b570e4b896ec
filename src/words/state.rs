//! The words of states: what a decision, an item or a person is at the moment.

words! {
    /// A state, named as its code is.
    State {
        Settled => "议定", "decided";
        Required => "要求", "required";
        Noted => "记", "noted";
        Pending => "待定", "to be settled";
        Agreed => "同意", "agreed";
        AgreedInPrinciple => "原则同意", "agreed in principle";
        Postponed => "暂缓", "postponed";
        Rejected => "不同意", "rejected";
        Registered => "立项", "registered";
        Assigned => "交办", "assigned";
        Reported => "反馈", "reported";
        Reviewed => "审核", "reviewed";
        Done => "办结", "done";
        Closed => "销号", "closed";
        Dropped => "废止", "dropped";
        Reopened => "重启", "reopened";
        Present => "出席", "present";
        Excused => "请假", "excused";
        Attending => "列席", "attending";
        Absent => "缺席", "absent";
        Ahead => "未议", "to come";
        Current => "在议", "now";
        Discussed => "已议", "discussed";
        Carried => "转下次", "next time";
        Written => "书面", "in writing";
        Finished => "完成", "finished";
        Unfinished => "未完成", "unfinished";
        CarriedOver => "转下年", "carried over";
        Blue => "蓝", "blue";
        Yellow => "黄", "yellow";
        Red => "红", "red";
    }
}
