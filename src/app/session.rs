//! What everybody shares: the plan, the ledger, what is open, and how far it is on disk.
//!
//! Built from disk by the shell (plan, newest snapshot, journal); changed by acts alone. It has no
//! screen: two desks' screens would share one session.

mod held;

use std::collections::{BTreeMap, VecDeque};
use std::sync::OnceLock;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::catalogue::Catalogue;
use super::compare::Earlier;
use super::effect::{Pending, Publication};
use super::entry::Names;
use super::fork::Fork;
use super::index::Index;
use super::script::{Kept, Script};
use super::verdicts::{self, Verdicts};
use crate::judge::{self, Card, Gap, Grounds, Lists, Now, Rule, Verdict, reason};
use crate::ledger::{
    Account, AgendaItem, Assignment, Attendance, Edit, Header, History, Mark, Meeting, Reader,
    RecordId, Seal, Snapshot, SnapshotId,
};
use crate::plan::{Found, Party, Place, Plan, Table};
use crate::words::Lang;

/// The book as it stands.
pub struct Session {
    /// The plan as it reads today.
    pub plan: Plan,
    /// Its id and the digest of its adopted part.
    pub digest: String,
    /// The newest sealed snapshot.
    pub sealed: Snapshot,
    /// Its seal.
    pub seal: Seal,
    /// What is open; nothing right after a close, until the first record of the interval.
    pub open: Option<History>,
    /// The names of its roster, once somebody writes or searches.
    names: OnceLock<Names>,
    /// Those that are shown as they stand in the other script, once somebody reads it.
    kept: OnceLock<Kept>,
    /// Records by what people ask for; made anew with every record.
    pub index: Index,
    /// What can be asked of each decision; made anew when somebody looks after a record.
    pub catalogue: Catalogue,
    /// The lists before a meeting, once somebody looked.
    lists: OnceLock<Lists>,
    /// The rule by which is judged: the plan's, unless somebody asks for another.
    pub rule: Rule,
    /// How every row stands by that rule; made anew with every record and every day.
    pub verdicts: Verdicts,
    /// The last meeting, for prefilling the next one's page.
    pub last_meeting: Option<Meeting>,
    /// The last meeting of every other series.
    pub last_of_others: Vec<Meeting>,
    /// Snapshots before the newest that were read to be compared with.
    pub earlier: BTreeMap<SnapshotId, Earlier>,
    /// The day that counts as today.
    pub today: NaiveDate,
    /// The clock as the shell last read it.
    pub now: DateTime<FixedOffset>,
    /// Two lines of meetings that wait to be joined.
    pub fork: Option<Box<Fork>>,
    /// How far the records are on disk.
    pub keeping: Keeping,
    /// What reviewers left on what is open, reviewer by reviewer. It lies in files of their own.
    pub marks: Vec<Mark>,
    /// Who came to read, and who sits there now.
    pub readers: Vec<Reader>,
    /// How far the papers are that are being made: at which of how many. None are asked for meanwhile.
    pub papering: Option<(usize, usize)>,
}

/// How far the records are on disk.
#[derive(Clone, Debug, Default)]
pub struct Keeping {
    /// Lines that are asked to be kept, oldest first.
    pub pending: VecDeque<Pending>,
    /// How many lines were asked for in all.
    pub serial: u64,
    /// Why nothing can be recorded: another desk holds the book, or the folder is read-only.
    pub read_only: Option<String>,
    /// Why the last line was not kept; cleared by the next one that is.
    pub failed: Option<String>,
    /// What is being sealed, and what to open after it.
    pub closing: Option<Closing>,
    /// A snapshot that is published and not committed.
    pub uncommitted: Option<Publication>,
    /// What the act that is being carried out changes beside its records.
    pub beside: Vec<Edit>,
    /// What was open before, until the journal of what replaces it is there.
    pub replaced: Option<History>,
    /// The agenda that was being prepared when its interval was sealed, until it has a journal again:
    /// what is opened next takes it over.
    pub agenda: Table<u16, AgendaItem>,
}

/// A close under way.
#[derive(Clone, Debug)]
pub struct Closing {
    /// What is being published.
    pub publication: Publication,
    /// What is opened once it is.
    pub then: Option<Box<Header>>,
}

