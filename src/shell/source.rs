//! A report from a path or from standard input, and a PDF by way of the program that reads one.
//!
//! Everything in it is untrusted: nothing larger than a report is read, only plain files are opened,
//! and the other program gets its bytes and a time, but no path and no shell.

use std::io::{self, Read};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::child::{self, NotRun, Ran};
use super::trouble::{reason, show};
use crate::format::source::{self, Charset, LARGEST, Source, Taken};
use crate::words::Lang;
use crate::words::book::Unopened as Why;
use crate::words::source::NotRead;

/// How long a PDF may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// The program that makes text of a PDF.
const PDFTOTEXT: &str = "pdftotext";

/// Reads a report; `-` is standard input.
///
/// # Errors
/// Why it cannot be read, and what to do.
pub fn read(path: &Path, charset: Option<Charset>, lang: Lang) -> Result<Source, Why> {
    let refused = |why: String| Why::NotRead { path: show(path), why };
    let bytes = bytes(path).map_err(|error| refused(reason(&error, lang)))?;
    let bytes = bytes.ok_or_else(|| refused(NotRead::NotAFile.text(lang)))?;
    let taken = match source::read(&bytes, charset) {
        Ok(Taken::Source(source)) => Ok(source),
        Ok(Taken::Pdf) => pdf(bytes, PDFTOTEXT, PATIENCE, lang),
        Err(why) => Err(why),
    };
    taken.map_err(|why| refused(why.text(lang)))
}

/// The bytes of a plain file, or of standard input; one more than the largest report is enough to
/// know that it is too large. None for what is no plain file: it may never end.
fn bytes(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let whole = |from: &mut dyn Read| {
        let mut bytes = Vec::new();
        from.take(LARGEST as u64 + 1).read_to_end(&mut bytes).map(|_| bytes)
    };
    if path == Path::new("-") {
        return whole(&mut io::stdin().lock()).map(Some);
    }
    if !std::fs::metadata(path)?.is_file() {
        return Ok(None);
    }
    whole(&mut std::fs::File::open(path)?).map(Some)
}

fn pdf(bytes: Vec<u8>, program: &str, patience: Duration, lang: Lang) -> Result<Source, NotRead> {
    let mut command = Command::new(program);
    command.args(["-layout", "-enc", "UTF-8", "-", "-"]).env("LC_ALL", "C.UTF-8").process_group(0);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let said = |error: &io::Error| NotRead::PdfRefused { why: reason(error, lang) };
    let ran = command.spawn().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => NotRead::NoPdfReader,
        _ => said(&error),
    });
    match child::follow(ran?, Some(bytes), patience) {
        Ok(Ran { success: true, output, .. }) => source::paged(&String::from_utf8_lossy(&output)),
        Ok(Ran { complaint, .. }) => {
            let complaint = String::from_utf8_lossy(&complaint);
            let why = complaint.lines().next().unwrap_or_default().trim().to_owned();
            Err(NotRead::PdfRefused { why })
        }
        Err(NotRun::TimedOut(most)) => Err(NotRead::PdfSlow { most: most.as_secs().to_string() }),
        Err(NotRun::NoProgram) => Err(NotRead::NoPdfReader),
        Err(NotRun::Failed(error)) => Err(said(&error)),
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    /// A program in the place of pdftotext.
    fn instead(script: &str, patience: Duration) -> Result<Source, NotRead> {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("pdftotext");
        std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        pdf(b"%PDF-1.7 nothing".to_vec(), path.to_str().unwrap(), patience, Lang::Zh)
    }

    #[test]
    fn a_pdf_is_what_the_other_program_makes_of_it() {
        let read = instead("cat >/dev/null; printf '  （一）壮大\\n'", PATIENCE).unwrap();
        assert_eq!(read.text, "（一）壮大\n");
    }

    #[test]
    fn a_program_that_refuses_says_nothing_hangs_or_is_missing_is_told() {
        let refused = instead("echo 'Syntax Error: no xref' >&2; exit 1", PATIENCE);
        assert_eq!(refused, Err(NotRead::PdfRefused { why: "Syntax Error: no xref".into() }));
        assert_eq!(instead("exit 0", PATIENCE), Err(NotRead::NoWordsInPdf));
        let slow = instead("sleep 600", Duration::from_millis(200));
        assert_eq!(slow, Err(NotRead::PdfSlow { most: "0".into() }));
        assert_eq!(
            pdf(Vec::new(), "/nowhere/pdftotext", PATIENCE, Lang::Zh),
            Err(NotRead::NoPdfReader)
        );
        let temp = tempfile::tempdir().unwrap();
        let nothing_to_run = temp.path().join("pdftotext");
        std::fs::write(&nothing_to_run, "").unwrap();
        let why = pdf(Vec::new(), nothing_to_run.to_str().unwrap(), PATIENCE, Lang::Zh);
        let denied = "没有权限，请检查属主和权限".to_owned();
        assert_eq!(why, Err(NotRead::PdfRefused { why: denied }));
    }

    #[test]
    fn only_plain_files_are_read() {
        let temp = tempfile::tempdir().unwrap();
        assert!(
            read(temp.path(), None, Lang::Zh)
                .unwrap_err()
                .text(Lang::Zh)
                .contains("读不了：这不是普通文件")
        );
        assert!(read(&temp.path().join("无"), None, Lang::Zh).is_err());
        let path = temp.path().join("报告.txt");
        std::fs::write(&path, "（一）壮大\n").unwrap();
        assert_eq!(read(&path, None, Lang::Zh).unwrap().text, "（一）壮大\n");
    }
}
