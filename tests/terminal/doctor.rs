//! 体检 on a terminal that answers, on one that does not, and with a person at the keyboard.

use portable_pty::CommandBuilder;

use super::rig::{Program, Rig, Seen};

/// What every question ends with.
const LAST: &str = "\u{1b}[c";

/// The program, and the modes of the line before it came.
fn started(rig: &mut Rig, options: &[&str]) -> (Program, String) {
    let before = rig.modes();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_yiding"));
    command.env_clear();
    command.env("TERM", "xterm-256color");
    command.env("LANG", "zh_CN.UTF-8");
    command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.args(["-C", "/nowhere", "doctor"]);
    command.args(options);
    (rig.start(command), before)
}

#[test]
fn a_terminal_that_answers_is_described() {
    let mut rig = Rig::new();
    let (mut program, before) = started(&mut rig, &[]);
    rig.wait("the questions", |seen| seen.count(LAST) == 1);
    rig.press_bytes(
        b"\x1b[1;2R\x1b[1;2R\x1b[1;2R\x1b[1;2R\x1b[1;3R\x1b[?2026;2$y\x1bP>|foot(1.16)\x1b\\",
    );
    rig.press_bytes(b"\x1b[?62;52c");
    rig.wait("the end", |seen| seen.says("体检完"));
    assert_eq!(program.end(), "0");
    let text = rig.look(Seen::text);
    for line in [
        "= 好      编码      UTF-8，“中”占2格",
        "= 好      模糊宽度  1格",
        "= 好      同步刷新  支持",
        "= 好      剪贴板    终端说能写剪贴板",
        "= 好      终端程序  foot(1.16)",
        "= 好      终端类型  xterm-256color",
        "= 好      颜色      256色",
        "= 好      窗口      80x24",
        "= 好      语言环境  zh_CN.UTF-8",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    // The line of the questions is clean again, and the terminal is as it was.
    assert!(text.starts_with("终端\n"), "{text}");
    assert_eq!(rig.modes(), before);
}

#[test]
fn a_terminal_with_another_character_set_is_a_fault() {
    let mut rig = Rig::new();
    let (mut program, _) = started(&mut rig, &[]);
    rig.wait("the questions", |seen| seen.count(LAST) == 1);
    rig.press_bytes(b"\x1b[1;4R\x1b[1;4R\x1b[1;4R\x1b[1;4R\x1b[1;4R\x1b[?1;2c");
    rig.wait("the end", |seen| seen.says("体检完：1处有问题"));
    assert_eq!(program.end(), "1");
    let text = rig.look(Seen::text);
    assert!(text.contains("X 有问题  编码") && text.contains("把终端的字符集设为 UTF-8"), "{text}");
    assert!(text.contains("= 好      同步刷新  不支持"), "{text}");
    assert!(text.contains("! 留意    剪贴板    终端没有说"), "{text}");
}

#[test]
fn a_person_who_has_waited_enough_goes_on_with_ctrl_c() {
    let mut rig = Rig::new();
    let (mut program, before) = started(&mut rig, &[]);
    rig.wait("the questions", |seen| seen.count(LAST) == 1);
    rig.press_bytes(b"\x03");
    rig.wait("the end", |seen| seen.says("体检完"));
    assert_eq!(program.end(), "0");
    assert!(rig.look(Seen::text).contains("- 未问    编码      终端没有回答"));
    assert_eq!(rig.modes(), before);
}

#[test]
fn an_input_method_is_tried_step_by_step() {
    let mut rig = Rig::new();
    let (mut program, before) = started(&mut rig, &["--ime"]);
    rig.wait("the questions", |seen| seen.count(LAST) == 1);
    rig.press_bytes(b"\x1b[?1;2c");
    rig.wait("the word", |seen| seen.says("1/4"));
    rig.press_bytes("道里\r".as_bytes());
    rig.wait("F2", |seen| seen.says("2/4"));
    rig.press_bytes(b"\x1bOQ");
    rig.wait("digits", |seen| seen.says("3/4"));
    rig.press_bytes("１４".as_bytes());
    rig.wait("the arrow", |seen| seen.says("4/4"));
    rig.press_bytes("，".as_bytes());
    rig.wait("the window", |seen| seen.says("候选框刚才贴着光标吗"));
    rig.press_bytes(b"1");
    rig.wait("the end", |seen| seen.says("体检完"));
    assert_eq!(program.end(), "1", "the arrow did not arrive");
    let text = rig.look(Seen::text);
    for line in [
        "= 好      输入法    道里：收到",
        "= 好      输入法    F2：收到",
        "= 好      输入法    14：收到",
        "X 有问题  输入法    Down：收到,",
        "= 好      输入法    候选框贴着光标",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert_eq!(rig.modes(), before);
}

#[test]
fn letters_instead_of_han_say_that_the_input_method_is_off() {
    let mut rig = Rig::new();
    let (mut program, _) = started(&mut rig, &["--ime"]);
    rig.wait("the questions", |seen| seen.count(LAST) == 1);
    rig.press_bytes(b"\x1b[?1;2c");
    rig.wait("the word", |seen| seen.says("1/4"));
    rig.press_bytes(b"daoli\r");
    rig.wait("F2", |seen| seen.says("2/4"));
    rig.press_bytes(b"\x03");
    rig.wait("the end", |seen| seen.says("体检完"));
    assert_eq!(program.end(), "1");
    let text = rig.look(Seen::text);
    assert!(text.contains("收到的是字母“daoli”：输入法没有打开"), "{text}");
    assert!(text.contains("- 未问    输入法    F2：跳过"), "{text}");
}
