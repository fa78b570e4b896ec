//! What becomes of a decision, and of what is sealed.

use chrono::NaiveDate;
use clap::ArgMatches;

use super::ask::What;
use super::row::{DATA, Does, Row, flag, one_of, row, valued, word, words};
use super::typed::{day, given, text, texts};
use crate::app::script::folded;
use crate::ledger::Stage;
use crate::words::Lang;
use crate::words::cli::{Blank, Hint, Misuse};

/// What is said of a step besides what it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// On what day; today when none.
    pub on: Option<NaiveDate>,
    /// Who agreed, or approved it.
    pub consent: String,
    /// Why, or a remark.
    pub note: String,
}

/// How a decision reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wording {
    /// On record, and so everywhere.
    OnRecord(String),
    /// In papers alone; as recorded where it is empty.
    InPapers(String),
}

/// 反馈
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reported {
    /// On what day; today when none.
    pub on: Option<NaiveDate>,
    /// Which office; the lead when none.
    pub from: Option<String>,
    /// 进展情况
    pub progress: String,
    /// 存在问题
    pub problem: String,
    /// 下一步措施
    pub next: String,
}

/// The body that changed a target.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Competent {
    /// By whom.
    pub organ: String,
    /// 文号
    pub document: String,
    /// From what day on; today when none.
    pub from: Option<NaiveDate>,
    /// Why.
    pub reason: String,
}

pub(super) const STAGE: Row = row!(
    "stage",
    Stage,
    &[
        word("id", Blank::Id, Hint::Id),
        one_of("stage", Blank::Stage, Hint::Stage, stages),
        valued("on", Blank::Date, Hint::On),
        valued("consent", Blank::Who, Hint::Consent),
        valued("note", Blank::Text, Hint::Note),
    ],
    Does::Reads(stage),
    DATA
);

pub(super) const EXTEND: Row = row!(
    "extend",
    Extend,
    &[
        word("id", Blank::Id, Hint::Id),
        word("due", Blank::Due, Hint::Due),
        valued("reason", Blank::Why, Hint::Why),
        valued("approved", Blank::Who, Hint::Approved),
        valued("on", Blank::Date, Hint::On),
    ],
    Does::Reads(extend)
);

pub(super) const LEAD: Row = row!(
    "lead",
    Lead,
    &[
        word("id", Blank::Id, Hint::Id),
        words("lead", Blank::Name, Hint::NewLead),
        valued("reason", Blank::Why, Hint::Why),
        valued("consent", Blank::Who, Hint::Consent),
        valued("on", Blank::Date, Hint::On),
    ],
    Does::Reads(lead)
);

pub(super) const REWORD: Row = row!(
    "reword",
    Reword,
    &[
        word("id", Blank::Id, Hint::Id),
        words("text", Blank::Text, Hint::Wording),
        flag("in-papers", Hint::InPapers),
        valued("consent", Blank::Who, Hint::Consent),
        valued("on", Blank::Date, Hint::On),
    ],
    Does::Reads(reword)
);

pub(super) const FEEDBACK: Row = row!(
    "feedback",
    Feedback,
    &[
        word("id", Blank::Id, Hint::Id),
        words("progress", Blank::Progress, Hint::Progress),
        valued("problem", Blank::Text, Hint::Problem),
        valued("next", Blank::Text, Hint::NextStep),
        valued("from", Blank::Name, Hint::Reporter),
        valued("on", Blank::Date, Hint::On),
    ],
    Does::Reads(feedback)
);

pub(super) const SHEET: Row = row!(
    "sheet",
    Sheet,
    &[
        word("about", Blank::Id, Hint::Pressed),
        word("colour", Blank::Colour, Hint::Colour),
        valued("reason", Blank::Why, Hint::Why),
        valued("on", Blank::Date, Hint::On),
    ],
    Does::Reads(sheet)
);

pub(super) const CORRECT: Row = row!(
    "correct",
    Correct,
    &[
        word("id", Blank::Id, Hint::Sealed),
        words("fields", Blank::Mending, Hint::Mending),
        valued("agreed", Blank::Who, Hint::Consent),
    ],
    Does::Reads(correct)
);

