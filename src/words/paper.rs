//! What papers say besides what is on record: minutes and their parts.

words! {
    /// A word of a paper.
    Paper {
        Minutes => "会议纪要", "Minutes";
        Session => "纪要", "Minutes";
        Draft => "送审稿", "draft for approval";
        Rehearsal => "演练", "rehearsal";
        Copies => "抄送", "Copies to";
        OtherMatters => "其他事项", "Other matters";
        Leads => "牵头", "led by";
        Helps => "配合", "with";
        Listed => "、", ", ";
        Colon => "：", ": ";
        Stop => "。", ".";
        NoDate => "年　月　日", "";
    }
}

words! {
    /// What the styles of a document are called.
    Style {
        Mark => "纪要标志", "mark";
        Number => "编号", "number";
        Organ => "发文机关和日期", "organ and date";
        Title => "公文标题", "paper title";
        Standing => "稿件状态", "standing";
        First => "一级标题", "level 1";
        Second => "二级标题", "level 2";
        Third => "三级和正文", "level 3 and text";
        Fourth => "四级", "level 4";
        Signed => "落款", "signature";
        Roll => "出席请假列席", "attendance";
        Foot => "版记", "imprint";
        Copies => "版记抄送", "imprint copies";
        PageOdd => "单页码", "odd page";
        PageEven => "双页码", "even page";
    }
}

sentences! {
    /// A sentence of a paper, or a part of one.
    PaperSays {
        Day { year, month, day } => "{year}年{month}月{day}日", "{day} {month} {year}";
        Times { day, from, to } => "{day}{from}至{to}", "{day} from {from} to {to}";
        Since { day, from } => "{day}{from}", "{day} from {from}";
        Number { number } => "第{number}期", "No. {number}";
        Range { first, last } => "{first}至{last}", "{first} to {last}";
        Nth { number, series } => "第{number}次{series}", "{series} No. {number}";
        NthToNth { first, last, series } => "第{first}次至第{last}次{series}", "{series} No. {first} to {last}";
        Marked { words } => "（{words}）", "({words})";
        Place { place } => "在{place}", " in {place}";
        Chaired { when, chair, place, meeting } => "{when}，{chair}{place}主持召开{meeting}", "{chair} chaired {meeting} on {when}{place}";
        Held { when, place, meeting } => "{when}，{meeting}{place}召开", "{meeting} was held on {when}{place}";
        InSittings { meeting, sittings } => "{meeting}分段召开：{sittings}", "{meeting} was held in several sittings: {sittings}";
        SittingUnder { when, chair, place } => "{when}由{chair}{place}主持", "{when} under {chair}{place}";
        SittingAt { when, place } => "{when}{place}召开", "{when}{place}";
        HeardOne { what } => "，听取了{what}", ", and heard {what}";
        HeardMany { what, count } => "，听取了{what}等{count}项汇报", ", and heard {count} reports, the first {what}";
        Report { title } => "关于{title}的汇报", "a report on {title}";
        Heard { who, what } => "会议听取了{who}{what}。", "The meeting heard {who} with {what}.";
        AlsoHeard { what } => "会议还听取了{what}。", "The meeting also heard {what}.";
        Settled => "会议议定：", "The meeting decided: ";
        Required => "会议要求：", "The meeting required: ";
        Others => "会议还研究了其他事项。", "The meeting also went through other matters.";
        Follows => "现将会议议定事项纪要如下：", "Its decisions are set out below.";
        Nothing => "会议没有形成议定事项。", "The meeting made no decisions.";
        PutOff { title, state } => "“{title}”{state}。", "“{title}” was {state}.";
        PutOffBecause { title, state, reason } => "“{title}”{state}：{reason}。", "“{title}” was {state}: {reason}.";
        Answered { word, text } => "{word}：{text}", "{word}: {text}";
        Lead { names } => "由{names}牵头", "led by {names}";
        Support { names } => "{names}配合", "with {names}";
        DueBy { when } => "{when}前完成", "by {when}";
        DueEach { when } => "时限为{when}", "due {when}";
        DueWords { words } => "{words}办理", "{words}";
        NodeBy { when, what } => "{when}前，{what}", "by {when}: {what}";
        Pending => "（待定）", " (to be settled)";
        InPlaceOf { day, text } => "{day}议定的“{text}”不再执行", "in place of “{text}” of {day}";
        Consent { who } => "经{who}同意", "with the consent of {who}";
        Short { full, short } => "{full}（以下简称{short}）", "{full} (“{short}”)";
        InsteadOf { name, substitute } => "{name}（{substitute}代）", "{name} (represented by {substitute})";
        Issued { day } => "{day}印发", "Issued {day}";
        CorrectedLater { day, who, was, now } => "签发后更正（{day}，经{who}同意）：“{was}”更正为“{now}”。", "Corrected after signing ({day}, with the consent of {who}): “{was}” reads “{now}”.";
    }
}
