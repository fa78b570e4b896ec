//! The binary from outside: what it prints where, and how it ends.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test that runs the binary")]

use std::process::{Command, Stdio};

/// The program with nothing of the machine's locale.
fn yiding(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yiding"));
    command.args(arguments).env_clear().stdin(Stdio::null());
    command
}

/// Exit code, standard output, standard error.
fn ran(arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = yiding(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn help_and_version_are_data() {
    let (code, out, complaint) = ran(&["--version"]);
    let version = format!("yiding {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!((code, out, complaint), (Some(0), version, String::new()));
    for flags in [["-h"], ["--help"], ["man"]] {
        let (code, out, complaint) = ran(&flags);
        assert_eq!((code, complaint.as_str()), (Some(0), ""));
        assert!(out.ends_with('\n') && !out.contains('\u{1b}'), "{out}");
    }
}

#[test]
fn a_wrong_call_speaks_on_standard_error_and_ends_with_2() {
    let said = "yiding: 没有“\u{3c}001B>[2Jx”这个命令\n  写法见 yiding -h\n";
    let wanted = (Some(2), String::new(), said.to_owned());
    assert_eq!(ran(&["\u{1b}[2Jx"]), wanted);
}

#[test]
fn a_reader_that_leaves_is_no_failure() {
    let mut child = yiding(&["completions", "bash"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

#[test]
fn a_full_disk_behind_standard_output_is_told() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = yiding(&["--lang", "en", "man"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert!(complaint.starts_with("yiding: the output could not be written: "), "{complaint}");
}
