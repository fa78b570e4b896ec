//! The rights of the front door, with a second user of this machine: the lines that `serve --print-sshd`
//! prints are really run, sshd really lets the reviewer in, and the reviewer's account can then read
//! the book, write marks, and nothing else.
//!
//! Making an account takes root. Whoever is not root reads on their terminal that nothing was proven;
//! under CI that is a failure. Accounts and groups of other names than the printed ones are made, and
//! removed at the end.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};

use rustix::process::geteuid;

use super::client::{Client, new_key};
use super::front::{free_port, listening};
use crate::book::Book;
use crate::rig::Rig;

/// A book of a secretary with a meeting in it, and a reviewer's account made for it by the printed lines.
struct Office {
    book: Book,
    /// The reviewer's account and its group, and the secretary's.
    users: [String; 2],
    program: PathBuf,
    client: Client,
    sshd: Option<Child>,
}

impl Drop for Office {
    fn drop(&mut self) {
        if let Some(sshd) = &mut self.sshd {
            let _ = sshd.kill();
            let _ = sshd.wait();
        }
        for user in &self.users {
            remove(user);
        }
    }
}

/// Whether this can be proven here.
fn is_root() -> bool {
    if geteuid().is_root() {
        return true;
    }
    // Not through the macros, whose words are kept back when a test passes.
    let said = "\n*** NOT PROVEN: a second user of this machine takes root. Run the tests of the door as \
                root (sudo) to see that a reviewer's account can write nothing but marks. ***\n";
    std::io::stderr().write_all(said.as_bytes()).unwrap();
    assert!(std::env::var_os("CI").is_none(), "{said}");
    false
}

