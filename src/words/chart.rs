//! The words around the picture of a target's readings.

words! {
    /// What the dots of a picture stand for.
    Dots {
        Months => "序时", "pace";
        Trajectory => "计划进度", "planned";
        Season => "季节进度", "by the season";
        Goal => "目标", "goal";
    }
}

sentences! {
    /// What a picture shows.
    Shows {
        Only { name } => "{name}   # 报数", "{name}   # readings";
        Beside { name, dots } => "{name}   # 报数   . {dots}", "{name}   # readings   . {dots}";
    }
}
