//! What can be wrong between the files of a book.

sentences! {
    /// A fault of the chain.
    Fault {
        NoSealOf { id } => "follows 里有 {id}，meetings 里却没有它的封印", "`follows` names {id}, and `meetings` has no seal of it";
        OtherSeal { id } => "记着 {id} 的封印与那个文件现在的不同：有一个被换过；可用 git log 查看", "the seal that it gives for {id} is not that file's: one of the two was replaced; see git log";
        OtherPlan { id } => "plan.ron 的正文或目标与 {id} 存档时不同：正文和目标只能经法定程序调整；改回原文，或记一条调整", "the text or the targets of plan.ron are not those of {id}: they change by amendment only. Put the text back, or record an amendment";
    }
}
