//! What the program says when it makes papers.

sentences! {
    /// What became of a paper, or why there is none.
    Exported {
        Written { path } => "{path}", "{path}";
        Same { path } => "{path}（没有变化）", "{path} (unchanged)";
        Changed { path } => "{path} 有人改过，没有动它", "{path} was changed by somebody and left alone";
        ReplaceIt => "要写成新的，加 --replace；要都留着，换一个文件名", "add --replace to write over it, or give another name to keep both";
        IsFolder { path } => "{path} 是目录；写到目录里用 --out", "{path} is a folder; --out writes into one";
        NoMeeting => "还没有开过会，没有纪要可出；先开会：yiding meet open", "no meeting was held yet, so there are no minutes; yiding meet open opens one";
        NoSuchMeeting { text } => "没有“{text}”这次会议；写会议日期、次数、上次、本次，或 1..4", "there is no meeting {text:?}; write its day, its number, last, now, or 1..4";
        NotSigned { meeting } => "{meeting} 的纪要还没有签发，阅览席看不到送审稿；请等签发", "the minutes of {meeting} are not signed, and reviewers do not get drafts; wait until they are";
        NoneSigned => "还没有签发过的纪要；请等签发", "no minutes were signed yet; wait until some are";
        NoSuchOffice { name } => "名册里没有“{name}”这个单位；见 yiding list offices", "the roster has no office {name:?}; see yiding list offices";
        OnlyMinutes => "阅览席只能取签发过的纪要；请写 export minutes", "reviewers get signed minutes only; write export minutes";
        NotMade => "这份文稿没有做成：这是程序的毛病，请报给维护人", "the paper could not be made: this is a fault of the program, please report it";
    }
}
