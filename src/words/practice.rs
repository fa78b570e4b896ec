//! 练习: what the practice meeting asks for, where the eye is.

words! {
    /// What is to be done next, said in as many words as find room.
    Lesson {
        OpenFirst => "先开会：按 F8，再按 F8", "open a meeting first: F8, then F8";
        TypeDecision => "记议定：在下面写一句，按 Enter", "type a decision, then Enter";
        DecisionSample => "如 签约项目10月底前开工", "e.g. Open the site";
        FormDecision => "记议定：按 F2，写一句，F2 保存", "a decision: F2, a sentence, F2 saves";
        TypeReading => "记报数：写 1.2/1=305，按 Enter", "a reading: type 1.2/1=305, then Enter";
        ReadingSample => "签约额，1月起累计", "contracts signed since January";
        FormReading => "记报数：按 F3，选目标，写数，按 Enter", "a reading: F3, choose, the figure, Enter";
        TakeBack => "撤回刚才那一条：按 ^Z", "take the last one back: ^Z";
        TakeBackSample => "只撤这一条，^Y 重做", "only that one; ^Y does it again";
        Skip => "^F 跳过", "^F skips";
        Leave => "F10 离开", "F10 leaves";
        Decided => "议定", "decision";
        Read => "报数", "reading";
        TookBack => "撤回", "taken back";
        Skipped => "跳过", "skipped";
    }
}

sentences! {
    /// How far the practice is.
    Practised {
        At { number, all } => "练习{number}/{all}", "practice {number}/{all}";
        Finished { jobs } => "练完了：{jobs}", "done: {jobs}";
        Job { what, keys } => "{what} {keys}", "{what} {keys}";
        Again { folder } => "练习本：{folder}；接着练 yiding -C {folder} tutor，练完删掉这个文件夹", "the practice book: {folder}; yiding -C {folder} tutor goes on, then delete the folder";
        Steps { folder } => "练习本：{folder}（真的一册没有动）。这里没有屏幕，三件事用命令做：", "the practice book: {folder} (nothing of a real book is touched). There is no screen here, so the three jobs are commands:";
        DecideCall { folder } => "yiding -C {folder} decide 1.2 '签约项目10月底前开工'", "yiding -C {folder} decide 1.2 'Open the site'";
        ReadCall { folder } => "yiding -C {folder} read 1.2/1=305", "yiding -C {folder} read 1.2/1=305";
        UndoCall { folder } => "yiding -C {folder} undo", "yiding -C {folder} undo";
    }
}
