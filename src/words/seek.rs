//! 查找 on a screen that knows no book: what its line says.

words! {
    /// Labels of the line.
    Sought {
        Find => "查找", "Find";
        Begin => "写几个字、拼音首字母或编号", "write a few words, or a number";
        Ways => "Enter 停在这里  Down 下一处  Up 上一处  Esc 回原处", "Enter stays here  Down next  Up before  Esc goes back";
    }
}

sentences! {
    /// What was found.
    SeekSays {
        Place { at, of } => "第 {at} 处，共 {of} 处", "{at} of {of}";
        Nowhere => "没有找到", "nothing found";
    }
}
