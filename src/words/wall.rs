//! What the big screen says besides what it shows.

words! {
    /// A word of the big screen.
    Wall {
        Paused => "投屏已暂停", "the broadcast is paused";
        PaceMark => "竖线为序时进度", "| marks where it should be by now";
        NothingYet => "本议题还没有议定", "nothing decided on this item yet";
    }
}
