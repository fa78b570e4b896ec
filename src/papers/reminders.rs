//! 提醒函: to each office what of its own is overdue, behind, due soon or unreported, and by how many
//! days, by a rule that is named.

use super::ledger::{Which, followed};
use super::minutes::Telling;
use super::names::Names;
use super::notices::{Notice, around, sentence_now, signed};
use super::{Block, Level, said};
use crate::judge::{self, Fact, Grounds, Verdict, reason};
use crate::ledger::{Light, RecordId};
use crate::plan::{Party, Target};
use crate::words::Lang;
use crate::words::paper::{Paper as Word, PaperSays};
use crate::words::reminder::ReminderOf;

/// The lights of which an office is reminded, the most pressing first.
const PRESSING: [Light; 4] = [Light::Overdue, Light::Behind, Light::DueSoon, Light::Unreported];

/// What an office is reminded of: it leads it, and its light is not what it should be.
struct Matter<'a> {
    leads: Vec<Party>,
    light: Light,
    verdict: Verdict,
    what: What<'a>,
}

enum What<'a> {
    Decision(&'a RecordId),
    Target(&'a Target),
}

/// A reminder to everybody who leads something pressing, in the order of protocol. Targets are among it
/// unless only the matters of some meetings are asked for.
pub fn reminders(on: &Grounds, which: Which, lang: Lang) -> Vec<Notice> {
    let matters = matters(on, which);
    let mut parties: Vec<Party> = Vec::new();
    for party in matters.iter().flat_map(|matter| &matter.leads) {
        let is_wanted =
            which.offices.is_empty() || party.key().is_some_and(|key| which.offices.contains(key));
        if is_wanted && !parties.contains(party) {
            parties.push(party.clone());
        }
    }
    Names::new(&on.plan.roster, lang).sort(&mut parties);
    let title = ReminderOf::Title.text(lang);
    let one = |to: Party| {
        let own = |matter: &&Matter| matter.leads.contains(&to);
        let own: Vec<&Matter> = matters.iter().filter(own).collect();
        Notice { paper: around(on, title.clone(), reminder(on, &to, &own, lang), lang), to }
    };
    parties.into_iter().map(one).collect()
}

fn matters<'a>(on: &Grounds<'a>, which: Which) -> Vec<Matter<'a>> {
    let present = |parties: &[Party]| -> Vec<Party> {
        parties.iter().map(|party| on.plan.roster.present(party)).collect()
    };
    let pressing = |verdict: &Verdict| verdict.light.filter(|light| PRESSING.contains(light));
    let decision = |id: &'a RecordId| {
        let verdict = judge::decision(on, id)?;
        let light = pressing(&verdict)?;
        let leads = present(&on.state.standing(id)?.lead);
        Some(Matter { leads, light, verdict, what: What::Decision(id) })
    };
    let target = |target: &'a Target| {
        let verdict = judge::target(on, target);
        let light = pressing(&verdict)?;
        let leads = present(&on.state.assignment(target.id)?.lead);
        Some(Matter { leads, light, verdict, what: What::Target(target) })
    };
    let targets = on.plan.targets().filter(|_| which.meetings.is_empty());
    let decisions = followed(on, Which { offices: &[], ..which });
    decisions.into_iter().filter_map(decision).chain(targets.filter_map(target)).collect()
}

fn reminder(on: &Grounds, to: &Party, own: &[&Matter], lang: Lang) -> Vec<Block> {
    let mut names = Names::new(&on.plan.roster, lang);
    let office = names.of(to, Some(on.today));
    let of = |light: Light| own.iter().filter(move |matter| matter.light == light);
    let lit = PRESSING.into_iter().filter(|light| of(*light).next().is_some());
    let counts = lit.clone().map(|light| {
        let (word, count) = (light.word().text(lang).to_owned(), of(light).count().to_string());
        ReminderOf::Lit { light: word, count }.text(lang)
    });
    let counts = said::listed(&counts.collect::<Vec<_>>(), lang);
    let (day, policy) = (said::day(on.today, lang), on.rule.shown(lang).to_owned());
    let mut body = vec![
        Block::Address(ReminderOf::To { office }.text(lang)),
        Block::Text(ReminderOf::Opens { day, policy, counts }.text(lang)),
    ];
    for (heading, light) in (1..).zip(lit) {
        let text = said::capital(light.word().text(lang));
        body.push(Block::Item { level: Level::First, number: heading, text });
        for (number, matter) in (1..).zip(of(light)) {
            let text = line(on, matter, &mut names, lang);
            body.push(Block::Item { level: Level::Third, number, text });
        }
    }
    body.push(signed(on, lang));
    body
}

