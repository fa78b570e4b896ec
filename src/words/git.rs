//! Why something is on the disk but not in git, and what to do about it.

sentences! {
    /// What kept files out of git. They are on the disk all the same.
    NotCommitted {
        NoGit => "未入库：找不到 git 程序；装好 git 再试", "not committed: there is no git program; install git and try again";
        NotARepository { folder } => "未入库：{folder} 不在 git 仓库里；要入库，先在那里运行 git init", "not committed: {folder} is not in a git repository; to commit, run git init there first";
        Outside { file } => "未入库：{file} 不在这个仓库的文件夹里；请移进来再试", "not committed: {file} does not lie in the repository's folder; move it there and try again";
        NoIdentity => "未入库：git 还不知道由谁入库；请填一次姓名和邮箱（或用 git config user.name、user.email），再试", "not committed: git does not know who commits; give a name and an e-mail address once (or git config user.name and user.email), then try again";
        BadIdentity => "请把姓名和邮箱都填上；不能只有标点，也不能有控制字符", "give both a name and an e-mail address, of more than punctuation and without control characters";
        Locked { lock } => "未入库：另一个 git 正占用仓库；等它结束再试。确知没有 git 在运行时，可删去 {lock}", "not committed: another git holds the repository; try again when it has ended. If surely none runs, delete {lock}";
        Unfinished { what } => "未入库：仓库里有没做完的 {what}；先做完（{what} --continue）或放弃（{what} --abort），再试", "not committed: a {what} is unfinished; end it ({what} --continue) or give it up ({what} --abort), then try again";
        Conflict { file } => "未入库：仓库里有没解决的冲突（{file}）；先解决，再试", "not committed: the repository has an unresolved conflict ({file}); resolve it, then try again";
        Detached => "未入库：现在不在任何分支上（detached HEAD），在此提交容易丢失；先用 git switch 回到一个分支，再试", "not committed: HEAD is detached, and a commit there is easily lost; git switch to a branch, then try again";
        Foreign { folder } => "未入库：仓库 {folder} 属于另一个用户，git 不肯动它；确认可信后运行 git config --global --add safe.directory {folder}", "not committed: the repository {folder} belongs to another user and git refuses it; if you trust it, run git config --global --add safe.directory {folder}";
        Ignored { file } => "未入库：{file} 被 .gitignore 排除；从 .gitignore 去掉它，再试", "not committed: .gitignore excludes {file}; take it out of there, then try again";
        Hook { said } => "未入库：仓库的钩子（hook）没有放行：{said}；改好再试", "not committed: a hook of the repository refused: {said}; mend it and try again";
        Signing { said } => "未入库：签名未成：{said}；弄好签名再试", "not committed: the commit could not be signed: {said}; mend the signing and try again";
        TooSlow { seconds } => "未入库：git 过了 {seconds} 秒没有结束，已停掉（多半是钩子或签名在等人）；弄好再试", "not committed: git did not end within {seconds} seconds and was stopped (a hook or a signature may wait for somebody); mend it and try again";
        LineEnds { file } => "未入库妥当：git 里的 {file} 换行与盘上不同（autocrlf）；在 .gitattributes 写 snapshots/*.ron -text 再试", "not committed as it is: {file} has other line ends in git (autocrlf); write snapshots/*.ron -text into .gitattributes and try again";
        Different { file } => "未入库妥当：git 里的 {file} 与盘上不同（过滤器或钩子改过）；盘上的是原样，关掉它再试", "not committed as it is: {file} in git differs from the disk (a filter or a hook changed it); the disk has the true one. Switch that off and try again";
        Refused { said } => "未入库：git 没有做成：{said}", "not committed: git could not do it: {said}";
    }
}
