//! Where a screen has nothing to show: the key that goes on from there.

words! {
    /// How one goes on. The key stands first.
    Onward {
        OpenMeeting => "F8 开会", "F8 opens a meeting";
        Decide => "F2 记议定", "F2 records a decision";
        Read => "F3 记第一个", "F3 records the first one";
        Register => "^T 看台账", "^T shows all decisions";
        Seal => "F8 封存", "F8 seals";
        Add => "= 按三张单排，+ 增一项，或在此打题目", "= builds one from the lists, + adds an item, or type a title";
        Clear => "^U 清空条件", "^U clears it";
        NextOffice => "Tab 下一单位", "Tab next office";
        AnotherSort => "，换一类", ", another sort";
        MoveEnd => "左右 移端点", "Left Right move an end";
        Back => "Esc 返回", "Esc leaves";
    }
}

sentences! {
    /// What is not there, and how one goes on.
    Nothing {
        Next { what, onward } => "{what}。{onward}", "{what}. {onward}";
    }
}
