//! The adopted part of a plan in one canonical form: what a snapshot's digest stands on.
//!
//! Short names, kinds, roster, comments, byte-order marks and line ends do not count: people edit
//! those all year. What counts was adopted by a competent body, and changes by amendment only.

use super::{Number, Path, Plan, Section, Target};

/// What a competent body adopted, of a plan or of the founding snapshot.
#[derive(Clone, Copy, Debug)]
pub struct Promise<'a> {
    /// Every sentence before the first section.
    pub guidance: &'a [String],
    /// The headline targets.
    pub headline: &'a [Target],
    /// The sections.
    pub sections: &'a [Section],
}

impl<'a> From<&'a Plan> for Promise<'a> {
    fn from(plan: &'a Plan) -> Self {
        Self { guidance: &plan.guidance, headline: &plan.headline, sections: &plan.sections }
    }
}

/// One line a fact, `\`-escaped, in the order of the plan, each given away as it is made. Two plans
/// promise the same when their canonical forms are equal byte for byte.
pub fn canonical<'a>(of: impl Into<Promise<'a>>, mut take: impl FnMut(&str)) {
    let mut text = String::new();
    facts(of.into(), &mut |_, fields| {
        text.clear();
        line(&mut text, fields);
        take(&text);
    });
}

/// Where a plan first says something else than was adopted; at its last fact when it says less.
/// None when both promise the same.
pub fn first_difference(plan: &Plan, adopted: Promise<'_>) -> Option<Path> {
    let mut was = Vec::new();
    facts(adopted, &mut |_, fields| was.push(written(fields)));
    let (mut was, mut last, mut found) = (was.into_iter(), Path::default(), None);
    facts(plan.into(), &mut |at, fields| {
        if found.is_none() {
            last = at();
            let differs = was.next().is_none_or(|was| was != written(fields));
            found = differs.then(|| last.clone());
        }
    });
    found.or_else(|| was.next().map(|_| last))
}

/// Tells every fact: where the plan says it, should anybody ask, and its fields.
fn facts(of: Promise<'_>, tell: &mut impl FnMut(&dyn Fn() -> Path, &[&str])) {
    let top = Path::default;
    sentences("guidance", &top, of.guidance, tell);
    targets(&|| top().field("headline"), of.headline, tell);
    for (nth, section) in of.sections.iter().enumerate() {
        let at = || top().field("sections").index(nth);
        let named = ["section", &section.id.to_string(), &section.title];
        tell(&|| at().field("title"), &named);
        sentences("lead", &at, &section.lead, tell);
        for (nth, task) in section.tasks.iter().enumerate() {
            let at = || at().field("tasks").index(nth);
            tell(&|| at().field("title"), &["task", &task.id.to_string(), &task.title]);
            for (nth, measure) in task.measures.iter().enumerate() {
                let at = || at().field("measures").index(nth);
                let said = ["measure", &measure.id.to_string(), &measure.text];
                tell(&|| at().field("text"), &said);
                targets(&|| at().field("targets"), &measure.targets, tell);
            }
        }
    }
}

fn sentences(
    field: &'static str,
    above: &dyn Fn() -> Path,
    sentences: &[String],
    tell: &mut impl FnMut(&dyn Fn() -> Path, &[&str]),
) {
    for (nth, sentence) in sentences.iter().enumerate() {
        tell(&|| above().field(field).index(nth), &[field, sentence]);
    }
}

fn targets(
    at: &dyn Fn() -> Path,
    targets: &[Target],
    tell: &mut impl FnMut(&dyn Fn() -> Path, &[&str]),
) {
    let number = |number: Option<Number>| number.map_or_else(String::new, |n| n.to_string());
    for (nth, target) in targets.iter().enumerate() {
        let fields = [
            "target",
            &target.id.to_string(),
            &target.metric,
            // The variant's name is part of the form: renaming one would break every digest.
            &format!("{:?}", target.comparator),
            &number(target.value),
            &number(target.from),
            &number(target.upper),
            &target.unit,
            &target.text,
        ];
        tell(&|| at().index(nth), &fields);
    }
}

fn written(fields: &[&str]) -> String {
    let mut text = String::new();
    line(&mut text, fields);
    text
}

/// Adds one fact as a line.
fn line(text: &mut String, fields: &[&str]) {
    for (index, field) in fields.iter().enumerate() {
        if index > 0 {
            text.push('\t');
        }
        for letter in field.chars() {
            match letter {
                '\\' => text.push_str("\\\\"),
                '\t' => text.push_str("\\t"),
                '\n' => text.push_str("\\n"),
                _ => text.push(letter),
            }
        }
    }
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::validate::tests::sound;

    fn whole(plan: &Plan) -> String {
        let mut text = String::new();
        canonical(plan, |line| text.push_str(line));
        text
    }

    fn differs(change: impl Fn(&mut Plan)) -> Option<String> {
        let (adopted, mut plan) = (sound(), sound());
        change(&mut plan);
        let found = first_difference(&plan, (&adopted).into()).map(|path| path.to_string());
        assert_eq!(found.is_some(), whole(&plan) != whole(&adopted), "as the digest says");
        found
    }

    #[test]
    fn the_first_difference_is_where_the_plan_was_edited() {
        assert_eq!(differs(|_| ()), None);
        assert_eq!(differs(|plan| plan.sections[0].tasks[0].short = "别名".into()), None);
        let at = |change: fn(&mut Plan)| differs(change).unwrap();
        assert_eq!(at(|plan| plan.guidance[0].push('改')), "guidance[0]");
        assert_eq!(at(|plan| plan.headline[1].unit = "%".into()), "headline[1]");
        assert_eq!(at(|plan| plan.sections[0].lead.clear()), "sections[0].tasks[0].title");
        let measure = "sections[0].tasks[0].measures[0]";
        let text = |plan: &mut Plan| plan.sections[0].tasks[0].measures[0].text.clear();
        assert_eq!(at(text), format!("{measure}.text"));
        let value = |plan: &mut Plan| {
            plan.sections[0].tasks[0].measures[0].targets[0].value = "501".parse().ok();
        };
        assert_eq!(at(value), format!("{measure}.targets[0]"));
    }

    #[test]
    fn a_plan_that_says_less_is_shown_at_its_end() {
        let less = |plan: &mut Plan| {
            plan.sections[0].tasks.pop();
        };
        let more = |plan: &mut Plan| plan.guidance.push("多一句。".into());
        assert!(differs(less).is_some());
        assert_eq!(differs(more).as_deref(), Some("guidance[1]"));
    }
}
