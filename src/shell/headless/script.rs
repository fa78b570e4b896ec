//! What a command answers in 繁体, where somebody reads it.
//!
//! Data stays as it is: what programs read, papers, plans, and whatever is written into a file. This
//! file must never change how long a line is: it is laid out already.

use super::{Answer, answer as answered, hand};
use crate::app::script::{Kept, Script};
use crate::shell::args::{Ask, Format, Settings, What};
use crate::shell::book;
use crate::shell::failure::Failure;
use crate::shell::person::Person;

/// Does what was asked, and says it in the script that is asked for, else in that of the person.
///
/// # Errors
/// Why it was not done.
pub fn answer(ask: &Ask) -> Result<Answer, Failure> {
    let Some(kept) = kept(&ask.settings) else { return answered(ask) };
    let told = |text: String| kept.traditional(&text).into_owned();
    let shown = |text: String| if is_read(ask) { told(text) } else { text };
    match answered(ask) {
        Ok(Answer { text, told: said, no }) => {
            Ok(Answer { text: shown(text), told: said.into_iter().map(told).collect(), no })
        }
        Err(why) => Err(Failure {
            message: told(why.message),
            hints: why.hints.into_iter().map(told).collect(),
            answer: shown(why.answer),
            ..why
        }),
    }
}

/// The names that stay as they are, where anything is shown otherwise. A plan that cannot be read has
/// none: what is wrong with it is said in either script.
fn kept(settings: &Settings) -> Option<Kept> {
    let script = settings.script.unwrap_or_else(|| Person::here().taste.script);
    (script == Script::Traditional).then_some(())?;
    let plan = hand::site(settings).ok().and_then(|site| book::read_plan(&site).ok());
    Some(plan.map_or_else(Kept::default, |read| Kept::of(&read.plan.roster)))
}

/// Whether a person reads the answer, and it goes nowhere else.
fn is_read(ask: &Ask) -> bool {
    let data = matches!(
        ask.what,
        What::Export(_)
            | What::Import(_)
            | What::Template { .. }
            | What::Textconv { .. }
            | What::Sshd
            | What::Print(_)
    );
    ask.settings.format == Format::Text && !data
}
