//! What the door of reviewers says: to whoever opened it, to guests, and in its log.

sentences! {
    /// What stands on the terminal of whoever opened the door.
    Porch {
        Open { address } => "门已开：{address}。结束按 Ctrl-C", "the door is open at {address}. Ctrl-C ends it";
        HostKey { fingerprint } => "主机钥匙 {fingerprint}。阅览人第一次连接时核对这一串", "host key {fingerprint}. Reviewers compare it at their first visit";
        Come { port } => "阅览：ssh -p {port} review@本机地址", "reviewers: ssh -p {port} review@ADDRESS";
        Members { count, file } => "{file}：{count}把钥匙可以进来", "{file}: {count} key(s) may come in";
        Nobody { file } => "{file} 里还没有可用的钥匙，谁也进不来。每人一行，写 ssh-ed25519 AAAA… 姓名或单位；存盘即生效", "{file} has no usable key yet, so nobody can come in. One line each: ssh-ed25519 AAAA… NAME; it counts as soon as it is saved";
        Wide { address } => "注意：{address} 不只本机能连。凡是网络上够得着这个端口的，都能来敲门；没有名单里的钥匙进不来，进来的能看到未封存的记录（--sealed-only 只给看已封存的）。请在防火墙上限定来处，并把上面的主机钥匙告诉阅览人", "take care: {address} can be reached from other machines. Whoever reaches this port may knock; without a key of the list nobody comes in, and who comes in sees records that are not sealed yet (--sealed-only shows sealed ones only). Limit where they come from in your firewall, and tell reviewers the host key above";
        SealedOnly => "只给看已封存的", "only what is sealed is shown";
        Closed => "门已关", "the door is closed";
        Line { file, line, what } => "{file}:{line} 这一行不算：{what}", "{file}:{line} does not count: {what}";
    }
}

sentences! {
    /// Why the door does not open.
    Shut {
        NotAnAddress { value } => "--listen 不能是“{value}”，请写 地址:端口，如 127.0.0.1:2222", "--listen cannot be {value:?}; write ADDRESS:PORT, as 127.0.0.1:2222";
        Taken { address } => "{address} 已被别的程序占用；换一个端口：--listen 127.0.0.1:端口", "{address} is in use by another program; take another port: --listen 127.0.0.1:PORT";
        NotHere { address } => "{address} 不是本机的地址；请换 --listen，本机的地址见 ip addr，都要就写 0.0.0.0:端口", "{address} is no address of this machine; give --listen one that ip addr shows, or 0.0.0.0:PORT for all of them";
        LowPort { address } => "{address} 不许开：1024以下的端口归管理员；请换 --listen 的端口，如 2222", "{address} is not allowed: ports below 1024 are for the administrator; give --listen another, such as 2222";
        NotBound { address, why } => "{address} 开不了门：{why}；请换 --listen 的地址或端口", "the door cannot open at {address}: {why}; give --listen another address or port";
        KeyReadable { file } => "主机钥匙 {file} 别人也能读，不能再用：它可能已被抄走", "the host key {file} can be read by others and is not used: it may have been copied";
        KeyMend { file } => "确知没有外泄，运行 chmod 600 {file}；否则删去它，换新的，并告诉阅览人", "if surely nobody read it, run chmod 600 {file}; else delete it for a new one, and tell the reviewers";
        KeyBroken { file } => "{file} 里不是主机钥匙，或已损坏；移走它，下次开门会换一把新的，并告诉阅览人", "{file} holds no host key, or a damaged one; move it away for a new one at the next start, and tell the reviewers";
        KeyUnread { file, why } => "主机钥匙 {file} 读不了：{why}；请查属主和权限，或移走它换一把新的，并告诉阅览人", "the host key {file} cannot be read: {why}; look at its owner and mode, or move it away for a new one and tell the reviewers";
        NotMade { file, why } => "{file} 建不成：{why}；请查这个位置和权限", "{file} could not be made: {why}; look at the place and its rights";
        NotWatched { why } => "听不到这本账的改动，门没有开：{why}", "changes of the book would not be heard, so the door stays shut: {why}";
        Broken { why } => "门坏了：{why}；请重新运行 yiding serve，记录不受影响", "the door broke: {why}; run yiding serve again, no record is affected";
    }
}

