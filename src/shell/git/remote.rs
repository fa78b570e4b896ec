//! The user's own remote: fetched, merged, pushed, by the user's own git.
//!
//! Nothing is ever forced, rebased, reset or stashed, and nothing but the branch that is checked out
//! is touched. What git says becomes a sentence with the next step.

use std::fs;
use std::time::Duration;

use super::program::{Access, NotRun, Ran};
use super::{NAMED, Repo, refusal};
use crate::words::sync::NotSynced;

/// How long the network may take.
pub const NETWORK: Duration = Duration::from_mins(1);

/// A branch of another repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remote {
    /// What the user calls the repository.
    pub name: String,
    /// `refs/heads/main`
    pub branch: String,
}

/// What each side has that the other lacks, in commits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Apart {
    /// Only here.
    pub ahead: usize,
    /// Only there.
    pub behind: usize,
}

/// What became of a push.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pushed {
    /// It has everything now.
    Done,
    /// It got something new meanwhile.
    Raced,
}

impl Repo {
    /// The branch with which this one goes together: the one that the user chose, else the branch of
    /// the same name in the only remote.
    ///
    /// # Errors
    /// That there is none, or that nobody could say which.
    pub fn remote(&self) -> Result<Remote, NotSynced> {
        let head = fs::read_to_string(self.folders.own.join("HEAD")).unwrap_or_default();
        let Some(branch) = head.trim().strip_prefix("ref: ").map(str::to_owned) else {
            return Err(NotSynced::Detached);
        };
        let format = "--format=%(upstream:remotename)%00%(upstream:remoteref)";
        let chosen = self.asked(&["for-each-ref", format, &branch])?;
        let chosen = String::from_utf8_lossy(&chosen.output).trim_end().to_owned();
        if let Some((name, branch)) = chosen.split_once('\0')
            && !name.is_empty()
            && name != "."
        {
            return Ok(Remote { name: name.into(), branch: branch.into() });
        }
        let names = self.asked(&["remote"])?;
        let names = String::from_utf8_lossy(&names.output).into_owned();
        let names: Vec<&str> = names.lines().collect();
        match names.as_slice() {
            [] => Err(NotSynced::NoRemote),
            [name] => Ok(Remote { name: (*name).to_owned(), branch }),
            names => Err(NotSynced::ManyRemotes { names: names.join("、") }),
        }
    }

    /// Fetches the branch; false where the remote has none yet.
    ///
    /// # Errors
    /// Why it could not be reached, or what it refused.
    pub fn fetch(&self, remote: &Remote) -> Result<bool, NotSynced> {
        let ran =
            self.network(remote, &["fetch", "--quiet", "--", &remote.name, &remote.branch])?;
        if ran.success {
            return Ok(true);
        }
        let text = String::from_utf8_lossy(&ran.complaint);
        if text.contains("couldn't find remote ref") { Ok(false) } else { Err(said(&ran, remote)) }
    }

    /// What this side and what was fetched lack of each other.
    ///
    /// # Errors
    /// That git could not say.
    pub fn apart(&self) -> Result<Apart, NotSynced> {
        let ran = self.asked(&["rev-list", "--left-right", "--count", "HEAD...FETCH_HEAD"])?;
        let text = String::from_utf8_lossy(&ran.output);
        let mut counts = text.split_whitespace().map(|count| count.parse().unwrap_or(0));
        let (ahead, behind) = (counts.next().unwrap_or(0), counts.next().unwrap_or(0));
        Ok(Apart { ahead, behind })
    }

    /// Merges what was fetched. A merge that stops at a conflict is left as git leaves it.
    ///
    /// # Errors
    /// Why nothing was merged.
    pub fn merge_fetched(&self, remote: &Remote) -> Result<(), NotSynced> {
        let options =
            [NAMED.as_slice(), &["merge", "--quiet", "--ff", "--no-edit", "FETCH_HEAD"]].concat();
        let ran = self.run(&options, None)?;
        if ran.success || self.is_merging() { Ok(()) } else { Err(said(&ran, remote)) }
    }

