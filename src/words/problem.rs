//! What can be wrong with a file that a person wrote, and what to do about it.

sentences! {
    /// A fault of a plan or a snapshot that could be read.
    Wrong {
        SameId { id } => "编号 {id} 出现了两次；请给其中一个换一个编号", "the id {id} stands twice; give one of them another";
        NotBelow { id, above } => "编号 {id} 不在 {above} 之下；请按上级编号改写", "the id {id} does not lie below {above}; write it as {above} says";
        OutOfOrder { id } => "编号 {id} 排在了更大的编号之后；请按编号排列", "the id {id} follows a greater one; put the rows in the order of their numbers";
    }
}
