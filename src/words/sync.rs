//! 同步: what the remote said, and what to do about it.

sentences! {
    /// Why two repositories were not brought together. Everything recorded is safe here all the same.
    NotSynced {
        NoRemote => "没有配置远端仓库；请运行 git remote add origin 地址，再同步", "there is no remote repository; run git remote add origin URL, then sync again";
        ManyRemotes { names } => "有几个远端（{names}），不知道用哪一个；请运行 git branch --set-upstream-to=远端/分支，再同步", "there are several remotes ({names}); say which with git branch --set-upstream-to=REMOTE/BRANCH, then sync again";
        Offline { remote, said } => "连不上 {remote}：{said}；本机的记录都在，网络通了再同步", "{remote} cannot be reached: {said}; everything is safe here, sync again when the network is back";
        Slow { remote, seconds } => "{remote} 过了 {seconds} 秒没有答完，已停掉；本机的记录都在，稍后再同步", "{remote} did not finish within {seconds} seconds and was stopped; everything is safe here, sync again later";
        Denied { remote, said } => "{remote} 不让进：{said}；请检查账号、密钥或权限（在终端里 git fetch 试一次），再同步", "{remote} refuses access: {said}; look at account, key or rights (try git fetch in a terminal), then sync again";
        Gone { remote, said } => "{remote} 那里没有仓库：{said}；请用 git remote -v 核对地址，再同步", "there is no repository at {remote}: {said}; look at the address with git remote -v, then sync again";
        Unrelated { remote } => "{remote} 是另一册，与本册没有共同的历史，不能合并；请核对地址", "{remote} is another book without any history in common with this one; look at the address";
        Dirty { said } => "有没提交的改动会被盖掉，没有合并：{said}；请先 git add 并 git commit 这些改动，再同步", "changes that are not committed would be overwritten, so nothing was merged: {said}; git add and git commit them, then sync again";
        HookHere { said } => "本机的钩子（hook）没有放行：{said}；改好再同步", "a hook on this machine refused: {said}; mend it and sync again";
        HookThere { remote, said } => "{remote} 没有收下：{said}；本机的记录都在，请与管理仓库的人联系，再同步", "{remote} did not take it: {said}; everything is safe here. Talk to whoever keeps that repository, then sync again";
        CheckedOut { remote } => "{remote} 那里正打开着这个分支，收不下；请在那里运行一次 git config receive.denyCurrentBranch updateInstead，或改用裸仓库（git init --bare），再同步", "{remote} has this branch checked out and cannot take it; run once there git config receive.denyCurrentBranch updateInstead, or use a bare repository (git init --bare), then sync again";
        Raced { remote } => "每次要送出时 {remote} 都有了新的；已合并到本机，请再同步一次", "{remote} had something new each time before it could be sent; it is merged here, sync again";
        NoGit => "找不到 git 程序；装好 git 再同步", "there is no git program; install git, then sync again";
        Detached => "现在不在任何分支上（detached HEAD）；先用 git switch 回到一个分支，再同步", "HEAD is detached; git switch to a branch, then sync again";
        NoIdentity => "git 还不知道由谁入库；请运行 git config user.name 姓名 和 git config user.email 邮箱，再同步", "git does not know who commits; run git config user.name NAME and git config user.email ADDRESS, then sync again";
        Refused { said } => "git 没有做成：{said}", "git could not do it: {said}";
    }
}

sentences! {
    /// What was done.
    Synced {
        Both { received, sent } => "已同步：收到{received}次提交，送出{sent}次", "synced: {received} commit(s) received, {sent} sent";
        Nothing => "已同步：两边一样", "synced: both sides are the same";
        Unsealed { count } => "会间有{count}条记录还没有入账，只在本机；yiding seal 之后再同步", "{count} record(s) made between meetings are not sealed and only here; yiding seal, then sync again";
    }
}