sentences! {
    /// What is wrong with a line of authorized_keys, or with the file.
    KeyFault {
        Unreadable { why } => "读不了：{why}", "it cannot be read: {why}";
        Writable => "别人也能改这个文件，里面的钥匙都不算；请 chmod go-w", "others may write this file, so none of its keys counts; chmod go-w";
        NotAKey => "不是一把公钥，请写成 ssh-ed25519 AAAA… 姓名或单位", "this is no public key; write ssh-ed25519 AAAA… NAME";
        Weak { bits } => "RSA 只有 {bits} 位，请换 2048 位以上的", "an RSA key of {bits} bits; ask for one of 2048 or more";
        Option { option } => "选项“{option}”在这里做不到，请去掉", "the option {option:?} cannot be honoured here; remove it";
        Date { value } => "expiry-time 的“{value}”不是日期，请写成 20231231", "{value:?} of expiry-time is no date; write it as 20231231";
        Address { value } => "from 的“{value}”不是地址，请写地址、网段或 * ?（不查域名）", "{value:?} of from is no address; write addresses, networks, * or ? (names are not looked up)";
        Quotes => "引号没有配对，请补上", "a quotation mark is missing; add it";
        Twice => "这把钥匙前面已有一行，请删去一行", "this key stands in a line above; delete one of them";
    }
}

sentences! {
    /// Why somebody does not come in.
    Refusal {
        Stranger => "钥匙不在名单里", "the key is not on the list";
        Elsewhere => "这把钥匙不许从这个地址来", "the key may not come from this address";
        Expired => "这把钥匙过期了", "the key has expired";
        Password => "只认公钥，不认口令", "public keys only, no passwords";
        Certificate => "只认公钥，不认证书", "public keys only, no certificates";
        Revoked => "这把钥匙已不在名单里，或已过期", "the key is no longer on the list, or has expired";
    }
}

sentences! {
    /// What a guest is told instead of what was asked for.
    Denied {
        Full => "阅览席已满，请稍后再来", "all seats are taken; please come back later";
        FullAddress => "这个地址来的人已满，请稍后再来", "too many have come from this address; please come back later";
        FullKey => "这把钥匙已开着几个阅览席；关掉一个再来", "this key already holds several seats; leave one first";
        OneOnly => "一次连接只能开一个；请另连一次", "one session for each connection; connect once more";
        NoScreen => "这把钥匙只能用命令，不能开屏幕（选项里有 restrict 或 no-pty）；请写命令，如 show 1.4", "this key may call commands but not open a screen (its options say restrict or no-pty); give a command, as show 1.4";
        Command { name, among } => "阅览席不能用“{name}”；可用的：{among}", "reviewers cannot call {name:?}; use one of {among}";
        Nothing { among } => "请写一个命令；可用的：{among}", "a command is missing; use one of {among}";
        Unread => "看不懂这行命令：引号没有配对，或不是 UTF-8；请改好再来", "the command cannot be read: a quotation mark is missing, or it is not UTF-8; mend it and come back";
        Long => "命令太长；请写短些", "the command is too long; write a shorter one";
        Subsystem { name } => "没有 {name}：这里不传文件；看内容用 show，签发的纪要用 export minutes", "there is no {name}: no files are transferred here; use show, and export minutes for what is signed";
        Forward => "不转发端口", "ports are not forwarded";
        Agent => "不转发钥匙代理", "the agent is not forwarded";
        X11 => "不转发图形界面", "X11 is not forwarded";
        Environment { name } => "不收环境变量 {name}", "the environment variable {name} is not taken";
        Broke => "阅览席出错，已关闭；请重新连接。记录不受影响", "this seat failed and was closed; please connect again. No record is affected";
        Idle => "长时间没有按键，已关闭；请重新连接", "no key was pressed for long, so the seat was closed; please connect again";
        Revoked => "这把钥匙已不在名单里，或已过期；要再进来，请找管名单的人", "this key is no longer on the list, or has expired; ask whoever keeps the list";
        Closing => "门要关了；会议照常", "the door closes; the meeting goes on";
    }
}

