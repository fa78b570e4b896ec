//! What can go wrong between memory and disk: what happened, where, what is safe, what to do.

sentences! {
    /// A text that a journal cannot hold.
    BadLine {
        Control { code } => "文字里有控制字符 {code}，不能记入日志；请删去后再记", "the text has a control character {code} and cannot enter the journal; delete it and record again";
        Void => "一条记录不能以 ~ 开头；请改成别的字", "a record cannot begin with ~; begin with something else";
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

words! {
    /// One step towards the disk, as the object of "could not".
    Step {
        Look => "查看", "look at";
        Open => "打开", "open";
        Read => "读取", "read";
        Create => "新建", "create";
        Write => "写入", "write";
        Sync => "落盘", "sync";
        Publish => "发布", "publish";
        Move => "移动", "move";
        Remove => "删除", "remove";
        Lock => "加锁", "lock";
    }
}

sentences! {
    /// Why the system refused, and what to do about it.
    Cause {
        Full => "磁盘已满，请腾出空间", "the disk is full; free some space";
        Quota => "磁盘配额已用完，请腾出空间或请管理员放宽", "the disk quota is used up; free some space or ask for more";
        ReadOnly => "磁盘是只读的，请重新挂载为可写或换一个位置", "the disk is read-only; remount it writable or choose another place";
        Denied => "没有权限，请检查属主和权限", "permission denied; look at its owner and mode";
        Broken => "磁盘读写出错，请尽快换一块盘", "the disk reports an error; change to another disk soon";
        Missing => "找不到，请检查位置", "it is not there; look at the place";
        Linked => "它是一个链接，请换成真正的文件", "it is a link; put a real file in its place";
        NotAFile => "它不是普通文件，请移走", "it is not a regular file; move it away";
        TooBig => "文件太大，请查看里面是什么", "the file is too big; look what is in it";
        Apart => "两个名字不在同一个文件系统上，请检查这个文件夹的挂载", "the two names are on different file systems; look at what is mounted there";
        NotText => "里面不是 UTF-8 文字，请查看是不是放错了文件", "it is not UTF-8 text; look whether it is the right file";
        Exists => "同名的文件已经在那里，请先查看", "a file of that name is already there; look at it first";
        Other { code } => "系统错误 {code}，请告诉管理员", "system error {code}; ask whoever looks after this machine";
    }
}

sentences! {
    /// A step that failed: why and what to do about it first, because a status line has little room.
    Failed {
        AtStep { at, cause } => "{cause}（{at}）", "{cause} ({at})";
        At { step, path } => "{step} {path} 未成", "could not {step} {path}";
    }
}

sentences! {
    /// Why records are in memory only. Whoever tells it says first that they are not saved.
    Unsaved {
        Disk { count, cause, at } => "{cause}；{count} 条记录只在内存里，之前的都已存妥，处理后再试（{at}）", "{cause}; {count} record(s) are in memory only, all before them are safe. Repair it and try again ({at})";
        Foreign { path } => "另有程序写了 {path}，本席改为只读；已存的都在，请先关掉另一个程序再重新打开", "another program wrote {path}, so this seat is read-only now; what was saved is safe. End the other program, then open again";
        Line { why } => "{why}", "{why}";
    }
}

sentences! {
    /// A journal that cannot be opened for writing.
    Shut {
        Taken { path } => "{path} 里已经有一本日志，请先恢复它", "{path} already holds a journal; recover it first";
        Headless { path } => "{path} 里的日志认不出首行，已原样保留，不能续写；请先另存这个文件夹再作处理", "the journal in {path} has no readable first line; it is left as it is and cannot be continued. Copy the folder before anything else";
    }
}

sentences! {
    /// Why the journal went on in a new file.
    Moved {
        Gone { path } => "日志文件 {path} 被删除或移走，已从内存重新写出，一条不少", "the journal file {path} was deleted or moved; it has been written again from memory, nothing is missing";
        Poisoned { failed } => "原日志文件出错（{failed}），已换新文件，全部记录重新存妥", "the journal file failed ({failed}); all records are saved again in a new one";
    }
}

sentences! {
    /// Why a snapshot is not published. Whoever tells it says first that nothing was sealed.
    Unpublished {
        Taken { path } => "{path} 已经存在而内容不同，不予覆盖；记录都在日志里，请查看那个文件", "{path} exists with other contents and is not replaced; all records are in the journal. Look at that file";
        Different { path } => "写出的 {path} 读回来与记录不符，已撤下；记录都在日志里，请再试一次", "{path} as written does not read back as the records and was taken away; all records are in the journal. Try again";
        Disk { cause, at } => "{cause}；记录都在日志里，处理后再试（{at}）", "{cause}; all records are in the journal. Repair it and try again ({at})";
    }
}

sentences! {
    /// A book that cannot be written now.
    Locked {
        Held { by } => "这本账正由 {by} 记录；可以先用只读方式查看，等对方退出（结束那个进程，锁立即释放）再来", "this book is being written by {by}; look at it read-only, and come back when they have left (ending that process frees the lock at once)";
        Nobody => "另一个程序", "another program";
        Network { path, kind } => "{path} 在网络文件系统（{kind}）上，那里的锁靠不住，不予录入；请把账本放到本机磁盘上，或用 ssh 到放账本的机器上录入", "{path} lies on a network file system ({kind}), where locks cannot be trusted, so nothing is recorded there; move the book to a local disk, or work over ssh on the machine that has it";
    }
}
