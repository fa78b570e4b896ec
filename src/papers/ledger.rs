//! 督办台账: every matter that is followed up, with its life in one line.
//!
//! What no record holds (紧急程度, 佐证 and the like) are columns that the office fills in.

use super::decisions::{assumed, due, parties};
use super::minutes::Known;
use super::said;
use super::sheet::{Cell, Column, Sheet};
use crate::judge::{self, Grounds};
use crate::ledger::{
    About, Assignment, Colour, Decision, Extension, Followup, RecordId, SnapshotId, Stage, Standing,
};
use crate::plan::{OfficeKey, Party, Series};
use crate::words::Lang;
use crate::words::column::{Around, Cell as Word, Column as Heading};

/// Which matters are listed; everything that is not named lets all through.
#[derive(Clone, Copy, Debug, Default)]
pub struct Which<'a> {
    /// Of these meetings.
    pub meetings: &'a [SnapshotId],
    /// Led or helped by these offices: one and whoever it took over.
    pub offices: &'a [OfficeKey],
}

/// The columns in their order, each with its width in Han characters.
const COLUMNS: [(Heading, u8); 28] = [
    (Heading::Nth, 4),
    (Heading::Id, 8),
    (Heading::Origin, 10),
    (Heading::Kind, 5),
    (Heading::OriginDay, 6),
    (Heading::Matter, 24),
    (Heading::Rows, 12),
    (Heading::Lead, 8),
    (Heading::Support, 10),
    (Heading::Sponsor, 6),
    (Heading::Person, 6),
    (Heading::Assigned, 6),
    (Heading::Due, 6),
    (Heading::Urgency, 5),
    (Heading::Major, 4),
    (Heading::Frequency, 5),
    (Heading::Heard, 6),
    (Heading::Progress, 16),
    (Heading::Problem, 12),
    (Heading::Next, 12),
    (Heading::Stage, 5),
    (Heading::Light, 5),
    (Heading::Sheets, 6),
    (Heading::Extended, 14),
    (Heading::Proof, 8),
    (Heading::DoneOn, 6),
    (Heading::ClosedOn, 6),
    (Heading::Remark, 8),
];

/// The ledger on a day, by a rule.
pub fn sheet(on: &Grounds, which: Which, lang: Lang) -> Sheet {
    let known = Known { plan: on.plan, state: on.state, lang };
    let mut rows = Vec::new();
    for id in followed(on, which) {
        let Some(row) = line(on, known, id, rows.len() + 1) else { continue };
        rows.push(row);
    }
    let count = match rows.len() {
        0 => Around::None,
        count => Around::Count { count: count.to_string() },
    };
    let column = |(heading, width): (Heading, u8)| Column {
        heading: heading.text(lang).to_owned(),
        width,
        choices: choices(heading, lang),
    };
    Sheet {
        lang,
        name: Around::LedgerName.text(lang),
        title: Around::Ledger { plan: said::clean(on.plan.name()) }.text(lang),
        about: Around::AsOf {
            day: said::day(on.today, lang),
            policy: on.rule.shown(lang).to_owned(),
        }
        .text(lang),
        columns: COLUMNS.into_iter().map(column).collect(),
        rows,
        foot: vec![count.text(lang)],
        ..Sheet::default()
    }
}

/// The matters that are followed up, in the order of their numbers.
pub(super) fn followed<'a>(on: &Grounds<'a>, which: Which) -> Vec<&'a RecordId> {
    let all = on.state.ledger.decisions.iter().filter(|(_, made)| made.is_followed());
    all.map(|(id, _)| id).filter(|id| which.takes(on, id)).collect()
}

impl Which<'_> {
    /// Whether a matter is among those.
    pub fn takes(self, on: &Grounds, id: &RecordId) -> bool {
        let of_meeting = self.meetings.is_empty() || self.meetings.contains(&id.snapshot);
        let theirs = |party: &Party| party.key().is_some_and(|key| self.offices.contains(key));
        let of_office = || {
            let now = on.state.standing(id);
            now.is_some_and(|now| now.lead.iter().chain(&now.support).any(theirs))
        };
        of_meeting && (self.offices.is_empty() || of_office())
    }
}

