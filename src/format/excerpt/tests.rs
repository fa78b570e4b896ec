//! What a person sees of a fault, to the column.

use unicode_width::UnicodeWidthStr as _;

use super::*;
use crate::format::ron::{Limits, read};
use crate::plan::Plan;
use crate::plan::validate;

const PLAN: &str = include_str!("../../../plan.ron");
const EYES: Eyes = Eyes { lang: Lang::Zh, width: 100, colour: false };

fn shown(text: &str, eyes: Eyes) -> String {
    let source = Source { name: "plan.ron", bytes: text.as_bytes() };
    match read::<Plan>(source.bytes, Limits::of(1)) {
        Err(fault) => picture(source, &Told::of(&fault, eyes.lang), eyes),
        Ok(plan) => problems(source.bytes, &validate::problems(&plan), eyes.lang)
            .iter()
            .map(|told| picture(source, told, eyes))
            .collect(),
    }
}

#[test]
fn a_fault_shows_its_line() {
    let text = "(\n  format: 1,\n  title: \"道里区计划\"，\n)\n";
    let chinese = "\
错误: 这里是全角标点 ，
 --> plan.ron:3:17
  |
3 |   title: \"道里区计划\"，
  |                      ^^
  |
  = 办法: 把全角标点 ， 改成半角 ,
";
    assert_eq!(shown(text, EYES), chinese);
    let english = Eyes { lang: Lang::En, ..EYES };
    let want = "error: ， is full-width punctuation\n --> plan.ron:3:17\n";
    assert!(shown(text, english).starts_with(want));
}

#[test]
fn a_problem_shows_the_line_of_its_row() {
    let line = 1 + PLAN.lines().position(|line| line.contains("id: \"1.2/2\"")).unwrap();
    let text = PLAN.replacen("id: \"1.2/2\"", "id: \"1.2/1\"", 1);
    let want = format!(
        "\
错误: 编号 1.2/1 出现了两次；请给其中一个换一个编号
   --> plan.ron:{line}:23
    |
{line} |                   id: \"1.2/1\",
    |                       ^^^^^^^
"
    );
    assert_eq!(shown(&text, EYES), want);
}

/// The caret stands in the column of what it points at, however wide what stands before it is.
#[test]
fn carets_stand_under_wide_characters() {
    for before in ["", "a", "道里", "“a”——", "a\u{301}葛\u{e0100}", "\u{1f468}", "\t"] {
        let text = format!("(\n  title: \"{before}\"，\n)\n");
        let picture = shown(&text, EYES);
        let lines: Vec<&str> = picture.lines().collect();
        let line = lines.iter().position(|line| line.contains('，') && line.contains("title"));
        let (line, caret) = (lines[line.unwrap()], lines[line.unwrap() + 1]);
        let column = |text: &str, mark: char| text.find(mark).map(|at| text[..at].width());
        assert_eq!(column(caret, '^'), column(line, '，'), "{picture}");
    }
}

#[test]
fn nothing_hidden_reaches_the_screen() {
    let text = "(\n  title: \"\u{202e}a\u{1b}[2J\u{200b}\"，\u{7}\n)\n";
    let picture = shown(text, EYES);
    assert!(picture.contains("<202E>a<001B>[2J<200B>"), "{picture}");
    assert!(!picture.chars().any(|c| c != '\n' && is_hidden(c)), "{picture}");
    let name = Source { name: "a\u{1b}[2J.ron", bytes: text.as_bytes() };
    let fault = read::<Plan>(text.as_bytes(), Limits::of(1)).unwrap_err();
    assert!(super::picture(name, &Told::of(&fault, Lang::Zh), EYES).contains("a<001B>[2J.ron:"));
}

#[test]
fn colours_come_only_when_asked_for() {
    let text = "(\n  title: \"x\"，\n)\n";
    assert!(!shown(text, EYES).contains('\u{1b}'));
    assert!(shown(text, Eyes { colour: true, ..EYES }).contains('\u{1b}'));
}

#[test]
fn a_long_line_is_cut_around_the_caret() {
    let long = "政".repeat(400);
    let text = format!("(\n  title: \"{long}\"， // {long}\n)\n");
    let picture = shown(&text, EYES);
    assert!(picture.contains('，') && picture.contains('^'), "{picture}");
    assert!(picture.lines().all(|line| line.width() <= 110), "{picture}");
}
