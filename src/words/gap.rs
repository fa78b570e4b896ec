//! What a record can lack.

words! {
    /// A gap.
    Gap {
        NoLead => "缺牵头", "no lead";
        NoDue => "缺时限", "no date";
        AssumedLead => "牵头未确认", "lead assumed";
        AssumedDue => "时限未确认", "due assumed";
        Pending => "待定", "to be settled";
        Outside => "名册外", "outside the roster";
    }
}
