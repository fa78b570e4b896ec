//! Guests and things that are not welcome.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::process::{Command, Stdio};

use super::client::{Client, Said, new_key};
use super::open::Open;

#[test]
fn commands_that_are_not_lent_out_are_refused_and_logged() {
    let open = Open::new();
    open.book.done(&["meet", "open", "--title", "第4次调度会", "--chair", "区长"]);
    for (line, code) in [
        ("decide 1.4 开工", 5),
        ("undo", 5),
        ("meet close", 5),
        ("sh -c id", 5),
        ("/bin/sh", 5),
        ("scp -t /tmp", 5),
        ("rsync --server . .", 5),
        ("git-upload-pack .", 5),
        ("-C /etc show", 5),
        ("show -C /etc", 5),
        ("read --csv /etc/passwd", 5),
        ("show 'half", 2),
        ("show; id", 5),
        ("show $(id)", 2),
        ("show\n1.4\nid", 2),
    ] {
        let said = open.client.call("甲", &[line]);
        assert_eq!(said.code, Some(code), "{line} {said:?}");
        assert!(said.out.is_empty() && said.told.starts_with("yiding: "), "{line} {said:?}");
        assert!(!said.told.contains("uid="), "{line} {said:?}");
    }
    open.line("scp -t /tmp 退出码5");
    open.line("show<000A>1.4<000A>id");
    let decided = open.book.done(&["list", "decisions", "--format", "json"]);
    assert_eq!(decided.trim(), "[]", "nothing was recorded");
}

#[test]
fn files_ports_agents_and_windows_are_not_forwarded() {
    let open = Open::new();
    let file = open.client.at("file");
    fs::write(&file, "x").unwrap();
    let file = file.display().to_string();
    let call = |program: &str, words: &[&str]| {
        let mut command = open.client.program(program, "甲", words);
        Said::of(&command.env("DISPLAY", "127.0.0.1:99").output().unwrap())
    };
    let refused = |said: &Said, what: &str| {
        assert!(said.code.is_some_and(|code| code != 0), "{what} {said:?}");
    };
    refused(&call("sftp", &["127.0.0.1"]), "sftp");
    open.line("没有 sftp");
    refused(&call("scp", &[&file, "127.0.0.1:/tmp/yiding-x"]), "scp");
    refused(&call("scp", &["-O", &file, "127.0.0.1:/tmp/yiding-x"]), "scp -O");
    open.line("scp -t");
    assert!(!fs::exists("/tmp/yiding-x").unwrap());
    refused(&call("ssh", &["-W", "127.0.0.1:22", "127.0.0.1"]), "-L and -D");
    open.line("不转发端口");
    let back = ["-o", "ExitOnForwardFailure=yes", "-N", "-R", "0:127.0.0.1:22", "127.0.0.1"];
    refused(&call("ssh", &back), "-R");
    open.wait("-R", |said| said.matches("不转发端口").count() >= 2);
    // Those are no failure for the client: it gets its answer, and nothing is forwarded.
    let shown = call("ssh", &["-Y", "127.0.0.1", "show", "1.4"]);
    assert_eq!(shown.code, Some(0), "{shown:?}");
    open.line("不转发图形界面");
    let shown = call("ssh", &["-o", "SetEnv=LD_PRELOAD=/tmp/x.so", "127.0.0.1", "show", "1.4"]);
    assert_eq!(shown.code, Some(0), "{shown:?}");
    open.line("不收环境变量 LD_PRELOAD");
}

#[test]
fn an_agent_is_not_forwarded() {
    let open = Open::new();
    let socket = open.client.at("agent");
    let mut agent = Command::new("ssh-agent")
        .args(["-D", "-a"])
        .arg(&socket)
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    while !socket.exists() {
        std::thread::yield_now();
    }
    let mut command = open.client.program("ssh", "甲", &["-A", "127.0.0.1", "show", "1.4"]);
    let said = Said::of(&command.env("SSH_AUTH_SOCK", &socket).output().unwrap());
    assert_eq!(said.code, Some(0), "{said:?}");
    open.line("不转发钥匙代理");
    agent.kill().unwrap();
    agent.wait().unwrap();
}

