//! From a report's draft to what a new book needs besides: the offices that the report names under keys
//! of their own, and who has which row.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::due::{self, Base};
use super::pinyin::Pinyin;
use crate::ledger::{Assignment, Due, When};
use crate::plan::place::Level;
use crate::plan::{Office, OfficeKey, Party, Place, Plan, Roster};
use crate::report::{Draft, Duty};

/// The offices of a draft under new keys, in the order in which the report names them. Those that the
/// roster knows already keep theirs.
pub fn roster(draft: &Draft, known: &Roster) -> Roster {
    let mut roster = known.clone();
    let letters = Initials::default();
    let mut order = roster.offices.values().map(|office| office.order).max().unwrap_or(0);
    for name in draft.offices() {
        if roster.resolve(name).is_some() || roster.post(name).is_some() {
            continue;
        }
        let Some(key) = free(&letters.of(name), &roster) else { continue };
        order = order.saturating_add(10);
        let office = Office {
            short: name.to_owned(),
            full: name.to_owned(),
            aliases: Vec::new(),
            order,
            former: Vec::new(),
            successor: None,
        };
        roster.offices.insert(key, office);
    }
    roster
}

/// A key that nobody has: `jyj`, else `jyj2`.
fn free(letters: &str, roster: &Roster) -> Option<OfficeKey> {
    let begins = letters.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase());
    let stem = if begins { letters.to_owned() } else { format!("dw{letters}") };
    let names = std::iter::once(stem.clone()).chain((2..).map(|number| format!("{stem}{number}")));
    let mut keys = names.take(10_000).filter_map(|name| name.parse::<OfficeKey>().ok());
    keys.find(|key| roster.offices.get(key).is_none() && roster.posts.get(key).is_none())
}

/// The first letters of Han.
#[derive(Default)]
struct Initials {
    tables: Pinyin,
}

impl Initials {
    fn of(&self, name: &str) -> String {
        let alphabet: Vec<String> = ('a'..='z').map(String::from).collect();
        let queries: Vec<_> = alphabet.iter().map(|letter| self.tables.letters(letter)).collect();
        let letter = |c: char| {
            if c.is_ascii_alphanumeric() {
                return Some(c.to_ascii_lowercase());
            }
            let han = c.to_string();
            let begins = |query: &Option<super::pinyin::Letters<'_>>| {
                query.as_ref().is_some_and(|query| query.begins(&han))
            };
            let at = queries.iter().position(begins)?;
            alphabet.get(at)?.chars().next()
        };
        name.chars().filter_map(letter).take(12).collect()
    }
}

/// Who has which row, and the dues that name no day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Divided {
    /// Rows and who has them.
    pub rows: Vec<(Place, Assignment)>,
    /// Rows whose due names no day, with its words.
    pub no_day: Vec<(Place, String)>,
}

/// Who has which row, as the report says it. A section has nobody: its tasks do. What is said behind
/// one measure alone is said of its task, for it closes the task's paragraph; what is said of several
/// is theirs, and their task is led by all who lead them.
pub fn divided(draft: &Draft, plan: &Plan, today: NaiveDate) -> Divided {
    let mut divided = Divided::default();
    let mut measures: BTreeMap<Place, BTreeSet<Place>> = BTreeMap::new();
    for place in draft.duties.iter().flat_map(|duty| places(duty, plan)) {
        let task = place.in_task().filter(|task| *task != place);
        if let Some(task) = task {
            measures.entry(task).or_default().insert(place);
        }
    }
    let row = |place: Place| {
        let task = place.in_task().unwrap_or(place);
        let alone = measures.get(&task).is_none_or(|own| own.len() == 1);
        if alone { task } else { place }
    };
    let mut rows: BTreeMap<Place, Assignment> = BTreeMap::new();
    let base = Base {
        day: plan.period.from,
        next_meeting: None,
        period: plan.period,
        holidays: &plan.holidays,
    };
    for duty in &draft.duties {
        for place in places(duty, plan).into_iter().map(row) {
            let now = rows.entry(place).or_insert_with(|| Assignment::since(today));
            add(&mut now.lead, parties(&duty.leads, plan));
            add(&mut now.support, parties(&duty.supports, plan));
            match day(&duty.due, &base) {
                Some(day) => now.due = now.due.or(Some(day)),
                None if duty.due.is_empty() => {}
                None => divided.no_day.push((place, duty.due.clone())),
            }
        }
    }
    for (task, own) in measures.iter().filter(|(_, own)| own.len() > 1) {
        let led: Vec<Party> = own
            .iter()
            .filter_map(|place| rows.get(place))
            .flat_map(|one| one.lead.clone())
            .collect();
        add(&mut rows.entry(*task).or_insert_with(|| Assignment::since(today)).lead, led);
    }
    let said =
        |now: &Assignment| !now.lead.is_empty() || !now.support.is_empty() || now.due.is_some();
    divided.rows = rows.into_iter().filter(|(_, now)| said(now)).collect();
    divided
}

