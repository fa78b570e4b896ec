//! The words of lights. Each stands behind its mark, never alone.

words! {
    /// A light.
    Shine {
        OnTrack => "正常", "on track";
        DueSoon => "临期", "due soon";
        Behind => "滞后", "behind";
        Overdue => "逾期", "overdue";
        Done => "已完成", "done";
        NotStarted => "未启动", "not started";
        Unreported => "未报", "unreported";
        NotDue => "未到期", "not due";
        NotIssued => "未下达", "not issued";
    }
}
