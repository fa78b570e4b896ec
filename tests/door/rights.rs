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
use std::path::PathBuf;
use std::process::{Child, Command, Output};

use rustix::process::geteuid;

use super::client::{Client, new_key};
use super::front::{free_port, listening};
use crate::book::Book;
use crate::rig::Rig;

/// A book with a meeting in it, and a reviewer's account made for it by the printed lines.
struct Office {
    book: Book,
    /// The account and its group.
    user: String,
    client: Client,
    sshd: Child,
}

impl Drop for Office {
    fn drop(&mut self) {
        let _ = self.sshd.kill();
        let _ = self.sshd.wait();
        remove(&self.user);
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

/// Runs a line of a shell, as whoever prints it would.
fn shell(line: &str) -> Output {
    Command::new("sh").args(["-ec", line]).output().unwrap()
}

fn must(line: &str) {
    let ran = shell(line);
    assert!(ran.status.success(), "{line}\n{}", String::from_utf8_lossy(&ran.stderr));
}

fn remove(user: &str) {
    let _ = shell(&format!("userdel -r {user}; groupdel {user}"));
}

impl Office {
    fn open() -> Self {
        let book = Book::in_git();
        let (temp, user) = (tempfile::tempdir().unwrap(), format!("yd{}", std::process::id()));
        for folder in [temp.path(), book.root().parent().unwrap()] {
            fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
        }
        book.git(&["config", "remote.origin.url", "https://jia:secret@example.invalid/x"]);
        book.done(&["meet", "open", "--title", "第4次调度会", "--chair", "区长"]);
        book.done(&["decide", "1.4", "空港应急医院10月底前开工"]);
        // The folder of the build may be closed to others.
        let program = temp.path().join("yiding");
        fs::copy(env!("CARGO_BIN_EXE_yiding"), &program).unwrap();
        let mut print = Command::new(&program);
        print.arg("-C").arg(book.root()).args(["--today", "2023-09-15", "serve", "--print-sshd"]);
        let printed = String::from_utf8(print.output().unwrap().stdout).unwrap();
        let printed = printed
            .replace("yiding-review", &user)
            .replace("/bin/sh review", &format!("/bin/sh {user}"));
        let lines = printed.lines().skip_while(|line| !line.starts_with("groupadd "));
        let lines: Vec<&str> = lines.filter(|line| !line.starts_with('#')).collect();
        assert!(lines.len() > 6, "{printed}");
        remove(&user);
        lines.iter().for_each(|line| must(line));
        let key = new_key(temp.path(), "甲");
        must(&format!("install -d -m 700 -o {user} -g {user} ~{user}/.ssh"));
        let keys =
            String::from_utf8(shell(&format!("echo ~{user}/.ssh/authorized_keys")).stdout).unwrap();
        let line = printed.lines().find(|line| line.starts_with("restrict,pty ")).unwrap();
        let options = line.split(' ').next().unwrap();
        fs::write(keys.trim(), format!("{options} {key}")).unwrap();
        must(&format!("chown {user}:{user} {} && chmod 600 {}", keys.trim(), keys.trim()));
        let block = printed.lines().skip_while(|line| !line.starts_with("Match Group "));
        let block: Vec<&str> = block.take_while(|line| !line.is_empty()).collect();
        let startups = printed.lines().find(|line| line.starts_with("MaxStartups ")).unwrap();
        let port = free_port();
        new_key(temp.path(), "host");
        let config = format!(
            "ListenAddress 127.0.0.1:{port}\nHostKey {}\nPidFile none\nUsePAM no\n\
             Subsystem sftp internal-sftp\nAcceptEnv *\n{startups}\n{}\n",
            temp.path().join("host").display(),
            block.join("\n"),
        );
        let path = temp.path().join("config");
        fs::write(&path, config).unwrap();
        let sshd = listening(&path.display().to_string());
        let client = Client::new(port, &user, temp);
        Self { book, user, client, sshd }
    }

    /// Runs a line of a shell as the reviewer's account.
    fn as_reviewer(&self, line: &str) -> Output {
        let user = &self.user;
        let mut command = Command::new("setpriv");
        command.args([&format!("--reuid={user}"), &format!("--regid={user}"), "--init-groups"]);
        command.args(["sh", "-c", line]).output().unwrap()
    }

    fn can(&self, line: &str) -> bool {
        self.as_reviewer(line).status.success()
    }

    fn state(&self) -> PathBuf {
        self.book.at(".git/yiding")
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
    office.book.done(&["decide", "3.1", "旧改台账每周更新"]);
    rig.wait("the record", |seen| seen.says("旧改台账每周更新"));
    rig.press(" ");
    rig.wait("the mark", |seen| seen.says("已阅1"));
    let marks: Vec<String> = office.book.names(".git/yiding/marks/2023-09-15");
    let file = marks
        .iter()
        .find(|name| name.starts_with("sha256-"))
        .unwrap_or_else(|| panic!("{marks:?}"));
    let path = format!(".git/yiding/marks/2023-09-15/{file}");
    let known = fs::metadata(office.book.at(&path)).unwrap();
    assert!(known.uid() != 0 && known.mode() & 0o007 == 0, "{:o}", known.mode());
    let text = String::from_utf8(office.book.read(&path)).unwrap();
    assert!(text.contains("甲") && text.contains("Seen"), "{text}");
    rig.press("\x1b");
    rig.wait("the question", |seen| seen.says("再按一次 Esc"));
    rig.press("\x1b");
    assert_eq!(seat.end(), "0");
    closed_to_the_reviewer(&office);
}

fn closed_to_the_reviewer(office: &Office) {
    let (book, state) = (office.book.root(), office.state());
    // The key's own file, the draft and the spot are there, so that there is something to keep closed.
    fs::create_dir_all(state.join("door")).unwrap();
    for (secret, mode) in [("door/host", 0o600), ("draft", 0o600), ("place", 0o640)] {
        fs::write(state.join(secret), "secret").unwrap();
        fs::set_permissions(state.join(secret), fs::Permissions::from_mode(mode)).unwrap();
    }
    let (book, state) = (book.display(), state.display());
    let found = office.as_reviewer(&format!("find {book} -writable ! -type l 2>/dev/null"));
    let found = String::from_utf8(found.stdout).unwrap();
    let marks = format!("{state}/marks");
    let others: Vec<&str> = found.lines().filter(|path| !path.starts_with(&marks)).collect();
    assert_eq!(others, [""; 0], "writable");
    assert!(found.lines().count() > 0, "marks are");
    let journal = format!("{state}/open/2023-09-15/000001.jnl");
    for open in [format!("{book}/plan.ron"), journal.clone(), format!("{state}/place")] {
        assert!(office.can(&format!("cat {open}")), "{open}");
    }
    for line in [
        format!("echo x >> {journal}"),
        format!("rm -f {journal} && test ! -e {journal}"),
        format!("echo x > {state}/open/2023-09-15/000002.jnl"),
        format!("mkdir {state}/open/2023-09-16"),
        format!("echo x >> {book}/plan.ron"),
        format!("echo x > {book}/other"),
        format!("mv {book}/plan.ron {book}/plan.old"),
        format!("echo x > {book}/snapshots/2023-09-14.ron"),
        format!(
            "rm -f {book}/snapshots/0000-adopted.ron && test ! -e {book}/snapshots/0000-adopted.ron"
        ),
        format!("echo x >> {state}/lock"),
        format!("echo x >> {state}/place"),
        format!("cat {state}/draft"),
        format!("cat {state}/door/host"),
        format!("cat {book}/.git/config"),
        format!("ls {book}/.git"),
        format!("cat {book}/.git/HEAD"),
    ] {
        assert!(!office.can(&line), "{line}");
    }
    // What the desk makes later is read and not written too.
    office.book.done(&["meet", "close"]);
    office.book.done(&["read", "1.4/1=2"]);
    let said = office.client.call("甲", &["list", "decisions", "--format", "csv"]);
    assert!(said.code == Some(0) && said.out.contains("旧改台账每周更新"), "{said:?}");
    let said = office.client.call("甲", &["show", "1.4/1", "--format", "json"]);
    assert!(
        said.code == Some(0) && said.out.contains("2023-09-15-interval")
            || said.out.contains("reading"),
        "{said:?}"
    );
    assert!(!office.can(&format!("echo x >> {book}/snapshots/2023-09-15.ron")), "sealed");
    office.book.done(&["check"]);
}