fn choices(heading: Heading, lang: Lang) -> Vec<String> {
    let words: &[Word] = match heading {
        Heading::Urgency => &[Word::Urgent, Word::Pressing, Word::Usual],
        Heading::Major => &[Word::Yes, Word::No],
        Heading::Frequency => &[Word::Monthly, Word::Weekly, Word::AtTheEnd],
        _ => &[],
    };
    words.iter().map(|word| word.text(lang).to_owned()).collect()
}

/// One matter; none of what is not on record.
fn line(on: &Grounds, known: Known, id: &RecordId, number: usize) -> Option<Vec<Cell>> {
    let lang = known.lang;
    let (made, now) = (on.state.decision(id)?, on.state.standing(id)?);
    let light = judge::decision(on, id).and_then(|verdict| verdict.light);
    let steps = steps(on, id);
    let since = |stage: Stage| {
        let step = steps.iter().rev().find(|step| step.what.stage() == Some(stage));
        step.map_or_else(String::new, |step| step.on.to_string())
    };
    let feedback = now.feedback.as_ref();
    let issued = on.state.issued(&About::Decision(id.clone()));
    let sheets = [Colour::Blue, Colour::Yellow, Colour::Red].map(|of| issued.of(of).to_string());
    let held = |text: Option<&String>| text.map_or_else(String::new, |text| said::clean(text));
    let cells = COLUMNS.map(|(heading, _)| match heading {
        Heading::Nth => number.to_string(),
        Heading::Id => id.to_string(),
        Heading::Origin => origin(on, id, &made, lang),
        Heading::Kind => said::state(made.kind.word(), lang),
        Heading::OriginDay => id.snapshot.day().map_or_else(String::new, |day| day.to_string()),
        Heading::Matter => said::clean(now.for_papers()),
        Heading::Rows => rows(&made),
        Heading::Lead => parties(&now.lead, known) + assumed(is_assumed(&made, &now), known),
        Heading::Support => parties(&now.support, known),
        Heading::Sponsor => assignment(on, &made, |given| &given.sponsor),
        Heading::Person => assignment(on, &made, |given| &given.person),
        Heading::Assigned => since(Stage::Assigned),
        Heading::Due => due(&now.due, known),
        Heading::Heard => feedback.map_or_else(String::new, |told| told.on.to_string()),
        Heading::Progress => held(feedback.map(|told| &told.progress)),
        Heading::Problem => held(feedback.map(|told| &told.problem)),
        Heading::Next => held(feedback.map(|told| &told.next)),
        Heading::Stage => said::state(now.stage.word(), lang),
        Heading::Light => {
            light.map_or_else(String::new, |light| light.word().text(lang).to_owned())
        }
        Heading::Sheets if issued.is_none() => String::new(),
        Heading::Sheets => sheets.join("/"),
        Heading::Extended => extended(&now, lang),
        Heading::DoneOn => since(Stage::Done),
        Heading::ClosedOn => since(Stage::Closed),
        _ => String::new(),
    });
    let cell = |(text, (heading, _)): (String, (Heading, u8))| Cell {
        text,
        light: light.filter(|_| heading == Heading::Light),
    };
    Some(cells.into_iter().zip(COLUMNS).map(cell).collect())
}

fn steps<'a>(on: &Grounds<'a>, id: &RecordId) -> Vec<&'a Followup> {
    let all = on.state.ledger.followups.get(id);
    all.map_or_else(Vec::new, |all| on.state.in_order(all))
        .into_iter()
        .map(|(_, step)| step)
        .collect()
}

/// The lead is that of the row still, and nobody confirmed it.
fn is_assumed(made: &Decision, now: &Standing) -> bool {
    made.lead_assumed && made.lead == now.lead
}

/// The meeting that decided it, by its series, and where it came from.
fn origin(on: &Grounds, id: &RecordId, made: &Decision, lang: Lang) -> String {
    let of = |series: &&Series| id.snapshot.is_meeting_of(&series.code);
    let series = on.plan.series.iter().find(of).map(|series| said::clean(&series.name));
    let meeting = series.unwrap_or_else(|| id.snapshot.to_string());
    match said::clean(&made.source) {
        source if source.is_empty() => meeting,
        source if lang == Lang::Zh => format!("{meeting}，{source}"),
        source => format!("{meeting}, {source}"),
    }
}

