//! What reading a report found, and where it is not sure.

words! {
    /// What a stretch of a report is.
    Role {
        Chrome => "页面文字", "page furniture";
        Title => "标题", "title";
        DateLine => "题注", "date line";
        Opening => "开场", "opening";
        PartTitle => "部分标题", "title of a part";
        Review => "回顾", "review";
        Outlook => "远景", "outlook";
        Guidance => "总体要求", "guidance";
        Headline => "预期目标", "headline targets";
        Bridge => "过渡句", "bridge";
        SectionMarker => "方面标记", "section marker";
        SectionTitle => "方面标题", "section title";
        SectionLead => "方面导语", "section lead";
        TaskMarker => "任务标记", "task marker";
        TaskTitle => "任务标题", "task title";
        Measure => "措施", "measure";
        Responsibility => "责任分工", "responsibility";
        Closing => "结束语", "closing";
        TableHead => "表头", "heading of a table";
        Glossary => "名词解释", "glossary";
        Stop => "标点", "stop";
        Space => "空白", "white space";
    }
}

words! {
    /// How much hangs on a doubt.
    Weight {
        Heavy => "要定", "to be settled";
        Middle => "要看", "to be looked at";
        Light => "可看", "worth a look";
    }
}

words! {
    /// Names for what a report leaves without one.
    Unnamed {
        Whole => "全文", "Whole text";
        Report => "未命名的报告", "Untitled report";
    }
}

sentences! {
    /// Why a reading of a report is doubted.
    Why {
        NoTitle => "没有找到标题", "no title was found";
        NoYear { year } => "没有找到计划年度，暂按 {year} 年", "the year of the plan was not found; {year} stands in for it";
        NoPlanPart => "没有找到今年工作的部分", "no part about this year's work was found";
        GuessedPart { title } => "“{title}”没有写明是今年的工作，按今年的工作读", "{title:?} does not say that it is this year's work; it is read as such";
        NoSections => "没有找到方面的标记，全部归入一个方面", "no section markers were found; everything is one section";
        SectionCount { said, found } => "过渡句说 {said} 个方面，找到 {found} 个", "the bridge sentence says {said} sections; {found} were found";
        Numbering { found, expected } => "编号是 {found}，按次序应是 {expected}", "its number is {found}; in order it would be {expected}";
        BesidePart => "在今年工作部分之外，作为一个方面读入", "it stands outside the part about this year's work and is read as a section";
        Appendix => "正文之后的项目清单，作为一个方面读入", "a list after the body, read as a section";
        EmptySection => "这个方面没有任务", "this section has no task";
        NoStop { title } => "标题“{title}”后缺句号，按前后任务的写法断开", "no stop after the title {title:?}; it is cut where its neighbours end";
        ClauseTitle { title } => "段首没有标题句，以第一个分句“{title}”为标题", "the paragraph has no lead sentence; its first clause {title:?} is the title";
        BorrowedTitle { title } => "没有标题，借用措施的开头“{title}”", "no title; the beginning of its measure stands in: {title:?}";
        RunIn { count } => "从一段文字里按 {count} 个小标题句断开", "a running text was cut at {count} lead sentences";
        WholeText => "整段没有可靠的小标题句，作为一项任务读入", "a running text without sure lead sentences is read as one task";
        RunInLeft { count } => "段内还有 {count} 个像小标题的短句，按措施读", "{count} more short sentences in it look like leads; they are read as measures";
        Continued => "没有标题句的一段，归入前一项任务", "a paragraph without a lead sentence is read with the task before it";
        Unfinished => "句末没有标点，可能缺字", "no stop at the end; something may be missing";
        Hidden { mark } => "有看不见的字符 {mark}，没有收入", "a character that nobody sees, {mark}, was left out";
        NoGoal { quote } => "“{quote}”看不出目标是多少，只留文字", "{quote:?} says no goal that can be read; only the words are kept";
        NoOffice => "责任分工里没有单位名称", "no office is named";
    }
}