    /// Sends this branch. Never forced: what the remote got meanwhile is fetched again.
    ///
    /// # Errors
    /// What the remote, or a hook, refused.
    pub fn push(&self, remote: &Remote) -> Result<Pushed, NotSynced> {
        let what = format!("HEAD:{}", remote.branch);
        let ran = self.network(remote, &["push", "--quiet", "--", &remote.name, &what])?;
        if ran.success {
            return Ok(Pushed::Done);
        }
        let text = String::from_utf8_lossy(&ran.complaint);
        let raced = ["(fetch first)", "(non-fast-forward)", "cannot lock ref", "(stale info)"];
        if raced.iter().any(|word| text.contains(word)) {
            return Ok(Pushed::Raced);
        }
        let explained = said(&ran, remote);
        let unexplained = matches!(explained, NotSynced::Refused { .. });
        Err(match (unexplained && self.has_hook("pre-push"), explained) {
            (true, NotSynced::Refused { said }) => NotSynced::HookHere { said },
            (_, explained) => explained,
        })
    }

    fn network(&self, remote: &Remote, arguments: &[&str]) -> Result<Ran, NotSynced> {
        let arguments: Vec<_> = arguments.iter().map(std::ffi::OsStr::new).collect();
        let git = self.git.clone().patience(self.network);
        let ran = git.run(self.root(), Access::Write, &arguments, None);
        ran.map_err(|why| match why {
            NotRun::TimedOut(patience) => NotSynced::Slow {
                remote: remote.name.clone(),
                seconds: patience.as_secs_f64().to_string(),
            },
            why => not_run(why),
        })
    }

    /// A question that git answers, or an error.
    fn asked(&self, arguments: &[&str]) -> Result<Ran, NotSynced> {
        let ran = self.run(arguments, None)?;
        if ran.success { Ok(ran) } else { Err(refused(&ran)) }
    }

    fn run(&self, arguments: &[&str], input: Option<Vec<u8>>) -> Result<Ran, NotSynced> {
        let arguments: Vec<_> = arguments.iter().map(std::ffi::OsStr::new).collect();
        self.git.run(self.root(), Access::Write, &arguments, input).map_err(not_run)
    }

    fn has_hook(&self, name: &str) -> bool {
        let Ok(ran) = self.read(&["rev-parse", "--git-path", "hooks"], None) else { return false };
        let folder = self.root().join(String::from_utf8_lossy(&ran.output).trim_end());
        folder.join(name).is_file()
    }
}

fn not_run(why: NotRun) -> NotSynced {
    match why {
        NotRun::NoProgram => NotSynced::NoGit,
        NotRun::TimedOut(patience) => {
            NotSynced::Slow { remote: "git".into(), seconds: patience.as_secs_f64().to_string() }
        }
        NotRun::Failed(error) => {
            NotSynced::Refused { said: refusal::words(error.to_string().as_bytes()) }
        }
    }
}

fn refused(ran: &Ran) -> NotSynced {
    NotSynced::Refused { said: refusal::words(&ran.complaint) }
}

/// What git said, by the words that it is known for; it was run in plain English.
fn said(ran: &Ran, remote: &Remote) -> NotSynced {
    let text = [ran.output.as_slice(), &ran.complaint].concat();
    let text = String::from_utf8_lossy(&text);
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let said = refusal::words(text.as_bytes());
    let remote = remote.name.clone();
    if says(&["branch is currently checked out"]) {
        return NotSynced::CheckedOut { remote };
    }
    if says(&["remote rejected]", "hook declined", "GH006"]) {
        return NotSynced::HookThere { remote, said };
    }
    if says(&["unrelated histories"]) {
        return NotSynced::Unrelated { remote };
    }
    if says(&["would be overwritten", "commit your changes or stash them", "not uptodate"]) {
        return NotSynced::Dirty { said };
    }
    if says(&["Permission denied", "Authentication failed", "could not read Username", " 403"]) {
        return NotSynced::Denied { remote, said };
    }
    let offline = [
        "Could not resolve host",
        "Temporary failure in name resolution",
        "Name or service not known",
        "Connection refused",
        "Connection timed out",
        "Connection reset",
        "Network is unreachable",
        "No route to host",
        "Failed to connect",
        "unable to connect",
        "Operation timed out",
    ];
    if says(&offline) {
        return NotSynced::Offline { remote, said };
    }
    if says(&["does not appear to be a git repository", "not found", "does not exist"]) {
        return NotSynced::Gone { remote, said };
    }
    if says(&["tell me who you are", "empty ident name", "user.useConfigOnly"]) {
        return NotSynced::NoIdentity;
    }
    NotSynced::Refused { said }
}
