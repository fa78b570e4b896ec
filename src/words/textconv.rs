//! What git's own diffs show of a snapshot, and what is said of setting that up.

sentences! {
    /// A line of a snapshot in sentences, or what kept git from showing them.
    InGit {
        Plan { digest } => "计划 {digest}", "plan {digest}";
        Follows { names } => "接 {names}", "follows {names}";
        Foreign { value, wanted } => "git 的 diff.yiding.textconv 已经写着“{value}”，没有动它；要让 git diff 把存档读成句子，请改成：{wanted}", "git's diff.yiding.textconv already says {value:?} and was left alone; for git diff to speak sentences, set it to: {wanted}";
        Silent => "这份拷贝里 git diff 还不能把存档读成句子；请运行一次：yiding doctor --fix", "in this clone git diff does not speak sentences yet; run once: yiding doctor --fix";
        NoAttribute => ".gitattributes 里没有 snapshots/*.ron diff=yiding，没有动它；请加上这一行，git diff 才能把存档读成句子", ".gitattributes has no line snapshots/*.ron diff=yiding and was left alone; add it for git diff to speak sentences";
    }
}
