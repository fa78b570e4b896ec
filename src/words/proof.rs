//! What comparing a plan with its report shows.

sentences! {
    /// How a text of the plan differs from the report.
    Doubt {
        Differs { after, plan, report } => "“{after}”之后，计划写“{plan}”，报告写“{report}”", "after {after:?} the plan has {plan:?} and the report {report:?}";
        Begins { plan, report } => "开头计划写“{plan}”，报告写“{report}”", "the plan begins with {plan:?} and the report with {report:?}";
        Elsewhere { text } => "报告里这段文字在别处，不在这个次序上：{text}", "the report has this text in another place: {text}";
        NotThere { text } => "报告里没有这段文字：{text}", "the report does not have this text: {text}";
        NotQuoted { text } => "目标引文不是所在句子的原话：{text}", "the target's phrase does not quote its sentence: {text}";
    }
}

sentences! {
    /// The lines that a comparison is told in.
    Proven {
        Holds { count } => "计划的 {count} 段文字依次就是报告的正文，一字不差，没有遗漏", "the plan's {count} texts are the report's body, in order, word for word, nothing left out";
        Fails { missing, altered } => "计划与报告不一致：报告有而计划没有 {missing} 处，计划与报告不同 {altered} 处", "plan and report differ: {missing} texts of the report are not in the plan, {altered} texts of the plan are not the report's";
        Structure { count, list } => "结构（标记和标题后的句号）{count} 处：{list}", "structure (markers, stops after titles), {count}: {list}";
        Outside { count } => "正文之外 {count} 行：", "outside the body, {count} lines:";
        Missing { text } => "计划里没有这段文字：{text}", "the plan does not have this text: {text}";
        Altered { at, doubt } => "{doubt}（报告 {at}）", "{doubt} (report {at})";
    }
}
