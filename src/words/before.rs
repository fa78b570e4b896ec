//! What papers say before a meeting: 会议通知, 议程, 签到表.

sentences! {
    /// A sentence of a paper before a meeting.
    Before {
        Invitation { meeting } => "关于召开{meeting}的通知", "Invitation: {meeting}";
        InvitationName => "会议通知", "invitation";
        Agenda { meeting } => "{meeting}议程", "Agenda: {meeting}";
        AgendaName => "议程", "agenda";
        SignIn { meeting } => "{meeting}签到表", "Attendance: {meeting}";
        SignInName => "签到表", "sign-in";
        Opens { meeting } => "定于近日召开{meeting}，现将有关事项通知如下。", "{meeting} will be held as follows.";
        OpensOn { when, meeting } => "定于{when}召开{meeting}，现将有关事项通知如下。", "{meeting} will be held on {when} as follows.";
        When => "时间", "When";
        Where => "地点", "Where";
        Chair => "主持", "Chair";
        Who => "参加单位", "Who attends";
        Items => "议程", "Agenda";
        NoItems => "议程另行通知。", "The agenda will follow.";
        Reported { title, office } => "{title}（{office}）", "{title} ({office})";
        Restricted => "本议题不公开", "not for the public";
        HeldOn { day, place } => "{day}　{place}", "{day}, {place}";
    }
}

words! {
    /// A column of the sheet that people sign.
    SignIn {
        Nth => "序号", "No.";
        Who => "单位（职务）", "office or post";
        Expected => "出席/列席", "as";
        Name => "姓名", "name";
        Signature => "签名", "signature";
        Time => "时间", "time";
        Remark => "备注", "remarks";
    }
}