fn rows(made: &Decision) -> String {
    let rows = made.about.iter().map(|about| match about {
        About::Row(row) => said::clean(&format!("{} {}", row.place, row.title)),
        About::Decision(id) => id.to_string(),
    });
    rows.collect::<Vec<_>>().join("；")
}

fn assignment(on: &Grounds, made: &Decision, of: impl Fn(&Assignment) -> &String) -> String {
    let row = made.about.iter().find_map(|about| match about {
        About::Row(row) => on.state.assignment(row.place),
        About::Decision(_) => None,
    });
    row.map_or_else(String::new, |given| said::clean(of(given)))
}

fn extended(now: &Standing, lang: Lang) -> String {
    let one = |step: &Extension| {
        Around::ExtendedFrom {
            from: step.from.map_or_else(String::new, |from| from.to_string()),
            to: step.to.to_string(),
            reason: said::clean(&step.reason),
            approved: said::clean(&step.approved),
        }
        .text(lang)
    };
    now.extended.iter().map(one).collect::<Vec<_>>().join("；")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::Rule;
    use crate::ledger::{Happening, When};
    use crate::papers::tests::{decide, decision, open, plan};

    #[test]
    fn a_matter_is_one_line_with_its_life() {
        let (plan, mut state) = (plan(), open("2023-09-15", 4));
        decide(&mut state, 1, decision("太安路迁改", &["投促局"], "2023-09-30"));
        decide(&mut state, 2, Decision { untracked: true, ..decision("只记录", &[], "") });
        decide(&mut state, 4, decision("报送台账", &["财政局"], "2023-09-20"));
        let id = state.id();
        let on = |day: &str| day.parse().unwrap();
        let extended = Happening::Extended {
            from: Some(When::On(on("2023-09-30"), None)),
            to: When::On(on("2023-10-31"), None),
        };
        let steps = [
            (id.record(5), Followup::on(on("2023-09-18"), Happening::Stage(Stage::Assigned))),
            (
                id.record(6),
                Followup::on(on("2023-09-28"), extended).agreed_by("区长").because("汛期"),
            ),
            (id.record(7), Followup::on(on("2023-10-20"), Happening::Stage(Stage::Done))),
        ];
        state.ledger.followups.insert(id.record(1), steps.into_iter().collect());
        let rule = Rule::of(&plan);
        let grounds = Grounds { plan: &plan, state: &state, rule: &rule, today: on("2023-10-25") };
        let all = sheet(&grounds, Which::default(), Lang::Zh);
        assert_eq!(all.rows.len(), 2, "what is only on record is no matter");
        let cell = |row: usize, heading: Heading| {
            let at = COLUMNS.iter().position(|(own, _)| *own == heading).unwrap();
            all.rows[row][at].clone()
        };
        for (row, heading, text) in [
            (0, Heading::Nth, "1"),
            (0, Heading::Origin, "重点工作调度会"),
            (0, Heading::Assigned, "2023-09-18"),
            (0, Heading::Due, "2023-10-31"),
            (0, Heading::Extended, "2023-09-30→2023-10-31（汛期；区长批准）"),
            (0, Heading::Stage, "办结"),
            (0, Heading::DoneOn, "2023-10-20"),
            (1, Heading::Nth, "2"),
            (1, Heading::Light, "逾期"),
            (1, Heading::Proof, ""),
        ] {
            assert_eq!(cell(row, heading).text, text, "{row} {heading:?}");
        }
        assert_eq!(cell(1, Heading::Light).light, Some(judge::Light::Overdue));
        let offices = ["tcj".parse().unwrap()];
        let own = sheet(&grounds, Which { offices: &offices, ..Which::default() }, Lang::Zh);
        assert_eq!((own.rows.len(), own.foot), (1, vec!["共1项。".to_owned()]));
        let other = ["2023-08-11".parse().unwrap()];
        let none = sheet(&grounds, Which { meetings: &other, ..Which::default() }, Lang::Zh);
        assert_eq!(none.foot, ["没有事项。"]);
    }
}
