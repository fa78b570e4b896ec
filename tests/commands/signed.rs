//! `log` says of every snapshot whether git has it, by which commit, and how that is signed; `check`
//! says where the folder is not what git has.

use std::fs;
use std::process::Command;

use serde_json::Value;

use crate::commands::book::Book;

/// A meeting on a day.
fn met(book: &Book, day: &str) {
    book.done(&["meet", "open", "--date", day]);
    book.done(&["decide", "1.4", "太安路迁改"]);
    book.done(&["meet", "close"]);
}

/// Makes a key and has git sign with it. There is no test without the program that makes keys.
fn signing(book: &Book) -> String {
    let key = book.at("key");
    let mut keygen = Command::new("ssh-keygen");
    keygen.args(["-q", "-t", "ed25519", "-N", "", "-C", "演练", "-f"]).arg(&key);
    let made = keygen.status().unwrap_or_else(|why| panic!("ssh-keygen is needed here: {why}"));
    assert!(made.success());
    let key = format!("{}.pub", key.display());
    book.git(&["config", "gpg.format", "ssh"]);
    book.git(&["config", "user.signingkey", &key]);
    book.git(&["config", "commit.gpgsign", "true"]);
    fs::read_to_string(key).unwrap()
}

/// The lines of `log`, and its rows for programs.
fn log(book: &Book) -> (Vec<String>, Vec<Value>) {
    let lines = book.done(&["log"]).lines().map(str::to_owned).collect();
    let json: Value = serde_json::from_str(&book.done(&["log", "--format", "json"])).unwrap();
    (lines, json.as_array().unwrap().clone())
}

#[test]
fn a_signature_is_good_unknown_missing_or_bad() {
    let book = Book::in_git();
    met(&book, "2023-09-15");
    let key = signing(&book);
    met(&book, "2023-09-20");
    let (lines, rows) = log(&book);
    let short = book.git(&["rev-parse", "--short=10", "HEAD"]).trim().to_owned();
    assert!(lines[0].contains(&format!("已入库 {short}  已签名（密钥不在名单）")), "{lines:#?}");
    assert!(lines[1].contains("已入库 ") && lines[1].ends_with("未签名"), "{lines:#?}");
    assert!(lines[2].starts_with("0000-adopted") && lines[2].ends_with("未签名"), "{lines:#?}");
    assert_eq!((&rows[0]["signature"], &rows[1]["signature"]), (&"unknown".into(), &"none".into()));
    assert_eq!((&rows[0]["committed"], &rows[0]["signer"]), (&true.into(), &Value::Null));

    let known = book.at("known");
    fs::write(&known, format!("jia@example.invalid {key}")).unwrap();
    book.git(&["config", "gpg.ssh.allowedSignersFile", known.to_str().unwrap()]);
    let (lines, rows) = log(&book);
    assert!(lines[0].ends_with("已签名 jia@example.invalid"), "{lines:#?}");
    assert_eq!(
        (&rows[0]["signature"], &rows[0]["signer"]),
        (&"good".into(), &"jia@example.invalid".into())
    );

    // Somebody writes another message over the signature.
    let object = book.git(&["cat-file", "commit", "HEAD"]).replacen("\n\n第2次", "\n\n第9次", 1);
    fs::write(book.at("object"), object).unwrap();
    let forged = book.git(&["hash-object", "-t", "commit", "-w", "object"]);
    book.git(&["update-ref", "HEAD", forged.trim()]);
    let (lines, rows) = log(&book);
    assert!(lines[0].contains("  签名不符"), "{lines:#?}");
    assert_eq!(rows[0]["signature"], "bad");
}

#[test]
fn what_git_does_not_have_is_not_committed() {
    let book = Book::in_git();
    met(&book, "2023-09-15");
    book.git(&["config", "--unset", "user.name"]);
    book.git(&["config", "user.useConfigOnly", "true"]);
    met(&book, "2023-09-20");
    let (lines, rows) = log(&book);
    assert!(lines[0].ends_with("未入库") && lines[1].contains("已入库 "), "{lines:#?}");
    assert_eq!((&rows[0]["committed"], &rows[0]["commit"]), (&false.into(), &Value::Null));
    // Without a repository nobody is asked, and nothing is said.
    let book = Book::plain();
    met(&book, "2023-09-15");
    let (lines, rows) = log(&book);
    assert!(!lines[0].contains("入库"), "{lines:#?}");
    assert_eq!(rows[0]["committed"], Value::Null);
}

#[test]
fn what_is_not_as_git_has_it_is_a_fault() {
    let whole = Book::in_git();
    met(&whole, "2023-09-15");
    met(&whole, "2023-09-20");
    assert_eq!(whole.run(&["check"]).code, Some(0));

    // The newest is gone: no other file names it, but git does.
    let book = whole.copy();
    fs::remove_file(book.at("snapshots/2023-09-20.ron")).unwrap();
    let checked = book.run(&["check"]);
    assert_eq!(checked.code, Some(1), "{checked:?}");
    assert!(
        checked.out.contains("2023-09-20.ron") && checked.out.contains("盘上没有"),
        "{checked:?}"
    );

    // The newest was written anew under a seal of its own: no other file has its seal, but git has.
    let book = whole.copy();
    let path = "snapshots/2023-09-20.ron";
    let text = String::from_utf8(book.read(path)).unwrap();
    let (body, _) = text.rsplit_once("// seal").unwrap();
    let (before, last) = body.rsplit_once("太安路迁改").unwrap();
    let forged = yiding::format::seal::sealed(format!("{before}太平路迁改{last}"));
    book.write(path, forged.as_bytes());
    let checked = book.run(&["check"]);
    assert_eq!(checked.code, Some(1), "{checked:?}");
    assert!(checked.out.contains("与入库的不同"), "{checked:?}");
    assert_eq!(book.read(path), forged.as_bytes(), "left as it was");
    let (lines, _) = log(&book);
    assert!(lines[0].ends_with("与库里的不同"), "{lines:#?}");

    // Committed over: the folder is as HEAD has it, and its past is told.
    book.git(&["commit", "-qm", "改", "--", path]);
    let checked = book.run(&["check"]);
    assert_eq!(checked.code, Some(0), "{checked:?}");
    let commit = book.git(&["rev-parse", "--short=10", "HEAD"]).trim().to_owned();
    assert!(checked.said.contains(&format!("{commit} 改动过封存的 2023-09-20")), "{checked:?}");
}
