//! What a person reads for each way in which a file can be wrong.

use proptest::prelude::*;

use crate::format::ron::{Limits, read};
use crate::plan::Plan;
use crate::words::Lang;

mod files;

const PLAN: &str = r#"#![enable(implicit_some)]
(
  format: 1,
  id: "x",
  title: "题",
  period: (
    from: "2023-01-01",
    to: "2023-12-31",
  ),
  guidance: ["一。"],
  headline: [
    (
      id: "0/1",
      metric: "增速",
      comparator: about,
      value: "6",
      unit: "%",
      kind: rate,
      text: "一",
    ),
  ],
  sections: [],
  roster: (
    offices: {
      "tcj": (
        short: "投促局",
        full: "道里区投资促进局",
        order: 10,
      ),
    },
  ),
)
"#;

/// `line:column+width what（hint）` of a plan that cannot be read.
fn fault(bytes: &[u8], lang: Lang) -> String {
    let fault = read::<Plan>(bytes, Limits::of(1)).unwrap_err();
    let what = fault.what.text(lang);
    let hint = fault.hint.map_or_else(String::new, |hint| format!(" | {}", hint.text(lang)));
    format!("{}:{}+{} {what}{hint}", fault.line, fault.column, fault.width)
}

fn edited(from: &str, to: &str) -> String {
    assert!(PLAN.contains(from), "{from}");
    PLAN.replacen(from, to, 1)
}

fn assert_faults(lang: Lang, cases: &[(&str, &str, &str)]) {
    for (from, to, want) in cases {
        assert_eq!(fault(edited(from, to).as_bytes(), lang), *want, "{to}");
    }
}

#[test]
fn a_field_unknown_doubled_or_missing() {
    assert_faults(
        Lang::Zh,
        &[
            ("  id: \"x\",", "  idd: \"x\",", "4:3+3 这里没有字段 idd | 是不是 id？"),
            (
                "  id: \"x\",",
                "  hello: \"x\",",
                "4:3+5 这里没有字段 hello | 可以写：format id title short organ rehearsal period guidance headline sections defects series letterhead policy policies seasons holidays roster",
            ),
            (
                "  id: \"x\",",
                "  id: \"x\",\n  id: \"y\",",
                "5:3+2 字段 id 写了两次（第一次在第 4 行） | 留下一个，删去另一个",
            ),
            ("  id: \"x\",\n", "", "3:3+6 这里缺少字段 id | 请补上一行 id: …,"),
            ("      metric: \"增速\",\n", "", "13:7+2 这里缺少字段 metric | 请补上一行 metric: …,"),
            ("  sections: [],\n", "", "3:3+6 这里缺少字段 sections | 请补上一行 sections: …,"),
        ],
    );
}

#[test]
fn a_value_of_another_kind() {
    assert_faults(
        Lang::Zh,
        &[
            ("id: \"x\"", "id: x", "4:7+1 这里应当是带半角引号 \" \" 的文字 | 写成 \"x\""),
            ("id: \"x\"", "id: 3", "4:7+1 这里应当是带半角引号 \" \" 的文字 | 写成 \"3\""),
            ("format: 1", "format: \"1\"", "3:11+3 这里应当是整数"),
            (
                "format: 1",
                "format: 2",
                "3:11+1 这个文件的格式是第 2 版，本程序只认识到第 1 版；需要更新的程序",
            ),
            ("format: 1", "format: 0", "3:11+1 没有格式 0；格式从 1 开始"),
            ("format: 1", "format: -1", "3:11+2 这个数字太大或太小"),
            ("format: 1", "format: 99999999999", "3:11+11 这个数字太大或太小"),
            ("order: 10", "order: 70000", "28:16+5 这个数字太大或太小"),
            ("order: 10", "order: 1x", "28:16+2 这里应当是整数"),
            ("order: 10", "order: 1.5", "28:16+3 这里应当是整数"),
            ("value: \"6\"", "value: \"6%\"", "16:14+4 这里应当是带引号的普通小数，如 \"23.9\""),
            ("value: \"6\"", "value: 6", "16:14+1 这里应当是带半角引号 \" \" 的文字 | 写成 \"6\""),
            ("comparator: about", "comparator: abuot", "15:19+5 这里不能写 abuot | 是不是 about？"),
            (
                "comparator: about",
                "comparator: 左右",
                "15:19+2 这里不能写 左右 | 可以写：exactly about at_least at_most more_than range from_to in_step up_only down_only complete avert issued",
            ),
            ("comparator: about", "comparator: \"about\"", "15:19+7 这里不加引号"),
            ("kind: rate", "kind: rat", "18:13+3 这里不能写 rat | 是不是 rate？"),
            (
                "from: \"2023-01-01\"",
                "from: \"2023-13-01\"",
                "7:11+12 没有这样的日期 | 日期写成 \"2023-09-15\"",
            ),
            (
                "from: \"2023-01-01\"",
                "from: \"一月\"",
                "7:11+4 没有这样的日期 | 日期写成 \"2023-09-15\"",
            ),
            (
                "from: \"2023-01-01\"",
                "from: 2023-01-01",
                "7:11+10 这里应当是带半角引号 \" \" 的文字 | 写成 \"2023-01-01\"",
            ),
            (
                "id: \"0/1\"",
                "id: \"0.1\"",
                "13:11+5 这里应当是编号，如 \"1\"、\"1.2\"、\"1.2.2\"、\"1.2/1\" 或 \"0/1\"",
            ),
        ],
    );
}

