//! Real repositories in folders of their own, each with one thing wrong.

use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::process::Command;
use std::time::{Duration, Instant};

use super::*;
use crate::words::Lang;

mod hooks;

const FILE: &str = "snapshots/2023-09-15.ron";

/// A repository, a home without any configuration, and a file to commit.
struct Scene {
    folder: tempfile::TempDir,
}

impl Scene {
    /// A repository with one commit on `main` and an identity.
    fn new() -> Self {
        let scene = Self::nameless();
        scene.git(&["config", "user.name", "甲秘书"]);
        scene.git(&["config", "user.email", "a@example.cn"]);
        scene.put("plan.ron", "(format: 1)\n");
        scene.git(&["add", "plan.ron"]);
        scene.git(&["commit", "-qm", "book"]);
        scene.put(FILE, "(format: 1)\n// seal\n");
        scene
    }

    fn nameless() -> Self {
        let scene = Self { folder: tempfile::tempdir().unwrap() };
        fs::create_dir_all(scene.root().join("snapshots")).unwrap();
        scene.git(&["init", "-q", "-b", "main"]);
        scene.put(FILE, "(format: 1)\n// seal\n");
        scene
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("book")
    }

    fn file(&self) -> PathBuf {
        self.root().join(FILE)
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn environment(&self) -> [(&'static str, PathBuf); 3] {
        let none = PathBuf::from("/dev/null");
        let home = self.folder.path().join("home");
        [("HOME", home), ("GIT_CONFIG_GLOBAL", none.clone()), ("GIT_CONFIG_SYSTEM", none)]
    }

    /// Git as the user would run it; what it printed.
    fn git(&self, arguments: &[&str]) -> String {
        let mut command = Command::new("git");
        command.current_dir(self.root()).args(arguments).envs(self.environment());
        let output = command.env("GIT_EDITOR", "true").output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout).trim_end().to_owned();
        said + String::from_utf8_lossy(&output.stderr).trim_end()
    }

    fn runner(&self) -> Git {
        let git = Git::default();
        self.environment().into_iter().fold(git, |git, (name, value)| git.with_env(name, value))
    }

    fn repo(&self) -> Repo {
        Repo::find(&self.root()).unwrap().run_by(self.runner())
    }

    fn commit(&self) -> Result<Commit, NotCommitted> {
        self.repo().commit(&[&self.file()], "第4次调度会 2023-09-15：议定6项，报数14条\n")
    }

    fn hook(&self, name: &str, script: &str) {
        let path = self.root().join(".git/hooks").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// That a commit fails, that git did not move, and that the file is as it was.
    fn refused(&self) -> NotCommitted {
        let before = self.git(&["rev-parse", "HEAD"]);
        let why = self.commit().unwrap_err();
        assert_eq!(self.git(&["rev-parse", "HEAD"]), before);
        assert_eq!(fs::read_to_string(self.file()).unwrap(), "(format: 1)\n// seal\n");
        why
    }
}

#[test]
fn a_file_is_committed_alone_and_found_equal() {
    let scene = Scene::new();
    scene.put("notes.txt", "somebody else's");
    scene.git(&["add", "notes.txt"]);
    let commit = scene.commit().unwrap();
    assert_eq!(commit.id, scene.git(&["rev-parse", "HEAD"]));
    assert_eq!(scene.git(&["show", "--name-only", "--format=", "HEAD"]), FILE);
    assert_eq!(scene.git(&["diff", "--cached", "--name-only"]), "notes.txt");
    let message = scene.git(&["log", "-1", "--format=%B"]);
    assert_eq!(message, "第4次调度会 2023-09-15：议定6项，报数14条");
    assert_eq!(scene.git(&["log", "-1", "--format=%an <%ae>"]), "甲秘书 <a@example.cn>");
}

#[test]
fn a_second_try_finds_it_done() {
    let scene = Scene::new();
    let first = scene.commit().unwrap();
    assert_eq!(scene.commit().unwrap(), first);
    assert_eq!(scene.git(&["rev-list", "--count", "HEAD"]), "2");
}

#[test]
fn the_first_commit_of_a_repository_is_no_exception() {
    let scene = Scene::nameless();
    let who = Identity { name: "甲秘书".into(), email: "a@example.cn".into() };
    assert_eq!(scene.commit(), Err(NotCommitted::NoIdentity));
    scene.repo().set_identity(&who).unwrap();
    assert_eq!(scene.repo().identity(), Ok(who));
    scene.commit().unwrap();
    assert_eq!(scene.git(&["rev-list", "--count", "HEAD"]), "1");
}

#[test]
fn an_identity_of_nothing_is_refused() {
    let repo = Scene::nameless();
    for (name, email) in [("", "a@b"), ("甲", " "), ("<>", "a@b"), ("甲\u{1b}[2J", "a@b")] {
        let who = Identity { name: name.into(), email: email.into() };
        assert_eq!(repo.repo().set_identity(&who), Err(NotCommitted::BadIdentity), "{who:?}");
    }
    let dashed = Identity { name: "--unset".into(), email: "-x@y".into() };
    repo.repo().set_identity(&dashed).unwrap();
    assert_eq!(repo.repo().identity(), Ok(dashed));
}

#[test]
fn several_files_enter_in_one_commit() {
    let scene = Scene::new();
    scene.put("snapshots/2023-09-08-interval.ron", "x\n");
    let other = scene.root().join("snapshots/2023-09-08-interval.ron");
    scene.repo().commit(&[&scene.file(), &other], "两个").unwrap();
    assert_eq!(scene.git(&["rev-list", "--count", "HEAD"]), "2");
    assert_eq!(scene.repo().committed(&[&other, &scene.file()]), Ok(vec![true, true]));
}

#[test]
fn committed_means_equal_to_the_last_byte() {
    let scene = Scene::new();
    let plan = scene.root().join("plan.ron");
    let gone = scene.root().join("snapshots/absent.ron");
    let asked = [plan.as_path(), &scene.file(), &gone];
    assert_eq!(scene.repo().committed(&asked), Ok(vec![true, false, false]));
    scene.put("plan.ron", "(format: 1)\n\n");
    assert_eq!(scene.repo().committed(&asked), Ok(vec![false, false, false]));
    assert_eq!(scene.repo().head_blob(&plan), Ok(Some(b"(format: 1)\n".to_vec())));
    assert_eq!(scene.repo().head_blob(&gone), Ok(None));
}

#[test]
fn names_and_messages_are_never_options_or_patterns() {
    let scene = Scene::new();
    for name in ["-f", "*.ron", ":(top)x", "a b", "$(touch pwned)", "议定.ron", "\"q\""] {
        let path = format!("snapshots/{name}");
        scene.put(&path, name);
        let file = scene.root().join(&path);
        scene.repo().commit(&[&file], "--amend\n# kept $(touch pwned)\u{1b}").unwrap();
        assert_eq!(scene.repo().committed(&[&file]), Ok(vec![true]), "{name}");
        assert_eq!(scene.git(&["log", "-1", "--format=%B"]), "--amend\n# kept $(touch pwned)");
    }
    assert!(!scene.root().join("pwned").exists());
    assert_eq!(scene.repo().committed(&[&scene.file()]), Ok(vec![false]));
}

#[test]
fn no_git_and_no_repository_are_told_apart() {
    let scene = Scene::new();
    let absent = scene.repo().run_by(Git::default().program("/nonexistent/git"));
    assert_eq!(absent.commit(&[&scene.file()], "x"), Err(NotCommitted::NoGit));
    assert!(Repo::find(scene.folder.path()).is_none());
    assert!(Repo::find(&scene.root().join("absent")).is_none());
    let bare = scene.folder.path().join("bare.git");
    scene.git(&["init", "-q", "--bare", bare.to_str().unwrap()]);
    assert!(Repo::find(&bare).is_none());
}

#[test]
fn a_file_outside_the_repository_is_refused() {
    let scene = Scene::new();
    let outside = scene.folder.path().join("outside.ron");
    fs::write(&outside, "x").unwrap();
    let why = scene.repo().commit(&[&outside], "x").unwrap_err();
    assert_eq!(why, NotCommitted::Outside { file: outside.display().to_string() });
}

#[test]
fn a_locked_index_is_named_and_left_alone() {
    let scene = Scene::new();
    let lock = scene.repo().folders.own.join("index.lock");
    fs::write(&lock, "").unwrap();
    let before = scene.git(&["rev-parse", "HEAD"]);
    assert_eq!(scene.commit(), Err(NotCommitted::Locked { lock: lock.display().to_string() }));
    assert!(lock.exists());
    assert_eq!(scene.git(&["rev-parse", "HEAD"]), before);
    fs::remove_file(&lock).unwrap();
    scene.commit().unwrap();
}

#[test]
fn a_lock_that_appears_meanwhile_is_named_too() {
    let scene = Scene::new();
    scene.hook("pre-commit", ": > .git/HEAD.lock");
    let NotCommitted::Hook { said } = scene.refused() else { panic!("not refused") };
    assert!(said.contains("HEAD.lock"), "{said}");
}

/// Two branches that changed `plan.ron` in different ways.
fn forked() -> Scene {
    let scene = Scene::new();
    scene.git(&["switch", "-qc", "other"]);
    scene.put("plan.ron", "(other: 1)\n");
    scene.git(&["commit", "-qam", "other"]);
    scene.git(&["switch", "-q", "main"]);
    scene.put("plan.ron", "(main: 1)\n");
    scene.git(&["commit", "-qam", "main"]);
    scene
}

#[test]
fn what_is_unfinished_is_named_with_the_command_that_ends_it() {
    for command in ["merge", "rebase", "cherry-pick"] {
        let scene = forked();
        scene.git(&[command, "other"]);
        assert_eq!(scene.refused(), NotCommitted::Unfinished { what: format!("git {command}") });
        scene.git(&[command, "--abort"]);
        scene.commit().unwrap();
    }
}

#[test]
fn a_conflict_without_a_merge_is_named() {
    let scene = forked();
    scene.put("plan.ron", "(stashed: 1)\n");
    scene.git(&["stash", "-q"]);
    scene.put("plan.ron", "(again: 1)\n");
    scene.git(&["commit", "-qam", "again"]);
    scene.git(&["stash", "pop"]);
    assert_eq!(scene.refused(), NotCommitted::Conflict { file: "plan.ron".into() });
}

#[test]
fn a_detached_head_takes_no_commit() {
    let scene = Scene::new();
    scene.git(&["switch", "-q", "--detach"]);
    assert_eq!(scene.refused(), NotCommitted::Detached);
    scene.git(&["switch", "-q", "main"]);
    scene.commit().unwrap();
}

#[test]
fn an_ignored_file_is_named() {
    let scene = Scene::new();
    scene.put(".gitignore", "snapshots/\n");
    assert_eq!(scene.refused(), NotCommitted::Ignored { file: FILE.into() });
}

#[test]
fn bytes_that_git_changed_are_not_committed() {
    let scene = Scene::new();
    scene.git(&["config", "core.autocrlf", "true"]);
    fs::write(scene.file(), "(a: 1)\r\n").unwrap();
    assert_eq!(scene.commit(), Err(NotCommitted::LineEnds { file: FILE.into() }));
    scene.put(".gitattributes", "snapshots/*.ron -text -filter -ident -merge\n");
    scene.git(&["rm", "-q", "--cached", FILE]);
    scene.commit().unwrap();
    scene.put(FILE, "(b: 1)\n");
    scene.hook("pre-commit", &format!("echo more >> {FILE}; git add {FILE}"));
    fs::write(scene.root().join(FILE), "(b: 1)\n").unwrap();
    let why = scene.commit().err();
    assert_eq!(why, Some(NotCommitted::Different { file: FILE.into() }));
}

#[test]
fn worktrees_submodules_and_links_are_found() {
    let scene = Scene::new();
    scene.git(&["worktree", "add", "-q", "../second", "-b", "second"]);
    let second = Repo::find(&scene.folder.path().join("second")).unwrap();
    let root = fs::canonicalize(scene.root()).unwrap();
    assert_eq!(second.common_dir(), root.join(".git"));
    let file = second.root().join("new.ron");
    fs::write(&file, "x").unwrap();
    second.run_by(scene.runner()).commit(&[&file], "x").unwrap();

    let link = scene.folder.path().join("link");
    symlink(scene.root(), &link).unwrap();
    let repo = Repo::find(&link.join("snapshots")).unwrap().run_by(scene.runner());
    assert_eq!(repo.root(), root);
    repo.commit(&[&link.join(FILE)], "x").unwrap();
    assert_eq!(scene.repo().committed(&[&scene.file()]), Ok(vec![true]));
}

#[test]
fn a_strange_owner_is_explained() {
    let scene = Scene::new();
    let repo = scene.repo().run_by(scene.runner().with_env("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1"));
    let folder = repo.root().display().to_string();
    let why = repo.commit(&[&scene.file()], "x").unwrap_err();
    assert_eq!(why, NotCommitted::Foreign { folder: folder.clone() });
    assert!(why.text(Lang::Zh).ends_with(&format!("--add safe.directory {folder}")));
}

#[test]
fn only_who_and_which_configuration_is_kept_of_the_environment() {
    for name in ["GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_CONFIG_COUNT", "LANGUAGE"] {
        assert!(program::misleads(name), "{name}");
    }
    for name in ["GIT_AUTHOR_NAME", "GIT_CONFIG_GLOBAL", "HOME", "PATH", "GNUPGHOME"] {
        assert!(!program::misleads(name), "{name}");
    }
}

#[test]
fn a_run_gets_this_environment_and_no_other() {
    let scene = Scene::new();
    let script = scene.folder.path().join("env.sh");
    // Another process writes it: while one of ours has it open for writing, a fork of a neighbouring
    // test inherits that, and the script is "busy" for whoever wants to run it.
    let lines = "printf '%s\\n' '#!/bin/sh' 'env | grep ^GIT_ | sort' >\"$0\" && chmod 755 \"$0\"";
    let written = Command::new("sh").args(["-c", lines]).arg(&script).status();
    assert!(written.unwrap().success());
    let ran = Git::default().program(script).run(&scene.root(), Access::Read, &[], None).unwrap();
    let environment = String::from_utf8(ran.output).unwrap();
    let wanted = "GIT_ASKPASS=true\nGIT_EDITOR=true\nGIT_LITERAL_PATHSPECS=1\n\
                  GIT_OPTIONAL_LOCKS=0\nGIT_PAGER=cat\nGIT_TERMINAL_PROMPT=0\n";
    let ours = |line: &&str| !line.starts_with("GIT_AUTHOR") && !line.starts_with("GIT_CO");
    let seen: Vec<&str> = environment.lines().filter(ours).collect();
    assert_eq!(seen, wanted.lines().collect::<Vec<_>>());
}

#[test]
fn attributes_that_would_touch_a_sealed_file_are_seen() {
    let line = |rest: &str| format!("snapshots/*.ron {rest}\n");
    for (attributes, alone) in [
        (String::new(), false),
        (line("-text -filter -ident -merge"), true),
        (line("binary"), true),
        (line("-text"), false),
        (line("-merge"), false),
        (line("-text -merge ident"), false),
        (line("-text -merge filter=lfs"), false),
        (line("-text -merge") + "* text=auto\n", false),
    ] {
        let scene = Scene::new();
        scene.put(".gitattributes", &attributes);
        assert_eq!(scene.repo().leaves_alone(&scene.file()), Ok(alone), "{attributes}");
    }
}
