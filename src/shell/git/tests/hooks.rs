//! Hooks and signatures: programs of others in the middle of a commit.

use super::*;

#[test]
fn a_hook_that_refuses_is_quoted_without_its_escapes() {
    let scene = Scene::new();
    scene.hook("pre-commit", "printf '\\033[2J不行\\r\\n先盖章\\n' >&2; exit 1");
    let said = "<001B>[2J不行 / 先盖章".to_owned();
    assert_eq!(scene.refused(), NotCommitted::Hook { said });
    fs::remove_file(scene.root().join(".git/hooks/pre-commit")).unwrap();
    scene.commit().unwrap();
}

#[test]
fn what_a_hook_shouts_is_cut_to_its_end() {
    let scene = Scene::new();
    scene.hook("commit-msg", "i=0; while [ $i -lt 2000 ]; do echo 行$i; i=$((i+1)); done; exit 1");
    let NotCommitted::Hook { said } = scene.refused() else { panic!("not refused") };
    assert!(said.starts_with(".. ") && said.ends_with("行1999"), "{said}");
    assert_eq!(said.chars().count(), ".. ".len() + 400);
}

#[test]
fn a_hook_that_hangs_is_ended_and_the_repository_is_free() {
    let scene = Scene::new();
    scene.hook("pre-commit", "echo $$ > ../hook.pid; exec sleep 600");
    let repo = scene.repo().run_by(scene.runner().patience(Duration::from_millis(300)));
    let begun = Instant::now();
    let why = repo.commit(&[&scene.file()], "x").unwrap_err();
    assert_eq!(why, NotCommitted::TooSlow { seconds: "0.3".into() });
    assert!(begun.elapsed() < Duration::from_secs(10));
    let hook = fs::read_to_string(scene.folder.path().join("hook.pid")).unwrap();
    let process = PathBuf::from(format!("/proc/{}/cmdline", hook.trim()));
    while fs::read(&process).is_ok_and(|command| !command.is_empty()) {
        assert!(begun.elapsed() < Duration::from_secs(10), "the hook is still there");
        std::thread::yield_now();
    }
    fs::remove_file(scene.root().join(".git/hooks/pre-commit")).unwrap();
    scene.commit().unwrap();
}

#[test]
fn a_hook_that_hangs_after_the_commit_does_not_undo_it() {
    let scene = Scene::new();
    scene.hook("post-commit", "exec sleep 600");
    let repo = scene.repo().run_by(scene.runner().patience(Duration::from_millis(500)));
    let commit = repo.commit(&[&scene.file()], "x").unwrap();
    assert_eq!(commit.id, scene.git(&["rev-parse", "HEAD"]));
}

#[test]
fn what_a_hook_leaves_behind_is_not_waited_for() {
    let scene = Scene::new();
    scene.hook("post-commit", "sleep 600 & echo $! > ../left.pid");
    let begun = Instant::now();
    scene.commit().unwrap();
    assert!(begun.elapsed() < PATIENCE);
    let left = fs::read_to_string(scene.folder.path().join("left.pid")).unwrap();
    assert!(Command::new("kill").arg(left.trim()).status().unwrap().success());
}

#[test]
fn a_hook_gets_no_input_and_its_questions_get_no_answer() {
    let scene = Scene::new();
    scene.hook("pre-commit", "if read line; then exit 0; fi; echo \"asked: $GIT_DIR\"; exit 1");
    let NotCommitted::Hook { said } = scene.refused() else { panic!("not refused") };
    assert!(said.starts_with("asked:"), "{said}");
}

#[test]
fn a_signature_that_fails_is_told_from_a_hook() {
    let scene = Scene::new();
    scene.git(&["config", "commit.gpgsign", "true"]);
    scene.git(&["config", "gpg.program", "false"]);
    assert!(matches!(scene.refused(), NotCommitted::Signing { .. }));
}
