//! What can go wrong between memory and disk: what happened, where, what is safe, what to do.

sentences! {
    /// A text that a journal cannot hold.
    BadLine {
        Control { code } => "文字里有控制字符 {code}，不能记入日志；请删去后再记", "the text has a control character {code} and cannot enter the journal; delete it and record again";
        TooLong { limit } => "一条记录超过 {limit} 字节，不能记入日志；请分成几条", "one record is longer than {limit} bytes and cannot enter the journal; split it";
    }
}

sentences! {
    /// What recovery found in a journal besides its records.
    Found {
        Torn { name, bytes } => "{name} 末尾有一条没写完的记录（{bytes} 字节），未曾存妥，已搁置，原样留在文件里", "{name} ends in an unfinished record ({bytes} bytes) that was never saved; it is set aside and left in the file as it is";
        Gap { first, last } => "日志缺第 {first} 至 {last} 条：文件损坏，读不出来；其余各条都在", "records {first} to {last} of the journal are missing: the file is damaged there; all the others are kept";
        Junk { name, line } => "{name} 第 {line} 行不是本日志的内容，原样留在文件里；各条记录都在", "line {line} of {name} does not belong to this journal and is left as it is; no record is missing";
        Tail { name, line } => "{name} 第 {line} 行起到末尾已损坏，之后可能有存过的记录读不出来；之前各条都在", "{name} is damaged from line {line} to its end, and saved records after it may be unreadable; all before it are kept";
        Conflict { seq, name } => "第 {seq} 条记录有两种写法，{name} 里的另一种未采用，原样留在文件里", "record {seq} is written in two ways; the other one, in {name}, is not used and left as it is";
        Header { name } => "{name} 的首行已损坏，认不出属于哪次会议；各条记录原样保留", "the first line of {name} is damaged, so its meeting is unknown; its records are kept as they are";
        Stranger { name } => "{name} 属于另一本日志，未读入，原样留在原处", "{name} belongs to another journal; it was not read and is left where it is";
    }
}