impl Session {
    /// A book of which nothing is known but its plan and its newest snapshot. Whoever adds to it calls
    /// [`Self::reindex`].
    pub fn new(
        plan: Plan,
        digest: String,
        sealed: Snapshot,
        seal: Seal,
        now: DateTime<FixedOffset>,
    ) -> Self {
        Self {
            names: OnceLock::new(),
            kept: OnceLock::new(),
            rule: Rule::of(&plan),
            verdicts: Verdicts::default(),
            plan,
            digest,
            sealed,
            seal,
            open: None,
            index: Index::default(),
            catalogue: Catalogue::default(),
            lists: OnceLock::new(),
            last_meeting: None,
            last_of_others: Vec::new(),
            earlier: BTreeMap::new(),
            today: now.date_naive(),
            now,
            fork: None,
            keeping: Keeping::default(),
            marks: Vec::new(),
            readers: Vec::new(),
            papering: None,
        }
    }

    /// Another reading of the plan: somebody edited it.
    pub fn replan(&mut self, plan: Plan) {
        self.names = OnceLock::new();
        self.kept = OnceLock::new();
        self.rule = Rule::of(&plan);
        self.plan = plan;
        self.reindex();
    }

    /// What stays as it is where text is shown in a script; nothing is shown otherwise in its own.
    pub fn shown_in(&self, script: Script) -> Option<&Kept> {
        let kept = || self.kept.get_or_init(|| Kept::of(&self.plan.roster));
        (script == Script::Traditional).then(kept)
    }