/// What it is, and how many days it is late or has left.
fn line(on: &Grounds, matter: &Matter, names: &mut Names, lang: Lang) -> String {
    match matter.what {
        What::Decision(id) => {
            let telling = Telling { state: on.state, day: id.snapshot.day(), lang };
            let text = said::open(&sentence_now(telling, id, names));
            let day = id.snapshot.day().map_or_else(String::new, |day| said::day(day, lang));
            let why = matter.verdict.facts.first().and_then(|fact| days(on, fact, lang));
            let why = why.unwrap_or_else(|| reason::text(on, None, &matter.verdict, lang));
            said::closed(&ReminderOf::Decided { text, day, why }.text(lang), lang)
        }
        What::Target(target) => {
            let why = reason::text(on, Some(target), &matter.verdict, lang);
            // Behind the name: before it the row's number would run into that of the list.
            let row = PaperSays::Marked { words: target.id.to_string() }.text(lang);
            let colon = Word::Colon.text(lang);
            let metric = said::clean(&target.metric);
            said::closed(&format!("{metric}{row}{colon}{why}"), lang)
        }
    }
}

/// The days of a fact; none where it is not about days.
fn days(on: &Grounds, fact: &Fact, lang: Lang) -> Option<String> {
    let said = match fact {
        Fact::Overdue(_, days) => ReminderOf::Past { days: days.to_string() },
        Fact::Soon(_, 0) => ReminderOf::Today,
        Fact::Soon(_, days) => ReminderOf::Ahead { days: days.to_string() },
        Fact::Occurrence(_, last) => {
            let days = (on.today - *last).num_days().to_string();
            ReminderOf::Missed { day: said::day(*last, lang), days }
        }
        Fact::NextOccurrence(_, next, days) => {
            ReminderOf::Next { day: said::day(*next, lang), days: days.to_string() }
        }
        Fact::Unheard(days, since) => {
            ReminderOf::Unheard { day: said::day(*since, lang), days: days.to_string() }
        }
        _ => return None,
    };
    Some(said.text(lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::Rule;
    use crate::papers::tests::{decide, decision, open, plan};
    use crate::papers::text;

    #[test]
    fn each_office_is_reminded_of_its_own_with_the_days() {
        let (plan, mut state) = (plan(), open("2023-09-15", 4));
        for (number, text, lead, due) in [
            (1, "太安路迁改", "投促局", "2023-09-20"),
            (2, "台账按月报送", "投促局", "每月5日"),
            (3, "材料报省", "投促局", "2023-10-10"),
            (4, "预案印发", "财政局", "2023-10-06"),
            (5, "明年再办", "发改局", "2024-03-01"),
        ] {
            decide(&mut state, number, decision(text, &[lead], due));
        }
        let rule = Rule::of(&plan);
        let today = "2023-10-06".parse().unwrap();
        let on = Grounds { plan: &plan, state: &state, rule: &rule, today };
        let all = reminders(&on, Which::default(), Lang::Zh);
        let to: Vec<&str> = all.iter().map(|notice| notice.to.name()).collect();
        assert_eq!(to, ["财政局", "投促局"], "who has nothing pressing gets none");
        let own = text::write(&all[1].paper);
        for line in [
            "提醒函\n",
            "演练区投资促进局：\n",
            "截至2023年10月6日，你单位牵头的事项和目标中：逾期2项、临期1项（亮灯规则：通用）。",
            "　　一、逾期\n　　1.太安路迁改，由投促局牵头，2023年9月20日前完成（2023年9月15日议定，已逾期16天）。\n",
            "（2023年9月15日议定，2023年10月5日的一次没有反馈，已过1天）。\n",
            "　　二、临期\n",
            "（2023年9月15日议定，还有4天到期）。\n",
            "演练区人民政府\n2023年10月6日\n",
        ] {
            assert!(own.contains(line), "{line}\n{own}");
        }
        assert!(text::write(&all[0].paper).contains("今天到期）。"));
        let offices = ["czj".parse().unwrap()];
        let which = Which { offices: &offices, ..Which::default() };
        assert_eq!(reminders(&on, which, Lang::Zh).len(), 1);
        let english = text::write(&reminders(&on, which, Lang::En)[0].paper);
        assert!(english.contains("due today"), "{english}");
    }
}
