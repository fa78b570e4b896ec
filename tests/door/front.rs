//! The front door: OpenSSH's own server with the block that `serve --print-sshd` prints. Without
//! sshd (openssh-server) these tests fail and say so.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};

use super::client::{Client, Said, new_key};
use crate::book::Book;
use crate::rig::Rig;

pub(crate) struct Sshd {
    child: Child,
    pub(crate) client: Client,
    pub(crate) book: Book,
}

impl Drop for Sshd {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// sshd for whoever runs the tests, with the printed block for everybody.
pub(crate) fn sshd() -> Sshd {
    let book = Book::in_git();
    let temp = tempfile::tempdir().unwrap();
    let at = |name: &str| temp.path().join(name).display().to_string();
    new_key(temp.path(), "host");
    fs::write(at("keys"), format!("restrict,pty {}", new_key(temp.path(), "甲"))).unwrap();
    let printed = book.done(&["serve", "--print-sshd"]);
    let block = printed.lines().skip_while(|line| !line.starts_with("Match Group "));
    let block: Vec<&str> = block.skip(1).take_while(|line| line.starts_with(' ')).collect();
    assert!(block.len() > 8, "{printed}");
    let port = free_port();
    let config = format!(
        "ListenAddress 127.0.0.1:{port}\nHostKey {}\nAuthorizedKeysFile {}\nPidFile none\n\
         StrictModes no\nUsePAM no\nSubsystem sftp internal-sftp\nAcceptEnv *\n\
         SetEnv XDG_CONFIG_HOME={}\nMatch all\n{}\n",
        at("host"),
        at("keys"),
        // What a reviewer chooses is kept, and not among the settings of whoever runs the tests.
        at("settings"),
        block.join("\n"),
    );
    fs::write(at("config"), config).unwrap();
    let child = listening(&at("config"));
    let client = Client::new(port, &account(), temp);
    Sshd { child, client, book }
}

/// sshd with a configuration, once it listens.
pub(crate) fn listening(config: &str) -> Child {
    // Where a distribution's service would make it.
    let _ = fs::create_dir("/run/sshd");
    let mut child = Command::new("/usr/sbin/sshd")
        .args(["-D", "-e", "-f", config])
        .stderr(Stdio::piped())
        .spawn()
        .expect("/usr/sbin/sshd (openssh-server) is missing");
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok);
    let mut said = String::new();
    let ready = lines.find(|line| {
        said.push_str(line);
        said.push('\n');
        line.contains("Server listening")
    });
    assert!(ready.is_some(), "sshd did not start\n{said}");
    std::thread::spawn(move || lines.for_each(drop));
    child
}

/// A port that is free now: nothing else here asks the system for this very one.
pub(crate) fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}

/// The account that runs the tests.
fn account() -> String {
    let output = Command::new("id").arg("-un").output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[test]
fn the_front_door_leads_to_the_same_seat_and_the_same_commands() {
    let sshd = sshd();
    let call = |words: &[&str]| sshd.client.call("甲", words);
    let said = call(&["show", "1.4", "--format", "json"]);
    assert_eq!(said.code, Some(0), "{said:?}");
    let row: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(row["id"].as_str(), Some("1.4"));
    for line in ["decide 1.4 开工", "sh -c id", "scp -t /tmp", "show -C /etc"] {
        let said = call(&[line]);
        assert_eq!(said.code, Some(5), "{line} {said:?}");
        assert!(said.told.contains("阅览席不能用"), "{line} {said:?}");
    }
    let said = Said::of(&sshd.client.program("sftp", "甲", &["127.0.0.1"]).output().unwrap());
    assert!(said.code.is_some_and(|code| code != 0), "{said:?}");
    let mut rig = Rig::new();
    let mut program = rig.start(sshd.client.on_terminal("甲", &[]));
    // The account has no list of its own here, so the key itself is the name.
    rig.wait("the seat", |seen| seen.says("只读") && seen.says("SHA256:"));
    rig.press("\x1b");
    rig.wait("the question", |seen| seen.says("再按一次 Esc"));
    rig.press("\x1b");
    assert_eq!(program.end(), "0");
}