#[test]
fn a_list_or_a_comma() {
    assert_faults(
        Lang::Zh,
        &[
            ("guidance: [\"一。\"]", "guidance: \"一。\"", "10:13+4 这里应当是列表 [ ]"),
            ("guidance: [\"一。\"]", "guidance: (\"一。\")", "10:13+1 这里应当是列表 [ ]"),
            ("guidance: [\"一。\"]", "guidance: [\"一。\" \"二。\"]", "10:18+1 这里应当是逗号 ,"),
            (
                "guidance: [\"一。\"]",
                "guidance: [\"一。\"",
                "11:3+8 第 10 行的 [ 没有收尾，这里已是下一个字段 | 请在这一行前面补上 ],",
            ),
            (
                "guidance: [\"一。\"]",
                "guidance: [\"一。)",
                "10:14+5 这个字符串没有收尾的引号 | 请在这一行末尾补上半角引号 \"",
            ),
            (
                "guidance: [\"一。\"]",
                "guidance: [\"一。\")",
                "10:18+1 这里写了 )，而第 10 行打开的是 [",
            ),
            ("  id: \"x\",", "  id: \"x\"", "4:10+1 这里应当是逗号 ,"),
        ],
    );
}

#[test]
fn colons_commas_and_full_width_marks() {
    assert_faults(
        Lang::Zh,
        &[
            ("  id: \"x\",", "  id \"x\",", "4:6+3 这里应当是冒号 :"),
            ("  id: \"x\",", "  id：\"x\",", "4:5+1 这里是全角标点 ： | 把全角标点 ： 改成半角 :"),
            (
                "  id: \"x\",",
                "  id: \"x\"，",
                "4:10+1 这里是全角标点 ， | 把全角标点 ， 改成半角 ,",
            ),
            ("  id: \"x\",", "  id: “x”,", "4:7+1 这里是全角标点 “ | 把全角标点 “ 改成半角 \""),
            (
                "  id: \"x\",",
                "  id: \"x”,",
                "4:7+4 这个字符串没有收尾的引号 | 把全角标点 ” 改成半角 \"",
            ),
            ("  id: \"x\",", "  id: 'x',", "4:7+1 这里应当是带半角引号 \" \" 的文字"),
            ("period: (", "period: （", "6:11+1 这里是全角标点 （ | 把全角标点 （ 改成半角 ("),
        ],
    );
}

#[test]
fn maps_and_their_keys() {
    assert_faults(
        Lang::Zh,
        &[
            ("offices: {", "offices: (", "24:14+1 这里应当是对照表 { }"),
            ("offices: {", "offices: [", "24:14+1 这里应当是对照表 { }"),
            (
                "      \"tcj\": (",
                "      \"tcj\": (\n short: \"\", full: \"\", order: 1),\n      \"tcj\": (",
                "27:7+5 键 tcj 写了两次（第一次在第 25 行） | 留下一个，删去另一个",
            ),
            (
                "\"tcj\": (",
                "\"投促局\": (",
                "25:7+5 这里应当是由小写字母、数字和 - 组成的编号，如 \"tcj\"",
            ),
            ("\"tcj\": (", "tcj: (", "25:7+3 这里应当是带半角引号 \" \" 的文字 | 写成 \"tcj\""),
            ("\"tcj\": (", "\"tcj\" (", "25:13+1 这里应当是冒号 :"),
            ("sections: []", "sections: [\"a\\q\"]", "22:14+5 这里应当是圆括号 ( )"),
        ],
    );
}

#[test]
fn backslashes_and_open_quotes() {
    assert_faults(
        Lang::Zh,
        &[
            (
                "id: \"x\"",
                "id: \"a\\q\"",
                "4:9+2 字符串里的反斜杠写法不对 | 反斜杠要写成 \\\\，引号写成 \\\"",
            ),
            (
                "id: \"x\"",
                "id: \"C:\\Users\"",
                "4:10+2 字符串里的反斜杠写法不对 | 反斜杠要写成 \\\\，引号写成 \\\"",
            ),
            (
                "id: \"x\"",
                "id: \"x",
                "4:7+3 这个字符串没有收尾的引号 | 请在这一行末尾补上半角引号 \"",
            ),
        ],
    );
}

#[test]
fn the_outermost_brackets_and_the_first_line() {
    assert_faults(
        Lang::Zh,
        &[
            ("(\n  format", "{\n  format", "2:1+1 这里应当是圆括号 ( )"),
            ("(\n  format", "Book(\n  format", "2:1+4 这里应当是圆括号 ( )"),
            ("(\n  format", "[\n  format", "2:1+1 这里应当是圆括号 ( )"),
        ],
    );
}

proptest! {
    /// Any text whatever gives a value or a place inside the text.
    #[test]
    fn no_text_breaks_the_reader(start in 0..PLAN.len(), length in 0_usize..40, junk in junk()) {
        let chars: Vec<char> = PLAN.chars().collect();
        let start = start.min(chars.len());
        let end = (start + length).min(chars.len());
        let text: String =
            chars[..start].iter().chain(&junk).chain(&chars[end..]).collect();
        if let Err(fault) = read::<Plan>(text.as_bytes(), Limits::of(1)) {
            prop_assert!(fault.line <= text.lines().count() + 1, "{fault:?}");
            prop_assert!(fault.width >= 1);
        }
    }
}

/// Marks that mean something to a reader of RON, and some that do not.
fn junk() -> impl Strategy<Value = Vec<char>> {
    proptest::collection::vec(
        proptest::sample::select("()[]{},:\"\\'/*#r!甲：“\n\t0-.x".chars().collect::<Vec<_>>()),
        0..12,
    )
}
