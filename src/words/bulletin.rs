//! What a 督查通报 and a 交办单 say.

sentences! {
    /// A sentence of a bulletin.
    Bulletin {
        Title { plan } => "{plan}推进情况督查通报", "Progress of {plan}";
        Name => "督查通报", "bulletin";
        Opens { day, policy } => "现将截至{day}的推进情况通报如下。亮灯规则：{policy}。", "How things stand on {day}, by the rule {policy}.";
        Matters => "议定事项办理情况", "Decisions";
        Counted { all, done, percent, open, rest } => "确定事项{all}件，已办结{done}件、占{percent}%，正在办理{open}件、占{rest}%。", "Of {all} matters {done} are done ({percent}%) and {open} are being carried out ({rest}%).";
        Dropped { count } => "另有{count}件废止，不计在内。", "{count} more were dropped and are not counted.";
        NoMatters => "没有需要办理的事项。", "There are no matters to be carried out.";
        Lights { lights } => "正在办理的事项：{lights}。", "Of those being carried out: {lights}.";
        Lit { light, count } => "{light}{count}件", "{count} {light}";
        LitTargets { light, count } => "{light}{count}项", "{count} {light}";
        Unlit { count } => "人工评判{count}项", "{count} left to people";
        Late { light, items } => "{light}：{items}（序号同督办台账）。", "{light}: {items} (numbered as in the ledger).";
        Nth { numbers, office } => "第{numbers}件（{office}）", "{numbers} ({office})";
        Targets => "目标进展情况", "Targets";
        CountedTargets { all, lights } => "目标共{all}项：{lights}。", "Of {all} targets: {lights}.";
        Offices => "滞后逾期事项较多的单位", "Offices with most late matters";
        OfOffice { office, count } => "{office}{count}件", "{office} {count}";
        Sheets => "督办单", "Supervision sheets";
        Issued { all, blue, yellow, red } => "累计发督办单{all}张：蓝单{blue}张、黄单{yellow}张、红单{red}张。", "{all} sheets were issued: {blue} blue, {yellow} yellow, {red} red.";
        NoSheets => "没有发过督办单。", "No sheets were issued.";
        Nobody => "没有牵头单位", "nobody";
    }
}

sentences! {
    /// A sentence of a notice to an office.
    NoticeOf {
        Title => "议定事项交办单", "Notice of decisions";
        Name { office } => "交办单-{office}", "notice-{office}";
        AllName => "交办单", "notices";
        To { office } => "{office}：", "To {office}:";
        Opens { meetings, count } => "{meetings}议定事项中，由你单位牵头或配合的有{count}项，现予交办。请按时限办理，按要求反馈进展情况、存在问题和下一步措施。", "Of what {meetings} decided, {count} are yours to lead or to help with. Please carry them out in time and report progress, problems and next steps.";
        Leads => "牵头事项", "To lead";
        Helps => "配合事项", "To help with";
        NoneFor => "这些会议没有要交办的事项", "these meetings left nothing to be sent out";
    }
}
