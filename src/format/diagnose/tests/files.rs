//! Files that are wrong as a whole: merged, cut, foreign, of the future, too large.

use super::*;

#[test]
fn what_a_merge_or_a_cut_leaves_behind() {
    assert_faults(
        Lang::Zh,
        &[
            (
                "  id: \"x\",",
                "<<<<<<< HEAD\n  id: \"x\",\n=======\n  id: \"y\",\n>>>>>>> feature",
                "4:1+7 git 合并冲突还没有解决：HEAD | 留下要的一边，删去 <<<<<<<、=======、>>>>>>> 这几行",
            ),
            (
                "#![enable(implicit_some)]",
                "#![enable(implicit_sum)]",
                "1:11+12 没有名为 implicit_sum 的 RON 扩展",
            ),
            (
                "#![enable(implicit_some)]",
                "#![implicit_some]",
                "1:4+13 这里应当是文件首行 #![enable(implicit_some)]",
            ),
            ("  ),\n)\n", "  ),\n)\n)\n", "33:1+1 这个 ) 没有对应的开头"),
            ("  ),\n)\n", "  ),\n)\nmore\n", "33:1+4 内容已经结束，后面还有多余的文字"),
            (
                "  ),\n)\n",
                "  ),\n",
                "31:5+1 文件在此中断：第 2 行的 ( 没有收尾 | 文件可能没有存完；可用 git checkout 取回上一版",
            ),
            (
                "  ),\n)\n",
                "",
                "30:7+1 文件在此中断：第 23 行的 ( 没有收尾 | 文件可能没有存完；可用 git checkout 取回上一版",
            ),
            ("  id: \"x\",", "  id: \"x\", /* ...", "4:12+6 这段注释没有收尾的 */"),
            (
                "  id: \"x\",",
                "  id: \"\0\",",
                "4:8+1 文件里有控制字符 <0000> | 请删掉这个字符；不要从网页或 Word 直接粘贴",
            ),
            (
                "  id: \"x\",",
                "  id: \"\u{1b}[2J\",",
                "4:8+1 文件里有控制字符 <001B> | 请删掉这个字符；不要从网页或 Word 直接粘贴",
            ),
        ],
    );
}

#[test]
fn stray_marks() {
    assert_faults(
        Lang::Zh,
        &[
            ("  id: \"x\",", "  # id: \"x\",", "4:3+1 这里应当是字段名"),
            ("  id: \"x\",", "  ,", "4:3+1 这里应当是字段名"),
            ("  id: \"x\",", "  id: ,", "4:7+1 这里应当是带半角引号 \" \" 的文字"),
            ("  id: \"x\",", "  id: \"x\",,", "4:11+1 这里应当是字段名"),
            (
                "  sections: []",
                "  rehearsal: yes,  sections: []",
                "22:14+3 这里应当是逻辑值 true 或 false",
            ),
            ("  sections: []", "  sections: [()]", "22:14+1 这里缺少字段 id | 请补上一行 id: …,"),
            ("  sections: []", "  sections: {}", "22:13+1 这里应当是列表 [ ]"),
        ],
    );
}

#[test]
fn files_that_are_no_plan_at_all() {
    let cases: &[(&[u8], &str)] = &[
        (b"", "1:1+1 文件是空的"),
        (b" \n", "1:1+1 文件是空的"),
        (b"// a\n", "1:1+1 文件是空的"),
        ("\u{feff}".as_bytes(), "1:1+1 文件是空的"),
        (b"x", "1:1+1 这里应当是圆括号 ( )"),
        (
            b"(",
            "1:2+1 文件在此中断：第 1 行的 ( 没有收尾 | 文件可能没有存完；可用 git checkout 取回上一版",
        ),
        (
            b"[[[[",
            "1:5+1 文件在此中断：第 1 行的 [ 没有收尾 | 文件可能没有存完；可用 git checkout 取回上一版",
        ),
        (b"(a: \"\xff\")", "1:6+1 字节偏移 5 处不是 UTF-8 文本 | 请另存为 UTF-8 文本"),
        (
            b"\xff\xfe(\0",
            "1:1+1 字节偏移 0 处不是 UTF-8 文本 | 文件像是 UTF-16 编码；请另存为 UTF-8",
        ),
        (
            b"\xb5\xc0\xc0\xef\xc7\xf8\xb5\xc0\xc0\xef\xc7\xf8",
            "1:1+1 字节偏移 0 处不是 UTF-8 文本 | 文件像是 GBK 编码；请另存为 UTF-8",
        ),
    ];
    for (bytes, want) in cases {
        assert_eq!(fault(bytes, Lang::Zh), *want, "{}", bytes.escape_ascii());
    }
}

#[test]
fn english_says_the_same() {
    assert_faults(
        Lang::En,
        &[
            (
                "  id: \"x\",",
                "  idd: \"x\",",
                "4:3+3 there is no field idd here | did you mean id?",
            ),
            ("order: 10", "order: ten", "28:16+3 expected an integer here"),
            (
                "  id: \"x\",",
                "  id：\"x\",",
                "4:5+1 ： is full-width punctuation | write the half-width : instead of ：",
            ),
        ],
    );
}

#[test]
fn a_file_of_the_future_is_told_by_its_format_and_not_by_its_fields() {
    let text = edited("format: 1,", "format: 7,\n  weather: (rain: true),");
    let want = "3:11+1 这个文件的格式是第 7 版，本程序只认识到第 1 版；需要更新的程序";
    assert_eq!(fault(text.as_bytes(), Lang::Zh), want);
}

/// Time and stack are what brackets attack; both stay small however many there are.
#[test]
fn brackets_without_end_are_refused() {
    for (open, close) in [("[", "]"), ("(", ")"), ("{", "}"), ("Some(", ")"), ("(a:", ")")] {
        for text in [open.repeat(5000) + &close.repeat(5000), open.repeat(100_000)] {
            let inside = edited("[\"一。\"]", &text);
            let seen = fault(inside.as_bytes(), Lang::Zh);
            assert!(seen.starts_with("10:"), "{open}: {seen}");
            let seen = fault(text.as_bytes(), Lang::Zh);
            assert!(seen.starts_with("1:"), "{open}: {seen}");
        }
    }
    let deep = edited("[\"一。\"]", &"[".repeat(5000));
    let want = "10:76+1 括号嵌套超过 64 层 | 这样的文件不是计划，也不是存档";
    assert_eq!(fault(deep.as_bytes(), Lang::Zh), want);
}

#[test]
fn a_file_beyond_the_cap_is_not_looked_at() {
    let limits = Limits { bytes: 10, format: 1 };
    let fault = read::<Plan>(b"12345678901", limits).unwrap_err();
    let want = "the file has 11 bytes, more than the 10 that are read; it was left alone";
    assert_eq!(fault.what.text(Lang::En), want);
    assert!(Limits::of(1).admit(200 << 20).is_err());
    assert!(Limits::of(1).admit(128 << 20).is_ok());
}
