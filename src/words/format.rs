//! Why a file cannot be read, and what to do about it.

use super::Lang;

sentences! {
    /// A fault that stops the reading of a file.
    Unread {
        TooBig { size, cap } => "文件有 {size} 字节，超过上限 {cap} 字节，没有读取", "the file has {size} bytes, more than the {cap} that are read; it was left alone";
        NotUtf8 { offset } => "字节偏移 {offset} 处不是 UTF-8 文本", "the byte at offset {offset} is no UTF-8 text";
        Control { mark } => "文件里有控制字符 {mark}", "the file contains the control character {mark}";
        Conflict { branch } => "git 合并冲突还没有解决：{branch}", "an unresolved git merge: {branch}";
        Newer { format, newest } => "这个文件的格式是第 {format} 版，本程序只认识到第 {newest} 版；需要更新的程序", "this file is of format {format} and this program knows {newest} at most; a newer program is needed";
        NoFormat { format } => "没有格式 {format}；格式从 1 开始", "there is no format {format}; formats begin at 1";
        TooDeep { limit } => "括号嵌套超过 {limit} 层", "brackets are nested more than {limit} deep";
        UnknownField { field } => "这里没有字段 {field}", "there is no field {field} here";
        DuplicateField { field, line } => "字段 {field} 写了两次（第一次在第 {line} 行）", "the field {field} is written twice (first in line {line})";
        DuplicateKey { key, line } => "键 {key} 写了两次（第一次在第 {line} 行）", "the key {key} is written twice (first in line {line})";
        MissingField { field } => "这里缺少字段 {field}", "the field {field} is missing here";
        UnknownVariant { found } => "这里不能写 {found}", "{found} cannot stand here";
        BadEscape => "字符串里的反斜杠写法不对", "the backslash in this string is followed by nothing known";
        BadDate => "没有这样的日期", "there is no such day";
        NumberTooBig => "这个数字太大或太小", "this number is out of range";
        NoQuotes => "这里不加引号", "no quotes here";
        ListOpen { line } => "第 {line} 行的 [ 没有收尾，这里已是下一个字段", "the [ of line {line} is still open, and here the next field begins";
        OpenText => "这个字符串没有收尾的引号", "this string has no closing quote";
        OpenComment => "这段注释没有收尾的 */", "this comment has no closing */";
        OpenBracket { bracket, line } => "文件在此中断：第 {line} 行的 {bracket} 没有收尾", "the file ends here, and the {bracket} of line {line} is still open";
        WrongBracket { found, bracket, line } => "这里写了 {found}，而第 {line} 行打开的是 {bracket}", "{found} stands here, but line {line} opened {bracket}";
        StrayBracket { found } => "这个 {found} 没有对应的开头", "this {found} closes nothing";
        Empty => "文件是空的", "the file is empty";
        Trailing => "内容已经结束，后面还有多余的文字", "the content has ended, and more text follows";
        FullWidth { found } => "这里是全角标点 {found}", "{found} is full-width punctuation";
        NoExtension { name } => "没有名为 {name} 的 RON 扩展", "there is no RON extension {name}";
        Other { reason } => "读不懂：{reason}", "cannot be read: {reason}";
    }
}

sentences! {
    /// What to do about an [`Unread`].
    Mend {
        Did { name } => "是不是 {name}？", "did you mean {name}?";
        OneOf { names } => "可以写：{names}", "possible here: {names}";
        HalfWidth { found, ascii } => "把全角标点 {found} 改成半角 {ascii}", "write the half-width {ascii} instead of {found}";
        Quote { text } => "写成 \"{text}\"", "write \"{text}\"";
        Utf16 => "文件像是 UTF-16 编码；请另存为 UTF-8", "this looks like UTF-16; save it as UTF-8";
        Gbk => "文件像是 GBK 编码；请另存为 UTF-8", "this looks like GBK; save it as UTF-8";
        SaveUtf8 => "请另存为 UTF-8 文本", "save it as UTF-8 text";
        DropControl => "请删掉这个字符；不要从网页或 Word 直接粘贴", "remove the character; do not paste straight from a web page or a word processor";
        Resolve => "留下要的一边，删去 <<<<<<<、=======、>>>>>>> 这几行", "keep the side that you want and delete the lines <<<<<<<, ======= and >>>>>>>";
        Restore => "文件可能没有存完；可用 git checkout 取回上一版", "the file may have been cut off; git checkout brings back the last version";
        KeepOne => "留下一个，删去另一个", "keep one of them and delete the other";
        AddField { field } => "请补上一行 {field}: …,", "add a line {field}: …,";
        CloseQuote => "请在这一行末尾补上半角引号 \"", "close it with \" in this line";
        CloseList => "请在这一行前面补上 ],", "write ], before this line";
        Day => "日期写成 \"2023-09-15\"", "write a day as \"2023-09-15\"";
        Backslash => "反斜杠要写成 \\\\，引号写成 \\\"", "write a backslash as \\\\ and a quote as \\\"";
        Flat => "这样的文件不是计划，也不是存档", "such a file is neither a plan nor a snapshot";
    }
}

