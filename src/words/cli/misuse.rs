//! What is wrong with a call, what to do about it, and what the program says when it ends badly.

sentences! {
    /// What is wrong with a call.
    Misuse {
        NoSuchCommand { name } => "没有“{name}”这个命令", "there is no command {name:?}";
        NoSuchOption { name } => "不认识“{name}”", "{name:?} is not known here";
        NotAmong { name, value, among } => "{name} 不能是“{value}”，只能是 {among}", "{name} cannot be {value:?}; it is one of {among}";
        Missing { names } => "还缺 {names}", "{names} is missing";
        MissingCommand { names } => "后面要跟一个命令：{names}", "a command must follow: {names}";
        NoValue { name } => "{name} 后面要有一个值", "{name} needs a value";
        Twice { name } => "{name} 写了两次，或与别的选项冲突", "{name} stands twice, or conflicts with another option";
        NoFormat { format, among } => "这个命令没有 {format} 格式，只有 {among}", "this command has no format {format}; it has {among}";
        NotADate { name, value } => "{name} 的“{value}”不是日期，请写成 2023-09-15", "{name}: {value:?} is not a date; write it as 2023-09-15";
        NotAWidth { value } => "--width 不能是“{value}”，请写 20 至 1000 的整数", "--width cannot be {value:?}; give a whole number from 20 to 1000";
        NotAReading { value } => "“{value}”里没有等号；请写 位置=数值，如 1.2/1=305", "{value:?} has no equals sign; write PLACE=VALUE, as 1.2/1=305";
        NotASettling { value } => "“{value}”看不懂；请写冲突的序号，如 1,3 或 all，另定写 1=10-31", "{value:?} is not understood; write numbers of conflicts, as 1,3 or all, and 1=10-31 for something else";
        NotACorrection { value } => "“{value}”里没有等号；请写 字段=内容，如 主持=区长", "{value:?} has no equals sign; write FIELD=VALUE, as chair=Mayor";
        NoPlace { value } => "第一个词“{value}”不是位置；请先写位置，如 1.4，不挂任何一行写 0", "the first word {value:?} is no place; begin with one, as 1.4, or 0 for no row";
        NothingToRead => "还缺 位置=数值；从表里读写 --csv 文件", "PLACE=VALUE is missing; --csv FILE reads a table";
        NobodyToAssign => "还缺 位置 和 @牵头；从表里读写 --csv 文件", "PLACE and @LEAD are missing; --csv FILE reads a table";
        NotWithTable { value } => "有 --csv 就不能再写“{value}”", "{value:?} cannot stand beside --csv";
        DryWithoutTable => "--dry-run 只与 --csv 一起用", "--dry-run goes with --csv only";
        NotANumber { value } => "“{value}”不是序号，请写 1 以上的整数", "{value:?} is no number of an item; write a whole number from 1";
        OneSide => "--ours、--theirs 只和 --again 一起用，而且只能写一个", "--ours and --theirs go with --again, and only one of them";
        OneInstead => "--for 只能有一个人名", "--for takes one name";
        NoText => "只有位置，没有内容；请在位置之后写内容", "there are places but no text; write the text after them";
        NoLead { value } => "“{value}”前面没有 @ 或 +；请写 @牵头 +配合", "{value:?} has neither @ nor + before it; write @LEAD +SUPPORT";
        NoReason => "人工亮灯要写明原因：--reason 文字", "a light set by hand needs a reason: --reason TEXT";
        NotUnicode => "有一个词不是 UTF-8 文字", "one of the words is not UTF-8 text";
        NotOf { what } => "这种文稿没有“{what}”这一项", "this paper takes no {what:?}";
        NotPrinted { form } => "{form} 不能打印在这里；写 -o 文件 或 --out 目录", "{form} cannot be printed here; give -o FILE or --out DIR";
        NoForm { form, among } => "这种文稿不能写成 {form}，只有 {among}", "this paper has no form {form}; it has {among}";
        Other { what } => "看不懂这个写法：{what}", "this call is not understood: {what}";
    }
}

sentences! {
    /// What to do about a wrong call.
    Advice {
        DidYouMean { name } => "是不是要写 {name}？", "did you mean {name}?";
        Dashes => "以 - 开头的内容，前面加 --，如 decide 1.4 -- '-5%以内'", "put -- before text that begins with a dash: decide 1.4 -- '-5% at most'";
        Tables => "表格用 list，如 yiding list tasks --format csv", "tables come from list, as yiding list tasks --format csv";
        See { call } => "写法见 {call}", "see {call}";
    }
}

sentences! {
    /// What the program says of itself when it ends badly.
    Program {
        NotPrinted { why } => "输出没有写完：{why}；记录不受影响，请换一处再写", "the output could not be written: {why}; no record is affected, write it elsewhere";
    }
}
