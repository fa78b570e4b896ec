//! 定疑 on a real terminal: a report is settled, the program is killed in the middle and goes on, the
//! plan is written.

use std::path::Path;

use portable_pty::CommandBuilder;
use rustix::process::{Signal, kill_process};

use super::rig::{Program, Rig};

fn open(rig: &mut Rig, folder: &Path) -> Program {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_yiding"));
    command.env_clear();
    command.env("TERM", "xterm-256color");
    command.env("LANG", "zh_CN.UTF-8");
    command.cwd(folder);
    command.args(["import", "report.txt", "-o", "new.ron", "--settle"]);
    rig.start(command)
}

#[test]
fn what_is_settled_survives_a_kill_and_ends_as_a_plan() {
    let folder = tempfile::tempdir().unwrap();
    let report = include_bytes!("../facts/report.txt");
    std::fs::write(folder.path().join("report.txt"), report).unwrap();
    let mut rig = Rig::new();
    let program = open(&mut rig, folder.path());
    rig.wait("the first doubt", |seen| seen.says("后缺句号") && seen.says("计划稿"));
    rig.press(" ");
    rig.wait("it is settled", |seen| seen.says("已定："));
    let kept = folder.path().join("new.settled.ron");
    assert!(kept.exists());
    kill_process(program.pid(), Signal::KILL).unwrap();
    drop(program);
    let mut rig = Rig::new();
    let mut program = open(&mut rig, folder.path());
    rig.wait("what was settled before", |seen| seen.says("接着上次：已定 1 处"));
    rig.press("长岭湖");
    rig.wait("it is looked for", |seen| seen.says("查找 > 长岭湖") && seen.says("第 1 处"));
    rig.press("\r");
    rig.wait("the keys again", |seen| seen.says("F10退出") && !seen.says("查找 >"));
    rig.press("\u{1a}");
    rig.wait("taken back", |seen| seen.says("已撤回："));
    rig.press("\u{1b}OQ");
    rig.wait("the plan", |seen| seen.says("已写成 new.ron"));
    rig.press("\u{11}");
    assert_eq!(program.end(), "0");
    let mut rig = Rig::new();
    let _open = open(&mut rig, folder.path());
    rig.wait("the plan that is there", |seen| seen.says("new.ron 已经在那里"));
    assert!(
        std::fs::read_to_string(folder.path().join("new.ron")).unwrap().contains("签约额500亿元")
    );
}
