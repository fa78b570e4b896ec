//! What a command says where the screen would name a key: which call, or which option, goes on.

sentences! {
    /// A refusal, and the next call.
    Instead {
        NoMeeting => "现在没有开会；先开会：yiding meet open", "no meeting is open; yiding meet open opens one";
        MeetingOpen => "会议正在进行；休会用 yiding meet adjourn，散会用 yiding meet close", "a meeting is open; yiding meet adjourn adjourns it, yiding meet close closes it";
        NotNow => "现在不能这样做；怎么样了见 yiding meet status", "not now; yiding meet status says how it stands";
        NoConsent => "请写明经谁同意：--consent 谁（更正是 --agreed 谁）", "say who agreed: --consent WHO (of a correction --agreed WHO)";
        NoApproval => "请写明由谁批准：--approved 谁", "say who approved it: --approved WHO";
        NoSigner => "请写明签发人：--by 谁", "say who signed: --by WHO";
        NoOrgan => "请写明由哪个机关调整：--organ 机关", "say which organ changed it: --organ ORGAN";
        NoDocument => "上级下达的目标，请写明文号：--document 文号", "an issued target has a document: --document NUMBER";
        NoSuchRecord { id } => "没有 {id}；任务和目标见 yiding list tasks，议定见 yiding list decisions", "there is no {id}; see yiding list tasks for rows, yiding list decisions for decisions";
        NoSuchItem { number } => "议程里没有第{number}项；序号见 yiding agenda", "the agenda has no item {number}; see yiding agenda";
        NoConflict { number } => "没有第{number}处冲突；序号见 yiding merge", "there is no conflict {number}; see yiding merge";
    }
}