#[test]
fn strangers_and_passwords_do_not_come_in() {
    let open = Open::new();
    let said = open.client.call("stranger", &["show", "1.4"]);
    assert_eq!(said.code, Some(255));
    assert!(said.told.contains("Permission denied (publickey)"), "{said:?}");
    open.line("钥匙不在名单里");
    let words =
        ["-o", "PreferredAuthentications=password,keyboard-interactive", "127.0.0.1", "show"];
    let said = Said::of(&open.client.program("ssh", "甲", &words).output().unwrap());
    assert_eq!(said.code, Some(255));
    // The login name is nobody's identity, and cannot forge a line of the log.
    let temp = tempfile::tempdir().unwrap();
    new_key(temp.path(), "other");
    let forger = Client::new(open.port, "x\n2023-09-15 进 区长", temp);
    let said = forger.call("other", &["show"]);
    assert_eq!(said.code, Some(255));
    assert!(!open.said().lines().any(|line| line.starts_with("2023-09-15")), "{}", open.said());
}

#[test]
fn a_key_that_is_taken_off_the_list_is_out() {
    let open = Open::new();
    let list = fs::read_to_string(open.client.at("authorized_keys")).unwrap();
    let (seat, mut program) = open.sit("甲");
    seat.wait("the seat", |seen| seen.says("只读"));
    open.admit("# nobody\n");
    seat.wait("why", |seen| seen.says("这把钥匙已不在名单里"));
    assert_eq!(program.end(), "5", "the seat is gone");
    open.line("这把钥匙已不在名单里");
    assert_eq!(open.client.call("甲", &["show", "1.4"]).code, Some(255));
    open.admit(&format!("expiry-time=\"20230101\" {list}"));
    assert_eq!(open.client.call("甲", &["show", "1.4"]).code, Some(255));
    open.admit(&list);
    assert_eq!(open.client.call("甲", &["show", "1.4"]).code, Some(0));
}

#[test]
fn the_options_of_a_key_are_honoured() {
    let open = Open::new();
    let list = fs::read_to_string(open.client.at("authorized_keys")).unwrap();
    let key = list.trim_start_matches("restrict,pty ");
    open.admit(&format!("from=\"10.0.0.0/8\" {key}"));
    assert_eq!(open.client.call("甲", &["show", "1.4"]).code, Some(255));
    open.line("不许从这个地址来");
    open.admit(&format!("command=\"id\" {key}"));
    assert_eq!(open.client.call("甲", &["show", "1.4"]).code, Some(255));
    open.line("选项“command”在这里做不到");
    open.admit(&format!("restrict {key}"));
    assert_eq!(open.client.call("甲", &["show", "1.4"]).code, Some(0));
    let (seat, mut program) = open.sit("甲");
    seat.wait("why not", |seen| seen.says("不能开屏幕"));
    program.end();
}

#[test]
fn the_host_key_is_made_once_shown_and_never_used_when_others_could_read_it() {
    let open = Open::new();
    let line = open.line("主机钥匙 SHA256:");
    let shown = line.split("SHA256:").nth(1).unwrap().split('。').next().unwrap();
    open.client.call("甲", &["show", "1.4"]);
    let hosts = open.client.at("known_hosts");
    let known = Command::new("ssh-keygen").arg("-l").arg("-f").arg(hosts).output().unwrap();
    let known = String::from_utf8_lossy(&known.stdout).into_owned();
    assert!(known.contains(shown), "{shown}\n{known}");
    let file = open.book.at(".git/yiding/door/host");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    let ran = open.book.run(&["serve", "--listen", "127.0.0.1:0"]);
    assert_eq!(ran.code, Some(5), "{ran:?}");
    assert!(ran.said.contains("别人也能读") && ran.said.contains("chmod 600"), "{ran:?}");
}

#[test]
fn a_door_that_cannot_open_says_why() {
    let open = Open::new();
    let taken = format!("127.0.0.1:{}", open.port);
    let ran = open.book.run(&["serve", "--listen", &taken]);
    assert_eq!(ran.code, Some(4), "{ran:?}");
    assert!(ran.said.contains("已被别的程序占用"), "{ran:?}");
    for (address, code) in [("here", 2), ("127.0.0.1", 2), ("192.0.2.1:0", 4)] {
        let ran = open.book.run(&["serve", "--listen", address]);
        assert_eq!(ran.code, Some(code), "{address} {ran:?}");
    }
}