words! {
    /// What the reader wanted at a place. The English word is also the one that the types of the
    /// lower rooms give to their reader, and by which it is found again: [`Wanted::of`].
    Wanted {
        Row => "编号，如 \"1\"、\"1.2\"、\"1.2.2\"、\"1.2/1\" 或 \"0/1\"", "a row like \"1\", \"1.2\", \"1.2.2\", \"1.2/1\" or \"0/1\"";
        TitledRow => "一行计划：编号、空格、标题", "a row: its number, a space, its title";
        Decimal => "带引号的普通小数，如 \"23.9\"", "a plain decimal in quotes, like \"23.9\"";
        Months => "月份，如 \"2023-01..2023-08\"", "months like \"2023-01..2023-08\"";
        Month => "月份，如 \"2023-08\"", "a month like \"2023-08\"";
        RowOrRecord => "一行计划（1.4 和标题）或一条议定（2023-09-15/2）", "a row (1.4 and its title) or a record (2023-09-15/2)";
        Due => "时限，如 \"2023-10-31\"、\"2023-10-31 14:00\"、\"每月5日\" 或 \"每周五\"", "a due: \"2023-10-31\", \"2023-10-31 14:00\", \"每月5日\" or \"每周五\"";
        Seal => "sha256: 和 64 位小写十六进制数字", "sha256: and 64 small hexadecimal digits";
        Key => "由小写字母、数字和 - 组成的编号，如 \"tcj\"", "a key of small letters, digits and -, like \"tcj\"";
        Text => "带半角引号 \" \" 的文字", "text in half-width quotes \" \"";
        Integer => "整数", "an integer";
        Boolean => "逻辑值 true 或 false", "true or false";
        List => "列表 [ ]", "a list [ ]";
        ListEnd => "逗号或列表的收尾 ]", "a comma or the list's closing ]";
        Struct => "圆括号 ( )", "round brackets ( )";
        StructEnd => "逗号或收尾的 )", "a comma or the closing )";
        Map => "对照表 { }", "a map { }";
        MapEnd => "逗号或对照表的收尾 }", "a comma or the map's closing }";
        Colon => "冒号 :", "a colon :";
        Comma => "逗号 ,", "a comma ,";
        Name => "字段名", "a field's name";
        Attribute => "文件首行 #![enable(implicit_some)]", "#![enable(implicit_some)]";
        Unit => "空括号 ()", "empty brackets ()";
    }
}

/// What stopped the reading: a fault of the text, or something else wanted than what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// A fault of the text.
    Fault(Unread),
    /// Something else was wanted.
    Wanted(Wanted),
}

impl Stop {
    /// The sentence in a language.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Fault(fault) => fault.text(lang),
            Self::Wanted(wanted) => Expected::Here { wanted: wanted.text(lang).into() }.text(lang),
        }
    }
}

impl From<Unread> for Stop {
    fn from(fault: Unread) -> Self {
        Self::Fault(fault)
    }
}

sentences! {
    /// The sentence around a [`Wanted`].
    Expected {
        Here { wanted } => "这里应当是{wanted}", "expected {wanted} here";
    }
}

impl Wanted {
    /// The word whose English is `english`.
    pub fn of(english: &str) -> Option<Self> {
        use Wanted::{Decimal, Due, Key, Map, Month, Months, Row, RowOrRecord, Seal, TitledRow};
        [Row, TitledRow, RowOrRecord, Due, Seal, Decimal, Month, Months, Key, Map]
            .into_iter()
            .find(|wanted| wanted.text(Lang::En) == english)
    }
}

sentences! {
    /// Why a snapshot's seal does not hold.
    Unsealed {
        Missing => "文件末尾没有封印；可能没有存完，或者末尾被删改，可用 git checkout 取回", "there is no seal at the end of the file; it was cut off or its end was edited, and git checkout brings it back";
        Altered => "封印与内容不符：存档之后被改过；可用 git checkout 取回原件", "the seal does not match: the file was changed after it was sealed; git checkout brings the original back";
        LineEnds => "只是行尾被换成了 CRLF：请在 .gitattributes 写 snapshots/*.ron -text，再 git checkout 取回", "only the line ends were turned into CRLF: write `snapshots/*.ron -text` into .gitattributes and git checkout the file";
    }
}

words! {
    /// The words that open the lines of an excerpt.
    Excerpt {
        Fault => "错误", "error";
        Help => "办法", "help";
    }
}
