//! What is said of a history: how far a long job over it is, and the story of a row.

words! {
    /// What a long job does.
    Doing {
        Checking => "核对", "checking";
        Rehearsing => "演练入库", "rehearsing";
    }
}

words! {
    /// How a snapshot stands in git.
    Standing {
        Waits => "未入库", "not committed";
        Changed => "与库里的不同", "differs from git";
        Unsigned => "未签名", "unsigned";
        Good => "已签名", "signed";
        Unknown => "已签名（密钥不在名单）", "signed (key not known)";
        Expired => "已签名（签名或密钥过期）", "signed (expired)";
        Revoked => "签名有误（密钥已吊销）", "bad signature (key revoked)";
        Bad => "签名不符", "bad signature";
        Unchecked => "签名核对不了", "signature not checked";
    }
}

words! {
    /// Words of a story.
    Story {
        Commit => "提交", "commit";
    }
}

sentences! {
    /// What is said of a story as a whole.
    Said {
        Nothing => "还没有关于它的记录", "nothing is on record about it yet";
        Counted { count, meetings } => "记录{count}条，历{meetings}次会议", "{count} record(s), {meetings} meeting(s)";
    }
}

sentences! {
    /// How a snapshot stands in git, with what git knows of it.
    InGit {
        Committed { commit } => "已入库 {commit}", "committed {commit}";
        By { sign, who } => "{sign} {who}", "{sign} {who}";
    }
}

sentences! {
    /// How far a long job is.
    Done {
        Line { what, bar, done, of } => "{what} [{bar}] {done}/{of}", "{what} [{bar}] {done}/{of}";
    }
}
