//! What is said of a history: how far a long job over it is, and the story of a row.

words! {
    /// What a long job does.
    Doing {
        Checking => "核对", "checking";
        Rehearsing => "演练入库", "rehearsing";
    }
}

sentences! {
    /// How far a long job is.
    Done {
        Line { what, bar, done, of } => "{what} [{bar}] {done}/{of}", "{what} [{bar}] {done}/{of}";
    }
}
