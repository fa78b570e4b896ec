//! From what git said to why something is not committed. What a hook printed is made safe here.

use super::folder::Folders;
use super::program::{NotRun, Ran};
use crate::view::shown::Shown;
use crate::words::NotCommitted;

/// The most that is repeated of what a hook or git printed: its last lines, in characters.
const SAID: usize = 400;

/// A run that did not happen, or did not end.
pub(super) fn not_run(why: NotRun) -> NotCommitted {
    match why {
        NotRun::NoProgram => NotCommitted::NoGit,
        NotRun::TimedOut(patience) => {
            NotCommitted::TooSlow { seconds: patience.as_secs_f64().to_string() }
        }
        NotRun::Failed(error) => {
            NotCommitted::Refused { said: words(error.to_string().as_bytes()) }
        }
    }
}

/// What a run complained about.
pub(super) fn text(ran: &Ran) -> String {
    String::from_utf8_lossy(&ran.complaint).into_owned()
}

/// What git itself complains about, where its words are known. It was run in plain English.
pub(super) fn said(complaint: &[u8], folders: &Folders, file: String) -> Option<NotCommitted> {
    let text = String::from_utf8_lossy(complaint);
    let says = |part: &str| text.contains(part);
    let folder = || folders.root.display().to_string();
    if says("detected dubious ownership") {
        return Some(NotCommitted::Foreign { folder: folder() });
    }
    if says("not a git repository") {
        return Some(NotCommitted::NotARepository { folder: folder() });
    }
    if says("index.lock': File exists") {
        return Some(folders.locked());
    }
    if says("ignored by one of your .gitignore files") {
        return Some(NotCommitted::Ignored { file });
    }
    if says("failed to sign the data") || says("gpg.format") || says("user.signingKey") {
        return Some(NotCommitted::Signing { said: words(complaint) });
    }
    let nameless = says("tell me who you are") || says("empty ident name");
    nameless.then_some(NotCommitted::NoIdentity)
}

/// The first file of `git ls-files --unmerged -z`: `MODE NAME STAGE<TAB>FILE<NUL>`.
pub(super) fn first_conflict(output: &[u8]) -> Option<String> {
    let entry = output.split(|byte| *byte == 0).find(|entry| !entry.is_empty())?;
    let file = entry.splitn(2, |byte| *byte == b'\t').nth(1)?;
    Some(Shown::new(String::from_utf8_lossy(file)).to_string())
}

/// How the bytes in HEAD differ from those on the disk.
pub(super) fn difference(file: &str, head: Option<&[u8]>, disk: Option<&[u8]>) -> NotCommitted {
    let file = file.to_owned();
    let bare =
        |bytes: &[u8]| -> Vec<u8> { bytes.iter().copied().filter(|byte| *byte != b'\r').collect() };
    match (head, disk) {
        (Some(head), Some(disk)) if bare(head) == bare(disk) => NotCommitted::LineEnds { file },
        _ => NotCommitted::Different { file },
    }
}

/// The last lines of what was printed, in one line that cannot steer a terminal.
pub(super) fn words(printed: &[u8]) -> String {
    let text = String::from_utf8_lossy(printed);
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let line = lines.join(" / ");
    let cut = line.char_indices().rev().nth(SAID - 1).map_or(0, |(at, _)| at);
    let mark = if cut > 0 { ".. " } else { "" };
    Shown::new(format!("{mark}{}", &line[cut..])).to_string()
}
