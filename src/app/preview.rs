//! 预览: the papers of a meeting in pages, as they would be printed at this moment.
//!
//! Of the meeting that is open, else of the last one. Nothing is kept: a page is made of the record
//! whenever it is looked at, so what was just recorded is on it.

use std::collections::BTreeMap;

use super::session::Session;
use crate::ledger::{Meeting, RecordId, SnapshotId};
use crate::papers::decisions::{self, Listed};
use crate::papers::ledger::Which;
use crate::papers::minutes::{Known, minutes};
use crate::papers::page::{self, Page};
use crate::papers::{Paper, before, bulletin, notices};
use crate::words::Lang;
use crate::words::before::Before;
use crate::words::bulletin::{Bulletin, NoticeOf};
use crate::words::column::Around;
use crate::words::paper::Paper as Word;

/// A paper that is looked at page by page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// Which.
    pub paper: Kind,
    /// Of which meeting; of the one that is open, else of the last one, unless one is named.
    pub of: Option<SnapshotId>,
    /// In which language it speaks.
    pub lang: Lang,
    /// The line with the cursor, counted over all pages; its page is shown.
    pub cursor: usize,
}

/// A paper of a meeting that has pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 会议纪要
    Minutes,
    /// 议定事项清单
    Decisions,
    /// 交办单, all of them
    Notices,
    /// 督查通报
    Bulletin,
    /// 会议议程
    Agenda,
}

impl Kind {
    /// Every paper, the one that is looked at most first.
    pub const ALL: [Self; 5] =
        [Self::Minutes, Self::Decisions, Self::Notices, Self::Bulletin, Self::Agenda];

    /// Its name.
    pub fn name(self, lang: Lang) -> String {
        match self {
            Self::Minutes => Word::Minutes.text(lang).to_owned(),
            Self::Decisions => Around::DecisionsName.text(lang),
            Self::Notices => NoticeOf::AllName.text(lang),
            Self::Bulletin => Bulletin::Name.text(lang),
            Self::Agenda => Before::AgendaName.text(lang),
        }
    }

    /// The one so many places on, around.
    #[must_use]
    pub fn step(self, by: usize) -> Self {
        let at = Self::ALL.iter().position(|kind| *kind == self).unwrap_or(0);
        Self::ALL[(at + by) % Self::ALL.len()]
    }
}

/// A paper on its pages, and which of its lines tell of which records.
#[derive(Debug)]
pub struct Laid {
    /// Its pages.
    pub pages: Vec<Page>,
    records: BTreeMap<usize, RecordId>,
}

impl Preview {
    /// The minutes, from their beginning.
    pub fn new(lang: Lang) -> Self {
        Self { paper: Kind::Minutes, of: None, lang, cursor: 0 }
    }

    /// The minutes of a meeting that was closed; none where nobody knows any more how it was held.
    pub fn of(session: &Session, meeting: &SnapshotId, lang: Lang) -> Option<Self> {
        let known = session.last_meetings().any(|last| last.id == *meeting);
        known.then(|| Self { of: Some(meeting.clone()), ..Self::new(lang) })
    }

    /// The paper on its pages; none where there is nothing to make it of.
    pub fn laid(&self, session: &Session) -> Option<Laid> {
        let paper = self.made(session)?;
        Some(Laid { pages: page::pages(&paper), records: paper.records })
    }

    fn made(&self, session: &Session) -> Option<Paper> {
        let meeting = match &self.of {
            Some(of) => session.last_meetings().find(|meeting| meeting.id == *of)?,
            None => session.meeting().or(session.last_meeting.as_ref())?,
        };
        let known = Known { plan: &session.plan, state: session.state(), lang: self.lang };
        match self.paper {
            Kind::Minutes => minutes(known, &[meeting]),
            Kind::Decisions => Some(decisions::paper(known, &[listed(session, meeting)])),
            Kind::Notices => sent_out(session, meeting, self.lang),
            Kind::Bulletin => Some(bulletin::paper(&session.grounds(), self.lang)),
            Kind::Agenda => Some(before::agenda(known, meeting)),
        }
    }
}

impl Laid {
    /// How many lines there are on all pages.
    pub fn count(&self) -> usize {
        self.pages.iter().map(|page| page.lines.len()).sum()
    }

    /// The page of a line, and which of its lines it is; the last one where there are fewer.
    pub fn place(&self, line: usize) -> (usize, usize) {
        let mut left = line.min(self.count().saturating_sub(1));
        for (nth, page) in self.pages.iter().enumerate() {
            if left < page.lines.len() {
                return (nth, left);
            }
            left -= page.lines.len();
        }
        (0, 0)
    }

    /// The first line of a page; of the last one where there are fewer.
    pub fn first_of(&self, page: usize) -> usize {
        let before = page.min(self.pages.len().saturating_sub(1));
        self.pages[..before].iter().map(|page| page.lines.len()).sum()
    }

    /// The record of which a line tells.
    pub fn record(&self, line: usize) -> Option<&RecordId> {
        let (page, line) = self.place(line);
        let of = self.pages.get(page)?.lines.get(line)?.of?;
        self.records.get(&of)
    }
}

/// 交办单 to everybody, in one paper; none where nobody has anything to do.
fn sent_out(session: &Session, meeting: &Meeting, lang: Lang) -> Option<Paper> {
    let ids: [SnapshotId; 1] = [meeting.id.clone()];
    let which = Which { meetings: &ids, offices: &[] };
    let on = session.grounds();
    let all = notices::notices(&on, which, &[meeting], lang);
    notices::together(&all)
}

fn listed<'a>(session: &'a Session, meeting: &'a Meeting) -> Listed<'a> {
    let sealed = &session.sealed;
    let own = (sealed.id() == meeting.id).then_some(&session.seal);
    Listed { meeting, seal: own.or_else(|| sealed.meetings.seal(&meeting.id)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::rehearsal::in_session;

    #[test]
    fn every_line_has_its_page_and_those_of_decisions_their_record() {
        let session = in_session();
        let mut told = Vec::new();
        for paper in Kind::ALL {
            let preview = Preview { paper, ..Preview::new(Lang::Zh) };
            let Some(laid) = preview.laid(&session) else { panic!("{paper:?}") };
            for line in 0..laid.count() {
                let (page, at) = laid.place(line);
                assert_eq!(laid.first_of(page) + at, line);
                told.extend(laid.record(line).cloned());
            }
            let last = laid.count() - 1;
            assert_eq!(laid.place(usize::MAX), laid.place(last));
        }
        told.sort();
        told.dedup();
        assert_eq!(told, session.read_back());
    }

    #[test]
    fn papers_go_around() {
        let all: Vec<Kind> = (0..5).map(|by| Kind::Minutes.step(by)).collect();
        assert_eq!((all.as_slice(), Kind::Agenda.step(1)), (&Kind::ALL[..], Kind::Minutes));
    }
}
