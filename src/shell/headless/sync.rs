//! 同步: what the other desks have is fetched and joined, and what this one has is sent.

use super::hand::{Hand, refusal, site};
use super::{Answer, merge};
use crate::app::act;
use crate::shell::args::Settings;
use crate::shell::failure::{Failure, FailureKind};
use crate::shell::git::{Pushed, Remote, Repo};
use crate::shell::trouble::show;
use crate::words::sync::{NotSynced, Synced};
use crate::words::{Lang, NotCommitted, Notice};

/// How often something new at the remote is fetched before a person is asked to try again.
const TRIES: usize = 3;

/// `sync`
pub fn sync(settings: &Settings) -> Result<Answer, Failure> {
    let (site, lang) = (site(settings)?, settings.lang);
    let repo = site.repo().ok_or_else(|| {
        let why = NotCommitted::NotARepository { folder: show(site.root()) };
        Failure::new(FailureKind::Forbidden, why.text(lang))
    })?;
    let remote = repo.remote().map_err(|why| failure(&why, lang))?;
    let mut all = Answer::default();
    let (mut received, mut sent) = (0, 0);
    if repo.is_merging() {
        take(&mut all, merge::joined(settings)?);
    }
    for _ in 0..TRIES {
        let known = fetched(repo, &remote, settings, &mut all)?;
        if let Some(behind) = known {
            received += behind;
            if behind > 0 {
                take(&mut all, merge::joined(settings)?);
            }
        }
        let ahead = match known {
            Some(_) => repo.apart().map_err(|why| failure(&why, lang))?.ahead,
            None => 1,
        };
        if ahead == 0 {
            return Ok(done(all, received, sent, lang));
        }
        match repo.push(&remote).map_err(|why| failure(&why, lang))? {
            Pushed::Done => {
                sent += ahead;
                return Ok(done(all, received, sent, lang));
            }
            Pushed::Raced => {}
        }
    }
    Err(failure(&NotSynced::Raced { remote: remote.name }, lang))
}

/// Fetches and merges, while nobody else writes. How many commits came; none where the remote has no
/// such branch yet.
fn fetched(
    repo: &Repo,
    remote: &Remote,
    settings: &Settings,
    all: &mut Answer,
) -> Result<Option<usize>, Failure> {
    let lang = settings.lang;
    let mut hand = Hand::join(settings)?;
    if hand.session.meeting().is_some() {
        return Err(refusal(&Notice::MeetingOpen, lang));
    }
    if hand.session.keeping.uncommitted.is_some() {
        let again = act::commit_again(&hand.session);
        hand.carry_out(again)?;
    }
    let unsealed = hand.session.open.as_ref().filter(|open| !open.is_empty());
    let told = unsealed
        .filter(|open| open.open.joining().is_none())
        .map(|open| Synced::Unsealed { count: open.open.additions().len().to_string() }.text(lang));
    all.told.extend(told.filter(|told| !all.told.contains(told)));
    all.told.append(&mut hand.told);
    let known = repo.fetch(remote).map_err(|why| failure(&why, lang))?;
    if !known {
        return Ok(None);
    }
    let apart = repo.apart().map_err(|why| failure(&why, lang))?;
    if apart.behind > 0 {
        repo.merge_fetched(remote).map_err(|why| failure(&why, lang))?;
    }
    Ok(Some(apart.behind))
}

fn take(all: &mut Answer, more: Answer) {
    all.text.push_str(&more.text);
    all.told.extend(more.told);
}

fn done(mut all: Answer, received: usize, sent: usize, lang: Lang) -> Answer {
    all.told.push(match (received, sent) {
        (0, 0) => Synced::Nothing.text(lang),
        (received, sent) => {
            let (received, sent) = (received.to_string(), sent.to_string());
            Synced::Both { received, sent }.text(lang)
        }
    });
    all
}

fn failure(why: &NotSynced, lang: Lang) -> Failure {
    let kind = match why {
        NotSynced::NoGit | NotSynced::NoRemote | NotSynced::ManyRemotes { .. } => {
            FailureKind::Usage
        }
        NotSynced::Offline { .. } | NotSynced::Slow { .. } | NotSynced::Gone { .. } => {
            FailureKind::No
        }
        NotSynced::Denied { .. }
        | NotSynced::HookHere { .. }
        | NotSynced::HookThere { .. }
        | NotSynced::CheckedOut { .. } => FailureKind::Forbidden,
        NotSynced::Unrelated { .. }
        | NotSynced::Dirty { .. }
        | NotSynced::Raced { .. }
        | NotSynced::Detached
        | NotSynced::NoIdentity
        | NotSynced::Refused { .. } => FailureKind::Conflict,
    };
    Failure::new(kind, why.text(lang))
}
