//! Why a number of a report is no target, and what is doubtful about one that is.

words! {
    /// Why a number is no target.
    NotATarget {
        Date => "年份或日期", "a date";
        Duration => "时间长度", "a length of time";
        Age => "年龄", "an age";
        Ordinal => "次序", "a rank";
        Class => "等级、期次或型号", "a class, a phase or a model";
        Name => "并称的说法", "a set phrase";
        Congress => "会议届次", "the number of a congress";
        Code => "代号或号码", "a code";
        Mechanism => "机制名称", "the name of a mechanism";
        Quoted => "引号或书名号里的说法", "a quoted phrase";
        Footnote => "注释标记", "a footnote mark";
        Article => "“一”不作数目讲", "the article";
        Slogan => "概括的说法", "a way of summing up";
        Vague => "不确定的数", "no definite number";
        Ratio => "比例", "a ratio";
        PerUnit => "按每多少计", "the base of a rate";
        NoUnit => "没有单位", "without a unit";
        NoMetric => "不知道是什么的数", "nothing is counted";
        Baseline => "原来的数", "where it starts";
        Past => "已有的结果", "a result so far";
        Scope => "说明范围或对象", "what is acted on";
        Threshold => "限定对象的标准", "what its subject is like";
        Review => "不在计划部分", "outside the plan";
    }
}

words! {
    /// What is doubtful about a target.
    Unsure {
        Uneven => "“分别”前后的个数对不上", "names and values differ in number";
        Shared => "几个名称共一个数", "one number for several names";
        Members => "列出的名称比数目多", "more names than the number says";
        UnitsDiffer => "前后单位不同", "two units";
        UnitMissing => "没有单位", "without a unit";
        LongMetric => "指标名称太长", "the metric is long";
        NoVerb => "只提到，没有说要做", "only mentioned";
        OtherYear => "可能不是当年的目标", "perhaps for another year";
        Describes => "可能只是说明对象", "perhaps it only describes";
        HanCount => "汉字数目，可能是概括的说法", "perhaps only a way of speaking";
        English => "英文句子，请核对", "an English sentence";
    }
}
