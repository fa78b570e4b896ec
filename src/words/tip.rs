//! One hint a start: what a person has not used yet. Each fits the status line of a narrow screen.

words! {
    /// What a command is good for, with its key.
    Tip {
        Search => "/ 找任务、议定、单位，拼音首字母也行", "/ finds rows, decisions and offices";
        Before => "^O 会前三张单，一键排成议程", "^O lists what the next meeting has to talk about";
        Compare => "^D 看上次会议到现在变了什么", "^D shows what changed since the last meeting";
        Register => "^T 台账：全部议定，可写 牵头:投促局 逾期", "^T has all decisions, filtered by what you type";
        Story => "^R 看所指一行的来龙去脉", "^R tells all that happened to the row";
        Papers => "^X 纪要、清单、交办单一次出齐", "^X makes all papers of the meeting at once";
        ReadBack => "F7 把议定逐条念给主持人听", "F7 reads the decisions back to the chair";
        Agenda => "^G 议程：排时间，贴预拟", "^G is the agenda: minutes, prepared lines";
        NextItem => "^N 这一项议完，到下一项", "^N the item is done, on to the next";
        Cast => "F5 阅览的人看到多少", "F5 sets how much reviewers see";
        Reviews => "F6 谁在看，谁批注", "F6 shows who reads, and their remarks";
        Palette => "F4 按名称找命令，后面写着直接的键", "F4 finds commands by name, with their keys";
    }
}

sentences! {
    /// What is said of hints.
    TipSays {
        Hint { what } => "提示：{what}", "hint: {what}";
        Off => "不再提示：F4 提示", "no hints: F4 hints";
        NowOff => "不再提示。F4 提示 再打开", "no more hints. F4 hints brings them back";
        NowOn => "每次打开提示一条没用过的", "each start hints at something not used yet";
    }
}