sentences! {
    /// One line of the log, behind the time.
    Logged {
        Came { who, from } => "进 {who} {from}", "in {who} {from}";
        Lines { who } => "入席 {who} 线性", "seat {who} in lines";
        Seat { who, size, term } => "入席 {who} {size} {term}", "seat {who} {size} {term}";
        Called { who, command, code } => "命令 {who} {command} 退出码{code}", "call {who} {command} exit {code}";
        Left { who, minutes } => "出 {who} {minutes}分", "out {who} {minutes} min";
        Refused { who, what } => "拒 {who} {what}", "refused {who} {what}";
        Outside { from, what } => "拒 {from} {what}", "refused {from} {what}";
        Silent { from } => "没有登录，已断开 {from}", "not logged in, cut off {from}";
        Crowded { from } => "敲门的太多，断开 {from}：等得最久，或还差得最远", "too many at the door, cut off {from}: the longest silent, or the least far";
        Broke { who } => "出错 {who}", "failed {who}";
        Skipped { count } => "略去{count}行", "{count} line(s) left out";
        Keys { count } => "名单已重读，{count}把钥匙", "the list was read again, {count} key(s)";
        NotWritten { file, why } => "{file} 写不进：{why}；之后的只在这里，写得进时再记下略去几行", "{file} takes nothing: {why}; what follows is here alone, and the file will say how many lines are missing";
        Lost { count } => "有{count}行没有写成，当时只在屏幕上", "{count} line(s) were not written, and stood on standard error alone";
        Looks { why } => "名单改动改为有人在座时每2秒看一次：{why}", "the list is looked at every 2 seconds while anybody is in: {why}";
        Deaf { why } => "这本账的改动改为每2秒看一次：{why}", "the book is looked at every 2 seconds: {why}";
        Told => "名单改动又由系统告知", "the system tells of changes of the list again";
    }
}

sentences! {
    /// Why the system does not tell that the list changed.
    Unheard {
        Full => "系统的监视名额用完了，请管理员放宽 fs.inotify.max_user_watches 和 max_user_instances", "the system watches as much as it may; ask for more fs.inotify.max_user_watches and max_user_instances";
        Remote { kind } => "名单在网络盘上（{kind}），别的机器改了系统不知道；放到本机的盘上就不用看", "the list lies on a network file system ({kind}), where the system does not hear of others; put it on a disk of this machine";
        Refused { why } => "系统不肯监视：{why}", "the system refuses to watch it: {why}";
    }
}

sentences! {
    /// What is wrong with a front door.
    Unfit {
        NoBlock { line } => "sshd_config 里没有“{line}”这一段；运行 yiding serve --print-sshd", "sshd_config has no block {line:?}; run yiding serve --print-sshd";
        NotForced => "这一段里没有 ForceCommand：阅览人会得到一个 shell；请照 yiding serve --print-sshd 写", "the block has no ForceCommand: reviewers would get a shell; write what yiding serve --print-sshd says";
        OtherCommand { command } => "ForceCommand 不是 yiding -C 目录 follow，而是 {command}；请照 yiding serve --print-sshd 写", "ForceCommand is {command} and not yiding -C DIR follow; write what yiding serve --print-sshd says";
        OtherBook { path } => "ForceCommand 指的是另一本：{path}；请改成这一册的目录", "ForceCommand names another book, {path}; name the folder of this one";
        Option { option, wanted, is } => "{option} 现在是 {is}，请写 {wanted}", "{option} is {is}; write {wanted}";
        Startups { is } => "MaxStartups 是 {is}：人多时会把后来的挡在外面；请至少写阅览人数的两倍", "MaxStartups is {is}: it drops whoever comes late; write at least twice the number of reviewers";
        Open { path } => "{path} 别人也能读；请运行 chmod go= {path}", "{path} can be read by others; run chmod go= {path}";
        Wide { path } => "{path} 权限太宽：组外能进，或组内能写；请运行 chmod g-w,o= {path}", "{path} is too wide: strangers may enter, or the group may write; run chmod g-w,o= {path}";
        Shut { path } => "{path} 组内不能写，阅览人留不下批注；请运行 chmod 2770 {path}", "{path} cannot be written by the group, so reviewers leave no marks; run chmod 2770 {path}";
    }
}

words! {
    /// What the lines for OpenSSH are.
    Front {
        Config => "一、写进 /etc/ssh/sshd_config（MaxStartups 放在所有 Match 之前；写完运行 sshd -t，再重载）", "1. into /etc/ssh/sshd_config (MaxStartups before every Match; then sshd -t and reload)";
        Startups => "MaxStartups：散会前后几十人同时来，原来的 10:30:100 会把人挡在外面；至少写阅览人数的两倍", "MaxStartups: dozens come at once, and the usual 10:30:100 drops them; at least twice the number of reviewers";
        Keys => "二、阅览人的公钥，一人一行，写进 ~review/.ssh/authorized_keys；公钥后面的名字就是显示的名字（ExposeAuthInfo 使它看得到）", "2. the reviewers' keys, one line each, into ~review/.ssh/authorized_keys; the name behind a key is the name shown (ExposeAuthInfo lets it be seen)";
        Account => "三、专用的组和账号：只能看", "3. a group and an account of their own, that only look";
        Rights => "组内可读计划、存档和正在开的会（只有批注的目录可写）；git 自己的文件、主机钥匙和正在写的一行不给看", "the group reads plan, snapshots and what is open, and writes nothing but marks; git's own files, the host key and the line being typed are not for it";
    }
}