pub(super) const SIGN: Row = row!(
    "sign",
    Sign,
    &[
        word("meeting", Blank::Meeting, Hint::Meeting),
        valued("by", Blank::Who, Hint::Signer),
        valued("on", Blank::Date, Hint::On),
        valued("document", Blank::Number, Hint::Number),
    ],
    Does::Reads(sign)
);

pub(super) const AMEND: Row = row!(
    "amend",
    Amend,
    &[
        word("place", Blank::Place, Hint::Target),
        word("value", Blank::Goal, Hint::Goal),
        valued("organ", Blank::Organ, Hint::Organ),
        valued("document", Blank::Number, Hint::Number),
        valued("from", Blank::Date, Hint::Effective),
        valued("reason", Blank::Why, Hint::Why),
    ],
    Does::Reads(amend)
);

fn stage(matches: &ArgMatches) -> Result<What, Misuse> {
    let typed = text(matches, "stage").unwrap_or_default();
    let stage = Stage::named(&typed).ok_or(Misuse::Other { what: typed })?;
    let step = step(matches, "consent", "note")?;
    Ok(What::Stage { decision: given(matches, "id"), stage, step })
}

/// The words that name a stage.
fn stages() -> Vec<&'static str> {
    let words = Stage::ALL.iter().map(|stage| stage.word().text(Lang::Zh));
    words.chain(Stage::ALL.iter().map(|stage| stage.code())).collect()
}

fn extend(matches: &ArgMatches) -> Result<What, Misuse> {
    let step = step(matches, "approved", "reason")?;
    Ok(What::Extend { decision: given(matches, "id"), due: given(matches, "due"), step })
}

fn lead(matches: &ArgMatches) -> Result<What, Misuse> {
    let lead = texts(matches, "lead").join("、");
    let step = step(matches, "consent", "reason")?;
    Ok(What::Lead { decision: given(matches, "id"), lead, step })
}

fn reword(matches: &ArgMatches) -> Result<What, Misuse> {
    let (on, consent) = (day(matches, "on")?, given(matches, "consent"));
    let step = Step { on, consent, ..Step::default() };
    let text = texts(matches, "text").join(" ");
    let in_papers = matches.get_flag("in-papers");
    let text = if in_papers { Wording::InPapers(text) } else { Wording::OnRecord(text) };
    Ok(What::Reword { decision: given(matches, "id"), text, step })
}

fn feedback(matches: &ArgMatches) -> Result<What, Misuse> {
    let told = Reported {
        on: day(matches, "on")?,
        from: text(matches, "from"),
        progress: texts(matches, "progress").join(" "),
        problem: given(matches, "problem"),
        next: given(matches, "next"),
    };
    Ok(What::Feedback { decision: given(matches, "id"), told })
}

fn sheet(matches: &ArgMatches) -> Result<What, Misuse> {
    let step = Step { on: day(matches, "on")?, note: given(matches, "reason"), ..Step::default() };
    Ok(What::Sheet {
        about: given(matches, "about"),
        colour: folded(&given(matches, "colour")).into_owned(),
        step,
    })
}

fn correct(matches: &ArgMatches) -> Result<What, Misuse> {
    let split = |word: String| {
        let parts = word.split_once(['=', '＝']).filter(|(field, _)| !field.is_empty());
        let parts = parts.map(|(field, value)| (folded(field).into_owned(), value.to_owned()));
        parts.ok_or(Misuse::NotACorrection { value: word })
    };
    let fields = texts(matches, "fields").into_iter().map(split).collect::<Result<_, _>>()?;
    Ok(What::Correct { id: given(matches, "id"), fields, agreed: given(matches, "agreed") })
}

fn sign(matches: &ArgMatches) -> Result<What, Misuse> {
    Ok(What::Sign {
        meeting: given(matches, "meeting"),
        by: given(matches, "by"),
        document: given(matches, "document"),
        on: day(matches, "on")?,
    })
}

fn amend(matches: &ArgMatches) -> Result<What, Misuse> {
    let source = Competent {
        organ: given(matches, "organ"),
        document: given(matches, "document"),
        from: day(matches, "from")?,
        reason: given(matches, "reason"),
    };
    Ok(What::Amend { place: given(matches, "place"), value: given(matches, "value"), source })
}

fn step(matches: &ArgMatches, consent: &str, note: &str) -> Result<Step, Misuse> {
    let (consent, note) = (given(matches, consent), given(matches, note));
    Ok(Step { on: day(matches, "on")?, consent, note })
}
