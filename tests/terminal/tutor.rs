//! 练习 on a real terminal: what is typed into it is Han, and every key passes an input method.

use std::fs;

use portable_pty::CommandBuilder;

use super::desk::F10;
use super::rig::Rig;

fn call(home: &std::path::Path, more: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_yiding"));
    command.env_clear();
    command.args(more);
    command.arg("tutor");
    command.cwd(home);
    command.env("PATH", std::env::var_os("PATH").unwrap());
    command.env("HOME", home);
    command.env("TMPDIR", home);
    command.env("TERM", "xterm-256color");
    command
}

#[test]
fn three_jobs_are_done_on_a_copy_and_who_comes_back_goes_on() {
    let home = tempfile::tempdir().unwrap();
    let mut rig = Rig::new();
    let mut program = rig.start(call(home.path(), &[]));
    rig.wait("the first job", |seen| seen.says("练习1/3  记议定") && seen.says("演练"));
    rig.press("签约项目10月底前开工");
    rig.wait("what is typed", |seen| seen.says("> 签约项目10月底前开工"));
    rig.press("\r");
    rig.wait("the second job", |seen| seen.says("练习2/3  记报数") && seen.says("已存 议定1"));
    rig.press(F10);
    assert_eq!(program.end(), "0");
    rig.wait("where it lies", |seen| seen.says("接着练"));

    let all = fs::read_dir(home.path()).unwrap();
    let all = all.filter_map(|entry| entry.unwrap().file_name().into_string().ok());
    let made: Vec<String> = all.filter(|name| name.starts_with("yiding-tutor-")).collect();
    let [folder] = made.as_slice() else { panic!("one folder: {made:?}") };
    let mut rig = Rig::new();
    let mut program = rig.start(call(home.path(), &["-C", folder]));
    rig.wait("where it was left", |seen| seen.says("练习2/3  记报数"));
    rig.press("１.２／１＝３０５");
    rig.wait("the figure", |seen| seen.says("> １.２／１＝３０５"));
    rig.press("\r");
    rig.wait("the third job", |seen| seen.says("练习3/3  撤回"));
    rig.press("\x1a");
    rig.wait("the end", |seen| seen.says("练完了：议定，报数 Enter，撤回 ^Z"));
    rig.press(F10);
    assert_eq!(program.end(), "0");
}
