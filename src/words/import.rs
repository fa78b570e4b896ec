//! What reading a report came to, and the comments in the plan that is written of it.

sentences! {
    /// Lines of the answer.
    Imported {
        Read { title, kind, encoding, known, lines } => "{title}  {kind}，{encoding}（{known}），{lines} 行", "{title}  {kind}, {encoding} ({known}), {lines} lines";
        Damaged { count } => "有 {count} 处读不成文字，以 � 代替；请找一份完整的，或换 --encoding", "{count} place(s) could not be read and stand as �; find a whole copy, or set --encoding";
        Found { sections, tasks, measures, targets, headline } => "方面 {sections}  任务 {tasks}  措施 {measures}  目标 {targets}，另有预期目标 {headline}", "{sections} section(s)  {tasks} task(s)  {measures} measure(s)  {targets} target(s), and {headline} headline target(s)";
        Kinds { counts } => "目标类别  {counts}", "kinds of targets  {counts}";
        Kept { share, counts } => "原文逐字有着落：进入计划 {share}%  {counts}", "every character has its place: {share}% in the plan  {counts}";
        Bridge { said, found } => "过渡句说 {said} 个方面，找到 {found} 个", "the bridge sentence says {said} section(s), {found} found";
        BridgeSilent { found } => "过渡句没有写几个方面，找到 {found} 个", "the bridge sentence gives no number; {found} section(s) found";
        NoBridge => "没有过渡句可以核对方面的个数", "no bridge sentence to check the sections against";
        Offices { offices, duties } => "责任单位 {offices} 个，分工 {duties} 条", "{offices} office(s), {duties} assignment(s)";
        Doubts { count, weights } => "疑点 {count} 处  {weights}", "{count} doubt(s)  {weights}";
        NoDoubts => "没有疑点", "no doubts";
        Rejected { count } => "另有 {count} 个数看过、没有作为目标；理由在 --format json", "{count} more number(s) were looked at and are no targets; --format json says why";
        Count { what, count } => "{what} {count}", "{what} {count}";
        Doubt { at, weight, row, why } => "{at}  {weight}  {row}  {why}", "{at}  {weight}  {row}  {why}";
        Written { path } => "已写 {path}；请对照原文看一遍疑点，再运行 yiding check", "wrote {path}; look the doubts through beside the report, then run yiding check";
        NotWritten => "没有写文件；要写请加 -o plan.ron", "no file was written; -o plan.ron writes one";
        Assigned { count } => "分工 {count} 条已记在会间，核对后用 yiding seal 入账", "{count} assignment(s) wait between meetings: look them through, then yiding seal";
        NoDay { row, due } => "{row} 的时限“{due}”不是日期，没有记", "the due {due:?} of {row} is no day and was not recorded";
    }
}

sentences! {
    /// Why no plan was written.
    NotImported {
        NowhereToSettle => "逐条定疑要知道写到哪里；请加 -o plan.ron", "settling needs to know where to write; add -o plan.ron";
        TableToSettle => "表格里的行就是计划，没有要定的；请在表里改", "the rows of a table are the plan already; change them in the table";
        Unwritten => "还没有写成计划；定过的都存着，再开一次接着定，定完写成计划", "the plan was not written; what was settled is kept, open it once more to go on and write it";
        There { path } => "{path} 已经在那里，没有动它", "{path} is already there and was left alone";
        Replace => "要换掉它，请加 --replace（旧的不留）；或换一个名字", "--replace puts the new one in its place (the old one is not kept); or give another name";
        Nothing => "没有找到任务，没有写；请看 --format json 里每段文字被当作什么", "no task was found and nothing was written; --format json shows what each part was taken for";
        NoReport { tasks, targets, doubts } => "这不像一份报告，没有建：没有编号，没有责任单位，读成任务 {tasks} 目标 {targets}，疑点 {doubts} 处。是报告，就先 yiding import 报告 -o plan.ron --settle 逐条定；不是，就用 yiding init 建一本空的来填", "this reads like no report, and nothing was made: no numbering, nobody in charge; {tasks} task(s), {targets} target(s) and {doubts} doubt(s) were read. If it is one, settle it first: yiding import REPORT -o plan.ron --settle; if not, yiding init makes an empty book to fill in";
        Unwritable { why } => "没有写成：{why}", "it could not be written: {why}";
    }
}

sentences! {
    /// Comments in the plan.
    Comment {
        From { source } => "由 {source} 读入。正文一字未改；每行的编号后面是它在原文的行号。", "Read from {source}. Its words are as published; behind each id stands the line of the source.";
        Look { count } => "疑点 {count} 处，写在它所在的行上面；看过就可以删去那行注释。", "{count} doubt(s), each above its row; delete the comment once it is settled.";
        Line { line } => "原文第 {line} 行", "line {line}";
        Doubt { weight, why } => "疑点（{weight}）：{why}", "doubt ({weight}): {why}";
        Lead { names } => "牵头 {names}", "lead {names}";
        Support { names } => "配合 {names}", "support {names}";
        Due { due } => "时限 {due}", "due {due}";
    }
}
