//! 督查通报: how everything stands on a day, in counts that add up, by a rule that is named.

use std::collections::BTreeMap;

use super::ledger::{self, Which};
use super::names::Names;
use super::{Block, Chart, Level, Paper, said};
use crate::judge::{self, Grounds, reason};
use crate::ledger::{Colour, Completion, Light, RecordId};
use crate::plan::Party;
use crate::words::Lang;
use crate::words::bulletin::Bulletin;
use crate::words::paper::{Paper as Word, PaperSays};

/// The most late targets that are told one by one, and the most that are drawn.
const MOST: usize = 40;

/// The lights that are told with what they shine on.
const LATE: [Light; 2] = [Light::Overdue, Light::Behind];

/// The bulletin of a book.
pub fn paper(on: &Grounds, lang: Lang) -> Paper {
    let mut body = Body { blocks: Vec::new(), headings: 0 };
    let day = said::day(on.today, lang);
    let policy = on.rule.shown(lang).to_owned();
    body.say(Bulletin::Opens { day: day.clone(), policy }.text(lang));
    body.head(Bulletin::Matters.text(lang));
    let matters = matters(on);
    body.matters(&matters, on, lang);
    body.head(Bulletin::Targets.text(lang));
    body.targets(on, lang);
    body.offices(&matters, on, lang);
    body.head(Bulletin::Sheets.text(lang));
    body.say(sheets(on, lang));
    body.blocks.push(Block::Signed { by: said::signature(on.plan), day });
    let rehearsal = on.plan.rehearsal.then(|| Word::Rehearsal.text(lang).to_owned());
    Paper {
        lang,
        organ: said::clean(&on.plan.organ),
        title: Bulletin::Title { plan: said::clean(on.plan.name()) }.text(lang),
        standing: rehearsal.into_iter().collect(),
        body: body.blocks,
        charts: on.plan.targets().filter_map(|of| Chart::of(on, of, lang)).take(MOST).collect(),
        ..Paper::default()
    }
}

/// A matter that is followed up, under its number in the ledger.
struct Matter {
    number: usize,
    id: RecordId,
    lead: Option<Party>,
    light: Option<Light>,
    is_over: bool,
}

fn matters(on: &Grounds) -> Vec<Matter> {
    let one = |(number, id): (usize, &RecordId)| Matter {
        number,
        id: id.clone(),
        lead: on.state.standing(id).and_then(|now| now.lead.first().cloned()),
        light: judge::decision(on, id).and_then(|verdict| verdict.light),
        is_over: on.state.is_over(id),
    };
    (1..).zip(ledger::followed(on, Which::default())).map(one).collect()
}

struct Body {
    blocks: Vec<Block>,
    headings: usize,
}

impl Body {
    fn say(&mut self, text: String) {
        self.blocks.push(Block::Text(text));
    }

    fn head(&mut self, text: String) {
        self.headings += 1;
        self.blocks.push(Block::Item { level: Level::First, number: self.headings, text });
    }

    fn matters(&mut self, matters: &[Matter], on: &Grounds, lang: Lang) {
        let mut counted = Completion::default();
        for matter in matters {
            counted.count(on.state.stage(&matter.id));
        }
        let Some(percent) = counted.percent() else {
            self.say(Bulletin::NoMatters.text(lang));
            return;
        };
        let told = Bulletin::Counted {
            all: counted.all.to_string(),
            done: counted.done.to_string(),
            percent: percent.to_string(),
            open: counted.open().to_string(),
            rest: (100 - percent).to_string(),
        };
        let mut text = told.text(lang);
        if counted.dropped > 0 {
            text += &Bulletin::Dropped { count: counted.dropped.to_string() }.text(lang);
        }
        self.say(text);
        let open = || matters.iter().filter(|matter| !matter.is_over);
        let lights = counts(open().map(|matter| matter.light));
        if open().next().is_some() {
            let lit = |(light, count): (String, String)| Bulletin::Lit { light, count };
            self.say(Bulletin::Lights { lights: listed(&lights, lit, lang) }.text(lang));
        }
        for light in LATE {
            let late: Vec<&Matter> = open().filter(|matter| matter.light == Some(light)).collect();
            if !late.is_empty() {
                let (light, items) = (light.word().text(lang).to_owned(), by_office(&late, lang));
                self.say(Bulletin::Late { light, items }.text(lang));
            }
        }
    }

    fn targets(&mut self, on: &Grounds, lang: Lang) {
        let judged: Vec<_> =
            on.plan.targets().map(|target| (target, judge::target(on, target))).collect();
        let lights = counts(judged.iter().map(|(_, verdict)| verdict.light));
        let lit = |(light, count): (String, String)| Bulletin::LitTargets { light, count };
        let lights = listed(&lights, lit, lang);
        self.say(Bulletin::CountedTargets { all: judged.len().to_string(), lights }.text(lang));
        let late =
            judged.iter().filter(|(_, verdict)| verdict.light.is_some_and(|l| LATE.contains(&l)));
        for (number, (target, verdict)) in (1..).zip(late.take(MOST)) {
            let why = reason::text(on, Some(target), verdict, lang);
            // Behind the name: before it the row's number would run into that of the list.
            let row = PaperSays::Marked { words: target.id.to_string() }.text(lang);
            let colon = Word::Colon.text(lang);
            let text = said::closed(&format!("{}{row}{colon}{why}", target.metric), lang);
            self.blocks.push(Block::Item { level: Level::Third, number, text });
        }
    }

