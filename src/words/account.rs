//! The year's end: on what ground a row's account is assumed, and how the accounts stand.

sentences! {
    /// A ground for an account.
    Ground {
        Figure { metric, value, goal } => "{metric} {value}/{goal}", "{metric} {value}/{goal}";
        Stands { metric, light } => "{metric} {light}", "{metric}: {light}";
        More { count } => "另有{count}项", "and {count} more";
    }
}

sentences! {
    /// Where a decision comes from that was carried over from last year's book.
    Carried {
        From { book, meeting, id } => "接转自 {book} {meeting} {id}", "carried over from {book}, {meeting}, {id}";
        Meeting { number, series } => "第{number}次{series}", "{series} no. {number}";
        Interval => "会间", "between meetings";
        Row { rows } => "原 {rows}", "was on {rows}";
        Extended { count, first } => "已延期{count}次（原{first}）", "extended {count}x (was {first})";
    }
}

sentences! {
    /// A count of accounts.
    Accounts {
        Settled { state, count } => "{state}{count}", "{state} {count}";
        Left { count } => "未交{count}", "{count} left";
        Assumed { count } => "可直接确认{count}", "{count} clear";
    }
}
