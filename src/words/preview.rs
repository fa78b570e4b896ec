//! What stands around the pages of a paper on the screen.

words! {
    /// A word beside a page.
    Beside {
        Papers => "文稿", "papers";
        AtCursor => "光标所在", "under the cursor";
        Nothing => "没有可出的内容", "there is nothing to print";
        Turn => "PgDn 下页  PgUp 上页", "PgDn PgUp pages";
        GoTo => "数字 到第几页", "a digit goes to its page";
        Other => "Tab 换文稿", "Tab another paper";
        Mend => "Enter 改这一条", "Enter mends the record";
        Leave => "Esc 返回", "Esc leaves";
    }
}

sentences! {
    /// Which page it is.
    PageOf {
        PageOf { page, pages } => "第{page}页 共{pages}页", "page {page} of {pages}";
    }
}
