//! What a reading came to, in lines for people: counts, what the bridge sentence said, doubts by weight.

use std::ops::Range;

use super::Reading;
use crate::app::drafting::target::judged;
use crate::plan::Target;
use crate::words::Lang;
use crate::words::import::Imported;
use crate::words::report::{Role, Weight};

/// The most doubts that are listed for people; the plan and `--format json` have them all.
const LISTED: usize = 200;

impl Reading {
    /// What the reading came to, for people.
    pub(in crate::shell::headless) fn summary(&self, lang: Lang) -> Vec<String> {
        let (source, draft) = (&self.source, &self.draft);
        let plan = &draft.plan;
        let mut lines = vec![
            Imported::Read {
                title: plan.title.clone(),
                kind: source.kind.text(lang).to_owned(),
                encoding: source.encoding.to_owned(),
                known: source.known.text(lang).to_owned(),
                lines: source.text.lines().count().to_string(),
            }
            .text(lang),
        ];
        if source.damaged > 0 {
            lines.push(Imported::Damaged { count: source.damaged.to_string() }.text(lang));
        }
        lines.push(
            Imported::Found {
                sections: plan.sections.len().to_string(),
                tasks: plan.tasks().count().to_string(),
                measures: plan.measures().count().to_string(),
                targets: (plan.targets().count() - plan.headline.len()).to_string(),
                headline: plan.headline.len().to_string(),
            }
            .text(lang),
        );
        let kinds =
            counts(plan.targets().map(|target: &Target| judged(target.kind).text(lang)), lang);
        if !kinds.is_empty() {
            lines.push(Imported::Kinds { counts: kinds }.text(lang));
        }
        if !draft.rejected.is_empty() {
            lines.push(Imported::Rejected { count: draft.rejected.len().to_string() }.text(lang));
        }
        lines.push(self.kept(lang));
        lines.push(match &draft.bridge {
            Some(bridge) => match bridge.said {
                Some(said) => {
                    let (said, found) = (said.to_string(), bridge.found.to_string());
                    Imported::Bridge { said, found }.text(lang)
                }
                None => Imported::BridgeSilent { found: bridge.found.to_string() }.text(lang),
            },
            None => Imported::NoBridge.text(lang),
        });
        if !draft.duties.is_empty() {
            let (offices, duties) =
                (draft.offices().len().to_string(), draft.duties.len().to_string());
            lines.push(Imported::Offices { offices, duties }.text(lang));
        }
        lines.extend(self.doubts(lang));
        lines
    }

    /// How much of the text went where.
    fn kept(&self, lang: Lang) -> String {
        let size = |at: &Range<usize>| {
            self.source
                .text
                .get(at.clone())
                .unwrap_or_default()
                .chars()
                .filter(|c| !c.is_whitespace())
                .count()
        };
        let all = size(&(0..self.source.text.len())).max(1);
        let spans = &self.draft.spans;
        let planned = |role: Role| {
            matches!(
                role,
                Role::Guidance
                    | Role::Headline
                    | Role::Bridge
                    | Role::SectionMarker
                    | Role::SectionTitle
                    | Role::SectionLead
                    | Role::TaskMarker
                    | Role::TaskTitle
                    | Role::Measure
                    | Role::Responsibility
                    | Role::Stop
            )
        };
        let kept: usize =
            spans.iter().filter(|span| planned(span.role)).map(|span| size(&span.at)).sum();
        let others = spans.iter().filter(|span| !planned(span.role) && span.role != Role::Space);
        let mut sizes: Vec<(&str, usize)> = Vec::new();
        for span in others {
            let word = span.role.text(lang);
            match sizes.iter_mut().find(|(known, _)| *known == word) {
                Some((_, count)) => *count += size(&span.at),
                None => sizes.push((word, size(&span.at))),
            }
        }
        let count = |(what, count): (&str, usize)| {
            Imported::Count { what: what.to_owned(), count: count.to_string() }.text(lang)
        };
        let counts = sizes.into_iter().map(count).collect::<Vec<_>>().join(" · ");
        Imported::Kept { share: (kept * 100 / all).to_string(), counts }.text(lang)
    }

    fn doubts(&self, lang: Lang) -> Vec<String> {
        let doubts = &self.draft.doubts;
        if doubts.is_empty() {
            return vec![Imported::NoDoubts.text(lang)];
        }
        let weights = [Weight::Heavy, Weight::Middle, Weight::Light];
        let mut sorted: Vec<_> = doubts.iter().collect();
        sorted.sort_by_key(|doubt| weights.iter().position(|weight| *weight == doubt.weight));
        let weights = counts(sorted.iter().map(|doubt| doubt.weight.text(lang)), lang);
        let mut lines =
            vec![Imported::Doubts { count: doubts.len().to_string(), weights }.text(lang)];
        lines.extend(sorted.into_iter().take(LISTED).map(|doubt| {
            let at = format!("{}:{}:{}", self.name, doubt.spot.line, doubt.spot.column);
            let row = doubt.row.map_or_else(|| "-".to_owned(), |row| row.to_string());
            let (weight, why) = (doubt.weight.text(lang).to_owned(), doubt.why.text(lang));
            Imported::Doubt { at, weight, row, why }.text(lang)
        }));
        lines
    }
}

/// How often each word comes, in the order of their first coming.
fn counts<'a>(words: impl Iterator<Item = &'a str>, lang: Lang) -> String {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for word in words {
        match counts.iter_mut().find(|(known, _)| *known == word) {
            Some((_, count)) => *count += 1,
            None => counts.push((word, 1)),
        }
    }
    let one = |(what, count): (&str, usize)| {
        Imported::Count { what: what.to_owned(), count: count.to_string() }.text(lang)
    };
    counts.into_iter().map(one).collect::<Vec<_>>().join(" · ")
}