    /// The names of its roster, ready to be found in a line. Made for whoever asks first: nobody needs
    /// them to look at a screen.
    pub fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::new(&self.plan.roster))
    }

    /// What stands now: the open record, or the newest sealed one.
    pub fn state(&self) -> &Snapshot {
        self.open.as_ref().map_or(&self.sealed, |history| &history.open)
    }

    /// The decisions that are read back to the chair, by number: of the meeting that is open, else of
    /// the last one.
    pub fn read_back(&self) -> Vec<RecordId> {
        let meeting = self.meeting().or(self.last_meeting.as_ref()).map(|meeting| &meeting.id);
        let all = self.state().ledger.decisions.keys();
        all.filter(|id| Some(&id.snapshot) == meeting).cloned().collect()
    }

    /// Makes the index and the verdicts anew; whoever puts another state in place calls it.
    pub fn reindex(&mut self) {
        self.index = Index::new(self);
        self.judge();
    }

    /// Makes the index anew, and the verdicts on what edits touched; whoever changes the state calls
    /// it.
    pub fn follow(&mut self, edits: &[Edit]) {
        self.index = Index::new(self);
        let mut verdicts = std::mem::take(&mut self.verdicts);
        verdicts.follow(&self.grounds(), &self.index, edits);
        self.verdicts = verdicts;
        self.forget();
    }

    /// Judges everything anew by the rule.
    pub fn judge(&mut self) {
        self.verdicts = Verdicts::new(&self.grounds(), &self.index);
        self.forget();
    }

    /// What was worked out of the verdicts is out of date.
    fn forget(&mut self) {
        self.catalogue.forget();
        self.lists = OnceLock::new();
    }

    /// What the clock says. A new day is judged anew.
    pub fn set_clock(&mut self, now: DateTime<FixedOffset>, today: NaiveDate) {
        (self.now, self.today) = (now, today);
        if self.verdicts.day() != Some(today) {
            self.judge();
        }
    }

    /// On what everything is judged.
    pub fn grounds(&self) -> Grounds<'_> {
        Grounds { plan: &self.plan, state: self.state(), rule: &self.rule, today: self.today }
    }

    /// How a decision stands; none when there is no such decision.
    pub fn judged(&self, id: &RecordId) -> Option<Verdict> {
        judge::decision(&self.grounds(), id)
    }

    /// How a row stands: a target, a task, or a measure by what it sets and what was decided on it.
    pub fn verdict(&self, place: Place) -> Option<Verdict> {
        if let Some(verdict) = self.verdicts.of(place) {
            return Some(verdict.clone());
        }
        let Some(Found::Measure(measure)) = self.plan.find(place) else { return None };
        let of = |target: &crate::plan::Target| Some((target.id, self.verdicts.of(target.id)?));
        let targets = measure.targets.iter().filter_map(of);
        let open = verdicts::open(&self.grounds(), &self.index, place);
        let decisions = open.iter().map(|(id, verdict)| (*id, verdict));
        Some(judge::row(&self.grounds(), place, targets, decisions))
    }

    /// Why a row stands as it does, in one sentence.
    pub fn reason(&self, place: Place, lang: Lang) -> Option<String> {
        let target = match self.plan.find(place)? {
            Found::Target(target) => Some(target),
            _ => None,
        };
        Some(reason::text(&self.grounds(), target, &self.verdict(place)?, lang))
    }

    /// Why a decision stands as it does, in one sentence.
    pub fn reason_of(&self, id: &RecordId, lang: Lang) -> Option<String> {
        Some(reason::text(&self.grounds(), None, &self.judged(id)?, lang))
    }

    /// Works the catalogue out, unless it is as the session is.
    pub fn catalogued(&mut self) -> &Catalogue {
        if !self.catalogue.is_of(self.today) {
            self.catalogue = Catalogue::new(self);
        }
        &self.catalogue
    }

    /// The open meeting.
    pub fn meeting(&self) -> Option<&Meeting> {
        self.open.as_ref().and_then(|history| history.open.meeting())
    }

    /// Whether something is a record of what is open: it may still be changed and withdrawn.
    pub fn is_open(&self, snapshot: &SnapshotId) -> bool {
        self.open.as_ref().is_some_and(|history| history.open.id() == *snapshot)
    }

    /// The agenda of the open meeting, or of the one that is being prepared.
    pub fn agenda(&self) -> Option<&Table<u16, AgendaItem>> {
        match &self.open {
            Some(history) => history.open.agenda(),
            None => Some(&self.keeping.agenda).filter(|agenda| !agenda.is_empty()),
        }
    }

    /// 会前三张单: what the next meeting has to talk about. Worked out when somebody looks after a
    /// record or on a new day, and not on every key.
    pub fn lists(&self) -> &Lists {
        self.lists.get_or_init(|| Lists::of(&self.looked_at()))
    }

    fn looked_at(&self) -> Now<'_> {
        Now {
            on: self.grounds(),
            targets: self.verdicts.targets(),
            open: self.open.as_ref().map(|history| history.open.kind.id()),
        }
    }

    /// 发言卡 of an office.
    pub fn card(&self, party: &Party) -> Card<'_> {
        Card::of(party, &self.looked_at())
    }

    /// Who may be asked to speak, in protocol order: the offices that signed in, else all.
    pub fn speakers(&self) -> Vec<Party> {
        let all = self.attendees();
        let signed: Vec<Party> =
            all.iter().filter(|(_, here)| here.is_some()).map(|(party, _)| party.clone()).collect();
        if signed.is_empty() { all.into_iter().map(|(party, _)| party).collect() } else { signed }
    }

    /// The day from which due words count: the open meeting's, else today.
    pub fn base_day(&self) -> NaiveDate {
        self.meeting().and_then(|meeting| meeting.id.day()).unwrap_or(self.today)
    }

    /// The last day on which something can have happened: today, or the day of an open meeting that
    /// is held ahead of it.
    pub fn last_day(&self) -> NaiveDate {
        self.base_day().max(self.today)
    }

    /// Who is in the chair of the open meeting; empty without one.
    pub fn chair(&self) -> String {
        let sittings = self.meeting().map(|meeting| &meeting.sittings);
        let last = sittings.and_then(|sittings| sittings.values().next_back());
        last.map_or_else(String::new, |sitting| sitting.chair.clone())
    }

    /// Who has a row now; for a measure or a target, who has its task.
    pub fn assignment(&self, place: Place) -> Option<&Assignment> {
        self.state().assignment(place)
    }

    /// What became of a row at the year's end, once somebody said.
    pub fn account(&self, place: Place) -> Option<&Account> {
        let all = self.state().ledger.accounts.get(&place)?;
        self.state().latest(all).map(|(_, account)| account)
    }

    /// What the open meeting lacks.
    pub fn gaps(&self) -> &[Gap] {
        self.index.gaps()
    }

    /// Who is picked by the digits 1 to 9, the same for the whole meeting: the offices on its sign-in
    /// sheet in protocol order; without one, the first of the roster.
    pub fn picks(&self) -> Vec<Party> {
        let offices = self.attendees().into_iter().filter(|(party, _)| !party.is_outside());
        let signed = self.meeting().is_some_and(|meeting| !meeting.attendance.is_empty());
        let listed = offices.filter(|(_, attendance)| !signed || attendance.is_some());
        listed.map(|(party, _)| party).take(9).collect()
    }

    /// Everybody who may attend, in protocol order, names outside the roster last: with how they
    /// attend, once that is known.
    pub fn attendees(&self) -> Vec<(Party, Option<Attendance>)> {
        let signed = self.meeting().map(|meeting| &meeting.attendance);
        let known = |party: &Party| signed.and_then(|signed| signed.get(party)).cloned();
        let offices =
            self.plan.roster.serving().into_iter().map(|(key, office)| Party::Office {
                key: key.clone(),
                name: office.short.clone(),
            });
        let mut all: Vec<Party> = offices.collect();
        let guests = signed.into_iter().flat_map(|signed| signed.keys());
        let others: Vec<Party> = guests.filter(|party| !all.contains(party)).cloned().collect();
        all.extend(others);
        all.into_iter().map(|party| (party.clone(), known(&party))).collect()
    }
}