/// The rows that a duty is about: one that stands behind a section is about each of its tasks.
fn places(duty: &Duty, plan: &Plan) -> Vec<Place> {
    let Some(place) = duty.row.filter(|place| plan.find(*place).is_some()) else {
        return Vec::new();
    };
    if place.level() != Level::Section {
        return vec![place];
    }
    let section = plan.sections.iter().find(|section| section.id == place);
    section.map_or_else(Vec::new, |section| section.tasks.iter().map(|task| task.id).collect())
}

fn parties(names: &[String], plan: &Plan) -> Vec<Party> {
    names.iter().map(|name| Party::named(name, &plan.roster)).collect()
}

/// Each once, in the order of their first coming.
fn add(parties: &mut Vec<Party>, more: Vec<Party>) {
    for party in more {
        if !parties.contains(&party) {
            parties.push(party);
        }
    }
}

/// `12月底`, `2024年6月`, counted from the beginning of the plan's year.
fn day(words: &str, base: &Base<'_>) -> Option<NaiveDate> {
    let bare = words.trim().trim_end_matches(['前', '。']);
    let read = due::read(words.trim(), base).or_else(|| due::read(bare, base))?;
    match read.due {
        Due::Stated(When::On(day, _)) => Some(day),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report;

    /// Who has which row after a report was read.
    fn shown(text: &str) -> String {
        let draft = report::read(text);
        let mut plan = draft.plan.clone();
        plan.roster = roster(&draft, &plan.roster);
        let today = plan.period.from;
        let names = |parties: &[Party]| {
            parties.iter().map(ToString::to_string).collect::<Vec<_>>().join("、")
        };
        let divided = divided(&draft, &plan, today);
        let rows = divided.rows.iter().map(|(place, now)| {
            let due = now.due.map_or_else(String::new, |due| format!(" >{due}"));
            format!("{place} @{} +{}{due}", names(&now.lead), names(&now.support))
        });
        let no_day = divided.no_day.iter().map(|(place, due)| format!("{place} ?{due}"));
        rows.chain(no_day).collect::<Vec<_>>().join("\n")
    }

    const BEFORE: &str = "2031年重点工作\n（一）壮大实体经济\n培育壮大企业。新增规上工业企业10户以上，兑现惠企资金，\
        帮助企业解决融资难题，深入开展企业服务年活动，支持企业升规入统、做大做强。";

    #[test]
    fn one_bracket_is_the_tasks_and_several_are_the_measures() {
        let one = format!("{BEFORE}（牵头单位：工信局；责任单位：财政局；完成时限：6月底）\n");
        assert_eq!(shown(&one), "1.1 @工信局 +财政局 >2031-06-30");
        let two = format!(
            "{}（责任单位：工信局）。组织银企对接活动，开展专题培训，选派干部驻企服务（责任单位：金融办、财政局；完成时限：长期）。\n",
            BEFORE.trim_end_matches('。')
        );
        assert_eq!(
            shown(&two),
            "1.1 @工信局、金融办 +\n1.1.1 @工信局 +\n1.1.2 @金融办 +财政局\n1.1.2 ?长期"
        );
    }

    #[test]
    fn offices_get_keys_of_their_letters_and_keep_those_they_have() {
        let text = format!("{BEFORE}（责任单位：工信局、工商局、公司、ABC中心、①）\n");
        let draft = report::read(&text);
        let keys = |roster: &Roster| {
            let offices = roster.offices.iter();
            offices.map(|(key, own)| format!("{key} {}", own.short)).collect::<Vec<_>>().join(" ")
        };
        let fresh = roster(&draft, &Roster::default());
        assert_eq!(keys(&fresh), "abczx ABC中心 dw ① gs 公司 gsj 工商局 gxj 工信局");
        assert_eq!(roster(&draft, &fresh), fresh);
        assert_eq!(free("gs", &fresh).unwrap().as_str(), "gs2");
    }
}
