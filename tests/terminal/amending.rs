//! 定冲突 on a real terminal: a conflict is found by its words and settled, the program is killed in the
//! middle and goes on, the plan is written.

use std::fs;
use std::path::Path;

use portable_pty::CommandBuilder;
use rustix::process::{Signal, kill_process};

use super::rig::{Program, Rig};

const OLD: &str = "云溪县2031年重点工作\n（一）抓好产业\n——做强农业。新建水库2座，整修渠道30公里。\n\
    （二）办好民生\n——办好教育。新建学校3所。\n";

fn command(folder: &Path, more: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_yiding"));
    command.env_clear();
    command.env("TERM", "xterm-256color");
    command.env("LANG", "zh_CN.UTF-8");
    command.cwd(folder);
    command.args([&["import"], more].concat());
    command
}

fn open(rig: &mut Rig, folder: &Path) -> Program {
    let again = ["new.txt", "-o", "plan.ron", "--again", "old.txt", "--settle"];
    rig.start(command(folder, &again))
}

#[test]
fn a_conflict_is_found_settled_and_survives_a_kill() {
    let temp = tempfile::tempdir().unwrap();
    let folder = temp.path();
    fs::write(folder.join("old.txt"), OLD).unwrap();
    let new = OLD.replace("水库2座", "水库4座").replace("学校3所", "学校6所");
    fs::write(folder.join("new.txt"), new).unwrap();
    let mut rig = Rig::new();
    let mut made = rig.start(command(folder, &["old.txt", "-o", "plan.ron"]));
    assert_eq!(made.end(), "0");
    let plan = fs::read_to_string(folder.join("plan.ron")).unwrap();
    let edited =
        plan.replace("value: \"3\"", "value: \"7\"").replace("value: \"2\"", "value: \"5\"");
    assert_ne!(plan, edited);
    fs::write(folder.join("plan.ron"), edited).unwrap();
    let mut rig = Rig::new();
    let program = open(&mut rig, folder);
    rig.wait("the conflicts", |seen| seen.says("2 处冲突，2 处未定"));
    rig.press("学校");
    rig.wait("it is looked for", |seen| seen.says("查找 > 学校") && seen.says("第 1 处"));
    rig.press("\r２");
    rig.wait("it has the report", |seen| seen.says("2.1/1 数值：照新报告"));
    kill_process(program.pid(), Signal::KILL).unwrap();
    drop(program);
    let mut rig = Rig::new();
    let mut program = open(&mut rig, folder);
    rig.wait("what was settled before", |seen| seen.says("接着上次：已定 1 处"));
    rig.press("1");
    rig.wait("all of it", |seen| seen.says("都定了"));
    rig.press("\u{1b}OQ");
    assert_eq!(program.end(), "0");
    let plan = fs::read_to_string(folder.join("plan.ron")).unwrap();
    assert!(plan.contains("value: \"5\"") && plan.contains("value: \"6\""), "{plan}");
    assert!(!folder.join("plan.again.ron").exists());
}
