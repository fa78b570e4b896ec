//! Tables that are filled in elsewhere and come back: their headings, and what can be wrong with them.

words! {
    /// A column of a table.
    Heading {
        Id => "编号", "id";
        Metric => "目标", "target";
        Title => "事项", "title";
        Goal => "年度目标", "goal";
        LastPeriod => "上期截至", "last through";
        Last => "上期", "last";
        Unit => "计量单位", "unit";
        Period => "截至", "through";
        Value => "本期", "value";
        From => "报数单位", "office";
        Source => "来源", "source";
        Reason => "说明", "reason";
        Preliminary => "快报", "preliminary";
        Sponsor => "牵头领导", "sponsor";
        Lead => "牵头", "lead";
        Support => "配合", "support";
        Person => "责任人", "person";
        Due => "时限", "due";
    }
}

words! {
    /// What a cell says when it is neither empty nor a value.
    Mark {
        None => "无", "none";
        Yes => "是", "yes";
    }
}

sentences! {
    /// Why a table cannot be read at all.
    BadSheet {
        Workbook => "这是 xlsx 工作簿，不是 CSV；请在表格软件里另存为 CSV", "this is an xlsx workbook and no CSV; save it as CSV in the spreadsheet";
        NotText { line } => "第{line}行不是文字（既不是 UTF-8 也不是 GB18030）；请另存为 CSV UTF-8", "line {line} is no text (neither UTF-8 nor GB18030); save it as CSV UTF-8";
        Nul { line } => "第{line}行里有空字符，不是表格；请另存为 CSV UTF-8", "line {line} has a NUL character, so this is no table; save it as CSV UTF-8";
        TooLarge { most } => "表格太大，最多 {most} 字节；请分开", "the table is too large, {most} bytes at most; split it";
        TooLong { most } => "表格超过 {most} 行；请分开", "the table has more than {most} lines; split it";
        OpenQuote { line } => "第{line}行起引号不成对，后面的行分不开；请补上或去掉引号", "from line {line} on a quotation mark is not closed, so the lines behind it cannot be told apart; close or remove it";
        Empty => "表格是空的；请填上再来", "the table is empty; fill it in and come back";
        NoHeading { wanted } => "第1行里没有这些列：{wanted}；表头请照 yiding read --template 的样子写", "line 1 lacks these columns: {wanted}; head them as yiding read --template does";
        TwoOf { heading, line } => "第{line}行有两列都叫“{heading}”；请留一列", "line {line} has two columns called {heading:?}; keep one";
        Unreadable { path, why } => "读不了 {path}：{why}", "{path} cannot be read: {why}";
    }
}

sentences! {
    /// What is wrong with one line of a table. The line's number stands before it.
    BadRow {
        At { line, what } => "第{line}行：{what}", "line {line}: {what}";
        NoRow { id } => "没有 {id} 这一项；编号请照模板，不要改", "there is no row {id}; keep the ids of the template";
        NoId => "有数没有编号；请照模板补上编号", "it has a value and no id; add the id of the template";
        OtherName { id, theirs, ours } => "{id} 是“{ours}”，这一行写的是“{theirs}”；请核对是不是错行", "{id} is {ours:?}, this line says {theirs:?}; see whether the lines slipped";
        Twice { id, first } => "{id} 与第{first}行重复；请留一行", "{id} stands in line {first} too; keep one of them";
        LineBreak { heading } => "“{heading}”这一格里有换行；请去掉", "the cell {heading:?} has a line break; remove it";
        TooWide { heading } => "“{heading}”这一格太长；请改短", "the cell {heading:?} is too long; write less";
        SectionRow { id } => "{id} 是方面；分工请写到任务或措施", "{id} is a section; give tasks or measures";
    }
}

sentences! {
    /// What a table is and what it would do.
    SheetSays {
        ReadAs { encoding, separator } => "按 {encoding} 编码、{separator}分隔读取", "read as {encoding}, separated by {separator}";
        Change { row, was, now } => "{row}  {was} -> {now}", "{row}  {was} -> {now}";
        Unchanged { count } => "{count}行没有变化", "{count} line(s) change nothing";
        Blank { count } => "{count}行没有填数，未动", "{count} line(s) without a value, left alone";
        Would { count } => "会记{count}条；没有 --dry-run 时才真的记", "would record {count}; without --dry-run it does";
        Nothing => "没有可记的行", "there is nothing to record";
        Refused { count } => "有{count}行不对，一条也没有记；改好后再来", "{count} line(s) are wrong and nothing was recorded; mend them and come back";
        More { count } => "还有{count}行不对", "{count} more line(s) are wrong";
        OutsideRoster { name } => "“{name}”不在名册，按名册外记", "{name:?} is not in the roster; recorded as outside it";
        Written { path, count } => "{path}（{count}行）", "{path} ({count} lines)";
        NoTargetsOf { office } => "{office} 没有要报数的目标", "{office} has no target to report";
        There { path } => "{path} 已经在那里，没有动它；请换一个名字，或先移走它", "{path} is there already and was left alone; give another name, or move it away";
        NotWritten { path, why } => "{path} 写不成：{why}", "{path} could not be written: {why}";
        AllTargets => "全部目标", "all targets";
        Nobody => "未分工", "unassigned";
        FileName { name } => "报数表-{name}.csv", "readings-{name}.csv";
    }
}

words! {
    /// What parts the cells of a line.
    Separator {
        Comma => "逗号", "commas";
        Tab => "制表符", "tabs";
        Semicolon => "分号", "semicolons";
        WideComma => "全角逗号", "full-width commas";
    }
}
