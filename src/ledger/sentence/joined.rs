//! A conflict in words: what it is about, what a line says, how it was settled.

use super::{Speech, life, months, named, names};
use crate::ledger::{Disputed, Due, Fact, Kept, Said, Settled};
use crate::words::joining::{Dispute, Settlement, Valued};
use crate::words::{Joint, Label, Lang, Told};

/// What a conflict is about.
pub fn disputed<'a>(of: &Disputed, speech: impl Into<Speech<'a>>) -> String {
    let speech = speech.into();
    let (lang, number) = (speech.lang, speech.number);
    let told = match of {
        Disputed::Wording(id) => Dispute::Wording { id: number(id) },
        Disputed::Lead(id) => Dispute::Lead { id: number(id) },
        Disputed::Due(id) => Dispute::Due { id: number(id) },
        Disputed::Stage(id) => Dispute::Stage { id: number(id) },
        Disputed::Assignment(row) => Dispute::Assignment { row: named(row) },
        Disputed::Reading(row, span) => {
            Dispute::Reading { row: named(row), period: months(*span, lang) }
        }
        Disputed::Amendment(row, day) => {
            Dispute::Amendment { row: named(row), day: day.to_string() }
        }
        Disputed::Light(row) => Dispute::Light { row: named(row) },
        Disputed::Account(row) => Dispute::Account { row: named(row) },
        Disputed::Correction(sealed, record, of_fact) => {
            let of = record.as_ref().map_or_else(|| sealed.to_string(), number);
            Dispute::Correction { of, field: fact(of_fact, lang) }
        }
        Disputed::Signing(id) => Dispute::Signing { meeting: id.to_string() },
    };
    told.text(lang)
}

/// What a record says of the field that is in conflict.
pub fn said<'a>(of: &Disputed, said: &Said, speech: impl Into<Speech<'a>>) -> String {
    let speech = speech.into();
    let lang = speech.lang;
    let parties = |list: &[crate::plan::Party]| match list {
        [] => Valued::Nobody.text(lang).to_owned(),
        list => names(list),
    };
    match (of, said) {
        (Disputed::Wording(_), said) => said.wording().unwrap_or_default().to_owned(),
        (Disputed::Lead(_), said) => parties(said.lead().unwrap_or_default()),
        (Disputed::Due(_), said) => due(said.due().as_ref(), lang),
        (_, Said::Step(step)) => life::step(step, speech),
        (_, Said::Correction(correction)) => life::slip(&correction.slip, lang).2,
        (_, Said::Assignment(assignment)) => {
            let mut text = parties(&assignment.lead);
            if !assignment.support.is_empty() {
                let helps = Told::Helps { names: names(&assignment.support) };
                text += Joint::Comma.text(lang);
                text += &helps.text(lang);
            }
            let day = assignment.due.map(|day| day.to_string()).unwrap_or_default();
            for more in [&assignment.sponsor, &assignment.person, &day] {
                if !more.is_empty() {
                    text.push(' ');
                    text.push_str(more);
                }
            }
            text
        }
        (_, Said::Reading(reading)) => {
            let hasty = if reading.preliminary { Valued::Preliminary.text(lang) } else { "" };
            let from = reading.from.as_ref().map_or("", |from| from.name());
            let value = reading.value.to_string();
            let value = if reading.written.is_empty() { &value } else { &reading.written };
            [value.as_str(), from, hasty].join(" ").trim_end().to_owned()
        }
        (_, Said::Amendment(amendment)) => {
            [&amendment.now.to_string(), amendment.organ.as_str(), &amendment.document]
                .join(" ")
                .trim_end()
                .to_owned()
        }
        (_, Said::Light(set)) => {
            let light = set.light.map_or(Valued::ByRule.text(lang), |l| l.word().text(lang));
            [light, set.reason.as_str()].join(" ").trim_end().to_owned()
        }
        (_, Said::Account(account)) => {
            [account.state.word().text(lang), account.reason.as_str()].join(" ").trim_end().into()
        }
        (_, Said::Signing(signing)) => [&signing.by, &signing.on.to_string(), &signing.document]
            .map(String::as_str)
            .join(" ")
            .trim_end()
            .to_owned(),
    }
}

/// How a conflict was settled.
pub(super) fn settled(number: u16, settled: &Settled, speech: Speech<'_>) -> String {
    let lang = speech.lang;
    let (number, what) = (number.to_string(), disputed(&settled.of, speech));
    let told = match &settled.kept {
        Kept::Line(line) => Settlement::Line { number, what, line: line.to_string() },
        Kept::Both => Settlement::Both { number, what },
        Kept::Other => Settlement::Other { number, what },
    };
    told.text(lang)
}

fn due(due: Option<&Due>, lang: Lang) -> String {
    match due {
        Some(Due::Stated(when) | Due::Assumed(when)) => when.text(lang),
        Some(Due::Unsettled(words)) => words.clone(),
        Some(Due::Missing) | None => Valued::NoDue.text(lang).to_owned(),
    }
}

fn fact(fact: &Fact, lang: Lang) -> String {
    let label = match fact {
        Fact::Period => Label::Period,
        Fact::Source => Label::Source,
        Fact::Title => Label::Title,
        Fact::Venue(_) => Label::Place,
        Fact::Chair(_) => Label::Chair,
        Fact::Began(_) => Label::From,
        Fact::Ended(_) => Label::Until,
        Fact::InPapers => Label::InPapers,
        Fact::ItemInPapers(number) => return life::of_item_in_papers(*number, lang),
        Fact::Attendance(who) => return who.to_string(),
    };
    label.text(lang).to_owned()
}
