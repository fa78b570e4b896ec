//! What is said of printing what is seen, and of copying it.

words! {
    /// Where what is seen goes.
    Prints {
        Text => "存成文本（76列）", "a text file, 76 columns wide";
        Page => "存成网页（可打印）", "a page for browsers and printers";
        Printer => "送打印机（lp）", "to the printer, by lp";
        Clipboard => "复制全文到剪贴板", "all of it to the clipboard";
        Blank => "在空屏上显示，用鼠标选", "on a blank screen, to be selected with the mouse";
        Nothing => "这里没有内容", "there is nothing here";
        Work => "事项", "what";
    }
}

sentences! {
    /// What is said of a print.
    PrintSays {
        AsOf { day } => "截至{day}", "as of {day}";
        Count { count } => "共{count}项", "{count} in all";
        Name { what } => "打印-{what}", "print-{what}";
        Written { path } => "已存成 {path}", "written to {path}";
        Same { path } => "{path} 已是这个内容", "{path} says this already";
        Sent { what } => "已送打印机：{what}", "sent to the printer: {what}";
        NoProgram => "这台机器没有 lp，送不了打印机；请存成文本或网页", "this machine has no lp; choose a text file or a page";
        Changed { path } => "{path} 有人改过，没有动它；要新的，先移走它", "{path} was changed by somebody and left alone; move it away for a new one";
        Refused { why } => "{why}", "{why}";
        PrinterRefused { why } => "打印机没有收：{why}；请查打印机，或存成网页", "the printer refused: {why}; see to it, or write a page";
        TooLong { seconds } => "lp 过了{seconds}秒没有回话，没有打成；请查打印机，或存成网页", "lp said nothing for {seconds} seconds and nothing was printed; see to the printer, or write a page";
        NotMade { why } => "没有打成：{why}", "not printed: {why}";
        NoScreen { text, known } => "没有“{text}”这个画面；可用编号（1.4、4/2）或 {known}", "there is no screen {text:?}; give a number like 1.4 or 4/2, or one of {known}";
    }
}

sentences! {
    /// What is said of copying.
    CopySays {
        Sent { what } => "已送剪贴板：{what}（没粘上就再按一次，在空屏上选）", "sent to the clipboard: {what} (not there? the same key again shows it)";
        TooLong => "太长，剪贴板收不下：用鼠标分屏选，或按 p 存成文件", "too long for a clipboard: select it here page by page, or print it to a file with p";
        NoClipboard => "这个终端没有剪贴板；请用鼠标在这里选", "this terminal has no clipboard: select the text here";
        Keys { shown, all } => "{shown}/{all}行  PgDn 下页  y 或 ^C 复制  Esc 返回", "{shown}/{all} lines  PgDn next  y or ^C copies  Esc leaves";
    }
}
