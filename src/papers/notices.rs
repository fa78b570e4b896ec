//! 交办单: to each office what is its to lead and to help with.

use super::ledger::{Which, followed};
use super::minutes::{Telling, called_all, sentence};
use super::names::Names;
use super::{Block, Level, Paper, said};
use crate::judge::Grounds;
use crate::ledger::{Meeting, RecordId};
use crate::plan::Party;
use crate::words::Lang;
use crate::words::bulletin::NoticeOf;
use crate::words::paper::Paper as Word;

/// A notice, and for whom it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The office, or whoever else was named.
    pub to: Party,
    /// What it says.
    pub paper: Paper,
}

/// A notice to everybody who leads or helps, in the order of protocol; the meetings are those of which
/// matters are sent out.
pub fn notices(on: &Grounds, which: Which, meetings: &[&Meeting], lang: Lang) -> Vec<Notice> {
    let matters: Vec<&RecordId> = followed(on, which);
    let mut parties: Vec<Party> = Vec::new();
    for party in matters.iter().flat_map(|id| named(on, id)) {
        let is_wanted =
            which.offices.is_empty() || party.key().is_some_and(|key| which.offices.contains(key));
        if is_wanted && !parties.contains(&party) {
            parties.push(party);
        }
    }
    Names::new(&on.plan.roster, lang).sort(&mut parties);
    let held: Vec<_> = meetings.iter().map(|meeting| on.state.corrected(meeting)).collect();
    let held: Vec<&Meeting> = held.iter().map(|meeting| &**meeting).collect();
    let name = called_all(&held, lang);
    let one = |to: Party| Notice { paper: notice(on, &to, &matters, &name, lang), to };
    parties.into_iter().map(one).collect()
}

/// Several notices as one file: each with its own head, on a page of its own.
pub fn together(notices: &[Notice]) -> Option<Paper> {
    let mut papers = notices.iter().map(|notice| notice.paper.clone());
    let first = papers.next()?;
    Some(Paper { then: papers.collect(), ..first })
}

fn notice(on: &Grounds, to: &Party, matters: &[&RecordId], meetings: &str, lang: Lang) -> Paper {
    let mut names = Names::new(&on.plan.roster, lang);
    let office = names.of(to, Some(on.today));
    let leads = |id: &&&RecordId| {
        on.state.standing(id).is_some_and(|now| now.lead.iter().any(|lead| same(on, lead, to)))
    };
    let helps = |id: &&&RecordId| {
        on.state.standing(id).is_some_and(|now| now.support.iter().any(|help| same(on, help, to)))
    };
    let led: Vec<_> = matters.iter().filter(leads).collect();
    let helped: Vec<_> = matters.iter().filter(|id| !leads(id) && helps(id)).collect();
    let count = (led.len() + helped.len()).to_string();
    let meetings = meetings.to_owned();
    let mut body = vec![
        Block::Address(NoticeOf::To { office }.text(lang)),
        Block::Text(NoticeOf::Opens { meetings, count }.text(lang)),
    ];
    let mut heading = 0;
    for (title, own) in [(NoticeOf::Leads, led), (NoticeOf::Helps, helped)] {
        if own.is_empty() {
            continue;
        }
        heading += 1;
        body.push(Block::Item { level: Level::First, number: heading, text: title.text(lang) });
        for (number, id) in (1..).zip(own) {
            let telling = Telling { state: on.state, day: id.snapshot.day(), lang };
            let text = sentence_now(telling, id, &mut names);
            body.push(Block::Item { level: Level::Third, number, text });
        }
    }
    body.push(signed(on, lang));
    around(on, NoticeOf::Title.text(lang), body, lang)
}

/// A matter as it stands now.
pub(super) fn sentence_now(of: Telling, id: &RecordId, names: &mut Names) -> String {
    let Some(made) = of.state.decision(id) else { return String::new() };
    let mut now = made.into_owned();
    if let Some(standing) = of.state.standing(id) {
        now.lead_assumed &= now.lead == standing.lead;
        (now.text, now.in_papers) = (standing.text, standing.in_papers);
        now.lead = standing.lead;
        now.support = standing.support;
        now.due = standing.due;
    }
    sentence(of, &now, names)
}

/// Who leads and helps now, under today's names.
fn named(on: &Grounds, id: &RecordId) -> Vec<Party> {
    let now = on.state.standing(id);
    let all = now.into_iter().flat_map(|now| [now.lead, now.support].concat());
    all.map(|party| on.plan.roster.present(&party)).collect()
}

fn same(on: &Grounds, one: &Party, other: &Party) -> bool {
    on.plan.roster.is_same(one, other)
}

pub(super) fn signed(on: &Grounds, lang: Lang) -> Block {
    Block::Signed { by: said::signature(on.plan), day: said::day(on.today, lang) }
}

/// A paper to an office: who issues it, its title, what it says.
pub(super) fn around(on: &Grounds, title: String, body: Vec<Block>, lang: Lang) -> Paper {
    let rehearsal = on.plan.rehearsal.then(|| Word::Rehearsal.text(lang).to_owned());
    Paper {
        lang,
        organ: said::clean(&on.plan.organ),
        title,
        standing: rehearsal.into_iter().collect(),
        body,
        ..Paper::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::Rule;
    use crate::papers::tests::{plan, whole};
    use crate::papers::text;

    #[test]
    fn each_office_gets_what_is_its_own() {
        let (plan, state) = (plan(), whole());
        let rule = Rule::of(&plan);
        let today = "2023-09-16".parse().unwrap();
        let on = Grounds { plan: &plan, state: &state, rule: &rule, today };
        let held = [state.meeting().unwrap()];
        let all = notices(&on, Which::default(), &held, Lang::Zh);
        let to: Vec<&str> = all.iter().map(|notice| notice.to.name()).collect();
        assert_eq!(to, ["发改局", "财政局", "投促局"], "in the order of protocol");
        let finance = text::write(&all[1].paper);
        for line in [
            "演练区财政局：\n",
            "第4次重点工作调度会议定事项中，由你单位牵头或配合的有3项，现予交办。",
            "　　一、牵头事项\n",
            "　　二、配合事项\n　　1.第三批材料9月底前报省，由演练区发展和改革局牵头，财政局配合。\n",
            "演练区人民政府\n2023年9月16日\n",
        ] {
            assert!(finance.contains(line), "{line}\n{finance}");
        }
        let whole = text::write(&together(&all).unwrap());
        assert_eq!(whole.matches("议定事项交办单\n").count(), 3, "each has its head: {whole}");
        assert_eq!(whole.matches("　　一、牵头事项\n").count(), 3, "{whole}");
        assert!(together(&[]).is_none());
        let offices = ["tcj".parse().unwrap()];
        let own = notices(&on, Which { offices: &offices, ..Which::default() }, &held, Lang::Zh);
        assert_eq!(own.iter().map(|notice| notice.to.name()).collect::<Vec<_>>(), ["投促局"]);
    }
}
