//! What is said of printing what is seen.

words! {
    /// Where what is seen goes.
    Prints {
        Text => "存成文本（76列）", "a text file, 76 columns wide";
        Page => "存成网页（可打印）", "a page for browsers and printers";
        Printer => "送打印机（lp）", "to the printer, by lp";
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
        NoProgram => "这台机器没有 lp，送不了打印机；可存成文本或网页", "this machine has no lp; choose a text file or a page";
        Changed { path } => "{path} 有人改过，没有动它", "{path} was changed by somebody and left alone";
        Refused { why } => "{why}", "{why}";
        PrinterRefused { why } => "打印机没有收：{why}", "the printer refused: {why}";
        TooLong { seconds } => "lp 过了{seconds}秒没有回话，没有打成", "lp said nothing for {seconds} seconds; nothing was printed";
        NotMade { why } => "没有打成：{why}", "not printed: {why}";
        NoScreen { text, known } => "没有“{text}”这个画面；可用编号（1.4、4/2）或 {known}", "there is no screen {text:?}; give a number like 1.4 or 4/2, or one of {known}";
    }
}
