//! What a record can lack.

words! {
    /// A gap.
    Gap {
        NoLead => "缺牵头", "no lead";
        NoDue => "缺时限", "no date";
        AssumedLead => "牵头未确认", "lead assumed";
        AssumedDue => "时限未确认", "due assumed";
        Pending => "待定", "to be settled";
        Vague => "含糊", "vague words";
        Outside => "名册外", "outside the roster";
        Finished => "已完成项", "on a finished row";
        TimesTen => "疑差十倍", "ten times off";
        Falls => "累计减少", "a total that falls";
        OtherUnit => "单位不同", "another unit";
        Many => "牵头过多", "leads too many";
        NotDiscussed => "未议", "not discussed";
    }
}