/// Runs a line of a shell, as whoever reads it in print would.
fn must(line: &str) -> String {
    let ran = Command::new("sh").args(["-ec", line]).output().unwrap();
    assert!(ran.status.success(), "{line}\n{}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).unwrap()
}

fn remove(user: &str) {
    let line = format!("userdel -r {user}; groupdel {user}");
    let _ = Command::new("sh").args(["-c", &line]).output();
}

/// A folder that other accounts may go through.
fn opened(folder: &Path) {
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
}

impl Office {
    fn open() -> Self {
        let (book, temp) = (Book::in_git(), tempfile::tempdir().unwrap());
        opened(temp.path());
        opened(book.root().parent().unwrap());
        book.git(&["config", "remote.origin.url", "https://jia:secret@example.invalid/x"]);
        // The folder of the build may be closed to others.
        let program = temp.path().join("yiding");
        fs::copy(env!("CARGO_BIN_EXE_yiding"), &program).unwrap();
        let users = ["yr", "ys"].map(|kind| format!("{kind}{}", std::process::id()));
        for user in &users {
            remove(user);
        }
        let client = Client::new(free_port(), &users[0], temp);
        let mut office = Self { book, users, program, client, sshd: None };
        let secretary = &office.users[1];
        must(&format!("useradd --create-home --user-group {secretary}"));
        must(&format!("chown -R {secretary}: {}", office.book.root().display()));
        office.desk(&["meet", "open", "--title", "第4次调度会", "--chair", "区长"]);
        office.desk(&["decide", "1.4", "空港应急医院10月底前开工"]);
        office.sshd = Some(office.set_up());
        office
    }

    /// Does what is printed, and opens the front door.
    fn set_up(&self) -> Child {
        let user = &self.users[0];
        let printed = self.desk(&["serve", "--print-sshd"]);
        let printed = printed.replace("yiding-review", user);
        let printed = printed.replace("'*' review\n", &format!("'*' {user}\n"));
        let lines = printed.lines().skip_while(|line| !line.starts_with("groupadd "));
        let lines: Vec<&str> = lines.filter(|line| !line.starts_with('#')).collect();
        assert!(lines.len() > 6 && lines[1].ends_with(user.as_str()), "{printed}");
        for line in lines {
            must(line);
        }
        let key = new_key(self.client.temp.path(), "甲");
        let line = printed.lines().find(|line| line.starts_with("restrict,pty ")).unwrap();
        let options = line.split(' ').next().unwrap();
        let home = must(&format!("echo ~{user}")).trim().to_owned();
        must(&format!("install -d -m 700 -o {user} -g {user} {home}/.ssh"));
        let list = format!("{home}/.ssh/authorized_keys");
        fs::write(&list, format!("{options} {key}")).unwrap();
        must(&format!("chown {user}: {list} && chmod 600 {list}"));
        let block = printed.lines().skip_while(|line| !line.starts_with("Match Group "));
        let block: Vec<&str> = block.take_while(|line| !line.is_empty()).collect();
        let startups = printed.lines().find(|line| line.starts_with("MaxStartups ")).unwrap();
        new_key(self.client.temp.path(), "host");
        let config = format!(
            "ListenAddress 127.0.0.1:{}\nHostKey {}\nPidFile none\nUsePAM no\n\
             Subsystem sftp internal-sftp\nAcceptEnv *\n{startups}\n{}\n",
            self.client.port,
            self.client.at("host").display(),
            block.join("\n"),
        );
        fs::write(self.client.at("config"), config).unwrap();
        listening(&self.client.at("config").display().to_string())
    }

    /// A command as one of the accounts, with nothing of this process's environment.
    fn as_user(user: &str) -> Command {
        let mut command = Command::new("setpriv");
        command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("HOME", format!("/home/{user}")).current_dir("/");
        command.args([&format!("--reuid={user}"), &format!("--regid={user}"), "--init-groups"]);
        command
    }

    /// The secretary's own command on the book, that must succeed.
    fn desk(&self, line: &[&str]) -> String {
        let mut command = Self::as_user(&self.users[1]);
        command.arg(&self.program).arg("-C").arg(self.book.root());
        let ran = command.args(["--today", "2023-09-15"]).args(line).output().unwrap();
        assert!(ran.status.success(), "{line:?} {ran:?}");
        String::from_utf8(ran.stdout).unwrap()
    }

    /// What the reviewer's account finds by a line of a shell; none when it fails.
    fn reviewer(&self, line: &str) -> Option<String> {
        let ran = Self::as_user(&self.users[0]).args(["sh", "-c", line]).output().unwrap();
        ran.status.success().then(|| String::from_utf8(ran.stdout).unwrap())
    }
}

#[test]
fn a_reviewers_account_reads_the_book_writes_marks_and_nothing_else() {
    if !is_root() {
        return;
    }
    let office = Office::open();
    let said = office.client.call("甲", &["show", "1.4", "--format", "json"]);
    assert_eq!(said.code, Some(0), "{said:?}");
    assert!(said.out.contains("空港应急医院"), "what is open is read too: {said:?}");
    let mut rig = Rig::new();
    let mut seat = rig.start(office.client.on_terminal("甲", &[]));
    rig.wait("the seat, under the name of the list", |seen| seen.says("只读") && seen.says("甲"));
    rig.wait("who is here", |seen| seen.says("阅览1人"));
    office.desk(&["decide", "3.1", "旧改台账每周更新"]);
    rig.wait("the record", |seen| seen.says("旧改台账每周更新"));
    rig.press(" ");
    rig.wait("the mark", |seen| seen.says("已阅1"));
    let marks = office.book.names(".git/yiding/marks/2023-09-15");
    let file = marks.iter().find(|name| name.starts_with("sha256-"));
    let path =
        format!(".git/yiding/marks/2023-09-15/{}", file.unwrap_or_else(|| panic!("{marks:?}")));
    let known = fs::metadata(office.book.at(&path)).unwrap();
    assert!(known.uid() != 0 && known.mode().trailing_zeros() >= 3, "{:o}", known.mode());
    rig.press("\x1b");
    rig.wait("the question", |seen| seen.says("再按一次 Esc"));
    rig.press("\x1b");
    assert_eq!(seat.end(), "0");
    closed_to_the_reviewer(&office);
    // What the desk makes later is read, not written, and holds what the reviewer left.
    office.desk(&["meet", "close"]);
    office.desk(&["read", "1.4/1=2"]);
    let sealed = String::from_utf8(office.book.read("snapshots/2023-09-15.ron")).unwrap();
    assert!(sealed.contains("marks: [") && sealed.contains("by: \"甲\""), "{sealed}");
    let said = office.client.call("甲", &["list", "decisions", "--format", "csv"]);
    assert!(said.code == Some(0) && said.out.contains("旧改台账每周更新"), "{said:?}");
    let said = office.client.call("甲", &["list", "readings", "--format", "csv"]);
    assert!(said.code == Some(0) && said.out.contains("2023-09-15-interval"), "{said:?}");
    let snapshot = office.book.at("snapshots/2023-09-15.ron");
    assert_eq!(office.reviewer(&format!("echo x >> {}", snapshot.display())), None, "sealed");
    office.desk(&["check"]);
}

fn closed_to_the_reviewer(office: &Office) {
    let (book, state) = (office.book.root(), office.book.at(".git/yiding"));
    // There is something to be kept closed: the host key, the line being typed, the desk's place.
    let (book, state) = (book.display(), state.display());
    let made = "mkdir -m 700 door; for file in door/host draft place; do echo x > $file; done; \
                chmod 600 door/host draft; chmod 640 place";
    let made = format!("cd {state} && {made}");
    let made = Office::as_user(&office.users[1]).args(["sh", "-ec", &made]).status().unwrap();
    assert!(made.success());
    let found =
        office.reviewer(&format!("find {book} {state} -writable ! -type l 2>/dev/null; true"));
    // The folder of git may be gone through and not listed, so that of the state is named.
    let (marks, found) = (format!("{state}/marks"), found.unwrap());
    let others: Vec<&str> = found.lines().filter(|path| !path.starts_with(&marks)).collect();
    assert_eq!(others, [""; 0], "writable");
    assert!(found.lines().count() > 2, "marks are: {found}");
    let segments = office.book.names(".git/yiding/open/2023-09-15");
    let journal = format!("{state}/open/2023-09-15/{}", segments[0]);
    for open in [&format!("{book}/plan.ron"), &journal, &format!("{state}/place")] {
        assert!(office.reviewer(&format!("cat {open}")).is_some(), "{open}");
    }
    let adopted = format!("{book}/snapshots/0000-adopted.ron");
    for line in [
        format!("echo x >> {journal}"),
        format!("rm -f {journal}"),
        format!("echo x > {state}/open/2023-09-15/000002.jnl"),
        format!("mkdir {state}/open/2023-09-16"),
        format!("echo x >> {book}/plan.ron"),
        format!("echo x > {book}/other"),
        format!("mv {book}/plan.ron {book}/plan.old"),
        format!("echo x > {book}/snapshots/2023-09-14.ron"),
        format!("rm -f {adopted}"),
        format!("echo x >> {adopted}"),
        format!("echo x >> {state}/lock"),
        format!("echo x >> {state}/place"),
        format!("cat {state}/draft"),
        format!("cat {state}/door/host"),
        format!("cat {book}/.git/config"),
        format!("ls {book}/.git"),
        format!("cat {book}/.git/HEAD"),
    ] {
        assert_eq!(office.reviewer(&line), None, "{line}");
    }
}