    /// Whose matters are late, those with most of them first.
    fn offices(&mut self, matters: &[Matter], on: &Grounds, lang: Lang) {
        let mut late: BTreeMap<Party, usize> = BTreeMap::new();
        let is_late = |matter: &&Matter| {
            !matter.is_over && matter.light.is_some_and(|light| LATE.contains(&light))
        };
        for lead in matters.iter().filter(is_late).filter_map(|matter| matter.lead.as_ref()) {
            *late.entry(on.plan.roster.present(lead)).or_default() += 1;
        }
        if late.is_empty() {
            return;
        }
        let mut late: Vec<(Party, usize)> = late.into_iter().collect();
        late.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let names = Names::new(&on.plan.roster, lang);
        let told = late.iter().map(|(party, count)| {
            let office = names.in_list(party, Some(on.today));
            Bulletin::OfOffice { office, count: count.to_string() }.text(lang)
        });
        let told = said::listed(&told.collect::<Vec<_>>(), lang);
        self.head(Bulletin::Offices.text(lang));
        self.say(said::closed(&told, lang));
    }
}

/// How many of each light, the worst first; what has no light last.
fn counts(lights: impl Iterator<Item = Option<Light>>) -> Vec<(Option<Light>, usize)> {
    let lights: Vec<Option<Light>> = lights.collect();
    let of = |light: Option<Light>| (light, lights.iter().filter(|own| **own == light).count());
    let all = Light::ALL.into_iter().map(Some).chain([None]).map(of);
    all.filter(|(_, count)| *count > 0).collect()
}

fn listed(
    counts: &[(Option<Light>, usize)],
    lit: impl Fn((String, String)) -> Bulletin,
    lang: Lang,
) -> String {
    let one = |(light, count): &(Option<Light>, usize)| match light {
        Some(light) => lit((light.word().text(lang).to_owned(), count.to_string())).text(lang),
        None => Bulletin::Unlit { count: count.to_string() }.text(lang),
    };
    said::listed(&counts.iter().map(one).collect::<Vec<_>>(), lang)
}

/// 第1、4件（投促局）, office by office in the order of their first.
fn by_office(late: &[&Matter], lang: Lang) -> String {
    let mut offices: Vec<(String, Vec<String>)> = Vec::new();
    for matter in late {
        let office = match &matter.lead {
            Some(party) => said::clean(party.name()),
            None => Bulletin::Nobody.text(lang),
        };
        match offices.iter_mut().find(|(own, _)| *own == office) {
            Some((_, numbers)) => numbers.push(matter.number.to_string()),
            None => offices.push((office, vec![matter.number.to_string()])),
        }
    }
    let told = offices.into_iter().map(|(office, numbers)| {
        Bulletin::Nth { numbers: said::listed(&numbers, lang), office }.text(lang)
    });
    said::listed(&told.collect::<Vec<_>>(), lang)
}

fn sheets(on: &Grounds, lang: Lang) -> String {
    let all = &on.state.ledger.sheets;
    let of = |colour| all.values().filter(|sheet| sheet.colour == colour).count().to_string();
    if all.is_empty() {
        return Bulletin::NoSheets.text(lang);
    }
    let [blue, yellow, red] = [Colour::Blue, Colour::Yellow, Colour::Red].map(of);
    Bulletin::Issued { all: all.len().to_string(), blue, yellow, red }.text(lang)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::Rule;
    use crate::ledger::{Followup, Happening, Stage};
    use crate::papers::tests::{decide, decision, open, plan};
    use crate::papers::text;

    #[test]
    fn counts_add_up_and_what_is_late_is_named_by_its_number() {
        let (plan, mut state) = (plan(), open("2023-09-15", 4));
        for (number, lead, due) in [
            (1, "投促局", "2023-09-20"),
            (2, "投促局", "2023-09-21"),
            (3, "财政局", "2023-09-22"),
            (5, "财政局", "2023-12-31"),
            (6, "发改局", "2023-12-31"),
            (7, "发改局", "2023-12-31"),
            (9, "发改局", "2023-12-31"),
        ] {
            decide(&mut state, number, decision("一件事", &[lead], due));
        }
        let id = state.id();
        for (number, stage) in [(5, Stage::Done), (9, Stage::Dropped)] {
            let step = Followup::on("2023-09-30".parse().unwrap(), Happening::Stage(stage));
            let steps = [(id.record(20 + number), step)].into_iter().collect();
            state.ledger.followups.insert(id.record(number), steps);
        }
        let rule = Rule::of(&plan);
        let today = "2023-10-05".parse().unwrap();
        let on = Grounds { plan: &plan, state: &state, rule: &rule, today };
        let text = text::write(&paper(&on, Lang::Zh));
        for line in [
            "现将截至2023年10月5日的推进情况通报如下。亮灯规则：通用。\n",
            "确定事项6件，已办结1件、占16%，正在办理5件、占84%。另有1件废止，不计在内。\n",
            "正在办理的事项：逾期3件、正常2件。\n",
            "逾期：第1、2件（投促局）、第3件（财政局）（序号同督办台账）。\n",
            "演练区投资促进局2件、演练区财政局1件。\n",
            "没有发过督办单。\n",
            "演练区人民政府\n2023年10月5日\n",
        ] {
            assert!(text.contains(line), "{line}\n{text}");
        }
        let empty = open("2023-09-15", 4);
        let on = Grounds { state: &empty, ..on };
        assert!(text::write(&paper(&on, Lang::Zh)).contains("没有需要办理的事项。"));
    }
}
